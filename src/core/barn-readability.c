/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-readability"

#include "config.h"

#include "barn-readability.h"

#include <string.h>

/* Words of more letters than this are long */
#define LONG_WORD 6

typedef struct
{
  const char *start;
  gsize       length;
  guint       words;
  guint       long_words;
} Sentence;

/* A full stop inside "3.5" or "www.kommun.se" ends nothing: white space or the end comes after one that does */
static gboolean
ends_sentence (const char *p)
{
  const char *next = p + 1;

  if (*p == '\n')
    return TRUE;
  if (strchr (".!?:", *p) == NULL)
    return FALSE;

  while (*next != '\0' && strchr (")\"'", *next) != NULL)
    next++;

  return *next == '\0' || g_ascii_isspace (*next);
}

/* Letters and digits, with the signs that stand inside a word */
static gboolean
is_in_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (g_unichar_isalnum (c) || g_unichar_ismark (c))
    return TRUE;

  return strchr ("-'.", *p) != NULL && g_unichar_isalnum (g_utf8_get_char (p + 1));
}

static const char *
count_word (const char *p,
            Sentence   *sentence)
{
  guint letters = 0;

  for (; *p != '\0' && is_in_word (p); p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        letters++;
    }

  sentence->words++;
  if (letters > LONG_WORD)
    sentence->long_words++;

  return p;
}

/* (element-type Sentence): those that have words */
static GArray *
split_sentences (const char *text)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  Sentence sentence = { .start = text };

  for (const char *p = text; *p != '\0';)
    {
      gboolean end;

      if (g_unichar_isalnum (g_utf8_get_char (p)))
        {
          p = count_word (p, &sentence);
          continue;
        }

      end = ends_sentence (p);
      p = g_utf8_next_char (p);
      if (!end)
        continue;

      sentence.length = p - sentence.start;
      if (sentence.words > 0)
        g_array_append_val (sentences, sentence);
      sentence = (Sentence) { .start = p };
    }

  sentence.length = strlen (sentence.start);
  if (sentence.words > 0)
    g_array_append_val (sentences, sentence);

  return sentences;
}

/**
 * barn_text_get_lix:
 * @text: (nullable): a text in UTF-8
 * @n_words: (out) (optional): how many words it has
 *
 * Computes how hard a text is to read by LIX, läsbarhetsindex (C.-H. Björnsson, Läsbarhet, 1968): the average number of words in a
 * sentence, and the share of words of more than six letters in per cent, added. A sentence ends with . ! ? or : and a paragraph or item of a list
 * with its line. Under 30 is what children read, over 50 what officials write.
 *
 * Returns: the LIX, rounded; 0 where there are no words
 */
guint
barn_text_get_lix (const char *text,
                   guint      *n_words)
{
  g_autoptr (GArray) sentences = NULL;
  guint words = 0, long_words = 0;

  sentences = split_sentences (text != NULL ? text : "");
  for (guint i = 0; i < sentences->len; i++)
    {
      words += g_array_index (sentences, Sentence, i).words;
      long_words += g_array_index (sentences, Sentence, i).long_words;
    }

  if (n_words != NULL)
    *n_words = words;
  if (words == 0)
    return 0;

  return (guint) ((double) words / sentences->len + 100.0 * long_words / words + 0.5);
}

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  const Sentence *left = a, *right = b;

  if (left->words != right->words)
    return left->words < right->words ? 1 : -1;

  return (left->start > right->start) - (left->start < right->start);
}

/**
 * barn_text_dup_longest:
 * @text: (nullable): a text in UTF-8
 * @n: how many sentences at the most
 *
 * Finds the sentences with most words.
 *
 * Returns: (transfer full) (element-type utf8): the sentences, the longest first
 */
GPtrArray *
barn_text_dup_longest (const char *text,
                       guint       n)
{
  GPtrArray *longest = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) sentences = split_sentences (text != NULL ? text : "");

  g_array_sort (sentences, compare_length);
  for (guint i = 0; i < MIN (n, sentences->len); i++)
    {
      const Sentence *sentence = &g_array_index (sentences, Sentence, i);

      g_ptr_array_add (longest, g_strstrip (g_strndup (sentence->start, sentence->length)));
    }

  return longest;
}
