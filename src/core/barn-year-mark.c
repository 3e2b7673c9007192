/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-year-mark"

#include "config.h"

#include "barn-year-mark.h"

#include <glib/gi18n-lib.h>

#include "barn-item-private.h"
#include "barn-word.h"

static const BarnWord categories[BARN_N_MARK_CATEGORIES] = {
  [BARN_MARK_CATEGORY_BOARD] = { "board", N_("Board meeting") },
  [BARN_MARK_CATEGORY_BUDGET] = { "budget", N_("Budget") },
  [BARN_MARK_CATEGORY_CONTROL] = { "control", N_("Internal control") },
  [BARN_MARK_CATEGORY_WEEK] = { "week", N_("Children's rights week") },
  [BARN_MARK_CATEGORY_OTHER] = { "other", N_("Other") },
};

static const BarnField barn_year_mark_fields[] = {
  [BARN_YEAR_MARK_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_YEAR_MARK_CATEGORY] = { "category", BARN_FIELD_TEXT },
  [BARN_YEAR_MARK_DAY] = { "day", BARN_FIELD_DAY },
  [BARN_YEAR_MARK_BY_WEEK] = { "by-week", BARN_FIELD_BOOL },
  [BARN_YEAR_MARK_YEARLY] = { "yearly", BARN_FIELD_BOOL },
};

BARN_DEFINE_KIND (BarnYearMark, barn_year_mark, YEAR_MARK)

BARN_DEFINE_GETTER (BarnYearMark, barn_year_mark, YEAR_MARK, const char *, title, TITLE, text)
BARN_DEFINE_GETTER (BarnYearMark, barn_year_mark, YEAR_MARK, BarnDay, day, DAY, number)
BARN_DEFINE_GETTER (BarnYearMark, barn_year_mark, YEAR_MARK, gboolean, by_week, BY_WEEK, number)
BARN_DEFINE_GETTER (BarnYearMark, barn_year_mark, YEAR_MARK, gboolean, yearly, YEARLY, number)

/**
 * barn_year_mark_get_category:
 * @self: a mark
 *
 * Gets what sort of date it is.
 *
 * Returns: the category
 */
BarnMarkCategory
barn_year_mark_get_category (BarnYearMark *self)
{
  BarnMarkCategory category = BARN_MARK_CATEGORY_OTHER;

  g_return_val_if_fail (BARN_IS_YEAR_MARK (self), BARN_MARK_CATEGORY_OTHER);

  barn_mark_category_from_nick (barn_item_get_text (BARN_ITEM (self), BARN_YEAR_MARK_CATEGORY), &category);

  return category;
}

/* The week of that number in a year; week 53 is the last one where a year has only 52 */
static BarnDay
find_monday (guint year,
             guint week)
{
  BarnDay monday = barn_day_from_week (year, week);

  return monday != BARN_DAY_NONE ? monday : barn_day_from_week (year, week - 1);
}

/**
 * barn_year_mark_find:
 * @self: a mark
 * @year: a calendar year; where the mark is a week, the year that week belongs to
 * @first: (out): its first day
 * @last: (out): its last day; @first where it is a single day
 *
 * Finds when a mark is in a year. One that comes back each year is not in the years before the first. On 29 February it is on the 28th where
 * there is none; week 53 is the last week of the year.
 *
 * Returns: %TRUE if it is in that year
 */
gboolean
barn_year_mark_find (BarnYearMark *self,
                     guint         year,
                     BarnDay      *first,
                     BarnDay      *last)
{
  BarnDay day, found;
  guint first_year;

  g_return_val_if_fail (BARN_IS_YEAR_MARK (self), FALSE);
  g_return_val_if_fail (first != NULL && last != NULL, FALSE);

  day = barn_year_mark_get_day (self);
  first_year = barn_year_mark_get_by_week (self) ? barn_day_get_week_year (day) : barn_day_get_year (day);
  if (day == BARN_DAY_NONE || year < first_year || (year > first_year && !barn_year_mark_get_yearly (self)))
    return FALSE;

  if (barn_year_mark_get_by_week (self))
    {
      found = find_monday (year, barn_day_get_week (day));
      *first = found;
      *last = found != BARN_DAY_NONE ? found + 6 : BARN_DAY_NONE;
      return found != BARN_DAY_NONE;
    }

  found = barn_day_new (year, barn_day_get_month (day), barn_day_get_day (day));
  if (found == BARN_DAY_NONE)
    found = barn_day_new (year, barn_day_get_month (day), barn_day_get_day (day) - 1);
  *first = found;
  *last = found;

  return found != BARN_DAY_NONE;
}

/**
 * barn_mark_category_to_nick:
 * @self: a category
 *
 * Gets the word in files and JSON.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_mark_category_to_nick (BarnMarkCategory self)
{
  return barn_word_get_nick (categories, BARN_N_MARK_CATEGORIES, self);
}

/**
 * barn_mark_category_from_nick:
 * @nick: (nullable): a word
 * @category: (out): the category it stands for
 *
 * Finds a category by its word.
 *
 * Returns: %TRUE if there is one; @category is untouched otherwise
 */
gboolean
barn_mark_category_from_nick (const char       *nick,
                              BarnMarkCategory *category)
{
  guint value;

  g_return_val_if_fail (category != NULL, FALSE);

  if (!barn_word_find (categories, BARN_N_MARK_CATEGORIES, nick, &value))
    return FALSE;

  *category = (BarnMarkCategory) value;

  return TRUE;
}

/**
 * barn_mark_category_get_label:
 * @self: a category
 *
 * Gets the word that a person sees, in the language of the desktop.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_mark_category_get_label (BarnMarkCategory self)
{
  return barn_word_get_label (categories, BARN_N_MARK_CATEGORIES, self);
}
