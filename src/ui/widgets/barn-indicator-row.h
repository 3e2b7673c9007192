/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnIndicatorRow:
 *
 * An indicator: its title, how it stands, a curve, and what sets its values, baseline and target.
 */
#define BARN_TYPE_INDICATOR_ROW (barn_indicator_row_get_type ())
G_DECLARE_FINAL_TYPE (BarnIndicatorRow, barn_indicator_row, BARN, INDICATOR_ROW, AdwBin)

/* A row, floating, and the indicator that it shows; (transfer none) */
GtkWidget     *barn_indicator_row_new           (BarnPlanFile     *file,
                                                 BarnIndicator    *indicator);
BarnIndicator *barn_indicator_row_get_indicator (BarnIndicatorRow *self);
/* For one that was added just now: its title stands ready to be typed over */
void           barn_indicator_row_edit_title    (BarnIndicatorRow *self);

G_END_DECLS
