/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-plan-file.h"
#include "barn-wheel.h"

G_BEGIN_DECLS

/* Asks where, and saves the årshjul there. @from: the button, which cannot be pressed again before it is done; what happens is told in its
   window. @format: "ics", "svg" or "png" */
void barn_wheel_save (GtkWidget    *from,
                      BarnPlanFile *file,
                      BarnPlan     *plan,
                      BarnWheel    *wheel,
                      const char   *format);

G_END_DECLS
