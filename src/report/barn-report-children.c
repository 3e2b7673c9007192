/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-children"

#include "config.h"

#include "barn-report-private.h"

/* The barnbokslut as children can read it. Its own sentences are short and true whatever the plan holds; where somebody wrote for children,
   that is told instead. */

/* Two pages at most, whatever the plan holds: things and letters */
#define MAX_QUOTED 5
#define MAX_TITLE 120
#define MAX_WRITTEN 700

#define SECTION(part) "barnversion_" part

static gboolean
is_written (BarnReport *self,
            const char *section)
{
  BarnSectionText *text = barn_plan_find_section_text (self->plan, section, 0);

  return text != NULL && *barn_section_text_get_body (text) != '\0';
}

/* "5 saker är klara.", as a line of its own in large letters */
static void
append_count (BarnReport *self,
              const char *one,
              const char *many,
              guint       n)
{
  g_autofree char *sentence = barn_report_dup_count (self, one, many, n);
  BarnNode *paragraph = barn_node_append (self->body, barn_node_new (BARN_NODE_PARAGRAPH));

  barn_node_add_span (paragraph, sentence, BARN_SPAN_BOLD, NULL);
}

/* The plan's own words, said to be so; @titles: (element-type utf8) */
static void
append_quoted (BarnReport *self,
               const char *introduction,
               GPtrArray  *titles)
{
  BarnNode *list;

  if (titles->len == 0)
    return;

  barn_report_append_filled (self, introduction);
  list = barn_node_append (self->body, barn_node_new_list (BARN_LIST_BULLET));
  for (guint i = 0; i < MIN (titles->len, MAX_QUOTED); i++)
    {
      g_autofree char *title = barn_report_dup_beginning (g_ptr_array_index (titles, i), MAX_TITLE);

      barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, title));
    }

  if (titles->len > MAX_QUOTED)
    {
      g_autofree char *more = barn_report_dup_count (self, "more_one", "more_many", titles->len - MAX_QUOTED);

      barn_report_append_paragraph (self, more);
    }
}

static void
append_written (BarnReport *self,
                const char *section)
{
  barn_report_append_section_beginning (self, section, MAX_WRITTEN, "more_text");
}

static GPtrArray *
list_shifts (BarnReport *self)
{
  GListModel *shifts = barn_plan_get_shifts (self->plan);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);

      g_ptr_array_add (titles, g_strdup (barn_shift_get_title (shift)));
    }

  return titles;
}

static GPtrArray *
list_areas (BarnReport *self)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan));
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < areas->len; i++)
    g_ptr_array_add (titles, g_strdup (barn_area_get_title (g_ptr_array_index (areas, i))));

  return titles;
}

static void
append_sentence (GString    *text,
                 BarnReport *self,
                 const char *one,
                 const char *many,
                 guint       n)
{
  g_autofree char *sentence = n > 0 ? barn_report_dup_count (self, one, many, n) : NULL;

  if (sentence != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/* The whole year in one figure */
static void
append_numbers (BarnReport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  BarnTally tally = { 0 };

  barn_tally_plan (&tally, self->plan, self->as_of);
  append_sentence (text, self, "done_one", "done_many", tally.by_status[BARN_STATUS_DONE]);
  append_sentence (text, self, "ongoing_one", "ongoing_many", tally.by_status[BARN_STATUS_ONGOING]);
  append_sentence (text, self, "left_one", "left_many", tally.by_status[BARN_STATUS_NOT_STARTED]);
  append_sentence (text, self, "paused_one", "paused_many", tally.by_status[BARN_STATUS_PAUSED]);
  append_sentence (text, self, "cancelled_one", "cancelled_many", tally.by_status[BARN_STATUS_CANCELLED]);
  barn_report_append_counts (self, text->str);
}

static void
append_front (BarnReport *self)
{
  barn_report_append_filled (self, "about");
  barn_report_append_filled (self, "as_of");
}

static void
append_promised (BarnReport *self)
{
  BarnTally tally = { 0 };

  barn_tally_plan (&tally, self->plan, self->as_of);
  barn_report_append_heading (self, 1, "promised", SECTION ("promised"));
  append_count (self, "promised_one", "promised_many", tally.total);

  if (is_written (self, SECTION ("promised")))
    {
      append_written (self, SECTION ("promised"));
    }
  else
    {
      g_autoptr (GPtrArray) titles = list_shifts (self);

      append_quoted (self, "promised_quote", titles);
    }
}

static void
append_done (BarnReport *self)
{
  BarnTally tally = { 0 };

  barn_tally_plan (&tally, self->plan, self->as_of);
  barn_report_append_heading (self, 1, "done", SECTION ("done"));
  append_count (self, "done_one", "done_many", tally.by_status[BARN_STATUS_DONE]);
  if (tally.by_status[BARN_STATUS_ONGOING] > 0)
    append_count (self, "ongoing_one", "ongoing_many", tally.by_status[BARN_STATUS_ONGOING]);
  append_written (self, SECTION ("done"));
}

static void
append_left (BarnReport *self)
{
  BarnTally tally = { 0 };

  barn_tally_plan (&tally, self->plan, self->as_of);
  barn_report_append_heading (self, 1, "left", SECTION ("left"));
  append_count (self, "left_one", "left_many", tally.by_status[BARN_STATUS_NOT_STARTED]);
  if (tally.by_status[BARN_STATUS_PAUSED] > 0)
    append_count (self, "paused_one", "paused_many", tally.by_status[BARN_STATUS_PAUSED]);
  if (tally.by_status[BARN_STATUS_CANCELLED] > 0)
    append_count (self, "cancelled_one", "cancelled_many", tally.by_status[BARN_STATUS_CANCELLED]);
  if (tally.overdue > 0)
    append_count (self, "late_one", "late_many", tally.overdue);

  if (is_written (self, SECTION ("left")))
    {
      append_written (self, SECTION ("left"));
    }
  else
    {
      g_autoptr (GPtrArray) titles = list_areas (self);

      append_quoted (self, "left_quote", titles);
    }
}

static void
append_say (BarnReport *self)
{
  barn_report_append_heading (self, 1, "say", SECTION ("say"));
  append_written (self, SECTION ("say"));
}

const BarnReportPart barn_report_barnversion[] = {
  { "front", append_front },
  { "numbers", append_numbers },
  { "promised", append_promised },
  { "done", append_done },
  { "left", append_left },
  { "say", append_say },
  { NULL, NULL },
};
