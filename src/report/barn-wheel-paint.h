/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "barn-wheel-private.h"

G_BEGIN_DECLS

/* What a wheel is painted with: colours, patterns, signs, and text along a circle */

typedef struct
{
  double red;
  double green;
  double blue;
} BarnWheelColor;

/**
 * BarnWheelPalette:
 * @ground: what stands below; also text on what is filled
 * @text: texts and signs
 * @line: thin lines between what lies side by side
 * @tint: every other month, and the ground of a ring
 * @statuses: of at least 3:1 against @ground
 * @overdue: the edge of what is overdue
 * @today: the hand
 * @stroke: how thick an edge is, in sizes of the text
 */
typedef struct
{
  BarnWheelColor ground;
  BarnWheelColor text;
  BarnWheelColor line;
  BarnWheelColor tint;
  BarnWheelColor statuses[BARN_N_STATUSES];
  BarnWheelColor overdue;
  BarnWheelColor today;
  double         stroke;
} BarnWheelPalette;

/* The colours of a theme; (transfer none) */
const BarnWheelPalette *barn_wheel_get_palette (BarnWheelTheme theme);

/* What is painted with from now on; @alpha: 0 to 1 */
void barn_wheel_set_color     (cairo_t                *cr,
                               const BarnWheelColor   *color,
                               double                  alpha);
/* The edges of a sector around the origin */
void barn_wheel_trace_sector  (cairo_t                *cr,
                               const BarnSector       *sector);
/* Fills a sector with what tells its status: nothing, strokes, all, bars or a line through it */
void barn_wheel_paint_status  (cairo_t                *cr,
                               const BarnSector       *sector,
                               BarnStatus              status,
                               const BarnWheelPalette *palette,
                               double                  text,
                               double                  alpha);
/* ○ ◐ ● ‖ ✕ around a place */
void barn_wheel_paint_status_sign (cairo_t            *cr,
                               double                  x,
                               double                  y,
                               double                  size,
                               BarnStatus              status,
                               const BarnWheelPalette *palette,
                               const BarnWheelColor   *color);
void barn_wheel_paint_overdue_sign (cairo_t           *cr,
                               double                  x,
                               double                  y,
                               double                  size,
                               const BarnWheelPalette *palette);
void barn_wheel_paint_category_sign (cairo_t          *cr,
                               double                  x,
                               double                  y,
                               double                  size,
                               BarnMarkCategory        category);
void barn_wheel_paint_occasion_sign (cairo_t          *cr,
                               double                  x,
                               double                  y,
                               double                  size);

/* Text along a circle around the origin, between two angles, from the first or in the middle; elided where it is longer. In the lower
   half it runs the other way, so that it is never upside down. */
void barn_wheel_paint_round   (cairo_t                *cr,
                               PangoLayout            *layout,
                               const char             *text,
                               double                  radius,
                               double                  from,
                               double                  to,
                               gboolean                centered);

G_END_DECLS
