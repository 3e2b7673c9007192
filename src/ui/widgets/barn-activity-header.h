/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-activity-groups.h"

G_BEGIN_DECLS

/**
 * BarnActivityHeader:
 *
 * The names of the columns above the list of activities, each a button that sorts by it. They can be reached by the keyboard, which those
 * of GTK's column view cannot. Where the rows have no room for columns it takes no room either: the menu sorts as well.
 *
 * Signals: clicked (uint, a #BarnActivityOrder).
 */
#define BARN_TYPE_ACTIVITY_HEADER (barn_activity_header_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityHeader, barn_activity_header, BARN, ACTIVITY_HEADER, GtkWidget)

void barn_activity_header_set_order (BarnActivityHeader *self,
                                     BarnActivityOrder   order,
                                     gboolean            descending);

void barn_activity_header_set_columns (BarnActivityHeader *self,
                                      guint               columns);

G_END_DECLS
