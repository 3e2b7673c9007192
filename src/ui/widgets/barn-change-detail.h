/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnChangeDetail:
 *
 * One change of the history: what was done, by whom and when, what stood in each field before and what stood there after, with the way to the
 * thing that was changed and the way back to how it was then (the action history.back, which the page has).
 */
#define BARN_TYPE_CHANGE_DETAIL (barn_change_detail_get_type ())
G_DECLARE_FINAL_TYPE (BarnChangeDetail, barn_change_detail, BARN, CHANGE_DETAIL, AdwBin)

/* @change: (nullable): none */
void barn_change_detail_set_change (BarnChangeDetail *self,
                                    BarnPlanFile     *file,
                                    BarnChange       *change);
/* Shows the thing that was changed on its page, as soon as it is known which it was; says so where it is gone */
void barn_change_detail_go         (BarnChangeDetail *self);
/* "14:02 · Anna" (transfer full) */
char *barn_change_detail_dup_who   (BarnChange       *change);

G_END_DECLS
