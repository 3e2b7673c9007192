/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-figures.h"

G_BEGIN_DECLS

/**
 * BarnCurve:
 *
 * The year so far: how many activities had which status on each day, stacked, the done ones lowest. A screen reader is told how
 * it began and how it stands.
 */
#define BARN_TYPE_CURVE (barn_curve_get_type ())
G_DECLARE_FINAL_TYPE (BarnCurve, barn_curve, BARN, CURVE, GtkWidget)

/* @plan: (nullable). @as_of: until when the curve is drawn */
void       barn_curve_show (BarnCurve *self,
                            BarnPlan  *plan,
                            BarnDay    as_of);

G_END_DECLS
