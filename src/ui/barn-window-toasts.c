/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-window-toasts"

#include "config.h"

#include "barn-window-private.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

/* A toast has slid in or out by then, in milliseconds */
#define TOAST_SLIDE_MS 400

static void
on_toast_dismissed (AdwToast   *toast,
                    BarnWindow *self)
{
  if (self->shown_toast == toast)
    self->shown_toast = NULL;
  if (self->toast == toast)
    {
      self->toast = NULL;
      self->toast_change = 0;
    }
}

/* The toast's own close button has an icon and no name */
static void
name_close_button (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_button_get_label (GTK_BUTTON (child)) == NULL)
        barn_ui_set_name (child, _("Close This Message"));
      else
        name_close_button (child);
    }
}

static gboolean
on_toast_due (gpointer user_data)
{
  BarnWindow *self = user_data;

  self->toast_source = 0;
  if (self->shown_toast != NULL)
    adw_toast_dismiss (self->shown_toast);

  self->shown_toast = self->waiting_toast;
  self->toast_moment = g_get_monotonic_time ();
  g_signal_connect_object (self->shown_toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, g_steal_pointer (&self->waiting_toast));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (self->toasts))
      name_close_button (child);

  return G_SOURCE_REMOVE;
}

/* Of several in a row the last is shown. Each stands until it has slid in: libadwaita 1.2 crashes when a toast is dismissed and another
   added while one is on its way. */
static void
put_toast (BarnWindow *self,
           AdwToast   *toast)
{
  gint64 wait = self->toast_moment + TOAST_SLIDE_MS * 1000 - g_get_monotonic_time ();

  g_set_object (&self->waiting_toast, toast);
  self->toast = toast;
  g_object_unref (toast);
  if (self->toast_source == 0)
    self->toast_source = g_timeout_add ((guint) (MAX (wait, 0) / 1000), on_toast_due, self);
}

/* A sentence for a moment */
void
barn_window_say (BarnWindow *self,
                 const char *sentence)
{
  AdwToast *toast = adw_toast_new ("");

  /* The title is markup otherwise */
  adw_toast_set_custom_title (toast, g_object_new (GTK_TYPE_LABEL,
                                                   "label", sentence,
                                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                                   NULL));
  put_toast (self, toast);
}

/* What was just done, with what takes it back. What is typed in one go is told once: the toast stays the same. */
void
barn_window_say_change (BarnWindow *self,
                        BarnChange *change,
                        gboolean    is_own)
{
  g_autofree char *summary = barn_change_dup_summary (change);
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  if (!is_own && *barn_change_get_author (change) != '\0')
    /* Translators: who did it, and what: "Anna Ek: Status ändrad till Genomförd" */
    sentence = g_strdup_printf (_("%s: %s"), barn_change_get_author (change), summary);
  else
    sentence = g_steal_pointer (&summary);

  if (self->toast != NULL && is_own && self->toast_change != 0 &&
      gtk_label_get_label (GTK_LABEL (adw_toast_get_custom_title (self->toast))) != NULL &&
      strcmp (gtk_label_get_label (GTK_LABEL (adw_toast_get_custom_title (self->toast))), sentence) == 0)
    {
      self->toast_change = barn_change_get_number (change);
      return;
    }

  barn_window_say (self, sentence);
  toast = self->toast;
  if (is_own && !barn_plan_file_get_read_only (self->file))
    {
      gboolean undone = barn_change_get_change_type (change) == BARN_CHANGE_UNDO;

      self->toast_change = barn_change_get_number (change);
      adw_toast_set_button_label (toast, undone ? _("Redo") : _("Undo"));
      adw_toast_set_action_name (toast, undone ? "win.redo" : "win.undo");
    }
}
