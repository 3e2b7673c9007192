/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-figures.h"
#include "barn-filter.h"

G_BEGIN_DECLS

/**
 * BarnActivityFigures:
 *
 * The figures above the list of activities: all, each status, overdue, without follow-up. Each is a toggle that filters by it.
 *
 * Signals: changed, after a person pressed one and the filter became another.
 */
#define BARN_TYPE_ACTIVITY_FIGURES (barn_activity_figures_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityFigures, barn_activity_figures, BARN, ACTIVITY_FIGURES, AdwBin)

/* @filter: what the toggles show and change; the caller keeps it */
void barn_activity_figures_set_filter (BarnActivityFigures *self,
                                       BarnFilter          *filter);
void barn_activity_figures_set_tally  (BarnActivityFigures *self,
                                       const BarnTally     *tally);

G_END_DECLS
