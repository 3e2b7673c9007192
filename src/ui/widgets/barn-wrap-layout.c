/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wrap-layout"

#include "config.h"

#include "barn-wrap-layout.h"

#define USUAL_WIDTH 360

struct _BarnWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
  gboolean         steady;
};

enum
{
  PROP_SPACING = 1,
  PROP_STEADY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnWrapLayout, barn_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_child (GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum)
{
  int least;
  int natural;

  gtk_widget_measure (child, orientation, for_size, &least, &natural, NULL, NULL);
  if (minimum != NULL)
    *minimum = least;

  return natural;
}

/* The next child that takes room, from @child on */
static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* A child gets what it asks for, or the whole line if that is less */
static int
child_width (GtkWidget *child,
             int        width)
{
  int minimum;
  int natural = measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum);

  return MAX (minimum, MIN (natural, width));
}

/* Lines of as many children as fit; allocates them if asked to. Returns the height of all. */
static int
lay_out (BarnWrapLayout *self,
         GtkWidget      *widget,
         int             width,
         gboolean        allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *end = child;
      int line_height = 0;
      int used = 0;
      int x = 0;

      while (end != NULL)
        {
          int size = child_width (end, width);

          if (used > 0 && used + self->spacing + size > width)
            break;
          used += (used > 0 ? self->spacing : 0) + size;
          line_height = MAX (line_height, measure_child (end, GTK_ORIENTATION_VERTICAL, size, NULL));
          end = skip_hidden (gtk_widget_get_next_sibling (end));
        }

      for (; child != end; child = skip_hidden (gtk_widget_get_next_sibling (child)))
        {
          int size = child_width (child, width);

          if (allocate)
            gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - size : x, y, size, line_height }, -1);
          x += size + self->spacing;
        }

      y += line_height + (child != NULL ? self->spacing : 0);
    }

  return y;
}

static GtkSizeRequestMode
barn_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
barn_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  BarnWrapLayout *self = BARN_WRAP_LAYOUT (manager);
  int least = 0;
  int all = 0;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_least;

      all += (all > 0 ? self->spacing : 0) + measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least);
      least = MAX (least, child_least);
    }

  *minimum = least;
  *natural = all;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  /* Without a width the least is one line, as no width asks for less; a few lines are what it likes, since a pane may leave it little */
  *natural = lay_out (self, widget, MAX (for_size >= 0 ? for_size : MIN (all, USUAL_WIDTH), least), FALSE);
  *minimum = for_size >= 0 && !self->steady ? *natural : lay_out (self, widget, all, FALSE);
}

static void
barn_wrap_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  lay_out (BARN_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
barn_wrap_layout_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, BARN_WRAP_LAYOUT (object)->spacing);
      break;
    case PROP_STEADY:
      g_value_set_boolean (value, BARN_WRAP_LAYOUT (object)->steady);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_wrap_layout_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      BARN_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
      break;
    case PROP_STEADY:
      BARN_WRAP_LAYOUT (object)->steady = g_value_get_boolean (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_wrap_layout_class_init (BarnWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = barn_wrap_layout_get_property;
  object_class->set_property = barn_wrap_layout_set_property;
  layout_class->get_request_mode = barn_wrap_layout_get_request_mode;
  layout_class->measure = barn_wrap_layout_measure;
  layout_class->allocate = barn_wrap_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 6, G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  properties[PROP_STEADY] = g_param_spec_boolean ("steady", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_wrap_layout_init (BarnWrapLayout *self)
{
}

/**
 * barn_wrap_layout_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
barn_wrap_layout_new (int spacing)
{
  return g_object_new (BARN_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
