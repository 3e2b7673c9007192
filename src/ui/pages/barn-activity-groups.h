/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-activity-group.h"
#include "barn-filter.h"

G_BEGIN_DECLS

/**
 * BarnActivityGroups:
 *
 * The rows of the list of activities: headings (#BarnActivityGroup) and the rows under them (#BarnActivityEntry), filtered and
 * ordered. GTK's list views have no sections before 4.12, so the model is flat.
 *
 * Rows keep their identity, and what becomes another is told with the fewest and smallest items-changed, so that selection, focus
 * and scroll survive. Work on many activities is cut in slices that leave the main loop free; rows change once, at the end.
 *
 * Properties: busy. Signals: settled, after the rows became what was asked for.
 */
#define BARN_TYPE_ACTIVITY_GROUPS (barn_activity_groups_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityGroups, barn_activity_groups, BARN, ACTIVITY_GROUPS, GObject)

BarnActivityGroups *barn_activity_groups_new            (void);
void                barn_activity_groups_set_source     (BarnActivityGroups *self,
                                                         BarnModel          *model,
                                                         BarnPlan           *plan);
void                barn_activity_groups_set_filter     (BarnActivityGroups *self,
                                                         const BarnFilter   *filter);
/* What the headings are, and what rows are ordered by under each */
BarnGrouping        barn_activity_groups_get_grouping   (BarnActivityGroups *self);
void                barn_activity_groups_set_grouping   (BarnActivityGroups *self,
                                                         BarnGrouping        grouping);
BarnActivityOrder   barn_activity_groups_get_order      (BarnActivityGroups *self);
gboolean            barn_activity_groups_get_descending (BarnActivityGroups *self);
void                barn_activity_groups_set_order      (BarnActivityGroups *self,
                                                         BarnActivityOrder   order,
                                                         gboolean            descending);
void                barn_activity_groups_set_collapsed  (BarnActivityGroups *self,
                                                         BarnActivityGroup  *group,
                                                         gboolean            collapsed);
gboolean            barn_activity_groups_get_busy       (BarnActivityGroups *self);
guint               barn_activity_groups_get_n_shown    (BarnActivityGroups *self); /* activities, each counted once */
/* The figures above the list: each of what all the rest of the filter lets through */
const BarnTally    *barn_activity_groups_get_tally      (BarnActivityGroups *self);
/* The first row of @activity, in @group where it has one there. @group: (nullable). (transfer none) (nullable) */
BarnActivityEntry  *barn_activity_groups_find           (BarnActivityGroups *self,
                                                         BarnActivity       *activity,
                                                         BarnActivityGroup  *group,
                                                         guint              *position);
/* Names of headings may have become others: they are looked at again */
void                barn_activity_groups_refresh        (BarnActivityGroups *self);
/* Does at once what is left to do */
void                barn_activity_groups_settle         (BarnActivityGroups *self);

G_END_DECLS
