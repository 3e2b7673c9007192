/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnDetailPane:
 *
 * What stands beside a list: the activity, shift or long-term item that is selected there. Actions: detail.close (Escape).
 *
 * Properties: item (BarnItem). Signals: closed, when the person wants it gone.
 */
#define BARN_TYPE_DETAIL_PANE (barn_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (BarnDetailPane, barn_detail_pane, BARN, DETAIL_PANE, AdwBin)

void      barn_detail_pane_set_item   (BarnDetailPane *self,
                                       BarnPlanFile   *file,
                                       BarnPlan       *plan,
                                       BarnItem       *item);
BarnItem *barn_detail_pane_get_item   (BarnDetailPane *self);
/* Gives the keyboard to what is done most: the follow-up of an activity, else the title */
void      barn_detail_pane_focus      (BarnDetailPane *self);
void      barn_detail_pane_edit_title (BarnDetailPane *self);

G_END_DECLS
