/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-node"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"
#include "barn-node-private.h"

G_DEFINE_BOXED_TYPE (BarnNode, barn_node, barn_node_ref, barn_node_unref)

static void
clear_span (gpointer data)
{
  BarnSpan *span = data;

  g_free (span->text);
  g_free (span->href);
}

static gboolean
carries_text (BarnNodeKind kind)
{
  switch (kind)
    {
    case BARN_NODE_HEADING:
    case BARN_NODE_PARAGRAPH:
    case BARN_NODE_LIST_ITEM:
    case BARN_NODE_CELL:
      return TRUE;
    case BARN_NODE_BODY:
    case BARN_NODE_LIST:
    case BARN_NODE_TABLE:
    case BARN_NODE_ROW:
    case BARN_NODE_PAGE_BREAK:
    case BARN_NODE_FIGURE:
    case BARN_NODE_CONTENTS:
    default:
      return FALSE;
    }
}

static gboolean
may_hold (BarnNodeKind parent,
          BarnNodeKind child)
{
  switch (parent)
    {
    case BARN_NODE_BODY:
      return child != BARN_NODE_BODY && child != BARN_NODE_LIST_ITEM && child != BARN_NODE_ROW && child != BARN_NODE_CELL;
    case BARN_NODE_LIST:
      return child == BARN_NODE_LIST_ITEM;
    case BARN_NODE_TABLE:
      return child == BARN_NODE_ROW;
    case BARN_NODE_ROW:
      return child == BARN_NODE_CELL;
    case BARN_NODE_LIST_ITEM:
    case BARN_NODE_CELL:
      return child == BARN_NODE_PARAGRAPH || child == BARN_NODE_LIST || child == BARN_NODE_TABLE || child == BARN_NODE_FIGURE;
    case BARN_NODE_HEADING:
    case BARN_NODE_PARAGRAPH:
    case BARN_NODE_PAGE_BREAK:
    case BARN_NODE_FIGURE:
    case BARN_NODE_CONTENTS:
    default:
      return FALSE;
    }
}

/**
 * barn_node_new:
 * @kind: what it is
 *
 * Makes an empty node. A heading is of level 1, a table of contents lists headings down to level 3, a cell spans one column and one row.
 *
 * Returns: (transfer full): the node
 */
BarnNode *
barn_node_new (BarnNodeKind kind)
{
  BarnNode *self = g_new0 (BarnNode, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->level = kind == BARN_NODE_HEADING ? 1 : kind == BARN_NODE_CONTENTS ? 3 : 0;
  self->col_span = 1;
  self->row_span = 1;

  return self;
}

/**
 * barn_node_new_text:
 * @kind: a kind that carries text
 * @text: its plain text
 *
 * Returns: (transfer full): a node with one plain span
 */
BarnNode *
barn_node_new_text (BarnNodeKind  kind,
                    const char   *text)
{
  BarnNode *self;

  g_return_val_if_fail (carries_text (kind), NULL);

  self = barn_node_new (kind);
  barn_node_add_span (self, text, BARN_SPAN_PLAIN, NULL);

  return self;
}

/**
 * barn_node_new_heading:
 * @level: 1 to 6
 * @text: its plain text
 *
 * Returns: (transfer full): a heading
 */
BarnNode *
barn_node_new_heading (guint       level,
                       const char *text)
{
  BarnNode *self = barn_node_new_text (BARN_NODE_HEADING, text);

  barn_node_set_level (self, level);

  return self;
}

/**
 * barn_node_new_list:
 * @style: what stands before its items
 *
 * Returns: (transfer full): an empty list
 */
BarnNode *
barn_node_new_list (BarnListStyle style)
{
  BarnNode *self = barn_node_new (BARN_NODE_LIST);

  self->list_style = style;

  return self;
}

/**
 * barn_node_new_figure:
 * @figure: what is seen
 *
 * Returns: (transfer full): a block that shows it
 */
BarnNode *
barn_node_new_figure (BarnFigure *figure)
{
  BarnNode *self;

  g_return_val_if_fail (figure != NULL, NULL);

  self = barn_node_new (BARN_NODE_FIGURE);
  self->figure = barn_figure_ref (figure);

  return self;
}

/**
 * barn_node_get_figure:
 * @self: a figure's node
 *
 * Returns: (transfer none): what is seen
 */
BarnFigure *
barn_node_get_figure (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->kind == BARN_NODE_FIGURE, NULL);

  return self->figure;
}

/**
 * barn_node_new_contents:
 * @caption: its heading; "" for none
 *
 * Returns: (transfer full): the place of a table of contents, which each format makes of the headings. A paged document has one from five pages.
 */
BarnNode *
barn_node_new_contents (const char *caption)
{
  BarnNode *self = barn_node_new (BARN_NODE_CONTENTS);

  barn_node_set_caption (self, caption);

  return self;
}

/**
 * barn_node_ref:
 * @self: a node
 *
 * Returns: (transfer full): @self, held once more
 */
BarnNode *
barn_node_ref (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * barn_node_unref:
 * @self: (transfer full): a node
 *
 * Lets go of @self; with the last hold it goes, and its children with it.
 */
void
barn_node_unref (BarnNode *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->widths, g_array_unref);
  g_clear_pointer (&self->figure, barn_figure_unref);
  g_free (self->label);
  g_free (self->caption);
  g_free (self->id);
  g_clear_pointer (&self->style, g_ref_string_release);
  g_free (self);
}

/**
 * barn_node_get_kind:
 * @self: a node
 *
 * Returns: what it is
 */
BarnNodeKind
barn_node_get_kind (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, BARN_NODE_BODY);

  return self->kind;
}

/**
 * barn_node_append:
 * @self: a node
 * @child: (transfer full): a node of a kind that may stand in @self
 *
 * Puts @child last in @self, which owns it from now on.
 *
 * Returns: (transfer none): @child
 */
BarnNode *
barn_node_append (BarnNode *self,
                  BarnNode *child)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (child != NULL, NULL);
  g_return_val_if_fail (may_hold (self->kind, child->kind), child);

  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_node_unref);

  g_ptr_array_add (self->children, child);

  return child;
}

/**
 * barn_node_get_n_children:
 * @self: a node
 *
 * Returns: how many nodes stand in it
 */
guint
barn_node_get_n_children (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->children != NULL ? self->children->len : 0;
}

/**
 * barn_node_get_child:
 * @self: a node
 * @index: which, from 0
 *
 * Returns: (transfer none): the child
 */
BarnNode *
barn_node_get_child (BarnNode *self,
                     guint     index)
{
  g_return_val_if_fail (index < barn_node_get_n_children (self), NULL);

  return g_ptr_array_index (self->children, index);
}

/**
 * barn_node_remove_last:
 * @self: a node with children
 *
 * Takes the last child out. For readers that learn late what a block is.
 *
 * Returns: (transfer full): the child
 */
BarnNode *
barn_node_remove_last (BarnNode *self)
{
  g_return_val_if_fail (barn_node_get_n_children (self) > 0, NULL);

  return g_ptr_array_steal_index (self->children, self->children->len - 1);
}

/**
 * barn_node_move_spans:
 * @self: the node whose text it was
 * @target: a node that carries text
 *
 * Puts the text of @self behind that of @target. @self has none after it.
 */
void
barn_node_move_spans (BarnNode *self,
                      BarnNode *target)
{
  g_return_if_fail (self != NULL && target != NULL && self != target);

  for (guint i = 0; i < barn_node_get_n_spans (self); i++)
    {
      const BarnSpan *span = barn_node_get_span (self, i);

      barn_node_add_span (target, span->text, span->style, span->href);
    }

  g_clear_pointer (&self->spans, g_array_unref);
}

/**
 * barn_node_unfold:
 * @self: a list item or a cell
 *
 * Makes text of its own a paragraph in it, so that more blocks can follow.
 */
void
barn_node_unfold (BarnNode *self)
{
  BarnNode *paragraph;

  if (barn_node_get_n_children (self) > 0)
    return;

  paragraph = barn_node_new (BARN_NODE_PARAGRAPH);
  barn_node_set_look (paragraph, barn_node_get_look (self));
  barn_node_move_spans (self, paragraph);
  barn_node_append (self, paragraph);
}

/**
 * barn_node_fold:
 * @self: a list item or a cell
 *
 * If all that stands in it is one paragraph, it carries that text itself.
 */
void
barn_node_fold (BarnNode *self)
{
  BarnNode *only;

  if (barn_node_get_n_children (self) != 1 || barn_node_get_kind (barn_node_get_child (self, 0)) != BARN_NODE_PARAGRAPH)
    return;

  only = barn_node_remove_last (self);
  barn_node_set_look (self, barn_node_get_look (only));
  if (barn_node_get_id (self) == NULL)
    barn_node_set_id (self, barn_node_get_id (only));
  barn_node_move_spans (only, self);
  barn_node_unref (only);
}

/* Puts @text behind @span, whose memory grows by doubling: a paragraph can come in a million runs */
static void
extend_span (BarnNode   *self,
             BarnSpan   *span,
             const char *text)
{
  gsize start = self->last_length;
  g_autofree char *joined = NULL;
  g_autofree char *seam = NULL;
  gsize length;

  /* A mark that comes alone belongs to the letter before it: both are normalized anew */
  if (barn_text_may_compose (g_utf8_get_char (text)))
    {
      const char *p = span->text + start;

      for (guint i = 0; i < 32 && p > span->text; i++)
        {
          p = g_utf8_prev_char (p);
          if (!barn_text_may_compose (g_utf8_get_char (p)))
            break;
        }
      start = p - span->text;
      joined = g_strconcat (p, text, NULL);
      seam = g_utf8_normalize (joined, -1, G_NORMALIZE_NFC);
      text = seam;
    }

  length = strlen (text);
  if (start + length + 1 > self->last_size)
    {
      self->last_size = (start + length + 1) * 2;
      span->text = g_realloc (span->text, self->last_size);
    }
  memcpy (span->text + start, text, length + 1);
  self->last_length = start + length;
}

/**
 * barn_node_add_span:
 * @self: a heading, paragraph, list item or cell
 * @text: its text; made clean (NFC, no control characters, tabs as spaces, no soft hyphens)
 * @style: how it is marked
 * @href: (nullable): where it leads; "#id" is a node of the same document
 *
 * Puts text behind what stands there. Text marked like the span before it joins that span.
 */
void
barn_node_add_span (BarnNode      *self,
                    const char    *text,
                    BarnSpanStyle  style,
                    const char    *href)
{
  BarnSpan span = { NULL, style, NULL };

  g_return_if_fail (self != NULL);
  g_return_if_fail (carries_text (self->kind));
  g_return_if_fail (text != NULL);

  span.text = barn_text_clean (text);
  if (*span.text == '\0')
    {
      g_free (span.text);
      return;
    }

  if (self->spans == NULL)
    {
      self->spans = g_array_new (FALSE, FALSE, sizeof (BarnSpan));
      g_array_set_clear_func (self->spans, clear_span);
    }

  if (self->spans->len > 0)
    {
      BarnSpan *last = &g_array_index (self->spans, BarnSpan, self->spans->len - 1);

      if (last->style == style && g_strcmp0 (last->href, href) == 0)
        {
          extend_span (self, last, span.text);
          g_free (span.text);
          return;
        }
    }

  span.href = href != NULL && *href != '\0' ? barn_text_clean (href) : NULL;
  self->last_length = strlen (span.text);
  self->last_size = self->last_length + 1;
  g_array_append_val (self->spans, span);
}

/**
 * barn_node_get_n_spans:
 * @self: a node
 *
 * Returns: how many runs of characters its text has
 */
guint
barn_node_get_n_spans (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spans != NULL ? self->spans->len : 0;
}

/**
 * barn_node_get_span:
 * @self: a node
 * @index: which, from 0
 *
 * Returns: (transfer none): the run; valid until text is added to @self
 */
const BarnSpan *
barn_node_get_span (BarnNode *self,
                    guint     index)
{
  g_return_val_if_fail (index < barn_node_get_n_spans (self), NULL);

  return &g_array_index (self->spans, BarnSpan, index);
}

static void
collect_text (BarnNode *self,
              GString  *out)
{
  for (guint i = 0; i < barn_node_get_n_spans (self); i++)
    g_string_append (out, barn_node_get_span (self, i)->text);

  for (guint i = 0; i < barn_node_get_n_children (self); i++)
    {
      if (out->len > 0 && out->str[out->len - 1] != '\n')
        g_string_append_c (out, '\n');
      collect_text (barn_node_get_child (self, i), out);
    }
}

/**
 * barn_node_dup_text:
 * @self: a node
 *
 * Returns: (transfer full): its text without marks, then that of what stands in it, a line each
 */
char *
barn_node_dup_text (BarnNode *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  collect_text (self, out);

  return g_string_free (out, FALSE);
}

/**
 * barn_node_get_level:
 * @self: a node
 *
 * Returns: 1 to 6 for a heading, the deepest that is listed for a table of contents, 0 for any other node
 */
guint
barn_node_get_level (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level;
}

/**
 * barn_node_set_level:
 * @self: a heading, or a table of contents
 * @level: 1 to 6; anything beyond becomes the nearest of them
 */
void
barn_node_set_level (BarnNode *self,
                     guint     level)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->kind == BARN_NODE_HEADING || self->kind == BARN_NODE_CONTENTS);

  self->level = CLAMP (level, 1, 6);
}

/**
 * barn_node_get_list_style:
 * @self: a list
 *
 * Returns: what stands before its items
 */
BarnListStyle
barn_node_get_list_style (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, BARN_LIST_BULLET);

  return self->list_style;
}

/**
 * barn_node_get_label:
 * @self: a list item, or a heading
 *
 * Returns: what the reader of the source saw before it ("•", "2.", "1.1"), or ""
 */
const char *
barn_node_get_label (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->label != NULL ? self->label : "";
}

/**
 * barn_node_set_label:
 * @self: a list item, or a heading
 * @label: (nullable): what the reader of the source saw before it
 */
void
barn_node_set_label (BarnNode   *self,
                     const char *label)
{
  g_return_if_fail (self != NULL);

  g_free (self->label);
  self->label = label != NULL ? barn_text_clean (label) : NULL;
}

/**
 * barn_node_get_id:
 * @self: a node
 *
 * Returns: (nullable): what a link to it is called, without the #
 */
const char *
barn_node_get_id (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * barn_node_set_id:
 * @self: a node
 * @id: (nullable): what a link to it is called, without the #; unique in its document
 */
void
barn_node_set_id (BarnNode   *self,
                  const char *id)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  self->id = id != NULL ? barn_text_clean (id) : NULL;
}

/**
 * barn_node_get_look:
 * @self: a node
 *
 * Returns: (transfer none): how it looked in its source
 */
const BarnLook *
barn_node_get_look (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->look;
}

/**
 * barn_node_set_look:
 * @self: a node
 * @look: how it looked in its source; copied
 */
void
barn_node_set_look (BarnNode       *self,
                    const BarnLook *look)
{
  char *before;

  g_return_if_fail (self != NULL);
  g_return_if_fail (look != NULL);

  before = self->style;
  self->look = *look;
  /* A document has few styles and many paragraphs */
  self->style = look->style != NULL ? g_ref_string_new_intern (look->style) : NULL;
  self->look.style = self->style;
  g_clear_pointer (&before, g_ref_string_release);
}
