/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-next-year"

#include "config.h"

#include "barn-next-row.h"
#include "barn-next-year-dialog.h"
#include "barn-plan-file-year.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile      *file;
  BarnPlan          *plan;
  GtkWindow         *parent;
  GtkWidget         *dialog;
  GtkSelectionModel *rows;
} Fixture;

static BarnActivity *
add (BarnPlanFile *file,
     const char   *title,
     BarnStatus    status)
{
  g_autoptr (GError) error = NULL;
  BarnActivity *activity = barn_plan_file_add_activity (file, ui_get_plan (file), title, NULL, NULL, &error);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_assert_no_error (error);
  g_ptr_array_add (one, activity);
  if (status != BARN_STATUS_NOT_STARTED)
    g_assert_true (barn_plan_file_set_status (file, one, status, &error));

  return activity;
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = barn_next_year_dialog_new (fixture->parent, fixture->file, fixture->plan);
  g_object_ref (fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  fixture->rows = gtk_list_view_get_model (GTK_LIST_VIEW (ui_find (fixture->dialog, GTK_TYPE_LIST_VIEW, NULL)));
  ui_run_for (50);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = ui_make_file ();
  fixture->plan = ui_get_plan (fixture->file);
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (fixture->dialog));
      ui_run_for (20);
      g_assert_finalize_object (fixture->dialog);
    }
  gtk_window_destroy (fixture->parent);
  ui_remove_file (fixture->file);
}

/* (transfer none): the list keeps it */
static BarnNextRow *
get_row (Fixture *fixture,
         guint    place)
{
  g_autoptr (BarnNextRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->rows), place);

  return row;
}

static gboolean
says (Fixture    *fixture,
      const char *words)
{
  return ui_find (fixture->dialog, GTK_TYPE_LABEL, words) != NULL;
}

/* Groups by status, a proposal for each, and what will be made */
static void
test_proposal (Fixture       *fixture,
               gconstpointer  data)
{
  add (fixture->file, "Done one", BARN_STATUS_DONE);
  add (fixture->file, "Paused one", BARN_STATUS_PAUSED);
  add (fixture->file, "Going on", BARN_STATUS_ONGOING);
  open_dialog (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)), ==, 8);
  g_assert_null (barn_next_row_get_activity (get_row (fixture, 0)));
  g_assert_cmpint (barn_next_row_get_status (get_row (fixture, 0)), ==, BARN_STATUS_ONGOING);
  g_assert_cmpint (barn_next_row_get_choice (get_row (fixture, 1)), ==, BARN_NEXT_CONTINUE);
  g_assert_cmpint (barn_next_row_get_choice (get_row (fixture, 3)), ==, BARN_NEXT_CONTINUE);
  g_assert_cmpint (barn_next_row_get_choice (get_row (fixture, 5)), ==, BARN_NEXT_LONG_TERM);
  g_assert_cmpint (barn_next_row_get_choice (get_row (fixture, 7)), ==, BARN_NEXT_END);
  g_assert_true (says (fixture, "2 activities continue · 1 activity ends · 1 activity goes to long term"));
}

/* One choice for all that are marked; Enter goes on for one */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *list;

  add (fixture->file, "Going on", BARN_STATUS_ONGOING);
  add (fixture->file, "Going on too", BARN_STATUS_ONGOING);
  open_dialog (fixture);
  list = ui_find (fixture->dialog, GTK_TYPE_LIST_VIEW, NULL);

  gtk_selection_model_unselect_all (fixture->rows);
  g_assert_true (says (fixture, "Mark activities to choose for them."));
  gtk_selection_model_select_range (fixture->rows, 1, 2, TRUE);
  g_assert_true (says (fixture, "2 marked:"));
  g_assert_true (gtk_widget_activate_action (list, "next.choose", "u", BARN_NEXT_END));
  g_assert_cmpint (barn_next_row_get_choice (get_row (fixture, 1)), ==, BARN_NEXT_END);
  g_assert_cmpint (barn_next_row_get_choice (get_row (fixture, 2)), ==, BARN_NEXT_END);
  g_assert_true (says (fixture, "1 activity continues · 2 activities end"));

  g_assert_true (gtk_widget_activate_action (fixture->dialog, "next.choose", "u", BARN_NEXT_LONG_TERM));
  g_assert_cmpint (barn_next_row_get_choice (get_row (fixture, 2)), ==, BARN_NEXT_LONG_TERM);
  g_signal_emit_by_name (list, "activate", 2);
  g_assert_cmpint (barn_next_row_get_choice (get_row (fixture, 2)), ==, BARN_NEXT_CONTINUE);
  g_assert_cmpint (barn_next_row_get_choice (get_row (fixture, 1)), ==, BARN_NEXT_LONG_TERM);

  /* All at once: a heading has nothing to choose */
  gtk_selection_model_select_all (fixture->rows);
  g_assert_true (says (fixture, "3 marked:"));
  g_assert_true (gtk_widget_activate_action (list, "next.choose", "u", BARN_NEXT_CONTINUE));
  g_assert_true (says (fixture, "3 activities continue"));
}

static void
on_made (GtkWidget  *dialog,
         BarnPlan   *plan,
         BarnPlan  **made)
{
  *made = plan;
}

/* The areas of the barnbokslut are what the next year begins with, unless the switch says otherwise; making is one change */
static void
test_areas (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  BarnArea *area = barn_plan_file_add_area (fixture->file, 2026, "Begripliga brev", &error);
  BarnPlan *made = NULL;
  GtkSwitch *areas;

  g_assert_nonnull (barn_plan_file_add_measure (fixture->file, area, "Skriv om breven", &error));
  open_dialog (fixture);
  areas = GTK_SWITCH (ui_find (fixture->dialog, GTK_TYPE_SWITCH, NULL));
  g_assert_true (gtk_switch_get_active (areas));
  g_assert_true (says (fixture, "1 activity continues · 1 development area becomes a shift · 1 measure becomes an activity"));
  gtk_switch_set_active (areas, FALSE);
  g_assert_true (says (fixture, "1 activity continues"));
  gtk_switch_set_active (areas, TRUE);

  g_signal_connect (fixture->dialog, "made", G_CALLBACK (on_made), &made);
  g_signal_emit_by_name (ui_find (fixture->dialog, GTK_TYPE_BUTTON, "_Make the Plan"), "clicked");
  g_assert_nonnull (made);
  g_assert_cmpuint (barn_plan_get_year (made), ==, 2027);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_shifts (made)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_activities (made)), ==, 2);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_null (barn_model_find_plan (barn_plan_file_get_model (fixture->file), 2027));
}

/* Somebody else was quicker: it is said, and nothing is written over */
static void
test_taken (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  BarnPlan *other;

  open_dialog (fixture);
  other = barn_plan_file_add_plan (fixture->file, 2027, &error);
  g_assert_nonnull (barn_plan_file_add_activity (fixture->file, other, "Theirs", NULL, NULL, &error));
  g_signal_emit_by_name (ui_find (fixture->dialog, GTK_TYPE_BUTTON, "_Make the Plan"), "clicked");
  g_assert_true (gtk_widget_get_visible (ui_find (fixture->dialog, GTK_TYPE_LABEL, "There is a plan of 2027 already.")));
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_activities (other)), ==, 1);
}

static void
on_counted (guint *n)
{
  (*n)++;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

/* A big year: rows are made for what is seen alone, and what is chosen for all is summed up once */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *summary;
  guint n_summed = 0;

  for (guint i = 0; i < 2000; i++)
    {
      BarnItem *item = barn_item_new (BARN_KIND_ACTIVITY, NULL);

      barn_item_set_text (item, BARN_ACTIVITY_PLAN, barn_item_get_id (BARN_ITEM (fixture->plan)));
      barn_item_set_text (item, BARN_ACTIVITY_TITLE, "One of many");
      g_ptr_array_add (items, item);
    }
  barn_model_merge (barn_plan_file_get_model (fixture->file), items);

  open_dialog (fixture);
  g_assert_cmpuint (count_children (ui_find (fixture->dialog, GTK_TYPE_LIST_VIEW, NULL)), <, 500);
  summary = ui_find (fixture->dialog, GTK_TYPE_LABEL, "2001 activities continue");
  g_assert_nonnull (summary);
  g_signal_connect_swapped (summary, "notify::label", G_CALLBACK (on_counted), &n_summed);
  gtk_selection_model_select_all (fixture->rows);
  g_assert_true (gtk_widget_activate_action (fixture->dialog, "next.choose", "u", BARN_NEXT_END));
  g_assert_true (says (fixture, "0 activities continue · 2001 activities end"));
  g_assert_cmpuint (n_summed, ==, 1);
  g_signal_handlers_disconnect_by_data (summary, &n_summed);
}

#define ADD(name, test) g_test_add ("/next-year/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("proposal", test_proposal);
  ADD ("choose", test_choose);
  ADD ("areas", test_areas);
  ADD ("taken", test_taken);
  ADD ("many", test_many);

  return g_test_run ();
}
