/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-occasion"

#include "config.h"

#include "barn-occasion.h"

#include "barn-item-private.h"

static const BarnField barn_occasion_fields[] = {
  [BARN_OCCASION_PLAN] = { "plan", BARN_FIELD_REF },
  [BARN_OCCASION_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_OCCASION_CUT_OFF] = { "cut-off", BARN_FIELD_DAY },
  [BARN_OCCASION_CLOSED_ON] = { "closed-on", BARN_FIELD_DAY },
  [BARN_OCCASION_REASON] = { "reason", BARN_FIELD_TEXT },
};

BARN_DEFINE_KIND (BarnOccasion, barn_occasion, OCCASION)

BARN_DEFINE_GETTER (BarnOccasion, barn_occasion, OCCASION, const char *, plan, PLAN, text)
BARN_DEFINE_GETTER (BarnOccasion, barn_occasion, OCCASION, const char *, title, TITLE, text)
BARN_DEFINE_GETTER (BarnOccasion, barn_occasion, OCCASION, BarnDay, cut_off, CUT_OFF, number)
BARN_DEFINE_GETTER (BarnOccasion, barn_occasion, OCCASION, BarnDay, closed_on, CLOSED_ON, number)
BARN_DEFINE_GETTER (BarnOccasion, barn_occasion, OCCASION, const char *, reason, REASON, text)

static const BarnField barn_reported_fields[] = {
  [BARN_REPORTED_OCCASION] = { "occasion", BARN_FIELD_REF },
  [BARN_REPORTED_ACTIVITY] = { "activity", BARN_FIELD_TEXT },
  [BARN_REPORTED_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_REPORTED_ROLES] = { "roles", BARN_FIELD_TEXT },
  [BARN_REPORTED_RESPONSIBLE] = { "responsible", BARN_FIELD_TEXT },
  [BARN_REPORTED_DUE_ON] = { "due-on", BARN_FIELD_DAY },
  [BARN_REPORTED_STATUS] = { "status", BARN_FIELD_STATUS },
  [BARN_REPORTED_OVERDUE] = { "overdue", BARN_FIELD_BOOL },
  [BARN_REPORTED_FOLLOWED_UP] = { "followed-up", BARN_FIELD_BOOL },
  [BARN_REPORTED_COMMENT] = { "comment", BARN_FIELD_TEXT },
  [BARN_REPORTED_EFFECT] = { "effect", BARN_FIELD_TEXT },
  [BARN_REPORTED_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnReported, barn_reported, REPORTED)

BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, const char *, activity, ACTIVITY, text)
BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, const char *, title, TITLE, text)
BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, const char *, roles, ROLES, text)
BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, const char *, responsible, RESPONSIBLE, text)
BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, BarnDay, due_on, DUE_ON, number)
BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, BarnStatus, status, STATUS, number)
BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, gboolean, overdue, OVERDUE, number)
BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, gboolean, followed_up, FOLLOWED_UP, number)
BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, const char *, comment, COMMENT, text)
BARN_DEFINE_GETTER (BarnReported, barn_reported, REPORTED, const char *, effect, EFFECT, text)

/**
 * barn_occasion_get_reported:
 * @self: an occasion
 *
 * Gets what was reported when it was closed, one line an activity.
 *
 * Returns: (transfer none): a living list of #BarnReported; empty while it is not closed
 */
GListModel *
barn_occasion_get_reported (BarnOccasion *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_REPORTED);
}
