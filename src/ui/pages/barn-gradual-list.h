/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BarnGradualList:
 *
 * A list that becomes another by the fewest and smallest items-changed. A list view builds some 200 rows before anything is drawn: where
 * more rows come than can be built within a frame, they are handed to it a few at a time.
 */
#define BARN_TYPE_GRADUAL_LIST (barn_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (BarnGradualList, barn_gradual_list, BARN, GRADUAL_LIST, GObject)

BarnGradualList *barn_gradual_list_new        (void);
/* Drops all rows, and what was awaited */
void             barn_gradual_list_clear      (BarnGradualList *self);
/* @rows: (element-type GObject), each once. Takes the first step. */
void             barn_gradual_list_set_rows   (BarnGradualList *self,
                                               GPtrArray       *rows);
/* Whether all rows stand there that were asked for */
gboolean         barn_gradual_list_is_settled (BarnGradualList *self);
void             barn_gradual_list_step       (BarnGradualList *self);
void             barn_gradual_list_finish     (BarnGradualList *self);
/* (transfer none), without the cost of a reference */
gpointer         barn_gradual_list_peek       (BarnGradualList *self,
                                               guint            position);

G_END_DECLS
