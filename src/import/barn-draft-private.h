/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-draft-line-private.h"

G_BEGIN_DECLS

/**
 * BarnEntry:
 * @line: its first line
 * @taken: what it is
 * @text: all of it, lines that continue it joined
 *
 * A paragraph of the draft.
 */
typedef struct
{
  BarnDraftLine *line;
  BarnTaken      taken;
  GString       *text;
} BarnEntry;

GPtrArray *barn_draft_dup_entries (GListModel *lines); /* (element-type BarnEntry) */
char      *barn_draft_dup_title   (GPtrArray  *entries);
char      *barn_draft_make_key    (const char *text);

G_END_DECLS
