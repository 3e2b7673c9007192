/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is over this is hard to read: official texts (Björnsson 1968) */
#define BARN_LIX_HARD 50

/* A text of fewer words is too short to be judged by its LIX */
#define BARN_LIX_WORDS 20

guint      barn_text_get_lix           (const char *text,
                                        guint      *n_words);
/* (transfer full) (element-type utf8) */
GPtrArray *barn_text_dup_longest       (const char *text,
                                        guint       n);

G_END_DECLS
