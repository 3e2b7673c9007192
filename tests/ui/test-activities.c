/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-activities"

#include "config.h"

#include "barn-activities-page-private.h"
#include "barn-activity-cell.h"
#include "barn-date-entry.h"
#include "barn-overview-page.h"
#include "barn-row-diff.h"
#include "barn-ui.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile       *file;
  BarnPlan           *plan;
  BarnModel          *model;
  BarnActivity       *activities[4];
  BarnActivityGroups *groups;
  GString            *log; /* "position-removed+added " for each items-changed */
} Rows;

static BarnRole *
get_role (BarnModel *model,
          guint      place)
{
  g_autoptr (BarnRole) role = g_list_model_get_item (barn_model_get_roles (model), place);

  return role;
}

static void
set_status (BarnPlanFile *file,
            BarnActivity *activity,
            BarnStatus    status)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (one, activity);
  barn_plan_file_set_status (file, one, status, &error);
  g_assert_no_error (error);
}

static BarnActivity *
add_activity (BarnPlanFile *file,
              BarnPlan     *plan,
              const char   *title,
              guint         role)
{
  g_autoptr (GError) error = NULL;
  BarnActivity *activity;

  activity = barn_plan_file_add_activity (file, plan, title,
                                          barn_item_get_id (BARN_ITEM (get_role (barn_plan_file_get_model (file), role))),
                                          NULL, &error);
  g_assert_no_error (error);

  return activity;
}

/* The file's own activity stands under the first role; three more follow, the last of them under two roles */
static void
fill_file (BarnPlanFile  *file,
           BarnActivity **activities)
{
  BarnPlan *plan = ui_get_plan (file);
  BarnModel *model = barn_plan_file_get_model (file);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  activities[0] = ui_get_activity (file, 0);
  activities[1] = add_activity (file, plan, "Öppna ritrummet", 0);
  activities[2] = add_activity (file, plan, "Ändra breven", 1);
  activities[3] = add_activity (file, plan, "Åka till skolan", 1);
  g_ptr_array_add (one, activities[3]);
  barn_plan_file_set_member (file, one, "roles", barn_item_get_id (BARN_ITEM (get_role (model, 2))), TRUE, &error);
  g_assert_no_error (error);
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static void
set_up_rows (Rows          *rows,
             gconstpointer  data)
{
  rows->file = ui_make_file ();
  rows->plan = ui_get_plan (rows->file);
  rows->model = barn_plan_file_get_model (rows->file);
  rows->log = g_string_new (NULL);
  fill_file (rows->file, rows->activities);

  rows->groups = barn_activity_groups_new ();
  barn_activity_groups_set_source (rows->groups, rows->model, rows->plan);
  barn_activity_groups_settle (rows->groups);
  g_signal_connect (rows->groups, "items-changed", G_CALLBACK (on_items_changed), rows->log);
}

static void
tear_down_rows (Rows          *rows,
                gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (rows->groups, rows->log);
  g_assert_finalize_object (rows->groups);
  g_string_free (rows->log, TRUE);
  ui_remove_file (rows->file);
}

/* The rows in words: "[Politiker 0/2] Ask the children, …" */
static char *
dup_rows (BarnActivityGroups *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (groups)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (groups), i);

      if (BARN_IS_ACTIVITY_GROUP (row))
        g_string_append_printf (text, "[%s %u/%u]", barn_activity_group_get_title (BARN_ACTIVITY_GROUP (row)),
                                barn_activity_group_get_tally (BARN_ACTIVITY_GROUP (row))->by_status[BARN_STATUS_DONE],
                                barn_activity_group_get_tally (BARN_ACTIVITY_GROUP (row))->total);
      else
        g_string_append_printf (text, "%s;",
                                barn_activity_get_title (barn_activity_entry_get_activity (BARN_ACTIVITY_ENTRY (row))));
    }

  return g_string_free (text, FALSE);
}

static void
assert_rows (Rows       *rows,
             const char *expected)
{
  g_autofree char *text = NULL;

  barn_activity_groups_settle (rows->groups);
  text = dup_rows (rows->groups);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_one_under_two_roles (Rows          *rows,
                          gconstpointer  data)
{
  assert_rows (rows, "[Politiker 0/2]Ask the children;Öppna ritrummet;[Chefer 0/2]Ändra breven;Åka till skolan;"
                     "[Medarbetare 0/1]Åka till skolan;");
  g_assert_cmpuint (barn_activity_groups_get_n_shown (rows->groups), ==, 4);
}

static void
test_figures_follow (Rows          *rows,
                     gconstpointer  data)
{
  set_status (rows->file, rows->activities[3], BARN_STATUS_DONE);
  assert_rows (rows, "[Politiker 0/2]Ask the children;Öppna ritrummet;[Chefer 1/2]Ändra breven;Åka till skolan;"
                     "[Medarbetare 1/1]Åka till skolan;");
  /* Rows follow their activities by themselves: none came or went */
  g_assert_cmpstr (rows->log->str, ==, "");
}

static void
test_smallest_changes (Rows          *rows,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) before = g_list_model_get_item (G_LIST_MODEL (rows->groups), 2);
  g_autoptr (GObject) after = NULL;

  barn_plan_file_move (rows->file, BARN_ITEM (rows->activities[1]), BARN_ITEM (rows->activities[0]), &error);
  g_assert_no_error (error);
  barn_activity_groups_settle (rows->groups);
  after = g_list_model_get_item (G_LIST_MODEL (rows->groups), 1);
  g_assert_true (before == after);
  g_assert_true (g_str_equal (rows->log->str, "1-0+1 3-1+0 ") || g_str_equal (rows->log->str, "1-1+0 2-0+1 "));
}

static void
test_filter_and_search (Rows          *rows,
                        gconstpointer  data)
{
  g_autoptr (BarnFilter) filter = barn_filter_new ();

  set_status (rows->file, rows->activities[2], BARN_STATUS_DONE);
  barn_filter_set_search (filter, "BREV");
  barn_activity_groups_set_filter (rows->groups, filter);
  /* A heading's figures stay those of its whole group */
  assert_rows (rows, "[Chefer 1/2]Ändra breven;");
  g_assert_cmpuint (barn_activity_groups_get_n_shown (rows->groups), ==, 1);

  filter->statuses = 1u << BARN_STATUS_ONGOING;
  barn_activity_groups_set_filter (rows->groups, filter);
  assert_rows (rows, "");

  barn_activity_groups_set_filter (rows->groups, NULL);
  barn_activity_groups_settle (rows->groups);
  g_assert_cmpuint (barn_activity_groups_get_n_shown (rows->groups), ==, 4);
}

static void
test_orders (Rows          *rows,
             gconstpointer  data)
{
  barn_activity_groups_set_grouping (rows->groups, BARN_GROUPING_NONE);
  barn_activity_groups_set_order (rows->groups, BARN_ACTIVITY_ORDER_TITLE, FALSE);
  assert_rows (rows, "Ask the children;Åka till skolan;Ändra breven;Öppna ritrummet;");
  barn_activity_groups_set_order (rows->groups, BARN_ACTIVITY_ORDER_TITLE, TRUE);
  assert_rows (rows, "Öppna ritrummet;Ändra breven;Åka till skolan;Ask the children;");
}

static void
test_missing_comes_last (Rows          *rows,
                         gconstpointer  data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, barn_day_new (2026, 6, 30));
  barn_plan_file_set (rows->file, BARN_ITEM (rows->activities[3]), "due-on", NULL, &value, NULL, &error);
  g_assert_no_error (error);

  barn_activity_groups_set_grouping (rows->groups, BARN_GROUPING_NONE);
  barn_activity_groups_set_order (rows->groups, BARN_ACTIVITY_ORDER_DUE, FALSE);
  assert_rows (rows, "Åka till skolan;Ask the children;Öppna ritrummet;Ändra breven;");
}

static void
test_collapse (Rows          *rows,
               gconstpointer  data)
{
  g_autoptr (GObject) group = g_list_model_get_item (G_LIST_MODEL (rows->groups), 0);

  barn_activity_groups_set_collapsed (rows->groups, BARN_ACTIVITY_GROUP (group), TRUE);
  assert_rows (rows, "[Politiker 0/2][Chefer 0/2]Ändra breven;Åka till skolan;[Medarbetare 0/1]Åka till skolan;");
  g_assert_cmpstr (rows->log->str, ==, "1-2+0 ");
}

static void
test_delete_and_undo (Rows          *rows,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (two, rows->activities[0]);
  g_ptr_array_add (two, rows->activities[1]);
  barn_plan_file_delete (rows->file, two, &error);
  g_assert_no_error (error);
  assert_rows (rows, "[Chefer 0/2]Ändra breven;Åka till skolan;[Medarbetare 0/1]Åka till skolan;");

  barn_plan_file_undo (rows->file, NULL, &error);
  g_assert_no_error (error);
  assert_rows (rows, "[Politiker 0/2]Ask the children;Öppna ritrummet;[Chefer 0/2]Ändra breven;Åka till skolan;"
                     "[Medarbetare 0/1]Åka till skolan;");
}

static void
apply_run (guint     position,
           guint     n_removed,
           gpointer *added,
           guint     n_added,
           gpointer  user_data)
{
  GPtrArray *list = user_data;

  if (n_removed > 0)
    g_ptr_array_remove_range (list, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (list, (int) (position + i), added[i]);
}

/* Any list becomes any other, whatever came, went and moved */
static void
test_row_diff (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GPtrArray) old = g_ptr_array_new ();
      g_autoptr (GPtrArray) new = g_ptr_array_new ();
      g_autoptr (GPtrArray) list = NULL;

      for (guint i = 1; i <= 30; i++)
        {
          if (g_test_rand_bit ())
            g_ptr_array_insert (old, g_test_rand_int_range (0, (int) old->len + 1), GUINT_TO_POINTER (i));
          if (g_test_rand_bit ())
            g_ptr_array_insert (new, g_test_rand_int_range (0, (int) new->len + 1), GUINT_TO_POINTER (i));
        }
      list = g_ptr_array_copy (old, NULL, NULL);
      barn_row_diff (old, new, apply_run, list);
      g_assert_cmpuint (list->len, ==, new->len);
      for (guint i = 0; i < new->len; i++)
        g_assert_true (list->pdata[i] == new->pdata[i]);
    }
}

typedef struct
{
  BarnPlanFile       *file;
  BarnActivity       *activities[4];
  GtkWindow          *window;
  BarnActivitiesPage *page;
} Page;

static void
set_up_page (Page          *fixture,
             gconstpointer  data)
{
  fixture->file = ui_make_file ();
  fill_file (fixture->file, fixture->activities);
  fixture->page = g_object_new (BARN_TYPE_ACTIVITIES_PAGE, NULL);
  g_object_ref_sink (fixture->page);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1000, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  barn_page_set_plan (BARN_PAGE (fixture->page), fixture->file, ui_get_plan (fixture->file));
  gtk_window_present (fixture->window);
  ui_run_for (100);
}

static void
tear_down_page (Page          *fixture,
                gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  ui_run_for (20);
  g_assert_finalize_object (fixture->page);
  ui_remove_file (fixture->file);
}

static void
select_activities (Page  *fixture,
                   guint  mask)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (fixture->page->selection));
  for (guint i = 0; i < G_N_ELEMENTS (fixture->activities); i++)
    {
      guint position;

      if ((mask & (1u << i)) == 0)
        continue;
      g_assert_nonnull (barn_activity_groups_find (fixture->page->groups, fixture->activities[i], NULL, &position));
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->page->selection), position, FALSE);
    }
  ui_run_for (20);
}

static BarnStatus
get_status (Page  *fixture,
            guint  place)
{
  return barn_activity_get_status (fixture->activities[place], barn_clock_get_today ());
}

static void
test_status_of_several (Page          *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) selected = NULL;

  select_activities (fixture, 1u << 0 | 1u << 3);
  g_assert_true (gtk_revealer_get_reveal_child (fixture->page->selection_bar));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "activities.status", "s", "done");
  ui_run_for (50);
  g_assert_cmpint (get_status (fixture, 0), ==, BARN_STATUS_DONE);
  g_assert_cmpint (get_status (fixture, 1), ==, BARN_STATUS_NOT_STARTED);
  g_assert_cmpint (get_status (fixture, 3), ==, BARN_STATUS_DONE);

  /* What was selected is so still, and one undo takes all of it back */
  selected = barn_activity_selection_list_activities (fixture->page->selection);
  g_assert_cmpuint (selected->len, ==, 2);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_cmpint (get_status (fixture, 0), ==, BARN_STATUS_NOT_STARTED);
  g_assert_cmpint (get_status (fixture, 3), ==, BARN_STATUS_NOT_STARTED);
}

static void
test_selection_survives_move (Page          *fixture,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) selected = NULL;

  select_activities (fixture, 1u << 1);
  g_assert_true (barn_plan_file_move (fixture->file, BARN_ITEM (fixture->activities[1]),
                                      BARN_ITEM (fixture->activities[0]), NULL));
  ui_run_for (50);
  selected = barn_activity_selection_list_activities (fixture->page->selection);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (g_ptr_array_index (selected, 0) == fixture->activities[1]);
}

static void
test_move_up (Page          *fixture,
              gconstpointer  data)
{
  GListModel *activities = barn_plan_get_activities (ui_get_plan (fixture->file));
  g_autoptr (BarnActivity) first = NULL;

  select_activities (fixture, 1u << 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "activities.move-up", NULL);
  first = g_list_model_get_item (activities, 0);
  g_assert_true (first == fixture->activities[1]);
}

static void
test_show_filters (Page          *fixture,
                   gconstpointer  data)
{
  g_autoptr (GVariant) filter = NULL;
  const char *role = barn_item_get_id (BARN_ITEM (get_role (barn_plan_file_get_model (fixture->file), 1)));

  filter = g_variant_ref_sink (g_variant_new_parsed ("{'role': <%s>, 'status': <'not_started'>}", role));
  barn_activities_page_show (fixture->page, filter);
  ui_run_for (50);
  g_assert_cmpuint (barn_activity_groups_get_n_shown (fixture->page->groups), ==, 2);
  g_assert_cmpstr (barn_page_get_title (BARN_PAGE (fixture->page)), ==, "Activities · 2 filters");

  barn_activity_filters_clear (fixture->page->filters);
  ui_run_for (50);
  g_assert_cmpuint (barn_activity_groups_get_n_shown (fixture->page->groups), ==, 4);
}

static void
test_state_comes_back (Page          *fixture,
                       gconstpointer  data)
{
  g_autoptr (GVariantDict) state = g_variant_dict_new (NULL);
  g_autoptr (GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("{'without-follow-up': <true>, 'group': <'status'>}"));
  g_autofree char *grouping = NULL;

  barn_activities_page_show (fixture->page, filter);
  barn_page_save_state (BARN_PAGE (fixture->page), state);
  barn_activity_filters_clear (fixture->page->filters);
  g_object_set (fixture->page, "grouping", "none", NULL);

  barn_page_restore_state (BARN_PAGE (fixture->page), state);
  g_object_get (fixture->page, "grouping", &grouping, NULL);
  g_assert_cmpstr (grouping, ==, "status");
  g_assert_true (barn_activity_filters_get_filter (fixture->page->filters)->without_follow_up);
}

static void
test_empty_states (Page          *fixture,
                   gconstpointer  data)
{
  g_autoptr (GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("{'status': <'paused'>}"));
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->stack), ==, "list");
  barn_activities_page_show (fixture->page, filter);
  ui_run_for (50);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->stack), ==, "nothing");

  for (guint i = 0; i < G_N_ELEMENTS (fixture->activities); i++)
    g_ptr_array_add (all, fixture->activities[i]);
  g_assert_true (barn_plan_file_delete (fixture->file, all, NULL));
  ui_run_for (50);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->stack), ==, "empty");
}

/* A new one comes under the role that is filtered by, opens beside the list, and can be typed over at once */
static void
test_add (Page          *fixture,
          gconstpointer  data)
{
  const char *role = barn_item_get_id (BARN_ITEM (get_role (barn_plan_file_get_model (fixture->file), 2)));
  g_autoptr (GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("{'role': <%s>}", role));
  BarnItem *item;

  barn_activities_page_show (fixture->page, filter);
  g_assert_true (barn_page_add (BARN_PAGE (fixture->page)));
  item = barn_detail_pane_get_item (fixture->page->pane);
  g_assert_true (BARN_IS_ACTIVITY (item));
  g_assert_true (barn_activity_has_role (BARN_ACTIVITY (item), role));
  g_assert_true (gtk_widget_get_visible (fixture->page->pane_box));

  /* Undone: the pane goes with what it showed */
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  ui_run_for (50);
  g_assert_false (gtk_widget_get_visible (fixture->page->pane_box));
}

static void
test_members_of_several (Page          *fixture,
                         gconstpointer  data)
{
  select_activities (fixture, 1u << 0 | 1u << 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "activities.member", "(ssb)", "articles", "12", TRUE);
  g_assert_true (barn_activity_has_article (fixture->activities[0], 12));
  g_assert_true (barn_activity_has_article (fixture->activities[1], 12));
  g_assert_false (barn_activity_has_article (fixture->activities[2], 12));
}

/* One change for all of them, and one to undo */
static void
test_start_of_several (Page          *fixture,
                       gconstpointer  data)
{
  BarnDay day = barn_day_from_iso ("2026-03-02");
  GtkWidget *entry;

  select_activities (fixture, 1u << 0 | 1u << 1);
  gtk_menu_button_popup (fixture->page->due_button);
  entry = ui_find (GTK_WIDGET (gtk_menu_button_get_popover (fixture->page->due_button)), BARN_TYPE_DATE_ENTRY, NULL);
  g_assert_nonnull (entry);
  barn_date_entry_set_day (BARN_DATE_ENTRY (entry), day);
  g_signal_emit_by_name (entry, "edited");
  g_assert_cmpuint (barn_activity_get_start_on (fixture->activities[0]), ==, day);
  g_assert_cmpuint (barn_activity_get_start_on (fixture->activities[1]), ==, day);
  g_assert_cmpuint (barn_activity_get_start_on (fixture->activities[2]), ==, BARN_DAY_NONE);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_cmpuint (barn_activity_get_start_on (fixture->activities[0]), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_activity_get_start_on (fixture->activities[1]), ==, BARN_DAY_NONE);
}

static gboolean
is_selected (Page  *fixture,
             guint  position)
{
  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->page->selection), position);
}

/* Rows: 0 heading, 1, 2, 3 heading, 4, 5, 6 heading, 7 (again what is 5) */
static void
test_headings_are_not_selected (Page          *fixture,
                                gconstpointer  data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (fixture->page->selection);
  g_autoptr (GPtrArray) activities = NULL;

  gtk_selection_model_select_range (selection, 1, 4, TRUE);
  ui_run_for (20);
  g_assert_false (is_selected (fixture, 3));
  g_assert_true (is_selected (fixture, 2) && is_selected (fixture, 4));
  g_assert_cmpstr (gtk_label_get_label (fixture->page->selection_label), ==, "3 selected");

  gtk_selection_model_select_all (selection);
  for (guint i = 0; i < 8; i++)
    g_assert_true (is_selected (fixture, i) == (i != 0 && i != 3 && i != 6));
  activities = barn_activity_selection_list_activities (fixture->page->selection);
  g_assert_cmpuint (activities->len, ==, 4);

  gtk_selection_model_select_item (selection, 3, TRUE);
  g_assert_false (is_selected (fixture, 3) || is_selected (fixture, 2));
}

static void
test_menu_on_heading (Page          *fixture,
                      gconstpointer  data)
{
  g_autoptr (GObject) heading = g_list_model_get_item (G_LIST_MODEL (fixture->page->groups), 3);

  select_activities (fixture, 1u << 0 | 1u << 1);
  g_assert_true (barn_activities_page_focus_row (fixture->page, heading));
  ui_run_for (20);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "activities.context-menu", NULL);
  g_assert_nonnull (fixture->page->context_menu);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->context_menu)));
  gtk_popover_popdown (GTK_POPOVER (fixture->page->context_menu));
  ui_run_for (20);
}

/* Each figure says what pressing it would show, with the rest of the filter on */
static void
test_figures_of_rest (Rows          *rows,
                      gconstpointer  data)
{
  g_autoptr (BarnFilter) filter = barn_filter_new ();
  const BarnTally *tally;

  set_status (rows->file, rows->activities[0], BARN_STATUS_DONE);
  set_status (rows->file, rows->activities[2], BARN_STATUS_ONGOING);
  filter->roles = g_strdupv ((char *[]) { (char *) barn_item_get_id (BARN_ITEM (get_role (rows->model, 1))), NULL });
  filter->statuses = 1u << BARN_STATUS_ONGOING;
  barn_activity_groups_set_filter (rows->groups, filter);
  barn_activity_groups_settle (rows->groups);

  tally = barn_activity_groups_get_tally (rows->groups);
  g_assert_cmpuint (barn_activity_groups_get_n_shown (rows->groups), ==, 1);
  g_assert_cmpuint (tally->total, ==, 2);
  g_assert_cmpuint (tally->by_status[BARN_STATUS_ONGOING], ==, 1);
  g_assert_cmpuint (tally->by_status[BARN_STATUS_NOT_STARTED], ==, 1);
  g_assert_cmpuint (tally->by_status[BARN_STATUS_DONE], ==, 0);
  /* Of those ongoing none lacks a follow-up, of all of that role one does */
  g_assert_cmpuint (tally->without_follow_up, ==, 0);

  filter->statuses = 0;
  barn_activity_groups_set_filter (rows->groups, filter);
  barn_activity_groups_settle (rows->groups);
  g_assert_cmpuint (barn_activity_groups_get_tally (rows->groups)->without_follow_up, ==, 1);

  barn_filter_set_search (filter, "breven");
  barn_activity_groups_set_filter (rows->groups, filter);
  barn_activity_groups_settle (rows->groups);
  g_assert_cmpuint (barn_activity_groups_get_tally (rows->groups)->total, ==, 1);
}

static GtkWidget *
find_cell (Page  *fixture,
           guint  position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (fixture->page->groups), position);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->page->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = gtk_widget_get_first_child (child);

      if (BARN_IS_ACTIVITY_CELL (cell) && barn_activity_cell_get_item (BARN_ACTIVITY_CELL (cell)) == row)
        return cell;
    }

  g_assert_not_reached ();
}

/* Drags the row at @from onto the row at @to; returns whether it was taken */
static gboolean
drag (Page  *fixture,
      guint  from,
      guint  to,
      double share)
{
  return ui_drag (find_cell (fixture, from), find_cell (fixture, to), share);
}

static void
test_drag (Page          *fixture,
           gconstpointer  data)
{
  GListModel *activities = barn_plan_get_activities (ui_get_plan (fixture->file));
  g_autoptr (BarnActivity) first = NULL;
  g_autoptr (BarnActivity) again = NULL;
  g_autoptr (BarnActivity) before = NULL;

  g_assert_true (drag (fixture, 2, 1, 0.25));
  first = g_list_model_get_item (activities, 0);
  g_assert_true (first == fixture->activities[1]);

  /* One change, undone at once; below itself is where it stands already */
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  ui_run_for (50);
  again = g_list_model_get_item (activities, 0);
  g_assert_true (again == fixture->activities[0]);
  g_assert_true (drag (fixture, 1, 2, 0.75));
  before = g_list_model_get_item (activities, 0);
  g_assert_true (before == fixture->activities[1]);
}

static void
test_drag_where_it_cannot (Page          *fixture,
                           gconstpointer  data)
{
  /* Into another group, onto a heading, onto itself */
  g_assert_false (drag (fixture, 1, 4, 0.25));
  g_assert_false (drag (fixture, 1, 3, 0.25));
  g_assert_false (drag (fixture, 1, 1, 0.75));

  /* In another order than the plan's a place means nothing */
  g_object_set (fixture->page, "order", "title", NULL);
  ui_run_for (50);
  g_assert_false (drag (fixture, 1, 2, 0.75));
}

/* The overview says of what needs attention why it does */
static void
test_reasons (Page          *fixture,
              gconstpointer  data)
{
  GtkWidget *page = g_object_new (BARN_TYPE_OVERVIEW_PAGE, NULL);
  GtkWidget *list;

  gtk_window_set_child (fixture->window, page);
  barn_page_set_plan (BARN_PAGE (page), fixture->file, ui_get_plan (fixture->file));
  ui_run_for (100);
  list = GTK_WIDGET (gtk_widget_get_template_child (page, BARN_TYPE_OVERVIEW_PAGE, "attention_list"));
  g_assert_nonnull (ui_find (list, GTK_TYPE_LABEL, "Without follow-up"));

  for (guint i = 0; i < G_N_ELEMENTS (fixture->activities); i++)
    set_status (fixture->file, fixture->activities[i], BARN_STATUS_ONGOING);
  ui_run_for (100);
  g_assert_null (ui_find (list, GTK_TYPE_LABEL, "Without follow-up"));
}

#define ADD_ROWS(name, test) g_test_add ("/activities/rows/" name, Rows, NULL, set_up_rows, test, tear_down_rows)
#define ADD_PAGE(name, test) g_test_add ("/activities/page/" name, Page, NULL, set_up_page, test, tear_down_page)

int
main (int    argc,
      char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD_ROWS ("one-under-two-roles", test_one_under_two_roles);
  ADD_ROWS ("figures-follow", test_figures_follow);
  ADD_ROWS ("smallest-changes", test_smallest_changes);
  ADD_ROWS ("filter-and-search", test_filter_and_search);
  ADD_ROWS ("figures-of-rest", test_figures_of_rest);
  ADD_ROWS ("orders", test_orders);
  ADD_ROWS ("missing-comes-last", test_missing_comes_last);
  ADD_ROWS ("collapse", test_collapse);
  ADD_ROWS ("delete-and-undo", test_delete_and_undo);
  g_test_add_func ("/activities/row-diff", test_row_diff);
  ADD_PAGE ("status-of-several", test_status_of_several);
  ADD_PAGE ("selection-survives-move", test_selection_survives_move);
  ADD_PAGE ("move-up", test_move_up);
  ADD_PAGE ("headings-are-not-selected", test_headings_are_not_selected);
  ADD_PAGE ("menu-on-heading", test_menu_on_heading);
  ADD_PAGE ("drag", test_drag);
  ADD_PAGE ("drag-where-it-cannot", test_drag_where_it_cannot);
  ADD_PAGE ("show-filters", test_show_filters);
  ADD_PAGE ("state-comes-back", test_state_comes_back);
  ADD_PAGE ("empty-states", test_empty_states);
  ADD_PAGE ("add", test_add);
  ADD_PAGE ("reasons", test_reasons);
  ADD_PAGE ("members-of-several", test_members_of_several);
  ADD_PAGE ("start-of-several", test_start_of_several);

  return g_test_run ();
}
