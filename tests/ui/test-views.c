/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-views"

#include "config.h"

#include "barn-activities-page-private.h"
#include "barn-activity-columns.h"
#include "barn-activity-row.h"
#include "barn-application.h"
#include "barn-plan-file-year.h"
#include "barn-sidebar-private.h"
#include "barn-window-private.h"
#include "ui-support.h"

typedef struct
{
  BarnWindow         *window;
  BarnPlanFile       *file;
  BarnActivitiesPage *page;
  BarnActivity       *ongoing;
  BarnActivity       *idle;
} Fixture;

/* One program for all tests: it can be registered once a process */
static BarnApplication *application;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (BarnPlanFile) made = ui_make_file ();
  g_autoptr (GFile) place = g_object_ref (barn_plan_file_get_file (made));
  g_autoptr (GSettings) settings = g_settings_new (BARN_APPLICATION_ID);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (BarnItem) role = NULL;
  g_autoptr (GError) error = NULL;

  g_settings_reset (settings, "page");
  g_settings_reset (settings, "year");
  g_settings_reset (settings, "page-states");

  fixture->window = g_object_ref (barn_window_new (GTK_APPLICATION (application)));
  barn_window_open (fixture->window, place, FALSE);
  ui_wait_until (!barn_window_is_opening (fixture->window));
  fixture->file = g_object_ref (barn_window_get_file (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));

  role = g_list_model_get_item (barn_model_get_roles (barn_plan_file_get_model (fixture->file)), 1);
  fixture->ongoing = ui_get_activity (fixture->file, 0);
  fixture->idle = barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "Öppna ritrummet",
                                               barn_item_get_id (role), NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (one, fixture->ongoing);
  barn_plan_file_set_status (fixture->file, one, BARN_STATUS_ONGOING, &error);
  g_assert_no_error (error);
  barn_window_show_page (fixture->window, "activities");
  fixture->page = BARN_ACTIVITIES_PAGE (barn_window_get_page (fixture->window));
  ui_run_for (50);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_run_for (20);
  g_assert_finalize_object (fixture->window);
  ui_remove_file (fixture->file);
}

static BarnSavedView *
save (Fixture    *fixture,
      const char *name,
      const char *filter_text,
      const char *grouping,
      const char *sorting,
      const char *columns)
{
  g_autoptr (BarnFilter) filter = barn_filter_from_text (filter_text);
  g_autoptr (GError) error = NULL;
  BarnSavedView *view = barn_plan_file_save_view (fixture->file, name, filter, grouping, sorting, columns, &error);

  g_assert_no_error (error);
  ui_run_for (50);

  return view;
}

static const char *
get_title (Fixture *fixture)
{
  return barn_page_get_title (BARN_PAGE (fixture->page));
}

static const char *
get_count (Fixture       *fixture,
           BarnSavedView *view)
{
  return barn_sidebar_get_count (fixture->window->sidebar, "activities", NULL, barn_item_get_id (BARN_ITEM (view)));
}

static void
choose (Fixture       *fixture,
        BarnSavedView *view)
{
  BarnSidebar *sidebar = fixture->window->sidebar;
  const char *id = barn_item_get_id (BARN_ITEM (view));

  ui_wait_until (barn_sidebar_find_row (sidebar, "activities", NULL, id) != NULL);
  gtk_list_box_select_row (sidebar->list, barn_sidebar_find_row (sidebar, "activities", NULL, id));
  ui_run_for (50);
}

static void
assert_look (Fixture    *fixture,
             const char *grouping,
             const char *order,
             gboolean    descending,
             const char *columns)
{
  g_autofree char *shown_columns = barn_activity_columns_to_text (fixture->page->columns);

  g_assert_cmpstr (barn_grouping_to_nick (barn_activity_groups_get_grouping (fixture->page->groups)), ==, grouping);
  g_assert_cmpstr (barn_activity_order_to_nick (barn_activity_groups_get_order (fixture->page->groups)), ==, order);
  g_assert_cmpint (barn_activity_groups_get_descending (fixture->page->groups), ==, descending);
  g_assert_cmpstr (shown_columns, ==, columns);
}

/* Chosen in the sidebar, a view brings all of it; another choice there lets go of it */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  BarnSavedView *view = save (fixture, "Pågår", "status=ongoing", "status", "due descending", "roles,first-due");
  GtkListBoxRow *selected;

  ui_wait_until (g_strcmp0 (get_count (fixture, view), "1") == 0);
  choose (fixture, view);
  assert_look (fixture, "status", "due", TRUE, "roles,first-due");
  g_assert_cmpuint (barn_activity_groups_get_n_shown (fixture->page->groups), ==, 1);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Pågår");
  g_assert_false (barn_notice_is_shown (fixture->page->view_notice));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-activities", "@a{sv}", g_variant_new_parsed ("@a{sv} {}"));
  ui_run_for (50);
  g_assert_null (barn_activities_page_get_view (fixture->page));
  g_assert_cmpuint (barn_activity_groups_get_n_shown (fixture->page->groups), ==, 2);
  selected = gtk_list_box_get_selected_row (fixture->window->sidebar->list);
  g_assert_null (barn_sidebar_get_row_text (selected, BARN_SIDEBAR_ROW_VIEW));
}

/* Figures beside the names are those of what is there now */
static void
test_counts_follow (Fixture       *fixture,
                    gconstpointer  data)
{
  BarnSavedView *view = save (fixture, "Pågår", "status=ongoing", NULL, NULL, NULL);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  ui_wait_until (g_strcmp0 (get_count (fixture, view), "1") == 0);
  g_ptr_array_add (one, fixture->idle);
  barn_plan_file_set_status (fixture->file, one, BARN_STATUS_ONGOING, &error);
  g_assert_no_error (error);
  ui_wait_until (g_strcmp0 (get_count (fixture, view), "2") == 0);

  barn_plan_file_add_plan (fixture->file, 2027, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.year", "u", 2027);
  ui_wait_until (g_strcmp0 (get_count (fixture, view), "0") == 0);
}

/* What is another than what was saved is said, can be saved, and can be put back */
static void
test_change_and_save (Fixture       *fixture,
                      gconstpointer  data)
{
  BarnSavedView *view = save (fixture, "Allt", "", NULL, NULL, NULL);

  choose (fixture, view);
  g_object_set (fixture->page, "column-shifts", TRUE, NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Allt, changed");
  g_assert_true (barn_notice_is_shown (fixture->page->view_notice));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "activities.restore-view", NULL);
  assert_look (fixture, "role", "plan", FALSE, NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Allt");

  g_object_set (fixture->page, "grouping", "none", "order", "title", NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Allt, changed");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "activities.update-view", NULL);
  ui_run_for (50);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Allt");
  g_assert_cmpstr (barn_saved_view_get_grouping (view), ==, "none");
  g_assert_cmpstr (barn_saved_view_get_sorting (view), ==, "title");
  g_assert_false (barn_notice_is_shown (fixture->page->view_notice));

  /* Undone, it shows what it says again */
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  ui_run_for (50);
  assert_look (fixture, "role", "plan", FALSE, NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Allt");

  /* And where it was the saving that is undone, there is no view to show */
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  ui_run_for (50);
  g_assert_null (barn_activities_page_get_view (fixture->page));
  g_assert_cmpstr (get_title (fixture), ==, "Activities");
}

static void
test_what_is_gone (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (BarnItem) role = g_list_model_get_item (barn_model_get_roles (barn_plan_file_get_model (fixture->file)), 1);
  g_autofree char *text = g_strdup_printf ("role=%s&status=not_started", barn_item_get_id (role));
  BarnSavedView *view = save (fixture, "Chefer", text, NULL, NULL, NULL);

  choose (fixture, view);
  g_assert_cmpuint (barn_activity_groups_get_n_shown (fixture->page->groups), ==, 1);
  g_ptr_array_add (one, fixture->idle);
  g_assert_true (barn_plan_file_set_member (fixture->file, one, "roles", barn_item_get_id (role), FALSE, NULL));
  g_ptr_array_index (one, 0) = role;
  g_assert_true (barn_plan_file_delete (fixture->file, one, NULL));
  ui_run_for (50);
  choose (fixture, view);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", barn_item_get_id (BARN_ITEM (view)));
  ui_run_for (50);

  g_assert_true (barn_notice_is_shown (fixture->page->view_notice));
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->page->view_notice), GTK_TYPE_LABEL,
                             "A role that the view asks for has been deleted. What remains of the view is shown."));
  g_assert_cmpuint (barn_activity_groups_get_n_shown (fixture->page->groups), ==, 1);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Chefer");
  ui_wait_until (g_strcmp0 (get_count (fixture, view), "1") == 0);
}

static GtkWindow *
get_dialog (Fixture *fixture)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  g_assert_not_reached ();
}

static void
give_name (Fixture    *fixture,
           const char *name)
{
  GtkWindow *dialog;
  GtkWidget *entry;

  ui_run_for (50);
  dialog = get_dialog (fixture);
  entry = ui_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  ui_run_for (20);
}

static void
answer (Fixture    *fixture,
        const char *response)
{
  GtkWindow *dialog = get_dialog (fixture);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  ui_run_for (50);
}

/* A name that is taken is said to be before it is replaced */
static void
test_save_by_name (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("{'status': <'ongoing'>}"));
  GListModel *views = barn_model_get_saved_views (barn_plan_file_get_model (fixture->file));
  AdwMessageDialog *dialog;

  barn_activities_page_show (fixture->page, filter);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "activities.save-view", NULL);
  give_name (fixture, "   ");
  dialog = ADW_MESSAGE_DIALOG (get_dialog (fixture));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "name"));
  give_name (fixture, "Pågår");
  g_assert_cmpstr (adw_message_dialog_get_response_label (dialog, "name"), ==, "_Save");
  answer (fixture, "name");
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 1);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Pågår");

  barn_activity_filters_clear (fixture->page->filters);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Pågår, changed");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "activities.save-view", NULL);
  give_name (fixture, "PÅGÅR");
  dialog = ADW_MESSAGE_DIALOG (get_dialog (fixture));
  g_assert_cmpstr (adw_message_dialog_get_response_label (dialog, "name"), ==, "_Replace");
  answer (fixture, "cancel");
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Pågår, changed");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "activities.save-view", NULL);
  give_name (fixture, "PÅGÅR");
  answer (fixture, "name");
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 1);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · PÅGÅR");
}

/* By the keys of the sidebar; the keyboard stays with the view */
static void
test_edit_in_sidebar (Fixture       *fixture,
                      gconstpointer  data)
{
  BarnSavedView *first = save (fixture, "Ett", "", NULL, NULL, NULL);
  BarnSavedView *second = save (fixture, "Två", "raised=1", NULL, NULL, NULL);
  GListModel *views = barn_model_get_saved_views (barn_plan_file_get_model (fixture->file));
  BarnSidebar *sidebar = fixture->window->sidebar;
  g_autoptr (BarnSavedView) top = NULL;
  GtkWidget *row;

  choose (fixture, second);
  row = GTK_WIDGET (barn_sidebar_find_row (sidebar, "activities", NULL, barn_item_get_id (BARN_ITEM (second))));
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate_action (GTK_WIDGET (sidebar), "sidebar.move-view-up", NULL);
  ui_run_for (50);
  ui_wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == (gpointer) barn_sidebar_find_row (sidebar, "activities", NULL, barn_item_get_id (BARN_ITEM (second))));
  top = g_list_model_get_item (views, 0);
  g_assert_true (top == second);

  gtk_widget_activate_action (GTK_WIDGET (sidebar), "sidebar.rename-view", NULL);
  give_name (fixture, "ett");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (get_dialog (fixture)), "name"));
  give_name (fixture, "Att lyfta");
  answer (fixture, "name");
  g_assert_cmpstr (barn_saved_view_get_name (second), ==, "Att lyfta");
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Att lyfta");

  row = GTK_WIDGET (barn_sidebar_find_row (sidebar, "activities", NULL, barn_item_get_id (BARN_ITEM (second))));
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate_action (GTK_WIDGET (sidebar), "sidebar.delete-view", NULL);
  ui_run_for (50);
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 1);
  g_assert_null (barn_activities_page_get_view (fixture->page));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  ui_run_for (50);
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 2);
  ui_wait_until (get_count (fixture, first) != NULL);

  /* On a row that is no view's the keys do nothing */
  row = GTK_WIDGET (barn_sidebar_find_row (sidebar, "overview", NULL, NULL));
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (GTK_WIDGET (sidebar), "sidebar.delete-view", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 2);
}

/* From one day to the next: as saved, and as it was changed */
static void
test_remembered (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GVariantDict) as_saved = g_variant_dict_new (NULL);
  g_autoptr (GVariantDict) changed = g_variant_dict_new (NULL);
  BarnSavedView *view = save (fixture, "Rit", "search=rit", "none", NULL, "none");

  choose (fixture, view);
  g_assert_cmpuint (barn_activity_groups_get_n_shown (fixture->page->groups), ==, 1);
  barn_page_save_state (BARN_PAGE (fixture->page), as_saved);
  g_object_set (fixture->page, "column-due", TRUE, NULL);
  barn_page_save_state (BARN_PAGE (fixture->page), changed);

  barn_activities_page_show (fixture->page, g_variant_new_parsed ("@a{sv} {}"));
  barn_page_restore_state (BARN_PAGE (fixture->page), as_saved);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Rit");
  assert_look (fixture, "none", "plan", FALSE, "none");
  barn_activity_groups_settle (fixture->page->groups);
  g_assert_cmpuint (barn_activity_groups_get_n_shown (fixture->page->groups), ==, 1);

  barn_activities_page_show (fixture->page, g_variant_new_parsed ("@a{sv} {}"));
  barn_page_restore_state (BARN_PAGE (fixture->page), changed);
  g_assert_cmpstr (get_title (fixture), ==, "Activities · Rit, changed");
  assert_look (fixture, "none", "plan", FALSE, "due");
}

/* A row says in words what it shows */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  BarnActivityRow *row;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  BarnShift *shift = barn_plan_file_add_shift (fixture->file, ui_get_plan (fixture->file), "Fler barn hörs", &error);

  g_assert_no_error (error);
  g_ptr_array_add (one, fixture->ongoing);
  g_assert_true (barn_plan_file_set_member (fixture->file, one, "shifts", barn_item_get_id (BARN_ITEM (shift)), TRUE, NULL));
  g_assert_true (barn_plan_file_set_member (fixture->file, one, "articles", "12", TRUE, NULL));
  g_assert_true (barn_plan_file_set_member (fixture->file, one, "articles", "3", TRUE, NULL));
  g_object_set (fixture->page, "column-shifts", TRUE, "column-articles", TRUE, "column-roles", TRUE, "column-follow-up", FALSE, NULL);
  ui_run_for (50);
  row = BARN_ACTIVITY_ROW (ui_find (GTK_WIDGET (fixture->page->list), BARN_TYPE_ACTIVITY_ROW, NULL));
  g_assert_nonnull (strstr (barn_activity_row_get_words (row), "Politiker. Shift 1. Articles 3, 12"));
  g_assert_null (strstr (barn_activity_row_get_words (row), "Followed up"));

  g_assert_cmpuint (barn_activity_columns_from_text (NULL), ==, BARN_ACTIVITY_COLUMNS_USUAL);
  g_assert_cmpuint (barn_activity_columns_from_text ("colour,shape"), ==, BARN_ACTIVITY_COLUMNS_USUAL);
  g_assert_cmpuint (barn_activity_columns_from_text ("none"), ==, BARN_ACTIVITY_COLUMNS_FIXED);
  g_assert_cmpuint (barn_activity_columns_from_text ("colour, due"), ==, BARN_ACTIVITY_COLUMNS_FIXED | BARN_ACTIVITY_COLUMN (BARN_ACTIVITY_ORDER_DUE));
}

#define ADD(name, func) g_test_add ("/views/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!ui_test_init (&argc, &argv))
    return 0;

  application = barn_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  ADD ("choose", test_choose);
  ADD ("counts-follow", test_counts_follow);
  ADD ("change-and-save", test_change_and_save);
  ADD ("what-is-gone", test_what_is_gone);
  ADD ("save-by-name", test_save_by_name);
  ADD ("edit-in-sidebar", test_edit_in_sidebar);
  ADD ("remembered", test_remembered);
  ADD ("columns", test_columns);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
