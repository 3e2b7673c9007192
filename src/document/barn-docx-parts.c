/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-parts"

#include "config.h"

#include <string.h>

#include "barn-docx-private.h"
#include "barn-docx-write-private.h"
#include "barn-xml.h"

/* The parts of a Word document around its text. Children stand in the order that the schema wants. */

#define INK   "1B3A57" /* headings */
#define QUIET "4A5568" /* subtitle, foot of the page */
#define LINE  "C5CED8" /* rules of tables */
#define FILL  "E9EFF5" /* head of a table */

static const char content_types[] =
  BARN_DOCX_HEADER
  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
  "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
  "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
  "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
  "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>"
  "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>"
  "<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>"
  "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
  "</Types>";

static const char package_rels[] =
  BARN_DOCX_HEADER
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
  "<Relationship Id=\"rId1\" Type=\"" BARN_DOCX_RELS "/officeDocument\" Target=\"word/document.xml\"/>"
  "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
  "<Relationship Id=\"rId3\" Type=\"" BARN_DOCX_RELS "/extended-properties\" Target=\"docProps/app.xml\"/>"
  "</Relationships>";

static const char app[] =
  BARN_DOCX_HEADER
  "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
  "<Application>Barnrätt</Application></Properties>";

static const char document_rels[] =
  "<Relationship Id=\"rId1\" Type=\"" BARN_DOCX_RELS "/styles\" Target=\"styles.xml\"/>"
  "<Relationship Id=\"rId2\" Type=\"" BARN_DOCX_RELS "/numbering\" Target=\"numbering.xml\"/>"
  "<Relationship Id=\"rId3\" Type=\"" BARN_DOCX_RELS "/settings\" Target=\"settings.xml\"/>"
  "<Relationship Id=\"rId4\" Type=\"" BARN_DOCX_RELS "/footer\" Target=\"footer1.xml\"/>";

/* Built-in names, so that Word shows them in the user's language and a screen reader knows headings as headings */
static const char styles[] =
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
  "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>"
  "<w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>"
  "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>"
  "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>"
  "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
  "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>"
  "<w:uiPriority w:val=\"10\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>"
  "<w:spacing w:before=\"0\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>"
  "<w:rPr><w:b/><w:bCs/><w:color w:val=\"" INK "\"/><w:sz w:val=\"52\"/><w:szCs w:val=\"52\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"Subtitle\"><w:name w:val=\"Subtitle\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>"
  "<w:uiPriority w:val=\"11\"/><w:qFormat/><w:pPr><w:keepNext/><w:suppressAutoHyphens/><w:spacing w:after=\"60\"/></w:pPr>"
  "<w:rPr><w:color w:val=\"" QUIET "\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"Date\"><w:name w:val=\"Date\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>"
  "<w:uiPriority w:val=\"99\"/><w:pPr><w:spacing w:after=\"280\"/></w:pPr><w:rPr><w:color w:val=\"" QUIET "\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Letterhead\"><w:name w:val=\"" BARN_DOCX_LETTERHEAD_STYLE "\"/><w:basedOn w:val=\"Normal\"/>"
  "<w:qFormat/><w:pPr><w:keepNext/><w:suppressAutoHyphens/><w:spacing w:after=\"400\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr>"
  "<w:rPr><w:color w:val=\"" QUIET "\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"ListBullet\"><w:name w:val=\"List Bullet\"/><w:basedOn w:val=\"Normal\"/><w:uiPriority w:val=\"99\"/>"
  "<w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"ListNumber\"><w:name w:val=\"List Number\"/><w:basedOn w:val=\"Normal\"/><w:uiPriority w:val=\"99\"/>"
  "<w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:style>"
  "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"TableText\"><w:name w:val=\"Table Text\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
  "<w:pPr><w:spacing w:before=\"20\" w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr>"
  "<w:rPr><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"TableHeading\"><w:name w:val=\"Table Heading\"/><w:basedOn w:val=\"TableText\"/><w:qFormat/>"
  "<w:rPr><w:b/><w:bCs/><w:color w:val=\"" INK "\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" BARN_DOCX_GAP_STYLE "\"><w:name w:val=\"Table Gap\"/><w:basedOn w:val=\"Normal\"/>"
  "<w:pPr><w:spacing w:before=\"0\" w:after=\"120\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr>"
  "<w:rPr><w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>"
  "<w:uiPriority w:val=\"35\"/><w:qFormat/><w:pPr><w:keepLines/><w:spacing w:before=\"60\" w:after=\"200\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr>"
  "<w:rPr><w:color w:val=\"" QUIET "\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"TableCaption\"><w:name w:val=\"" BARN_DOCX_CAPTION_STYLE "\"/><w:basedOn w:val=\"Caption\"/>"
  "<w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"0\" w:after=\"80\"/></w:pPr>"
  "<w:rPr><w:b/><w:bCs/><w:color w:val=\"" INK "\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"TOCHeading\"><w:name w:val=\"TOC Heading\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>"
  "<w:uiPriority w:val=\"39\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"180\" w:after=\"80\"/></w:pPr>"
  "<w:rPr><w:b/><w:bCs/><w:color w:val=\"" INK "\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"Footer\"><w:name w:val=\"footer\"/><w:basedOn w:val=\"Normal\"/><w:uiPriority w:val=\"99\"/>"
  "<w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"" LINE "\"/></w:pBdr>"
  "<w:tabs><w:tab w:val=\"right\" w:pos=\"9072\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>"
  "<w:rPr><w:color w:val=\"" QUIET "\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr></w:style>"
  "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>"
  "<w:uiPriority w:val=\"99\"/><w:rPr><w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
  "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"" BARN_DOCX_TABLE_STYLE "\"><w:name w:val=\"Plan Table\"/>"
  "<w:basedOn w:val=\"TableNormal\"/><w:uiPriority w:val=\"39\"/><w:qFormat/>"
  "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"" LINE "\"/>"
  "<w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"" LINE "\"/>"
  "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"" LINE "\"/></w:tblBorders>"
  "<w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"100\" w:type=\"dxa\"/>"
  "<w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
  "<w:tblStylePr w:type=\"firstRow\"><w:tblPr/>"
  "<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" FILL "\"/><w:vAlign w:val=\"bottom\"/></w:tcPr></w:tblStylePr></w:style>";

static void
add_string (BarnArchiveWriter *archive,
            const char        *name,
            const GString     *text)
{
  g_assert (text != NULL);

  barn_archive_writer_add (archive, name, text->str, text->len);
}

static void
append_element (GString    *out,
                const char *open,
                const char *text,
                const char *close)
{
  if (*text == '\0')
    return;

  g_string_append (out, open);
  barn_xml_escape (out, text);
  g_string_append (out, close);
}

static void
add_core (BarnArchiveWriter *archive,
          BarnDocument      *document)
{
  g_autoptr (GString) out = g_string_new (BARN_DOCX_HEADER);
  const char *date = barn_document_get_date (document);

  g_string_append (out,
                   "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                   " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                   " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
  append_element (out, "<dc:title>", barn_document_get_title (document), "</dc:title>");
  append_element (out, "<dc:subject>", barn_document_get_subject (document), "</dc:subject>");
  append_element (out, "<dc:creator>", barn_document_get_author (document), "</dc:creator>");
  append_element (out, "<cp:keywords>", barn_document_get_keywords (document), "</cp:keywords>");
  append_element (out, "<dc:language>", barn_document_get_language (document), "</dc:language>");
  if (barn_date_is_iso (date))
    {
      append_element (out, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">", date, "T00:00:00Z</dcterms:created>");
      append_element (out, "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">", date, "T00:00:00Z</dcterms:modified>");
    }
  g_string_append (out, "</cp:coreProperties>");
  add_string (archive, "docProps/core.xml", out);
}

static void
add_document_rels (BarnArchiveWriter *archive,
                   GPtrArray         *links,
                   GPtrArray         *figures)
{
  g_autoptr (GString) out = g_string_new (BARN_DOCX_HEADER);

  g_string_append (out, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
  g_string_append (out, document_rels);
  for (guint i = 0; i < links->len; i++)
    {
      g_string_append_printf (out, "<Relationship Id=\"rId%u\" Type=\"" BARN_DOCX_RELS "/hyperlink\" Target=\"", BARN_DOCX_FIRST_LINK + i);
      barn_xml_escape (out, g_ptr_array_index (links, i));
      g_string_append (out, "\" TargetMode=\"External\"/>");
    }
  barn_docx_append_media_rels (out, figures);
  g_string_append (out, "</Relationships>");
  add_string (archive, "word/_rels/document.xml.rels", out);
}

static void
append_field (GString    *out,
              const char *code)
{
  g_string_append_printf (out,
                          "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> %s </w:instrText></w:r>"
                          "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
                          code);
}

/* The page as Swedish authorities number it, and without a word of any language: 3 (14) */
static void
add_footer (BarnArchiveWriter *archive,
            BarnDocument      *document)
{
  g_autoptr (GString) out = g_string_new (BARN_DOCX_HEADER "<w:ftr xmlns:w=\"" BARN_DOCX_MAIN "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>");

  append_element (out, "<w:r><w:t xml:space=\"preserve\">", barn_document_get_footer (document), "</w:t></w:r>");
  g_string_append (out, "<w:r><w:tab/></w:r>");
  append_field (out, "PAGE");
  g_string_append (out, "<w:r><w:t xml:space=\"preserve\"> (</w:t></w:r>");
  append_field (out, "NUMPAGES");
  g_string_append (out, "<w:r><w:t>)</w:t></w:r></w:p></w:ftr>");
  add_string (archive, "word/footer1.xml", out);
}

static void
append_level (GString       *out,
              BarnListStyle  style,
              guint          level)
{
  static const char *const formats[] = { "bullet", "decimal", "lowerLetter", "lowerRoman" };
  static const char *const signs[] = { "•", "–", "▪" };

  g_string_append_printf (out, "<w:lvl w:ilvl=\"%u\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>", level, formats[style]);
  if (style == BARN_LIST_BULLET)
    g_string_append_printf (out, "<w:lvlText w:val=\"%s\"/>", signs[level % G_N_ELEMENTS (signs)]);
  else
    g_string_append_printf (out, "<w:lvlText w:val=\"%%%u%c\"/>", level + 1, style == BARN_LIST_ALPHA ? ')' : '.');
  g_string_append_printf (out, "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%u\" w:hanging=\"%u\"/></w:pPr></w:lvl>",
                          BARN_DOCX_INDENT * (level + 1), BARN_DOCX_INDENT);
}

static void
add_numbering (BarnArchiveWriter *archive,
               GArray            *lists)
{
  g_autoptr (GString) out = g_string_new (BARN_DOCX_HEADER "<w:numbering xmlns:w=\"" BARN_DOCX_MAIN "\">");

  for (guint style = BARN_LIST_BULLET; style <= BARN_LIST_ROMAN; style++)
    {
      g_string_append_printf (out, "<w:abstractNum w:abstractNumId=\"%u\"><w:multiLevelType w:val=\"multilevel\"/>", style + 1);
      for (guint level = 0; level < BARN_DOCX_LEVELS; level++)
        append_level (out, style, level);
      g_string_append (out, "</w:abstractNum>");
    }

  for (guint i = 0; i < lists->len; i++)
    {
      const BarnDocxList *list = &g_array_index (lists, BarnDocxList, i);

      g_string_append_printf (out, "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/>", i + 1, (guint) list->style + 1);
      g_string_append_printf (out, "<w:lvlOverride w:ilvl=\"%u\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>", list->level);
    }

  g_string_append (out, "</w:numbering>");
  add_string (archive, "word/numbering.xml", out);
}

static void
add_settings (BarnArchiveWriter *archive,
              BarnDocument      *document)
{
  g_autoptr (GString) out = g_string_new (BARN_DOCX_HEADER "<w:settings xmlns:w=\"" BARN_DOCX_MAIN "\"><w:zoom w:percent=\"100\"/>"
                                          "<w:defaultTabStop w:val=\"709\"/><w:autoHyphenation/><w:compat>"
                                          "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
                                          "</w:compat><w:themeFontLang w:val=\"");

  barn_xml_escape (out, barn_document_get_language (document));
  g_string_append (out, "\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>");
  add_string (archive, "word/settings.xml", out);
}

static void
append_heading_style (GString *out,
                      guint    level)
{
  static const guint sizes[] = { 36, 28, 24, 22, 22, 22 };
  /* Word adds it to the space behind the paragraph before */
  static const guint before[] = { 260, 180, 120, 80, 60, 60 };
  static const guint after[] = { 100, 80, 60, 60, 40, 40 };

  g_string_append_printf (out,
                          "<w:style w:type=\"paragraph\" w:styleId=\"Heading%u\"><w:name w:val=\"heading %u\"/><w:basedOn w:val=\"Normal\"/>"
                          "<w:next w:val=\"Normal\"/><w:uiPriority w:val=\"9\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>"
                          "<w:spacing w:before=\"%u\" w:after=\"%u\" w:line=\"252\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"%u\"/></w:pPr>"
                          "<w:rPr><w:b/><w:bCs/>%s<w:color w:val=\"" INK "\"/><w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/></w:rPr></w:style>",
                          level, level, before[level - 1], after[level - 1], level - 1, level > 4 ? "<w:i/><w:iCs/>" : "", sizes[level - 1],
                          sizes[level - 1]);
}

static void
append_continue_style (GString *out,
                       guint    level)
{
  g_autofree char *number = level > 1 ? g_strdup_printf ("%u", level) : g_strdup ("");

  g_string_append_printf (out,
                          "<w:style w:type=\"paragraph\" w:styleId=\"ListContinue%s\"><w:name w:val=\"List Continue%s%s\"/><w:basedOn w:val=\"Normal\"/>"
                          "<w:uiPriority w:val=\"99\"/><w:pPr><w:spacing w:after=\"80\"/><w:ind w:left=\"%u\"/></w:pPr></w:style>",
                          number, level > 1 ? " " : "", number, BARN_DOCX_INDENT * level);
}

static void
append_contents_style (GString *out,
                       guint    level)
{
  g_string_append_printf (out,
                          "<w:style w:type=\"paragraph\" w:styleId=\"TOC%u\"><w:name w:val=\"toc %u\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>"
                          "<w:uiPriority w:val=\"39\"/><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9072\"/></w:tabs>"
                          "<w:spacing w:after=\"60\"/><w:ind w:left=\"%u\"/></w:pPr></w:style>",
                          level, level, BARN_DOCX_INDENT * (level - 1));
}

static void
append_fonts (GString      *out,
              BarnDocument *document)
{
  static const char *const scripts[] = { "ascii", "eastAsia", "hAnsi", "cs" };

  g_string_append (out, "<w:rFonts");
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_string_append_printf (out, " w:%s=\"", scripts[i]);
      barn_xml_escape (out, barn_document_get_family (document));
      g_string_append_c (out, '"');
    }
  g_string_append (out, "/>");
}

static void
add_styles (BarnArchiveWriter *archive,
            BarnDocument      *document)
{
  g_autoptr (GString) out = g_string_new (BARN_DOCX_HEADER "<w:styles xmlns:w=\"" BARN_DOCX_MAIN "\"><w:docDefaults><w:rPrDefault><w:rPr>");

  append_fonts (out, document);
  g_string_append (out, "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"");
  barn_xml_escape (out, barn_document_get_language (document));
  g_string_append (out,
                   "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"281\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
                   "</w:docDefaults>");
  g_string_append (out, styles);
  for (guint level = 1; level <= 6; level++)
    append_heading_style (out, level);
  for (guint level = 1; level <= 5; level++)
    append_continue_style (out, level);
  for (guint level = 1; level <= 6; level++)
    append_contents_style (out, level);
  g_string_append (out, "</w:styles>");
  add_string (archive, "word/styles.xml", out);
}

/* Parts stand in the order of their names */
void
barn_docx_add_parts_before (BarnArchiveWriter *archive,
                            BarnDocument      *document,
                            GPtrArray         *links,
                            GPtrArray         *figures)
{
  barn_archive_writer_add (archive, "[Content_Types].xml", content_types, strlen (content_types));
  barn_archive_writer_add (archive, "_rels/.rels", package_rels, strlen (package_rels));
  barn_archive_writer_add (archive, "docProps/app.xml", app, strlen (app));
  add_core (archive, document);
  add_document_rels (archive, links, figures);
}

void
barn_docx_add_parts_after (BarnArchiveWriter *archive,
                           BarnDocument      *document,
                           GArray            *lists,
                           GPtrArray         *figures)
{
  add_footer (archive, document);
  barn_docx_add_media (archive, figures);
  add_numbering (archive, lists);
  add_settings (archive, document);
  add_styles (archive, document);
}
