/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-documents-page"

#include "config.h"

#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "barn-choose.h"
#include "barn-date-entry.h"
#include "barn-documents-page.h"
#include "barn-export-dialog.h"
#include "barn-mail.h"
#include "barn-page-sheet.h"
#include "barn-pages-view.h"
#include "barn-paper-editor.h"
#include "barn-preview.h"
#include "barn-print.h"
#include "barn-report.h"
#include "ui-support.h"

typedef struct
{
  BarnPlanFile      *file;
  GtkWidget         *window;
  BarnDocumentsPage *page;
  BarnPagesView     *view;
  char              *error;  /* what the window was asked to report */
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
on_report_error (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  Fixture *fixture = TEST_WINDOW (widget)->fixture;

  g_free (fixture->error);
  fixture->error = g_variant_dup_string (parameter, NULL);
}

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
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.report-error", "s", on_report_error);
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
  fixture->window = g_object_new (TEST_TYPE_WINDOW, "default-width", 1000, "default-height", 700, NULL);
  TEST_WINDOW (fixture->window)->fixture = fixture;
  fixture->page = g_object_new (BARN_TYPE_DOCUMENTS_PAGE, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  barn_page_set_plan (BARN_PAGE (fixture->page), fixture->file, ui_get_plan (fixture->file));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_run_for (50);
  fixture->view = BARN_PAGES_VIEW (ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_PAGES_VIEW, NULL));
  ui_wait_until (barn_pages_view_get_n_pages (fixture->view) > 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_run_for (10);
  ui_remove_file (fixture->file);
  g_free (fixture->error);
  g_free (fixture->said);
}

static GFile *
get_output (Fixture    *fixture,
            const char *name)
{
  g_autoptr (GFile) folder = g_file_get_parent (barn_plan_file_get_file (fixture->file));

  return g_file_get_child (folder, name);
}

/* How many pages a PDF file of the paper has */
static guint
count_exported_pages (Fixture   *fixture,
                      BarnPaper  paper)
{
  BarnDocument *document = barn_report_build (paper, barn_plan_file_get_model (fixture->file), ui_get_plan (fixture->file),
                                              barn_profile_get_default (), barn_clock_get_today ());
  g_autoptr (BarnPages) pages = barn_pages_new (document, NULL, NULL);

  g_object_unref (document);

  return barn_pages_get_n_pages (pages);
}

static void
show_paper (Fixture   *fixture,
            BarnPaper  paper)
{
  barn_documents_page_show_paper (fixture->page, paper);
  ui_wait_until (barn_pages_view_get_n_pages (fixture->view) > 0);
}

/* A plan with so many activities that every document has several pages */
static void
add_activities (Fixture *fixture,
                guint    n_activities)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_activities; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ask the children once more, and tell them what came of it, number %u", i + 1);

      g_assert_nonnull (barn_plan_file_add_activity (fixture->file, ui_get_plan (fixture->file), title, NULL, NULL, &error));
      g_assert_no_error (error);
    }
}

/* Every paper is shown, in as many pages as it is exported in */
static void
test_papers (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < BARN_N_PAPERS; i++)
    {
      g_autofree char *title = NULL;

      show_paper (fixture, (BarnPaper) i);
      g_assert_cmpint (barn_documents_page_get_paper (fixture->page), ==, i);
      g_assert_cmpuint (barn_pages_view_get_n_pages (fixture->view), ==, count_exported_pages (fixture, (BarnPaper) i));
      title = g_strdup_printf ("Documents · %s", barn_paper_get_label ((BarnPaper) i));
      g_assert_cmpstr (barn_page_get_title (BARN_PAGE (fixture->page)), ==, title);
    }
}

/* What is changed is on the pages a moment later, and one reads on where one was */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_pages;

  add_activities (fixture, 120);
  ui_wait_until (barn_pages_view_get_n_pages (fixture->view) >= 3);
  n_pages = barn_pages_view_get_n_pages (fixture->view);
  ui_run_for (50);
  barn_pages_view_show_page (fixture->view, 1);
  g_assert_cmpuint (barn_pages_view_get_page (fixture->view), ==, 1);

  add_activities (fixture, 120);
  ui_wait_until (barn_pages_view_get_n_pages (fixture->view) > n_pages);
  ui_run_for (50);
  g_assert_cmpuint (barn_pages_view_get_page (fixture->view), ==, 1);
}

static GtkWidget *
get_sheet (Fixture *fixture,
           guint    place)
{
  GtkWidget *sheet = ui_find (GTK_WIDGET (fixture->view), BARN_TYPE_PAGE_SHEET, NULL);

  while (place-- > 0)
    sheet = gtk_widget_get_next_sibling (sheet);

  return sheet;
}

/* Larger and smaller; by keys from page to page, with the keyboard on the page that is read */
static void
test_view (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  int width;

  add_activities (fixture, 120);
  ui_wait_until (barn_pages_view_get_n_pages (fixture->view) >= 3);
  ui_run_for (100);

  /* As wide as there is room, in the shape of A4 */
  width = gtk_widget_get_width (get_sheet (fixture, 0));
  g_assert_cmpint (width, >, 300);
  g_assert_cmpint (ABS (gtk_widget_get_height (get_sheet (fixture, 0)) - width * BARN_PAGES_HEIGHT / BARN_PAGES_WIDTH), <=, 1);

  g_assert_true (gtk_widget_activate_action (view, "pages.zoom-in", NULL));
  g_assert_cmpfloat (barn_pages_view_get_zoom (fixture->view), >, width / 794.0);
  ui_wait_until (gtk_widget_get_width (get_sheet (fixture, 0)) > width);
  barn_pages_view_set_zoom (fixture->view, 4);
  ui_run_for (50);
  g_assert_false (gtk_widget_activate_action (view, "pages.zoom-in", NULL) && barn_pages_view_get_zoom (fixture->view) > 4);
  barn_pages_view_set_zoom (fixture->view, 0);
  ui_wait_until (gtk_widget_get_width (get_sheet (fixture, 0)) == width);
  ui_run_for (50);

  /* Tab comes to one page of all */
  barn_pages_view_show_page (fixture->view, 1);
  g_assert_true (gtk_widget_grab_focus (view));
  g_assert_true (gtk_widget_has_focus (get_sheet (fixture, 1)));
  g_assert_false (gtk_widget_get_focusable (get_sheet (fixture, 0)));
  barn_pages_view_show_page (fixture->view, G_MAXUINT);
  g_assert_cmpuint (barn_pages_view_get_page (fixture->view), ==, barn_pages_view_get_n_pages (fixture->view) - 1);
}

/* The text of the pages, for who listens */
static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *text = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_PREVIEW, NULL);

  g_assert_false (gtk_widget_get_mapped (text));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.toggle-text", NULL);
  ui_wait_until (gtk_widget_get_mapped (text));
  g_assert_nonnull (ui_find (text, GTK_TYPE_LABEL, "Ask the children"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.toggle-text", NULL);
  ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
}

/* The sections of a letter are written here, beside what the year offers them; back, they stand on the pages */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *text = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_PREVIEW, NULL);
  GtkWidget *editor = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_PAPER_EDITOR, NULL);
  GtkWidget *entry;
  BarnSectionText *stored;
  g_autoptr (GError) error = NULL;

  show_paper (fixture, BARN_PAPER_TJANSTESKRIVELSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.write", NULL);
  ui_wait_until (gtk_widget_get_mapped (editor));

  g_assert_true (barn_documents_page_show_section (fixture->page, "tjansteskrivelse_economy", 0));
  entry = ui_find (editor, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), "It is done within the budget.", -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.look", NULL);
  stored = barn_plan_find_section_text (ui_get_plan (fixture->file), "tjansteskrivelse_economy", 0);
  g_assert_nonnull (stored);
  g_assert_cmpstr (barn_section_text_get_body (stored), ==, "It is done within the budget.");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.toggle-text", NULL);
  ui_wait_until (ui_find (text, GTK_TYPE_LABEL, "It is done within the budget.") != NULL);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_no_error (error);
  ui_wait_until (ui_find (text, GTK_TYPE_LABEL, "It is done within the budget.") == NULL);

  /* Every document that has sections; none of the barnbokslut's, which has a page of its own */
  g_assert_true (barn_documents_page_show_section (fixture->page, "barnversion_say", 0));
  g_assert_cmpint (barn_documents_page_get_paper (fixture->page), ==, BARN_PAPER_BARNVERSION);
  g_assert_true (barn_documents_page_show_section (fixture->page, "halvarsrapport_ahead", 0));
  g_assert_true (barn_documents_page_show_section (fixture->page, "lagesrapport_comment", 0));
  g_assert_false (barn_documents_page_show_section (fixture->page, "background", 0));
}

static GFile *
choose_output (const char     *title,
               BarnChooseKind  kind,
               const char     *name,
               gpointer        user_data)
{
  g_assert_true (g_str_has_prefix (name, "tjansteskrivelse-2026."));

  return g_object_ref (user_data);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (BARN_IS_EXPORT_DIALOG (l->data))
      return l->data;

  return NULL;
}

static void
export_to (Fixture *fixture,
           GFile   *output)
{
  GtkWidget *dialog;

  barn_choose_set_override (choose_output, output);
  g_assert_true (barn_page_export (BARN_PAGE (fixture->page)));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Export: Official letter to the nämnd");
  g_assert_true (gtk_widget_activate_action (dialog, "export.go", NULL));
  ui_wait_until (find_dialog () == NULL);
  barn_choose_set_override (NULL, NULL);
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const names[] = { "out.docx", "out.odt", "out.pdf", "out.html", "out.md", "out.txt" };

  show_paper (fixture, BARN_PAPER_TJANSTESKRIVELSE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) output = get_output (fixture, names[i]);

      export_to (fixture, output);
      g_assert_cmpstr (fixture->error, ==, NULL);
      g_assert_true (g_file_delete (output, NULL, NULL));
    }
}

/* A folder that is gone is told, and the page lives on */
static void
test_folder_gone (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GFile) output = get_output (fixture, "gone/out.docx");

  show_paper (fixture, BARN_PAPER_TJANSTESKRIVELSE);
  export_to (fixture, output);
  g_assert_nonnull (fixture->error);
  g_assert_false (g_file_query_exists (output, NULL));
}

/* A plan file that cannot be read any more: a sentence in the place of the pages, and they come back with the file */
static void
test_file_gone (Fixture       *fixture,
                gconstpointer  data)
{
  const char *path = g_file_peek_path (barn_plan_file_get_file (fixture->file));
  g_autofree char *away = g_strconcat (path, ".away", NULL);
  GtkWidget *trouble;

  g_assert_cmpint (g_rename (path, away), ==, 0);
  barn_documents_page_show_paper (fixture->page, BARN_PAPER_LAGESRAPPORT);
  trouble = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "The Document Can’t Be Shown");
  ui_wait_until (gtk_widget_get_mapped (trouble));

  g_assert_cmpint (g_rename (away, path), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.retry", NULL);
  ui_wait_until (barn_pages_view_get_n_pages (fixture->view) > 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
}

/* Follow-ups of later days are on no page of an earlier one */
static void
test_day (Fixture       *fixture,
          gconstpointer  data)
{
  BarnDateEntry *as_of = BARN_DATE_ENTRY (ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_DATE_ENTRY, NULL));
  GtkWidget *text = ui_find (GTK_WIDGET (fixture->page), BARN_TYPE_PREVIEW, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (barn_plan_file_add_follow_up (fixture->file, ui_get_activity (fixture->file, 0), BARN_STATUS_DONE,
                                                  barn_day_new (2026, 11, 1), "All were asked.", "They feel heard.", &error));
  g_assert_no_error (error);
  barn_documents_page_show_paper (fixture->page, BARN_PAPER_HALVARSRAPPORT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.toggle-text", NULL);
  ui_wait_until (ui_find (text, GTK_TYPE_LABEL, "1 november 2026: All were asked.") != NULL);

  barn_date_entry_set_day (as_of, barn_day_new (2026, 10, 31));
  g_signal_emit_by_name (as_of, "edited");
  ui_wait_until (ui_find (text, GTK_TYPE_LABEL, "1 november 2026: All were asked.") == NULL && ui_find (text, GTK_TYPE_LABEL, NULL) != NULL);
}

/* What is printed is a PDF file here */
static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) output = get_output (fixture, "printed.pdf");
  g_autofree char *contents = NULL;
  gsize length = 0;

  barn_print_set_output (g_file_peek_path (output));
  g_assert_true (barn_page_print (BARN_PAGE (fixture->page)));
  ui_wait_until (g_file_get_contents (g_file_peek_path (output), &contents, &length, NULL) && length > 6 &&
                 g_strstr_len (contents + length - 8, 8, "%%EOF") != NULL);
  barn_print_set_output (NULL);

  g_assert_true (g_str_has_prefix (contents, "%PDF"));
  g_assert_cmpstr (fixture->error, ==, NULL);
  g_assert_true (g_file_delete (output, NULL, NULL));
}

/* ---- Mail ---- */

/* A desktop portal as the mail program of this test wants it */
typedef struct
{
  guint  owner;
  guint  object;
  guint  answer;
  gboolean owned;
  char  *subject;
  char  *attached;  /* the first bytes of the attachment */
} Portal;

static const char portal_xml[] =
  "<node><interface name='org.freedesktop.portal.Email'>"
  "<method name='ComposeEmail'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
  "</interface></node>";

static char *
read_attachment (GDBusMethodInvocation *invocation,
                 GVariant              *handles)
{
  GUnixFDList *files = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  char bytes[5] = "";
  gint32 handle;
  int file;

  g_variant_get_child (handles, 0, "h", &handle);
  file = g_unix_fd_list_get (files, handle, NULL);
  g_assert_cmpint (read (file, bytes, 4), ==, 4);
  close (file);

  return g_strdup (bytes);
}

static void
on_compose (GDBusConnection       *bus,
            const char            *sender,
            const char            *path,
            const char            *interface,
            const char            *method,
            GVariant              *parameters,
            GDBusMethodInvocation *invocation,
            gpointer               user_data)
{
  Portal *portal = user_data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autoptr (GVariant) handles = g_variant_lookup_value (options, "attachment_fds", G_VARIANT_TYPE ("ah"));
  g_autofree char *unique = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *request = NULL;
  const char *token;

  g_assert_true (g_variant_lookup (options, "subject", "s", &portal->subject));
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  portal->attached = read_attachment (invocation, handles);

  request = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", unique, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_dbus_connection_emit_signal (bus, sender, request, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", portal->answer, g_variant_new ("a{sv}", NULL)), NULL);
}

static void
on_owned (GDBusConnection *bus,
          const char      *name,
          gpointer         user_data)
{
  ((Portal *) user_data)->owned = TRUE;
}

static void
start_portal (Portal *portal)
{
  static const GDBusInterfaceVTable table = { on_compose, NULL, NULL };
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portal_xml, NULL);

  portal->object = g_dbus_connection_register_object (bus, "/org/freedesktop/portal/desktop", node->interfaces[0], &table, portal, NULL, NULL);
  portal->owner = g_bus_own_name_on_connection (bus, "org.freedesktop.portal.Desktop", G_BUS_NAME_OWNER_FLAGS_NONE, on_owned, NULL, portal, NULL);
  ui_wait_until (portal->owned);
}

static void
stop_portal (Portal *portal)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_dbus_connection_unregister_object (bus, portal->object);
  g_bus_unown_name (portal->owner);
  ui_run_for (50);
  g_free (portal->subject);
  g_free (portal->attached);
}

static void
send_it (Fixture *fixture)
{
  GtkWidget *dialog;

  show_paper (fixture, BARN_PAPER_LAGESRAPPORT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "documents.send", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_activate_action (dialog, "export.go", NULL));
  ui_wait_until (find_dialog () == NULL);
}

static gboolean
has_bus (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  if (bus == NULL)
    g_test_skip ("there is no session bus");

  return bus != NULL;
}

/* The mail program gets the PDF file and a subject */
static void
test_send (Fixture       *fixture,
           gconstpointer  data)
{
  Portal portal = { 0 };

  if (!has_bus ())
    return;

  start_portal (&portal);
  send_it (fixture);
  ui_wait_until (fixture->said != NULL || fixture->error != NULL);
  g_assert_cmpstr (fixture->error, ==, NULL);
  g_assert_cmpstr (portal.subject, ==, "Progress report 2026");
  g_assert_cmpstr (portal.attached, ==, "%PDF");
  stop_portal (&portal);
}

/* Who changes their mind in the portal is told nothing; where it fails, or where there is none, it says what to do instead */
static void
test_send_fails (Fixture       *fixture,
                 gconstpointer  data)
{
  Portal portal = { .answer = 1 };
  g_autofree char *left = NULL;

  if (!has_bus ())
    return;

  start_portal (&portal);
  send_it (fixture);
  ui_wait_until (portal.attached != NULL);
  ui_run_for (100);
  g_assert_cmpstr (fixture->error, ==, NULL);
  g_assert_cmpstr (fixture->said, ==, NULL);
  stop_portal (&portal);

  send_it (fixture);
  ui_wait_until (fixture->error != NULL);
  g_assert_nonnull (strstr (fixture->error, "attach the file"));

  /* What nobody will read is not left */
  left = g_build_filename (g_get_user_cache_dir (), "barnratt", "mail", "lagesrapport-2026.pdf", NULL);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
}

/* Without a plan it says what to do, and nothing can be printed or exported */
static void
test_no_plan (Fixture       *fixture,
              gconstpointer  data)
{
  barn_page_set_plan (BARN_PAGE (fixture->page), fixture->file, NULL);
  g_assert_cmpuint (barn_pages_view_get_n_pages (fixture->view), ==, 0);
  g_assert_false (barn_page_export (BARN_PAGE (fixture->page)));
  g_assert_false (barn_page_print (BARN_PAGE (fixture->page)));
  ui_run_for (50);
  g_assert_true (gtk_widget_get_mapped (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "No Plan Yet")));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("barnratt-cache-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/documents/papers", test_papers);
  ADD ("/documents/follows", test_follows);
  ADD ("/documents/view", test_view);
  ADD ("/documents/text", test_text);
  ADD ("/documents/write", test_write);
  ADD ("/documents/export", test_export);
  ADD ("/documents/folder-gone", test_folder_gone);
  ADD ("/documents/file-gone", test_file_gone);
  ADD ("/documents/day", test_day);
  ADD ("/documents/print", test_print);
  ADD ("/documents/send", test_send);
  ADD ("/documents/send-fails", test_send_fails);
  ADD ("/documents/no-plan", test_no_plan);
#undef ADD

  status = g_test_run ();
  g_rmdir (cache);

  return status;
}
