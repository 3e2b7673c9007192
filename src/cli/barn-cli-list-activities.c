/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-list-activities"

#include "config.h"

#include "barn-cli-list-private.h"

#include <glib/gi18n-lib.h>

void
barn_cli_list_print (const BarnCliList *list,
                     BarnCliTable      *table,
                     JsonBuilder       *builder)
{
  if (list->format == BARN_CLI_JSON)
    barn_cli_print_json (builder);
  else
    barn_cli_table_print (table, list->format);
}

void
barn_cli_list_json_articles (JsonBuilder       *builder,
                             const char *const *articles)
{
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; articles[i] != NULL; i++)
    json_builder_add_int_value (builder, g_ascii_strtoll (articles[i], NULL, 10));
  json_builder_end_array (builder);
}

/* What the items of @list that are among the ids are called, in the order of the list; (transfer full) */
static char **
dup_titles (GListModel        *list,
            const char *const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BarnItem) item = g_list_model_get_item (list, i);

      if (g_strv_contains (ids, barn_item_get_id (item)))
        g_strv_builder_add (builder, barn_item_get_title (item));
    }

  return g_strv_builder_end (builder);
}

static void
add_strings (JsonBuilder  *builder,
             const char   *name,
             char        **strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_follow_up (JsonBuilder  *builder,
               BarnFollowUp *follow_up)
{
  json_builder_set_member_name (builder, "last_follow_up");
  if (follow_up == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  barn_cli_json_day (builder, "on", barn_follow_up_get_day (follow_up));
  barn_cli_json_text (builder, "status", barn_status_to_nick (barn_follow_up_get_status (follow_up)));
  barn_cli_json_text (builder, "comment", barn_follow_up_get_comment (follow_up));
  barn_cli_json_text (builder, "effect", barn_follow_up_get_effect (follow_up));
  json_builder_end_object (builder);
}

static void
add_json (JsonBuilder       *builder,
          const BarnCliList *list,
          BarnActivity      *activity)
{
  g_auto (GStrv) roles = dup_titles (barn_model_get_roles (list->model), barn_activity_get_roles (activity));
  g_auto (GStrv) shifts = dup_titles (barn_plan_get_shifts (list->plan), barn_activity_get_shifts (activity));
  g_autofree char *responsible = barn_model_dup_responsible (list->model, activity);

  json_builder_begin_object (builder);
  barn_cli_json_text (builder, "id", barn_item_get_id (BARN_ITEM (activity)));
  barn_cli_json_text (builder, "title", barn_activity_get_title (activity));
  add_strings (builder, "roles", roles);
  barn_cli_json_text (builder, "status", barn_status_to_nick (barn_activity_get_status (activity, list->as_of)));
  barn_cli_json_boolean (builder, "overdue", barn_activity_is_overdue (activity, list->as_of));
  add_strings (builder, "shifts", shifts);
  barn_cli_list_json_articles (builder, barn_activity_get_articles (activity));
  barn_cli_json_text (builder, "responsible", responsible);
  barn_cli_json_day (builder, "start", barn_activity_get_start_on (activity));
  barn_cli_json_day (builder, "due", barn_activity_get_due_on (activity));
  barn_cli_json_day (builder, "first_due", barn_activity_get_first_due_on (activity));
  add_follow_up (builder, barn_activity_get_last_follow_up (activity, list->as_of));
  json_builder_end_object (builder);
}

static void
add_csv (BarnCliTable      *table,
         const BarnCliList *list,
         BarnActivity      *activity)
{
  BarnFollowUp *follow_up = barn_activity_get_last_follow_up (activity, list->as_of);
  g_auto (GStrv) shift_titles = dup_titles (barn_plan_get_shifts (list->plan), barn_activity_get_shifts (activity));
  g_autofree char *roles = barn_model_dup_role_names (list->model, activity);
  g_autofree char *responsible = barn_model_dup_responsible (list->model, activity);
  g_autofree char *shifts = g_strjoinv (", ", shift_titles);
  g_autofree char *articles = g_strjoinv (", ", (char **) barn_activity_get_articles (activity));
  g_autofree char *start = barn_cli_dup_day (barn_activity_get_start_on (activity));
  g_autofree char *due = barn_cli_dup_day (barn_activity_get_due_on (activity));
  g_autofree char *first_due = barn_cli_dup_day (barn_activity_get_first_due_on (activity));
  g_autofree char *on = barn_cli_dup_day (follow_up != NULL ? barn_follow_up_get_day (follow_up) : BARN_DAY_NONE);

  barn_cli_table_add (table,
                      barn_item_get_id (BARN_ITEM (activity)),
                      barn_activity_get_title (activity),
                      roles,
                      barn_status_to_nick (barn_activity_get_status (activity, list->as_of)),
                      barn_activity_is_overdue (activity, list->as_of) ? "true" : "false",
                      shifts,
                      articles,
                      responsible,
                      start, due, first_due, on,
                      follow_up != NULL ? barn_follow_up_get_comment (follow_up) : "",
                      follow_up != NULL ? barn_follow_up_get_effect (follow_up) : "",
                      NULL);
}

static void
add_row (BarnCliTable      *table,
         const BarnCliList *list,
         BarnActivity      *activity)
{
  BarnStatus status = barn_activity_get_status (activity, list->as_of);
  g_autofree char *roles = barn_model_dup_role_names (list->model, activity);
  g_autofree char *responsible = barn_model_dup_responsible (list->model, activity);
  g_autofree char *due = barn_cli_dup_day (barn_activity_get_due_on (activity));

  barn_cli_table_add (table,
                      barn_status_get_label (status),
                      barn_activity_get_title (activity),
                      roles,
                      responsible,
                      due,
                      barn_activity_is_overdue (activity, list->as_of) ? _("Overdue") : "",
                      NULL);
}

void
barn_cli_list_print_activities (const BarnCliList *list)
{
  const char *const words[] = {
    "id", "title", "roles", "status", "overdue", "shifts", "articles", "responsible", "start", "due", "first_due",
    "last_follow_up", "comment", "effect", NULL
  };
  const char *const headings[] = { _("Status"), _("Activity"), _("Roles"), _("Responsible"), _("Due"), "", NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *activities = barn_plan_get_activities (list->plan);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (!barn_filter_match (list->filter, activity))
        continue;

      if (list->format == BARN_CLI_JSON)
        add_json (builder, list, activity);
      else if (list->format == BARN_CLI_CSV)
        add_csv (table, list, activity);
      else
        add_row (table, list, activity);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);
}
