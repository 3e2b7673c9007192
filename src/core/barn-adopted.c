/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-adopted"

#include "config.h"

#include "barn-adopted.h"

#include "barn-item-private.h"

static const BarnField barn_adopted_fields[] = {
  [BARN_ADOPTED_PLAN] = { "plan", BARN_FIELD_REF },
  [BARN_ADOPTED_PAPER] = { "paper", BARN_FIELD_TEXT },
  [BARN_ADOPTED_FORMAT] = { "format", BARN_FIELD_TEXT },
  [BARN_ADOPTED_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_ADOPTED_AS_OF] = { "as-of", BARN_FIELD_DAY },
  [BARN_ADOPTED_ADOPTED_ON] = { "adopted-on", BARN_FIELD_DAY },
  [BARN_ADOPTED_INSTANCE] = { "instance", BARN_FIELD_TEXT },
  [BARN_ADOPTED_DECISION] = { "decision", BARN_FIELD_TEXT },
  [BARN_ADOPTED_REGISTRY_NUMBER] = { "registry-number", BARN_FIELD_TEXT },
  [BARN_ADOPTED_SHA256] = { "sha256", BARN_FIELD_TEXT },
  [BARN_ADOPTED_SIZE] = { "size", BARN_FIELD_INT },
  [BARN_ADOPTED_AUTHOR] = { "author", BARN_FIELD_TEXT },
  [BARN_ADOPTED_MADE_AT] = { "made-at", BARN_FIELD_INT },
};

BARN_DEFINE_KIND (BarnAdopted, barn_adopted, ADOPTED)

BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, const char *, plan, PLAN, text)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, const char *, paper, PAPER, text)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, const char *, format, FORMAT, text)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, const char *, title, TITLE, text)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, BarnDay, as_of, AS_OF, number)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, BarnDay, adopted_on, ADOPTED_ON, number)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, const char *, instance, INSTANCE, text)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, const char *, decision, DECISION, text)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, const char *, registry_number, REGISTRY_NUMBER, text)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, const char *, sha256, SHA256, text)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, gint64, size, SIZE, number)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, const char *, author, AUTHOR, text)
BARN_DEFINE_GETTER (BarnAdopted, barn_adopted, ADOPTED, gint64, made_at, MADE_AT, number)
