/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnFreshText:
 *
 * The title of something that is not there before its title is typed: an area, a measure. Nothing is stored until there is a text, and nothing
 * stays of one that is emptied again.
 *
 * Emits "abandoned" when the field is left empty, by Escape (with %TRUE) or otherwise; "settled" when it is left with its item stored: from then
 * on the field is like any other. Whoever made it lets go of it then.
 */
#define BARN_TYPE_FRESH_TEXT (barn_fresh_text_get_type ())
G_DECLARE_FINAL_TYPE (BarnFreshText, barn_fresh_text, BARN, FRESH_TEXT, GObject)

/**
 * BarnFreshCreate:
 *
 * Returns: (transfer none) (nullable): the new item of that title
 */
typedef BarnItem *(*BarnFreshCreate) (const char  *title,
                                      gpointer     user_data,
                                      GError     **error);

BarnFreshText *barn_fresh_text_new         (GtkTextView     *text,
                                            BarnPlanFile    *file,
                                            BarnFreshCreate  create,
                                            gpointer         user_data);
/* Whether an item that appears in a list just now is the one that is being stored here */
gboolean       barn_fresh_text_get_storing (BarnFreshText   *self);

G_END_DECLS
