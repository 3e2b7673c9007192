/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-barnbokslut"

#include "config.h"

#include "barn-report-private.h"
#include "barn-review.h"
#include "barn-sections.h"

#define GROUP "barnbokslut"

/* What the builder carries with it through the document */
typedef struct
{
  BarnModel   *model;
  BarnPlan    *plan;
  BarnProfile *profile;
  BarnDay      as_of;
  BarnNode    *body;
  char        *year;
  char        *last_year;
  char        *next_year;
  char        *date;
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->year, g_free);
  g_clear_pointer (&self->last_year, g_free);
  g_clear_pointer (&self->next_year, g_free);
  g_clear_pointer (&self->date, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static char *
fill (Builder    *self,
      const char *group,
      const char *key)
{
  BarnOrganisation *organisation = barn_model_get_organisation (self->model);

  return barn_profile_fill (self->profile, group, key,
                            "year", self->year,
                            "last_year", self->last_year,
                            "next_year", self->next_year,
                            "date", self->date,
                            "organisation", barn_organisation_get_name (organisation),
                            "board", barn_organisation_get_board (organisation),
                            "municipality", barn_organisation_get_municipality (organisation),
                            "n", barn_plan_get_registry_number (self->plan),
                            NULL);
}

static void
append_heading (Builder    *self,
                const char *key)
{
  barn_report_append_heading (self->body, self->profile, barn_plan_get_year (self->plan), key);
}

static void
append_paragraph (Builder    *self,
                  const char *text)
{
  barn_node_append (self->body, barn_node_new_text (BARN_NODE_PARAGRAPH, text));
}

static void
append_filled (Builder    *self,
               const char *key)
{
  g_autofree char *text = fill (self, GROUP, key);

  append_paragraph (self, text);
}

/* What was written in a section; the profile's own words where nothing was and it has some */
static gboolean
append_section (Builder    *self,
                const char *section,
                guint       article)
{
  BarnSectionText *written = barn_plan_find_section_text (self->plan, section, article);
  const char *body = written != NULL ? barn_section_text_get_body (written) : "";

  if (*body == '\0' && article == 0)
    {
      g_autofree char *standard = barn_report_dup_standard_text (self->model, self->plan, self->profile, section);

      barn_report_append_text (self->body, standard);
      return *standard != '\0';
    }

  barn_report_append_text (self->body, body);
  return *body != '\0';
}

/* A section that is written by article: what holds for all of them, then each article that has a text */
static void
append_by_article (Builder    *self,
                   const char *section)
{
  append_section (self, section, 0);

  for (guint article = 1; article <= BARN_N_ARTICLES; article++)
    {
      BarnSectionText *written = barn_plan_find_section_text (self->plan, section, article);
      g_autofree char *heading = NULL;
      g_autofree char *id = NULL;
      BarnNode *node;

      if (written == NULL || *barn_section_text_get_body (written) == '\0')
        continue;

      heading = barn_profile_format_article (self->profile, article);
      id = g_strdup_printf ("%s-%u", section, article);
      node = barn_node_append (self->body, barn_node_new_heading (4, heading));
      barn_node_set_id (node, id);
      append_section (self, section, article);
    }
}

static void
append_introduction (Builder *self)
{
  static const char *const sections[] = { "background", "concepts", "articles" };

  append_heading (self, "introduction");

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      append_heading (self, sections[i]);
      append_section (self, sections[i], 0);
    }
}

static void
append_measures (BarnNode *row,
                 BarnArea *area)
{
  GListModel *measures = barn_area_get_measures (area);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (BarnMeasure) measure = g_list_model_get_item (measures, i);

      g_ptr_array_add (titles, g_strdup (barn_measure_get_title (measure)));
    }

  barn_report_append_titles (barn_report_append_cell (row, NULL), titles);
}

static BarnNode *
append_table (Builder     *self,
              const char  *caption,
              const guint *widths,
              guint        n_widths,
              const char  *const *columns)
{
  g_autofree char *caption_text = fill (self, GROUP, caption);
  BarnNode *table = barn_node_append (self->body, barn_node_new (BARN_NODE_TABLE));
  BarnNode *row;

  barn_node_set_caption (table, caption_text);
  barn_node_set_widths (table, widths, n_widths);

  row = barn_report_append_header (table, NULL);
  for (guint i = 0; i < n_widths; i++)
    {
      g_autofree char *heading = fill (self, GROUP, columns[i]);

      barn_node_set_header (barn_report_append_cell (row, heading), TRUE);
    }

  return table;
}

/* Table 2.1: last year's table 3 with what came of it. An area has several measures, one status and one comment. */
static void
append_follow_up (Builder *self)
{
  static const guint widths[] = { 24, 32, 14, 30 };
  static const char *const columns[] = { "followup_area", "followup_measures", "followup_status", "followup_comment" };
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan) - 1);
  BarnNode *table;

  append_heading (self, "followup");
  append_section (self, "followup_intro", 0);

  if (areas->len == 0)
    {
      append_filled (self, "followup_none");
      return;
    }

  table = append_table (self, "followup_table", widths, G_N_ELEMENTS (widths), columns);

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);
      BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
      g_autofree char *status = barn_profile_dup_status (self->profile, barn_area_get_status (area));

      barn_node_set_header (barn_report_append_cell (row, barn_area_get_title (area)), TRUE);
      append_measures (row, area);
      barn_report_append_cell (row, status);
      barn_report_append_text (barn_report_append_cell (row, NULL), barn_area_get_comment (area));
    }
}

static void
append_analysis (Builder *self)
{
  append_heading (self, "analysis");

  append_heading (self, "conditions");
  append_section (self, "conditions", 0);

  append_heading (self, "strengths");
  append_by_article (self, "strengths");

  append_heading (self, "challenges");
  append_by_article (self, "challenges");
}

static void
append_entry (Builder    *self,
              const char *key,
              BarnDay     day,
              const char *text)
{
  g_autofree char *date = barn_profile_format_day (self->profile, day);
  g_autofree char *entry = barn_profile_fill (self->profile, GROUP, key, "date", date, "text", text, NULL);

  append_paragraph (self, entry);
}

static char *
dup_facts (Builder      *self,
           BarnActivity *activity)
{
  g_autofree char *status = barn_profile_dup_status (self->profile, barn_activity_get_status (activity, self->as_of));
  g_autofree char *names = barn_model_dup_role_names (self->model, activity);
  gboolean several = g_strv_length ((GStrv) barn_activity_get_roles (activity)) > 1;
  g_autofree char *roles = NULL;
  g_autofree char *facts = NULL;

  roles = *names != '\0'
    ? barn_profile_fill (self->profile, GROUP, several ? "activity_roles_many" : "activity_roles_one", "roles", names, NULL)
    : g_strdup ("");
  facts = barn_profile_fill (self->profile, GROUP, "activity_facts", "status", status, "roles", roles, NULL);

  return g_strdup (g_strstrip (facts));
}

/* Whether anybody has said, by the day, what happened or what it changed */
static gboolean
has_words (Builder      *self,
           BarnActivity *activity)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);

  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i);

      if (barn_follow_up_get_day (follow_up) <= self->as_of &&
          (*barn_follow_up_get_comment (follow_up) != '\0' || *barn_follow_up_get_effect (follow_up) != '\0'))
        return TRUE;
    }

  return FALSE;
}

/* An activity's year in the order in which it happened: the list has the latest first */
static void
append_activity (Builder      *self,
                 guint         level,
                 BarnActivity *activity)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);
  g_autofree char *facts = dup_facts (self, activity);
  BarnNode *paragraph;

  barn_node_append (self->body, barn_node_new_heading (level, barn_activity_get_title (activity)));
  paragraph = barn_node_append (self->body, barn_node_new (BARN_NODE_PARAGRAPH));
  barn_node_add_span (paragraph, facts, BARN_SPAN_ITALIC, NULL);

  for (guint i = g_list_model_get_n_items (follow_ups); i > 0; i--)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i - 1);
      BarnDay day = barn_follow_up_get_day (follow_up);

      if (day > self->as_of)
        continue;

      if (*barn_follow_up_get_comment (follow_up) != '\0')
        append_entry (self, "entry", day, barn_follow_up_get_comment (follow_up));
      if (*barn_follow_up_get_effect (follow_up) != '\0')
        append_entry (self, "effect", day, barn_follow_up_get_effect (follow_up));
    }
}

/* The activities that are told under a shift; NULL: those of no shift. Each is told once: under the first of its shifts. */
static GPtrArray *
list_told (Builder   *self,
           BarnShift *shift)
{
  GListModel *activities = barn_plan_get_activities (self->plan);
  GListModel *shifts = barn_plan_get_shifts (self->plan);
  GPtrArray *told = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      g_autoptr (BarnShift) first = NULL;

      if (!has_words (self, activity))
        continue;

      for (guint j = 0; first == NULL && j < g_list_model_get_n_items (shifts); j++)
        {
          g_autoptr (BarnShift) candidate = g_list_model_get_item (shifts, j);

          if (barn_activity_has_shift (activity, barn_item_get_id (BARN_ITEM (candidate))))
            first = g_steal_pointer (&candidate);
        }

      if (first == shift)
        g_ptr_array_add (told, g_steal_pointer (&activity));
    }

  return told;
}

static guint
append_told (Builder   *self,
             BarnShift *shift)
{
  g_autoptr (GPtrArray) told = list_told (self, shift);
  g_autofree char *heading = NULL;

  if (told->len == 0)
    return 0;

  if (shift != NULL)
    {
      g_autofree char *n = g_strdup_printf ("%u", barn_plan_get_shift_number (self->plan, shift));

      heading = barn_profile_fill (self->profile, GROUP, "shift_heading", "n", n, "title", barn_shift_get_title (shift), NULL);
    }
  else
    {
      heading = fill (self, GROUP, "other_activities");
    }

  barn_node_append (self->body, barn_node_new_heading (4, heading));
  if (shift != NULL && *barn_shift_get_purpose (shift) != '\0')
    {
      g_autofree char *purpose = barn_profile_fill (self->profile, GROUP, "shift_purpose", "title", barn_shift_get_purpose (shift), NULL);

      append_paragraph (self, purpose);
    }

  for (guint i = 0; i < told->len; i++)
    append_activity (self, 5, g_ptr_array_index (told, i));

  return told->len;
}

static void
append_done (Builder *self)
{
  GListModel *shifts = barn_plan_get_shifts (self->plan);
  guint told = 0;

  append_heading (self, "done");

  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);

      told += append_told (self, shift);
    }
  told += append_told (self, NULL);

  if (told == 0)
    append_filled (self, "done_none");
}

static char *
dup_status_with_overdue (Builder      *self,
                         BarnActivity *activity)
{
  g_autofree char *status = barn_profile_dup_status (self->profile, barn_activity_get_status (activity, self->as_of));
  g_autofree char *overdue = NULL;

  if (!barn_activity_is_overdue (activity, self->as_of))
    return g_steal_pointer (&status);

  overdue = barn_profile_dup_text (self->profile, "status", "overdue");

  return g_strdup_printf ("%s\n%s", status, overdue);
}

/* Why an activity remains: the last that was said of it, which need not be in its last follow-up */
static char *
dup_reason (Builder      *self,
            BarnActivity *activity)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);

  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i);

      if (barn_follow_up_get_day (follow_up) <= self->as_of && *barn_follow_up_get_comment (follow_up) != '\0')
        return g_strdup (barn_follow_up_get_comment (follow_up));
    }

  return fill (self, GROUP, "nothing_said");
}

static void
append_remains (Builder *self)
{
  static const guint widths[] = { 36, 14, 16, 34 };
  static const char *const columns[] = { "remains_activity", "remains_status", "remains_due", "remains_why" };
  GListModel *activities = barn_plan_get_activities (self->plan);
  BarnNode *table = NULL;

  append_heading (self, "remains");
  append_section (self, "remains", 0);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      g_autofree char *status = NULL;
      g_autofree char *due = NULL;
      g_autofree char *reason = NULL;
      BarnNode *row;

      if (barn_activity_get_status (activity, self->as_of) == BARN_STATUS_DONE)
        continue;

      if (table == NULL)
        table = append_table (self, "remains_table", widths, G_N_ELEMENTS (widths), columns);

      status = dup_status_with_overdue (self, activity);
      due = barn_profile_format_day (self->profile, barn_activity_get_due_on (activity));
      reason = dup_reason (self, activity);

      row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
      barn_node_set_header (barn_report_append_cell (row, barn_activity_get_title (activity)), TRUE);
      barn_report_append_cell (row, status);
      barn_report_append_cell (row, due);
      barn_report_append_text (barn_report_append_cell (row, NULL), reason);
    }

  if (table == NULL && g_list_model_get_n_items (activities) > 0)
    append_filled (self, "remains_nothing");
}

static void
append_results (Builder *self)
{
  g_autofree char *figures = barn_report_dup_figures (self->plan, self->profile, self->as_of);
  gboolean any = g_list_model_get_n_items (barn_plan_get_activities (self->plan)) > 0;

  append_heading (self, "results");
  append_section (self, "results_intro", 0);

  append_heading (self, "figures");
  append_paragraph (self, figures);
  if (!any)
    return;

  barn_report_append_by_role (self->body, self->model, self->plan, self->profile, self->as_of);
  barn_report_append_by_shift (self->body, self->plan, self->profile, self->as_of);

  append_done (self);
  append_remains (self);
}

/* Table 3: what must become better, with measures and expected results */
static void
append_areas (Builder *self)
{
  static const guint widths[] = { 30, 38, 32 };
  static const char *const columns[] = { "areas_area", "areas_measures", "areas_result" };
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan));
  BarnNode *table;

  append_heading (self, "areas");
  append_section (self, "areas_intro", 0);

  if (areas->len == 0)
    {
      append_filled (self, "areas_none");
      return;
    }

  table = append_table (self, "areas_table", widths, G_N_ELEMENTS (widths), columns);

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);
      BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));

      barn_node_set_header (barn_report_append_cell (row, barn_area_get_title (area)), TRUE);
      append_measures (row, area);
      barn_report_append_text (barn_report_append_cell (row, NULL), barn_area_get_expected_result (area));
    }
}

static char *
join_nonempty (const char *separator,
               const char *a,
               const char *b)
{
  if (*a == '\0' || *b == '\0')
    return g_strconcat (a, b, NULL);

  return g_strconcat (a, separator, b, NULL);
}

/* Under the title: whose it is, to whom it goes, its number in the register, and until when its figures hold */
static void
append_front (Builder *self)
{
  BarnOrganisation *organisation = barn_model_get_organisation (self->model);
  g_autofree char *from = join_nonempty (", ", barn_organisation_get_name (organisation), barn_organisation_get_municipality (organisation));

  if (*from != '\0')
    append_paragraph (self, from);
  if (*barn_organisation_get_board (organisation) != '\0')
    append_filled (self, "to");
  if (*barn_plan_get_registry_number (self->plan) != '\0')
    append_filled (self, "registry_number");
  append_filled (self, "as_of");
}

static void
set_properties (Builder      *self,
                BarnDocument *document)
{
  BarnOrganisation *organisation = barn_model_get_organisation (self->model);
  gboolean has_board = *barn_organisation_get_board (organisation) != '\0';
  g_autofree char *title = fill (self, GROUP, "title");
  g_autofree char *subject = fill (self, GROUP, has_board ? "subject" : "subject_no_board");
  g_autofree char *footer = fill (self, GROUP, "footer");
  g_autofree char *language = barn_profile_dup_language (self->profile);
  g_autofree char *date = barn_day_to_iso (self->as_of);

  barn_document_set_title (document, title);
  barn_document_set_subject (document, subject);
  barn_document_set_author (document, barn_organisation_get_name (organisation));
  barn_document_set_language (document, language);
  barn_document_set_date (document, date);
  barn_document_set_footer (document, footer);
}

/**
 * barn_report_barnbokslut:
 * @model: the items of the plan file
 * @plan: the plan of the year that the barnbokslut tells of
 * @profile: the wording
 * @as_of: until which day follow-ups are told and counted
 *
 * Builds the barnbokslut: an introduction, the follow-up of last year's areas, the situation analysis by article, what the
 * year's plan brought, and next year's areas. The shape is that of Göteborg's barnbokslut 2024, with what Barnombudsmannen
 * misses in others: what changed for children, and what remains and why.
 *
 * An activity is counted and told once, whatever the number of its roles and shifts. The ids of headings are those of their
 * sections (see barn-sections.h): "strengths", "strengths-12", and "followup", "figures", "results", "areas" for what is made of the year's data.
 *
 * Returns: (transfer full): the document; the same model, profile and day give the same one
 */
BarnDocument *
barn_report_barnbokslut (BarnModel   *model,
                         BarnPlan    *plan,
                         BarnProfile *profile,
                         BarnDay      as_of)
{
  g_autoptr (BarnDocument) document = NULL;
  g_auto (Builder) self = { 0 };

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (as_of != BARN_DAY_NONE, NULL);

  document = barn_document_new ();
  self.model = model;
  self.plan = plan;
  self.profile = profile;
  self.as_of = as_of;
  self.body = barn_document_get_body (document);
  self.year = g_strdup_printf ("%u", barn_plan_get_year (plan));
  self.last_year = g_strdup_printf ("%u", barn_plan_get_year (plan) - 1);
  self.next_year = g_strdup_printf ("%u", barn_plan_get_year (plan) + 1);
  self.date = barn_profile_format_day (profile, as_of);

  set_properties (&self, document);
  append_front (&self);
  append_introduction (&self);
  append_heading (&self, "account");
  append_follow_up (&self);
  append_analysis (&self);
  append_results (&self);
  append_areas (&self);

  return g_steal_pointer (&document);
}
