/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-field-text"

#include "config.h"

#include "barn-field-text.h"

#include <string.h>

char *
barn_field_text_dup (const BarnFieldText *self)
{
  GtkTextIter start;
  GtkTextIter end;

  if (self->editable != NULL)
    return g_strdup (gtk_editable_get_text (self->editable));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* GTK's undo serves what is not saved yet. What is saved is undone by the plan file, so it must not be undone here as well. */
void
barn_field_text_forget_undo (const BarnFieldText *self)
{
  if (self->editable != NULL)
    {
      gtk_editable_set_enable_undo (self->editable, FALSE);
      gtk_editable_set_enable_undo (self->editable, TRUE);
    }
  else
    {
      gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
      gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
    }
}

void
barn_field_text_fill (const BarnFieldText *self,
                      const char          *text)
{
  g_autofree char *before = barn_field_text_dup (self);
  GtkTextIter iter;
  int position;

  if (strcmp (before, text) == 0)
    return;

  if (self->editable != NULL)
    {
      position = gtk_editable_get_position (self->editable);
      gtk_editable_set_text (self->editable, text);
      gtk_editable_set_position (self->editable, position);
      return;
    }

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  position = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, position);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
}
