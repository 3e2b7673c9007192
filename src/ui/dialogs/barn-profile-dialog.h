/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnProfileDialog:
 *
 * The wording of the plan file's documents and how they look: whose they are, logo and font, what statuses and roles are called in them, and of each
 * kind of document its parts, their order and their headings. Saved as it is typed; taken from a profile file and given to others as one.
 */
#define BARN_TYPE_PROFILE_DIALOG (barn_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnProfileDialog, barn_profile_dialog, BARN, PROFILE_DIALOG, AdwWindow)

GtkWidget *barn_profile_dialog_new        (GtkWindow         *parent,
                                           BarnPlanFile      *file);
void       barn_profile_dialog_show_paper (BarnProfileDialog *self,
                                           BarnPaper          paper);

G_END_DECLS
