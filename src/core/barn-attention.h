/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-occasions.h"

G_BEGIN_DECLS

/**
 * BarnAttentionReason:
 * @BARN_ATTENTION_RAISED: somebody has marked that ledningsgruppen must see it
 * @BARN_ATTENTION_OVERDUE: it is overdue
 * @BARN_ATTENTION_DELAYED: its due date was moved past the first one
 * @BARN_ATTENTION_NOT_FOLLOWED_UP: it should have begun, and nobody has ever followed it up
 * @BARN_ATTENTION_LEFT: it is left in an occasion whose cut-off date has passed
 *
 * Why somebody should look at an activity. Several can be true at once.
 */
typedef enum
{
  BARN_ATTENTION_RAISED          = 1 << 0,
  BARN_ATTENTION_OVERDUE         = 1 << 1,
  BARN_ATTENTION_DELAYED         = 1 << 2,
  BARN_ATTENTION_NOT_FOLLOWED_UP = 1 << 3,
  BARN_ATTENTION_LEFT            = 1 << 4,
} BarnAttentionReason;

typedef struct
{
  BarnActivity        *activity; /* owned by the plan */
  BarnAttentionReason  reasons;
} BarnAttention;

/* What somebody should look at: raised first, then overdue, the longest at the top; then what nobody has followed up, the earliest to begin
   first. An open activity that is only delayed is not there: BARN_ATTENTION_DELAYED stands beside other reasons. @as_of: BARN_DAY_NONE: today.
   (element-type BarnAttention) (transfer full) */
GArray *barn_attention_list       (BarnPlan            *plan,
                                   BarnDay              as_of);
/* "Behöver lyftas · Försenad", in the language of the desktop */
char   *barn_attention_dup_reasons (BarnAttentionReason  reasons);

/**
 * BarnReminder:
 * @overdue: activities that are overdue
 * @due_soon: activities that are due within seven days, today included
 * @left: activities left in @occasion
 * @occasion: (nullable): the occasion whose cut-off date is within seven days, or has passed and it is not closed; owned by the plan
 *
 * What a person should be reminded of.
 */
typedef struct
{
  guint         overdue;
  guint         due_soon;
  guint         left;
  BarnOccasion *occasion;
} BarnReminder;

/* Whether there is anything to be reminded of; @today: BARN_DAY_NONE: today */
gboolean barn_reminder_find     (BarnPlan           *plan,
                                 BarnDay             today,
                                 BarnReminder       *reminder);
/* In the language of the desktop: "2 aktiviteter är försenade. 6 är kvar att följa upp i Tertial 2." */
char    *barn_reminder_dup_text (const BarnReminder *self);
/* Never more than one a day. @last: the day of the last one; BARN_DAY_NONE: there was none. */
gboolean barn_reminder_is_time  (BarnDay             last,
                                 BarnDay             today);

G_END_DECLS
