/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"

/* What the tests of documents share */

static inline BarnDocument *
read_data (const void  *data,
           gsize        size,
           const char  *name,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return barn_document_read_bytes (bytes, name, NULL, error);
}

static inline void
dump_node (BarnNode *node,
           GString  *out)
{
  static const char *const names[] = { "body", "h", "p", "list", "item", "table", "row", "cell", "break" };
  static const char *const styles[] = { "bullet", "decimal", "alpha", "roman" };
  BarnNodeKind kind = barn_node_get_kind (node);

  if (kind != BARN_NODE_BODY)
    {
      g_string_append_c (out, '(');
      g_string_append (out, names[kind]);
      if (kind == BARN_NODE_HEADING)
        g_string_append_printf (out, "%u", barn_node_get_level (node));
      if (kind == BARN_NODE_LIST)
        g_string_append_printf (out, " %s", styles[barn_node_get_list_style (node)]);
      if (*barn_node_get_label (node) != '\0')
        g_string_append_printf (out, " ‹%s›", barn_node_get_label (node));
      if (barn_node_get_header (node))
        g_string_append (out, " header");
      if (barn_node_get_col_span (node) > 1 || barn_node_get_row_span (node) > 1)
        g_string_append_printf (out, " %ux%u", barn_node_get_col_span (node), barn_node_get_row_span (node));
      if (*barn_node_get_caption (node) != '\0')
        g_string_append_printf (out, " caption=%s", barn_node_get_caption (node));
      if (barn_node_get_id (node) != NULL)
        g_string_append_printf (out, " #%s", barn_node_get_id (node));
    }

  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    {
      const BarnSpan *span = barn_node_get_span (node, i);
      g_autofree char *text = g_strescape (span->text, NULL);
      g_autofree char *plain = g_strcompress (text);

      g_string_append_c (out, ' ');
      if (span->style & BARN_SPAN_BOLD)
        g_string_append_c (out, '*');
      if (span->style & BARN_SPAN_ITALIC)
        g_string_append_c (out, '/');
      g_string_append_printf (out, "“%s”", plain);
      if (span->href != NULL)
        g_string_append_printf (out, "→%s", span->href);
    }

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    {
      if (out->len > 0)
        g_string_append_c (out, ' ');
      dump_node (barn_node_get_child (node, i), out);
    }

  if (kind != BARN_NODE_BODY)
    g_string_append_c (out, ')');
}

/* The tree in a line, for comparing with what is expected */
static inline char *
dump (BarnDocument *document)
{
  GString *out = g_string_new (NULL);

  dump_node (barn_document_get_body (document), out);

  return g_string_free (out, FALSE);
}
