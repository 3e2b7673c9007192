/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-odt-writer"

#include "config.h"

#include <string.h>

#include "barn-figure-private.h"
#include "barn-odt-write-private.h"
#include "barn-pages-private.h"
#include "barn-xml.h"

/* Where a table of contents leads; what begins so is no target of a person's */
#define HEADING_MARK "_Toc"

typedef BarnOdtWriter Writer;
typedef BarnOdtPlace Place;

static void write_list (Writer      *self,
                        BarnNode    *list,
                        const Place *place);

static void
writer_clear (Writer *self)
{
  g_string_free (self->out, TRUE);
  g_string_free (self->styles, TRUE);
  g_clear_pointer (&self->style_names, g_hash_table_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

void
barn_odt_append_points (GString    *out,
                        const char *attribute,
                        double      points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%spt\"", attribute, g_ascii_formatd (number, sizeof number, "%.2f", points));
}

/* Text */

/* One space stands for itself; at the start, at the end and behind another it needs an element of its own */
static void
append_text (GString    *out,
             const char *text,
             gboolean   *after_space,
             gboolean    last)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean space = *p == ' ';

      if (*p == '\n')
        g_string_append (out, "<text:line-break/>");
      else if (space && (*after_space || (last && p[1] == '\0')))
        g_string_append (out, "<text:s/>");
      else
        {
          g_autofree char *letter = g_strndup (p, g_utf8_next_char (p) - p);

          barn_xml_escape (out, letter);
        }
      *after_space = space || *p == '\n';
    }
}

static void
write_spans (Writer   *self,
             BarnNode *node)
{
  static const char *const marks[] = { NULL, "Strong_20_Emphasis", "Emphasis", "Strong_20_Emphasis_20_Italic" };
  const guint n = barn_node_get_n_spans (node);
  gboolean after_space = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const BarnSpan *span = barn_node_get_span (node, i);
      const char *mark = marks[span->style & 3];
      g_autofree char *href = barn_href_dup_safe (span->href);

      if (href != NULL)
        {
          g_string_append (self->out, "<text:a xlink:type=\"simple\" xlink:href=\"");
          barn_xml_escape (self->out, href);
          g_string_append (self->out, "\">");
        }
      if (mark != NULL)
        g_string_append_printf (self->out, "<text:span text:style-name=\"%s\">", mark);
      append_text (self->out, span->text, &after_space, i + 1 == n);
      if (mark != NULL)
        g_string_append (self->out, "</text:span>");
      if (href != NULL)
        g_string_append (self->out, "</text:a>");
    }
}

/* The automatic style of a paragraph that differs from its own: (transfer none) */
static const char *
find_style (Writer     *self,
            const char *parent,
            gboolean    page_break,
            gboolean    rtl,
            BarnAlign   align)
{
  static const char *const sides[] = { NULL, "center", "end" };
  g_autofree char *key = NULL;
  const char *name;

  if (!page_break && !rtl && align == BARN_ALIGN_START)
    return parent;

  key = g_strdup_printf ("%s %d %d %u", parent, page_break, rtl, (guint) align);
  name = g_hash_table_lookup (self->style_names, key);
  if (name != NULL)
    return name;

  name = g_strdup_printf ("P%u", g_hash_table_size (self->style_names) + 1);
  g_hash_table_insert (self->style_names, g_steal_pointer (&key), (gpointer) name);
  g_string_append_printf (self->styles, "<style:style style:name=\"%s\" style:family=\"paragraph\" style:parent-style-name=\"%s\"><style:paragraph-properties",
                          name, parent);
  if (sides[align] != NULL)
    g_string_append_printf (self->styles, " fo:text-align=\"%s\"", sides[align]);
  else if (rtl)
    g_string_append (self->styles, " fo:text-align=\"start\"");
  if (page_break)
    g_string_append (self->styles, " fo:break-before=\"page\"");
  if (rtl)
    g_string_append (self->styles, " style:writing-mode=\"rl-tb\"");
  g_string_append (self->styles, "/></style:style>");

  return name;
}

void
barn_odt_write_paragraph (BarnOdtWriter      *self,
                          BarnNode           *node,
                          const char         *style,
                          const BarnOdtPlace *place)
{
  g_autofree char *text = barn_node_dup_text (node);
  const guint level = barn_node_get_level (node);
  const char *name = find_style (self, style, self->page_break, barn_text_is_rtl (text), place->align);

  self->page_break = FALSE;
  if (level > 0)
    g_string_append_printf (self->out, "<text:h text:style-name=\"%s\" text:outline-level=\"%u\">", name, level);
  else
    g_string_append_printf (self->out, "<text:p text:style-name=\"%s\">", name);
  if (barn_node_get_id (node) != NULL)
    {
      g_string_append (self->out, "<text:bookmark text:name=\"");
      barn_xml_escape (self->out, barn_node_get_id (node));
      g_string_append (self->out, "\"/>");
    }
  if (level > 0 && self->has_contents)
    g_string_append_printf (self->out, "<text:bookmark text:name=\"" HEADING_MARK "%u\"/>", ++self->n_headings);
  write_spans (self, node);
  g_string_append (self->out, level > 0 ? "</text:h>" : "</text:p>");
}

/* Figures */

static void
write_picture (Writer     *self,
               BarnFigure *figure)
{
  const char *extension = "png";
  guint number;

  g_ptr_array_add (self->figures, figure);
  number = self->figures->len;
  g_string_append_printf (self->out, "<draw:frame draw:name=\"Figure %u\" text:anchor-type=\"as-char\"", number);
  barn_odt_append_points (self->out, "svg:width", barn_figure_get_width (figure));
  barn_odt_append_points (self->out, "svg:height", barn_figure_get_height (figure));
  g_string_append (self->out, ">");
  if (barn_figure_get_picture (figure, &extension) == NULL)
    {
      extension = "png";
      g_string_append_printf (self->out, "<draw:image xlink:type=\"simple\" xlink:href=\"Pictures/drawing%u.svg\" draw:mime-type=\"image/svg+xml\"/>", number);
    }
  g_string_append_printf (self->out, "<draw:image xlink:type=\"simple\" xlink:href=\"Pictures/image%u.%s\" draw:mime-type=\"image/%s\"/>", number,
                          extension, extension);
  g_string_append (self->out, "<svg:title>");
  barn_xml_escape (self->out, barn_figure_get_text (figure));
  g_string_append (self->out, "</svg:title><svg:desc>");
  barn_xml_escape (self->out, *barn_figure_get_description (figure) != '\0' ? barn_figure_get_description (figure) : barn_figure_get_text (figure));
  g_string_append (self->out, "</svg:desc></draw:frame>");
}

void
barn_odt_write_figure (BarnOdtWriter *self,
                       BarnNode      *node)
{
  static const Place place = { NULL, FALSE, 0, BARN_ALIGN_START };

  g_string_append (self->out, "<text:p text:style-name=\"Figure\">");
  write_picture (self, barn_node_get_figure (node));
  g_string_append (self->out, "</text:p>");
  if (*barn_node_get_caption (node) != '\0')
    {
      g_autoptr (BarnNode) caption = barn_node_new_text (BARN_NODE_PARAGRAPH, barn_node_get_caption (node));

      barn_odt_write_paragraph (self, caption, "Illustration", &place);
    }
}

/* Above the title: the logo, and under it who sends the document, in one paragraph */
static void
write_letterhead (Writer *self)
{
  BarnFigure *logo = barn_document_get_logo (self->document);
  g_auto (GStrv) lines = g_strsplit (barn_document_get_letterhead (self->document), "\n", -1);

  if (!barn_document_has_letterhead (self->document))
    return;

  g_string_append (self->out, "<text:p text:style-name=\"Plan_20_Letterhead\">");
  if (logo != NULL)
    write_picture (self, logo);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0 || logo != NULL)
        g_string_append (self->out, "<text:line-break/>");
      barn_xml_escape (self->out, lines[i]);
    }
  g_string_append (self->out, "</text:p>");
}

/* Lists */

static void
write_item (Writer      *self,
            BarnNode    *item,
            const char  *style,
            const Place *place)
{
  Place inside = *place;

  inside.style = place->in_cell ? place->style : style;
  g_string_append (self->out, "<text:list-item>");
  if (barn_node_get_n_children (item) == 0)
    barn_odt_write_paragraph (self, item, inside.style, &inside);
  else
    barn_odt_write_blocks (self, item, 0, &inside);
  g_string_append (self->out, "</text:list-item>");
}

static void
write_list (Writer      *self,
            BarnNode    *list,
            const Place *place)
{
  static const char *const names[] = { "List_20_1", "Numbering_20_123", "Numbering_20_abc", "Numbering_20_ivx" };
  const BarnListStyle kind = barn_node_get_list_style (list);

  g_string_append_printf (self->out, "<text:list text:style-name=\"%s\">", names[kind]);
  for (guint i = 0; i < barn_node_get_n_children (list); i++)
    write_item (self, barn_node_get_child (list, i), kind == BARN_LIST_BULLET ? "List_20_1" : "Numbering_20_1", place);
  g_string_append (self->out, "</text:list>");
}

/* The table of contents, with the entries that it will have */

static void
write_template (Writer *self,
                guint   level)
{
  g_string_append_printf (self->out,
                          "<text:table-of-content-entry-template text:outline-level=\"%u\" text:style-name=\"Contents_20_%u\"><text:index-entry-link-start/>"
                          "<text:index-entry-chapter/><text:index-entry-text/><text:index-entry-tab-stop style:type=\"right\" style:leader-char=\".\"/>"
                          "<text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>", level, level);
}

static void
write_contents (Writer   *self,
                BarnNode *contents)
{
  g_autoptr (GArray) entries = barn_pages_list_contents (self->document, contents, self->cancellable);

  if (entries == NULL || entries->len == 0)
    return;

  g_string_append_printf (self->out, "<text:table-of-content text:name=\"Contents\" text:protected=\"true\"><text:table-of-content-source"
                          " text:outline-level=\"%u\"><text:index-title-template text:style-name=\"Contents_20_Heading\">", barn_node_get_level (contents));
  barn_xml_escape (self->out, barn_node_get_caption (contents));
  g_string_append (self->out, "</text:index-title-template>");
  for (guint level = 1; level <= 6; level++)
    write_template (self, level);
  g_string_append (self->out, "</text:table-of-content-source><text:index-body><text:index-title text:name=\"Contents_Head\">"
                              "<text:p text:style-name=\"Contents_20_Heading\">");
  barn_xml_escape (self->out, barn_node_get_caption (contents));
  g_string_append (self->out, "</text:p></text:index-title>");
  for (guint i = 0; i < entries->len; i++)
    {
      const BarnPageEntry *entry = &g_array_index (entries, BarnPageEntry, i);
      g_autofree char *text = barn_heading_dup_entry (entry->heading);

      g_string_append_printf (self->out, "<text:p text:style-name=\"Contents_20_%u\"><text:a xlink:type=\"simple\" xlink:href=\"#" HEADING_MARK "%u\""
                              " text:style-name=\"" BARN_ODT_CONTENTS_LINK "\" text:visited-style-name=\"" BARN_ODT_CONTENTS_LINK "\">",
                              barn_node_get_level (entry->heading), entry->number);
      barn_xml_escape (self->out, text);
      g_string_append_printf (self->out, "<text:tab/>%u</text:a></text:p>", entry->page + 1);
    }
  g_string_append (self->out, "</text:index-body></text:table-of-content>");
}

/* Blocks */

/* A page begins with the paragraph that follows; with anything else, an empty one before it makes the break */
static void
write_page_break (Writer      *self,
                  BarnNode    *next,
                  const Place *place)
{
  BarnNodeKind kind = next != NULL ? barn_node_get_kind (next) : BARN_NODE_BODY;

  self->page_break = TRUE;
  if (kind == BARN_NODE_HEADING || (kind == BARN_NODE_PARAGRAPH && barn_node_get_n_spans (next) > 0)
      || (kind == BARN_NODE_TABLE && *barn_node_get_caption (next) != '\0'))
    return;

  g_string_append_printf (self->out, "<text:p text:style-name=\"%s\"/>", find_style (self, "Page_20_Break", TRUE, FALSE, BARN_ALIGN_START));
  self->page_break = FALSE;
}

void
barn_odt_write_blocks (BarnOdtWriter      *self,
                       BarnNode           *parent,
                       guint               first,
                       const BarnOdtPlace *place)
{
  const guint n = barn_node_get_n_children (parent);
  char style[] = "Heading_20_1";

  for (guint i = first; i < n; i++)
    {
      BarnNode *node = barn_node_get_child (parent, i);

      switch (barn_node_get_kind (node))
        {
        case BARN_NODE_HEADING:
          style[strlen (style) - 1] = '0' + barn_node_get_level (node);
          barn_odt_write_paragraph (self, node, style, place);
          break;
        case BARN_NODE_PARAGRAPH:
          barn_odt_write_paragraph (self, node, place->style, place);
          break;
        case BARN_NODE_LIST:
          write_list (self, node, place);
          break;
        case BARN_NODE_TABLE:
          barn_odt_write_table (self, node, place);
          break;
        case BARN_NODE_PAGE_BREAK:
          write_page_break (self, i + 1 < n ? barn_node_get_child (parent, i + 1) : NULL, place);
          break;
        case BARN_NODE_FIGURE:
          barn_odt_write_figure (self, node);
          break;
        case BARN_NODE_CONTENTS:
          write_contents (self, node);
          break;
        case BARN_NODE_BODY:
        case BARN_NODE_LIST_ITEM:
        case BARN_NODE_ROW:
        case BARN_NODE_CELL:
        default:
          g_assert_not_reached ();
        }
    }
}

static void
write_body (Writer *self)
{
  static const Place place = { "Text_20_body", FALSE, BARN_ODT_TEXT_WIDTH, BARN_ALIGN_START };
  g_autoptr (GPtrArray) front = barn_document_list_front (self->document);

  write_letterhead (self);
  for (guint i = 0; i < front->len; i++)
    {
      BarnNode *node = g_ptr_array_index (front, i);

      barn_odt_write_paragraph (self, node, barn_node_get_look (node)->style, &place);
    }
  barn_odt_write_blocks (self, barn_document_get_body (self->document), barn_document_count_front (self->document), &place);
}

/**
 * barn_odt_write:
 * @document: a document
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): @document as an OpenDocument text
 */
GBytes *
barn_odt_write (BarnDocument  *document,
                GCancellable  *cancellable,
                GError       **error)
{
  static const char mimetype[] = "application/vnd.oasis.opendocument.text";
  g_auto (Writer) self = { document, cancellable };
  g_autoptr (BarnArchiveWriter) archive = barn_archive_writer_new ();
  g_autoptr (GString) content = g_string_new (BARN_ODT_HEADER "<office:document-content" BARN_ODT_NAMES ">");

  self.out = g_string_new (NULL);
  self.styles = g_string_new (NULL);
  self.style_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.figures = g_ptr_array_new ();
  self.has_contents = barn_document_find_contents (document) != NULL;
  write_body (&self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  g_string_append_printf (content, "<office:automatic-styles>%s</office:automatic-styles>", self.styles->str);
  g_string_append_printf (content, "<office:body><office:text>%s</office:text></office:body></office:document-content>", self.out->str);
  barn_archive_writer_store (archive, "mimetype", mimetype, strlen (mimetype));
  barn_archive_writer_add (archive, "content.xml", content->str, content->len);
  barn_odt_add_parts (archive, document, self.figures);

  return barn_archive_writer_finish (archive, error);
}
