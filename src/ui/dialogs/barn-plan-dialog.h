/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnPlanDialog:
 *
 * Whose plan it is and how it was approved: the organisation, the nämnd, the title, who approved it and when, the diarienummer. Saved as
 * it is typed.
 */
#define BARN_TYPE_PLAN_DIALOG (barn_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnPlanDialog, barn_plan_dialog, BARN, PLAN_DIALOG, AdwWindow)

GtkWidget *barn_plan_dialog_new (GtkWindow    *parent,
                                 BarnPlanFile *file,
                                 BarnPlan     *plan);

G_END_DECLS
