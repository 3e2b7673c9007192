/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-writer"

#include "config.h"

#include <math.h>
#include <string.h>

#include "barn-docx-private.h"
#include "barn-docx-write-private.h"
#include "barn-xml.h"

#define MAX_COLUMNS 63 /* more than that Word does not open */
#define SHORT_ROW 600  /* characters: a row of no more is kept on one page */
#define MAX_BOOKMARK 40
/* Of the text in tables, in twips and letters */
#define LETTER_WIDTH 112
#define CELL_MARGINS 220
#define LONG_WORD 12

typedef BarnDocxWriter Writer;

/* Where a block stands */
typedef struct
{
  gboolean in_cell;
  gboolean in_header;  /* of a table: stays with the row after it */
  guint    width;      /* twips that a table may take */
  BarnAlign align;
} Place;

static void write_blocks (Writer      *self,
                          BarnNode    *parent,
                          const Place *place);
static void write_table  (Writer      *self,
                          BarnNode    *table,
                          const Place *place);
static void write_list   (Writer      *self,
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

static void
open_bookmark (Writer   *self,
               BarnNode *node)
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
  open_bookmark (self, node);
  write_spans (self, node);
  g_string_append (self->out, "</w:p>");
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
        write_table (self, child, place);
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
    write_item (self, barn_node_get_child (list, i), num_id, level, place->in_cell ? "TableText" : style, place);
}

/* Tables */

typedef struct
{
  BarnNode *cell;   /* the cell that reaches down into this column, at its first column */
  guint     rows;   /* how many more rows it takes */
} Reach;

typedef struct
{
  BarnNode    *table;
  guint        n_columns;
  guint        widths[MAX_COLUMNS];  /* twips */
  Reach        reach[MAX_COLUMNS];
  gboolean     fixed;
  const Place *place;
} Grid;

static guint
count_columns (BarnNode *table)
{
  guint reach[MAX_COLUMNS] = { 0 };
  guint n = 0;

  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);
      guint column = 0;

      for (guint j = 0; j < barn_node_get_n_children (row); j++)
        {
          BarnNode *cell = barn_node_get_child (row, j);

          while (column < MAX_COLUMNS && reach[column] > 0)
            column++;
          for (guint k = 0; k < barn_node_get_col_span (cell) && column < MAX_COLUMNS; k++, column++)
            reach[column] = barn_node_get_row_span (cell);
        }
      for (guint k = 0; k < MAX_COLUMNS; k++)
        {
          if (reach[k] > 0)
            n = MAX (n, k + 1);
          reach[k] -= reach[k] > 0;
        }
    }

  return n;
}

/* Without widths of its own a table gives each column room by how much text it has, the long ones less than their share */
static void
guess_weights (BarnNode *table,
               double   *weights,
               guint     n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    weights[i] = 1;

  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);

      /* Rows with merged cells do not tell which column they fill */
      if (barn_node_get_n_children (row) != n_columns)
        continue;
      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *text = barn_node_dup_text (barn_node_get_child (row, j));

          weights[j] = MAX (weights[j], MIN (sqrt (g_utf8_strlen (text, -1)), 24));
        }
    }

  for (guint i = 0; i < n_columns; i++)
    weights[i] += 4;
}

static guint
count_longest_word (const char *text)
{
  guint longest = 0, n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n = g_unichar_isspace (g_utf8_get_char (p)) ? 0 : n + 1;
      longest = MAX (longest, n);
    }

  return longest;
}

/* How narrow each column may be without a word broken in the middle; for words of any length no more than for an ordinary one */
static void
measure_words (BarnNode *table,
               guint    *needs,
               guint     n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    needs[i] = 0;

  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);

      for (guint j = 0; barn_node_get_n_children (row) == n_columns && j < n_columns; j++)
        {
          g_autofree char *text = barn_node_dup_text (barn_node_get_child (row, j));

          needs[j] = MAX (needs[j], MIN (count_longest_word (text), LONG_WORD) * LETTER_WIDTH + CELL_MARGINS);
        }
    }
}

/* A column that is too narrow for its words takes from the one that has most to spare */
static void
make_room (Grid *grid)
{
  guint needs[MAX_COLUMNS];

  measure_words (grid->table, needs, grid->n_columns);
  for (guint i = 0; i < grid->n_columns; i++)
    while (grid->widths[i] < needs[i])
      {
        guint richest = i;
        guint taken;

        for (guint j = 0; j < grid->n_columns; j++)
          if (grid->widths[j] > needs[j] && (richest == i || grid->widths[j] - needs[j] > grid->widths[richest] - needs[richest]))
            richest = j;
        if (richest == i)
          return;

        taken = MIN (grid->widths[richest] - needs[richest], needs[i] - grid->widths[i]);
        grid->widths[richest] -= taken;
        grid->widths[i] += taken;
      }
}

static void
set_widths (Grid *grid)
{
  double weights[MAX_COLUMNS];
  double total = 0;
  guint n_given, used = 0;
  const guint *given = barn_node_get_widths (grid->table, &n_given);

  grid->fixed = n_given == grid->n_columns;
  guess_weights (grid->table, weights, grid->n_columns);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      if (grid->fixed)
        weights[i] = MAX (given[i], 1);
      total += weights[i];
    }

  for (guint i = 0; i < grid->n_columns; i++)
    {
      grid->widths[i] = (guint) lround (weights[i] / total * grid->place->width);
      used += grid->widths[i];
    }
  /* Rounding must not make the table wider than the page */
  grid->widths[grid->n_columns - 1] -= MIN (used - MIN (used, grid->place->width), grid->widths[grid->n_columns - 1] - 1);
  make_room (grid);
}

static guint
sum_widths (Grid  *grid,
            guint  column,
            guint  span)
{
  guint width = 0;

  for (guint i = column; i < column + span && i < grid->n_columns; i++)
    width += grid->widths[i];

  return width;
}

static gboolean
ends_with_paragraph (BarnNode *cell)
{
  guint n = barn_node_get_n_children (cell);

  return n == 0 || barn_node_get_kind (barn_node_get_child (cell, n - 1)) != BARN_NODE_TABLE;
}

static void
write_cell (Writer   *self,
            Grid     *grid,
            BarnNode *row,
            BarnNode *cell,
            guint     column,
            guint     span,
            gboolean  goes_on)
{
  guint width = sum_widths (grid, column, span);
  Place place = { TRUE, barn_node_get_header (row), width > 240 ? width - 200 : width, barn_node_get_align (cell) };

  g_string_append_printf (self->out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", width);
  if (span > 1)
    g_string_append_printf (self->out, "<w:gridSpan w:val=\"%u\"/>", span);
  if (goes_on)
    g_string_append (self->out, "<w:vMerge/>");
  else if (barn_node_get_row_span (cell) > 1)
    g_string_append (self->out, "<w:vMerge w:val=\"restart\"/>");
  g_string_append (self->out, "</w:tcPr>");

  if (goes_on)
    g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p>");
  else if (barn_node_get_n_children (cell) == 0)
    write_paragraph (self, cell, "TableText", 0, 0, 0, &place);
  else
    write_blocks (self, cell, &place);
  if (!goes_on && !ends_with_paragraph (cell))
    g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"" BARN_DOCX_GAP_STYLE "\"/></w:pPr></w:p>");

  g_string_append (self->out, "</w:tc>");
}

static guint
write_reaching (Writer   *self,
                Grid     *grid,
                BarnNode *row,
                guint     column)
{
  while (column < grid->n_columns && grid->reach[column].rows > 0)
    {
      Reach *reach = &grid->reach[column];
      guint span = MIN (barn_node_get_col_span (reach->cell), grid->n_columns - column);

      write_cell (self, grid, row, reach->cell, column, span, TRUE);
      reach->rows--;
      column += span;
    }

  return column;
}

static void
write_row (Writer   *self,
           Grid     *grid,
           BarnNode *row,
           guint     n_left)
{
  g_autofree char *text = barn_node_dup_text (row);
  GString *before = self->out;
  GString *cells = g_string_new (NULL);
  guint column = 0;

  self->out = cells;
  for (guint i = 0; i < barn_node_get_n_children (row); i++)
    {
      BarnNode *cell = barn_node_get_child (row, i);
      guint span;

      column = write_reaching (self, grid, row, column);
      if (column >= grid->n_columns)
        break;
      span = MIN (barn_node_get_col_span (cell), grid->n_columns - column);
      write_cell (self, grid, row, cell, column, span, FALSE);
      grid->reach[column] = (Reach) { cell, MIN (barn_node_get_row_span (cell) - 1, n_left) };
      column += span;
    }
  column = write_reaching (self, grid, row, column);
  if (column == 0)
    {
      g_autoptr (BarnNode) nothing = barn_node_new (BARN_NODE_CELL);

      write_cell (self, grid, row, nothing, 0, grid->n_columns, FALSE);
      column = grid->n_columns;
    }
  self->out = before;

  g_string_append (self->out, "<w:tr>");
  g_string_append (self->out, "<w:trPr>");
  if (column < grid->n_columns)
    g_string_append_printf (self->out, "<w:gridAfter w:val=\"%u\"/>", grid->n_columns - column);
  if (barn_node_get_header (row) || g_utf8_strlen (text, -1) <= SHORT_ROW)
    g_string_append (self->out, "<w:cantSplit/>");
  if (barn_node_get_header (row))
    g_string_append (self->out, "<w:tblHeader/>");
  g_string_append (self->out, "</w:trPr>");
  g_string_append_len (self->out, cells->str, cells->len);
  g_string_append (self->out, "</w:tr>");
  g_string_free (cells, TRUE);
}

static gboolean
has_row_headings (BarnNode *table)
{
  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);

      if (!barn_node_get_header (row) && barn_node_get_n_children (row) > 0 && barn_node_get_header (barn_node_get_child (row, 0)))
        return TRUE;
    }

  return FALSE;
}

static void
write_table_properties (Writer *self,
                        Grid   *grid)
{
  gboolean first_row = barn_node_get_header (barn_node_get_child (grid->table, 0));
  gboolean first_column = has_row_headings (grid->table);
  const char *caption = barn_node_get_caption (grid->table);

  g_string_append_printf (self->out, "<w:tblPr><w:tblStyle w:val=\"" BARN_DOCX_TABLE_STYLE "\"/><w:tblW w:w=\"%u\" w:type=\"dxa\"/>%s",
                          grid->place->width, grid->fixed ? "<w:tblLayout w:type=\"fixed\"/>" : "");
  g_string_append_printf (self->out,
                          "<w:tblLook w:val=\"%04X\" w:firstRow=\"%d\" w:lastRow=\"0\" w:firstColumn=\"%d\" w:lastColumn=\"0\""
                          " w:noHBand=\"1\" w:noVBand=\"1\"/>",
                          0x600u | (first_row ? 0x20u : 0) | (first_column ? 0x80u : 0), first_row, first_column);
  if (*caption != '\0')
    {
      g_string_append (self->out, "<w:tblCaption w:val=\"");
      barn_xml_escape (self->out, caption);
      g_string_append (self->out, "\"/>");
    }
  g_string_append (self->out, "</w:tblPr><w:tblGrid>");
  for (guint i = 0; i < grid->n_columns; i++)
    g_string_append_printf (self->out, "<w:gridCol w:w=\"%u\"/>", grid->widths[i]);
  g_string_append (self->out, "</w:tblGrid>");
}

static void
write_table (Writer      *self,
             BarnNode    *table,
             const Place *place)
{
  guint n_rows = barn_node_get_n_children (table);
  Grid grid = { 0 };

  grid.table = table;
  grid.place = place;
  grid.n_columns = count_columns (table);
  if (n_rows == 0 || grid.n_columns == 0)
    return;

  set_widths (&grid);
  open_bookmark (self, table);
  g_string_append (self->out, "<w:tbl>");
  write_table_properties (self, &grid);
  for (guint i = 0; i < n_rows; i++)
    write_row (self, &grid, barn_node_get_child (table, i), n_rows - i - 1);
  g_string_append (self->out, "</w:tbl>");
}

/* Blocks */

static void
write_blocks (Writer      *self,
              BarnNode    *parent,
              const Place *place)
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
          write_paragraph (self, node, style, 0, 0, 0, place);
          break;

        case BARN_NODE_PARAGRAPH:
          write_paragraph (self, node, place->in_cell ? "TableText" : NULL, 0, 0, 0, place);
          break;

        case BARN_NODE_LIST:
          write_list (self, node, 0, place);
          break;

        case BARN_NODE_TABLE:
          write_table (self, node, place);
          /* Two tables without a paragraph between are one to Word */
          if (!place->in_cell || i + 1 < n)
            g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"" BARN_DOCX_GAP_STYLE "\"/></w:pPr></w:p>");
          break;

        case BARN_NODE_PAGE_BREAK:
          g_string_append (self->out, "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
          break;

        case BARN_NODE_FIGURE:
          barn_docx_write_figure (self, node);
          break;

        case BARN_NODE_CONTENTS:
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
  static const Place place = { FALSE, FALSE, BARN_DOCX_TEXT_WIDTH, BARN_ALIGN_START };

  g_string_append (self->out, BARN_DOCX_HEADER "<w:document xmlns:w=\"" BARN_DOCX_MAIN "\" xmlns:r=\"" BARN_DOCX_RELS "\""
                   " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><w:body>");
  write_front (self, &place);
  write_blocks (self, barn_document_get_body (self->document), &place);
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
  write_document (&self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  barn_docx_add_parts_before (archive, document, self.links, self.figures);
  barn_archive_writer_add (archive, "word/document.xml", self.out->str, self.out->len);
  barn_docx_add_parts_after (archive, document, self.lists, self.figures);

  return barn_archive_writer_finish (archive, error);
}
