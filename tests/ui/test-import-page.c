/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-import-page"

#include "config.h"

#include <glib/gstdio.h>

#include "barn-draft-row.h"
#include "barn-import-page.h"
#include "ui-support.h"

static const char plan_text[] =
  "# Handlingsplan för barnets rättigheter 2025\n"
  "\n"
  "## Bakgrund\n"
  "\n"
  "Planen visar hur förvaltningen arbetar med barnets rättigheter under året.\n"
  "\n"
  "## Förflyttningar\n"
  "\n"
  "1. Barn får svar inom en vecka\n"
  "2. Barn vet vem de kan fråga\n"
  "\n"
  "## Aktiviteter 2025\n"
  "\n"
  "### Chefer\n"
  "\n"
  "- Följa upp svarstider varje månad\n"
  "- Avsätta tid för samtal med barn\n"
  "\n"
  "### Medarbetare\n"
  "\n"
  "- Lämna kort med namn och nummer till varje barn\n"
  "\n"
  "## På längre sikt\n"
  "\n"
  "- Ta fram en digital väg in för frågor från barn\n";

static const char letter_text[] =
  "Hej!\n"
  "\n"
  "Tack för ert brev. Vi återkommer när vi har läst det.\n"
  "\n"
  "Vänliga hälsningar\n";

typedef struct
{
  char           *folder;
  GtkWidget      *window;
  BarnImportPage *page;
  guint           n_left;
  guint           n_stored;
  gboolean        store;
} Fixture;

static gboolean
on_store (Fixture   *fixture,
          BarnDraft *draft)
{
  g_assert_true (draft == barn_import_page_get_draft (fixture->page));
  fixture->n_stored++;

  return fixture->store;
}

static void
on_left (Fixture *fixture)
{
  fixture->n_left++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("barnratt-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (BARN_TYPE_IMPORT_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  g_signal_connect_swapped (fixture->page, "store", G_CALLBACK (on_store), fixture);
  g_signal_connect_swapped (fixture->page, "left", G_CALLBACK (on_left), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_run_for (20);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_run_for (10);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK, NULL)));
}

/* Reads a document with @text and waits for what comes of it */
static void
read_text (Fixture    *fixture,
           const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "plan.md", NULL);
  g_autoptr (GFile) document = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  barn_import_page_read (fixture->page, document);
  g_assert_cmpstr (get_state (fixture), ==, "reading");
  ui_wait_until (!g_str_equal (get_state (fixture), "reading"));
  g_unlink (path);
}

static guint
count (Fixture    *fixture,
       const char *property)
{
  guint n = 0;

  g_object_get (barn_import_page_get_draft (fixture->page), property, &n, NULL);
  return n;
}

static GtkSelectionModel *
get_lines (Fixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, NULL)));
}

/* The row on the screen that shows @words */
static GtkWidget *
find_row (Fixture    *fixture,
          const char *words)
{
  GtkWidget *label = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, words);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, BARN_TYPE_DRAFT_ROW);
}

static void
test_correct_and_store (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *row;

  read_text (fixture, plan_text);
  g_assert_cmpstr (get_state (fixture), ==, "draft");
  g_assert_cmpuint (barn_draft_get_year (barn_import_page_get_draft (fixture->page)), ==, 2025);
  g_assert_cmpuint (count (fixture, "n-shifts"), ==, 2);
  g_assert_cmpuint (count (fixture, "n-roles"), ==, 2);
  g_assert_cmpuint (count (fixture, "n-activities"), ==, 3);
  g_assert_cmpuint (count (fixture, "n-long-terms"), ==, 1);

  /* A line is corrected, and the figures follow */
  ui_wait_until (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Avsätta tid för samtal med barn") != NULL);
  row = find_row (fixture, "Avsätta tid för samtal med barn");
  g_assert_true (gtk_widget_activate_action (row, "draft-row.take", "i", (int) BARN_TAKEN_NOTHING));
  g_assert_true (barn_draft_line_get_corrected (barn_draft_row_get_line (BARN_DRAFT_ROW (row))));
  g_assert_cmpuint (count (fixture, "n-activities"), ==, 2);
  ui_wait_until (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "2 shifts · 2 roles · 2 activities · 1 long-term item") != NULL);

  /* Not stored: it stays; stored: the page is empty again */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.store", NULL));
  g_assert_cmpuint (fixture->n_stored, ==, 1);
  g_assert_cmpstr (get_state (fixture), ==, "draft");
  fixture->store = TRUE;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.store", NULL));
  g_assert_cmpuint (fixture->n_stored, ==, 2);
  g_assert_null (barn_import_page_get_draft (fixture->page));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dropped, *corrected, *all;
  guint n_lines, n_dropped;

  read_text (fixture, plan_text);
  dropped = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Dropped");
  corrected = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Corrected");
  all = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "All");
  n_lines = g_list_model_get_n_items (G_LIST_MODEL (get_lines (fixture)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dropped), TRUE);
  n_dropped = g_list_model_get_n_items (G_LIST_MODEL (get_lines (fixture)));
  g_assert_cmpuint (n_dropped, >, 0);
  g_assert_cmpuint (n_dropped, <, n_lines);

  /* A line that is corrected does not vanish under the hand */
  gtk_selection_model_select_item (get_lines (fixture), 0, TRUE);
  ui_run_for (50);
  gtk_widget_activate_action (ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_DRAFT_ROW, NULL),
                              "draft-row.take", "i", (int) BARN_TAKEN_BACKGROUND);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_lines (fixture))), ==, n_dropped);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (corrected), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_lines (fixture))), ==, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (all), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_lines (fixture))), ==, n_lines);
}

/* From one line that would be lost to the next, round the end; one that was looked at is no longer doubtful */
static void
test_doubtful (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (plan_text);
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkWidget *row;
  guint found[3];

  g_string_append (text, "\n## Bilagor\n\nKostnaden ryms i budgeten.\n\nDen följs upp i delårsrapporten.\n");
  read_text (fixture, text->str);
  ui_wait_until (ui_find (page, GTK_TYPE_LABEL, "2 doubtful lines") != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (GtkBitset) selected = NULL;

      g_assert_true (gtk_widget_activate_action (page, "import.next-doubtful", NULL));
      selected = gtk_selection_model_get_selection (get_lines (fixture));
      g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
      found[i] = gtk_bitset_get_minimum (selected);
    }
  ui_wait_until (gtk_widget_get_state_flags (gtk_window_get_focus (GTK_WINDOW (fixture->window))) & GTK_STATE_FLAG_SELECTED);
  g_assert_cmpuint (found[1], >, found[0]);
  g_assert_cmpuint (found[2], ==, found[0]);

  gtk_widget_activate_action (page, "import.previous-doubtful", NULL);
  g_assert_true (gtk_selection_model_is_selected (get_lines (fixture), found[1]));

  row = find_row (fixture, "Den följs upp i delårsrapporten.");
  g_assert_true (gtk_widget_activate_action (row, "draft-row.take", "i", (int) BARN_TAKEN_BACKGROUND));
  ui_wait_until (ui_find (page, GTK_TYPE_LABEL, "1 doubtful line") != NULL);
  gtk_widget_activate_action (page, "import.next-doubtful", NULL);
  g_assert_true (gtk_selection_model_is_selected (get_lines (fixture), found[0]));
}

static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row;

  read_text (fixture, plan_text);
  ui_wait_until (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Barn får svar inom en vecka") != NULL);
  row = find_row (fixture, "Barn får svar inom en vecka");

  gtk_selection_model_select_all (get_lines (fixture));
  gtk_widget_activate_action (row, "draft-row.take", "i", (int) BARN_TAKEN_NOTHING);
  g_assert_cmpuint (count (fixture, "n-shifts"), ==, 0);
  g_assert_cmpuint (count (fixture, "n-activities"), ==, 0);
}

static void
test_no_plan (Fixture       *fixture,
              gconstpointer  data)
{
  read_text (fixture, letter_text);
  g_assert_cmpstr (get_state (fixture), ==, "problem");
  g_assert_null (barn_import_page_get_draft (fixture->page));
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "No handlingsplan found"));

  read_text (fixture, "");
  g_assert_cmpstr (get_state (fixture), ==, "problem");
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "The document could not be read"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.cancel", NULL);
  g_assert_cmpuint (fixture->n_left, ==, 1);
  g_assert_cmpstr (get_state (fixture), ==, "start");
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "plan.md", NULL);
  g_autoptr (GFile) document = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, plan_text, -1, &error));
  barn_import_page_read (fixture->page, document);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.cancel", NULL);
  ui_wait_until (fixture->n_left == 1);
  g_assert_cmpstr (get_state (fixture), ==, "start");
  g_assert_null (barn_import_page_get_draft (fixture->page));

  /* A document asked for while another is read: the later one answers */
  barn_import_page_read (fixture->page, document);
  barn_import_page_read (fixture->page, document);
  ui_wait_until (barn_import_page_get_draft (fixture->page) != NULL);
  g_assert_cmpuint (fixture->n_left, ==, 1);
  g_unlink (path);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = BARN_IS_DRAFT_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

/* A long document costs rows for what is near the screen, not for each line */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (plan_text);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "- Svara barn som frågar om sak %u\n", i);

  read_text (fixture, text->str);
  g_assert_cmpstr (get_state (fixture), ==, "draft");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_lines (fixture))), >=, 5000);
  ui_run_for (100);
  g_assert_cmpuint (count_rows (GTK_WIDGET (fixture->page)), <, 400);
}

int
main (int   argc,
      char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/import-page/correct-and-store", test_correct_and_store);
  ADD ("/import-page/filter", test_filter);
  ADD ("/import-page/doubtful", test_doubtful);
  ADD ("/import-page/several", test_several);
  ADD ("/import-page/no-plan", test_no_plan);
  ADD ("/import-page/cancel", test_cancel);
  ADD ("/import-page/long", test_long);
#undef ADD

  return g_test_run ();
}
