/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-calendar"

#include "config.h"

#include "barn-plan-file-private.h"
#include "barn-plan-file-profile.h"
#include "barn-plan-file-year.h"

#include <glib/gi18n-lib.h>

#include "barn-calendar.h"

/**
 * barn_plan_file_export_calendar:
 * @self: a plan file
 * @plan: one of its plans
 * @profile: (nullable): the wording; %NULL: the plan file's own
 * @output: what to write; its name ends in .ics
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnPlanFileError or a #GIOError
 *
 * Writes the årshjul of a plan as a calendar file. The number and the time of the last change of the plan file are in each event, so that a new
 * export updates an older one, and the same file gives the same bytes.
 *
 * Returns: whether it is written; an older file of the name is untouched otherwise
 */
gboolean
barn_plan_file_export_calendar (BarnPlanFile  *self,
                                BarnPlan      *plan,
                                BarnProfile   *profile,
                                GFile         *output,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  BarnChange *last;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (G_IS_FILE (output), FALSE);

  name = g_file_get_basename (output);
  if (name == NULL || !g_str_has_suffix (name, ".ics"))
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                           _("The annual wheel is written as a calendar file: let the name end in .ics."));
      return FALSE;
    }

  if (!barn_plan_file_check_output (self->file, output, error))
    return FALSE;

  changes = barn_plan_file_list_changes (self, NULL, 1, error);
  if (changes == NULL)
    return FALSE;

  /* A file that this program made begins with a change; one whose log another program emptied can be opened all the same */
  last = changes->len > 0 ? changes->pdata[0] : NULL;
  text = barn_calendar_write (self->model, plan, profile != NULL ? profile : barn_plan_file_get_profile (self),
                              last != NULL ? (guint) barn_change_get_number (last) : 0,
                              last != NULL ? barn_change_get_moment (last) : 0);
  bytes = g_bytes_new (text, strlen (text));

  return barn_document_write_bytes (bytes, output, cancellable, error);
}
