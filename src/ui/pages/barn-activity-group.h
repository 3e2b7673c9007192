/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "barn-figures.h"

G_BEGIN_DECLS

/**
 * BarnGrouping:
 *
 * What the activities are put together by. An activity under two roles stands under both.
 */
typedef enum
{
  BARN_GROUPING_ROLE,
  BARN_GROUPING_SHIFT,
  BARN_GROUPING_STATUS,
  BARN_GROUPING_RESPONSIBLE,
  BARN_GROUPING_NONE,
} BarnGrouping;

#define BARN_N_GROUPINGS 5

/**
 * BarnActivityOrder:
 *
 * What the activities of a group are ordered by: the plan's own order, or a column of the list. What has no such value comes last,
 * whichever the direction.
 */
typedef enum
{
  BARN_ACTIVITY_ORDER_PLAN,
  BARN_ACTIVITY_ORDER_STATUS,
  BARN_ACTIVITY_ORDER_TITLE,
  BARN_ACTIVITY_ORDER_RESPONSIBLE,
  BARN_ACTIVITY_ORDER_ROLES,
  BARN_ACTIVITY_ORDER_SHIFTS,
  BARN_ACTIVITY_ORDER_ARTICLES,
  BARN_ACTIVITY_ORDER_START,
  BARN_ACTIVITY_ORDER_DUE,
  BARN_ACTIVITY_ORDER_FIRST_DUE,
  BARN_ACTIVITY_ORDER_FOLLOW_UP,
} BarnActivityOrder;

#define BARN_N_ACTIVITY_ORDERS 11

/* The words that saved views and settings have for them */
const char        *barn_grouping_to_nick                (BarnGrouping        self);
BarnGrouping       barn_grouping_from_nick              (const char         *nick); /* unknown: by role */
const char        *barn_activity_order_to_nick          (BarnActivityOrder   self);
BarnActivityOrder  barn_activity_order_from_nick        (const char         *nick); /* unknown: the plan's */

/* Who is responsible, as one line: the unit, the words beside it, or both; "" for nobody. (transfer full) */
char              *barn_activity_dup_responsible        (BarnActivity       *activity,
                                                         BarnModel          *model);

/**
 * BarnActivityGroup:
 *
 * A heading among the rows. Its figures are those of the whole group, also while a filter shows a part of it.
 * Properties: key (what it stands for: an id, a nick, "" for none), title, tally, n-shown (rows that a filter lets through), collapsed.
 * Signals: changed, after its title, its figures or whether it is collapsed became another.
 */
#define BARN_TYPE_ACTIVITY_GROUP (barn_activity_group_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityGroup, barn_activity_group, BARN, ACTIVITY_GROUP, GObject)

const char        *barn_activity_group_get_key          (BarnActivityGroup  *self);
const char        *barn_activity_group_get_title        (BarnActivityGroup  *self);
const BarnTally   *barn_activity_group_get_tally        (BarnActivityGroup  *self);
guint              barn_activity_group_get_n_shown      (BarnActivityGroup  *self);
gboolean           barn_activity_group_get_collapsed    (BarnActivityGroup  *self);

/**
 * BarnActivityEntry:
 *
 * An activity's row in one group.
 */
#define BARN_TYPE_ACTIVITY_ENTRY (barn_activity_entry_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityEntry, barn_activity_entry, BARN, ACTIVITY_ENTRY, GObject)

BarnActivity      *barn_activity_entry_get_activity     (BarnActivityEntry  *self);
BarnActivityGroup *barn_activity_entry_get_group        (BarnActivityEntry  *self);

G_END_DECLS
