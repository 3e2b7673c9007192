/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-detail-fields"

#include "config.h"

#include "barn-detail-fields.h"

#include <string.h>

#include "barn-status-icon.h"
#include "barn-ui.h"

static void
on_insert_text (GtkTextBuffer *buffer,
                GtkTextIter   *location,
                char          *text,
                int            length,
                gpointer       user_data)
{
  g_autofree char *single = NULL;

  if (length < 0)
    length = (int) strlen (text);
  if (memchr (text, '\n', length) == NULL && memchr (text, '\r', length) == NULL)
    return;

  single = g_strndup (text, length);
  g_strdelimit (single, "\r\n", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, location, single, length);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (view)), GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

/**
 * barn_detail_make_single_line:
 * @view: a text view
 *
 * A title may be long, so it wraps; but it is one paragraph.
 */
void
barn_detail_make_single_line (GtkTextView *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), NULL);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect (gtk_text_view_get_buffer (view), "insert-text", G_CALLBACK (on_insert_text), NULL);
}

/**
 * barn_detail_create_link:
 * @activity: where it leads
 *
 * Returns: (transfer full): a row for a list box, floating
 */
GtkWidget *
barn_detail_create_link (BarnActivity *activity)
{
  BarnDay today = barn_clock_get_today ();
  BarnStatus status = barn_activity_get_status (activity, today);
  gboolean overdue = barn_activity_is_overdue (activity, today);
  g_autofree char *words = barn_status_dup_words (status, overdue);
  g_autofree char *name = g_strdup_printf ("%s: %s", barn_activity_get_title (activity), words);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (barn_activity_get_title (activity));
  GtkWidget *icon = barn_status_icon_new ();

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  barn_status_icon_set_status (BARN_STATUS_ICON (icon), status);
  barn_status_icon_set_overdue (BARN_STATUS_ICON (icon), overdue);
  gtk_widget_add_css_class (icon, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_add_css_class (box, "history-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  barn_ui_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "leads-to", g_strdup (barn_item_get_id (BARN_ITEM (activity))), g_free);

  return row;
}

static void
on_row_activated (GtkListBox    *list,
                  GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "leads-to");

  gtk_widget_activate_action (GTK_WIDGET (list), "win.show-item", "s", id);
}

/**
 * barn_detail_connect_links:
 * @list: a list box
 *
 * Makes its rows lead where barn_detail_create_link() says.
 */
void
barn_detail_connect_links (GtkListBox *list)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), NULL);
}
