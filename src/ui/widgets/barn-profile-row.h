/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnProfileRow:
 *
 * One text of the plan file's profile of documents. Empty, it shows what the built-in profile says as its title; what is typed stands in its
 * place, and emptying it brings back the built-in words.
 */
#define BARN_TYPE_PROFILE_ROW (barn_profile_row_get_type ())
G_DECLARE_FINAL_TYPE (BarnProfileRow, barn_profile_row, BARN, PROFILE_ROW, AdwEntryRow)

GtkWidget  *barn_profile_row_new     (BarnPlanFile   *file,
                                      const char     *group,
                                      const char     *key,
                                      const char     *title);
const char *barn_profile_row_get_key (BarnProfileRow *self);

/* Stores a changed profile; says what is wrong where there is none. Takes both. */
gboolean    barn_profile_row_store   (GtkWidget      *from,
                                      BarnPlanFile   *file,
                                      BarnProfile    *changed,
                                      GError         *error);

G_END_DECLS
