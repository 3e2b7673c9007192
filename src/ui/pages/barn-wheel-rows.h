/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/* The year as a list: what the wheel shows, month by month, each thing once */

/* Headings: all year, the twelve months, without a date in the year. (element-type GtkStringObject) (transfer full) */
#define BARN_WHEEL_N_HEADINGS 14
GPtrArray *barn_wheel_rows_new_headings (void);

/* Headings that have something under them, and under each what belongs there: an activity in the month that it is due, else in that it
   starts; occasions and marks in theirs. (element-type GObject) (transfer container): each row once */
GPtrArray *barn_wheel_rows_list         (BarnModel *model,
                                         BarnPlan  *plan,
                                         GPtrArray *headings);

/* What stands under the title of a row: "1 feb – 30 juni · Chefer"; (transfer full) */
char      *barn_wheel_rows_dup_subtitle (BarnModel *model,
                                         BarnPlan  *plan,
                                         BarnItem  *item);

G_END_DECLS
