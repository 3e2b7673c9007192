/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-text-writer"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"
#include "barn-figure-private.h"
#include "barn-label.h"

/* Plain text: a block a line, a blank line between blocks, items with their signs, rows of tables with their cells behind each other */

static void write_blocks (GString    *out,
                          BarnNode   *parent,
                          guint       first,
                          const char *indent);

static void
append_indented (GString    *out,
                 const char *text,
                 const char *indent)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, indent);
      g_string_append (out, lines[i]);
      g_string_append_c (out, '\n');
    }
}

static char *
dup_sign (BarnNode *list,
          guint     index)
{
  static const BarnLabelKind kinds[] = { BARN_LABEL_BULLET, BARN_LABEL_DECIMAL, BARN_LABEL_LOWER_LETTER, BARN_LABEL_LOWER_ROMAN };
  BarnListStyle style = barn_node_get_list_style (list);
  GString *sign;

  if (style == BARN_LIST_BULLET)
    return g_strdup ("• ");

  sign = g_string_new (NULL);
  barn_label_append (sign, kinds[style], index + 1);
  g_string_append (sign, style == BARN_LIST_ALPHA ? ") " : ". ");

  return g_string_free (sign, FALSE);
}

static void
write_list (GString    *out,
            BarnNode   *list,
            const char *indent)
{
  for (guint i = 0; i < barn_node_get_n_children (list); i++)
    {
      BarnNode *item = barn_node_get_child (list, i);
      g_autofree char *sign = dup_sign (list, i);
      g_autofree char *deeper = g_strdup_printf ("%s%*s", indent, (int) g_utf8_strlen (sign, -1), "");

      g_string_append (out, indent);
      g_string_append (out, sign);
      if (barn_node_get_n_children (item) == 0)
        {
          g_autofree char *text = barn_node_dup_text (item);

          append_indented (out, text, deeper);
        }
      else
        {
          gsize start = out->len;

          write_blocks (out, item, 0, deeper);
          /* The first block stands behind the sign */
          if (g_str_has_prefix (out->str + start, deeper))
            g_string_erase (out, start, strlen (deeper));
        }
    }
}

static void
write_table (GString    *out,
             BarnNode   *table,
             const char *indent)
{
  if (*barn_node_get_caption (table) != '\0')
    g_string_append_printf (out, "%s%s\n\n", indent, barn_node_get_caption (table));

  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);

      if (i > 0)
        g_string_append_c (out, '\n');
      for (guint j = 0; j < barn_node_get_n_children (row); j++)
        {
          g_autofree char *text = barn_node_dup_text (barn_node_get_child (row, j));

          g_string_append (out, indent);
          append_indented (out, text, indent);
        }
    }
}

static void
write_text (GString    *out,
            BarnNode   *node,
            const char *indent)
{
  g_autofree char *text = barn_node_dup_text (node);

  g_string_append (out, indent);
  append_indented (out, text, indent);
}

static void
write_figure (GString    *out,
              BarnNode   *node,
              const char *indent)
{
  g_autofree char *text = barn_figure_dup_full_text (barn_node_get_figure (node));

  g_string_append (out, indent);
  if (*barn_node_get_caption (node) != '\0')
    g_string_append_printf (out, "%s\n%s", barn_node_get_caption (node), indent);
  append_indented (out, text, indent);
}

static void
write_blocks (GString    *out,
              BarnNode   *parent,
              guint       first,
              const char *indent)
{
  gboolean in_body = barn_node_get_kind (parent) == BARN_NODE_BODY;

  for (guint i = first; i < barn_node_get_n_children (parent); i++)
    {
      BarnNode *node = barn_node_get_child (parent, i);

      if (barn_node_get_kind (node) == BARN_NODE_CONTENTS)
        continue;
      if (in_body && out->len > 0 && out->str[out->len - 1] != '\f')
        g_string_append_c (out, '\n');

      switch (barn_node_get_kind (node))
        {
        case BARN_NODE_LIST:
          write_list (out, node, indent);
          break;
        case BARN_NODE_TABLE:
          write_table (out, node, indent);
          break;
        case BARN_NODE_PAGE_BREAK:
          g_string_append_c (out, '\f');
          break;
        case BARN_NODE_FIGURE:
          write_figure (out, node, indent);
          break;
        case BARN_NODE_HEADING:
        case BARN_NODE_PARAGRAPH:
        case BARN_NODE_LIST_ITEM:
        case BARN_NODE_CELL:
        case BARN_NODE_BODY:
        case BARN_NODE_ROW:
        case BARN_NODE_CONTENTS:
        default:
          write_text (out, node, indent);
          break;
        }
    }
}

/**
 * barn_text_write:
 * @document: a document
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): @document as plain text in UTF-8
 */
GBytes *
barn_text_write (BarnDocument  *document,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GPtrArray) front = barn_document_list_front (document);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < front->len; i++)
    write_text (out, g_ptr_array_index (front, i), "");
  /* Under the title, which a reader of plain text knows by its place */
  if (*barn_document_get_letterhead (document) != '\0')
    g_string_append_printf (out, "%s\n", barn_document_get_letterhead (document));
  write_blocks (out, barn_document_get_body (document), barn_document_count_front (document), "");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
