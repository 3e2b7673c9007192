/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-pages-table"

#include "config.h"

#include "barn-pages-private.h"

/* Tables on pages: the head comes again on each, a row goes over the page where it must */

#define PADDING_X 5.0
#define PADDING_Y 4.0
#define RULE 0.6
/* A row of no more than this part of a page is kept on one */
#define SHORT_ROW 0.35

typedef struct
{
  BarnBoxFlow *flow;
  guint     column;
  guint     columns;
  guint     rows;
} Cell;

typedef struct
{
  GArray *cells;  /* (element-type Cell): those that begin here */
  double  height; /* of the whole row */
} Row;

struct _BarnTableBox
{
  BarnPages *pages;
  BarnGrid  *grid;
  double     width;
  GPtrArray *rows;     /* (element-type Row) */
  guint      next;
  gboolean   begun;    /* the head stands on an earlier page */
  gboolean   in_row;   /* a part of the next row does */
};

static void
free_row (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->cells->len; i++)
    barn_box_flow_free (g_array_index (row->cells, Cell, i).flow);
  g_array_unref (row->cells);
  g_free (row);
}

static void
add_cell (BarnTableBox       *self,
          Row                *row,
          const BarnGridCell *placed,
          BarnElement        *parent)
{
  const double width = barn_grid_get_width (self->grid, placed->column, placed->columns) - 2 * PADDING_X;
  const gboolean head = placed->row < self->grid->n_heads;
  const gboolean heads_row = !head && barn_node_get_header (placed->cell);
  BarnElement *element = barn_pages_new_element (self->pages, head || heads_row ? "TH" : "TD", parent);
  Cell cell = { NULL, placed->column, placed->columns, placed->rows };

  element->scope = head ? "Column" : heads_row ? "Row" : NULL;
  element->columns = placed->columns;
  element->rows = placed->rows;
  cell.flow = barn_pages_build_cell (self->pages, placed->cell, MAX (width, PADDING_X), head || heads_row, element);
  g_array_append_val (row->cells, cell);
}

static void
add_row (BarnTableBox *self,
         guint         index,
         BarnElement  *parent)
{
  BarnElement *element = barn_pages_new_element (self->pages, "TR", parent);
  Row *row = g_new0 (Row, 1);

  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint column = 0; column < self->grid->n_columns; column++)
    {
      const BarnGridCell *placed = barn_grid_get (self->grid, index, column);

      /* Every place of a table is in a cell: a screen reader counts them */
      if (placed == NULL)
        barn_pages_new_element (self->pages, "TD", element);
      else if (placed->row == index && placed->column == column)
        add_cell (self, row, placed, element);
    }
  g_ptr_array_add (self->rows, row);
}

/* A cell over several rows has the room of all of them, and the last grows where that is too little */
static void
measure_rows (BarnTableBox *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      row->height = MAX (row->height, 2 * PADDING_Y + 6);
      for (guint j = 0; j < row->cells->len; j++)
        {
          Cell *cell = &g_array_index (row->cells, Cell, j);
          double height = barn_box_flow_measure (cell->flow) + 2 * PADDING_Y;
          Row *last = g_ptr_array_index (self->rows, i + cell->rows - 1);

          if (cell->rows > 1)
            last->height = MAX (last->height, height - (cell->rows - 1) * 16);
          else
            row->height = MAX (row->height, height);
        }
    }
}

BarnTableBox *
barn_table_box_new (BarnPages   *pages,
                    BarnNode    *table,
                    double       width,
                    BarnElement *element)
{
  g_autoptr (BarnGrid) grid = barn_grid_new (table, width);
  BarnElement *group = NULL;
  BarnTableBox *self;

  if (grid == NULL)
    return NULL;

  self = g_new0 (BarnTableBox, 1);
  self->pages = pages;
  self->width = width;
  self->grid = g_steal_pointer (&grid);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < self->grid->n_rows; i++)
    {
      if (i == 0 || i == self->grid->n_heads)
        group = barn_pages_new_element (pages, i < self->grid->n_heads ? "THead" : "TBody", element);
      add_row (self, i, group);
    }
  measure_rows (self);

  return self;
}

void
barn_table_box_free (BarnTableBox *self)
{
  g_clear_pointer (&self->grid, barn_grid_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

gboolean
barn_table_box_is_done (BarnTableBox *self)
{
  return self->next >= self->rows->len;
}

static double
measure_heads (BarnTableBox *self)
{
  double height = 0;

  for (guint i = 0; i < self->grid->n_heads; i++)
    height += ((Row *) g_ptr_array_index (self->rows, i))->height;

  return height;
}

double
barn_table_box_measure (BarnTableBox *self)
{
  double height = self->begun ? measure_heads (self) : 0;

  for (guint i = self->next; i < self->rows->len; i++)
    height += ((Row *) g_ptr_array_index (self->rows, i))->height;

  return height;
}

static gboolean
is_short (double height)
{
  return height <= BARN_PAGES_TEXT_HEIGHT * SHORT_ROW;
}

/* How many rows from @first on hang together by cells over several of them */
static guint
count_group (BarnTableBox *self,
             guint         first)
{
  guint end = first + 1;

  for (guint i = first; i < end && i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        end = MAX (end, i + g_array_index (row->cells, Cell, j).rows);
    }

  return end - first;
}

static double
measure_group (BarnTableBox *self,
               guint         first,
               guint         n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += ((Row *) g_ptr_array_index (self->rows, i))->height;

  return height;
}

/* The least of a row that may stand at the foot of a page */
static double
measure_beginning (BarnTableBox *self,
                   guint         index)
{
  Row *row = g_ptr_array_index (self->rows, index);
  double height = 0;

  if (is_short (row->height) || self->in_row)
    return row->height;

  for (guint i = 0; i < row->cells->len; i++)
    height = MAX (height, barn_box_flow_measure_first (g_array_index (row->cells, Cell, i).flow));

  return MIN (height + 2 * PADDING_Y, row->height);
}

double
barn_table_box_measure_first (BarnTableBox *self)
{
  const guint first = MAX (self->next, self->grid->n_heads);
  double height = measure_heads (self);
  guint n;

  if (first >= self->rows->len)
    return height;

  n = count_group (self, first);

  return height + (n > 1 && is_short (measure_group (self, first, n)) ? measure_group (self, first, n) : measure_beginning (self, first));
}

static void
add_rule (const BarnPlace *place,
          double           y,
          double           x,
          double           width)
{
  BarnItem item = { .kind = BARN_ITEM_FILL, .x = x, .y = y - RULE / 2, .width = width, .height = RULE, .color = &barn_color_line };

  barn_place_add (place, item);
}

/* Under a row, but not through a cell that goes on into the next */
static void
add_rules (BarnTableBox    *self,
           const BarnPlace *place,
           guint            index,
           double           y)
{
  double x = place->x;

  for (guint column = 0; column < self->grid->n_columns; column++)
    {
      const BarnGridCell *placed = barn_grid_get (self->grid, index, column);

      if (placed == NULL || placed->row + placed->rows <= index + 1)
        add_rule (place, y, x, self->grid->widths[column]);
      x += self->grid->widths[column];
    }
}

/* Whole rows, of which none is begun */
static double
take_rows (BarnTableBox    *self,
           const BarnPlace *place,
           guint            first,
           guint            n)
{
  double y = 0;

  for (guint i = first; i < first + n; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (i < self->grid->n_heads)
        {
          BarnItem fill = { .kind = BARN_ITEM_FILL, .x = place->x, .y = place->y + y, .width = self->width, .height = row->height, .color = &barn_color_fill };

          barn_place_add (place, fill);
        }
      for (guint j = 0; j < row->cells->len; j++)
        {
          Cell *cell = &g_array_index (row->cells, Cell, j);
          BarnPlace inside = *place;

          inside.x += barn_grid_get_width (self->grid, 0, cell->column) + PADDING_X;
          inside.y += y + PADDING_Y;
          barn_box_flow_take (cell->flow, &inside, G_MAXDOUBLE, TRUE);
        }
      y += row->height;
      add_rules (self, place, i, place->y + y);
    }

  return y;
}

/* The head of a table on a page after its first: the same again, built anew as no content */
static double
take_heads (BarnTableBox    *self,
            const BarnPlace *place)
{
  BarnPlace inside = *place;
  double height;

  if (self->grid->n_heads == 0)
    return 0;

  inside.again = place->again || self->begun;
  if (!self->begun)
    {
      add_rule (place, place->y, place->x, self->width);
      height = take_rows (self, &inside, 0, self->grid->n_heads);
      self->next = self->grid->n_heads;
    }
  else
    {
      BarnElement nowhere = { .type = "Table", .kids = NULL };
      g_autoptr (GPtrArray) rows = g_steal_pointer (&self->rows);

      nowhere.kids = g_array_new (FALSE, FALSE, sizeof (BarnKid));
      self->rows = g_ptr_array_new_with_free_func (free_row);
      for (guint i = 0; i < self->grid->n_heads; i++)
        add_row (self, i, &nowhere);
      measure_rows (self);
      add_rule (place, place->y, place->x, self->width);
      height = take_rows (self, &inside, 0, self->grid->n_heads);
      g_ptr_array_unref (self->rows);
      self->rows = g_steal_pointer (&rows);
      g_array_unref (nowhere.kids);
    }
  self->begun = TRUE;

  return height;
}

/* As much of each cell as fits; what is left goes on on the next page */
static double
take_part (BarnTableBox    *self,
           const BarnPlace *place,
           double           available,
           gboolean         force)
{
  Row *row = g_ptr_array_index (self->rows, self->next);
  double height = 0, left = 0;
  gboolean done = TRUE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      Cell *cell = &g_array_index (row->cells, Cell, i);
      BarnPlace inside = *place;
      double taken;

      inside.x += barn_grid_get_width (self->grid, 0, cell->column) + PADDING_X;
      inside.y += PADDING_Y;
      taken = barn_box_flow_take (cell->flow, &inside, available - 2 * PADDING_Y, force);
      height = MAX (height, taken);
      done = done && barn_box_flow_is_done (cell->flow);
      left = MAX (left, barn_box_flow_measure (cell->flow));
    }
  if (height <= 0 && !done)
    return 0;

  height += 2 * PADDING_Y;
  add_rules (self, place, self->next, place->y + height);
  row->height = left + 2 * PADDING_Y;
  self->in_row = !done;
  if (done)
    self->next++;

  return height;
}

double
barn_table_box_take (BarnTableBox    *self,
                     const BarnPlace *place,
                     double           available,
                     gboolean         force)
{
  BarnPlace inside = *place;
  double y = take_heads (self, place);
  gboolean fresh = force;

  if (self->grid->n_heads == 0)
    add_rule (place, place->y, place->x, self->width);

  while (!barn_table_box_is_done (self))
    {
      guint n = self->in_row ? 1 : count_group (self, self->next);
      double height = measure_group (self, self->next, n);
      double taken;

      inside.y = place->y + y;
      if (!self->in_row && y + height <= available + 0.01)
        {
          y += take_rows (self, &inside, self->next, n);
          self->next += n;
          fresh = FALSE;
          continue;
        }

      /* On the next page there is room for all of it */
      if (!self->in_row && !fresh && is_short (height))
        return y;

      taken = take_part (self, &inside, available - y, fresh);
      y += taken;
      fresh = FALSE;
      if (taken <= 0 || self->in_row)
        return y;
    }

  return y;
}
