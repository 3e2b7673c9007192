/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/**
 * BarnAdopted:
 *
 * A fastställd handling: a document as it was when it was decided on. The plan file keeps its bytes beside it, which no living item
 * holds: they are read when they are asked for.
 *
 * Fields: plan, paper (a word of #BarnPaper), format (how the file ends: "docx"), title, as-of (the day that its figures are of), adopted-on
 * (the day of the decision), instance (who decided: Socialnämnden), decision (its paragraph: § 12), registry-number (diarienummer), sha256
 * (of the bytes, in hexadecimal), size (how many they are), author (who kept it), made-at (microseconds since 1970 UTC).
 */
#define BARN_TYPE_ADOPTED (barn_adopted_get_type ())
G_DECLARE_FINAL_TYPE (BarnAdopted, barn_adopted, BARN, ADOPTED, BarnItem)
enum { BARN_ADOPTED_PLAN, BARN_ADOPTED_PAPER, BARN_ADOPTED_FORMAT, BARN_ADOPTED_TITLE, BARN_ADOPTED_AS_OF, BARN_ADOPTED_ADOPTED_ON,
       BARN_ADOPTED_INSTANCE, BARN_ADOPTED_DECISION, BARN_ADOPTED_REGISTRY_NUMBER, BARN_ADOPTED_SHA256, BARN_ADOPTED_SIZE,
       BARN_ADOPTED_AUTHOR, BARN_ADOPTED_MADE_AT };

const char *barn_adopted_get_plan            (BarnAdopted *self);
const char *barn_adopted_get_paper           (BarnAdopted *self);
const char *barn_adopted_get_format          (BarnAdopted *self);
const char *barn_adopted_get_title           (BarnAdopted *self);
BarnDay     barn_adopted_get_as_of           (BarnAdopted *self);
BarnDay     barn_adopted_get_adopted_on      (BarnAdopted *self);
const char *barn_adopted_get_instance        (BarnAdopted *self);
const char *barn_adopted_get_decision        (BarnAdopted *self);
const char *barn_adopted_get_registry_number (BarnAdopted *self);
const char *barn_adopted_get_sha256          (BarnAdopted *self);
gint64      barn_adopted_get_size            (BarnAdopted *self); /* bytes */
const char *barn_adopted_get_author          (BarnAdopted *self);
gint64      barn_adopted_get_made_at         (BarnAdopted *self);

G_END_DECLS
