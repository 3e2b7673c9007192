/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-panes"

#include "config.h"

#include "barn-panes.h"

struct _BarnPanes
{
  GtkWidget  parent_instance;

  GtkWidget *start;
  GtkWidget *middle;
  GtkWidget *end;

  gboolean   want_start;
  gboolean   want_end;
  gboolean   prefer_end;    /* asked for last: it stays where there is room for one */
  gboolean   start_visible;
  gboolean   end_visible;
  guint      notify_source;
};

enum
{
  PROP_START = 1,
  PROP_MIDDLE,
  PROP_END,
  PROP_START_VISIBLE,
  PROP_END_VISIBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnPanes, barn_panes, GTK_TYPE_WIDGET)

static void
set_child (BarnPanes  *self,
           GtkWidget **place,
           GtkWidget  *child,
           GtkWidget  *previous)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child == NULL)
    return;

  /* Order among the children is the order of the Tab key */
  gtk_widget_insert_after (child, GTK_WIDGET (self), previous);
}

/* The panes at the sides are as wide as they must be, whatever long lines stand in them: they do not move with what they show */
static int
measure_width (GtkWidget *child)
{
  int minimum = 0;

  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static gboolean
notify_idle (gpointer user_data)
{
  BarnPanes *self = user_data;

  self->notify_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START_VISIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_VISIBLE]);

  return G_SOURCE_REMOVE;
}

/* Room is known only while it is given, and nobody may be told before that is over */
static void
set_shown (BarnPanes *self,
           gboolean   start,
           gboolean   end)
{
  if (self->start != NULL)
    gtk_widget_set_child_visible (self->start, start);
  if (self->end != NULL)
    gtk_widget_set_child_visible (self->end, end);

  if (start == self->start_visible && end == self->end_visible)
    return;

  self->start_visible = start;
  self->end_visible = end;
  if (self->notify_source == 0)
    self->notify_source = g_idle_add (notify_idle, self);
}

static void
allocate (GtkWidget *child,
          int        x,
          int        width,
          int        height)
{
  if (child != NULL && gtk_widget_get_child_visible (child) && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, width, height }, -1);
}

static void
barn_panes_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  BarnPanes *self = BARN_PANES (widget);
  GtkWidget *children[] = { self->start, self->middle, self->end };
  int side_minimum = 0;

  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum = 0;
      int child_natural = 0;

      if (children[i] == NULL || !gtk_widget_get_visible (children[i]))
        continue;

      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        {
          *natural += child_natural;
          if (children[i] == self->middle)
            *minimum = child_minimum;
          else
            side_minimum = MAX (side_minimum, child_minimum);
        }
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum += side_minimum;
}

static void
barn_panes_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  BarnPanes *self = BARN_PANES (widget);
  gboolean start = self->want_start && self->start != NULL && gtk_widget_get_visible (self->start);
  gboolean end = self->want_end && self->end != NULL && gtk_widget_get_visible (self->end);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int start_width = measure_width (self->start);
  int end_width = measure_width (self->end);
  int middle_minimum = measure_width (self->middle);
  int middle_width;

  if (start && end && start_width + end_width + middle_minimum > width)
    {
      start = !self->prefer_end;
      end = self->prefer_end;
    }

  start_width = start ? start_width : 0;
  end_width = end ? end_width : 0;
  middle_width = MAX (width - start_width - end_width, 0);

  set_shown (self, start, end);
  allocate (self->start, rtl ? width - start_width : 0, start_width, height);
  allocate (self->middle, rtl ? end_width : start_width, middle_width, height);
  allocate (self->end, rtl ? 0 : width - end_width, end_width, height);
}

static void
barn_panes_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BarnPanes *self = BARN_PANES (object);

  switch (prop_id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;
    case PROP_MIDDLE:
      g_value_set_object (value, self->middle);
      break;
    case PROP_END:
      g_value_set_object (value, self->end);
      break;
    case PROP_START_VISIBLE:
      g_value_set_boolean (value, self->start_visible);
      break;
    case PROP_END_VISIBLE:
      g_value_set_boolean (value, self->end_visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_panes_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  BarnPanes *self = BARN_PANES (object);

  switch (prop_id)
    {
    case PROP_START:
      set_child (self, &self->start, g_value_get_object (value), NULL);
      break;
    case PROP_MIDDLE:
      set_child (self, &self->middle, g_value_get_object (value), self->start);
      break;
    case PROP_END:
      set_child (self, &self->end, g_value_get_object (value), self->middle);
      break;
    case PROP_START_VISIBLE:
      barn_panes_set_start_visible (self, g_value_get_boolean (value));
      break;
    case PROP_END_VISIBLE:
      barn_panes_set_end_visible (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_panes_dispose (GObject *object)
{
  BarnPanes *self = BARN_PANES (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->middle, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (barn_panes_parent_class)->dispose (object);
}

static void
barn_panes_class_init (BarnPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_panes_dispose;
  object_class->get_property = barn_panes_get_property;
  object_class->set_property = barn_panes_set_property;
  widget_class->measure = barn_panes_measure;
  widget_class->size_allocate = barn_panes_size_allocate;

  properties[PROP_START] =
    g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MIDDLE] =
    g_param_spec_object ("middle", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_END] =
    g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_START_VISIBLE] =
    g_param_spec_boolean ("start-visible", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_END_VISIBLE] =
    g_param_spec_boolean ("end-visible", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "panes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
barn_panes_init (BarnPanes *self)
{
  self->want_start = TRUE;
  self->want_end = TRUE;
  self->start_visible = TRUE;
  self->end_visible = TRUE;
}

/**
 * barn_panes_get_start_visible:
 * @self: panes
 *
 * Returns: whether the pane at the start is seen just now
 */
gboolean
barn_panes_get_start_visible (BarnPanes *self)
{
  g_return_val_if_fail (BARN_IS_PANES (self), FALSE);

  return self->start_visible;
}

/**
 * barn_panes_set_start_visible:
 * @self: panes
 * @visible: whether the pane at the start is wanted
 */
void
barn_panes_set_start_visible (BarnPanes *self,
                              gboolean   visible)
{
  g_return_if_fail (BARN_IS_PANES (self));

  self->want_start = visible;
  if (visible)
    self->prefer_end = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * barn_panes_get_end_visible:
 * @self: panes
 *
 * Returns: whether the pane at the end is seen just now
 */
gboolean
barn_panes_get_end_visible (BarnPanes *self)
{
  g_return_val_if_fail (BARN_IS_PANES (self), FALSE);

  return self->end_visible;
}

/**
 * barn_panes_set_end_visible:
 * @self: panes
 * @visible: whether the pane at the end is wanted
 */
void
barn_panes_set_end_visible (BarnPanes *self,
                            gboolean   visible)
{
  g_return_if_fail (BARN_IS_PANES (self));

  self->want_end = visible;
  if (visible)
    self->prefer_end = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
