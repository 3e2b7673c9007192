/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-barnbokslut"

#include "config.h"

#include "barn-report-private.h"
#include "barn-review.h"
#include "barn-sections.h"
#include "barn-year.h"

/* A section that is written by article: what holds for all of them, then each article that has a text */
static void
append_by_article (BarnReport *self,
                   const char *section)
{
  barn_report_append_section (self, section, 0);

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
      barn_report_append_section (self, section, article);
    }
}

static void
append_introduction (BarnReport *self)
{
  static const char *const sections[] = { "background", "concepts", "articles" };

  barn_report_append_outlined (self, "introduction");

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      barn_report_append_outlined (self, sections[i]);
      barn_report_append_section (self, sections[i], 0);
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

/* Table 2.1: last year's table 3 with what came of it. An area has several measures, one status and one comment. */
static void
append_follow_up (BarnReport *self)
{
  static const guint widths[] = { 24, 32, 14, 30 };
  static const char *const columns[] = { "followup_area", "followup_measures", "followup_status", "followup_comment" };
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan) - 1);
  BarnNode *table;

  barn_report_append_outlined (self, "followup");
  barn_report_append_section (self, "followup_intro", 0);

  if (areas->len == 0)
    {
      barn_report_append_filled (self, "followup_none");
      return;
    }

  table = barn_report_append_table (self, "followup_table", widths, G_N_ELEMENTS (widths), columns);

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
append_analysis (BarnReport *self)
{
  barn_report_append_outlined (self, "analysis");

  barn_report_append_outlined (self, "conditions");
  barn_report_append_section (self, "conditions", 0);

  barn_report_append_outlined (self, "strengths");
  append_by_article (self, "strengths");

  barn_report_append_outlined (self, "challenges");
  append_by_article (self, "challenges");
}

static void
append_done (BarnReport *self)
{
  barn_report_append_outlined (self, "done");
  barn_report_append_told (self, 4);
}

static char *
dup_status_with_overdue (BarnReport   *self,
                         BarnActivity *activity)
{
  g_autofree char *status = barn_profile_dup_status (self->profile, barn_activity_get_status (activity, self->as_of));
  g_autofree char *overdue = NULL;

  if (!barn_activity_is_overdue (activity, self->as_of))
    return g_steal_pointer (&status);

  overdue = barn_profile_dup_text (self->profile, "status", "overdue");

  return g_strdup_printf ("%s\n%s", status, overdue);
}

static char *
dup_reason (BarnReport   *self,
            BarnActivity *activity)
{
  g_autofree char *said = barn_report_dup_last_comment (self, activity);

  return *said != '\0' ? g_steal_pointer (&said) : barn_report_fill (self, self->group, "nothing_said");
}

/* A due date that was moved stands with the first one */
static char *
dup_due (BarnReport   *self,
         BarnActivity *activity)
{
  BarnDay first = barn_activity_get_first_due_on (activity);
  g_autofree char *due = barn_profile_format_day (self->profile, barn_activity_get_due_on (activity));
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (first == BARN_DAY_NONE || first == barn_activity_get_due_on (activity))
    return g_steal_pointer (&due);

  day = barn_profile_format_day (self->profile, first);
  words = barn_profile_fill (self->profile, self->group, "remains_first_due", "date", day, NULL);

  return *due != '\0' ? g_strdup_printf ("%s\n%s", due, words) : g_steal_pointer (&words);
}

static void
append_remains (BarnReport *self)
{
  static const guint widths[] = { 36, 14, 16, 34 };
  static const char *const columns[] = { "remains_activity", "remains_status", "remains_due", "remains_why" };
  GListModel *activities = barn_plan_get_activities (self->plan);
  BarnNode *table = NULL;

  barn_report_append_outlined (self, "remains");
  barn_report_append_section (self, "remains", 0);

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
        table = barn_report_append_table (self, "remains_table", widths, G_N_ELEMENTS (widths), columns);

      status = dup_status_with_overdue (self, activity);
      due = dup_due (self, activity);
      reason = dup_reason (self, activity);

      row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
      barn_node_set_header (barn_report_append_cell (row, barn_activity_get_title (activity)), TRUE);
      barn_report_append_cell (row, status);
      barn_report_append_cell (row, due);
      barn_report_append_text (barn_report_append_cell (row, NULL), reason);
    }

  if (table == NULL && g_list_model_get_n_items (activities) > 0)
    barn_report_append_filled (self, "remains_nothing");
}

static char *
dup_outcome (BarnReport     *self,
             BarnAssessment *assessment)
{
  BarnOutcome outcome = barn_assessment_get_outcome (assessment);

  if (outcome == BARN_OUTCOME_MADE)
    return barn_report_fill (self, self->group, barn_assessment_get_heard (assessment) ? "assessments_made_heard" : "assessments_made");

  return barn_report_fill (self, self->group, outcome == BARN_OUTCOME_NOT_MADE ? "assessments_not_made" : "assessments_not_needed");
}

static void
append_assessment (BarnReport     *self,
                   BarnNode       *table,
                   BarnAssessment *assessment)
{
  BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
  BarnDay day = barn_assessment_get_day (assessment);
  g_autofree char *date = day != BARN_DAY_NONE ? barn_profile_format_day (self->profile, day)
                                               : barn_report_fill (self, self->group, "assessments_no_day");
  g_autofree char *outcome = dup_outcome (self, assessment);
  gboolean made = barn_assessment_get_outcome (assessment) == BARN_OUTCOME_MADE;

  barn_node_set_header (barn_report_append_cell (row, barn_assessment_get_title (assessment)), TRUE);
  barn_report_append_cell (row, date);
  barn_report_append_cell (row, outcome);
  barn_report_append_text (barn_report_append_cell (row, NULL),
                           made ? barn_assessment_get_note (assessment) : barn_assessment_get_reason (assessment));
}

/* The register of barnkonsekvensanalyser: nothing is said where none was asked for */
static void
append_assessments (BarnReport *self)
{
  static const guint widths[] = { 32, 16, 20, 32 };
  static const char *const columns[] = { "assessments_decision", "assessments_day", "assessments_outcome", "assessments_said" };
  GListModel *assessments = barn_plan_get_assessments (self->plan);
  BarnAssessmentTally tally = { 0 };
  g_autofree char *asked = NULL;
  g_autofree char *made = NULL;
  g_autofree char *not_made = NULL;
  g_autofree char *not_needed = NULL;
  g_autofree char *heard = NULL;
  g_autofree char *sentence = NULL;
  BarnNode *table;

  barn_tally_assessments (&tally, self->plan, self->as_of);
  if (tally.total == 0)
    return;

  asked = barn_report_dup_count (self, "assessments_one", "assessments_many", tally.total);
  made = g_strdup_printf ("%u", tally.made);
  not_made = g_strdup_printf ("%u", tally.not_made);
  not_needed = g_strdup_printf ("%u", tally.not_needed);
  heard = g_strdup_printf ("%u", tally.heard);
  sentence = barn_profile_fill (self->profile, self->group, tally.made > 0 ? "assessments_figures" : "assessments_figures_none_made",
                                "asked", asked, "made", made, "not_made", not_made, "not_needed", not_needed, "heard", heard, NULL);

  barn_report_append_outlined (self, "assessments");
  barn_report_append_paragraph (self, sentence);
  table = barn_report_append_table (self, "assessments_table", widths, G_N_ELEMENTS (widths), columns);
  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (BarnAssessment) assessment = g_list_model_get_item (assessments, i);

      if (barn_assessment_is_known (assessment, self->as_of))
        append_assessment (self, table, assessment);
    }
}

static void
append_results (BarnReport *self)
{
  g_autofree char *figures = barn_report_dup_figures (self->plan, self->profile, self->as_of);
  gboolean any = g_list_model_get_n_items (barn_plan_get_activities (self->plan)) > 0;

  barn_report_append_outlined (self, "results");
  barn_report_append_section (self, "results_intro", 0);

  barn_report_append_outlined (self, "figures");
  barn_report_append_paragraph (self, figures);
  if (any)
    {
      barn_report_append_bars (self);
      barn_report_append_curve (self);
      barn_report_append_by_role (self);
      barn_report_append_by_shift (self);

      append_done (self);
      append_remains (self);
    }
  append_assessments (self);
}

/* Table 3: what must become better, with measures and expected results */
static void
append_areas (BarnReport *self)
{
  static const guint widths[] = { 30, 38, 32 };
  static const char *const columns[] = { "areas_area", "areas_measures", "areas_result" };
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan));
  BarnNode *table;

  barn_report_append_outlined (self, "areas");
  barn_report_append_section (self, "areas_intro", 0);

  if (areas->len == 0)
    {
      barn_report_append_filled (self, "areas_none");
      return;
    }

  table = barn_report_append_table (self, "areas_table", widths, G_N_ELEMENTS (widths), columns);

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);
      BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));

      barn_node_set_header (barn_report_append_cell (row, barn_area_get_title (area)), TRUE);
      append_measures (row, area);
      barn_report_append_text (barn_report_append_cell (row, NULL), barn_area_get_expected_result (area));
    }
}

static void
append_account (BarnReport *self)
{
  barn_report_append_outlined (self, "account");
}

/* The shape is that of Göteborg's barnbokslut 2024, with what Barnombudsmannen misses in others: what changed for children, and what remains
   and why */
const BarnReportPart barn_report_barnbokslut[] = {
  { "front", barn_report_append_front },
  { "contents", barn_report_append_contents },
  { "introduction", append_introduction },
  { "account", append_account },
  { "followup", append_follow_up },
  { "analysis", append_analysis },
  { "results", append_results },
  { "areas", append_areas },
  { NULL, NULL },
};
