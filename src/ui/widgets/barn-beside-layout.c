/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-beside-layout"

#include "config.h"

#include "barn-beside-layout.h"

struct _BarnBesideLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

enum
{
  PROP_SPACING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnBesideLayout, barn_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *first;
  GtkWidget *second;
  int        first_least;
  int        first_natural;
  int        second_least;
  int        second_natural;
} Pair;

static Pair
measure_pair (GtkWidget *widget)
{
  Pair pair = { 0, };

  pair.first = gtk_widget_get_first_child (widget);
  pair.second = gtk_widget_get_next_sibling (pair.first);
  gtk_widget_measure (pair.first, GTK_ORIENTATION_HORIZONTAL, -1, &pair.first_least, &pair.first_natural, NULL, NULL);
  gtk_widget_measure (pair.second, GTK_ORIENTATION_HORIZONTAL, -1, &pair.second_least, &pair.second_natural, NULL, NULL);

  return pair;
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* The width of the second child where it stands beside the first; 0: it stands under it */
static int
get_second_width (BarnBesideLayout *self,
                  const Pair       *pair,
                  int               width)
{
  if (width < pair->first_natural + self->spacing + pair->second_least)
    return 0;

  return MAX (pair->second_least, MIN (pair->second_natural, width - self->spacing - pair->first_natural));
}

static int
get_pair_height (BarnBesideLayout *self,
                 const Pair       *pair,
                 int               width)
{
  int second = get_second_width (self, pair, width);

  if (second == 0)
    return get_height (pair->first, width) + self->spacing + get_height (pair->second, width);

  return MAX (get_height (pair->first, width - self->spacing - second), get_height (pair->second, second));
}

static GtkSizeRequestMode
barn_beside_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
barn_beside_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  BarnBesideLayout *self = BARN_BESIDE_LAYOUT (manager);
  Pair pair = measure_pair (widget);
  int least = MAX (pair.first_least, pair.second_least);
  int all = pair.first_natural + self->spacing + pair.second_natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = all;
      return;
    }

  /* Without a width the least is that of the widest, as no width asks for less */
  *natural = get_pair_height (self, &pair, for_size >= 0 ? MAX (for_size, least) : all);
  *minimum = *natural;
}

static void
barn_beside_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  BarnBesideLayout *self = BARN_BESIDE_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pair pair = measure_pair (widget);
  int second = get_second_width (self, &pair, width);
  int first = second > 0 ? width - self->spacing - second : width;
  int first_height = get_height (pair.first, first);

  if (second == 0)
    {
      gtk_widget_size_allocate (pair.first, &(GtkAllocation) { 0, 0, first, first_height }, -1);
      gtk_widget_size_allocate (pair.second,
                                &(GtkAllocation) { 0, first_height + self->spacing, width, get_height (pair.second, width) }, -1);
      return;
    }

  gtk_widget_size_allocate (pair.first, &(GtkAllocation) { rtl ? second + self->spacing : 0, 0, first, first_height }, -1);
  gtk_widget_size_allocate (pair.second,
                            &(GtkAllocation) { rtl ? 0 : first + self->spacing, 0, second, get_height (pair.second, second) }, -1);
}

static void
barn_beside_layout_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, BARN_BESIDE_LAYOUT (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_beside_layout_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      BARN_BESIDE_LAYOUT (object)->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_beside_layout_class_init (BarnBesideLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = barn_beside_layout_get_property;
  object_class->set_property = barn_beside_layout_set_property;
  layout_class->get_request_mode = barn_beside_layout_get_request_mode;
  layout_class->measure = barn_beside_layout_measure;
  layout_class->allocate = barn_beside_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 18, G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_beside_layout_init (BarnBesideLayout *self)
{
}
