/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BarnDay:
 *
 * A day of the calendar as a Julian day number (g_date_get_julian()); 0 is no day.
 * Days compare and subtract as numbers.
 */
typedef guint32 BarnDay;

#define BARN_DAY_NONE ((BarnDay) 0)

/**
 * BarnDayStyle:
 * @BARN_DAY_ISO: 2026-06-30
 * @BARN_DAY_LONG: 30 juni 2026, in the language asked for
 * @BARN_DAY_SHORT: 30 juni; with the year when it is not @reference's
 * @BARN_DAY_WEEK: v. 27
 */
typedef enum
{
  BARN_DAY_ISO,
  BARN_DAY_LONG,
  BARN_DAY_SHORT,
  BARN_DAY_WEEK,
} BarnDayStyle;

BarnDay  barn_day_new         (guint         year,
                               guint         month,
                               guint         day);
BarnDay  barn_day_from_iso    (const char   *text);
BarnDay  barn_day_parse       (const char   *text,
                               BarnDay       reference);
char    *barn_day_to_iso      (BarnDay       self);
char    *barn_day_format      (BarnDay       self,
                               BarnDayStyle  style,
                               const char   *language,
                               BarnDay       reference);
guint    barn_day_get_year    (BarnDay       self);
guint    barn_day_get_month   (BarnDay       self);
guint    barn_day_get_day     (BarnDay       self);
guint    barn_day_get_week    (BarnDay       self);
guint    barn_day_get_week_year (BarnDay     self); /* the year its week belongs to */
guint    barn_day_get_weekday (BarnDay       self); /* 1 Monday to 7 Sunday; 0: no day */
BarnDay  barn_day_from_week   (guint         year,
                               guint         week); /* its Monday */
gint64   barn_day_get_noon    (BarnDay       self);

/* The one clock. BARNRATT_TODAY=2026-11-22 in the environment, or the setter in tests, stops it at noon of a day;
   moments then still go on by the microsecond, so that what comes later is later. */
BarnDay  barn_clock_get_today (void);
gint64   barn_clock_get_now   (void);
void     barn_clock_set_today (BarnDay       today);

G_END_DECLS
