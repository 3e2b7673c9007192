/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/**
 * BarnSavedView:
 *
 * A way to look at the activities, under a name. It stands in the plan file, so that all who use the file have it.
 *
 * Fields: name, filter (see barn_filter_to_text()), grouping, sorting and columns (words of the window; nothing: as usual), position.
 */
#define BARN_TYPE_SAVED_VIEW (barn_saved_view_get_type ())
G_DECLARE_FINAL_TYPE (BarnSavedView, barn_saved_view, BARN, SAVED_VIEW, BarnItem)
enum { BARN_SAVED_VIEW_NAME, BARN_SAVED_VIEW_FILTER, BARN_SAVED_VIEW_GROUPING, BARN_SAVED_VIEW_SORTING, BARN_SAVED_VIEW_COLUMNS,
       BARN_SAVED_VIEW_POSITION };

const char *barn_saved_view_get_name     (BarnSavedView *self);
const char *barn_saved_view_get_filter   (BarnSavedView *self);
const char *barn_saved_view_get_grouping (BarnSavedView *self);
const char *barn_saved_view_get_sorting  (BarnSavedView *self);
const char *barn_saved_view_get_columns  (BarnSavedView *self);

G_END_DECLS
