/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-adopt"

#include "config.h"

#include "barn-cli-list-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-plan-file-adopt.h"

/* The options as they were written */
typedef struct
{
  char *format;
  char *by;
  char *on;
  char *decision;
  char *registry_number;
  char *year;
  char *as_of;
  char *profile;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->by);
  g_free (self->on);
  g_free (self->decision);
  g_free (self->registry_number);
  g_free (self->year);
  g_free (self->as_of);
  g_free (self->profile);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static BarnCliExit
adopt (const char   *path,
       BarnAdoption *adoption,
       const char   *profile_path)
{
  BarnCliExit status = BARN_CLI_DONE;
  g_autoptr (BarnPlanFile) file = barn_cli_open (path, FALSE, &status);
  g_autoptr (BarnProfile) profile = NULL;
  g_autofree char *day = NULL;
  BarnAdopted *adopted;
  BarnPlan *plan;
  GError *error = NULL;

  if (file == NULL)
    return status;

  plan = barn_cli_find_plan (file, adoption->year, &status);
  if (plan == NULL)
    return status;

  adoption->year = barn_plan_get_year (plan);
  if (adoption->registry_number == NULL)
    adoption->registry_number = barn_plan_get_registry_number (plan);
  profile = barn_cli_read_profile (profile_path);
  adopted = barn_plan_file_adopt (file, adoption, profile, NULL, &error);
  if (adopted == NULL)
    return barn_cli_fail (error);

  day = barn_day_to_iso (adoption->adopted_on);
  /* Translators: the title of a document, its format, who decided, the day of the decision */
  g_print (_("%s (%s): adopted by %s on %s.\n"), barn_adopted_get_title (adopted), barn_adopted_get_format (adopted),
           barn_adopted_get_instance (adopted), day);
  g_print ("SHA-256: %s\n", barn_adopted_get_sha256 (adopted));

  return BARN_CLI_DONE;
}

static gboolean
parse_format (const char *text,
              BarnFormat *format)
{
  g_autofree char *name = g_strconcat ("x.", text != NULL ? text : "", NULL);
  g_autofree char *endings = barn_format_dup_endings ();
  g_autofree char *sentence = NULL;

  *format = barn_format_from_name (name);
  if (text != NULL && barn_format_can_write (*format))
    return TRUE;

  sentence = text == NULL ? g_strdup (_("Say how the document is kept: --format pdf."))
                          : g_strdup_printf (_("“%s” is no format of documents: there are %s."), text, endings);
  barn_cli_misuse (&barn_cli_adopt, sentence);

  return FALSE;
}

static gboolean
parse_paper (const char *text,
             BarnPaper  *paper)
{
  g_autoptr (GString) kinds = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (barn_paper_from_nick (text, paper))
    return TRUE;

  for (guint i = 0; i < BARN_N_PAPERS; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", barn_paper_to_nick ((BarnPaper) i));
  sentence = g_strdup_printf (_("Unknown kind “%s”: there are %s."), text, kinds->str);
  barn_cli_misuse (&barn_cli_adopt, sentence);

  return FALSE;
}

static BarnCliExit
run_adopt (const char *const *arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("How the document is kept: docx, odt, pdf, html or md"), N_("FORMAT") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("Who decided, as Socialnämnden"), N_("INSTANCE") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_("The day of the decision"), N_("DATE") },
    { "decision", 0, 0, G_OPTION_ARG_STRING, &options.decision, N_("The paragraph of the decision, as “§ 12”"), N_("TEXT") },
    { "dnr", 0, 0, G_OPTION_ARG_STRING, &options.registry_number, N_("The registry number; that of the plan if left out"), N_("NUMBER") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &options.year, N_("The year of the plan; if left out, the latest begun that has something in it"), N_("YEAR") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("The day whose figures it tells; that of the decision if left out"), N_("DATE") },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options.profile, N_("The wording of documents; the plan file’s own if left out"), N_("FILE") },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  BarnAdoption adoption = { 0 };

  if (!barn_cli_parse (&barn_cli_adopt, arguments, entries, 2, 2, &words) ||
      !parse_paper (words[1], &adoption.paper) ||
      !parse_format (options.format, &adoption.format) ||
      !barn_cli_parse_year (&barn_cli_adopt, options.year, &adoption.year) ||
      !barn_cli_parse_day (&barn_cli_adopt, options.on, &adoption.adopted_on) ||
      !barn_cli_parse_day (&barn_cli_adopt, options.as_of, &adoption.as_of))
    return BARN_CLI_USAGE;

  if (options.by == NULL || options.on == NULL)
    return barn_cli_misuse (&barn_cli_adopt, _("Say who decided and when: --by Socialnämnden --on 2027-02-15."));

  if (options.as_of == NULL)
    adoption.as_of = BARN_DAY_NONE;
  adoption.instance = options.by;
  adoption.decision = options.decision;
  adoption.registry_number = options.registry_number;

  return adopt (words[0], &adoption, options.profile);
}

/* Listing */

static void
json_members (JsonBuilder *builder,
              BarnAdopted *adopted,
              guint        year)
{
  barn_cli_json_text (builder, "id", barn_item_get_id (BARN_ITEM (adopted)));
  barn_cli_json_number (builder, "year", year);
  barn_cli_json_text (builder, "paper", barn_adopted_get_paper (adopted));
  barn_cli_json_text (builder, "format", barn_adopted_get_format (adopted));
  barn_cli_json_text (builder, "title", barn_adopted_get_title (adopted));
  barn_cli_json_day (builder, "as_of", barn_adopted_get_as_of (adopted));
  barn_cli_json_day (builder, "adopted_on", barn_adopted_get_adopted_on (adopted));
  barn_cli_json_text (builder, "instance", barn_adopted_get_instance (adopted));
  barn_cli_json_text (builder, "decision", barn_adopted_get_decision (adopted));
  barn_cli_json_text (builder, "registry_number", barn_adopted_get_registry_number (adopted));
  barn_cli_json_text (builder, "sha256", barn_adopted_get_sha256 (adopted));
  barn_cli_json_number (builder, "size", barn_adopted_get_size (adopted));
  barn_cli_json_text (builder, "author", barn_adopted_get_author (adopted));
}

static guint
get_year (BarnModel   *model,
          BarnAdopted *adopted)
{
  BarnItem *plan = barn_model_lookup (model, barn_adopted_get_plan (adopted));

  return plan != NULL ? barn_plan_get_year (BARN_PLAN (plan)) : 0;
}

static void
add_adopted (const BarnCliList *list,
             BarnCliTable      *table,
             JsonBuilder       *builder,
             BarnAdopted       *adopted)
{
  guint year = get_year (list->model, adopted);
  g_autofree char *year_text = g_strdup_printf ("%u", year);
  g_autofree char *as_of = barn_cli_dup_day (barn_adopted_get_as_of (adopted));
  g_autofree char *adopted_on = barn_cli_dup_day (barn_adopted_get_adopted_on (adopted));
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, barn_adopted_get_size (adopted));
  g_autofree char *sum = g_strndup (barn_adopted_get_sha256 (adopted), 12);

  json_builder_begin_object (builder);
  json_members (builder, adopted, year);
  json_builder_end_object (builder);

  if (list->format == BARN_CLI_CSV)
    barn_cli_table_add (table, barn_item_get_id (BARN_ITEM (adopted)), year_text, barn_adopted_get_paper (adopted),
                        barn_adopted_get_format (adopted), barn_adopted_get_title (adopted), as_of, adopted_on,
                        barn_adopted_get_instance (adopted), barn_adopted_get_decision (adopted),
                        barn_adopted_get_registry_number (adopted), barn_adopted_get_sha256 (adopted), size,
                        barn_adopted_get_author (adopted), NULL);
  else
    barn_cli_table_add (table, adopted_on, barn_adopted_get_title (adopted), barn_adopted_get_instance (adopted),
                        barn_adopted_get_decision (adopted), barn_adopted_get_format (adopted), sum, NULL);
}

/* Without a year: those of all years */
void
barn_cli_list_print_adopted (const BarnCliList *list)
{
  const char *const words[] = { "id", "year", "paper", "format", "title", "as_of", "adopted_on", "instance", "decision", "registry_number",
                                "sha256", "size", "author", NULL };
  const char *const headings[] = { _("Adopted on"), _("Document"), _("Adopted by"), _("Paragraph"), _("Format"), "SHA-256", NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *plans = barn_model_get_plans (list->model);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (BarnPlan) plan = g_list_model_get_item (plans, i);
      GListModel *documents = barn_plan_get_adopted (plan);

      if (list->year != 0 && barn_plan_get_year (plan) != list->year)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (documents); j++)
        {
          g_autoptr (BarnAdopted) adopted = g_list_model_get_item (documents, j);

          add_adopted (list, table, builder, adopted);
        }
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}

/* Out again */

BarnCliExit
barn_cli_export_adopted (const char *path,
                         const char *document,
                         const char *output_path)
{
  BarnCliExit status = BARN_CLI_DONE;
  g_autoptr (BarnPlanFile) file = barn_cli_open (path, TRUE, &status);
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (output_path);
  g_autofree char *shown_path = g_filename_display_name (output_path);
  BarnAdopted *adopted;
  GError *error = NULL;

  if (file == NULL)
    return status;

  adopted = barn_plan_file_find_adopted (file, document, &error);
  if (adopted == NULL || !barn_plan_file_save_adopted (file, adopted, output, NULL, &error))
    return barn_cli_fail (error);

  /* Translators: the title of a document, and the file's name */
  g_print (_("%s: written to “%s” as it was adopted.\n"), barn_adopted_get_title (adopted), shown_path);
  g_print ("SHA-256: %s\n", barn_adopted_get_sha256 (adopted));

  return BARN_CLI_DONE;
}

/* Comparing */

static void
json_document (JsonBuilder *builder,
               const char  *name,
               BarnModel   *model,
               BarnAdopted *adopted)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_members (builder, adopted, get_year (model, adopted));
  json_builder_end_object (builder);
}

static void
json_text_or_null (JsonBuilder *builder,
                   const char  *name,
                   const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
json_block (JsonBuilder             *builder,
            const BarnComparedBlock *block)
{
  json_builder_begin_object (builder);
  barn_cli_json_text (builder, "difference", barn_difference_to_nick (block->difference));
  barn_cli_json_number (builder, "level", block->level);
  json_text_or_null (builder, "before", block->before);
  json_text_or_null (builder, "after", block->after);
  if (block->words != NULL)
    {
      json_builder_set_member_name (builder, "words");
      json_builder_begin_array (builder);
      for (guint i = 0; i < block->words->len; i++)
        {
          const BarnComparedWords *words = g_ptr_array_index (block->words, i);

          json_builder_begin_object (builder);
          barn_cli_json_text (builder, "difference", barn_difference_to_nick (words->difference));
          barn_cli_json_text (builder, "text", words->text);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray   *blocks,
            BarnModel   *model,
            BarnAdopted *before,
            BarnAdopted *after)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint counts[BARN_N_DIFFERENCES];

  barn_comparison_count (blocks, counts);
  json_builder_begin_object (builder);
  json_document (builder, "before", model, before);
  json_document (builder, "after", model, after);
  for (guint i = 0; i < BARN_N_DIFFERENCES; i++)
    barn_cli_json_number (builder, barn_difference_to_nick ((BarnDifference) i), counts[i]);
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < blocks->len; i++)
    json_block (builder, g_ptr_array_index (blocks, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  barn_cli_print_json (builder);
}

static void
print_csv (GPtrArray *blocks)
{
  const char *const words[] = { "difference", "level", "before", "after", NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (words);

  for (guint i = 0; i < blocks->len; i++)
    {
      const BarnComparedBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *level = g_strdup_printf ("%u", block->level);

      barn_cli_table_add (table, barn_difference_to_nick (block->difference), level, block->before != NULL ? block->before : "",
                          block->after != NULL ? block->after : "", NULL);
    }

  barn_cli_table_print (table, BARN_CLI_CSV);
}

/* A line of its own for what is another: + added, - removed, ~ changed, with the words that went [-so-] and those that came {+so+} */
static void
print_block (const BarnComparedBlock *block)
{
  static const char *const marks[BARN_N_DIFFERENCES][2] = {
    [BARN_DIFFERENCE_SAME] = { "", "" },
    [BARN_DIFFERENCE_ADDED] = { "{+", "+}" },
    [BARN_DIFFERENCE_REMOVED] = { "[-", "-]" },
    [BARN_DIFFERENCE_CHANGED] = { "", "" },
  };
  static const char signs[BARN_N_DIFFERENCES] = { ' ', '+', '-', '~' };

  g_print ("%c ", signs[block->difference]);
  for (guint i = 0; i < block->level; i++)
    g_print ("%s", i + 1 < block->level ? "#" : "# ");
  for (guint i = 0; block->words != NULL && i < block->words->len; i++)
    {
      const BarnComparedWords *words = g_ptr_array_index (block->words, i);
      gsize length = strlen (words->text);

      /* The space after the last word is none of the mark */
      while (length > 0 && words->text[length - 1] == ' ')
        length--;
      g_print ("%s%.*s%s%s", marks[words->difference][0], (int) length, words->text, marks[words->difference][1], words->text + length);
    }
  g_print ("%s\n", block->words != NULL ? "" : block->after != NULL ? block->after : block->before);
}

static void
print_same (guint n)
{
  if (n > 0)
    g_print (ngettext ("  (%u paragraph is the same)\n", "  (%u paragraphs are the same)\n", n), n);
}

static void
print_text (GPtrArray *blocks)
{
  guint counts[BARN_N_DIFFERENCES];
  guint n_same = 0;

  barn_comparison_count (blocks, counts);
  if (counts[BARN_DIFFERENCE_SAME] == blocks->len)
    {
      g_print ("%s\n", _("They say the same."));
      return;
    }

  for (guint i = 0; i < blocks->len; i++)
    {
      const BarnComparedBlock *block = g_ptr_array_index (blocks, i);

      if (block->difference == BARN_DIFFERENCE_SAME)
        {
          n_same++;
          continue;
        }
      print_same (n_same);
      n_same = 0;
      print_block (block);
    }
  print_same (n_same);
  g_print (_("%u added, %u removed, %u changed.\n"), counts[BARN_DIFFERENCE_ADDED], counts[BARN_DIFFERENCE_REMOVED],
           counts[BARN_DIFFERENCE_CHANGED]);
}

static BarnCliExit
compare (const char    *path,
         const char    *first,
         const char    *second,
         BarnCliFormat  format)
{
  BarnCliExit status = BARN_CLI_DONE;
  g_autoptr (BarnPlanFile) file = barn_cli_open (path, TRUE, &status);
  g_autoptr (GPtrArray) blocks = NULL;
  BarnAdopted *before, *after;
  GError *error = NULL;

  if (file == NULL)
    return status;

  before = barn_plan_file_find_adopted (file, first, &error);
  after = before != NULL ? barn_plan_file_find_adopted (file, second, &error) : NULL;
  if (after != NULL)
    blocks = barn_plan_file_compare_adopted (file, before, after, NULL, &error);
  if (blocks == NULL)
    return barn_cli_fail (error);

  if (format == BARN_CLI_JSON)
    print_json (blocks, barn_plan_file_get_model (file), before, after);
  else if (format == BARN_CLI_CSV)
    print_csv (blocks);
  else
    print_text (blocks);

  return BARN_CLI_DONE;
}

static BarnCliExit
run_compare (const char *const *arguments)
{
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("How it is told: table, json or csv"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  BarnCliFormat format;

  if (!barn_cli_parse (&barn_cli_compare, arguments, entries, 3, 3, &words) ||
      !barn_cli_parse_format (&barn_cli_compare, format_text, &format))
    return BARN_CLI_USAGE;

  return compare (words[0], words[1], words[2], format);
}

const BarnCliCommand barn_cli_adopt = {
  .name = "adopt",
  .synopsis = "FILE handlingsplan|barnbokslut|lagesrapport|halvarsrapport|tjansteskrivelse|barnversion --format docx|odt|pdf|html|md --by INSTANCE --on DATE [--decision TEXT] [--dnr NUMBER] [--year YEAR] [--as-of DATE] [--profile FILE]",
  .summary = N_("Keeps a document in the plan file, byte for byte, as it was when it was decided on."),
  .run = run_adopt,
};

const BarnCliCommand barn_cli_compare = {
  .name = "compare",
  .synopsis = "FILE DOCUMENT DOCUMENT [--format table|json|csv]",
  .summary = N_("Tells what became of each paragraph from one adopted document to another. DOCUMENT is an id, or the beginning of its SHA-256."),
  .run = run_compare,
};
