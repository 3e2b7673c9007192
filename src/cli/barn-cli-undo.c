/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-undo"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>

/* What was undone or redone, as the log says it: one line however many changes were made in one run */
static void
on_changed (BarnPlanFile  *file,
            BarnChange    *change,
            gboolean       is_own,
            char         **summary)
{
  if (!is_own)
    return;

  g_free (*summary);
  *summary = barn_change_dup_summary (change);
}

static BarnCliExit
step (const BarnCliCommand *command,
      const char *const    *arguments,
      gboolean            (*change) (BarnPlanFile *, BarnChange *, GError **))
{
  g_auto (GStrv) words = NULL;
  g_autoptr (BarnPlanFile) file = NULL;
  g_autofree char *summary = NULL;
  BarnCliExit status = BARN_CLI_DONE;
  GError *error = NULL;

  if (!barn_cli_parse (command, arguments, NULL, 1, 1, &words))
    return BARN_CLI_USAGE;

  file = barn_cli_open (words[0], FALSE, &status);
  if (file == NULL)
    return status;

  g_signal_connect (file, "changed", G_CALLBACK (on_changed), &summary);
  if (!change (file, NULL, &error))
    return barn_cli_fail (error);

  if (summary != NULL)
    g_print ("%s\n", summary);

  return BARN_CLI_DONE;
}

static BarnCliExit
run_undo (const char *const *arguments)
{
  return step (&barn_cli_undo, arguments, barn_plan_file_undo);
}

static BarnCliExit
run_redo (const char *const *arguments)
{
  return step (&barn_cli_redo, arguments, barn_plan_file_redo);
}

static BarnCliExit
run_verify (const char *const *arguments)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (BarnPlanFile) file = NULL;
  BarnCliExit status = BARN_CLI_DONE;
  GError *error = NULL;

  if (!barn_cli_parse (&barn_cli_verify, arguments, NULL, 1, 1, &words))
    return BARN_CLI_USAGE;

  file = barn_cli_open (words[0], TRUE, &status);
  if (file == NULL)
    return status;

  if (!barn_plan_file_verify (file, NULL, &error))
    return barn_cli_fail (error);

  g_print ("%s\n", _("The plan file is sound."));

  return BARN_CLI_DONE;
}

const BarnCliCommand barn_cli_undo = {
  .name = "undo",
  .synopsis = "FILE",
  .summary = N_("Undoes the last change, whenever it was made."),
  .run = run_undo,
};

const BarnCliCommand barn_cli_redo = {
  .name = "redo",
  .synopsis = "FILE",
  .summary = N_("Does again what was undone last."),
  .run = run_redo,
};

const BarnCliCommand barn_cli_verify = {
  .name = "verify",
  .synopsis = "FILE",
  .summary = N_("Reads the whole plan file and checks every rule."),
  .run = run_verify,
};
