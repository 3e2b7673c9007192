/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-activity-group.h"
#include "barn-activity-sieve.h"

G_BEGIN_DECLS

/**
 * BarnActivityRecord:
 *
 * What is known of an activity that may have rows: for BarnActivityGroups alone.
 */
typedef struct
{
  BarnActivity   *activity;
  gulong          notify_id;
  gpointer        owner;    /* unowned: who hears of changes */
  gboolean        stale;    /* what follows is to be looked at again */
  gboolean        listed;   /* it is in the plan's list, not merely on its way from one place there to another */
  BarnSieveParts  parts;    /* of the filter that it passes */
  guint           place;    /* in the plan */
  gboolean        missing;  /* it has no such value as is ordered by */
  gint64          number;   /* what it is ordered by: a number … */
  char           *text;     /* … or a text */
  GPtrArray      *groups;   /* unowned BarnActivityGroup: where it stands now */
  GPtrArray      *entries;  /* every row it has ever had: they come back the same */
} BarnActivityRecord;

/* Nothing is known of it but that it is there */
BarnActivityRecord *barn_activity_record_new          (BarnActivity       *activity);
void                barn_activity_record_free         (BarnActivityRecord *self);
/* Looks at what it is ordered by */
void                barn_activity_record_set_key      (BarnActivityRecord *self,
                                                       BarnActivityOrder   order,
                                                       BarnModel          *model);
/* As strcmp(), by the keys, then by the places */
int                 barn_activity_record_compare      (const BarnActivityRecord *left,
                                                       const BarnActivityRecord *right,
                                                       gboolean                  descending);
/* Its row in @group. (transfer none) */
BarnActivityEntry  *barn_activity_record_ensure_entry (BarnActivityRecord *self,
                                                       BarnActivityGroup  *group);

G_END_DECLS
