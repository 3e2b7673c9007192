/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-window"

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "barn-application.h"
#include "barn-field-registry.h"
#include "barn-new-plan-dialog.h"
#include "barn-next-year-dialog.h"
#include "barn-reminders.h"
#include "barn-restore-dialog.h"
#include "barn-shortcuts.h"
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
  g_settings_reset (settings, "last-file-viewed");
  g_settings_reset (settings, "recent-files");
  g_settings_reset (settings, "page-states");

  fixture->window = g_object_ref (barn_window_new (GTK_APPLICATION (application)));
  barn_window_open (fixture->window, place, FALSE);
  ui_wait_until (!barn_window_is_opening (fixture->window));
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
  g_assert_cmpstr (barn_sidebar_get_count (fixture->window->sidebar, "activities", NULL, NULL), ==, "1");
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
  g_assert_cmpstr (barn_sidebar_get_count (fixture->window->sidebar, "activities", NULL, NULL), ==, "1");
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

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

/* Next year's plan is made, shown, taken back in one step, and never written over */
static void
test_next_year (Fixture       *fixture,
                gconstpointer  data)
{
  BarnModel *model = barn_plan_file_get_model (fixture->file);
  g_autoptr (BarnActivity) next = NULL;
  GtkWidget *dialog;
  guint year = 0;

  activate (fixture, "win.next-year");
  dialog = find_window (BARN_TYPE_NEXT_YEAR_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Plan of 2027 from 2026");
  g_signal_emit_by_name (ui_find (dialog, GTK_TYPE_BUTTON, "_Make the Plan"), "clicked");
  ui_wait_until (find_window (BARN_TYPE_NEXT_YEAR_DIALOG) == NULL);
  g_object_get (fixture->window, "year", &year, NULL);
  g_assert_cmpuint (year, ==, 2027);
  g_assert_cmpstr (barn_window_get_page_name (fixture->window), ==, "activities");
  g_assert_cmpuint (count_activities (fixture), ==, 1);
  next = g_list_model_get_item (barn_plan_get_activities (barn_model_find_plan (model, 2027)), 0);

  /* What leads to another year goes there */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-item", "s", barn_item_get_id (BARN_ITEM (ui_get_activity (fixture->file, 0))));
  g_object_get (fixture->window, "year", &year, NULL);
  g_assert_cmpuint (year, ==, 2026);

  /* It is there already: that is said, and it is shown */
  activate (fixture, "win.next-year");
  g_assert_null (find_window (BARN_TYPE_NEXT_YEAR_DIALOG));
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "There Is a Plan of 2027 Already");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "answer");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_run_for (20);
  g_object_get (fixture->window, "year", &year, NULL);
  g_assert_cmpuint (year, ==, 2027);

  activate (fixture, "win.undo");
  g_assert_null (barn_model_find_plan (model, 2027));
  g_object_get (fixture->window, "year", &year, NULL);
  g_assert_cmpuint (year, ==, 2026);
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
  const char *const names[] = { "shifts", "activities", "long-term", "follow-up", "barnbokslut", "overview" };

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
  ui_wait_until (!barn_window_is_opening (fixture->window));
  g_assert_true (barn_plan_file_get_read_only (barn_window_get_file (fixture->window)));
  g_assert_true (barn_notice_is_shown (fixture->window->read_only_notice));
  g_assert_null (barn_page_get_add_label (barn_window_get_page (fixture->window)));
  g_assert_false (gtk_widget_get_sensitive (fixture->window->undo_button));

  activate (fixture, "win.open-for-editing");
  g_assert_false (barn_plan_file_get_read_only (barn_window_get_file (fixture->window)));
  g_assert_false (barn_notice_is_shown (fixture->window->read_only_notice));
}

/* What a person could change something with: a field that can be typed in, or a check that can be set. A search and what filters are no such. */
static gboolean
changes_something (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) ||
      gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_ENTRY) != NULL)
    return FALSE;
  if (GTK_IS_TEXT (widget))
    return gtk_editable_get_editable (GTK_EDITABLE (widget));
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));

  return GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget);
}

static void
assert_only_shown (GtkWidget  *widget,
                   const char *page)
{
  if (changes_something (widget))
    {
      g_test_message ("on the page %s a %s can be changed", page, G_OBJECT_TYPE_NAME (widget));
      g_test_fail ();
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_only_shown (child, page);
}

typedef struct
{
  char    *bytes;
  gsize    length;
  gint64   changed_at;
} Looks;

static Looks
look_at (GFile *file)
{
  Looks looks = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC, G_FILE_QUERY_INFO_NONE, NULL, &error);

  g_assert_no_error (error);
  looks.changed_at = (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
                     g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  g_file_load_contents (file, NULL, &looks.bytes, &looks.length, NULL, &error);
  g_assert_no_error (error);

  return looks;
}

static void
test_view_changes_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char *const pages[] = { "overview", "shifts", "activities", "long-term", "assessments", "barnbokslut" };
  static const char *const changing[] = { "win.undo", "win.redo", "win.add", "win.new-year", "win.next-year", "win.import" };
  g_autofree char *id = g_strdup (barn_item_get_id (BARN_ITEM (ui_get_activity (fixture->file, 0))));
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) other = NULL;
  Looks first;
  Looks last;

  barn_plan_file_add_shift (fixture->file, ui_get_plan (fixture->file), "Children are heard", &error);
  barn_plan_file_add_long_term (fixture->file, ui_get_plan (fixture->file), "A council of children", &error);
  barn_plan_file_add_area (fixture->file, 2026, "Time with children", &error);
  g_assert_no_error (error);
  first = look_at (barn_plan_file_get_file (fixture->file));
  activate (fixture, "win.open-read-only");
  ui_wait_until (!barn_window_is_opening (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", pages[i]);
      ui_run_for (100);
      assert_only_shown (GTK_WIDGET (fixture->window->pages), pages[i]);
      g_assert_false (gtk_widget_get_visible (fixture->window->add_button));
    }
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-item", "s", id);
  ui_run_for (100);
  assert_only_shown (GTK_WIDGET (fixture->window->pages), "activity");
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), changing[i], NULL);
      ui_run_for (20);
    }
  last = look_at (barn_plan_file_get_file (fixture->file));
  g_assert_cmpmem (first.bytes, first.length, last.bytes, last.length);
  g_assert_cmpint (first.changed_at, ==, last.changed_at);

  /* Another program can write meanwhile, and the view follows */
  other = ui_open_again (fixture->file);
  g_assert_true (barn_plan_file_set_text (other, BARN_ITEM (ui_get_activity (other, 0)), "title", NULL, "Heard by the board", NULL, &error));
  g_assert_no_error (error);
  ui_wait_until (g_str_equal (barn_item_get_title (BARN_ITEM (ui_get_activity (barn_window_get_file (fixture->window), 0))),
                              "Heard by the board"));
  g_free (first.bytes);
  g_free (last.bytes);
}

/* What was only looked at is only looked at the next day too */
static void
test_view_is_remembered (Fixture       *fixture,
                         gconstpointer  data)
{
  BarnWindow *second = barn_window_new (GTK_APPLICATION (application));

  activate (fixture, "win.open-read-only");
  ui_wait_until (!barn_window_is_opening (fixture->window));
  barn_window_open_last (second);
  ui_wait_until (!barn_window_is_opening (second));
  g_assert_true (barn_plan_file_get_read_only (barn_window_get_file (second)));

  gtk_widget_activate_action (GTK_WIDGET (second), "win.open-for-editing", NULL);
  ui_wait_until (!barn_window_is_opening (second));
  g_assert_false (barn_plan_file_get_read_only (barn_window_get_file (second)));
  barn_window_open_last (fixture->window);
  ui_wait_until (!barn_window_is_opening (fixture->window));
  g_assert_false (barn_plan_file_get_read_only (barn_window_get_file (fixture->window)));
  gtk_window_destroy (GTK_WINDOW (second));
}

/* "barnratt --view FILE": a window of its own beside the one that edits the file, and the same one the next time */
static void
test_view_from_the_command_line (Fixture       *fixture,
                                 gconstpointer  data)
{
  GFile *file = barn_plan_file_get_file (fixture->file);
  GtkWindow *viewing;

  g_application_open (G_APPLICATION (application), &file, 1, "view");
  viewing = gtk_application_get_windows (GTK_APPLICATION (application))->data;
  ui_wait_until (!barn_window_is_opening (BARN_WINDOW (viewing)));
  g_assert_true (viewing != GTK_WINDOW (fixture->window));
  g_assert_true (barn_plan_file_get_read_only (barn_window_get_file (BARN_WINDOW (viewing))));
  g_assert_false (barn_plan_file_get_read_only (barn_window_get_file (fixture->window)));

  g_application_open (G_APPLICATION (application), &file, 1, "view");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 2);
  gtk_window_destroy (viewing);
}

/* Once a day and file, also where the clock was wrong; never where it is not wanted or the file only viewed */
static void
test_reminders (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (BARN_APPLICATION_ID);
  BarnDay today = barn_day_new (2026, 11, 22);
  g_autoptr (GNotification) first = NULL;
  g_autoptr (GNotification) later = NULL;
  g_autoptr (GError) error = NULL;
  GValue due = G_VALUE_INIT;

  g_settings_reset (settings, "reminded");
  g_assert_null (barn_reminders_take (settings, fixture->file, today));

  g_value_init (&due, G_TYPE_UINT);
  g_value_set_uint (&due, barn_day_new (2026, 11, 1));
  barn_plan_file_set (fixture->file, BARN_ITEM (ui_get_activity (fixture->file, 0)), "due-on", NULL, &due, NULL, &error);
  g_assert_no_error (error);

  g_settings_set_boolean (settings, "reminders", FALSE);
  g_assert_null (barn_reminders_take (settings, fixture->file, today));
  g_settings_set_boolean (settings, "reminders", TRUE);
  first = barn_reminders_take (settings, fixture->file, today);
  g_assert_nonnull (first);
  g_assert_null (barn_reminders_take (settings, fixture->file, today));
  g_assert_null (barn_reminders_take (settings, fixture->file, barn_day_new (2026, 11, 21)));
  later = barn_reminders_take (settings, fixture->file, barn_day_new (2026, 11, 23));
  g_assert_nonnull (later);
  g_settings_set_boolean (settings, "reminders", FALSE);
  g_assert_cmpstr (barn_reminders_find_place (fixture->file, today), ==, "overdue");

  barn_window_show_reminder (fixture->window);
  g_assert_cmpstr (barn_window_get_page_name (fixture->window), ==, "activities");
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
  ui_wait_until (!barn_window_is_opening (fixture->window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->places), ==, "trouble");
  g_assert_cmpstr (adw_status_page_get_title (fixture->window->trouble), ==, "This Is Not a Plan File");
  g_file_get_contents (path, &after, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, "A letter, not a plan.");

  /* The plan that was open is open still, and nothing in it is changed unseen */
  g_assert_true (barn_window_get_file (fixture->window) == fixture->file);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-year", NULL);
  g_assert_cmpuint (barn_plan_get_closed_on (ui_get_plan (fixture->file)), ==, BARN_DAY_NONE);
  activate (fixture, "win.leave-trouble");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->places), ==, "plan");
  g_assert_cmpstr (barn_window_get_page_name (fixture->window), ==, "overview");
  g_assert_null (fixture->window->trouble_file);
  barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "Second", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (barn_sidebar_get_count (fixture->window->sidebar, "activities", NULL, NULL), ==, "1");
  ui_wait_until (g_strcmp0 (barn_sidebar_get_count (fixture->window->sidebar, "activities", NULL, NULL), "2") == 0);

  /* Trying again is about the file that could not be opened, not about the one that is */
  barn_window_open (fixture->window, file, FALSE);
  ui_wait_until (!barn_window_is_opening (fixture->window));
  g_assert_true (gtk_widget_get_visible (fixture->window->trouble_back_button));
  g_assert_true (g_file_equal (barn_window_get_target (fixture->window), file));

  activate (fixture, "win.show-welcome");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->places), ==, "welcome");
  g_unlink (path);
}

/* Another program that writes to @file for as long as it lives; returns its process */
static GPid
hold_file (GFile *file)
{
  const char *const words[] = {
    "python3", "-c",
    "import sqlite3, sys, time\n"
    "connection = sqlite3.connect (sys.argv[1], isolation_level=None)\n"
    "connection.execute ('BEGIN EXCLUSIVE')\n"
    "sys.stdout.write ('h')\n"
    "sys.stdout.flush ()\n"
    "time.sleep (60)\n",
    g_file_peek_path (file), NULL
  };
  g_autoptr (GError) error = NULL;
  GPid process;
  char answer;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &process, NULL, &out, NULL,
                            &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, &answer, 1), ==, 1);
  close (out);

  return process;
}

static void
let_go_of_file (GPid process)
{
  kill (process, SIGKILL);
  waitpid (process, NULL, 0);
  g_spawn_close_pid (process);
}

static gboolean
on_came_round (gpointer data)
{
  (*(guint *) data)++;

  return G_SOURCE_CONTINUE;
}

/* A file that lets itself be waited for, as on a slow drive: the window says so and answers, while it opens it and while it looks at it */
static void
test_slow_file_does_not_stall (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (BarnPlanFile) other = ui_make_file ();
  guint n_rounds = 0;
  guint source;
  GPid process;

  process = hold_file (barn_plan_file_get_file (other));
  barn_window_open (fixture->window, barn_plan_file_get_file (other), FALSE);
  ui_wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (fixture->window->places), "opening") == 0);
  g_assert_true (barn_window_get_file (fixture->window) == fixture->file);
  activate (fixture, "win.cancel-opening");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->places), ==, "plan");
  let_go_of_file (process);

  /* It was not wanted any more: it does not come all the same */
  ui_run_for (300);
  g_assert_true (barn_window_get_file (fixture->window) == fixture->file);

  /* A look waits for the file, and the window goes round many times meanwhile */
  ui_wait_until (fixture->window->looking == NULL);
  process = hold_file (barn_plan_file_get_file (fixture->file));
  ui_wait_until (fixture->window->looking != NULL);
  source = g_timeout_add (1, on_came_round, &n_rounds);
  ui_wait_until (n_rounds >= 20);
  g_assert_nonnull (fixture->window->looking);
  g_source_remove (source);
  let_go_of_file (process);
  ui_wait_until (fixture->window->looking == NULL);
  ui_remove_file (g_steal_pointer (&other));
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
  ui_wait_until (!barn_window_is_opening (second));
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

/* What went wrong stands there until it is put away; what others write comes in all the same */
static void
test_errors_keep_nothing_back (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) other = ui_open_again (fixture->file);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.report-error", "s", "It needs a title.");
  barn_plan_file_add_activity (other, ui_get_plan (other), "From elsewhere", NULL, NULL, &error);
  g_assert_no_error (error);

  ui_wait_until (count_activities (fixture) == 2);
  g_assert_true (barn_notice_is_shown (fixture->window->error_notice));
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

static AdwMessageDialog *
find_question (void)
{
  return (AdwMessageDialog *) find_window (ADW_TYPE_MESSAGE_DIALOG);
}

/* As if a person pressed that button, which closes the question too */
static void
answer_question (const char *answer)
{
  GtkWindow *question = GTK_WINDOW (g_object_ref (find_question ()));

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), answer);
  gtk_window_destroy (question);
  /* It must not outlive the window that asked, which the answer may close */
  g_object_unref (question);
  ui_run_for (20);
}

/* What somebody left without choosing is not lost without a word */
static void
test_closing_asks_of_what_is_undecided (Fixture       *fixture,
                                        gconstpointer  data)
{
  barn_field_registry_keep_undecided (fixture->file, "a place", "Ask the children", "Mine");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_run_for (20);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_nonnull (find_question ());
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_question ()), "Ask the children"));

  answer_question ("cancel");
  g_free (barn_field_registry_take_undecided (fixture->file, "a place"));
}

/* Nor does another file take its place without a word */
static void
test_leaving_asks_of_what_is_undecided (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (BarnPlanFile) other = ui_make_file ();

  barn_field_registry_keep_undecided (fixture->file, "a place", "Ask the children", "Mine");
  barn_window_open (fixture->window, barn_plan_file_get_file (other), FALSE);
  g_assert_true (barn_window_get_file (fixture->window) == fixture->file);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_question ()), "Ask the children"));
  answer_question ("cancel");
  g_assert_true (barn_window_get_file (fixture->window) == fixture->file);

  barn_window_open (fixture->window, barn_plan_file_get_file (other), FALSE);
  answer_question ("answer");
  ui_wait_until (!barn_window_is_opening (fixture->window));
  g_assert_true (g_file_equal (barn_plan_file_get_file (barn_window_get_file (fixture->window)), barn_plan_file_get_file (other)));

  /* Where nothing would be lost nobody is asked */
  barn_window_open (fixture->window, barn_plan_file_get_file (fixture->file), FALSE);
  g_assert_null (find_question ());
  ui_wait_until (!barn_window_is_opening (fixture->window));
  g_assert_true (g_file_equal (barn_plan_file_get_file (barn_window_get_file (fixture->window)),
                               barn_plan_file_get_file (fixture->file)));
  ui_remove_file (g_steal_pointer (&other));
}

/* The dialog finds a name that is free while it stands there, and is told to create before it knows */
static void
test_new_plan_at_a_free_place (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GFile) standard = barn_plan_file_get_default_location ();
  g_autoptr (GFile) folder = g_file_get_parent (standard);
  g_autoptr (GFile) taken = g_file_get_child (folder, "Taken.barnratt");
  g_autoptr (GFile) free_place = g_file_get_child (folder, "Taken 2.barnratt");
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  g_mkdir_with_parents (g_file_peek_path (folder), 0700);
  g_file_set_contents (g_file_peek_path (taken), "Not ours.", -1, &error);
  g_assert_no_error (error);
  g_file_delete (free_place, NULL, NULL);

  activate (fixture, "win.new-plan");
  dialog = find_window (BARN_TYPE_NEW_PLAN_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), "Taken");
  gtk_widget_activate_action (dialog, "dialog.create", NULL);
  ui_wait_until (find_window (BARN_TYPE_NEW_PLAN_DIALOG) == NULL);
  g_assert_true (g_file_equal (barn_plan_file_get_file (barn_window_get_file (fixture->window)), free_place));

  barn_window_open (fixture->window, barn_plan_file_get_file (fixture->file), FALSE);
  ui_wait_until (!barn_window_is_opening (fixture->window));
  g_file_delete (free_place, NULL, NULL);
  g_file_delete (taken, NULL, NULL);
}

static void
test_closing_the_year (Fixture       *fixture,
                       gconstpointer  data)
{
  BarnPlan *plan = ui_get_plan (fixture->file);

  g_assert_false (barn_notice_is_shown (fixture->window->closed_notice));
  activate (fixture, "win.close-year");
  g_assert_cmpuint (barn_plan_get_closed_on (plan), ==, barn_clock_get_today ());
  g_assert_true (barn_notice_is_shown (fixture->window->closed_notice));

  activate (fixture, "win.undo");
  g_assert_cmpuint (barn_plan_get_closed_on (plan), ==, BARN_DAY_NONE);
  g_assert_false (barn_notice_is_shown (fixture->window->closed_notice));

  activate (fixture, "win.redo");
  activate (fixture, "win.close-year");
  g_assert_cmpuint (barn_plan_get_closed_on (plan), ==, BARN_DAY_NONE);
}

/* The backup of the day is chosen in the dialog, and the window shows what it holds */
static void
test_restoring (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;
  GtkWidget *list;

  barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "Second", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_activities (fixture), ==, 2);

  activate (fixture, "win.restore");
  dialog = find_window (BARN_TYPE_RESTORE_DIALOG);
  g_assert_nonnull (dialog);
  list = ui_find (dialog, GTK_TYPE_LIST_BOX, NULL);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_nonnull (find_question ());
  answer_question ("answer");

  /* The day's backup was made before the first activity */
  ui_wait_until (count_activities (fixture) == 0);
  ui_wait_until (find_window (BARN_TYPE_RESTORE_DIALOG) == NULL);
}

/* GTK's own keys for texts and lists are known from every other program */
static gboolean
is_ours (GtkShortcut *shortcut)
{
  static const char *const gtk_groups[] = { "clipboard.", "selection.", "text.", "default.", "menu.", "list.", "listitem.", "misc.", "window.minimize" };
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
  const char *name;

  if (!GTK_IS_NAMED_ACTION (action))
    return FALSE;

  name = gtk_named_action_get_action_name (GTK_NAMED_ACTION (action));
  for (gsize i = 0; i < G_N_ELEMENTS (gtk_groups); i++)
    if (g_str_has_prefix (name, gtk_groups[i]))
      return FALSE;

  return TRUE;
}

/* Whether the list of keys tells of it: "Ctrl+Z" by itself, a digit in a range such as "1–5" */
static gboolean
is_listed (GtkWidget  *list,
           const char *key)
{
  if (ui_find (list, GTK_TYPE_LABEL, key) != NULL)
    return TRUE;
  if (strlen (key) != 1 || !g_ascii_isdigit (*key))
    return FALSE;

  return ui_find (list, GTK_TYPE_LABEL, *key <= '5' ? "1–5" : "1–9") != NULL;
}

static void
assert_trigger_is_listed (GtkWidget          *list,
                          GtkShortcutTrigger *trigger)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      assert_trigger_is_listed (list, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)));
      assert_trigger_is_listed (list, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)));
    }
  else if (GTK_IS_KEYVAL_TRIGGER (trigger))
    {
      guint key = gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger));
      g_autofree char *label = gtk_accelerator_get_label (key, gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));

      /* The same keys of the pad at the right are not told of twice */
      if (!g_str_has_prefix (gdk_keyval_name (key), "KP_") && !is_listed (list, label))
        {
          g_test_message ("%s is not in the list of keys", label);
          g_test_fail ();
        }
    }
}

static guint
assert_keys_are_listed (GtkWidget *list,
                        GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (!is_ours (shortcut))
            continue;
          assert_trigger_is_listed (list, gtk_shortcut_get_trigger (shortcut));
          n++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += assert_keys_are_listed (list, child);

  return n;
}

/* Every key of the window and of its pages stands in the list of keys */
static void
test_keys_are_listed (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const pages[] = { "overview", "shifts", "activities", "long-term", "follow-up", "barnbokslut", "import" };
  GtkWidget *list = barn_shortcuts_new (GTK_WINDOW (fixture->window));
  guint n;

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", pages[i]);
  ui_run_for (20);

  n = assert_keys_are_listed (list, GTK_WIDGET (fixture->window));
  g_assert_cmpuint (n, >=, 25);
  g_assert_nonnull (ui_find (list, GTK_TYPE_LABEL, "Ctrl+Q"));

  gtk_window_destroy (GTK_WINDOW (list));
}

static void
test_keys_are_found (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *list = barn_shortcuts_new (GTK_WINDOW (fixture->window));
  GtkWidget *search = ui_find (list, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *undo = gtk_widget_get_ancestor (ui_find (list, GTK_TYPE_LABEL, "Ctrl+Z"), ADW_TYPE_ACTION_ROW);
  GtkWidget *quit = gtk_widget_get_ancestor (ui_find (list, GTK_TYPE_LABEL, "Ctrl+Q"), ADW_TYPE_ACTION_ROW);
  GtkWidget *nothing = ui_find (list, GTK_TYPE_LABEL, "No key fits");

  gtk_editable_set_text (GTK_EDITABLE (search), "undo");
  ui_wait_until (!gtk_widget_get_visible (quit));
  g_assert_true (gtk_widget_get_visible (undo));
  g_assert_false (gtk_widget_get_visible (nothing));

  gtk_editable_set_text (GTK_EDITABLE (search), "ctrl+q");
  ui_wait_until (!gtk_widget_get_visible (undo));
  g_assert_true (gtk_widget_get_visible (quit));

  gtk_editable_set_text (GTK_EDITABLE (search), "no such key");
  ui_wait_until (gtk_widget_get_visible (nothing));

  gtk_window_destroy (GTK_WINDOW (list));
}

/* The welcome page offers the files that are there, whenever the answer comes */
static void
test_recent_files (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *there = g_file_get_uri (barn_plan_file_get_file (fixture->file));
  const char *uris[] = { "file:///nowhere/at/all.barnratt", there, NULL };
  GtkListBox *list;

  activate (fixture, "win.show-welcome");
  barn_welcome_page_set_recent (fixture->window->welcome, uris);
  list = GTK_LIST_BOX (ui_find (GTK_WIDGET (fixture->window->welcome), GTK_TYPE_LIST_BOX, NULL));
  ui_wait_until (gtk_widget_get_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1))));
  ui_run_for (50);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))));
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
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  ADD ("opens-on-the-year", test_opens_on_the_year);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("new-year-through-undo-and-redo", test_new_year_through_undo_and_redo);
  ADD ("next-year", test_next_year);
  ADD ("undo-takes-typed-text-first", test_undo_takes_typed_text_first);
  ADD ("pages", test_pages);
  ADD ("other-program-is-noticed", test_other_program_is_noticed);
  ADD ("read-only", test_read_only);
  ADD ("view-changes-nothing", test_view_changes_nothing);
  ADD ("view-is-remembered", test_view_is_remembered);
  ADD ("view-from-the-command-line", test_view_from_the_command_line);
  ADD ("reminders", test_reminders);
  ADD ("trouble-leaves-the-file-alone", test_trouble_leaves_the_file_alone);
  ADD ("slow-file-does-not-stall", test_slow_file_does_not_stall);
  ADD ("remembers", test_remembers);
  ADD ("errors-are-said-in-the-window", test_errors_are_said_in_the_window);
  ADD ("errors-keep-nothing-back", test_errors_keep_nothing_back);
  ADD ("midnight", test_midnight);
  ADD ("closing-asks-of-what-is-undecided", test_closing_asks_of_what_is_undecided);
  ADD ("leaving-asks-of-what-is-undecided", test_leaving_asks_of_what_is_undecided);
  ADD ("new-plan-at-a-free-place", test_new_plan_at_a_free_place);
  ADD ("closing-the-year", test_closing_the_year);
  ADD ("restoring", test_restoring);
  ADD ("keys-are-listed", test_keys_are_listed);
  ADD ("keys-are-found", test_keys_are_found);
  ADD ("recent-files", test_recent_files);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
