/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wording-values"

/* Values in running text: articles, days, years, who approved, numbers of pages and matters */

#include "barn-wording.h"

#include <string.h>

#include "barn-sections.h"
#include "barn-text.h"

/* A sentence in which a plan is approved is not longer */
#define MAX_APPROVAL 600

static const char *const month_names[] = {
  "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
};

/* The names of the fields in a letterhead, folded */
static const char *const field_names[] = {
  "ansvarig", "antaget", "beslutsdatum", "beteckning", "datum", "dokumentansvarig", "dokumentnamn", "dokumenttyp", "dnr", "diarienr",
  "diarienummer", "enhet", "förvaltning", "gäller för", "gäller från", "giltig från", "handläggare", "kontaktperson", "nummer",
  "publiceringsdatum", "revideras", "reviderad", "sida", "sidor", "status", "typ av dokument", "upprättad", "upprättad av", "utgåva",
  "version", "ärende", "ärendenummer",
};

/* Kinds of documents, as the fields of a letterhead name them */
static const char *const document_kinds[] = {
  "handlingsplan", "plan", "rapport", "pm", "riktlinje", "rutin", "policy", "program", "strategi", "styrdokument", "tjänsteskrivelse",
};

static gsize
measure_article_word (const char *text)
{
  static const char *const words[] = { "artiklarna", "artiklar", "artikeln", "artikel", "art." };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (g_ascii_strncasecmp (text, words[i], n) == 0)
        return n;
    }

  return 0;
}

/* A number from 1 to 54 at @text: its bytes, 0 where there is none */
static gsize
measure_article_number (const char *text,
                        guint      *article)
{
  gsize digits = strspn (text, "0123456789");

  if (digits == 0 || digits > 2)
    return 0;
  *article = (guint) g_ascii_strtoull (text, NULL, 10);

  return *article >= 1 && *article <= BARN_N_ARTICLES ? digits : 0;
}

/**
 * barn_wording_measure_article:
 * @text: a line
 * @article: (out): the article
 *
 * Returns: how many of its bytes only name an article: "Artikel 12: "; 0 where it begins otherwise
 */
gsize
barn_wording_measure_article (const char *text,
                              guint      *article)
{
  gsize n = measure_article_word (text);
  gsize digits;
  const char *p = text + n;

  *article = 0;
  if (n == 0)
    return 0;
  p += strspn (p, " ");
  digits = measure_article_number (p, article);
  if (digits == 0)
    return 0;
  p += digits;
  while (*p != '\0' && (strchr (" .:)-", *p) != NULL || strncmp (p, "–", 3) == 0 || strncmp (p, "—", 3) == 0))
    p = g_utf8_next_char (p);

  /* "Artikel 3 i konventionen säger" goes on as a sentence */
  if (p == text + n + strspn (text + n, " ") + digits + 1 && g_unichar_islower (g_utf8_get_char (p)))
    return 0;

  return p - text;
}

/* The numbers behind the word: "2, 3, 6 och 12" */
static const char *
read_article_list (const char *p,
                   guint64    *articles)
{
  for (;;)
    {
      guint article;
      gsize n;

      p += strspn (p, " ");
      n = measure_article_number (p, &article);
      if (n == 0)
        return p;
      *articles |= G_GUINT64_CONSTANT (1) << article;
      p += n;
      if (*p == ',')
        p++;
      else if (strncmp (p, " och ", 5) == 0)
        p += strlen (" och ");
      else if (strncmp (p, " samt ", 6) == 0)
        p += strlen (" samt ");
      else
        return p;
    }
}

/**
 * barn_wording_find_articles:
 * @text: a text
 *
 * Returns: the articles of the convention that it names; bit n stands for article n
 */
guint64
barn_wording_find_articles (const char *text)
{
  guint64 articles = 0;

  for (const char *p = text; *p != '\0';)
    {
      gsize n = (*p == 'a' || *p == 'A') && (p == text || !g_ascii_isalpha (p[-1])) ? measure_article_word (p) : 0;

      p = n > 0 ? read_article_list (p + n, &articles) : p + 1;
    }

  return articles;
}

static BarnDay
read_iso_day (const char *p,
              gsize      *length)
{
  static const char form[] = "dddd-dd-dd";
  g_autofree char *iso = NULL;

  for (gsize i = 0; i < strlen (form); i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (p[i]) : p[i] != '-')
      return BARN_DAY_NONE;
  if (g_ascii_isdigit (p[strlen (form)]))
    return BARN_DAY_NONE;
  *length = strlen (form);
  iso = g_strndup (p, *length);

  return barn_day_from_iso (iso);
}

/* 26 februari 2024 */
static BarnDay
read_long_day (const char *p,
               gsize      *length)
{
  gsize digits = strspn (p, "0123456789");
  const char *month = p + digits + 1;

  if (digits == 0 || digits > 2 || p[digits] != ' ')
    return BARN_DAY_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
    {
      gsize n = strlen (month_names[i]);

      if (g_ascii_strncasecmp (month, month_names[i], n) == 0 && month[n] == ' ' && strspn (month + n + 1, "0123456789") == 4)
        {
          *length = month + n + 5 - p;
          return barn_day_new ((guint) g_ascii_strtoull (month + n + 1, NULL, 10), i + 1,
                               (guint) g_ascii_strtoull (p, NULL, 10));
        }
    }

  return BARN_DAY_NONE;
}

/**
 * barn_wording_find_day:
 * @text: a text
 * @start: (out) (optional): where the day stands, in bytes
 * @length: (out) (optional): how many bytes it has
 *
 * Finds the first day that is named with its year: 2024-02-26, 26 februari 2024.
 *
 * Returns: the day, %BARN_DAY_NONE where there is none
 */
BarnDay
barn_wording_find_day (const char *text,
                       gsize      *start,
                       gsize      *length)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gsize n = 0;
      BarnDay day;

      if (!g_ascii_isdigit (*p) || (p > text && g_ascii_isdigit (p[-1])))
        continue;
      day = read_iso_day (p, &n);
      if (day == BARN_DAY_NONE)
        day = read_long_day (p, &n);
      if (day == BARN_DAY_NONE)
        continue;
      if (start != NULL)
        *start = p - text;
      if (length != NULL)
        *length = n;
      return day;
    }

  return BARN_DAY_NONE;
}

/**
 * barn_wording_is_day:
 * @text: a text
 *
 * Returns: whether a day with its year is all that it says
 */
gboolean
barn_wording_is_day (const char *text)
{
  gsize start, length;

  return barn_wording_find_day (text, &start, &length) != BARN_DAY_NONE && start == 0 && text[length] == '\0';
}

/**
 * barn_wording_find_year:
 * @text: a title or heading
 *
 * Returns: the first year of this century that stands in it alone, not in a date; 0 where there is none
 */
guint
barn_wording_find_year (const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize digits = strspn (p, "0123456789");
      gsize ignored;

      if (digits == 4 && strncmp (p, "20", 2) == 0 && read_iso_day (p, &ignored) == BARN_DAY_NONE && p[4] != '/')
        return (guint) g_ascii_strtoull (p, NULL, 10);
      p += MAX (1, digits);
    }

  return 0;
}

/* Words that tell of approval: with "av" behind them who approved comes after, else it stands before */
static const char *const approval_words[] = {
  "antagen", "antagit", "antagits", "antog", "antogs", "beslutad", "beslutade", "beslutades", "beslutande", "beslutas", "beslutat",
  "beslutsinstans", "fastställd", "fastställde", "fastställdes", "fastställt", "fastställts", "godkänd", "godkände", "godkändes",
  "godkänt", "godkänts", NULL,
};

/* The next word of a text: where it begins, its bytes */
static const char *
next_word (const char *p,
           gsize      *length)
{
  const char *end;

  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  for (end = p; *end != '\0' && g_unichar_isalnum (g_utf8_get_char (end));)
    end = g_utf8_next_char (end);
  *length = end - p;

  return *length > 0 ? p : NULL;
}

/* The first word of approval, or NULL */
static const char *
find_approval_word (const char *text,
                    gsize      *length)
{
  if (strlen (text) > MAX_APPROVAL)
    return NULL;

  for (const char *p = next_word (text, length); p != NULL; p = next_word (p + *length, length))
    {
      g_autofree char *word = g_strndup (p, *length);
      g_autofree char *folded = barn_fold (word);

      if (g_strv_contains (approval_words, folded))
        return p;
    }

  return NULL;
}

static char *
trim_name (const char *start,
           gsize       length)
{
  static const char *const endings[] = { " den", " har", " som", ",", ".", ":", ";", "(", "§", "–", "-" };
  g_autofree char *name = g_strstrip (g_strndup (start, length));
  gboolean trimmed = TRUE;

  while (trimmed)
    {
      trimmed = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_str_has_suffix (name, endings[i]))
          {
            name[strlen (name) - strlen (endings[i])] = '\0';
            g_strchomp (name);
            trimmed = TRUE;
          }
    }

  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

/* From @p up to a day, a paragraph sign or the end of the sentence */
static char *
read_name (const char *p)
{
  gsize n, start, length;
  static const char *const stops[] = { "§", " den ", " genom " };

  p += strspn (p, " :");
  n = strcspn (p, ".,;(");
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      const char *stop = g_strstr_len (p, (gssize) n, stops[i]);

      if (stop != NULL)
        n = stop - p;
    }
  if (barn_wording_find_day (p, &start, &length) != BARN_DAY_NONE)
    n = MIN (n, start);

  return trim_name (p, n);
}

/**
 * barn_wording_dup_approver:
 * @text: a sentence or a field: "Socialnämnden fastställde planen", "Godkänd av: ledningsgruppen 2025-01-14"
 *
 * Returns: (transfer full) (nullable): who approved, or %NULL where it doesn't say so
 */
char *
barn_wording_dup_approver (const char *text)
{
  gsize length, next_length;
  const char *word = find_approval_word (text, &length);
  const char *next;

  if (word == NULL)
    return NULL;
  if (word[length] == ':' || g_ascii_strncasecmp (word, "beslutsinstans", length) == 0)
    return read_name (word + length);

  /* godkände, antagit, antog: who did it stands before */
  if (strchr ("etg", word[length - 1]) != NULL)
    return trim_name (text, word - text);

  next = next_word (word + length, &next_length);
  for (guint i = 0; next != NULL && i < 6; i++)
    {
      if (next_length == 2 && strncmp (next, "av", 2) == 0)
        return read_name (next + next_length);
      next = next_word (next + next_length, &next_length);
    }

  return NULL;
}

/**
 * barn_wording_is_approval:
 * @text: a line outside the part about approval
 *
 * Returns: whether it says who approved, or when
 */
gboolean
barn_wording_is_approval (const char *text)
{
  gsize length;
  const char *word = find_approval_word (text, &length);

  return word == text && g_utf8_strlen (text, -1) <= 120;
}

/**
 * barn_wording_dup_registry_number:
 * @text: a line
 *
 * Returns: (transfer full) (nullable): the number of the matter in it, "SOC 2025/00123" of "Dnr: SOC 2025/00123"
 */
char *
barn_wording_dup_registry_number (const char *text)
{
  static const char *const names[] = { "diarienummer", "diarienr", "dnr" };
  gsize n;
  gboolean digit = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (text, names[i], strlen (names[i])) == 0)
      {
        text += strlen (names[i]);
        text += strspn (text, " .:");
        for (n = 0; text[n] != '\0' && strchr (",;)(", text[n]) == NULL; n++)
          digit |= g_ascii_isdigit (text[n]);
        return digit && n <= 40 ? trim_name (text, n) : NULL;
      }

  return NULL;
}

/* 2 (14)  2/14  2 av 14  - 2 - : from @p to the end */
static gboolean
is_count (const char *p)
{
  gsize digits;

  p += strspn (p, "- ");
  digits = strspn (p, "0123456789");
  if (digits == 0 || digits > 4)
    return FALSE;
  p += digits;
  p += strspn (p, " ");
  if (*p == '\0')
    return TRUE;
  if (*p == '-')
    return p[strspn (p, "- ")] == '\0';
  if (*p == '(' || *p == '/')
    p++;
  else if (g_str_has_prefix (p, "av "))
    p += strlen ("av ");
  else
    return FALSE;
  p += strspn (p, " ");
  digits = strspn (p, "0123456789");
  if (digits == 0 || digits > 4)
    return FALSE;
  p += digits;
  p += strspn (p, " )");

  return *p == '\0';
}

/**
 * barn_wording_is_page_number:
 * @text: a line
 *
 * Returns: whether it is a number of a page, or ends with one as a foot of a page does: "Sida 2 (14)", "Barnbokslut 2024 5 (14)"
 */
gboolean
barn_wording_is_page_number (const char *text)
{
  g_autofree char *folded = NULL;
  gsize n = strlen (text);
  const char *p;

  if (n > 120)
    return FALSE;

  folded = barn_fold (text);
  if (g_str_has_prefix (folded, "sida ") || g_str_has_prefix (folded, "sid ") || g_str_has_prefix (folded, "sid. "))
    return is_count (strchr (folded, ' ') + 1);
  if (is_count (folded))
    return TRUE;

  /* At the end of other words only the form with parentheses is sure */
  p = strrchr (folded, '(');
  if (p == NULL || p == folded || !g_str_has_suffix (folded, ")"))
    return FALSE;
  for (p--; p > folded && *p == ' '; p--)
    ;
  while (p > folded && g_ascii_isdigit (p[-1]))
    p--;

  return g_ascii_isdigit (*p) && is_count (p);
}

/**
 * barn_wording_is_field_name:
 * @text: a line
 *
 * Returns: whether it is the name of a field in a letterhead, in capitals as there: "TYP AV DOKUMENT"
 */
gboolean
barn_wording_is_field_name (const char *text)
{
  g_autofree char *folded = NULL;

  if (strlen (text) > 60)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;

  folded = barn_fold (text);
  g_strdelimit (folded, ":", ' ');
  g_strchomp (folded);
  for (gsize i = 0; i < G_N_ELEMENTS (field_names); i++)
    if (strcmp (folded, field_names[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * barn_wording_is_field_value:
 * @text: a line
 *
 * Returns: whether it could stand in a field of a letterhead: a day, a kind of document, a number
 */
gboolean
barn_wording_is_field_value (const char *text)
{
  g_autofree char *folded = NULL;

  if (strlen (text) > 60)
    return FALSE;
  if (barn_wording_is_day (text))
    return TRUE;

  folded = barn_fold (text);
  for (gsize i = 0; i < G_N_ELEMENTS (document_kinds); i++)
    if (strcmp (folded, document_kinds[i]) == 0)
      return TRUE;

  return g_ascii_isdigit (text[strlen (text) - 1]) && strchr (text, '/') != NULL;
}
