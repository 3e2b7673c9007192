/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-follow-up"

#include "config.h"

#include "barn-close-dialog.h"
#include "barn-field-binding.h"
#include "barn-follow-up-editor.h"
#include "barn-follow-up-page.h"
#include "barn-occasion-choice.h"
#include "barn-occasion-report.h"
#include "barn-occasions-dialog.h"
#include "barn-reported-dialog.h"
#include "ui-support.h"

#define N_ACTIVITIES 4

typedef struct
{
  BarnPlanFile *file;
  BarnPlan     *plan;
  GtkWindow    *window;
  GtkWidget    *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  barn_clock_set_today (barn_day_new (2026, 4, 20));
  fixture->file = ui_make_file ();
  fixture->plan = ui_get_plan (fixture->file);
  for (guint i = 1; i < N_ACTIVITIES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Activity %u", i);

      g_assert_nonnull (barn_plan_file_add_activity (fixture->file, fixture->plan, title, NULL, NULL, &error));
      g_assert_no_error (error);
    }

  fixture->page = g_object_ref_sink (g_object_new (BARN_TYPE_FOLLOW_UP_PAGE, NULL));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 900, 700);
  gtk_window_set_child (fixture->window, fixture->page);
  barn_page_set_plan (BARN_PAGE (fixture->page), fixture->file, fixture->plan);
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
  barn_clock_set_today (barn_day_new (2026, 11, 22));
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
  ui_run_for (20);
}

static GtkWidget *
get_editor (Fixture *fixture)
{
  return ui_find (fixture->page, BARN_TYPE_FOLLOW_UP_EDITOR, NULL);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkTextView *comment = GTK_TEXT_VIEW (ui_find (get_editor (fixture), GTK_TYPE_TEXT_VIEW, NULL));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (comment), text, -1);
}

static void
save (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (get_editor (fixture), "follow-up.save", NULL));
  ui_run_for (20);
}

static gboolean
is_on_screen (Fixture    *fixture,
              const char *text)
{
  GtkWidget *label = ui_find (fixture->page, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static BarnOccasion *
get_occasion (Fixture *fixture,
              guint    place)
{
  g_autoptr (BarnOccasion) occasion = g_list_model_get_item (barn_plan_get_occasions (fixture->plan), place);

  return occasion;
}

static BarnFollowUp *
get_last (Fixture *fixture,
          guint    place)
{
  return barn_activity_get_last_follow_up (ui_get_activity (fixture->file, place), barn_clock_get_today ());
}

/* From no occasions to all followed up, by keys alone: a number, Ctrl+Enter, F7, skipping and going back */
static void
test_whole_occasion (Fixture       *fixture,
                     gconstpointer  data)
{
  g_assert_true (is_on_screen (fixture, "When Is the Plan Followed Up?"));
  act (fixture, "follow-up.tertial");
  g_assert_true (is_on_screen (fixture, "0 of 4 followed up · 4 left"));
  g_assert_true (is_on_screen (fixture, "Ask the children"));

  g_assert_true (ui_press (fixture->page, GDK_KEY_2));
  type (fixture, "We asked twelve");
  save (fixture);
  g_assert_cmpint (barn_follow_up_get_status (get_last (fixture, 0)), ==, BARN_STATUS_ONGOING);
  g_assert_cmpstr (barn_follow_up_get_comment (get_last (fixture, 0)), ==, "We asked twelve");
  g_assert_cmpstr (barn_follow_up_get_occasion (get_last (fixture, 0)), ==,
                   barn_item_get_id (BARN_ITEM (get_occasion (fixture, 0))));
  g_assert_true (is_on_screen (fixture, "1 of 4 followed up · 3 left"));
  g_assert_true (is_on_screen (fixture, "Activity 1"));

  act (fixture, "follow-up.unchanged");
  g_assert_true (barn_follow_up_get_unchanged (get_last (fixture, 1)));
  act (fixture, "follow-up.skip");
  g_assert_true (is_on_screen (fixture, "Activity 3"));
  g_assert_true (ui_press (fixture->page, GDK_KEY_KP_3));
  save (fixture);
  g_assert_true (is_on_screen (fixture, "Activity 2"));

  /* Back to what was written, which stands in the form */
  act (fixture, "follow-up.previous");
  act (fixture, "follow-up.previous");
  g_assert_true (is_on_screen (fixture, "Ask the children"));
  g_assert_true (barn_follow_up_editor_get_current (BARN_FOLLOW_UP_EDITOR (get_editor (fixture))) == get_last (fixture, 0));
  save (fixture);
  g_assert_true (is_on_screen (fixture, "Activity 2"));
  act (fixture, "follow-up.unchanged");
  g_assert_true (is_on_screen (fixture, "4 of 4 followed up · 0 left"));
  g_assert_true (is_on_screen (fixture, "All Is Followed Up"));

  /* Undo brings it back to be followed up */
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  ui_run_for (50);
  g_assert_true (is_on_screen (fixture, "Activity 2"));
}

/* Saving nothing goes nowhere; saying that nothing changed does not throw away what is written */
static void
test_nothing_is_silence (Fixture       *fixture,
                         gconstpointer  data)
{
  act (fixture, "follow-up.tertial");
  save (fixture);
  g_assert_true (is_on_screen (fixture, "Ask the children"));
  g_assert_null (get_last (fixture, 0));

  type (fixture, "Half a sent");
  act (fixture, "follow-up.unchanged");
  g_assert_true (is_on_screen (fixture, "Ask the children"));
  g_assert_cmpstr (barn_follow_up_get_comment (get_last (fixture, 0)), ==, "Half a sent");
  g_assert_false (barn_follow_up_get_unchanged (get_last (fixture, 0)));
}

/* What is typed is stored a moment later, and when somebody goes on without saving */
static void
test_text_is_kept (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (BarnPlanFile) other = NULL;
  BarnActivity *seen;

  act (fixture, "follow-up.tertial");
  type (fixture, "Typed and killed");
  ui_wait_until (get_last (fixture, 0) != NULL);
  other = ui_open_again (fixture->file);
  seen = BARN_ACTIVITY (barn_model_lookup (barn_plan_file_get_model (other),
                                           barn_item_get_id (BARN_ITEM (ui_get_activity (fixture->file, 0)))));
  g_assert_cmpstr (barn_follow_up_get_comment (barn_activity_get_last_follow_up (seen, barn_clock_get_today ())), ==,
                   "Typed and killed");

  act (fixture, "follow-up.skip");
  type (fixture, "Left behind");
  act (fixture, "follow-up.skip");
  g_assert_cmpstr (barn_follow_up_get_comment (get_last (fixture, 1)), ==, "Left behind");

  type (fixture, "Left by going to another page");
  gtk_widget_hide (fixture->page);
  g_assert_cmpstr (barn_follow_up_get_comment (get_last (fixture, 2)), ==, "Left by going to another page");
}

/* One part alone, and which one is remembered */
static void
test_part (Fixture       *fixture,
           gconstpointer  data)
{
  BarnOccasionChoice *choice = BARN_OCCASION_CHOICE (ui_find (fixture->page, BARN_TYPE_OCCASION_CHOICE, NULL));
  const char *role = barn_activity_get_roles (ui_get_activity (fixture->file, 0))[0];
  g_autofree char *part = g_strdup_printf ("role:%s", role);
  g_autoptr (GVariant) state = NULL;
  GVariantDict dict;

  act (fixture, "follow-up.tertial");
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "part", "s", part);
  state = g_variant_ref_sink (g_variant_dict_end (&dict));
  g_variant_dict_init (&dict, state);
  barn_page_restore_state (BARN_PAGE (fixture->page), &dict);
  g_variant_dict_clear (&dict);
  ui_run_for (50);

  g_assert_cmpstr (barn_occasion_choice_get_role (choice), ==, role);
  g_assert_true (is_on_screen (fixture, "0 of 1 followed up · 1 left"));
  act (fixture, "follow-up.unchanged");
  g_assert_true (is_on_screen (fixture, "This Part Is Followed Up"));

  g_variant_dict_init (&dict, NULL);
  barn_page_save_state (BARN_PAGE (fixture->page), &dict);
  g_assert_true (g_variant_dict_contains (&dict, "occasion"));
  g_variant_dict_clear (&dict);

  act (fixture, "follow-up.all-parts");
  g_assert_true (is_on_screen (fixture, "1 of 4 followed up · 3 left"));
}

static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

/* Closing says what is missing and wants a reason; then the figures stand, a correction is seen as one, and it can be opened again */
static void
test_closing (Fixture       *fixture,
              gconstpointer  data)
{
  BarnOccasion *occasion;
  GtkWidget *dialog;
  GtkWidget *button;
  GtkWidget *reason;
  GtkListView *lines;

  act (fixture, "follow-up.tertial");
  occasion = get_occasion (fixture, 0);
  act (fixture, "follow-up.unchanged");
  act (fixture, "follow-up.close-occasion");
  dialog = find_dialog (BARN_TYPE_CLOSE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL,
                             "Something is missing in 4 activities. Mend it, or close all the same and say why."));
  button = ui_find (dialog, GTK_TYPE_BUTTON, "C_lose the Occasion");
  g_assert_false (gtk_widget_get_sensitive (button));

  reason = ui_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (reason), "The board meets tomorrow");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_run_for (50);
  g_assert_cmpuint (barn_occasion_get_closed_on (occasion), ==, barn_clock_get_today ());
  g_assert_true (is_on_screen (fixture, "It was closed though something was missing: The board meets tomorrow"));
  g_assert_true (is_on_screen (fixture, "Nothing has been corrected since the occasion was closed."));

  act (fixture, "follow-up.reported");
  dialog = find_dialog (BARN_TYPE_REPORTED_DIALOG);
  lines = GTK_LIST_VIEW (ui_find (dialog, GTK_TYPE_LIST_VIEW, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (lines))), ==, N_ACTIVITIES);
  g_signal_emit_by_name (lines, "activate", 0u);
  ui_run_for (50);
  g_assert_true (is_on_screen (fixture, "Ask the children"));
  g_assert_true (ui_press (fixture->page, GDK_KEY_3));
  type (fixture, "It was done in April");
  save (fixture);
  g_assert_true (is_on_screen (fixture, "Corrected Since"));
  g_assert_false (is_on_screen (fixture, "Nothing has been corrected since the occasion was closed."));
  g_assert_cmpuint (g_list_model_get_n_items (barn_activity_get_follow_ups (ui_get_activity (fixture->file, 0))), ==, 2);

  act (fixture, "follow-up.reopen");
  g_assert_cmpuint (barn_occasion_get_closed_on (occasion), ==, BARN_DAY_NONE);
  g_assert_true (is_on_screen (fixture, "1 of 4 followed up · 3 left"));
}

static void
choose_pattern (GtkWidget   *dialog,
                BarnPattern  pattern)
{
  GtkWidget *box = gtk_widget_get_parent (ui_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL));
  GtkWidget *toggle = gtk_widget_get_first_child (box);

  for (guint i = 0; i < (guint) pattern; i++)
    toggle = gtk_widget_get_next_sibling (toggle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (toggle), TRUE);
}

/* The pattern in one step; what is in use stays; a bad date is said at its field */
static void
test_occasions (Fixture       *fixture,
                gconstpointer  data)
{
  GListModel *occasions = barn_plan_get_occasions (fixture->plan);
  GtkWidget *dialog = barn_occasions_dialog_new (fixture->window, fixture->file, fixture->plan);
  GtkWidget *arrange;
  GtkWidget *own;

  gtk_window_present (GTK_WINDOW (dialog));
  ui_run_for (50);
  arrange = ui_find (dialog, GTK_TYPE_BUTTON, "_Do So");
  g_signal_emit_by_name (arrange, "clicked");
  ui_run_for (50);
  g_assert_cmpuint (g_list_model_get_n_items (occasions), ==, 3);
  g_assert_false (gtk_widget_get_sensitive (arrange));

  /* The first has a follow-up now, and stays whatever comes */
  act (fixture, "follow-up.unchanged");
  choose_pattern (dialog, BARN_PATTERN_YEAR);
  g_signal_emit_by_name (arrange, "clicked");
  ui_run_for (50);
  g_assert_cmpuint (g_list_model_get_n_items (occasions), ==, 2);
  g_assert_cmpuint (barn_occasion_get_cut_off (get_occasion (fixture, 0)), ==, barn_day_new (2026, 4, 30));

  choose_pattern (dialog, BARN_PATTERN_OWN);
  own = ui_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (own), "30/4, 31/9");
  g_assert_false (gtk_widget_get_sensitive (arrange));
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "“31/9” is no date. Write the dates as 31/3, 30/6, with commas between."));
  gtk_editable_set_text (GTK_EDITABLE (own), "30/4, 2028-01-01");
  g_signal_emit_by_name (arrange, "clicked");
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL,
                             "The cut-off date must lie in 2026, or in January to March of the year after."));
  gtk_editable_set_text (GTK_EDITABLE (own), "30/4, 15 June, 2026-10-15");
  g_signal_emit_by_name (arrange, "clicked");
  ui_run_for (50);
  g_assert_cmpuint (g_list_model_get_n_items (occasions), ==, 3);

  gtk_window_close (GTK_WINDOW (dialog));
  ui_run_for (20);
}

#define ADD(name, test) g_test_add ("/follow-up/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("whole-occasion", test_whole_occasion);
  ADD ("nothing-is-silence", test_nothing_is_silence);
  ADD ("text-is-kept", test_text_is_kept);
  ADD ("part", test_part);
  ADD ("closing", test_closing);
  ADD ("occasions", test_occasions);

  return g_test_run ();
}
