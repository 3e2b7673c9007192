/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activities-page-rows"

#include "config.h"

#include "barn-activities-page-private.h"

#include "barn-activity-cell.h"
#include "barn-row-drag.h"
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

/* As for BarnRowDrag: NULL for a heading */
static gpointer
get_dragged (GtkWidget *page,
             GtkWidget *cell)
{
  return get_entry (cell);
}

static gboolean
can_drag (GtkWidget *page,
          gpointer   dragged)
{
  return barn_page_can_edit (BARN_PAGE (page)) && barn_activities_page_can_move (BARN_ACTIVITIES_PAGE (page));
}

/* As with the keys, an activity is moved among those of its own group */
static gboolean
can_drop (GtkWidget *page,
          gpointer   dragged,
          gpointer   on)
{
  return barn_activity_entry_get_group (on) == barn_activity_entry_get_group (dragged);
}

static gboolean
drop (GtkWidget *page,
      gpointer   dragged,
      gpointer   on,
      gboolean   after)
{
  return barn_activities_page_move_to (BARN_ACTIVITIES_PAGE (page), barn_activity_entry_get_activity (dragged),
                                       barn_activity_entry_get_activity (on), after);
}

static const BarnRowDrag row_drag = { barn_activity_entry_get_type, get_dragged, can_drag, can_drop, drop };

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          BarnActivitiesPage       *self)
{
  GtkWidget *cell = barn_activity_cell_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_cell_released), self);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  barn_row_drag_add (cell, GTK_WIDGET (self), &row_drag);
  g_signal_connect_object (cell, "toggled", G_CALLBACK (on_cell_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "described", G_CALLBACK (on_cell_described), list_item, 0);
  gtk_list_item_set_child (list_item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         BarnActivitiesPage       *self)
{
  BarnActivityCell *cell = BARN_ACTIVITY_CELL (gtk_list_item_get_child (list_item));

  barn_activity_cell_set_columns (cell, self->columns);
  barn_activity_cell_set_item (cell, barn_page_get_model (BARN_PAGE (self)), gtk_list_item_get_item (list_item));
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

/* Those that are bound; the others learn it when they are */
void
barn_activities_page_update_rows (BarnActivitiesPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = gtk_widget_get_first_child (child);

      if (BARN_IS_ACTIVITY_CELL (cell))
        barn_activity_cell_set_columns (BARN_ACTIVITY_CELL (cell), self->columns);
    }
}
