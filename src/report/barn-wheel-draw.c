/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel-draw"

#include "config.h"

#include "barn-wheel-paint.h"

#include <math.h>

/* In sizes of the text */
#define TITLED_ARC 0.85       /* a thinner arc bears no title */
#define LEAST_TITLE 2.5       /* nor does a shorter one */
#define SIGN_SIZE 0.75

typedef struct
{
  BarnWheelLayout        *layout;
  const BarnWheelPalette *palette;
  PangoLayout            *text;
  cairo_t                *cr;
} Painter;

static void
set_text_size (Painter *painter,
               double   size,
               gboolean bold)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (painter->text, font);
}

static void
paint_months (Painter *painter)
{
  BarnWheelLayout *layout = painter->layout;
  cairo_t *cr = painter->cr;

  set_text_size (painter, layout->text * 0.95, FALSE);
  for (guint month = 1; month <= 12; month++)
    {
      const BarnDay first = barn_day_new (layout->wheel->year, month, 1);
      const BarnDay next = month < 12 ? barn_day_new (layout->wheel->year, month + 1, 1) : barn_day_new (layout->wheel->year, 12, 31) + 1;
      const BarnSector sector = {
        barn_wheel_get_angle (layout->wheel->year, first), barn_wheel_get_angle (layout->wheel->year, next),
        layout->months_inner, layout->months_outer
      };
      g_autofree char *name = barn_wheel_dup_month (layout->wheel->words.language, month);
      g_autofree char *letters = NULL;

      barn_wheel_set_color (cr, month % 2 == 0 ? &painter->palette->ground : &painter->palette->tint, 1);
      barn_wheel_trace_sector (cr, &sector);
      cairo_fill_preserve (cr);
      barn_wheel_set_color (cr, &painter->palette->line, 1);
      cairo_set_line_width (cr, layout->text * 0.06);
      cairo_stroke (cr);

      /* Three letters where the longest name would be elided */
      if ((sector.to - sector.from) * sector.inner < layout->text * 6)
        letters = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 3));
      barn_wheel_set_color (cr, &painter->palette->text, 1);
      barn_wheel_paint_round (cr, painter->text, letters != NULL ? letters : name, (sector.inner + sector.outer) / 2,
                              sector.from, sector.to, TRUE);
    }
}

/* The turns of the months run through the rings, thinly */
static void
paint_month_lines (Painter *painter)
{
  BarnWheelLayout *layout = painter->layout;
  cairo_t *cr = painter->cr;

  barn_wheel_set_color (cr, &painter->palette->line, 0.5);
  cairo_set_line_width (cr, layout->text * 0.05);
  for (guint month = 1; month <= 12; month++)
    {
      const double angle = barn_wheel_get_angle (layout->wheel->year, barn_day_new (layout->wheel->year, month, 1));

      cairo_move_to (cr, layout->hole * sin (angle), -layout->hole * cos (angle));
      cairo_line_to (cr, layout->months_inner * sin (angle), -layout->months_inner * cos (angle));
    }
  cairo_stroke (cr);
}

static void
paint_number (Painter *painter,
              double   x,
              double   y,
              guint    number)
{
  cairo_t *cr = painter->cr;
  const double size = painter->layout->text;
  g_autofree char *digits = g_strdup_printf ("%u", number);
  int width, height;

  barn_wheel_set_color (cr, &painter->palette->text, 1);
  cairo_arc (cr, x, y, size * 0.62, 0, 2 * G_PI);
  cairo_fill (cr);

  set_text_size (painter, size * 0.85, TRUE);
  pango_layout_set_width (painter->text, -1);
  pango_layout_set_text (painter->text, digits, -1);
  pango_layout_get_pixel_size (painter->text, &width, &height);
  barn_wheel_set_color (cr, &painter->palette->ground, 1);
  cairo_move_to (cr, x - width / 2.0, y - height / 2.0);
  pango_cairo_show_layout (cr, painter->text);
}

static void
paint_grounds (Painter *painter)
{
  BarnWheelLayout *layout = painter->layout;
  cairo_t *cr = painter->cr;

  for (guint i = 0; i < layout->bands->len; i++)
    {
      const BarnWheelBand *band = &g_array_index (layout->bands, BarnWheelBand, i);

      barn_wheel_set_color (cr, &painter->palette->tint, 1);
      barn_wheel_trace_sector (cr, &(BarnSector) { 0, 2 * G_PI, band->inner, band->outer });
      cairo_fill (cr);
      barn_wheel_set_color (cr, &painter->palette->line, 1);
      cairo_set_line_width (cr, layout->text * 0.05);
      cairo_arc (cr, 0, 0, band->outer, 0, 2 * G_PI);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, band->inner, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
}

static void
paint_ring_titles (Painter *painter)
{
  BarnWheelLayout *layout = painter->layout;

  for (guint i = 0; i < layout->bands->len; i++)
    {
      const BarnWheelBand *band = &g_array_index (layout->bands, BarnWheelBand, i);

      if (layout->numbered)
        {
          paint_number (painter, 0, -(band->inner + band->outer) / 2, i + 1);
          continue;
        }

      set_text_size (painter, layout->text * 0.9, TRUE);
      barn_wheel_set_color (painter->cr, &painter->palette->text, 1);
      /* Up to the side of the wheel, where it would have to turn over */
      barn_wheel_paint_round (painter->cr, painter->text, barn_wheel_get_ring (layout->wheel, i + 1)->title, band->title,
                              layout->text * 0.4 / band->title, G_PI_2, FALSE);
    }
}

/* Round what has an end in the year; open where it goes on */
static void
trace_edge (cairo_t             *cr,
            const BarnSector    *sector,
            const BarnWheelPart *part)
{
  if (part->has_start && part->has_due)
    {
      barn_wheel_trace_sector (cr, sector);
      return;
    }

  cairo_new_sub_path (cr);
  if (part->has_due)
    {
      cairo_arc (cr, 0, 0, sector->outer, sector->from - G_PI_2, sector->to - G_PI_2);
      cairo_arc_negative (cr, 0, 0, sector->inner, sector->to - G_PI_2, sector->from - G_PI_2);
      return;
    }
  if (part->has_start)
    {
      cairo_arc_negative (cr, 0, 0, sector->outer, sector->to - G_PI_2, sector->from - G_PI_2);
      cairo_arc (cr, 0, 0, sector->inner, sector->from - G_PI_2, sector->to - G_PI_2);
      return;
    }
  cairo_arc (cr, 0, 0, sector->outer, sector->from - G_PI_2, sector->to - G_PI_2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, sector->inner, sector->from - G_PI_2, sector->to - G_PI_2);
}

/* The longest piece of an arc in which text is never upside down: of the right upper quarter, the lower half, the left upper quarter */
static void
find_title_room (const BarnSector *sector,
                 double           *from,
                 double           *to)
{
  const double ends[] = { 0, G_PI_2, 3 * G_PI_2, 2 * G_PI };

  *from = *to = sector->from;
  for (guint i = 0; i + 1 < G_N_ELEMENTS (ends); i++)
    {
      const double begin = MAX (sector->from, ends[i]);
      const double end = MIN (sector->to, ends[i + 1]);

      if (end - begin > *to - *from)
        {
          *from = begin;
          *to = end;
        }
    }
}

static void
paint_arc_title (Painter             *painter,
                 const BarnWheelPart *part,
                 const BarnSector    *sector)
{
  const double radius = (sector->inner + sector->outer) / 2;
  const double text = painter->layout->text;
  const double sign = MIN (text, sector->outer - sector->inner) * SIGN_SIZE;
  const BarnWheelColor *color = part->status == BARN_STATUS_DONE ? &painter->palette->ground : &painter->palette->statuses[part->status];
  double from, to, begin;
  gboolean below;

  find_title_room (sector, &from, &to);
  below = cos ((from + to) / 2) < 0;

  /* The sign of what is overdue is at the end of the arc */
  if (part->overdue && to >= sector->to)
    to -= text / radius;
  begin = below ? to - text * 0.7 / radius : from + text * 0.7 / radius;
  barn_wheel_paint_status_sign (painter->cr, radius * sin (begin), -radius * cos (begin), sign, part->status, painter->palette, color);

  if (below)
    to -= text * 1.3 / radius;
  else
    from += text * 1.3 / radius;
  if ((to - from) * radius < text * LEAST_TITLE)
    return;

  set_text_size (painter, MIN (text * 0.9, (sector->outer - sector->inner) * 0.85), FALSE);
  barn_wheel_set_color (painter->cr, part->status == BARN_STATUS_DONE ? &painter->palette->ground : &painter->palette->text, 1);
  barn_wheel_paint_round (painter->cr, painter->text, part->title, radius, from, to, FALSE);
}

static void
paint_arc (Painter             *painter,
           const BarnWheelPart *part,
           const BarnSector    *sector)
{
  cairo_t *cr = painter->cr;
  const double text = painter->layout->text;
  const double thick = sector->outer - sector->inner;
  const double radius = (sector->inner + sector->outer) / 2;
  const gboolean titled = thick >= text * TITLED_ARC && (sector->to - sector->from) * radius >= text * 1.4;

  barn_wheel_paint_status (cr, sector, part->status, painter->palette, text, titled ? 0.3 : 1);

  trace_edge (cr, sector, part);
  barn_wheel_set_color (cr, part->overdue ? &painter->palette->overdue : &painter->palette->statuses[part->status], 1);
  cairo_set_line_width (cr, MIN (text * painter->palette->stroke * (part->overdue ? 1.8 : 1), thick * 0.3));
  cairo_stroke (cr);

  if (titled)
    paint_arc_title (painter, part, sector);
  if (part->overdue && thick >= text * 0.5)
    {
      const double size = MIN (text * 0.85, thick * 0.9);
      const double angle = sector->to - size * 0.7 / radius;

      barn_wheel_paint_overdue_sign (cr, radius * sin (angle), -radius * cos (angle), size, painter->palette);
    }
}

/* The statuses of a month one on the other, from the middle outward; over them a line, as long as the share that is overdue */
static void
paint_bundle (Painter             *painter,
              const BarnWheelPart *part,
              const BarnSector    *sector)
{
  static const BarnStatus order[] = {
    BARN_STATUS_DONE, BARN_STATUS_ONGOING, BARN_STATUS_PAUSED, BARN_STATUS_NOT_STARTED, BARN_STATUS_CANCELLED
  };
  cairo_t *cr = painter->cr;
  const double text = painter->layout->text;
  const double gap = (sector->to - sector->from) * 0.04;
  const double scale = (sector->outer - sector->inner) / part->n_activities;
  double edge = sector->inner;

  G_STATIC_ASSERT (G_N_ELEMENTS (order) == BARN_N_STATUSES);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      BarnSector layer = { sector->from + gap, sector->to - gap, edge, edge + scale * part->by_status[order[i]] };

      if (part->by_status[order[i]] == 0)
        continue;

      barn_wheel_paint_status (cr, &layer, order[i], painter->palette, text, 1);
      barn_wheel_trace_sector (cr, &layer);
      barn_wheel_set_color (cr, &painter->palette->statuses[order[i]], 1);
      cairo_set_line_width (cr, MIN (text * painter->palette->stroke, (layer.outer - layer.inner) * 0.3));
      cairo_stroke (cr);
      edge = layer.outer;
    }

  if (part->n_overdue > 0)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, sector->outer + text * 0.1, sector->from + gap - G_PI_2,
                 sector->from + gap + (sector->to - sector->from - 2 * gap) * part->n_overdue / part->n_activities - G_PI_2);
      barn_wheel_set_color (cr, &painter->palette->overdue, 1);
      cairo_set_line_width (cr, text * 0.25);
      cairo_stroke (cr);
    }
}

static void
paint_rim_part (Painter             *painter,
                guint                place,
                const BarnWheelPart *part,
                const BarnSector    *sector)
{
  cairo_t *cr = painter->cr;
  const double text = painter->layout->text;
  const gboolean last = barn_wheel_layout_sign_is_last (painter->layout, place);
  const double day = barn_wheel_get_angle (painter->layout->wheel->year, part->first);
  const double radius = (sector->inner + sector->outer) / 2;
  const double shift = text * 0.65 / radius;
  const double angle = last ? sector->to - shift : sector->from + shift;

  barn_wheel_set_color (cr, &painter->palette->text, 1);

  /* From the sign down to its days on the edge of the months */
  cairo_set_line_width (cr, text * 0.08);
  cairo_move_to (cr, painter->layout->months_outer * sin (day), -painter->layout->months_outer * cos (day));
  cairo_line_to (cr, sector->inner * sin (day), -sector->inner * cos (day));
  cairo_stroke (cr);
  if (part->last > part->first)
    {
      cairo_set_line_width (cr, text * 0.3);
      cairo_arc (cr, 0, 0, painter->layout->months_outer + text * 0.1, day - G_PI_2,
                 barn_wheel_get_angle (painter->layout->wheel->year, part->last + 1) - G_PI_2);
      cairo_stroke (cr);
    }

  if (part->type == BARN_WHEEL_OCCASION)
    barn_wheel_paint_occasion_sign (cr, radius * sin (angle), -radius * cos (angle), text);
  else
    barn_wheel_paint_category_sign (cr, radius * sin (angle), -radius * cos (angle), text * 0.85, part->category);

  if ((sector->to - sector->from) * radius < text * 3)
    return;

  set_text_size (painter, text * 0.9, FALSE);
  if (last)
    barn_wheel_paint_round (cr, painter->text, part->title, radius, sector->from, angle - shift, FALSE);
  else
    barn_wheel_paint_round (cr, painter->text, part->title, radius, angle + shift, sector->to, FALSE);
}

/* Cut-off dates go through all rings: by then everything is followed up */
static void
paint_cut_off (Painter             *painter,
               const BarnWheelPart *part)
{
  cairo_t *cr = painter->cr;
  const double text = painter->layout->text;
  const double angle = barn_wheel_get_angle (painter->layout->wheel->year, part->first + 1);
  const double dashes[] = { text * 0.4, text * 0.25 };

  cairo_save (cr);
  barn_wheel_set_color (cr, &painter->palette->text, 0.8);
  cairo_set_line_width (cr, text * 0.09);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, painter->layout->hole * sin (angle), -painter->layout->hole * cos (angle));
  cairo_line_to (cr, painter->layout->months_inner * sin (angle), -painter->layout->months_inner * cos (angle));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_parts (Painter *painter)
{
  BarnWheelLayout *layout = painter->layout;

  for (guint i = 0; i < layout->wheel->parts->len; i++)
    {
      const BarnWheelPart *part = barn_wheel_get_part (layout->wheel, i);
      const BarnSector *sector = &g_array_index (layout->sectors, BarnSector, i);

      switch (part->type)
        {
        case BARN_WHEEL_ACTIVITY:
          paint_arc (painter, part, sector);
          break;

        case BARN_WHEEL_BUNDLE:
          paint_bundle (painter, part, sector);
          break;

        case BARN_WHEEL_OCCASION:
        case BARN_WHEEL_MARK:
        default:
          paint_rim_part (painter, i, part, sector);
          break;
        }
    }
}

static void
paint_cut_offs (Painter *painter)
{
  for (guint i = 0; i < barn_wheel_get_ring (painter->layout->wheel, 0)->n_parts; i++)
    {
      const BarnWheelPart *part = barn_wheel_get_part (painter->layout->wheel, i);

      if (part->type == BARN_WHEEL_OCCASION)
        paint_cut_off (painter, part);
    }
}

/* The hand, in the middle of the day */
static void
paint_today (Painter *painter)
{
  BarnWheelLayout *layout = painter->layout;
  cairo_t *cr = painter->cr;
  double angle;

  if (barn_day_get_year (layout->wheel->today) != layout->wheel->year)
    return;

  angle = (barn_wheel_get_angle (layout->wheel->year, layout->wheel->today) +
           barn_wheel_get_angle (layout->wheel->year, layout->wheel->today + 1)) / 2;
  cairo_save (cr);
  cairo_rotate (cr, angle);
  barn_wheel_set_color (cr, &painter->palette->today, 1);
  cairo_rectangle (cr, -layout->text * 0.1, -layout->months_outer, layout->text * 0.2, layout->months_outer - layout->hole);
  cairo_move_to (cr, -layout->text * 0.45, -layout->months_outer - layout->text * 0.1);
  cairo_line_to (cr, layout->text * 0.45, -layout->months_outer - layout->text * 0.1);
  cairo_line_to (cr, 0, -layout->months_outer + layout->text * 0.7);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
paint_year (Painter *painter)
{
  g_autofree char *year = g_strdup_printf ("%u", painter->layout->wheel->year);
  cairo_t *cr = painter->cr;
  int width, height;

  set_text_size (painter, MIN (painter->layout->hole * 0.62, painter->layout->text * 3), TRUE);
  pango_layout_set_width (painter->text, -1);
  pango_layout_set_text (painter->text, year, -1);
  pango_layout_get_pixel_size (painter->text, &width, &height);
  barn_wheel_set_color (cr, &painter->palette->text, 1);
  cairo_move_to (cr, -width / 2.0, -height / 2.0);
  pango_cairo_show_layout (cr, painter->text);
}

static void
paint_key_sign (Painter            *painter,
                const BarnWheelKey *key)
{
  cairo_t *cr = painter->cr;
  const double text = painter->layout->text;
  const double y = key->y + text * 0.9;
  /* A piece of so large a ring that it looks straight */
  const double far = text * 1000;
  const BarnSector swatch = { 0, 1.9 * text / far, far - text * 0.5, far + text * 0.5 };

  switch (key->type)
    {
    case BARN_WHEEL_KEY_RING:
      paint_number (painter, key->x + text, y, key->value);
      return;

    case BARN_WHEEL_KEY_STATUS:
      cairo_save (cr);
      cairo_translate (cr, key->x, y + far);
      barn_wheel_paint_status (cr, &swatch, (BarnStatus) key->value, painter->palette, text, 0.6);
      barn_wheel_trace_sector (cr, &swatch);
      barn_wheel_set_color (cr, &painter->palette->statuses[key->value], 1);
      cairo_set_line_width (cr, text * painter->palette->stroke);
      cairo_stroke (cr);
      cairo_restore (cr);
      barn_wheel_paint_status_sign (cr, key->x + text * 0.95, y, text * SIGN_SIZE, (BarnStatus) key->value, painter->palette,
                                    key->value == BARN_STATUS_DONE ? &painter->palette->ground : &painter->palette->statuses[key->value]);
      return;

    case BARN_WHEEL_KEY_OVERDUE:
      barn_wheel_paint_overdue_sign (cr, key->x + text * 0.95, y, text, painter->palette);
      return;

    case BARN_WHEEL_KEY_OCCASION:
      barn_wheel_set_color (cr, &painter->palette->text, 1);
      barn_wheel_paint_occasion_sign (cr, key->x + text * 0.95, y, text);
      return;

    case BARN_WHEEL_KEY_CATEGORY:
      barn_wheel_set_color (cr, &painter->palette->text, 1);
      barn_wheel_paint_category_sign (cr, key->x + text * 0.95, y, text * 0.85, (BarnMarkCategory) key->value);
      return;

    case BARN_WHEEL_KEY_TODAY:
    default:
      barn_wheel_set_color (cr, &painter->palette->today, 1);
      cairo_rectangle (cr, key->x + text * 0.85, y - text * 0.6, text * 0.2, text * 1.2);
      cairo_move_to (cr, key->x + text * 0.5, y - text * 0.6);
      cairo_line_to (cr, key->x + text * 1.4, y - text * 0.6);
      cairo_line_to (cr, key->x + text * 0.95, y + text * 0.2);
      cairo_close_path (cr);
      cairo_fill (cr);
      return;
    }
}

static void
paint_keys (Painter *painter)
{
  const double text = painter->layout->text;

  for (guint i = 0; i < painter->layout->keys->len; i++)
    {
      const BarnWheelKey *key = &g_array_index (painter->layout->keys, BarnWheelKey, i);
      int height;

      paint_key_sign (painter, key);

      set_text_size (painter, text, FALSE);
      /* How wide it is was guessed: it may go into the gap after it */
      pango_layout_set_width (painter->text, (int) ((key->width - text * 1.2) * PANGO_SCALE));
      pango_layout_set_ellipsize (painter->text, PANGO_ELLIPSIZE_END);
      pango_layout_set_text (painter->text, key->word, -1);
      pango_layout_get_pixel_size (painter->text, NULL, &height);
      barn_wheel_set_color (painter->cr, &painter->palette->text, 1);
      cairo_move_to (painter->cr, key->x + text * 2.3, key->y + text * 0.9 - height / 2.0);
      pango_cairo_show_layout (painter->cr, painter->text);
    }
}

/**
 * barn_wheel_layout_draw:
 * @self: a layout
 * @cr: where to, from its upper left corner
 * @theme: its colours; the ground is painted by the caller
 *
 * Draws the wheel with its legend.
 */
void
barn_wheel_layout_draw (BarnWheelLayout *self,
                        cairo_t         *cr,
                        BarnWheelTheme   theme)
{
  g_autoptr (PangoLayout) text = NULL;
  Painter painter;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  text = pango_cairo_create_layout (cr);
  painter = (Painter) { self, barn_wheel_get_palette (theme), text, cr };

  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  paint_grounds (&painter);
  paint_month_lines (&painter);
  paint_months (&painter);
  paint_parts (&painter);
  paint_cut_offs (&painter);
  paint_today (&painter);
  paint_ring_titles (&painter);
  paint_year (&painter);
  cairo_restore (cr);
  paint_keys (&painter);
}

/**
 * barn_wheel_layout_trace:
 * @self: a layout
 * @part: a part of the wheel
 * @cr: where to
 *
 * Adds the outline of a part to the path: to mark it.
 */
void
barn_wheel_layout_trace (BarnWheelLayout *self,
                         guint            part,
                         cairo_t         *cr)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (part < self->sectors->len);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  barn_wheel_trace_sector (cr, &g_array_index (self->sectors, BarnSector, part));
  cairo_restore (cr);
}
