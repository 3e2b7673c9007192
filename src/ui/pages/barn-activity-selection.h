/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-activity-groups.h"

G_BEGIN_DECLS

/**
 * BarnActivitySelection:
 *
 * Which activities are selected in the list. Headings never are, whichever way a selection comes about. Activities stay selected while
 * their rows come and go: when they change place, when they are grouped otherwise, while a filter hides them.
 */
#define BARN_TYPE_ACTIVITY_SELECTION (barn_activity_selection_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivitySelection, barn_activity_selection, BARN, ACTIVITY_SELECTION, GObject)

BarnActivitySelection *barn_activity_selection_new             (BarnActivityGroups    *groups);
/* Those that are shown, in the order of the list, each once. (element-type BarnActivity) (transfer full) */
GPtrArray             *barn_activity_selection_list_activities (BarnActivitySelection *self);
/* The place of the first row; FALSE: none is selected */
gboolean               barn_activity_selection_get_first       (BarnActivitySelection *self,
                                                                guint                 *position);
/* Nothing is selected any more, hidden ones neither */
void                   barn_activity_selection_forget          (BarnActivitySelection *self);

G_END_DECLS
