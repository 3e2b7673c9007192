/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "barn-figures.h"

G_BEGIN_DECLS

/* The figures of window and documents are drawn here, so that both show the same */

typedef struct
{
  double red;
  double green;
  double blue;
} BarnShade;

/**
 * BarnPalette:
 * @statuses: in the order of #BarnStatus
 * @ink: letters and lines
 *
 * What a figure is drawn with: the window's theme, or paper.
 */
typedef struct
{
  BarnShade statuses[BARN_N_STATUSES];
  BarnShade ink;
} BarnPalette;

/* The window's colours in its light theme, for white paper */
extern const BarnPalette barn_drawing_paper;

/* The statuses in the order in which bars and curves stack them, from done to cancelled */
extern const BarnStatus barn_drawing_order[BARN_N_STATUSES];

/**
 * BarnSegment:
 *
 * A part of a bar: where it begins and ends on a bar's width.
 */
typedef struct
{
  BarnStatus status;
  guint      number;
  double     from;
  double     until;
} BarnSegment;

guint  barn_drawing_split (const BarnTally   *tally,
                           double             width,
                           BarnSegment        segments[BARN_N_STATUSES]);
void  barn_drawing_curve (cairo_t           *cr,
                          double             width,
                          double             height,
                          GArray            *points,
                          guint              year,
                          BarnDay            as_of,
                          const char        *language,
                          PangoContext      *context,
                          const BarnPalette *palette);

/* A row of a figure of bars */
typedef struct
{
  char      *name;
  BarnTally  tally;
} BarnBar;

void  barn_drawing_bars  (cairo_t           *cr,
                          double             width,
                          double             height,
                          GPtrArray         *bars,
                          char *const        words[BARN_N_STATUSES],
                          const BarnPalette *palette);
double barn_drawing_get_bars_height (guint   n_bars);

/* Points, of the figure of large numbers */
#define BARN_DRAWING_COUNTS_HEIGHT 72

void  barn_drawing_counts (cairo_t           *cr,
                           double             width,
                           double             height,
                           const BarnTally   *tally,
                           char *const        words[BARN_N_STATUSES],
                           const BarnPalette *palette);

G_END_DECLS
