/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnLongTermDetail:
 *
 * Something planned beyond the year, and what it became.
 */
#define BARN_TYPE_LONG_TERM_DETAIL (barn_long_term_detail_get_type ())
G_DECLARE_FINAL_TYPE (BarnLongTermDetail, barn_long_term_detail, BARN, LONG_TERM_DETAIL, AdwBin)

void barn_long_term_detail_set_item   (BarnLongTermDetail *self,
                                       BarnPlanFile       *file,
                                       BarnPlan           *plan,
                                       BarnLongTerm       *item);
/* For a new one: its title stands ready to be typed over */
void barn_long_term_detail_edit_title (BarnLongTermDetail *self);

G_END_DECLS
