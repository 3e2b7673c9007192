/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-mark"

#include "barn-mark.h"

#include <string.h>

/* Longer numbers are years, registry numbers and amounts */
#define MAX_DIGITS 3

static BarnMarkForm
get_bullet_form (gunichar c)
{
  switch (c)
    {
    case '-':
    case '*':
    case '+':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return BARN_MARK_DASH;

    case 0x00b7:
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x204c:
    case 0x2219:
    case 0x22c5:
    case 0x27a2:
    case 0x27a4:
    case 0x2713:
    case 0x2714:
    case 0xf02d: /* Symbol and Wingdings, as Word stores their bullets */
    case 0xf076:
    case 0xf0a7:
    case 0xf0b7:
    case 0xf0d8:
    case 0xf0fc:
      return BARN_MARK_BULLET;

    default:
      /* Geometric shapes and arrows: squares, circles, triangles */
      if ((c >= 0x25a0 && c <= 0x25ff) || (c >= 0x2190 && c <= 0x21ff) || (c >= 0x2794 && c <= 0x27be))
        return BARN_MARK_BULLET;
      return BARN_MARK_NONE;
    }
}

static gboolean
is_space_or_end (const char *p)
{
  return *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));
}

/* The letters of a roman number below forty, all in one case: more is a word */
static gsize
measure_roman (const char *p)
{
  gsize n = strspn (p, "ivx");

  if (n == 0)
    n = strspn (p, "IVX");

  return n <= 6 ? n : 0;
}

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* 2. 2) (2) 2.1 2.1. : bytes up to its end, 0 where it is none */
static gsize
measure_number (const char    *text,
                BarnMarkForm *form)
{
  const char *p = text;
  gboolean open = *p == '(';
  guint parts = 0;

  if (open)
    p++;
  for (;;)
    {
      gsize digits = strspn (p, "0123456789");

      if (digits == 0)
        break;
      if (digits > MAX_DIGITS)
        return 0;
      p += digits;
      parts++;
      if (*p != '.' || !g_ascii_isdigit (p[1]))
        break;
      p++;
    }
  if (parts == 0)
    return 0;

  if (*p == ')' || (*p == '.' && !open))
    p++;
  else if (open || parts < 2)
    return 0;
  *form = parts > 1 ? BARN_MARK_DOTTED : BARN_MARK_DECIMAL;

  return p - text;
}

/* a) a. (a) iv) IV. : bytes up to its end, 0 where it is none */
static gsize
measure_letter (const char    *text,
                BarnMarkForm *form)
{
  const char *p = text;
  gboolean open = *p == '(';
  gsize roman;

  if (open)
    p++;
  roman = measure_roman (p);
  if (roman > 0 && (p[roman] == ')' || (p[roman] == '.' && !open)))
    {
      *form = BARN_MARK_ROMAN;
      p += roman + 1;
    }
  else if (g_ascii_isalpha (p[0]) && (p[1] == ')' || (p[1] == '.' && !open && g_ascii_islower (p[0]))))
    {
      *form = BARN_MARK_ALPHA;
      p += 2;
    }
  else
    {
      return 0;
    }

  /* "v. 27" is a week and "s. 12" a page */
  if (p[-1] == '.' && g_ascii_isdigit (*skip_space (p)))
    return 0;

  return p - text;
}

/**
 * barn_mark_measure:
 * @text: a line without white space before it
 * @form: (out): what kind of label it begins with
 *
 * Finds the bullet or number that a line of a list begins with. What is no label stays text: a year, a date, "v. 27".
 *
 * Returns: how many bytes the label has; 0 where there is none
 */
gsize
barn_mark_measure (const char    *text,
                    BarnMarkForm *form)
{
  gunichar c = g_utf8_get_char (text);
  gsize n;

  *form = get_bullet_form (c);
  if (*form != BARN_MARK_NONE)
    {
      n = g_utf8_next_char (text) - text;
      /* A dash is also a minus and a sign of repetition: only white space after it makes it a bullet */
      if (text[n] != '\0' && (is_space_or_end (text + n) || *form == BARN_MARK_BULLET))
        return n;
    }
  else if (text[0] == 'o' && text[1] != '\0' && is_space_or_end (text + 1))
    {
      *form = BARN_MARK_O;
      return 1;
    }
  else
    {
      n = measure_number (text, form);
      if (n == 0)
        n = measure_letter (text, form);
      if (n > 0 && text[n] != '\0' && is_space_or_end (text + n))
        return n;
    }
  *form = BARN_MARK_NONE;

  return 0;
}

/**
 * barn_mark_get_form:
 * @label: a label alone: "•", "2."
 *
 * Returns: what kind it is. A label that a document's list made and that is none of the known kinds counts as a bullet.
 */
BarnMarkForm
barn_mark_get_form (const char *label)
{
  g_autofree char *line = NULL;
  BarnMarkForm form;

  if (*label == '\0')
    return BARN_MARK_NONE;
  line = g_strconcat (label, " x", NULL);

  return barn_mark_measure (line, &form) > 0 ? form : BARN_MARK_BULLET;
}

/**
 * barn_mark_get_number:
 * @label: a label alone
 *
 * Returns: the last number in it, "2.3." is 3; 0 where it has none
 */
guint
barn_mark_get_number (const char *label)
{
  guint number = 0;

  for (const char *p = label; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        number = number * 10 + (guint) (*p - '0');
      else if (g_ascii_isdigit (p[1]))
        number = 0;
    }

  return number;
}

/**
 * barn_mark_get_depth:
 * @label: a label alone
 *
 * Returns: of how many numbers it consists: "2." 1, "2.1" 2; 0 where it has none
 */
guint
barn_mark_get_depth (const char *label)
{
  guint depth = 0;

  for (const char *p = label; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && !g_ascii_isdigit (p[1]))
      depth++;

  return depth;
}

/**
 * barn_mark_is_bullet:
 * @text: a line
 *
 * Returns: whether nothing but a bullet stands on it
 */
gboolean
barn_mark_is_bullet (const char *text)
{
  return *text != '\0' && *g_utf8_next_char (text) == '\0' && get_bullet_form (g_utf8_get_char (text)) == BARN_MARK_BULLET;
}
