/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel-geometry"

#include "config.h"

#include "barn-wheel-geometry.h"

#include <math.h>

#include "barn-year.h"

/**
 * barn_wheel_get_angle:
 * @year: the year that the wheel shows
 * @day: a day; one outside the year is at its beginning or end
 *
 * Returns: the angle where @day begins, 0 to 2π; each day of a leap year is a 366th of the turn
 */
double
barn_wheel_get_angle (guint   year,
                      BarnDay day)
{
  return 2 * G_PI * barn_year_get_fraction (year, day);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const BarnWheelSpan *left = a;
  const BarnWheelSpan *right = b;

  if (left->from < right->from || left->from > right->from)
    return left->from < right->from ? -1 : 1;
  /* The longer one first: what is short fits in beside it */
  if (left->to < right->to || left->to > right->to)
    return left->to > right->to ? -1 : 1;

  return left->part < right->part ? -1 : 1;
}

/* What is too short to be seen gets room on both sides, but stays inside the year */
static void
widen (BarnWheelSpan *span,
       double         least)
{
  double missing = least - (span->to - span->from);

  if (missing > 0)
    {
      span->from = CLAMP (span->from - missing / 2, 0, 2 * G_PI - least);
      span->to = span->from + least;
    }
}

/**
 * barn_wheel_pack:
 * @spans: (element-type BarnWheelSpan): what is to be laid, in any order
 * @least: the least room for each, an angle
 * @limit: how many lanes there may be
 *
 * Lays each span into the first lane that is free where it begins.
 *
 * Returns: how many lanes that took; @limit + 1 where there would have been more, and then not all are laid
 */
guint
barn_wheel_pack (GArray *spans,
                 double  least,
                 guint   limit)
{
  g_autofree double *ends = NULL;
  guint n_lanes = 0;

  g_return_val_if_fail (spans != NULL, 0);
  g_return_val_if_fail (limit > 0, 0);

  ends = g_new (double, limit);
  for (guint i = 0; i < spans->len; i++)
    widen (&g_array_index (spans, BarnWheelSpan, i), least);
  g_array_sort (spans, compare_spans);

  for (guint i = 0; i < spans->len; i++)
    {
      BarnWheelSpan *span = &g_array_index (spans, BarnWheelSpan, i);

      /* One that ends where the next begins does not overlap it; angles are a hair off what they should be */
      for (span->lane = 0; span->lane < n_lanes && ends[span->lane] > span->from + 1e-9; span->lane++)
        ;
      if (span->lane == limit)
        return limit + 1;
      n_lanes = MAX (n_lanes, span->lane + 1);
      ends[span->lane] = span->to;
    }

  return n_lanes;
}

/**
 * barn_sector_contains:
 * @self: a sector
 * @x: how far to the right of the middle
 * @y: how far below the middle
 *
 * Returns: whether the place is in it
 */
gboolean
barn_sector_contains (const BarnSector *self,
                      double            x,
                      double            y)
{
  double radius = hypot (x, y);
  double angle = atan2 (x, -y);

  g_return_val_if_fail (self != NULL, FALSE);

  if (angle < 0)
    angle += 2 * G_PI;

  return radius >= self->inner && radius <= self->outer && angle >= self->from && angle <= self->to;
}

static void
include (double  radius,
         double  angle,
         double *left,
         double *top,
         double *right,
         double *bottom)
{
  double x = radius * sin (angle);
  double y = -radius * cos (angle);

  *left = MIN (*left, x);
  *right = MAX (*right, x);
  *top = MIN (*top, y);
  *bottom = MAX (*bottom, y);
}

/**
 * barn_sector_get_bounds:
 * @self: a sector
 * @x: (out): the left edge
 * @y: (out): the upper edge
 * @width: (out): how wide it is
 * @height: (out): how high it is
 *
 * Gets the upright rectangle around a sector.
 */
void
barn_sector_get_bounds (const BarnSector *self,
                        double           *x,
                        double           *y,
                        double           *width,
                        double           *height)
{
  double left = G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (x != NULL && y != NULL && width != NULL && height != NULL);

  include (self->inner, self->from, &left, &top, &right, &bottom);
  include (self->inner, self->to, &left, &top, &right, &bottom);
  include (self->outer, self->from, &left, &top, &right, &bottom);
  include (self->outer, self->to, &left, &top, &right, &bottom);

  /* Where it goes straight up, right, down or left it reaches farthest */
  for (double quarter = ceil (self->from / G_PI_2) * G_PI_2; quarter <= self->to; quarter += G_PI_2)
    include (self->outer, quarter, &left, &top, &right, &bottom);

  *x = left;
  *y = top;
  *width = right - left;
  *height = bottom - top;
}
