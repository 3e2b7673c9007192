/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-activity-group.h"

G_BEGIN_DECLS

/* For BarnActivityGroups and BarnActivityRecord alone */

struct _BarnActivityGroup
{
  GObject     parent_instance;

  char       *key;
  char       *title;
  char       *sort_key;
  guint       rank;
  BarnTally   tally;
  gboolean    collapsed;
  GPtrArray  *entries; /* unowned BarnActivityEntry, those that are shown */

  BarnTally   told_tally;
  guint       told_shown;
};

struct _BarnActivityEntry
{
  GObject            parent_instance;

  BarnActivity      *activity;
  BarnActivityGroup *group;
};

BarnActivityGroup *barn_activity_group_new     (const char        *key);
void               barn_activity_group_changed (BarnActivityGroup *self);
/* Looks at its title and its rank again */
void               barn_activity_group_name    (BarnActivityGroup *self,
                                                BarnGrouping       grouping,
                                                BarnModel         *model,
                                                BarnPlan          *plan);
BarnActivityEntry *barn_activity_entry_new     (BarnActivity      *activity,
                                                BarnActivityGroup *group);

G_END_DECLS
