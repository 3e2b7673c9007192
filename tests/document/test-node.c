/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "barn-document.h"

static void
test_clean_text (void)
{
  g_autoptr (BarnNode) node = barn_node_new_text (BARN_NODE_PARAGRAPH, "Bar\xC2\xADnets\tbästa\r\nfo\xCC\x88rst\x01\xEF\xBB\xBF.");
  g_autofree char *text = barn_node_dup_text (node);

  g_assert_cmpstr (text, ==, "Barnets bästa\nförst.");
}

static void
test_spans_join (void)
{
  g_autoptr (BarnNode) node = barn_node_new (BARN_NODE_PARAGRAPH);

  barn_node_add_span (node, "a", BARN_SPAN_PLAIN, NULL);
  barn_node_add_span (node, "\xCC\x8A", BARN_SPAN_PLAIN, NULL);
  barn_node_add_span (node, "", BARN_SPAN_BOLD, NULL);
  g_assert_cmpuint (barn_node_get_n_spans (node), ==, 1);
  g_assert_cmpstr (barn_node_get_span (node, 0)->text, ==, "å");

  barn_node_add_span (node, "b", BARN_SPAN_BOLD, NULL);
  barn_node_add_span (node, "c", BARN_SPAN_BOLD, "#x");
  g_assert_cmpuint (barn_node_get_n_spans (node), ==, 3);
  g_assert_cmpstr (barn_node_get_span (node, 2)->href, ==, "#x");
}

static char *
dup_clean (const char *text)
{
  g_autoptr (BarnNode) node = barn_node_new_text (BARN_NODE_PARAGRAPH, text);

  return barn_node_dup_text (node);
}

/* Long texts are composed piece by piece: no seam shows */
static void
test_composed_in_pieces (void)
{
  static const char *const letters[] = { "a", "å", "a\xCC\x8A", "o\xCC\x88", "\xCC\xA3", "–", "\xE1\x84\x80\xE1\x85\xA1", "\xE1\x86\xA8", " " };

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autofree char *composed = NULL;
      g_autofree char *clean = NULL;

      while (text->len < 2000)
        g_string_append (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      composed = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      clean = dup_clean (text->str);
      g_assert_cmpstr (clean, ==, composed);
    }
}

/* A line without end takes no longer than its share: the square of it would outlast the test */
static void
test_composed_soon (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new ("a");
  g_autofree char *clean = NULL;
  g_autofree char *few = NULL;

  for (guint i = 0; i < 1000000; i++)
    {
      g_string_append (text, "a\xCC\x8A");
      g_string_append (marks, "\xCC\x8A\xCC\xA3");
    }

  clean = dup_clean (text->str);
  g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 1000000);
  g_assert_true (g_str_has_prefix (clean, "åå"));

  few = dup_clean (marks->str);
  g_assert_cmpint (g_utf8_strlen (few, -1), <=, 31);
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (BarnNode) node = barn_node_new_text (BARN_NODE_PARAGRAPH, "a\xFF" "b");

  g_assert_true (g_utf8_validate (barn_node_get_span (node, 0)->text, -1, NULL));
}

static BarnNode *
make_table (void)
{
  static const guint widths[] = { 30, 70 };
  BarnNode *table = barn_node_new (BARN_NODE_TABLE);
  BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));

  barn_node_set_widths (table, widths, 2);
  barn_node_set_caption (table, "Åtgärder");
  barn_node_set_header (row, TRUE);
  barn_node_append (row, barn_node_new_text (BARN_NODE_CELL, "Område"));
  barn_node_append (row, barn_node_new_text (BARN_NODE_CELL, "Åtgärd"));

  return table;
}

static void
test_equal (void)
{
  static const guint other[] = { 40, 60 };
  g_autoptr (BarnNode) a = make_table ();
  g_autoptr (BarnNode) b = make_table ();
  BarnNode *cell = barn_node_get_child (barn_node_get_child (b, 0), 1);
  BarnLook look = { .bold = TRUE, .style = "Heading 1" };

  g_assert_true (barn_node_equal (a, b));

  barn_node_set_look (b, &look);
  barn_node_set_label (b, "1.");
  g_assert_true (barn_node_equal (a, b));
  g_assert_cmpstr (barn_node_get_look (b)->style, ==, "Heading 1");

  barn_node_set_spans (cell, 1, 2);
  g_assert_false (barn_node_equal (a, b));
  barn_node_set_spans (cell, 1, 1);
  g_assert_true (barn_node_equal (a, b));

  barn_node_set_widths (b, other, 2);
  g_assert_false (barn_node_equal (a, b));
  barn_node_set_widths (b, NULL, 0);
  g_assert_false (barn_node_equal (a, b));
}

static void
test_document_properties (void)
{
  g_autoptr (BarnDocument) document = barn_document_new ();

  g_assert_cmpstr (barn_document_get_language (document), ==, "sv-SE");
  g_assert_cmpstr (barn_document_get_title (document), ==, "");
  barn_document_set_title (document, "Barnbokslut\t2026");
  g_assert_cmpstr (barn_document_get_title (document), ==, "Barnbokslut 2026");
  barn_document_set_title (document, NULL);
  g_assert_cmpstr (barn_document_get_title (document), ==, "");
  g_assert_finalize_object (g_steal_pointer (&document));
}

static void
test_formats (void)
{
  g_assert_cmpint (barn_format_from_name ("plan.DOCX"), ==, BARN_FORMAT_DOCX);
  g_assert_cmpint (barn_format_from_name ("/a.b/plan"), ==, BARN_FORMAT_UNKNOWN);
  g_assert_cmpint (barn_format_from_name ("plan"), ==, BARN_FORMAT_UNKNOWN);
  g_assert_cmpint (barn_format_from_name ("plan.htm"), ==, BARN_FORMAT_HTML);
  g_assert_cmpstr (barn_format_get_extension (BARN_FORMAT_MARKDOWN), ==, "md");
  g_assert_true (barn_format_can_write (BARN_FORMAT_TEXT));
  g_assert_true (barn_format_can_write (BARN_FORMAT_ODT));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/node/clean-text", test_clean_text);
  g_test_add_func ("/node/spans-join", test_spans_join);
  g_test_add_func ("/node/composed-in-pieces", test_composed_in_pieces);
  g_test_add_func ("/node/composed-soon", test_composed_soon);
  g_test_add_func ("/node/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/node/equal", test_equal);
  g_test_add_func ("/document/properties", test_document_properties);
  g_test_add_func ("/document/formats", test_formats);

  return g_test_run ();
}
