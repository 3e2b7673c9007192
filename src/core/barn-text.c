/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-text"

#include "config.h"

#include <string.h>

#include "barn-text.h"

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "barn-day.h"

/* How many bytes are composed at once */
#define PIECE 256

static void
close_collator (gpointer data)
{
  ucol_close (data);
}

/* A collator belongs to one thread at a time */
static UCollator *
get_collator (void)
{
  static GPrivate private = G_PRIVATE_INIT (close_collator);
  UCollator *collator = g_private_get (&private);

  if (collator == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;

      collator = ucol_open ("sv", &status);
      if (U_FAILURE (status))
        g_error ("ICU has no Swedish order: %s", u_errorName (status));

      ucol_setAttribute (collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
      /* "Insats 2" before "Insats 10" */
      ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
      g_private_set (&private, collator);
    }

  return collator;
}

/* All below U+0300 is composed and stays so: no combining mark is among it, and its lead bytes are below 0xCC */
static gboolean
is_surely_nfc (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != 0; p++)
    {
      if (*p >= 0xCC)
        return FALSE;
    }

  return TRUE;
}

/* Whether @c can make one character with what stands before it */
static gboolean
may_compose (gunichar c)
{
  return g_unichar_ismark (c) || (c >= 0x1160 && c < 0x1200);
}

/* NFC, piece by piece: GLib takes the square of the time for what it is given. A piece ends before a character that begins anew. */
static char *
compose (const char *text)
{
  GString *out;

  if (is_surely_nfc (text))
    return g_strdup (text);

  out = g_string_sized_new (strlen (text));
  for (const char *start = text, *end; *start != '\0'; start = end)
    {
      g_autofree char *composed = NULL;

      for (end = start; *end != '\0' && (end - start < PIECE || may_compose (g_utf8_get_char (end)));)
        end = g_utf8_next_char (end);
      composed = g_utf8_normalize (start, end - start, G_NORMALIZE_NFC);
      g_string_append (out, composed);
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_clean (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != 0; p++)
    {
      if ((*p < 0x20 && *p != '\n' && *p != '\t') || *p == 0x7F || (*p == 0xC2 && p[1] < 0xA0))
        return FALSE;
    }

  return TRUE;
}

static char *
strip_controls (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] != '\n')
            g_string_append_c (clean, '\n');
        }
      else if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
        {
          g_string_append_unichar (clean, c);
        }
    }

  return g_string_free (clean, FALSE);
}

/* Latin-1 folds letter by letter, but for the sharp s and the micro sign: most Swedish text is done with in one pass */
static gboolean
fold_latin_1 (const char *text,
              GString    *folded)
{
  gboolean space = FALSE;

  for (const guchar *p = (const guchar *) text; *p != 0; p++)
    {
      if (g_ascii_isspace (*p) || (*p == 0xC2 && p[1] == 0xA0))
        {
          space = folded->len > 0;
          if (*p == 0xC2)
            p++;
          continue;
        }

      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;

      if (*p < 0x80)
        {
          g_string_append_c (folded, g_ascii_tolower (*p));
        }
      else if (*p == 0xC3 && p[1] != 0x9F && p[1] >= 0x80)
        {
          /* U+00C0 to U+00DE are capitals, 0x20 above stand the small ones; U+00D7 is the times sign */
          g_string_append_c (folded, (char) *p++);
          g_string_append_c (folded, (char) (*p < 0x9F && *p != 0x97 ? *p + 0x20 : *p));
        }
      else
        {
          return FALSE;
        }
    }

  return TRUE;
}

static char *
squeeze_white_space (const char *text)
{
  GString *squeezed = g_string_sized_new (strlen (text));
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = squeezed->len > 0;
          continue;
        }

      if (space)
        g_string_append_c (squeezed, ' ');
      space = FALSE;
      g_string_append_unichar (squeezed, c);
    }

  return g_string_free (squeezed, FALSE);
}

static guint
two_digits (const char *digits)
{
  return (guint) g_ascii_digit_value (digits[0]) * 10 + (guint) g_ascii_digit_value (digits[1]);
}

/* Luhn: every other digit counts double, from the first */
static gboolean
checksum_fits (const char *ten_digits)
{
  guint sum = 0;

  for (guint i = 0; i < 10; i++)
    {
      guint value = (guint) g_ascii_digit_value (ten_digits[i]) * (i % 2 == 0 ? 2 : 1);

      sum += value / 10 + value % 10;
    }

  return sum % 10 == 0;
}

/* @digits: YYMMDDNNNN; @century: 0 where it was not written */
static gboolean
is_personal_id (const char *digits,
                guint       century)
{
  guint year = two_digits (digits);
  guint month = two_digits (digits + 2);
  guint day = two_digits (digits + 4);

  /* A samordningsnummer has 60 added to the day */
  if (day > 60)
    day -= 60;

  if (!checksum_fits (digits))
    return FALSE;

  if (century != 0)
    return barn_day_new (century * 100 + year, month, day) != BARN_DAY_NONE;

  return barn_day_new (1900 + year, month, day) != BARN_DAY_NONE ||
         barn_day_new (2000 + year, month, day) != BARN_DAY_NONE;
}

/* How much of @text is a date of 6 or 8 digits, a separator or none, and 4 digits; 0: it is something else */
static gsize
match_personal_id (const char *text)
{
  char digits[13] = { 0 };
  gsize length = 0;
  guint n_digits = 0;
  guint n_before = 0;

  while (n_digits < 12 && (g_ascii_isdigit (text[length]) || (n_before == 0 && (n_digits == 6 || n_digits == 8))))
    {
      if (g_ascii_isdigit (text[length]))
        {
          digits[n_digits++] = text[length++];
        }
      else if (text[length] == '-' || text[length] == '+')
        {
          n_before = n_digits;
          length++;
        }
      else if (strncmp (text + length, "\xE2\x80\x93", 3) == 0)
        {
          /* The word processor made a dash of it */
          n_before = n_digits;
          length += 3;
        }
      else
        {
          break;
        }
    }

  if (g_ascii_isdigit (text[length]))
    return 0;

  if (n_digits == 10 && (n_before == 0 || n_before == 6))
    return is_personal_id (digits, 0) ? length : 0;

  if (n_digits == 12 && (n_before == 0 || n_before == 8))
    {
      guint century = two_digits (digits);

      return century >= 18 && century <= 20 && is_personal_id (digits + 2, century) ? length : 0;
    }

  return 0;
}

/**
 * barn_collate_key:
 * @text: (nullable): a text
 *
 * Makes a key that puts texts in Swedish order, whatever the locale: å, ä, ö after z, numbers by their value.
 * A living item's key is worth keeping: making one costs far more than comparing two.
 *
 * Returns: (transfer full): bytes without a zero among them, to be compared with strcmp(); no text to show
 */
char *
barn_collate_key (const char *text)
{
  UCollator *collator = get_collator ();
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *utf16 = NULL;
  int32_t length = (int32_t) strlen (valid);
  int32_t key_length;
  char *key;

  /* UTF-16 never takes more units than UTF-8 takes bytes */
  utf16 = g_new (UChar, (gsize) length + 1);
  u_strFromUTF8 (utf16, length + 1, &length, valid, length, &status);
  g_assert (U_SUCCESS (status));

  key_length = ucol_getSortKey (collator, utf16, length, NULL, 0);
  key = g_malloc ((gsize) key_length + 1);
  ucol_getSortKey (collator, utf16, length, (uint8_t *) key, key_length);
  key[key_length] = '\0';

  return key;
}

/**
 * barn_fold:
 * @text: (nullable): a text
 *
 * Makes of a text what search compares: small letters, composed, with single spaces and none at the ends.
 * Å, ä and ö stay the letters they are.
 *
 * Returns: (transfer full): the folded text
 */
char *
barn_fold (const char *text)
{
  g_autoptr (GString) folded = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *cased = NULL;
  g_autofree char *recomposed = NULL;

  if (text == NULL)
    return g_strdup ("");

  folded = g_string_sized_new (strlen (text));
  if (fold_latin_1 (text, folded) && g_utf8_validate (folded->str, (gssize) folded->len, NULL))
    return g_string_free (g_steal_pointer (&folded), FALSE);

  valid = g_utf8_make_valid (text, -1);
  composed = compose (valid);
  cased = g_utf8_casefold (composed, -1);
  recomposed = compose (cased);

  return squeeze_white_space (recomposed);
}

/**
 * barn_text_normalize:
 * @text: (nullable): a text from anywhere
 *
 * Makes of a text what may be stored: valid UTF-8, composed (NFC), lines ended by \n, no control characters but \n and \t.
 *
 * Returns: (transfer full): the text; empty for %NULL
 */
char *
barn_text_normalize (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *clean = NULL;

  if (text == NULL)
    return g_strdup ("");

  if (is_clean (text) && g_utf8_validate (text, -1, NULL))
    return compose (text);

  valid = g_utf8_make_valid (text, -1);
  clean = strip_controls (valid);

  return compose (clean);
}

/**
 * barn_text_is_blank:
 * @text: (nullable): a text
 *
 * Tells whether there is nothing to read in @text.
 *
 * Returns: %TRUE where it is %NULL, empty or white space only
 */
gboolean
barn_text_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

/**
 * barn_text_find_personal_id:
 * @text: (nullable): a text
 * @start: (out) (optional): where it begins, in bytes
 * @length: (out) (optional): how many bytes it takes
 *
 * Looks for a personnummer or samordningsnummer: YYMMDD-NNNN, YYYYMMDD-NNNN, with + for those who are a hundred, with
 * the sign left out, whose date and checksum fit.
 *
 * Returns: %TRUE if there is one; the first is told
 */
gboolean
barn_text_find_personal_id (const char *text,
                            gsize      *start,
                            gsize      *length)
{
  gboolean in_number = FALSE;

  if (text == NULL)
    return FALSE;

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      gsize found;

      if (!g_ascii_isdigit (text[i]))
        {
          in_number = FALSE;
          continue;
        }

      if (!in_number && (found = match_personal_id (text + i)) > 0)
        {
          if (start != NULL)
            *start = i;
          if (length != NULL)
            *length = found;
          return TRUE;
        }

      in_number = TRUE;
    }

  return FALSE;
}
