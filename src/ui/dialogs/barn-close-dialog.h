/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnCloseDialog:
 *
 * Says what is missing before an occasion is closed, and closes it: with a reason where something is missing.
 *
 * Signals: followed (BarnActivity, gboolean): a person wants to mend what is missing in it, in the follow-up (%TRUE) or in the activity itself;
 * the dialog is closed then.
 */
#define BARN_TYPE_CLOSE_DIALOG (barn_close_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnCloseDialog, barn_close_dialog, BARN, CLOSE_DIALOG, AdwWindow)

/* (transfer none): GTK owns it until it is closed */
GtkWidget *barn_close_dialog_new (GtkWindow    *parent,
                                  BarnPlanFile *file,
                                  BarnPlan     *plan,
                                  BarnOccasion *occasion);

G_END_DECLS
