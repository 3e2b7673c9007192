/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-progress"

#include "config.h"

#include "barn-report-private.h"

#include <string.h>

#include "barn-review.h"

/* What ledningen and the nämnd read during the year: how far the work has come, and what to look at */

#define MAX_ATTENTION 8
#define MIN_ATTENTION 1
#define MAX_TITLE 80 /* characters; what was said is told in full in the half-yearly report */
#define MAX_SAID 80
#define MAX_COMMENT 200
#define MAX_SOON 2
#define LIST_ROOM 150 /* points: two rows of the table that are high; with less, what is to be done soon is only counted */
#define SOON_DAYS 14

static void
append_comment (BarnReport *self)
{
  BarnSectionText *written = barn_plan_find_section_text (self->plan, "lagesrapport_comment", 0);

  if (written == NULL || *barn_section_text_get_body (written) == '\0')
    return;

  barn_report_append_heading (self, 1, "comment", "lagesrapport_comment");
  barn_report_append_section_beginning (self, "lagesrapport_comment", MAX_COMMENT, "comment_more");
}

static void
append_figures (BarnReport *self)
{
  g_autofree char *figures = barn_report_dup_figures (self->plan, self->profile, self->as_of);

  barn_report_append_heading (self, 1, "figures", "figures");
  barn_report_append_paragraph (self, figures);
  barn_report_append_bars (self);
}

/* The nämnd reads the same as a table, and how the half-year went */
static void
append_figures_and_year (BarnReport *self)
{
  append_figures (self);
  barn_report_append_curve (self);
  if (g_list_model_get_n_items (barn_plan_get_activities (self->plan)) > 0)
    barn_report_append_by_role (self);
}

static void
append_by_shift (BarnReport *self)
{
  if (g_list_model_get_n_items (barn_plan_get_shifts (self->plan)) == 0 ||
      g_list_model_get_n_items (barn_plan_get_activities (self->plan)) == 0)
    return;

  barn_report_append_heading (self, 1, "shifts", NULL);
  barn_report_append_by_shift (self);
}

/* Why an activity is on the list: it is overdue, was raised, or should have begun and nobody has said a word of it */
static char *
dup_why (BarnReport   *self,
         BarnActivity *activity)
{
  BarnDay start = barn_activity_get_start_on (activity);
  gboolean overdue = barn_activity_is_overdue (activity, self->as_of);
  BarnDay day = overdue ? barn_activity_get_due_on (activity) : start;
  g_autofree char *date = barn_profile_format_day (self->profile, day);
  g_autofree char *days = g_strdup_printf ("%u", self->as_of - barn_activity_get_due_on (activity));
  const char *key = overdue ? "why_overdue" : start != BARN_DAY_NONE ? "why_not_begun" : "why_silent";

  if (overdue && self->as_of - barn_activity_get_due_on (activity) == 1)
    key = "why_overdue_one";
  else if (!overdue && barn_activity_get_raised (activity))
    key = "why_raised";

  return barn_profile_fill (self->profile, "attention", key, "date", date, "days", days, NULL);
}

/* Who is to be asked: the unit or person, else the roles */
static char *
dup_responsible (BarnReport   *self,
                 BarnActivity *activity)
{
  g_autofree char *responsible = barn_model_dup_responsible (self->model, activity);

  return *responsible != '\0' ? g_steal_pointer (&responsible) : barn_report_dup_roles (self, activity);
}

static BarnNode *
new_attention_row (BarnReport   *self,
                   BarnActivity *activity)
{
  BarnNode *row = barn_node_new (BARN_NODE_ROW);
  g_autofree char *title = barn_report_dup_beginning (barn_activity_get_title (activity), MAX_TITLE);
  g_autofree char *all_responsible = dup_responsible (self, activity);
  g_autofree char *responsible = barn_report_dup_beginning (all_responsible, MAX_TITLE);
  g_autofree char *why = dup_why (self, activity);
  g_autofree char *said = barn_report_dup_last_comment (self, activity);

  barn_node_set_header (barn_report_append_cell (row, title), TRUE);
  barn_report_append_cell (row, responsible);
  if (*said != '\0')
    {
      g_autofree char *beginning = barn_report_dup_beginning (said, MAX_SAID);
      g_autofree char *reason = g_strconcat (why, " ", beginning, NULL);

      barn_report_append_cell (row, reason);
    }
  else
    {
      barn_report_append_cell (row, why);
    }

  return row;
}

/* How high text will be, about, in points. By its letters alone: measured text would make another document where there are other fonts. */
static double
guess_height (const char *text,
              guint       letters,
              double      line)
{
  double height = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *end = p + strcspn (p, "\n");

      height += line * (1 + g_utf8_strlen (p, end - p) / letters);
      p = *end != '\0' ? end + 1 : end;
    }

  return height;
}

static double
guess_row_height (BarnNode *row)
{
  static const guint letters[] = { 27, 19, 38 };
  double height = 0;

  for (guint i = 0; i < barn_node_get_n_children (row); i++)
    {
      g_autofree char *text = barn_node_dup_text (barn_node_get_child (row, i));

      height = MAX (height, guess_height (text, letters[i], 13));
    }

  return height + 8;
}

/* What is left on the one page that ledningen reads for the rows of the table, @n of them, and for what is to be done soon */
static double
guess_shared_room (BarnReport *self,
                   guint       n)
{
  const double heading = 43;
  BarnSectionText *comment = barn_plan_find_section_text (self->plan, "lagesrapport_comment", 0);
  const guint n_bars = g_list_model_get_n_items (barn_model_get_roles (self->model)) + 1;
  double room = 700 - 120; /* a page without title and front */

  if (comment != NULL && *barn_section_text_get_body (comment) != '\0')
    room -= heading + MIN (guess_height (barn_section_text_get_body (comment), 90, 16), 16 * (MAX_COMMENT / 90 + 2)) + 7;
  room -= heading + 3 * 16 + 21 * n_bars + 48;
  room -= heading + 40 + (n > MAX_ATTENTION ? 22 : 0);

  return room;
}

static double
guess_soon_height (guint n)
{
  return n > 0 ? 43 + 19 * MIN (n, MAX_SOON) + (n > MAX_SOON ? 22 : 0) : 0;
}

/* Whether a page has so much on it that what is to be done soon is only counted */
static gboolean
is_crowded (BarnReport *self,
            guint       n_attention,
            guint       n_soon)
{
  return guess_shared_room (self, n_attention) - guess_soon_height (n_soon) < LIST_ROOM;
}

static double
guess_room (BarnReport *self,
            guint       n)
{
  g_autoptr (GPtrArray) soon = barn_figures_due_soon (self->plan, self->as_of, SOON_DAYS);

  if (is_crowded (self, n, soon->len))
    return guess_shared_room (self, n) - 29;

  return guess_shared_room (self, n) - guess_soon_height (soon->len);
}

/* What somebody raised to ledningen comes first, then what the dates say */
static GPtrArray *
list_attention (BarnReport *self)
{
  GListModel *all = barn_plan_get_activities (self->plan);
  g_autoptr (GPtrArray) needing = barn_figures_needs_attention (self->plan, self->as_of);
  GPtrArray *activities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (all, i);

      if (barn_activity_get_raised (activity))
        g_ptr_array_add (activities, g_steal_pointer (&activity));
    }

  for (guint i = 0; i < needing->len; i++)
    {
      BarnActivity *activity = g_ptr_array_index (needing, i);

      if (!barn_activity_get_raised (activity))
        g_ptr_array_add (activities, g_object_ref (activity));
    }

  return activities;
}

static void
append_attention (BarnReport *self)
{
  static const guint widths[] = { 33, 24, 43 };
  static const char *const columns[] = { "attention_activity", "attention_responsible", "attention_why" };
  g_autoptr (GPtrArray) activities = list_attention (self);
  double room = g_str_equal (self->group, barn_paper_to_nick (BARN_PAPER_LAGESRAPPORT)) ? guess_room (self, activities->len) : G_MAXDOUBLE;
  BarnNode *table;
  guint n;

  barn_report_append_heading (self, 1, "attention", "attention");
  if (activities->len == 0)
    {
      barn_report_append_filled (self, "attention_none");
      return;
    }

  table = barn_report_append_table (self, "attention_table", widths, G_N_ELEMENTS (widths), columns);
  for (n = 0; n < MIN (activities->len, MAX_ATTENTION); n++)
    {
      g_autoptr (BarnNode) row = new_attention_row (self, g_ptr_array_index (activities, n));

      room -= guess_row_height (row);
      if (room < 0 && n >= MIN_ATTENTION)
        break;
      barn_node_append (table, g_steal_pointer (&row));
    }

  if (activities->len > n)
    {
      g_autofree char *more = barn_report_dup_count (self, "more_one", "more_many", activities->len - n);

      barn_report_append_paragraph (self, more);
    }
}

static void
append_coming (BarnReport *self,
               GPtrArray  *activities,
               guint       most)
{
  BarnNode *list = barn_node_append (self->body, barn_node_new_list (BARN_LIST_BULLET));

  for (guint i = 0; i < MIN (activities->len, most); i++)
    {
      BarnActivity *activity = g_ptr_array_index (activities, i);
      g_autofree char *date = barn_profile_format_day (self->profile, barn_activity_get_due_on (activity));
      g_autofree char *title = barn_report_dup_beginning (barn_activity_get_title (activity), most == MAX_SOON ? MAX_TITLE : G_MAXLONG);
      g_autofree char *line = barn_profile_fill (self->profile, "attention", "coming", "title", title, "date", date, NULL);

      barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, line));
    }

  if (activities->len > most)
    {
      g_autofree char *more = barn_report_dup_count (self, "more_one", "more_many", activities->len - most);

      barn_report_append_paragraph (self, more);
    }
}

static void
append_soon (BarnReport *self)
{
  g_autoptr (GPtrArray) activities = barn_figures_due_soon (self->plan, self->as_of, SOON_DAYS);
  g_autoptr (GPtrArray) attention = list_attention (self);

  if (activities->len == 0)
    return;

  if (is_crowded (self, attention->len, activities->len))
    {
      g_autofree char *counted = barn_report_dup_count (self, "soon_one", "soon_many", activities->len);

      barn_report_append_paragraph (self, counted);
      return;
    }

  barn_report_append_heading (self, 1, "soon", NULL);
  append_coming (self, activities, MAX_SOON);
}

const BarnReportPart barn_report_lagesrapport[] = {
  { "front", barn_report_append_front },
  { "comment", append_comment },
  { "figures", append_figures },
  { "attention", append_attention },
  { "soon", append_soon },
  { NULL, NULL },
};

static void
append_summary (BarnReport *self)
{
  barn_report_append_heading (self, 1, "summary", "halvarsrapport_summary");
  barn_report_append_section (self, "halvarsrapport_summary", 0);
}

static void
append_done (BarnReport *self)
{
  barn_report_append_heading (self, 1, "done", BARN_PART_RESULTS);
  barn_report_append_told (self, 2);
}

/* The areas of last year's barnbokslut: half-way through the year that is to make them better */
static void
append_areas (BarnReport *self)
{
  static const guint widths[] = { 40, 20, 40 };
  static const char *const columns[] = { "areas_area", "areas_status", "areas_comment" };
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan) - 1);
  BarnNode *table;

  if (areas->len == 0)
    return;

  barn_report_append_heading (self, 1, "areas", BARN_PART_FOLLOWUP);
  table = barn_report_append_table (self, "areas_table", widths, G_N_ELEMENTS (widths), columns);

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);
      BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
      g_autofree char *status = barn_profile_dup_status (self->profile, barn_area_get_status (area));

      barn_node_set_header (barn_report_append_cell (row, barn_area_get_title (area)), TRUE);
      barn_report_append_cell (row, status);
      barn_report_append_text (barn_report_append_cell (row, NULL), barn_area_get_comment (area));
    }
}

/* What is still to be done in the year, by the day on which it is to be done */
static void
append_ahead (BarnReport *self)
{
  BarnDay last = barn_day_new (barn_plan_get_year (self->plan), 12, 31);
  g_autoptr (GPtrArray) activities = NULL;

  barn_report_append_heading (self, 1, "ahead", "halvarsrapport_ahead");
  barn_report_append_section (self, "halvarsrapport_ahead", 0);

  if (last >= self->as_of)
    activities = barn_figures_due_soon (self->plan, self->as_of, last - self->as_of);

  if (activities == NULL || activities->len == 0)
    {
      barn_report_append_filled (self, "ahead_none");
      return;
    }

  barn_report_append_filled (self, "ahead_intro");
  append_coming (self, activities, G_MAXUINT);
}

/* Below the second level stand the activities, which are too many to list */
static void
append_contents (BarnReport *self)
{
  barn_report_append_contents (self);
  barn_node_set_level (barn_node_get_child (self->body, barn_node_get_n_children (self->body) - 1), 2);
}

static void
append_wheel (BarnReport *self)
{
  barn_report_append_wheel (self, self->as_of);
}

const BarnReportPart barn_report_halvarsrapport[] = {
  { "front", barn_report_append_front },
  { "contents", append_contents },
  { "summary", append_summary },
  { "figures", append_figures_and_year },
  { "shifts", append_by_shift },
  { "done", append_done },
  { "areas", append_areas },
  { "attention", append_attention },
  { "ahead", append_ahead },
  { "wheel", append_wheel },
  { NULL, NULL },
};
