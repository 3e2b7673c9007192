/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-adopt.h"

G_BEGIN_DECLS

/**
 * BarnAdoptedList:
 *
 * The adopted documents of a year, the latest first: to be shown as they were, saved, compared, put right and deleted. It is not seen where
 * there is none.
 */
#define BARN_TYPE_ADOPTED_LIST (barn_adopted_list_get_type ())
G_DECLARE_FINAL_TYPE (BarnAdoptedList, barn_adopted_list, BARN, ADOPTED_LIST, AdwBin)

/* @file, @plan: (nullable) */
void barn_adopted_list_set_plan (BarnAdoptedList *self,
                                 BarnPlanFile    *file,
                                 BarnPlan        *plan);
/* The keyboard goes to the row of it */
void barn_adopted_list_show     (BarnAdoptedList *self,
                                 BarnAdopted     *adopted);

G_END_DECLS
