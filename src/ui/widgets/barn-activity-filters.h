/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-figures.h"
#include "barn-filter.h"

G_BEGIN_DECLS

/**
 * BarnActivityFilters:
 *
 * Which activities are asked for, as a person sees and changes it: the figures as toggles, a search, a popover with all there is
 * to choose from, and what was chosen as chips that can be taken away.
 *
 * Properties: tools (a GtkWidget beside the search). Signals: changed, when the filter became another.
 */
#define BARN_TYPE_ACTIVITY_FILTERS (barn_activity_filters_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityFilters, barn_activity_filters, BARN, ACTIVITY_FILTERS, AdwBin)

void              barn_activity_filters_set_source   (BarnActivityFilters *self,
                                                      BarnModel           *model,
                                                      BarnPlan            *plan);
const BarnFilter *barn_activity_filters_get_filter   (BarnActivityFilters *self);
/* @filter: what is asked for from now on; its search stands in the entry as it was folded */
void              barn_activity_filters_set_filter   (BarnActivityFilters *self,
                                                      const BarnFilter    *filter);
void              barn_activity_filters_clear        (BarnActivityFilters *self);
/* The figures that the toggles bear */
void              barn_activity_filters_set_tally    (BarnActivityFilters *self,
                                                      const BarnTally     *tally);
void              barn_activity_filters_focus_search (BarnActivityFilters *self);

/* As vardict: status, role, shift, article, responsible (each s or as), overdue, without-follow-up (b), search (s).
   Keys that are not known are left alone. */
void              barn_activity_filters_save         (BarnActivityFilters *self,
                                                      GVariantDict        *state);
void              barn_activity_filters_load         (BarnActivityFilters *self,
                                                      GVariantDict        *state);
/* What is filtered by in a few words, for the page's title; NULL for nothing. (transfer full) */
char             *barn_activity_filters_dup_words    (BarnActivityFilters *self);

G_END_DECLS
