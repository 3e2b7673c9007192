/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-data-sheets"

#include "config.h"

#include "barn-data-private.h"

#include "barn-figures.h"
#include "barn-report.h"
#include "barn-sections.h"

/* What each sheet of the workbook holds: a row a thing, of all years, the latest year first */

/* What goes through a sheet's rows */
typedef struct
{
  BarnModel   *model;
  BarnProfile *profile;
  BarnDay      as_of;
} Data;

typedef void (*AddRows) (Data      *self,
                         BarnSheet *sheet,
                         BarnPlan  *plan);

static void
for_each_plan (Data      *self,
               BarnSheet *sheet,
               AddRows    add)
{
  GListModel *plans = barn_model_get_plans (self->model);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (BarnPlan) plan = g_list_model_get_item (plans, i);

      add (self, sheet, plan);
    }
}

static void
add_year (BarnSheet *sheet,
          BarnPlan  *plan)
{
  barn_sheet_add_number (sheet, barn_plan_get_year (plan));
}

static char *
dup_shift_numbers (BarnPlan     *plan,
                   BarnActivity *activity)
{
  GListModel *shifts = barn_plan_get_shifts (plan);
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);

      if (barn_activity_has_shift (activity, barn_item_get_id (BARN_ITEM (shift))))
        g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", barn_plan_get_shift_number (plan, shift));
    }

  return g_string_free (numbers, FALSE);
}

static void
add_activity (Data         *self,
              BarnSheet    *sheet,
              BarnPlan     *plan,
              BarnActivity *activity)
{
  BarnFollowUp *last = barn_activity_get_last_follow_up (activity, self->as_of);
  BarnStatus status = last != NULL ? barn_follow_up_get_status (last) : BARN_STATUS_NOT_STARTED;

  add_year (sheet, plan);
  barn_sheet_add_text (sheet, barn_activity_get_title (activity));
  barn_sheet_add_status (sheet, status);
  barn_sheet_add_yes (sheet, barn_is_overdue (barn_activity_get_due_on (activity), status, self->as_of));
  barn_sheet_take_text (sheet, barn_model_dup_role_names (self->model, activity));
  barn_sheet_take_text (sheet, barn_model_dup_responsible (self->model, activity));
  barn_sheet_add_day (sheet, barn_activity_get_start_on (activity));
  barn_sheet_add_day (sheet, barn_activity_get_due_on (activity));
  barn_sheet_add_day (sheet, barn_activity_get_first_due_on (activity));
  barn_sheet_take_text (sheet, dup_shift_numbers (plan, activity));
  barn_sheet_take_text (sheet, g_strjoinv (", ", (GStrv) barn_activity_get_articles (activity)));
  barn_sheet_add_day (sheet, last != NULL ? barn_follow_up_get_day (last) : BARN_DAY_NONE);
  barn_sheet_add_text (sheet, last != NULL ? barn_follow_up_get_comment (last) : "");
  barn_sheet_add_text (sheet, last != NULL ? barn_follow_up_get_effect (last) : "");
  barn_sheet_add_text (sheet, barn_activity_get_description (activity));
}

static void
add_activities (Data      *self,
                BarnSheet *sheet,
                BarnPlan  *plan)
{
  GListModel *activities = barn_plan_get_activities (plan);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      add_activity (self, sheet, plan, activity);
    }
}

static void
add_follow_ups (Data      *self,
                BarnSheet *sheet,
                BarnPlan  *plan)
{
  GListModel *activities = barn_plan_get_activities (plan);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      GListModel *follow_ups = barn_activity_get_follow_ups (activity);

      for (guint j = 0; j < g_list_model_get_n_items (follow_ups); j++)
        {
          g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, j);

          if (barn_follow_up_get_day (follow_up) > self->as_of)
            continue;

          add_year (sheet, plan);
          barn_sheet_add_text (sheet, barn_activity_get_title (activity));
          barn_sheet_add_day (sheet, barn_follow_up_get_day (follow_up));
          barn_sheet_add_status (sheet, barn_follow_up_get_status (follow_up));
          barn_sheet_add_text (sheet, barn_follow_up_get_comment (follow_up));
          barn_sheet_add_text (sheet, barn_follow_up_get_effect (follow_up));
          barn_sheet_add_text (sheet, barn_follow_up_get_author (follow_up));
        }
    }
}

static void
add_shifts (Data      *self,
            BarnSheet *sheet,
            BarnPlan  *plan)
{
  GListModel *shifts = barn_plan_get_shifts (plan);

  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);
      BarnTally tally = { 0 };

      barn_tally_shift (&tally, plan, barn_item_get_id (BARN_ITEM (shift)), self->as_of);
      add_year (sheet, plan);
      barn_sheet_add_number (sheet, barn_plan_get_shift_number (plan, shift));
      barn_sheet_add_text (sheet, barn_shift_get_title (shift));
      barn_sheet_add_text (sheet, barn_shift_get_purpose (shift));
      barn_sheet_take_text (sheet, g_strjoinv (", ", (GStrv) barn_shift_get_articles (shift)));
      barn_sheet_add_number (sheet, tally.total);
      barn_sheet_add_number (sheet, tally.by_status[BARN_STATUS_DONE]);
    }
}

static void
add_long_terms (Data      *self,
                BarnSheet *sheet,
                BarnPlan  *plan)
{
  GListModel *items = barn_plan_get_long_terms (plan);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BarnLongTerm) item = g_list_model_get_item (items, i);

      add_year (sheet, plan);
      barn_sheet_add_text (sheet, barn_long_term_get_title (item));
      barn_sheet_add_text (sheet, barn_long_term_get_description (item));
      barn_sheet_add_yes (sheet, barn_long_term_get_activity (item) != NULL);
    }
}

static void
add_texts (Data      *self,
           BarnSheet *sheet,
           BarnPlan  *plan)
{
  GListModel *texts = barn_plan_get_section_texts (plan);

  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    {
      g_autoptr (BarnSectionText) text = g_list_model_get_item (texts, i);
      const char *section = barn_section_text_get_section (text);

      if (barn_sections_find (section) == NULL)
        continue;

      add_year (sheet, plan);
      barn_sheet_take_text (sheet, barn_report_dup_heading (self->profile, barn_plan_get_year (plan), section));
      barn_sheet_add_number (sheet, barn_section_text_get_article (text));
      barn_sheet_add_text (sheet, barn_section_text_get_body (text));
      barn_sheet_add_yes (sheet, barn_section_text_get_ready (text));
    }
}

static void
add_plan (Data      *self,
          BarnSheet *sheet,
          BarnPlan  *plan)
{
  add_year (sheet, plan);
  barn_sheet_add_text (sheet, barn_plan_get_title (plan));
  barn_sheet_add_text (sheet, barn_plan_get_approved_by (plan));
  barn_sheet_add_day (sheet, barn_plan_get_approved_on (plan));
  barn_sheet_add_text (sheet, barn_plan_get_registry_number (plan));
}

static BarnSheet *
dup_areas (Data *self)
{
  BarnSheet *sheet = barn_sheet_new (self->profile, "areas", "year", 6u, "area", 40u, "measures", 60u, "expected_result", 40u,
                                     "status", 14u, "comment", 60u, NULL);
  GListModel *areas = barn_model_get_areas (self->model);

  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (BarnArea) area = g_list_model_get_item (areas, i);
      GListModel *measures = barn_area_get_measures (area);
      GString *titles = g_string_new (NULL);

      for (guint j = 0; j < g_list_model_get_n_items (measures); j++)
        {
          g_autoptr (BarnMeasure) measure = g_list_model_get_item (measures, j);

          g_string_append_printf (titles, "%s%s", titles->len > 0 ? "\n" : "", barn_measure_get_title (measure));
        }

      barn_sheet_add_number (sheet, barn_area_get_year (area));
      barn_sheet_add_text (sheet, barn_area_get_title (area));
      barn_sheet_take_text (sheet, g_string_free (titles, FALSE));
      barn_sheet_add_text (sheet, barn_area_get_expected_result (area));
      barn_sheet_add_status (sheet, barn_area_get_status (area));
      barn_sheet_add_text (sheet, barn_area_get_comment (area));
    }

  return sheet;
}

/*
 * barn_data_dup_activities:
 *
 * Returns: (transfer full): the activities of all years
 */
BarnSheet *
barn_data_dup_activities (BarnModel   *model,
                          BarnProfile *profile,
                          BarnDay      as_of)
{
  Data self = { model, profile, as_of };
  BarnSheet *sheet = barn_sheet_new (profile, "activities", "year", 6u, "activity", 50u, "status", 14u, "overdue", 10u, "roles", 24u,
                                     "responsible", 24u, "start", 12u, "due", 12u, "first_due", 12u, "shifts", 14u, "articles", 10u,
                                     "last_follow_up", 12u, "comment", 50u, "effect", 50u, "description", 50u, NULL);

  for_each_plan (&self, sheet, add_activities);

  return sheet;
}

/*
 * barn_data_dup_sheets:
 *
 * Returns: (transfer full) (element-type BarnSheet): the sheets of the workbook but that of the figures
 */
GPtrArray *
barn_data_dup_sheets (BarnModel   *model,
                      BarnProfile *profile,
                      BarnDay      as_of)
{
  Data self = { model, profile, as_of };
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_sheet_free);
  BarnSheet *sheet;

  g_ptr_array_add (sheets, barn_data_dup_activities (model, profile, as_of));

  sheet = barn_sheet_new (profile, "follow_ups", "year", 6u, "activity", 50u, "day", 12u, "status", 14u, "comment", 60u, "effect", 60u,
                          "author", 20u, NULL);
  for_each_plan (&self, sheet, add_follow_ups);
  g_ptr_array_add (sheets, sheet);

  sheet = barn_sheet_new (profile, "shifts", "year", 6u, "number", 8u, "shift", 50u, "purpose", 60u, "articles", 10u,
                          "n_activities", 12u, "n_done", 12u, NULL);
  for_each_plan (&self, sheet, add_shifts);
  g_ptr_array_add (sheets, sheet);

  g_ptr_array_add (sheets, dup_areas (&self));

  sheet = barn_sheet_new (profile, "long_term", "year", 6u, "item", 50u, "description", 60u, "taken_in", 16u, NULL);
  for_each_plan (&self, sheet, add_long_terms);
  g_ptr_array_add (sheets, sheet);

  sheet = barn_sheet_new (profile, "texts", "year", 6u, "section", 40u, "article", 8u, "text", 90u, "ready", 8u, NULL);
  for_each_plan (&self, sheet, add_texts);
  g_ptr_array_add (sheets, sheet);

  sheet = barn_sheet_new (profile, "plans", "year", 6u, "title", 50u, "approved_by", 30u, "approved_on", 12u, "registry_number", 20u, NULL);
  for_each_plan (&self, sheet, add_plan);
  g_ptr_array_add (sheets, sheet);

  barn_data_append_kinds (sheets, model, profile, as_of);

  return sheets;
}

static void
add_tally (BarnSheet       *sheet,
           const char      *name,
           const BarnTally *tally)
{
  barn_sheet_take_text (sheet, g_strdup (name));
  for (guint status = 0; status < BARN_N_STATUSES; status++)
    barn_sheet_add_number (sheet, tally->by_status[status]);
  barn_sheet_add_number (sheet, tally->total);
  barn_sheet_add_number (sheet, tally->overdue);
}

/*
 * barn_data_dup_figures:
 *
 * Returns: (transfer full): the figures of @plan by role; the last row counts each activity once
 */
BarnSheet *
barn_data_dup_figures (BarnModel   *model,
                       BarnPlan    *plan,
                       BarnProfile *profile,
                       BarnDay      as_of)
{
  BarnSheet *sheet = barn_sheet_new (profile, "figures", "role", 30u, NULL);
  GListModel *roles = barn_model_get_roles (model);
  g_autofree char *all = barn_profile_dup_text (profile, "figures", "all");
  guint width = 14;
  BarnTally tally = { 0 };

  for (guint status = 0; status < BARN_N_STATUSES; status++)
    {
      g_ptr_array_add (sheet->columns, barn_profile_dup_status (profile, (BarnStatus) status));
      g_array_append_val (sheet->widths, width);
    }
  g_ptr_array_add (sheet->columns, barn_profile_dup_text (profile, "figures", "total"));
  g_array_append_val (sheet->widths, width);
  g_ptr_array_add (sheet->columns, barn_profile_dup_text (profile, "figures", "overdue_column"));
  g_array_append_val (sheet->widths, width);

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);
      g_autofree char *name = barn_profile_dup_role (profile, barn_role_get_name (role));
      BarnTally of_role = { 0 };

      barn_tally_role (&of_role, plan, barn_item_get_id (BARN_ITEM (role)), as_of);
      if (of_role.total > 0)
        add_tally (sheet, name, &of_role);
    }

  barn_tally_plan (&tally, plan, as_of);
  add_tally (sheet, all, &tally);

  return sheet;
}
