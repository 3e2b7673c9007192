/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-writer"

#include "config.h"

#include <string.h>

#include "barn-docx-private.h"
#include "barn-docx-write-private.h"
#include "barn-xml.h"

#define MAX_BOOKMARK 40

typedef BarnDocxWriter Writer;
typedef BarnDocxPlace Place;

static void write_list (Writer      *self,
                        BarnNode    *list,
                        guint        level,
                        const Place *place);

static void
writer_clear (Writer *self)
{
  g_string_free (self->out, TRUE);
  g_clear_pointer (&self->lists, g_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->link_ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

/* Text */

/* Word cuts names of bookmarks after 40 characters: a longer one becomes a sum of itself */
static char *
dup_bookmark_name (const char *id)
{
  g_autofree char *sum = NULL;

  if (g_utf8_strlen (id, -1) <= MAX_BOOKMARK)
    return g_strdup (id);

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

  return g_strdup_printf ("b%.32s", sum);
}

void
barn_docx_open_bookmark (BarnDocxWriter *self,
                         BarnNode       *node)
{
  g_autofree char *name = NULL;

  if (barn_node_get_id (node) == NULL)
    return;

  name = dup_bookmark_name (barn_node_get_id (node));
  g_string_append_printf (self->out, "<w:bookmarkStart w:id=\"%u\" w:name=\"", ++self->n_bookmarks);
  barn_xml_escape (self->out, name);
  g_string_append_printf (self->out, "\"/><w:bookmarkEnd w:id=\"%u\"/>", self->n_bookmarks);
}

static void
write_run (Writer        *self,
           const char    *text,
           BarnSpanStyle  style,
           gboolean       link,
           gboolean       rtl)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_string_append (self->out, "<w:r>");
  if (style != BARN_SPAN_PLAIN || link || rtl)
    {
      g_string_append (self->out, "<w:rPr>");
      if (link)
        g_string_append (self->out, "<w:rStyle w:val=\"Hyperlink\"/>");
      if (style & BARN_SPAN_BOLD)
        g_string_append (self->out, "<w:b/><w:bCs/>");
      if (style & BARN_SPAN_ITALIC)
        g_string_append (self->out, "<w:i/><w:iCs/>");
      if (rtl)
        g_string_append (self->out, "<w:rtl/>");
      g_string_append (self->out, "</w:rPr>");
    }

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (self->out, "<w:br/>");
      if (*lines[i] == '\0')
        continue;
      g_string_append (self->out, "<w:t xml:space=\"preserve\">");
      barn_xml_escape (self->out, lines[i]);
      g_string_append (self->out, "</w:t>");
    }
  g_string_append (self->out, "</w:r>");
}

static guint
find_link (Writer     *self,
           const char *href)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->link_ids, href));

  if (place == 0)
    {
      g_ptr_array_add (self->links, g_strdup (href));
      place = self->links->len;
      g_hash_table_insert (self->link_ids, g_ptr_array_index (self->links, place - 1), GUINT_TO_POINTER (place));
    }

  return BARN_DOCX_FIRST_LINK + place - 1;
}

static void
write_spans (Writer   *self,
             BarnNode *node)
{
  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    {
      const BarnSpan *span = barn_node_get_span (node, i);
      const gboolean rtl = barn_text_is_rtl (span->text);
      g_autofree char *href = barn_href_dup_safe (span->href);

      if (href != NULL && *href == '#')
        {
          g_autofree char *name = dup_bookmark_name (href + 1);

          g_string_append (self->out, "<w:hyperlink w:anchor=\"");
          barn_xml_escape (self->out, name);
          g_string_append (self->out, "\" w:history=\"1\">");
        }
      else if (href != NULL)
        g_string_append_printf (self->out, "<w:hyperlink r:id=\"rId%u\" w:history=\"1\">", find_link (self, href));

      write_run (self, span->text, span->style, href != NULL, rtl);
      if (href != NULL)
        g_string_append (self->out, "</w:hyperlink>");
    }
}

static void
write_heading_mark (Writer *self)
{
  self->n_bookmarks++;
  g_string_append_printf (self->out, "<w:bookmarkStart w:id=\"%u\" w:name=\"" BARN_DOCX_HEADING_MARK "%u\"/><w:bookmarkEnd w:id=\"%u\"/>",
                          self->n_bookmarks, self->n_headings, self->n_bookmarks);
}

/* @style: (nullable). @num_id 0: no number. @indent: twips, 0 for that of the style */
static void
write_paragraph (Writer      *self,
                 BarnNode    *node,
                 const char  *style,
                 guint        num_id,
                 guint        level,
                 guint        indent,
                 const Place *place)
{
  g_autofree char *text = barn_node_dup_text (node);
  const gboolean rtl = barn_text_is_rtl (text);

  g_string_append (self->out, "<w:p>");
  if (style != NULL || num_id > 0 || indent > 0 || place->in_header || rtl || place->align != BARN_ALIGN_START)
    {
      g_string_append (self->out, "<w:pPr>");
      if (style != NULL)
        g_string_append_printf (self->out, "<w:pStyle w:val=\"%s\"/>", style);
      if (place->in_header)
        g_string_append (self->out, "<w:keepNext/>");
      if (num_id > 0)
        g_string_append_printf (self->out, "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"%u\"/></w:numPr>", level, num_id);
      if (rtl)
        g_string_append (self->out, "<w:bidi/>");
      if (indent > 0)
        g_string_append_printf (self->out, "<w:ind w:left=\"%u\"/>", indent);
      if (place->align != BARN_ALIGN_START)
        g_string_append (self->out, place->align == BARN_ALIGN_CENTER ? "<w:jc w:val=\"center\"/>" : "<w:jc w:val=\"end\"/>");
      g_string_append (self->out, "</w:pPr>");
    }
  barn_docx_open_bookmark (self, node);
  if (self->has_contents && barn_node_get_kind (node) == BARN_NODE_HEADING)
    write_heading_mark (self);
  write_spans (self, node);
  g_string_append (self->out, "</w:p>");
}

void
barn_docx_write_paragraph (BarnDocxWriter      *self,
                           BarnNode            *node,
                           const char          *style,
                           const BarnDocxPlace *place)
{
  write_paragraph (self, node, style, 0, 0, 0, place);
}

/* Lists */

static void
write_item (Writer      *self,
            BarnNode    *item,
            guint        num_id,
            guint        level,
            const char  *style,
            const Place *place)
{
  g_autofree char *next_style = level > 0 ? g_strdup_printf ("ListContinue%u", MIN (level + 1, 5)) : g_strdup ("ListContinue");
  guint n = barn_node_get_n_children (item);

  if (n == 0)
    {
      write_paragraph (self, item, style, num_id, level, 0, place);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      BarnNode *child = barn_node_get_child (item, i);

      if (barn_node_get_kind (child) == BARN_NODE_LIST)
        write_list (self, child, MIN (level + 1, BARN_DOCX_LEVELS - 1), place);
      else if (barn_node_get_kind (child) == BARN_NODE_TABLE)
        barn_docx_write_table (self, child, place);
      else if (barn_node_get_kind (child) == BARN_NODE_FIGURE)
        barn_docx_write_figure (self, child);
      else if (i == 0)
        write_paragraph (self, child, style, num_id, level, 0, place);
      else
        write_paragraph (self, child, next_style, 0, 0, level >= 5 ? BARN_DOCX_INDENT * (level + 1) : 0, place);
    }
}

static void
write_list (Writer      *self,
            BarnNode    *list,
            guint        level,
            const Place *place)
{
  BarnDocxList entry = { barn_node_get_list_style (list), level };
  const char *style = entry.style == BARN_LIST_BULLET ? "ListBullet" : "ListNumber";
  guint num_id;

  g_array_append_val (self->lists, entry);
  num_id = self->lists->len;
  for (guint i = 0; i < barn_node_get_n_children (list); i++)
    write_item (self, barn_node_get_child (list, i), num_id, level, place->style != NULL ? place->style : style, place);
}

/* Blocks */

void
barn_docx_write_blocks (BarnDocxWriter      *self,
                        BarnNode            *parent,
                        const BarnDocxPlace *place)
{
  guint n = barn_node_get_n_children (parent);
  guint first = 0;

  if (barn_node_get_kind (parent) == BARN_NODE_BODY)
    first = barn_document_count_front (self->document);

  for (guint i = first; i < n; i++)
    {
      BarnNode *node = barn_node_get_child (parent, i);
      char style[] = "Heading1";

      switch (barn_node_get_kind (node))
        {
        case BARN_NODE_HEADING:
          style[strlen (style) - 1] = '0' + barn_node_get_level (node);
          self->n_headings++;
          write_paragraph (self, node, style, 0, 0, 0, place);
          break;

        case BARN_NODE_PARAGRAPH:
          write_paragraph (self, node, place->style, 0, 0, 0, place);
          break;

        case BARN_NODE_LIST:
          write_list (self, node, 0, place);
          break;

        case BARN_NODE_TABLE:
          barn_docx_write_table (self, node, place);
          /* Two tables without a paragraph between are one to Word */
          if (place->style == NULL || i + 1 < n)
            g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"" BARN_DOCX_GAP_STYLE "\"/></w:pPr></w:p>");
          break;

        case BARN_NODE_PAGE_BREAK:
          g_string_append (self->out, "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
          break;

        case BARN_NODE_FIGURE:
          barn_docx_write_figure (self, node);
          break;

        case BARN_NODE_CONTENTS:
          barn_docx_write_contents (self, node);
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
write_front (Writer      *self,
             const Place *place)
{
  g_autoptr (GPtrArray) front = barn_document_list_front (self->document);

  for (guint i = 0; i < front->len; i++)
    {
      BarnNode *node = g_ptr_array_index (front, i);

      const char *style = barn_node_get_look (node)->style;

      /* Pandoc's own style for who wrote it looks like the date here */
      write_paragraph (self, node, strcmp (style, "Author") == 0 ? "Date" : style, 0, 0, 0, place);
    }
}

static void
write_document (Writer *self)
{
  static const Place place = { NULL, FALSE, BARN_DOCX_TEXT_WIDTH / 20.0, BARN_ALIGN_START };

  g_string_append (self->out, BARN_DOCX_HEADER "<w:document xmlns:w=\"" BARN_DOCX_MAIN "\" xmlns:r=\"" BARN_DOCX_RELS "\""
                   " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><w:body>");
  barn_docx_write_letterhead (self);
  write_front (self, &place);
  barn_docx_write_blocks (self, barn_document_get_body (self->document), &place);
  g_string_append_printf (self->out,
                          "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"%u\" w:h=\"%u\"/>"
                          "<w:pgMar w:top=\"%u\" w:right=\"%u\" w:bottom=\"%u\" w:left=\"%u\" w:header=\"709\" w:footer=\"624\" w:gutter=\"0\"/>"
                          "</w:sectPr></w:body></w:document>",
                          BARN_DOCX_PAGE_WIDTH, BARN_DOCX_PAGE_HEIGHT, BARN_DOCX_MARGIN, BARN_DOCX_MARGIN, BARN_DOCX_MARGIN, BARN_DOCX_MARGIN);
}

/**
 * barn_docx_write:
 * @document: a document
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): @document as a Word file
 */
GBytes *
barn_docx_write (BarnDocument  *document,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_auto (Writer) self = { document, cancellable };
  g_autoptr (BarnArchiveWriter) archive = barn_archive_writer_new ();

  self.out = g_string_new (NULL);
  self.lists = g_array_new (FALSE, FALSE, sizeof (BarnDocxList));
  self.links = g_ptr_array_new_with_free_func (g_free);
  self.link_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self.figures = g_ptr_array_new ();
  self.has_contents = barn_document_find_contents (document) != NULL;
  write_document (&self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  barn_docx_add_parts_before (archive, document, self.links, self.figures);
  barn_archive_writer_add (archive, "word/document.xml", self.out->str, self.out->len);
  barn_docx_add_parts_after (archive, document, self.lists, self.figures);

  return barn_archive_writer_finish (archive, error);
}
