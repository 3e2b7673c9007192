/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-sieve"

#include "config.h"

#include "barn-activity-sieve.h"

#include <string.h>

/* The parts in the order of their bits */
enum
{
  PART_STATUS,
  PART_OVERDUE,
  PART_WITHOUT_FOLLOW_UP,
  PART_REST,
  N_PARTS
};

/* What an activity is counted in: it fails just this part, several, or none */
enum
{
  FAILS_STATUS = PART_STATUS,
  FAILS_OVERDUE = PART_OVERDUE,
  FAILS_WITHOUT_FOLLOW_UP = PART_WITHOUT_FOLLOW_UP,
  FAILS_SEVERAL,
  PASSES
};

G_STATIC_ASSERT (BARN_SIEVE_REST == 1 << PART_REST);
G_STATIC_ASSERT (G_N_ELEMENTS (((BarnActivitySieve *) NULL)->filters) == N_PARTS);
G_STATIC_ASSERT (G_N_ELEMENTS (((BarnActivitySieve *) NULL)->tallies) == PASSES + 1);

/**
 * barn_activity_sieve_new:
 *
 * Returns: (transfer full): a sieve that all activities pass
 */
BarnActivitySieve *
barn_activity_sieve_new (void)
{
  return g_new0 (BarnActivitySieve, 1);
}

void
barn_activity_sieve_free (BarnActivitySieve *self)
{
  g_return_if_fail (self != NULL);

  barn_activity_sieve_set (self, NULL);
  g_free (self);
}

/* @part: (transfer full) */
static void
take_part (BarnActivitySieve *self,
           guint              place,
           BarnFilter        *part)
{
  if (barn_filter_is_empty (part))
    barn_filter_free (part);
  else
    self->filters[place] = part;
}

static BarnFilter *
create_part (const BarnFilter *filter)
{
  BarnFilter *part = barn_filter_new ();

  part->as_of = filter->as_of;

  return part;
}

/**
 * barn_activity_sieve_set:
 * @self: a sieve
 * @filter: (nullable): what is asked for; %NULL for all
 */
void
barn_activity_sieve_set (BarnActivitySieve *self,
                         const BarnFilter  *filter)
{
  BarnFilter *part;

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->filters[i], barn_filter_free);
  if (filter == NULL)
    return;

  part = create_part (filter);
  part->statuses = filter->statuses;
  take_part (self, PART_STATUS, part);

  part = create_part (filter);
  part->overdue = filter->overdue;
  take_part (self, PART_OVERDUE, part);

  part = create_part (filter);
  part->without_follow_up = filter->without_follow_up;
  take_part (self, PART_WITHOUT_FOLLOW_UP, part);

  part = barn_filter_copy (filter);
  part->statuses = 0;
  part->overdue = FALSE;
  part->without_follow_up = FALSE;
  take_part (self, PART_REST, part);
}

/**
 * barn_activity_sieve_match:
 * @self: a sieve
 * @activity: an activity
 *
 * Returns: the parts that it passes; %BARN_SIEVE_ALL where it fits the filter
 */
BarnSieveParts
barn_activity_sieve_match (const BarnActivitySieve *self,
                           BarnActivity            *activity)
{
  guint parts = 0;

  g_return_val_if_fail (self != NULL, BARN_SIEVE_ALL);

  for (guint i = 0; i < N_PARTS; i++)
    if (self->filters[i] == NULL || barn_filter_match (self->filters[i], activity))
      parts |= 1u << i;

  return (BarnSieveParts) parts;
}

void
barn_activity_sieve_begin (BarnActivitySieve *self)
{
  g_return_if_fail (self != NULL);

  memset (self->tallies, 0, sizeof self->tallies);
}

/**
 * barn_activity_sieve_count:
 * @self: a sieve
 * @parts: what barn_activity_sieve_match() said
 * @activity: an activity, counted once
 * @today: the day to judge from
 */
void
barn_activity_sieve_count (BarnActivitySieve *self,
                           BarnSieveParts     parts,
                           BarnActivity      *activity,
                           BarnDay            today)
{
  guint failed = BARN_SIEVE_ALL & ~(guint) parts;
  guint place = FAILS_SEVERAL;

  g_return_if_fail (self != NULL);

  /* What the rest of the filter keeps away is in no figure */
  if ((failed & BARN_SIEVE_REST) != 0)
    return;

  if (failed == 0)
    place = PASSES;
  else if (failed == BARN_SIEVE_STATUS)
    place = FAILS_STATUS;
  else if (failed == BARN_SIEVE_OVERDUE)
    place = FAILS_OVERDUE;
  else if (failed == BARN_SIEVE_WITHOUT_FOLLOW_UP)
    place = FAILS_WITHOUT_FOLLOW_UP;

  barn_tally_add (&self->tallies[place], activity, today);
}

/**
 * barn_activity_sieve_tally:
 * @self: a sieve
 * @tally: (out caller-allocates): the figures of what was counted
 *
 * The total is of what would be shown with no status, overdue or without-follow-up asked for; each other figure of what would be shown
 * with its own question taken away.
 */
void
barn_activity_sieve_tally (const BarnActivitySieve *self,
                           BarnTally               *tally)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tally != NULL);

  *tally = self->tallies[PASSES];
  for (guint i = 0; i < PASSES; i++)
    tally->total += self->tallies[i].total;
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    tally->by_status[i] += self->tallies[FAILS_STATUS].by_status[i];
  tally->overdue += self->tallies[FAILS_OVERDUE].overdue;
  tally->without_follow_up += self->tallies[FAILS_WITHOUT_FOLLOW_UP].without_follow_up;
}
