/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-assessments"

#include "config.h"

#include <glib/gstdio.h>

#include "barn-assessment-detail.h"
#include "barn-assessments-page.h"
#include "barn-choose.h"
#include "barn-date-entry.h"
#include "barn-detail-pane.h"
#include "barn-open.h"
#include "barn-plan-file-year.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile *file;
  BarnPlan     *plan;
  GListModel   *lines;
  GtkWindow    *window;
  BarnPage     *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = ui_make_file ();
  fixture->plan = ui_get_plan (fixture->file);
  fixture->lines = barn_plan_get_assessments (fixture->plan);
  fixture->page = g_object_new (BARN_TYPE_ASSESSMENTS_PAGE, NULL);
  g_object_ref_sink (fixture->page);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1000, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  barn_page_set_plan (fixture->page, fixture->file, fixture->plan);
  gtk_window_present (fixture->window);
  ui_run_for (50);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  ui_run_for (20);
  g_assert_finalize_object (fixture->page);
  ui_remove_file (fixture->file);
}

static BarnAssessment *
add (Fixture     *fixture,
     const char  *title,
     BarnOutcome  outcome,
     const char  *reason)
{
  g_autoptr (GError) error = NULL;
  BarnAssessment *assessment = barn_plan_file_add_assessment (fixture->file, fixture->plan, title, barn_day_new (2026, 3, 19), outcome, reason, &error);

  g_assert_no_error (error);

  return assessment;
}

static void
set_heard (Fixture        *fixture,
           BarnAssessment *assessment)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, TRUE);
  g_assert_true (barn_plan_file_set (fixture->file, BARN_ITEM (assessment), "heard", NULL, &value, NULL, NULL));
}

static guint
count_rows (Fixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_BOX, NULL));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;

  return n;
}

/* A toggle by its words, whether above the list or beside it */
static GtkToggleButton *
find_toggle (GtkWidget  *under,
             const char *words)
{
  GtkWidget *label = ui_find (under, GTK_TYPE_LABEL, words);

  g_assert_nonnull (label);

  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON));
}

static GtkWidget *
find_detail (Fixture *fixture)
{
  return ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_ASSESSMENT_DETAIL, NULL);
}

/* The question that stands before the window */
static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;

  return NULL;
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (BarnAssessment) added = NULL;
  GtkWidget *title;

  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "No Decisions Yet"));
  g_assert_cmpstr (barn_page_get_add_label (fixture->page), ==, "New Decision");
  g_assert_true (barn_page_add (fixture->page));
  g_assert_cmpuint (g_list_model_get_n_items (fixture->lines), ==, 1);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  added = g_list_model_get_item (fixture->lines, 0);
  g_assert_cmpuint (barn_assessment_get_day (added), ==, BARN_DAY_NONE);
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Not decided yet"));

  /* The title is there to be typed over */
  title = ui_find (find_detail (fixture), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_true (gtk_window_get_focus (fixture->window) == title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (title)), "Ny lokal", -1);
  ui_wait_until (g_strcmp0 (barn_assessment_get_title (added), "Ny lokal") == 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "item.delete", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->lines), ==, 0);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

/* The figures above the list count, and filter */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  BarnAssessment *made = add (fixture, "Ny lokal", BARN_OUTCOME_MADE, NULL);
  BarnAssessment *not_made = add (fixture, "Ny taxa", BARN_OUTCOME_NOT_MADE, "Det var bråttom.");
  g_autoptr (GVariant) state = NULL;
  GVariantDict dict;

  add (fixture, "Nya öppettider", BARN_OUTCOME_MADE, NULL);
  set_heard (fixture, made);
  ui_run_for (20);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_nonnull (ui_find (page, GTK_TYPE_LABEL, "Children heard in 1 of 2"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_toggle (page, "Not needed 0"))));

  gtk_toggle_button_set_active (find_toggle (page, "Not made 1"), TRUE);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_variant_dict_init (&dict, NULL);
  barn_page_save_state (fixture->page, &dict);
  state = g_variant_ref_sink (g_variant_dict_end (&dict));

  /* What changes under the filter comes and goes with it, and the page beside stays with what it shows */
  g_assert_true (barn_page_show_item (fixture->page, BARN_ITEM (not_made)));
  g_assert_true (barn_plan_file_set_outcome (fixture->file, not_made, BARN_OUTCOME_NOT_NEEDED, NULL, NULL));
  ui_run_for (20);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_nonnull (ui_find (page, GTK_TYPE_LABEL, "No decision in the register is such a one."));
  g_assert_true (gtk_widget_get_mapped (find_detail (fixture)));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  ui_run_for (20);
  g_assert_cmpuint (count_rows (fixture), ==, 1);

  gtk_toggle_button_set_active (find_toggle (page, "Children heard in 1 of 2"), TRUE);
  g_assert_cmpuint (count_rows (fixture), ==, 1);

  /* What is asked for is never hidden */
  g_assert_true (barn_page_show_item (fixture->page, BARN_ITEM (not_made)));
  g_assert_cmpuint (count_rows (fixture), ==, 3);

  g_variant_dict_init (&dict, state);
  barn_page_restore_state (fixture->page, &dict);
  g_variant_dict_clear (&dict);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEditable *search = GTK_EDITABLE (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY, NULL));

  g_assert_false (barn_page_focus_search (fixture->page));
  add (fixture, "Ny lokal", BARN_OUTCOME_MADE, NULL);
  add (fixture, "Ny taxa", BARN_OUTCOME_NOT_MADE, "Det var BRÅTTOM.");
  ui_run_for (20);

  g_assert_true (barn_page_focus_search (fixture->page));
  gtk_editable_set_text (search, "  bråttom  ny ");
  ui_wait_until (count_rows (fixture) == 1);
  gtk_editable_set_text (search, "brattom");
  ui_wait_until (count_rows (fixture) == 0);
  g_signal_emit_by_name (search, "stop-search");
  ui_wait_until (count_rows (fixture) == 2);
}

/* Saying that none was made asks why; without a reason nothing changes */
static void
test_not_made (Fixture       *fixture,
               gconstpointer  data)
{
  BarnAssessment *assessment = add (fixture, "Ny taxa", BARN_OUTCOME_MADE, NULL);
  AdwMessageDialog *question;
  GtkWidget *detail;

  g_assert_true (barn_page_show_item (fixture->page, BARN_ITEM (assessment)));
  detail = find_detail (fixture);
  gtk_toggle_button_set_active (find_toggle (detail, "Not made"), TRUE);
  ui_wait_until (find_question () != NULL);
  question = find_question ();
  g_assert_false (adw_message_dialog_get_response_enabled (question, "answer"));
  adw_message_dialog_response (question, "cancel");
  gtk_window_destroy (GTK_WINDOW (question));
  ui_run_for (20);
  g_assert_cmpint (barn_assessment_get_outcome (assessment), ==, BARN_OUTCOME_MADE);
  g_assert_true (gtk_toggle_button_get_active (find_toggle (detail, "Made")));

  gtk_toggle_button_set_active (find_toggle (detail, "Not made"), TRUE);
  ui_wait_until (find_question () != NULL);
  question = find_question ();
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (question)), " Det var bråttom. ");
  g_assert_true (adw_message_dialog_get_response_enabled (question, "answer"));
  adw_message_dialog_response (question, "answer");
  gtk_window_destroy (GTK_WINDOW (question));
  ui_wait_until (barn_assessment_get_outcome (assessment) == BARN_OUTCOME_NOT_MADE);
  g_assert_cmpstr (barn_assessment_get_reason (assessment), ==, "Det var bråttom.");
  g_assert_false (gtk_widget_get_visible (ui_find (detail, GTK_TYPE_CHECK_BUTTON, NULL)));

  /* It has a reason now: nothing is asked, and one undo is one step */
  gtk_toggle_button_set_active (find_toggle (detail, "Not needed"), TRUE);
  g_assert_cmpint (barn_assessment_get_outcome (assessment), ==, BARN_OUTCOME_NOT_NEEDED);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_cmpint (barn_assessment_get_outcome (assessment), ==, BARN_OUTCOME_MADE);
  g_assert_cmpstr (barn_assessment_get_reason (assessment), ==, "");
  g_assert_true (gtk_toggle_button_get_active (find_toggle (detail, "Made")));
}

static GFile *
choose_this (const char     *title,
             BarnChooseKind  kind,
             const char     *name,
             gpointer        user_data)
{
  return g_object_ref (user_data);
}

static void
on_opened (const char *uri,
           gpointer    user_data)
{
  char **opened = user_data;

  g_free (*opened);
  *opened = g_strdup (uri);
}

static void
test_document (Fixture       *fixture,
               gconstpointer  data)
{
  BarnAssessment *assessment = add (fixture, "Ny lokal", BARN_OUTCOME_MADE, NULL);
  g_autofree char *opened = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "Analys å.odt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *detail, *open;
  GtkEditable *link;

  g_assert_true (barn_page_show_item (fixture->page, BARN_ITEM (assessment)));
  detail = find_detail (fixture);
  link = GTK_EDITABLE (ui_find (gtk_widget_get_parent (ui_find (detail, GTK_TYPE_BUTTON, "O_pen")), GTK_TYPE_ENTRY, NULL));
  open = ui_find (detail, GTK_TYPE_BUTTON, "O_pen");
  barn_open_set_override (on_opened, &opened);
  g_assert_false (gtk_widget_get_sensitive (open));

  /* A register number is worth writing, and leads nowhere */
  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (assessment), "link", NULL, "SN 2026-0051", NULL, NULL));
  g_assert_cmpstr (gtk_editable_get_text (link), ==, "SN 2026-0051");
  g_assert_false (gtk_widget_get_sensitive (open));
  g_assert_true (gtk_widget_get_visible (ui_find (detail, GTK_TYPE_LABEL, "Only a page that begins with https:// and a file can be opened from here.")));

  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (assessment), "link", NULL, "https://ekdalen.example/1", NULL, NULL));
  g_assert_true (gtk_widget_get_sensitive (open));
  g_signal_emit_by_name (open, "clicked");
  g_assert_cmpstr (opened, ==, "https://ekdalen.example/1");

  barn_choose_set_override (choose_this, file);
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (open), "clicked");
  ui_wait_until (g_strcmp0 (barn_assessment_get_link (assessment), path) == 0);

  /* A file that is not there is not opened */
  g_clear_pointer (&opened, g_free);
  g_signal_emit_by_name (open, "clicked");
  g_assert_null (opened);
  g_assert_true (g_file_set_contents (path, "odt", -1, NULL));
  g_signal_emit_by_name (open, "clicked");
  g_assert_true (g_str_has_suffix (opened, "Analys%20%C3%A5.odt"));

  g_remove (path);
  barn_choose_set_override (NULL, NULL);
  barn_open_set_override (NULL, NULL);
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  BarnAssessment *assessment = add (fixture, "Ny lokal", BARN_OUTCOME_MADE, NULL);
  GtkWidget *detail, *day;

  g_assert_true (barn_page_show_item (fixture->page, BARN_ITEM (assessment)));
  detail = find_detail (fixture);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (detail, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  g_assert_true (barn_assessment_get_heard (assessment));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (ui_find (detail, GTK_TYPE_CHECK_BUTTON, NULL))));

  day = ui_find (detail, BARN_TYPE_DATE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (day, GTK_TYPE_ENTRY, NULL)), "v 41");
  g_assert_true (barn_date_entry_commit (BARN_DATE_ENTRY (day)));
  g_assert_cmpuint (barn_assessment_get_day (assessment), ==, barn_date_entry_get_day (BARN_DATE_ENTRY (day)));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (day, GTK_TYPE_ENTRY, NULL)), "");
  g_assert_true (barn_date_entry_commit (BARN_DATE_ENTRY (day)));
  g_assert_cmpuint (barn_assessment_get_day (assessment), ==, BARN_DAY_NONE);
}

#define ADD(name, test) g_test_add ("/assessments/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("add", test_add);
  ADD ("figures", test_figures);
  ADD ("search", test_search);
  ADD ("not-made", test_not_made);
  ADD ("document", test_document);
  ADD ("facts", test_facts);

  return g_test_run ();
}
