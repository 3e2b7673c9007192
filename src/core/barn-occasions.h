/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-figures.h"

G_BEGIN_DECLS

/* The rules of uppföljningstillfällen: pure functions of what the plan holds. */

/**
 * BarnOccasionState:
 * @BARN_OCCASION_COMING: its period has not begun
 * @BARN_OCCASION_OPEN: its period has begun, and it is not closed: also after the cut-off date
 * @BARN_OCCASION_CLOSED: it is frozen as reported
 *
 * Closed is what somebody did; coming and open follow from the date, so that no clock has to change the file.
 */
typedef enum
{
  BARN_OCCASION_COMING,
  BARN_OCCASION_OPEN,
  BARN_OCCASION_CLOSED,
} BarnOccasionState;

#define BARN_N_OCCASION_STATES 3

const char        *barn_occasion_state_to_nick   (BarnOccasionState  self); /* coming open closed */
const char        *barn_occasion_state_get_label (BarnOccasionState  self); /* in the language of the desktop */

/**
 * BarnPattern:
 * @BARN_PATTERN_TERTIAL: 30 April, 31 August, 31 December
 * @BARN_PATTERN_HALF_YEAR: 30 June, 31 December
 * @BARN_PATTERN_YEAR: 31 December
 * @BARN_PATTERN_OWN: own dates
 */
typedef enum
{
  BARN_PATTERN_TERTIAL,
  BARN_PATTERN_HALF_YEAR,
  BARN_PATTERN_YEAR,
  BARN_PATTERN_OWN,
} BarnPattern;

#define BARN_N_PATTERNS 4

const char        *barn_pattern_to_nick   (BarnPattern  self); /* tertial half_year year own */
gboolean           barn_pattern_from_nick (const char  *nick,
                                           BarnPattern *pattern);
const char        *barn_pattern_get_label (BarnPattern  self); /* in the language of the desktop */
/* The pattern that the plan's occasions follow; own where they follow none, or where there are none */
BarnPattern        barn_pattern_of_plan   (BarnPlan    *plan);

/* What the occasions of a plan are to become. @own: for BARN_PATTERN_OWN, days in any order. One that is closed, or that a follow-up names, is
   never in @remove, whatever the pattern. @add: new items that are not stored yet; @remove: living ones.
   (element-type BarnOccasion) (transfer full) */
void               barn_occasions_arrange (BarnPlan       *plan,
                                           BarnPattern     pattern,
                                           const BarnDay  *own,
                                           guint           n_own,
                                           GPtrArray     **add,
                                           GPtrArray     **remove);

BarnPlan          *barn_occasion_find_plan     (BarnModel    *model,
                                                BarnOccasion *self);  /* (nullable) (transfer none) */
BarnOccasionState  barn_occasion_get_state     (BarnOccasion *self,
                                                BarnPlan     *plan,
                                                BarnDay       today); /* BARN_DAY_NONE: today */
/* The day its period begins: the day after the cut-off date before; the year's first where it is the first */
BarnDay            barn_occasion_get_first_day (BarnOccasion *self,
                                                BarnPlan     *plan);
BarnOccasion      *barn_occasion_get_previous  (BarnOccasion *self,
                                                BarnPlan     *plan);  /* (nullable) (transfer none) */
/* The one in whose period @day is; NULL: after the last. (transfer none) */
BarnOccasion      *barn_occasions_find_for_day (BarnPlan     *plan,
                                                BarnDay       day);
/* The one to work with: the earliest that is open; else the next to come; else the last. NULL: the plan has none. (transfer none) */
BarnOccasion      *barn_occasions_get_current  (BarnPlan     *plan,
                                                BarnDay       today);

/* Follow-ups of an occasion: those that name it, and those that name none and whose day is in its period. */
BarnFollowUp      *barn_occasion_find_follow_up (BarnOccasion *self,
                                                 BarnPlan     *plan,
                                                 BarnActivity *activity); /* the latest; (nullable) (transfer none) */
/* What held when the period began: the entry to show beside. (nullable) (transfer none) */
BarnFollowUp      *barn_occasion_find_previous_follow_up (BarnOccasion *self,
                                                 BarnPlan     *plan,
                                                 BarnActivity *activity);
/* What holds at the occasion: the latest of its own follow-ups, else the one before. (nullable) (transfer none) */
BarnFollowUp      *barn_occasion_get_entry      (BarnOccasion *self,
                                                 BarnPlan     *plan,
                                                 BarnActivity *activity);
/* Whether the occasion asks for it: not what was done or cancelled before its period, nor what starts after the cut-off date */
gboolean           barn_occasion_asks_for       (BarnOccasion *self,
                                                 BarnPlan     *plan,
                                                 BarnActivity *activity);

/* What is left to follow up. @unit: id; "" those without a unit; NULL all. @role likewise. @n_asked: (optional): how many the occasion
   asks for. (element-type BarnActivity) (transfer full) */
GPtrArray         *barn_occasion_list_left (BarnOccasion *self,
                                            BarnPlan     *plan,
                                            const char   *unit,
                                            const char   *role,
                                            guint        *n_asked);

/**
 * BarnMissing:
 * @BARN_MISSING_STATUS: it was not followed up for the occasion
 * @BARN_MISSING_COMMENT: it was, without a word of what happened ("no change" is a word)
 * @BARN_MISSING_RESPONSIBLE: nobody is responsible
 */
typedef enum
{
  BARN_MISSING_STATUS      = 1 << 0,
  BARN_MISSING_COMMENT     = 1 << 1,
  BARN_MISSING_RESPONSIBLE = 1 << 2,
} BarnMissing;

typedef struct
{
  BarnActivity *activity; /* owned by the plan */
  BarnMissing   missing;
} BarnGap;

/* What is missing before it is closed: only what something is missing in. (element-type BarnGap) (transfer full) */
GArray            *barn_occasion_list_gaps (BarnOccasion *self,
                                            BarnPlan     *plan);

/* What the occasion says now, as lines to store when it is closed. New items. (element-type BarnReported) (transfer full) */
GPtrArray         *barn_occasion_report    (BarnOccasion *self,
                                            BarnPlan     *plan,
                                            BarnModel    *model);

/* The figures of an occasion: as reported where it is closed, else as they stand. without_follow_up: not followed up for the occasion.
   Subtract those of barn_occasion_get_previous() to see the change. */
void               barn_tally_occasion     (BarnTally    *self,
                                            BarnOccasion *occasion,
                                            BarnPlan     *plan);

/**
 * BarnCorrection:
 * @reported: what was reported
 * @activity: what it was reported of
 * @entry: (nullable): what holds now
 * @status: its status
 *
 * Something that a closed occasion says otherwise now than it was reported.
 */
typedef struct
{
  BarnReported *reported;
  BarnActivity *activity;
  BarnFollowUp *entry;
  BarnStatus    status;
} BarnCorrection;

/* (element-type BarnCorrection) (transfer full): what they lead to is owned by the plan */
GArray            *barn_occasion_list_corrections (BarnOccasion *self,
                                                   BarnPlan     *plan,
                                                   BarnModel    *model);

G_END_DECLS
