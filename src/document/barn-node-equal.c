/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-node-equal"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"

static gboolean
equal_spans (BarnNode *a,
             BarnNode *b)
{
  guint n = barn_node_get_n_spans (a);

  if (n != barn_node_get_n_spans (b))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const BarnSpan *x = barn_node_get_span (a, i);
      const BarnSpan *y = barn_node_get_span (b, i);

      if (x->style != y->style || strcmp (x->text, y->text) != 0 || g_strcmp0 (x->href, y->href) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
equal_widths (BarnNode *a,
              BarnNode *b)
{
  guint n_a, n_b;
  const guint *x = barn_node_get_widths (a, &n_a);
  const guint *y = barn_node_get_widths (b, &n_b);

  return n_a == n_b && (n_a == 0 || memcmp (x, y, n_a * sizeof (guint)) == 0);
}

static gboolean
equal_attributes (BarnNode *a,
                  BarnNode *b)
{
  return barn_node_get_level (a) == barn_node_get_level (b) && barn_node_get_list_style (a) == barn_node_get_list_style (b)
         && barn_node_get_header (a) == barn_node_get_header (b) && barn_node_get_col_span (a) == barn_node_get_col_span (b)
         && barn_node_get_row_span (a) == barn_node_get_row_span (b) && g_strcmp0 (barn_node_get_id (a), barn_node_get_id (b)) == 0
         && strcmp (barn_node_get_caption (a), barn_node_get_caption (b)) == 0;
}

/**
 * barn_node_equal:
 * @a: a node
 * @b: another
 *
 * Whether both say the same: kind, text, marks, structure. How they looked in their sources (look, label) does not count.
 *
 * Returns: %TRUE if they do
 */
gboolean
barn_node_equal (BarnNode *a,
                 BarnNode *b)
{
  guint n;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;

  n = barn_node_get_n_children (a);
  if (barn_node_get_kind (a) != barn_node_get_kind (b) || n != barn_node_get_n_children (b) || !equal_attributes (a, b)
      || !equal_widths (a, b) || !equal_spans (a, b))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!barn_node_equal (barn_node_get_child (a, i), barn_node_get_child (b, i)))
      return FALSE;

  return TRUE;
}
