/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-queries"

#include "config.h"

#include "barn-plan-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-text.h"

/**
 * barn_plan_file_list_history:
 * @self: a plan file
 * @item: (nullable): whose history
 * @limit: how many lines at most; 0: all
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer full) (element-type BarnFieldChange): who changed what and when, newest first
 */
GPtrArray *
barn_plan_file_list_history (BarnPlanFile  *self,
                             BarnItem      *item,
                             guint          limit,
                             GError       **error)
{
  g_autoptr (GPtrArray) history = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  history = barn_store_list_history (self->store, item != NULL ? barn_item_get_id (item) : NULL, limit, &local_error);
  if (history == NULL)
    barn_plan_file_fail (NULL, local_error, error);

  return g_steal_pointer (&history);
}

/**
 * barn_plan_file_verify:
 * @self: a plan file
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnPlanFileError
 *
 * Reads every page of the file and checks every rule.
 *
 * Returns: whether it is sound
 */
gboolean
barn_plan_file_verify (BarnPlanFile  *self,
                       GCancellable  *cancellable,
                       GError       **error)
{
  GError *local_error = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);

  if (!barn_store_verify (self->store, cancellable, &local_error))
    return barn_plan_file_fail (NULL, local_error, error);

  return TRUE;
}

/* How many titles are, or hold, the text; the last of them, and the first three by name */
static guint
match_titles (GListModel    *activities,
              const char    *folded,
              gboolean       exactly,
              BarnActivity **found,
              GString       *titles)
{
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      g_autofree char *title = barn_fold (barn_activity_get_title (activity));

      if (exactly ? !g_str_equal (title, folded) : strstr (title, folded) == NULL)
        continue;

      *found = activity;
      n_found++;
      if (n_found <= 3)
        g_string_append_printf (titles, "%s“%s”", n_found > 1 ? ", " : "", barn_activity_get_title (activity));
    }

  return n_found;
}

/**
 * barn_plan_file_find_activity:
 * @self: a plan file
 * @plan: in which the titles are looked through
 * @text: an id, or text that fits exactly one title
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the activity
 */
BarnActivity *
barn_plan_file_find_activity (BarnPlanFile  *self,
                              BarnPlan      *plan,
                              const char    *text,
                              GError       **error)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *folded = NULL;
  GListModel *activities;
  BarnActivity *found = NULL;
  BarnItem *item;
  guint n_found;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  item = barn_model_lookup (self->model, text);
  if (item != NULL && BARN_IS_ACTIVITY (item))
    return BARN_ACTIVITY (item);

  activities = barn_plan_get_activities (plan);
  folded = barn_fold (text);

  if (*folded != '\0' && match_titles (activities, folded, TRUE, &found, titles) == 1)
    return found;

  g_string_truncate (titles, 0);
  n_found = *folded != '\0' ? match_titles (activities, folded, FALSE, &found, titles) : 0;

  if (n_found == 1)
    return found;

  if (n_found == 0)
    g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NOT_FOUND,
                 _("No activity of the plan of %u is called “%s”."),
                 barn_plan_get_year (plan), text);
  else
    g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_AMBIGUOUS,
                 ngettext ("“%s” fits %u activity: %s. Give more of the title, or the id.",
                           "“%s” fits %u activities, among them %s. Give more of the title, or the id.", n_found),
                 text, n_found, titles->str);

  return NULL;
}
