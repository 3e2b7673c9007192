/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-wheel.h"

G_BEGIN_DECLS

/**
 * BarnWheelView:
 *
 * The årshjul in the window. Each arc and each mark is a thing of its own for the keyboard and for screen readers: Left and Right go
 * through a ring in time, Up and Down to the ring outside and inside, Home and End to its ends; Enter or a click opens.
 *
 * Signals: opened (guint: the part), when the person wants to see more of it; reached (guint), when the keyboard has come to it.
 */
#define BARN_TYPE_WHEEL_VIEW (barn_wheel_view_get_type ())
G_DECLARE_FINAL_TYPE (BarnWheelView, barn_wheel_view, BARN, WHEEL_VIEW, GtkWidget)

void       barn_wheel_view_set_wheel (BarnWheelView *self,
                                      BarnWheel     *wheel);
/* The thing of that id is marked, in each ring that it is in; NULL: none */
void       barn_wheel_view_set_marked (BarnWheelView *self,
                                      const char    *id);
/* (nullable) (transfer none): what stands for a part, for the keyboard and screen readers */
GtkWidget *barn_wheel_view_get_spot  (BarnWheelView *self,
                                      guint          part);

G_END_DECLS
