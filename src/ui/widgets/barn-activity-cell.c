/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-cell"

#include "config.h"

#include "barn-activity-cell.h"

#include <glib/gi18n-lib.h>

#include "barn-activity-row.h"
#include "barn-status-bar.h"
#include "barn-ui.h"

struct _BarnActivityCell
{
  AdwBin             parent_instance;

  GtkWidget         *row;
  GtkWidget         *heading;
  GtkWidget         *arrow;
  GtkLabel          *title;
  GtkLabel          *count;
  BarnStatusBar     *bar;

  GObject           *item;
  gulong             group_handler;
  guint              columns;
};

enum
{
  TOGGLED,
  DESCRIBED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnActivityCell, barn_activity_cell, ADW_TYPE_BIN)

/* "1 of 3 done"; while a filter shows a part of the group: "2 shown · 1 of 3 done" */
static char *
dup_count (BarnActivityGroup *group)
{
  const BarnTally *tally = barn_activity_group_get_tally (group);
  guint n_shown = barn_activity_group_get_n_shown (group);
  guint done = tally->by_status[BARN_STATUS_DONE];

  if (n_shown == tally->total)
    /* Translators: the figures of a group of activities: how many are done, of how many */
    return g_strdup_printf (_("%u of %u done"), done, tally->total);

  /* Translators: how many of a group a filter shows, and the figures of the whole group */
  return g_strdup_printf (_("%u shown · %u of %u done"), n_shown, done, tally->total);
}

static void
show_group (BarnActivityCell *self)
{
  BarnActivityGroup *group = BARN_ACTIVITY_GROUP (self->item);
  gboolean collapsed = barn_activity_group_get_collapsed (group);
  g_autofree char *count = dup_count (group);
  g_autofree char *words = NULL;

  gtk_label_set_label (self->title, barn_activity_group_get_title (group));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), barn_activity_group_get_title (group));
  gtk_label_set_label (self->count, count);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
  barn_status_bar_set_tally (self->bar, barn_activity_group_get_tally (group));

  if (collapsed)
    /* Translators: a heading as a screen reader says it: its title and its figures */
    words = g_strdup_printf (_("%s: %s, closed"), barn_activity_group_get_title (group), count);
  else
    words = g_strdup_printf (_("%s: %s, open"), barn_activity_group_get_title (group), count);
  g_signal_emit (self, signals[DESCRIBED], 0, words);
}

static void
on_row_words_changed (BarnActivityCell *self)
{
  const char *words = barn_activity_row_get_words (BARN_ACTIVITY_ROW (self->row));

  if (BARN_IS_ACTIVITY_ENTRY (self->item) && words != NULL)
    g_signal_emit (self, signals[DESCRIBED], 0, words);
}

/* Opening and closing a group is no selecting: the list does not hear of the click */
static void
on_heading_pressed (GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_heading_released (BarnActivityCell *self)
{
  if (BARN_IS_ACTIVITY_GROUP (self->item))
    g_signal_emit (self, signals[TOGGLED], 0, self->item);
}

static void
create_heading (BarnActivityCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->arrow = gtk_image_new ();
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  self->count = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, NULL);
  self->bar = BARN_STATUS_BAR (barn_status_bar_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), 72, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->heading, "group-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (self->heading), self->arrow);
  gtk_box_append (GTK_BOX (self->heading), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->heading), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self->heading), GTK_WIDGET (self->bar));
  g_object_ref_sink (self->heading);

  g_signal_connect (click, "pressed", G_CALLBACK (on_heading_pressed), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_heading_released), self);
  gtk_widget_add_controller (self->heading, GTK_EVENT_CONTROLLER (click));
}

static void
create_row (BarnActivityCell *self)
{
  self->row = barn_activity_row_new ();
  barn_activity_row_set_columns (BARN_ACTIVITY_ROW (self->row), self->columns);
  g_object_ref_sink (self->row);
  g_signal_connect_object (self->row, "notify::words", G_CALLBACK (on_row_words_changed), self, G_CONNECT_SWAPPED);
}

static void
barn_activity_cell_dispose (GObject *object)
{
  BarnActivityCell *self = BARN_ACTIVITY_CELL (object);

  barn_activity_cell_set_item (self, NULL, NULL);
  g_clear_object (&self->row);
  g_clear_object (&self->heading);

  G_OBJECT_CLASS (barn_activity_cell_parent_class)->dispose (object);
}

static void
barn_activity_cell_class_init (BarnActivityCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = barn_activity_cell_dispose;

  signals[TOGGLED] =
    g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, BARN_TYPE_ACTIVITY_GROUP);
  signals[DESCRIBED] =
    g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
barn_activity_cell_init (BarnActivityCell *self)
{
  self->columns = BARN_ACTIVITY_COLUMNS_USUAL;
  gtk_widget_add_css_class (GTK_WIDGET (self), "activity-cell");
}

/**
 * barn_activity_cell_new:
 *
 * Returns: (transfer full): an empty cell, floating
 */
GtkWidget *
barn_activity_cell_new (void)
{
  return g_object_new (BARN_TYPE_ACTIVITY_CELL, NULL);
}

/**
 * barn_activity_cell_set_item:
 * @self: a cell
 * @model: (nullable): the living items
 * @item: (nullable): a #BarnActivityGroup or a #BarnActivityEntry
 */
void
barn_activity_cell_set_item (BarnActivityCell *self,
                             BarnModel        *model,
                             GObject          *item)
{
  g_return_if_fail (BARN_IS_ACTIVITY_CELL (self));

  if (self->item == item)
    return;

  if (BARN_IS_ACTIVITY_GROUP (self->item))
    g_clear_signal_handler (&self->group_handler, self->item);
  g_set_object (&self->item, item);

  if (BARN_IS_ACTIVITY_GROUP (item))
    {
      if (self->heading == NULL)
        create_heading (self);
      adw_bin_set_child (ADW_BIN (self), self->heading);
      self->group_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_group), self);
      show_group (self);
    }
  else if (BARN_IS_ACTIVITY_ENTRY (item))
    {
      if (self->row == NULL)
        create_row (self);
      adw_bin_set_child (ADW_BIN (self), self->row);
      barn_activity_row_set_activity (BARN_ACTIVITY_ROW (self->row), model,
                                      barn_activity_entry_get_activity (BARN_ACTIVITY_ENTRY (item)));
    }
  else if (self->row != NULL)
    barn_activity_row_set_activity (BARN_ACTIVITY_ROW (self->row), NULL, NULL);
}

/**
 * barn_activity_cell_set_columns:
 * @self: a cell
 * @columns: which columns an activity shows, see barn-activity-columns.h
 */
void
barn_activity_cell_set_columns (BarnActivityCell *self,
                                guint             columns)
{
  g_return_if_fail (BARN_IS_ACTIVITY_CELL (self));

  self->columns = columns;
  if (self->row != NULL)
    barn_activity_row_set_columns (BARN_ACTIVITY_ROW (self->row), columns);
}

/**
 * barn_activity_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what stands in it
 */
GObject *
barn_activity_cell_get_item (BarnActivityCell *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_CELL (self), NULL);

  return self->item;
}
