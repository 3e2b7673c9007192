/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include <math.h>

#include "barn-attention.h"
#include "barn-occasions.h"
#include "core-support.h"

typedef struct
{
  BarnModel *model;
  BarnPlan  *plan;
} Fixture;

static BarnItem *
make_occasion (const char *id,
               const char *cut_off)
{
  return make_item (BARN_KIND_OCCASION, id, "plan", "p", "title", id, "cut-off", day (cut_off), NULL);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  barn_clock_set_today (day ("2026-09-10"));
  self->model = barn_model_new ();
  merge (self->model, make_plan ("p", 2026), NULL);
  self->plan = find (self->model, "p");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->model);
  barn_clock_set_today (BARN_DAY_NONE);
}

static void
add_tertials (Fixture *self)
{
  merge (self->model, make_occasion ("t1", "2026-04-30"), make_occasion ("t2", "2026-08-31"), make_occasion ("t3", "2026-12-31"), NULL);
}

static char *
dup_ids (GPtrArray *items)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", barn_item_get_id (items->pdata[i]));

  return g_string_free (ids, FALSE);
}

static void
assert_items (GPtrArray  *items,
            const char *expected)
{
  g_autofree char *ids = dup_ids (items);

  g_assert_cmpstr (ids, ==, expected);
  g_ptr_array_unref (items);
}

static void
assert_arrange (BarnPlan      *plan,
                BarnPattern    pattern,
                const BarnDay *own,
                guint          n_own,
                const char    *added,
                const char    *removed)
{
  g_autoptr (GPtrArray) add = NULL;
  g_autoptr (GString) days = g_string_new (NULL);
  GPtrArray *away;

  barn_occasions_arrange (plan, pattern, own, n_own, &add, &away);
  for (guint i = 0; i < add->len; i++)
    {
      g_autofree char *iso = barn_day_to_iso (barn_occasion_get_cut_off (add->pdata[i]));

      g_string_append_printf (days, "%s%s=%s", i > 0 ? ", " : "", barn_occasion_get_title (add->pdata[i]), iso);
    }
  g_assert_cmpstr (days->str, ==, added);
  assert_items (away, removed);
}

static void
test_patterns (Fixture       *self,
               gconstpointer  data)
{
  BarnDay own[] = { day ("2026-11-15"), day ("2026-03-01"), day ("2026-03-01"), BARN_DAY_NONE };
  BarnPattern pattern;

  g_assert_cmpint (barn_pattern_of_plan (self->plan), ==, BARN_PATTERN_OWN);
  assert_arrange (self->plan, BARN_PATTERN_TERTIAL, NULL, 0,
                  "Tertial 1=2026-04-30, Tertial 2=2026-08-31, Tertial 3=2026-12-31", "");
  assert_arrange (self->plan, BARN_PATTERN_HALF_YEAR, NULL, 0, "Halvår 1=2026-06-30, Halvår 2=2026-12-31", "");
  assert_arrange (self->plan, BARN_PATTERN_YEAR, NULL, 0, "Helår=2026-12-31", "");
  assert_arrange (self->plan, BARN_PATTERN_OWN, own, G_N_ELEMENTS (own),
                  "Uppföljning 15 november=2026-11-15, Uppföljning 1 mars=2026-03-01", "");

  add_tertials (self);
  g_assert_cmpint (barn_pattern_of_plan (self->plan), ==, BARN_PATTERN_TERTIAL);
  assert_arrange (self->plan, BARN_PATTERN_TERTIAL, NULL, 0, "", "");
  assert_arrange (self->plan, BARN_PATTERN_HALF_YEAR, NULL, 0, "Halvår 1=2026-06-30", "t1 t2");
  assert_arrange (self->plan, BARN_PATTERN_OWN, NULL, 0, "", "t1 t2 t3");

  for (guint i = 0; i < BARN_N_PATTERNS; i++)
    {
      g_assert_true (barn_pattern_from_nick (barn_pattern_to_nick ((BarnPattern) i), &pattern));
      g_assert_cmpint (pattern, ==, i);
    }
  g_assert_false (barn_pattern_from_nick ("weekly", &pattern));
}

/* One that was closed, or that a follow-up was made for, is never lost */
static void
test_change_keeps (Fixture       *self,
                   gconstpointer  data)
{
  add_tertials (self);
  barn_item_set_number (find (self->model, "t1"), BARN_OCCASION_CLOSED_ON, day ("2026-05-04"));
  merge (self->model, make_activity ("a", "p", 1), make_follow_up ("f", "a", "2026-09-02", BARN_STATUS_ONGOING), NULL);
  barn_item_set_text (find (self->model, "f"), BARN_FOLLOW_UP_OCCASION, "t2");

  assert_arrange (self->plan, BARN_PATTERN_HALF_YEAR, NULL, 0, "Halvår 1=2026-06-30", "");
  assert_arrange (self->plan, BARN_PATTERN_OWN, NULL, 0, "", "t3");
}

static void
test_borders (Fixture       *self,
              gconstpointer  data)
{
  static const struct { const char *day; const char *occasion; } days[] = {
    { "2025-12-31", "t1" }, { "2026-01-01", "t1" }, { "2026-04-30", "t1" }, { "2026-05-01", "t2" }, { "2026-08-31", "t2" },
    { "2026-09-01", "t3" }, { "2026-12-31", "t3" },
  };
  BarnOccasion *t1, *t2;

  g_assert_null (barn_occasions_find_for_day (self->plan, day ("2026-01-01")));
  g_assert_null (barn_occasions_get_current (self->plan, BARN_DAY_NONE));
  add_tertials (self);
  t1 = find (self->model, "t1");
  t2 = find (self->model, "t2");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpstr (barn_item_get_id (BARN_ITEM (barn_occasions_find_for_day (self->plan, day (days[i].day)))), ==, days[i].occasion);
  g_assert_null (barn_occasions_find_for_day (self->plan, day ("2027-01-01")));

  g_assert_null (barn_occasion_get_previous (t1, self->plan));
  g_assert_true (barn_occasion_get_previous (t2, self->plan) == t1);
  g_assert_cmpuint (barn_occasion_get_first_day (t1, self->plan), ==, day ("2026-01-01"));
  g_assert_cmpuint (barn_occasion_get_first_day (t2, self->plan), ==, day ("2026-05-01"));

  g_assert_cmpint (barn_occasion_get_state (t1, self->plan, day ("2025-12-31")), ==, BARN_OCCASION_COMING);
  g_assert_cmpint (barn_occasion_get_state (t1, self->plan, day ("2026-01-01")), ==, BARN_OCCASION_OPEN);
  g_assert_cmpint (barn_occasion_get_state (t2, self->plan, day ("2026-04-30")), ==, BARN_OCCASION_COMING);
  g_assert_cmpint (barn_occasion_get_state (t2, self->plan, day ("2026-05-01")), ==, BARN_OCCASION_OPEN);
  g_assert_cmpint (barn_occasion_get_state (t2, self->plan, day ("2027-03-01")), ==, BARN_OCCASION_OPEN);
  barn_item_set_number (BARN_ITEM (t1), BARN_OCCASION_CLOSED_ON, day ("2026-05-04"));
  g_assert_cmpint (barn_occasion_get_state (t1, self->plan, BARN_DAY_NONE), ==, BARN_OCCASION_CLOSED);
  /* The clock was set back: what was closed is closed */
  g_assert_cmpint (barn_occasion_get_state (t1, self->plan, day ("2026-02-01")), ==, BARN_OCCASION_CLOSED);

  g_assert_true (barn_occasions_get_current (self->plan, day ("2026-09-10")) == t2);
  g_assert_true (barn_occasions_get_current (self->plan, day ("2026-04-01")) == t2);
}

static void
test_follow_ups (Fixture       *self,
                 gconstpointer  data)
{
  BarnOccasion *t1, *t2;
  BarnActivity *a;

  add_tertials (self);
  t1 = find (self->model, "t1");
  t2 = find (self->model, "t2");
  merge (self->model, make_activity ("a", "p", 1),
         make_follow_up ("f1", "a", "2026-04-30", BARN_STATUS_ONGOING),
         make_follow_up ("f2", "a", "2026-05-10", BARN_STATUS_PAUSED), NULL);
  a = find (self->model, "a");

  g_assert_true (barn_occasion_find_follow_up (t1, self->plan, a) == find (self->model, "f1"));
  g_assert_true (barn_occasion_find_follow_up (t2, self->plan, a) == find (self->model, "f2"));
  g_assert_null (barn_occasion_find_previous_follow_up (t1, self->plan, a));
  g_assert_true (barn_occasion_find_previous_follow_up (t2, self->plan, a) == find (self->model, "f1"));

  /* Written late for the first occasion: it belongs there, whatever its date */
  barn_item_set_text (find (self->model, "f2"), BARN_FOLLOW_UP_OCCASION, "t1");
  g_assert_true (barn_occasion_find_follow_up (t1, self->plan, a) == find (self->model, "f2"));
  g_assert_null (barn_occasion_find_follow_up (t2, self->plan, a));
  g_assert_true (barn_occasion_find_previous_follow_up (t2, self->plan, a) == find (self->model, "f2"));
  g_assert_true (barn_occasion_get_entry (t2, self->plan, a) == find (self->model, "f2"));
}

static void
test_left (Fixture       *self,
           gconstpointer  data)
{
  BarnOccasion *t1, *t2;
  guint n_asked;

  add_tertials (self);
  t1 = find (self->model, "t1");
  t2 = find (self->model, "t2");
  merge (self->model, make_item (BARN_KIND_ROLE, "r", "name", "Chefer", NULL), make_item (BARN_KIND_UNIT, "u", "name", "Norr", NULL),
         make_activity ("a", "p", 1), make_activity ("b", "p", 2), make_activity ("c", "p", 3), make_activity ("d", "p", 4),
         make_follow_up ("f", "b", "2026-03-01", BARN_STATUS_DONE),
         make_follow_up ("g", "a", "2026-06-01", BARN_STATUS_ONGOING), NULL);
  barn_item_set_text (find (self->model, "a"), BARN_ACTIVITY_UNIT, "u");
  set_of (find (self->model, "c"), BARN_ACTIVITY_ROLES, "r");
  barn_item_set_number (find (self->model, "d"), BARN_ACTIVITY_START_ON, day ("2026-09-01"));

  assert_items (barn_occasion_list_left (t1, self->plan, NULL, NULL, &n_asked), "a c");
  g_assert_cmpuint (n_asked, ==, 3);
  /* What was done before is not asked for again, nor what starts after the cut-off date */
  assert_items (barn_occasion_list_left (t2, self->plan, NULL, NULL, &n_asked), "c");
  g_assert_cmpuint (n_asked, ==, 2);
  barn_item_set_number (find (self->model, "d"), BARN_ACTIVITY_START_ON, day ("2026-08-31"));
  assert_items (barn_occasion_list_left (t2, self->plan, NULL, NULL, NULL), "c d");

  assert_items (barn_occasion_list_left (t1, self->plan, "u", NULL, &n_asked), "a");
  g_assert_cmpuint (n_asked, ==, 1);
  assert_items (barn_occasion_list_left (t1, self->plan, "", NULL, NULL), "c");
  assert_items (barn_occasion_list_left (t1, self->plan, NULL, "r", NULL), "c");
  assert_items (barn_occasion_list_left (t1, self->plan, NULL, "", NULL), "a");
}

static void
test_gaps (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GArray) gaps = NULL;

  add_tertials (self);
  merge (self->model, make_activity ("a", "p", 1), make_activity ("b", "p", 2), make_activity ("c", "p", 3),
         make_follow_up ("f", "b", "2026-03-01", BARN_STATUS_ONGOING), make_follow_up ("g", "c", "2026-03-01", BARN_STATUS_ONGOING), NULL);
  barn_item_set_text (find (self->model, "b"), BARN_ACTIVITY_RESPONSIBLE, "Enhetschef");
  barn_item_set_text (find (self->model, "c"), BARN_ACTIVITY_RESPONSIBLE, "Enhetschef");
  barn_item_set_number (find (self->model, "g"), BARN_FOLLOW_UP_UNCHANGED, TRUE);

  gaps = barn_occasion_list_gaps (find (self->model, "t1"), self->plan);
  g_assert_cmpuint (gaps->len, ==, 2);
  g_assert_true (g_array_index (gaps, BarnGap, 0).activity == find (self->model, "a"));
  g_assert_cmpuint (g_array_index (gaps, BarnGap, 0).missing, ==, BARN_MISSING_STATUS | BARN_MISSING_RESPONSIBLE);
  g_assert_cmpuint (g_array_index (gaps, BarnGap, 1).missing, ==, BARN_MISSING_COMMENT);
}

/* A closed occasion says what it said, whatever is written afterwards, and what differs is seen */
static void
test_frozen (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GArray) corrections = NULL;
  BarnTally before = { 0 }, after = { 0 }, next = { 0 };
  BarnOccasion *t1;

  add_tertials (self);
  t1 = find (self->model, "t1");
  merge (self->model, make_activity ("a", "p", 1), make_activity ("b", "p", 2),
         make_follow_up ("f", "a", "2026-03-01", BARN_STATUS_ONGOING), NULL);
  barn_item_set_number (find (self->model, "a"), BARN_ACTIVITY_DUE_ON, day ("2026-04-30"));
  barn_item_set_number (find (self->model, "b"), BARN_ACTIVITY_DUE_ON, day ("2026-04-29"));
  barn_tally_occasion (&before, t1, self->plan);
  g_assert_cmpuint (before.total, ==, 2);
  g_assert_cmpuint (before.by_status[BARN_STATUS_ONGOING], ==, 1);
  g_assert_cmpuint (before.overdue, ==, 1);
  g_assert_cmpuint (before.without_follow_up, ==, 1);

  lines = barn_occasion_report (t1, self->plan, self->model);
  g_assert_cmpuint (lines->len, ==, 2);
  barn_item_set_number (BARN_ITEM (t1), BARN_OCCASION_CLOSED_ON, day ("2026-05-04"));
  barn_model_merge (self->model, lines);
  corrections = barn_occasion_list_corrections (t1, self->plan, self->model);
  g_assert_cmpuint (corrections->len, ==, 0);

  merge (self->model, make_activity ("c", "p", 3), make_follow_up ("g", "a", "2026-05-20", BARN_STATUS_DONE), NULL);
  barn_item_set_text (find (self->model, "g"), BARN_FOLLOW_UP_OCCASION, "t1");
  barn_model_remove (self->model, "b");
  barn_tally_occasion (&after, t1, self->plan);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);

  g_clear_pointer (&corrections, g_array_unref);
  corrections = barn_occasion_list_corrections (t1, self->plan, self->model);
  g_assert_cmpuint (corrections->len, ==, 1);
  g_assert_true (g_array_index (corrections, BarnCorrection, 0).activity == find (self->model, "a"));
  g_assert_cmpint (barn_reported_get_status (g_array_index (corrections, BarnCorrection, 0).reported), ==, BARN_STATUS_ONGOING);
  g_assert_cmpint (g_array_index (corrections, BarnCorrection, 0).status, ==, BARN_STATUS_DONE);

  barn_tally_occasion (&next, find (self->model, "t2"), self->plan);
  g_assert_cmpuint (next.total, ==, 2);
  g_assert_cmpuint (next.by_status[BARN_STATUS_DONE], ==, 1);
}

/* An occasion that is still to come does not call overdue what is due before its cut-off date */
static void
test_overdue_of_coming (Fixture       *self,
                        gconstpointer  data)
{
  BarnTally tally = { 0 };

  add_tertials (self);
  merge (self->model, make_activity ("a", "p", 1), make_activity ("b", "p", 2), NULL);
  barn_item_set_number (find (self->model, "a"), BARN_ACTIVITY_DUE_ON, day ("2026-09-10"));
  barn_item_set_number (find (self->model, "b"), BARN_ACTIVITY_DUE_ON, day ("2026-09-09"));
  barn_tally_occasion (&tally, find (self->model, "t3"), self->plan);
  g_assert_cmpuint (tally.overdue, ==, 1);
}

static void
test_attention (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GArray) list = NULL;
  g_autofree char *reasons = NULL;

  merge (self->model, make_activity ("late", "p", 1), make_activity ("later", "p", 2), make_activity ("raised", "p", 3),
         make_activity ("never", "p", 4), make_activity ("fine", "p", 5),
         make_follow_up ("f1", "late", "2026-01-10", BARN_STATUS_ONGOING), make_follow_up ("f2", "later", "2026-01-10", BARN_STATUS_ONGOING),
         make_follow_up ("f3", "raised", "2026-01-10", BARN_STATUS_DONE), make_follow_up ("f5", "fine", "2026-01-10", BARN_STATUS_ONGOING), NULL);
  barn_item_set_number (find (self->model, "late"), BARN_ACTIVITY_DUE_ON, day ("2026-09-01"));
  barn_item_set_number (find (self->model, "late"), BARN_ACTIVITY_FIRST_DUE_ON, day ("2026-03-01"));
  barn_item_set_number (find (self->model, "later"), BARN_ACTIVITY_DUE_ON, day ("2026-08-01"));
  barn_item_set_number (find (self->model, "raised"), BARN_ACTIVITY_RAISED, TRUE);
  barn_item_set_number (find (self->model, "fine"), BARN_ACTIVITY_DUE_ON, day ("2026-09-10"));

  list = barn_attention_list (self->plan, BARN_DAY_NONE);
  g_assert_cmpuint (list->len, ==, 4);
  g_assert_true (g_array_index (list, BarnAttention, 0).activity == find (self->model, "raised"));
  g_assert_cmpuint (g_array_index (list, BarnAttention, 0).reasons, ==, BARN_ATTENTION_RAISED);
  g_assert_true (g_array_index (list, BarnAttention, 1).activity == find (self->model, "later"));
  g_assert_true (g_array_index (list, BarnAttention, 2).activity == find (self->model, "late"));
  g_assert_true (g_array_index (list, BarnAttention, 3).activity == find (self->model, "never"));
  reasons = barn_attention_dup_reasons (g_array_index (list, BarnAttention, 2).reasons);
  g_assert_cmpstr (reasons, ==, "Overdue · Due date moved");

  g_clear_pointer (&list, g_array_unref);
  add_tertials (self);
  list = barn_attention_list (self->plan, BARN_DAY_NONE);
  g_assert_cmpuint (list->len, ==, 5);
  g_assert_cmpuint (g_array_index (list, BarnAttention, 4).reasons, ==, BARN_ATTENTION_LEFT);
}

static void
test_reminder (Fixture       *self,
               gconstpointer  data)
{
  BarnReminder reminder;
  g_autofree char *text = NULL;

  g_assert_false (barn_reminder_find (self->plan, BARN_DAY_NONE, &reminder));
  merge (self->model, make_activity ("a", "p", 1), make_activity ("b", "p", 2), make_activity ("c", "p", 3),
         make_follow_up ("f", "c", "2026-09-05", BARN_STATUS_ONGOING), NULL);
  barn_item_set_number (find (self->model, "a"), BARN_ACTIVITY_DUE_ON, day ("2026-09-17"));
  barn_item_set_number (find (self->model, "b"), BARN_ACTIVITY_DUE_ON, day ("2026-09-18"));
  barn_item_set_number (find (self->model, "c"), BARN_ACTIVITY_DUE_ON, day ("2026-09-09"));
  add_tertials (self);
  barn_item_set_number (find (self->model, "t1"), BARN_OCCASION_CLOSED_ON, day ("2026-05-04"));

  g_assert_true (barn_reminder_find (self->plan, BARN_DAY_NONE, &reminder));
  g_assert_cmpuint (reminder.overdue, ==, 1);
  g_assert_cmpuint (reminder.due_soon, ==, 1);
  g_assert_cmpuint (reminder.left, ==, 3);
  text = barn_reminder_dup_text (&reminder);
  g_assert_cmpstr (text, ==, "1 activity is overdue. 1 activity is due within a week. 3 activities are left to follow up in t2.");

  g_assert_true (barn_reminder_is_time (BARN_DAY_NONE, day ("2026-09-10")));
  g_assert_true (barn_reminder_is_time (day ("2026-09-09"), day ("2026-09-10")));
  g_assert_false (barn_reminder_is_time (day ("2026-09-10"), day ("2026-09-10")));
  /* The clock was set back a day; and: it had been wrong by years */
  g_assert_false (barn_reminder_is_time (day ("2026-09-11"), day ("2026-09-10")));
  g_assert_true (barn_reminder_is_time (day ("2036-09-11"), day ("2026-09-10")));
}

/* 10,000 activities with one due date: each is counted once, on the right side of the day */
static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GArray) attention = NULL;
  BarnReminder reminder;
  BarnTally tally = { 0 };
  gint64 began;

  add_tertials (self);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *follow_up = g_strdup_printf ("f%u", i);
      BarnItem *activity = make_activity (id, "p", i);

      barn_item_set_number (activity, BARN_ACTIVITY_DUE_ON, day ("2026-09-09"));
      g_ptr_array_add (items, activity);
      if (i % 2 == 0)
        g_ptr_array_add (items, make_follow_up (follow_up, id, "2026-09-01", BARN_STATUS_ONGOING));
    }
  barn_model_merge (self->model, items);

  began = g_get_monotonic_time ();
  left = barn_occasion_list_left (find (self->model, "t3"), self->plan, NULL, NULL, NULL);
  attention = barn_attention_list (self->plan, BARN_DAY_NONE);
  barn_tally_occasion (&tally, find (self->model, "t3"), self->plan);
  g_assert_true (barn_reminder_find (self->plan, BARN_DAY_NONE, &reminder));
  g_test_message ("%" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - began) / 1000);

  g_assert_cmpuint (left->len, ==, 5000);
  g_assert_cmpuint (attention->len, ==, 10000);
  g_assert_cmpuint (tally.overdue, ==, 10000);
  g_assert_cmpuint (tally.without_follow_up, ==, 5000);
  g_assert_cmpuint (reminder.overdue, ==, 10000);

  g_clear_pointer (&attention, g_array_unref);
  attention = barn_attention_list (self->plan, day ("2026-09-09"));
  g_assert_cmpuint (attention->len, ==, 10000);
  g_assert_false (g_array_index (attention, BarnAttention, 0).reasons & BARN_ATTENTION_OVERDUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/occasions/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("patterns", test_patterns);
  ADD ("change-keeps", test_change_keeps);
  ADD ("borders", test_borders);
  ADD ("follow-ups", test_follow_ups);
  ADD ("left", test_left);
  ADD ("gaps", test_gaps);
  ADD ("frozen", test_frozen);
  ADD ("overdue-of-coming", test_overdue_of_coming);
  ADD ("attention", test_attention);
  ADD ("reminder", test_reminder);
  ADD ("many", test_many);
#undef ADD

  return g_test_run ();
}
