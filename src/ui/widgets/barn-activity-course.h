/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnActivityCourse:
 *
 * How an activity has gone through time: its first due date, each delay with the reason, and the years that it continues from and in.
 */
#define BARN_TYPE_ACTIVITY_COURSE (barn_activity_course_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivityCourse, barn_activity_course, BARN, ACTIVITY_COURSE, AdwBin)

/* @file, @activity: (nullable) */
void barn_activity_course_set_activity (BarnActivityCourse *self,
                                        BarnPlanFile       *file,
                                        BarnActivity       *activity);

G_END_DECLS
