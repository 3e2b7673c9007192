/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BarnRowDiffFunc:
 * @position: where, in the list as the runs before have left it
 * @n_removed: how many rows go there
 * @added: the rows that come in their place
 * @n_added: how many
 */
typedef void (*BarnRowDiffFunc) (guint     position,
                                 guint     n_removed,
                                 gpointer *added,
                                 guint     n_added,
                                 gpointer  user_data);

void barn_row_diff (GPtrArray       *old,
                    GPtrArray       *new,
                    BarnRowDiffFunc  func,
                    gpointer         user_data);

G_END_DECLS
