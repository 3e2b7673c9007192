/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/**
 * BarnOutcome:
 * @BARN_OUTCOME_MADE: a barnkonsekvensanalys was made
 * @BARN_OUTCOME_NOT_MADE: it was not, and the reason says why
 * @BARN_OUTCOME_NOT_NEEDED: it was found that none was needed
 */
typedef enum
{
  BARN_OUTCOME_MADE,
  BARN_OUTCOME_NOT_MADE,
  BARN_OUTCOME_NOT_NEEDED,
} BarnOutcome;

#define BARN_N_OUTCOMES 3

const char *barn_outcome_to_nick   (BarnOutcome  self); /* made not_made not_needed */
gboolean    barn_outcome_from_nick (const char  *nick,
                                    BarnOutcome *outcome);
const char *barn_outcome_get_label (BarnOutcome  self); /* in the language of the desktop */

/**
 * BarnAssessment:
 *
 * A line of the register of barnkonsekvensanalyser: a decision for which one was asked for.
 *
 * Fields: plan, title (the decision), day (of the decision; no day: not yet), outcome (a word of #BarnOutcome), reason (why it was not
 * made, or not needed), heard (children were heard), link (to the document), note.
 */
#define BARN_TYPE_ASSESSMENT (barn_assessment_get_type ())
G_DECLARE_FINAL_TYPE (BarnAssessment, barn_assessment, BARN, ASSESSMENT, BarnItem)
enum { BARN_ASSESSMENT_PLAN, BARN_ASSESSMENT_TITLE, BARN_ASSESSMENT_DAY, BARN_ASSESSMENT_OUTCOME, BARN_ASSESSMENT_REASON,
       BARN_ASSESSMENT_HEARD, BARN_ASSESSMENT_LINK, BARN_ASSESSMENT_NOTE };

const char  *barn_assessment_get_plan    (BarnAssessment *self);
const char  *barn_assessment_get_title   (BarnAssessment *self);
BarnDay      barn_assessment_get_day     (BarnAssessment *self);
BarnOutcome  barn_assessment_get_outcome (BarnAssessment *self);
const char  *barn_assessment_get_reason  (BarnAssessment *self);
gboolean     barn_assessment_get_heard   (BarnAssessment *self);
const char  *barn_assessment_get_link    (BarnAssessment *self);
const char  *barn_assessment_get_note    (BarnAssessment *self);
/* Whether it belongs in an account as of a day: decided by then, or not decided yet. @as_of BARN_DAY_NONE: always */
gboolean     barn_assessment_is_known    (BarnAssessment *self,
                                          BarnDay         as_of);
/* (transfer full) (nullable): what the link leads to, as a URI that a program can open: https or a file. NULL: it is no such link. */
char        *barn_assessment_dup_uri     (BarnAssessment *self);

G_END_DECLS
