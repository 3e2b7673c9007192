/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnNewPlanDialog:
 *
 * Asks what a new plan file must know: whose it is, the nämnd, the year, and where it lies. For a new year in a file that
 * exists, only the year.
 *
 * Signal: create, when the answer is given; the dialog closes then.
 */
#define BARN_TYPE_NEW_PLAN_DIALOG (barn_new_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnNewPlanDialog, barn_new_plan_dialog, BARN, NEW_PLAN_DIALOG, AdwWindow)

/* @file: (nullable): the plan file that gets another year */
GtkWidget  *barn_new_plan_dialog_new              (GtkWindow         *parent,
                                                   BarnPlanFile      *file);
guint       barn_new_plan_dialog_get_year         (BarnNewPlanDialog *self);
const char *barn_new_plan_dialog_get_organisation (BarnNewPlanDialog *self);
const char *barn_new_plan_dialog_get_board        (BarnNewPlanDialog *self);
GFile      *barn_new_plan_dialog_dup_file         (BarnNewPlanDialog *self); /* (transfer full) */

G_END_DECLS
