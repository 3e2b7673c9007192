/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-indicator-curve"

#include "config.h"

#include "barn-indicator-curve.h"

#include <math.h>

#include "barn-ui.h"

#define HEIGHT 56
#define PADDING 6
#define RADIUS 3

struct _BarnIndicatorCurve
{
  GtkWidget      parent_instance;

  BarnIndicator *indicator;
};

typedef struct
{
  double  width;
  double  height;
  BarnDay first;
  BarnDay last;
  double  lowest;
  double  highest;
} Plot;

G_DEFINE_FINAL_TYPE (BarnIndicatorCurve, barn_indicator_curve, GTK_TYPE_WIDGET)

static void
take_in (Plot   *plot,
         double  value)
{
  if (isnan (value))
    return;

  plot->lowest = MIN (plot->lowest, value);
  plot->highest = MAX (plot->highest, value);
}

static void
measure_plot (BarnIndicatorCurve *self,
              GListModel         *values,
              guint               n_values,
              Plot               *plot)
{
  g_autoptr (BarnIndicatorValue) first = g_list_model_get_item (values, 0);
  g_autoptr (BarnIndicatorValue) last = g_list_model_get_item (values, n_values - 1);

  plot->width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  plot->height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING;
  plot->first = barn_indicator_value_get_day (first);
  plot->last = MAX (barn_indicator_value_get_day (last), plot->first + 1);
  plot->lowest = 0;
  plot->highest = 1;
  take_in (plot, barn_indicator_get_target (self->indicator));
  for (guint i = 0; i < n_values; i++)
    {
      g_autoptr (BarnIndicatorValue) value = g_list_model_get_item (values, i);

      take_in (plot, barn_indicator_value_get_value (value));
    }
}

static double
get_x (const Plot *plot,
       BarnDay     day)
{
  return PADDING + plot->width * (double) (day - plot->first) / (double) (plot->last - plot->first);
}

static double
get_y (const Plot *plot,
       double      value)
{
  return PADDING + plot->height * (plot->highest - value) / (plot->highest - plot->lowest);
}

static void
draw_target (BarnIndicatorCurve *self,
             const Plot         *plot,
             cairo_t            *cr)
{
  const double dashes[] = { 4, 4 };
  double target = barn_indicator_get_target (self->indicator);

  if (isnan (target))
    return;

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, PADDING, get_y (plot, target));
  cairo_line_to (cr, PADDING + plot->width, get_y (plot, target));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_values (const Plot *plot,
             GListModel *values,
             guint       n_values,
             cairo_t    *cr)
{
  for (guint i = 0; i < n_values; i++)
    {
      g_autoptr (BarnIndicatorValue) value = g_list_model_get_item (values, i);

      cairo_line_to (cr, get_x (plot, barn_indicator_value_get_day (value)),
                     get_y (plot, barn_indicator_value_get_value (value)));
    }
  cairo_stroke (cr);

  for (guint i = 0; i < n_values; i++)
    {
      g_autoptr (BarnIndicatorValue) value = g_list_model_get_item (values, i);

      cairo_arc (cr, get_x (plot, barn_indicator_value_get_day (value)),
                 get_y (plot, barn_indicator_value_get_value (value)), RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
barn_indicator_curve_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  BarnIndicatorCurve *self = BARN_INDICATOR_CURVE (widget);
  GListModel *values = barn_indicator_get_values (self->indicator);
  guint n_values = g_list_model_get_n_items (values);
  GdkRGBA color;
  cairo_t *cr;
  Plot plot;

  if (n_values == 0)
    return;

  measure_plot (self, values, n_values, &plot);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                 (float) gtk_widget_get_height (widget)));
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1);
  draw_target (self, &plot, cr);
  cairo_set_line_width (cr, 2);
  draw_values (&plot, values, n_values, cr);
  cairo_destroy (cr);
}

static void
barn_indicator_curve_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * HEIGHT : HEIGHT;
}

static void
barn_indicator_curve_dispose (GObject *object)
{
  g_clear_object (&BARN_INDICATOR_CURVE (object)->indicator);

  G_OBJECT_CLASS (barn_indicator_curve_parent_class)->dispose (object);
}

static void
barn_indicator_curve_class_init (BarnIndicatorCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_indicator_curve_dispose;
  widget_class->measure = barn_indicator_curve_measure;
  widget_class->snapshot = barn_indicator_curve_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
barn_indicator_curve_init (BarnIndicatorCurve *self)
{
}

/**
 * barn_indicator_curve_show:
 * @self: a curve
 * @indicator: what to draw
 *
 * Draws the indicator as it is now, and tells its values to a screen reader.
 */
void
barn_indicator_curve_show (BarnIndicatorCurve *self,
                           BarnIndicator      *indicator)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GListModel *values;

  g_return_if_fail (BARN_IS_INDICATOR_CURVE (self));
  g_return_if_fail (BARN_IS_INDICATOR (indicator));

  g_set_object (&self->indicator, indicator);
  values = barn_indicator_get_values (indicator);
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (BarnIndicatorValue) value = g_list_model_get_item (values, i);
      g_autofree char *day = barn_ui_format_day (barn_indicator_value_get_day (value));
      g_autofree char *text = barn_scale_format (barn_indicator_get_scale (indicator),
                                                 barn_indicator_value_get_value (value),
                                                 barn_indicator_get_unit (indicator), barn_ui_get_language ());

      g_string_append_printf (words, "%s%s: %s", words->len > 0 ? ". " : "", day, text);
    }
  barn_ui_set_name (GTK_WIDGET (self), words->str);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
