/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-history"

#include "config.h"

#include "barn-application.h"
#include "barn-change-detail.h"
#include "barn-history-filters.h"
#include "barn-history-page.h"
#include "barn-window-private.h"
#include "ui-support.h"

typedef struct
{
  BarnWindow   *window;
  BarnPlanFile *file;
  GtkWidget    *page;
  GtkListView  *list;
} Fixture;

static BarnApplication *application;

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture->list));
}

/* The summary of the n-th change; headings are not counted */
static char *
dup_summary (Fixture *fixture,
             guint    n)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (get_rows (fixture), i);

      if (BARN_IS_CHANGE (row) && n-- == 0)
        return barn_change_dup_summary (BARN_CHANGE (row));
    }

  return NULL;
}

static guint
count_changes (Fixture *fixture)
{
  guint n = 0;
  g_autofree char *summary = NULL;

  while ((summary = dup_summary (fixture, n)) != NULL)
    {
      g_clear_pointer (&summary, g_free);
      n++;
    }

  return n;
}

static void
select_change (Fixture *fixture,
               guint    n)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (get_rows (fixture), i);

      if (BARN_IS_CHANGE (row) && n-- == 0)
        gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_rows (fixture)), i);
    }
  ui_run_for (100);
}

static void
retitle (Fixture    *fixture,
         const char *title)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (ui_get_activity (fixture->file, 0)), "title", NULL, title, NULL, &error));
  g_assert_no_error (error);
}

static void
show_history (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "history");
  fixture->page = GTK_WIDGET (barn_window_get_page (fixture->window));
  g_assert_true (BARN_IS_HISTORY_PAGE (fixture->page));
  fixture->list = GTK_LIST_VIEW (ui_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL));
  ui_wait_until (count_changes (fixture) > 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (BarnPlanFile) made = ui_make_file ();
  g_autoptr (GFile) place = g_object_ref (barn_plan_file_get_file (made));
  g_autoptr (GSettings) settings = g_settings_new (BARN_APPLICATION_ID);
  g_autoptr (GError) error = NULL;

  g_settings_reset (settings, "page-states");
  fixture->window = g_object_ref (barn_window_new (GTK_APPLICATION (application)));
  barn_window_open (fixture->window, place, FALSE);
  ui_wait_until (!barn_window_is_opening (fixture->window));
  fixture->file = g_object_ref (barn_window_get_file (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  retitle (fixture, "Hear the children");
  barn_plan_file_add_shift (fixture->file, ui_get_plan (fixture->file), "Children are heard", &error);
  g_assert_no_error (error);
  show_history (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_run_for (50);
  g_assert_finalize_object (fixture->window);
  ui_remove_file (fixture->file);
}

/* The answer to the question that stands before the window */
static void
answer (Fixture    *fixture,
        const char *response)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data))
      {
        adw_message_dialog_response (link->data, response);
        gtk_window_destroy (link->data);
        ui_run_for (50);
        return;
      }

  g_test_fail ();
}

static void
test_newest_first (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GObject) first = g_list_model_get_item (get_rows (fixture), 0);
  g_autofree char *newest = dup_summary (fixture, 0);
  g_autofree char *next = dup_summary (fixture, 1);
  guint n = count_changes (fixture);

  g_assert_true (GTK_IS_STRING_OBJECT (first));
  g_assert_cmpuint (n, >=, 4);
  g_assert_nonnull (newest);
  g_assert_cmpstr (newest, !=, next);

  /* What is done while it is on show comes first */
  retitle (fixture, "Listen");
  ui_wait_until (count_changes (fixture) == n + 1);
}

static void
test_old_and_new (Fixture       *fixture,
                  gconstpointer  data)
{
  select_change (fixture, 1);
  ui_wait_until (ui_find (fixture->page, GTK_TYPE_LABEL, "Title: Ask the children → Hear the children") != NULL);

  /* Enter leads to the activity */
  g_signal_emit_by_name (fixture->list, "activate", gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_rows (fixture))));
  g_assert_cmpstr (barn_window_get_page_name (fixture->window), ==, "activities");
}

/* Filters add up, and are remembered */
static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *filters = ui_find (fixture->page, BARN_TYPE_HISTORY_FILTERS, NULL);
  GtkWidget *search = ui_find (filters, GTK_TYPE_SEARCH_ENTRY, NULL);
  guint n;
  GVariantDict state;
  g_autoptr (GVariant) saved = NULL;

  retitle (fixture, "Listen");
  ui_wait_until (count_changes (fixture) >= 5);
  n = count_changes (fixture);

  g_variant_dict_init (&state, NULL);
  g_variant_dict_insert (&state, "kind", "s", "activity");
  g_variant_dict_insert (&state, "from", "u", barn_day_new (2026, 11, 1));
  barn_page_restore_state (BARN_PAGE (fixture->page), &state);
  g_variant_dict_clear (&state);
  ui_wait_until (count_changes (fixture) < n);
  g_assert_cmpuint (count_changes (fixture), ==, 3);
  g_assert_nonnull (ui_find (filters, GTK_TYPE_LABEL, "Activities"));
  g_assert_nonnull (ui_find (filters, GTK_TYPE_LABEL, "From 1 November"));

  gtk_editable_set_text (GTK_EDITABLE (search), "HEAR");
  ui_wait_until (count_changes (fixture) == 1);

  g_variant_dict_init (&state, NULL);
  barn_page_save_state (BARN_PAGE (fixture->page), &state);
  saved = g_variant_ref_sink (g_variant_dict_end (&state));
  g_assert_cmpuint (g_variant_n_children (saved), ==, 2);

  gtk_editable_set_text (GTK_EDITABLE (search), "no such word");
  ui_wait_until (ui_find (fixture->page, GTK_TYPE_BUTTON, "_Show All Changes") != NULL &&
                 gtk_widget_get_mapped (ui_find (fixture->page, GTK_TYPE_BUTTON, "_Show All Changes")));
  g_signal_emit_by_name (ui_find (fixture->page, GTK_TYPE_BUTTON, "_Show All Changes"), "clicked");
  ui_wait_until (count_changes (fixture) == n);
}

static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  guint n;

  retitle (fixture, "Listen");
  ui_wait_until (count_changes (fixture) >= 5);
  n = count_changes (fixture);

  /* Back to before the title was changed the first time: three changes are taken back as one */
  select_change (fixture, 3);
  gtk_widget_activate_action (fixture->page, "history.back", NULL);
  ui_run_for (50);
  answer (fixture, "cancel");
  g_assert_cmpstr (barn_item_get_title (BARN_ITEM (ui_get_activity (fixture->file, 0))), ==, "Listen");

  gtk_widget_activate_action (fixture->page, "history.back", NULL);
  ui_run_for (50);
  answer (fixture, "answer");
  ui_wait_until (g_str_equal (barn_item_get_title (BARN_ITEM (ui_get_activity (fixture->file, 0))), "Ask the children"));
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_shifts (ui_get_plan (fixture->file))), ==, 0);
  ui_wait_until (count_changes (fixture) == n + 1);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_run_for (50);
  g_assert_cmpstr (barn_item_get_title (BARN_ITEM (ui_get_activity (fixture->file, 0))), ==, "Listen");
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_shifts (ui_get_plan (fixture->file))), ==, 1);
}

/* What another program did while the question stood there was not asked about */
static void
test_back_is_refused_when_others_write (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (BarnPlanFile) other = ui_open_again (fixture->file);
  g_autoptr (GError) error = NULL;

  select_change (fixture, 2);
  gtk_widget_activate_action (fixture->page, "history.back", NULL);
  ui_run_for (50);
  barn_plan_file_add_shift (other, ui_get_plan (other), "From elsewhere", &error);
  g_assert_no_error (error);
  answer (fixture, "answer");
  ui_wait_until (barn_notice_is_shown (fixture->window->error_notice));
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_shifts (ui_get_plan (fixture->file))), ==, 2);
}

static void
test_viewed (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *back;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-read-only", NULL);
  ui_wait_until (!barn_window_is_opening (fixture->window));
  show_history (fixture);
  select_change (fixture, 2);
  back = gtk_widget_get_ancestor (ui_find (fixture->page, GTK_TYPE_LABEL, "_Undo Back to Here…"), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_mapped (back));
  g_assert_false (gtk_widget_is_sensitive (back));
}

#define ADD(name, func) g_test_add ("/history/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!ui_test_init (&argc, &argv))
    return 0;

  application = barn_application_new ();
  g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  ADD ("newest-first", test_newest_first);
  ADD ("old-and-new", test_old_and_new);
  ADD ("filters", test_filters);
  ADD ("back", test_back);
  ADD ("back-is-refused-when-others-write", test_back_is_refused_when_others_write);
  ADD ("viewed", test_viewed);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
