/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-drawing-bars"

#include "config.h"

#include "barn-drawing.h"

#include <pango/pangocairo.h>

/* Points */
#define GAP 2
#define NAME_SHARE 0.28
#define BAR_HEIGHT 15
#define ROW_HEIGHT 21
#define LEGEND_HEIGHT 22
#define SQUARE 9
#define FONT "Sans 8.5"

const BarnStatus barn_drawing_order[] = {
  BARN_STATUS_DONE,
  BARN_STATUS_ONGOING,
  BARN_STATUS_PAUSED,
  BARN_STATUS_NOT_STARTED,
  BARN_STATUS_CANCELLED,
};

G_STATIC_ASSERT (G_N_ELEMENTS (barn_drawing_order) == BARN_N_STATUSES);

/* data/style.css has the same: not_started ongoing done paused cancelled. Each is 4.5:1 against white letters but the first, which has black ones. */
const BarnPalette barn_drawing_paper = {
  .statuses = {
    [BARN_STATUS_NOT_STARTED] = { 0.545, 0.541, 0.565 },
    [BARN_STATUS_ONGOING] = { 0.110, 0.443, 0.847 },
    [BARN_STATUS_DONE] = { 0.106, 0.498, 0.294 },
    [BARN_STATUS_PAUSED] = { 0.561, 0.369, 0.0 },
    [BARN_STATUS_CANCELLED] = { 0.239, 0.220, 0.275 },
  },
  .ink = { 0.1, 0.1, 0.1 },
};

/**
 * barn_drawing_split:
 * @tally: figures
 * @width: of the bar
 * @segments: (out): room for a part of each status
 *
 * Splits a bar by how many have which status, done first, with a gap between the parts.
 *
 * Returns: how many parts there are; none is thinner than 1
 */
guint
barn_drawing_split (const BarnTally *tally,
                    double           width,
                    BarnSegment      segments[BARN_N_STATUSES])
{
  guint before = 0;
  guint n = 0;

  for (guint i = 0; i < BARN_N_STATUSES && tally->total > 0; i++)
    {
      BarnStatus status = barn_drawing_order[i];
      guint number = tally->by_status[status];
      double from = width * before / tally->total;
      double until = width * (before + number) / tally->total;

      if (number == 0)
        continue;

      before += number;
      if (before < tally->total)
        until -= GAP;
      segments[n++] = (BarnSegment) { status, number, from, MAX (until, from + 1) };
    }

  return n;
}

static void
set_shade (cairo_t         *cr,
           const BarnShade *shade)
{
  cairo_set_source_rgb (cr, shade->red, shade->green, shade->blue);
}

static PangoLayout *
new_label (cairo_t    *cr,
           const char *text,
           double      width)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

/* Centred on @y, from @x on or, where @centred, around it */
static double
draw_label (cairo_t    *cr,
            const char *text,
            double      x,
            double      y,
            double      width,
            gboolean    centred)
{
  g_autoptr (PangoLayout) layout = new_label (cr, text, width);
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  cairo_move_to (cr, centred ? x - w / 2.0 : x, y - h / 2.0);
  pango_cairo_show_layout (cr, layout);

  return w;
}

static void
draw_bar (cairo_t           *cr,
          double             left,
          double             middle,
          double             width,
          const BarnTally   *tally,
          const BarnPalette *palette)
{
  BarnSegment segments[BARN_N_STATUSES];
  guint n = barn_drawing_split (tally, width, segments);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", segments[i].number);
      double wide = segments[i].until - segments[i].from;

      set_shade (cr, &palette->statuses[segments[i].status]);
      cairo_rectangle (cr, left + segments[i].from, middle - BAR_HEIGHT / 2.0, wide, BAR_HEIGHT);
      cairo_fill (cr);

      if (wide < 12)
        continue;
      if (segments[i].status == BARN_STATUS_NOT_STARTED)
        cairo_set_source_rgb (cr, 0, 0, 0);
      else
        cairo_set_source_rgb (cr, 1, 1, 1);
      draw_label (cr, number, left + (segments[i].from + segments[i].until) / 2, middle, 0, TRUE);
    }
}

static void
draw_legend (cairo_t           *cr,
             double             middle,
             double             width,
             char *const        words[BARN_N_STATUSES],
             const BarnPalette *palette)
{
  double step = width / BARN_N_STATUSES;

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      BarnStatus status = barn_drawing_order[i];

      set_shade (cr, &palette->statuses[status]);
      cairo_rectangle (cr, i * step, middle - SQUARE / 2.0, SQUARE, SQUARE);
      cairo_fill (cr);
      set_shade (cr, &palette->ink);
      draw_label (cr, words[status], i * step + SQUARE + 4, middle, step - SQUARE - 8, FALSE);
    }
}

/**
 * barn_drawing_get_bars_height:
 * @n_bars: how many rows
 *
 * Returns: how high a figure of so many rows is, in points
 */
double
barn_drawing_get_bars_height (guint n_bars)
{
  return n_bars * ROW_HEIGHT + LEGEND_HEIGHT;
}

/**
 * barn_drawing_bars:
 * @cr: where to
 * @width: of the figure
 * @height: of the figure
 * @bars: (element-type BarnBar): the rows
 * @words: of the statuses, in the order of #BarnStatus
 * @palette: the colours
 *
 * Draws a row for each bar: its name, and how many have which status, with the numbers in the parts and a legend below.
 */
void
barn_drawing_bars (cairo_t           *cr,
                   double             width,
                   double             height,
                   GPtrArray         *bars,
                   char *const        words[BARN_N_STATUSES],
                   const BarnPalette *palette)
{
  double left = width * NAME_SHARE;

  for (guint i = 0; i < bars->len; i++)
    {
      const BarnBar *bar = g_ptr_array_index (bars, i);
      double middle = (i + 0.5) * ROW_HEIGHT;

      set_shade (cr, &palette->ink);
      draw_label (cr, bar->name, 0, middle, left - 8, FALSE);
      draw_bar (cr, left, middle, width - left, &bar->tally, palette);
    }

  draw_legend (cr, height - LEGEND_HEIGHT / 2.0, width, words, palette);
}
