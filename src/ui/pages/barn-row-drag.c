/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-row-drag"

#include "config.h"

#include "barn-row-drag.h"

/* Of the page: what is being dragged inside it */
#define DRAGGED "barn-row-dragged"

/* Each handler has its own, and it goes with it */
typedef struct
{
  GtkWidget         *page; /* unowned: the row is inside it */
  const BarnRowDrag *how;
} Drag;

static Drag *
drag_new (GtkWidget         *page,
          const BarnRowDrag *how)
{
  Drag *self = g_new0 (Drag, 1);

  self->page = page;
  self->how = how;

  return self;
}

static void
drag_free (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/* What @row would take beside it, or NULL */
static gpointer
find_drop (Drag      *self,
           GtkWidget *row)
{
  gpointer dragged = g_object_get_data (G_OBJECT (self->page), DRAGGED);
  gpointer on = self->how->get (self->page, row);

  if (on == NULL || dragged == NULL || on == dragged || !self->how->can_drop (self->page, dragged, on))
    return NULL;

  return on;
}

static gboolean
is_after (GtkWidget *row,
          double     y)
{
  return y > gtk_widget_get_height (row) / 2.0;
}

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            Drag          *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  gpointer dragged = self->how->get (self->page, row);
  g_autoptr (GdkPaintable) paintable = NULL;

  if (dragged == NULL || !self->how->can_drag (self->page, dragged))
    return NULL;

  g_object_set_data_full (G_OBJECT (self->page), DRAGGED, g_object_ref (dragged), g_object_unref);
  paintable = gtk_widget_paintable_new (row);
  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);

  return gdk_content_provider_new_typed (self->how->type (), dragged);
}

static void
on_end (GtkDragSource *source,
        GdkDrag       *drag,
        gboolean       delete_data,
        Drag          *self)
{
  g_object_set_data (G_OBJECT (self->page), DRAGGED, NULL);
}

/* A line where the row would come */
static GdkDragAction
on_motion (GtkDropTarget *target,
           double         x,
           double         y,
           Drag          *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  gboolean after = is_after (row, y);

  if (find_drop (self, row) == NULL)
    return 0;

  gtk_widget_remove_css_class (row, after ? "drop-before" : "drop-after");
  gtk_widget_add_css_class (row, after ? "drop-after" : "drop-before");

  return GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  gtk_widget_remove_css_class (row, "drop-before");
  gtk_widget_remove_css_class (row, "drop-after");
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Drag          *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *page = self->page;
  const BarnRowDrag *how = self->how;
  gpointer on = find_drop (self, row);
  gboolean after = is_after (row, y);
  g_autoptr (GObject) dragged = g_object_steal_data (G_OBJECT (page), DRAGGED);

  on_leave (target);
  /* A row of another window is another file's */
  if (on == NULL || g_value_get_object (value) != dragged)
    return FALSE;

  /* The row, and with it what belongs to its controllers, may go when what it stands for is moved */
  return how->drop (page, dragged, on, after);
}

void
barn_row_drag_add (GtkWidget         *row,
                   GtkWidget         *page,
                   const BarnRowDrag *how)
{
  GtkDragSource *drag;
  GtkDropTarget *drop;

  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (how != NULL);

  drag = gtk_drag_source_new ();
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_data (drag, "prepare", G_CALLBACK (on_prepare), drag_new (page, how), drag_free, 0);
  g_signal_connect_data (drag, "drag-end", G_CALLBACK (on_end), drag_new (page, how), drag_free, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));

  drop = gtk_drop_target_new (how->type (), GDK_ACTION_MOVE);
  g_signal_connect_data (drop, "enter", G_CALLBACK (on_motion), drag_new (page, how), drag_free, 0);
  g_signal_connect_data (drop, "motion", G_CALLBACK (on_motion), drag_new (page, how), drag_free, 0);
  g_signal_connect (drop, "leave", G_CALLBACK (on_leave), NULL);
  g_signal_connect_data (drop, "drop", G_CALLBACK (on_drop), drag_new (page, how), drag_free, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drop));
}
