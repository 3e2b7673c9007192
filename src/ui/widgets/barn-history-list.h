/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnHistoryList:
 *
 * Every change of an item: who, when, which field, what stood there and what stands there since. Read from the plan file when it
 * is opened, and anew after each change while it is open.
 */
#define BARN_TYPE_HISTORY_LIST (barn_history_list_get_type ())
G_DECLARE_FINAL_TYPE (BarnHistoryList, barn_history_list, BARN, HISTORY_LIST, AdwBin)

void  barn_history_list_set_item  (BarnHistoryList       *self,
                                   BarnPlanFile          *file,
                                   BarnItem              *item);
/* A line of history in words: "Due: 30 June → 15 September". (transfer full) */
char *barn_history_dup_words      (const BarnFieldChange *line,
                                   BarnModel             *model);

G_END_DECLS
