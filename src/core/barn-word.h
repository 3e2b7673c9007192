/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of an enumeration that a text field holds: what stands in the file, and what a person sees. For core alone. */
typedef struct
{
  const char *nick;
  const char *label; /* to be translated */
} BarnWord;

/* By the value, which must be one of theirs; a nick that is not found leaves @value alone */
const char *barn_word_get_nick  (const BarnWord *words,
                                 guint           n_words,
                                 guint           value);
const char *barn_word_get_label (const BarnWord *words,
                                 guint           n_words,
                                 guint           value);
gboolean    barn_word_find      (const BarnWord *words,
                                 guint           n_words,
                                 const char     *nick,
                                 guint          *value);

G_END_DECLS
