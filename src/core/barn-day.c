/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-day"

#include "config.h"

#include "barn-day.h"

#include <time.h>

#include <glib/gi18n-lib.h>

#include "barn-text.h"

#define UNIX_EPOCH_JULIAN 719163
#define FRIDAY            4

/* Documents are in the municipality's language whatever the desktop's is, so the names can't come from the locale */
static const char *const months_sv[12] = {
  "januari", "februari", "mars", "april", "maj", "juni",
  "juli", "augusti", "september", "oktober", "november", "december",
};
static const char *const months_en[12] = {
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
};

static GMutex clock_mutex;
static gboolean clock_read;
static BarnDay clock_environment;
static BarnDay clock_stopped;
static gint64 clock_last;

static void
to_date (BarnDay  self,
         GDate   *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, self);
}

static guint
full_year (const char *digits)
{
  guint year = (guint) g_ascii_strtoull (digits, NULL, 10);

  return strlen (digits) == 2 ? 2000 + year : year;
}

static guint
find_month (const char *word)
{
  const char *const *tables[] = { months_sv, months_en };
  gsize length = strlen (word);

  /* "jun", "sept": no two months share three letters in either language */
  if (length < 3)
    return 0;

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      for (guint i = 0; i < 12; i++)
        {
          if (g_ascii_strncasecmp (tables[t][i], word, length) == 0)
            return i + 1;
        }
    }

  return 0;
}

static BarnDay
friday_of_week (guint year,
                guint week)
{
  BarnDay monday = barn_day_from_week (year, week);

  return monday != BARN_DAY_NONE ? monday + FRIDAY : BARN_DAY_NONE;
}

static GMatchInfo *
match (const char  *pattern,
       const char  *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  g_assert (regex != NULL);

  return g_regex_match (regex, text, 0, &info) ? g_steal_pointer (&info) : NULL;
}

static guint
get_number (GMatchInfo *info,
            int         group)
{
  g_autofree char *digits = g_match_info_fetch (info, group);

  return digits != NULL ? (guint) g_ascii_strtoull (digits, NULL, 10) : 0;
}

static guint
get_year (GMatchInfo *info,
          int         group,
          BarnDay     reference)
{
  g_autofree char *digits = g_match_info_fetch (info, group);

  if (digits == NULL || *digits == '\0')
    return barn_day_get_year (reference);

  return full_year (digits);
}

static const char *
choose_language (const char *language)
{
  if (language != NULL && *language != '\0')
    return language;

  /* Translators: the code of the language that you translate to: it chooses how dates are written */
  return C_("code of the language", "en");
}

static void
read_environment (void)
{
  if (clock_read)
    return;

  clock_read = TRUE;
  clock_environment = barn_day_from_iso (g_getenv ("BARNRATT_TODAY"));
  clock_stopped = clock_environment;
}

/**
 * barn_day_new:
 * @year: the year, 1 to 9999
 * @month: the month, 1 to 12
 * @day: the day of the month, 1 to 31
 *
 * Makes a day of its parts.
 *
 * Returns: the day, or %BARN_DAY_NONE where the calendar has no such day
 */
BarnDay
barn_day_new (guint year,
              guint month,
              guint day)
{
  GDate date;

  if (year < 1 || year > 9999 || month > 12 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return BARN_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

/**
 * barn_day_from_iso:
 * @text: (nullable): a date as 2026-06-30
 *
 * Reads a date as files have it. Nothing but those ten characters is taken.
 *
 * Returns: the day, or %BARN_DAY_NONE
 */
BarnDay
barn_day_from_iso (const char *text)
{
  if (text == NULL || strlen (text) != 10)
    return BARN_DAY_NONE;

  for (guint i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
        return BARN_DAY_NONE;
    }

  return barn_day_new ((guint) g_ascii_strtoull (text, NULL, 10),
                       (guint) g_ascii_strtoull (text + 5, NULL, 10),
                       (guint) g_ascii_strtoull (text + 8, NULL, 10));
}

/**
 * barn_day_parse:
 * @text: (nullable): what somebody typed
 * @reference: the day whose year is meant where none is given; %BARN_DAY_NONE: today
 *
 * Reads a date as people write it: 2026-06-30, 20260630, 260630, 30/6, 30/6 2026, 30.6.2026, 30 juni, 30 juni 2026,
 * 30 juni -26, 30 June, v 41, v.41 2026, vecka 41, 2026 v 41. A week means its last working day, Friday, as it is mostly a date by which
 * something is to be done.
 *
 * Returns: the day, or %BARN_DAY_NONE where @text is no date or the calendar has no such day
 */
BarnDay
barn_day_parse (const char *text,
                BarnDay     reference)
{
  g_autofree char *folded = NULL;
  g_autoptr (GMatchInfo) info = NULL;

  if (text == NULL)
    return BARN_DAY_NONE;

  if (reference == BARN_DAY_NONE)
    reference = barn_clock_get_today ();

  folded = barn_fold (text);

  if ((info = match ("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$", folded)) != NULL ||
      (info = match ("^([0-9]{4}|[0-9]{2})([0-9]{2})([0-9]{2})$", folded)) != NULL)
    return barn_day_new (get_year (info, 1, reference), get_number (info, 2), get_number (info, 3));

  if ((info = match ("^([0-9]{1,2}) ?[/.] ?([0-9]{1,2})\\.?(?:[ ./-] ?([0-9]{4}|[0-9]{2}))?$", folded)) != NULL)
    return barn_day_new (get_year (info, 3, reference), get_number (info, 2), get_number (info, 1));

  if ((info = match ("^(?:den )?([0-9]{1,2})\\.? ?([a-z]+)\\.?(?: -?([0-9]{4}|[0-9]{2}))?$", folded)) != NULL)
    {
      g_autofree char *month = g_match_info_fetch (info, 2);

      return barn_day_new (get_year (info, 3, reference), find_month (month), get_number (info, 1));
    }

  if ((info = match ("^(?:v|vecka|w|week)\\.? ?([0-9]{1,2})(?:[ ,-]+([0-9]{4}|[0-9]{2}))?$", folded)) != NULL)
    return friday_of_week (get_year (info, 2, reference), get_number (info, 1));

  if ((info = match ("^([0-9]{4})[ -]*(?:v|vecka|w|week)\\.? ?([0-9]{1,2})$", folded)) != NULL)
    return friday_of_week (get_year (info, 1, reference), get_number (info, 2));

  return BARN_DAY_NONE;
}

/**
 * barn_day_to_iso:
 * @self: a day
 *
 * Writes a day as files have it.
 *
 * Returns: (transfer full): 2026-06-30; an empty text for no day
 */
char *
barn_day_to_iso (BarnDay self)
{
  GDate date;

  if (self == BARN_DAY_NONE)
    return g_strdup ("");

  to_date (self, &date);

  return g_strdup_printf ("%04u-%02u-%02u",
                          (guint) g_date_get_year (&date),
                          (guint) g_date_get_month (&date),
                          (guint) g_date_get_day (&date));
}

/**
 * barn_day_format:
 * @self: a day
 * @style: how to write it
 * @language: (nullable): "sv" or "en"; %NULL: that of the desktop
 * @reference: for %BARN_DAY_SHORT: the day whose year need not be said; %BARN_DAY_NONE: always say the year
 *
 * Writes a day for a person.
 *
 * Returns: (transfer full): the text; empty for no day
 */
char *
barn_day_format (BarnDay       self,
                 BarnDayStyle  style,
                 const char   *language,
                 BarnDay       reference)
{
  gboolean swedish = g_str_has_prefix (choose_language (language), "sv");
  const char *month;

  if (self == BARN_DAY_NONE)
    return g_strdup ("");

  month = (swedish ? months_sv : months_en)[barn_day_get_month (self) - 1];

  switch (style)
    {
    case BARN_DAY_SHORT:
      if (reference != BARN_DAY_NONE && barn_day_get_year (reference) == barn_day_get_year (self))
        return g_strdup_printf ("%u %s", barn_day_get_day (self), month);
      G_GNUC_FALLTHROUGH;

    case BARN_DAY_LONG:
      return g_strdup_printf ("%u %s %u", barn_day_get_day (self), month, barn_day_get_year (self));

    case BARN_DAY_WEEK:
      if (swedish)
        return g_strdup_printf ("v. %u", barn_day_get_week (self));
      return g_strdup_printf ("week %u", barn_day_get_week (self));

    case BARN_DAY_ISO:
    default:
      return barn_day_to_iso (self);
    }
}

/**
 * barn_day_get_year:
 * @self: a day
 *
 * Gets the calendar year; 0 for no day.
 *
 * Returns: the year
 */
guint
barn_day_get_year (BarnDay self)
{
  GDate date;

  if (self == BARN_DAY_NONE)
    return 0;

  to_date (self, &date);

  return g_date_get_year (&date);
}

/**
 * barn_day_get_month:
 * @self: a day
 *
 * Gets the month, 1 to 12; 0 for no day.
 *
 * Returns: the month
 */
guint
barn_day_get_month (BarnDay self)
{
  GDate date;

  if (self == BARN_DAY_NONE)
    return 0;

  to_date (self, &date);

  return (guint) g_date_get_month (&date);
}

/**
 * barn_day_get_day:
 * @self: a day
 *
 * Gets the day of the month, 1 to 31; 0 for no day.
 *
 * Returns: the day of the month
 */
guint
barn_day_get_day (BarnDay self)
{
  GDate date;

  if (self == BARN_DAY_NONE)
    return 0;

  to_date (self, &date);

  return g_date_get_day (&date);
}

/**
 * barn_day_get_week:
 * @self: a day
 *
 * Gets the week as Swedish calendars number them (ISO 8601), 1 to 53; 0 for no day.
 * The first days of January can lie in the last week of the year before, the last of December in week 1.
 *
 * Returns: the week
 */
guint
barn_day_get_week (BarnDay self)
{
  GDate date;

  if (self == BARN_DAY_NONE)
    return 0;

  to_date (self, &date);

  return g_date_get_iso8601_week_of_year (&date);
}

/**
 * barn_day_get_week_year:
 * @self: a day
 *
 * Gets the year that the week of a day belongs to, which is that of its Thursday: 2027-01-01 lies in week 53 of 2026.
 *
 * Returns: the year; 0 for no day
 */
guint
barn_day_get_week_year (BarnDay self)
{
  if (self == BARN_DAY_NONE)
    return 0;

  return barn_day_get_year (self - barn_day_get_weekday (self) + G_DATE_THURSDAY);
}

/**
 * barn_day_get_weekday:
 * @self: a day
 *
 * Gets the day of the week.
 *
 * Returns: 1 for Monday to 7 for Sunday; 0 for no day
 */
guint
barn_day_get_weekday (BarnDay self)
{
  GDate date;

  if (self == BARN_DAY_NONE)
    return 0;

  to_date (self, &date);

  return (guint) g_date_get_weekday (&date);
}

/**
 * barn_day_from_week:
 * @year: the year that the week belongs to
 * @week: its number, 1 to 53
 *
 * Finds the Monday of a week. Week 1 is the one that holds 4 January (ISO 8601); its Monday can lie in the year before.
 *
 * Returns: the Monday; %BARN_DAY_NONE: the year has no such week
 */
BarnDay
barn_day_from_week (guint year,
                    guint week)
{
  BarnDay january_4 = barn_day_new (year, 1, 4);
  BarnDay monday;

  /* The very first days of the calendar have no Monday before them */
  if (january_4 == BARN_DAY_NONE || year < 2 || week < 1 || week > 53)
    return BARN_DAY_NONE;

  monday = january_4 - (barn_day_get_weekday (january_4) - G_DATE_MONDAY) + (week - 1) * 7;

  return barn_day_get_year (monday + 3) == year ? monday : BARN_DAY_NONE;
}

/**
 * barn_day_get_noon:
 * @self: a day
 *
 * Gets the moment in the middle of a day, in UTC.
 *
 * Returns: microseconds since 1970 UTC
 */
gint64
barn_day_get_noon (BarnDay self)
{
  return (((gint64) self - UNIX_EPOCH_JULIAN) * 24 + 12) * G_TIME_SPAN_HOUR;
}

/**
 * barn_clock_get_today:
 *
 * Gets today, as the wall clock here has it, or as BARNRATT_TODAY or barn_clock_set_today() say.
 *
 * Returns: today
 */
BarnDay
barn_clock_get_today (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&clock_mutex);
  time_t now;
  struct tm local;

  read_environment ();
  if (clock_stopped != BARN_DAY_NONE)
    return clock_stopped;

  now = time (NULL);
  localtime_r (&now, &local);

  return barn_day_new ((guint) local.tm_year + 1900, (guint) local.tm_mon + 1, (guint) local.tm_mday);
}

/**
 * barn_clock_get_now:
 *
 * Gets the moment. Where the clock is stopped it is noon of that day, UTC, and each moment is later than those before,
 * also than those of a program that ran before this one on the same day.
 *
 * Returns: microseconds since 1970 UTC
 */
gint64
barn_clock_get_now (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&clock_mutex);

  read_environment ();
  if (clock_stopped == BARN_DAY_NONE)
    return g_get_real_time ();

  /* A microsecond for each millisecond that passes, and never more than a minute of it: it stays noon */
  clock_last = MAX (clock_last + 1, barn_day_get_noon (clock_stopped) + (g_get_monotonic_time () / 1000) % (60 * G_USEC_PER_SEC));

  return clock_last;
}

/**
 * barn_clock_set_today:
 * @today: the day to stop at; %BARN_DAY_NONE: go on as the environment says
 *
 * Stops the clock at a day, for tests.
 */
void
barn_clock_set_today (BarnDay today)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&clock_mutex);

  read_environment ();
  clock_stopped = today != BARN_DAY_NONE ? today : clock_environment;
  clock_last = 0;
}
