/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/* Makes @view a field of one line that wraps: line breaks become spaces, and Enter goes on to the next field */
void       barn_detail_make_single_line (GtkTextView  *view);

/* A row that leads to @activity: its status and title. Activating it shows the activity. */
GtkWidget *barn_detail_create_link      (BarnActivity *activity);

/* Makes the rows of @list lead where barn_detail_create_link() says */
void       barn_detail_connect_links    (GtkListBox   *list);

G_END_DECLS
