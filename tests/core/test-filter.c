/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include "barn-filter.h"
#include "core-support.h"

/* a: two roles, ongoing, overdue; b: one role, done; c: nothing at all */
static BarnModel *
new_model (void)
{
  BarnModel *model = barn_model_new ();
  BarnItem *a, *b;

  merge (model, make_plan ("p", 2026), make_activity ("a", "p", 1), make_activity ("b", "p", 2),
         make_activity ("c", "p", 3),
         make_follow_up ("f1", "a", "2026-03-01", BARN_STATUS_ONGOING),
         make_follow_up ("f2", "b", "2026-03-01", BARN_STATUS_ONGOING),
         make_follow_up ("f3", "b", "2026-06-01", BARN_STATUS_DONE), NULL);

  a = find (model, "a");
  g_object_set (a, "title", "Utbilda chefer i barnkonventionen", "due-on", day ("2026-06-30"),
                "responsible", "Enhetschefen", NULL);
  set_of (a, BARN_ACTIVITY_ROLES, "chefer medarbetare");
  set_of (a, BARN_ACTIVITY_SHIFTS, "s1");
  set_of (a, BARN_ACTIVITY_ARTICLES, "3 12");

  b = find (model, "b");
  g_object_set (b, "title", "Öppna möten med ungdomar", "due-on", day ("2026-05-31"), "unit", "u1", NULL);
  set_of (b, BARN_ACTIVITY_ROLES, "chefer");
  set_of (b, BARN_ACTIVITY_SHIFTS, "s1 s2");
  set_of (b, BARN_ACTIVITY_ARTICLES, "12");

  return model;
}

static void
assert_matches (BarnModel  *model,
                BarnFilter *filter,
                const char *expected)
{
  g_autoptr(BarnFilter) copy = barn_filter_copy (filter);
  g_autoptr(GString) ids = g_string_new (NULL);
  GListModel *activities = barn_plan_get_activities (find (model, "p"));

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr(BarnActivity) activity = g_list_model_get_item (activities, i);
      gboolean matches = barn_filter_match (filter, activity);

      g_assert_cmpint (barn_filter_match (copy, activity), ==, matches);
      if (matches)
        g_string_append (ids, barn_item_get_id (BARN_ITEM (activity)));
    }

  g_assert_cmpstr (ids->str, ==, expected);
  g_assert_cmpint (barn_filter_is_empty (copy), ==, barn_filter_is_empty (filter));
  barn_filter_free (filter);
}

static BarnFilter *
with_sets (const char *roles,
           const char *shifts,
           const char *articles)
{
  BarnFilter *filter = barn_filter_new ();

  filter->roles = roles != NULL ? g_strsplit (roles, " ", -1) : NULL;
  filter->shifts = shifts != NULL ? g_strsplit (shifts, " ", -1) : NULL;
  filter->articles = articles != NULL ? g_strsplit (articles, " ", -1) : NULL;

  return filter;
}

static BarnFilter *
with_search (const char *search)
{
  BarnFilter *filter = barn_filter_new ();

  barn_filter_set_search (filter, search);

  return filter;
}

static void
test_empty (void)
{
  g_autoptr(BarnModel) model = new_model ();
  BarnFilter *filter = barn_filter_new ();

  g_assert_true (barn_filter_is_empty (filter));
  filter->as_of = day ("2026-03-01");
  g_assert_true (barn_filter_is_empty (filter));
  filter->roles = g_strsplit ("", " ", -1);
  g_assert_true (barn_filter_is_empty (filter));
  filter->statuses = (1u << BARN_N_STATUSES) - 1;
  g_assert_true (barn_filter_is_empty (filter));
  assert_matches (model, filter, "abc");
  assert_matches (model, with_search (NULL), "abc");
  assert_matches (model, with_search ("  "), "abc");
}

static void
test_status (void)
{
  g_autoptr(BarnModel) model = new_model ();
  const struct { guint statuses; const char *as_of; const char *expected; } cases[] = {
    { 1u << BARN_STATUS_ONGOING, "2026-11-22", "a" },
    { 1u << BARN_STATUS_ONGOING, "2026-05-31", "ab" },
    { 1u << BARN_STATUS_ONGOING, "2026-02-28", "" },
    { 1u << BARN_STATUS_NOT_STARTED, "2026-02-28", "abc" },
    { 1u << BARN_STATUS_DONE | 1u << BARN_STATUS_NOT_STARTED, "2026-11-22", "bc" },
    { 1u << BARN_STATUS_PAUSED, "2026-11-22", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BarnFilter *filter = barn_filter_new ();

      filter->statuses = cases[i].statuses;
      filter->as_of = day (cases[i].as_of);
      g_assert_false (barn_filter_is_empty (filter));
      assert_matches (model, filter, cases[i].expected);
    }
}

static void
test_sets (void)
{
  g_autoptr(BarnModel) model = new_model ();
  char *none[] = { (char *) "", NULL };
  char *none_or_medarbetare[] = { (char *) "", (char *) "medarbetare", NULL };
  BarnFilter *filter;

  assert_matches (model, with_sets ("chefer", NULL, NULL), "ab");
  assert_matches (model, with_sets ("medarbetare", NULL, NULL), "a");
  assert_matches (model, with_sets ("politiker medarbetare", NULL, NULL), "a");
  assert_matches (model, with_sets ("politiker", NULL, NULL), "");
  assert_matches (model, with_sets (NULL, "s2", NULL), "b");
  assert_matches (model, with_sets (NULL, NULL, "3"), "a");
  assert_matches (model, with_sets (NULL, NULL, "1 2"), "");
  assert_matches (model, with_sets ("medarbetare", "s2", NULL), "");
  assert_matches (model, with_sets ("chefer", "s1", "12"), "ab");

  filter = barn_filter_new ();
  filter->roles = g_strdupv (none);
  g_assert_false (barn_filter_is_empty (filter));
  assert_matches (model, filter, "c");

  filter = barn_filter_new ();
  filter->roles = g_strdupv (none_or_medarbetare);
  assert_matches (model, filter, "ac");

  filter = barn_filter_new ();
  filter->shifts = g_strdupv (none);
  assert_matches (model, filter, "c");
}

static void
test_responsible (void)
{
  g_autoptr(BarnModel) model = new_model ();
  const char *const cases[][2] = { { "u1", "b" }, { "Enhetschefen", "a" }, { "enhetschefen", "" }, { "", "bc" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BarnFilter *filter = barn_filter_new ();

      filter->responsible = g_strdup (cases[i][0]);
      assert_matches (model, filter, cases[i][1]);
    }
}

static void
test_overdue (void)
{
  g_autoptr(BarnModel) model = new_model ();
  BarnFilter *filter = barn_filter_new ();

  filter->overdue = TRUE;
  assert_matches (model, filter, "a");

  filter = barn_filter_new ();
  filter->overdue = TRUE;
  filter->as_of = day ("2026-06-01");
  assert_matches (model, filter, "");

  filter = barn_filter_new ();
  filter->without_follow_up = TRUE;
  assert_matches (model, filter, "c");

  filter = barn_filter_new ();
  filter->without_follow_up = TRUE;
  filter->as_of = day ("2026-02-01");
  assert_matches (model, filter, "abc");

  filter = barn_filter_new ();
  filter->without_follow_up = TRUE;
  filter->overdue = TRUE;
  assert_matches (model, filter, "");
}

static void
test_search (void)
{
  g_autoptr(BarnModel) model = new_model ();

  assert_matches (model, with_search ("CHEFER"), "a");
  assert_matches (model, with_search ("konventionen utbilda"), "a");
  assert_matches (model, with_search ("utbilda möten"), "");
  assert_matches (model, with_search ("möte"), "b");
  assert_matches (model, with_search (" mo\xCC\x88te "), "b");
  assert_matches (model, with_search ("ÖPPNA"), "b");
  assert_matches (model, with_search ("mote"), "");
  assert_matches (model, with_search ("oppna"), "");
}

static void
test_raised (void)
{
  g_autoptr (BarnModel) model = new_model ();
  BarnFilter *filter = barn_filter_new ();

  filter->raised = TRUE;
  g_assert_false (barn_filter_is_empty (filter));
  barn_item_set_number (find (model, "b"), BARN_ACTIVITY_RAISED, TRUE);
  assert_matches (model, filter, "b");
}

static void
assert_same_text (const char *text,
                  const char *expected)
{
  g_autoptr (BarnFilter) filter = barn_filter_from_text (text);
  g_autofree char *again = barn_filter_to_text (filter);

  g_assert_cmpstr (again, ==, expected);
}

/* What a saved view keeps comes back as it was; what another version wrote is passed over */
static void
test_text (void)
{
  g_autoptr (BarnFilter) empty = barn_filter_from_text (NULL);
  g_autoptr (BarnFilter) none = barn_filter_from_text ("role=,r1&article=3,12");
  const char *all = "status=ongoing,done&role=r1,r2&shift=s1&article=3&responsible=Chef%20%26%20stab%2C%20v%3D1&overdue=1&without-follow-up=1&raised=1&search=r\303\245d%20%26";

  g_assert_true (barn_filter_is_empty (empty));
  g_assert_cmpuint (g_strv_length (none->roles), ==, 2);
  g_assert_cmpstr (none->roles[0], ==, "");
  g_assert_cmpstr (none->articles[1], ==, "12");
  assert_same_text (all, all);
  assert_same_text ("role=", "role=");
  assert_same_text ("", "");
  assert_same_text ("&&=&x&colour=red&status=done,klippt&overdue=1", "status=done&overdue=1");
  assert_same_text ("role=%zz", "role=%25zz");
}

static void
test_equal (void)
{
  g_autoptr (BarnFilter) one = barn_filter_from_text ("status=done,ongoing&role=r1,r2&search=hej");
  g_autoptr (BarnFilter) same = barn_filter_from_text ("role=r2,r1&search=hej&status=ongoing,done");
  g_autoptr (BarnFilter) other = barn_filter_from_text ("role=r2,r3&search=hej&status=ongoing,done");
  g_autoptr (BarnFilter) empty = barn_filter_new ();

  same->as_of = day ("2026-01-01");
  g_assert_true (barn_filter_equal (one, same));
  g_assert_false (barn_filter_equal (one, other));
  g_assert_false (barn_filter_equal (one, empty));
  barn_filter_set_search (same, NULL);
  g_assert_false (barn_filter_equal (one, same));
}

/* What is gone is not asked for; the rest is */
static void
test_resolve (void)
{
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (BarnFilter) saved = NULL;
  g_autoptr (BarnFilter) rest = NULL;
  g_autoptr (BarnFilter) whole = NULL;
  g_autofree char *text = NULL;
  BarnFilterGaps gaps = BARN_FILTER_GAP_NONE;

  merge (model,
         make_plan ("p", 2026),
         make_plan ("old", 2025),
         make_item (BARN_KIND_ROLE, "r1", "name", "Chefer", NULL),
         make_item (BARN_KIND_SHIFT, "s1", "plan", "p", NULL),
         make_item (BARN_KIND_SHIFT, "s0", "plan", "old", NULL),
         make_activity ("a", "p", 1),
         make_activity ("b", "p", 2),
         NULL);
  set_of (find (model, "a"), BARN_ACTIVITY_ROLES, "r1");

  saved = barn_filter_from_text ("role=r1,gone&shift=s0&responsible=0d4a5dc1-5a25-4d7c-8d5a-6a1f9b8f6a11&raised=1");
  rest = barn_filter_resolve (saved, model, find (model, "p"), &gaps);
  text = barn_filter_to_text (rest);
  g_assert_cmpstr (text, ==, "role=r1&raised=1");
  g_assert_cmpuint (gaps, ==, BARN_FILTER_GAP_ROLE | BARN_FILTER_GAP_SHIFT | BARN_FILTER_GAP_UNIT);

  barn_filter_free (g_steal_pointer (&saved));
  saved = barn_filter_from_text ("role=,r1&shift=&responsible=Enhetschef&status=done");
  whole = barn_filter_resolve (saved, model, find (model, "p"), &gaps);
  g_assert_true (barn_filter_equal (saved, whole));
  g_assert_cmpuint (gaps, ==, BARN_FILTER_GAP_NONE);

  barn_filter_free (g_steal_pointer (&saved));
  saved = barn_filter_from_text ("role=r1");
  g_assert_cmpuint (barn_filter_count (saved, find (model, "p")), ==, 1);
  g_assert_cmpuint (barn_filter_count (saved, find (model, "old")), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  barn_clock_set_today (day ("2026-11-22"));

  g_test_add_func ("/filter/empty", test_empty);
  g_test_add_func ("/filter/status", test_status);
  g_test_add_func ("/filter/sets", test_sets);
  g_test_add_func ("/filter/responsible", test_responsible);
  g_test_add_func ("/filter/overdue", test_overdue);
  g_test_add_func ("/filter/search", test_search);
  g_test_add_func ("/filter/raised", test_raised);
  g_test_add_func ("/filter/text", test_text);
  g_test_add_func ("/filter/equal", test_equal);
  g_test_add_func ("/filter/resolve", test_resolve);

  return g_test_run ();
}
