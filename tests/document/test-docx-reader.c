/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-support.h"

#define P(properties, text) "<w:p><w:pPr>" properties "</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLE(id) "<w:pStyle w:val=\"" id "\"/>"
#define NUMBER(level, id) "<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" id "\"/></w:numPr>"
#define LEVEL(level, format, text) "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define RUN(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"

static void
assert_docx (const char *body,
             const char *styles,
             const char *numbering,
             const char *expected)
{
  g_autoptr (GBytes) bytes = make_docx (body, styles, numbering);

  assert_bytes (bytes, expected);
}

static void
test_headings (void)
{
  static const char styles[] =
    "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Egen\"><w:name w:val=\"Egen\"/><w:basedOn w:val=\"Rubrik1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Niva3\"><w:name w:val=\"Avsnitt\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"x4\"><w:name w:val=\"Rubrik 4\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Ring\"><w:name w:val=\"Ring\"/><w:basedOn w:val=\"Ring\"/></w:style>";

  assert_docx (P (STYLE ("TOC1"), "Ett 3") P (STYLE ("Rubrik1"), "Ett") P (STYLE ("Egen"), "Två") P (STYLE ("Niva3"), "Tre") P (STYLE ("x4"), "Fyra")
               P ("<w:outlineLvl w:val=\"1\"/>", "Fem") P (STYLE ("Rubrik1") "<w:outlineLvl w:val=\"9\"/>", "Sex") P (STYLE ("Rubrik1"), "")
               P (STYLE ("Ring"), "Sju") P (STYLE ("Heading2"), "Åtta"),
               styles, NULL,
               "(h1 “Ett”) (h1 “Två”) (h3 “Tre”) (h4 “Fyra”) (h2 “Fem”) (p “Sex”) (p) (p “Sju”) (h2 “Åtta”)");
}

static void
test_numbers (void)
{
  static const char numbering[] =
    "<w:abstractNum w:abstractNumId=\"1\">" LEVEL ("0", "decimal", "%1.") LEVEL ("1", "lowerRoman", "%1.%2)") LEVEL ("2", "upperLetter", "(%3)") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"2\">" LEVEL ("0", "bullet", "\xEF\x82\xB7") LEVEL ("1", "bullet", " ") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"3\"><w:styleLink w:val=\"Stil\"/>" LEVEL ("0", "lowerLetter", "%1)") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"4\"><w:numStyleLink w:val=\"Stil\"/></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>"
    "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"4\"/></w:num>"
    "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";

  assert_docx (P (NUMBER ("0", "1"), "a") P (NUMBER ("1", "1"), "b") P (NUMBER ("1", "1"), "c") P (NUMBER ("2", "1"), "d") P (NUMBER ("0", "1"), "e")
               P (NUMBER ("1", "1"), "f"), NULL, numbering,
               "(list decimal (item ‹1.› (p “a”) (list roman (item ‹1.i)› “b”) (item ‹1.ii)› (p “c”) (list alpha (item ‹(A)› “d”)))))"
               " (item ‹2.› (p “e”) (list roman (item ‹2.i)› “f”))))");
  /* A list goes on behind other text, and another begins where it says */
  assert_docx (P (NUMBER ("0", "1"), "a") P ("", "mellan") P (NUMBER ("0", "1"), "b") P (NUMBER ("0", "5"), "c") P (NUMBER ("0", "5"), "d"), NULL, numbering,
               "(list decimal (item ‹1.› “a”)) (p “mellan”) (list decimal (item ‹2.› “b”)) (list decimal (item ‹7.› “c”) (item ‹8.› “d”))");
  /* A bullet of the font Symbol; the second paragraph of an item as pandoc writes it; no number after all */
  assert_docx (P (NUMBER ("0", "2"), "a") P (NUMBER ("1", "2"), "mer") P (NUMBER ("0", "4"), "b") P (NUMBER ("0", "0"), "c") P (NUMBER ("0", "99"), "d"), NULL,
               numbering, "(list bullet (item ‹•› (p “a”) (p “mer”))) (list alpha (item ‹a)› “b”)) (p “c”) (p “d”)");
  /* Through the style, and before a heading */
  assert_docx (P (STYLE ("L"), "a") P (STYLE ("H"), "b"),
               "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
               "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
               numbering, "(list bullet (item ‹•› “a”)) (h1 ‹1.› “b”)");
}

static void
test_text (void)
{
  assert_docx ("<w:p>" RUN ("a") "<w:r><w:tab/><w:t> b </w:t><w:br/><w:t>c</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>d\xC2\xAD" "e</w:t></w:r></w:p>", NULL, NULL,
               "(p “a b\nc‑de”)");
  assert_docx ("<w:p>" RUN ("kvar ") "<w:del><w:r><w:delText>bort</w:delText></w:r></w:del><w:ins>" RUN ("nytt") "</w:ins>"
               "<w:moveFrom>" RUN ("flyttat") "</w:moveFrom><w:r><w:footnoteReference w:id=\"2\"/><w:commentReference w:id=\"1\"/></w:r></w:p>", NULL, NULL,
               "(p “kvar nytt”)");
  /* The mark between the two paragraphs is deleted: they are one */
  assert_docx ("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" RUN ("ett ") "</w:p>" P ("", "två"), NULL, NULL, "(p “ett två”)");
  assert_docx ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>" RUN ("synligt") "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>", NULL, NULL,
               "(p “synligt•”)");
  assert_docx ("<w:sdt><w:sdtContent><w:p><w:smartTag>" RUN ("i ") "</w:smartTag><w:sdt><w:sdtContent>" RUN ("ruta") "</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>",
               NULL, NULL, "(p “i ruta”)");
  assert_docx ("<w:p>" RUN ("före") "<w:r><w:br w:type=\"page\"/></w:r>" RUN ("efter") "</w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" P ("", ""), NULL, NULL,
               "(p “före”) (break) (p “efter”) (break) (p)");
  assert_docx ("<w:p><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>", NULL, NULL, "(p “x+1”)");
}

static void
test_fields_and_links (void)
{
  assert_docx ("<w:p>" RUN ("Sida ") "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> REF x </w:instrText></w:r>" RUN ("kod")
               "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" RUN ("3") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\"DATE\">" RUN (" maj")
               "</w:fldSimple></w:p>", NULL, NULL, "(p “Sida 3 maj”)");
  assert_docx ("<w:p><w:hyperlink r:id=\"rId3\">" RUN ("ut") "</w:hyperlink><w:hyperlink w:anchor=\"m\">" RUN ("in") "</w:hyperlink>"
               "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> HYPERLINK \\l \"k\" </w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>"
               RUN ("fält") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", NULL, NULL,
               "(p “ut”→https://exempel.se/ “in”→#m “fält”→#k)");
  /* A field that is never ended must not swallow what follows */
  assert_docx ("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" RUN ("kod") "</w:p>" P ("", "text"), NULL, NULL, "(p) (p “text”)");
  assert_docx ("<w:bookmarkStart w:id=\"1\" w:name=\"mål\"/><w:p><w:bookmarkStart w:id=\"2\" w:name=\"_Toc1\"/>" RUN ("a") "</w:p>"
               "<w:p><w:bookmarkStart w:id=\"3\" w:name=\"mål\"/>" RUN ("b") "</w:p>", NULL, NULL, "(p #mål “a”) (p “b”)");
}

static void
test_text_boxes (void)
{
  assert_docx ("<w:p>" RUN ("a") "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" P ("", "ruta") "</w:txbxContent></w:drawing></mc:Choice>"
               "<mc:Fallback><w:pict><w:txbxContent>" P ("", "ruta") "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
               "<w:p><w:r><w:pict><w:txbxContent>" P ("", "två") "</w:txbxContent></w:pict></w:r></w:p>", NULL, NULL,
               "(p “a”) (p “ruta”) (p “två”)");
}

static void
test_marks_and_look (void)
{
  static const char styles[] =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:styleId=\"R\"><w:name w:val=\"Ruta\"/><w:pPr><w:ind w:left=\"400\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"30\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>";
  g_autoptr (GBytes) bytes = make_docx (P (STYLE ("R"), "a") "<w:p>" RUN ("b ") "<w:r><w:rPr><w:rStyle w:val=\"Strong\"/><w:i/></w:rPr><w:t>c</w:t></w:r></w:p>",
                                        styles, NULL);
  g_autoptr (BarnDocument) document = barn_document_read_bytes (bytes, "a", NULL, NULL);
  BarnNode *body = barn_document_get_body (document);
  const BarnLook *look = barn_node_get_look (barn_node_get_child (body, 0));

  assert_bytes (bytes, "(p “a”) (p “b ” */“c”)");
  g_assert_true (look->bold);
  g_assert_cmpfloat (look->size, ==, 15);
  g_assert_cmpfloat (look->indent, ==, 20);
  g_assert_cmpstr (look->style, ==, "Ruta");
  look = barn_node_get_look (barn_node_get_child (body, 1));
  g_assert_false (look->bold);
  g_assert_cmpfloat (look->size, ==, 11);
}

#define CELL(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P ("", text) "</w:tc>"

static void
test_tables (void)
{
  assert_docx ("<w:tbl><w:tblPr><w:tblCaption w:val=\"Mål\"/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr>" CELL ("", "A") CELL ("<w:gridSpan w:val=\"2\"/>", "B") "</w:tr>"
               "<w:tr>" CELL ("<w:vMerge w:val=\"restart\"/>", "a") CELL ("", "b") CELL ("", "c") "</w:tr>"
               "<w:tr>" CELL ("<w:vMerge/>", "") CELL ("", "d") "<w:sdt><w:sdtContent>" CELL ("", "e") "</w:sdtContent></w:sdt></w:tr>"
               "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" CELL ("", "bort") "</w:tr></w:tbl>", NULL, NULL,
               "(table caption=Mål (row header (cell “A”) (cell 2x1 “B”)) (row (cell 1x2 “a”) (cell “b”) (cell “c”)) (row (cell “d”) (cell “e”)))");
  assert_docx ("<w:tbl><w:tr><w:tc>" P ("", "a") P ("", "b") "</w:tc><w:tc><w:tbl><w:tr>" CELL ("", "inne") "</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>", NULL, NULL,
               "(table (row (cell (p “a”) (p “b”)) (cell (table (row (cell “inne”))) (p))))");
  /* The first row heads the table if its style marks it and the table lets it */
  assert_docx ("<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/><w:tblLook w:val=\"0020\"/></w:tblPr><w:tr>" CELL ("", "A") "</w:tr><w:tr>" CELL ("", "a") "</w:tr></w:tbl>",
               "<w:style w:type=\"table\" w:styleId=\"T\"><w:name w:val=\"T\"/><w:tblStylePr w:type=\"firstRow\"/></w:style>", NULL,
               "(table (row header (cell “A”)) (row (cell “a”)))");
}

/* Word's strict variant has other namespaces, and parts may bear any name */
static void
test_packages (void)
{
  g_autoptr (BarnArchiveWriter) archive = barn_archive_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  add_part (archive, "[Content_Types].xml", CONTENT_TYPES);
  add_part (archive, "_rels/.rels",
            "<Relationships xmlns=\"" PACKAGE_NS "relationships\"><Relationship Id=\"a\" "
            "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/delar/text.xml\"/></Relationships>");
  add_part (archive, "delar/text.xml",
            "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p><w:r><w:t>strikt</w:t></w:r></w:p></w:body></w:document>");
  bytes = barn_archive_writer_finish (archive, NULL);
  assert_bytes (bytes, "(p “strikt”)");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx-reader/headings", test_headings);
  g_test_add_func ("/docx-reader/numbers", test_numbers);
  g_test_add_func ("/docx-reader/text", test_text);
  g_test_add_func ("/docx-reader/fields-and-links", test_fields_and_links);
  g_test_add_func ("/docx-reader/text-boxes", test_text_boxes);
  g_test_add_func ("/docx-reader/marks-and-look", test_marks_and_look);
  g_test_add_func ("/docx-reader/tables", test_tables);
  g_test_add_func ("/docx-reader/packages", test_packages);

  return g_test_run ();
}
