/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-word"

#include "config.h"

#include "barn-word.h"

#include <glib/gi18n-lib.h>

const char *
barn_word_get_nick (const BarnWord *words,
                    guint           n_words,
                    guint           value)
{
  g_return_val_if_fail (value < n_words, NULL);

  return words[value].nick;
}

const char *
barn_word_get_label (const BarnWord *words,
                     guint           n_words,
                     guint           value)
{
  g_return_val_if_fail (value < n_words, NULL);

  return _(words[value].label);
}

/* FALSE: there is no such word, and @value is untouched */
gboolean
barn_word_find (const BarnWord *words,
                guint           n_words,
                const char     *nick,
                guint          *value)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (g_strcmp0 (words[i].nick, nick) == 0)
        {
          *value = i;
          return TRUE;
        }
    }

  return FALSE;
}
