/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-odt-table"

#include "config.h"

#include <math.h>

#include "barn-grid.h"
#include "barn-odt-write-private.h"
#include "barn-xml.h"

/* Tables of an OpenDocument text */

#define SHORT_ROW 600  /* characters: a row of no more is kept on one page */
#define CELL_PADDING 10.0
#define WHOLE_TABLE 65535 /* what LibreOffice wants shares of the width to be of */

static void
append_styles (BarnOdtWriter *self,
               BarnGrid      *grid,
               double         width)
{
  g_string_append_printf (self->styles, "<style:style style:name=\"Table%u\" style:family=\"table\"><style:table-properties", self->n_tables);
  barn_odt_append_points (self->styles, "style:width", width);
  g_string_append (self->styles, " table:align=\"margins\" fo:margin-top=\"0pt\" fo:margin-bottom=\"12pt\"/></style:style>");

  for (guint i = 0; i < grid->n_columns; i++)
    {
      g_string_append_printf (self->styles, "<style:style style:name=\"Table%u.%u\" style:family=\"table-column\"><style:table-column-properties",
                              self->n_tables, i + 1);
      barn_odt_append_points (self->styles, "style:column-width", grid->widths[i]);
      if (grid->fixed)
        g_string_append_printf (self->styles, " style:rel-column-width=\"%ld*\"", lround (grid->widths[i] / width * WHOLE_TABLE));
      g_string_append (self->styles, "/></style:style>");
    }
}

/* An automatic style that all tables share; made when the first table needs it */
static void
append_shared_styles (BarnOdtWriter *self)
{
  static const char shared[] =
    "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"3pt\" fo:border-left=\"none\""
    " fo:border-right=\"none\" fo:border-top=\"0.5pt solid #c5ced8\" fo:border-bottom=\"0.5pt solid #c5ced8\"/></style:style>"
    "<style:style style:name=\"HeadCell\" style:family=\"table-cell\"><style:table-cell-properties style:vertical-align=\"bottom\" fo:background-color=\"#e9eff5\""
    " fo:padding=\"3pt\" fo:border-left=\"none\" fo:border-right=\"none\" fo:border-top=\"0.75pt solid #c5ced8\" fo:border-bottom=\"0.5pt solid #c5ced8\"/>"
    "</style:style>"
    "<style:style style:name=\"WholeRow\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>"
    "<style:style style:name=\"LongRow\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"auto\"/></style:style>";

  if (self->n_tables == 1)
    g_string_append (self->styles, shared);
}

static void
write_cell (BarnOdtWriter      *self,
            BarnGrid           *grid,
            const BarnGridCell *placed)
{
  BarnNode *cell = placed->cell;
  const gboolean head = placed->row < grid->n_heads;
  const double width = barn_grid_get_width (grid, placed->column, placed->columns);
  BarnOdtPlace inside = { "Table_20_Contents", TRUE, MAX (width - CELL_PADDING, CELL_PADDING), barn_node_get_align (cell) };

  if (head || barn_node_get_header (cell))
    inside.style = BARN_ODT_HEADING_STYLE;

  g_string_append_printf (self->out, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\"", head ? "HeadCell" : "Cell");
  if (placed->columns > 1)
    g_string_append_printf (self->out, " table:number-columns-spanned=\"%u\"", placed->columns);
  if (placed->rows > 1)
    g_string_append_printf (self->out, " table:number-rows-spanned=\"%u\"", placed->rows);
  g_string_append (self->out, ">");
  if (barn_node_get_n_children (cell) == 0)
    barn_odt_write_paragraph (self, cell, inside.style, &inside);
  else
    barn_odt_write_blocks (self, cell, 0, &inside);
  g_string_append (self->out, "</table:table-cell>");
}

static void
write_row (BarnOdtWriter *self,
           BarnGrid      *grid,
           guint          index)
{
  BarnNode *row = barn_node_get_child (grid->table, index);
  g_autofree char *text = barn_node_dup_text (row);
  const gboolean whole = index < grid->n_heads || g_utf8_strlen (text, -1) <= SHORT_ROW;

  g_string_append_printf (self->out, "<table:table-row table:style-name=\"%s\">", whole ? "WholeRow" : "LongRow");
  for (guint column = 0; column < grid->n_columns; column++)
    {
      const BarnGridCell *placed = barn_grid_get (grid, index, column);

      /* A row that is too short ends in cells of its own: every place of the table has one */
      if (placed == NULL)
        g_string_append (self->out, "<table:table-cell table:style-name=\"Cell\"><text:p text:style-name=\"Table_20_Contents\"/></table:table-cell>");
      else if (placed->row == index && placed->column == column)
        write_cell (self, grid, placed);
      else
        g_string_append (self->out, "<table:covered-table-cell/>");
    }
  g_string_append (self->out, "</table:table-row>");
}

void
barn_odt_write_table (BarnOdtWriter      *self,
                      BarnNode           *table,
                      const BarnOdtPlace *place)
{
  g_autoptr (BarnGrid) grid = barn_grid_new (table, place->width);
  guint number;

  if (grid == NULL)
    return;

  if (*barn_node_get_caption (table) != '\0')
    {
      g_autoptr (BarnNode) caption = barn_node_new_text (BARN_NODE_PARAGRAPH, barn_node_get_caption (table));
      BarnOdtPlace start = *place;

      start.align = BARN_ALIGN_START;
      barn_odt_write_paragraph (self, caption, "Table_20_Caption", &start);
    }

  number = ++self->n_tables;
  append_shared_styles (self);
  append_styles (self, grid, place->width);
  g_string_append_printf (self->out, "<table:table table:name=\"Table%u\" table:style-name=\"Table%u\">", number, number);
  if (*barn_node_get_caption (table) != '\0')
    {
      g_string_append (self->out, "<table:title>");
      barn_xml_escape (self->out, barn_node_get_caption (table));
      g_string_append (self->out, "</table:title>");
    }
  for (guint i = 0; i < grid->n_columns; i++)
    g_string_append_printf (self->out, "<table:table-column table:style-name=\"Table%u.%u\"/>", number, i + 1);

  for (guint i = 0; i < grid->n_rows; i++)
    {
      if (i == 0 && grid->n_heads > 0)
        g_string_append (self->out, "<table:table-header-rows>");
      write_row (self, grid, i);
      if (i + 1 == grid->n_heads)
        g_string_append (self->out, "</table:table-header-rows>");
    }
  g_string_append (self->out, "</table:table>");
}
