/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnIndicatorList:
 *
 * The indicators of an activity or a shift, and the way to more of them.
 */
#define BARN_TYPE_INDICATOR_LIST (barn_indicator_list_get_type ())
G_DECLARE_FINAL_TYPE (BarnIndicatorList, barn_indicator_list, BARN, INDICATOR_LIST, AdwBin)

/* @file, @plan, @item: (nullable). @item: an activity or a shift of @plan */
void barn_indicator_list_set_item (BarnIndicatorList *self,
                                   BarnPlanFile      *file,
                                   BarnPlan          *plan,
                                   BarnItem          *item);

G_END_DECLS
