/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-grid"

#include "config.h"

#include <math.h>

#include "barn-document-private.h"
#include "barn-grid.h"

/* Of the text in tables, in points and letters */
#define LETTER_WIDTH 5.6
#define CELL_MARGINS 11.0
#define LONG_WORD 12

static guint
count_columns (BarnNode *table)
{
  guint reach[BARN_GRID_MAX_COLUMNS] = { 0 };
  guint n = 0;

  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);
      guint column = 0;

      for (guint j = 0; j < barn_node_get_n_children (row); j++)
        {
          BarnNode *cell = barn_node_get_child (row, j);

          while (column < BARN_GRID_MAX_COLUMNS && reach[column] > 0)
            column++;
          for (guint k = 0; k < barn_node_get_col_span (cell) && column < BARN_GRID_MAX_COLUMNS; k++, column++)
            reach[column] = barn_node_get_row_span (cell);
        }
      for (guint k = 0; k < BARN_GRID_MAX_COLUMNS; k++)
        {
          if (reach[k] > 0)
            n = MAX (n, k + 1);
          reach[k] -= reach[k] > 0;
        }
    }

  return n;
}

static void
place_cell (BarnGrid *self,
            BarnNode *cell,
            guint     row,
            guint     column)
{
  BarnGridCell placed = { cell, row, column, 1, 1 };
  guint *places = self->places + row * self->n_columns;

  placed.rows = MIN (barn_node_get_row_span (cell), self->n_rows - row);
  while (placed.columns < barn_node_get_col_span (cell) && column + placed.columns < self->n_columns && places[column + placed.columns] == 0)
    placed.columns++;
  /* No cell reaches out of the header rows: they come again on the next page without the rest */
  if (row < self->n_heads)
    placed.rows = MIN (placed.rows, self->n_heads - row);

  g_array_append_val (self->cells, placed);
  for (guint i = row; i < row + placed.rows; i++)
    for (guint j = column; j < column + placed.columns; j++)
      self->places[i * self->n_columns + j] = self->cells->len;
}

static void
place_cells (BarnGrid *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      BarnNode *row = barn_node_get_child (self->table, i);
      guint column = 0;

      for (guint j = 0; j < barn_node_get_n_children (row); j++)
        {
          while (column < self->n_columns && self->places[i * self->n_columns + column] > 0)
            column++;
          if (column >= self->n_columns)
            break;
          place_cell (self, barn_node_get_child (row, j), i, column);
        }
    }
}

/* Without widths of its own a table gives each column room by how much text it has, the long ones less than their share */
static void
guess_weights (BarnGrid *self,
               double   *weights)
{
  for (guint i = 0; i < self->n_columns; i++)
    weights[i] = 1;

  for (guint i = 0; i < self->n_rows; i++)
    {
      BarnNode *row = barn_node_get_child (self->table, i);

      /* Rows with merged cells do not tell which column they fill */
      if (barn_node_get_n_children (row) != self->n_columns)
        continue;
      for (guint j = 0; j < self->n_columns; j++)
        {
          g_autofree char *text = barn_node_dup_text (barn_node_get_child (row, j));

          weights[j] = MAX (weights[j], MIN (sqrt (g_utf8_strlen (text, -1)), 24));
        }
    }

  for (guint i = 0; i < self->n_columns; i++)
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
measure_words (BarnGrid *self,
               double   *needs)
{
  for (guint i = 0; i < self->n_columns; i++)
    needs[i] = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      BarnNode *row = barn_node_get_child (self->table, i);

      for (guint j = 0; barn_node_get_n_children (row) == self->n_columns && j < self->n_columns; j++)
        {
          g_autofree char *text = barn_node_dup_text (barn_node_get_child (row, j));

          needs[j] = MAX (needs[j], MIN (count_longest_word (text), LONG_WORD) * LETTER_WIDTH + CELL_MARGINS);
        }
    }
}

/* A column that is too narrow for its words takes from the one that has most to spare */
static void
make_room (BarnGrid *self)
{
  double needs[BARN_GRID_MAX_COLUMNS];

  measure_words (self, needs);
  for (guint i = 0; i < self->n_columns; i++)
    while (self->widths[i] < needs[i] - 0.01)
      {
        guint richest = i;
        double taken;

        for (guint j = 0; j < self->n_columns; j++)
          if (self->widths[j] > needs[j] + 0.01 && (richest == i || self->widths[j] - needs[j] > self->widths[richest] - needs[richest]))
            richest = j;
        if (richest == i)
          return;

        taken = MIN (self->widths[richest] - needs[richest], needs[i] - self->widths[i]);
        self->widths[richest] -= taken;
        self->widths[i] += taken;
      }
}

static void
set_widths (BarnGrid *self,
            double    width)
{
  double weights[BARN_GRID_MAX_COLUMNS];
  double total = 0;
  guint n_given;
  const guint *given = barn_node_get_widths (self->table, &n_given);

  self->fixed = n_given == self->n_columns;
  guess_weights (self, weights);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->fixed)
        weights[i] = MAX (given[i], 1);
      total += weights[i];
    }

  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = weights[i] / total * width;
  make_room (self);
}

/**
 * barn_grid_new:
 * @table: a table
 * @width: how wide it may be, points
 *
 * Returns: (transfer full) (nullable): its grid, %NULL where there is no cell in it
 */
BarnGrid *
barn_grid_new (BarnNode *table,
               double    width)
{
  g_autoptr (BarnGrid) self = g_new0 (BarnGrid, 1);

  self->table = table;
  self->n_rows = barn_node_get_n_children (table);
  self->n_columns = count_columns (table);
  self->cells = g_array_new (FALSE, FALSE, sizeof (BarnGridCell));
  if (self->n_rows == 0 || self->n_columns == 0)
    return NULL;

  while (self->n_heads < self->n_rows && barn_node_get_header (barn_node_get_child (table, self->n_heads)))
    self->n_heads++;
  self->places = g_new0 (guint, (gsize) self->n_rows * self->n_columns);
  place_cells (self);
  set_widths (self, width);

  return g_steal_pointer (&self);
}

void
barn_grid_free (BarnGrid *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->places, g_free);
  g_free (self);
}

/**
 * barn_grid_get:
 * @self: a grid
 * @row: from 0
 * @column: from 0
 *
 * Returns: (nullable): the cell that covers the place, %NULL where the row is too short
 */
const BarnGridCell *
barn_grid_get (BarnGrid *self,
               guint     row,
               guint     column)
{
  guint place = self->places[row * self->n_columns + column];

  return place > 0 ? &g_array_index (self->cells, BarnGridCell, place - 1) : NULL;
}

/**
 * barn_grid_get_width:
 * @self: a grid
 * @column: the first of them
 * @columns: how many
 *
 * Returns: their width, points
 */
double
barn_grid_get_width (BarnGrid *self,
                     guint     column,
                     guint     columns)
{
  double width = 0;

  for (guint i = column; i < column + columns && i < self->n_columns; i++)
    width += self->widths[i];

  return width;
}
