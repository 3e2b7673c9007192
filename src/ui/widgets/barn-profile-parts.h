/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnProfileParts:
 *
 * The parts of a kind of document: which of them it has, in which order, and what their headings say. A part is moved by its buttons, by
 * Alt+Up and Alt+Down, and with the mouse.
 */
#define BARN_TYPE_PROFILE_PARTS (barn_profile_parts_get_type ())
G_DECLARE_FINAL_TYPE (BarnProfileParts, barn_profile_parts, BARN, PROFILE_PARTS, AdwBin)

GtkWidget *barn_profile_parts_new (BarnPlanFile *file,
                                   BarnPaper     paper);

G_END_DECLS
