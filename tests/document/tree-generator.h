/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document-support.h"

/* Trees of every shape a format can hold, made of a seed */

typedef struct
{
  GRand    *rand;
  gboolean  markdown;  /* leaves out what Markdown has no word for */
  guint     n_ids;
} Generator;

static inline gboolean
chance (Generator *self,
        int        one_in)
{
  return g_rand_int_range (self->rand, 0, one_in) == 0;
}

static inline char *
make_words (Generator *self,
            int        max)
{
  static const char *const words[] = {
    "barn", "åtgärder", "Östra", "ärendet", "får", "komma till tals", "5 < 7 & 8 > 2", "”citat”", "\"rakt\"", "'enkelt'", "😀👩‍👧", "שלום", "العربية",
    "fo\xCC\x88r", "*stjärna*", "_understreck_", "[klammer]", "a|b", "C:\\mapp", "`kod`", "# nummer", "1. ett", "- streck", "&amp;", "<b>", "100 %",
    "...", "--", "$5", "~20", "{#id}", "e.g.", "v. 27", "https://exempel.se", "@någon", "+46", "= lika", ": kolon", "!", "§ 12", "–", "x^2",
  };
  GString *out = g_string_new (NULL);
  int n = g_rand_int_range (self->rand, 1, max + 1);

  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      g_string_append (out, words[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (words))]);
    }

  return g_string_free (out, FALSE);
}

/* Text of one to four spans. Marks touch white space only, where Markdown can't tell them apart otherwise. */
static inline void
add_words (Generator *self,
           BarnNode  *node,
           gboolean   may_break)
{
  int n = g_rand_int_range (self->rand, 1, 5);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = make_words (self, 6);
      BarnSpanStyle style = i % 2 == 1 ? g_rand_int_range (self->rand, 1, 4) : BARN_SPAN_PLAIN;
      const char *href = i % 2 == 1 && chance (self, 4) ? (chance (self, 2) ? "https://exempel.se/sida?a=1&b=2#c" : "#mål") : NULL;

      if (i > 0)
        barn_node_add_span (node, may_break && chance (self, 6) ? "\n" : " ", BARN_SPAN_PLAIN, NULL);
      barn_node_add_span (node, text, style, href);
    }
  if (n > 1)
    barn_node_add_span (node, " slut", BARN_SPAN_PLAIN, NULL);
}

static inline BarnNode *
make_text (Generator    *self,
           BarnNodeKind  kind)
{
  BarnNode *node = barn_node_new (kind);

  add_words (self, node, kind != BARN_NODE_HEADING);
  if (kind == BARN_NODE_HEADING)
    barn_node_set_level (node, g_rand_int_range (self->rand, 1, 7));
  if (kind == BARN_NODE_HEADING && chance (self, 3))
    {
      g_autofree char *id = g_strdup_printf ("mål-%u", ++self->n_ids);

      barn_node_set_id (node, id);
    }

  return node;
}

static inline BarnNode *
make_list (Generator *self,
           guint      depth)
{
  BarnNode *list = barn_node_new_list (g_rand_int_range (self->rand, BARN_LIST_BULLET, BARN_LIST_ROMAN + 1));
  int n = g_rand_int_range (self->rand, 1, 12);

  for (int i = 0; i < n; i++)
    {
      BarnNode *item = barn_node_append (list, barn_node_new (BARN_NODE_LIST_ITEM));

      if (chance (self, 3) && depth < 4)
        {
          barn_node_append (item, make_text (self, BARN_NODE_PARAGRAPH));
          barn_node_append (item, chance (self, 3) ? make_text (self, BARN_NODE_PARAGRAPH) : make_list (self, depth + 1));
          if (chance (self, 3))
            barn_node_append (item, make_text (self, BARN_NODE_PARAGRAPH));
        }
      else
        add_words (self, item, TRUE);
    }

  return list;
}

static inline BarnNode *
make_table (Generator *self,
            guint      depth)
{
  static const guint widths[] = { 20, 50, 30 };
  BarnNode *table = barn_node_new (BARN_NODE_TABLE);
  int n_columns = g_rand_int_range (self->rand, 1, 6);
  int n_rows = g_rand_int_range (self->rand, 2, 8);
  gboolean headings = !self->markdown && chance (self, 3);

  /* A narrow table in a cell gives its columns the room their words need */
  if (!self->markdown && depth == 0 && n_columns == 3 && chance (self, 2))
    barn_node_set_widths (table, widths, 3);
  if (chance (self, 2))
    barn_node_set_caption (table, "Tabell över \"åtgärder\" & status");

  for (int i = 0; i < n_rows; i++)
    {
      BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
      int column = 0;

      barn_node_set_header (row, i == 0 && !headings ? chance (self, 2) : i == 0);
      while (column < n_columns)
        {
          BarnNode *cell = barn_node_append (row, barn_node_new (BARN_NODE_CELL));
          int span = !self->markdown && column > 0 && column + 1 < n_columns && chance (self, 6) ? 2 : 1;

          barn_node_set_spans (cell, span, 1);
          barn_node_set_header (cell, headings && i > 0 && column == 0);
          if (!self->markdown && depth == 0 && chance (self, 5))
            {
              barn_node_append (cell, make_text (self, BARN_NODE_PARAGRAPH));
              if (chance (self, 2))
                barn_node_append (cell, make_list (self, 3));
              barn_node_append (cell, chance (self, 3) ? make_table (self, 1) : make_text (self, BARN_NODE_PARAGRAPH));
            }
          else if (!chance (self, 5) || column == 0)
            add_words (self, cell, TRUE);
          column += span;
        }
    }

  return table;
}

/* A cell over the last two rows of the first column */
static inline void
merge_rows (BarnNode *table)
{
  guint n = barn_node_get_n_children (table);
  BarnNode *row = barn_node_get_child (table, n - 1);
  BarnNode *last = barn_node_append (table, barn_node_new (BARN_NODE_ROW));

  if (barn_node_get_n_children (row) < 2 || barn_node_get_header (row))
    {
      BarnNode *cell = add_text (last, BARN_NODE_CELL, "ensam");

      barn_node_set_header (cell, barn_node_get_header (barn_node_get_child (row, 0)));
      return;
    }

  barn_node_set_spans (barn_node_get_child (row, 0), 1, 2);
  for (guint i = 1; i < barn_node_get_n_children (row); i++)
    barn_node_set_spans (add_text (last, BARN_NODE_CELL, "under"), barn_node_get_col_span (barn_node_get_child (row, i)), 1);
}

static inline BarnDocument *
generate_document (guint32  seed,
                   gboolean markdown)
{
  BarnDocument *document = barn_document_new ();
  BarnNode *body = barn_document_get_body (document);
  Generator self = { g_rand_new_with_seed (seed), markdown, 0 };
  int n = g_rand_int_range (self.rand, 1, 15);

  for (int i = 0; i < n; i++)
    switch (g_rand_int_range (self.rand, 0, 6))
      {
      case 0:
        barn_node_append (body, make_text (&self, BARN_NODE_HEADING));
        break;
      case 1:
        barn_node_append (body, make_list (&self, 0));
        break;
      case 2:
        barn_node_append (body, make_table (&self, 0));
        if (!markdown && chance (&self, 3))
          merge_rows (barn_node_get_child (body, i));
        break;
      case 3:
        barn_node_append (body, markdown ? make_text (&self, BARN_NODE_PARAGRAPH) : barn_node_new (BARN_NODE_PAGE_BREAK));
        break;
      default:
        barn_node_append (body, make_text (&self, BARN_NODE_PARAGRAPH));
        break;
      }
  barn_node_append (body, barn_node_new_text (BARN_NODE_PARAGRAPH, "Slut."));
  g_rand_free (self.rand);

  return document;
}
