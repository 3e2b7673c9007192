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

/* barn-draft-activity.c */
GHashTable *barn_draft_texts_new   (void);
void       barn_draft_texts_finish (GHashTable *texts);
GString   *barn_draft_get_text     (GHashTable *texts,
                                    BarnItem   *item,
                                    guint       field);
void       barn_draft_append_text  (GHashTable *texts,
                                    BarnItem   *item,
                                    guint       field,
                                    const char *text,
                                    const char *parting);
gboolean   barn_draft_set_field    (GHashTable *texts,
                                    BarnItem   *activity,
                                    BarnColumn  column,
                                    const char *value,
                                    guint       year);
char      *barn_draft_dup_activity_words (const char *text);
void       barn_draft_read_aside   (GHashTable *texts,
                                    BarnItem   *activity,
                                    const char *text,
                                    guint       year);

/* barn-draft-facts.c */
void       barn_draft_add_member   (BarnItem   *item,
                                    guint       field,
                                    const char *member);
void       barn_draft_add_articles (BarnItem   *item,
                                    guint       field,
                                    const char *text);
char     **barn_draft_dup_facts    (const char *text);
gboolean   barn_draft_read_facts   (GHashTable *texts,
                                    BarnItem   *activity,
                                    const char *text,
                                    guint       year,
                                    GPtrArray  *shifts);

G_END_DECLS
