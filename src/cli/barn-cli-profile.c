/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-profile"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>

#include "barn-plan-file-profile.h"

static BarnCliExit
show (BarnPlanFile *file)
{
  const char *fault = barn_plan_file_get_profile_fault (file);
  g_autofree char *text = barn_profile_to_text (barn_plan_file_get_profile (file));

  if (fault != NULL)
    return barn_cli_refuse (fault);

  if (*text == '\0')
    g_print ("%s\n", _("The plan file has no wording of its own: its documents are worded as the built-in profile says."));
  else
    g_print ("%s", text);

  return BARN_CLI_DONE;
}

static gboolean
set_logo (BarnPlanFile  *file,
          GFile         *picture,
          GError       **error)
{
  g_autoptr (GBytes) logo = barn_picture_read_logo (picture, error);
  g_autoptr (BarnProfile) profile = NULL;

  if (logo != NULL)
    profile = barn_profile_with_logo (barn_plan_file_get_profile (file), logo, error);

  return profile != NULL && barn_plan_file_set_profile (file, profile, NULL, error);
}

static BarnCliExit
run (const char *const *arguments)
{
  g_autofree char *import = NULL;
  g_autofree char *export = NULL;
  g_autofree char *logo = NULL;
  gboolean reset = FALSE;
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &import, N_("Take the wording from a profile file"), N_("PROFILE") },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &export, N_("Write the wording to a profile file, for others to import"), N_("PROFILE") },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &logo, N_("Put a picture above the title of every document: PNG, JPEG or SVG"), N_("PICTURE") },
    { "reset", 0, 0, G_OPTION_ARG_NONE, &reset, N_("Go back to the built-in wording"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (BarnPlanFile) file = NULL;
  g_autoptr (GFile) other = NULL;
  const char *path;
  BarnCliExit status = BARN_CLI_DONE;
  GError *error = NULL;
  gboolean done;

  if (!barn_cli_parse (&barn_cli_profile, arguments, entries, 1, 1, &words))
    return BARN_CLI_USAGE;
  if ((import != NULL) + (export != NULL) + (logo != NULL) + reset > 1)
    return barn_cli_misuse (&barn_cli_profile, _("Ask for one thing at a time: --import, --export, --logo or --reset."));

  file = barn_cli_open (words[0], import == NULL && logo == NULL && !reset, &status);
  if (file == NULL)
    return status;

  path = import != NULL ? import : export != NULL ? export : logo;
  if (path == NULL && !reset)
    return show (file);

  if (path != NULL)
    other = g_file_new_for_commandline_arg (path);
  if (import != NULL)
    done = barn_plan_file_import_profile (file, other, &error);
  else if (export != NULL)
    done = barn_plan_file_export_profile (file, other, &error);
  else if (logo != NULL)
    done = set_logo (file, other, &error);
  else
    done = barn_plan_file_set_profile (file, NULL, NULL, &error);

  if (!done)
    return barn_cli_fail (error);

  if (export != NULL)
    {
      g_autofree char *shown_path = g_filename_display_name (export);

      g_print (_("The profile was written to “%s”.\n"), shown_path);
    }
  else
    g_print ("%s\n", reset ? _("Documents are worded as the built-in profile says.") : _("The plan file keeps the wording of its documents."));

  return BARN_CLI_DONE;
}

const BarnCliCommand barn_cli_profile = {
  .name = "profile",
  .synopsis = "FILE [--import PROFILE | --export PROFILE | --logo PICTURE | --reset]",
  .summary = N_("Shows or changes the wording of a plan file’s documents and how they look."),
  .run = run,
};
