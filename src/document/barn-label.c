/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-label"

#include "config.h"

#include "barn-label.h"

static void
append_letters (GString *out,
                int      number)
{
  /* z is followed by aa, bb, … as word processors count */
  for (int i = 0; i <= (number - 1) / 26 && i < 10; i++)
    g_string_append_c (out, 'a' + (number - 1) % 26);
}

static void
append_roman (GString *out,
              int      number)
{
  static const struct
  {
    int         value;
    const char *sign;
  } signs[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" }, { 50, "l" },
    { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (out, signs[i].sign);
}

/**
 * barn_label_append:
 * @out: where to
 * @kind: how to count
 * @number: from 1
 *
 * Appends @number as @kind counts it; nothing for bullets.
 */
void
barn_label_append (GString       *out,
                   BarnLabelKind  kind,
                   int            number)
{
  gsize start = out->len;

  switch (kind)
    {
    case BARN_LABEL_LOWER_LETTER:
    case BARN_LABEL_UPPER_LETTER:
      if (number > 0)
        append_letters (out, number);
      break;
    case BARN_LABEL_LOWER_ROMAN:
    case BARN_LABEL_UPPER_ROMAN:
      if (number > 0 && number < 4000)
        append_roman (out, number);
      break;
    case BARN_LABEL_DECIMAL:
      g_string_append_printf (out, "%d", number);
      break;
    case BARN_LABEL_NONE:
    case BARN_LABEL_BULLET:
    default:
      break;
    }

  if (kind == BARN_LABEL_UPPER_LETTER || kind == BARN_LABEL_UPPER_ROMAN)
    for (char *p = out->str + start; *p != '\0'; p++)
      *p = g_ascii_toupper (*p);
}

BarnListStyle
barn_label_kind_to_style (BarnLabelKind kind)
{
  switch (kind)
    {
    case BARN_LABEL_DECIMAL:
      return BARN_LIST_DECIMAL;
    case BARN_LABEL_LOWER_LETTER:
    case BARN_LABEL_UPPER_LETTER:
      return BARN_LIST_ALPHA;
    case BARN_LABEL_LOWER_ROMAN:
    case BARN_LABEL_UPPER_ROMAN:
      return BARN_LIST_ROMAN;
    case BARN_LABEL_NONE:
    case BARN_LABEL_BULLET:
    default:
      return BARN_LIST_BULLET;
    }
}

/**
 * barn_label_dup_bullet:
 * @text: a bullet as it is stored, maybe a place in the font Symbol or Wingdings
 *
 * Returns: (transfer full): the sign that was seen, "" where it is only space
 */
char *
barn_label_dup_bullet (const char *text)
{
  static const struct
  {
    gunichar    c;
    const char *sign;
  } signs[] = {
    { 0xF0B7, "•" }, { 0xF0A7, "▪" }, { 0xF0A8, "◻" }, { 0xF0D8, "➢" }, { 0xF0FC, "✓" }, { 0xF02D, "–" },
    { 0xF0E0, "→" }, { 0xF0A2, "○" }, { 0xF076, "❖" }, { 0xF06E, "■" }, { 0xF06F, "□" },
  };
  g_autofree char *clean = g_strstrip (g_utf8_make_valid (text, -1));
  gunichar c = g_utf8_get_char (clean);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (c == signs[i].c)
      return g_strdup (signs[i].sign);

  /* Any other place of such a font is some bullet */
  if (c >= 0xE000 && c < 0xF900)
    return g_strdup ("•");

  return g_steal_pointer (&clean);
}
