/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnMarkDialog:
 *
 * Asks what is to be marked on the årshjul: what, when and of which sort. Saving is one change; what cannot be is said in the dialog.
 *
 * Signal: saved (BarnYearMark), when it is stored; the dialog closes then.
 */
#define BARN_TYPE_MARK_DIALOG (barn_mark_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnMarkDialog, barn_mark_dialog, BARN, MARK_DIALOG, AdwWindow)

/* @mark: (nullable): the mark that is to be another; NULL: a new one, @year's */
GtkWidget *barn_mark_dialog_new (GtkWindow    *parent,
                                 BarnPlanFile *file,
                                 guint         year,
                                 BarnYearMark *mark);

G_END_DECLS
