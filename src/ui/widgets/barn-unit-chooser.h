/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnUnitChooser:
 *
 * Which unit is responsible: one of those there are, none, or a new one.
 */
#define BARN_TYPE_UNIT_CHOOSER (barn_unit_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BarnUnitChooser, barn_unit_chooser, BARN, UNIT_CHOOSER, AdwBin)

void barn_unit_chooser_set_activity (BarnUnitChooser *self,
                                     BarnPlanFile    *file,
                                     BarnActivity    *activity);

G_END_DECLS
