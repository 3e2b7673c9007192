/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-widgets"

#include "config.h"

#include "barn-notice.h"
#include "barn-sidebar.h"
#include "barn-status-bar.h"
#include "barn-status-icon.h"
#include "barn-tab-stop.h"
#include "ui-support.h"

static void
on_notify (guint *n)
{
  (*n)++;
}

static GtkWidget *
new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < 30; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new ("Row"));

  return list;
}

static void
test_tab_stop (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");
  GtkWidget *list = new_list ();
  GtkWidget *stop = barn_tab_stop_new (list);

  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), stop);
  gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_until (gtk_widget_get_height (list) > 0);

  g_assert_true (gtk_widget_grab_focus (before));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), stop));

  /* Thirty rows, one step; the arrows still walk them */
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == after);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), stop));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_status_icon (void)
{
  BarnStatusIcon *icon = g_object_ref_sink (BARN_STATUS_ICON (barn_status_icon_new ()));
  g_autofree char *words = NULL;
  guint n = 0;

  g_signal_connect_swapped (icon, "notify::status", G_CALLBACK (on_notify), &n);
  barn_status_icon_set_status (icon, BARN_STATUS_PAUSED);
  barn_status_icon_set_status (icon, BARN_STATUS_PAUSED);
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (ui_find (GTK_WIDGET (icon), GTK_TYPE_LABEL, "Paused"));

  g_assert_false (gtk_widget_get_visible (ui_find (GTK_WIDGET (icon), GTK_TYPE_LABEL, "Overdue")));
  barn_status_icon_set_overdue (icon, TRUE);
  g_assert_true (gtk_widget_get_visible (ui_find (GTK_WIDGET (icon), GTK_TYPE_LABEL, "Overdue")));

  barn_status_icon_set_compact (icon, TRUE);
  g_assert_false (gtk_widget_get_visible (ui_find (GTK_WIDGET (icon), GTK_TYPE_LABEL, "Paused")));
  g_assert_true (gtk_widget_get_has_tooltip (GTK_WIDGET (icon)));

  g_assert_finalize_object (icon);
}

/* Each status has an icon that is there, and a colour of its own */
static void
test_statuses_are_drawn (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  gtk_icon_theme_add_resource_path (theme, "/org/example/Barnratt/icons");
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      g_assert_true (gtk_icon_theme_has_icon (theme, barn_status_get_icon ((BarnStatus) i)));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (barn_status_get_style_class ((BarnStatus) i), !=, barn_status_get_style_class ((BarnStatus) j));
    }
  g_assert_true (gtk_icon_theme_has_icon (theme, "barn-overdue-symbolic"));
}

static void
test_tally_words (void)
{
  BarnTally tally = { .total = 3, .by_status = { [BARN_STATUS_DONE] = 2, [BARN_STATUS_NOT_STARTED] = 1 } };
  BarnTally none = { 0, };
  g_autofree char *words = barn_tally_dup_words (&tally);
  g_autofree char *no_words = barn_tally_dup_words (&none);

  g_assert_cmpstr (words, ==, "Done 2 · Not started 1");
  g_assert_cmpstr (no_words, ==, "");
}

static void
test_notice (void)
{
  BarnNotice *notice = g_object_ref_sink (BARN_NOTICE (g_object_new (BARN_TYPE_NOTICE, NULL)));

  g_assert_false (barn_notice_is_shown (notice));
  barn_notice_show (notice, "The disk is full.", NULL, NULL, TRUE);
  g_assert_true (barn_notice_is_shown (notice));
  g_assert_nonnull (ui_find (GTK_WIDGET (notice), GTK_TYPE_LABEL, "The disk is full."));
  barn_notice_hide (notice);
  g_assert_false (barn_notice_is_shown (notice));
  g_assert_finalize_object (notice);
}

static void
test_sidebar_counts (void)
{
  g_autoptr (GError) error = NULL;
  BarnPlanFile *file = ui_make_file ();
  BarnPlan *plan = ui_get_plan (file);
  g_autoptr (BarnItem) role = g_list_model_get_item (barn_model_get_roles (barn_plan_file_get_model (file)), 0);
  BarnSidebar *sidebar = g_object_ref_sink (BARN_SIDEBAR (barn_sidebar_new ()));

  barn_sidebar_set_plan (sidebar, file, plan);
  barn_sidebar_set_place (sidebar, "activities", barn_item_get_id (role), NULL);
  g_assert_cmpstr (barn_sidebar_get_count (sidebar, "shifts", NULL, NULL), ==, "0");
  g_assert_cmpstr (barn_sidebar_get_count (sidebar, "activities", NULL, NULL), ==, "1");
  g_assert_cmpstr (barn_sidebar_get_count (sidebar, "activities", barn_item_get_id (role), NULL), ==, "1");
  g_assert_cmpstr (barn_sidebar_get_count (sidebar, "activities", "", NULL), ==, NULL);

  barn_plan_file_add_activity (file, plan, "Without a role", NULL, NULL, &error);
  g_assert_no_error (error);
  barn_plan_file_add_shift (file, plan, "Heard", &error);
  g_assert_no_error (error);
  ui_wait_until (g_strcmp0 (barn_sidebar_get_count (sidebar, "shifts", NULL, NULL), "1") == 0);
  g_assert_cmpstr (barn_sidebar_get_count (sidebar, "activities", NULL, NULL), ==, "2");
  g_assert_cmpstr (barn_sidebar_get_count (sidebar, "activities", "", NULL), ==, "1");

  barn_plan_file_set_text (file, role, "name", NULL, "Board members", NULL, &error);
  g_assert_no_error (error);
  ui_wait_until (ui_find (GTK_WIDGET (sidebar), GTK_TYPE_LABEL, "Board members") != NULL);
  g_assert_cmpstr (barn_sidebar_get_count (sidebar, "activities", barn_item_get_id (role), NULL), ==, "1");

  barn_plan_file_undo (file, NULL, &error);
  barn_plan_file_undo (file, NULL, &error);
  barn_plan_file_undo (file, NULL, &error);
  g_assert_no_error (error);
  ui_wait_until (barn_sidebar_get_count (sidebar, "activities", "", NULL) == NULL);
  g_assert_cmpstr (barn_sidebar_get_count (sidebar, "activities", NULL, NULL), ==, "1");

  barn_sidebar_set_plan (sidebar, NULL, NULL);
  g_assert_finalize_object (sidebar);
  ui_remove_file (file);
}

int
main (int   argc,
      char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/widgets/tab-stop", test_tab_stop);
  g_test_add_func ("/widgets/status-icon", test_status_icon);
  g_test_add_func ("/widgets/statuses-are-drawn", test_statuses_are_drawn);
  g_test_add_func ("/widgets/tally-words", test_tally_words);
  g_test_add_func ("/widgets/notice", test_notice);
  g_test_add_func ("/widgets/sidebar-counts", test_sidebar_counts);

  return g_test_run ();
}
