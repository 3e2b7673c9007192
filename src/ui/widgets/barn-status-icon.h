/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-status.h"

G_BEGIN_DECLS

/**
 * BarnStatusIcon:
 *
 * A status by icon, word and colour. Overdue stands beside the status, by icon and word as well.
 *
 * Properties, all writable and watched: status, overdue, compact (the word only in the tooltip and for screen readers).
 */
#define BARN_TYPE_STATUS_ICON (barn_status_icon_get_type ())
G_DECLARE_FINAL_TYPE (BarnStatusIcon, barn_status_icon, BARN, STATUS_ICON, GtkWidget)

GtkWidget  *barn_status_icon_new            (void);
BarnStatus  barn_status_icon_get_status     (BarnStatusIcon *self);
void        barn_status_icon_set_status     (BarnStatusIcon *self,
                                             BarnStatus      status);
gboolean    barn_status_icon_get_overdue    (BarnStatusIcon *self);
void        barn_status_icon_set_overdue    (BarnStatusIcon *self,
                                             gboolean        overdue);
gboolean    barn_status_icon_get_compact    (BarnStatusIcon *self);
void        barn_status_icon_set_compact    (BarnStatusIcon *self,
                                             gboolean        compact);

/* The style class that bears the status's colour: "status-ongoing" */
const char *barn_status_get_style_class     (BarnStatus      status);
/* "Påbörjad, försenad": status and overdue in words, for the label of a row. (transfer full) */
char       *barn_status_dup_words           (BarnStatus      status,
                                             gboolean        overdue);

G_END_DECLS
