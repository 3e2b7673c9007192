/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"
#include "barn-profile.h"

G_BEGIN_DECLS

/* The årshjul of a plan as a calendar file (iCalendar, RFC 5545) that Thunderbird and Outlook take. @sequence and @moment: number and time
   (microseconds since 1970 UTC) of the last change of the plan file: they grow with it, so that a new export updates an old one, and the
   same file gives the same bytes. (transfer full) */
char *barn_calendar_write (BarnModel   *model,
                           BarnPlan    *plan,
                           BarnProfile *profile,
                           guint        sequence,
                           gint64       moment);

G_END_DECLS
