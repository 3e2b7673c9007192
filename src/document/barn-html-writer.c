/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-html-writer"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"
#include "barn-figure-private.h"
#include "barn-xml.h"

/* One self-contained page: no scripts, no fonts, nothing fetched. Every pair of colours has a contrast of 4.5:1 or more. */

static const char style_sheet[] =
  ":root{color-scheme:light dark;--paper:#fff;--ink:#1a2530;--quiet:#4a5568;--head:#1b3a57;--line:#c5ced8;--fill:#e9eff5;--link:#0b5394}\n"
  "@media (prefers-color-scheme:dark){:root{--paper:#14191f;--ink:#e6eaee;--quiet:#b3bdc9;--head:#a9cbed;--line:#475361;--fill:#222c37;--link:#8dbcf2}}\n"
  "*{box-sizing:border-box}\n"
  "html{font-size:106.25%;-webkit-text-size-adjust:100%}\n"
  "body{margin:0 auto;max-width:50rem;padding:2.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);"
  "font-family:var(--font);line-height:1.55;overflow-wrap:break-word;hyphens:manual}\n"
  "h1,h2,h3,h4,h5,h6{color:var(--head);line-height:1.25;margin:2em 0 .5em;text-wrap:balance}\n"
  "h1{font-size:2.1rem;margin-top:0}\n"
  "h2{font-size:1.55rem;padding-bottom:.2em;border-bottom:1px solid var(--line)}\n"
  "h3{font-size:1.25rem}h4{font-size:1.08rem}h5,h6{font-size:1rem;font-style:italic}\n"
  "header{margin-bottom:2.5rem}\n"
  "header h1{margin-bottom:.25rem}\n"
  ".letterhead{color:var(--quiet);margin:0 0 1.25rem}\n"
  "div.letterhead+p.letterhead{margin-top:-.75rem}\n"
  ".letterhead img{display:block;max-width:100%;height:auto;background:#fff}\n"
  ".subtitle{font-size:1.2rem;color:var(--quiet);margin:0}\n"
  ".date{color:var(--quiet);margin:.25rem 0 0}\n"
  "p{margin:0 0 .85em}\n"
  "ul,ol{margin:0 0 1em;padding-left:1.6em}\n"
  "li{margin:0 0 .3em}\n"
  "li>p{margin:0 0 .3em}\n"
  "li>ul,li>ol{margin:.3em 0}\n"
  "a{color:var(--link);text-underline-offset:.15em}\n"
  "a:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"
  "table{border-collapse:collapse;width:100%;margin:0 0 1.75em;font-size:.94rem;line-height:1.45;border-top:2px solid var(--line);"
  "border-bottom:2px solid var(--line)}\n"
  "caption{text-align:left;font-weight:600;color:var(--head);padding:0 0 .5em}\n"
  "th,td{text-align:left;vertical-align:top;padding:.5em .7em;border-bottom:1px solid var(--line);overflow-wrap:anywhere}\n"
  "thead th,thead td{background:var(--fill);color:var(--head);vertical-align:bottom;overflow-wrap:break-word}\n"
  "td>p:last-child,th>p:last-child,td>ul:last-child,td>ol:last-child{margin-bottom:0}\n"
  "figure{margin:0 0 1.75em}\n"
  "figure svg,figure img{display:block;max-width:100%;height:auto}\n"
  "figure svg{background:#fff}\n"
  "figcaption{margin-top:.5em;color:var(--quiet);font-size:.94rem}\n"
  "nav ul{list-style:none;padding-left:0}nav ul ul{padding-left:1.2em}\n"
  ".center{text-align:center}.end{text-align:end}\n"
  "hr{border:0;border-top:1px solid var(--line);margin:2.5em 0}\n"
  "footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9rem}\n"
  "@media print{@page{size:A4;margin:22mm 25mm;@bottom-right{content:counter(page) \" (\" counter(pages) \")\";font-size:9pt}}\n"
  ":root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#333;--head:#1b3a57;--line:#b5bfca;--fill:#eef2f6;--link:#000}\n"
  "html{font-size:10.5pt}body{max-width:none;padding:0}\n"
  "h1,h2,h3,h4,h5,h6,caption{break-after:avoid}\n"
  "p,li{orphans:3;widows:3}\n"
  "figure{break-inside:avoid}thead{display:table-header-group}tr{break-inside:avoid}\n"
  "thead th,thead td{-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
  "hr{break-after:page;visibility:hidden;margin:0}}\n";

/* What leads to a heading without an id of its own, from the table of contents */
#define HEADING_ID "section-"
#define POINTS_PER_PIXEL 0.75

typedef struct
{
  BarnDocument *document;
  GString      *out;
  guint         shift;  /* 1 where the title is the h1 */
  guint         rank;   /* of the last heading: the next is at most one deeper */
  guint         n_headings;
  guint         n_figures;
  gboolean      has_contents;
} Writer;

static void write_blocks (Writer   *self,
                          BarnNode *parent,
                          guint     first);

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  barn_xml_escape (out, value);
  g_string_append_c (out, '"');
}

/* White space may not stand in an id, and what leads there must say the same */
static void
append_id (GString    *out,
           const char *name,
           const char *prefix,
           const char *id)
{
  g_autofree char *clean = g_strconcat (prefix, id, NULL);

  g_strdelimit (clean, " \n\t", '-');
  append_attribute (out, name, clean);
}

/* <name id dir>: what every block may bear. Left open for more attributes. */
static void
open_tag (Writer     *self,
          const char *name,
          BarnNode   *node)
{
  g_string_append_printf (self->out, "<%s", name);
  if (barn_node_get_id (node) != NULL)
    append_id (self->out, "id", "", barn_node_get_id (node));
  if (barn_node_get_n_spans (node) > 0)
    {
      g_autofree char *text = barn_node_dup_text (node);

      if (barn_text_is_rtl (text))
        append_attribute (self->out, "dir", "rtl");
    }
}

static void
append_text (GString    *out,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, "<br>");
      barn_xml_escape (out, lines[i]);
    }
}

static void
write_spans (Writer   *self,
             BarnNode *node)
{
  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    {
      const BarnSpan *span = barn_node_get_span (node, i);
      g_autofree char *href = barn_href_dup_safe (span->href);

      if (href != NULL)
        {
          g_string_append (self->out, "<a");
          append_id (self->out, "href", "", href);
          g_string_append_c (self->out, '>');
        }
      if (span->style & BARN_SPAN_BOLD)
        g_string_append (self->out, "<strong>");
      if (span->style & BARN_SPAN_ITALIC)
        g_string_append (self->out, "<em>");
      append_text (self->out, span->text);
      if (span->style & BARN_SPAN_ITALIC)
        g_string_append (self->out, "</em>");
      if (span->style & BARN_SPAN_BOLD)
        g_string_append (self->out, "</strong>");
      if (href != NULL)
        g_string_append (self->out, "</a>");
    }
}

/* A screen reader's user goes from heading to heading: none may be missing on the way */
static void
write_heading (Writer   *self,
               BarnNode *node)
{
  guint rank = MIN (MIN (barn_node_get_level (node) + self->shift, self->rank + 1), 6);
  char name[] = "h1";

  name[1] = '0' + rank;
  self->rank = rank;
  open_tag (self, name, node);
  self->n_headings++;
  if (self->has_contents && barn_node_get_id (node) == NULL)
    g_string_append_printf (self->out, " id=\"" HEADING_ID "%u\"", self->n_headings);
  g_string_append_c (self->out, '>');
  write_spans (self, node);
  g_string_append_printf (self->out, "</%s>\n", name);
}

static void
write_paragraph (Writer   *self,
                 BarnNode *node)
{
  if (barn_node_get_n_spans (node) == 0 && barn_node_get_id (node) == NULL)
    return;

  open_tag (self, "p", node);
  g_string_append_c (self->out, '>');
  write_spans (self, node);
  g_string_append (self->out, "</p>\n");
}

static void
write_list (Writer   *self,
            BarnNode *list)
{
  static const char *const tags[] = { "<ul", "<ol", "<ol type=\"a\"", "<ol type=\"i\"" };
  BarnListStyle style = barn_node_get_list_style (list);

  g_string_append (self->out, tags[style]);
  if (barn_node_get_id (list) != NULL)
    append_id (self->out, "id", "", barn_node_get_id (list));
  g_string_append (self->out, ">\n");
  for (guint i = 0; i < barn_node_get_n_children (list); i++)
    {
      BarnNode *item = barn_node_get_child (list, i);

      open_tag (self, "li", item);
      g_string_append_c (self->out, '>');
      write_spans (self, item);
      write_blocks (self, item, 0);
      g_string_append (self->out, "</li>\n");
    }
  g_string_append (self->out, style == BARN_LIST_BULLET ? "</ul>\n" : "</ol>\n");
}

static gboolean
is_empty (BarnNode *node)
{
  g_autofree char *text = barn_node_dup_text (node);

  return *g_strstrip (text) == '\0';
}

/* @n_left: rows of the same group behind this one: no cell reaches out of its group */
static void
write_cell (Writer   *self,
            BarnNode *row,
            BarnNode *cell,
            guint     n_left)
{
  gboolean column_head = barn_node_get_header (row);
  /* A header that says nothing is none */
  gboolean head = (column_head || barn_node_get_header (cell)) && !is_empty (cell);
  guint columns = barn_node_get_col_span (cell);
  guint rows = MIN (barn_node_get_row_span (cell), n_left + 1);

  open_tag (self, head ? "th" : "td", cell);
  if (barn_node_get_align (cell) != BARN_ALIGN_START)
    append_attribute (self->out, "class", barn_node_get_align (cell) == BARN_ALIGN_CENTER ? "center" : "end");
  if (columns > 1)
    g_string_append_printf (self->out, " colspan=\"%u\"", columns);
  if (rows > 1)
    g_string_append_printf (self->out, " rowspan=\"%u\"", rows);
  if (head && column_head)
    append_attribute (self->out, "scope", columns > 1 ? "colgroup" : "col");
  else if (head)
    append_attribute (self->out, "scope", rows > 1 ? "rowgroup" : "row");
  g_string_append_c (self->out, '>');
  write_spans (self, cell);
  write_blocks (self, cell, 0);
  g_string_append (self->out, head ? "</th>\n" : "</td>\n");
}

static void
write_rows (Writer     *self,
            BarnNode   *table,
            guint       first,
            guint       end,
            const char *group)
{
  if (first == end)
    return;

  g_string_append_printf (self->out, "<%s>\n", group);
  for (guint i = first; i < end; i++)
    {
      BarnNode *row = barn_node_get_child (table, i);

      g_string_append (self->out, "<tr>\n");
      for (guint j = 0; j < barn_node_get_n_children (row); j++)
        write_cell (self, row, barn_node_get_child (row, j), end - i - 1);
      g_string_append (self->out, "</tr>\n");
    }
  g_string_append_printf (self->out, "</%s>\n", group);
}

static void
write_table (Writer   *self,
             BarnNode *table)
{
  guint n_rows = barn_node_get_n_children (table);
  guint n_heads = 0, n_widths;
  const guint *widths = barn_node_get_widths (table, &n_widths);

  if (n_rows == 0)
    return;

  open_tag (self, "table", table);
  g_string_append (self->out, ">\n");
  if (*barn_node_get_caption (table) != '\0')
    {
      g_string_append (self->out, "<caption>");
      append_text (self->out, barn_node_get_caption (table));
      g_string_append (self->out, "</caption>\n");
    }

  if (n_widths > 0)
    {
      g_string_append (self->out, "<colgroup>");
      for (guint i = 0; i < n_widths; i++)
        g_string_append_printf (self->out, "<col style=\"width:%u%%\">", widths[i]);
      g_string_append (self->out, "</colgroup>\n");
    }

  while (n_heads < n_rows && barn_node_get_header (barn_node_get_child (table, n_heads)))
    n_heads++;
  write_rows (self, table, 0, n_heads, "thead");
  write_rows (self, table, n_heads, n_rows, "tbody");
  g_string_append (self->out, "</table>\n");
}

/* A drawing stands in the page itself, a picture as data */
static void
write_picture (Writer     *self,
               BarnFigure *figure)
{
  g_autofree char *prefix = g_strdup_printf ("figure-%u", ++self->n_figures);
  const char *extension;
  GBytes *picture = barn_figure_get_picture (figure, &extension);

  if (picture != NULL)
    {
      g_autofree char *data = g_base64_encode (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));
      g_autofree char *text = barn_figure_dup_full_text (figure);

      g_strdelimit (text, "\n", ' ');
      g_string_append_printf (self->out, "<img src=\"data:image/%s;base64,%s\" width=\"%.0f\" height=\"%.0f\"", extension, data,
                              MAX (barn_figure_get_width (figure) / POINTS_PER_PIXEL, 1), MAX (barn_figure_get_height (figure) / POINTS_PER_PIXEL, 1));
      append_attribute (self->out, "alt", text);
      g_string_append (self->out, ">\n");
    }
  else
    {
      g_autofree char *svg = barn_figure_to_svg (figure, prefix);

      g_string_append (self->out, svg);
      g_string_append_c (self->out, '\n');
    }
}

static void
write_figure (Writer   *self,
              BarnNode *node)
{
  open_tag (self, "figure", node);
  g_string_append (self->out, ">\n");
  write_picture (self, barn_node_get_figure (node));
  if (*barn_node_get_caption (node) != '\0')
    {
      g_string_append (self->out, "<figcaption>");
      append_text (self->out, barn_node_get_caption (node));
      g_string_append (self->out, "</figcaption>\n");
    }
  g_string_append (self->out, "</figure>\n");
}

static void
write_entry (Writer   *self,
             BarnNode *heading,
             guint     number)
{
  g_autofree char *text = barn_heading_dup_entry (heading);

  g_string_append (self->out, "<li><a");
  if (barn_node_get_id (heading) != NULL)
    append_id (self->out, "href", "#", barn_node_get_id (heading));
  else
    g_string_append_printf (self->out, " href=\"#" HEADING_ID "%u\"", number);
  g_string_append_c (self->out, '>');
  barn_xml_escape (self->out, text);
  g_string_append (self->out, "</a>");
}

/* Lists in lists, as deep as the headings that they lead to */
static void
write_contents (Writer   *self,
                BarnNode *contents)
{
  BarnNode *body = barn_document_get_body (self->document);
  guint depth = 0, number = 0;

  g_string_append (self->out, "<nav");
  if (*barn_node_get_caption (contents) != '\0')
    append_attribute (self->out, "aria-label", barn_node_get_caption (contents));
  g_string_append (self->out, ">\n");

  for (guint i = 0; i < barn_node_get_n_children (body); i++)
    {
      BarnNode *node = barn_node_get_child (body, i);
      guint level;

      if (barn_node_get_kind (node) != BARN_NODE_HEADING)
        continue;
      number++;
      if (barn_node_get_level (node) > barn_node_get_level (contents))
        continue;

      level = MIN (barn_node_get_level (node), depth + 1);
      if (level > depth)
        g_string_append (self->out, "<ul>\n");
      else
        g_string_append (self->out, "</li>\n");
      for (; depth > level; depth--)
        g_string_append (self->out, "</ul>\n</li>\n");
      depth = level;
      write_entry (self, node, number);
    }
  for (; depth > 0; depth--)
    g_string_append (self->out, "</li>\n</ul>\n");
  g_string_append (self->out, "</nav>\n");
}

static void
write_blocks (Writer   *self,
              BarnNode *parent,
              guint     first)
{
  for (guint i = first; i < barn_node_get_n_children (parent); i++)
    {
      BarnNode *node = barn_node_get_child (parent, i);

      switch (barn_node_get_kind (node))
        {
        case BARN_NODE_HEADING:
          write_heading (self, node);
          break;
        case BARN_NODE_PARAGRAPH:
          write_paragraph (self, node);
          break;
        case BARN_NODE_LIST:
          write_list (self, node);
          break;
        case BARN_NODE_TABLE:
          write_table (self, node);
          break;
        case BARN_NODE_PAGE_BREAK:
          g_string_append (self->out, "<hr>\n");
          break;
        case BARN_NODE_FIGURE:
          write_figure (self, node);
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

/* A page must have a title: that of the document, else its first words */
static char *
dup_page_title (BarnDocument *document)
{
  g_autofree char *text = NULL;
  char *end;

  if (*barn_document_get_title (document) != '\0')
    return g_strdup (barn_document_get_title (document));

  text = barn_node_dup_text (barn_document_get_body (document));
  g_strstrip (text);
  end = strchr (text, '\n');
  if (end != NULL)
    *end = '\0';

  return *text != '\0' ? g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 80)) : g_strdup ("–");
}

/* A name has nothing in it that ends a text of a style sheet: see barn_font_is_name() */
static void
append_font (Writer *self)
{
  const char *font = barn_document_get_font (self->document);

  g_string_append (self->out, ":root{--font:");
  if (*font != '\0')
    g_string_append_printf (self->out, "\"%s\",", font);
  g_string_append (self->out, "Calibri,Carlito,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif}\n");
}

static void
write_head (Writer *self)
{
  g_autofree char *title = dup_page_title (self->document);

  g_string_append (self->out, "<!DOCTYPE html>\n<html");
  append_attribute (self->out, "lang", barn_document_get_language (self->document));
  g_string_append (self->out, ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  barn_xml_escape (self->out, title);
  g_string_append (self->out, "</title>\n");
  if (*barn_document_get_author (self->document) != '\0')
    {
      g_string_append (self->out, "<meta name=\"author\"");
      append_attribute (self->out, "content", barn_document_get_author (self->document));
      g_string_append (self->out, ">\n");
    }
  if (*barn_document_get_keywords (self->document) != '\0')
    {
      g_string_append (self->out, "<meta name=\"keywords\"");
      append_attribute (self->out, "content", barn_document_get_keywords (self->document));
      g_string_append (self->out, ">\n");
    }
  if (*barn_document_get_subject (self->document) != '\0')
    {
      g_string_append (self->out, "<meta name=\"description\"");
      append_attribute (self->out, "content", barn_document_get_subject (self->document));
      g_string_append (self->out, ">\n");
    }
  g_string_append (self->out, "<style>\n");
  append_font (self);
  g_string_append (self->out, style_sheet);
  g_string_append (self->out, "</style>\n</head>\n");
}

/* Above the title: the logo, and under it who sends the document */
static void
write_letterhead (Writer *self)
{
  BarnFigure *logo = barn_document_get_logo (self->document);
  const char *text = barn_document_get_letterhead (self->document);

  if (logo != NULL)
    {
      g_string_append (self->out, "<div class=\"letterhead\">");
      write_picture (self, logo);
      g_string_append (self->out, "</div>\n");
    }
  if (*text != '\0')
    {
      g_string_append (self->out, "<p class=\"letterhead\">");
      append_text (self->out, text);
      g_string_append (self->out, "</p>\n");
    }
}

static void
write_front (Writer *self)
{
  g_autoptr (GPtrArray) front = barn_document_list_front (self->document);

  if (front->len == 0 && !barn_document_has_letterhead (self->document))
    return;

  g_string_append (self->out, "<header>\n");
  write_letterhead (self);
  for (guint i = 0; i < front->len; i++)
    {
      BarnNode *node = g_ptr_array_index (front, i);
      const char *style = barn_node_get_look (node)->style;
      gboolean title = strcmp (style, "Title") == 0 && self->rank == 0;

      if (barn_node_get_n_spans (node) == 0)
        continue;
      open_tag (self, title ? "h1" : "p", node);
      if (!title)
        append_attribute (self->out, "class", strcmp (style, "Subtitle") == 0 ? "subtitle" : "date");
      g_string_append_c (self->out, '>');
      write_spans (self, node);
      g_string_append (self->out, title ? "</h1>\n" : "</p>\n");
      if (title)
        self->rank = self->shift = 1;
    }
  g_string_append (self->out, "</header>\n");
}

/**
 * barn_html_write:
 * @document: a document
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): @document as one web page
 */
GBytes *
barn_html_write (BarnDocument  *document,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Writer self = { document, out };

  self.has_contents = barn_document_find_contents (document) != NULL;
  write_head (&self);
  g_string_append (out, "<body>\n");
  write_front (&self);
  g_string_append (out, "<main>\n");
  write_blocks (&self, barn_document_get_body (document), barn_document_count_front (document));
  g_string_append (out, "</main>\n");
  if (*barn_document_get_footer (document) != '\0')
    {
      g_string_append (out, "<footer><p>");
      append_text (out, barn_document_get_footer (document));
      g_string_append (out, "</p></footer>\n");
    }
  g_string_append (out, "</body>\n</html>\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
