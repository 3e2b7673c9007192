/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-indicator.h"

G_BEGIN_DECLS

/**
 * BarnIndicatorCurve:
 *
 * The values of an indicator over time, with its target as a dashed line. A screen reader is told each value.
 */
#define BARN_TYPE_INDICATOR_CURVE (barn_indicator_curve_get_type ())
G_DECLARE_FINAL_TYPE (BarnIndicatorCurve, barn_indicator_curve, BARN, INDICATOR_CURVE, GtkWidget)

/* Draws the indicator as it is now */
void barn_indicator_curve_show (BarnIndicatorCurve *self,
                                BarnIndicator      *indicator);

G_END_DECLS
