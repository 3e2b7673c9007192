/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-profile"

#include "config.h"

#include "barn-plan-file-profile.h"

#include <glib/gi18n-lib.h>

#include "barn-plan-file-private.h"

/* What a profile that was written to a file begins with, in the language that its words are in */
#define FIRST_LINE "# Barnrätt: ordval och utseende för dokument. Det som inte står här är som i den inbyggda mallen.\n"

static BarnOrganisation *
get_organisation (BarnPlanFile *self)
{
  return barn_model_get_organisation (self->model);
}

/* Reads what is stored, where it is another than the last time */
static void
update (BarnPlanFile *self)
{
  const char *text = barn_organisation_get_profile (get_organisation (self));
  g_autoptr (GError) error = NULL;

  if (self->profile != NULL && g_strcmp0 (self->profile_text, text) == 0)
    return;

  g_clear_object (&self->profile);
  g_clear_pointer (&self->profile_fault, g_free);
  g_free (self->profile_text);
  self->profile_text = g_strdup (text);
  self->profile = barn_profile_new_from_text (text, &error);
  if (self->profile != NULL)
    return;

  self->profile = g_object_ref (barn_profile_get_default ());
  self->profile_fault = g_strdup_printf (_("The file’s own wording of documents cannot be used. %s The built-in one is used instead. Nothing in the file was changed."),
                                         error->message);
}

/**
 * barn_plan_file_get_profile:
 * @self: a plan file
 *
 * Gets the wording of its documents and how they look. One that cannot be read (made by a newer version) is left as it is, and the built-in one
 * stands in for it: see barn_plan_file_get_profile_fault(). Whoever shows it watches "notify::profile" of the organisation.
 *
 * Returns: (transfer none): the profile, which holds until the next change
 */
BarnProfile *
barn_plan_file_get_profile (BarnPlanFile *self)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  update (self);

  return self->profile;
}

/**
 * barn_plan_file_get_profile_fault:
 * @self: a plan file
 *
 * Returns: (nullable): why the built-in profile is used and not the file's own, in sentences for a person
 */
const char *
barn_plan_file_get_profile_fault (BarnPlanFile *self)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  update (self);

  return self->profile_fault;
}

/**
 * barn_plan_file_set_profile:
 * @self: a plan file
 * @profile: (nullable): its wording of documents from now on; %NULL: the built-in one
 * @run: (nullable): joins the changes of one sitting at a field
 * @error: return location for a #BarnPlanFileError
 *
 * Keeps a profile in the file, in one change.
 *
 * Returns: whether it is kept
 */
gboolean
barn_plan_file_set_profile (BarnPlanFile  *self,
                            BarnProfile   *profile,
                            const char    *run,
                            GError       **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (profile == NULL || BARN_IS_PROFILE (profile), FALSE);

  text = profile != NULL ? barn_profile_to_text (profile) : g_strdup ("");

  return barn_plan_file_set_text (self, BARN_ITEM (get_organisation (self)), "profile",
                                  barn_organisation_get_profile (get_organisation (self)), text, run, error);
}

/**
 * barn_plan_file_import_profile:
 * @self: a plan file
 * @file: a profile
 * @error: return location for a #BarnProfileError or a #BarnPlanFileError
 *
 * Takes the wording of another förvaltning's documents, in one change. A profile that is damaged is named, and changes nothing.
 *
 * Returns: whether it is kept
 */
gboolean
barn_plan_file_import_profile (BarnPlanFile  *self,
                               GFile         *file,
                               GError       **error)
{
  g_autoptr (BarnProfile) profile = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  profile = barn_profile_read (file, error);

  return profile != NULL && barn_plan_file_set_profile (self, profile, NULL, error);
}

/**
 * barn_plan_file_export_profile:
 * @self: a plan file
 * @output: what to write
 * @error: return location for a #BarnPlanFileError or a #BarnDocumentError
 *
 * Writes the wording of its documents for other förvaltningar. The file's municipality goes with it, for plan files that name none.
 *
 * Returns: whether the file is written; an older one of the name is untouched otherwise
 */
gboolean
barn_plan_file_export_profile (BarnPlanFile  *self,
                               GFile         *output,
                               GError       **error)
{
  const char *municipality;
  g_autoptr (BarnProfile) profile = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (output), FALSE);

  if (!barn_plan_file_check_output (self->file, output, error))
    return FALSE;

  if (barn_plan_file_get_profile_fault (self) != NULL)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE, self->profile_fault);
      return FALSE;
    }

  municipality = barn_organisation_get_municipality (get_organisation (self));
  profile = *municipality != '\0' ? barn_profile_with_text (self->profile, "general", "municipality", municipality, error)
                                  : g_object_ref (self->profile);
  if (profile == NULL)
    return FALSE;

  words = barn_profile_to_text (profile);
  text = g_strconcat (FIRST_LINE, *words != '\0' ? "\n" : "", words, NULL);
  bytes = g_bytes_new_take (text, strlen (text));

  return barn_document_write_bytes (bytes, output, NULL, error);
}
