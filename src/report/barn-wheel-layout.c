/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel-layout"

#include "config.h"

#include "barn-wheel-private.h"

#include <math.h>

/* All in sizes of the text */
#define CHARACTER 0.56        /* how wide one is, about: what is longer is elided when it is drawn */
#define MOST_TITLE 11.0       /* the longest title on the rim */
#define RIM_LANE 1.5
#define SIGN 1.3              /* what stands on the rim for a mark */
#define MONTHS 1.6
#define RING_TITLE 1.25
#define RING_GAP 0.25
#define MOST_LANE 1.9
#define TITLED_LANE 0.45      /* below that a ring bears its number */
#define KEY_LINE 1.9
#define KEY_SIGN 2.4          /* what stands before a word of the legend, with the space between */
#define KEY_GAP 1.4

#define MAX_RIM_LANES 3
#define LEAST_HOLE 0.13       /* of the radius */

static double
get_text_width (BarnWheelLayout *self,
                const char      *text)
{
  return (double) g_utf8_strlen (text, -1) * CHARACTER * self->text;
}

static void
add_key (BarnWheelLayout  *self,
         BarnWheelKeyType  type,
         guint             value,
         const char       *word)
{
  BarnWheelKey key = { type, value, word, 0, 0, KEY_SIGN * self->text + get_text_width (self, word) };

  g_array_append_val (self->keys, key);
}

/* What is on the wheel is explained, and nothing else */
static void
list_keys (BarnWheelLayout *self)
{
  BarnWheel *wheel = self->wheel;
  gboolean statuses[BARN_N_STATUSES] = { FALSE, };
  gboolean categories[BARN_N_MARK_CATEGORIES] = { FALSE, };
  gboolean occasion = FALSE;
  gboolean overdue = FALSE;

  for (guint i = 0; i < wheel->parts->len; i++)
    {
      const BarnWheelPart *part = barn_wheel_get_part (wheel, i);

      if (part->type == BARN_WHEEL_ACTIVITY)
        statuses[part->status] = TRUE;
      if (part->type == BARN_WHEEL_MARK)
        categories[part->category] = TRUE;
      occasion = occasion || part->type == BARN_WHEEL_OCCASION;
      overdue = overdue || part->overdue || part->n_overdue > 0;
      for (guint j = 0; j < BARN_N_STATUSES; j++)
        statuses[j] = statuses[j] || part->by_status[j] > 0;
    }

  g_array_set_size (self->keys, 0);
  for (guint i = 1; self->numbered && i < wheel->rings->len; i++)
    add_key (self, BARN_WHEEL_KEY_RING, i, barn_wheel_get_ring (wheel, i)->title);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    if (statuses[i])
      add_key (self, BARN_WHEEL_KEY_STATUS, i, wheel->words.statuses[i]);
  if (overdue)
    add_key (self, BARN_WHEEL_KEY_OVERDUE, 0, wheel->words.overdue);
  if (occasion)
    add_key (self, BARN_WHEEL_KEY_OCCASION, 0, wheel->words.occasion);
  for (guint i = 0; i < BARN_N_MARK_CATEGORIES; i++)
    if (categories[i])
      add_key (self, BARN_WHEEL_KEY_CATEGORY, i, wheel->words.categories[i]);
  if (barn_day_get_year (wheel->today) == wheel->year)
    add_key (self, BARN_WHEEL_KEY_TODAY, 0, wheel->words.today);
}

/* Lines of keys, from the bottom up; returns how high they are */
static double
place_keys (BarnWheelLayout *self,
            double           width,
            double           height)
{
  double x = 0;
  double y = 0;

  list_keys (self);
  for (guint i = 0; i < self->keys->len; i++)
    {
      BarnWheelKey *key = &g_array_index (self->keys, BarnWheelKey, i);

      key->width = MIN (key->width, width);
      if (x > 0 && x + key->width > width)
        {
          x = 0;
          y += KEY_LINE * self->text;
        }
      key->x = x;
      key->y = y;
      x += key->width + KEY_GAP * self->text;
    }
  if (self->keys->len == 0)
    return 0;

  y += KEY_LINE * self->text;
  for (guint i = 0; i < self->keys->len; i++)
    g_array_index (self->keys, BarnWheelKey, i).y += height - y;

  return y + self->text / 2;
}

/* A sign of the rim with its title after it, or before it where the year would end first */
static void
measure_rim_part (BarnWheelLayout *self,
                  guint            part,
                  double           radius,
                  double           most,
                  BarnWheelSpan   *span)
{
  const BarnWheelPlace *place = barn_wheel_get_place (self->wheel, part);
  double title = MIN (get_text_width (self, barn_wheel_get_part (self->wheel, part)->title), most * self->text);
  double room = (SIGN * self->text + title + (title > 0 ? self->text : 0)) / radius;

  *span = (BarnWheelSpan) { place->from, MAX (place->to, place->from + room), 0, part };
  if (span->to > 2 * G_PI && place->to - place->from < room)
    {
      span->from = place->to - room;
      span->to = place->to;
    }
}

/* Side by side where they fit, with shorter titles where they do not, and at last one over the other */
static GArray *
pack_rim (BarnWheelLayout *self,
          double           radius,
          guint           *n_lanes)
{
  const double titles[] = { MOST_TITLE, MOST_TITLE / 2, 0 };
  const BarnWheelRing *rim = barn_wheel_get_ring (self->wheel, 0);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (BarnWheelSpan));

  *n_lanes = MAX_RIM_LANES + 1;
  for (guint i = 0; i < G_N_ELEMENTS (titles) && *n_lanes > MAX_RIM_LANES; i++)
    {
      g_array_set_size (spans, rim->n_parts);
      for (guint j = 0; j < rim->n_parts; j++)
        measure_rim_part (self, j, radius, titles[i], &g_array_index (spans, BarnWheelSpan, j));
      *n_lanes = barn_wheel_pack (spans, 0.01, MAX_RIM_LANES);
    }
  if (*n_lanes > MAX_RIM_LANES)
    {
      *n_lanes = MAX_RIM_LANES;
      for (guint i = 0; i < spans->len; i++)
        g_array_index (spans, BarnWheelSpan, i).lane = i % MAX_RIM_LANES;
    }

  return spans;
}

static void
place_rim (BarnWheelLayout *self,
           double           radius)
{
  guint n_lanes;
  g_autoptr (GArray) spans = pack_rim (self, radius - RIM_LANE * self->text, &n_lanes);
  const double lane = RIM_LANE * self->text;

  self->rim_outer = radius;
  self->rim_inner = radius - n_lanes * lane;
  for (guint i = 0; i < spans->len; i++)
    {
      const BarnWheelSpan *span = &g_array_index (spans, BarnWheelSpan, i);

      /* The first lane is next to the months */
      g_array_index (self->sectors, BarnSector, span->part) = (BarnSector) {
        span->from, span->to, self->rim_inner + span->lane * lane, self->rim_inner + (span->lane + 1) * lane
      };
    }
}

static void
place_rings (BarnWheelLayout *self)
{
  BarnWheel *wheel = self->wheel;
  const guint n_rings = wheel->rings->len - 1;
  const double outer = self->months_inner - RING_GAP * self->text;
  const double least_hole = MAX (LEAST_HOLE * self->rim_outer, 1.8 * self->text);
  const double room = MAX (outer - least_hole, 1);
  double title = RING_TITLE * self->text;
  double edge = outer;
  guint n_lanes = 0;

  for (guint i = 1; i <= n_rings; i++)
    n_lanes += barn_wheel_get_ring (wheel, i)->n_lanes;

  self->lane = (room - n_rings * (RING_GAP * self->text + title)) / MAX (n_lanes, 1);
  self->numbered = self->lane < TITLED_LANE * self->text;
  if (self->numbered)
    {
      title = 0;
      self->lane = MAX (room - n_rings * RING_GAP * self->text, room / 2) / MAX (n_lanes, 1);
    }
  self->lane = MIN (self->lane, MOST_LANE * self->text);

  g_array_set_size (self->bands, n_rings);
  for (guint i = 0; i < n_rings; i++)
    {
      BarnWheelBand *band = &g_array_index (self->bands, BarnWheelBand, i);

      band->title = edge - title / 2;
      band->outer = edge - title;
      band->inner = band->outer - barn_wheel_get_ring (wheel, i + 1)->n_lanes * self->lane;
      edge = band->inner - RING_GAP * self->text;
    }
  self->hole = edge;
}

static void
place_arcs (BarnWheelLayout *self)
{
  const double gap = MIN (self->lane * 0.12, 2);

  for (guint i = barn_wheel_get_ring (self->wheel, 0)->n_parts; i < self->wheel->parts->len; i++)
    {
      const BarnWheelPart *part = barn_wheel_get_part (self->wheel, i);
      const BarnWheelPlace *place = barn_wheel_get_place (self->wheel, i);
      const BarnWheelBand *band = &g_array_index (self->bands, BarnWheelBand, part->ring - 1);
      BarnSector *sector = &g_array_index (self->sectors, BarnSector, i);

      sector->from = place->from;
      sector->to = place->to;
      if (part->type == BARN_WHEEL_BUNDLE)
        {
          sector->inner = band->inner;
          sector->outer = band->inner + (band->outer - band->inner) * part->n_activities / self->wheel->most;
        }
      else
        {
          sector->outer = band->outer - place->lane * self->lane - gap / 2;
          sector->inner = band->outer - (place->lane + 1) * self->lane + gap / 2;
        }
    }
}

static void
place_all (BarnWheelLayout *self,
           double           width,
           double           height)
{
  double left = height - place_keys (self, width, height);
  double radius = MAX (MIN (width, left) / 2 - 2, 1);

  self->x = width / 2;
  self->y = left / 2;
  place_rim (self, radius);
  self->months_outer = self->rim_inner;
  self->months_inner = MAX (self->rim_inner - MONTHS * self->text, radius / 3);
  place_rings (self);
}

/**
 * barn_wheel_layout_new:
 * @wheel: a wheel
 * @width: the width of the whole, with the legend under it
 * @height: the height of the whole
 * @text_size: the size of its texts, in the same unit
 *
 * Places a wheel in a given room.
 *
 * Returns: (transfer full): where everything is
 */
BarnWheelLayout *
barn_wheel_layout_new (BarnWheel *wheel,
                       double     width,
                       double     height,
                       double     text_size)
{
  BarnWheelLayout *self;

  g_return_val_if_fail (wheel != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0 && text_size > 0, NULL);

  self = g_new0 (BarnWheelLayout, 1);
  self->wheel = barn_wheel_ref (wheel);
  self->text = text_size;
  self->bands = g_array_new (FALSE, TRUE, sizeof (BarnWheelBand));
  self->sectors = g_array_new (FALSE, TRUE, sizeof (BarnSector));
  self->keys = g_array_new (FALSE, TRUE, sizeof (BarnWheelKey));
  g_array_set_size (self->sectors, wheel->parts->len);

  /* Whether the legend must name the rings is known when there are rings; then there is less room for them, not more */
  place_all (self, width, height);
  if (self->numbered)
    place_all (self, width, height);
  place_arcs (self);

  return self;
}

/**
 * barn_wheel_layout_free:
 * @self: (transfer full): a layout
 */
void
barn_wheel_layout_free (BarnWheelLayout *self)
{
  g_return_if_fail (self != NULL);

  barn_wheel_unref (self->wheel);
  g_array_unref (self->bands);
  g_array_unref (self->sectors);
  g_array_unref (self->keys);
  g_free (self);
}

/**
 * barn_wheel_layout_contains:
 * @self: a layout
 * @part: a part of the wheel
 * @x: a place
 * @y: a place
 *
 * Returns: whether the part is there
 */
gboolean
barn_wheel_layout_contains (BarnWheelLayout *self,
                            guint            part,
                            double           x,
                            double           y)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (part < self->sectors->len, FALSE);

  return barn_sector_contains (&g_array_index (self->sectors, BarnSector, part), x - self->x, y - self->y);
}

/**
 * barn_wheel_layout_find:
 * @self: a layout
 * @x: a place
 * @y: a place
 * @part: (out): what is there
 *
 * Returns: whether anything is
 */
gboolean
barn_wheel_layout_find (BarnWheelLayout *self,
                        double           x,
                        double           y,
                        guint           *part)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  for (guint i = 0; i < self->sectors->len; i++)
    {
      if (barn_wheel_layout_contains (self, i, x, y))
        {
          *part = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * barn_wheel_layout_get_bounds:
 * @self: a layout
 * @part: a part of the wheel
 * @x: (out): the left edge
 * @y: (out): the upper edge
 * @width: (out): how wide it is
 * @height: (out): how high it is
 *
 * Gets the upright rectangle around a part.
 */
void
barn_wheel_layout_get_bounds (BarnWheelLayout *self,
                              guint            part,
                              double          *x,
                              double          *y,
                              double          *width,
                              double          *height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (part < self->sectors->len);

  barn_sector_get_bounds (&g_array_index (self->sectors, BarnSector, part), x, y, width, height);
  *x += self->x;
  *y += self->y;
}

gboolean
barn_wheel_layout_sign_is_last (BarnWheelLayout *self,
                                guint            part)
{
  return g_array_index (self->sectors, BarnSector, part).from < barn_wheel_get_place (self->wheel, part)->from - 1e-9;
}
