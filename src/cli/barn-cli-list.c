/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-list"

#include "config.h"

#include "barn-cli-list-private.h"

#include <glib/gi18n-lib.h>

#include "barn-figures.h"
#include "barn-plan-file-year.h"
#include "barn-text.h"

typedef struct
{
  char     *year;
  char     *role;
  char     *status;
  char     *as_of;
  char     *occasion;
  char     *view;
  char     *format;
  char     *author;
  char     *kind;
  char     *since;
  char     *until;
  char     *search;
  gboolean  overdue;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->year);
  g_free (self->role);
  g_free (self->status);
  g_free (self->as_of);
  g_free (self->occasion);
  g_free (self->view);
  g_free (self->format);
  g_free (self->author);
  g_free (self->kind);
  g_free (self->since);
  g_free (self->until);
  g_free (self->search);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
print_shifts (const BarnCliList *list)
{
  const char *const words[] = { "id", "number", "title", "purpose", "articles", "activities", "done", NULL };
  const char *const headings[] = { _("No."), _("Shift"), _("Activities"), barn_status_get_label (BARN_STATUS_DONE), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *shifts = barn_plan_get_shifts (list->plan);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);
      const char *id = barn_item_get_id (BARN_ITEM (shift));
      g_autofree char *articles = g_strjoinv (", ", (char **) barn_shift_get_articles (shift));
      g_autofree char *number = g_strdup_printf ("%u", barn_plan_get_shift_number (list->plan, shift));
      g_autofree char *total = NULL;
      g_autofree char *done = NULL;
      BarnTally tally = { 0 };

      barn_tally_shift (&tally, list->plan, id, list->as_of);
      total = g_strdup_printf ("%u", tally.total);
      done = g_strdup_printf ("%u", tally.by_status[BARN_STATUS_DONE]);

      json_builder_begin_object (builder);
      barn_cli_json_text (builder, "id", id);
      barn_cli_json_number (builder, "number", barn_plan_get_shift_number (list->plan, shift));
      barn_cli_json_text (builder, "title", barn_shift_get_title (shift));
      barn_cli_json_text (builder, "purpose", barn_shift_get_purpose (shift));
      barn_cli_list_json_articles (builder, barn_shift_get_articles (shift));
      barn_cli_json_number (builder, "activities", tally.total);
      barn_cli_json_number (builder, "done", tally.by_status[BARN_STATUS_DONE]);
      json_builder_end_object (builder);

      if (list->format == BARN_CLI_CSV)
        barn_cli_table_add (table, id, number, barn_shift_get_title (shift), barn_shift_get_purpose (shift),
                            articles, total, done, NULL);
      else
        barn_cli_table_add (table, number, barn_shift_get_title (shift), total, done, NULL);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}

static void
print_roles (const BarnCliList *list)
{
  const char *const words[] = { "id", "name", "activities", "done", NULL };
  const char *const headings[] = { _("Role"), _("Activities"), barn_status_get_label (BARN_STATUS_DONE), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *roles = barn_model_get_roles (list->model);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);
      const char *id = barn_item_get_id (BARN_ITEM (role));
      g_autofree char *total = NULL;
      g_autofree char *done = NULL;
      BarnTally tally = { 0 };

      barn_tally_role (&tally, list->plan, id, list->as_of);
      total = g_strdup_printf ("%u", tally.total);
      done = g_strdup_printf ("%u", tally.by_status[BARN_STATUS_DONE]);

      json_builder_begin_object (builder);
      barn_cli_json_text (builder, "id", id);
      barn_cli_json_text (builder, "name", barn_role_get_name (role));
      barn_cli_json_number (builder, "activities", tally.total);
      barn_cli_json_number (builder, "done", tally.by_status[BARN_STATUS_DONE]);
      json_builder_end_object (builder);

      if (list->format == BARN_CLI_CSV)
        barn_cli_table_add (table, id, barn_role_get_name (role), total, done, NULL);
      else
        barn_cli_table_add (table, barn_role_get_name (role), total, done, NULL);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}

static void
add_area (BarnCliTable  *table,
          JsonBuilder   *builder,
          BarnArea      *area,
          BarnCliFormat  format)
{
  GListModel *measures = barn_area_get_measures (area);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *year = g_strdup_printf ("%u", barn_area_get_year (area));
  const char *id = barn_item_get_id (BARN_ITEM (area));
  BarnStatus status = barn_area_get_status (area);

  json_builder_begin_object (builder);
  barn_cli_json_text (builder, "id", id);
  barn_cli_json_number (builder, "year", barn_area_get_year (area));
  barn_cli_json_text (builder, "title", barn_area_get_title (area));

  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (BarnMeasure) measure = g_list_model_get_item (measures, i);

      json_builder_add_string_value (builder, barn_measure_get_title (measure));
      g_ptr_array_add (titles, (char *) barn_measure_get_title (measure));
    }
  json_builder_end_array (builder);

  barn_cli_json_text (builder, "expected_result", barn_area_get_expected_result (area));
  barn_cli_json_text (builder, "status", barn_status_to_nick (status));
  barn_cli_json_text (builder, "comment", barn_area_get_comment (area));
  json_builder_end_object (builder);

  g_ptr_array_add (titles, NULL);
  joined = g_strjoinv (format == BARN_CLI_CSV ? "\n" : ", ", (char **) titles->pdata);

  if (format == BARN_CLI_CSV)
    barn_cli_table_add (table, id, year, barn_area_get_title (area), joined, barn_area_get_expected_result (area),
                        barn_status_to_nick (status), barn_area_get_comment (area), NULL);
  else
    barn_cli_table_add (table, year, barn_status_get_label (status), barn_area_get_title (area), joined, NULL);
}

/* Without a year: those of all years */
static void
print_areas (const BarnCliList *list)
{
  const char *const words[] = { "id", "year", "title", "measures", "expected_result", "status", "comment", NULL };
  const char *const headings[] = { _("Year"), _("Status"), _("Development area"), _("Measures"), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *areas = barn_model_get_areas (list->model);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (BarnArea) area = g_list_model_get_item (areas, i);

      if (list->year == 0 || barn_area_get_year (area) == list->year)
        add_area (table, builder, area, list->format);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}

static void
print_long_terms (const BarnCliList *list)
{
  const char *const words[] = { "id", "title", NULL };
  const char *const headings[] = { _("In the longer term"), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *items = barn_plan_get_long_terms (list->plan);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BarnLongTerm) item = g_list_model_get_item (items, i);
      const char *id = barn_item_get_id (BARN_ITEM (item));
      const char *title = barn_long_term_get_title (item);

      json_builder_begin_object (builder);
      barn_cli_json_text (builder, "id", id);
      barn_cli_json_text (builder, "title", title);
      json_builder_end_object (builder);

      if (list->format == BARN_CLI_CSV)
        barn_cli_table_add (table, id, title, NULL);
      else
        barn_cli_table_add (table, title, NULL);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}

/* The register of barnkonsekvensanalyser */
static void
print_assessments (const BarnCliList *list)
{
  const char *const words[] = { "id", "title", "on", "outcome", "reason", "heard", "link", "note", NULL };
  const char *const headings[] = { _("Day of the decision"), _("Child impact assessment"), _("Children were heard"), _("Decision"), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *assessments = barn_plan_get_assessments (list->plan);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (BarnAssessment) assessment = g_list_model_get_item (assessments, i);
      const char *id = barn_item_get_id (BARN_ITEM (assessment));
      const char *title = barn_assessment_get_title (assessment);
      BarnOutcome outcome = barn_assessment_get_outcome (assessment);
      gboolean heard = barn_assessment_get_heard (assessment);
      BarnDay day = barn_assessment_get_day (assessment);
      g_autofree char *on = day != BARN_DAY_NONE ? barn_day_to_iso (day) : g_strdup ("");

      json_builder_begin_object (builder);
      barn_cli_json_text (builder, "id", id);
      barn_cli_json_text (builder, "title", title);
      barn_cli_json_day (builder, "on", day);
      barn_cli_json_text (builder, "outcome", barn_outcome_to_nick (outcome));
      barn_cli_json_text (builder, "reason", barn_assessment_get_reason (assessment));
      barn_cli_json_boolean (builder, "heard", heard);
      barn_cli_json_text (builder, "link", barn_assessment_get_link (assessment));
      barn_cli_json_text (builder, "note", barn_assessment_get_note (assessment));
      json_builder_end_object (builder);

      if (list->format == BARN_CLI_CSV)
        barn_cli_table_add (table, id, title, on, barn_outcome_to_nick (outcome), barn_assessment_get_reason (assessment),
                            heard ? "true" : "false", barn_assessment_get_link (assessment), barn_assessment_get_note (assessment), NULL);
      else
        barn_cli_table_add (table, on, barn_outcome_get_label (outcome),
                            outcome != BARN_OUTCOME_MADE ? "" : heard ? _("yes") : _("no"), title, NULL);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}

/* The views with how many activities of the year each shows; what it asks for that is gone is left out, as in the window */
static void
print_views (const BarnCliList *list)
{
  const char *const words[] = { "id", "name", "filter", "grouping", "sorting", "columns", "activities", NULL };
  const char *const headings[] = { _("View"), _("Activities"), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *views = barn_model_get_saved_views (list->model);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (BarnSavedView) view = g_list_model_get_item (views, i);
      g_autoptr (BarnFilter) saved = barn_filter_from_text (barn_saved_view_get_filter (view));
      g_autoptr (BarnFilter) filter = barn_filter_resolve (saved, list->model, list->plan, NULL);
      const char *id = barn_item_get_id (BARN_ITEM (view));
      g_autofree char *number = NULL;
      guint n_activities;

      filter->as_of = list->as_of;
      n_activities = barn_filter_count (filter, list->plan);
      number = g_strdup_printf ("%u", n_activities);

      json_builder_begin_object (builder);
      barn_cli_json_text (builder, "id", id);
      barn_cli_json_text (builder, "name", barn_saved_view_get_name (view));
      barn_cli_json_text (builder, "filter", barn_saved_view_get_filter (view));
      barn_cli_json_text (builder, "grouping", barn_saved_view_get_grouping (view));
      barn_cli_json_text (builder, "sorting", barn_saved_view_get_sorting (view));
      barn_cli_json_text (builder, "columns", barn_saved_view_get_columns (view));
      barn_cli_json_number (builder, "activities", n_activities);
      json_builder_end_object (builder);

      if (list->format == BARN_CLI_CSV)
        barn_cli_table_add (table, id, barn_saved_view_get_name (view), barn_saved_view_get_filter (view),
                            barn_saved_view_get_grouping (view), barn_saved_view_get_sorting (view),
                            barn_saved_view_get_columns (view), number, NULL);
      else
        barn_cli_table_add (table, barn_saved_view_get_name (view), number, NULL);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}

/* What can be listed */
typedef struct
{
  const char *name;
  gboolean    of_plan; /* of one plan, which must be there */
  void      (*print) (const BarnCliList *list);
} Listing;

static const Listing listings[] = {
  { "activities", TRUE, barn_cli_list_print_activities },
  { "shifts", TRUE, print_shifts },
  { "roles", TRUE, print_roles },
  { "areas", FALSE, print_areas },
  { "long-term", TRUE, print_long_terms },
  { "occasions", TRUE, barn_cli_list_print_occasions },
  { "indicators", TRUE, barn_cli_list_print_indicators },
  { "assessments", TRUE, print_assessments },
  { "adopted", FALSE, barn_cli_list_print_adopted },
  { "views", TRUE, print_views },
};

static const Listing *
find_listing (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    {
      if (g_str_equal (listings[i].name, name))
        return &listings[i];
    }

  return NULL;
}

static gboolean
set_role (BarnFilter  *filter,
          BarnModel   *model,
          const char  *name,
          BarnCliExit *status)
{
  GListModel *roles = barn_model_get_roles (model);
  g_autofree char *folded = barn_fold (name);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);
      g_autofree char *role_name = barn_fold (barn_role_get_name (role));

      if (g_str_equal (folded, role_name))
        {
          filter->roles = g_new0 (char *, 2);
          filter->roles[0] = g_strdup (barn_item_get_id (BARN_ITEM (role)));
          return TRUE;
        }
    }

  sentence = g_strdup_printf (_("No role of the plan file is called “%s”."), name);
  *status = barn_cli_refuse (sentence);

  return FALSE;
}

/* The filter of a saved view; where it asks for what is gone, a note says so */
static gboolean
set_view (BarnCliList  *list,
          BarnPlanFile *file,
          const char   *name,
          BarnCliExit  *status)
{
  BarnSavedView *view = barn_plan_file_find_view (file, name);
  g_autoptr (BarnFilter) saved = NULL;
  BarnFilterGaps gaps;
  BarnDay as_of = list->as_of;

  if (view == NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("No view of the plan file is called “%s”."), name);

      *status = barn_cli_refuse (sentence);
      return FALSE;
    }

  saved = barn_filter_from_text (barn_saved_view_get_filter (view));
  barn_filter_free (list->filter);
  list->filter = barn_filter_resolve (saved, list->model, list->plan, &gaps);
  list->filter->as_of = as_of;
  if (gaps != BARN_FILTER_GAP_NONE)
    g_printerr ("%s\n", _("The view asks for a role, a shift or a unit that is not there this year; it was left out."));

  return TRUE;
}

static BarnCliExit
print_listing (const Listing *listing,
               const char    *path,
               BarnCliList   *list,
               const Options *options)
{
  BarnCliExit status = BARN_CLI_DONE;
  g_autoptr (BarnPlanFile) file = barn_cli_open (path, TRUE, &status);

  if (file == NULL)
    return status;

  list->model = barn_plan_file_get_model (file);
  if (listing == NULL)
    return barn_cli_list_print_history (list, file, options->author);

  if (listing->of_plan)
    {
      list->plan = barn_cli_find_plan (file, list->year, &status);
      if (list->plan == NULL ||
          (options->role != NULL && !set_role (list->filter, list->model, options->role, &status)) ||
          (options->view != NULL && !set_view (list, file, options->view, &status)))
        return status;
    }

  if (options->occasion != NULL)
    {
      list->occasion = barn_cli_find_occasion (list->plan, options->occasion, &status);
      if (list->occasion != NULL)
        barn_cli_list_print_reported (list);
      return status;
    }

  listing->print (list);

  return BARN_CLI_DONE;
}

/* Whether one of them was given; without: every change is told of */
static gboolean
narrows_history (const Options *options)
{
  return options->author != NULL || options->kind != NULL || options->since != NULL || options->until != NULL || options->search != NULL;
}

/* The kind of item in the words of the history, which has dashes where the words of a list have them too: long-term */
static gboolean
parse_kind (const char  *text,
            const char **nick)
{
  g_autofree char *word = NULL;
  g_autofree char *sentence = NULL;
  BarnKind kind;

  if (text == NULL)
    return TRUE;

  word = g_strdelimit (g_ascii_strdown (text, -1), "-", '_');
  if (barn_kind_from_nick (word, &kind))
    {
      *nick = barn_kind_to_nick (kind);
      return TRUE;
    }

  sentence = g_strdup_printf (_("“%s” is nothing that a change can be about: write it as activity, follow-up or occasion."), text);
  barn_cli_misuse (&barn_cli_list, sentence);

  return FALSE;
}

static gboolean
parse_history (const Options     *options,
               BarnHistoryFilter *filter)
{
  if (!parse_kind (options->kind, &filter->kind) ||
      (options->since != NULL && !barn_cli_parse_day (&barn_cli_list, options->since, &filter->from)) ||
      (options->until != NULL && !barn_cli_parse_day (&barn_cli_list, options->until, &filter->until)))
    return FALSE;

  filter->search = options->search;
  if (filter->from != BARN_DAY_NONE && filter->until != BARN_DAY_NONE && filter->from > filter->until)
    {
      barn_cli_misuse (&barn_cli_list, _("--since is a later day than --until."));
      return FALSE;
    }

  return TRUE;
}

static BarnCliExit
run (const char *const *arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &options.year, N_("The year of the plan; if left out, the latest begun that has something in it"), N_("YEAR") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, N_("Only activities of the role"), N_("ROLE") },
    { "status", 0, 0, G_OPTION_ARG_STRING, &options.status, N_("Only activities of the status"), N_("STATUS") },
    { "overdue", 0, 0, G_OPTION_ARG_NONE, &options.overdue, N_("Only activities that are overdue"), NULL },
    { "occasion", 0, 0, G_OPTION_ARG_STRING, &options.occasion, N_("The activities as a follow-up occasion has them; its title or cut-off date"), N_("OCCASION") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view, N_("Only activities that a saved view shows"), N_("NAME") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("As it was on a day; today if left out"), N_("DATE") },
    { "author", 0, 0, G_OPTION_ARG_STRING, &options.author, N_("Only changes that somebody made"), N_("NAME") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_("Only changes of a kind of item: activity, follow-up, occasion …"), N_("KIND") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &options.since, N_("Only changes from a day on"), N_("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_("Only changes until a day, which is included"), N_("DATE") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &options.search, N_("Only changes that have these words"), N_("TEXT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("How it is told: table, json or csv"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  BarnCliList list = { 0 };
  BarnCliExit result;
  const Listing *listing;
  const char *what;
  BarnStatus status;

  if (!barn_cli_parse (&barn_cli_list, arguments, entries, 1, 2, &words) ||
      !barn_cli_parse_year (&barn_cli_list, options.year, &list.year) ||
      !barn_cli_parse_day (&barn_cli_list, options.as_of, &list.as_of) ||
      !barn_cli_parse_format (&barn_cli_list, options.format, &list.format) ||
      !parse_history (&options, &list.history) ||
      (options.status != NULL && !barn_cli_parse_status (&barn_cli_list, options.status, &status)))
    return BARN_CLI_USAGE;

  what = words[1] != NULL ? words[1] : "activities";
  listing = find_listing (what);
  if (listing == NULL && !g_str_equal (what, "history"))
    {
      g_autofree char *sentence = g_strdup_printf (_("“%s” is nothing that can be listed."), what);

      return barn_cli_misuse (&barn_cli_list, sentence);
    }

  if (listing != &listings[0] && (options.role != NULL || options.status != NULL || options.overdue))
    return barn_cli_misuse (&barn_cli_list, _("--role, --status and --overdue go with activities."));

  if (options.occasion != NULL && (listing != &listings[0] || options.role != NULL || options.status != NULL || options.overdue || options.as_of != NULL))
    return barn_cli_misuse (&barn_cli_list, _("--occasion goes with activities, and with nothing that narrows them."));

  if (listing != NULL && narrows_history (&options))
    return barn_cli_misuse (&barn_cli_list, _("--author, --kind, --since, --until and --search go with history."));

  if (options.view != NULL && (listing != &listings[0] || options.role != NULL || options.status != NULL || options.overdue || options.occasion != NULL))
    return barn_cli_misuse (&barn_cli_list, _("--view goes with activities, and with nothing else that narrows them."));

  list.filter = barn_filter_new ();
  list.filter->as_of = list.as_of;
  list.filter->overdue = options.overdue;
  if (options.status != NULL)
    list.filter->statuses = 1u << status;

  result = print_listing (listing, words[0], &list, &options);
  barn_filter_free (list.filter);

  return result;
}

const BarnCliCommand barn_cli_list = {
  .name = "list",
  .synopsis = "FILE [activities|shifts|roles|areas|long-term|occasions|indicators|assessments|adopted|views|history] [--year YEAR] [--role ROLE] [--status STATUS] [--overdue] [--occasion OCCASION] [--view NAME] [--as-of DATE] [--author NAME] [--kind KIND] [--since DATE] [--until DATE] [--search TEXT] [--format table|json|csv]",
  .summary = N_("Lists the activities of a plan, or what else is named."),
  .run = run,
};
