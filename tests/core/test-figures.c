/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include "barn-figures.h"
#include "barn-sections.h"
#include "core-support.h"

/* a: two roles, ongoing and overdue; b: done; c: not followed up, starts in May; d: cancelled; e: nothing at all */
static BarnModel *
new_model (void)
{
  BarnModel *model = barn_model_new ();

  merge (model, make_plan ("p", 2026),
         make_activity ("a", "p", 1), make_activity ("b", "p", 2), make_activity ("c", "p", 3),
         make_activity ("d", "p", 4), make_activity ("e", "p", 5),
         make_follow_up ("f1", "a", "2026-03-01", BARN_STATUS_ONGOING),
         make_follow_up ("f2", "b", "2026-03-01", BARN_STATUS_ONGOING),
         make_follow_up ("f3", "b", "2026-06-01", BARN_STATUS_DONE),
         make_follow_up ("f4", "d", "2026-09-01", BARN_STATUS_CANCELLED), NULL);

  set_of (find (model, "a"), BARN_ACTIVITY_ROLES, "chefer medarbetare");
  set_of (find (model, "b"), BARN_ACTIVITY_ROLES, "chefer");
  set_of (find (model, "c"), BARN_ACTIVITY_ROLES, "medarbetare");
  set_of (find (model, "a"), BARN_ACTIVITY_SHIFTS, "s1");
  set_of (find (model, "b"), BARN_ACTIVITY_SHIFTS, "s1 s2");
  g_object_set (find (model, "a"), "due-on", day ("2026-06-30"), NULL);
  g_object_set (find (model, "b"), "due-on", day ("2026-05-15"), NULL);
  g_object_set (find (model, "c"), "due-on", day ("2026-12-01"), "start-on", day ("2026-05-01"), NULL);
  g_object_set (find (model, "d"), "due-on", day ("2026-08-01"), NULL);

  return model;
}

static void
assert_tally (const BarnTally *tally,
              guint            not_started,
              guint            ongoing,
              guint            done,
              guint            cancelled,
              guint            overdue,
              guint            without_follow_up)
{
  g_assert_cmpuint (tally->total, ==, not_started + ongoing + done + cancelled);
  g_assert_cmpuint (tally->by_status[BARN_STATUS_NOT_STARTED], ==, not_started);
  g_assert_cmpuint (tally->by_status[BARN_STATUS_ONGOING], ==, ongoing);
  g_assert_cmpuint (tally->by_status[BARN_STATUS_DONE], ==, done);
  g_assert_cmpuint (tally->by_status[BARN_STATUS_PAUSED], ==, 0);
  g_assert_cmpuint (tally->by_status[BARN_STATUS_CANCELLED], ==, cancelled);
  g_assert_cmpuint (tally->overdue, ==, overdue);
  g_assert_cmpuint (tally->without_follow_up, ==, without_follow_up);
}

static void
assert_items (GPtrArray  *items,
              const char *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append (ids, barn_item_get_id (items->pdata[i]));

  g_assert_cmpstr (ids->str, ==, expected);
  g_ptr_array_unref (items);
}

static void
test_plan (void)
{
  g_autoptr(BarnModel) model = new_model ();
  const struct { const char *as_of; guint expected[6]; } cases[] = {
    { "2026-02-28", { 5, 0, 0, 0, 0, 5 } },
    { "2026-03-01", { 3, 2, 0, 0, 0, 3 } },
    { "2026-05-15", { 3, 2, 0, 0, 0, 3 } },
    { "2026-05-16", { 3, 2, 0, 0, 1, 3 } },
    { "2026-06-01", { 3, 1, 1, 0, 0, 3 } },
    { "2026-08-02", { 3, 1, 1, 0, 2, 3 } },
    { "2026-09-01", { 2, 1, 1, 1, 1, 2 } },
    { "2026-12-02", { 2, 1, 1, 1, 2, 2 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint *n = cases[i].expected;
      BarnTally tally = { 0 };

      barn_tally_plan (&tally, find (model, "p"), day (cases[i].as_of));
      assert_tally (&tally, n[0], n[1], n[2], n[3], n[4], n[5]);
    }
}

/* One activity under two roles is counted under both and once in the plan */
static void
test_roles (void)
{
  g_autoptr(BarnModel) model = new_model ();
  BarnTally chefer = { 0 }, medarbetare = { 0 }, none = { 0 }, plan = { 0 };

  barn_tally_role (&chefer, find (model, "p"), "chefer", BARN_DAY_NONE);
  assert_tally (&chefer, 0, 1, 1, 0, 1, 0);
  barn_tally_role (&medarbetare, find (model, "p"), "medarbetare", BARN_DAY_NONE);
  assert_tally (&medarbetare, 1, 1, 0, 0, 1, 1);
  barn_tally_role (&none, find (model, "p"), NULL, BARN_DAY_NONE);
  assert_tally (&none, 1, 0, 0, 1, 0, 1);
  barn_tally_plan (&plan, find (model, "p"), BARN_DAY_NONE);
  g_assert_cmpuint (plan.total, ==, 5);
}

static void
test_shifts (void)
{
  g_autoptr(BarnModel) model = new_model ();
  BarnTally s1 = { 0 }, s2 = { 0 }, none = { 0 }, unknown = { 0 };

  barn_tally_shift (&s1, find (model, "p"), "s1", BARN_DAY_NONE);
  assert_tally (&s1, 0, 1, 1, 0, 1, 0);
  barn_tally_shift (&s2, find (model, "p"), "s2", BARN_DAY_NONE);
  assert_tally (&s2, 0, 0, 1, 0, 0, 0);
  barn_tally_shift (&none, find (model, "p"), NULL, BARN_DAY_NONE);
  assert_tally (&none, 2, 0, 0, 1, 0, 2);
  barn_tally_shift (&unknown, find (model, "p"), "s3", BARN_DAY_NONE);
  assert_tally (&unknown, 0, 0, 0, 0, 0, 0);
}

static void
assert_curve (BarnPlan   *plan,
              const char *from,
              const char *until,
              const char *expected)
{
  g_autoptr(GArray) curve = barn_figures_curve (plan, day (from), day (until));
  g_autoptr(GString) days = g_string_new (NULL);

  for (guint i = 0; i < curve->len; i++)
    {
      const BarnCurvePoint *point = &g_array_index (curve, BarnCurvePoint, i);
      g_autofree char *iso = barn_day_to_iso (point->day);
      BarnTally tally = { 0 };

      g_string_append_printf (days, "%s%s", i > 0 ? " " : "", iso + 5);
      barn_tally_plan (&tally, plan, point->day);
      g_assert_cmpmem (&tally, sizeof tally, &point->tally, sizeof point->tally);
    }

  g_assert_cmpstr (days->str, ==, expected);
}

static void
test_curve (void)
{
  g_autoptr(BarnModel) model = new_model ();
  BarnPlan *plan = find (model, "p");

  assert_curve (plan, "2026-01-01", "2026-12-31", "01-01 03-01 06-01 09-01 12-31");
  assert_curve (plan, "2026-03-01", "2026-06-01", "03-01 06-01");
  assert_curve (plan, "2026-03-02", "2026-05-31", "03-02 05-31");
  assert_curve (plan, "2026-06-01", "2026-06-01", "06-01");

  /* A follow-up that changes no status makes no point */
  merge (model, make_follow_up ("f5", "a", "2026-07-07", BARN_STATUS_ONGOING),
         make_follow_up ("f6", "c", "2026-07-08", BARN_STATUS_NOT_STARTED), NULL);
  assert_curve (plan, "2026-01-01", "2026-12-31", "01-01 03-01 06-01 09-01 12-31");
}

static void
test_needs_attention (void)
{
  g_autoptr(BarnModel) model = new_model ();
  BarnPlan *plan = find (model, "p");

  /* e has no start and begins with the year */
  assert_items (barn_figures_needs_attention (plan, day ("2025-12-31")), "");
  assert_items (barn_figures_needs_attention (plan, day ("2026-01-01")), "abde");
  assert_items (barn_figures_needs_attention (plan, day ("2026-04-30")), "de");
  assert_items (barn_figures_needs_attention (plan, day ("2026-05-01")), "dec");
  assert_items (barn_figures_needs_attention (plan, day ("2026-08-02")), "adec");
  assert_items (barn_figures_needs_attention (plan, BARN_DAY_NONE), "aec");
  assert_items (barn_figures_needs_attention (plan, day ("2026-12-02")), "ace");
}

static void
test_due_soon (void)
{
  g_autoptr(BarnModel) model = new_model ();
  BarnPlan *plan = find (model, "p");

  assert_items (barn_figures_due_soon (plan, day ("2026-05-15"), 30), "b");
  assert_items (barn_figures_due_soon (plan, day ("2026-05-15"), 46), "ba");
  assert_items (barn_figures_due_soon (plan, day ("2026-05-15"), 45), "b");
  assert_items (barn_figures_due_soon (plan, day ("2026-05-16"), 30), "");
  assert_items (barn_figures_due_soon (plan, day ("2026-06-30"), 0), "a");
  assert_items (barn_figures_due_soon (plan, BARN_DAY_NONE, 30), "c");
  assert_items (barn_figures_due_soon (plan, day ("2026-07-01"), G_MAXUINT), "dc");
}

static void
assert_progress (BarnModel *model,
                 guint      ready,
                 guint      draft,
                 guint      empty)
{
  BarnProgress progress;

  barn_figures_barnbokslut (model, find (model, "p"), &progress);
  g_assert_cmpuint (progress.ready, ==, ready);
  g_assert_cmpuint (progress.draft, ==, draft);
  g_assert_cmpuint (progress.empty, ==, empty);
}

static guint
count_required (void)
{
  guint n_sections;
  const BarnSection *sections = barn_sections_get (BARN_PAPER_BARNBOKSLUT, &n_sections);
  guint n_required = 0;

  for (guint i = 0; i < n_sections; i++)
    n_required += !sections[i].required ? 0 : sections[i].by_article ? G_N_ELEMENTS (barn_basic_articles) : 1;

  return n_required;
}

static void
test_barnbokslut (void)
{
  g_autoptr(BarnModel) model = new_model ();
  guint n_required = count_required ();

  /* Next year's areas are one part as long as there are none */
  assert_progress (model, 0, 0, n_required + 1);

  merge (model,
         make_item (BARN_KIND_SECTION_TEXT, "t1", "plan", "p", "section", "conditions", "body", "Text", NULL),
         make_item (BARN_KIND_SECTION_TEXT, "t2", "plan", "p", "section", "strengths", "article", (gint64) 12,
                    "body", "Text", "ready", TRUE, NULL),
         make_item (BARN_KIND_SECTION_TEXT, "t3", "plan", "p", "section", "challenges", "article", (gint64) 3,
                    "body", " \n ", "ready", TRUE, NULL), NULL);
  assert_progress (model, 1, 1, n_required - 2 + 1);

  /* An optional one counts once it is there; an article that is no basic one does not */
  merge (model,
         make_item (BARN_KIND_SECTION_TEXT, "t4", "plan", "p", "section", "concepts", "body", "Text", NULL),
         make_item (BARN_KIND_SECTION_TEXT, "t5", "plan", "p", "section", "strengths", "article", (gint64) 31,
                    "body", "Text", NULL), NULL);
  assert_progress (model, 1, 2, n_required - 2 + 1);

  /* Last year's: empty, draft, ready */
  merge (model,
         make_item (BARN_KIND_AREA, "o1", "year", (gint64) 2025, NULL),
         make_item (BARN_KIND_AREA, "o2", "year", (gint64) 2025, "status", BARN_STATUS_ONGOING, NULL),
         make_item (BARN_KIND_AREA, "o3", "year", (gint64) 2025, "comment", "Gick bra", NULL), NULL);
  assert_progress (model, 2, 3, n_required - 2 + 2);

  /* Next year's: one with all, one without a measure */
  merge (model,
         make_item (BARN_KIND_AREA, "o4", "year", (gint64) 2026, "expected-result", "Bättre", NULL),
         make_item (BARN_KIND_AREA, "o5", "year", (gint64) 2026, "expected-result", "Bättre", NULL),
         make_item (BARN_KIND_MEASURE, "m", "area", "o4", "title", "Gör", NULL), NULL);
  assert_progress (model, 3, 4, n_required - 2 + 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  barn_clock_set_today (day ("2026-11-22"));

  g_test_add_func ("/figures/plan", test_plan);
  g_test_add_func ("/figures/roles", test_roles);
  g_test_add_func ("/figures/shifts", test_shifts);
  g_test_add_func ("/figures/curve", test_curve);
  g_test_add_func ("/figures/needs-attention", test_needs_attention);
  g_test_add_func ("/figures/due-soon", test_due_soon);
  g_test_add_func ("/figures/barnbokslut", test_barnbokslut);

  return g_test_run ();
}
