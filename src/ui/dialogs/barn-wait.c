/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wait"

#include "config.h"

#include "barn-wait.h"

#include <adwaita.h>

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

#define SHOW_MS  300
#define PULSE_MS 80

struct _BarnWait
{
  GtkWindow      *parent;
  char           *heading;
  GCancellable   *cancellable;

  GtkWindow      *dialog; /* NULL: it is not shown yet, or was answered */
  GtkProgressBar *bar;
  guint           source;
};

static gboolean
on_pulse (gpointer user_data)
{
  BarnWait *self = user_data;

  gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

/* It goes when it is answered, and with the window before which it stands */
static void
on_gone (BarnWait *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->dialog = NULL;
  self->bar = NULL;
}

static gboolean
on_show (gpointer user_data)
{
  BarnWait *self = user_data;
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (self->parent, self->heading, NULL));

  self->dialog = GTK_WINDOW (dialog);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  barn_ui_set_name (GTK_WIDGET (self->bar), self->heading);
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (g_cancellable_cancel), self->cancellable);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (on_gone), self);
  self->source = g_timeout_add (PULSE_MS, on_pulse, self);
  gtk_window_present (self->dialog);

  return G_SOURCE_REMOVE;
}

/**
 * barn_wait_begin:
 * @parent: the window that waits; nothing in it can be clicked meanwhile
 * @heading: what is done
 * @cancellable: cancelled where the person gives up
 *
 * Returns: (transfer full): for barn_wait_end()
 */
BarnWait *
barn_wait_begin (GtkWindow    *parent,
                 const char   *heading,
                 GCancellable *cancellable)
{
  BarnWait *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (heading != NULL, NULL);

  self = g_new0 (BarnWait, 1);
  self->parent = g_object_ref (parent);
  self->heading = g_strdup (heading);
  self->cancellable = g_object_ref (cancellable);
  self->source = g_timeout_add (SHOW_MS, on_show, self);
  gtk_widget_set_can_target (GTK_WIDGET (parent), FALSE);

  return self;
}

/**
 * barn_wait_end:
 * @self: (transfer full): from barn_wait_begin()
 *
 * It is done, or was given up: what stood before the window goes.
 */
void
barn_wait_end (BarnWait *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      gtk_window_destroy (self->dialog);
    }
  gtk_widget_set_can_target (GTK_WIDGET (self->parent), TRUE);
  g_object_unref (self->parent);
  g_object_unref (self->cancellable);
  g_free (self->heading);
  g_free (self);
}
