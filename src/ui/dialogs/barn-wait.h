/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands before the window while something long is done: what is done, that it goes on, and "Cancel". It comes after a moment, so that what is
   quick shows nothing. */
typedef struct _BarnWait BarnWait;

BarnWait *barn_wait_begin (GtkWindow    *parent,
                           const char   *heading,
                           GCancellable *cancellable);
void      barn_wait_end   (BarnWait     *self);

G_END_DECLS
