/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"

G_BEGIN_DECLS

/**
 * BarnTally:
 * @total: activities, each counted once
 * @by_status: how many of them have each status
 * @overdue: how many of them are overdue (they have a status beside)
 * @without_follow_up: how many of them nobody has followed up
 *
 * Figures of a number of activities as of a day. Views and documents take all their figures from here.
 */
typedef struct
{
  guint total;
  guint by_status[BARN_N_STATUSES];
  guint overdue;
  guint without_follow_up;
} BarnTally;

void     barn_tally_add      (BarnTally    *self,
                              BarnActivity *activity,
                              BarnDay       as_of);
void     barn_tally_plan     (BarnTally    *self,
                              BarnPlan     *plan,
                              BarnDay       as_of);
void     barn_tally_role     (BarnTally    *self,
                              BarnPlan     *plan,
                              const char   *role,
                              BarnDay       as_of); /* NULL: those without a role */
void     barn_tally_shift    (BarnTally    *self,
                              BarnPlan     *plan,
                              const char   *shift,
                              BarnDay       as_of); /* NULL: those without a shift */

/**
 * BarnCurvePoint:
 *
 * The figures of a plan on one day.
 */
typedef struct
{
  BarnDay   day;
  BarnTally tally;
} BarnCurvePoint;

/* The year as a curve: a point at the start, at each day on which a status changed, and at @until. (element-type BarnCurvePoint) */
GArray  *barn_figures_curve  (BarnPlan     *plan,
                              BarnDay       from,
                              BarnDay       until);

/**
 * BarnProgress:
 * @ready: parts that are finished
 * @draft: parts that are begun
 * @empty: parts that are still to be written
 *
 * How far the barnbokslut of a year has come. Its parts are: each section (one for each basic article where it is written
 * by article; an optional one only once there is something in it), each of last year's areas (ready with a comment), and
 * each of next year's areas (ready with a measure and an expected result; none at all is one empty part).
 */
typedef struct
{
  guint ready;
  guint draft;
  guint empty;
} BarnProgress;

void     barn_figures_barnbokslut (BarnModel    *model,
                                   BarnPlan     *plan,
                                   BarnProgress *progress);

/* What ledningen should look at: overdue activities, the longest overdue at the top; then open ones that should have begun
   (by their start, or with the year where they have none) and that nobody has followed up, the earliest first.
   (element-type BarnActivity) (transfer full) */
GPtrArray *barn_figures_needs_attention (BarnPlan *plan,
                                         BarnDay   as_of);
/* Due from @as_of and @days on, still open, by date. (element-type BarnActivity) (transfer full) */
GPtrArray *barn_figures_due_soon        (BarnPlan *plan,
                                         BarnDay   as_of,
                                         guint     days);

G_END_DECLS
