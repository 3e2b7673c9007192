/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-status"

#include "config.h"

#include "barn-cli-private.h"
#include "barn-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *year;
  char *on;
  char *comment;
  char *effect;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->year);
  g_free (self->on);
  g_free (self->comment);
  g_free (self->effect);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
warn_of_personal_id (const char *text)
{
  gsize start, length;

  if (text != NULL && barn_text_find_personal_id (text, &start, &length))
    g_printerr ("barnratt-cli: %s\n",
                _("Something in the text looks like a personnummer. A plan file is no place for what tells of a single child; "
                  "“barnratt-cli undo” takes it back."));
}

static gboolean
set_status (BarnPlanFile   *file,
            BarnActivity   *activity,
            BarnStatus      status,
            BarnDay         day,
            const Options  *options,
            GError        **error)
{
  g_autoptr (GPtrArray) activities = g_ptr_array_new ();

  if (options->on != NULL || options->comment != NULL || options->effect != NULL)
    return barn_plan_file_add_follow_up (file, activity, status, day, options->comment, options->effect, error) != NULL;

  g_ptr_array_add (activities, activity);

  return barn_plan_file_set_status (file, activities, status, error);
}

static BarnCliExit
follow_up (const char    *path,
           guint          year,
           const char    *words,
           BarnStatus     status,
           BarnDay        day,
           const Options *options)
{
  BarnCliExit exit_status = BARN_CLI_DONE;
  g_autoptr (BarnPlanFile) file = barn_cli_open (path, FALSE, &exit_status);
  BarnActivity *activity;
  BarnPlan *plan;
  GError *error = NULL;

  if (file == NULL)
    return exit_status;

  plan = barn_cli_find_plan (file, year, &exit_status);
  if (plan == NULL)
    return exit_status;

  activity = barn_plan_file_find_activity (file, plan, words, &error);
  if (activity == NULL)
    return barn_cli_fail (error);

  warn_of_personal_id (options->comment);
  warn_of_personal_id (options->effect);

  if (!set_status (file, activity, status, day, options, &error))
    return barn_cli_fail (error);

  g_print (_("“%s”: %s\n"), barn_activity_get_title (activity), barn_status_get_label (status));

  return BARN_CLI_DONE;
}

static BarnCliExit
run (const char *const *arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_("The day it had come so far; today if left out"), N_("DATE") },
    { "comment", 0, 0, G_OPTION_ARG_STRING, &options.comment, N_("What happened"), N_("TEXT") },
    { "effect", 0, 0, G_OPTION_ARG_STRING, &options.effect, N_("What it changed for the children"), N_("TEXT") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &options.year, N_("The year of the plan; if left out, the latest begun that has something in it"), N_("YEAR") },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  BarnStatus status;
  BarnDay day;
  guint year;

  if (!barn_cli_parse (&barn_cli_status, arguments, entries, 3, 3, &words) ||
      !barn_cli_parse_status (&barn_cli_status, words[2], &status) ||
      !barn_cli_parse_day (&barn_cli_status, options.on, &day) ||
      !barn_cli_parse_year (&barn_cli_status, options.year, &year))
    return BARN_CLI_USAGE;

  return follow_up (words[0], year, words[1], status, day, &options);
}

const BarnCliCommand barn_cli_status = {
  .name = "status",
  .synopsis = "FILE ACTIVITY STATUS [--on DATE] [--comment TEXT] [--effect TEXT]",
  .summary = N_("Follows an activity up. ACTIVITY is its id, or text that fits one title alone; STATUS is not_started, ongoing, done, paused or cancelled."),
  .run = run,
};
