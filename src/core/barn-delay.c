/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-delay"

#include "config.h"

#include "barn-delay.h"

#include "barn-item-private.h"

static const BarnField barn_delay_fields[] = {
  [BARN_DELAY_ACTIVITY] = { "activity", BARN_FIELD_REF },
  [BARN_DELAY_FROM_ON] = { "from-on", BARN_FIELD_DAY },
  [BARN_DELAY_TO_ON] = { "to-on", BARN_FIELD_DAY },
  [BARN_DELAY_REASON] = { "reason", BARN_FIELD_TEXT },
  [BARN_DELAY_MADE_ON] = { "made-on", BARN_FIELD_DAY },
  [BARN_DELAY_AUTHOR] = { "author", BARN_FIELD_TEXT },
  [BARN_DELAY_MADE_AT] = { "made-at", BARN_FIELD_INT },
};

BARN_DEFINE_KIND (BarnDelay, barn_delay, DELAY)

BARN_DEFINE_GETTER (BarnDelay, barn_delay, DELAY, const char *, activity, ACTIVITY, text)
BARN_DEFINE_GETTER (BarnDelay, barn_delay, DELAY, BarnDay, from_on, FROM_ON, number)
BARN_DEFINE_GETTER (BarnDelay, barn_delay, DELAY, BarnDay, to_on, TO_ON, number)
BARN_DEFINE_GETTER (BarnDelay, barn_delay, DELAY, const char *, reason, REASON, text)
BARN_DEFINE_GETTER (BarnDelay, barn_delay, DELAY, BarnDay, made_on, MADE_ON, number)
BARN_DEFINE_GETTER (BarnDelay, barn_delay, DELAY, const char *, author, AUTHOR, text)
