/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activities-page-rows"

#include "config.h"

#include "barn-activities-page-private.h"

#include "barn-activity-cell.h"
#include "barn-ui.h"

/* (transfer none) (nullable): NULL for a heading */
static BarnActivityEntry *
get_entry (GtkWidget *cell)
{
  GObject *row = barn_activity_cell_get_item (BARN_ACTIVITY_CELL (cell));

  return BARN_IS_ACTIVITY_ENTRY (row) ? BARN_ACTIVITY_ENTRY (row) : NULL;
}

static void
on_cell_toggled (BarnActivitiesPage *self,
                 BarnActivityGroup  *group)
{
  barn_activity_groups_set_collapsed (self->groups, group, !barn_activity_group_get_collapsed (group));
}

static void
on_cell_described (BarnActivityCell *cell,
                   const char       *words,
                   GtkListItem      *list_item)
{
  barn_ui_set_row_name (list_item, words);
}

/* A plain click opens the activity; with Ctrl or Shift it selects several, which GTK does */
static void
on_cell_released (GtkGestureClick    *gesture,
                  int                 n_press,
                  double              x,
                  double              y,
                  BarnActivitiesPage *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  BarnActivityEntry *entry = get_entry (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));

  if (entry != NULL && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    barn_activities_page_open (self, barn_activity_entry_get_activity (entry));
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource      *source,
                 double              x,
                 double              y,
                 BarnActivitiesPage *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  BarnActivityEntry *entry = get_entry (cell);
  g_autoptr (GdkPaintable) paintable = NULL;

  if (entry == NULL || !barn_page_can_edit (BARN_PAGE (self)) || !barn_activities_page_can_move (self))
    return NULL;

  g_set_object (&self->dragged, entry);
  paintable = gtk_widget_paintable_new (cell);
  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);

  return gdk_content_provider_new_typed (BARN_TYPE_ACTIVITY_ENTRY, entry);
}

static void
on_drag_end (GtkDragSource      *source,
             GdkDrag            *drag,
             gboolean            delete_data,
             BarnActivitiesPage *self)
{
  g_clear_object (&self->dragged);
}

/* As with the keys, an activity is moved among those of its own group. (nullable): it cannot be dropped there */
static BarnActivityEntry *
find_drop (BarnActivitiesPage *self,
           GtkWidget          *cell)
{
  BarnActivityEntry *on = get_entry (cell);

  if (on == NULL || self->dragged == NULL || on == self->dragged
      || barn_activity_entry_get_group (on) != barn_activity_entry_get_group (self->dragged))
    return NULL;

  return on;
}

static gboolean
is_after (GtkWidget *cell,
          double     y)
{
  return y > gtk_widget_get_height (cell) / 2.0;
}

/* A line where the row would come */
static GdkDragAction
on_drop_motion (GtkDropTarget      *target,
                double              x,
                double              y,
                BarnActivitiesPage *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  gboolean after = is_after (cell, y);

  if (find_drop (self, cell) == NULL)
    return 0;

  gtk_widget_remove_css_class (cell, after ? "drop-before" : "drop-after");
  gtk_widget_add_css_class (cell, after ? "drop-after" : "drop-before");

  return GDK_ACTION_MOVE;
}

static void
on_drop_leave (GtkDropTarget      *target,
               BarnActivitiesPage *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  gtk_widget_remove_css_class (cell, "drop-before");
  gtk_widget_remove_css_class (cell, "drop-after");
}

static gboolean
on_drop (GtkDropTarget      *target,
         const GValue       *value,
         double              x,
         double              y,
         BarnActivitiesPage *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  BarnActivityEntry *on = find_drop (self, cell);
  g_autoptr (BarnActivityEntry) dragged = g_steal_pointer (&self->dragged);

  on_drop_leave (target, self);
  /* A row of another window is another file's */
  if (on == NULL || g_value_get_object (value) != dragged)
    return FALSE;

  return barn_activities_page_move_to (self, barn_activity_entry_get_activity (dragged),
                                       barn_activity_entry_get_activity (on), is_after (cell, y));
}

static void
add_drag (BarnActivitiesPage *self,
          GtkWidget          *cell)
{
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkDropTarget *drop = gtk_drop_target_new (BARN_TYPE_ACTIVITY_ENTRY, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect (drag, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drop, "enter", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (drop, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (drop, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (drop));
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          BarnActivitiesPage       *self)
{
  GtkWidget *cell = barn_activity_cell_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_cell_released), self);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  add_drag (self, cell);
  g_signal_connect_object (cell, "toggled", G_CALLBACK (on_cell_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "described", G_CALLBACK (on_cell_described), list_item, 0);
  gtk_list_item_set_child (list_item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         BarnActivitiesPage       *self)
{
  barn_activity_cell_set_item (BARN_ACTIVITY_CELL (gtk_list_item_get_child (list_item)),
                               barn_page_get_model (BARN_PAGE (self)), gtk_list_item_get_item (list_item));
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           BarnActivitiesPage       *self)
{
  barn_activity_cell_set_item (BARN_ACTIVITY_CELL (gtk_list_item_get_child (list_item)), NULL, NULL);
}

void
barn_activities_page_init_rows (BarnActivitiesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (self->list, factory);
}
