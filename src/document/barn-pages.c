/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-pages"

#include "config.h"

#include <hb.h>

#include "barn-pages-private.h"

/* A table of contents is of use from so many pages on */
#define LONG_DOCUMENT 5
#define FOOT_SIZE 9.0
#define UNDERLINE 0.6

static void
free_element (gpointer data)
{
  BarnElement *element = data;

  g_array_unref (element->kids);
  g_free (element->alt);
  g_free (element);
}

static void
free_page (gpointer data)
{
  BarnPage *page = data;

  g_array_unref (page->items);
  g_free (page);
}

static void
clear_heading (gpointer data)
{
  g_free (((BarnPageHeading *) data)->text);
}

BarnElement *
barn_pages_new_element (BarnPages   *self,
                        const char  *type,
                        BarnElement *parent)
{
  BarnElement *element = g_new0 (BarnElement, 1);

  element->type = type;
  element->columns = element->rows = 1;
  element->kids = g_array_new (FALSE, FALSE, sizeof (BarnKid));
  g_ptr_array_add (self->elements, element);
  if (parent != NULL)
    {
      BarnKid kid = { element, -1, -1, -1 };

      g_array_append_val (parent->kids, kid);
    }

  return element;
}

static void
clear_pages (BarnPages *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->hrefs, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->headings, g_array_unref);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->title, g_free);
}

static void
begin (BarnPages *self)
{
  clear_pages (self);
  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->elements = g_ptr_array_new_with_free_func (free_element);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_figure_unref);
  self->hrefs = g_ptr_array_new_with_free_func (g_free);
  self->links = g_array_new (FALSE, FALSE, sizeof (BarnPageLink));
  self->headings = g_array_new (FALSE, FALSE, sizeof (BarnPageHeading));
  g_array_set_clear_func (self->headings, clear_heading);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->root = barn_pages_new_element (self, "Document", NULL);
  if (*barn_document_get_title (self->document) != '\0')
    self->title = g_strdup (barn_document_get_title (self->document));
}

/* Lays the document out anew. @numbers: (nullable): pages of its headings, from the time before */
static gboolean
lay_out (BarnPages  *self,
         GArray     *numbers,
         GError    **error)
{
  g_autoptr (BarnBoxFlow) flow = NULL;

  begin (self);
  flow = barn_pages_build (self, numbers);
  do
    {
      BarnPage *page = g_new0 (BarnPage, 1);
      BarnPlace place = { self, self->pages->len, BARN_PAGES_MARGIN, BARN_PAGES_MARGIN, FALSE };

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        {
          g_free (page);
          return FALSE;
        }
      page->items = g_array_new (FALSE, FALSE, sizeof (BarnItem));
      g_ptr_array_add (self->pages, page);
      barn_box_flow_take (flow, &place, BARN_PAGES_TEXT_HEIGHT, TRUE);
    }
  while (!barn_box_flow_is_done (flow));

  return TRUE;
}

static GArray *
list_numbers (BarnPages *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->headings->len; i++)
    g_array_append_val (numbers, g_array_index (self->headings, BarnPageHeading, i).page);

  return numbers;
}

/* The table of contents moves what it tells of, but as long as it is the same, the second time is right */
static gboolean
lay_out_contents (BarnPages  *self,
                  GError    **error)
{
  if (barn_document_find_contents (self->document) == NULL || self->pages->len < LONG_DOCUMENT)
    return TRUE;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GArray) numbers = list_numbers (self);

      if (!lay_out (self, numbers, error))
        return FALSE;
    }

  return TRUE;
}

/* The foot of each page: its text at the left, 3 (14) at the right */
static void
add_feet (BarnPages *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const double y = BARN_PAGES_HEIGHT - BARN_PAGES_MARGIN + 26;
      BarnPlace place = { self, i, 0, 0, FALSE };
      BarnItem rule = { .kind = BARN_ITEM_FILL, .x = BARN_PAGES_MARGIN, .y = y - 14, .width = BARN_PAGES_TEXT_WIDTH, .height = 0.5, .color = &barn_color_line };
      g_autofree char *number = g_strdup_printf ("%u (%u)", i + 1, self->pages->len);
      PangoLayout *left = barn_pages_new_layout (self, FOOT_SIZE, BARN_PAGES_TEXT_WIDTH - 60);
      PangoLayout *right = barn_pages_new_layout (self, FOOT_SIZE, 0);
      int width;

      pango_layout_set_height (left, -1);
      pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
      pango_layout_set_text (left, barn_document_get_footer (self->document), -1);
      pango_layout_set_text (right, number, -1);
      pango_layout_get_size (right, &width, NULL);
      barn_place_add (&place, rule);
      barn_place_add_line (&place, left, 0, BARN_PAGES_MARGIN, y, &barn_color_quiet, NULL, NULL);
      barn_place_add_line (&place, right, 0, BARN_PAGES_WIDTH - BARN_PAGES_MARGIN - width / (double) PANGO_SCALE, y, &barn_color_quiet, NULL, NULL);
    }
}

/* Measures that do not depend on the screen: a point is a point, and letters stand where the font wants them */
static PangoContext *
new_context (BarnDocument *document)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (barn_document_get_language (document)));

  return context;
}

/**
 * barn_pages_new:
 * @document: a document
 * @cancellable: (nullable): a cancellable
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Lays a document out on pages. It may be done in a worker, but what is drawn is drawn in one thread at a time.
 *
 * Returns: (transfer full): the pages, one at least, or %NULL with @error set
 */
BarnPages *
barn_pages_new (BarnDocument  *document,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (BarnPages) self = NULL;

  g_return_val_if_fail (BARN_IS_DOCUMENT (document), NULL);

  self = g_new0 (BarnPages, 1);
  self->document = g_object_ref (document);
  self->cancellable = cancellable;
  self->context = new_context (document);
  if (!lay_out (self, NULL, error) || !lay_out_contents (self, error))
    return NULL;

  add_feet (self);
  self->cancellable = NULL;

  return g_steal_pointer (&self);
}

/**
 * barn_pages_free:
 * @self: (transfer full): pages
 */
void
barn_pages_free (BarnPages *self)
{
  clear_pages (self);
  g_clear_object (&self->context);
  g_clear_object (&self->document);
  g_free (self);
}

/**
 * barn_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many
 */
guint
barn_pages_get_n_pages (BarnPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * barn_pages_get_document:
 * @self: pages
 *
 * Returns: (transfer none): the document that was laid out
 */
BarnDocument *
barn_pages_get_document (BarnPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

/* The run without the space that ends its line, which Pango makes a glyph of nothing: cairo writes that in a way that some readers of
   PDF lose the rest of the paragraph by */
static PangoGlyphItem *
copy_trimmed (PangoGlyphItem *run)
{
  PangoGlyphItem *copy = pango_glyph_item_copy (run);
  const gboolean rtl = run->item->analysis.level % 2 == 1;
  PangoGlyphString *glyphs = copy->glyphs;

  if (!rtl && glyphs->num_glyphs > 1 && glyphs->glyphs[glyphs->num_glyphs - 1].glyph == PANGO_GLYPH_EMPTY)
    {
      glyphs->num_glyphs--;
      copy->item->length = glyphs->log_clusters[glyphs->num_glyphs];
      copy->item->num_chars--;
    }

  return copy;
}

/* The last word of a line and the first of the next are two, also to those who hear them */
static void
show_space (PangoFont *font,
            cairo_t   *cr,
            double     x,
            double     y)
{
  const cairo_text_cluster_t cluster = { 1, 1 };
  cairo_glyph_t glyph = { 0, x, y };
  hb_codepoint_t index;

  if (!hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &index))
    return;

  glyph.index = index;
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  cairo_show_text_glyphs (cr, " ", 1, &glyph, 1, &cluster, 1, 0);
}

static void
draw_text (const BarnItem *item,
           cairo_t        *cr)
{
  const char *text = pango_layout_get_text (item->line->layout);
  GSList *run = g_slist_nth (item->line->runs, item->first_run);
  PangoFont *font = NULL;
  double x = item->x;

  for (guint i = 0; i < item->n_runs && run != NULL; i++, run = run->next)
    {
      PangoGlyphItem *glyphs = copy_trimmed (run->data);

      font = glyphs->item->analysis.font;
      cairo_move_to (cr, x, item->y);
      pango_cairo_show_glyph_item (cr, text, glyphs);
      x += pango_glyph_string_get_width (glyphs->glyphs) / (double) PANGO_SCALE;
      pango_glyph_item_free (glyphs);
    }
  if (item->ends_line && font != NULL)
    show_space (font, cr, x, item->y);
  if (item->underline)
    {
      cairo_rectangle (cr, item->x, item->y + 1.2, item->width, UNDERLINE);
      cairo_fill (cr);
    }
}

static void
draw_dots (const BarnItem *item,
           cairo_t        *cr)
{
  const double dashes[] = { item->height, 3 };

  cairo_save (cr);
  cairo_set_line_width (cr, item->height);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, item->x, item->y - item->height / 2);
  cairo_rel_line_to (cr, item->width, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_item (const BarnItem *item,
           cairo_t        *cr)
{
  if (item->color != NULL)
    cairo_set_source_rgb (cr, item->color->red, item->color->green, item->color->blue);

  switch (item->kind)
    {
    case BARN_ITEM_TEXT:
      draw_text (item, cr);
      break;
    case BARN_ITEM_FILL:
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      break;
    case BARN_ITEM_DOTS:
      draw_dots (item, cr);
      break;
    case BARN_ITEM_FIGURE:
    default:
      cairo_save (cr);
      cairo_translate (cr, item->x, item->y);
      cairo_scale (cr, item->width / barn_figure_get_width (item->figure), item->height / barn_figure_get_height (item->figure));
      barn_figure_draw (item->figure, cr);
      cairo_restore (cr);
      break;
    }
}

/* @tagged: each item that is no content, and each group of items of one element, stands between marks of its own */
void
barn_pages_draw_items (BarnPages *self,
                       guint      page,
                       cairo_t   *cr,
                       gboolean   tagged)
{
  GArray *items = ((BarnPage *) g_ptr_array_index (self->pages, page))->items;

  for (guint i = 0; i < items->len; i++)
    {
      const BarnItem *item = &g_array_index (items, BarnItem, i);
      const BarnItem *before = i > 0 ? item - 1 : NULL;
      const BarnItem *after = i + 1 < items->len ? item + 1 : NULL;

      if (tagged && (item->mcid < 0 || before == NULL || before->mcid != item->mcid))
        cairo_tag_begin (cr, "P", NULL);
      draw_item (item, cr);
      if (tagged && (item->mcid < 0 || after == NULL || after->mcid != item->mcid))
        cairo_tag_end (cr, "P");
    }
}

/**
 * barn_pages_draw:
 * @self: pages
 * @page: which, from 0
 * @cr: where to, in points from the upper left corner of the page; the paper is the caller's
 *
 * Draws a page.
 */
void
barn_pages_draw (BarnPages *self,
                 guint      page,
                 cairo_t   *cr)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->pages->len);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  barn_pages_draw_items (self, page, cr, FALSE);
  cairo_restore (cr);
}

/* What a table of contents lists, with the pages as they are here: (nullable) (transfer full) (element-type BarnPageEntry), NULL for a
   document that is too short to have one. The headings belong to @document. */
GArray *
barn_pages_list_contents (BarnDocument *document,
                          BarnNode     *contents,
                          GCancellable *cancellable)
{
  g_autoptr (BarnPages) pages = barn_pages_new (document, cancellable, NULL);
  BarnNode *body = barn_document_get_body (document);
  GArray *entries;
  guint number = 0;
  guint front;

  if (pages == NULL || pages->pages->len < LONG_DOCUMENT)
    return NULL;

  entries = g_array_new (FALSE, FALSE, sizeof (BarnPageEntry));
  for (guint i = 0; i < barn_node_get_n_children (body); i++)
    number += barn_node_get_kind (barn_node_get_child (body, i)) == BARN_NODE_HEADING;
  /* The title of the document is a heading too, but not one of its body */
  front = pages->headings->len - number;

  number = 0;
  for (guint i = 0; i < barn_node_get_n_children (body); i++)
    {
      BarnNode *node = barn_node_get_child (body, i);
      BarnPageEntry entry = { node, number + 1, 0 };

      if (barn_node_get_kind (node) != BARN_NODE_HEADING)
        continue;
      entry.page = g_array_index (pages->headings, BarnPageHeading, front + number).page;
      number++;
      if (barn_node_get_level (node) <= barn_node_get_level (contents))
        g_array_append_val (entries, entry);
    }

  return entries;
}
