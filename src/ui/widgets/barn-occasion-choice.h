/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnOccasionChoice:
 *
 * Which occasion is followed up, and which part of the plan: all of it, what a role does, or what a unit is responsible for.
 *
 * A part is told as "" (all), "role:ID" or "unit:ID"; without an ID: what has no role, no unit.
 *
 * Signals: changed, when a person chose another.
 */
#define BARN_TYPE_OCCASION_CHOICE (barn_occasion_choice_get_type ())
G_DECLARE_FINAL_TYPE (BarnOccasionChoice, barn_occasion_choice, BARN, OCCASION_CHOICE, AdwBin)

/* Fills both lists anew where they have become others. What is not there any more falls back: to the occasion to work with, to all. */
void          barn_occasion_choice_update       (BarnOccasionChoice *self,
                                                 BarnModel          *model,
                                                 BarnPlan           *plan);
BarnOccasion *barn_occasion_choice_get_occasion (BarnOccasionChoice *self); /* (nullable): the plan has none */
const char   *barn_occasion_choice_get_part     (BarnOccasionChoice *self);
/* Both count from the next update on. @id: (nullable): the one to work with */
void          barn_occasion_choice_set_occasion (BarnOccasionChoice *self,
                                                 const char         *id);
void          barn_occasion_choice_set_part     (BarnOccasionChoice *self,
                                                 const char         *part);
/* The part as the two arguments of barn_occasion_list_left() */
const char   *barn_occasion_choice_get_role     (BarnOccasionChoice *self); /* (nullable) */
const char   *barn_occasion_choice_get_unit     (BarnOccasionChoice *self); /* (nullable) */

G_END_DECLS
