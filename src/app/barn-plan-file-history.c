/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-history"

#include "config.h"

#include "barn-plan-file-private.h"
#include "barn-plan-file-year.h"

#include <string.h>

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
start_reading (BarnPlanFile        *self,
               BarnChange          *change,
               gpointer             tag,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_file_get_path (self->file);
  g_set_object (&reading->change, change);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_worker);
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

/**
 * barn_plan_file_go_back:
 * @self: a plan file
 * @point: an entry of its log
 * @error: return location for a #BarnPlanFileError
 *
 * Makes everything as it was right after @point, by undoing what came later, as one new change. The log goes on: nothing is taken out of it.
 *
 * Returns: whether it is so now
 */
gboolean
barn_plan_file_go_back (BarnPlanFile  *self,
                        BarnChange    *point,
                        GError       **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *day = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_CHANGE (point), FALSE);

  if (!barn_plan_file_begin (self, error))
    return FALSE;

  if (!barn_store_go_back (self->store, barn_change_get_number (point), &local_error))
    return barn_plan_file_fail (self, local_error, error);

  subject = barn_change_dup_summary (point);
  day = barn_day_to_iso (barn_change_get_day (point));

  return barn_plan_file_commit (self, "history-back", subject, day, NULL, error);
}
