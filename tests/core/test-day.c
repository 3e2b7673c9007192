/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include <string.h>

#include "core-support.h"

static void
assert_parsed (const char *text,
               const char *expected)
{
  g_autofree char *iso = barn_day_to_iso (barn_day_parse (text, day ("2026-05-10")));

  if (strcmp (iso, expected) != 0)
    g_error ("\"%s\" is read as \"%s\", not as \"%s\"", text, iso, expected);
}

static void
test_new (void)
{
  g_assert_cmpuint (barn_day_new (1970, 1, 1), ==, 719163);
  g_assert_cmpuint (barn_day_new (2024, 3, 1) - barn_day_new (2024, 2, 28), ==, 2);
  g_assert_cmpuint (barn_day_new (2026, 3, 1) - barn_day_new (2026, 2, 28), ==, 1);
  g_assert_cmpuint (barn_day_new (2000, 2, 29), !=, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_new (2100, 2, 29), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_new (2026, 2, 29), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_new (2026, 4, 31), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_new (2026, 13, 1), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_new (2026, 0, 1), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_new (2026, 1, 0), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_new (0, 1, 1), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_new (10000, 1, 1), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_new (2026, 1, 257), ==, BARN_DAY_NONE);
}

static void
test_parts (void)
{
  BarnDay last = barn_day_new (2026, 12, 31);

  g_assert_cmpuint (barn_day_get_year (last), ==, 2026);
  g_assert_cmpuint (barn_day_get_month (last), ==, 12);
  g_assert_cmpuint (barn_day_get_day (last), ==, 31);
  g_assert_cmpuint (barn_day_get_year (last + 1), ==, 2027);
  g_assert_cmpuint (barn_day_get_month (last + 1), ==, 1);
  g_assert_cmpuint (barn_day_get_day (last + 1), ==, 1);

  g_assert_cmpuint (barn_day_get_year (BARN_DAY_NONE), ==, 0);
  g_assert_cmpuint (barn_day_get_month (BARN_DAY_NONE), ==, 0);
  g_assert_cmpuint (barn_day_get_day (BARN_DAY_NONE), ==, 0);
  g_assert_cmpuint (barn_day_get_week (BARN_DAY_NONE), ==, 0);
}

static void
test_week (void)
{
  /* 2026 has 53 weeks; 2024-12-30 lies in the first of 2025; 2027-01-03 in the last of 2026 */
  g_assert_cmpuint (barn_day_get_week (day ("2026-01-01")), ==, 1);
  g_assert_cmpuint (barn_day_get_week (day ("2025-12-29")), ==, 1);
  g_assert_cmpuint (barn_day_get_week (day ("2025-12-28")), ==, 52);
  g_assert_cmpuint (barn_day_get_week (day ("2026-12-31")), ==, 53);
  g_assert_cmpuint (barn_day_get_week (day ("2027-01-03")), ==, 53);
  g_assert_cmpuint (barn_day_get_week (day ("2027-01-04")), ==, 1);
  g_assert_cmpuint (barn_day_get_week (day ("2024-12-29")), ==, 52);
  g_assert_cmpuint (barn_day_get_week (day ("2024-12-30")), ==, 1);
  g_assert_cmpuint (barn_day_get_week (day ("2026-06-30")), ==, 27);
}

/* A week belongs to the year of its Thursday; its Monday leads back to it */
static void
test_week_year (void)
{
  g_assert_cmpuint (barn_day_get_week_year (day ("2025-12-28")), ==, 2025);
  g_assert_cmpuint (barn_day_get_week_year (day ("2025-12-29")), ==, 2026);
  g_assert_cmpuint (barn_day_get_week_year (day ("2027-01-03")), ==, 2026);
  g_assert_cmpuint (barn_day_get_week_year (day ("2027-01-04")), ==, 2027);
  g_assert_cmpuint (barn_day_get_week_year (BARN_DAY_NONE), ==, 0);
  g_assert_cmpuint (barn_day_get_weekday (day ("2026-06-29")), ==, 1);
  g_assert_cmpuint (barn_day_get_weekday (day ("2026-07-05")), ==, 7);
  g_assert_cmpuint (barn_day_get_weekday (BARN_DAY_NONE), ==, 0);

  g_assert_cmpuint (barn_day_from_week (2026, 1), ==, day ("2025-12-29"));
  g_assert_cmpuint (barn_day_from_week (2026, 41), ==, day ("2026-10-05"));
  g_assert_cmpuint (barn_day_from_week (2026, 53), ==, day ("2026-12-28"));
  g_assert_cmpuint (barn_day_from_week (2027, 53), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_from_week (2026, 0), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_from_week (2026, 54), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_from_week (0, 1), ==, BARN_DAY_NONE);

  for (BarnDay d = day ("2020-01-01"); d <= day ("2032-12-31"); d++)
    g_assert_cmpuint (barn_day_from_week (barn_day_get_week_year (d), barn_day_get_week (d)), ==, d - barn_day_get_weekday (d) + 1);
}

/* As a Swede types it, with and without the year */
static void
test_swedish_forms (void)
{
  assert_parsed ("30 juni -26", "2026-06-30");
  assert_parsed ("30 juni 27", "2027-06-30");
  assert_parsed ("v.41 2026", "2026-10-09");
  assert_parsed ("v.41 -27", "2027-10-15");
  assert_parsed ("2026 v 41", "2026-10-09");
  assert_parsed ("2026-v41", "2026-10-09");
  assert_parsed ("v 53", "2027-01-01");
  assert_parsed ("v 53 2027", "");
  assert_parsed ("29/2", "");
  assert_parsed ("29/2 2028", "2028-02-29");
  assert_parsed ("280229", "2028-02-29");
  assert_parsed ("0000-01-01", "");
  assert_parsed ("v 0", "");
}

static void
test_iso (void)
{
  const char *const wrong[] = { "2026-6-30", "2026-06-31", "26-06-30", "2026-06-30 ", " 2026-06-3", "20260630--",
                                "2026/06/30", "+026-06-30", "2026-06-3x", "" };
  g_autofree char *early = barn_day_to_iso (barn_day_new (12, 3, 4));
  g_autofree char *none = barn_day_to_iso (BARN_DAY_NONE);

  g_assert_cmpuint (barn_day_from_iso ("2026-06-30"), ==, barn_day_new (2026, 6, 30));
  g_assert_cmpuint (barn_day_from_iso ("2024-02-29"), ==, barn_day_new (2024, 2, 29));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (barn_day_from_iso (wrong[i]), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_day_from_iso (NULL), ==, BARN_DAY_NONE);

  g_assert_cmpstr (early, ==, "0012-03-04");
  g_assert_cmpstr (none, ==, "");
}

static void
test_iso_round_trip (void)
{
  for (BarnDay i = day ("1999-12-01"); i < day ("2033-01-31"); i++)
    {
      g_autofree char *iso = barn_day_to_iso (i);

      g_assert_cmpuint (barn_day_from_iso (iso), ==, i);
      g_assert_cmpuint (barn_day_parse (iso, day ("2001-01-01")), ==, i);
    }
}

static void
test_parse_dates (void)
{
  assert_parsed ("2026-06-30", "2026-06-30");
  assert_parsed ("  2026-6-3 ", "2026-06-03");
  assert_parsed ("20260630", "2026-06-30");
  assert_parsed ("260630", "2026-06-30");
  assert_parsed ("30/6", "2026-06-30");
  assert_parsed ("30/6 2027", "2027-06-30");
  assert_parsed ("30/6-27", "2027-06-30");
  assert_parsed ("30/6/2027", "2027-06-30");
  assert_parsed ("30.6.2026", "2026-06-30");
  assert_parsed ("30.6.", "2026-06-30");
  assert_parsed ("30.6", "2026-06-30");
  assert_parsed ("31/12", "2026-12-31");
  assert_parsed ("29/2", "");
  assert_parsed ("29/2 2028", "2028-02-29");
  assert_parsed ("6/30", "");
  assert_parsed ("2026-02-30", "");
  assert_parsed ("261301", "");
}

static void
test_parse_words (void)
{
  assert_parsed ("30 juni", "2026-06-30");
  assert_parsed ("30 juni 2027", "2027-06-30");
  assert_parsed ("den 30 juni", "2026-06-30");
  assert_parsed ("30 JUNI", "2026-06-30");
  assert_parsed ("30 June", "2026-06-30");
  assert_parsed ("1 maj", "2026-05-01");
  assert_parsed ("1 May", "2026-05-01");
  assert_parsed ("1 okt", "2026-10-01");
  assert_parsed ("1 Oct. 2025", "2025-10-01");
  assert_parsed ("3 sept", "2026-09-03");
  assert_parsed ("3 mars", "2026-03-03");
  assert_parsed ("3 augusti", "2026-08-03");
  assert_parsed ("3 ju", "");
  assert_parsed ("3 junior", "");
  assert_parsed ("31 juni", "");
}

static void
test_parse_weeks (void)
{
  /* The Friday */
  assert_parsed ("v 41", "2026-10-09");
  assert_parsed ("v41", "2026-10-09");
  assert_parsed ("V.41 2026", "2026-10-09");
  assert_parsed ("v. 41 2025", "2025-10-10");
  assert_parsed ("vecka 41", "2026-10-09");
  assert_parsed ("week 41", "2026-10-09");
  assert_parsed ("v 1", "2026-01-02");
  assert_parsed ("v 1 2025", "2025-01-03");
  assert_parsed ("v 53", "2027-01-01");
  assert_parsed ("v 52 2025", "2025-12-26");
  assert_parsed ("v 53 2025", "");
  assert_parsed ("v 0", "");
  assert_parsed ("v 54", "");
}

static void
test_parse_week_of_every_day (void)
{
  for (guint year = 2015; year < 2040; year++)
    {
      for (guint week = 1; week <= 53; week++)
        {
          g_autofree char *text = g_strdup_printf ("v %u %u", week, year);
          BarnDay friday = barn_day_parse (text, day ("2001-01-01"));

          if (friday == BARN_DAY_NONE)
            {
              g_assert_cmpuint (week, ==, 53);
              continue;
            }

          g_assert_cmpuint (barn_day_get_week (friday), ==, week);
          g_assert_cmpuint (friday % 7, ==, day ("2026-10-09") % 7);
        }
    }
}

static void
test_parse_other (void)
{
  assert_parsed ("", "");
  assert_parsed ("   ", "");
  assert_parsed ("juni", "");
  assert_parsed ("2026", "");
  assert_parsed ("99999999999999999999", "");
  assert_parsed ("30 juni 2026 kl 14", "");
  assert_parsed ("hösten 2026", "");
  g_assert_cmpuint (barn_day_parse (NULL, BARN_DAY_NONE), ==, BARN_DAY_NONE);

  barn_clock_set_today (day ("2031-03-03"));
  g_assert_cmpuint (barn_day_parse ("30/6", BARN_DAY_NONE), ==, day ("2031-06-30"));
  barn_clock_set_today (BARN_DAY_NONE);
}

static void
assert_formatted (BarnDayStyle  style,
                  const char   *language,
                  const char   *reference,
                  const char   *expected)
{
  g_autofree char *text = barn_day_format (day ("2026-06-30"), style, language,
                                           reference != NULL ? day (reference) : BARN_DAY_NONE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  g_autofree char *none = barn_day_format (BARN_DAY_NONE, BARN_DAY_LONG, "sv", BARN_DAY_NONE);

  assert_formatted (BARN_DAY_ISO, "sv", NULL, "2026-06-30");
  assert_formatted (BARN_DAY_LONG, "sv", NULL, "30 juni 2026");
  assert_formatted (BARN_DAY_LONG, "en", NULL, "30 June 2026");
  assert_formatted (BARN_DAY_LONG, NULL, NULL, "30 June 2026");
  assert_formatted (BARN_DAY_SHORT, "sv", "2026-12-31", "30 juni");
  assert_formatted (BARN_DAY_SHORT, "sv", "2027-01-01", "30 juni 2026");
  assert_formatted (BARN_DAY_SHORT, "en", "2026-01-01", "30 June");
  assert_formatted (BARN_DAY_SHORT, "sv", NULL, "30 juni 2026");
  assert_formatted (BARN_DAY_WEEK, "sv", NULL, "v. 27");
  assert_formatted (BARN_DAY_WEEK, "en", NULL, "week 27");
  g_assert_cmpstr (none, ==, "");
}

static void
test_format_is_read_again (void)
{
  const char *const languages[] = { "sv", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      for (BarnDay j = day ("2024-01-01"); j <= day ("2024-12-31"); j++)
        {
          g_autofree char *text = barn_day_format (j, BARN_DAY_SHORT, languages[i], day ("2024-07-01"));

          g_assert_cmpuint (barn_day_parse (text, day ("2024-07-01")), ==, j);
        }
    }
}

static void
test_clock (void)
{
  gint64 first, second;

  barn_clock_set_today (day ("2026-11-22"));
  g_assert_cmpuint (barn_clock_get_today (), ==, day ("2026-11-22"));

  first = barn_clock_get_now ();
  second = barn_clock_get_now ();
  g_assert_cmpint (second, >, first);

  /* 2026-11-22 12:00 UTC, and within the minute */
  g_assert_cmpint (first, >=, G_GINT64_CONSTANT (1795348800) * G_USEC_PER_SEC);
  g_assert_cmpint (second, <, G_GINT64_CONSTANT (1795348860) * G_USEC_PER_SEC);

  barn_clock_set_today (BARN_DAY_NONE);
  g_assert_cmpint (ABS (barn_clock_get_now () - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);
}

static void
test_clock_environment (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("BARNRATT_TODAY", "2019-02-03", TRUE);
      g_assert_cmpuint (barn_clock_get_today (), ==, day ("2019-02-03"));
      barn_clock_set_today (day ("2020-02-03"));
      g_assert_cmpuint (barn_clock_get_today (), ==, day ("2020-02-03"));
      barn_clock_set_today (BARN_DAY_NONE);
      g_assert_cmpuint (barn_clock_get_today (), ==, day ("2019-02-03"));
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/week-year", test_week_year);
  g_test_add_func ("/day/swedish-forms", test_swedish_forms);
  g_test_add_func ("/day/new", test_new);
  g_test_add_func ("/day/parts", test_parts);
  g_test_add_func ("/day/week", test_week);
  g_test_add_func ("/day/iso", test_iso);
  g_test_add_func ("/day/iso-round-trip", test_iso_round_trip);
  g_test_add_func ("/day/parse/dates", test_parse_dates);
  g_test_add_func ("/day/parse/words", test_parse_words);
  g_test_add_func ("/day/parse/weeks", test_parse_weeks);
  g_test_add_func ("/day/parse/every-week", test_parse_week_of_every_day);
  g_test_add_func ("/day/parse/other", test_parse_other);
  g_test_add_func ("/day/format", test_format);
  g_test_add_func ("/day/format-is-read-again", test_format_is_read_again);
  g_test_add_func ("/day/clock", test_clock);
  g_test_add_func ("/day/clock-environment", test_clock_environment);

  return g_test_run ();
}
