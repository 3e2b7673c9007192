/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-export"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>

#include "barn-plan-file-profile.h"
#include "barn-plan-file-year.h"
#include "barn-review.h"

/* The kinds that are no documents: a calendar file, and all data for other programs */
#define CALENDAR "arshjul"
#define DATA "data"
/* What is not made now, but was kept */
#define ADOPTED "adopted"

/* What the window shows before it exports; nothing is forbidden by it */
static void
print_remarks (BarnPaper     paper,
               BarnPlanFile *file,
               BarnPlan     *plan,
               BarnProfile  *profile,
               BarnDay       as_of)
{
  g_autoptr (GPtrArray) remarks = barn_review (paper, barn_plan_file_get_model (file), plan,
                                               profile != NULL ? profile : barn_plan_file_get_profile (file), as_of);

  if (remarks->len == 0)
    return;

  g_print ("\n%s\n", _("To look at before anybody reads it:"));
  for (guint i = 0; i < remarks->len; i++)
    g_print ("- %s\n", ((BarnRemark *) g_ptr_array_index (remarks, i))->sentence);
}

/* A profile that cannot be used is named, and the document is made with the built-in one */
BarnProfile *
barn_cli_read_profile (const char *path)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  BarnProfile *profile;

  if (path == NULL)
    return NULL;

  file = g_file_new_for_commandline_arg (path);
  profile = barn_profile_read (file, &error);
  if (profile == NULL)
    {
      g_printerr ("%s\n%s\n", error->message, _("The built-in profile is used instead."));
      profile = g_object_ref (barn_profile_get_default ());
    }

  return profile;
}

/* The plan file's own profile, where none is asked for, may be one of a newer version */
static void
warn_of_profile (BarnPlanFile *file,
                 BarnProfile  *profile)
{
  if (profile == NULL && barn_plan_file_get_profile_fault (file) != NULL)
    g_printerr ("%s\n", barn_plan_file_get_profile_fault (file));
}

/* @paper: (nullable): %NULL: all data */
static BarnCliExit
export_kind (const char      *path,
             const BarnPaper *paper,
             const char      *output_path,
             guint            year,
             BarnDay          as_of,
             BarnProfile     *profile)
{
  BarnCliExit status = BARN_CLI_DONE;
  g_autoptr (BarnPlanFile) file = barn_cli_open (path, TRUE, &status);
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (output_path);
  g_autofree char *shown_path = g_filename_display_name (output_path);
  gboolean written;
  BarnPlan *plan;
  GError *error = NULL;

  if (file == NULL)
    return status;

  plan = barn_cli_find_plan (file, year, &status);
  if (plan == NULL)
    return status;

  warn_of_profile (file, profile);
  year = barn_plan_get_year (plan);
  written = paper != NULL ? barn_plan_file_export (file, *paper, year, as_of, profile, output, NULL, &error)
                          : barn_plan_file_export_data (file, year, as_of, profile, output, NULL, &error);
  if (!written)
    return barn_cli_fail (error);

  if (paper == NULL)
    {
      g_print (_("The data were written to “%s”.\n"), shown_path);
      return BARN_CLI_DONE;
    }

  /* Translators: a kind of document, its year, and the file's name */
  g_print (_("%s %u: written to “%s”.\n"), barn_paper_get_label (*paper), year, shown_path);
  print_remarks (*paper, file, plan, profile, as_of);

  return BARN_CLI_DONE;
}

static BarnCliExit
export_calendar (const char  *path,
                 const char  *output_path,
                 guint        year,
                 BarnProfile *profile)
{
  BarnCliExit status = BARN_CLI_DONE;
  g_autoptr (BarnPlanFile) file = barn_cli_open (path, TRUE, &status);
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (output_path);
  g_autofree char *shown_path = g_filename_display_name (output_path);
  BarnPlan *plan;
  GError *error = NULL;

  if (file == NULL)
    return status;

  plan = barn_cli_find_plan (file, year, &status);
  if (plan == NULL)
    return status;

  warn_of_profile (file, profile);
  if (!barn_plan_file_export_calendar (file, plan, profile, output, NULL, &error))
    return barn_cli_fail (error);

  /* Translators: a year, and the file's name */
  g_print (_("Annual wheel %u: written to “%s”.\n"), barn_plan_get_year (plan), shown_path);

  return BARN_CLI_DONE;
}

static char *
dup_kinds (void)
{
  GString *kinds = g_string_new (NULL);

  for (guint paper = 0; paper < BARN_N_PAPERS; paper++)
    g_string_append_printf (kinds, "%s, ", barn_paper_to_nick ((BarnPaper) paper));
  g_string_append (kinds, CALENDAR ", " DATA ", " ADOPTED);

  return g_string_free (kinds, FALSE);
}

static BarnCliExit
run (const char *const *arguments)
{
  g_autofree char *output = NULL;
  g_autofree char *year_text = NULL;
  g_autofree char *as_of_text = NULL;
  g_autofree char *profile_path = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("What to write; its ending tells the format, as in barnbokslut.docx"), N_("OUTPUT") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &year_text, N_("The year of the plan; if left out, the latest begun that has something in it"), N_("YEAR") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of_text, N_("The day whose figures it tells; today if left out"), N_("DATE") },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile_path, N_("The wording of documents; the plan file’s own if left out"), N_("FILE") },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (BarnProfile) profile = NULL;
  BarnPaper paper = BARN_PAPER_BARNBOKSLUT;
  gboolean data;
  BarnDay as_of;
  guint year;

  if (!barn_cli_parse (&barn_cli_export, arguments, entries, 2, 3, &words) ||
      !barn_cli_parse_year (&barn_cli_export, year_text, &year) ||
      !barn_cli_parse_day (&barn_cli_export, as_of_text, &as_of))
    return BARN_CLI_USAGE;

  if ((words[2] != NULL) != g_str_equal (words[1], ADOPTED))
    return barn_cli_misuse (&barn_cli_export, words[2] != NULL ? _("That is more than the command takes.")
                                                               : _("Say which adopted document: “barnratt-cli list FILE adopted” tells."));

  if (words[2] != NULL && (year_text != NULL || as_of_text != NULL || profile_path != NULL))
    return barn_cli_misuse (&barn_cli_export, _("An adopted document is written as it was adopted: it takes no --year, --as-of or --profile."));

  data = g_str_equal (words[1], DATA);
  if (words[2] == NULL && !data && !g_str_equal (words[1], CALENDAR) && !barn_paper_from_nick (words[1], &paper))
    {
      g_autofree char *kinds = dup_kinds ();
      g_autofree char *sentence = g_strdup_printf (_("Unknown kind “%s”: there are %s."), words[1], kinds);

      return barn_cli_misuse (&barn_cli_export, sentence);
    }

  if (output == NULL)
    return barn_cli_misuse (&barn_cli_export, _("Say what to write: -o barnbokslut.docx."));

  if (words[2] != NULL)
    return barn_cli_export_adopted (words[0], words[2], output);

  profile = barn_cli_read_profile (profile_path);

  if (g_str_equal (words[1], CALENDAR))
    return as_of_text == NULL ? export_calendar (words[0], output, year, profile)
                              : barn_cli_misuse (&barn_cli_export, _("A calendar file has no --as-of."));

  return export_kind (words[0], data ? NULL : &paper, output, year, as_of, profile);
}

const BarnCliCommand barn_cli_export = {
  .name = "export",
  .synopsis = "FILE handlingsplan|barnbokslut|lagesrapport|halvarsrapport|tjansteskrivelse|barnversion|arshjul|data|adopted DOCUMENT -o OUTPUT [--year YEAR] [--as-of DATE] [--profile FILE]",
  .summary = N_("Writes a document of a year: the plan, the barnbokslut, a report, the letter to the nämnd, the barnbokslut for children; the annual wheel as a calendar file; all data; or an adopted document as it was adopted."),
  .run = run,
};
