/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-export"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>

#include "barn-review.h"

/* What the window shows before it exports; nothing is forbidden by it */
static void
print_remarks (BarnModel *model,
               BarnPlan  *plan,
               BarnDay    as_of)
{
  g_autoptr (GPtrArray) remarks = barn_review (model, plan, as_of);

  if (remarks->len == 0)
    return;

  g_print ("\n%s\n", _("To look at before it goes to the nämnd:"));
  for (guint i = 0; i < remarks->len; i++)
    g_print ("- %s\n", ((BarnRemark *) g_ptr_array_index (remarks, i))->sentence);
}

static BarnCliExit
export_barnbokslut (const char *path,
                    const char *output_path,
                    guint       year,
                    BarnDay     as_of)
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

  if (!barn_plan_file_export (file, barn_plan_get_year (plan), as_of, output, NULL, &error))
    return barn_cli_fail (error);

  g_print (_("The barnbokslut of %u was written to “%s”.\n"), barn_plan_get_year (plan), shown_path);
  print_remarks (barn_plan_file_get_model (file), plan, as_of);

  return BARN_CLI_DONE;
}

static BarnCliExit
run (const char *const *arguments)
{
  g_autofree char *output = NULL;
  g_autofree char *year_text = NULL;
  g_autofree char *as_of_text = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("What to write; its ending tells the format, as in barnbokslut.docx"), N_("OUTPUT") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &year_text, N_("The year of the plan; if left out, the latest begun that has something in it"), N_("YEAR") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of_text, N_("The day whose figures it tells; today if left out"), N_("DATE") },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  BarnDay as_of;
  guint year;

  if (!barn_cli_parse (&barn_cli_export, arguments, entries, 2, 2, &words) ||
      !barn_cli_parse_year (&barn_cli_export, year_text, &year) ||
      !barn_cli_parse_day (&barn_cli_export, as_of_text, &as_of))
    return BARN_CLI_USAGE;

  if (!g_str_equal (words[1], "barnbokslut"))
    {
      g_autofree char *sentence = g_strdup_printf (_("Unknown kind “%s”: there is barnbokslut."), words[1]);

      return barn_cli_misuse (&barn_cli_export, sentence);
    }

  if (output == NULL)
    return barn_cli_misuse (&barn_cli_export, _("Say what to write: -o barnbokslut.docx."));

  return export_barnbokslut (words[0], output, year, as_of);
}

const BarnCliCommand barn_cli_export = {
  .name = "export",
  .synopsis = "FILE barnbokslut -o OUTPUT [--year YEAR] [--as-of DATE]",
  .summary = N_("Writes the barnbokslut of a year as a document, whose format follows the ending of OUTPUT."),
  .run = run,
};
