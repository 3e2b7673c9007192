/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/* Gives activities another due date. Where one of them is delayed by it, the reason is asked for first: Enter moves, Escape leaves all as
   it was (G_IO_ERROR_CANCELLED). What needs no reason is done before this returns. */
void     barn_move_due_async  (GtkWidget            *from,
                               BarnPlanFile         *file,
                               GPtrArray            *activities,
                               BarnDay               to,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean barn_move_due_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
