/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-backup"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>

static BarnCliExit
run_backup (const char *const *arguments)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (BarnPlanFile) file = NULL;
  g_autoptr (GFile) copy = NULL;
  g_autofree char *shown_path = NULL;
  BarnCliExit status = BARN_CLI_DONE;
  GError *error = NULL;

  if (!barn_cli_parse (&barn_cli_backup, arguments, NULL, 2, 2, &words))
    return BARN_CLI_USAGE;

  file = barn_cli_open (words[0], TRUE, &status);
  if (file == NULL)
    return status;

  copy = g_file_new_for_commandline_arg (words[1]);
  if (!barn_plan_file_backup (file, copy, NULL, &error))
    return barn_cli_fail (error);

  shown_path = g_filename_display_name (words[1]);
  g_print (_("The plan file was copied to “%s”.\n"), shown_path);

  return BARN_CLI_DONE;
}

static BarnCliExit
run_restore (const char *const *arguments)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GFile) kept = NULL;
  GError *error = NULL;

  if (!barn_cli_parse (&barn_cli_restore, arguments, NULL, 2, 2, &words))
    return BARN_CLI_USAGE;

  file = g_file_new_for_commandline_arg (words[0]);
  copy = g_file_new_for_commandline_arg (words[1]);
  if (!barn_plan_file_restore (file, copy, &kept, NULL, &error))
    return barn_cli_fail (error);

  g_print ("%s\n", _("The backup is in place."));
  if (kept != NULL)
    {
      g_autofree char *shown_path = g_filename_display_name (g_file_peek_path (kept));

      g_print (_("What was there before is kept in “%s”.\n"), shown_path);
    }

  return BARN_CLI_DONE;
}

const BarnCliCommand barn_cli_backup = {
  .name = "backup",
  .synopsis = "FILE COPY",
  .summary = N_("Makes a sound copy of a plan file, also while others write to it. An older COPY is replaced."),
  .run = run_backup,
};

const BarnCliCommand barn_cli_restore = {
  .name = "restore",
  .synopsis = "FILE COPY",
  .summary = N_("Puts a backup in the place of a plan file. What was there is kept among its backups."),
  .run = run_restore,
};
