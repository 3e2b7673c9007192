/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnShiftDetail:
 *
 * A shift with its purpose, its articles, how far it has come, and its activities.
 */
#define BARN_TYPE_SHIFT_DETAIL (barn_shift_detail_get_type ())
G_DECLARE_FINAL_TYPE (BarnShiftDetail, barn_shift_detail, BARN, SHIFT_DETAIL, AdwBin)

void barn_shift_detail_set_shift  (BarnShiftDetail *self,
                                   BarnPlanFile    *file,
                                   BarnPlan        *plan,
                                   BarnShift       *shift);
/* For a new shift: its title stands ready to be typed over */
void barn_shift_detail_edit_title (BarnShiftDetail *self);

G_END_DECLS
