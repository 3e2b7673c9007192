/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-drawing-counts"

#include "config.h"

#include "barn-drawing.h"

#include <pango/pangocairo.h>

/* Points */
#define GAP 8.0
#define CORNER 6.0
#define NUMBER_SIZE 34.0
#define WORD_SIZE 12.0
#define NUMBER_TOP 6.0
#define WORD_TOP 48.0

static void
trace_tile (cairo_t *cr,
            double   x,
            double   width,
            double   height)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - CORNER, CORNER, CORNER, -G_PI / 2, 0);
  cairo_arc (cr, x + width - CORNER, height - CORNER, CORNER, 0, G_PI / 2);
  cairo_arc (cr, x + CORNER, height - CORNER, CORNER, G_PI / 2, G_PI);
  cairo_arc (cr, x + CORNER, CORNER, CORNER, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* In the middle of a tile */
static void
draw_text (cairo_t    *cr,
           const char *text,
           double      size,
           gboolean    bold,
           double      x,
           double      y,
           double      width)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (bold ? "Sans Bold" : "Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * barn_drawing_counts:
 * @cr: where to
 * @width: of the figure
 * @height: of the figure
 * @tally: the numbers
 * @words: of the statuses, in the order of #BarnStatus
 * @palette: the colours
 *
 * Draws a tile for each status that there is: how many in large figures, and the word of the status below.
 */
void
barn_drawing_counts (cairo_t           *cr,
                     double             width,
                     double             height,
                     const BarnTally   *tally,
                     char *const        words[BARN_N_STATUSES],
                     const BarnPalette *palette)
{
  const double tile = (width - (BARN_N_STATUSES - 1) * GAP) / BARN_N_STATUSES;
  double x = 0;

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      const BarnStatus status = barn_drawing_order[i];
      const BarnShade *shade = &palette->statuses[status];
      g_autofree char *number = g_strdup_printf ("%u", tally->by_status[status]);

      if (tally->by_status[status] == 0)
        continue;

      cairo_set_source_rgb (cr, shade->red, shade->green, shade->blue);
      trace_tile (cr, x, tile, height);
      cairo_fill (cr);
      if (status == BARN_STATUS_NOT_STARTED)
        cairo_set_source_rgb (cr, 0, 0, 0);
      else
        cairo_set_source_rgb (cr, 1, 1, 1);
      draw_text (cr, number, NUMBER_SIZE, TRUE, x, NUMBER_TOP, tile);
      draw_text (cr, words[status], WORD_SIZE, FALSE, x, WORD_TOP, tile);
      x += tile + GAP;
    }
}
