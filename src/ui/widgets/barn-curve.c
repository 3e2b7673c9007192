/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-curve"

#include "config.h"

#include "barn-curve.h"

#include <glib/gi18n-lib.h>

#include "barn-drawing.h"
#include "barn-status-bar.h"
#include "barn-ui.h"

#define CURVE_HEIGHT 200
#define CURVE_WIDTH 240

struct _BarnCurve
{
  GtkWidget  parent_instance;

  GArray    *points;   /* of BarnCurvePoint */
  guint      year;
  BarnDay    as_of;
};

G_DEFINE_FINAL_TYPE (BarnCurve, barn_curve, GTK_TYPE_WIDGET)

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

static BarnShade
get_shade (const GdkRGBA *color)
{
  return (BarnShade) { color->red, color->green, color->blue };
}

static void
barn_curve_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  BarnCurve *self = BARN_CURVE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  BarnPalette palette;
  GdkRGBA color;
  cairo_t *cr;

  if (self->points == NULL || self->points->len == 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  palette.ink = get_shade (&color);
  for (guint status = 0; status < BARN_N_STATUSES; status++)
    {
      barn_status_get_color (widget, (BarnStatus) status, &color);
      palette.statuses[status] = get_shade (&color);
    }

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  barn_drawing_curve (cr, width, height, self->points, self->year, self->as_of, barn_ui_get_language (),
                      gtk_widget_get_pango_context (widget), &palette);
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
