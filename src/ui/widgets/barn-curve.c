/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-curve"

#include "config.h"

#include "barn-curve.h"

#include <glib/gi18n-lib.h>

#include "barn-status-bar.h"
#include "barn-ui.h"

#define CURVE_HEIGHT 200
#define CURVE_WIDTH 240
#define PADDING 6

struct _BarnCurve
{
  GtkWidget  parent_instance;

  GArray    *points;   /* of BarnCurvePoint */
  guint      year;
  BarnDay    as_of;
};

G_DEFINE_FINAL_TYPE (BarnCurve, barn_curve, GTK_TYPE_WIDGET)

typedef struct
{
  double  left;
  double  top;
  double  width;
  double  height;
  BarnDay first;
  BarnDay last;
  guint   most;
} Plot;

static double
get_x (const Plot *plot,
       BarnDay     day)
{
  return plot->left + plot->width * ((double) day - plot->first) / (double) (plot->last - plot->first);
}

static double
get_y (const Plot *plot,
       guint       number)
{
  return plot->top + plot->height * (1.0 - (double) number / MAX (plot->most, 1));
}

/* How many stand in the stack up to and with the @n_th status */
static guint
count_stack (const BarnTally *tally,
             gsize            n)
{
  guint number = 0;

  for (gsize i = 0; i <= n; i++)
    number += tally->by_status[barn_status_order[i]];

  return number;
}

/* The outline of the stack up to the @n_th status: a status holds until the day on which it changes, so it is steps */
static void
trace_stack (BarnCurve  *self,
             const Plot *plot,
             gsize       n,
             cairo_t    *cr)
{
  const BarnCurvePoint *points = (const BarnCurvePoint *) self->points->data;

  cairo_move_to (cr, get_x (plot, points[0].day), get_y (plot, 0));
  for (guint i = 0; i < self->points->len; i++)
    {
      guint number = count_stack (&points[i].tally, n);

      if (i > 0)
        cairo_line_to (cr, get_x (plot, points[i].day), get_y (plot, count_stack (&points[i - 1].tally, n)));
      cairo_line_to (cr, get_x (plot, points[i].day), get_y (plot, number));
    }
  cairo_line_to (cr, get_x (plot, points[self->points->len - 1].day), get_y (plot, 0));
  cairo_close_path (cr);
}

static void
set_color (cairo_t       *cr,
           const GdkRGBA *color,
           double         alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static void
draw_stacks (BarnCurve  *self,
             const Plot *plot,
             cairo_t    *cr)
{
  for (gsize n = BARN_N_STATUSES; n-- > 0;)
    {
      GdkRGBA color;

      barn_status_get_color (GTK_WIDGET (self), barn_status_order[n], &color);
      set_color (cr, &color, 1);
      trace_stack (self, plot, n, cr);
      cairo_fill (cr);
    }
}

static PangoLayout *
new_label (BarnCurve  *self,
           const char *text)
{
  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

/* The months along the foot, by their first letter where there is no room for more */
static void
draw_months (BarnCurve     *self,
             const Plot    *plot,
             const GdkRGBA *color,
             cairo_t       *cr)
{
  for (guint month = 1; month <= 12; month++)
    {
      double left = get_x (plot, barn_day_new (self->year, month, 1));
      double right = month < 12 ? get_x (plot, barn_day_new (self->year, month + 1, 1)) : plot->left + plot->width;
      g_autofree char *name = barn_day_format (barn_day_new (self->year, month, 1), BARN_DAY_LONG,
                                               barn_ui_get_language (), BARN_DAY_NONE);
      const char *word = strchr (name, ' ');
      g_autofree char *letters = g_utf8_substring (word != NULL ? word + 1 : name, 0, plot->width > 480 ? 3 : 1);
      g_autoptr (PangoLayout) label = new_label (self, letters);
      int width;
      int height;

      pango_layout_get_pixel_size (label, &width, &height);
      set_color (cr, color, 0.15);
      cairo_rectangle (cr, floor (left), plot->top, 1, plot->height);
      cairo_fill (cr);
      set_color (cr, color, 0.8);
      cairo_move_to (cr, (left + right - width) / 2, plot->top + plot->height + PADDING);
      pango_cairo_show_layout (cr, label);
    }
}

static void
draw_scale (BarnCurve     *self,
            const Plot    *plot,
            const GdkRGBA *color,
            cairo_t       *cr)
{
  const guint marks[] = { 0, plot->most };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", marks[i]);
      g_autoptr (PangoLayout) label = new_label (self, number);
      int width;
      int height;

      pango_layout_get_pixel_size (label, &width, &height);
      set_color (cr, color, 0.8);
      cairo_move_to (cr, plot->left - PADDING - width,
                     CLAMP (get_y (plot, marks[i]) - height / 2.0, 0, plot->top + plot->height - height / 2.0));
      pango_cairo_show_layout (cr, label);
      set_color (cr, color, 0.3);
      cairo_rectangle (cr, plot->left, floor (get_y (plot, marks[i])), plot->width, 1);
      cairo_fill (cr);
    }
}

static void
draw_today (BarnCurve     *self,
            const Plot    *plot,
            const GdkRGBA *color,
            cairo_t       *cr)
{
  if (self->as_of < plot->first || self->as_of > plot->last)
    return;

  set_color (cr, color, 1);
  cairo_rectangle (cr, floor (get_x (plot, self->as_of)), plot->top - PADDING, 2, plot->height + PADDING);
  cairo_fill (cr);
}

static guint
find_most (BarnCurve *self)
{
  guint most = 0;

  for (guint i = 0; i < self->points->len; i++)
    most = MAX (most, g_array_index (self->points, BarnCurvePoint, i).tally.total);

  return most;
}

static void
barn_curve_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? CURVE_WIDTH : CURVE_HEIGHT;
  *natural = *minimum;
}

static void
barn_curve_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  BarnCurve *self = BARN_CURVE (widget);
  g_autoptr (PangoLayout) sample = NULL;
  g_autofree char *most = NULL;
  GdkRGBA color;
  cairo_t *cr;
  Plot plot;
  int label_width;
  int label_height;

  if (self->points == NULL || self->points->len == 0)
    return;

  plot.most = find_most (self);
  most = g_strdup_printf ("%u", plot.most);
  sample = new_label (self, most);
  pango_layout_get_pixel_size (sample, &label_width, &label_height);
  plot.left = label_width + PADDING;
  plot.top = label_height / 2.0;
  plot.width = gtk_widget_get_width (widget) - plot.left;
  plot.height = gtk_widget_get_height (widget) - plot.top - label_height - PADDING;
  plot.first = barn_day_new (self->year, 1, 1);
  plot.last = barn_day_new (self->year, 12, 31);
  if (plot.width < 1 || plot.height < 1)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                 (float) gtk_widget_get_height (widget)));
  draw_scale (self, &plot, &color, cr);
  draw_stacks (self, &plot, cr);
  draw_months (self, &plot, &color, cr);
  draw_today (self, &plot, &color, cr);
  cairo_destroy (cr);
}

static void
barn_curve_finalize (GObject *object)
{
  g_clear_pointer (&BARN_CURVE (object)->points, g_array_unref);

  G_OBJECT_CLASS (barn_curve_parent_class)->finalize (object);
}

static void
barn_curve_class_init (BarnCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = barn_curve_finalize;
  widget_class->measure = barn_curve_measure;
  widget_class->snapshot = barn_curve_snapshot;

  gtk_widget_class_set_css_name (widget_class, "curve");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
barn_curve_init (BarnCurve *self)
{
}

/**
 * barn_curve_show:
 * @self: a curve
 * @plan: (nullable): whose year to draw
 * @as_of: until when; a later year has no curve yet, an earlier one is drawn whole
 */
void
barn_curve_show (BarnCurve *self,
                 BarnPlan  *plan,
                 BarnDay    as_of)
{
  BarnDay first;
  BarnDay last;

  g_return_if_fail (BARN_IS_CURVE (self));
  g_return_if_fail (plan == NULL || BARN_IS_PLAN (plan));

  g_clear_pointer (&self->points, g_array_unref);
  self->as_of = as_of;
  if (plan != NULL)
    {
      self->year = barn_plan_get_year (plan);
      first = barn_day_new (self->year, 1, 1);
      last = MIN (barn_day_new (self->year, 12, 31), as_of);
      if (last >= first)
        self->points = barn_figures_curve (plan, first, last);
    }

  if (self->points != NULL && self->points->len > 0)
    {
      g_autofree char *began =
        barn_tally_dup_words (&g_array_index (self->points, BarnCurvePoint, 0).tally);
      g_autofree char *stands =
        barn_tally_dup_words (&g_array_index (self->points, BarnCurvePoint, self->points->len - 1).tally);
      g_autofree char *name = g_strdup_printf (_("At the beginning of the year: %s. Now: %s."), began, stands);

      barn_ui_set_name (GTK_WIDGET (self), name);
    }
  else
    {
      barn_ui_set_name (GTK_WIDGET (self), _("The year has not begun"));
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
