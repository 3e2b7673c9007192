/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-wheel-page"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "barn-choose.h"
#include "barn-detail-pane.h"
#include "barn-mark-dialog.h"
#include "barn-plan-file-year.h"
#include "barn-wheel-page.h"
#include "barn-wheel-rows.h"
#include "barn-wheel-view.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile  *file;
  GtkWidget     *window;
  BarnPage      *page;
  BarnWheelView *view;
} Fixture;

static void
set_day (Fixture    *fixture,
         guint       place,
         const char *field,
         BarnDay     day)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, day);
  barn_plan_file_set (fixture->file, BARN_ITEM (ui_get_activity (fixture->file, place)), field, NULL, &value, NULL, &error);
  g_assert_no_error (error);
}

static void
add_mark (Fixture    *fixture,
          const char *title,
          BarnDay     day)
{
  g_autoptr (GError) error = NULL;

  barn_plan_file_add_year_mark (fixture->file, title, BARN_MARK_CATEGORY_BOARD, day, FALSE, FALSE, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = ui_make_file ();
  fixture->page = g_object_ref_sink (g_object_new (BARN_TYPE_WHEEL_PAGE, NULL));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  barn_page_set_plan (fixture->page, fixture->file, ui_get_plan (fixture->file));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->view = BARN_WHEEL_VIEW (ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_WHEEL_VIEW, NULL));
  ui_run_for (50);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_run_for (20);
  g_assert_finalize_object (fixture->page);
  ui_remove_file (fixture->file);
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK, NULL)));
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, NULL))));
}

/* What the rows say: "April|Ask the children" */
static char *
dup_rows (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (get_rows (fixture), i);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                              BARN_IS_ITEM (row) ? barn_item_get_title (BARN_ITEM (row)) : gtk_string_object_get_string (GTK_STRING_OBJECT (row)));
    }

  return g_string_free (text, FALSE);
}

static void
assert_rows (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *rows = dup_rows (fixture);

  g_assert_cmpstr (rows, ==, expected);
}

/* No dates: what to do is said. The first date brings the wheel. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (get_shown (fixture), ==, "empty");
  assert_rows (fixture, "No Date in the Year|Ask the children");

  set_day (fixture, 0, "due-on", barn_day_new (2026, 4, 30));
  ui_wait_until (strcmp (get_shown (fixture), "wheel") == 0);
  assert_rows (fixture, "April|Ask the children");
  g_assert_nonnull (barn_wheel_view_get_spot (fixture->view, 0));
  g_assert_null (barn_wheel_view_get_spot (fixture->view, 1));
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "Over the year", NULL, NULL, &error);
  barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "Only a start", NULL, NULL, &error);
  g_assert_no_error (error);
  set_day (fixture, 0, "start-on", barn_day_new (2026, 1, 7));
  set_day (fixture, 0, "due-on", barn_day_new (2026, 4, 30));
  set_day (fixture, 1, "start-on", barn_day_new (2025, 1, 7));
  set_day (fixture, 1, "due-on", barn_day_new (2027, 4, 30));
  set_day (fixture, 2, "start-on", barn_day_new (2026, 4, 2));
  add_mark (fixture, "The board", barn_day_new (2026, 4, 15));

  ui_wait_until (g_list_model_get_n_items (get_rows (fixture)) == 6);
  assert_rows (fixture, "All Year|Over the year|April|Only a start|The board|Ask the children");
}

/* A change of a date moves one row and leaves the others, and what is chosen, alone */
static void
test_rows_stay (Fixture       *fixture,
                gconstpointer  data)
{
  GtkSingleSelection *selection;

  set_day (fixture, 0, "due-on", barn_day_new (2026, 4, 30));
  add_mark (fixture, "The board", barn_day_new (2026, 2, 15));
  ui_wait_until (g_list_model_get_n_items (get_rows (fixture)) == 4);
  selection = GTK_SINGLE_SELECTION (get_rows (fixture));
  gtk_single_selection_set_selected (selection, 1);

  set_day (fixture, 0, "due-on", barn_day_new (2026, 1, 31));
  ui_run_for (100);
  assert_rows (fixture, "January|Ask the children|February|The board");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *pane = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_DETAIL_PANE, NULL);

  set_day (fixture, 0, "due-on", barn_day_new (2026, 4, 30));
  add_mark (fixture, "The board", barn_day_new (2026, 2, 15));
  add_mark (fixture, "The board again", barn_day_new (2026, 8, 15));
  ui_wait_until (barn_wheel_view_get_spot (fixture->view, 2) != NULL);

  /* The rim first; in time; into the ring of the role, and out again */
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->view)));
  g_assert_true (gtk_widget_is_focus (barn_wheel_view_get_spot (fixture->view, 0)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "wheel.step", "i", BARN_WHEEL_NEXT);
  g_assert_true (gtk_widget_is_focus (barn_wheel_view_get_spot (fixture->view, 1)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "wheel.step", "i", BARN_WHEEL_IN);
  g_assert_true (gtk_widget_is_focus (barn_wheel_view_get_spot (fixture->view, 2)));

  /* Enter opens it in place of the list; Escape comes back to where the keyboard was */
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "wheel.open", NULL);
  g_assert_true (barn_detail_pane_get_item (BARN_DETAIL_PANE (pane)) == (BarnItem *) ui_get_activity (fixture->file, 0));
  g_assert_true (gtk_widget_get_mapped (pane));
  gtk_widget_activate_action (pane, "detail.close", NULL);
  g_assert_true (gtk_widget_is_focus (barn_wheel_view_get_spot (fixture->view, 2)));

  /* A new arc before it does not take the keyboard from it */
  add_mark (fixture, "First of all", barn_day_new (2026, 1, 2));
  ui_wait_until (barn_wheel_view_get_spot (fixture->view, 3) != NULL);
  g_assert_true (gtk_widget_is_focus (barn_wheel_view_get_spot (fixture->view, 3)));
}

/* What is open goes when the activity goes */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  BarnDetailPane *pane = BARN_DETAIL_PANE (ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_DETAIL_PANE, NULL));

  set_day (fixture, 0, "due-on", barn_day_new (2026, 4, 30));
  ui_wait_until (barn_wheel_view_get_spot (fixture->view, 0) != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "wheel.open", NULL);
  g_assert_nonnull (barn_detail_pane_get_item (pane));

  g_ptr_array_add (items, g_object_ref (ui_get_activity (fixture->file, 0)));
  barn_plan_file_delete (fixture->file, items, &error);
  g_assert_no_error (error);
  ui_wait_until (barn_detail_pane_get_item (pane) == NULL);
  g_assert_cmpstr (get_shown (fixture), ==, "empty");

  barn_plan_file_undo (fixture->file, NULL, &error);
  g_assert_no_error (error);
  ui_wait_until (strcmp (get_shown (fixture), "wheel") == 0);
}

static BarnYearMark *
get_mark (Fixture *fixture)
{
  g_autoptr (BarnYearMark) mark = g_list_model_get_item (barn_model_get_year_marks (barn_plan_file_get_model (fixture->file)), 0);

  return mark;
}

/* Added, changed in one step, deleted, and all of it taken back */
static void
test_mark_dialog (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = barn_mark_dialog_new (GTK_WINDOW (fixture->window), fixture->file, 2026, NULL);
  BarnYearMark *mark;
  BarnDay day;

  /* It needs a title, and says so */
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_activate_action (dialog, "mark.save", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_year_marks (barn_plan_file_get_model (fixture->file))), ==, 0);
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "It needs a title: write at least one word."));

  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), "Barnrättsveckan");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, GTK_TYPE_ENTRY, NULL)), "v 41");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  gtk_widget_activate_action (dialog, "mark.save", NULL);
  mark = get_mark (fixture);
  g_assert_cmpstr (barn_year_mark_get_title (mark), ==, "Barnrättsveckan");
  day = barn_year_mark_get_day (mark);
  g_assert_cmpuint (barn_day_get_week (day), ==, 41);
  g_assert_true (barn_year_mark_get_by_week (mark));

  g_assert_true (barn_plan_file_change_year_mark (fixture->file, mark, "Barnens vecka", BARN_MARK_CATEGORY_WEEK,
                                                  barn_day_from_week (2026, 42), TRUE, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (barn_year_mark_get_title (mark), ==, "Barnens vecka");
  g_assert_cmpint (barn_year_mark_get_category (mark), ==, BARN_MARK_CATEGORY_WEEK);
  barn_plan_file_undo (fixture->file, NULL, &error);
  g_assert_cmpstr (barn_year_mark_get_title (mark), ==, "Barnrättsveckan");
  g_assert_cmpuint (barn_year_mark_get_day (mark), ==, day);
  g_assert_false (barn_year_mark_get_yearly (mark));

  /* No day is no mark: nothing changed */
  g_assert_false (barn_plan_file_change_year_mark (fixture->file, mark, "Barnens vecka", BARN_MARK_CATEGORY_WEEK, BARN_DAY_NONE, TRUE,
                                                   TRUE, &error));
  g_assert_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_cmpstr (barn_year_mark_get_title (mark), ==, "Barnrättsveckan");
}

static GFile *
choose (const char     *title,
        BarnChooseKind  kind,
        const char     *name,
        gpointer        user_data)
{
  g_assert_nonnull (strstr (name, "2026."));

  return g_file_new_for_path (user_data);
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("barnratt-wheel-XXXXXX", &error);
  const char *formats[] = { "svg", "png", "ics" };
  const char *begins[] = { "<svg ", "\x89PNG", "BEGIN:VCALENDAR" };

  g_assert_no_error (error);
  set_day (fixture, 0, "due-on", barn_day_new (2026, 4, 30));
  ui_wait_until (strcmp (get_shown (fixture), "wheel") == 0);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/wheel.%s", folder, formats[i]);
      g_autofree char *text = NULL;

      barn_choose_set_override (choose, path);
      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "wheel-page.save", "s", formats[i]);
      ui_wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
      ui_wait_until (gtk_widget_get_sensitive (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_MENU_BUTTON, NULL)));
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, begins[i]));
      g_unlink (path);
    }

  barn_choose_set_override (NULL, NULL);
  g_rmdir (folder);
}

/* A picture never takes the place of the plan file */
static void
test_picture_refused (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = g_file_get_path (barn_plan_file_get_file (fixture->file));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;
  GtkWidget *button;

  set_day (fixture, 0, "due-on", barn_day_new (2026, 4, 30));
  ui_wait_until (strcmp (get_shown (fixture), "wheel") == 0);
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  button = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_MENU_BUTTON, NULL);

  barn_choose_set_override (choose, path);
  g_test_expect_message ("barn-ui", G_LOG_LEVEL_WARNING, "*over the plan file itself*");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "wheel-page.save", "s", "png");
  ui_run_for (200);
  ui_wait_until (gtk_widget_get_sensitive (button));
  g_test_assert_expected_messages ();
  barn_choose_set_override (NULL, NULL);

  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, before, length_before);
}

/* What was chosen is chosen again */
static void
test_state (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GVariant) saved = NULL;
  GVariantDict state;

  set_day (fixture, 0, "due-on", barn_day_new (2026, 4, 30));
  ui_wait_until (strcmp (get_shown (fixture), "wheel") == 0);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_rows (fixture)), 1);
  g_variant_dict_init (&state, NULL);
  barn_page_save_state (fixture->page, &state);
  saved = g_variant_ref_sink (g_variant_dict_end (&state));

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_rows (fixture)), GTK_INVALID_LIST_POSITION);
  g_variant_dict_init (&state, saved);
  barn_page_restore_state (fixture->page, &state);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_rows (fixture))), ==, 1);
  g_variant_dict_clear (&state);
}

int
main (int   argc,
      char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/wheel-page/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/wheel-page/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/wheel-page/rows/stay", Fixture, NULL, set_up, test_rows_stay, tear_down);
  g_test_add ("/wheel-page/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/wheel-page/deleted", Fixture, NULL, set_up, test_deleted, tear_down);
  g_test_add ("/wheel-page/mark-dialog", Fixture, NULL, set_up, test_mark_dialog, tear_down);
  g_test_add ("/wheel-page/pictures", Fixture, NULL, set_up, test_pictures, tear_down);
  g_test_add ("/wheel-page/picture-refused", Fixture, NULL, set_up, test_picture_refused, tear_down);
  g_test_add ("/wheel-page/state", Fixture, NULL, set_up, test_state, tear_down);

  return g_test_run ();
}
