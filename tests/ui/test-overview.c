/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-overview"

#include "config.h"

#include <string.h>

#include "barn-coverage-grid.h"
#include "barn-overview-page.h"
#include "barn-plan-file-year.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile *file;
  BarnPlan     *plan;
  BarnActivity *activity;
  GtkWindow    *window;
  GtkWidget    *page;
  GVariant     *shown;    /* (nullable): what win.show-activities was asked for */
} Fixture;

static void
on_show_activities (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->shown, g_variant_unref);
  fixture->shown = g_variant_ref (parameter);
}

/* In place of the window's actions: what leads nowhere cannot be pressed */
static void
add_actions (Fixture *fixture)
{
  static const GActionEntry entries[] = { { .name = "show-activities", .activate = on_show_activities, .parameter_type = "a{sv}" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = ui_make_file ();
  fixture->plan = ui_get_plan (fixture->file);
  fixture->activity = ui_get_activity (fixture->file, 0);
  fixture->page = g_object_ref_sink (g_object_new (BARN_TYPE_OVERVIEW_PAGE, NULL));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 900, 700);
  add_actions (fixture);
  gtk_window_set_child (fixture->window, fixture->page);
  barn_page_set_plan (BARN_PAGE (fixture->page), fixture->file, fixture->plan);
  gtk_window_present (fixture->window);
  ui_run_for (200);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  ui_run_for (20);
  g_assert_finalize_object (fixture->page);
  g_clear_pointer (&fixture->shown, g_variant_unref);
  ui_remove_file (fixture->file);
}

/* Nothing to compare with before an occasion is closed; then each figure says how it has changed */
static void
test_change_since_occasion (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (BarnOccasion) occasion = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *unchanged = NULL;
  g_autofree char *more = NULL;
  GtkWidget *found;

  barn_plan_file_arrange_occasions (fixture->file, fixture->plan, BARN_PATTERN_TERTIAL, NULL, 0, &error);
  g_assert_no_error (error);
  occasion = g_list_model_get_item (barn_plan_get_occasions (fixture->plan), 0);
  unchanged = g_strdup_printf ("unchanged since %s", barn_item_get_title (BARN_ITEM (occasion)));
  more = g_strdup_printf ("+1 since %s", barn_item_get_title (BARN_ITEM (occasion)));
  ui_run_for (50);
  g_assert_null (ui_find (fixture->page, GTK_TYPE_LABEL, unchanged));

  barn_plan_file_close_occasion (fixture->file, occasion, "Nothing was begun.", &error);
  g_assert_no_error (error);
  ui_wait_until (ui_find (fixture->page, GTK_TYPE_LABEL, unchanged) != NULL);
  g_assert_null (ui_find (fixture->page, GTK_TYPE_LABEL, more));

  barn_plan_file_add_follow_up (fixture->file, fixture->activity, BARN_STATUS_DONE, barn_clock_get_today (), NULL, NULL, &error);
  g_assert_no_error (error);
  ui_wait_until (ui_find (fixture->page, GTK_TYPE_LABEL, more) != NULL);
  found = ui_find (fixture->page, GTK_TYPE_LABEL, more);
  g_assert_true (gtk_widget_get_visible (found));
}

static GtkWidget *
get_cell (Fixture *fixture,
          int      column,
          int      row)
{
  GtkWidget *coverage = ui_find (fixture->page, BARN_TYPE_COVERAGE_GRID, NULL);

  return gtk_grid_get_child_at (GTK_GRID (ui_find (coverage, GTK_TYPE_GRID, NULL)), column, row);
}

static const char *
get_words (GtkWidget *cell)
{
  return gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (cell))));
}

/* A role that does nothing for a basic principle shows a gap, which goes when it does; the keyboard stays there */
static void
test_coverage (Fixture       *fixture,
               gconstpointer  data)
{
  const char *const articles[] = { "2", NULL };
  g_autoptr (GError) error = NULL;
  GtkWidget *cell = get_cell (fixture, 1, 1);
  const char *article;
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_cmpstr (get_words (cell), ==, "Gap");
  g_assert_true (gtk_widget_has_css_class (cell, "gap"));
  gtk_widget_activate (cell);
  ui_wait_until (fixture->shown != NULL);
  g_assert_true (g_variant_lookup (fixture->shown, "article", "&s", &article));
  g_assert_cmpstr (article, ==, "2");

  g_assert_true (gtk_widget_grab_focus (cell));
  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, articles);
  barn_plan_file_set (fixture->file, BARN_ITEM (fixture->activity), "articles", NULL, &value, NULL, &error);
  g_assert_no_error (error);
  ui_wait_until (strcmp (get_words (get_cell (fixture, 1, 1)), "1") == 0);

  /* No activity is without an article any more, so that row went, and the cells are others */
  cell = get_cell (fixture, 1, 1);
  g_assert_true (gtk_window_get_focus (fixture->window) == cell);
  g_assert_cmpstr (get_words (cell), ==, "1");
  g_assert_false (gtk_widget_has_css_class (cell, "gap"));
}

/* The arrows go from cell to cell, Tab leaves in one step */
static void
test_coverage_keys (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *coverage = ui_find (fixture->page, BARN_TYPE_COVERAGE_GRID, NULL);

  g_assert_true (gtk_widget_grab_focus (get_cell (fixture, 1, 1)));
  g_assert_true (gtk_widget_child_focus (coverage, GTK_DIR_RIGHT));
  g_assert_true (gtk_window_get_focus (fixture->window) == get_cell (fixture, 2, 1));
  g_assert_true (gtk_widget_child_focus (coverage, GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (fixture->window) == get_cell (fixture, 2, 2));
  g_assert_false (gtk_widget_child_focus (coverage, GTK_DIR_TAB_FORWARD));
}

#define ADD(name, test) g_test_add ("/overview/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("change-since-occasion", test_change_since_occasion);
  ADD ("coverage", test_coverage);
  ADD ("coverage-keys", test_coverage_keys);

  return g_test_run ();
}
