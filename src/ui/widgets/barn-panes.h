/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BarnPanes:
 *
 * A work area with a pane on either side. Where there is no room for both, the one that was asked for last is shown, and the
 * other comes back by itself when there is room again. The middle is always shown.
 *
 * Properties: start, middle, end (widgets); start-visible, end-visible: what is seen just now; setting them asks for it.
 */
#define BARN_TYPE_PANES (barn_panes_get_type ())
G_DECLARE_FINAL_TYPE (BarnPanes, barn_panes, BARN, PANES, GtkWidget)

gboolean barn_panes_get_start_visible (BarnPanes *self);
void     barn_panes_set_start_visible (BarnPanes *self,
                                       gboolean   visible);
gboolean barn_panes_get_end_visible   (BarnPanes *self);
void     barn_panes_set_end_visible   (BarnPanes *self,
                                       gboolean   visible);

G_END_DECLS
