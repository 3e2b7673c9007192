/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-activity-group.h"
#include "barn-model.h"

G_BEGIN_DECLS

/**
 * BarnActivityCell:
 *
 * What stands in a row of the list: the heading of a group, or an activity. Rows are used again for others, so it can be both.
 *
 * Signals: toggled (BarnActivityGroup), when a person opens or closes a group; described (string), with the words for the row.
 */
#define BARN_TYPE_ACTIVITY_CELL (barn_activity_cell_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityCell, barn_activity_cell, BARN, ACTIVITY_CELL, AdwBin)

GtkWidget *barn_activity_cell_new      (void);
/* @item: (nullable): a #BarnActivityGroup or a #BarnActivityEntry */
void       barn_activity_cell_set_item (BarnActivityCell *self,
                                        BarnModel        *model,
                                        GObject          *item);
void       barn_activity_cell_set_columns (BarnActivityCell *self,
                                        guint             columns);
GObject   *barn_activity_cell_get_item (BarnActivityCell *self);

G_END_DECLS
