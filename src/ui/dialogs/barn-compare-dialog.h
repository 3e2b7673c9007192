/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-adopt.h"

G_BEGIN_DECLS

/**
 * BarnCompareDialog:
 *
 * Two adopted documents of the same kind, paragraph by paragraph: what was added, removed and changed, told by word, icon and colour.
 */
#define BARN_TYPE_COMPARE_DIALOG (barn_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnCompareDialog, barn_compare_dialog, BARN, COMPARE_DIALOG, AdwWindow)

GtkWidget *barn_compare_dialog_new (GtkWidget    *from,
                                    BarnPlanFile *file,
                                    BarnAdopted  *adopted);

G_END_DECLS
