/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnNextRow:
 *
 * A row of #BarnNextYearDialog: an activity and what becomes of it next year, or the heading above those of one status.
 *
 * Properties: choice (a #BarnNextChoice), watched.
 */
#define BARN_TYPE_NEXT_ROW (barn_next_row_get_type ())
G_DECLARE_FINAL_TYPE (BarnNextRow, barn_next_row, BARN, NEXT_ROW, GObject)

BarnNextRow    *barn_next_row_new          (BarnActivity   *activity);
BarnNextRow    *barn_next_row_new_heading  (BarnStatus      status,
                                            guint           count);
BarnActivity   *barn_next_row_get_activity (BarnNextRow    *self); /* (nullable): NULL: a heading */
BarnStatus      barn_next_row_get_status   (BarnNextRow    *self); /* of the activity, or of those under the heading */
guint           barn_next_row_get_count    (BarnNextRow    *self); /* of the activities under the heading; 0: no heading */
BarnNextChoice  barn_next_row_get_choice   (BarnNextRow    *self);
void            barn_next_row_set_choice   (BarnNextRow    *self,
                                            BarnNextChoice  choice);

G_END_DECLS
