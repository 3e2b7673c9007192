/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-model.h"

G_BEGIN_DECLS

/**
 * BarnActivityColumns:
 *
 * Where the columns of the list of activities stand in a given width. Rows and the line of headings above them share it, so
 * that they stand in line without asking each other. Narrow: one column, with the rest on a second line.
 */
typedef struct
{
  gboolean narrow;
  int      status_x;
  int      status_width;
  int      title_x;
  int      title_width;
  int      responsible_x;
  int      responsible_width;
  int      due_x;
  int      due_width;
  int      follow_up_x;
  int      follow_up_width;
} BarnActivityColumns;

void barn_activity_columns_compute (BarnActivityColumns *self,
                                    GtkWidget           *widget,
                                    int                  width);

/**
 * BarnActivityRow:
 *
 * An activity in the list: status, title, who is responsible, when it is due, when it was last followed up.
 *
 * It follows its activity by itself. Properties: words (all of it in words, for the label of the row).
 */
#define BARN_TYPE_ACTIVITY_ROW (barn_activity_row_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityRow, barn_activity_row, BARN, ACTIVITY_ROW, GtkWidget)

GtkWidget    *barn_activity_row_new          (void);
void          barn_activity_row_set_activity (BarnActivityRow *self,
                                              BarnModel       *model,
                                              BarnActivity    *activity);
const char   *barn_activity_row_get_words    (BarnActivityRow *self);

G_END_DECLS
