/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-list-occasions"

#include "config.h"

#include "barn-cli-list-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "barn-occasions.h"
#include "barn-text.h"

BarnOccasion *
barn_cli_find_occasion (BarnPlan    *plan,
                        const char  *text,
                        BarnCliExit *status)
{
  GListModel *occasions = barn_plan_get_occasions (plan);
  g_autofree char *folded = barn_fold (text);
  g_autofree char *sentence = NULL;
  BarnDay day = barn_day_from_iso (text);

  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      g_autoptr (BarnOccasion) occasion = g_list_model_get_item (occasions, i);
      g_autofree char *title = barn_fold (barn_occasion_get_title (occasion));

      /* The list keeps it alive */
      if (g_str_equal (title, folded) || g_str_equal (barn_item_get_id (BARN_ITEM (occasion)), text) ||
          (day != BARN_DAY_NONE && barn_occasion_get_cut_off (occasion) == day))
        return occasion;
    }

  sentence = g_strdup_printf (_("The plan of %u has no follow-up occasion “%s”."), barn_plan_get_year (plan), text);
  *status = barn_cli_refuse (sentence);

  return NULL;
}

void
barn_cli_list_print_occasions (const BarnCliList *list)
{
  const char *const words[] = { "id", "title", "cut_off", "state", "closed_on", "reason", "asked", "left", "corrections", NULL };
  const char *const headings[] = { _("Cut-off date"), _("Follow-up occasion"), _("State"), _("Left"), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *occasions = barn_plan_get_occasions (list->plan);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      g_autoptr (BarnOccasion) occasion = g_list_model_get_item (occasions, i);
      BarnOccasionState state = barn_occasion_get_state (occasion, list->plan, list->as_of);
      guint n_asked;
      g_autoptr (GPtrArray) left = barn_occasion_list_left (occasion, list->plan, NULL, NULL, &n_asked);
      g_autoptr (GArray) corrections = barn_occasion_list_corrections (occasion, list->plan, list->model);
      g_autofree char *cut_off = barn_cli_dup_day (barn_occasion_get_cut_off (occasion));
      g_autofree char *closed_on = barn_cli_dup_day (barn_occasion_get_closed_on (occasion));
      g_autofree char *asked = g_strdup_printf ("%u", n_asked);
      g_autofree char *n_left = g_strdup_printf ("%u", left->len);
      g_autofree char *n_corrections = g_strdup_printf ("%u", corrections->len);

      json_builder_begin_object (builder);
      barn_cli_json_text (builder, "id", barn_item_get_id (BARN_ITEM (occasion)));
      barn_cli_json_text (builder, "title", barn_occasion_get_title (occasion));
      barn_cli_json_day (builder, "cut_off", barn_occasion_get_cut_off (occasion));
      barn_cli_json_text (builder, "state", barn_occasion_state_to_nick (state));
      barn_cli_json_day (builder, "closed_on", barn_occasion_get_closed_on (occasion));
      barn_cli_json_text (builder, "reason", barn_occasion_get_reason (occasion));
      barn_cli_json_number (builder, "asked", n_asked);
      barn_cli_json_number (builder, "left", left->len);
      barn_cli_json_number (builder, "corrections", corrections->len);
      json_builder_end_object (builder);

      if (list->format == BARN_CLI_CSV)
        barn_cli_table_add (table, barn_item_get_id (BARN_ITEM (occasion)), barn_occasion_get_title (occasion), cut_off,
                            barn_occasion_state_to_nick (state), closed_on, barn_occasion_get_reason (occasion), asked, n_left,
                            n_corrections, NULL);
      else
        barn_cli_table_add (table, cut_off, barn_occasion_get_title (occasion), barn_occasion_state_get_label (state), n_left, NULL);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}

static GPtrArray *
list_reported (const BarnCliList *list)
{
  GListModel *lines = barn_occasion_get_reported (list->occasion);
  GPtrArray *reported;

  if (barn_occasion_get_closed_on (list->occasion) == BARN_DAY_NONE)
    return barn_occasion_report (list->occasion, list->plan, list->model);

  reported = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    g_ptr_array_add (reported, g_list_model_get_item (lines, i));

  return reported;
}

/* Activities as an occasion has them: as they were reported where it is closed, else as they stand */
void
barn_cli_list_print_reported (const BarnCliList *list)
{
  const char *const words[] = { "id", "title", "roles", "responsible", "due", "status", "overdue", "followed_up", "comment", "effect", NULL };
  const char *const headings[] = { _("Status"), _("Activity"), _("Roles"), _("Due"), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) lines = list_reported (list);

  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      BarnReported *line = lines->pdata[i];
      BarnStatus status = barn_reported_get_status (line);
      g_autofree char *due = barn_cli_dup_day (barn_reported_get_due_on (line));

      json_builder_begin_object (builder);
      barn_cli_json_text (builder, "id", barn_reported_get_activity (line));
      barn_cli_json_text (builder, "title", barn_reported_get_title (line));
      barn_cli_json_text (builder, "roles", barn_reported_get_roles (line));
      barn_cli_json_text (builder, "responsible", barn_reported_get_responsible (line));
      barn_cli_json_day (builder, "due", barn_reported_get_due_on (line));
      barn_cli_json_text (builder, "status", barn_status_to_nick (status));
      barn_cli_json_boolean (builder, "overdue", barn_reported_get_overdue (line));
      barn_cli_json_boolean (builder, "followed_up", barn_reported_get_followed_up (line));
      barn_cli_json_text (builder, "comment", barn_reported_get_comment (line));
      barn_cli_json_text (builder, "effect", barn_reported_get_effect (line));
      json_builder_end_object (builder);

      if (list->format == BARN_CLI_CSV)
        barn_cli_table_add (table, barn_reported_get_activity (line), barn_reported_get_title (line), barn_reported_get_roles (line),
                            barn_reported_get_responsible (line), due, barn_status_to_nick (status),
                            barn_reported_get_overdue (line) ? "true" : "false", barn_reported_get_followed_up (line) ? "true" : "false",
                            barn_reported_get_comment (line), barn_reported_get_effect (line), NULL);
      else
        barn_cli_table_add (table, barn_status_get_label (status), barn_reported_get_title (line), barn_reported_get_roles (line), due, NULL);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}

static void
add_amount (JsonBuilder *builder,
            const char  *name,
            double       amount)
{
  json_builder_set_member_name (builder, name);
  if (isnan (amount))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, amount);
}

static void
add_reference (JsonBuilder *builder,
               const char  *name,
               const char  *id)
{
  json_builder_set_member_name (builder, name);
  if (id != NULL)
    json_builder_add_string_value (builder, id);
  else
    json_builder_add_null_value (builder);
}

static void
add_values (JsonBuilder   *builder,
            BarnIndicator *indicator)
{
  GListModel *values = barn_indicator_get_values (indicator);

  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (BarnIndicatorValue) value = g_list_model_get_item (values, i);

      json_builder_begin_object (builder);
      barn_cli_json_day (builder, "on", barn_indicator_value_get_day (value));
      add_amount (builder, "value", barn_indicator_value_get_value (value));
      barn_cli_json_text (builder, "comment", barn_indicator_value_get_comment (value));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What a spreadsheet reads: a plain number, or nothing */
static char *
dup_amount (double amount)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (isnan (amount) ? "" : g_ascii_dtostr (buffer, sizeof buffer, amount));
}

void
barn_cli_list_print_indicators (const BarnCliList *list)
{
  const char *const words[] = { "id", "title", "scale", "unit", "baseline", "target", "on", "value", NULL };
  const char *const headings[] = { _("Indicator"), _("Baseline"), _("Value"), _("Target"), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *indicators = barn_plan_get_indicators (list->plan);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BarnIndicator) indicator = g_list_model_get_item (indicators, i);
      BarnScale scale = barn_indicator_get_scale (indicator);
      const char *unit = barn_indicator_get_unit (indicator);
      BarnIndicatorValue *last = barn_indicator_get_value_on (indicator, list->as_of);
      double value = last != NULL ? barn_indicator_value_get_value (last) : NAN;

      json_builder_begin_object (builder);
      barn_cli_json_text (builder, "id", barn_item_get_id (BARN_ITEM (indicator)));
      barn_cli_json_text (builder, "title", barn_indicator_get_title (indicator));
      add_reference (builder, "activity", barn_indicator_get_activity (indicator));
      add_reference (builder, "shift", barn_indicator_get_shift (indicator));
      barn_cli_json_text (builder, "scale", barn_scale_to_nick (scale));
      barn_cli_json_text (builder, "unit", unit);
      add_amount (builder, "baseline", barn_indicator_get_baseline (indicator));
      add_amount (builder, "target", barn_indicator_get_target (indicator));
      add_values (builder, indicator);
      json_builder_end_object (builder);

      if (list->format == BARN_CLI_CSV)
        {
          g_autofree char *baseline = dup_amount (barn_indicator_get_baseline (indicator));
          g_autofree char *target = dup_amount (barn_indicator_get_target (indicator));
          g_autofree char *on = barn_cli_dup_day (last != NULL ? barn_indicator_value_get_day (last) : BARN_DAY_NONE);
          g_autofree char *number = dup_amount (value);

          barn_cli_table_add (table, barn_item_get_id (BARN_ITEM (indicator)), barn_indicator_get_title (indicator),
                              barn_scale_to_nick (scale), unit, baseline, target, on, number, NULL);
        }
      else
        {
          g_autofree char *baseline = barn_scale_format (scale, barn_indicator_get_baseline (indicator), unit, NULL);
          g_autofree char *target = barn_scale_format (scale, barn_indicator_get_target (indicator), unit, NULL);
          g_autofree char *text = barn_scale_format (scale, value, unit, NULL);

          barn_cli_table_add (table, barn_indicator_get_title (indicator), baseline, text, target, NULL);
        }
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}
