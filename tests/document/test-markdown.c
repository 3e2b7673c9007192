/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "document-support.h"

static void
assert_tree (const char *text,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = read_data (text, strlen (text), "a.md", &error);
  g_autofree char *tree = NULL;

  g_assert_no_error (error);
  tree = dump (document);
  g_assert_cmpstr (tree, ==, expected);
}

static void
test_blocks (void)
{
  assert_tree ("# Plan #\n\nEn rad\nsom fortsätter\n## Två {#tva .x}\ntext", "(h1 “Plan”) (p “En rad som fortsätter”) (h2 #tva “Två”) (p “text”)");
  assert_tree ("Plan\n====\n\nDel\n---\n\n---\n", "(h1 “Plan”) (h2 “Del”)");
  assert_tree ("> citat\n> vidare\n\n```\n a  b\nc\n```\n<!-- bort\nmed det -->\n#nej", "(p “citat vidare”) (p “ a  b\nc”) (p “#nej”)");
}

static void
test_lists (void)
{
  assert_tree ("- a\n- b\n  vidare\n- c", "(list bullet (item ‹•› “a”) (item ‹•› “b vidare”) (item ‹•› “c”))");
  assert_tree ("2. a\n3. b\n\ntext", "(list decimal (item ‹2.› “a”) (item ‹3.› “b”)) (p “text”)");
  assert_tree ("a) x\nb) y\n", "(list alpha (item ‹a)› “x”) (item ‹b)› “y”))");
  assert_tree ("i. x\nii. y\niii. z", "(list roman (item ‹i.› “x”) (item ‹ii.› “y”) (item ‹iii.› “z”))");
  assert_tree ("- a\n    - b\n    - c\n- d", "(list bullet (item ‹•› (p “a”) (list bullet (item ‹•› “b”) (item ‹•› “c”))) (item ‹•› “d”))");
  assert_tree ("1. a\n\t- b\n2. c", "(list decimal (item ‹1.› (p “a”) (list bullet (item ‹•› “b”))) (item ‹2.› “c”))");
  assert_tree ("- a\n\n  b\n\n- c", "(list bullet (item ‹•› (p “a”) (p “b”)) (item ‹•› “c”))");
  assert_tree ("- a\n* b", "(list bullet (item ‹•› “a”)) (list bullet (item ‹•› “b”))");
  assert_tree ("Året är\n2024. Sedan", "(p “Året är 2024. Sedan”)");
  assert_tree ("m. fl. kommer", "(p “m. fl. kommer”)");
}

static void
test_marks (void)
{
  assert_tree ("a **b** *c* ***d*** e", "(p “a ” *“b” “ ” /“c” “ ” */“d” “ e”)");
  assert_tree ("**a *b*** och *a **b***", "(p *“a ” */“b” “ och ” /“a ” */“b”)");
  assert_tree ("snake_case_name 2*3*4 5 * 6", "(p “snake_case_name 2” /“3” “4 5 * 6”)");
  assert_tree ("__a__ _b_ **oavslutat", "(p *“a” “ ” /“b” “ **oavslutat”)");
  assert_tree ("[FN](https://fn.se/a\\)b \"t\") <https://x.se> <a@b.se>", "(p “FN”→https://fn.se/a)b “ ” “https://x.se”→https://x.se “ ” “a@b.se”→mailto:a@b.se)");
  assert_tree ("\\*a\\* &amp; &#229; a & b `*c*` rad  \nny\\\nrad<br>till", "(p “*a* & å a & b *c* rad\nny\nrad\ntill”)");
  assert_tree ("[ej länk] ![bild](x.png) [a", "(p “[ej länk] bild [a”)");
}

static void
test_tables (void)
{
  assert_tree ("| Område | Åtgärd |\n|:--|---:|\n| a \\| b | **c**<br>d |\n| e |\n\n: Tabell 1\n\nslut",
               "(table caption=Tabell 1 (row header (cell “Område”) (cell “Åtgärd”)) (row (cell “a | b”) (cell *“c” “\nd”)) (row (cell “e”) (cell))) (p “slut”)");
  assert_tree ("|  |  |\n|--|--|\n| a | b |", "(table (row (cell “a”) (cell “b”)))");
  assert_tree ("a | b\n--|--\n1 | 2", "(table (row header (cell “a”) (cell “b”)) (row (cell “1”) (cell “2”)))");
}

static void
test_metadata (void)
{
  const char *text = "---\ntitle: 'Plan för ''alla'''\nauthor: Barnrätt\ndate: 2026-01-02\nlang: en\n---\n\ntext";
  g_autoptr (BarnDocument) document = read_data (text, strlen (text), "a.md", NULL);
  g_autofree char *tree = dump (document);

  g_assert_cmpstr (barn_document_get_title (document), ==, "Plan för 'alla'");
  g_assert_cmpstr (barn_document_get_author (document), ==, "Barnrätt");
  g_assert_cmpstr (barn_document_get_date (document), ==, "2026-01-02");
  g_assert_cmpstr (barn_document_get_language (document), ==, "en");
  g_assert_cmpstr (tree, ==, "(p “Plan för 'alla'”) (p “2026-01-02”) (p “text”)");
}

/* Deep or endless nesting must not end the stack, nor take time that grows faster than the text */
static void
test_hostile (void)
{
  static const char *const parts[] = { "> ", "- ", "[", "*a ", "**", "_a", "<", "`", "|-", "&", "![a](", "a) " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (BarnDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 20000; j++)
        g_string_append (text, parts[i]);
      g_string_append (text, "slut");
      document = read_data (text->str, text->len, "a.md", &error);
      /* A line of ` alone begins code, and there is none */
      g_assert_true (document != NULL || g_error_matches (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_EMPTY));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/blocks", test_blocks);
  g_test_add_func ("/markdown/lists", test_lists);
  g_test_add_func ("/markdown/marks", test_marks);
  g_test_add_func ("/markdown/tables", test_tables);
  g_test_add_func ("/markdown/metadata", test_metadata);
  g_test_add_func ("/markdown/hostile", test_hostile);

  return g_test_run ();
}
