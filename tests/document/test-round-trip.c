/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "tree-generator.h"

/* What is written and read again is the same tree, and what is written twice the same bytes */

#define N_TREES 400

/* Labels are how the source looked, not part of what it says */
static void
clear_labels (BarnNode *node)
{
  barn_node_set_label (node, NULL);
  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    clear_labels (barn_node_get_child (node, i));
}

static BarnDocument *
write_and_read (BarnDocument *document,
                BarnFormat    format,
                const char   *name,
                GBytes      **bytes)
{
  g_autoptr (GError) error = NULL;
  BarnDocument *again;

  *bytes = barn_document_to_bytes (document, format, NULL, &error);
  g_assert_no_error (error);
  again = barn_document_read_bytes (*bytes, name, NULL, &error);
  g_assert_no_error (error);

  return again;
}

static void
assert_round_trip (guint32     seed,
                   BarnFormat  format,
                   const char *name)
{
  g_autoptr (BarnDocument) document = generate_document (seed, format == BARN_FORMAT_MARKDOWN);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) twice = barn_document_to_bytes (document, format, NULL, NULL);
  g_autoptr (BarnDocument) again = write_and_read (document, format, name, &bytes);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_bytes_equal (bytes, twice));
  if (barn_node_equal (barn_document_get_body (document), barn_document_get_body (again)))
    return;

  clear_labels (barn_document_get_body (again));
  before = dump (document);
  after = dump (again);
  g_test_message ("seed %u", seed);
  g_assert_cmpstr (after, ==, before);
  g_assert_not_reached ();
}

static void
test_docx (void)
{
  for (guint32 seed = 1; seed <= N_TREES; seed++)
    assert_round_trip (seed, BARN_FORMAT_DOCX, "a.docx");
}

static void
test_odt (void)
{
  for (guint32 seed = 1; seed <= N_TREES; seed++)
    assert_round_trip (seed, BARN_FORMAT_ODT, "a.odt");
}

static void
test_markdown (void)
{
  for (guint32 seed = 1; seed <= N_TREES; seed++)
    assert_round_trip (seed, BARN_FORMAT_MARKDOWN, "a.md");
}

static guint
count_words (GBytes     *bytes,
             const char *word)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

static void
test_front (gconstpointer data)
{
  BarnFormat format = GPOINTER_TO_INT (data);
  g_autofree char *name = g_strconcat ("a.", barn_format_get_extension (format), NULL);
  g_autoptr (BarnDocument) document = make_rich_document ();
  g_autoptr (BarnDocument) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) twice = NULL;
  BarnNode *body;
  g_autofree char *title = NULL;

  again = write_and_read (document, format, name, &bytes);
  body = barn_document_get_body (again);
  g_assert_cmpstr (barn_document_get_title (again), ==, "Barnbokslut 2026");
  g_assert_cmpstr (barn_document_get_subject (again), ==, "Socialförvaltningen i Granvik");
  g_assert_cmpstr (barn_document_get_author (again), ==, "Socialförvaltningen");
  g_assert_cmpstr (barn_document_get_date (again), ==, "2027-02-15");
  g_assert_cmpstr (barn_document_get_language (again), ==, "sv-SE");
  title = barn_node_dup_text (barn_node_get_child (body, 0));
  g_assert_cmpstr (title, ==, "Barnbokslut 2026");
  g_assert_cmpstr (barn_node_get_look (barn_node_get_child (body, 0))->style, ==, "Title");

  /* The front that was read is written once, not twice */
  barn_document_set_footer (again, barn_document_get_footer (document));
  twice = barn_document_to_bytes (again, format, NULL, NULL);
  if (format == BARN_FORMAT_DOCX)
    g_assert_true (g_bytes_equal (bytes, twice));
  else
    g_assert_cmpuint (count_words (twice, "Granvik"), ==, count_words (bytes, "Granvik"));
}

/* Neither the place on earth nor the hour may show in a file */
static void
test_time_zone (void)
{
  g_autoptr (BarnDocument) document = make_rich_document ();
  g_autoptr (GBytes) here = NULL;
  g_autoptr (GBytes) there = NULL;

  g_setenv ("TZ", "Europe/Stockholm", TRUE);
  tzset ();
  here = barn_document_to_bytes (document, BARN_FORMAT_DOCX, NULL, NULL);
  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  tzset ();
  there = barn_document_to_bytes (document, BARN_FORMAT_DOCX, NULL, NULL);
  g_assert_true (g_bytes_equal (here, there));
}

static void
test_large_cell (void)
{
  g_autoptr (BarnDocument) document = barn_document_new ();
  BarnNode *body = barn_document_get_body (document);
  BarnNode *table = barn_node_append (body, barn_node_new (BARN_NODE_TABLE));
  BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BarnDocument) again = NULL;

  while (text->len < 3000)
    g_string_append (text, "Barnets bästa ");
  g_string_append (text, "slut");
  add_text (row, BARN_NODE_CELL, text->str);
  add_text (row, BARN_NODE_CELL, "kort");
  again = write_and_read (document, BARN_FORMAT_DOCX, "a.docx", &bytes);
  g_assert_true (barn_node_equal (body, barn_document_get_body (again)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-trip/docx", test_docx);
  g_test_add_func ("/round-trip/odt", test_odt);
  g_test_add_func ("/round-trip/markdown", test_markdown);
  g_test_add_data_func ("/round-trip/front/docx", GINT_TO_POINTER (BARN_FORMAT_DOCX), test_front);
  g_test_add_data_func ("/round-trip/front/odt", GINT_TO_POINTER (BARN_FORMAT_ODT), test_front);
  g_test_add_data_func ("/round-trip/front/markdown", GINT_TO_POINTER (BARN_FORMAT_MARKDOWN), test_front);
  g_test_add_func ("/round-trip/time-zone", test_time_zone);
  g_test_add_func ("/round-trip/large-cell", test_large_cell);

  return g_test_run ();
}
