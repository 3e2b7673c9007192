/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-figures"

#include "config.h"

#include "barn-report-private.h"

/* The same words in every document */
#define GROUP "figures"

/* "3 påbörjade": the status's word in lower case, as it stands in a sentence */
char *
barn_report_dup_statuses (const BarnTally *tally,
                          BarnProfile     *profile)
{
  g_autofree char *and = barn_profile_dup_text (profile, "general", "and");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *sentence = g_string_new (NULL);

  for (guint status = 0; status < BARN_N_STATUSES; status++)
    {
      g_autofree char *word = barn_profile_dup_status (profile, status);
      g_autofree char *lower = g_utf8_strdown (word, -1);

      if (tally->by_status[status] > 0)
        g_ptr_array_add (parts, g_strdup_printf ("%s %u", lower, tally->by_status[status]));
    }

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (sentence, i + 1 == parts->len ? and : ", ");
      g_string_append (sentence, g_ptr_array_index (parts, i));
    }

  return g_string_free (sentence, FALSE);
}

static void
append_counted (GString     *text,
                BarnProfile *profile,
                const char  *one,
                const char  *many,
                guint        n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;

  sentence = barn_profile_fill (profile, GROUP, n == 1 ? one : many, "n", number, NULL);
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/*
 * barn_report_dup_figures:
 * @plan: a plan
 * @profile: the wording
 * @as_of: until which day
 *
 * Tells the figures of a plan in sentences.
 *
 * Returns: (transfer full): the text
 */
char *
barn_report_dup_figures (BarnPlan    *plan,
                         BarnProfile *profile,
                         BarnDay      as_of)
{
  BarnTally tally = { 0 };
  g_autofree char *year = g_strdup_printf ("%u", barn_plan_get_year (plan));
  g_autofree char *date = barn_profile_format_day (profile, as_of);
  g_autofree char *statuses = NULL;
  g_autoptr (GString) total = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  GString *text;

  barn_tally_plan (&tally, plan, as_of);
  if (tally.total == 0)
    return barn_profile_fill (profile, GROUP, "no_activities", "year", year, NULL);

  append_counted (total, profile, "activities_one", "activities_many", tally.total);
  statuses = barn_report_dup_statuses (&tally, profile);
  sentence = barn_profile_fill (profile, GROUP, "sentence", "year", year, "date", date, "total", total->str, "statuses", statuses, NULL);

  text = g_string_new (sentence);
  append_counted (text, profile, "overdue_one", "overdue_many", tally.overdue);
  append_counted (text, profile, "without_one", "without_many", tally.without_follow_up);

  return g_string_free (text, FALSE);
}

static void
append_tally_row (BarnNode        *table,
                  const char      *name,
                  const BarnTally *tally)
{
  BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
  guint figures[BARN_N_STATUSES + 2];
  guint n = 0;

  barn_node_set_header (barn_report_append_cell (row, name), TRUE);

  figures[n++] = tally->total;
  for (guint status = 0; status < BARN_N_STATUSES; status++)
    figures[n++] = tally->by_status[status];
  figures[n++] = tally->overdue;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%u", figures[i]);

      barn_node_set_align (barn_report_append_cell (row, figure), BARN_ALIGN_END);
    }
}

/* Of a column of numbers, which stand below each other by their last digit */
static void
append_number_heading (BarnNode   *row,
                       const char *text)
{
  BarnNode *cell = barn_report_append_cell (row, text);

  barn_node_set_header (cell, TRUE);
  barn_node_set_align (cell, BARN_ALIGN_END);
}

static BarnNode *
new_tally_table (BarnProfile *profile,
                 const char  *caption,
                 const char  *first)
{
  static const guint widths[] = { 26, 7, 11, 11, 13, 10, 9, 13 };
  g_autofree char *caption_text = barn_profile_dup_text (profile, GROUP, caption);
  g_autofree char *first_text = barn_profile_dup_text (profile, GROUP, first);
  g_autofree char *total = barn_profile_dup_text (profile, GROUP, "total");
  g_autofree char *overdue = barn_profile_dup_text (profile, GROUP, "overdue_column");
  BarnNode *table = barn_node_new (BARN_NODE_TABLE);
  BarnNode *row;

  barn_node_set_caption (table, caption_text);
  barn_node_set_widths (table, widths, G_N_ELEMENTS (widths));

  row = barn_report_append_header (table, first_text, NULL);
  append_number_heading (row, total);
  for (guint status = 0; status < BARN_N_STATUSES; status++)
    {
      g_autofree char *word = barn_profile_dup_status (profile, status);

      append_number_heading (row, word);
    }
  append_number_heading (row, overdue);

  return table;
}

/* The last row counts each activity once; where that is not the sum of the rows above, a sentence says why */
static void
append_all_row (BarnReport *self,
                BarnNode   *table,
                guint       sum,
                const char *why)
{
  BarnTally all = { 0 };
  g_autofree char *name = barn_profile_dup_text (self->profile, GROUP, "all");

  barn_tally_plan (&all, self->plan, self->as_of);
  append_tally_row (table, name, &all);

  if (sum > all.total)
    {
      g_autofree char *text = barn_profile_dup_text (self->profile, GROUP, why);

      barn_report_append_paragraph (self, text);
    }
}

/*
 * barn_report_append_by_role:
 *
 * Appends a table of the statuses per role, and all.
 */
void
barn_report_append_by_role (BarnReport *self)
{
  GListModel *roles = barn_model_get_roles (self->model);
  g_autofree char *no_role = barn_profile_dup_text (self->profile, GROUP, "no_role");
  BarnNode *table = barn_node_append (self->body, new_tally_table (self->profile, "by_role_table", "role"));
  BarnTally without = { 0 };
  guint sum;

  barn_tally_role (&without, self->plan, NULL, self->as_of);
  sum = without.total;

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);
      BarnTally tally = { 0 };

      barn_tally_role (&tally, self->plan, barn_item_get_id (BARN_ITEM (role)), self->as_of);
      sum += tally.total;

      /* A role that only other years use says nothing about this one */
      if (tally.total > 0)
        {
          g_autofree char *name = barn_profile_dup_role (self->profile, barn_role_get_name (role));

          append_tally_row (table, name, &tally);
        }
    }

  if (without.total > 0)
    append_tally_row (table, no_role, &without);

  append_all_row (self, table, sum, "several_roles");
}

/*
 * barn_report_append_by_shift:
 *
 * Appends a table of the statuses per förflyttning, and all; nothing where the plan has no förflyttningar.
 */
void
barn_report_append_by_shift (BarnReport *self)
{
  GListModel *shifts = barn_plan_get_shifts (self->plan);
  g_autofree char *no_shift = barn_profile_dup_text (self->profile, GROUP, "no_shift");
  BarnNode *table;
  BarnTally without = { 0 };
  guint sum;

  if (g_list_model_get_n_items (shifts) == 0)
    return;

  table = barn_node_append (self->body, new_tally_table (self->profile, "by_shift_table", "shift"));
  barn_tally_shift (&without, self->plan, NULL, self->as_of);
  sum = without.total;

  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);
      g_autofree char *name = g_strdup_printf ("%u. %s", barn_plan_get_shift_number (self->plan, shift), barn_shift_get_title (shift));
      BarnTally tally = { 0 };

      barn_tally_shift (&tally, self->plan, barn_item_get_id (BARN_ITEM (shift)), self->as_of);
      sum += tally.total;
      append_tally_row (table, name, &tally);
    }

  if (without.total > 0)
    append_tally_row (table, no_shift, &without);

  append_all_row (self, table, sum, "several_shifts");
}
