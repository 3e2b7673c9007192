/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-barnbokslut"

#include "config.h"

#include <glib/gstdio.h>

#include "barn-area-editor.h"
#include "barn-barnbokslut-page.h"
#include "barn-choose.h"
#include "barn-export-dialog.h"
#include "barn-material-list.h"
#include "barn-panes.h"
#include "barn-paper-editor.h"
#include "barn-preview.h"
#include "barn-report.h"
#include "barn-review.h"
#include "barn-section-editor.h"
#include "barn-section-list.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile    *file;
  BarnPlan        *plan;
  GtkWidget       *window;
  BarnPage        *page;
  BarnSectionList *sections;
  GtkWidget       *editor;
  GtkWidget       *areas;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = ui_make_file ();
  fixture->plan = ui_get_plan (fixture->file);
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (BARN_TYPE_BARNBOKSLUT_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  barn_page_set_plan (fixture->page, fixture->file, fixture->plan);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_run_for (50);

  fixture->sections = BARN_SECTION_LIST (ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_SECTION_LIST, NULL));
  fixture->editor = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_SECTION_EDITOR, NULL);
  fixture->areas = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_AREA_EDITOR, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_run_for (10);
  ui_remove_file (fixture->file);
}

static GtkTextBuffer *
get_buffer (GtkWidget *in)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (in, GTK_TYPE_TEXT_VIEW, NULL)));
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What stands in the plan file; "" where nothing does */
static const char *
get_stored (Fixture    *fixture,
            const char *section,
            guint       article)
{
  BarnSectionText *text = barn_plan_find_section_text (fixture->plan, section, article);

  return text != NULL ? barn_section_text_get_body (text) : "";
}

static void
show_section (Fixture    *fixture,
              const char *section,
              guint       article)
{
  g_assert_true (barn_barnbokslut_page_show_section (BARN_BARNBOKSLUT_PAGE (fixture->page), section, article));
}

static BarnEntryState
get_state (Fixture *fixture)
{
  return barn_section_entry_get_state (barn_section_list_get_selected (fixture->sections));
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_no_error (error);
}

static GPtrArray *
dup_areas (Fixture *fixture,
           guint    year)
{
  return barn_model_dup_areas (barn_plan_file_get_model (fixture->file), year);
}

static void
test_text_is_saved (Fixture       *fixture,
                    gconstpointer  data)
{
  show_section (fixture, "conditions", 0);
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_EMPTY);
  show_section (fixture, "background", 0);
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_STANDARD);

  gtk_text_buffer_set_text (get_buffer (fixture->editor), "Why we write.", -1);
  ui_wait_until (g_str_equal (get_stored (fixture, "background", 0), "Why we write."));
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_DRAFT);

  /* One that is left at once is saved where it was typed */
  gtk_text_buffer_set_text (get_buffer (fixture->editor), "Why we write it.", -1);
  show_section (fixture, "concepts", 0);
  g_assert_cmpstr (get_stored (fixture, "background", 0), ==, "Why we write it.");
  g_assert_cmpstr (get_stored (fixture, "concepts", 0), ==, "");

  undo (fixture);
  show_section (fixture, "background", 0);
  g_assert_cmpint (get_state (fixture), !=, BARN_ENTRY_READY);
}

static void
test_ready (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *ready = ui_find (fixture->editor, GTK_TYPE_CHECK_BUTTON, NULL);

  show_section (fixture, "challenges", 12);
  gtk_text_buffer_set_text (get_buffer (fixture->editor), "Few are asked.", -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ready), TRUE);
  g_assert_cmpstr (get_stored (fixture, "challenges", 12), ==, "Few are asked.");
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_READY);

  undo (fixture);
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_DRAFT);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (ready)));
}

/* The window calls sections what the document calls them */
static void
test_headings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (BarnDocument) document = barn_report_build (BARN_PAPER_BARNBOKSLUT, barn_plan_file_get_model (fixture->file), fixture->plan,
                                                               barn_profile_get_default (), barn_clock_get_today ());
  BarnNode *body = barn_document_get_body (document);
  guint n_found = 0;

  for (guint i = 0; i < barn_node_get_n_children (body); i++)
    {
      BarnNode *node = barn_node_get_child (body, i);
      const char *id = barn_node_get_id (node);
      g_autofree char *text = barn_node_dup_text (node);
      g_autofree char *label = NULL;

      /* What is put together of figures and follow-ups stands under two headings */
      if (id == NULL || g_str_equal (id, BARN_PART_RESULTS) || !barn_section_list_select (fixture->sections, id, 0))
        continue;

      label = barn_section_entry_dup_label (barn_section_list_get_selected (fixture->sections));
      if (!g_str_equal (label, text))
        g_assert_nonnull (ui_find (GTK_WIDGET (fixture->sections), GTK_TYPE_LABEL, text));
      n_found++;
    }

  g_assert_cmpuint (n_found, >=, 9);
}

/* What the document says in a section in which nothing is written is seen, and can be begun from */
static void
test_standard_text (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *standard = barn_report_dup_standard_text (barn_plan_file_get_model (fixture->file), fixture->plan,
                                                             barn_profile_get_default (), "concepts");
  GtkWidget *ready = ui_find (fixture->editor, GTK_TYPE_CHECK_BUTTON, NULL);
  GtkWidget *placeholder, *button;

  show_section (fixture, "concepts", 0);
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_STANDARD);
  placeholder = ui_find (fixture->editor, GTK_TYPE_LABEL, standard);
  button = ui_find (fixture->editor, GTK_TYPE_BUTTON, "Start from the Standard Text");
  g_assert_true (gtk_widget_get_mapped (placeholder));
  g_assert_true (gtk_widget_get_mapped (button));

  g_assert_true (gtk_widget_activate_action (fixture->editor, "section.adopt-standard", NULL));
  g_assert_false (gtk_widget_get_visible (placeholder));
  g_assert_false (gtk_widget_get_mapped (button));
  ui_wait_until (g_str_equal (get_stored (fixture, "concepts", 0), standard));
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_DRAFT);

  undo (fixture);
  g_assert_cmpstr (get_stored (fixture, "concepts", 0), ==, "");
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_STANDARD);

  /* Ready with the standard text in sight: that text is meant */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ready), TRUE);
  g_assert_cmpstr (get_stored (fixture, "concepts", 0), ==, standard);
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_READY);

  /* A section for which the profile has none offers none */
  show_section (fixture, "conditions", 0);
  g_assert_false (gtk_widget_get_visible (placeholder));
}

/* Another program stores the same section while it is being written: both texts are there, and one is chosen */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const answers[] = { "Keep Mine", "Take Theirs" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      const char *section = i == 0 ? "conditions" : "remains";
      BarnPlanFile *other = ui_open_again (fixture->file);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      show_section (fixture, section, 0);
      gtk_text_buffer_set_text (get_buffer (fixture->editor), "Mine.", -1);
      g_assert_true (barn_plan_file_set_section (other, ui_get_plan (other), section, 0, "", "Theirs.", NULL, &error));
      g_assert_no_error (error);
      g_object_unref (other);

      ui_wait_until (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, answers[i]) != NULL);
      text = dup_text (get_buffer (fixture->editor));
      g_assert_cmpstr (text, ==, "Mine.");
      g_assert_cmpstr (get_stored (fixture, section, 0), ==, "Theirs.");

      /* Undecided it is left, and undecided it is found again */
      show_section (fixture, "areas_intro", 0);
      g_assert_null (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, answers[i]));
      show_section (fixture, section, 0);
      ui_wait_until (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, answers[i]) != NULL);
      g_free (text);
      text = dup_text (get_buffer (fixture->editor));
      g_assert_cmpstr (text, ==, "Mine.");
      g_assert_cmpstr (get_stored (fixture, section, 0), ==, "Theirs.");

      g_signal_emit_by_name (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, answers[i]), "clicked");
      g_assert_cmpstr (get_stored (fixture, section, 0), ==, i == 0 ? "Mine." : "Theirs.");
      g_free (text);
      text = dup_text (get_buffer (fixture->editor));
      g_assert_cmpstr (text, ==, i == 0 ? "Mine." : "Theirs.");
    }
}

static void
test_another_program (Fixture       *fixture,
                      gconstpointer  data)
{
  BarnPlanFile *other = ui_open_again (fixture->file);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  show_section (fixture, "conditions", 0);
  g_assert_true (barn_plan_file_set_section (other, ui_get_plan (other), "conditions", 0, "", "Two strategists.", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (barn_plan_file_refresh (fixture->file, &error));
  g_assert_no_error (error);

  text = dup_text (get_buffer (fixture->editor));
  g_assert_cmpstr (text, ==, "Two strategists.");
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_DRAFT);
  g_object_unref (other);
}

static void
test_material (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *list = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_MATERIAL_LIST, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) materials = NULL;
  g_autoptr (BarnMaterial) material = NULL;
  GtkWidget *row;
  g_autoptr (GPtrArray) activities = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (activities, ui_get_activity (fixture->file, 0));
  g_assert_true (barn_plan_file_set_member (fixture->file, activities, "articles", "12", TRUE, &error));
  barn_plan_file_add_follow_up (fixture->file, ui_get_activity (fixture->file, 0), BARN_STATUS_ONGOING, barn_clock_get_today (),
                                "Forty were asked.", "They are heard sooner.", &error);
  g_assert_no_error (error);

  show_section (fixture, "strengths", 12);
  materials = barn_report_material (barn_plan_file_get_model (fixture->file), fixture->plan, barn_profile_get_default (),
                                    "strengths", 12, barn_clock_get_today ());
  g_assert_cmpuint (g_list_model_get_n_items (materials), >, 0);
  material = g_list_model_get_item (materials, 0);

  /* Two follow-ups of one activity are told apart by where they come from */
  ui_run_for (400);
  g_assert_nonnull (ui_find (list, GTK_TYPE_LABEL, barn_material_get_title (material)));
  g_assert_nonnull (ui_find (list, GTK_TYPE_LABEL, barn_material_get_source (material)));

  /* What is saved meanwhile takes neither the rows away nor the keyboard from them */
  row = ui_find (list, GTK_TYPE_LIST_BOX_ROW, NULL);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (barn_plan_file_set_section (fixture->file, fixture->plan, "conditions", 0, "", "Two of us.", NULL, &error));
  ui_run_for (400);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);

  gtk_text_buffer_set_text (get_buffer (fixture->editor), "Before", -1);
  g_signal_emit_by_name (list, "insert", material, TRUE);
  text = dup_text (get_buffer (fixture->editor));
  g_assert_true (g_str_has_prefix (text, "Before\n\n"));
  g_assert_nonnull (strstr (text, barn_material_get_body (material)));
  g_assert_true (barn_section_editor_contains (BARN_SECTION_EDITOR (fixture->editor), barn_material_get_body (material)));
  ui_wait_until (g_str_equal (get_stored (fixture, "strengths", 12), text));
}

static void
test_articles (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (barn_section_list_select (fixture->sections, "challenges", 19));
  g_assert_true (barn_plan_file_set_section (fixture->file, fixture->plan, "challenges", 19, "", "Violence is not asked about.", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (barn_section_list_select (fixture->sections, "challenges", 19));
  g_assert_false (barn_section_list_select (fixture->sections, "strengths", 19));

  /* What is on show stays, although nothing is written there any more */
  undo (fixture);
  g_assert_true (barn_section_list_select (fixture->sections, "challenges", 19));
}

/* A new area as a person makes it: nothing is stored before it has a title */
static GtkWidget *
add_area (Fixture    *fixture,
          const char *title)
{
  GtkWidget *row, *next;

  g_assert_true (gtk_widget_activate_action (fixture->areas, "areas.add", NULL));
  row = ui_find (fixture->areas, BARN_TYPE_AREA_ROW, NULL);
  while ((next = gtk_widget_get_next_sibling (row)) != NULL)
    row = next;
  g_assert_null (barn_area_row_get_area (BARN_AREA_ROW (row)));

  gtk_text_buffer_set_text (get_buffer (row), title, -1);
  ui_wait_until (barn_area_row_get_area (BARN_AREA_ROW (row)) != NULL);
  g_assert_cmpstr (barn_area_get_title (barn_area_row_get_area (BARN_AREA_ROW (row))), ==, title);

  return row;
}

/* Of what is begun and left, nothing stays */
static void
test_abandoned (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) one = NULL;
  GtkWidget *row, *text;
  GListModel *measures;

  show_section (fixture, BARN_PART_AREAS, 0);
  g_assert_true (gtk_widget_activate_action (fixture->areas, "areas.add", NULL));
  before = dup_areas (fixture, 2026);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_nonnull (ui_find (fixture->areas, BARN_TYPE_AREA_ROW, NULL));

  /* Left untouched */
  gtk_widget_grab_focus (ui_find (GTK_WIDGET (fixture->sections), GTK_TYPE_LIST_BOX_ROW, NULL));
  ui_wait_until (ui_find (fixture->areas, BARN_TYPE_AREA_ROW, NULL) == NULL);

  /* Escape */
  g_assert_true (gtk_widget_activate_action (fixture->areas, "areas.add", NULL));
  row = ui_find (fixture->areas, BARN_TYPE_AREA_ROW, NULL);
  g_assert_true (ui_press (ui_find (row, GTK_TYPE_TEXT_VIEW, NULL), GDK_KEY_Escape));
  ui_wait_until (ui_find (fixture->areas, BARN_TYPE_AREA_ROW, NULL) == NULL);

  /* A measure: Enter from the title begins one; empty it goes */
  row = add_area (fixture, "Letters that are understood");
  g_assert_true (ui_press (ui_find (row, GTK_TYPE_TEXT_VIEW, NULL), GDK_KEY_Return));
  measures = barn_area_get_measures (barn_area_row_get_area (BARN_AREA_ROW (row)));
  text = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (text));
  g_assert_cmpuint (g_list_model_get_n_items (measures), ==, 0);
  g_assert_true (ui_press (text, GDK_KEY_Escape));
  ui_wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != text);
  g_assert_cmpuint (g_list_model_get_n_items (measures), ==, 0);

  /* Typed, stored, emptied again: it goes, and is in nobody's way */
  gtk_widget_activate_action (row, "area.add-measure", NULL);
  text = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Rewrite three", -1);
  ui_wait_until (g_list_model_get_n_items (measures) == 1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "", -1);
  ui_wait_until (g_list_model_get_n_items (measures) == 0);
  one = dup_areas (fixture, 2026);
  g_assert_cmpuint (one->len, ==, 1);
}

static void
test_last_years_areas (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) areas = NULL;
  GtkWidget *row;
  BarnArea *area;

  show_section (fixture, BARN_PART_FOLLOWUP, 0);
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_EMPTY);
  row = add_area (fixture, "Letters");
  areas = dup_areas (fixture, 2025);
  g_assert_cmpuint (areas->len, ==, 1);
  area = g_ptr_array_index (areas, 0);
  g_assert_true (barn_area_row_get_area (BARN_AREA_ROW (row)) == area);

  gtk_text_buffer_set_text (get_buffer (row), "Letters that are understood", -1);
  ui_wait_until (g_str_equal (barn_area_get_title (area), "Letters that are understood"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (row, GTK_TYPE_DROP_DOWN, NULL)), BARN_STATUS_DONE);
  g_assert_cmpint (barn_area_get_status (area), ==, BARN_STATUS_DONE);
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_DRAFT);

  barn_area_row_insert (BARN_AREA_ROW (row), "All are rewritten.");
  ui_wait_until (g_str_equal (barn_area_get_comment (area), "All are rewritten."));
  g_assert_cmpint (get_state (fixture), ==, BARN_ENTRY_READY);
}

static void
test_next_years_areas (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) back = NULL;
  GtkWidget *first, *second;

  show_section (fixture, BARN_PART_AREAS, 0);
  first = add_area (fixture, "First");
  second = add_area (fixture, "Second");
  areas = dup_areas (fixture, 2026);
  g_assert_cmpuint (areas->len, ==, 2);

  gtk_widget_activate_action (first, "area.add-measure", NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window)))), "Ask them", -1);
  ui_wait_until (g_list_model_get_n_items (barn_area_get_measures (g_ptr_array_index (areas, 0))) > 0);
  g_assert_cmpuint (g_list_model_get_n_items (barn_area_get_measures (g_ptr_array_index (areas, 0))), ==, 1);
  g_assert_nonnull (ui_find (first, GTK_TYPE_BUTTON, NULL));

  /* The row moves with its area, and keeps being the same */
  gtk_widget_activate_action (second, "area.up", NULL);
  moved = dup_areas (fixture, 2026);
  g_assert_true (g_ptr_array_index (moved, 0) == g_ptr_array_index (areas, 1));
  g_assert_true (ui_find (fixture->areas, BARN_TYPE_AREA_ROW, NULL) == second);

  gtk_widget_activate_action (first, "area.delete", NULL);
  left = dup_areas (fixture, 2026);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_null (gtk_widget_get_next_sibling (second));

  undo (fixture);
  back = dup_areas (fixture, 2026);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (barn_area_get_measures (g_ptr_array_index (back, 1))), ==, 1);
  g_assert_nonnull (gtk_widget_get_next_sibling (second));
}

static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *views = gtk_widget_get_parent (gtk_widget_get_ancestor (fixture->editor, ADW_TYPE_CLAMP));
  BarnSectionEntry *selected;
  GtkWidget *preview;
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_plan_file_set_section (fixture->file, fixture->plan, "challenges", 12, "", "Few are asked.", NULL, &error));
  gtk_widget_activate_action (ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_PAPER_EDITOR, NULL), "paper.preview", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (views)), ==, "preview");
  preview = gtk_stack_get_visible_child (GTK_STACK (views));
  ui_wait_until (ui_find (preview, GTK_TYPE_LABEL, "Few are asked.") != NULL);

  /* Living: what is changed elsewhere is drawn, the rest keeps its widgets */
  g_assert_true (barn_plan_file_set_section (fixture->file, fixture->plan, "challenges", 12, "Few are asked.", "Most are asked.", NULL, &error));
  g_assert_no_error (error);
  ui_wait_until (ui_find (preview, GTK_TYPE_LABEL, "Most are asked.") != NULL);
  g_assert_null (ui_find (preview, GTK_TYPE_LABEL, "Few are asked."));

  g_signal_emit_by_name (preview, "heading-activated", "challenges-12", "Article 12");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (views)), ==, "write");
  selected = barn_section_list_get_selected (fixture->sections);
  g_assert_cmpstr (barn_section_entry_get_section (selected), ==, "challenges");
  g_assert_cmpuint (barn_section_entry_get_article (selected), ==, 12);
}

/* Beside the text stands the document as it will look; it follows what is typed, and who reads it stays where they are */
static void
test_beside (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *editor = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_PAPER_EDITOR, NULL);
  GtkWidget *toggle = ui_find (editor, GTK_TYPE_TOGGLE_BUTTON, NULL);
  GtkWidget *beside = NULL;
  GtkAdjustment *adjustment;
  g_autoptr (GString) paragraphs = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *label;
  graphene_rect_t before, after;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (paragraphs, "Remark number %u.\n\n", i);
  g_assert_true (barn_plan_file_set_section (fixture->file, fixture->plan, "challenges", 12, "", paragraphs->str, NULL, &error));
  g_assert_no_error (error);

  while (!GTK_IS_BUTTON (toggle) || g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (toggle)), "view-dual-symbolic") != 0)
    toggle = gtk_widget_get_next_sibling (toggle);
  show_section (fixture, "background", 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  ui_wait_until ((label = ui_find (editor, GTK_TYPE_LABEL, "Remark number 50.")) != NULL);
  beside = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (beside));
  /* It comes to the section that is written; then somebody reads further down */
  ui_wait_until (gtk_adjustment_get_value (adjustment) > 0);
  ui_run_for (100);
  g_assert_true (gtk_widget_compute_bounds (label, gtk_widget_get_parent (label), &before));
  gtk_adjustment_set_value (adjustment, before.origin.y);
  ui_run_for (100);
  g_assert_true (gtk_widget_compute_bounds (label, beside, &before));

  gtk_text_buffer_set_text (get_buffer (fixture->editor), "Why we write.\n\nAnd more.\n\nAnd still more.", -1);
  ui_wait_until (ui_find (beside, GTK_TYPE_LABEL, "And still more.") != NULL);
  g_assert_true (ui_find (beside, GTK_TYPE_LABEL, "Remark number 50.") == label);
  /* The frame after that has it where it was, whenever the machine comes to draw that */
  ui_wait_until (gtk_widget_compute_bounds (label, beside, &after) && ABS (after.origin.y - before.origin.y) < 2);
}

/* Tab goes from the list over the text, its standard text and its mark to the material, and back */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *material = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_MATERIAL_LIST, NULL);
  GtkWidget *stops[] = { GTK_WIDGET (fixture->sections), fixture->editor, fixture->editor, fixture->editor, material };

  show_section (fixture, "background", 0);
  ui_run_for (400);
  gtk_widget_child_focus (GTK_WIDGET (fixture->sections), GTK_DIR_TAB_FORWARD);

  for (guint i = 1; i < G_N_ELEMENTS (stops); i++)
    {
      g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), stops[i]));
    }
  for (guint n = G_N_ELEMENTS (stops) - 1; n > 0; n--)
    {
      g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD));
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), stops[n - 1]));
    }
}

static void
test_panes (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *sides[2];
  BarnPanes *panes = g_object_new (BARN_TYPE_PANES, NULL);
  GtkWidget *middle = gtk_label_new ("Middle");

  for (guint i = 0; i < 2; i++)
    {
      sides[i] = gtk_label_new ("Side");
      gtk_widget_set_size_request (sides[i], 200, -1);
    }
  gtk_widget_set_size_request (middle, 300, -1);
  g_object_set (panes, "start", sides[0], "middle", middle, "end", sides[1], NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (panes));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 300);
  gtk_window_present (GTK_WINDOW (window));
  ui_run_for (100);
  g_assert_true (barn_panes_get_start_visible (panes) && barn_panes_get_end_visible (panes));

  /* Room for one: the one that is asked for last */
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 300);
  ui_wait_until (gtk_widget_get_width (GTK_WIDGET (panes)) < 700);
  g_assert_true (barn_panes_get_start_visible (panes) != barn_panes_get_end_visible (panes));
  barn_panes_set_end_visible (panes, TRUE);
  ui_wait_until (barn_panes_get_end_visible (panes) && !barn_panes_get_start_visible (panes));
  barn_panes_set_start_visible (panes, TRUE);
  ui_wait_until (!barn_panes_get_end_visible (panes) && barn_panes_get_start_visible (panes));

  /* And both again */
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 300);
  ui_wait_until (barn_panes_get_end_visible (panes) && barn_panes_get_start_visible (panes));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GFile *
choose_output (const char     *title,
               BarnChooseKind  kind,
               const char     *name,
               gpointer        user_data)
{
  g_assert_cmpstr (name, ==, "barnbokslut-2026.docx");

  return g_object_ref (user_data);
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_get_parent (barn_plan_file_get_file (fixture->file));
  g_autoptr (GFile) output = g_file_get_child (folder, "out.docx");
  GtkWidget *dialog;

  barn_choose_set_override (choose_output, output);
  dialog = barn_export_dialog_new (GTK_WIDGET (fixture->page), fixture->file, fixture->plan, BARN_PAPER_BARNBOKSLUT,
                                   BARN_DAY_NONE, BARN_EXPORT_SAVE);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));

  /* What is missing is said, and forbids nothing */
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "No development area is set for next year."));
  g_assert_true (gtk_widget_activate_action (dialog, "export.go", NULL));
  ui_wait_until (dialog == NULL);
  g_assert_true (g_file_query_exists (output, NULL));

  barn_choose_set_override (NULL, NULL);
  g_assert_true (g_file_delete (output, NULL, NULL));
}

static gboolean
offers (GtkWidget  *dialog,
        BarnFormat  format)
{
  g_autofree char *ending = g_strconcat (".", barn_format_get_extension (format), NULL);

  return ui_find (dialog, GTK_TYPE_LABEL, ending) != NULL;
}

/* The formats on offer are those that can be written, all of them */
static void
test_export_formats (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *dialog = barn_export_dialog_new (GTK_WIDGET (fixture->page), fixture->file, fixture->plan, BARN_PAPER_BARNBOKSLUT,
                                   BARN_DAY_NONE, BARN_EXPORT_SAVE);
  guint n_formats = 0;

  for (guint i = BARN_FORMAT_UNKNOWN + 1; *barn_format_get_extension ((BarnFormat) i) != '\0'; i++, n_formats++)
    g_assert_cmpint (offers (dialog, (BarnFormat) i), ==, barn_format_can_write ((BarnFormat) i));

  g_assert_cmpuint (n_formats, >=, 5);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_export_day (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *dialog = barn_export_dialog_new (GTK_WIDGET (fixture->page), fixture->file, fixture->plan, BARN_PAPER_BARNBOKSLUT,
                                   BARN_DAY_NONE, BARN_EXPORT_SAVE);
  GtkWidget *day = ui_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_editable_set_text (GTK_EDITABLE (day), "when it is done");
  g_assert_true (gtk_widget_has_css_class (day, "error"));
  gtk_editable_set_text (GTK_EDITABLE (day), "31/12");
  g_assert_false (gtk_widget_has_css_class (day, "error"));
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "31 December 2026"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int   argc,
      char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/barnbokslut/text-is-saved", test_text_is_saved);
  ADD ("/barnbokslut/ready", test_ready);
  ADD ("/barnbokslut/headings", test_headings);
  ADD ("/barnbokslut/standard-text", test_standard_text);
  ADD ("/barnbokslut/conflict", test_conflict);
  ADD ("/barnbokslut/another-program", test_another_program);
  ADD ("/barnbokslut/material", test_material);
  ADD ("/barnbokslut/articles", test_articles);
  ADD ("/barnbokslut/abandoned", test_abandoned);
  ADD ("/barnbokslut/last-years-areas", test_last_years_areas);
  ADD ("/barnbokslut/next-years-areas", test_next_years_areas);
  ADD ("/barnbokslut/preview", test_preview);
  ADD ("/barnbokslut/beside", test_beside);
  ADD ("/barnbokslut/tab", test_tab);
  ADD ("/barnbokslut/export", test_export);
  ADD ("/barnbokslut/export-formats", test_export_formats);
  ADD ("/barnbokslut/export-day", test_export_day);
#undef ADD
  g_test_add_func ("/barnbokslut/panes", test_panes);

  return g_test_run ();
}
