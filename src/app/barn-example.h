/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-plan-file-private.h"

G_BEGIN_DECLS

/**
 * BarnExampleMoment:
 * @moment: when, in microseconds since 1970 UTC
 * @item: a follow-up, a delay, a value of an indicator; or an occasion as it is after it was closed
 *
 * Something of the example that happened on its day and is a change of its own.
 */
typedef struct
{
  gint64    moment;
  BarnItem *item;
} BarnExampleMoment;

/**
 * BarnExample:
 *
 * The example plan as it is read: nothing is stored before all of it is.
 */
typedef struct
{
  GPtrArray  *items;      /* BarnItem, in an order in which they can be stored */
  GArray     *moments;    /* BarnExampleMoment, by moment */
  GPtrArray  *taken_in;   /* JsonObject of each long-term item, as many as long_terms */
  GPtrArray  *long_terms;
  GHashTable *roles;      /* name → id, as the three that follow */
  GHashTable *units;
  GHashTable *activities;
} BarnExample;

/* Reads it from the program itself; (transfer full) */
BarnExample *barn_example_read (GError      **error);
void         barn_example_free (BarnExample  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnExample, barn_example_free)

G_END_DECLS
