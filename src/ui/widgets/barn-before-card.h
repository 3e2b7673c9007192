/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnBeforeCard:
 *
 * What was said of an activity before the period of an occasion, and whether anything has been said for the occasion already.
 */
#define BARN_TYPE_BEFORE_CARD (barn_before_card_get_type ())
G_DECLARE_FINAL_TYPE (BarnBeforeCard, barn_before_card, BARN, BEFORE_CARD, AdwBin)

/* @shown: (nullable): a follow-up for the occasion that is shown elsewhere and needs not be told here too */
void barn_before_card_show (BarnBeforeCard *self,
                            BarnPlan       *plan,
                            BarnOccasion   *occasion,
                            BarnActivity   *activity,
                            BarnFollowUp   *shown);

G_END_DECLS
