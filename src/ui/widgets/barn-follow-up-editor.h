/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnFollowUpEditor:
 *
 * Where a follow-up is written: status, day, what happened, what it meant for the children.
 *
 * It saves as any field does, so that nothing is lost: the first text or another status makes the follow-up, and what is typed on
 * goes into that same one. "Save follow-up" ends the sitting and empties the form for the next.
 *
 * Properties: current (BarnFollowUp, read only): the one of this sitting; NULL before anything was written.
 */
#define BARN_TYPE_FOLLOW_UP_EDITOR (barn_follow_up_editor_get_type ())
G_DECLARE_FINAL_TYPE (BarnFollowUpEditor, barn_follow_up_editor, BARN, FOLLOW_UP_EDITOR, AdwBin)

void          barn_follow_up_editor_set_activity (BarnFollowUpEditor *self,
                                                  BarnPlanFile       *file,
                                                  BarnActivity       *activity);
/* The same for an occasion of @plan */
void          barn_follow_up_editor_follow_up_for (BarnFollowUpEditor *self,
                                                  BarnPlanFile       *file,
                                                  BarnPlan           *plan,
                                                  BarnOccasion       *occasion,
                                                  BarnActivity       *activity);
/* As pressing the toggle of @status does */
void          barn_follow_up_editor_choose_status (BarnFollowUpEditor *self,
                                                  BarnStatus          status);
BarnFollowUp *barn_follow_up_editor_get_current  (BarnFollowUpEditor *self);
/* Saves what is left and empties the form */
void          barn_follow_up_editor_finish       (BarnFollowUpEditor *self);

G_END_DECLS
