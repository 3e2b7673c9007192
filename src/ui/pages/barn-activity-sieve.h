/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-figures.h"
#include "barn-filter.h"

G_BEGIN_DECLS

/**
 * BarnActivitySieve:
 *
 * A filter taken apart, so that each of the figures above a list can say what pressing it would show: a figure counts what all the rest of
 * the filter lets through, and not what it asks for itself.
 */
typedef struct
{
  BarnFilter *filters[4]; /* NULL: asks for nothing */
  BarnTally   tallies[5];
} BarnActivitySieve;

/* Which parts of the filter an activity passes */
typedef enum
{
  BARN_SIEVE_STATUS = 1 << 0,
  BARN_SIEVE_OVERDUE = 1 << 1,
  BARN_SIEVE_WITHOUT_FOLLOW_UP = 1 << 2,
  BARN_SIEVE_REST = 1 << 3,
  BARN_SIEVE_ALL = (1 << 4) - 1,
} BarnSieveParts;

/* All pass until a filter is set */
BarnActivitySieve *barn_activity_sieve_new   (void);
void               barn_activity_sieve_free  (BarnActivitySieve       *self);
/* @filter: (nullable): all pass */
void               barn_activity_sieve_set   (BarnActivitySieve       *self,
                                              const BarnFilter        *filter);
BarnSieveParts     barn_activity_sieve_match (const BarnActivitySieve *self,
                                              BarnActivity            *activity);

/* The figures: begin, then each activity once, with the parts that it passes */
void               barn_activity_sieve_begin (BarnActivitySieve       *self);
void               barn_activity_sieve_count (BarnActivitySieve       *self,
                                              BarnSieveParts           parts,
                                              BarnActivity            *activity,
                                              BarnDay                  today);
void               barn_activity_sieve_tally (const BarnActivitySieve *self,
                                              BarnTally               *tally);

G_END_DECLS
