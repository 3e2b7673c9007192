/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document-support.h"

/* A file is replaced as a whole or not at all, and what could not be written leaves nothing behind */

typedef struct
{
  char         *folder;
  BarnDocument *document;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("barn-write-XXXXXX", NULL);
  fixture->document = make_rich_document ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  g_chmod (fixture->folder, 0700);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_assert_finalize_object (fixture->document);
}

static GFile *
get_file (Fixture    *fixture,
          const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
assert_fails (Fixture    *fixture,
              GFile      *file,
              const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (barn_document_write (fixture->document, file, BARN_FORMAT_DOCX, NULL, &error));
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_replaces (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.docx");
  g_autoptr (GBytes) expected = barn_document_to_bytes (fixture->document, BARN_FORMAT_DOCX, NULL, NULL);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "gammal", -1, NULL));
  g_chmod (g_file_peek_path (file), 0640);
  barn_document_write (fixture->document, file, BARN_FORMAT_DOCX, NULL, &error);
  g_assert_no_error (error);
  written = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (written, expected));
  g_assert_cmpint (g_stat (g_file_peek_path (file), &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.docx");
  g_autoptr (GFile) link = get_file (fixture, "länk.docx");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "gammal", -1, NULL));
  g_assert_cmpint (symlink ("a.docx", g_file_peek_path (link)), ==, 0);
  barn_document_write (fixture->document, link, BARN_FORMAT_DOCX, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

/* What is protected, or no file, stays what it is */
static void
test_protected (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.docx");
  g_autoptr (GFile) pipe = get_file (fixture, "b.docx");
  g_autoptr (GFile) link = get_file (fixture, "c.docx");
  g_autofree char *contents = NULL;
  struct stat info;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "gammal", -1, NULL));
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0444), ==, 0);
  assert_fails (fixture, file, "write-protected");
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "gammal");

  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0666), ==, 0);
  assert_fails (fixture, pipe, "no file");
  g_assert_cmpint (g_lstat (g_file_peek_path (pipe), &info), ==, 0);
  g_assert_true (S_ISFIFO (info.st_mode));

  g_assert_cmpint (symlink ("saknas.docx", g_file_peek_path (link)), ==, 0);
  assert_fails (fixture, link, "leads nowhere");
  g_assert_cmpuint (count_files (fixture), ==, 3);
}

/* A limit on the size of files ends a write as a full disk does: in the middle */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.docx");
  g_autofree char *contents = NULL;
  struct rlimit before, limit;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "gammal", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_fails (fixture, file, "full");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "gammal");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "saknas/a.docx");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  assert_fails (fixture, file, "does not exist");
  assert_fails (fixture, folder, "is a folder");
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_no_right (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.docx");

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  g_chmod (fixture->folder, 0500);
  assert_fails (fixture, file, "may not write");
}

static void
test_no_format (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.odt");
  g_autoptr (GError) error = NULL;

  g_assert_false (barn_document_write (fixture->document, file, BARN_FORMAT_UNKNOWN, NULL, &error));
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.docx");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (barn_document_write (fixture->document, file, BARN_FORMAT_DOCX, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* HTML: what a reader with a screen reader needs, and nothing that runs */
static void
test_html (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const needed[] = {
    "<html lang=\"sv-SE\">", "<title>Barnbokslut 2026</title>", "<header>", "<main>", "<h1>Barnbokslut 2026</h1>", "<h2 id=\"inledning\">",
    "<caption>Uppföljning av förra årets utvecklingsområden</caption>", "<th scope=\"col\">Status</th>", "<th scope=\"row\">",
    "5 &lt; 7 &amp; 7 &gt; 5", "dir=\"rtl\"", "href=\"https://www.barnombudsmannen.se/?a=1&amp;b=2\"", "rowspan=\"2\"", "colspan=\"2\"",
  };
  BarnNode *body = barn_document_get_body (fixture->document);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *html = NULL;
  BarnNode *node = barn_node_append (body, barn_node_new_heading (6, "Sex"));

  g_assert_cmpuint (barn_node_get_level (node), ==, 6);
  node = barn_node_append (body, barn_node_new (BARN_NODE_PARAGRAPH));
  barn_node_add_span (node, "<script>alert(1)</script>", BARN_SPAN_PLAIN, "javascript:alert(1)");
  bytes = barn_document_to_bytes (fixture->document, BARN_FORMAT_HTML, NULL, NULL);
  html = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (strstr (html, needed[i]) == NULL)
      g_error ("“%s” is missing", needed[i]);
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "javascript:"));
  /* Behind "3 Nästa år", an h2, no level is skipped */
  g_assert_nonnull (strstr (html, "<h3>Sex</h3>"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/write/replaces", test_replaces }, { "/write/link", test_link }, { "/write/protected", test_protected },
    { "/write/full-disk", test_full_disk },
    { "/write/no-folder", test_no_folder }, { "/write/no-right", test_no_right }, { "/write/no-format", test_no_format },
    { "/write/cancelled", test_cancelled }, { "/write/html", test_html },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
