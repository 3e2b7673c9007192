/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens @uri in the program that the desktop has for it; what goes wrong is said in the window of @from */
void   barn_open_uri          (GtkWidget    *from,
                               const char   *uri);

/**
 * BarnOpenFunc:
 *
 * Opens in place of the desktop.
 */
typedef void (*BarnOpenFunc) (const char *uri,
                              gpointer    user_data);

/* For tests: @func NULL brings back the desktop */
void   barn_open_set_override (BarnOpenFunc  func,
                               gpointer      user_data);

G_END_DECLS
