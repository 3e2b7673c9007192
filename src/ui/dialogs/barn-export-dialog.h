/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnExportWay:
 * @BARN_EXPORT_SAVE: to a file of the person's choice
 * @BARN_EXPORT_SEND: as a file attached to a message in the mail program
 *
 * Where a document goes.
 */
typedef enum
{
  BARN_EXPORT_SAVE,
  BARN_EXPORT_SEND,
} BarnExportWay;

/**
 * BarnExportDialog:
 *
 * Asks how a document shall be exported or sent, says what it lacks, and does it. Emits "remark-followed" with a #BarnRemark when a person
 * wants to mend what it is about; the dialog is closed then.
 */
#define BARN_TYPE_EXPORT_DIALOG (barn_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnExportDialog, barn_export_dialog, BARN, EXPORT_DIALOG, AdwWindow)

GtkWidget *barn_export_dialog_new (GtkWidget    *from,
                                   BarnPlanFile *file,
                                   BarnPlan     *plan,
                                   BarnPaper     paper,
                                   BarnDay       as_of,
                                   BarnExportWay way);

G_END_DECLS
