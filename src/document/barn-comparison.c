/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-comparison"

#include "config.h"

#include "barn-comparison.h"

#include "barn-diff.h"

/* A paragraph that was removed and one that was added are one that was changed where this part of their words is the same */
#define SAME_WORDS 0.5
/* So many added paragraphs are looked through for each that was removed */
#define N_LOOKED_THROUGH 20
/* A paragraph of more words than this is compared as a whole */
#define MOST_WORDS 20000

/* A word, with the space that follows it */
typedef struct
{
  guint symbol;
  guint start;
  guint end;
} Token;

typedef struct
{
  guint   level;
  guint   symbol; /* the same for the same text of the same level */
  char   *text;
  GArray *tokens; /* of Token; NULL until they are asked for */
  GArray *sorted; /* their symbols, sorted */
} Block;

typedef struct
{
  GPtrArray  *before;
  GPtrArray  *after;
  GHashTable *words;   /* word → symbol */
  GPtrArray  *result;
} Comparison;

static const char *const nicks[] = {
  [BARN_DIFFERENCE_SAME] = "same",
  [BARN_DIFFERENCE_ADDED] = "added",
  [BARN_DIFFERENCE_REMOVED] = "removed",
  [BARN_DIFFERENCE_CHANGED] = "changed",
};

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == BARN_N_DIFFERENCES);

static void
block_free (gpointer data)
{
  Block *self = data;

  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->sorted, g_array_unref);
  g_free (self->text);
  g_free (self);
}

static void
compared_words_free (gpointer data)
{
  BarnComparedWords *self = data;

  g_free (self->text);
  g_free (self);
}

static void
compared_block_free (gpointer data)
{
  BarnComparedBlock *self = data;

  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* The number of a text, the same for the same; takes @text */
static guint
intern (GHashTable *symbols,
        char       *text)
{
  gpointer symbol;

  if (g_hash_table_lookup_extended (symbols, text, NULL, &symbol))
    {
      g_free (text);
      return GPOINTER_TO_UINT (symbol);
    }

  symbol = GUINT_TO_POINTER (g_hash_table_size (symbols));
  g_hash_table_insert (symbols, text, symbol);

  return GPOINTER_TO_UINT (symbol);
}

/* From a tree to a row of blocks */

static void
add_block (GPtrArray  *blocks,
           GHashTable *symbols,
           guint       level,
           const char *text)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\n\t", ' '));
  Block *block;

  if (*line == '\0')
    return;

  block = g_new0 (Block, 1);
  block->level = level;
  block->symbol = intern (symbols, g_strdup_printf ("%u %s", level, line));
  block->text = g_steal_pointer (&line);
  g_ptr_array_add (blocks, block);
}

/* What stands in the node itself, without that of its children */
static char *
dup_own_text (BarnNode *node)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    g_string_append (text, barn_node_get_span (node, i)->text);

  return g_string_free (text, FALSE);
}

/* All text of a cell, on one line */
static void
append_text (GString  *out,
             BarnNode *node)
{
  g_autofree char *text = dup_own_text (node);

  if (*text != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", text);
  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    append_text (out, barn_node_get_child (node, i));
}

static char *
dup_row (BarnNode *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < barn_node_get_n_children (row); i++)
    {
      GString *cell = g_string_new (NULL);

      append_text (cell, barn_node_get_child (row, i));
      g_ptr_array_add (cells, g_string_free (cell, FALSE));
    }
  g_ptr_array_add (cells, NULL);

  return g_strjoinv (" | ", (char **) cells->pdata);
}

static void
add_blocks (GPtrArray  *blocks,
            GHashTable *symbols,
            BarnNode   *node)
{
  g_autofree char *text = NULL;

  switch (barn_node_get_kind (node))
    {
    case BARN_NODE_ROW:
      text = dup_row (node);
      add_block (blocks, symbols, 0, text);
      return;

    case BARN_NODE_TABLE:
      add_block (blocks, symbols, 0, barn_node_get_caption (node));
      break;

    case BARN_NODE_HEADING:
    case BARN_NODE_PARAGRAPH:
    case BARN_NODE_LIST_ITEM:
      text = dup_own_text (node);
      add_block (blocks, symbols, barn_node_get_kind (node) == BARN_NODE_HEADING ? barn_node_get_level (node) : 0, text);
      break;

    case BARN_NODE_BODY:
    case BARN_NODE_LIST:
    case BARN_NODE_CELL:
    case BARN_NODE_PAGE_BREAK:
    case BARN_NODE_FIGURE:
    case BARN_NODE_CONTENTS:
    default:
      break;
    }

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    add_blocks (blocks, symbols, barn_node_get_child (node, i));
}

static GArray *
list_symbols (GPtrArray *blocks)
{
  GArray *symbols = g_array_sized_new (FALSE, FALSE, sizeof (guint), blocks->len);

  for (guint i = 0; i < blocks->len; i++)
    g_array_append_val (symbols, ((Block *) g_ptr_array_index (blocks, i))->symbol);

  return symbols;
}

/* Words */

static int
compare_symbols (gconstpointer a,
                 gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

static GArray *
get_tokens (Comparison *self,
            Block      *block)
{
  const char *p = block->text;

  if (block->tokens != NULL)
    return block->tokens;

  block->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  block->sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  while (*p != '\0')
    {
      const char *start = p;
      Token token = { .start = (guint) (p - block->text) };

      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      token.symbol = intern (self->words, g_strndup (start, p - start));
      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      token.end = (guint) (p - block->text);

      g_array_append_val (block->tokens, token);
      g_array_append_val (block->sorted, token.symbol);
    }
  g_array_sort (block->sorted, compare_symbols);

  return block->tokens;
}

/* Which part of the words of two blocks is the same, 0 to 1, wherever they stand */
static double
get_likeness (Comparison *self,
              Block      *before,
              Block      *after)
{
  guint n_before = get_tokens (self, before)->len;
  guint n_after = get_tokens (self, after)->len;
  guint n_same = 0;

  /* A heading does not become a paragraph */
  if ((before->level > 0) != (after->level > 0))
    return 0;

  for (guint i = 0, j = 0; i < n_before && j < n_after;)
    {
      guint left = g_array_index (before->sorted, guint, i);
      guint right = g_array_index (after->sorted, guint, j);

      n_same += left == right;
      i += left <= right;
      j += right <= left;
    }

  return 2.0 * n_same / (n_before + n_after);
}

static void
add_words (GPtrArray      *words,
           BarnDifference  difference,
           const Block    *block,
           const Token    *first,
           const Token    *last)
{
  BarnComparedWords *piece = g_new0 (BarnComparedWords, 1);

  piece->difference = difference;
  piece->text = g_strndup (block->text + first->start, last->end - first->start);
  g_ptr_array_add (words, piece);
}

static void
add_run (GPtrArray      *words,
         BarnDifference  difference,
         const Block    *block,
         guint           from,
         guint           until)
{
  if (from < until)
    add_words (words, difference, block, &g_array_index (block->tokens, Token, from), &g_array_index (block->tokens, Token, until - 1));
}

static guint *
pair_tokens (Comparison *self,
             GArray     *before,
             GArray     *after)
{
  g_autofree guint *left = g_new (guint, before->len + 1);
  g_autofree guint *right = g_new (guint, after->len + 1);
  guint *partners = g_new (guint, before->len + 1);

  for (guint i = 0; i < before->len; i++)
    left[i] = g_array_index (before, Token, i).symbol;
  for (guint i = 0; i < after->len; i++)
    right[i] = g_array_index (after, Token, i).symbol;

  if (before->len <= MOST_WORDS && after->len <= MOST_WORDS)
    barn_diff (left, before->len, right, after->len, g_hash_table_size (self->words), partners);
  else
    for (guint i = 0; i < before->len; i++)
      partners[i] = BARN_DIFF_NONE;

  return partners;
}

/* Both texts word by word: runs of what was removed, what was added and what stayed */
static GPtrArray *
compare_words (Comparison *self,
               Block      *before,
               Block      *after)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (compared_words_free);
  GArray *left = get_tokens (self, before);
  GArray *right = get_tokens (self, after);
  g_autofree guint *partners = pair_tokens (self, left, right);
  guint i = 0, j = 0;

  while (i < left->len || j < right->len)
    {
      guint from = i;
      guint from_after = j;

      while (i < left->len && partners[i] == BARN_DIFF_NONE)
        i++;
      j = i < left->len ? partners[i] : right->len;
      add_run (words, BARN_DIFFERENCE_REMOVED, before, from, i);
      add_run (words, BARN_DIFFERENCE_ADDED, after, from_after, j);

      from_after = j;
      while (i < left->len && partners[i] == j)
        i++, j++;
      add_run (words, BARN_DIFFERENCE_SAME, after, from_after, j);
    }

  return words;
}

/* Blocks */

static void
add_result (Comparison     *self,
            BarnDifference  difference,
            Block          *before,
            Block          *after)
{
  BarnComparedBlock *block = g_new0 (BarnComparedBlock, 1);
  const Block *shown = after != NULL ? after : before;

  g_assert (shown != NULL);
  block->difference = difference;
  block->level = shown->level;
  block->before = before != NULL ? g_strdup (before->text) : NULL;
  block->after = after != NULL ? g_strdup (after->text) : NULL;
  if (difference == BARN_DIFFERENCE_CHANGED)
    block->words = compare_words (self, before, after);
  g_ptr_array_add (self->result, block);
}

/* The added block that a removed one became, among the next few; @until: there is none */
static guint
find_successor (Comparison *self,
                Block      *before,
                guint       from,
                guint       until)
{
  double best = SAME_WORDS;
  guint found = until;

  for (guint j = from; j < until && j - from < N_LOOKED_THROUGH; j++)
    {
      double likeness = get_likeness (self, before, g_ptr_array_index (self->after, j));

      if (likeness > best || (found == until && likeness >= best))
        {
          best = likeness;
          found = j;
        }
    }

  return found;
}

/* What was removed between two blocks that stayed, and what was added there */
static void
compare_between (Comparison *self,
                 guint       before,
                 guint       until_before,
                 guint       after,
                 guint       until_after)
{
  for (; before < until_before; before++)
    {
      Block *block = g_ptr_array_index (self->before, before);
      guint successor = find_successor (self, block, after, until_after);

      if (successor == until_after)
        {
          add_result (self, BARN_DIFFERENCE_REMOVED, block, NULL);
          continue;
        }
      for (; after < successor; after++)
        add_result (self, BARN_DIFFERENCE_ADDED, NULL, g_ptr_array_index (self->after, after));
      add_result (self, BARN_DIFFERENCE_CHANGED, block, g_ptr_array_index (self->after, after++));
    }
  for (; after < until_after; after++)
    add_result (self, BARN_DIFFERENCE_ADDED, NULL, g_ptr_array_index (self->after, after));
}

static gboolean
compare_blocks (Comparison    *self,
                const guint   *partners,
                GCancellable  *cancellable,
                GError       **error)
{
  guint i = 0, j = 0;

  while (i < self->before->len || j < self->after->len)
    {
      guint from = i;
      guint until_after;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      while (i < self->before->len && partners[i] == BARN_DIFF_NONE)
        i++;
      until_after = i < self->before->len ? partners[i] : self->after->len;
      compare_between (self, from, i, j, until_after);
      j = until_after;
      for (; i < self->before->len && partners[i] == j; i++, j++)
        add_result (self, BARN_DIFFERENCE_SAME, g_ptr_array_index (self->before, i), g_ptr_array_index (self->after, j));
    }

  return TRUE;
}

/**
 * barn_difference_to_nick:
 * @self: a difference
 *
 * Returns: (transfer none): its word in JSON
 */
const char *
barn_difference_to_nick (BarnDifference self)
{
  g_return_val_if_fail ((guint) self < BARN_N_DIFFERENCES, NULL);

  return nicks[self];
}

/**
 * barn_document_compare:
 * @before: the earlier document
 * @after: the later one
 * @cancellable: (nullable): to stop it
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Tells what became of each heading, paragraph, item and row: those that stayed, those that were added and removed, and, word by word,
 * those that say something else. How the text looks makes no difference; of a
 * figure its description is compared, where it has been read from a file.
 *
 * Returns: (transfer full) (element-type BarnComparedBlock): all blocks of both, in order
 */
GPtrArray *
barn_document_compare (BarnDocument  *before,
                       BarnDocument  *after,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GPtrArray) before_blocks = g_ptr_array_new_with_free_func (block_free);
  g_autoptr (GPtrArray) after_blocks = g_ptr_array_new_with_free_func (block_free);
  g_autoptr (GHashTable) symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) result = g_ptr_array_new_with_free_func (compared_block_free);
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) right = NULL;
  g_autofree guint *partners = NULL;
  Comparison self = { before_blocks, after_blocks, words, result };

  g_return_val_if_fail (BARN_IS_DOCUMENT (before), NULL);
  g_return_val_if_fail (BARN_IS_DOCUMENT (after), NULL);

  add_blocks (before_blocks, symbols, barn_document_get_body (before));
  add_blocks (after_blocks, symbols, barn_document_get_body (after));
  left = list_symbols (before_blocks);
  right = list_symbols (after_blocks);
  partners = g_new (guint, left->len + 1);
  barn_diff ((const guint *) left->data, left->len, (const guint *) right->data, right->len, g_hash_table_size (symbols), partners);

  return compare_blocks (&self, partners, cancellable, error) ? g_steal_pointer (&result) : NULL;
}

/**
 * barn_comparison_count:
 * @blocks: (element-type BarnComparedBlock): what barn_document_compare() told
 * @counts: (out caller-allocates): how many of each difference
 *
 * Counts how many blocks became what.
 */
void
barn_comparison_count (GPtrArray *blocks,
                       guint      counts[BARN_N_DIFFERENCES])
{
  g_return_if_fail (blocks != NULL);

  for (guint i = 0; i < BARN_N_DIFFERENCES; i++)
    counts[i] = 0;
  for (guint i = 0; i < blocks->len; i++)
    counts[((BarnComparedBlock *) g_ptr_array_index (blocks, i))->difference]++;
}
