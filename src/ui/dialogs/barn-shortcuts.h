/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer none): a list of all keys, with a search; GTK owns it until it is closed */
GtkWidget *barn_shortcuts_new (GtkWindow *parent);

G_END_DECLS
