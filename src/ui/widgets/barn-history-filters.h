/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnHistoryFilters:
 *
 * Which changes the history shows: a search as you type, and who, what and when in a popover; what is asked for stands below as
 * chips that can be taken away. They add up.
 *
 * Signals: changed.
 */
#define BARN_TYPE_HISTORY_FILTERS (barn_history_filters_get_type ())
G_DECLARE_FINAL_TYPE (BarnHistoryFilters, barn_history_filters, BARN, HISTORY_FILTERS, AdwBin)

/* Its texts live until it changes. (transfer none) */
const BarnHistoryFilter *barn_history_filters_get_filter   (BarnHistoryFilters *self);
/* Who has changed something: the names to choose from */
void                     barn_history_filters_set_authors  (BarnHistoryFilters *self,
                                                            GPtrArray          *names);
void                     barn_history_filters_clear        (BarnHistoryFilters *self);
void                     barn_history_filters_focus_search (BarnHistoryFilters *self);
void                     barn_history_filters_save         (BarnHistoryFilters *self,
                                                            GVariantDict       *state);
void                     barn_history_filters_load         (BarnHistoryFilters *self,
                                                            GVariantDict       *state);

G_END_DECLS
