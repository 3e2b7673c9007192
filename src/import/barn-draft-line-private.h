/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-draft.h"
#include "barn-flow.h"

G_BEGIN_DECLS

/* A part of a line of the flow: @start and @end in bytes of its text, 0 for the whole */
BarnDraftLine *barn_draft_line_new                (const BarnFlowLine *line,
                                                   gsize               start,
                                                   gsize               end,
                                                   BarnTaken           taken,
                                                   guint               number);
void           barn_draft_line_correct            (BarnDraftLine      *self,
                                                   BarnTaken           taken);
BarnMarkForm  barn_draft_line_get_form           (BarnDraftLine      *self);
BarnColumn     barn_draft_line_get_column         (BarnDraftLine      *self);
const char    *barn_draft_line_get_column_heading (BarnDraftLine      *self); /* (nullable) */
guint          barn_draft_line_get_row            (BarnDraftLine      *self);
guint          barn_draft_line_get_last_row       (BarnDraftLine      *self);

G_END_DECLS
