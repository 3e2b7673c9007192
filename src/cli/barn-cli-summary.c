/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-summary"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>

#include "barn-figures.h"

static void
add_statuses (JsonBuilder     *builder,
              const BarnTally *tally)
{
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    barn_cli_json_number (builder, barn_status_to_nick (i), tally->by_status[i]);
}

static void
add_role (JsonBuilder     *builder,
          const char      *name,
          const BarnTally *tally)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  barn_cli_json_number (builder, "activities", tally->total);
  add_statuses (builder, tally);
  barn_cli_json_number (builder, "overdue", tally->overdue);
  barn_cli_json_number (builder, "without_follow_up", tally->without_follow_up);
  json_builder_end_object (builder);
}

static void
add_approved (JsonBuilder *builder,
              BarnPlan    *plan)
{
  json_builder_set_member_name (builder, "approved");
  if (*barn_plan_get_approved_by (plan) == '\0' && barn_plan_get_approved_on (plan) == BARN_DAY_NONE)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  barn_cli_json_text (builder, "by", barn_plan_get_approved_by (plan));
  barn_cli_json_day (builder, "on", barn_plan_get_approved_on (plan));
  json_builder_end_object (builder);
}

static void
print_json (BarnModel *model,
            BarnPlan  *plan,
            BarnDay    as_of)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *roles = barn_model_get_roles (model);
  BarnTally tally = { 0 };

  barn_tally_plan (&tally, plan, as_of);

  json_builder_begin_object (builder);
  barn_cli_json_number (builder, "year", barn_plan_get_year (plan));
  barn_cli_json_day (builder, "as_of", as_of);
  barn_cli_json_number (builder, "activities", tally.total);

  json_builder_set_member_name (builder, "by_status");
  json_builder_begin_object (builder);
  add_statuses (builder, &tally);
  json_builder_end_object (builder);

  barn_cli_json_number (builder, "overdue", tally.overdue);
  barn_cli_json_number (builder, "without_follow_up", tally.without_follow_up);

  json_builder_set_member_name (builder, "by_role");
  json_builder_begin_object (builder);
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);
      BarnTally role_tally = { 0 };

      barn_tally_role (&role_tally, plan, barn_item_get_id (BARN_ITEM (role)), as_of);
      add_role (builder, barn_role_get_name (role), &role_tally);
    }
  json_builder_end_object (builder);

  barn_cli_json_number (builder, "shifts", g_list_model_get_n_items (barn_plan_get_shifts (plan)));
  barn_cli_json_number (builder, "long_term", g_list_model_get_n_items (barn_plan_get_long_terms (plan)));
  add_approved (builder, plan);
  json_builder_end_object (builder);

  barn_cli_print_json (builder);
}

static void
add_number (GStrvBuilder *row,
            guint         number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_strv_builder_add (row, text);
}

static void
add_row (BarnCliTable    *table,
         const char      *name,
         const BarnTally *tally)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  g_strv_builder_add (row, name);
  add_number (row, tally->total);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    add_number (row, tally->by_status[i]);
  add_number (row, tally->overdue);
  add_number (row, tally->without_follow_up);

  barn_cli_table_take_row (table, g_strv_builder_end (row));
}

static BarnCliTable *
new_table (BarnCliFormat format)
{
  gboolean csv = format == BARN_CLI_CSV;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) headings = NULL;

  g_strv_builder_add_many (builder, csv ? "role" : _("Role"), csv ? "activities" : _("Activities"), NULL);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    g_strv_builder_add (builder, csv ? barn_status_to_nick (i) : barn_status_get_label (i));
  g_strv_builder_add_many (builder, csv ? "overdue" : _("Overdue"), csv ? "without_follow_up" : _("Without follow-up"), NULL);
  headings = g_strv_builder_end (builder);

  return barn_cli_table_new ((const char *const *) headings);
}

/* A row each role and one for all; an activity under two roles is counted once there */
static void
print_table (BarnModel     *model,
             BarnPlan      *plan,
             BarnDay        as_of,
             BarnCliFormat  format)
{
  g_autoptr (BarnCliTable) table = new_table (format);
  GListModel *roles = barn_model_get_roles (model);
  BarnTally without_role = { 0 };
  BarnTally all = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);
      BarnTally tally = { 0 };

      barn_tally_role (&tally, plan, barn_item_get_id (BARN_ITEM (role)), as_of);
      add_row (table, barn_role_get_name (role), &tally);
    }

  barn_tally_role (&without_role, plan, NULL, as_of);
  if (without_role.total > 0)
    add_row (table, _("Without a role"), &without_role);

  barn_tally_plan (&all, plan, as_of);
  add_row (table, _("All, each once"), &all);

  barn_cli_table_print (table, format);
}

static void
print_heading (BarnModel *model,
               BarnPlan  *plan,
               BarnDay    as_of)
{
  const char *name = barn_organisation_get_name (barn_model_get_organisation (model));
  g_autofree char *day = barn_day_to_iso (as_of);
  g_autofree char *approved_on = barn_cli_dup_day (barn_plan_get_approved_on (plan));

  if (*name != '\0')
    g_print ("%s\n", name);
  g_print (_("The plan of %u, as of %s\n"), barn_plan_get_year (plan), day);
  if (*barn_plan_get_approved_by (plan) != '\0')
    g_print (_("Approved by %s %s\n"), barn_plan_get_approved_by (plan), approved_on);
  g_print (_("Shifts: %u, in the longer term: %u\n"),
           g_list_model_get_n_items (barn_plan_get_shifts (plan)),
           g_list_model_get_n_items (barn_plan_get_long_terms (plan)));
  g_print ("\n");
}

static BarnCliExit
print_summary (const char    *path,
               guint          year,
               BarnDay        as_of,
               const char    *occasion_text,
               BarnCliFormat  format)
{
  BarnCliExit status = BARN_CLI_DONE;
  g_autoptr (BarnPlanFile) file = barn_cli_open (path, TRUE, &status);
  BarnModel *model;
  BarnPlan *plan;

  if (file == NULL)
    return status;

  model = barn_plan_file_get_model (file);
  plan = barn_cli_find_plan (file, year, &status);
  if (plan == NULL)
    return status;

  if (occasion_text != NULL)
    {
      BarnOccasion *occasion = barn_cli_find_occasion (plan, occasion_text, &status);

      if (occasion != NULL)
        barn_cli_print_occasion (model, plan, occasion, format);
      return status;
    }

  if (format == BARN_CLI_JSON)
    {
      print_json (model, plan, as_of);
      return BARN_CLI_DONE;
    }

  if (format == BARN_CLI_TABLE)
    print_heading (model, plan, as_of);
  print_table (model, plan, as_of, format);

  return BARN_CLI_DONE;
}

static BarnCliExit
run (const char *const *arguments)
{
  g_autofree char *year_text = NULL;
  g_autofree char *as_of_text = NULL;
  g_autofree char *format_text = NULL;
  g_autofree char *occasion = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &year_text, N_("The year of the plan; if left out, the latest begun that has something in it"), N_("YEAR") },
    { "occasion", 0, 0, G_OPTION_ARG_STRING, &occasion, N_("As a follow-up occasion has it, beside the one before; its title or cut-off date"), N_("OCCASION") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of_text, N_("As it was on a day; today if left out"), N_("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("How it is told: table, json or csv"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  BarnCliFormat format;
  BarnDay as_of;
  guint year;

  if (!barn_cli_parse (&barn_cli_summary, arguments, entries, 1, 1, &words) ||
      !barn_cli_parse_year (&barn_cli_summary, year_text, &year) ||
      !barn_cli_parse_day (&barn_cli_summary, as_of_text, &as_of) ||
      !barn_cli_parse_format (&barn_cli_summary, format_text, &format))
    return BARN_CLI_USAGE;

  if (occasion != NULL && as_of_text != NULL)
    return barn_cli_misuse (&barn_cli_summary, _("Give a day or a follow-up occasion, not both."));

  return print_summary (words[0], year, as_of, occasion, format);
}

const BarnCliCommand barn_cli_summary = {
  .name = "summary",
  .synopsis = "FILE [--year YEAR] [--as-of DATE | --occasion OCCASION] [--format table|json|csv]",
  .summary = N_("Tells in figures how the year goes."),
  .run = run,
};
