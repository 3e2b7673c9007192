/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "document-support.h"

static void
assert_text (const void *data,
             gsize       size,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = read_data (data, size, "a.txt", &error);
  g_autofree char *tree = NULL;

  g_assert_no_error (error);
  tree = dump (document);
  g_assert_cmpstr (tree, ==, expected);
}

static void
assert_error (const void *data,
              gsize       size,
              int         code,
              const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = read_data (data, size, "a.txt", &error);

  g_assert_null (document);
  g_assert_error (error, BARN_DOCUMENT_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_encodings (void)
{
  assert_text ("F\xC3\xB6r barn", 9, "(p “För barn”)");
  assert_text ("\xEF\xBB\xBF" "F\xC3\xB6r barn", 12, "(p “För barn”)");
  assert_text ("F\xF6r \x93" "barn\x94", 10, "(p “För “barn””)");
  assert_text ("\xFF\xFE" "F\0\xF6\0r\0", 8, "(p “För”)");
  assert_text ("\xFE\xFF" "\0F\0\xF6\0r", 8, "(p “För”)");
  assert_text ("\xFF\xFE" "\x3D\xD8\x00\xDE", 6, "(p “😀”)");
  /* Half a pair, and half a character: read as far as it goes */
  assert_text ("\xFF\xFE" "a\0\x3D\xD8" "b", 7, "(p “a�”)");
  assert_text ("Fo\xCC\x88r", 5, "(p “För”)");
}

static void
test_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = NULL;
  g_autofree char *tree = NULL;
  const char *text = "Plan\r\n\r\n   \xE2\x80\xA2 Ett  \n\tTv\xC3\xA5\rTre\fFyra\n";
  BarnNode *body;

  document = read_data (text, strlen (text), "a.txt", &error);
  g_assert_no_error (error);
  tree = dump (document);
  g_assert_cmpstr (tree, ==, "(p “Plan”) (p) (p “• Ett ”) (p “Två”) (p “Tre”) (break) (p “Fyra”)");

  body = barn_document_get_body (document);
  g_assert_cmpuint (barn_node_get_look (barn_node_get_child (body, 2))->line, ==, 3);
  g_assert_cmpfloat (barn_node_get_look (barn_node_get_child (body, 2))->indent, ==, 18);
  g_assert_cmpfloat (barn_node_get_look (barn_node_get_child (body, 3))->indent, ==, 48);
  g_assert_cmpuint (barn_node_get_look (barn_node_get_child (body, 6))->line, ==, 5);
}

static void
test_errors (void)
{
  g_autofree char *large = g_malloc (50 * 1024 * 1024);

  memset (large, 'a', 50 * 1024 * 1024);
  assert_error ("", 0, BARN_DOCUMENT_ERROR_EMPTY, "empty");
  assert_error (" \n\xC2\xA0\n", 5, BARN_DOCUMENT_ERROR_EMPTY, "no text");
  assert_error ("%PDF-1.7\n", 9, BARN_DOCUMENT_ERROR_UNKNOWN, "PDF");
  assert_error ("{\\rtf1 a}", 9, BARN_DOCUMENT_ERROR_UNKNOWN, "RTF");
  assert_error ("\xEF\xBB\xBF\n<!DOCTYPE html>", 19, BARN_DOCUMENT_ERROR_UNKNOWN, "not a document");
  assert_error ("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16, BARN_DOCUMENT_ERROR_UNKNOWN, "not a document");
  assert_error ("\x01\x02\x03\x04\x05", 5, BARN_DOCUMENT_ERROR_UNKNOWN, "not a document");
  assert_error (large, 50 * 1024 * 1024, BARN_DOCUMENT_ERROR_TOO_LARGE, "10 MB");
}

static void
test_long_line (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "å");
  expected = g_strdup_printf ("(p “%s”)", text->str);
  assert_text (text->str, text->len, expected);
  g_string_free (text, TRUE);
}

/* Every line of a text is a node of its own, in time that grows with the text only */
static void
test_many_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BarnDocument) document = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "• Barn och unga får komma till tals\n");
  document = read_data (text->str, text->len, "a.txt", NULL);
  g_assert_cmpuint (barn_node_get_n_children (barn_document_get_body (document)), ==, 200000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-reader/encodings", test_encodings);
  g_test_add_func ("/text-reader/lines", test_lines);
  g_test_add_func ("/text-reader/errors", test_errors);
  g_test_add_func ("/text-reader/long-line", test_long_line);
  g_test_add_func ("/text-reader/many-lines", test_many_lines);

  return g_test_run ();
}
