/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-pages-build"

#include "config.h"

#include <string.h>

#include "barn-figure-private.h"
#include "barn-label.h"
#include "barn-pages-private.h"

/* The blocks of a tree as boxes, with the measures that the Word file has too, so that both break at nearly the same places */

/* What stands in for a letter that the document's own family has not */
#define FALLBACK "Carlito,Liberation Sans,Noto Sans,DejaVu Sans,Sans"
#define INDENT 18.0

const BarnColor barn_color_text = { 0, 0, 0 };
const BarnColor barn_color_ink = { 0x1b / 255.0, 0x3a / 255.0, 0x57 / 255.0 };
const BarnColor barn_color_quiet = { 0x4a / 255.0, 0x55 / 255.0, 0x68 / 255.0 };
const BarnColor barn_color_line = { 0xc5 / 255.0, 0xce / 255.0, 0xd8 / 255.0 };
const BarnColor barn_color_fill = { 0xe9 / 255.0, 0xef / 255.0, 0xf5 / 255.0 };
const BarnColor barn_color_link = { 0x0b / 255.0, 0x53 / 255.0, 0x94 / 255.0 };

typedef struct
{
  double           size;
  double           before, after;
  double           spacing;  /* of lines, as a part of the font's own */
  gboolean         bold;
  gboolean         italic;
  const BarnColor *color;
} Style;

static const Style body_style = { 11, 0, 7, 1.17, FALSE, FALSE, &barn_color_text };
static const Style list_style = { 11, 0, 4, 1.17, FALSE, FALSE, &barn_color_text };
static const Style cell_style = { 10, 0, 3, 1.05, FALSE, FALSE, &barn_color_text };
static const Style cell_heading_style = { 10, 0, 3, 1.05, TRUE, FALSE, &barn_color_ink };
static const Style caption_style = { 10, 3, 10, 1.05, FALSE, FALSE, &barn_color_quiet };
static const Style table_caption_style = { 10, 6, 4, 1.05, TRUE, FALSE, &barn_color_ink };
static const Style title_style = { 26, 0, 4, 1, TRUE, FALSE, &barn_color_ink };
static const Style letterhead_style = { 10, 0, 20, 1.05, FALSE, FALSE, &barn_color_quiet };
static const Style subtitle_style = { 14, 0, 3, 1.1, FALSE, FALSE, &barn_color_quiet };
static const Style date_style = { 11, 0, 14, 1.17, FALSE, FALSE, &barn_color_quiet };
static const Style heading_styles[] = {
  { 18, 20, 7, 1.05, TRUE, FALSE, &barn_color_ink }, { 14, 16, 5, 1.05, TRUE, FALSE, &barn_color_ink }, { 12, 13, 4, 1.05, TRUE, FALSE, &barn_color_ink },
  { 11, 11, 3, 1.05, TRUE, FALSE, &barn_color_ink }, { 11, 10, 2, 1.05, TRUE, TRUE, &barn_color_ink }, { 11, 10, 2, 1.05, TRUE, TRUE, &barn_color_ink },
};

/* Where boxes are put */
typedef struct
{
  BarnPages   *pages;
  BarnBoxFlow    *flow;
  BarnElement *element;  /* their parent */
  const Style *style;    /* of paragraphs */
  double       width;
  double       x;
  BarnAlign    align;
  PangoLayout *label;    /* (nullable): for the next paragraph */
  BarnElement *label_element;
  GArray      *numbers;  /* (nullable) (element-type guint): pages of the headings */
  guint        rank;     /* of the last heading */
  guint        shift;
} Builder;

static void build_blocks (Builder  *self,
                          BarnNode *parent,
                          guint     first);

static void
free_box (gpointer data)
{
  BarnBox *box = data;

  g_clear_pointer (&box->lines, g_array_unref);
  g_clear_pointer (&box->links, g_array_unref);
  g_clear_pointer (&box->table, barn_table_box_free);
  g_free (box->id);
  g_free (box);
}

static BarnBox *
add_box (Builder     *self,
         BarnBoxKind  kind,
         BarnElement *element)
{
  BarnBox *box = g_new0 (BarnBox, 1);

  box->kind = kind;
  box->x = self->x;
  box->element = element;
  box->heading = -1;
  g_ptr_array_add (self->flow->boxes, box);

  return box;
}

/* Text */

PangoLayout *
barn_pages_new_layout (BarnPages *self,
                       double     size,
                       double     width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *families = g_strdup_printf ("%s," FALLBACK, barn_document_get_family (self->document));

  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  g_ptr_array_add (self->layouts, layout);

  return layout;
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* The text of @node, with its marks; where it leads goes into @links */
static char *
collect_spans (BarnPages     *pages,
               BarnNode      *node,
               PangoAttrList *list,
               GArray        *links)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    {
      const BarnSpan *span = barn_node_get_span (node, i);
      g_autofree char *href = barn_href_dup_safe (span->href);
      const guint start = text->len;

      g_string_append (text, span->text);
      if (span->style & BARN_SPAN_BOLD)
        add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, text->len);
      if (span->style & BARN_SPAN_ITALIC)
        add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, text->len);
      if (href != NULL)
        {
          BarnBoxLink link = { start, text->len, href, NULL };

          /* A mark of its own, so that the runs of the line end where the link does */
          add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, text->len);
          g_ptr_array_add (pages->hrefs, g_steal_pointer (&href));
          g_array_append_val (links, link);
        }
    }

  return g_string_free (text, FALSE);
}

static void
set_style (PangoLayout   *layout,
           PangoAttrList *list,
           const Style   *style)
{
  if (style->bold)
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, G_MAXUINT);
  if (style->italic)
    add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), 0, G_MAXUINT);
  /* Letters that are drawn as one are written into the file in a way that some readers of PDF lose the rest of the paragraph by */
  add_attribute (list, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"), 0, G_MAXUINT);
  pango_layout_set_line_spacing (layout, style->spacing);
  pango_layout_set_attributes (layout, list);
}

static void
measure_lines (BarnBox *box)
{
  PangoLayoutIter *iter = pango_layout_get_iter (box->layout);

  box->lines = g_array_new (FALSE, FALSE, sizeof (BarnBoxLine));
  do
    {
      PangoRectangle extents;
      BarnBoxLine line;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.y = top / (double) PANGO_SCALE;
      line.bottom = bottom / (double) PANGO_SCALE;
      line.baseline = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
      line.x = extents.x / (double) PANGO_SCALE;
      g_array_append_val (box->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static BarnBox *
add_text (Builder     *self,
          BarnNode    *node,
          const Style *style,
          BarnElement *element)
{
  static const PangoAlignment sides[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  BarnBox *box = add_box (self, BARN_BOX_TEXT, element);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autofree char *text = NULL;

  box->links = g_array_new (FALSE, FALSE, sizeof (BarnBoxLink));
  box->layout = barn_pages_new_layout (self->pages, style->size, MAX (self->width - self->x, INDENT));
  text = collect_spans (self->pages, node, list, box->links);
  set_style (box->layout, list, style);
  pango_layout_set_alignment (box->layout, sides[self->align]);
  pango_layout_set_text (box->layout, text, -1);
  measure_lines (box);
  box->color = style->color;
  box->before = style->before;
  box->after = style->after;
  box->width = self->width;
  box->id = g_strdup (barn_node_get_id (node));
  if (self->label != NULL)
    {
      box->label = g_steal_pointer (&self->label);
      box->label_element = g_steal_pointer (&self->label_element);
      box->label_x = self->x - INDENT;
    }

  return box;
}

static BarnBox *
add_plain_text (Builder     *self,
                const char  *text,
                const Style *style,
                const char  *type)
{
  g_autoptr (BarnNode) node = barn_node_new_text (BARN_NODE_PARAGRAPH, text);

  return add_text (self, node, style, barn_pages_new_element (self->pages, type, self->element));
}

static const char *
get_heading_type (guint rank)
{
  static const char *const types[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  return types[CLAMP (rank, 1, 6) - 1];
}

static void
note_heading (Builder  *self,
              BarnBox  *box,
              BarnNode *node)
{
  BarnPageHeading heading = { barn_heading_dup_entry (node), self->rank, 0, 0 };

  box->heading = self->pages->headings->len;
  g_array_append_val (self->pages->headings, heading);
  if (self->pages->title == NULL)
    self->pages->title = g_strdup (heading.text);
}

/* A screen reader's user goes from heading to heading: none may be missing on the way */
static void
build_heading (Builder  *self,
               BarnNode *node)
{
  BarnBox *box;

  self->rank = MIN (MIN (barn_node_get_level (node) + self->shift, self->rank + 1), 6);
  box = add_text (self, node, &heading_styles[barn_node_get_level (node) - 1],
                  barn_pages_new_element (self->pages, get_heading_type (self->rank), self->element));
  box->keep_next = TRUE;
  note_heading (self, box, node);
}

/* Lists */

static PangoLayout *
new_label (Builder       *self,
           BarnListStyle  style,
           guint          index,
           guint          depth)
{
  static const BarnLabelKind kinds[] = { BARN_LABEL_BULLET, BARN_LABEL_DECIMAL, BARN_LABEL_LOWER_LETTER, BARN_LABEL_LOWER_ROMAN };
  static const char *const signs[] = { "•", "–", "▪" };
  g_autoptr (GString) label = g_string_new (NULL);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  PangoLayout *layout = barn_pages_new_layout (self->pages, self->style->size, 0);

  if (style == BARN_LIST_BULLET)
    g_string_append (label, signs[depth % G_N_ELEMENTS (signs)]);
  else
    {
      barn_label_append (label, kinds[style], index + 1);
      g_string_append_c (label, style == BARN_LIST_ALPHA ? ')' : '.');
    }
  set_style (layout, list, self->style);
  pango_layout_set_text (layout, label->str, -1);

  return layout;
}

static void
build_list (Builder  *self,
            BarnNode *list,
            guint     depth)
{
  Builder inside = *self;
  BarnElement *element = barn_pages_new_element (self->pages, "L", self->element);

  inside.x += INDENT;
  if (inside.style == &body_style)
    inside.style = &list_style;
  for (guint i = 0; i < barn_node_get_n_children (list); i++)
    {
      BarnNode *item = barn_node_get_child (list, i);
      BarnElement *item_element = barn_pages_new_element (self->pages, "LI", element);

      inside.label_element = barn_pages_new_element (self->pages, "Lbl", item_element);
      inside.label = new_label (&inside, barn_node_get_list_style (list), i, depth);
      inside.element = barn_pages_new_element (self->pages, "LBody", item_element);
      if (barn_node_get_n_children (item) == 0)
        add_text (&inside, item, inside.style, inside.element);
      for (guint j = 0; j < barn_node_get_n_children (item); j++)
        {
          BarnNode *child = barn_node_get_child (item, j);

          if (inside.label != NULL && barn_node_get_kind (child) != BARN_NODE_PARAGRAPH)
            add_plain_text (&inside, "", inside.style, "P");
          if (barn_node_get_kind (child) == BARN_NODE_PARAGRAPH)
            add_text (&inside, child, inside.style, barn_pages_new_element (self->pages, "P", inside.element));
          else if (barn_node_get_kind (child) == BARN_NODE_LIST)
            build_list (&inside, child, depth + 1);
          else
            {
              g_autoptr (BarnNode) holder = barn_node_new (BARN_NODE_CELL);

              barn_node_append (holder, barn_node_ref (child));
              build_blocks (&inside, holder, 0);
            }
        }
    }
  /* What comes after the list is as far from it as from a paragraph */
  if (self->style == &body_style && self->flow->boxes->len > 0)
    {
      BarnBox *last = g_ptr_array_index (self->flow->boxes, self->flow->boxes->len - 1);

      last->after = MAX (last->after, self->style->after);
    }
}

/* Figures and tables */

static BarnBox *
add_figure (Builder    *self,
            BarnFigure *figure)
{
  BarnElement *element = barn_pages_new_element (self->pages, "Figure", self->element);
  BarnBox *box = add_box (self, BARN_BOX_FIGURE, element);

  g_ptr_array_add (self->pages->figures, barn_figure_ref (figure));
  element->alt = barn_figure_dup_full_text (figure);
  box->figure = figure;
  box->before = 4;
  box->after = 8;

  return box;
}

static void
build_figure (Builder  *self,
              BarnNode *node)
{
  BarnBox *box = add_figure (self, barn_node_get_figure (node));

  box->id = g_strdup (barn_node_get_id (node));
  if (*barn_node_get_caption (node) == '\0')
    return;

  box->keep_next = TRUE;
  add_plain_text (self, barn_node_get_caption (node), &caption_style, "P");
}

static void
build_table (Builder  *self,
             BarnNode *node)
{
  BarnElement *element = barn_pages_new_element (self->pages, "Table", self->element);
  BarnTableBox *table;
  BarnBox *box;

  if (*barn_node_get_caption (node) != '\0')
    {
      Builder inside = *self;

      inside.element = element;
      inside.align = BARN_ALIGN_START;
      box = add_plain_text (&inside, barn_node_get_caption (node), &table_caption_style, "Caption");
      box->keep_next = TRUE;
    }
  table = barn_table_box_new (self->pages, node, self->width - self->x, element);
  if (table == NULL)
    return;

  box = add_box (self, BARN_BOX_TABLE, element);
  box->table = table;
  box->before = 2;
  box->after = 12;
}

/* The headings and their pages, each a link */
static void
build_contents (Builder  *self,
                BarnNode *contents)
{
  BarnNode *body = barn_document_get_body (self->pages->document);
  BarnElement *element;
  guint number = self->shift;

  if (self->numbers == NULL)
    return;

  if (*barn_node_get_caption (contents) != '\0')
    {
      BarnBox *box = add_plain_text (self, barn_node_get_caption (contents), &heading_styles[1], "P");

      box->keep_next = TRUE;
    }

  element = barn_pages_new_element (self->pages, "TOC", self->element);
  for (guint i = 0; i < barn_node_get_n_children (body); i++)
    {
      BarnNode *node = barn_node_get_child (body, i);
      Builder inside = *self;
      g_autofree char *page = NULL;
      BarnBox *box;
      BarnBoxLink link = { 0, G_MAXUINT, NULL, NULL, TRUE };

      if (barn_node_get_kind (node) != BARN_NODE_HEADING)
        continue;
      number++;
      if (barn_node_get_level (node) > barn_node_get_level (contents))
        continue;

      page = g_strdup_printf ("%u", number <= self->numbers->len ? g_array_index (self->numbers, guint, number - 1) + 1 : 0);
      link.href = g_strdup_printf ("#\n%u", number - 1);
      g_ptr_array_add (self->pages->hrefs, (char *) link.href);
      inside.x += INDENT * (barn_node_get_level (node) - 1);
      inside.width -= 2 * INDENT;
      inside.element = barn_pages_new_element (self->pages, "TOCI", element);
      {
        g_autofree char *text = barn_heading_dup_entry (node);

        box = add_plain_text (&inside, text, &list_style, "Reference");
      }
      box->width = self->width;
      box->number = barn_pages_new_layout (self->pages, list_style.size, 0);
      pango_layout_set_text (box->number, page, -1);
      g_array_append_val (box->links, link);
    }
}

/* Blocks */

static void
build_blocks (Builder  *self,
              BarnNode *parent,
              guint     first)
{
  for (guint i = first; i < barn_node_get_n_children (parent); i++)
    {
      BarnNode *node = barn_node_get_child (parent, i);

      switch (barn_node_get_kind (node))
        {
        case BARN_NODE_HEADING:
          build_heading (self, node);
          break;
        case BARN_NODE_PARAGRAPH:
          add_text (self, node, self->style, barn_pages_new_element (self->pages, "P", self->element));
          break;
        case BARN_NODE_LIST:
          build_list (self, node, 0);
          break;
        case BARN_NODE_TABLE:
          build_table (self, node);
          break;
        case BARN_NODE_PAGE_BREAK:
          add_box (self, BARN_BOX_BREAK, NULL);
          break;
        case BARN_NODE_FIGURE:
          build_figure (self, node);
          break;
        case BARN_NODE_CONTENTS:
          build_contents (self, node);
          break;
        case BARN_NODE_BODY:
        case BARN_NODE_LIST_ITEM:
        case BARN_NODE_ROW:
        case BARN_NODE_CELL:
        default:
          g_assert_not_reached ();
        }
    }
}

BarnBoxFlow *
barn_pages_build_cell (BarnPages   *self,
                       BarnNode    *cell,
                       double       width,
                       gboolean     heading,
                       BarnElement *element)
{
  Builder builder = { .pages = self, .flow = barn_box_flow_new (), .element = element, .style = heading ? &cell_heading_style : &cell_style,
                      .width = width, .align = barn_node_get_align (cell) };

  builder.flow->boxes = g_ptr_array_new_with_free_func (free_box);
  if (barn_node_get_n_children (cell) == 0)
    add_text (&builder, cell, builder.style, element);
  else
    build_blocks (&builder, cell, 0);

  return builder.flow;
}

/* Above the title: the logo, and under it who sends the document */
static void
build_letterhead (Builder *self)
{
  BarnDocument *document = self->pages->document;

  if (barn_document_get_logo (document) != NULL)
    {
      BarnBox *box = add_figure (self, barn_document_get_logo (document));

      box->before = 0;
      box->after = *barn_document_get_letterhead (document) != '\0' ? 4 : letterhead_style.after;
      box->keep_next = TRUE;
    }
  if (*barn_document_get_letterhead (document) != '\0')
    add_plain_text (self, barn_document_get_letterhead (document), &letterhead_style, "P")->keep_next = TRUE;
}

static void
build_front (Builder *self)
{
  g_autoptr (GPtrArray) front = barn_document_list_front (self->pages->document);

  for (guint i = 0; i < front->len; i++)
    {
      BarnNode *node = g_ptr_array_index (front, i);
      const char *name = barn_node_get_look (node)->style;
      const gboolean title = strcmp (name, "Title") == 0 && self->rank == 0;
      const Style *style = title ? &title_style : strcmp (name, "Subtitle") == 0 ? &subtitle_style : &date_style;
      BarnBox *box = add_text (self, node, style, barn_pages_new_element (self->pages, title ? "H1" : "P", self->element));

      if (!title)
        continue;
      self->rank = self->shift = 1;
      note_heading (self, box, node);
    }
}

BarnBoxFlow *
barn_pages_build (BarnPages *self,
                  GArray    *numbers)
{
  Builder builder = { .pages = self, .flow = barn_box_flow_new (), .element = self->root, .style = &body_style, .width = BARN_PAGES_TEXT_WIDTH,
                      .numbers = numbers };

  builder.flow->boxes = g_ptr_array_new_with_free_func (free_box);
  build_letterhead (&builder);
  build_front (&builder);
  build_blocks (&builder, barn_document_get_body (self->document), barn_document_count_front (self->document));

  return builder.flow;
}
