/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BarnRestoreDialog:
 *
 * The backups that are kept of a plan file, of which one can be put in its place.
 *
 * Signals: restored: one was.
 */
#define BARN_TYPE_RESTORE_DIALOG (barn_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BarnRestoreDialog, barn_restore_dialog, BARN, RESTORE_DIALOG, AdwWindow)

/* @file: a plan file, which may be damaged or gone. (transfer none): GTK owns it until it is closed */
GtkWidget *barn_restore_dialog_new (GtkWindow *parent,
                                    GFile     *file);

G_END_DECLS
