/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-area-row.h"
#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnAreaEditor:
 *
 * The development areas that one year's barnbokslut set, to be followed up a year later, or to be set.
 */
#define BARN_TYPE_AREA_EDITOR (barn_area_editor_get_type ())
G_DECLARE_FINAL_TYPE (BarnAreaEditor, barn_area_editor, BARN, AREA_EDITOR, AdwBin)

void barn_area_editor_set_year (BarnAreaEditor *self,
                                BarnPlanFile   *file,
                                guint           year,
                                BarnAreaSide    side);
void barn_area_editor_insert   (BarnAreaEditor *self,
                                const char     *text);

G_END_DECLS
