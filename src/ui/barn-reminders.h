/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-plan-file.h"

G_BEGIN_DECLS

/* What a person is to be reminded of now, or NULL: nothing, not wanted, only viewed, or told today already. What is returned counts as told:
   there is no more than one a day for each plan file. @today: the day. (transfer full) */
GNotification *barn_reminders_take (GSettings    *settings,
                                    BarnPlanFile *file,
                                    BarnDay       today);
/* The page and the filter that a reminder leads to: "overdue", "follow-up" or "overview" */
const char    *barn_reminders_find_place (BarnPlanFile *file,
                                          BarnDay       today);

G_END_DECLS
