/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnWindow:
 *
 * A window on one plan file. Pages and widgets talk to it by its actions alone.
 *
 * Properties: year (of the plan on show; 0: none), sidebar-shown.
 */
#define BARN_TYPE_WINDOW (barn_window_get_type ())
G_DECLARE_FINAL_TYPE (BarnWindow, barn_window, BARN, WINDOW, AdwApplicationWindow)

BarnWindow   *barn_window_new       (GtkApplication *application);
BarnPlanFile *barn_window_get_file  (BarnWindow     *self); /* (nullable) */
/* What stands in the way is told in the window, with what helps */
void          barn_window_open      (BarnWindow     *self,
                                     GFile          *file,
                                     gboolean        read_only);
/* The list that the reminder of the day is about */
void        barn_window_show_reminder (BarnWindow    *self);
/* The file that was open last; the welcome page where there is none any more */
void          barn_window_open_last (BarnWindow     *self);

G_END_DECLS
