/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-drawing-curve"

#include "config.h"

#include "barn-drawing.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define PADDING 6

/* What is drawn, and with what */
typedef struct
{
  cairo_t           *cr;
  GArray            *points; /* of BarnCurvePoint */
  guint              year;
  BarnDay            as_of;
  const char        *language;
  PangoContext      *context;
  const BarnPalette *palette;
} Curve;

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
    number += tally->by_status[barn_drawing_order[i]];

  return number;
}

/* The outline of the stack up to the @n_th status: a status holds until the day on which it changes, so it is steps */
static void
trace_stack (Curve      *self,
             const Plot *plot,
             gsize       n)
{
  cairo_t *cr = self->cr;
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
set_shade (Curve           *self,
           const BarnShade *shade,
           double           alpha)
{
  cairo_set_source_rgba (self->cr, shade->red, shade->green, shade->blue, alpha);
}

static void
draw_stacks (Curve      *self,
             const Plot *plot)
{
  for (gsize n = BARN_N_STATUSES; n-- > 0;)
    {
      set_shade (self, &self->palette->statuses[barn_drawing_order[n]], 1);
      trace_stack (self, plot, n);
      cairo_fill (self->cr);
    }
}

static PangoLayout *
new_label (Curve      *self,
           const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* The months along the foot, by their first letter where there is no room for more */
static void
draw_months (Curve      *self,
             const Plot *plot)
{
  const BarnShade *color = &self->palette->ink;
  cairo_t *cr = self->cr;

  for (guint month = 1; month <= 12; month++)
    {
      double left = get_x (plot, barn_day_new (self->year, month, 1));
      double right = month < 12 ? get_x (plot, barn_day_new (self->year, month + 1, 1)) : plot->left + plot->width;
      g_autofree char *name = barn_day_format (barn_day_new (self->year, month, 1), BARN_DAY_LONG,
                                               self->language, BARN_DAY_NONE);
      const char *word = strchr (name, ' ');
      g_autofree char *letters = g_utf8_substring (word != NULL ? word + 1 : name, 0, plot->width > 480 ? 3 : 1);
      g_autoptr (PangoLayout) label = new_label (self, letters);
      int width;
      int height;

      pango_layout_get_pixel_size (label, &width, &height);
      set_shade (self, color, 0.15);
      cairo_rectangle (cr, floor (left), plot->top, 1, plot->height);
      cairo_fill (cr);
      set_shade (self, color, 0.8);
      cairo_move_to (cr, (left + right - width) / 2, plot->top + plot->height + PADDING);
      pango_cairo_show_layout (cr, label);
    }
}

static void
draw_scale (Curve      *self,
            const Plot *plot)
{
  const BarnShade *color = &self->palette->ink;
  cairo_t *cr = self->cr;

  const guint marks[] = { 0, plot->most };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", marks[i]);
      g_autoptr (PangoLayout) label = new_label (self, number);
      int width;
      int height;

      pango_layout_get_pixel_size (label, &width, &height);
      set_shade (self, color, 0.8);
      cairo_move_to (cr, plot->left - PADDING - width,
                     CLAMP (get_y (plot, marks[i]) - height / 2.0, 0, plot->top + plot->height - height / 2.0));
      pango_cairo_show_layout (cr, label);
      set_shade (self, color, 0.3);
      cairo_rectangle (cr, plot->left, floor (get_y (plot, marks[i])), plot->width, 1);
      cairo_fill (cr);
    }
}

static void
draw_today (Curve      *self,
            const Plot *plot)
{
  const BarnShade *color = &self->palette->ink;
  cairo_t *cr = self->cr;

  if (self->as_of < plot->first || self->as_of > plot->last)
    return;

  set_shade (self, color, 1);
  cairo_rectangle (cr, floor (get_x (plot, self->as_of)), plot->top - PADDING, 2, plot->height + PADDING);
  cairo_fill (cr);
}

static guint
find_most (Curve *self)
{
  guint most = 0;

  for (guint i = 0; i < self->points->len; i++)
    most = MAX (most, g_array_index (self->points, BarnCurvePoint, i).tally.total);

  return most;
}

/**
 * barn_drawing_curve:
 * @cr: where to
 * @width: of the figure
 * @height: of the figure
 * @points: (element-type BarnCurvePoint): as barn_figures_curve() gives them, at least one
 * @year: which is drawn
 * @as_of: the day that is marked
 * @language: of the months
 * @context: what letters are set with
 * @palette: the colours
 *
 * Draws how many activities had which status on each day of the year, stacked, the done ones lowest.
 */
void
barn_drawing_curve (cairo_t           *cr,
                    double             width,
                    double             height,
                    GArray            *points,
                    guint              year,
                    BarnDay            as_of,
                    const char        *language,
                    PangoContext      *context,
                    const BarnPalette *palette)
{
  Curve self = { cr, points, year, as_of, language, context, palette };
  g_autoptr (PangoLayout) sample = NULL;
  g_autofree char *most = NULL;
  Plot plot;
  int label_width, label_height;

  plot.most = find_most (&self);
  most = g_strdup_printf ("%u", plot.most);
  sample = new_label (&self, most);
  pango_layout_get_pixel_size (sample, &label_width, &label_height);
  plot.left = label_width + PADDING;
  plot.top = label_height / 2.0;
  plot.width = width - plot.left;
  plot.height = height - plot.top - label_height - PADDING;
  plot.first = barn_day_new (year, 1, 1);
  plot.last = barn_day_new (year, 12, 31);
  if (plot.width < 1 || plot.height < 1)
    return;

  draw_scale (&self, &plot);
  draw_stacks (&self, &plot);
  draw_months (&self, &plot);
  draw_today (&self, &plot);
}
