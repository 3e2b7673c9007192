/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnOccasionsDialog:
 *
 * When the plan of a year is followed up: by tertial, half-year, year or own dates, in one step; and what each occasion is called and its
 * cut-off date. Says before what a change adds, takes away and leaves.
 */
#define BARN_TYPE_OCCASIONS_DIALOG (barn_occasions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnOccasionsDialog, barn_occasions_dialog, BARN, OCCASIONS_DIALOG, AdwWindow)

/* (transfer none): GTK owns it until it is closed */
GtkWidget *barn_occasions_dialog_new (GtkWindow    *parent,
                                      BarnPlanFile *file,
                                      BarnPlan     *plan);

G_END_DECLS
