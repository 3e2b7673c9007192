/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-pages-flow"

#include "config.h"

#include "barn-pages-private.h"

/* Boxes taken onto pages: which lines stand together, and where a page ends */

#define LEAST_HEIGHT 20.0 /* of a figure */

static BarnPage *
get_page (const BarnPlace *self)
{
  return g_ptr_array_index (self->pages->pages, self->page);
}

void
barn_place_add (const BarnPlace *self,
                BarnItem         item)
{
  BarnPage *page = get_page (self);
  BarnItem *last = page->items->len > 0 ? &g_array_index (page->items, BarnItem, page->items->len - 1) : NULL;

  if (self->again)
    item.element = NULL;

  item.mcid = -1;
  if (item.element != NULL && last != NULL && last->element == item.element)
    item.mcid = last->mcid;
  else if (item.element != NULL)
    {
      BarnKid kid = { NULL, self->page, page->n_mcids++, -1 };

      item.mcid = kid.mcid;
      g_array_append_val (item.element->kids, kid);
    }
  g_array_append_val (page->items, item);
}

static BarnBoxLink *
find_link (GArray *links,
           guint   offset)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      BarnBoxLink *link = &g_array_index (links, BarnBoxLink, i);

      if (offset >= link->start && offset < link->end)
        return link;
    }

  return NULL;
}

static void
add_link (const BarnPlace *self,
          const BarnItem  *item,
          BarnBoxLink     *link)
{
  BarnPageLink where = { self->page, item->x, item->y - item->height, item->width, item->height * 1.3, link->href, item->element };
  BarnKid kid = { NULL, -1, -1, self->pages->links->len };

  if (self->again)
    return;

  g_array_append_val (self->pages->links, where);
  g_array_append_val (item->element->kids, kid);
}

/* A line is one item, or several where parts of it lead somewhere. In a table of contents, where all does, nothing is set off. */
void
barn_place_add_line (const BarnPlace *self,
                     PangoLayout     *layout,
                     guint            line,
                     double           x,
                     double           baseline,
                     const BarnColor *color,
                     BarnElement     *element,
                     GArray          *links)
{
  PangoLayoutLine *text = pango_layout_get_line_readonly (layout, line);
  GSList *run = text->runs;
  guint index = 0;

  while (run != NULL)
    {
      BarnBoxLink *link = find_link (links, ((PangoGlyphItem *) run->data)->item->offset);
      BarnItem item = { BARN_ITEM_TEXT, element, -1, x, baseline, 0, 0, color, text, index, 0, link != NULL && !link->contents, FALSE, NULL };

      for (; run != NULL && find_link (links, ((PangoGlyphItem *) run->data)->item->offset) == link; run = run->next, index++)
        {
          item.width += pango_glyph_string_get_width (((PangoGlyphItem *) run->data)->glyphs) / (double) PANGO_SCALE;
          item.n_runs++;
        }

      item.ends_line = run == NULL && line + 1 < (guint) pango_layout_get_line_count (layout);
      if (link != NULL)
        {
          PangoRectangle extents;

          if (link->element == NULL)
            link->element = barn_pages_new_element (self->pages, "Link", element);
          item.element = link->element;
          if (!link->contents)
            item.color = &barn_color_link;
          pango_layout_line_get_extents (text, NULL, &extents);
          item.height = PANGO_ASCENT (extents) / (double) PANGO_SCALE;
        }
      barn_place_add (self, item);
      if (link != NULL)
        add_link (self, &item, link);
      x += item.width;
    }
}

/* Text */

static double
get_text_height (BarnBox *box,
                 guint    first,
                 guint    end)
{
  if (first >= end)
    return 0;

  return g_array_index (box->lines, BarnBoxLine, end - 1).bottom - g_array_index (box->lines, BarnBoxLine, first).y;
}

/* How many lines may stand on this page: never one alone, at the foot or on the next page */
static guint
count_fitting (BarnBox  *box,
               double    available,
               gboolean  force)
{
  const guint left = box->lines->len - box->line;
  guint n = 0;

  while (n < left && get_text_height (box, box->line, box->line + n + 1) <= available + 0.01)
    n++;
  if (n == left)
    return n;

  if (left - n == 1 && n > 0)
    n--;
  if (n < 2)
    n = 0;

  return n == 0 && force ? MIN (left, 1) : n;
}

static void
note_place (const BarnPlace *place,
            BarnBox         *box)
{
  if (place->again)
    return;

  if (box->heading >= 0)
    {
      BarnPageHeading *heading = &g_array_index (place->pages->headings, BarnPageHeading, box->heading);

      heading->page = place->page;
      heading->y = place->y;
    }
  if (box->id != NULL)
    {
      BarnPageTarget *target = g_new (BarnPageTarget, 1);

      *target = (BarnPageTarget) { place->page, place->y };
      g_hash_table_replace (place->pages->targets, g_strdup (box->id), target);
    }
}

static void
add_label (const BarnPlace *place,
           BarnBox         *box,
           double           baseline)
{
  barn_place_add_line (place, box->label, 0, place->x + box->label_x, baseline, box->color, box->label_element, NULL);
}

/* The page that a line of a table of contents leads to, with dots on the way */
static void
add_number (const BarnPlace   *place,
            BarnBox           *box,
            const BarnBoxLine *line,
            double             baseline)
{
  PangoLayoutLine *text = pango_layout_get_line_readonly (box->layout, box->lines->len - 1);
  PangoLayoutLine *number = pango_layout_get_line_readonly (box->number, 0);
  PangoRectangle extents, number_extents;
  BarnItem dots = { .kind = BARN_ITEM_DOTS, .y = baseline, .height = 0.8, .color = &barn_color_quiet };
  double right = place->x + box->width;

  pango_layout_line_get_extents (text, NULL, &extents);
  pango_layout_line_get_extents (number, NULL, &number_extents);
  right -= number_extents.width / (double) PANGO_SCALE;
  dots.x = place->x + box->x + line->x + extents.width / (double) PANGO_SCALE + 4;
  dots.width = right - 4 - dots.x;
  barn_place_add_line (place, box->number, 0, right, baseline, box->color, g_array_index (box->links, BarnBoxLink, 0).element, NULL);
  if (dots.width > 0)
    barn_place_add (place, dots);
}

static double
take_text (BarnBox         *box,
           const BarnPlace *place,
           double           available,
           gboolean         force)
{
  const guint n = count_fitting (box, available, force);
  const guint first = box->line;

  for (guint i = first; i < first + n; i++)
    {
      const BarnBoxLine *line = &g_array_index (box->lines, BarnBoxLine, i);
      double baseline = place->y + line->baseline - g_array_index (box->lines, BarnBoxLine, first).y;

      if (i == 0)
        note_place (place, box);
      if (i == 0 && box->label != NULL)
        add_label (place, box, baseline);
      barn_place_add_line (place, box->layout, i, place->x + box->x + line->x, baseline, box->color, box->element, box->links);
      if (i + 1 == box->lines->len && box->number != NULL)
        add_number (place, box, line, baseline);
    }
  box->line += n;

  return get_text_height (box, first, first + n);
}

static double
take_figure (BarnBox         *box,
             const BarnPlace *place,
             double           available,
             gboolean         force)
{
  const double height = barn_figure_get_height (box->figure);
  BarnItem item = { .kind = BARN_ITEM_FIGURE, .element = box->element, .x = place->x + box->x, .y = place->y,
                    .width = barn_figure_get_width (box->figure), .height = height, .figure = box->figure };

  if (height > available && !force)
    return 0;

  note_place (place, box);
  /* Higher than a page: as large as it can be there */
  if (height > available)
    {
      item.height = MAX (available, LEAST_HEIGHT);
      item.width *= item.height / height;
    }
  barn_place_add (place, item);
  box->line = 1;

  return item.height;
}

/* Boxes */

static double
take_box (BarnBox         *box,
          const BarnPlace *place,
          double           available,
          gboolean         force)
{
  switch (box->kind)
    {
    case BARN_BOX_TEXT:
      return take_text (box, place, available, force);
    case BARN_BOX_FIGURE:
      return take_figure (box, place, available, force);
    case BARN_BOX_TABLE:
      return barn_table_box_take (box->table, place, available, force);
    case BARN_BOX_BREAK:
    default:
      return 0;
    }
}

static gboolean
is_box_done (BarnBox *box)
{
  switch (box->kind)
    {
    case BARN_BOX_TEXT:
      return box->line >= box->lines->len;
    case BARN_BOX_FIGURE:
      return box->line > 0;
    case BARN_BOX_TABLE:
      return barn_table_box_is_done (box->table);
    case BARN_BOX_BREAK:
    default:
      return TRUE;
    }
}

static double
measure_box (BarnBox *box)
{
  switch (box->kind)
    {
    case BARN_BOX_TEXT:
      return get_text_height (box, box->line, box->lines->len);
    case BARN_BOX_FIGURE:
      return box->line > 0 ? 0 : barn_figure_get_height (box->figure);
    case BARN_BOX_TABLE:
      return barn_table_box_measure (box->table);
    case BARN_BOX_BREAK:
    default:
      return 0;
    }
}

static double
measure_first (BarnBox *box)
{
  guint left;

  switch (box->kind)
    {
    case BARN_BOX_TEXT:
      left = box->lines->len - box->line;
      return get_text_height (box, box->line, box->line + (left <= 3 ? left : 2));
    case BARN_BOX_TABLE:
      return barn_table_box_measure_first (box->table);
    case BARN_BOX_FIGURE:
    case BARN_BOX_BREAK:
    default:
      return measure_box (box);
    }
}

BarnBoxFlow *
barn_box_flow_new (void)
{
  return g_new0 (BarnBoxFlow, 1);
}

void
barn_box_flow_free (BarnBoxFlow *self)
{
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_free (self);
}

gboolean
barn_box_flow_is_done (BarnBoxFlow *self)
{
  return self->next >= self->boxes->len;
}

static double
get_gap (BarnBoxFlow *self,
         guint     index)
{
  BarnBox *box = g_ptr_array_index (self->boxes, index);
  BarnBox *above = index > 0 ? g_ptr_array_index (self->boxes, index - 1) : NULL;

  return above != NULL ? MAX (above->after, box->before) : 0;
}

double
barn_box_flow_measure (BarnBoxFlow *self)
{
  double height = 0;

  for (guint i = self->next; i < self->boxes->len; i++)
    height += measure_box (g_ptr_array_index (self->boxes, i)) + (i > self->next ? get_gap (self, i) : 0);

  return height;
}

/* From a box on: it, what must stay with it, and the beginning of what follows */
static double
measure_together (BarnBoxFlow *self,
                  guint     index)
{
  double height = 0;

  for (guint i = index; i < self->boxes->len; i++)
    {
      BarnBox *box = g_ptr_array_index (self->boxes, i);

      if (i > index)
        height += get_gap (self, i);
      if (!box->keep_next)
        return height + measure_first (box);
      height += measure_box (box);
    }

  return height;
}

double
barn_box_flow_measure_first (BarnBoxFlow *self)
{
  return barn_box_flow_is_done (self) ? 0 : measure_together (self, self->next);
}

double
barn_box_flow_take (BarnBoxFlow        *self,
                const BarnPlace *place,
                double           available,
                gboolean         force)
{
  double y = 0;

  while (!barn_box_flow_is_done (self))
    {
      BarnBox *box = g_ptr_array_index (self->boxes, self->next);
      const gboolean fresh = y <= 0;
      const double gap = fresh ? 0 : get_gap (self, self->next);
      BarnPlace inside = *place;
      double taken;

      if (box->kind == BARN_BOX_BREAK)
        {
          self->next++;
          if (!fresh)
            return y;
          continue;
        }

      if (y + gap + measure_together (self, self->next) > available && !(fresh && force))
        return y;

      inside.y += y + gap;
      taken = take_box (box, &inside, available - y - gap, fresh && force);
      if (taken > 0)
        y += gap + taken;
      if (!is_box_done (box))
        return y;
      self->next++;
    }

  return y;
}
