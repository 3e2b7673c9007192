/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "barn-comparison.h"

#include <string.h>

static BarnDocument *
read_markdown (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BarnDocument *document = barn_document_read_bytes (bytes, "x.md", NULL, &error);

  g_assert_no_error (error);

  return document;
}

static GPtrArray *
compare (const char *before,
         const char *after)
{
  g_autoptr (BarnDocument) left = read_markdown (before);
  g_autoptr (BarnDocument) right = read_markdown (after);
  g_autoptr (GError) error = NULL;
  GPtrArray *blocks = barn_document_compare (left, right, NULL, &error);

  g_assert_no_error (error);

  return blocks;
}

/* A line for each block: its sign and text, with the words that were changed between [- -] and {+ +} */
static char *
dup_told (GPtrArray *blocks)
{
  static const char *const signs[] = { " ", "+", "-", "~" };
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      BarnComparedBlock *block = g_ptr_array_index (blocks, i);

      g_string_append (told, signs[block->difference]);
      for (guint j = 0; j < block->level; j++)
        g_string_append_c (told, '#');
      for (guint j = 0; block->words != NULL && j < block->words->len; j++)
        {
          BarnComparedWords *words = g_ptr_array_index (block->words, j);

          g_string_append_printf (told, words->difference == BARN_DIFFERENCE_REMOVED ? "[-%s-]" :
                                        words->difference == BARN_DIFFERENCE_ADDED ? "{+%s+}" : "%s", words->text);
        }
      if (block->words == NULL)
        g_string_append (told, block->after != NULL ? block->after : block->before);
      g_string_append_c (told, '\n');
    }

  return g_string_free (told, FALSE);
}

static void
assert_told (const char *before,
             const char *after,
             const char *expected)
{
  g_autoptr (GPtrArray) blocks = compare (before, after);
  g_autofree char *told = dup_told (blocks);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_nothing_changed (void)
{
  assert_told ("# Barnbokslut\n\nVi frågar barnen.\n", "# Barnbokslut\n\nVi frågar barnen.\n",
               " #Barnbokslut\n Vi frågar barnen.\n");
}

static void
test_added_and_removed (void)
{
  assert_told ("# Ett\n\nFörsta stycket.\n\nDet här ska bort.\n\nSista stycket.\n",
               "# Ett\n\nFörsta stycket.\n\nSista stycket.\n\nNytt på slutet.\n",
               " #Ett\n Första stycket.\n-Det här ska bort.\n Sista stycket.\n+Nytt på slutet.\n");
  assert_told ("Ett.\n", "Helt annan text.\n", "-Ett.\n+Helt annan text.\n");
}

/* A paragraph with other words is one that was changed, and tells which words; one between it and the next that is new is added */
static void
test_changed (void)
{
  assert_told ("Vi frågar barnen två gånger om året.\n", "Vi frågar alla barn två gånger om året.\n",
               "~Vi frågar [-barnen -]{+alla barn +}två gånger om året.\n");
  assert_told ("Först som förut.\n\nVi frågar barnen två gånger om året.\n\nSist som förut.\n",
               "Först som förut.\n\nNytt.\n\nVi frågar barnen fyra gånger om året.\n\nSist som förut.\n",
               " Först som förut.\n+Nytt.\n~Vi frågar barnen [-två -]{+fyra +}gånger om året.\n Sist som förut.\n");
  /* A heading does not become a paragraph of the same words */
  assert_told ("# Barnets rätt i år\n", "Barnets rätt i år nu\n", "-#Barnets rätt i år\n+Barnets rätt i år nu\n");
}

/* Items and rows are compared as paragraphs are; a number that moved on is not a change of what stands behind it */
static void
test_lists_and_tables (void)
{
  assert_told ("1. Ett\n2. Två\n3. Tre\n", "1. Två\n2. Tre\n", "-Ett\n Två\n Tre\n");
  assert_told ("| Område | Status |\n|---|---|\n| Barnets röst | Påbörjad |\n| Lokaler | Pausad |\n",
               "| Område | Status |\n|---|---|\n| Barnets röst | Genomförd |\n| Lokaler | Pausad |\n",
               " Område | Status\n~Barnets röst | [-Påbörjad-]{+Genomförd+}\n Lokaler | Pausad\n");
}

static void
test_count (void)
{
  g_autoptr (GPtrArray) blocks = compare ("Alfa.\n\nBeta är här i dag.\n\nGamma.\n", "Alfa.\n\nBeta är här i går.\n\nDelta.\n\nEta.\n");
  guint counts[BARN_N_DIFFERENCES];

  barn_comparison_count (blocks, counts);
  g_assert_cmpuint (counts[BARN_DIFFERENCE_SAME], ==, 1);
  g_assert_cmpuint (counts[BARN_DIFFERENCE_CHANGED], ==, 1);
  g_assert_cmpuint (counts[BARN_DIFFERENCE_REMOVED], ==, 1);
  g_assert_cmpuint (counts[BARN_DIFFERENCE_ADDED], ==, 2);
  g_assert_cmpstr (barn_difference_to_nick (BARN_DIFFERENCE_CHANGED), ==, "changed");
}

/* The text of one side, put together from what the comparison tells of it */
static char *
dup_side (GPtrArray *blocks,
          gboolean   later)
{
  GString *side = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      BarnComparedBlock *block = g_ptr_array_index (blocks, i);
      const char *text = later ? block->after : block->before;

      if (text != NULL)
        g_string_append_printf (side, "%s\n\n", text);
    }

  return g_string_free (side, FALSE);
}

static void
assert_words (const BarnComparedBlock *block)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; block->words != NULL && i < block->words->len; i++)
    {
      BarnComparedWords *piece = g_ptr_array_index (block->words, i);

      if (piece->difference != BARN_DIFFERENCE_REMOVED)
        g_string_append (words, piece->text);
    }
  if (block->words != NULL)
    g_assert_cmpstr (words->str, ==, block->after);
}

static char *
make_random (void)
{
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (1, 30); i > 0; i--)
    {
      for (int j = g_test_rand_int_range (0, 7); j > 0; j--)
        g_string_append_printf (text, "ord%c ", 'a' + g_test_rand_int_range (0, 4));
      g_string_append_printf (text, "ord%c\n\n", 'a' + g_test_rand_int_range (0, 4));
    }

  return g_string_free (text, FALSE);
}

/* Whatever the two say: what is not added gives the earlier one, what is not removed the later one */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autofree char *before = make_random ();
      g_autofree char *after = make_random ();
      g_autoptr (GPtrArray) blocks = compare (before, after);
      g_autofree char *told_before = dup_side (blocks, FALSE);
      g_autofree char *told_after = dup_side (blocks, TRUE);

      g_assert_cmpstr (told_before, ==, before);
      g_assert_cmpstr (told_after, ==, after);
      for (guint i = 0; i < blocks->len; i++)
        assert_words (g_ptr_array_index (blocks, i));
    }
}

static BarnDocument *
make_long (guint       n,
           const char *format)
{
  BarnDocument *document = barn_document_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", (i * 7919) % n);
      g_auto (GStrv) parts = g_strsplit (format, "{n}", -1);
      g_autofree char *text = g_strjoinv (number, parts);

      barn_node_append (barn_document_get_body (document), barn_node_new_text (BARN_NODE_PARAGRAPH, text));
    }

  return document;
}

static void
assert_quick (const char *before,
              const char *after)
{
  g_autoptr (BarnDocument) left = make_long (10000, before);
  g_autoptr (BarnDocument) right = make_long (10000, after);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;

  g_test_timer_start ();
  blocks = barn_document_compare (left, right, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 10);
  g_test_message ("%s → %s: %.2f s", before, after, g_test_timer_last ());
  g_assert_cmpuint (blocks->len, >=, 10000);
}

/* Ten thousand paragraphs: all of them changed, none of them the same, the same two over and over again */
static void
test_long (void)
{
  g_autoptr (BarnDocument) one = make_long (10, "x {n}");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  assert_quick ("Stycke {n} säger samma sak som förut men med ett ord utbytt", "Stycke {n} säger samma sak som förut men med ett ord bytt");
  assert_quick ("a{n} b{n}", "c{n} d{n}");
  assert_quick ("samma", "annat");
  assert_quick ("{n}", "{n}");

  g_cancellable_cancel (cancellable);
  g_assert_null (barn_document_compare (one, one, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/comparison/nothing-changed", test_nothing_changed);
  g_test_add_func ("/document/comparison/added-and-removed", test_added_and_removed);
  g_test_add_func ("/document/comparison/changed", test_changed);
  g_test_add_func ("/document/comparison/lists-and-tables", test_lists_and_tables);
  g_test_add_func ("/document/comparison/count", test_count);
  g_test_add_func ("/document/comparison/random", test_random);
  g_test_add_func ("/document/comparison/long", test_long);

  return g_test_run ();
}
