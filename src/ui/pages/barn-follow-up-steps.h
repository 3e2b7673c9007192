/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnFollowUpSteps:
 * @plan: a plan
 * @occasion: one of its occasions
 * @role: (nullable): the id of a role; "": those without one; %NULL: all
 * @unit: (nullable): likewise
 *
 * In which order a part of a plan is gone through for an occasion: in the plan's, one activity at a time.
 */
typedef struct
{
  BarnPlan     *plan;
  BarnOccasion *occasion;
  const char   *role;
  const char   *unit;
} BarnFollowUpSteps;

/* Whether it is an activity of the part */
gboolean      barn_follow_up_steps_has           (const BarnFollowUpSteps *self,
                                                  BarnActivity            *activity);
/* The next one that is left, from the top again where there is none below. (nullable) (transfer none) */
BarnActivity *barn_follow_up_steps_find_next     (const BarnFollowUpSteps *self,
                                                  BarnActivity            *from); /* NULL: from the top */
/* The one before, followed up or not. (nullable) (transfer none) */
BarnActivity *barn_follow_up_steps_find_previous (const BarnFollowUpSteps *self,
                                                  BarnActivity            *from); /* NULL: from the end */

G_END_DECLS
