/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-history"

#include "config.h"

#include "barn-plan-file-private.h"
#include "barn-plan-file-year.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "barn-text.h"

/* "activity-status" and "activities-status" are of activities */
static gboolean
is_of_kind (const char *action,
            const char *kind)
{
  g_autofree char *prefix = g_strdelimit (g_strconcat (kind, "-", NULL), "_", '-');

  if (g_str_has_prefix (action, prefix))
    return !g_str_equal (kind, "plan") || !g_str_has_prefix (action, "plan-text-");

  return (g_str_equal (kind, "activity") && g_str_has_prefix (action, "activities-")) ||
         (g_str_equal (kind, "occasion") && g_str_has_prefix (action, "occasions-"));
}

static gboolean
has_words (BarnChange *change,
           const char *words)
{
  g_autofree char *summary = barn_change_dup_summary (change);
  const char *subject = barn_change_get_subject (change);
  const char *value = barn_change_get_value (change);
  g_autofree char *all = g_strjoin (" ", summary, subject != NULL ? subject : "", value != NULL ? value : "", NULL);
  g_autofree char *text = barn_fold (all);

  return strstr (text, words) != NULL;
}

/**
 * barn_history_filter_match:
 * @self: which changes are asked for
 * @change: a change
 *
 * Tells whether a change is asked for. May be called in a worker.
 *
 * Returns: whether it is
 */
gboolean
barn_history_filter_match (const BarnHistoryFilter *self,
                           BarnChange              *change)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (BARN_IS_CHANGE (change), FALSE);

  if (self->author != NULL && strcmp (self->author, barn_change_get_author (change)) != 0)
    return FALSE;

  if (self->kind != NULL && !is_of_kind (barn_change_get_action (change), self->kind))
    return FALSE;

  if (self->from != BARN_DAY_NONE && barn_change_get_day (change) < self->from)
    return FALSE;

  if (self->until != BARN_DAY_NONE && barn_change_get_day (change) > self->until)
    return FALSE;

  words = barn_fold (self->search != NULL ? self->search : "");

  return *words == '\0' || has_words (change, words);
}

static GPtrArray *
list_all (BarnPlanFile  *self,
          guint          limit,
          GError       **error)
{
  GError *local_error = NULL;
  GPtrArray *changes = barn_store_list_changes (self->store, NULL, limit, &local_error);

  if (changes == NULL)
    barn_plan_file_fail (NULL, local_error, error);

  return changes;
}

/**
 * barn_plan_file_list_changes:
 * @self: a plan file
 * @filter: (nullable): which; %NULL: all
 * @limit: how many at most; 0: all
 * @error: return location for a #BarnPlanFileError
 *
 * Lists the log, newest first: who did what and when. What a change did to each field is told by barn_plan_file_list_change_fields().
 *
 * Returns: (transfer full) (element-type BarnChange): the changes
 */
GPtrArray *
barn_plan_file_list_changes (BarnPlanFile             *self,
                             const BarnHistoryFilter  *filter,
                             guint                     limit,
                             GError                  **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) fitting = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  changes = list_all (self, filter == NULL ? limit : 0, error);
  if (changes == NULL || filter == NULL)
    return g_steal_pointer (&changes);

  for (guint i = 0; i < changes->len && (limit == 0 || fitting->len < limit); i++)
    {
      if (barn_history_filter_match (filter, changes->pdata[i]))
        g_ptr_array_add (fitting, g_object_ref (changes->pdata[i]));
    }

  return g_steal_pointer (&fitting);
}

/**
 * barn_plan_file_list_change_fields:
 * @self: a plan file
 * @change: an entry of its log
 * @error: return location for a #BarnPlanFileError
 *
 * Lists what a change did, field by field: what stood there before, and what stood there after.
 *
 * Returns: (transfer full) (element-type BarnFieldChange): the lines
 */
GPtrArray *
barn_plan_file_list_change_fields (BarnPlanFile  *self,
                                   BarnChange    *change,
                                   GError       **error)
{
  GPtrArray *lines;
  GError *local_error = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_CHANGE (change), NULL);

  lines = barn_store_list_change_fields (self->store, change, &local_error);
  if (lines == NULL)
    barn_plan_file_fail (NULL, local_error, error);

  return lines;
}

/* What a worker reads, on a connection of its own: the log, or what one entry did */
typedef struct
{
  char       *path;
  BarnChange *change; /* NULL: the log */
} Reading;

static void
reading_free (Reading *self)
{
  g_free (self->path);
  g_clear_object (&self->change);
  g_free (self);
}

static void
read_worker (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Reading *reading = task_data;
  g_autoptr (BarnStore) store = NULL;
  GPtrArray *rows = NULL;
  GError *local_error = NULL;
  GError *error = NULL;

  store = barn_store_open (reading->path, BARN_STORE_READ_ONLY, &local_error);
  if (store != NULL)
    {
      rows = reading->change == NULL ? barn_store_list_changes (store, NULL, 0, &local_error)
                                     : barn_store_list_change_fields (store, reading->change, &local_error);
      barn_store_close (store);
    }

  if (rows != NULL)
    {
      g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  barn_plan_file_fail (NULL, local_error, &error);
  g_task_return_error (task, error);
}

static void
on_worker_done (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *rows = g_task_propagate_pointer (G_TASK (result), &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
start_reading (BarnPlanFile        *self,
               BarnChange          *change,
               gpointer             tag,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  /* A task of its own, which does not hold @self: the thread may let go of it last, and the connection belongs to ours */
  g_autoptr (GTask) worker = g_task_new (NULL, cancellable, on_worker_done, task);
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_file_get_path (self->file);
  g_set_object (&reading->change, change);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (worker, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (worker, read_worker);
}

/**
 * barn_plan_file_read_changes_async:
 * @self: a plan file
 * @cancellable: (nullable): to stop waiting
 * @callback: called when the log is read
 * @user_data: for @callback
 *
 * Reads the whole log in a worker: it can be long.
 */
void
barn_plan_file_read_changes_async (BarnPlanFile        *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (BARN_IS_PLAN_FILE (self));

  start_reading (self, NULL, barn_plan_file_read_changes_async, cancellable, callback, user_data);
}

/**
 * barn_plan_file_read_changes_finish:
 * @self: a plan file
 * @result: from the callback
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer full) (element-type BarnChange): the log, newest first
 */
GPtrArray *
barn_plan_file_read_changes_finish (BarnPlanFile  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * barn_plan_file_read_change_fields_async:
 * @self: a plan file
 * @change: an entry of its log
 * @cancellable: (nullable): to stop waiting
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads in a worker what a change did, as barn_plan_file_list_change_fields() does: reading in a plan did a lot.
 */
void
barn_plan_file_read_change_fields_async (BarnPlanFile        *self,
                                         BarnChange          *change,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_return_if_fail (BARN_IS_PLAN_FILE (self));
  g_return_if_fail (BARN_IS_CHANGE (change));

  start_reading (self, change, barn_plan_file_read_change_fields_async, cancellable, callback, user_data);
}

/**
 * barn_plan_file_read_change_fields_finish:
 * @self: a plan file
 * @result: from the callback
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer full) (element-type BarnFieldChange): the lines
 */
GPtrArray *
barn_plan_file_read_change_fields_finish (BarnPlanFile  *self,
                                          GAsyncResult  *result,
                                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *left = barn_collate_key (*(const char *const *) a);
  g_autofree char *right = barn_collate_key (*(const char *const *) b);

  return strcmp (left, right);
}

/**
 * barn_plan_file_list_authors:
 * @self: a plan file
 * @error: return location for a #BarnPlanFileError
 *
 * Lists who has changed something.
 *
 * Returns: (transfer full): the names in Swedish order, each once
 */
GStrv
barn_plan_file_list_authors (BarnPlanFile  *self,
                             GError       **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  changes = list_all (self, 0, error);
  if (changes == NULL)
    return NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const char *author = barn_change_get_author (changes->pdata[i]);

      if (*author != '\0' && g_hash_table_add (seen, (gpointer) author))
        g_ptr_array_add (names, g_strdup (author));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_steal (names, NULL);
}

/* What goes back does so on a connection of its own: the log can be long, and the window goes on */
typedef struct
{
  char       *path;
  BarnChange *point;
  gint64      newest; /* the last entry that is to be taken back; 0: whatever is last */
  gint64      number; /* of the new entry */
} GoingBack;

static void
going_back_free (GoingBack *self)
{
  g_free (self->path);
  g_object_unref (self->point);
  g_free (self);
}

static gboolean
check_newest (BarnStore  *store,
              gint64      newest,
              GError    **error)
{
  g_autoptr (GPtrArray) last = barn_store_list_changes (store, NULL, 1, error);

  if (last == NULL)
    return FALSE;

  if (newest == 0 || (last->len > 0 && barn_change_get_number (g_ptr_array_index (last, 0)) == newest))
    return TRUE;

  g_set_error_literal (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT,
                       _("Something more was changed while you were asked, so nothing was undone. Look at what came, and do it again if it is still right."));
  return FALSE;
}

static gboolean
go_back (BarnStore     *store,
         GoingBack     *going,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autofree char *subject = barn_change_dup_summary (going->point);
  g_autofree char *day = barn_day_to_iso (barn_change_get_day (going->point));
  g_autofree char *author = barn_plan_file_dup_author ();
  const BarnChangeInfo info = { .action = "history-back", .subject = subject, .value = day, .author = author };

  if (!barn_store_begin (store, error))
    return FALSE;

  if (!check_newest (store, going->newest, error))
    {
      barn_store_rollback (store);
      return FALSE;
    }

  if (!barn_store_go_back (store, barn_change_get_number (going->point), cancellable, error))
    return FALSE;

  going->number = barn_store_commit (store, &info, error);

  return going->number >= 0;
}

static void
go_back_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (BarnStore) store = NULL;
  GoingBack *going = task_data;
  GError *local_error = NULL;
  GError *error = NULL;
  gboolean done = FALSE;

  store = barn_store_open (going->path, 0, &local_error);
  if (store != NULL)
    {
      done = go_back (store, going, cancellable, &local_error);
      barn_store_close (store);
    }

  if (done)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  barn_plan_file_fail (NULL, local_error, &error);
  g_task_return_error (task, error);
}

static void
on_gone_back (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * barn_plan_file_go_back_async:
 * @self: a plan file
 * @point: an entry of its log
 * @newest: the number of the last entry that is to be taken back: where there is a later one by now, it is told and nothing is done; 0: whatever is last
 * @cancellable: (nullable): to give up; nothing is changed then
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes everything as it was right after @point, by undoing what came later, as one new change. The log goes on: nothing is taken out of it. It is
 * done in a worker, and taken in by barn_plan_file_go_back_finish().
 */
void
barn_plan_file_go_back_async (BarnPlanFile        *self,
                              BarnChange          *point,
                              gint64               newest,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) worker = NULL;
  GoingBack *going;
  GError *error = NULL;

  g_return_if_fail (BARN_IS_PLAN_FILE (self));
  g_return_if_fail (BARN_IS_CHANGE (point));

  going = g_new0 (GoingBack, 1);
  going->path = g_file_get_path (self->file);
  going->point = g_object_ref (point);
  going->newest = newest;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, barn_plan_file_go_back_async);
  g_task_set_task_data (task, going, (GDestroyNotify) going_back_free);
  /* Once it is committed it is done, whoever cancels then */
  g_task_set_check_cancellable (task, FALSE);

  if (!barn_plan_file_prepare (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* A task of its own, which does not hold @self, as above; ours keeps @going until it is done */
  worker = g_task_new (NULL, cancellable, on_gone_back, g_steal_pointer (&task));
  g_task_set_task_data (worker, going, NULL);
  g_task_set_check_cancellable (worker, FALSE);
  g_task_run_in_thread (worker, go_back_worker);
}

/**
 * barn_plan_file_go_back_finish:
 * @self: a plan file
 * @result: from the callback
 * @error: return location for a #BarnPlanFileError, or %G_IO_ERROR_CANCELLED
 *
 * Takes in what was done, as a change of our own.
 *
 * Returns: whether everything is as it was
 */
gboolean
barn_plan_file_go_back_finish (BarnPlanFile  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  const GoingBack *going;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  going = g_task_get_task_data (G_TASK (result));
  barn_plan_file_take_own (self, going->number);

  return TRUE;
}
