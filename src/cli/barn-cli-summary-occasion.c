/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-summary-occasion"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>

#include "barn-occasions.h"

static void
add_figures (JsonBuilder     *builder,
             const BarnTally *tally)
{
  barn_cli_json_number (builder, "activities", tally->total);
  json_builder_set_member_name (builder, "by_status");
  json_builder_begin_object (builder);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    barn_cli_json_number (builder, barn_status_to_nick ((BarnStatus) i), tally->by_status[i]);
  json_builder_end_object (builder);
  barn_cli_json_number (builder, "overdue", tally->overdue);
  barn_cli_json_number (builder, "without_follow_up", tally->without_follow_up);
}

static void
print_json (BarnModel       *model,
            BarnPlan        *plan,
            BarnOccasion    *occasion,
            const BarnTally *now,
            BarnOccasion    *previous,
            const BarnTally *before)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) corrections = barn_occasion_list_corrections (occasion, plan, model);

  json_builder_begin_object (builder);
  barn_cli_json_number (builder, "year", barn_plan_get_year (plan));
  barn_cli_json_text (builder, "occasion", barn_occasion_get_title (occasion));
  barn_cli_json_day (builder, "cut_off", barn_occasion_get_cut_off (occasion));
  barn_cli_json_text (builder, "state", barn_occasion_state_to_nick (barn_occasion_get_state (occasion, plan, BARN_DAY_NONE)));
  add_figures (builder, now);
  barn_cli_json_number (builder, "corrections", corrections->len);

  json_builder_set_member_name (builder, "previous");
  if (previous != NULL)
    {
      json_builder_begin_object (builder);
      barn_cli_json_text (builder, "occasion", barn_occasion_get_title (previous));
      barn_cli_json_day (builder, "cut_off", barn_occasion_get_cut_off (previous));
      add_figures (builder, before);
      json_builder_end_object (builder);
    }
  else
    {
      json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);

  barn_cli_print_json (builder);
}

static void
add_row (BarnCliTable *table,
         const char   *name,
         guint         now,
         guint         before,
         gboolean      compared)
{
  g_autofree char *text = g_strdup_printf ("%u", now);
  g_autofree char *text_before = compared ? g_strdup_printf ("%u", before) : g_strdup ("");
  g_autofree char *change = compared ? g_strdup_printf (now == before ? "%d" : "%+d", (int) now - (int) before) : g_strdup ("");

  barn_cli_table_add (table, name, text_before, text, change, NULL);
}

static void
print_table (BarnOccasion    *occasion,
             const BarnTally *now,
             BarnOccasion    *previous,
             const BarnTally *before,
             BarnCliFormat    format)
{
  const char *const words[] = { "figure", "before", "now", "change", NULL };
  const char *const headings[] = { _("Figure"), previous != NULL ? barn_occasion_get_title (previous) : _("Before"),
                                   barn_occasion_get_title (occasion), _("Change"), NULL };
  gboolean csv = format == BARN_CLI_CSV;
  g_autoptr (BarnCliTable) table = barn_cli_table_new (csv ? words : headings);

  add_row (table, csv ? "activities" : _("Activities"), now->total, before->total, previous != NULL);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    add_row (table, csv ? barn_status_to_nick ((BarnStatus) i) : barn_status_get_label ((BarnStatus) i),
             now->by_status[i], before->by_status[i], previous != NULL);
  add_row (table, csv ? "overdue" : _("Overdue"), now->overdue, before->overdue, previous != NULL);
  add_row (table, csv ? "without_follow_up" : _("Without follow-up"), now->without_follow_up, before->without_follow_up, previous != NULL);

  barn_cli_table_print (table, format);
}

/* The figures of an occasion beside those of the one before */
void
barn_cli_print_occasion (BarnModel     *model,
                         BarnPlan      *plan,
                         BarnOccasion  *occasion,
                         BarnCliFormat  format)
{
  BarnOccasion *previous = barn_occasion_get_previous (occasion, plan);
  BarnTally now = { 0 };
  BarnTally before = { 0 };

  barn_tally_occasion (&now, occasion, plan);
  if (previous != NULL)
    barn_tally_occasion (&before, previous, plan);

  if (format == BARN_CLI_JSON)
    print_json (model, plan, occasion, &now, previous, &before);
  else
    print_table (occasion, &now, previous, &before, format);
}
