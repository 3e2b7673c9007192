/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BarnRowDrag:
 * @type: what the rows stand for: its get_type function
 * @get: (transfer none) (nullable): what a row stands for now; %NULL: nothing that can be dragged
 * @can_drag: whether its place can be changed now
 * @can_drop: whether @dragged can come beside @on
 * @drop: moves @dragged before or after @on; returns whether it was moved
 *
 * How a page lets its rows be moved with the mouse. A line shows where the row would come; a row of another window is not taken: it is
 * another file's.
 */
typedef struct
{
  GType      (*type)     (void);
  gpointer   (*get)      (GtkWidget *page,
                          GtkWidget *row);
  gboolean   (*can_drag) (GtkWidget *page,
                          gpointer   dragged);
  gboolean   (*can_drop) (GtkWidget *page,
                          gpointer   dragged,
                          gpointer   on);
  gboolean   (*drop)     (GtkWidget *page,
                          gpointer   dragged,
                          gpointer   on,
                          gboolean   after);
} BarnRowDrag;

/* Lets @row, which is inside @page, be dragged and dropped on. @how lives as long as the program. */
void barn_row_drag_add (GtkWidget         *row,
                        GtkWidget         *page,
                        const BarnRowDrag *how);

G_END_DECLS
