/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"

G_BEGIN_DECLS

/**
 * BarnDifference:
 * @BARN_DIFFERENCE_SAME: stands in both
 * @BARN_DIFFERENCE_ADDED: stands in the later one alone
 * @BARN_DIFFERENCE_REMOVED: stands in the earlier one alone
 * @BARN_DIFFERENCE_CHANGED: stands in both, with other words
 *
 * What became of a piece of text.
 */
typedef enum
{
  BARN_DIFFERENCE_SAME,
  BARN_DIFFERENCE_ADDED,
  BARN_DIFFERENCE_REMOVED,
  BARN_DIFFERENCE_CHANGED,
} BarnDifference;

#define BARN_N_DIFFERENCES 4

const char *barn_difference_to_nick (BarnDifference self); /* same added removed changed */

/**
 * BarnComparedWords:
 * @difference: never %BARN_DIFFERENCE_CHANGED
 * @text: words, with the space between them
 *
 * Words of a paragraph that was changed.
 */
typedef struct
{
  BarnDifference  difference;
  char           *text;
} BarnComparedWords;

/**
 * BarnComparedBlock:
 * @difference: what became of it
 * @level: of a heading; 0: it is none
 * @before: (nullable): what it said; %NULL where it was added
 * @after: (nullable): what it says; %NULL where it was removed
 * @words: (nullable) (element-type BarnComparedWords): where it was changed, both texts word by word
 *
 * A heading, a paragraph, an item of a list or a row of a table.
 */
typedef struct
{
  BarnDifference  difference;
  guint           level;
  char           *before;
  char           *after;
  GPtrArray      *words;
} BarnComparedBlock;

/* (transfer full) (element-type BarnComparedBlock): all blocks of both, in order */
GPtrArray *barn_document_compare  (BarnDocument    *before,
                                   BarnDocument    *after,
                                   GCancellable    *cancellable,
                                   GError         **error);
/* How many blocks became what */
void       barn_comparison_count  (GPtrArray       *blocks,
                                   guint            counts[BARN_N_DIFFERENCES]);

G_END_DECLS
