/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-day.h"

G_BEGIN_DECLS

/* Where things lie on a wheel. Angles are in radians, clockwise from 12 o'clock, where the year begins; a whole turn is the year.
   Places are from the middle of the wheel, to the right and down. */

/**
 * BarnSector:
 * @from: the angle where it begins
 * @to: the angle where it ends, not before @from
 * @inner: the radius of its inner edge
 * @outer: the radius of its outer edge
 *
 * A piece of a ring.
 */
typedef struct
{
  double from;
  double to;
  double inner;
  double outer;
} BarnSector;

/**
 * BarnWheelSpan:
 * @from: the angle where it begins
 * @to: the angle where it ends
 * @lane: the lane that it was laid in, 0 the first
 * @part: what it is of, for the caller
 *
 * Something that takes room along a ring.
 */
typedef struct
{
  double from;
  double to;
  guint  lane;
  guint  part;
} BarnWheelSpan;

/* Where a day begins */
double   barn_wheel_get_angle   (guint                year,
                                 BarnDay              day);

/* Makes room of at least @least for each, inside the year, and lays those that overlap in lanes of their own; sorts them by where they begin.
   Returns how many lanes that took; more than @limit: the rest was not laid. (element-type BarnWheelSpan) */
guint    barn_wheel_pack        (GArray              *spans,
                                 double               least,
                                 guint                limit);

gboolean barn_sector_contains   (const BarnSector    *self,
                                 double               x,
                                 double               y);
/* The upright rectangle around it */
void     barn_sector_get_bounds (const BarnSector    *self,
                                 double              *x,
                                 double              *y,
                                 double              *width,
                                 double              *height);

G_END_DECLS
