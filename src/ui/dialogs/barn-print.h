/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/* Prints a document of a year through the desktop's dialog: the pages that a PDF file of it has. What goes wrong is told in the window of
   @from. @as_of: %BARN_DAY_NONE: today; @profile: (nullable): the plan file's own */
void barn_print            (GtkWidget    *from,
                            BarnPlanFile *file,
                            BarnPaper     paper,
                            guint         year,
                            BarnDay       as_of,
                            BarnProfile  *profile);

/* For tests: prints to a PDF file of this path, without a dialog; NULL brings back the dialog */
void barn_print_set_output (const char   *path);

G_END_DECLS
