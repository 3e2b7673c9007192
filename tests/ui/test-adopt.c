/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-adopt"

#include "config.h"

#include <string.h>

#include "barn-adopt-dialog.h"
#include "barn-adopted-list.h"
#include "barn-choose.h"
#include "barn-compare-dialog.h"
#include "barn-date-entry.h"
#include "barn-documents-page.h"
#include "barn-open.h"
#include "barn-tab-stop.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile      *file;
  BarnPlan          *plan;
  GtkWidget         *window;
  BarnDocumentsPage *page;
  GtkWidget         *list;
  char              *said;
} Fixture;

/* What a window does for a page */
#define TEST_TYPE_WINDOW (test_window_get_type ())
G_DECLARE_FINAL_TYPE (TestWindow, test_window, TEST, WINDOW, GtkWindow)

struct _TestWindow
{
  GtkWindow  parent_instance;
  Fixture   *fixture;
};

G_DEFINE_FINAL_TYPE (TestWindow, test_window, GTK_TYPE_WINDOW)

static void
on_say (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  Fixture *fixture = TEST_WINDOW (widget)->fixture;

  g_free (fixture->said);
  fixture->said = g_variant_dup_string (parameter, NULL);
}

static void
test_window_class_init (TestWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.report-error", "s", on_say);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.say", "s", on_say);
}

static void
test_window_init (TestWindow *self)
{
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = ui_make_file ();
  fixture->plan = ui_get_plan (fixture->file);
  fixture->window = g_object_new (TEST_TYPE_WINDOW, "default-width", 1000, "default-height", 700, NULL);
  TEST_WINDOW (fixture->window)->fixture = fixture;
  fixture->page = g_object_new (BARN_TYPE_DOCUMENTS_PAGE, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  barn_page_set_plan (BARN_PAGE (fixture->page), fixture->file, fixture->plan);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_run_for (50);
  fixture->list = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_ADOPTED_LIST, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  barn_choose_set_override (NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_run_for (10);
  ui_remove_file (fixture->file);
  g_free (fixture->said);
}

/* The dialog of @type that is open; NULL: there is none */
static GtkWidget *
find_dialog (GType type)
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

/* The entry row of that title */
static GtkEditable *
find_entry (GtkWidget  *widget,
            const char *title)
{
  if (ADW_IS_ENTRY_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return GTK_EDITABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = find_entry (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkCheckButton *
find_check (GtkWidget  *widget,
            const char *label)
{
  if (GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0)
    return GTK_CHECK_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_check (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_adopted (Fixture *fixture)
{
  return g_list_model_get_n_items (barn_plan_get_adopted (fixture->plan));
}

static BarnAdopted *
adopt (Fixture   *fixture,
       BarnPaper  paper,
       const char *decision)
{
  BarnAdoption adoption = {
    .paper = paper, .year = 2026, .format = BARN_FORMAT_MARKDOWN,
    .adopted_on = barn_clock_get_today (), .instance = "Socialnämnden", .decision = decision,
  };
  g_autoptr (GError) error = NULL;
  BarnAdopted *adopted = barn_plan_file_adopt (fixture->file, &adoption, NULL, NULL, &error);

  g_assert_no_error (error);

  return adopted;
}

static void
act (Fixture     *fixture,
     const char  *action,
     BarnAdopted *adopted)
{
  g_assert_true (gtk_widget_activate_action (fixture->list, action, "s", barn_item_get_id (BARN_ITEM (adopted))));
}

/* The document on show is adopted with what is proposed and said; it stands in the list, and can be undone */
static void
test_adopt (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BarnAdopted) adopted = NULL;
  GtkWidget *dialog;

  barn_plan_file_set_text (fixture->file, BARN_ITEM (barn_model_get_organisation (barn_plan_file_get_model (fixture->file))), "board",
                           NULL, "Socialnämnden", NULL, NULL);
  barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->plan), "registry-number", NULL, "SN 2026/7", NULL, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->list));
  barn_documents_page_show_paper (fixture->page, BARN_PAPER_BARNBOKSLUT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.adopt", NULL);
  ui_run_for (50);
  dialog = find_dialog (BARN_TYPE_ADOPT_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Adopt: Barnbokslut");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, "Who decided")), ==, "Socialnämnden");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, "Registry number")), ==, "SN 2026/7");
  gtk_editable_set_text (find_entry (dialog, "Paragraph, such as § 12"), "§ 12");
  gtk_check_button_set_active (find_check (dialog, "Word (.docx)"), TRUE);
  gtk_widget_activate_action (dialog, "adopt.go", NULL);
  ui_wait_until (find_dialog (BARN_TYPE_ADOPT_DIALOG) == NULL);

  g_assert_cmpuint (count_adopted (fixture), ==, 1);
  adopted = g_list_model_get_item (barn_plan_get_adopted (fixture->plan), 0);
  g_assert_cmpstr (barn_adopted_get_paper (adopted), ==, "barnbokslut");
  g_assert_cmpstr (barn_adopted_get_format (adopted), ==, "docx");
  g_assert_cmpstr (barn_adopted_get_decision (adopted), ==, "§ 12");
  g_assert_true (gtk_widget_get_visible (fixture->list));
  g_assert_nonnull (ui_find (fixture->list, GTK_TYPE_LABEL, barn_adopted_get_title (adopted)));

  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  ui_run_for (10);
  g_assert_false (gtk_widget_get_visible (fixture->list));
}

/* What may not be said is told in the dialog, which stays; Escape while it is asked changes nothing */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (10000, 'n');
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.adopt", NULL);
  ui_run_for (50);
  dialog = find_dialog (BARN_TYPE_ADOPT_DIALOG);
  gtk_editable_set_text (find_entry (dialog, "Who decided"), "");
  gtk_widget_activate_action (dialog, "adopt.go", NULL);
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "Say who decided, as “Socialnämnden”."));
  gtk_editable_set_text (find_entry (dialog, "Who decided"), long_name);
  gtk_widget_activate_action (dialog, "adopt.go", NULL);
  g_assert_null (ui_find (dialog, GTK_TYPE_LABEL, "Say who decided, as “Socialnämnden”."));
  g_assert_cmpuint (count_adopted (fixture), ==, 0);
  g_assert_true (find_dialog (BARN_TYPE_ADOPT_DIALOG) == dialog);
  gtk_widget_activate_action (dialog, "adopt.cancel", NULL);
  ui_wait_until (find_dialog (BARN_TYPE_ADOPT_DIALOG) == NULL);
  g_assert_cmpuint (count_adopted (fixture), ==, 0);
}

/* Cancelled while the document is made: nothing is kept, and what was said stays to be tried again */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.adopt", NULL);
  ui_run_for (50);
  dialog = find_dialog (BARN_TYPE_ADOPT_DIALOG);
  gtk_editable_set_text (find_entry (dialog, "Who decided"), "Socialnämnden");
  gtk_widget_activate_action (dialog, "adopt.go", NULL);
  gtk_widget_activate_action (dialog, "adopt.cancel", NULL);
  ui_run_for (500);
  g_assert_true (find_dialog (BARN_TYPE_ADOPT_DIALOG) == dialog);
  g_assert_cmpuint (count_adopted (fixture), ==, 0);
  gtk_widget_activate_action (dialog, "adopt.go", NULL);
  ui_wait_until (find_dialog (BARN_TYPE_ADOPT_DIALOG) == NULL);
  g_assert_cmpuint (count_adopted (fixture), ==, 1);
}

static void
test_correct (Fixture       *fixture,
              gconstpointer  data)
{
  BarnAdopted *adopted = adopt (fixture, BARN_PAPER_HANDLINGSPLAN, "");
  GtkWidget *dialog;

  act (fixture, "adopted.correct", adopted);
  ui_run_for (50);
  dialog = find_dialog (BARN_TYPE_ADOPT_DIALOG);
  gtk_editable_set_text (find_entry (dialog, "Paragraph, such as § 12"), "§ 34");
  gtk_widget_activate_action (dialog, "adopt.go", NULL);
  ui_wait_until (find_dialog (BARN_TYPE_ADOPT_DIALOG) == NULL);
  g_assert_cmpstr (barn_adopted_get_decision (adopted), ==, "§ 34");
}

static GFile *
choose_output (const char     *title,
               BarnChooseKind  kind,
               const char     *name,
               gpointer        user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GFile) folder = g_file_get_parent (barn_plan_file_get_file (fixture->file));

  return g_file_get_child (folder, name);
}

/* Under the name that is proposed, byte for byte */
static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  BarnAdopted *adopted = adopt (fixture, BARN_PAPER_HANDLINGSPLAN, "§ 1");
  g_autoptr (GBytes) bytes = barn_plan_file_read_adopted (fixture->file, adopted, NULL);
  g_autofree char *name = barn_adopted_dup_file_name (adopted);
  g_autoptr (GFile) output = choose_output (NULL, BARN_CHOOSE_ANY, name, fixture);
  g_autofree char *saved = NULL;
  gsize length;

  barn_choose_set_override (choose_output, fixture);
  act (fixture, "adopted.save", adopted);
  ui_wait_until (fixture->said != NULL);
  g_assert_nonnull (strstr (fixture->said, name));
  g_assert_true (g_file_load_contents (output, NULL, &saved, &length, NULL, NULL));
  g_assert_cmpmem (saved, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_file_delete (output, NULL, NULL);
}

static void
on_open (const char *uri,
         gpointer    data)
{
  *(char **) data = g_strdup (uri);
}

/* The desktop is given the file as it was adopted; one that it is not to have is told of */
static void
test_show (Fixture       *fixture,
           gconstpointer  data)
{
  BarnAdopted *adopted = adopt (fixture, BARN_PAPER_HANDLINGSPLAN, "§ 1");
  g_autoptr (GBytes) bytes = barn_plan_file_read_adopted (fixture->file, adopted, NULL);
  g_autoptr (GFile) file = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *shown = NULL;
  char *none = NULL;
  gsize length;

  barn_open_set_override (on_open, &opened);
  act (fixture, "adopted.show", adopted);
  g_assert_nonnull (opened);
  file = g_file_new_for_uri (opened);
  g_assert_true (g_file_load_contents (file, NULL, &shown, &length, NULL, NULL));
  g_assert_cmpmem (shown, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  barn_open_set_override (on_open, &none);
  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (adopted), "format", NULL, "desktop", NULL, NULL));
  act (fixture, "adopted.show", adopted);
  g_assert_null (none);
  g_assert_nonnull (fixture->said);
  barn_open_set_override (NULL, NULL);
}

/* It is asked first; undone, it is there again */
static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  BarnAdopted *adopted = adopt (fixture, BARN_PAPER_HANDLINGSPLAN, "§ 1");
  GtkWidget *question;

  act (fixture, "adopted.delete", adopted);
  ui_run_for (50);
  question = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  g_assert_cmpuint (count_adopted (fixture), ==, 1);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "answer");
  gtk_window_destroy (GTK_WINDOW (question));
  ui_wait_until (count_adopted (fixture) == 0);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, NULL));
  g_assert_cmpuint (count_adopted (fixture), ==, 1);
  g_assert_true (gtk_widget_get_visible (fixture->list));
}

/* The one that was chosen beside the one before it: only what differs, and all of it when that is asked for */
static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  BarnAdopted *after;
  GtkWidget *dialog;
  GtkListView *list;
  GListModel *shown;
  guint n_differ;

  adopt (fixture, BARN_PAPER_HANDLINGSPLAN, "§ 1");
  barn_plan_file_set_text (fixture->file, BARN_ITEM (ui_get_activity (fixture->file, 0)), "title", NULL, "Ask the children every month", NULL, NULL);
  after = adopt (fixture, BARN_PAPER_HANDLINGSPLAN, "§ 2");
  adopt (fixture, BARN_PAPER_TJANSTESKRIVELSE, "§ 3");

  act (fixture, "adopted.compare", after);
  ui_run_for (50);
  dialog = find_dialog (BARN_TYPE_COMPARE_DIALOG);
  g_assert_nonnull (dialog);
  list = GTK_LIST_VIEW (ui_find (ui_find (dialog, BARN_TYPE_TAB_STOP, NULL), GTK_TYPE_LIST_VIEW, NULL));
  shown = G_LIST_MODEL (gtk_list_view_get_model (list));
  ui_wait_until (g_list_model_get_n_items (shown) > 0);
  n_differ = g_list_model_get_n_items (shown);
  g_assert_cmpuint (n_differ, <, 6);
  ui_wait_until (ui_find (GTK_WIDGET (list), GTK_TYPE_LABEL, "Changed") != NULL ||
                 ui_find (GTK_WIDGET (list), GTK_TYPE_LABEL, "Added") != NULL);

  gtk_check_button_set_active (find_check (dialog, "Show what is the _same too"), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (shown), >, n_differ);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_run_for (10);
}

/* One that stands alone has nothing to be compared with, and that is said */
static void
test_compare_alone (Fixture       *fixture,
                    gconstpointer  data)
{
  BarnAdopted *adopted = adopt (fixture, BARN_PAPER_HANDLINGSPLAN, "§ 1");
  GtkWidget *dialog;

  act (fixture, "adopted.compare", adopted);
  ui_run_for (50);
  dialog = find_dialog (BARN_TYPE_COMPARE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "There Is No Other to Compare With"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_run_for (10);
}

/* Where nothing may be changed, nothing can be adopted, and the list can be read */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (BarnPlanFile) reader = NULL;
  BarnAdopted *adopted = adopt (fixture, BARN_PAPER_HANDLINGSPLAN, "§ 1");

  reader = barn_plan_file_open (barn_plan_file_get_file (fixture->file), TRUE, NULL);
  barn_page_set_plan (BARN_PAGE (fixture->page), reader, ui_get_plan (reader));
  ui_run_for (20);
  g_assert_true (gtk_widget_get_visible (fixture->list));
  g_assert_nonnull (ui_find (fixture->list, GTK_TYPE_LABEL, barn_adopted_get_title (adopted)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.adopt", NULL);
  ui_run_for (20);
  g_assert_null (find_dialog (BARN_TYPE_ADOPT_DIALOG));
  barn_page_set_plan (BARN_PAGE (fixture->page), fixture->file, fixture->plan);
}

int
main (int   argc,
      char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(path, function) g_test_add ("/ui/adopt/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("adopt", test_adopt);
  ADD ("refused", test_refused);
  ADD ("cancelled", test_cancelled);
  ADD ("correct", test_correct);
  ADD ("save", test_save);
  ADD ("show", test_show);
  ADD ("delete", test_delete);
  ADD ("compare", test_compare);
  ADD ("compare-alone", test_compare_alone);
  ADD ("read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
