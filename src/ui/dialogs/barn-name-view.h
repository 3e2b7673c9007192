/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/* Asks what a view is called. @view: (nullable): the one that gets another name; NULL: it is about to be saved, and may take the place of
   one that has the name already. @name: (nullable): what is proposed */
void  barn_name_view_async  (GtkWidget           *from,
                             BarnPlanFile        *file,
                             BarnSavedView       *view,
                             const char          *name,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
/* The name; %NULL where none was given. (transfer full) (nullable) */
char *barn_name_view_finish (GAsyncResult        *result);

G_END_DECLS
