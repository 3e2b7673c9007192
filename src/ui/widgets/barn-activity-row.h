/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-activity-columns.h"

G_BEGIN_DECLS

/**
 * BarnActivityRow:
 *
 * An activity in the list: its status, its title, and what a person has chosen to see beside.
 *
 * It follows its activity by itself. Properties: words (all of it in words, for the label of the row).
 */
#define BARN_TYPE_ACTIVITY_ROW (barn_activity_row_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityRow, barn_activity_row, BARN, ACTIVITY_ROW, GtkWidget)

GtkWidget    *barn_activity_row_new          (void);
void          barn_activity_row_set_activity (BarnActivityRow *self,
                                              BarnModel       *model,
                                              BarnActivity    *activity);
/* @columns: see barn-activity-columns.h */
void          barn_activity_row_set_columns  (BarnActivityRow *self,
                                              guint            columns);
const char   *barn_activity_row_get_words    (BarnActivityRow *self);

G_END_DECLS
