/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"

G_BEGIN_DECLS

/**
 * BarnViewCounts:
 *
 * How many activities of a year each saved view shows. Of many activities they are counted in slices, while nothing else is to be done.
 *
 * Signals: counted, when the figures are those of what is there now.
 */
#define BARN_TYPE_VIEW_COUNTS (barn_view_counts_get_type ())
G_DECLARE_FINAL_TYPE (BarnViewCounts, barn_view_counts, BARN, VIEW_COUNTS, GObject)

BarnViewCounts *barn_view_counts_new   (void);
/* Counts anew; @plan: (nullable): whose activities, NULL for none */
void            barn_view_counts_start (BarnViewCounts *self,
                                        BarnModel      *model,
                                        BarnPlan       *plan);
/* Of the @place-th view, when they were counted last */
guint           barn_view_counts_get   (BarnViewCounts *self,
                                        guint           place);

G_END_DECLS
