/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-node-table"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"
#include "barn-node-private.h"

/* What a table, its rows and its cells say of themselves */

/**
 * barn_node_get_header:
 * @self: a row or a cell
 *
 * Returns: whether it is a header
 */
gboolean
barn_node_get_header (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->header;
}

/**
 * barn_node_set_header:
 * @self: a row, or a cell that heads its row
 * @header: whether it is a header
 *
 * The cells of a header row are headers without a mark of their own.
 */
void
barn_node_set_header (BarnNode *self,
                      gboolean  header)
{
  g_return_if_fail (self != NULL);

  self->header = !!header;
}

/**
 * barn_node_get_col_span:
 * @self: a cell
 *
 * Returns: how many columns it takes
 */
guint
barn_node_get_col_span (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->col_span;
}

/**
 * barn_node_get_row_span:
 * @self: a cell
 *
 * Returns: how many rows it takes
 */
guint
barn_node_get_row_span (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->row_span;
}

/**
 * barn_node_set_spans:
 * @self: a cell
 * @columns: how many columns it takes, 1 or more
 * @rows: how many rows it takes, 1 or more
 */
void
barn_node_set_spans (BarnNode *self,
                     guint     columns,
                     guint     rows)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (columns > 0 && rows > 0);

  self->col_span = columns;
  self->row_span = rows;
}

/**
 * barn_node_get_align:
 * @self: a cell
 *
 * Returns: to which side its text goes
 */
BarnAlign
barn_node_get_align (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, BARN_ALIGN_START);

  return self->align;
}

/**
 * barn_node_set_align:
 * @self: a cell
 * @align: to which side its text goes; figures go to the end, so that they stand under each other
 *
 * A matter of looks: two trees that differ in it alone are equal.
 */
void
barn_node_set_align (BarnNode  *self,
                     BarnAlign  align)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->kind == BARN_NODE_CELL);

  self->align = align;
}

/**
 * barn_node_get_caption:
 * @self: a table, a figure or a table of contents
 *
 * Returns: what it is called, or ""
 */
const char *
barn_node_get_caption (BarnNode *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->caption != NULL ? self->caption : "";
}

/**
 * barn_node_set_caption:
 * @self: a table, a figure or a table of contents
 * @caption: (nullable): what it is called: shown above a table and under a figure where the format can, and read out by a screen reader
 */
void
barn_node_set_caption (BarnNode   *self,
                       const char *caption)
{
  g_return_if_fail (self != NULL);

  g_free (self->caption);
  self->caption = caption != NULL ? barn_text_clean (caption) : NULL;
}

/**
 * barn_node_set_widths:
 * @self: a table
 * @per_cent: (array length=n_columns): width of each column
 * @n_columns: how many
 *
 * Without widths the columns are as wide as their text wants.
 */
void
barn_node_set_widths (BarnNode    *self,
                      const guint *per_cent,
                      guint        n_columns)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->kind == BARN_NODE_TABLE);

  g_clear_pointer (&self->widths, g_array_unref);
  if (n_columns == 0)
    return;

  self->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->widths, per_cent, n_columns);
}

/**
 * barn_node_get_widths:
 * @self: a table
 * @n_columns: (out): how many
 *
 * Returns: (array length=n_columns) (nullable): width of each column in per cent, %NULL where none were set
 */
const guint *
barn_node_get_widths (BarnNode *self,
                      guint    *n_columns)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_columns != NULL, NULL);

  *n_columns = self->widths != NULL ? self->widths->len : 0;

  return self->widths != NULL ? (const guint *) (gconstpointer) self->widths->data : NULL;
}

/**
 * barn_node_take_caption:
 * @self: a table that was read
 * @parent: what it will stand in
 * @style: of the paragraph that shows a caption
 *
 * Where such a paragraph stands last in @parent and does not contradict what the table is called, it is the table's caption and no text of its own.
 */
void
barn_node_take_caption (BarnNode   *self,
                        BarnNode   *parent,
                        const char *style)
{
  guint n = barn_node_get_n_children (parent);
  BarnNode *last = n > 0 ? barn_node_get_child (parent, n - 1) : NULL;
  g_autofree char *text = NULL;

  if (last == NULL || last->kind != BARN_NODE_PARAGRAPH || g_strcmp0 (last->look.style, style) != 0)
    return;

  text = barn_node_dup_text (last);
  if (*barn_node_get_caption (self) != '\0' && strcmp (text, barn_node_get_caption (self)) != 0)
    return;

  barn_node_set_caption (self, text);
  barn_node_unref (barn_node_remove_last (parent));
}
