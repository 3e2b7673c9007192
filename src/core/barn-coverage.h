/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"

G_BEGIN_DECLS

/**
 * BarnCoverage:
 * @articles: (element-type guint): the rows: the four basic principles and whatever articles some activity is about, in order; 0 last:
 *   activities that are about none
 * @roles: (element-type BarnRole): the columns; one more comes after them, of activities without a role
 * @counts: row by row, roles->len + 1 of each: how many activities
 *
 * Which articles each role works with: what is 0 is a gap.
 */
typedef struct
{
  GArray    *articles;
  GPtrArray *roles;
  guint     *counts;
} BarnCoverage;

BarnCoverage *barn_coverage_new  (BarnModel          *model,
                                  BarnPlan           *plan);
guint         barn_coverage_get  (const BarnCoverage *self,
                                  guint               row,
                                  guint               column);
void          barn_coverage_free (BarnCoverage       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnCoverage, barn_coverage_free)

G_END_DECLS
