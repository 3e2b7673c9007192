/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-day.h"

G_BEGIN_DECLS

/**
 * BarnDateEntry:
 *
 * A day, typed as Swedes write days (2026-06-30, 30/6, 30 juni, v 41) or chosen in a calendar with week numbers.
 * What is typed counts on Enter and when the field is left; what is no day is said under the field, and the day stays.
 *
 * Properties: day (uint, a #BarnDay), name (what a screen reader calls it), required (there must be a day), year (uint: the
 * one that is meant where a day is typed without a year and none stands there; 0: this year).
 * Signals: edited, when a person made it another day.
 */
#define BARN_TYPE_DATE_ENTRY (barn_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (BarnDateEntry, barn_date_entry, BARN, DATE_ENTRY, AdwBin)

GtkWidget *barn_date_entry_new     (const char    *name);
BarnDay    barn_date_entry_get_day (BarnDateEntry *self);
void       barn_date_entry_set_day (BarnDateEntry *self,
                                    BarnDay        day);
/* Takes what is typed; FALSE: it is no day */
gboolean   barn_date_entry_commit  (BarnDateEntry *self);

G_END_DECLS
