/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-odt-parts"

#include "config.h"

#include <string.h>

#include "barn-figure-private.h"
#include "barn-odt-private.h"
#include "barn-odt-write-private.h"
#include "barn-xml.h"

/* The parts of an OpenDocument text around its content: styles by their built-in names, so that every program shows them in its user's language */

#define INK   "#1b3a57" /* headings */
#define QUIET "#4a5568" /* subtitle, foot of the page */
#define LINE  "#c5ced8"

#define LIST_INDENT 18.0

static const char paragraph_styles[] =
  "<style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\"/>"
  "<style:style style:name=\"Text_20_body\" style:display-name=\"Text body\" style:family=\"paragraph\" style:parent-style-name=\"Standard\""
  " style:class=\"text\"><style:paragraph-properties fo:margin-top=\"0pt\" fo:margin-bottom=\"7pt\" fo:line-height=\"117%\" fo:orphans=\"2\" fo:widows=\"2\"/>"
  "</style:style>"
  "<style:style style:name=\"Heading\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:next-style-name=\"Text_20_body\""
  " style:class=\"text\"><style:paragraph-properties fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:line-height=\"105%\"/>"
  "<style:text-properties fo:color=\"" INK "\" fo:font-weight=\"bold\" style:font-weight-complex=\"bold\" fo:hyphenate=\"false\"/></style:style>"
  "<style:style style:name=\"Title\" style:family=\"paragraph\" style:parent-style-name=\"Heading\" style:next-style-name=\"Text_20_body\""
  " style:class=\"chapter\"><style:paragraph-properties fo:margin-top=\"0pt\" fo:margin-bottom=\"4pt\"/>"
  "<style:text-properties fo:font-size=\"26pt\" style:font-size-complex=\"26pt\"/></style:style>"
  "<style:style style:name=\"Subtitle\" style:family=\"paragraph\" style:parent-style-name=\"Heading\" style:next-style-name=\"Text_20_body\""
  " style:class=\"chapter\"><style:paragraph-properties fo:margin-bottom=\"3pt\"/>"
  "<style:text-properties fo:color=\"" QUIET "\" fo:font-size=\"14pt\" style:font-size-complex=\"14pt\" fo:font-weight=\"normal\""
  " style:font-weight-complex=\"normal\"/></style:style>"
  "<style:style style:name=\"Author\" style:family=\"paragraph\" style:parent-style-name=\"Text_20_body\"><style:text-properties fo:color=\"" QUIET "\"/></style:style>"
  "<style:style style:name=\"Date\" style:family=\"paragraph\" style:parent-style-name=\"Text_20_body\"><style:paragraph-properties fo:margin-bottom=\"14pt\"/>"
  "<style:text-properties fo:color=\"" QUIET "\"/></style:style>"
  "<style:style style:name=\"List\" style:family=\"paragraph\" style:parent-style-name=\"Text_20_body\" style:class=\"list\">"
  "<style:paragraph-properties fo:margin-bottom=\"4pt\"/></style:style>"
  "<style:style style:name=\"List_20_1\" style:display-name=\"List 1\" style:family=\"paragraph\" style:parent-style-name=\"List\" style:class=\"list\"/>"
  "<style:style style:name=\"Numbering_20_1\" style:display-name=\"Numbering 1\" style:family=\"paragraph\" style:parent-style-name=\"List\""
  " style:class=\"list\"/>"
  "<style:style style:name=\"Table_20_Contents\" style:display-name=\"Table Contents\" style:family=\"paragraph\" style:parent-style-name=\"Standard\""
  " style:class=\"extra\"><style:paragraph-properties fo:margin-bottom=\"2pt\" fo:line-height=\"105%\" fo:orphans=\"2\" fo:widows=\"2\"/>"
  "<style:text-properties fo:font-size=\"10pt\" style:font-size-complex=\"10pt\"/></style:style>"
  "<style:style style:name=\"" BARN_ODT_HEADING_STYLE "\" style:display-name=\"Table Heading\" style:family=\"paragraph\""
  " style:parent-style-name=\"Table_20_Contents\" style:class=\"extra\"><style:text-properties fo:font-weight=\"bold\" style:font-weight-complex=\"bold\"/></style:style>"
  "<style:style style:name=\"Figure\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
  "<style:paragraph-properties fo:margin-top=\"4pt\" fo:margin-bottom=\"8pt\"/></style:style>"
  "<style:style style:name=\"Caption\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:class=\"extra\">"
  "<style:paragraph-properties fo:margin-top=\"3pt\" fo:margin-bottom=\"10pt\"/><style:text-properties fo:color=\"" QUIET "\" fo:font-size=\"10pt\""
  " style:font-size-complex=\"10pt\"/></style:style>"
  "<style:style style:name=\"Table_20_Caption\" style:display-name=\"" BARN_ODT_CAPTION_NAME "\" style:family=\"paragraph\" style:parent-style-name=\"Caption\" style:class=\"extra\">"
  "<style:paragraph-properties fo:margin-top=\"6pt\" fo:margin-bottom=\"4pt\" fo:keep-with-next=\"always\"/><style:text-properties fo:color=\"" INK "\""
  " fo:font-weight=\"bold\" style:font-weight-complex=\"bold\"/></style:style>"
  "<style:style style:name=\"Illustration\" style:family=\"paragraph\" style:parent-style-name=\"Caption\" style:class=\"extra\"/>"
  "<style:style style:name=\"Page_20_Break\" style:display-name=\"Page Break\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
  "<style:text-properties fo:font-size=\"2pt\" style:font-size-complex=\"2pt\"/></style:style>"
  "<style:style style:name=\"Contents_20_Heading\" style:display-name=\"Contents Heading\" style:family=\"paragraph\" style:parent-style-name=\"Heading\""
  " style:class=\"index\"><style:paragraph-properties fo:margin-top=\"16pt\" fo:margin-bottom=\"4pt\"/><style:text-properties fo:font-size=\"14pt\""
  " style:font-size-complex=\"14pt\"/></style:style>"
  "<style:style style:name=\"Plan_20_Letterhead\" style:display-name=\"" BARN_ODT_LETTERHEAD_NAME "\" style:family=\"paragraph\" style:parent-style-name=\"Standard\""
  " style:class=\"extra\"><style:paragraph-properties fo:margin-top=\"0pt\" fo:margin-bottom=\"20pt\" fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:color=\"" QUIET "\" fo:font-size=\"10pt\" style:font-size-complex=\"10pt\"/></style:style>"
  "<style:style style:name=\"Footer\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:class=\"extra\">"
  "<style:paragraph-properties fo:padding-top=\"6pt\" fo:border-top=\"0.5pt solid " LINE "\" fo:border-bottom=\"none\" fo:border-left=\"none\" fo:border-right=\"none\">"
  "<style:tab-stops><style:tab-stop style:position=\"453.6pt\" style:type=\"right\"/></style:tab-stops></style:paragraph-properties>"
  "<style:text-properties fo:color=\"" QUIET "\" fo:font-size=\"9pt\" style:font-size-complex=\"9pt\"/></style:style>";

static const char text_styles[] =
  "<style:style style:name=\"Emphasis\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\" style:font-style-complex=\"italic\"/></style:style>"
  "<style:style style:name=\"Strong_20_Emphasis\" style:display-name=\"Strong Emphasis\" style:family=\"text\">"
  "<style:text-properties fo:font-weight=\"bold\" style:font-weight-complex=\"bold\"/></style:style>"
  "<style:style style:name=\"Strong_20_Emphasis_20_Italic\" style:display-name=\"Strong Emphasis Italic\" style:family=\"text\">"
  "<style:text-properties fo:font-weight=\"bold\" style:font-weight-complex=\"bold\" fo:font-style=\"italic\" style:font-style-complex=\"italic\"/></style:style>"
  "<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\" style:family=\"text\">"
  "<style:text-properties fo:color=\"#0b5394\" style:text-underline-style=\"solid\" style:text-underline-width=\"auto\" style:text-underline-color=\"font-color\"/>"
  "</style:style>";

/* In a table of contents all leads somewhere: nothing is set off */
static const char contents_link_style[] =
  "<style:style style:name=\"" BARN_ODT_CONTENTS_LINK "\" style:display-name=\"Contents Link\" style:family=\"text\">"
  "<style:text-properties fo:color=\"#000000\" style:text-underline-style=\"none\"/></style:style>";

static void
add_string (BarnArchiveWriter *archive,
            const char        *name,
            const GString     *text)
{
  /* GCC 14 follows GLib's inlined checks for NULL otherwise */
  g_assert (text != NULL);

  barn_archive_writer_add (archive, name, text->str, text->len);
}

/* fo:language and fo:country of a BCP 47 tag */
static void
append_language (GString    *out,
                 const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", 3);
  const char *country = parts[0] != NULL && parts[1] != NULL && strlen (parts[1]) == 2 ? parts[1] : "none";

  g_string_append (out, " fo:language=\"");
  barn_xml_escape (out, parts[0] != NULL && *parts[0] != '\0' ? parts[0] : "none");
  g_string_append (out, "\" fo:country=\"");
  barn_xml_escape (out, country);
  g_string_append (out, "\"");
}

static void
append_heading_style (GString *out,
                      guint    level)
{
  static const double sizes[] = { 18, 14, 12, 11, 11, 11 };
  static const double before[] = { 20, 16, 13, 11, 10, 10 };
  static const double after[] = { 5, 4, 3, 3, 2, 2 };

  g_string_append_printf (out,
                          "<style:style style:name=\"Heading_20_%u\" style:display-name=\"Heading %u\" style:family=\"paragraph\" style:parent-style-name=\"Heading\""
                          " style:next-style-name=\"Text_20_body\" style:default-outline-level=\"%u\" style:class=\"text\"><style:paragraph-properties",
                          level, level, level);
  barn_odt_append_points (out, "fo:margin-top", before[level - 1]);
  barn_odt_append_points (out, "fo:margin-bottom", after[level - 1]);
  g_string_append (out, "/><style:text-properties");
  barn_odt_append_points (out, "fo:font-size", sizes[level - 1]);
  barn_odt_append_points (out, "style:font-size-complex", sizes[level - 1]);
  g_string_append (out, level > 4 ? " fo:font-style=\"italic\" style:font-style-complex=\"italic\"/></style:style>" : "/></style:style>");
}

static void
append_contents_style (GString *out,
                       guint    level)
{
  g_string_append_printf (out, "<style:style style:name=\"Contents_20_%u\" style:display-name=\"Contents %u\" style:family=\"paragraph\""
                          " style:parent-style-name=\"Standard\" style:class=\"index\"><style:paragraph-properties fo:margin-bottom=\"3pt\"", level, level);
  barn_odt_append_points (out, "fo:margin-left", LIST_INDENT * (level - 1));
  g_string_append (out, "><style:tab-stops><style:tab-stop");
  barn_odt_append_points (out, "style:position", BARN_ODT_TEXT_WIDTH - LIST_INDENT * (level - 1));
  g_string_append (out, " style:type=\"right\" style:leader-style=\"dotted\" style:leader-text=\".\"/></style:tab-stops></style:paragraph-properties></style:style>");
}

static void
append_list_style (GString       *out,
                   BarnListStyle  style)
{
  static const char *const names[] = { "List_20_1", "Numbering_20_123", "Numbering_20_abc", "Numbering_20_ivx" };
  static const char *const display_names[] = { "List 1", "Numbering 123", "Numbering abc", "Numbering ivx" };
  static const char *const formats[] = { NULL, "1", "a", "i" };
  static const char *const signs[] = { "•", "–", "▪" };

  g_string_append_printf (out, "<text:list-style style:name=\"%s\" style:display-name=\"%s\">", names[style], display_names[style]);
  for (guint level = 1; level <= BARN_ODT_LIST_LEVELS; level++)
    {
      if (style == BARN_LIST_BULLET)
        g_string_append_printf (out, "<text:list-level-style-bullet text:level=\"%u\" text:bullet-char=\"%s\">", level, signs[(level - 1) % G_N_ELEMENTS (signs)]);
      else
        g_string_append_printf (out, "<text:list-level-style-number text:level=\"%u\" style:num-format=\"%s\" style:num-suffix=\"%s\">", level,
                                formats[style], style == BARN_LIST_ALPHA ? ")" : ".");
      g_string_append (out, "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
                            "<style:list-level-label-alignment text:label-followed-by=\"listtab\"");
      barn_odt_append_points (out, "text:list-tab-stop-position", LIST_INDENT * level);
      barn_odt_append_points (out, "fo:text-indent", -LIST_INDENT);
      barn_odt_append_points (out, "fo:margin-left", LIST_INDENT * level);
      g_string_append_printf (out, "/></style:list-level-properties></text:list-level-style-%s>", style == BARN_LIST_BULLET ? "bullet" : "number");
    }
  g_string_append (out, "</text:list-style>");
}

static void
append_footer (GString      *out,
               BarnDocument *document)
{
  g_string_append (out, "<style:footer><text:p text:style-name=\"Footer\">");
  barn_xml_escape (out, barn_document_get_footer (document));
  g_string_append (out, "<text:tab/><text:page-number text:select-page=\"current\">1</text:page-number> (<text:page-count>1</text:page-count>)</text:p></style:footer>");
}

/* What is called Calibri where it is not installed is Carlito, of the same measures */
static void
append_fonts (GString      *out,
              BarnDocument *document)
{
  const gboolean own = *barn_document_get_font (document) != '\0';

  g_string_append (out, "<office:font-face-decls><style:font-face style:name=\"");
  barn_xml_escape (out, barn_document_get_family (document));
  g_string_append (out, own ? "\" svg:font-family=\"'" : "\" svg:font-family=\"");
  barn_xml_escape (out, barn_document_get_family (document));
  g_string_append (out, own ? "'\"/></office:font-face-decls>"
                            : ", Carlito\" style:font-family-generic=\"swiss\" style:font-pitch=\"variable\"/></office:font-face-decls>");
}

static void
append_font_name (GString      *out,
                  const char   *attribute,
                  BarnDocument *document)
{
  g_string_append_printf (out, " %s=\"", attribute);
  barn_xml_escape (out, barn_document_get_family (document));
  g_string_append_c (out, '"');
}

static void
add_styles (BarnArchiveWriter *archive,
            BarnDocument      *document)
{
  g_autoptr (GString) out = g_string_new (BARN_ODT_HEADER "<office:document-styles" BARN_ODT_NAMES ">");

  append_fonts (out, document);
  g_string_append (out, "<office:styles><style:default-style style:family=\"paragraph\"><style:paragraph-properties style:tab-stop-distance=\"35pt\"/>"
                        "<style:text-properties");
  append_font_name (out, "style:font-name", document);
  append_font_name (out, "style:font-name-complex", document);
  g_string_append (out, " fo:font-size=\"11pt\" style:font-size-complex=\"11pt\"");
  append_language (out, barn_document_get_language (document));
  g_string_append (out, "/></style:default-style><style:default-style style:family=\"table\"><style:table-properties table:border-model=\"collapsing\"/>"
                        "</style:default-style>");
  g_string_append (out, paragraph_styles);
  for (guint level = 1; level <= 6; level++)
    append_heading_style (out, level);
  for (guint level = 1; level <= 6; level++)
    append_contents_style (out, level);
  g_string_append (out, text_styles);
  g_string_append (out, contents_link_style);
  for (guint style = BARN_LIST_BULLET; style <= BARN_LIST_ROMAN; style++)
    append_list_style (out, style);
  g_string_append (out, "</office:styles><office:automatic-styles><style:page-layout style:name=\"Page\"><style:page-layout-properties"
                        " fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" style:print-orientation=\"portrait\" fo:margin-top=\"2.5cm\" fo:margin-bottom=\"1.2cm\""
                        " fo:margin-left=\"2.5cm\" fo:margin-right=\"2.5cm\"/><style:footer-style><style:header-footer-properties fo:min-height=\"1.2cm\""
                        " fo:margin-top=\"0.5cm\"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles>"
                        "<style:master-page style:name=\"Standard\" style:page-layout-name=\"Page\">");
  append_footer (out, document);
  g_string_append (out, "</style:master-page></office:master-styles></office:document-styles>");
  add_string (archive, "styles.xml", out);
}

static void
append_element (GString    *out,
                const char *tag,
                const char *text,
                const char *end)
{
  if (*text == '\0')
    return;

  g_string_append_printf (out, "<%s>", tag);
  barn_xml_escape (out, text);
  g_string_append_printf (out, "%s</%s>", end, tag);
}

static void
add_meta (BarnArchiveWriter *archive,
          BarnDocument      *document)
{
  g_autoptr (GString) out = g_string_new (BARN_ODT_HEADER "<office:document-meta" BARN_ODT_NAMES "><office:meta><meta:generator>Barnrätt</meta:generator>");
  g_auto (GStrv) keywords = g_strsplit (barn_document_get_keywords (document), ",", -1);
  const char *author = barn_document_get_author (document);

  append_element (out, "dc:title", barn_document_get_title (document), "");
  append_element (out, "dc:subject", barn_document_get_subject (document), "");
  for (guint i = 0; keywords[i] != NULL; i++)
    append_element (out, "meta:keyword", g_strstrip (keywords[i]), "");
  append_element (out, "meta:initial-creator", author, "");
  append_element (out, "dc:creator", author, "");
  if (barn_date_is_iso (barn_document_get_date (document)))
    {
      append_element (out, "meta:creation-date", barn_document_get_date (document), "T00:00:00");
      append_element (out, "dc:date", barn_document_get_date (document), "T00:00:00");
    }
  append_element (out, "dc:language", barn_document_get_language (document), "");
  g_string_append (out, "</office:meta></office:document-meta>");
  add_string (archive, "meta.xml", out);
}

/* Between two blocks the larger of their spaces holds, as on our own pages. Without a word LibreOffice adds them up, as in files of its first versions. */
static void
add_settings (BarnArchiveWriter *archive)
{
  static const char settings[] =
    BARN_ODT_HEADER "<office:document-settings xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\" xmlns:ooo=\"http://openoffice.org/2004/office\" office:version=\"1.3\">"
    "<office:settings><config:config-item-set config:name=\"ooo:configuration-settings\">"
    "<config:config-item config:name=\"AddParaTableSpacing\" config:type=\"boolean\">false</config:config-item>"
    "<config:config-item config:name=\"AddParaTableSpacingAtStart\" config:type=\"boolean\">false</config:config-item>"
    "</config:config-item-set></office:settings></office:document-settings>";

  barn_archive_writer_add (archive, "settings.xml", settings, strlen (settings));
}

static void
append_file (GString    *out,
             const char *path,
             const char *type)
{
  g_string_append_printf (out, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>", path, type);
}

static void
add_manifest (BarnArchiveWriter *archive,
              GPtrArray         *figures)
{
  g_autoptr (GString) out = g_string_new (BARN_ODT_HEADER "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                                          " manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\""
                                          " manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>");

  append_file (out, "content.xml", "text/xml");
  append_file (out, "meta.xml", "text/xml");
  append_file (out, "settings.xml", "text/xml");
  append_file (out, "styles.xml", "text/xml");
  for (guint i = 0; i < figures->len; i++)
    {
      const char *extension = "png";
      GBytes *picture = barn_figure_get_picture (g_ptr_array_index (figures, i), &extension);
      g_autofree char *drawing = g_strdup_printf ("Pictures/drawing%u.svg", i + 1);
      g_autofree char *image = g_strdup_printf ("Pictures/image%u.%s", i + 1, picture != NULL ? extension : "png");
      g_autofree char *type = g_strdup_printf ("image/%s", picture != NULL ? extension : "png");

      if (picture == NULL)
        append_file (out, drawing, "image/svg+xml");
      append_file (out, image, type);
    }
  g_string_append (out, "</manifest:manifest>");
  add_string (archive, "META-INF/manifest.xml", out);
}

static void
add_figures (BarnArchiveWriter *archive,
             GPtrArray         *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      BarnFigure *figure = g_ptr_array_index (figures, i);
      const char *extension = "png";
      GBytes *picture = barn_figure_get_picture (figure, &extension);
      g_autoptr (GBytes) bytes = picture != NULL ? g_bytes_ref (picture) : barn_figure_to_png (figure);
      g_autofree char *image = g_strdup_printf ("Pictures/image%u.%s", i + 1, picture != NULL ? extension : "png");

      if (picture == NULL)
        {
          g_autofree char *drawing = g_strdup_printf ("Pictures/drawing%u.svg", i + 1);
          g_autofree char *svg = barn_figure_to_svg (figure, "figure");

          barn_archive_writer_add (archive, drawing, svg, strlen (svg));
        }
      barn_archive_writer_add (archive, image, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}

void
barn_odt_add_parts (BarnArchiveWriter *archive,
                    BarnDocument      *document,
                    GPtrArray         *figures)
{
  add_styles (archive, document);
  add_meta (archive, document);
  add_settings (archive);
  add_figures (archive, figures);
  add_manifest (archive, figures);
}
