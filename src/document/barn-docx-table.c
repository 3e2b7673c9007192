/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-table"

#include "config.h"

#include <math.h>

#include "barn-docx-private.h"
#include "barn-docx-write-private.h"
#include "barn-grid.h"
#include "barn-xml.h"

/* Tables of a Word document */

#define SHORT_ROW 600  /* characters: a row of no more is kept on one page */
#define CELL_PADDING 10.0

static guint
to_twips (double points)
{
  return (guint) lround (points * 20);
}

static gboolean
ends_with_paragraph (BarnNode *cell)
{
  guint n = barn_node_get_n_children (cell);

  return n == 0 || barn_node_get_kind (barn_node_get_child (cell, n - 1)) != BARN_NODE_TABLE;
}

static void
write_cell (BarnDocxWriter     *self,
            BarnGrid           *grid,
            const BarnGridCell *place,
            gboolean            goes_on)
{
  BarnNode *cell = place->cell;
  double width = barn_grid_get_width (grid, place->column, place->columns);
  const gboolean head = place->row < grid->n_heads;
  const char *style = head || barn_node_get_header (cell) ? "TableHeading" : "TableText";
  BarnDocxPlace inside = { style, head, MAX (width - CELL_PADDING, CELL_PADDING), barn_node_get_align (cell) };

  g_string_append_printf (self->out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", to_twips (width));
  if (place->columns > 1)
    g_string_append_printf (self->out, "<w:gridSpan w:val=\"%u\"/>", place->columns);
  if (goes_on)
    g_string_append (self->out, "<w:vMerge/>");
  else if (place->rows > 1)
    g_string_append (self->out, "<w:vMerge w:val=\"restart\"/>");
  g_string_append (self->out, "</w:tcPr>");

  if (goes_on)
    g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p>");
  else if (barn_node_get_n_children (cell) == 0)
    barn_docx_write_paragraph (self, cell, style, &inside);
  else
    barn_docx_write_blocks (self, cell, &inside);
  if (!goes_on && !ends_with_paragraph (cell))
    g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"" BARN_DOCX_GAP_STYLE "\"/></w:pPr></w:p>");

  g_string_append (self->out, "</w:tc>");
}

static void
write_row (BarnDocxWriter *self,
           BarnGrid       *grid,
           guint           index)
{
  BarnNode *row = barn_node_get_child (grid->table, index);
  g_autofree char *text = barn_node_dup_text (row);
  guint n_columns = grid->n_columns;
  guint column = 0;

  while (n_columns > 0 && barn_grid_get (grid, index, n_columns - 1) == NULL)
    n_columns--;

  g_string_append (self->out, "<w:tr><w:trPr>");
  if (n_columns > 0 && n_columns < grid->n_columns)
    g_string_append_printf (self->out, "<w:gridAfter w:val=\"%u\"/>", grid->n_columns - n_columns);
  if (barn_node_get_header (row) || g_utf8_strlen (text, -1) <= SHORT_ROW)
    g_string_append (self->out, "<w:cantSplit/>");
  if (barn_node_get_header (row))
    g_string_append (self->out, "<w:tblHeader/>");
  g_string_append (self->out, "</w:trPr>");

  while (column < n_columns)
    {
      const BarnGridCell *place = barn_grid_get (grid, index, column);

      write_cell (self, grid, place, place->row < index);
      column += place->columns;
    }
  if (n_columns == 0)
    {
      g_autoptr (BarnNode) nothing = barn_node_new (BARN_NODE_CELL);
      BarnGridCell place = { nothing, index, 0, 1, grid->n_columns };

      write_cell (self, grid, &place, FALSE);
    }
  g_string_append (self->out, "</w:tr>");
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
write_properties (BarnDocxWriter *self,
                  BarnGrid       *grid,
                  double          width)
{
  gboolean first_row = grid->n_heads > 0;
  gboolean first_column = has_row_headings (grid->table);
  const char *caption = barn_node_get_caption (grid->table);

  g_string_append_printf (self->out, "<w:tblPr><w:tblStyle w:val=\"" BARN_DOCX_TABLE_STYLE "\"/><w:tblW w:w=\"%u\" w:type=\"dxa\"/>%s",
                          to_twips (width), grid->fixed ? "<w:tblLayout w:type=\"fixed\"/>" : "");
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
    g_string_append_printf (self->out, "<w:gridCol w:w=\"%u\"/>", to_twips (grid->widths[i]));
  g_string_append (self->out, "</w:tblGrid>");
}

static void
write_caption (BarnDocxWriter *self,
               BarnNode       *table)
{
  if (*barn_node_get_caption (table) == '\0')
    return;

  g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"TableCaption\"/></w:pPr><w:r><w:t xml:space=\"preserve\">");
  barn_xml_escape (self->out, barn_node_get_caption (table));
  g_string_append (self->out, "</w:t></w:r></w:p>");
}

void
barn_docx_write_table (BarnDocxWriter      *self,
                       BarnNode            *table,
                       const BarnDocxPlace *place)
{
  g_autoptr (BarnGrid) grid = barn_grid_new (table, place->width);

  if (grid == NULL)
    return;

  write_caption (self, table);
  barn_docx_open_bookmark (self, table);
  g_string_append (self->out, "<w:tbl>");
  write_properties (self, grid, place->width);
  for (guint i = 0; i < grid->n_rows; i++)
    write_row (self, grid, i);
  g_string_append (self->out, "</w:tbl>");
}
