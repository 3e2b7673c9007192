/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BarnTabStop:
 *
 * A wrapper around a list that makes it one stop on the way of the Tab key: from anywhere inside, Tab leaves it.
 * GTK before 4.12 walks row by row.
 */
#define BARN_TYPE_TAB_STOP (barn_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (BarnTabStop, barn_tab_stop, BARN, TAB_STOP, AdwBin)

GtkWidget *barn_tab_stop_new (GtkWidget *child);

G_END_DECLS
