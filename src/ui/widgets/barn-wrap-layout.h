/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BarnWrapLayout:
 *
 * Puts the children of a widget beside each other, and on further lines where there is no room: chips and toggles.
 * In a template: the layout-manager of a GtkBox.
 *
 * Properties: spacing (in pixels, between children and between lines).
 */
#define BARN_TYPE_WRAP_LAYOUT (barn_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (BarnWrapLayout, barn_wrap_layout, BARN, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *barn_wrap_layout_new (int spacing);

G_END_DECLS
