/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-indicator"

#include "config.h"

#include "barn-indicator.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "barn-item-private.h"
#include "barn-text.h"
#include "barn-word.h"

#define LAST_LEVEL 4

static const BarnWord scales[BARN_N_SCALES] = {
  [BARN_SCALE_NUMBER] = { "number", N_("Number") },
  [BARN_SCALE_PERCENT] = { "percent", N_("Percent") },
  [BARN_SCALE_YES_NO] = { "yes_no", N_("Yes or no") },
  [BARN_SCALE_LEVEL] = { "level", N_("Level 1 to 4") },
};

/* The Swedish words become text of the plan, whatever the desktop's language */
static const BarnIndicatorChoice choices[] = {
  { "decisions", "Beslut som rör barn och är fattade utifrån barnets rättigheter", BARN_SCALE_NUMBER, "beslut", NULL },
  { "decisions_heard", "Beslut där barn har fått komma till tals", BARN_SCALE_NUMBER, "beslut", "decisions" },
  { "trainings", "Utbildningar i barnets rättigheter", BARN_SCALE_NUMBER, "utbildningar", NULL },
  { "participants", "Deltagare i utbildningar i barnets rättigheter", BARN_SCALE_NUMBER, "deltagare", NULL },
};

static const BarnField barn_indicator_fields[] = {
  [BARN_INDICATOR_PLAN] = { "plan", BARN_FIELD_REF },
  [BARN_INDICATOR_ACTIVITY] = { "activity", BARN_FIELD_REF },
  [BARN_INDICATOR_SHIFT] = { "shift", BARN_FIELD_REF },
  [BARN_INDICATOR_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_INDICATOR_SCALE] = { "scale", BARN_FIELD_TEXT },
  [BARN_INDICATOR_UNIT] = { "unit", BARN_FIELD_TEXT },
  [BARN_INDICATOR_BASELINE] = { "baseline", BARN_FIELD_AMOUNT },
  [BARN_INDICATOR_TARGET] = { "target", BARN_FIELD_AMOUNT },
  [BARN_INDICATOR_CHOICE] = { "choice", BARN_FIELD_TEXT },
  [BARN_INDICATOR_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnIndicator, barn_indicator, INDICATOR)

BARN_DEFINE_GETTER (BarnIndicator, barn_indicator, INDICATOR, const char *, plan, PLAN, text)
BARN_DEFINE_GETTER (BarnIndicator, barn_indicator, INDICATOR, const char *, activity, ACTIVITY, text)
BARN_DEFINE_GETTER (BarnIndicator, barn_indicator, INDICATOR, const char *, shift, SHIFT, text)
BARN_DEFINE_GETTER (BarnIndicator, barn_indicator, INDICATOR, const char *, title, TITLE, text)
BARN_DEFINE_GETTER (BarnIndicator, barn_indicator, INDICATOR, const char *, unit, UNIT, text)
BARN_DEFINE_GETTER (BarnIndicator, barn_indicator, INDICATOR, double, baseline, BASELINE, real)
BARN_DEFINE_GETTER (BarnIndicator, barn_indicator, INDICATOR, double, target, TARGET, real)
BARN_DEFINE_GETTER (BarnIndicator, barn_indicator, INDICATOR, const char *, choice, CHOICE, text)

static const BarnField barn_indicator_value_fields[] = {
  [BARN_INDICATOR_VALUE_INDICATOR] = { "indicator", BARN_FIELD_REF },
  [BARN_INDICATOR_VALUE_DAY] = { "day", BARN_FIELD_DAY },
  [BARN_INDICATOR_VALUE_VALUE] = { "value", BARN_FIELD_REAL },
  [BARN_INDICATOR_VALUE_COMMENT] = { "comment", BARN_FIELD_TEXT },
  [BARN_INDICATOR_VALUE_AUTHOR] = { "author", BARN_FIELD_TEXT },
};

BARN_DEFINE_KIND (BarnIndicatorValue, barn_indicator_value, INDICATOR_VALUE)

BARN_DEFINE_GETTER (BarnIndicatorValue, barn_indicator_value, INDICATOR_VALUE, BarnDay, day, DAY, number)
BARN_DEFINE_GETTER (BarnIndicatorValue, barn_indicator_value, INDICATOR_VALUE, double, value, VALUE, real)
BARN_DEFINE_GETTER (BarnIndicatorValue, barn_indicator_value, INDICATOR_VALUE, const char *, comment, COMMENT, text)
BARN_DEFINE_GETTER (BarnIndicatorValue, barn_indicator_value, INDICATOR_VALUE, const char *, author, AUTHOR, text)

/**
 * barn_indicator_get_scale:
 * @self: an indicator
 *
 * Gets what its values mean.
 *
 * Returns: the scale
 */
BarnScale
barn_indicator_get_scale (BarnIndicator *self)
{
  BarnScale scale = BARN_SCALE_NUMBER;

  g_return_val_if_fail (BARN_IS_INDICATOR (self), BARN_SCALE_NUMBER);

  barn_scale_from_nick (barn_item_get_text (BARN_ITEM (self), BARN_INDICATOR_SCALE), &scale);

  return scale;
}

/**
 * barn_indicator_get_values:
 * @self: an indicator
 *
 * Gets its values, the earliest first.
 *
 * Returns: (transfer none): a living list of #BarnIndicatorValue
 */
GListModel *
barn_indicator_get_values (BarnIndicator *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_INDICATOR_VALUE);
}

/**
 * barn_indicator_get_value_on:
 * @self: an indicator
 * @as_of: the last day that counts; %BARN_DAY_NONE: today
 *
 * Gets the value that held at the end of a day.
 *
 * Returns: (transfer none) (nullable): the value; %NULL: there was none yet
 */
BarnIndicatorValue *
barn_indicator_get_value_on (BarnIndicator *self,
                             BarnDay        as_of)
{
  BarnIndicatorValue *found = NULL;
  GListModel *values;

  g_return_val_if_fail (BARN_IS_INDICATOR (self), NULL);

  if (as_of == BARN_DAY_NONE)
    as_of = barn_clock_get_today ();

  values = barn_indicator_get_values (self);
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (BarnIndicatorValue) value = g_list_model_get_item (values, i);

      /* The list keeps it alive */
      if (barn_indicator_value_get_day (value) <= as_of)
        found = value;
    }

  return found;
}

/**
 * barn_scale_to_nick:
 * @self: a scale
 *
 * Gets the word in files and JSON.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_scale_to_nick (BarnScale self)
{
  return barn_word_get_nick (scales, BARN_N_SCALES, self);
}

/**
 * barn_scale_from_nick:
 * @nick: (nullable): a word
 * @scale: (out): the scale it stands for
 *
 * Finds a scale by its word.
 *
 * Returns: %TRUE if there is one; @scale is untouched otherwise
 */
gboolean
barn_scale_from_nick (const char *nick,
                      BarnScale  *scale)
{
  guint value;

  g_return_val_if_fail (scale != NULL, FALSE);

  if (!barn_word_find (scales, BARN_N_SCALES, nick, &value))
    return FALSE;

  *scale = (BarnScale) value;

  return TRUE;
}

/**
 * barn_scale_get_label:
 * @self: a scale
 *
 * Gets the word that a person sees, in the language of the desktop.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_scale_get_label (BarnScale self)
{
  return barn_word_get_label (scales, BARN_N_SCALES, self);
}

/**
 * barn_scale_accepts:
 * @self: a scale
 * @value: a number
 *
 * Tells whether a number may be a value.
 *
 * Returns: %TRUE if it may
 */
gboolean
barn_scale_accepts (BarnScale self,
                    double    value)
{
  if (!isfinite (value))
    return FALSE;

  switch (self)
    {
    case BARN_SCALE_PERCENT:
      return value >= 0 && value <= 100;

    case BARN_SCALE_YES_NO:
      return value <= 1 && value >= 0 && floor (value) >= value;

    case BARN_SCALE_LEVEL:
      return value >= 1 && value <= LAST_LEVEL && floor (value) >= value;

    case BARN_SCALE_NUMBER:
    default:
      return value >= 0;
    }
}

/* At most two decimals, with the language's decimal sign */
static char *
dup_number (double   value,
            gboolean swedish)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  for (end = buffer + strlen (buffer) - 1; *end == '0'; end--)
    *end = '\0';
  if (*end == '.')
    *end = '\0';

  return g_strdelimit (g_strdup (buffer), ".", swedish ? ',' : '.');
}

/**
 * barn_scale_format:
 * @self: a scale
 * @value: a value; NaN: none
 * @unit: (nullable): what is counted
 * @language: (nullable): "sv" or "en"; %NULL: that of the desktop
 *
 * Writes a value for a person: "14 beslut", "12,5 %", "Ja", "3 av 4".
 *
 * Returns: (transfer full): the text; empty for no value
 */
char *
barn_scale_format (BarnScale   self,
                   double      value,
                   const char *unit,
                   const char *language)
{
  gboolean swedish;
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup ("");

  swedish = g_str_has_prefix (language != NULL ? language : C_("code of the language", "en"), "sv");
  number = dup_number (value, swedish);

  switch (self)
    {
    case BARN_SCALE_PERCENT:
      return g_strdup_printf ("%s %%", number);

    case BARN_SCALE_YES_NO:
      if (swedish)
        return g_strdup (value > 0 ? "Ja" : "Nej");
      return g_strdup (value > 0 ? "Yes" : "No");

    case BARN_SCALE_LEVEL:
      return g_strdup_printf (swedish ? "%s av %d" : "%s of %d", number, LAST_LEVEL);

    case BARN_SCALE_NUMBER:
    default:
      return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
    }
}

static gboolean
parse_yes_no (const char *folded,
              double     *value)
{
  static const char *const yes[] = { "ja", "j", "yes", "y", "1", NULL };
  static const char *const no[] = { "nej", "n", "no", "0", NULL };

  if (!g_strv_contains (yes, folded) && !g_strv_contains (no, folded))
    return FALSE;

  *value = g_strv_contains (yes, folded) ? 1 : 0;

  return TRUE;
}

/**
 * barn_scale_parse:
 * @self: a scale
 * @text: (nullable): what somebody typed
 * @value: (out): the value
 *
 * Reads a value as people write it: with a comma or a point, with spaces between thousands, with a percent sign, as ja or nej.
 *
 * Returns: %TRUE if it is a value of the scale; @value is untouched otherwise
 */
gboolean
barn_scale_parse (BarnScale   self,
                  const char *text,
                  double     *value)
{
  g_autofree char *folded = barn_fold (text != NULL ? text : "");
  g_auto (GStrv) parts = NULL;
  g_autofree char *number = NULL;
  gsize length;
  double read;
  char *end;

  g_return_val_if_fail (value != NULL, FALSE);

  if (self == BARN_SCALE_YES_NO)
    return parse_yes_no (folded, value);

  parts = g_strsplit (folded, " ", -1);
  number = g_strdelimit (g_strjoinv ("", parts), ",", '.');
  length = strlen (number);
  if (self == BARN_SCALE_PERCENT && length > 0 && number[length - 1] == '%')
    number[length - 1] = '\0';

  /* No exponents and no infinities: what is typed is digits */
  if (*number == '\0' || strspn (number, "0123456789.") != strlen (number))
    return FALSE;

  read = g_ascii_strtod (number, &end);
  if (*end != '\0' || !barn_scale_accepts (self, read))
    return FALSE;

  *value = read;

  return TRUE;
}

/**
 * barn_indicator_choices_get:
 * @n_choices: (out): how many
 *
 * Gets the indicators to choose ready made.
 *
 * Returns: (array length=n_choices) (transfer none): the choices
 */
const BarnIndicatorChoice *
barn_indicator_choices_get (guint *n_choices)
{
  g_return_val_if_fail (n_choices != NULL, NULL);

  *n_choices = G_N_ELEMENTS (choices);

  return choices;
}

/**
 * barn_indicator_choices_find:
 * @id: (nullable): the word of a choice
 *
 * Finds a ready choice.
 *
 * Returns: (transfer none) (nullable): the choice; %NULL: there is none
 */
const BarnIndicatorChoice *
barn_indicator_choices_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (g_strcmp0 (choices[i].id, id) == 0)
        return &choices[i];
    }

  return NULL;
}
