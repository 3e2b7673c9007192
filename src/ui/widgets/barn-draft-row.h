/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-draft.h"

G_BEGIN_DECLS

/**
 * BarnDraftRow:
 *
 * A line of a document as it looks there, and beside it what it was taken for, what becomes of it, and why. What it was taken for
 * is a menu: choosing emits "taken" with the #BarnTaken.
 */
#define BARN_TYPE_DRAFT_ROW (barn_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (BarnDraftRow, barn_draft_row, BARN, DRAFT_ROW, GtkWidget)

GtkWidget     *barn_draft_row_new        (void);
BarnDraftLine *barn_draft_row_get_line   (BarnDraftRow  *self);
void           barn_draft_row_set_line   (BarnDraftRow  *self,
                                          BarnDraftLine *line);
void           barn_draft_row_popup      (BarnDraftRow  *self);
char          *barn_draft_row_dup_name   (BarnDraftLine *line);

/* What the keys 1 to 9 choose */
#define BARN_N_TAKEN_KEYS 9
BarnTaken      barn_draft_row_get_keyed  (guint          key);

G_END_DECLS
