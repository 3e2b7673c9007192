/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-history"

#include "config.h"

#include "barn-plan-file-private.h"
#include "barn-plan-file-year.h"

#include <string.h>

#include "barn-text.h"

/* The day of a moment as the wall clock here had it */
static BarnDay
get_day (gint64 moment)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return BARN_DAY_NONE;

  return barn_day_new ((guint) g_date_time_get_year (local), (guint) g_date_time_get_month (local),
                       (guint) g_date_time_get_day_of_month (local));
}

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
  g_autofree char *both = g_strconcat (summary, " ", barn_change_get_subject (change), NULL);
  g_autofree char *text = barn_fold (both);

  return strstr (text, words) != NULL;
}

static gboolean
fits (BarnChange             *change,
      const BarnHistoryFilter *filter,
      const char             *words)
{
  if (filter->author != NULL && strcmp (filter->author, barn_change_get_author (change)) != 0)
    return FALSE;

  if (filter->kind != NULL && !is_of_kind (barn_change_get_action (change), filter->kind))
    return FALSE;

  if (filter->from != BARN_DAY_NONE && get_day (barn_change_get_moment (change)) < filter->from)
    return FALSE;

  if (filter->until != BARN_DAY_NONE && get_day (barn_change_get_moment (change)) > filter->until)
    return FALSE;

  return words == NULL || *words == '\0' || has_words (change, words);
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
  g_autofree char *words = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  changes = list_all (self, filter == NULL ? limit : 0, error);
  if (changes == NULL || filter == NULL)
    return g_steal_pointer (&changes);

  words = filter->search != NULL ? barn_fold (filter->search) : NULL;
  for (guint i = 0; i < changes->len && (limit == 0 || fitting->len < limit); i++)
    {
      if (fits (changes->pdata[i], filter, words))
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
  day = barn_day_to_iso (get_day (barn_change_get_moment (point)));

  return barn_plan_file_commit (self, "history-back", subject, day, NULL, error);
}
