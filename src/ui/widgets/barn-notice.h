/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BarnNotice:
 *
 * A sentence across the top of the window that stays: that the file is read-only, or what went wrong. It wraps,
 * which a toast does not, and screen readers are told of it.
 */
#define BARN_TYPE_NOTICE (barn_notice_get_type ())
G_DECLARE_FINAL_TYPE (BarnNotice, barn_notice, BARN, NOTICE, GtkWidget)

/* @button and @action: (nullable): what can be done about it. @closable: whether it can be put away */
void     barn_notice_show     (BarnNotice *self,
                               const char *sentence,
                               const char *button,
                               const char *action,
                               gboolean    closable);
void     barn_notice_hide     (BarnNotice *self);
gboolean barn_notice_is_shown (BarnNotice *self);

G_END_DECLS
