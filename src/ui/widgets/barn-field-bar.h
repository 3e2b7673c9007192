/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BarnFieldBar:
 *
 * Something that must be said about one text field, right under it: that somebody else changed the text, that it looks like a
 * personnummer.
 */
#define BARN_TYPE_FIELD_BAR (barn_field_bar_get_type ())
G_DECLARE_FINAL_TYPE (BarnFieldBar, barn_field_bar, BARN, FIELD_BAR, GtkWidget)

GtkWidget  *barn_field_bar_new          (const char   *sentence);
const char *barn_field_bar_get_sentence (BarnFieldBar *self);
/* @answer is called swapped, with @object; no more once @object is gone */
void        barn_field_bar_add_answer   (BarnFieldBar *self,
                                         const char   *label,
                                         GCallback     answer,
                                         gpointer      object);
/* After @field in the nearest vertical box above it; FALSE: there is none */
gboolean    barn_field_bar_put_under    (BarnFieldBar *self,
                                         GtkWidget    *field);
void        barn_field_bar_take_away    (BarnFieldBar *self);

G_END_DECLS
