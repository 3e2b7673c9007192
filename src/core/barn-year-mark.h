/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/**
 * BarnMarkCategory:
 * @BARN_MARK_CATEGORY_BOARD: a date of the nämnd
 * @BARN_MARK_CATEGORY_BUDGET: of the budget
 * @BARN_MARK_CATEGORY_CONTROL: of intern kontroll
 * @BARN_MARK_CATEGORY_WEEK: barnrättsveckan
 * @BARN_MARK_CATEGORY_OTHER: anything else
 */
typedef enum
{
  BARN_MARK_CATEGORY_BOARD,
  BARN_MARK_CATEGORY_BUDGET,
  BARN_MARK_CATEGORY_CONTROL,
  BARN_MARK_CATEGORY_WEEK,
  BARN_MARK_CATEGORY_OTHER,
} BarnMarkCategory;

#define BARN_N_MARK_CATEGORIES 5

const char *barn_mark_category_to_nick   (BarnMarkCategory  self); /* board budget control week other */
gboolean    barn_mark_category_from_nick (const char       *nick,
                                          BarnMarkCategory *category);
const char *barn_mark_category_get_label (BarnMarkCategory  self); /* in the language of the desktop */

/**
 * BarnYearMark:
 *
 * Something that people mark on the årshjul themselves: a nämnd date, the budget, barnrättsveckan v. 41.
 *
 * Fields: title, category (a word of #BarnMarkCategory), day (the first time), by-week (it is the whole week of the day), yearly (it comes
 * back each year: by the number of the week, or on the same date).
 */
#define BARN_TYPE_YEAR_MARK (barn_year_mark_get_type ())
G_DECLARE_FINAL_TYPE (BarnYearMark, barn_year_mark, BARN, YEAR_MARK, BarnItem)
enum { BARN_YEAR_MARK_TITLE, BARN_YEAR_MARK_CATEGORY, BARN_YEAR_MARK_DAY, BARN_YEAR_MARK_BY_WEEK, BARN_YEAR_MARK_YEARLY };

const char       *barn_year_mark_get_title    (BarnYearMark *self);
BarnMarkCategory  barn_year_mark_get_category (BarnYearMark *self);
BarnDay           barn_year_mark_get_day      (BarnYearMark *self);
gboolean          barn_year_mark_get_by_week  (BarnYearMark *self);
gboolean          barn_year_mark_get_yearly   (BarnYearMark *self);
/* When it is in @year: a day, or the Monday and Sunday of the week. FALSE: it is not in that year. */
gboolean          barn_year_mark_find         (BarnYearMark *self,
                                               guint         year,
                                               BarnDay      *first,
                                               BarnDay      *last);

G_END_DECLS
