/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnActivityDetail:
 *
 * An activity with everything there is of it, each field edited in place.
 */
#define BARN_TYPE_ACTIVITY_DETAIL (barn_activity_detail_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityDetail, barn_activity_detail, BARN, ACTIVITY_DETAIL, AdwBin)

void barn_activity_detail_set_activity (BarnActivityDetail *self,
                                        BarnPlanFile       *file,
                                        BarnActivity       *activity);
/* For a new activity: its title stands ready to be typed over */
void barn_activity_detail_edit_title   (BarnActivityDetail *self);

G_END_DECLS
