/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the tree of each file, a block a line: for looking at what a reader makes of a document */

#include <locale.h>

#include "document-support.h"

static void
print_node (BarnNode *node,
            guint     depth)
{
  static const char *const names[] = { "body", "h", "p", "list", "item", "table", "row", "cell", "break" };
  const BarnLook *look = barn_node_get_look (node);
  g_autofree char *text = NULL;

  if (barn_node_get_kind (node) != BARN_NODE_BODY)
    {
      g_autoptr (BarnNode) copy = barn_node_new (BARN_NODE_PARAGRAPH);

      for (guint i = 0; i < barn_node_get_n_spans (node); i++)
        {
          const BarnSpan *span = barn_node_get_span (node, i);

          barn_node_add_span (copy, span->text, span->style, span->href);
        }
      text = barn_node_dup_text (copy);
      g_print ("%*s%s%.0u ‹%s› [%s%s %.1fpt in %.0f %s] %s %s\n", (int) depth * 2, "", names[barn_node_get_kind (node)],
               barn_node_get_level (node), barn_node_get_label (node), look->bold ? "b" : "", look->italic ? "i" : "", look->size,
               look->indent, look->style != NULL ? look->style : "", barn_node_get_header (node) ? "header" : "", text);
    }

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    print_node (barn_node_get_child (node, i), depth + 1);
}

int
main (int   argc,
      char *argv[])
{
  int status = 0;

  setlocale (LC_ALL, "");

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (BarnDocument) document = barn_document_read (file, NULL, &error);

      if (document == NULL)
        {
          g_printerr ("%s: %s (%d)\n", argv[i], error->message, error->code);
          status = 1;
          continue;
        }

      g_print ("%s: “%s” “%s” “%s” %s %s\n", argv[i], barn_document_get_title (document), barn_document_get_subject (document),
               barn_document_get_author (document), barn_document_get_language (document), barn_document_get_date (document));
      print_node (barn_document_get_body (document), 0);
    }

  return status;
}
