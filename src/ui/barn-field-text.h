/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The text of a field, whichever widget it stands in: one of the two is set, or neither where the widget is gone */
typedef struct
{
  GtkEditable   *editable;
  GtkTextBuffer *buffer;
} BarnFieldText;

/* (transfer full): what stands in the widget; "" where it is gone */
char *barn_field_text_dup         (const BarnFieldText *self);
/* Where it is another text; the cursor stays as far as it can */
void  barn_field_text_fill        (const BarnFieldText *self,
                                   const char          *text);
void  barn_field_text_forget_undo (const BarnFieldText *self);

G_END_DECLS
