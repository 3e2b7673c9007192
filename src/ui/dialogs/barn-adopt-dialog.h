/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-adopt.h"

G_BEGIN_DECLS

/**
 * BarnAdoptDialog:
 *
 * Asks who decided on a document, when and under which numbers, and keeps it as it is now; or puts right what was said of one that is kept.
 * Emits "adopted" with the #BarnAdopted when it is done.
 */
#define BARN_TYPE_ADOPT_DIALOG (barn_adopt_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnAdoptDialog, barn_adopt_dialog, BARN, ADOPT_DIALOG, AdwWindow)

GtkWidget *barn_adopt_dialog_new         (GtkWidget    *from,
                                          BarnPlanFile *file,
                                          BarnPlan     *plan,
                                          BarnPaper     paper,
                                          BarnDay       as_of);
GtkWidget *barn_adopt_dialog_new_correct (GtkWidget    *from,
                                          BarnPlanFile *file,
                                          BarnAdopted  *adopted);

G_END_DECLS
