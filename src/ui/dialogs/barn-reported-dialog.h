/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnReportedDialog:
 *
 * What a closed occasion reported of each activity, with a search.
 *
 * Signals: correct (BarnActivity): a person wants to correct it; the dialog is closed then.
 */
#define BARN_TYPE_REPORTED_DIALOG (barn_reported_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnReportedDialog, barn_reported_dialog, BARN, REPORTED_DIALOG, AdwWindow)

/* (transfer none): GTK owns it until it is closed */
GtkWidget *barn_reported_dialog_new (GtkWindow    *parent,
                                     BarnPlanFile *file,
                                     BarnOccasion *occasion);

G_END_DECLS
