/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/**
 * BarnOccasion:
 *
 * An uppföljningstillfälle: a cut-off date by which all activities of a plan are followed up, and which is closed then.
 *
 * Fields: plan, title, cut-off, closed-on (no day: it is not closed), reason (why it was closed though something was missing).
 * Whether it is coming or open follows from the dates and is not stored: see barn_occasion_get_state() in barn-occasions.h.
 */
#define BARN_TYPE_OCCASION (barn_occasion_get_type ())
G_DECLARE_FINAL_TYPE (BarnOccasion, barn_occasion, BARN, OCCASION, BarnItem)
enum { BARN_OCCASION_PLAN, BARN_OCCASION_TITLE, BARN_OCCASION_CUT_OFF, BARN_OCCASION_CLOSED_ON, BARN_OCCASION_REASON };

const char *barn_occasion_get_plan      (BarnOccasion *self); /* its id */
const char *barn_occasion_get_title     (BarnOccasion *self);
BarnDay     barn_occasion_get_cut_off   (BarnOccasion *self);
BarnDay     barn_occasion_get_closed_on (BarnOccasion *self);
const char *barn_occasion_get_reason    (BarnOccasion *self);

/* What was reported when it was closed, one line an activity; empty until then. Of BarnReported, in the activities' order. */
GListModel *barn_occasion_get_reported  (BarnOccasion *self);

/**
 * BarnReported:
 *
 * What a closed occasion says of an activity. It stays what it is when the activity is followed up again, corrected or deleted.
 *
 * Fields: occasion, activity (its id, as text: it may be gone), title, roles (their names), responsible, due-on, status, overdue,
 * followed-up (whether a follow-up was made for the occasion), comment, effect, position.
 */
#define BARN_TYPE_REPORTED (barn_reported_get_type ())
G_DECLARE_FINAL_TYPE (BarnReported, barn_reported, BARN, REPORTED, BarnItem)
enum { BARN_REPORTED_OCCASION, BARN_REPORTED_ACTIVITY, BARN_REPORTED_TITLE, BARN_REPORTED_ROLES, BARN_REPORTED_RESPONSIBLE,
       BARN_REPORTED_DUE_ON, BARN_REPORTED_STATUS, BARN_REPORTED_OVERDUE, BARN_REPORTED_FOLLOWED_UP, BARN_REPORTED_COMMENT,
       BARN_REPORTED_EFFECT, BARN_REPORTED_POSITION };

const char *barn_reported_get_activity    (BarnReported *self);
const char *barn_reported_get_title       (BarnReported *self);
const char *barn_reported_get_roles       (BarnReported *self);
const char *barn_reported_get_responsible (BarnReported *self);
BarnDay     barn_reported_get_due_on      (BarnReported *self);
BarnStatus  barn_reported_get_status      (BarnReported *self);
gboolean    barn_reported_get_overdue     (BarnReported *self);
gboolean    barn_reported_get_followed_up (BarnReported *self);
const char *barn_reported_get_comment     (BarnReported *self);
const char *barn_reported_get_effect      (BarnReported *self);

G_END_DECLS
