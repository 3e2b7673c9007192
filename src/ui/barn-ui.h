/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-day.h"

G_BEGIN_DECLS

/* Registers the resources and the types that templates name. Before any other function of this layer; any number of times. */
void        barn_ui_init           (void);

/* For what waits for a worker: a window or page that is gone by then is not kept for it. No task of a worker may hold a widget: the thread
   may let go of it last. */
GWeakRef   *barn_ui_weak_ref_new   (gpointer      object);
void        barn_ui_weak_ref_free  (GWeakRef     *self);

/* Says what went wrong in the window of @from: the sentence of @error in a toast that stays until it is closed. Cancelling is no error. */
void        barn_ui_report_error   (GtkWidget    *from,
                                    const GError *error);
/* Says something in a toast, for what has happened already */
void        barn_ui_say            (GtkWidget    *from,
                                    const char   *sentence);

/* What a screen reader calls @widget, where there is no label to point to */
void        barn_ui_set_name       (GtkWidget    *widget,
                                    const char   *name);
/* The name of the cell or row that GTK puts around the child of a list item: to be set in bind */
void        barn_ui_set_row_name   (GtkListItem  *list_item,
                                    const char   *name);

/* "sv" or "en": the language of the desktop, for barn_day_format() and whatever is worded outside gettext */
const char *barn_ui_get_language   (void);
/* A day as a person writes it: "30 juni", with the year when it is not this year's; "" for no day. (transfer full) */
char       *barn_ui_format_day     (BarnDay       day);

G_END_DECLS
