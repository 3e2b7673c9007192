/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include <string.h>

#include "core-support.h"

typedef struct
{
  guint status;
  guint overdue;
  guint last_follow_up;
} Counts;

static BarnActivity *
new_activity (void)
{
  return BARN_ACTIVITY (make_activity ("a", "p", 1));
}

static BarnFollowUp *
add (BarnActivity *activity,
     const char   *id,
     const char   *iso,
     BarnStatus    status)
{
  g_autoptr(BarnItem) follow_up = make_follow_up (id, "a", iso, status);

  barn_activity_add_follow_up (activity, BARN_FOLLOW_UP (follow_up));

  return BARN_FOLLOW_UP (follow_up);
}

static void
watch (BarnActivity *activity,
       Counts       *counts)
{
  count_notify (activity, "status", &counts->status);
  count_notify (activity, "overdue", &counts->overdue);
  count_notify (activity, "last-follow-up", &counts->last_follow_up);
}

static void
assert_counts (Counts *counts,
               guint   status,
               guint   overdue,
               guint   last_follow_up)
{
  g_assert_cmpuint (counts->status, ==, status);
  g_assert_cmpuint (counts->overdue, ==, overdue);
  g_assert_cmpuint (counts->last_follow_up, ==, last_follow_up);
  memset (counts, 0, sizeof *counts);
}

static void
test_as_of (void)
{
  BarnActivity *activity = new_activity ();

  add (activity, "f2", "2026-04-10", BARN_STATUS_DONE);
  add (activity, "f1", "2026-02-10", BARN_STATUS_ONGOING);
  add (activity, "f3", "2026-12-01", BARN_STATUS_CANCELLED);
  assert_ids (barn_activity_get_follow_ups (activity), "f3 f2 f1");

  g_assert_cmpint (barn_activity_get_status (activity, day ("2026-02-09")), ==, BARN_STATUS_NOT_STARTED);
  g_assert_null (barn_activity_get_last_follow_up (activity, day ("2026-02-09")));
  g_assert_cmpint (barn_activity_get_status (activity, day ("2026-02-10")), ==, BARN_STATUS_ONGOING);
  g_assert_cmpint (barn_activity_get_status (activity, day ("2026-04-09")), ==, BARN_STATUS_ONGOING);
  g_assert_cmpint (barn_activity_get_status (activity, day ("2026-04-10")), ==, BARN_STATUS_DONE);
  g_assert_cmpint (barn_activity_get_status (activity, day ("2026-11-30")), ==, BARN_STATUS_DONE);
  g_assert_cmpint (barn_activity_get_status (activity, day ("2027-01-01")), ==, BARN_STATUS_CANCELLED);

  /* Without a day: today */
  g_assert_cmpint (barn_activity_get_status (activity, BARN_DAY_NONE), ==, BARN_STATUS_DONE);
  g_assert_finalize_object (activity);
}

static void
test_same_day (void)
{
  BarnActivity *activity = new_activity ();
  BarnItem *late = make_item (BARN_KIND_FOLLOW_UP, "late", "day", day ("2026-03-01"), "made-at", (gint64) 20,
                              "status", BARN_STATUS_DONE, NULL);
  BarnItem *early = make_item (BARN_KIND_FOLLOW_UP, "early", "day", day ("2026-03-01"), "made-at", (gint64) 10,
                               "status", BARN_STATUS_PAUSED, NULL);

  barn_activity_add_follow_up (activity, BARN_FOLLOW_UP (late));
  barn_activity_add_follow_up (activity, BARN_FOLLOW_UP (early));
  assert_ids (barn_activity_get_follow_ups (activity), "late early");
  g_assert_cmpint (barn_activity_get_status (activity, day ("2026-03-01")), ==, BARN_STATUS_DONE);

  g_object_unref (early);
  g_object_unref (late);
  g_assert_finalize_object (activity);
}

static void
test_overdue (void)
{
  g_autoptr(BarnActivity) activity = new_activity ();
  const BarnStatus closed[] = { BARN_STATUS_DONE, BARN_STATUS_PAUSED, BARN_STATUS_CANCELLED };

  /* Without a due date never */
  g_assert_false (barn_activity_is_overdue (activity, day ("2030-01-01")));

  g_object_set (activity, "due-on", day ("2026-06-30"), NULL);
  g_assert_false (barn_activity_is_overdue (activity, day ("2026-06-29")));
  g_assert_false (barn_activity_is_overdue (activity, day ("2026-06-30")));
  g_assert_true (barn_activity_is_overdue (activity, day ("2026-07-01")));

  add (activity, "f1", "2026-07-05", BARN_STATUS_ONGOING);
  g_assert_true (barn_activity_is_overdue (activity, day ("2026-07-05")));

  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    {
      BarnFollowUp *follow_up = add (activity, "f2", "2026-07-10", closed[i]);

      g_assert_true (barn_activity_is_overdue (activity, day ("2026-07-09")));
      g_assert_false (barn_activity_is_overdue (activity, day ("2026-07-10")));
      g_assert_true (barn_activity_remove_follow_up (activity, follow_up));
    }
}

static void
test_told (void)
{
  g_autoptr(BarnActivity) activity = new_activity ();
  g_autoptr(BarnFollowUp) last = NULL;
  BarnFollowUp *follow_up;
  Counts counts = { 0 };
  BarnStatus status;
  gboolean overdue;

  watch (activity, &counts);

  g_object_set (activity, "due-on", day ("2026-06-30"), NULL);
  assert_counts (&counts, 0, 1, 0);
  g_object_set (activity, "due-on", day ("2026-06-29"), NULL);
  assert_counts (&counts, 0, 0, 0);

  follow_up = add (activity, "f1", "2026-03-01", BARN_STATUS_ONGOING);
  assert_counts (&counts, 1, 0, 1);
  add (activity, "f0", "2026-02-01", BARN_STATUS_PAUSED);
  assert_counts (&counts, 0, 0, 0);
  add (activity, "later", "2026-12-24", BARN_STATUS_DONE);
  assert_counts (&counts, 0, 0, 0);

  g_object_get (activity, "status", &status, "overdue", &overdue, "last-follow-up", &last, NULL);
  g_assert_cmpint (status, ==, BARN_STATUS_ONGOING);
  g_assert_true (overdue);
  g_assert_true (last == follow_up);

  g_object_set (follow_up, "status", BARN_STATUS_DONE, NULL);
  barn_activity_follow_up_changed (activity, follow_up);
  assert_counts (&counts, 1, 1, 0);

  /* It is put behind the one of February */
  g_object_set (follow_up, "day", day ("2026-01-01"), NULL);
  barn_activity_follow_up_changed (activity, follow_up);
  assert_counts (&counts, 1, 0, 1);
  assert_ids (barn_activity_get_follow_ups (activity), "later f0 f1");

  g_assert_true (barn_activity_remove_follow_up (activity, follow_up));
  g_assert_false (barn_activity_remove_follow_up (activity, last));
  assert_counts (&counts, 0, 0, 0);
}

static void
test_midnight (void)
{
  g_autoptr(BarnActivity) activity = new_activity ();
  Counts counts = { 0 };

  g_object_set (activity, "due-on", day ("2026-11-22"), NULL);
  add (activity, "tomorrow", "2026-11-24", BARN_STATUS_DONE);
  watch (activity, &counts);

  barn_activity_today_changed (activity);
  assert_counts (&counts, 0, 0, 0);

  barn_clock_set_today (day ("2026-11-23"));
  barn_activity_today_changed (activity);
  assert_counts (&counts, 0, 1, 0);

  barn_clock_set_today (day ("2026-11-24"));
  barn_activity_today_changed (activity);
  assert_counts (&counts, 1, 1, 1);

  barn_clock_set_today (day ("2026-11-22"));
}

static void
test_search_text (void)
{
  g_autoptr(BarnActivity) activity = new_activity ();
  BarnFollowUp *follow_up;
  const char *text;

  g_object_set (activity, "title", "Erbjud STÖD", "description", "vid analyser", "responsible", "Kim Ö", NULL);
  text = barn_activity_get_search_text (activity);
  g_assert_cmpstr (text, ==, "erbjud stöd vid analyser kim ö");
  g_assert_true (barn_activity_get_search_text (activity) == text);

  g_object_set (activity, "responsible", "", NULL);
  g_assert_cmpstr (barn_activity_get_search_text (activity), ==, "erbjud stöd vid analyser");

  follow_up = add (activity, "f", "2026-03-01", BARN_STATUS_ONGOING);
  g_object_set (follow_up, "comment", "Tre  TRÄFFAR", "effect", "Barn hörs", NULL);
  barn_activity_follow_up_changed (activity, follow_up);
  g_assert_cmpstr (barn_activity_get_search_text (activity), ==, "erbjud stöd vid analyser tre träffar barn hörs");

  barn_activity_remove_follow_up (activity, follow_up);
  g_assert_cmpstr (barn_activity_get_search_text (activity), ==, "erbjud stöd vid analyser");
}

static void
test_sets (void)
{
  g_autoptr(BarnActivity) activity = new_activity ();

  set_of (BARN_ITEM (activity), BARN_ACTIVITY_ROLES, "r2 r1");
  set_of (BARN_ITEM (activity), BARN_ACTIVITY_SHIFTS, "s1");
  set_of (BARN_ITEM (activity), BARN_ACTIVITY_ARTICLES, "12 3");

  g_assert_true (barn_activity_has_role (activity, "r1"));
  g_assert_true (barn_activity_has_role (activity, "r2"));
  g_assert_false (barn_activity_has_role (activity, "r"));
  g_assert_true (barn_activity_has_shift (activity, "s1"));
  g_assert_false (barn_activity_has_shift (activity, "s2"));
  g_assert_true (barn_activity_has_article (activity, 3));
  g_assert_true (barn_activity_has_article (activity, 12));
  g_assert_false (barn_activity_has_article (activity, 1));
  g_assert_false (barn_activity_has_article (activity, 2));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  barn_clock_set_today (day ("2026-11-22"));

  g_test_add_func ("/activity/as-of", test_as_of);
  g_test_add_func ("/activity/same-day", test_same_day);
  g_test_add_func ("/activity/overdue", test_overdue);
  g_test_add_func ("/activity/told", test_told);
  g_test_add_func ("/activity/midnight", test_midnight);
  g_test_add_func ("/activity/search-text", test_search_text);
  g_test_add_func ("/activity/sets", test_sets);

  return g_test_run ();
}
