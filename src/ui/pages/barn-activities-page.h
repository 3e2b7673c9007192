/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-page.h"

G_BEGIN_DECLS

/**
 * BarnActivitiesPage:
 *
 * All activities of the year: grouped, filtered, searched and sorted, as a saved view says or as a person chooses; one of them beside the
 * list.
 *
 * Properties: grouping, order, descending, column-… for each column that can be left out, view (the saved view that is on show).
 */
#define BARN_TYPE_ACTIVITIES_PAGE (barn_activities_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivitiesPage, barn_activities_page, BARN, ACTIVITIES_PAGE, BarnPage)

/* @filter: a{sv} with the keys of win.show-activities: status, role, shift, article, responsible, overdue, without-follow-up, raised,
   group. What it does not name is not filtered by. */
void barn_activities_page_show (BarnActivitiesPage *self,
                                GVariant           *filter);

void           barn_activities_page_show_view (BarnActivitiesPage *self,
                                               BarnSavedView      *view);
/* (nullable): the saved view that is on show */
BarnSavedView *barn_activities_page_get_view  (BarnActivitiesPage *self);

G_END_DECLS
