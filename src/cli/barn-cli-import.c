/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-import"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>

/* The word of a line's fate in JSON and CSV */
static const char *
get_fate_nick (BarnFate fate)
{
  switch (fate)
    {
    case BARN_FATE_KEPT:
      return "kept";
    case BARN_FATE_JOINED:
      return "joined";
    case BARN_FATE_DROPPED:
    default:
      return "dropped";
    }
}

static guint
get_count (BarnDraft  *draft,
           const char *property)
{
  guint count;

  g_object_get (draft, property, &count, NULL);

  return count;
}

static void
print_counts (BarnDraft *draft)
{
  guint n_shifts = get_count (draft, "n-shifts");
  guint n_roles = get_count (draft, "n-roles");
  guint n_activities = get_count (draft, "n-activities");
  guint n_long_terms = get_count (draft, "n-long-terms");

  g_print (ngettext ("%u shift\n", "%u shifts\n", n_shifts), n_shifts);
  g_print (ngettext ("%u role\n", "%u roles\n", n_roles), n_roles);
  g_print (ngettext ("%u activity\n", "%u activities\n", n_activities), n_activities);
  g_print (ngettext ("%u item in the longer term\n", "%u items in the longer term\n", n_long_terms), n_long_terms);
}

/* The text comes last: it may be a page long, and is not to push the rest off the screen */
static void
print_lines (BarnDraft *draft)
{
  const char *const headings[] = { _("Line"), _("Fate"), _("Taken for"), _("Reason"), _("Text"), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (headings);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      BarnTaken taken = barn_draft_line_get_taken (line);

      barn_cli_table_add (table, number, barn_fate_get_label (barn_taken_get_fate (taken)), barn_taken_get_label (taken),
                          barn_draft_line_get_reason (line), barn_draft_line_get_text (line), NULL);
    }

  barn_cli_table_print (table, BARN_CLI_TABLE);
}

static void
print_csv (BarnDraft *draft)
{
  const char *const words[] = { "number", "fate", "taken", "text", "reason", NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (words);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      BarnTaken taken = barn_draft_line_get_taken (line);

      barn_cli_table_add (table, number, get_fate_nick (barn_taken_get_fate (taken)), barn_taken_to_nick (taken),
                          barn_draft_line_get_text (line), barn_draft_line_get_reason (line), NULL);
    }

  barn_cli_table_print (table, BARN_CLI_CSV);
}

static void
print_json (BarnDraft *draft)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  barn_cli_json_number (builder, "year", barn_draft_get_year (draft));
  barn_cli_json_number (builder, "shifts", get_count (draft, "n-shifts"));
  barn_cli_json_number (builder, "roles", get_count (draft, "n-roles"));
  barn_cli_json_number (builder, "activities", get_count (draft, "n-activities"));
  barn_cli_json_number (builder, "long_term", get_count (draft, "n-long-terms"));

  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);
      BarnTaken taken = barn_draft_line_get_taken (line);

      json_builder_begin_object (builder);
      barn_cli_json_number (builder, "number", i + 1);
      barn_cli_json_text (builder, "fate", get_fate_nick (barn_taken_get_fate (taken)));
      barn_cli_json_text (builder, "taken", barn_taken_to_nick (taken));
      barn_cli_json_text (builder, "text", barn_draft_line_get_text (line));
      barn_cli_json_text (builder, "reason", barn_draft_line_get_reason (line));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  barn_cli_print_json (builder);
}

static void
print_draft (BarnDraft     *draft,
             BarnCliFormat  format)
{
  switch (format)
    {
    case BARN_CLI_JSON:
      print_json (draft);
      break;

    case BARN_CLI_CSV:
      print_csv (draft);
      break;

    case BARN_CLI_TABLE:
    default:
      print_lines (draft);
      g_print ("\n");
      if (barn_draft_get_year (draft) != 0)
        g_print (_("Year %u\n"), barn_draft_get_year (draft));
      else
        g_print ("%s\n", _("The document does not say which year it is for."));
      print_counts (draft);
    }
}

static BarnDraft *
read_draft (const char  *path,
            guint        year,
            GError     **error)
{
  g_autoptr (GFile) location = g_file_new_for_commandline_arg (path);
  g_autoptr (BarnDocument) document = NULL;
  BarnDraft *draft;

  document = barn_document_read (location, NULL, error);
  if (document == NULL)
    return NULL;

  draft = barn_draft_recognise (document, NULL, error);
  if (draft != NULL && year != 0)
    barn_draft_set_year (draft, year);

  return draft;
}

static BarnCliExit
store_draft (const char *path,
             BarnDraft  *draft)
{
  BarnCliExit status = BARN_CLI_DONE;
  g_autoptr (BarnPlanFile) file = barn_cli_open (path, FALSE, &status);
  BarnPlan *plan;
  GError *error = NULL;

  if (file == NULL)
    return status;

  plan = barn_plan_file_import (file, draft, &error);
  if (plan == NULL)
    return barn_cli_fail (error);

  g_print (_("The plan of %u was stored:\n"), barn_plan_get_year (plan));
  print_counts (draft);

  return BARN_CLI_DONE;
}

static BarnCliExit
run (const char *const *arguments)
{
  g_autofree char *year_text = NULL;
  g_autofree char *format_text = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &year_text, N_("The year, where the document does not say it"), N_("YEAR") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Tells what each line was taken for, and stores nothing"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("How a dry run is told: table, json or csv"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (BarnDraft) draft = NULL;
  GError *error = NULL;
  BarnCliFormat format;
  guint year;

  if (!barn_cli_parse (&barn_cli_import, arguments, entries, 2, 2, &words) ||
      !barn_cli_parse_year (&barn_cli_import, year_text, &year) ||
      !barn_cli_parse_format (&barn_cli_import, format_text, &format))
    return BARN_CLI_USAGE;

  if (format_text != NULL && !dry_run)
    return barn_cli_misuse (&barn_cli_import, _("--format goes with --dry-run."));

  draft = read_draft (words[1], year, &error);
  if (draft == NULL)
    return barn_cli_fail (error);

  if (!dry_run)
    return store_draft (words[0], draft);

  print_draft (draft, format);

  return BARN_CLI_DONE;
}

const BarnCliCommand barn_cli_import = {
  .name = "import",
  .synopsis = "FILE DOCUMENT [--year YEAR] [--dry-run]",
  .summary = N_("Takes the handlingsplan of a Word, ODF, Markdown or text file into a plan file."),
  .run = run,
};
