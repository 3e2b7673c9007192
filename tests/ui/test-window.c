/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-window"

#include "config.h"

#include <glib/gstdio.h>

#include "barn-application.h"
#include "barn-field-binding.h"
#include "barn-window-private.h"
#include "ui-support.h"

typedef struct
{
  BarnWindow   *window;
  BarnPlanFile *file;
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

  g_settings_reset (settings, "page");
  g_settings_reset (settings, "year");
  g_settings_reset (settings, "last-file");
  g_settings_reset (settings, "recent-files");
  g_settings_reset (settings, "page-states");

  fixture->window = g_object_ref (barn_window_new (GTK_APPLICATION (application)));
  barn_window_open (fixture->window, place, FALSE);
  fixture->file = g_object_ref (barn_window_get_file (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
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

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ui_run_for (20);
}

static guint
count_activities (Fixture *fixture)
{
  return g_list_model_get_n_items (barn_plan_get_activities (ui_get_plan (fixture->file)));
}

static void
test_opens_on_the_year (Fixture       *fixture,
                        gconstpointer  data)
{
  guint year = 0;

  g_object_get (fixture->window, "year", &year, NULL);
  g_assert_cmpuint (year, ==, 2026);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->places), ==, "plan");
  g_assert_cmpstr (barn_window_get_page_name (fixture->window), ==, "overview");
  g_assert_cmpstr (barn_sidebar_get_count (fixture->window->sidebar, "activities", NULL), ==, "1");
  g_assert_cmpstr (gtk_label_get_label (fixture->window->organisation_label), ==, "Skolförvaltningen");
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), "2026"));
}

static void
test_undo_and_redo (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;

  barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "Second", NULL, NULL, &error);
  g_assert_no_error (error);
  ui_run_for (20);
  g_assert_cmpuint (count_activities (fixture), ==, 2);
  g_object_get (fixture->file, "undo-summary", &summary, NULL);
  g_assert_cmpstr (summary, !=, "");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (fixture->window->undo_button), summary));

  /* The toast names it */
  g_assert_nonnull (fixture->window->toast);
  g_assert_cmpstr (adw_toast_get_action_name (fixture->window->toast), ==, "win.undo");

  activate (fixture, "win.undo");
  g_assert_cmpuint (count_activities (fixture), ==, 1);
  g_assert_cmpstr (barn_sidebar_get_count (fixture->window->sidebar, "activities", NULL), ==, "1");
  g_assert_cmpstr (adw_toast_get_action_name (fixture->window->toast), ==, "win.redo");

  activate (fixture, "win.redo");
  g_assert_cmpuint (count_activities (fixture), ==, 2);
}

static void
test_new_year_through_undo_and_redo (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  guint year = 0;

  barn_plan_file_add_plan (fixture->file, 2027, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.year", "u", 2027);
  g_object_get (fixture->window, "year", &year, NULL);
  g_assert_cmpuint (year, ==, 2027);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (fixture->window->years_menu)), ==, 2);

  /* The year on show goes; another is shown */
  activate (fixture, "win.undo");
  g_object_get (fixture->window, "year", &year, NULL);
  g_assert_cmpuint (year, ==, 2026);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (fixture->window->years_menu)), ==, 1);

  activate (fixture, "win.redo");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (fixture->window->years_menu)), ==, 2);
}

/* A text that is being typed is the last change: undo takes it back, not what came before it */
static void
test_undo_takes_typed_text_first (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  BarnFieldBinding *binding;
  int position = -1;

  g_object_ref_sink (box);
  gtk_box_append (GTK_BOX (box), entry);
  binding = barn_field_binding_new_editable (GTK_EDITABLE (entry));
  barn_field_binding_set_item (binding, fixture->file, BARN_ITEM (ui_get_activity (fixture->file, 0)), "title");
  barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "Second", NULL, NULL, &error);
  g_assert_no_error (error);
  gtk_editable_insert_text (GTK_EDITABLE (entry), " first", -1, &position);

  activate (fixture, "win.undo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Ask the children");
  g_assert_cmpuint (count_activities (fixture), ==, 2);
  activate (fixture, "win.undo");
  g_assert_cmpuint (count_activities (fixture), ==, 1);

  g_assert_finalize_object (binding);
  g_object_unref (box);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const names[] = { "shifts", "activities", "long-term", "barnbokslut", "overview" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", names[i]);
      ui_run_for (20);
      g_assert_cmpstr (barn_window_get_page_name (fixture->window), ==, names[i]);
      g_assert_cmpstr (adw_window_title_get_title (fixture->window->title), !=, "");
      g_assert_true (barn_page_get_plan (barn_window_get_page (fixture->window)) == ui_get_plan (fixture->file));
    }

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-item", "s",
                              barn_item_get_id (BARN_ITEM (ui_get_activity (fixture->file, 0))));
  g_assert_cmpstr (barn_window_get_page_name (fixture->window), ==, "activities");
}

static void
test_other_program_is_noticed (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) other = ui_open_again (fixture->file);

  barn_plan_file_add_activity (other, ui_get_plan (other), "From elsewhere", NULL, NULL, &error);
  g_assert_no_error (error);

  /* Within the second that lies between two looks */
  ui_wait_until (count_activities (fixture) == 2);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_false (barn_notice_is_shown (fixture->window->read_only_notice));
  activate (fixture, "win.open-read-only");
  g_assert_true (barn_plan_file_get_read_only (barn_window_get_file (fixture->window)));
  g_assert_true (barn_notice_is_shown (fixture->window->read_only_notice));
  g_assert_null (barn_page_get_add_label (barn_window_get_page (fixture->window)));
  g_assert_false (gtk_widget_get_sensitive (fixture->window->undo_button));

  activate (fixture, "win.open-for-editing");
  g_assert_false (barn_plan_file_get_read_only (barn_window_get_file (fixture->window)));
  g_assert_false (barn_notice_is_shown (fixture->window->read_only_notice));
}

static void
test_trouble_leaves_the_file_alone (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("barnratt-XXXXXX.barnratt", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, "A letter, not a plan.", -1, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (path);

  barn_window_open (fixture->window, file, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->places), ==, "trouble");
  g_assert_cmpstr (adw_status_page_get_title (fixture->window->trouble), ==, "This Is Not a Plan File");
  g_assert_null (barn_window_get_file (fixture->window));
  g_file_get_contents (path, &after, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, "A letter, not a plan.");

  activate (fixture, "win.show-welcome");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->places), ==, "welcome");
  g_unlink (path);
}

static void
test_remembers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (BARN_APPLICATION_ID);
  g_autofree char *last = g_settings_get_string (settings, "last-file");
  g_autofree char *uri = g_file_get_uri (barn_plan_file_get_file (fixture->file));
  BarnWindow *second;

  g_assert_cmpstr (last, ==, uri);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "shifts");
  activate (fixture, "win.show-welcome");
  g_assert_null (barn_window_get_file (fixture->window));

  second = barn_window_new (GTK_APPLICATION (application));
  barn_window_open_last (second);
  g_assert_nonnull (barn_window_get_file (second));
  g_assert_cmpstr (barn_window_get_page_name (second), ==, "shifts");
  gtk_window_destroy (GTK_WINDOW (second));
}

static void
test_errors_are_said_in_the_window (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.report-error", "s", "The disk is full.");
  g_assert_true (barn_notice_is_shown (fixture->window->error_notice));

  /* What goes well is the answer */
  barn_plan_file_add_shift (fixture->file, ui_get_plan (fixture->file), "Heard", &error);
  g_assert_no_error (error);
  g_assert_false (barn_notice_is_shown (fixture->window->error_notice));
}

static void
test_midnight (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  BarnActivity *activity = ui_get_activity (fixture->file, 0);
  g_auto (GValue) due = G_VALUE_INIT;

  g_value_init (&due, G_TYPE_UINT);
  g_value_set_uint (&due, barn_day_new (2026, 11, 22));
  barn_plan_file_set (fixture->file, BARN_ITEM (activity), "due-on", NULL, &due, NULL, &error);
  g_assert_no_error (error);

  barn_clock_set_today (barn_day_new (2026, 11, 23));
  ui_wait_until (fixture->window->today == barn_day_new (2026, 11, 23));
  g_assert_true (barn_activity_is_overdue (activity, barn_clock_get_today ()));
  barn_clock_set_today (barn_day_new (2026, 11, 22));
}

#define ADD(name, func) g_test_add ("/window/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!ui_test_init (&argc, &argv))
    return 0;

  application = barn_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  ADD ("opens-on-the-year", test_opens_on_the_year);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("new-year-through-undo-and-redo", test_new_year_through_undo_and_redo);
  ADD ("undo-takes-typed-text-first", test_undo_takes_typed_text_first);
  ADD ("pages", test_pages);
  ADD ("other-program-is-noticed", test_other_program_is_noticed);
  ADD ("read-only", test_read_only);
  ADD ("trouble-leaves-the-file-alone", test_trouble_leaves_the_file_alone);
  ADD ("remembers", test_remembers);
  ADD ("errors-are-said-in-the-window", test_errors_are_said_in_the_window);
  ADD ("midnight", test_midnight);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
