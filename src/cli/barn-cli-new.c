/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-new"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char     *year;
  char     *organisation;
  char     *board;
  gboolean  example;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->year);
  g_free (self->organisation);
  g_free (self->board);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The example under another name, and with a plan of another year beside its own */
static gboolean
adapt_example (BarnPlanFile   *file,
               const Options  *options,
               guint           year,
               GError        **error)
{
  BarnModel *model = barn_plan_file_get_model (file);
  BarnItem *organisation = BARN_ITEM (barn_model_get_organisation (model));

  return (options->organisation == NULL ||
          barn_plan_file_set_text (file, organisation, "name", NULL, options->organisation, NULL, error)) &&
         (options->board == NULL ||
          barn_plan_file_set_text (file, organisation, "board", NULL, options->board, NULL, error)) &&
         (year == 0 || barn_model_find_plan (model, year) != NULL ||
          barn_plan_file_add_plan (file, year, error) != NULL);
}

static BarnPlanFile *
make_file (GFile          *location,
           const Options  *options,
           guint           year,
           GError        **error)
{
  g_autoptr (BarnPlanFile) file = NULL;

  if (!options->example)
    return barn_plan_file_create (location, year, options->organisation, options->board, error);

  file = barn_plan_file_create_example (location, error);
  if (file == NULL || !adapt_example (file, options, year, error))
    return NULL;

  return g_steal_pointer (&file);
}

static BarnCliExit
run (const char *const *arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &options.year, N_("The year of the plan"), N_("YEAR") },
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &options.organisation, N_("The förvaltning"), N_("NAME") },
    { "board", 0, 0, G_OPTION_ARG_STRING, &options.board, N_("The nämnd it answers to"), N_("NAME") },
    { "example", 0, 0, G_OPTION_ARG_NONE, &options.example, N_("With the example plan of an invented förvaltning"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (GFile) location = NULL;
  g_autoptr (BarnPlanFile) file = NULL;
  g_autofree char *shown_path = NULL;
  GError *error = NULL;
  guint year;

  if (!barn_cli_parse (&barn_cli_new, arguments, entries, 1, 1, &words) ||
      !barn_cli_parse_year (&barn_cli_new, options.year, &year))
    return BARN_CLI_USAGE;

  if (year == 0 && !options.example)
    return barn_cli_misuse (&barn_cli_new, _("Give the year of the plan: --year 2026."));

  location = g_file_new_for_commandline_arg (words[0]);
  file = make_file (location, &options, year, &error);
  if (file == NULL)
    return barn_cli_fail (error);

  shown_path = g_filename_display_name (words[0]);
  g_print (_("The plan file “%s” was made.\n"), shown_path);

  return BARN_CLI_DONE;
}

const BarnCliCommand barn_cli_new = {
  .name = "new",
  .synopsis = "FILE --year YEAR [--organisation NAME] [--board NAME] [--example]",
  .summary = N_("Makes a plan file with an empty plan."),
  .run = run,
};
