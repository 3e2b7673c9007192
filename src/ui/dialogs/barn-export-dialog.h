/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnExportDialog:
 *
 * Asks how a barnbokslut shall be exported, says what it lacks, and exports it. Emits "remark-followed" with the section and the
 * article of a remark when a person wants to mend it; the dialog is closed then.
 */
#define BARN_TYPE_EXPORT_DIALOG (barn_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnExportDialog, barn_export_dialog, BARN, EXPORT_DIALOG, AdwWindow)

GtkWidget *barn_export_dialog_new (GtkWidget    *from,
                                   BarnPlanFile *file,
                                   BarnPlan     *plan);

G_END_DECLS
