/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include <math.h>

#include "barn-coverage.h"
#include "barn-year.h"
#include "core-support.h"

static BarnItem *
make_mark (const char *id,
           const char *iso,
           gboolean    by_week,
           gboolean    yearly)
{
  return make_item (BARN_KIND_YEAR_MARK, id, "title", id, "category", "week", "day", day (iso), "by-week", by_week, "yearly", yearly, NULL);
}

static void
assert_mark (BarnItem   *mark,
             guint       year,
             const char *first,
             const char *last)
{
  BarnDay found_first, found_last;
  gboolean found = barn_year_mark_find (BARN_YEAR_MARK (mark), year, &found_first, &found_last);

  g_assert_cmpint (found, ==, first != NULL);
  if (found)
    {
      g_assert_cmpuint (found_first, ==, day (first));
      g_assert_cmpuint (found_last, ==, day (last));
    }
}

static void
test_fraction (void)
{
  g_assert_cmpfloat_with_epsilon (barn_year_get_fraction (2026, day ("2026-01-01")), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (barn_year_get_fraction (2026, day ("2025-12-31")), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (barn_year_get_fraction (2026, day ("2026-12-31")), 364.0 / 365, 1e-9);
  g_assert_cmpfloat_with_epsilon (barn_year_get_fraction (2026, day ("2027-01-01")), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (barn_year_get_fraction (2026, day ("2028-01-01")), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (barn_year_get_fraction (2028, day ("2028-12-31")), 365.0 / 366, 1e-9);

  for (guint year = 2026; year <= 2028; year++)
    {
      for (BarnDay d = barn_day_new (year, 1, 1); d <= barn_day_new (year, 12, 31); d++)
        g_assert_cmpuint (barn_year_get_day (year, barn_year_get_fraction (year, d)), ==, d);
      g_assert_cmpuint (barn_year_get_day (year, 1), ==, barn_day_new (year, 12, 31));
    }
}

static void
test_marks (void)
{
  g_autoptr (BarnItem) once = make_mark ("once", "2026-10-07", FALSE, FALSE);
  g_autoptr (BarnItem) leap = make_mark ("leap", "2024-02-29", FALSE, TRUE);
  g_autoptr (BarnItem) week = make_mark ("week", "2026-10-07", TRUE, TRUE);
  g_autoptr (BarnItem) week_53 = make_mark ("week-53", "2027-01-02", TRUE, TRUE);
  g_autoptr (BarnItem) week_once = make_mark ("week-once", "2027-01-02", TRUE, FALSE);

  assert_mark (once, 2025, NULL, NULL);
  assert_mark (once, 2026, "2026-10-07", "2026-10-07");
  assert_mark (once, 2027, NULL, NULL);
  assert_mark (leap, 2023, NULL, NULL);
  assert_mark (leap, 2024, "2024-02-29", "2024-02-29");
  assert_mark (leap, 2026, "2026-02-28", "2026-02-28");
  assert_mark (leap, 2028, "2028-02-29", "2028-02-29");
  assert_mark (week, 2026, "2026-10-05", "2026-10-11");
  assert_mark (week, 2027, "2027-10-11", "2027-10-17");

  /* 2 January 2027 lies in week 53 of 2026, a week that 2027 does not have */
  assert_mark (week_53, 2026, "2026-12-28", "2027-01-03");
  assert_mark (week_53, 2027, "2027-12-27", "2028-01-02");
  assert_mark (week_once, 2026, "2026-12-28", "2027-01-03");
  assert_mark (week_once, 2027, NULL, NULL);
}

static char *
dup_events (BarnModel  *model,
            const char *from,
            const char *until)
{
  g_autoptr (GArray) events = barn_year_list_events (model, find (model, "p"), day (from), day (until));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const BarnYearEvent *event = &g_array_index (events, BarnYearEvent, i);
      g_autofree char *first = barn_day_to_iso (event->first);

      g_string_append_printf (text, "%s%s:%s:%u", i > 0 ? " " : "", first, barn_item_get_id (event->item), event->type);
    }

  return g_string_free (text, FALSE);
}

static void
test_events (void)
{
  BarnModel *model = barn_model_new ();
  g_autofree char *all = NULL;
  g_autofree char *month = NULL;

  merge (model, make_plan ("p", 2026), make_activity ("a", "p", 1), make_activity ("b", "p", 2),
         make_item (BARN_KIND_OCCASION, "t", "plan", "p", "title", "t", "cut-off", day ("2026-06-30"), NULL),
         make_mark ("m", "2025-12-31", TRUE, TRUE), NULL);
  barn_item_set_number (find (model, "a"), BARN_ACTIVITY_START_ON, day ("2026-06-01"));
  barn_item_set_number (find (model, "a"), BARN_ACTIVITY_DUE_ON, day ("2026-06-30"));

  /* Week 1 of 2026 begins in 2025, and that of 2027 on 4 January */
  all = dup_events (model, "2026-01-01", "2026-12-31");
  g_assert_cmpstr (all, ==, "2025-12-29:m:3 2026-06-01:a:0 2026-06-30:a:1 2026-06-30:t:2");
  month = dup_events (model, "2026-06-02", "2026-06-30");
  g_assert_cmpstr (month, ==, "2026-06-30:a:1 2026-06-30:t:2");

  g_assert_finalize_object (model);
}

static void
give (BarnModel  *model,
      const char *id,
      const char *start_on,
      const char *due_on)
{
  barn_item_set_number (find (model, id), BARN_ACTIVITY_START_ON, start_on != NULL ? day (start_on) : BARN_DAY_NONE);
  barn_item_set_number (find (model, id), BARN_ACTIVITY_DUE_ON, due_on != NULL ? day (due_on) : BARN_DAY_NONE);
}

static void
test_arcs (void)
{
  BarnModel *model = barn_model_new ();
  g_autoptr (GArray) arcs = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_lanes;

  merge (model, make_plan ("p", 2026), make_activity ("whole", "p", 1), make_activity ("spring", "p", 2), make_activity ("summer", "p", 3),
         make_activity ("before", "p", 4), make_activity ("turned", "p", 5), make_activity ("over", "p", 6), make_activity ("other", "p", 7), NULL);
  give (model, "spring", "2026-03-01", "2026-05-31");
  give (model, "summer", "2026-06-01", "2026-08-31");
  give (model, "before", NULL, "2025-12-31");
  give (model, "turned", "2026-10-10", "2026-10-01");
  give (model, "over", "2025-11-01", "2027-02-01");
  set_of (find (model, "other"), BARN_ACTIVITY_ROLES, "r");

  arcs = barn_year_list_arcs (find (model, "p"), NULL, &n_lanes);
  for (guint i = 0; i < arcs->len; i++)
    {
      const BarnYearArc *arc = &g_array_index (arcs, BarnYearArc, i);
      g_autofree char *first = barn_day_to_iso (arc->first);
      g_autofree char *last = barn_day_to_iso (arc->last);

      g_string_append_printf (text, "%s %s%s %s%s %u\n", barn_item_get_id (BARN_ITEM (arc->activity)),
                              first, arc->has_start ? "" : "<", last, arc->has_due ? "" : ">", arc->lane);
    }
  g_assert_cmpstr (text->str, ==,
                   "whole 2026-01-01< 2026-12-31> 0\n"
                   "over 2026-01-01< 2026-12-31> 1\n"
                   "spring 2026-03-01 2026-05-31 2\n"
                   "summer 2026-06-01 2026-08-31 2\n"
                   "turned 2026-10-01 2026-10-01 2\n");
  g_assert_cmpuint (n_lanes, ==, 3);

  g_assert_finalize_object (model);
}

/* The lists of the year tell the smallest items-changed: three that come together, one that goes, one whose day became another */
static void
assert_list (BarnKind    kind,
             const char *owner_field,
             const char *owner,
             const char *day_field)
{
  BarnModel *model = barn_model_new ();
  g_autoptr (Recorder) recorder = NULL;
  BarnItem *items[3];
  GListModel *list;

  merge (model, make_plan ("p", 2026), make_activity ("a", "p", 1),
         make_item (BARN_KIND_OCCASION, "o", "plan", "p", "title", "o", "cut-off", day ("2026-12-31"), NULL),
         make_item (BARN_KIND_INDICATOR, "i", "plan", "p", "title", "i", "scale", "number", "position", 9.0, NULL), NULL);
  if (owner != NULL)
    list = barn_item_get_children (find (model, owner), kind);
  else
    list = kind == BARN_KIND_YEAR_MARK ? barn_model_get_year_marks (model) : barn_model_get_saved_views (model);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);

      items[i] = make_item (kind, id, NULL, NULL);
      if (owner != NULL)
        g_object_set (items[i], owner_field, owner, NULL);
      if (day_field != NULL)
        g_object_set (items[i], day_field, day ("2026-02-01") + i, NULL);
      else
        g_object_set (items[i], "position", (double) i, NULL);
    }

  recorder = recorder_new (list);
  merge (model, items[0], items[2], items[1], NULL);
  assert_seen (recorder, "0-0+3");
  assert_ids (list, kind == BARN_KIND_DELAY || kind == BARN_KIND_ADOPTED ? "x2 x1 x0" :
                    kind == BARN_KIND_OCCASION ? "x0 x1 x2 o" : kind == BARN_KIND_INDICATOR ? "x0 x1 x2 i" : "x0 x1 x2");

  barn_model_remove (model, "x1");
  assert_seen (recorder, "1-1+0");

  g_clear_pointer (&recorder, recorder_free);
  g_assert_finalize_object (model);
}

static void
test_lists (void)
{
  assert_list (BARN_KIND_OCCASION, "plan", "p", "cut-off");
  assert_list (BARN_KIND_DELAY, "activity", "a", "made-on");
  assert_list (BARN_KIND_REPORTED, "occasion", "o", NULL);
  assert_list (BARN_KIND_INDICATOR, "plan", "p", NULL);
  assert_list (BARN_KIND_INDICATOR_VALUE, "indicator", "i", "day");
  assert_list (BARN_KIND_ASSESSMENT, "plan", "p", "day");
  assert_list (BARN_KIND_ADOPTED, "plan", "p", "adopted-on");
  assert_list (BARN_KIND_YEAR_MARK, NULL, NULL, "day");
  assert_list (BARN_KIND_SAVED_VIEW, NULL, NULL, NULL);
}

static void
assert_fault (const char *start_on,
              const char *due_on,
              const char *expected)
{
  BarnModel *model = barn_model_new ();

  merge (model, make_plan ("p", 2026), make_activity ("a", "p", 1), NULL);
  give (model, "a", start_on, due_on);
  g_assert_cmpstr (barn_year_get_date_fault (find (model, "p"), find (model, "a")), ==, expected);
  g_assert_finalize_object (model);
}

static void
test_date_fault (void)
{
  assert_fault (NULL, NULL, NULL);
  assert_fault ("2026-05-01", "2026-05-01", NULL);
  assert_fault ("2026-05-02", "2026-05-01", "It is due before it starts.");
  assert_fault ("2025-11-01", "2026-01-01", NULL);
  assert_fault ("2025-11-01", "2025-12-31", "It is due before the year of the plan begins.");
  assert_fault ("2026-12-31", "2027-06-01", NULL);
  assert_fault ("2027-01-01", NULL, "It lies after the year of the plan.");
  assert_fault (NULL, "2027-01-29", NULL);
  assert_fault (NULL, "2027-04-01", "It lies after the year of the plan.");
}

/* Thousands that last the whole year, each in a lane of its own */
static void
test_many_arcs (void)
{
  BarnModel *model = barn_model_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) arcs = NULL;
  guint n_lanes;
  gint64 began;

  g_ptr_array_add (items, make_plan ("p", 2026));
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      g_ptr_array_add (items, make_activity (id, "p", i));
    }
  barn_model_merge (model, items);
  began = g_get_monotonic_time ();
  arcs = barn_year_list_arcs (find (model, "p"), NULL, &n_lanes);
  g_test_message ("%" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - began) / 1000);
  g_assert_cmpuint (arcs->len, ==, 10000);
  g_assert_cmpuint (n_lanes, ==, 10000);

  g_clear_pointer (&items, g_ptr_array_unref);
  g_assert_finalize_object (model);
}

static void
test_line (void)
{
  BarnModel *model = barn_model_new ();
  g_autoptr (GPtrArray) line = NULL;
  g_autoptr (GPtrArray) circle = NULL;

  merge (model, make_plan ("p", 2026), make_plan ("q", 2025), make_plan ("r", 2024),
         make_activity ("a", "p", 1), make_activity ("b", "q", 1), make_activity ("c", "r", 1), make_activity ("d", "p", 2), NULL);
  barn_item_set_text (find (model, "a"), BARN_ACTIVITY_ORIGIN, "b");
  barn_item_set_text (find (model, "b"), BARN_ACTIVITY_ORIGIN, "c");

  line = barn_year_list_line (model, find (model, "b"));
  g_assert_cmpuint (line->len, ==, 3);
  g_assert_true (line->pdata[0] == find (model, "c"));
  g_assert_true (line->pdata[2] == find (model, "a"));

  barn_item_set_text (find (model, "c"), BARN_ACTIVITY_ORIGIN, "a");
  circle = barn_year_list_line (model, find (model, "b"));
  g_assert_cmpuint (circle->len, ==, 3);

  g_assert_finalize_object (model);
}

static void
test_coverage (void)
{
  BarnModel *model = barn_model_new ();
  g_autoptr (BarnCoverage) coverage = NULL;
  static const guint rows[] = { 2, 3, 6, 12, 31, 0 };

  merge (model, make_item (BARN_KIND_ROLE, "r1", "name", "Chefer", "position", 1.0, NULL),
         make_item (BARN_KIND_ROLE, "r2", "name", "Politiker", "position", 2.0, NULL),
         make_plan ("p", 2026), make_activity ("a", "p", 1), make_activity ("b", "p", 2), make_activity ("c", "p", 3), NULL);
  set_of (find (model, "a"), BARN_ACTIVITY_ROLES, "r1 r2");
  set_of (find (model, "a"), BARN_ACTIVITY_ARTICLES, "3 31");
  set_of (find (model, "b"), BARN_ACTIVITY_ARTICLES, "3");

  coverage = barn_coverage_new (model, find (model, "p"));
  g_assert_cmpuint (coverage->articles->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (g_array_index (coverage->articles, guint, i), ==, rows[i]);
  g_assert_cmpuint (coverage->roles->len, ==, 2);
  g_assert_cmpuint (barn_coverage_get (coverage, 0, 0), ==, 0);
  g_assert_cmpuint (barn_coverage_get (coverage, 1, 0), ==, 1);
  g_assert_cmpuint (barn_coverage_get (coverage, 1, 1), ==, 1);
  g_assert_cmpuint (barn_coverage_get (coverage, 1, 2), ==, 1);
  g_assert_cmpuint (barn_coverage_get (coverage, 4, 0), ==, 1);
  g_assert_cmpuint (barn_coverage_get (coverage, 5, 2), ==, 1);

  g_assert_finalize_object (model);
}

static void
assert_parses (BarnScale   scale,
               const char *text,
               double      expected)
{
  double value = -1;

  g_assert_cmpint (barn_scale_parse (scale, text, &value), ==, !isnan (expected));
  if (!isnan (expected))
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
}

static void
assert_format (BarnScale   scale,
               double      value,
               const char *unit,
               const char *expected)
{
  g_autofree char *text = barn_scale_format (scale, value, unit, "sv");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_scales (void)
{
  assert_parses (BARN_SCALE_NUMBER, "1 250,5", 1250.5);
  assert_parses (BARN_SCALE_NUMBER, "-1", NAN);
  assert_parses (BARN_SCALE_NUMBER, "1e3", NAN);
  assert_parses (BARN_SCALE_NUMBER, "", NAN);
  assert_parses (BARN_SCALE_NUMBER, ",", NAN);
  assert_parses (BARN_SCALE_PERCENT, "12,5 %", 12.5);
  assert_parses (BARN_SCALE_PERCENT, "101", NAN);
  assert_parses (BARN_SCALE_YES_NO, "Ja", 1);
  assert_parses (BARN_SCALE_YES_NO, "nej", 0);
  assert_parses (BARN_SCALE_YES_NO, "kanske", NAN);
  assert_parses (BARN_SCALE_LEVEL, "4", 4);
  assert_parses (BARN_SCALE_LEVEL, "5", NAN);
  assert_parses (BARN_SCALE_LEVEL, "2,5", NAN);

  assert_format (BARN_SCALE_NUMBER, 14, "beslut", "14 beslut");
  assert_format (BARN_SCALE_NUMBER, 100, NULL, "100");
  assert_format (BARN_SCALE_PERCENT, 12.5, NULL, "12,5 %");
  assert_format (BARN_SCALE_YES_NO, 1, NULL, "Ja");
  assert_format (BARN_SCALE_LEVEL, 3, NULL, "3 av 4");
  assert_format (BARN_SCALE_NUMBER, NAN, "beslut", "");
}

static void
test_indicator (void)
{
  BarnModel *model = barn_model_new ();
  BarnIndicator *indicator;
  guint n_choices;
  const BarnIndicatorChoice *choices = barn_indicator_choices_get (&n_choices);

  merge (model, make_plan ("p", 2026), make_item (BARN_KIND_INDICATOR, "i", "plan", "p", "title", "Beslut", "scale", "percent", NULL),
         make_item (BARN_KIND_INDICATOR_VALUE, "v2", "indicator", "i", "day", day ("2026-08-31"), "value", 40.0, NULL),
         make_item (BARN_KIND_INDICATOR_VALUE, "v1", "indicator", "i", "day", day ("2026-04-30"), "value", 20.0, NULL), NULL);
  indicator = find (model, "i");

  g_assert_cmpint (barn_indicator_get_scale (indicator), ==, BARN_SCALE_PERCENT);
  g_assert_true (isnan (barn_indicator_get_baseline (indicator)));
  g_assert_null (barn_indicator_get_value_on (indicator, day ("2026-04-29")));
  g_assert_true (barn_indicator_get_value_on (indicator, day ("2026-04-30")) == find (model, "v1"));
  g_assert_true (barn_indicator_get_value_on (indicator, day ("2026-12-31")) == find (model, "v2"));

  /* A choice that is a part leads to its whole */
  for (guint i = 0; i < n_choices; i++)
    {
      g_assert_true (barn_indicator_choices_find (choices[i].id) == &choices[i]);
      g_assert_true (choices[i].whole == NULL || barn_indicator_choices_find (choices[i].whole) != NULL);
    }
  g_assert_null (barn_indicator_choices_find ("none"));

  g_assert_finalize_object (model);
}

static void
test_assessments (void)
{
  BarnModel *model = barn_model_new ();
  BarnAssessmentTally tally = { 0 };

  merge (model, make_plan ("p", 2026),
         make_item (BARN_KIND_ASSESSMENT, "x", "plan", "p", "title", "Ny lokal", "outcome", "made", "heard", TRUE, NULL),
         make_item (BARN_KIND_ASSESSMENT, "y", "plan", "p", "title", "Taxa", "outcome", "not_made", "heard", TRUE, NULL),
         make_item (BARN_KIND_ASSESSMENT, "z", "plan", "p", "title", "Skylt", "outcome", "not_needed", NULL), NULL);
  barn_tally_assessments (&tally, find (model, "p"), BARN_DAY_NONE);
  g_assert_cmpuint (tally.total, ==, 3);
  g_assert_cmpuint (tally.made, ==, 1);
  g_assert_cmpuint (tally.not_made, ==, 1);
  g_assert_cmpuint (tally.not_needed, ==, 1);
  /* Where none was made, nobody was heard in it */
  g_assert_cmpuint (tally.heard, ==, 1);

  g_assert_finalize_object (model);
}

/* A decision belongs to an account as of its day; what is not decided yet belongs to each */
static void
test_assessments_as_of (void)
{
  BarnModel *model = barn_model_new ();
  BarnAssessmentTally tally = { 0 };

  merge (model, make_plan ("p", 2026),
         make_item (BARN_KIND_ASSESSMENT, "x", "plan", "p", "title", "Ny lokal", "outcome", "made", "day", barn_day_new (2026, 3, 19), NULL),
         make_item (BARN_KIND_ASSESSMENT, "y", "plan", "p", "title", "Taxa", "outcome", "not_needed", NULL), NULL);
  barn_tally_assessments (&tally, find (model, "p"), barn_day_new (2026, 3, 18));
  g_assert_cmpuint (tally.total, ==, 1);
  g_assert_cmpuint (tally.not_needed, ==, 1);

  tally = (BarnAssessmentTally) { 0 };
  barn_tally_assessments (&tally, find (model, "p"), barn_day_new (2026, 3, 19));
  g_assert_cmpuint (tally.total, ==, 2);
  g_assert_cmpuint (tally.made, ==, 1);

  g_assert_finalize_object (model);
}

/* What a plan file from anybody leads to is a page or a file, and nothing else */
static void
test_assessment_links (void)
{
  static const struct
  {
    const char *link;
    const char *uri;
  } links[] = {
    { "https://dokument.ekdalen.example/sn-2026-0051", "https://dokument.ekdalen.example/sn-2026-0051" },
    { "/home/eva/Ny lokal.odt", "file:///home/eva/Ny%20lokal.odt" },
    { "file:///srv/sn/analys.pdf", "file:///srv/sn/analys.pdf" },
    { "", NULL }, { "SN 2026-0051", NULL }, { "http://ekdalen.example", NULL }, { "https://", NULL }, { "javascript:alert(1)", NULL },
    { "mailto:eva@ekdalen.example", NULL }, { "analys.odt", NULL }, { "file:analys.odt", NULL }, { "file://server/analys.odt", NULL },
    { "smb://server/delad/analys.odt", NULL }, { "\\\\server\\delad\\analys.docx", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (BarnItem) item = make_item (BARN_KIND_ASSESSMENT, "x", "plan", "p", "title", "Ny lokal", "outcome", "made", "link", links[i].link, NULL);
      g_autofree char *uri = barn_assessment_dup_uri (BARN_ASSESSMENT (item));

      g_assert_cmpstr (uri, ==, links[i].uri);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/year/fraction", test_fraction);
  g_test_add_func ("/year/marks", test_marks);
  g_test_add_func ("/year/events", test_events);
  g_test_add_func ("/year/arcs", test_arcs);
  g_test_add_func ("/year/lists", test_lists);
  g_test_add_func ("/year/date-fault", test_date_fault);
  g_test_add_func ("/year/many-arcs", test_many_arcs);
  g_test_add_func ("/year/line", test_line);
  g_test_add_func ("/year/coverage", test_coverage);
  g_test_add_func ("/year/scales", test_scales);
  g_test_add_func ("/year/indicator", test_indicator);
  g_test_add_func ("/year/assessments", test_assessments);
  g_test_add_func ("/year/assessments/as-of", test_assessments_as_of);
  g_test_add_func ("/year/assessments/links", test_assessment_links);

  return g_test_run ();
}
