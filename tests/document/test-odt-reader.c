/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-support.h"

#define P(text) "<text:p>" text "</text:p>"
#define ITEM(text) "<text:list-item>" P (text) "</text:list-item>"

static const char list_styles[] =
  "<text:list-style style:name=\"N\">"
  "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
  "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-prefix=\"(\" style:num-suffix=\")\"/>"
  "<text:list-level-style-number text:level=\"3\" style:num-format=\"1\" text:display-levels=\"3\"/></text:list-style>"
  "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"–\"/></text:list-style>"
  "<text:list-style style:name=\"I\"><text:list-level-style-number text:level=\"1\" style:num-format=\"i\" style:num-suffix=\")\" text:start-value=\"3\"/></text:list-style>";

static void
assert_odt (const char *body,
            const char *automatic,
            const char *styles,
            const char *expected)
{
  g_autoptr (GBytes) bytes = make_odt (body, automatic, styles);

  assert_bytes (bytes, expected);
}

static void
test_text (void)
{
  assert_odt ("<text:p>\n  Barn  <text:span>och</text:span>\n unga<text:s text:c=\"2\"/>x<text:tab/>y<text:line-break/>z\n</text:p>", NULL, NULL,
              "(p “Barn och unga  x y\nz”)");
  assert_odt ("<text:tracked-changes><text:changed-region><text:deletion><text:p>bort</text:p></text:deletion></text:changed-region></text:tracked-changes>"
              "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>not</text:p></text:note-body></text:note>"
              "<office:annotation><text:p>kommentar</text:p></office:annotation>b<text:page-number>3</text:page-number><text:soft-page-break/></text:p>", NULL, NULL,
              "(p “ab3”)");
  assert_odt ("<text:p><text:a xlink:href=\"https://exempel.se/\">ut</text:a><text:bookmark-start text:name=\"mål\"/></text:p>", NULL, NULL,
              "(p #mål “ut”→https://exempel.se/)");
  assert_odt ("<text:p>a<draw:frame><draw:text-box><text:p>ruta</text:p></draw:text-box><svg:title>namn</svg:title></draw:frame></text:p>"
              "<text:p><draw:frame><draw:image/><svg:desc>bild</svg:desc></draw:frame></text:p>", NULL, NULL,
              "(p “a”) (p “ruta”)");
  assert_odt ("<text:section>" P ("i avsnitt") "</text:section><text:section text:display=\"none\">" P ("dolt") "</text:section>"
              "<text:table-of-content><text:index-body>" P ("Ett 3") "</text:index-body></text:table-of-content>", NULL, NULL, "(p “i avsnitt”)");
}

static void
test_styles (void)
{
  static const char styles[] =
    "<style:style style:name=\"Heading_20_1\" style:display-name=\"Rubrik 1\" style:family=\"paragraph\" style:default-outline-level=\"1\">"
    "<style:text-properties fo:font-size=\"16pt\" fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"Stark\" style:family=\"text\"><style:text-properties fo:font-weight=\"700\"/></style:style>";
  static const char automatic[] =
    "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Heading_20_1\">"
    "<style:paragraph-properties fo:margin-left=\"1in\" fo:break-before=\"page\"/></style:style>"
    "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style>";
  g_autoptr (GBytes) bytes = make_odt ("<text:p text:style-name=\"P1\">Ett</text:p><text:h text:outline-level=\"2\">Två</text:h>"
                                       "<text:p>a <text:span text:style-name=\"T1\">b <text:span text:style-name=\"Stark\">c</text:span></text:span></text:p>",
                                       automatic, styles);
  g_autoptr (BarnDocument) document = barn_document_read_bytes (bytes, "a", NULL, NULL);
  const BarnLook *look = barn_node_get_look (barn_node_get_child (barn_document_get_body (document), 1));

  assert_bytes (bytes, "(break) (h1 “Ett”) (h2 “Två”) (p “a ” /“b ” */“c”)");
  g_assert_true (look->bold);
  g_assert_cmpfloat (look->size, ==, 16);
  g_assert_cmpfloat (look->indent, ==, 72);
  g_assert_cmpstr (look->style, ==, "Rubrik 1");
}

static void
test_lists (void)
{
  assert_odt ("<text:list text:style-name=\"N\">" ITEM ("a") "<text:list-item>" P ("b") "<text:list>" ITEM ("c") ITEM ("d") "</text:list></text:list-item>" ITEM ("e") "</text:list>",
              list_styles, NULL,
              "(list decimal (item ‹1.› “a”) (item ‹2.› (p “b”) (list alpha (item ‹(a)› “c”) (item ‹(b)› “d”))) (item ‹3.› “e”))");
  /* Continued by id, by its style, begun anew, begun elsewhere */
  assert_odt ("<text:list xml:id=\"l1\" text:style-name=\"N\">" ITEM ("a") "</text:list>" P ("mellan") "<text:list text:style-name=\"B\">" ITEM ("x") "</text:list>"
              "<text:list text:continue-list=\"l1\" text:style-name=\"N\">" ITEM ("b") "</text:list>"
              "<text:list text:continue-numbering=\"true\" text:style-name=\"N\">" ITEM ("c") "</text:list>"
              "<text:list text:style-name=\"N\"><text:list-item text:start-value=\"5\">" P ("d") "</text:list-item></text:list>"
              "<text:list text:style-name=\"I\">" ITEM ("e") "</text:list>",
              list_styles, NULL,
              "(list decimal (item ‹1.› “a”)) (p “mellan”) (list bullet (item ‹–› “x”)) (list decimal (item ‹2.› “b”) (item ‹3.› “c”))"
              " (list decimal (item ‹5.› “d”)) (list roman (item ‹iii)› “e”))");
  /* As LibreOffice writes a numbered level under a bulleted one: beside it, in an item without text; a level that the style leaves out is as the last */
  assert_odt ("<text:list xml:id=\"l1\" text:style-name=\"B\">" ITEM ("a") "</text:list><text:list text:style-name=\"N\"><text:list-item><text:list>" ITEM ("b") ITEM ("c")
              "</text:list></text:list-item></text:list><text:list text:continue-list=\"l1\" text:style-name=\"B\"><text:list-item>" P ("d") "<text:list>" ITEM ("e")
              "</text:list></text:list-item></text:list>", list_styles, NULL,
              "(list bullet (item ‹–› (p “a”) (list alpha (item ‹(a)› “b”) (item ‹(b)› “c”))) (item ‹–› (p “d”) (list bullet (item ‹–› “e”))))");
  /* A deeper level that goes on after other text is written without the item around it; its numbers show all levels */
  assert_odt ("<text:list text:style-name=\"N\"><text:list-item>" P ("a") "<text:list><text:list-item>" P ("b") "<text:list>" ITEM ("c") "</text:list></text:list-item></text:list>"
              "</text:list-item></text:list><text:list text:continue-numbering=\"true\" text:style-name=\"N\"><text:list-item><text:list>" ITEM ("d")
              "</text:list></text:list-item></text:list>", list_styles, NULL,
              "(list decimal (item ‹1.› (p “a”) (list alpha (item ‹(a)› (p “b”) (list decimal (item ‹1.a.1› “c”))) (item ‹(b)› “d”))))");
  assert_odt ("<text:list text:style-name=\"B\"><text:list-item>" P ("a") P ("b") "</text:list-item><text:list-header>" P ("c") "</text:list-header></text:list>",
              list_styles, NULL, "(list bullet (item ‹–› (p “a”) (p “b”) (p “c”)))");
  /* Numbered headings stand in lists, and are headings all the same */
  assert_odt ("<text:list text:style-name=\"N\"><text:list-item><text:h text:outline-level=\"1\">Ett</text:h></text:list-item>" ITEM ("a") "</text:list>", list_styles, NULL,
              "(h1 ‹1.› “Ett”) (list decimal (item ‹2.› “a”))");
}

static void
test_outline (void)
{
  assert_odt ("<text:h text:outline-level=\"1\">A</text:h><text:h text:outline-level=\"2\">B</text:h><text:h text:outline-level=\"2\" text:is-list-header=\"true\">C</text:h>"
              "<text:h text:outline-level=\"2\">D</text:h>", NULL,
              "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"1\"/>"
              "<text:outline-level-style text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\"/></text:outline-style>",
              "(h1 ‹1› “A”) (h2 ‹1.1› “B”) (h2 “C”) (h2 ‹1.2› “D”)");
}

static void
test_tables (void)
{
  assert_odt ("<table:table><table:title>Mål</table:title><table:table-column table:number-columns-repeated=\"3\"/><table:table-header-rows><table:table-row>"
              "<table:table-cell>" P ("A") "</table:table-cell><table:table-cell table:number-columns-spanned=\"2\">" P ("B") "</table:table-cell><table:covered-table-cell/>"
              "</table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned=\"2\">" P ("a") P ("b") "</table:table-cell>"
              "<table:table-cell table:number-columns-repeated=\"2\"/></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>"
              "<text:list text:style-name=\"B\">" ITEM ("c") "</text:list></table:table-cell><table:table-cell>" P ("d") "</table:table-cell></table:table-row></table:table>",
              list_styles, NULL,
              "(table caption=Mål (row header (cell “A”) (cell 2x1 “B”)) (row (cell 1x2 (p “a”) (p “b”)) (cell) (cell))"
              " (row (cell (list bullet (item ‹–› “c”))) (cell “d”)))");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/odt-reader/text", test_text);
  g_test_add_func ("/odt-reader/styles", test_styles);
  g_test_add_func ("/odt-reader/lists", test_lists);
  g_test_add_func ("/odt-reader/outline", test_outline);
  g_test_add_func ("/odt-reader/tables", test_tables);

  return g_test_run ();
}
