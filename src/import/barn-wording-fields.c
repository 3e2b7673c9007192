/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wording-fields"

#include "barn-wording.h"

#include <string.h>

#include "barn-text.h"

/* Who is responsible for an activity and when, where that stands in its own words; and its number */

/* Longer is a sentence */
#define MAX_ASIDE 200

/**
 * barn_wording_measure_number:
 * @text: an activity
 *
 * Returns: how many of its bytes only number it: "Åtgärd 1: "; 0 where none do
 */
gsize
barn_wording_measure_number (const char *text)
{
  gsize word = strcspn (text, " ");
  const char *p = text + word;
  g_autofree char *name = NULL;
  gsize digits;

  if (word > 40 || *p == '\0')
    return 0;
  p++;
  digits = strspn (p, "0123456789");
  if (digits == 0 || digits > 3 || (strchr (":.)", p[digits]) == NULL && !g_str_has_prefix (p + digits, " –") && !g_str_has_prefix (p + digits, " -")))
    return 0;
  name = g_strndup (text, word);
  if (p[digits] == '\0' || barn_wording_find_column (name) != BARN_COLUMN_ACTIVITY)
    return 0;
  p += digits;
  while (*p != '\0' && (strchr (" .:)-", *p) != NULL || g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—")))
    p = g_utf8_next_char (p);

  return *p != '\0' ? p - text : 0;
}

/* "klart 30/6", "senast i juni": the bytes that say that a day follows */
static gsize
measure_lead (const char *text)
{
  static const char *const leads[] = { "klart senast ", "klar senast ", "klart ", "klar ", "senast ", "slutförs ", "till ", "före ", "den " };
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_ascii_strncasecmp (text + n, leads[i], strlen (leads[i])) == 0)
      n += strlen (leads[i]);

  return n;
}

/**
 * barn_wording_read_aside:
 * @part: a part of what stands in parentheses behind an activity: "klart 30/6"
 * @column: (inout): what it says; before, what the part before it said
 *
 * Returns: where its value begins; %NULL where it says neither who nor when
 */
const char *
barn_wording_read_aside (const char *part,
                         BarnColumn *column)
{
  BarnColumn before = *column;
  gsize n = barn_wording_measure_field (part, column);

  if (n > 0)
    return part + n;
  n = measure_lead (part);
  if (n > 0)
    {
      *column = BARN_COLUMN_DUE;
      return part;
    }
  /* "ansvarig: Fritidschefen, Biblioteket" */
  *column = before;

  return before == BARN_COLUMN_RESPONSIBLE ? part : NULL;
}

/**
 * barn_wording_dup_aside:
 * @text: an activity
 * @start: (out): where the parentheses open
 *
 * Returns: (transfer full) (nullable): the parts of what stands in parentheses at its end, where each says who is responsible or when
 */
char **
barn_wording_dup_aside (const char *text,
                        gsize      *start)
{
  gsize length = strlen (text);
  const char *open = strrchr (text, '(');
  g_autofree char *inside = NULL;
  g_auto (GStrv) parts = NULL;
  BarnColumn column = BARN_COLUMN_NONE;
  gboolean sure = FALSE;

  while (length > 0 && strchr (".; ", text[length - 1]) != NULL)
    length--;
  if (open == NULL || open == text || length == 0 || text[length - 1] != ')' || (gsize) (open - text) + MAX_ASIDE < length)
    return NULL;

  inside = g_strndup (open + 1, text + length - 1 - (open + 1));
  parts = g_strsplit_set (inside, ",;", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      BarnColumn field;

      g_strstrip (parts[i]);
      sure |= barn_wording_measure_field (parts[i], &field) > 0;
      if (barn_wording_read_aside (parts[i], &column) == NULL)
        return NULL;
    }
  /* "(klart till sommaren)" alone may be a part of the sentence: a day must stand there */
  if (!sure && (parts[0] == NULL || parts[1] != NULL || barn_wording_read_day (parts[0], 2000, NULL) == BARN_DAY_NONE))
    return NULL;
  *start = open - text;

  return g_steal_pointer (&parts);
}

static BarnDay
read_one_day (const char *text,
              guint       year)
{
  const char *value = text + measure_lead (text);
  g_autofree char *word = NULL;

  value += strspn (value, " ");
  if (barn_wording_is_day (value))
    return barn_wording_find_day (value, NULL, NULL);
  /* A number alone is none */
  if (*value == '\0' || strlen (value) > 40 || value[strspn (value, "0123456789")] == '\0')
    return BARN_DAY_NONE;

  return year > 0 ? barn_day_parse (value, barn_day_new (year, 1, 1)) : BARN_DAY_NONE;
}

/**
 * barn_wording_read_day:
 * @text: what is said of when
 * @year: of the plan: of a day that is named without its year; 0: such a day is none
 * @start: (out) (optional): the first day, where two are named; else %BARN_DAY_NONE
 *
 * Reads a day where nothing else is said: "2026-06-30", "klart 30/6", "v. 41", "2026-02-01 – 2026-04-30". "våren" and "löpande" are no days.
 * A week stands for its Friday.
 *
 * Returns: the day, or the last of two; %BARN_DAY_NONE where there is none
 */
BarnDay
barn_wording_read_day (const char *text,
                       guint       year,
                       BarnDay    *start)
{
  static const char *const partings[] = { " – ", "–", " - ", " till ", " t.o.m. " };
  BarnDay day = read_one_day (text, year);

  if (start != NULL)
    *start = BARN_DAY_NONE;
  for (gsize i = 0; day == BARN_DAY_NONE && i < G_N_ELEMENTS (partings); i++)
    {
      const char *parting = strstr (text, partings[i]);
      g_autofree char *first = NULL;
      BarnDay from, to;

      if (parting == NULL)
        continue;
      first = g_strndup (text, parting - text);
      from = read_one_day (first, year);
      to = read_one_day (parting + strlen (partings[i]), year);
      if (from == BARN_DAY_NONE || to == BARN_DAY_NONE || to < from)
        continue;
      if (start != NULL)
        *start = from;
      day = to;
    }

  return day;
}

/**
 * barn_wording_find_part_end:
 * @text: "avsätta tid; följa upp"
 *
 * Returns: how many bytes its first part has, with the semicolon and the space behind it; 0 where nothing follows one
 */
gsize
barn_wording_find_part_end (const char *text)
{
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      depth += *p == '(';
      depth -= *p == ')' && depth > 0;
      if (*p != ';' || depth > 0)
        continue;
      p += 1 + strspn (p + 1, " ");
      return *p != '\0' ? p - text : 0;
    }

  return 0;
}
