/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a list box that looks like an AdwActionRow, and is measured in a fraction of the time. @subtitle, @suffix: (nullable) */
GtkWidget *barn_line_row_new (const char *title,
                              const char *subtitle,
                              GtkWidget  *suffix);

G_END_DECLS
