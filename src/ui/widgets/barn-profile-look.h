/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnProfileLook:
 *
 * What stands above the titles of all documents, and the letters that they are set in: the logo, its text and the lines under it, the font.
 */
#define BARN_TYPE_PROFILE_LOOK (barn_profile_look_get_type ())
G_DECLARE_FINAL_TYPE (BarnProfileLook, barn_profile_look, BARN, PROFILE_LOOK, AdwBin)

GtkWidget *barn_profile_look_new (BarnPlanFile *file);

G_END_DECLS
