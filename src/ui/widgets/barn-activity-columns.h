/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-activity-group.h"

G_BEGIN_DECLS

/* Which columns are shown is a set of bits, one for each #BarnActivityOrder that is a column */
#define BARN_ACTIVITY_COLUMN(order) (1u << (order))
/* What every row shows */
#define BARN_ACTIVITY_COLUMNS_FIXED (BARN_ACTIVITY_COLUMN (BARN_ACTIVITY_ORDER_STATUS) | BARN_ACTIVITY_COLUMN (BARN_ACTIVITY_ORDER_TITLE))
/* What is shown unless a person chooses otherwise */
#define BARN_ACTIVITY_COLUMNS_USUAL \
  (BARN_ACTIVITY_COLUMNS_FIXED | BARN_ACTIVITY_COLUMN (BARN_ACTIVITY_ORDER_RESPONSIBLE) \
   | BARN_ACTIVITY_COLUMN (BARN_ACTIVITY_ORDER_DUE) | BARN_ACTIVITY_COLUMN (BARN_ACTIVITY_ORDER_FOLLOW_UP))

/* The columns as a saved view keeps them: "responsible,due"; NULL for the usual ones. (transfer full) (nullable) */
char       *barn_activity_columns_to_text   (guint        columns);
guint       barn_activity_columns_from_text (const char  *text);

/**
 * BarnActivityColumns:
 * @narrow: there is no room for columns: one, with the rest on a second line
 * @x: where a column begins
 * @width: how wide it is; 0: it is not shown
 *
 * Where the columns of the list of activities stand in a given width. Rows and the line of headings above them share it, so
 * that they stand in line without asking each other.
 */
typedef struct
{
  gboolean narrow;
  int      x[BARN_N_ACTIVITY_ORDERS];
  int      width[BARN_N_ACTIVITY_ORDERS];
} BarnActivityColumns;

void        barn_activity_columns_compute   (BarnActivityColumns *self,
                                             GtkWidget           *widget,
                                             guint                columns,
                                             int                  width);

G_END_DECLS
