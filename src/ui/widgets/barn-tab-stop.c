/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-tab-stop"

#include "config.h"

#include "barn-tab-stop.h"

struct _BarnTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (BarnTabStop, barn_tab_stop, ADW_TYPE_BIN)

/* A list view that never had the keyboard does not take it by itself: the scrolled window around it would, with no row to be seen. One whose
   rows were never entered takes it without a row: then the first is meant. */
static gboolean
enter_list (GtkWidget *child)
{
  if (GTK_IS_SCROLLED_WINDOW (child))
    child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (child));

  if (!GTK_IS_LIST_VIEW (child) || !gtk_widget_grab_focus (child))
    return FALSE;

  if (gtk_widget_is_focus (child))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);

  return TRUE;
}

static gboolean
barn_tab_stop_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  gboolean within = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (tab && within)
    return FALSE;
  if (!within && enter_list (adw_bin_get_child (ADW_BIN (widget))))
    return TRUE;

  return GTK_WIDGET_CLASS (barn_tab_stop_parent_class)->focus (widget, direction);
}

static void
barn_tab_stop_class_init (BarnTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = barn_tab_stop_focus;
}

static void
barn_tab_stop_init (BarnTabStop *self)
{
}

/**
 * barn_tab_stop_new:
 * @child: (nullable): what to wrap
 *
 * Returns: (transfer full): a new wrapper, floating
 */
GtkWidget *
barn_tab_stop_new (GtkWidget *child)
{
  g_return_val_if_fail (child == NULL || GTK_IS_WIDGET (child), NULL);

  return g_object_new (BARN_TYPE_TAB_STOP, "child", child, NULL);
}
