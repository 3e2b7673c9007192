/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-field-binding"

#include "config.h"

#include "barn-field-bar.h"
#include "barn-field-binding.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile     *file;
  BarnActivity     *activity;
  GtkWidget        *window;
  GtkWidget        *box;
  GtkWidget        *entry;
  GtkWidget        *other;     /* takes the focus from the entry */
  BarnFieldBinding *binding;
  guint             n_changes;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = ui_make_file ();
  fixture->activity = ui_get_activity (fixture->file, 0);
  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->entry = gtk_entry_new ();
  fixture->other = gtk_button_new_with_label ("Other");
  gtk_box_append (GTK_BOX (fixture->box), fixture->entry);
  gtk_box_append (GTK_BOX (fixture->box), fixture->other);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_present (GTK_WINDOW (fixture->window));

  fixture->binding = barn_field_binding_new_editable (GTK_EDITABLE (fixture->entry));
  barn_field_binding_set_item (fixture->binding, fixture->file, BARN_ITEM (fixture->activity), "title");
  g_signal_connect_swapped (fixture->file, "changed", G_CALLBACK (on_changed), fixture);
  gtk_widget_grab_focus (fixture->entry);
  ui_run_for (20);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->file, fixture);
  if (fixture->binding != NULL)
    g_assert_finalize_object (fixture->binding);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_remove_file (fixture->file);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  /* As a key does it: what a program puts there, younger GTK does not undo */
  gtk_editable_set_position (GTK_EDITABLE (fixture->entry), -1);
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (fixture->entry)), "insert-at-cursor", text);
}

static const char *
get_text (Fixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (fixture->entry));
}

static void
write_elsewhere (Fixture    *fixture,
                 const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) other = ui_open_again (fixture->file);

  barn_plan_file_set_text (other, BARN_ITEM (ui_get_activity (other, 0)), "title", NULL, title, NULL, &error);
  g_assert_no_error (error);
}

static void
test_saves_after_a_pause (Fixture       *fixture,
                          gconstpointer  data)
{
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children");

  type (fixture, " first");
  g_assert_true (barn_field_binding_is_dirty (fixture->binding));
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  ui_wait_until (fixture->n_changes == 1);
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children first");
  g_assert_false (barn_field_binding_is_dirty (fixture->binding));
}

static void
test_saves_on_focus_out (Fixture       *fixture,
                         gconstpointer  data)
{
  type (fixture, "  ");
  gtk_widget_grab_focus (fixture->other);

  /* The space after a title is not stored, so nothing is, and the field says what is stored */
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children");

  gtk_widget_grab_focus (fixture->entry);
  type (fixture, " now");
  gtk_widget_grab_focus (fixture->other);
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children now");
}

static void
test_saves_on_enter_and_unmap (Fixture       *fixture,
                               gconstpointer  data)
{
  type (fixture, " a");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (fixture->entry)), "activate");
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children a");

  type (fixture, "b");
  gtk_widget_hide (fixture->window);
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children ab");
}

static void
test_saves_when_something_else_is_shown (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  BarnActivity *second = barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "Second", NULL, NULL, &error);

  g_assert_no_error (error);
  type (fixture, " x");
  barn_field_binding_set_item (fixture->binding, fixture->file, BARN_ITEM (second), "title");
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children x");
  g_assert_cmpstr (get_text (fixture), ==, "Second");

  barn_field_binding_set_item (fixture->binding, NULL, NULL, NULL);
  g_assert_cmpstr (get_text (fixture), ==, "");
  g_assert_false (gtk_widget_get_sensitive (fixture->entry));
  g_assert_cmpstr (barn_activity_get_title (second), ==, "Second");
}

static void
test_saves_when_let_go (Fixture       *fixture,
                        gconstpointer  data)
{
  type (fixture, " y");
  g_assert_finalize_object (fixture->binding);
  fixture->binding = NULL;
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children y");
}

static void
test_saves_all_of_a_file (Fixture       *fixture,
                          gconstpointer  data)
{
  type (fixture, " z");
  g_assert_true (barn_field_binding_save_all (fixture->file));
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children z");
}

static void
test_one_undo_for_one_burst (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  type (fixture, " one");
  ui_wait_until (fixture->n_changes == 1);
  type (fixture, " two");
  ui_wait_until (fixture->n_changes == 2);

  barn_plan_file_undo (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children");
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children");

  barn_plan_file_redo (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children one two");
}

/* What is saved is undone by the plan file: GTK's own undo must leave the key to it */
static void
test_text_undo_ends_where_it_is_saved (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (fixture->entry)));

  type (fixture, " one");
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children");

  type (fixture, " two");
  g_assert_true (barn_field_binding_save (fixture->binding));
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children two");
}

static void
test_empty_title_is_not_stored (Fixture       *fixture,
                                gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "");
  ui_run_for (1000);
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children");
  g_assert_cmpstr (get_text (fixture), ==, "");
  g_assert_true (gtk_widget_has_css_class (fixture->entry, "error"));

  /* There is no window with a place for the sentence here */
  g_test_expect_message ("barn-ui", G_LOG_LEVEL_WARNING, "*");
  gtk_widget_grab_focus (fixture->other);
  g_test_assert_expected_messages ();
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children");
  g_assert_false (gtk_widget_has_css_class (fixture->entry, "error"));
}

static void
test_escape_brings_back (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (fixture->entry)));

  type (fixture, " one");
  ui_wait_until (fixture->n_changes == 1);
  type (fixture, " two");
  g_assert_true (ui_press (text, GDK_KEY_Escape));
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children");
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children");

  /* The next one is for whoever else wants it */
  g_assert_false (ui_press (text, GDK_KEY_Escape));
}

static void
test_outside_change_shows (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  write_elsewhere (fixture, "Theirs");
  barn_plan_file_refresh (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (fixture), ==, "Theirs");
  g_assert_null (ui_find (fixture->box, BARN_TYPE_FIELD_BAR, NULL));
}

static void
make_conflict (Fixture *fixture)
{
  GtkWidget *bar;

  write_elsewhere (fixture, "Theirs");
  type (fixture, " mine");
  g_assert_false (barn_field_binding_save (fixture->binding));

  bar = ui_find (fixture->box, BARN_TYPE_FIELD_BAR, NULL);
  g_assert_nonnull (bar);
  g_assert_nonnull (strstr (barn_field_bar_get_sentence (BARN_FIELD_BAR (bar)), "Theirs"));
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children mine");
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Theirs");
}

static void
test_conflict_keep_mine (Fixture       *fixture,
                         gconstpointer  data)
{
  make_conflict (fixture);
  g_signal_emit_by_name (ui_find (fixture->box, GTK_TYPE_BUTTON, "Keep Mine"), "clicked");
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children mine");
  g_assert_null (ui_find (fixture->box, BARN_TYPE_FIELD_BAR, NULL));
}

/* Nothing typed is lost: who leaves a conflict undecided finds both texts again */
static void
test_conflict_left_undecided (Fixture       *fixture,
                              gconstpointer  data)
{
  make_conflict (fixture);
  barn_field_binding_set_item (fixture->binding, NULL, NULL, NULL);
  g_assert_cmpstr (get_text (fixture), ==, "");
  g_assert_null (ui_find (fixture->box, BARN_TYPE_FIELD_BAR, NULL));
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Theirs");

  barn_field_binding_set_item (fixture->binding, fixture->file, BARN_ITEM (fixture->activity), "title");
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children mine");
  g_signal_emit_by_name (ui_find (fixture->box, GTK_TYPE_BUTTON, "Keep Mine"), "clicked");
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Ask the children mine");

  barn_field_binding_set_item (fixture->binding, NULL, NULL, NULL);
  barn_field_binding_set_item (fixture->binding, fixture->file, BARN_ITEM (fixture->activity), "title");
  g_assert_null (ui_find (fixture->box, BARN_TYPE_FIELD_BAR, NULL));
}

static char *
load_name (gpointer user_data)
{
  return g_strdup (barn_organisation_get_name (barn_model_get_organisation (barn_plan_file_get_model (user_data))));
}

static gboolean
save_name (const char  *before,
           const char  *text,
           const char  *run,
           gpointer     user_data,
           GError     **error)
{
  BarnItem *organisation = BARN_ITEM (barn_model_get_organisation (barn_plan_file_get_model (user_data)));

  return barn_plan_file_set_text (user_data, organisation, "name", before, text, run, error);
}

/* A text that is no field of an item is found again too, and the window can tell that there is one */
static void
test_custom_left_undecided (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (BarnPlanFile) other = ui_open_again (fixture->file);
  g_autoptr (GError) error = NULL;

  barn_field_binding_set_custom (fixture->binding, fixture->file, "name", load_name, save_name, fixture->file, NULL);
  type (fixture, " mine");
  barn_plan_file_set_text (other, BARN_ITEM (barn_model_get_organisation (barn_plan_file_get_model (other))), "name", NULL,
                           "Theirs", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (barn_field_binding_save (fixture->binding));
  g_assert_null (barn_field_binding_get_undecided (fixture->file));

  barn_field_binding_set_item (fixture->binding, fixture->file, BARN_ITEM (fixture->activity), "title");
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children");
  g_assert_cmpstr (barn_field_binding_get_undecided (fixture->file), ==, "");

  barn_field_binding_set_custom (fixture->binding, fixture->file, "name", load_name, save_name, fixture->file, NULL);
  g_assert_true (g_str_has_suffix (get_text (fixture), " mine"));
  g_assert_nonnull (ui_find (fixture->box, GTK_TYPE_BUTTON, "Keep Mine"));
  g_assert_null (barn_field_binding_get_undecided (fixture->file));
}

/* What was added and not touched goes with Escape; what was written in it keeps it */
static void
test_escape_takes_back_what_was_added (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  BarnActivity *added = barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "New activity", NULL, NULL, &error);
  GListModel *activities = barn_plan_get_activities (ui_get_plan (fixture->file));
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (fixture->entry)));

  g_assert_no_error (error);
  barn_field_binding_set_item (fixture->binding, fixture->file, BARN_ITEM (added), "title");
  barn_field_binding_set_added (fixture->binding);
  type (fixture, "x");
  g_assert_true (ui_press (text, GDK_KEY_Escape));
  g_assert_cmpuint (g_list_model_get_n_items (activities), ==, 1);
  barn_field_binding_set_item (fixture->binding, NULL, NULL, NULL);

  added = barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), "New activity", NULL, NULL, &error);
  g_assert_no_error (error);
  barn_field_binding_set_item (fixture->binding, fixture->file, BARN_ITEM (added), "title");
  barn_field_binding_set_added (fixture->binding);
  type (fixture, " of ours");
  g_assert_true (barn_field_binding_save (fixture->binding));
  g_assert_true (ui_press (text, GDK_KEY_Escape));
  g_assert_cmpuint (g_list_model_get_n_items (activities), ==, 2);
  g_assert_cmpstr (barn_activity_get_title (added), ==, "New activity");
}

static void
test_conflict_take_theirs (Fixture       *fixture,
                           gconstpointer  data)
{
  make_conflict (fixture);
  g_signal_emit_by_name (ui_find (fixture->box, GTK_TYPE_BUTTON, "Take Theirs"), "clicked");
  g_assert_cmpstr (get_text (fixture), ==, "Theirs");
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Theirs");
  g_assert_false (barn_field_binding_is_dirty (fixture->binding));
  g_assert_null (ui_find (fixture->box, BARN_TYPE_FIELD_BAR, NULL));
}

static void
test_conflict_seen_before_saving (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  type (fixture, " mine");
  write_elsewhere (fixture, "Theirs");
  barn_plan_file_refresh (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ui_find (fixture->box, BARN_TYPE_FIELD_BAR, NULL));
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children mine");

  /* Waiting decides nothing */
  ui_run_for (1000);
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Theirs");
  g_signal_emit_by_name (ui_find (fixture->box, GTK_TYPE_BUTTON, "Take Theirs"), "clicked");
}

static void
test_personal_id_is_warned_of (Fixture       *fixture,
                               gconstpointer  data)
{
  type (fixture, " 19121212-1212");
  g_assert_nonnull (ui_find (fixture->box, BARN_TYPE_FIELD_BAR, NULL));

  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "Ask the children");
  g_assert_null (ui_find (fixture->box, BARN_TYPE_FIELD_BAR, NULL));
}

static char *
load_note (gpointer user_data)
{
  return g_strdup (((GString *) user_data)->str);
}

static gboolean
save_note (const char  *before,
           const char  *text,
           const char  *run,
           gpointer     user_data,
           GError     **error)
{
  GString *note = user_data;

  g_assert_cmpstr (before, ==, note->str);
  g_assert_nonnull (run);
  g_string_assign (note, text);
  return TRUE;
}

static void
test_text_view (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr (GString) note = g_string_new ("One");
  BarnFieldBinding *binding;

  gtk_box_append (GTK_BOX (fixture->box), view);
  binding = barn_field_binding_new_buffer (GTK_TEXT_VIEW (view));
  barn_field_binding_set_custom (binding, fixture->file, "note", load_note, save_note, note, NULL);
  g_assert_false (barn_field_binding_is_dirty (binding));

  gtk_text_buffer_insert_at_cursor (buffer, "Two\n", -1);
  g_assert_true (barn_field_binding_is_dirty (binding));
  ui_wait_until (g_str_equal (note->str, "Two\nOne") || g_str_equal (note->str, "OneTwo\n"));
  g_assert_false (barn_field_binding_is_dirty (binding));
  g_assert_finalize_object (binding);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) reader = barn_plan_file_open (barn_plan_file_get_file (fixture->file), TRUE, &error);

  g_assert_no_error (error);
  barn_field_binding_set_item (fixture->binding, reader, BARN_ITEM (ui_get_activity (reader, 0)), "title");
  g_assert_cmpstr (get_text (fixture), ==, "Ask the children");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (fixture->entry)));
  barn_field_binding_set_item (fixture->binding, NULL, NULL, NULL);
}

#define ADD(name, func) g_test_add ("/field-binding/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("saves-after-a-pause", test_saves_after_a_pause);
  ADD ("saves-on-focus-out", test_saves_on_focus_out);
  ADD ("saves-on-enter-and-unmap", test_saves_on_enter_and_unmap);
  ADD ("saves-when-something-else-is-shown", test_saves_when_something_else_is_shown);
  ADD ("saves-when-let-go", test_saves_when_let_go);
  ADD ("saves-all-of-a-file", test_saves_all_of_a_file);
  ADD ("one-undo-for-one-burst", test_one_undo_for_one_burst);
  ADD ("text-undo-ends-where-it-is-saved", test_text_undo_ends_where_it_is_saved);
  ADD ("empty-title-is-not-stored", test_empty_title_is_not_stored);
  ADD ("escape-brings-back", test_escape_brings_back);
  ADD ("outside-change-shows", test_outside_change_shows);
  ADD ("conflict-keep-mine", test_conflict_keep_mine);
  ADD ("conflict-left-undecided", test_conflict_left_undecided);
  ADD ("custom-left-undecided", test_custom_left_undecided);
  ADD ("escape-takes-back-what-was-added", test_escape_takes_back_what_was_added);
  ADD ("conflict-take-theirs", test_conflict_take_theirs);
  ADD ("conflict-seen-before-saving", test_conflict_seen_before_saving);
  ADD ("personal-id-is-warned-of", test_personal_id_is_warned_of);
  ADD ("text-view", test_text_view);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
