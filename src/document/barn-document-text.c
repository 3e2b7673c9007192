/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-document-text"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "barn-document-private.h"

/* How much is composed at once: GLib takes the square of the time for what it is given */
#define PIECE 256
/* Marks on one letter: the writing of any language needs fewer (Unicode's Stream-Safe Text Format draws the line here too) */
#define MAX_MARKS 30

/* What may stand in a document: its characters, their direction, and where its links may lead */

/* Whether nothing is lost by leaving @c out, or it may not stand in XML at all */
static gboolean
is_dropped (gunichar c)
{
  switch (c)
    {
    case 0x00AD: /* soft hyphen */
    case 0xFEFF: /* byte order mark in the middle of a text */
    case 0xFFFE:
    case 0xFFFF:
      return TRUE;
    default:
      return c < 0x20 || (c >= 0x7F && c < 0xA0);
    }
}

/* The core composes likewise, with this limit too; documents know nothing of the core, and each layer stands alone.
   Puts @text behind @out in NFC, cut before characters that make one with nothing before them */
static void
append_composed (GString    *out,
                 const char *text)
{
  const char *start = text;

  while (*start != '\0')
    {
      g_autofree char *composed = NULL;
      const char *end = start;

      while (*end != '\0' && (end - start < PIECE || barn_text_may_compose (g_utf8_get_char (end))))
        end = g_utf8_next_char (end);

      composed = g_utf8_normalize (start, end - start, G_NORMALIZE_NFC);
      g_string_append (out, composed);
      start = end;
    }
}

/**
 * barn_text_may_compose:
 * @c: a character
 *
 * Returns: whether it can make one character with what stands before it
 */
gboolean
barn_text_may_compose (gunichar c)
{
  return g_unichar_ismark (c) || (c >= 0x1160 && c < 0x1200);
}

/**
 * barn_text_clean:
 * @text: any bytes
 *
 * Makes of @text what may stand in a span: valid UTF-8 in NFC, with tabs as spaces, every kind of line break as \n,
 * and without soft hyphens and control characters. Of more marks on a letter than any language has, the rest is left out.
 *
 * Returns: (transfer full): the text, which may be empty
 */
char *
barn_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) out = NULL;
  g_autoptr (GString) composed = NULL;
  gboolean is_composed = TRUE;
  guint n_marks = 0;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Below the first combining mark all is composed */
      is_composed = is_composed && c < 0x300;
      n_marks = barn_text_may_compose (c) ? n_marks + 1 : 0;

      if (c == '\t')
        g_string_append_c (out, ' ');
      else if (c == '\r')
        {
          if (p[1] != '\n')
            g_string_append_c (out, '\n');
        }
      else if (c == '\n' || c == '\v' || c == 0x0085 || c == 0x2028 || c == 0x2029)
        g_string_append_c (out, '\n');
      else if (!is_dropped (c) && n_marks <= MAX_MARKS)
        g_string_append_unichar (out, c);
    }

  if (is_composed)
    return g_string_free (g_steal_pointer (&out), FALSE);

  composed = g_string_sized_new (out->len);
  append_composed (composed, out->str);

  return g_string_free (g_steal_pointer (&composed), FALSE);
}

gboolean
barn_text_is_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;

      switch ((int) g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return TRUE;
        default:
          return FALSE;
        }
    }

  return FALSE;
}

gboolean
barn_date_is_iso (const char *date)
{
  guint year, month, day;

  return strlen (date) == 10 && sscanf (date, "%4u-%2u-%2u", &year, &month, &day) == 3 && g_date_valid_dmy (day, month, year);
}

char *
barn_href_dup_safe (const char *href)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };

  if (href == NULL)
    return NULL;
  if (*href == '#')
    return href[1] != '\0' ? g_strdup (href) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (href, schemes[i], strlen (schemes[i])) == 0)
      {
        g_autofree char *escaped = g_uri_escape_string (href, ":/?#[]@!$&'()*+,;=%", FALSE);

        return g_uri_is_valid (escaped, G_URI_FLAGS_NONE, NULL) ? g_steal_pointer (&escaped) : NULL;
      }

  return NULL;
}
