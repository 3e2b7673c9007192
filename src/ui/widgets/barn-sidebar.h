/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnSidebar:
 *
 * The way to the pages: each with what it holds counted, the roles and the saved views under the activities. Choosing an entry activates win.show-page,
 * win.show-activities or win.show-view. Saved views are renamed, moved and deleted here.
 */
#define BARN_TYPE_SIDEBAR (barn_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (BarnSidebar, barn_sidebar, BARN, SIDEBAR, GtkWidget)

GtkWidget  *barn_sidebar_new       (void);
void        barn_sidebar_set_plan  (BarnSidebar  *self,
                                    BarnPlanFile *file,
                                    BarnPlan     *plan);
/* Marks where the person is. @role: (nullable): the id of the role whose activities are on show; @view: (nullable): of the saved view */
void        barn_sidebar_set_place (BarnSidebar  *self,
                                    const char   *page,
                                    const char   *role,
                                    const char   *view);
/* What stands beside an entry: "14", "4 of 9"; NULL: there is no such entry. @role and @view as above */
const char *barn_sidebar_get_count (BarnSidebar  *self,
                                    const char   *page,
                                    const char   *role,
                                    const char   *view);

G_END_DECLS
