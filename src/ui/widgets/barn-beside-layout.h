/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BarnBesideLayout:
 *
 * The second child stands beside the first where there is room for the first as wide as it likes; else under it.
 *
 * Properties: spacing, in pixels.
 */
#define BARN_TYPE_BESIDE_LAYOUT (barn_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (BarnBesideLayout, barn_beside_layout, BARN, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
