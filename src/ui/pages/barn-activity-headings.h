/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-activity-group.h"

G_BEGIN_DECLS

/**
 * BarnActivityHeadings:
 *
 * The headings of one grouping, and which of them an activity stands under: for BarnActivityGroups alone. A heading stays the same while
 * its grouping is on, with what a person has closed.
 */
typedef struct
{
  BarnGrouping  grouping;
  BarnModel    *model; /* (nullable) */
  BarnPlan     *plan;  /* (nullable) */
  GHashTable   *groups; /* key → BarnActivityGroup */
} BarnActivityHeadings;

/* Without a plan: it has no headings yet */
BarnActivityHeadings *barn_activity_headings_new          (void);
void                  barn_activity_headings_free         (BarnActivityHeadings *self);
/* Forgets all headings. @model, @plan: (nullable) */
void                  barn_activity_headings_set_source   (BarnActivityHeadings *self,
                                                           BarnModel            *model,
                                                           BarnPlan             *plan);
void                  barn_activity_headings_set_grouping (BarnActivityHeadings *self,
                                                           BarnGrouping          grouping);
/* Puts the headings that @activity stands under into @groups: unowned, one at least */
void                  barn_activity_headings_place        (BarnActivityHeadings *self,
                                                           BarnActivity         *activity,
                                                           GPtrArray            *groups);
/* Empties the headings, to be filled anew, and looks at their names again */
void                  barn_activity_headings_empty        (BarnActivityHeadings *self);
/* The headings that have rows, each with its rows below, in their order. (element-type GObject, unowned) (transfer full) */
GPtrArray            *barn_activity_headings_flatten      (BarnActivityHeadings *self);
/* Tells those who look at the headings where figures became others */
void                  barn_activity_headings_tell         (BarnActivityHeadings *self);

G_END_DECLS
