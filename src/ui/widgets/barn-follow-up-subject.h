/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-model.h"

G_BEGIN_DECLS

/**
 * BarnFollowUpSubject:
 *
 * What is followed up, large: its title, who does it, who is responsible, when it is due. It takes the keyboard, so that a screen reader says all
 * of it, and the keys for the statuses work at once.
 */
#define BARN_TYPE_FOLLOW_UP_SUBJECT (barn_follow_up_subject_get_type ())
G_DECLARE_FINAL_TYPE (BarnFollowUpSubject, barn_follow_up_subject, BARN, FOLLOW_UP_SUBJECT, AdwBin)

void barn_follow_up_subject_show (BarnFollowUpSubject *self,
                                  BarnModel           *model,
                                  BarnActivity        *activity);

G_END_DECLS
