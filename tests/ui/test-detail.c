/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-detail"

#include "config.h"

#include <math.h>

#include "barn-activity-course.h"
#include "barn-activity-detail.h"
#include "barn-date-entry.h"
#include "barn-detail-pane.h"
#include "barn-field-binding.h"
#include "barn-follow-up-editor.h"
#include "barn-follow-up-row.h"
#include "barn-history-list.h"
#include "barn-indicator-curve.h"
#include "barn-indicator-list.h"
#include "barn-indicator-row.h"
#include "barn-item-page.h"
#include "barn-plan-file-year.h"
#include "barn-set-editor.h"
#include "barn-shifts-page.h"
#include "barn-status-toggles.h"
#include "barn-wrap-layout.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile   *file;
  BarnPlan       *plan;
  BarnActivity   *activity;
  GtkWindow      *window;
  BarnDetailPane *pane;
  GtkWidget      *editor;
  GtkTextView    *comment;
  GtkTextView    *effect;
} Fixture;

static void
find_texts (GtkWidget   *widget,
            GPtrArray   *found)
{
  if (GTK_IS_TEXT_VIEW (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_texts (child, found);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  fixture->file = ui_make_file ();
  fixture->plan = ui_get_plan (fixture->file);
  fixture->activity = ui_get_activity (fixture->file, 0);
  fixture->pane = g_object_new (BARN_TYPE_DETAIL_PANE, NULL);
  g_object_ref_sink (fixture->pane);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 420, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->pane));
  gtk_window_present (fixture->window);
  barn_detail_pane_set_item (fixture->pane, fixture->file, fixture->plan, BARN_ITEM (fixture->activity));
  ui_run_for (50);

  fixture->editor = ui_find (GTK_WIDGET (fixture->pane), BARN_TYPE_FOLLOW_UP_EDITOR, NULL);
  find_texts (fixture->editor, texts);
  g_assert_cmpuint (texts->len, ==, 2);
  fixture->comment = g_ptr_array_index (texts, 0);
  fixture->effect = g_ptr_array_index (texts, 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  ui_run_for (20);
  g_assert_finalize_object (fixture->pane);
  ui_remove_file (fixture->file);
}

static void
type (GtkTextView *view,
      const char  *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static guint
count_follow_ups (Fixture *fixture)
{
  return g_list_model_get_n_items (barn_activity_get_follow_ups (fixture->activity));
}

static BarnFollowUp *
get_last (Fixture *fixture)
{
  return barn_activity_get_last_follow_up (fixture->activity, barn_clock_get_today ());
}

static gboolean
is_empty (GtkTextView *view)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) == 0;
}

/* What is typed is saved by itself, into one follow-up, and one undo takes the whole sitting away */
static void
test_sitting (Fixture       *fixture,
              gconstpointer  data)
{
  BarnFollowUpEditor *editor = BARN_FOLLOW_UP_EDITOR (fixture->editor);

  type (fixture->comment, "We asked");
  ui_wait_until (count_follow_ups (fixture) == 1);
  type (fixture->comment, " twelve children");
  type (fixture->effect, "They were heard");
  g_assert_true (barn_field_binding_save_all (fixture->file));
  g_assert_cmpuint (count_follow_ups (fixture), ==, 1);
  g_assert_cmpstr (barn_follow_up_get_comment (get_last (fixture)), ==, "We asked twelve children");
  g_assert_cmpstr (barn_follow_up_get_effect (get_last (fixture)), ==, "They were heard");
  g_assert_true (barn_follow_up_editor_get_current (editor) == get_last (fixture));

  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  ui_run_for (20);
  g_assert_cmpuint (count_follow_ups (fixture), ==, 0);
  g_assert_null (barn_follow_up_editor_get_current (editor));
  g_assert_true (is_empty (fixture->comment));
  g_assert_true (is_empty (fixture->effect));

  g_assert_true (barn_plan_file_redo (fixture->file, NULL, NULL));
  g_assert_cmpstr (barn_follow_up_get_comment (get_last (fixture)), ==, "We asked twelve children");
}

/* Saving ends the sitting: the form is empty, and the follow-up stands in the list below */
static void
test_finish (Fixture       *fixture,
             gconstpointer  data)
{
  type (fixture->comment, "We asked");
  g_assert_true (barn_field_binding_save_all (fixture->file));
  g_assert_null (ui_find (GTK_WIDGET (fixture->pane), BARN_TYPE_FOLLOW_UP_ROW, NULL));

  gtk_widget_activate_action (fixture->editor, "follow-up.save", NULL);
  g_assert_true (is_empty (fixture->comment));
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->pane), BARN_TYPE_FOLLOW_UP_ROW, NULL));

  type (fixture->comment, "And again");
  gtk_widget_activate_action (fixture->editor, "follow-up.save", NULL);
  g_assert_cmpuint (count_follow_ups (fixture), ==, 2);
}

static void
test_status (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *done = ui_find (fixture->editor, GTK_TYPE_LABEL, "Done");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (done, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  g_assert_cmpuint (count_follow_ups (fixture), ==, 1);
  g_assert_cmpint (barn_activity_get_status (fixture->activity, barn_clock_get_today ()), ==, BARN_STATUS_DONE);

  /* What is written beside it goes into the same */
  type (fixture->comment, "All is done");
  g_assert_true (barn_field_binding_save_all (fixture->file));
  g_assert_cmpuint (count_follow_ups (fixture), ==, 1);
  g_assert_cmpstr (barn_follow_up_get_comment (get_last (fixture)), ==, "All is done");
}

/* What was typed about one activity is kept when another is shown */
static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  BarnActivity *other = barn_plan_file_add_activity (fixture->file, fixture->plan, "Another", NULL, NULL, &error);

  g_assert_no_error (error);
  type (fixture->comment, "Half a sent");
  barn_detail_pane_set_item (fixture->pane, fixture->file, fixture->plan, BARN_ITEM (other));
  g_assert_cmpuint (count_follow_ups (fixture), ==, 1);
  g_assert_cmpstr (barn_follow_up_get_comment (get_last (fixture)), ==, "Half a sent");
  g_assert_true (is_empty (fixture->comment));
  g_assert_cmpuint (g_list_model_get_n_items (barn_activity_get_follow_ups (other)), ==, 0);
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->activity), "title", NULL, "Ask the youth", NULL, &error);
  g_assert_no_error (error);
  lines = barn_plan_file_list_history (fixture->file, BARN_ITEM (fixture->activity), 10, &error);
  g_assert_no_error (error);
  words = barn_history_dup_words (g_ptr_array_index (lines, 0), barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (words, ==, "Title: Ask the children → Ask the youth");

  /* A profile, which may hold a picture, is not read out */
  barn_plan_file_set_text (fixture->file, BARN_ITEM (barn_model_get_organisation (barn_plan_file_get_model (fixture->file))), "profile",
                           NULL, "[brand]\nlogo=UE5H\n", NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lines, g_ptr_array_unref);
  g_clear_pointer (&words, g_free);
  lines = barn_plan_file_list_history (fixture->file, BARN_ITEM (barn_model_get_organisation (barn_plan_file_get_model (fixture->file))), 10, &error);
  g_assert_no_error (error);
  words = barn_history_dup_words (g_ptr_array_index (lines, 0), barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (words, ==, "The wording of documents was changed");
  g_assert_cmpstr (barn_organisation_get_profile (barn_model_get_organisation (barn_plan_file_get_model (fixture->file))), ==, "[brand]\nlogo=UE5H\n");
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

static BarnDateEntry *
find_due (Fixture *fixture)
{
  GtkWidget *label = ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "Due");

  return BARN_DATE_ENTRY (gtk_widget_get_next_sibling (label));
}

static void
press_enter (GtkWidget *entry)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "activate");
  ui_run_for (20);
}

static void
type_due (Fixture    *fixture,
          const char *day)
{
  GtkWidget *text = ui_find (GTK_WIDGET (find_due (fixture)), GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (text), day);
  press_enter (text);
}

/* A later due date asks why: Escape leaves the date as it was, Enter without a reason does nothing, with one it moves */
static void
test_delay (Fixture       *fixture,
            gconstpointer  data)
{
  GListModel *delays = barn_item_get_children (BARN_ITEM (fixture->activity), BARN_KIND_DELAY);
  BarnDay first = barn_day_new (2026, 6, 30);
  GtkWidget *dialog;
  GtkWidget *reason;

  type_due (fixture, "30/6");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (barn_activity_get_due_on (fixture->activity), ==, first);

  type_due (fixture, "15/9");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpuint (barn_activity_get_due_on (fixture->activity), ==, first);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait_until (find_dialog () == NULL);
  ui_wait_until (barn_date_entry_get_day (find_due (fixture)) == first);
  g_assert_cmpuint (g_list_model_get_n_items (delays), ==, 0);

  type_due (fixture, "15/9");
  reason = ui_find (find_dialog (), GTK_TYPE_ENTRY, NULL);
  press_enter (reason);
  g_assert_cmpuint (barn_activity_get_due_on (fixture->activity), ==, first);
  gtk_editable_set_text (GTK_EDITABLE (reason), "Two are ill");
  press_enter (reason);
  ui_wait_until (barn_activity_get_due_on (fixture->activity) == barn_day_new (2026, 9, 15));
  g_assert_cmpuint (g_list_model_get_n_items (delays), ==, 1);
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "First due 30 June."));
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "Moved from 30 June to 15 September: Two are ill"));
  ui_wait_until (find_dialog () == NULL);

  /* Earlier is no delay */
  type_due (fixture, "1/9");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (barn_activity_get_due_on (fixture->activity), ==, barn_day_new (2026, 9, 1));
}

/* The days that do not go together are kept, and what is wrong is said beneath until one of them is mended */
static void
test_date_fault (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *label = ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "Start");
  GtkWidget *start = ui_find (gtk_widget_get_next_sibling (label), GTK_TYPE_ENTRY, NULL);
  GtkWidget *fault;

  type_due (fixture, "30/6");
  gtk_editable_set_text (GTK_EDITABLE (start), "v 36");
  press_enter (start);
  g_assert_cmpuint (barn_activity_get_start_on (fixture->activity), ==, barn_day_new (2026, 9, 4));
  g_assert_cmpuint (barn_activity_get_due_on (fixture->activity), ==, barn_day_new (2026, 6, 30));
  fault = ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "It is due before it starts.");
  g_assert_true (fault != NULL && gtk_widget_get_mapped (fault));

  gtk_editable_set_text (GTK_EDITABLE (start), "1 juni");
  press_enter (start);
  g_assert_false (gtk_widget_get_visible (fault));
  type_due (fixture, "2025-12-31");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fault)), ==, "It is due before it starts.");
  gtk_editable_set_text (GTK_EDITABLE (start), "");
  press_enter (start);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fault)), ==, "It is due before the year of the plan begins.");
  g_assert_true (gtk_widget_get_visible (fault));
}

static void
test_raised (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *course = ui_find (GTK_WIDGET (fixture->pane), BARN_TYPE_ACTIVITY_COURSE, NULL);
  GtkWidget *label = ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "Needs to be raised");
  GtkWidget *raised = gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON);

  g_assert_false (gtk_widget_get_visible (course));
  gtk_widget_activate (raised);
  g_assert_true (barn_activity_get_raised (fixture->activity));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_false (barn_activity_get_raised (fixture->activity));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (raised)));
}

/* The years of an activity are one line, and each leads to its year */
static void
test_years (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (BarnActivity) next = NULL;
  g_autoptr (GError) error = NULL;
  BarnPlan *plan = barn_plan_file_make_next_year (fixture->file, fixture->plan, choices, FALSE, &error);

  g_assert_no_error (error);
  next = g_list_model_get_item (barn_plan_get_activities (plan), 0);
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "2026 Not started"));
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "2027 Not started"));
  barn_detail_pane_set_item (fixture->pane, fixture->file, plan, BARN_ITEM (next));
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "2026 Not started"));
  g_assert_null (ui_find (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "2027 Not started"));
}

/* The entry under a caption */
static GtkWidget *
find_entry (GtkWidget  *widget,
            const char *caption)
{
  return gtk_widget_get_next_sibling (ui_find (widget, GTK_TYPE_LABEL, caption));
}

static void
type_entry (GtkWidget  *widget,
            const char *caption,
            const char *text)
{
  GtkWidget *entry = find_entry (widget, caption);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  press_enter (entry);
}

/* A ready indicator, its values typed with Enter, what is no number said at the field, and all of it deleted with one undo */
static void
test_indicators (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *list = ui_find (GTK_WIDGET (fixture->pane), BARN_TYPE_INDICATOR_LIST, NULL);
  GListModel *indicators = barn_plan_get_indicators (fixture->plan);
  g_autoptr (BarnIndicator) indicator = NULL;
  guint n_choices;
  GListModel *values;
  GtkWidget *row;
  GtkWidget *curve;
  GtkWidget *day;

  gtk_widget_activate_action (list, "indicators.add-choice", "s", barn_indicator_choices_get (&n_choices)[0].id);
  g_assert_cmpuint (g_list_model_get_n_items (indicators), ==, 1);
  indicator = g_list_model_get_item (indicators, 0);
  values = barn_indicator_get_values (indicator);
  row = ui_find (list, BARN_TYPE_INDICATOR_ROW, NULL);
  g_assert_true (barn_indicator_row_get_indicator (BARN_INDICATOR_ROW (row)) == indicator);
  curve = ui_find (row, BARN_TYPE_INDICATOR_CURVE, NULL);
  gtk_expander_set_expanded (GTK_EXPANDER (ui_find (row, GTK_TYPE_EXPANDER, NULL)), TRUE);
  ui_run_for (50);

  type_entry (row, "New value", "many");
  g_assert_nonnull (ui_find (row, GTK_TYPE_LABEL, "This is no number. Write it as 12 or 12.5."));
  g_assert_cmpuint (g_list_model_get_n_items (values), ==, 0);
  type_entry (row, "New value", "14");
  g_assert_cmpuint (g_list_model_get_n_items (values), ==, 1);
  g_assert_false (gtk_widget_get_visible (curve));

  day = ui_find (find_entry (row, "Day of the value"), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (day), "2026-01-15");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (row, "Comment on the value")), "The first month");
  type_entry (row, "New value", "3");
  g_assert_cmpuint (g_list_model_get_n_items (values), ==, 2);
  g_assert_true (gtk_widget_get_visible (curve));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_prev_sibling (curve))), "Latest: 14"));

  type_entry (row, "Target", "20");
  g_assert_cmpfloat (barn_indicator_get_target (indicator), ==, 20);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_true (isnan (barn_indicator_get_target (indicator)));

  g_signal_emit_by_name (ui_find (row, GTK_TYPE_BUTTON, "_Delete the Indicator"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (indicators), ==, 0);
  g_assert_null (ui_find (list, BARN_TYPE_INDICATOR_ROW, NULL));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (indicators), ==, 1);
  g_assert_nonnull (ui_find (list, BARN_TYPE_INDICATOR_ROW, NULL));
}

static void
test_set_editor (Fixture       *fixture,
                 gconstpointer  data)
{
  BarnModel *model = barn_plan_file_get_model (fixture->file);
  g_autoptr (BarnItem) role = g_list_model_get_item (barn_model_get_roles (model), 2);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) articles = barn_set_kind_list (BARN_SET_ARTICLES, model, fixture->plan);
  GtkWidget *editor = ui_find (GTK_WIDGET (fixture->pane), BARN_TYPE_SET_EDITOR, NULL);

  g_assert_null (ui_find (editor, GTK_TYPE_LABEL, barn_item_get_title (role)));
  g_ptr_array_add (one, fixture->activity);
  g_assert_true (barn_plan_file_set_member (fixture->file, one, "roles", barn_item_get_id (role), TRUE, NULL));
  g_assert_nonnull (ui_find (editor, GTK_TYPE_LABEL, barn_item_get_title (role)));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_null (ui_find (editor, GTK_TYPE_LABEL, barn_item_get_title (role)));

  g_assert_cmpuint (articles->len, ==, 54);
  g_assert_cmpstr (((BarnSetOption *) g_ptr_array_index (articles, 3))->id, ==, "12");
}

static void
on_edited (BarnDateEntry *entry,
           guint         *n_edited)
{
  (*n_edited)++;
}

static void
test_date_entry (void)
{
  g_autoptr (GtkWidget) entry = g_object_ref_sink (barn_date_entry_new ("Due"));
  BarnDateEntry *date = BARN_DATE_ENTRY (entry);
  GtkEditable *text = GTK_EDITABLE (ui_find (entry, GTK_TYPE_ENTRY, NULL));
  guint n_edited = 0;

  g_signal_connect (entry, "edited", G_CALLBACK (on_edited), &n_edited);
  barn_date_entry_set_day (date, barn_day_new (2026, 5, 1));
  g_assert_cmpuint (n_edited, ==, 0);

  gtk_editable_set_text (text, "30/6");
  g_assert_true (barn_date_entry_commit (date));
  g_assert_cmpuint (barn_date_entry_get_day (date), ==, barn_day_new (2026, 6, 30));
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "30 June 2026");
  g_assert_cmpuint (n_edited, ==, 1);

  /* No day: what is typed stays to be mended, and the day stays too */
  gtk_editable_set_text (text, "någon gång");
  g_assert_false (barn_date_entry_commit (date));
  g_assert_cmpuint (barn_date_entry_get_day (date), ==, barn_day_new (2026, 6, 30));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (text), "error"));

  gtk_editable_set_text (text, "");
  g_assert_true (barn_date_entry_commit (date));
  g_assert_cmpuint (barn_date_entry_get_day (date), ==, BARN_DAY_NONE);

  /* Without a day before it, the year that it is asked for is meant */
  g_object_set (entry, "year", 2031, NULL);
  gtk_editable_set_text (text, "30/6");
  g_assert_true (barn_date_entry_commit (date));
  g_assert_cmpuint (barn_date_entry_get_day (date), ==, barn_day_new (2031, 6, 30));

  g_object_set (entry, "required", TRUE, "day", barn_day_new (2026, 1, 7), NULL);
  gtk_editable_set_text (text, " ");
  g_assert_false (barn_date_entry_commit (date));
  g_assert_cmpuint (barn_date_entry_get_day (date), ==, barn_day_new (2026, 1, 7));
}

/* Children go on to another line where there is no room, and never ask for more width than the widest of them */
static void
test_wrap_layout (void)
{
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int width;
  int one_line;
  int three_lines;

  gtk_widget_set_layout_manager (box, barn_wrap_layout_new (10));
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, 50, 20);
      gtk_box_append (GTK_BOX (box), child);
    }

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 170, &one_line, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 60, &three_lines, NULL, NULL, NULL);
  g_assert_cmpint (width, ==, 50);
  g_assert_cmpint (one_line, ==, 20);
  g_assert_cmpint (three_lines, ==, 80);
}

/* Shifts: adding, moving with the keys, deleting; each undone by one step */
static void
test_shifts_page (void)
{
  BarnPlanFile *file = ui_make_file ();
  GListModel *shifts = barn_plan_get_shifts (ui_get_plan (file));
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  BarnPage *page = g_object_new (BARN_TYPE_SHIFTS_PAGE, NULL);
  g_autoptr (BarnShift) first = NULL;
  g_autoptr (BarnShift) second = NULL;
  g_autoptr (BarnShift) now_first = NULL;

  g_object_ref_sink (page);
  gtk_window_set_default_size (window, 900, 600);
  gtk_window_set_child (window, GTK_WIDGET (page));
  barn_page_set_plan (page, file, ui_get_plan (file));
  gtk_window_present (window);
  ui_run_for (50);

  g_assert_true (barn_page_add (page));
  g_assert_true (barn_page_add (page));
  g_assert_cmpuint (g_list_model_get_n_items (shifts), ==, 2);
  first = g_list_model_get_item (shifts, 0);
  second = g_list_model_get_item (shifts, 1);

  g_assert_true (barn_page_show_item (page, BARN_ITEM (second)));
  gtk_widget_activate_action (GTK_WIDGET (page), "item.move", "i", -1);
  now_first = g_list_model_get_item (shifts, 0);
  g_assert_true (now_first == second);
  g_assert_cmpuint (barn_plan_get_shift_number (ui_get_plan (file), first), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (page), "item.delete", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (shifts), ==, 1);
  g_assert_true (barn_plan_file_undo (file, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (shifts), ==, 2);

  gtk_window_destroy (window);
  ui_run_for (20);
  g_assert_finalize_object (page);
  ui_remove_file (file);
}

#define ADD(name, test) g_test_add ("/detail/" name, Fixture, NULL, set_up, test, tear_down)

/* The mouse moves a shift as the keys do: one change, undone at once */
static void
test_shifts_drag (void)
{
  BarnPlanFile *file = ui_make_file ();
  BarnPlan *plan = ui_get_plan (file);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *page = g_object_new (BARN_TYPE_SHIFTS_PAGE, NULL);
  BarnShift *shifts[3];
  GtkListBox *list;

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    shifts[i] = barn_plan_file_add_shift (file, plan, "Shift", NULL);
  gtk_window_set_child (window, page);
  barn_page_set_plan (BARN_PAGE (page), file, plan);
  gtk_window_present (window);
  ui_run_for (100);
  list = GTK_LIST_BOX (ui_find (page, GTK_TYPE_LIST_BOX, NULL));

#define ROW(place) GTK_WIDGET (gtk_list_box_get_row_at_index (list, place))
  g_assert_true (ui_drag (ROW (2), ROW (0), 0.25));
  g_assert_cmpuint (barn_plan_get_shift_number (plan, shifts[2]), ==, 1);
  g_assert_true (barn_plan_file_undo (file, NULL, NULL));
  ui_run_for (20);
  g_assert_cmpuint (barn_plan_get_shift_number (plan, shifts[2]), ==, 3);

  g_assert_true (ui_drag (ROW (0), ROW (2), 0.75));
  g_assert_cmpuint (barn_plan_get_shift_number (plan, shifts[0]), ==, 3);
  g_assert_true (barn_plan_file_undo (file, NULL, NULL));
  ui_run_for (20);

  /* Where it stands already, and onto itself */
  g_assert_false (ui_drag (ROW (0), ROW (1), 0.25));
  g_assert_false (ui_drag (ROW (1), ROW (0), 0.75));
  g_assert_false (ui_drag (ROW (1), ROW (1), 0.75));
#undef ROW

  gtk_window_destroy (window);
  ui_run_for (20);
  ui_remove_file (file);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("sitting", test_sitting);
  ADD ("finish", test_finish);
  ADD ("status", test_status);
  ADD ("switch", test_switch);
  ADD ("history", test_history);
  ADD ("delay", test_delay);
  ADD ("date-fault", test_date_fault);
  ADD ("raised", test_raised);
  ADD ("years", test_years);
  ADD ("indicators", test_indicators);
  ADD ("set-editor", test_set_editor);
  g_test_add_func ("/detail/date-entry", test_date_entry);
  g_test_add_func ("/detail/wrap-layout", test_wrap_layout);
  g_test_add_func ("/detail/shifts-page", test_shifts_page);
  g_test_add_func ("/detail/shifts-drag", test_shifts_drag);

  return g_test_run ();
}
