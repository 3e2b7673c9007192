/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel-paint"

#include "config.h"

#include "barn-wheel-paint.h"

#include <math.h>

#define RGB(number) { ((number) >> 16 & 0xff) / 255.0, ((number) >> 8 & 0xff) / 255.0, ((number) & 0xff) / 255.0 }

/* The colours of the window's style sheets: 3:1 at least against the ground, texts 4.5:1 */
static const BarnWheelPalette palettes[] = {
  [BARN_WHEEL_LIGHT] = {
    RGB (0xffffff), RGB (0x241f31), RGB (0xc0bfbc), RGB (0xf1f0ef),
    { RGB (0x807f85), RGB (0x1c71d8), RGB (0x1b7f4b), RGB (0x8f5e00), RGB (0x3d3846) },
    RGB (0xb5121b), RGB (0xb5121b), 0.1
  },
  [BARN_WHEEL_DARK] = {
    RGB (0x1e1e1e), RGB (0xffffff), RGB (0x5e5c64), RGB (0x303030),
    { RGB (0x9a9996), RGB (0x78aeed), RGB (0x57d28b), RGB (0xf0b64c), RGB (0xdeddda) },
    RGB (0xff8b84), RGB (0xff8b84), 0.1
  },
  [BARN_WHEEL_HIGH_CONTRAST] = {
    RGB (0xffffff), RGB (0x000000), RGB (0x3d3846), RGB (0xffffff),
    { RGB (0x3d3846), RGB (0x0d4ea6), RGB (0x0b5a31), RGB (0x664300), RGB (0x3d3846) },
    RGB (0x8a0b12), RGB (0x8a0b12), 0.16
  },
  [BARN_WHEEL_HIGH_CONTRAST_DARK] = {
    RGB (0x000000), RGB (0xffffff), RGB (0xdeddda), RGB (0x000000),
    { RGB (0xdeddda), RGB (0x99c1f1), RGB (0x8ff0a4), RGB (0xf9f06b), RGB (0xdeddda) },
    RGB (0xffb3ae), RGB (0xffb3ae), 0.16
  },
  [BARN_WHEEL_PRINT] = {
    RGB (0xffffff), RGB (0x000000), RGB (0x9a9996), RGB (0xf1f0ef),
    { RGB (0x77767b), RGB (0x1c71d8), RGB (0x1b7f4b), RGB (0x8f5e00), RGB (0x3d3846) },
    RGB (0xb5121b), RGB (0xb5121b), 0.1
  },
};

const BarnWheelPalette *
barn_wheel_get_palette (BarnWheelTheme theme)
{
  return &palettes[theme];
}

void
barn_wheel_set_color (cairo_t              *cr,
                      const BarnWheelColor *color,
                      double                alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, alpha);
}

static void
move_to (cairo_t *cr,
         double   angle,
         double   radius)
{
  cairo_move_to (cr, radius * sin (angle), -radius * cos (angle));
}

static void
line_to (cairo_t *cr,
         double   angle,
         double   radius)
{
  cairo_line_to (cr, radius * sin (angle), -radius * cos (angle));
}

void
barn_wheel_trace_sector (cairo_t          *cr,
                         const BarnSector *sector)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, sector->outer, sector->from - G_PI_2, sector->to - G_PI_2);
  cairo_arc_negative (cr, 0, 0, sector->inner, sector->to - G_PI_2, sector->from - G_PI_2);
  cairo_close_path (cr);
}

/* Strokes that lean forward, all of them whole */
static void
trace_hatch (cairo_t          *cr,
             const BarnSector *sector,
             double            text)
{
  const double thick = sector->outer - sector->inner;
  const double middle = (sector->outer + sector->inner) / 2;
  const double lean = MIN (thick * 0.6 / middle, sector->to - sector->from);
  const double step = MAX (text * 0.42, 2) / middle;

  for (double angle = sector->from + step / 2; angle + lean <= sector->to; angle += step)
    {
      move_to (cr, angle, sector->inner);
      line_to (cr, angle + lean, sector->outer);
    }
}

/* Pairs of bars across */
static void
trace_bars (cairo_t          *cr,
            const BarnSector *sector,
            double            text)
{
  const double middle = (sector->outer + sector->inner) / 2;
  const double step = text * 1.1 / middle;
  const double pair = text * 0.3 / middle;

  for (double angle = sector->from + pair; angle + pair <= sector->to; angle += step)
    {
      move_to (cr, angle, sector->inner);
      line_to (cr, angle, sector->outer);
      move_to (cr, angle + pair, sector->inner);
      line_to (cr, angle + pair, sector->outer);
    }
}

void
barn_wheel_paint_status (cairo_t                *cr,
                         const BarnSector       *sector,
                         BarnStatus              status,
                         const BarnWheelPalette *palette,
                         double                  text,
                         double                  alpha)
{
  const double thick = sector->outer - sector->inner;

  cairo_save (cr);
  barn_wheel_set_color (cr, &palette->ground, 1);
  barn_wheel_trace_sector (cr, sector);
  cairo_fill (cr);

  barn_wheel_set_color (cr, &palette->statuses[status], status == BARN_STATUS_DONE ? 1 : 0.14);
  barn_wheel_trace_sector (cr, sector);
  cairo_fill (cr);

  barn_wheel_set_color (cr, &palette->statuses[status], alpha);
  switch (status)
    {
    case BARN_STATUS_ONGOING:
      trace_hatch (cr, sector, text);
      cairo_set_line_width (cr, MIN (text * 0.12, thick * 0.3));
      cairo_stroke (cr);
      break;

    case BARN_STATUS_PAUSED:
      trace_bars (cr, sector, text);
      cairo_set_line_width (cr, MIN (text * 0.12, thick * 0.3));
      cairo_stroke (cr);
      break;

    case BARN_STATUS_CANCELLED:
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, (sector->inner + sector->outer) / 2, sector->from - G_PI_2, sector->to - G_PI_2);
      cairo_set_line_width (cr, MIN (text * 0.14, thick * 0.3));
      cairo_stroke (cr);
      break;

    case BARN_STATUS_NOT_STARTED:
    case BARN_STATUS_DONE:
    default:
      break;
    }
  cairo_restore (cr);
}

void
barn_wheel_paint_status_sign (cairo_t                *cr,
                              double                  x,
                              double                  y,
                              double                  size,
                              BarnStatus              status,
                              const BarnWheelPalette *palette,
                              const BarnWheelColor   *color)
{
  const double half = size / 2;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_set_line_width (cr, size * 0.16);
  barn_wheel_set_color (cr, color, 1);
  switch (status)
    {
    case BARN_STATUS_ONGOING:
      cairo_arc (cr, 0, 0, half * 0.84, 0, 2 * G_PI);
      cairo_stroke (cr);
      cairo_arc (cr, 0, 0, half * 0.84, -G_PI_2, G_PI_2);
      cairo_fill (cr);
      break;

    case BARN_STATUS_DONE:
      cairo_arc (cr, 0, 0, half, 0, 2 * G_PI);
      cairo_fill (cr);
      break;

    case BARN_STATUS_PAUSED:
      cairo_rectangle (cr, -half * 0.7, -half * 0.85, half * 0.45, half * 1.7);
      cairo_rectangle (cr, half * 0.25, -half * 0.85, half * 0.45, half * 1.7);
      cairo_fill (cr);
      break;

    case BARN_STATUS_CANCELLED:
      cairo_move_to (cr, -half * 0.7, -half * 0.7);
      cairo_line_to (cr, half * 0.7, half * 0.7);
      cairo_move_to (cr, half * 0.7, -half * 0.7);
      cairo_line_to (cr, -half * 0.7, half * 0.7);
      cairo_stroke (cr);
      break;

    case BARN_STATUS_NOT_STARTED:
    default:
      cairo_arc (cr, 0, 0, half * 0.84, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    }
  cairo_restore (cr);
}

void
barn_wheel_paint_overdue_sign (cairo_t                *cr,
                               double                  x,
                               double                  y,
                               double                  size,
                               const BarnWheelPalette *palette)
{
  const double half = size / 2;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  barn_wheel_set_color (cr, &palette->overdue, 1);
  cairo_arc (cr, 0, 0, half, 0, 2 * G_PI);
  cairo_fill (cr);
  barn_wheel_set_color (cr, &palette->ground, 1);
  cairo_rectangle (cr, -size * 0.08, -half * 0.65, size * 0.16, half * 0.75);
  cairo_rectangle (cr, -size * 0.08, half * 0.3, size * 0.16, size * 0.16);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
barn_wheel_paint_category_sign (cairo_t          *cr,
                                double            x,
                                double            y,
                                double            size,
                                BarnMarkCategory  category)
{
  const double half = size / 2;

  cairo_new_path (cr);
  switch (category)
    {
    case BARN_MARK_CATEGORY_BOARD:
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x + half, y);
      cairo_line_to (cr, x, y + half);
      cairo_line_to (cr, x - half, y);
      break;

    case BARN_MARK_CATEGORY_BUDGET:
      cairo_rectangle (cr, x - half * 0.8, y - half * 0.8, half * 1.6, half * 1.6);
      break;

    case BARN_MARK_CATEGORY_CONTROL:
      cairo_move_to (cr, x, y - half * 0.9);
      cairo_line_to (cr, x + half, y + half * 0.8);
      cairo_line_to (cr, x - half, y + half * 0.8);
      break;

    case BARN_MARK_CATEGORY_WEEK:
      for (guint i = 0; i < 10; i++)
        {
          const double radius = i % 2 == 0 ? half * 1.1 : half * 0.5;
          const double angle = i * G_PI / 5;

          cairo_line_to (cr, x + radius * sin (angle), y - radius * cos (angle));
        }
      break;

    case BARN_MARK_CATEGORY_OTHER:
    default:
      cairo_arc (cr, x, y, half * 0.85, 0, 2 * G_PI);
      break;
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
barn_wheel_paint_occasion_sign (cairo_t *cr,
                                double   x,
                                double   y,
                                double   size)
{
  cairo_save (cr);
  cairo_set_line_width (cr, size * 0.16);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, size * 0.42, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, size * 0.17, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* A point of the straight line, laid on the circle: what was along the line is along the circle */
static void
bend (double *x,
      double *y,
      double  radius,
      double  start,
      double  turn)
{
  const double angle = start + turn * *x / radius;
  const double distance = radius - turn * *y;

  *x = distance * sin (angle);
  *y = -distance * cos (angle);
}

static void
bend_path (cairo_path_t *path,
           double        radius,
           double        start,
           double        turn)
{
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      for (int j = 1; j < path->data[i].header.length; j++)
        bend (&path->data[i + j].point.x, &path->data[i + j].point.y, radius, start, turn);
    }
}

void
barn_wheel_paint_round (cairo_t     *cr,
                        PangoLayout *layout,
                        const char  *text,
                        double       radius,
                        double       from,
                        double       to,
                        gboolean     centered)
{
  const double middle = (from + to) / 2;
  const gboolean below = cos (middle) < 0;
  const double room = (to - from) * radius;
  PangoRectangle extents;
  cairo_path_t *path;
  double start;
  double spare;

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_extents (layout, NULL, &extents);
  if (extents.width > room * PANGO_SCALE + 1)
    return;

  spare = room - extents.width / (double) PANGO_SCALE;
  /* Below it is read from where the angle ends */
  if (centered)
    start = spare / 2;
  else
    start = below ? spare : 0;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, -extents.x / (double) PANGO_SCALE, -extents.height / 2.0 / PANGO_SCALE);
  pango_cairo_layout_path (cr, layout);
  path = cairo_copy_path (cr);
  bend_path (path, radius, below ? to - start / radius : from + start / radius, below ? -1 : 1);
  cairo_new_path (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
  cairo_fill (cr);
  cairo_restore (cr);
}
