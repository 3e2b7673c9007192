/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnNextYearDialog:
 *
 * Next year's plan from this year's: each activity with what is proposed for it, grouped by status. What is marked is chosen for with 1, 2 and 3
 * or the buttons below the list, and what will be made is told before it is made.
 *
 * Signals: made, with the new plan.
 */
#define BARN_TYPE_NEXT_YEAR_DIALOG (barn_next_year_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnNextYearDialog, barn_next_year_dialog, BARN, NEXT_YEAR_DIALOG, AdwWindow)

GtkWidget *barn_next_year_dialog_new (GtkWindow    *parent,
                                      BarnPlanFile *file,
                                      BarnPlan     *plan);

G_END_DECLS
