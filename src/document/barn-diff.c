/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-diff"

#include "config.h"

#include "barn-diff.h"

/* Patience diff: what stands once on both sides holds the two together, and between two such places the same is done again. Where nothing
   stands once, the longest common subsequence is found by its table, unless that would be so large that a person would wait for it. */

#define LARGEST_TABLE (2000 * 2000)

typedef struct
{
  guint before;
  guint n_before;
  guint after;
  guint n_after;
} Range;

typedef struct
{
  const guint *before;
  const guint *after;
  guint       *partners;
  guint       *n_in_before; /* of each symbol, in the range at hand; all zero between two ranges */
  guint       *n_in_after;
  guint       *place;       /* in after, of a symbol that stands there once */
  GArray      *ranges;      /* still to do */
} Diff;

/* A place that holds the two sides together, and the one before it in the longest row of them */
typedef struct
{
  guint before;
  guint after;
  guint previous;
} Anchor;

/* What is the same at both ends needs no search */
static void
trim (Diff  *self,
      Range *range)
{
  while (range->n_before > 0 && range->n_after > 0 && self->before[range->before] == self->after[range->after])
    {
      self->partners[range->before++] = range->after++;
      range->n_before--;
      range->n_after--;
    }
  while (range->n_before > 0 && range->n_after > 0 &&
         self->before[range->before + range->n_before - 1] == self->after[range->after + range->n_after - 1])
    {
      range->n_before--;
      range->n_after--;
      self->partners[range->before + range->n_before] = range->after + range->n_after;
    }
}

/* The places of symbols that stand once on each side, in the order of before */
static GArray *
find_anchors (Diff        *self,
              const Range *range)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (guint i = 0; i < range->n_before; i++)
    self->n_in_before[self->before[range->before + i]]++;
  for (guint i = 0; i < range->n_after; i++)
    {
      guint symbol = self->after[range->after + i];

      self->n_in_after[symbol]++;
      self->place[symbol] = range->after + i;
    }

  for (guint i = 0; i < range->n_before; i++)
    {
      guint symbol = self->before[range->before + i];
      Anchor anchor = { .before = range->before + i, .after = self->place[symbol], .previous = BARN_DIFF_NONE };

      if (self->n_in_before[symbol] == 1 && self->n_in_after[symbol] == 1)
        g_array_append_val (anchors, anchor);
    }

  for (guint i = 0; i < range->n_before; i++)
    self->n_in_before[self->before[range->before + i]] = 0;
  for (guint i = 0; i < range->n_after; i++)
    self->n_in_after[self->after[range->after + i]] = 0;

  return anchors;
}

/* The longest row of anchors that rises in after too, by patience sorting. Returns its last; BARN_DIFF_NONE: there is none */
static guint
link_longest_row (GArray *anchors)
{
  g_autofree guint *tops = g_new (guint, anchors->len + 1);
  guint n_piles = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      Anchor *anchor = &g_array_index (anchors, Anchor, i);
      guint low = 0, high = n_piles;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (anchors, Anchor, tops[middle]).after < anchor->after)
            low = middle + 1;
          else
            high = middle;
        }
      if (low > 0)
        anchor->previous = tops[low - 1];
      tops[low] = i;
      n_piles = MAX (n_piles, low + 1);
    }

  return n_piles > 0 ? tops[n_piles - 1] : BARN_DIFF_NONE;
}

/* Pairs a row of anchors, and leaves what lies between them to be done */
static void
split_at_anchors (Diff        *self,
                  const Range *range,
                  GArray      *anchors,
                  guint        last)
{
  guint end_before = range->before + range->n_before;
  guint end_after = range->after + range->n_after;
  Range first;

  for (guint i = last; i != BARN_DIFF_NONE; i = g_array_index (anchors, Anchor, i).previous)
    {
      const Anchor *anchor = &g_array_index (anchors, Anchor, i);
      Range between = { anchor->before + 1, end_before - anchor->before - 1, anchor->after + 1, end_after - anchor->after - 1 };

      self->partners[anchor->before] = anchor->after;
      g_array_append_val (self->ranges, between);
      end_before = anchor->before;
      end_after = anchor->after;
    }

  first = (Range) { range->before, end_before - range->before, range->after, end_after - range->after };
  g_array_append_val (self->ranges, first);
}

/* How long the common subsequence is from each place on; the first row and column are those of the beginning */
static void
pair_by_table (Diff        *self,
               const Range *range)
{
  gsize width = (gsize) range->n_after + 1;
  g_autofree guint *lengths = g_new0 (guint, ((gsize) range->n_before + 1) * width);

  for (guint i = range->n_before; i-- > 0;)
    for (guint j = range->n_after; j-- > 0;)
      lengths[i * width + j] = self->before[range->before + i] == self->after[range->after + j]
        ? lengths[(i + 1) * width + j + 1] + 1
        : MAX (lengths[(i + 1) * width + j], lengths[i * width + j + 1]);

  for (guint i = 0, j = 0; i < range->n_before && j < range->n_after;)
    {
      if (self->before[range->before + i] == self->after[range->after + j])
        self->partners[range->before + i++] = range->after + j++;
      else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
        i++;
      else
        j++;
    }
}

static void
pair_range (Diff  *self,
            Range  range)
{
  g_autoptr (GArray) anchors = NULL;
  guint last;

  trim (self, &range);
  if (range.n_before == 0 || range.n_after == 0)
    return;

  anchors = find_anchors (self, &range);
  last = link_longest_row (anchors);
  if (last != BARN_DIFF_NONE)
    split_at_anchors (self, &range, anchors, last);
  else if ((gsize) range.n_before * range.n_after <= LARGEST_TABLE)
    pair_by_table (self, &range);
}

/**
 * barn_diff:
 * @before: symbols
 * @n_before: how many
 * @after: symbols
 * @n_after: how many
 * @n_symbols: each symbol is less than this
 * @partners: (out caller-allocates): for each place in @before the place in @after of the same symbol that it became; %BARN_DIFF_NONE: it
 *   was taken out. Those that are not none rise.
 *
 * Finds what stayed of a sequence. It takes no time that anybody would notice, however long and different the two are.
 */
void
barn_diff (const guint *before,
           guint        n_before,
           const guint *after,
           guint        n_after,
           guint        n_symbols,
           guint       *partners)
{
  g_autofree guint *n_in_before = g_new0 (guint, n_symbols);
  g_autofree guint *n_in_after = g_new0 (guint, n_symbols);
  g_autofree guint *place = g_new0 (guint, n_symbols);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  Diff self = { before, after, partners, n_in_before, n_in_after, place, ranges };
  Range whole = { 0, n_before, 0, n_after };

  for (guint i = 0; i < n_before; i++)
    partners[i] = BARN_DIFF_NONE;

  g_array_append_val (ranges, whole);
  while (ranges->len > 0)
    {
      Range range = g_array_index (ranges, Range, ranges->len - 1);

      g_array_set_size (ranges, ranges->len - 1);
      pair_range (&self, range);
    }
}
