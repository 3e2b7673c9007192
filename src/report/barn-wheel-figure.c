/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel-figure"

#include "config.h"

#include "barn-wheel-private.h"

#include <math.h>
#include <string.h>

/* Of a picture that stands by itself: square, and a little higher for the legend. In points. */
#define PICTURE_WIDTH BARN_FIGURE_MAX_WIDTH
#define PICTURE_SHAPE 1.12
#define TEXT_SHARE 66.0       /* how many sizes of its text a wheel is wide */
#define PIXELS_PER_POINT 5.0  /* sharp on a poster of A3 */

static void
on_draw (cairo_t  *cr,
         double    width,
         double    height,
         gpointer  data)
{
  g_autoptr (BarnWheelLayout) layout = barn_wheel_layout_new (data, width, height, width / TEXT_SHARE);

  barn_wheel_layout_draw (layout, cr, BARN_WHEEL_PRINT);
}

/* A picture that stands by itself may come to lie on any ground */
static void
on_draw_picture (cairo_t  *cr,
                 double    width,
                 double    height,
                 gpointer  data)
{
  const double margin = width / 40;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_translate (cr, margin, margin);
  on_draw (cr, width - 2 * margin, height - 2 * margin, data);
}

static BarnFigure *
new_figure (BarnWheel      *self,
            double          width,
            BarnFigureDraw  draw)
{
  g_autofree char *description = barn_wheel_dup_description (self);
  BarnFigure *figure = barn_figure_new (width, width * PICTURE_SHAPE, self->words.title, draw, barn_wheel_ref (self),
                                        (GDestroyNotify) barn_wheel_unref);

  barn_figure_set_description (figure, description);

  return figure;
}

/**
 * barn_wheel_new_figure:
 * @self: a wheel
 * @width: points
 *
 * Makes a figure for a document, with a text that says all that it shows.
 *
 * Returns: (transfer full): the figure
 */
BarnFigure *
barn_wheel_new_figure (BarnWheel *self,
                       double     width)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (width > 0, NULL);

  return new_figure (self, width, on_draw);
}

/**
 * barn_wheel_to_svg:
 * @self: a wheel
 *
 * Makes a file that any size can be drawn from, with what it shows in words in it. May be called in a worker.
 *
 * Returns: (transfer full): the file
 */
GBytes *
barn_wheel_to_svg (BarnWheel *self)
{
  g_autoptr (BarnFigure) figure = NULL;
  char *svg;

  g_return_val_if_fail (self != NULL, NULL);

  figure = new_figure (self, PICTURE_WIDTH, on_draw_picture);
  svg = barn_figure_to_svg (figure, "wheel");

  return g_bytes_new_take (svg, strlen (svg));
}

static cairo_status_t
on_write (gpointer             data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * barn_wheel_to_png:
 * @self: a wheel
 *
 * Makes a file of dots, for programs that show nothing else. May be called in a worker.
 *
 * Returns: (transfer full): the file
 */
GBytes *
barn_wheel_to_png (BarnWheel *self)
{
  const double height = PICTURE_WIDTH * PICTURE_SHAPE;
  GByteArray *out;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_byte_array_new ();
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (PICTURE_WIDTH * PIXELS_PER_POINT),
                                        (int) ceil (height * PIXELS_PER_POINT));
  cr = cairo_create (surface);
  cairo_scale (cr, PIXELS_PER_POINT, PIXELS_PER_POINT);
  on_draw_picture (cr, PICTURE_WIDTH + 1, height + 1, self);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, on_write, out);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (out);
}
