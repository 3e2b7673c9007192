/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/**
 * BarnDelay:
 *
 * A due date that was moved, and why. The first due date stays in the activity.
 *
 * Fields: activity, from-on, to-on (no day: there is no due date any more), reason, made-on (the day it was moved), author,
 * made-at (microseconds since 1970 UTC: tells the order of those of one day).
 */
#define BARN_TYPE_DELAY (barn_delay_get_type ())
G_DECLARE_FINAL_TYPE (BarnDelay, barn_delay, BARN, DELAY, BarnItem)
enum { BARN_DELAY_ACTIVITY, BARN_DELAY_FROM_ON, BARN_DELAY_TO_ON, BARN_DELAY_REASON, BARN_DELAY_MADE_ON,
       BARN_DELAY_AUTHOR, BARN_DELAY_MADE_AT };

const char *barn_delay_get_activity (BarnDelay *self); /* its id */
BarnDay     barn_delay_get_from_on  (BarnDelay *self);
BarnDay     barn_delay_get_to_on    (BarnDelay *self);
const char *barn_delay_get_reason   (BarnDelay *self);
BarnDay     barn_delay_get_made_on  (BarnDelay *self);
const char *barn_delay_get_author   (BarnDelay *self);

G_END_DECLS
