/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnFollowUpRow:
 *
 * A follow-up of before: to read, and to correct or delete.
 */
#define BARN_TYPE_FOLLOW_UP_ROW (barn_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (BarnFollowUpRow, barn_follow_up_row, BARN, FOLLOW_UP_ROW, AdwBin)

GtkWidget    *barn_follow_up_row_new           (BarnPlanFile    *file,
                                                BarnFollowUp    *follow_up);
BarnFollowUp *barn_follow_up_row_get_follow_up (BarnFollowUpRow *self);

G_END_DECLS
