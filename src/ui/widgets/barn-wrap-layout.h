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
 * Properties: spacing (in pixels, between children and between lines); steady (insists on one line only, whatever the width, and likes as
 * many as it takes: for a place beside a GtkPaned's handle, whose position decides the width, so that GTK's rule that what is wider never needs
 * more height would be broken; there must be room to spare below).
 */
#define BARN_TYPE_WRAP_LAYOUT (barn_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (BarnWrapLayout, barn_wrap_layout, BARN, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *barn_wrap_layout_new (int spacing);

G_END_DECLS
