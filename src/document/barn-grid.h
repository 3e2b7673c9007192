/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"

G_BEGIN_DECLS

/* More than that Word does not open */
#define BARN_GRID_MAX_COLUMNS 63u

/* A cell in its place */
typedef struct
{
  BarnNode *cell;
  guint     row;     /* where it begins */
  guint     column;
  guint     rows;    /* what it takes, inside the table and clear of other cells */
  guint     columns;
} BarnGridCell;

/**
 * BarnGrid:
 *
 * A table as it lies on paper: which cell covers which place, and how wide each column is. Every writer that draws tables uses it.
 */
typedef struct
{
  BarnNode     *table;      /* not owned */
  guint         n_rows;
  guint         n_columns;
  guint         n_heads;    /* header rows at the top */
  gboolean      fixed;      /* the table says its widths itself */
  double        widths[BARN_GRID_MAX_COLUMNS]; /* points */
  GArray       *cells;      /* (element-type BarnGridCell) */
  guint        *places;     /* of each place in the grid: its cell's index + 1, or 0 */
} BarnGrid;

BarnGrid           *barn_grid_new       (BarnNode *table,
                                         double    width);
void                barn_grid_free      (BarnGrid *self);
const BarnGridCell *barn_grid_get       (BarnGrid *self,
                                         guint     row,
                                         guint     column);
double              barn_grid_get_width (BarnGrid *self,
                                         guint     column,
                                         guint     columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnGrid, barn_grid_free)

G_END_DECLS
