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
/* In a worker. What stands in the way is told in the window, with what helps */
void          barn_window_open      (BarnWindow     *self,
                                     GFile          *file,
                                     gboolean        read_only);
gboolean      barn_window_is_opening (BarnWindow    *self);
/* Open or being opened. @file: (nullable): none */
gboolean      barn_window_has       (BarnWindow     *self,
                                     GFile          *file,
                                     gboolean        read_only);
/* With its file on show */
void          barn_window_present   (BarnWindow     *self);
/* The list that the reminder of the day is about */
void        barn_window_show_reminder (BarnWindow    *self);
/* The file that was open last; the welcome page where there is none any more */
void          barn_window_open_last (BarnWindow     *self);

G_END_DECLS
