/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"

G_BEGIN_DECLS

/* The årshjul: where a day is in the year, and what the year holds. The same content serves the wheel, the list beside it, the next 30 days and
   the calendar file. */

/* How much of @year has passed when @day begins, 0 to 1: 0 on 1 January, 1 on the next; before and after it stays at 0 and 1.
   The end of a day is the beginning of the next. Times 360 it is an angle. */
double  barn_year_get_fraction (guint   year,
                                BarnDay day);
/* The other way round: which day of @year a fraction is in */
BarnDay barn_year_get_day      (guint   year,
                                double  fraction);

/**
 * BarnYearEventType:
 * @BARN_YEAR_EVENT_START: an activity starts
 * @BARN_YEAR_EVENT_DUE: an activity is to be done
 * @BARN_YEAR_EVENT_OCCASION: the cut-off date of an occasion
 * @BARN_YEAR_EVENT_MARK: a mark, of a day or of a week
 */
typedef enum
{
  BARN_YEAR_EVENT_START,
  BARN_YEAR_EVENT_DUE,
  BARN_YEAR_EVENT_OCCASION,
  BARN_YEAR_EVENT_MARK,
} BarnYearEventType;

/**
 * BarnYearEvent:
 * @type: what it is
 * @first: its day, or the first of them
 * @last: the last of them, @first where it is one day
 * @item: the activity, occasion or mark, which the model owns
 */
typedef struct
{
  BarnYearEventType  type;
  BarnDay            first;
  BarnDay            last;
  BarnItem          *item;
} BarnYearEvent;

/* What happens from @from until @until, both included, by day; marks of whatever years they fall in.
   (element-type BarnYearEvent) (transfer full) */
GArray *barn_year_list_events (BarnModel *model,
                               BarnPlan  *plan,
                               BarnDay    from,
                               BarnDay    until);

/**
 * BarnYearArc:
 * @activity: the activity, which the model owns
 * @first: when it starts; the first day of the year where it does not say, or starts before
 * @last: when it is to be done; the last day of the year where it does not say, or is due after
 * @has_start: the arc begins where the activity does
 * @has_due: the arc ends where the activity does
 * @lane: arcs that overlap in time lie in different lanes; 0 is the first
 */
typedef struct
{
  BarnActivity *activity;
  BarnDay       first;
  BarnDay       last;
  gboolean      has_start;
  gboolean      has_due;
  guint         lane;
} BarnYearArc;

/* The arcs of one ring, by first day. @role: id; NULL: activities without a role. @n_lanes: (out) (optional).
   Activities wholly outside the year have none. (element-type BarnYearArc) (transfer full) */
GArray *barn_year_list_arcs   (BarnPlan   *plan,
                               const char *role,
                               guint      *n_lanes);

/* What is wrong with an activity's dates, to say at the field: due before it starts, or wholly outside the plan's year. In the language of the
   desktop; NULL: nothing. It is said and not refused, as one date is changed after the other. (transfer none) */
const char *barn_year_get_date_fault (BarnPlan     *plan,
                                      BarnActivity *activity);

/* Activities that continue each other from year to year, the earliest first: the line that @activity is part of.
   (element-type BarnActivity) (transfer full) */
GPtrArray *barn_year_list_line (BarnModel    *model,
                                BarnActivity *activity);

/**
 * BarnAssessmentTally:
 *
 * The register of barnkonsekvensanalyser in figures. @heard: of those made, in how many children were heard.
 */
typedef struct
{
  guint total;
  guint made;
  guint not_made;
  guint not_needed;
  guint heard;
} BarnAssessmentTally;

/* @as_of: decisions until that day, and those not decided yet; BARN_DAY_NONE: all */
void    barn_tally_assessments (BarnAssessmentTally *self,
                                BarnPlan            *plan,
                                BarnDay              as_of);

G_END_DECLS
