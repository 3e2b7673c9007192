/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include <string.h>

#include "core-support.h"

static BarnModel *
new_model (void)
{
  BarnModel *model = barn_model_new ();

  merge (model,
         make_plan ("p", 2026),
         make_activity ("a", "p", 1),
         make_activity ("b", "p", 2),
         make_activity ("c", "p", 3),
         make_activity ("d", "p", 4),
         NULL);

  return model;
}

static GListModel *
get_activities (BarnModel  *model,
                const char *plan)
{
  return barn_plan_get_activities (find (model, plan));
}

static void
test_empty (void)
{
  BarnModel *model = barn_model_new ();
  BarnOrganisation *organisation = barn_model_get_organisation (model);

  g_assert_cmpstr (barn_organisation_get_name (organisation), ==, "");
  g_assert_true (barn_model_lookup (model, BARN_ORGANISATION_ID) == BARN_ITEM (organisation));
  g_assert_null (barn_model_lookup (model, "x"));
  g_assert_null (barn_model_find_plan (model, 2026));
  barn_model_remove (model, "x");
  g_assert_finalize_object (model);
}

static void
test_organisation (void)
{
  g_autoptr(BarnModel) model = barn_model_new ();
  BarnOrganisation *organisation = barn_model_get_organisation (model);
  guint count;

  count_notify (organisation, "name", &count);
  merge (model, make_item (BARN_KIND_ORGANISATION, BARN_ORGANISATION_ID, "name", "Förvaltningen", NULL), NULL);
  g_assert_true (barn_model_get_organisation (model) == organisation);
  g_assert_cmpstr (barn_organisation_get_name (organisation), ==, "Förvaltningen");
  g_assert_cmpuint (count, ==, 1);

  barn_model_remove (model, BARN_ORGANISATION_ID);
  g_assert_true (barn_model_get_organisation (model) == organisation);
  g_assert_cmpstr (barn_organisation_get_name (organisation), ==, "");
}

/* What refers to something comes before it, all in one */
static void
test_any_order (void)
{
  BarnModel *model = barn_model_new ();
  BarnPlan *plan;

  merge (model,
         make_follow_up ("f1", "a", "2026-02-01", BARN_STATUS_ONGOING),
         make_item (BARN_KIND_MEASURE, "m2", "area", "o", "position", 2.0, NULL),
         make_activity ("b", "p", 2),
         make_activity ("a", "p", 1),
         make_item (BARN_KIND_SHIFT, "s2", "plan", "p", "position", 2.0, NULL),
         make_item (BARN_KIND_SHIFT, "s1", "plan", "p", "position", 1.0, NULL),
         make_item (BARN_KIND_LONG_TERM, "l", "plan", "p", NULL),
         make_item (BARN_KIND_PLAN_TEXT, "t", "plan", "p", NULL),
         make_item (BARN_KIND_SECTION_TEXT, "x", "plan", "p", "section", "strengths", "article", (gint64) 12, NULL),
         make_item (BARN_KIND_AREA, "o", "year", (gint64) 2026, NULL),
         make_item (BARN_KIND_MEASURE, "m1", "area", "o", "position", 1.0, NULL),
         make_plan ("p", 2026),
         make_plan ("q", 2027),
         make_item (BARN_KIND_ROLE, "r", "name", "Chefer", NULL),
         make_item (BARN_KIND_UNIT, "u", "name", "Skola", NULL),
         make_follow_up ("f2", "a", "2026-03-01", BARN_STATUS_DONE),
         NULL);

  plan = find (model, "p");
  assert_ids (barn_model_get_plans (model), "q p");
  assert_ids (barn_model_get_roles (model), "r");
  assert_ids (barn_model_get_units (model), "u");
  assert_ids (barn_model_get_areas (model), "o");
  assert_ids (barn_plan_get_activities (plan), "a b");
  assert_ids (barn_plan_get_shifts (plan), "s1 s2");
  assert_ids (barn_plan_get_long_terms (plan), "l");
  assert_ids (barn_plan_get_texts (plan), "t");
  assert_ids (barn_plan_get_section_texts (plan), "x");
  assert_ids (barn_area_get_measures (find (model, "o")), "m1 m2");
  assert_ids (barn_activity_get_follow_ups (find (model, "a")), "f2 f1");

  g_assert_true (barn_model_find_plan (model, 2026) == plan);
  g_assert_null (barn_model_find_plan (model, 2025));
  g_assert_cmpuint (barn_plan_get_shift_number (plan, find (model, "s2")), ==, 2);
  g_assert_cmpuint (barn_plan_get_shift_number (find (model, "q"), find (model, "s2")), ==, 0);
  g_assert_true (barn_plan_find_section_text (plan, "strengths", 12) == find (model, "x"));
  g_assert_null (barn_plan_find_section_text (plan, "strengths", 3));
  g_assert_null (barn_plan_find_section_text (plan, "challenges", 12));
  g_assert_finalize_object (model);
}

/* And it may come a merge before it */
static void
test_waiting (void)
{
  g_autoptr(BarnModel) model = barn_model_new ();

  merge (model, make_follow_up ("f1", "a", "2026-02-01", BARN_STATUS_ONGOING), NULL);
  merge (model, make_follow_up ("f2", "a", "2026-03-01", BARN_STATUS_DONE), NULL);
  merge (model, make_activity ("a", "p", 1), make_activity ("b", "p", 2), NULL);
  assert_ids (barn_activity_get_follow_ups (find (model, "a")), "f2 f1");

  /* One of those that wait is changed and one goes */
  merge (model, make_activity ("a", "p", 3), NULL);
  barn_model_remove (model, "b");
  merge (model, make_activity ("c", "p", 2), NULL);
  merge (model, make_plan ("p", 2026), NULL);
  assert_ids (get_activities (model, "p"), "c a");
}

static void
test_identity (void)
{
  g_autoptr(BarnModel) model = new_model ();
  g_autoptr(Recorder) recorder = recorder_new (get_activities (model, "p"));
  BarnItem *b = find (model, "b");
  BarnItem *fresh = make_activity ("b", "p", 2);
  guint title, display_title, description;

  count_notify (b, "title", &title);
  count_notify (b, "display-title", &display_title);
  count_notify (b, "description", &description);

  g_object_set (fresh, "title", "Ny rubrik", NULL);
  merge (model, fresh, NULL);
  g_assert_true (find (model, "b") == b);
  g_assert_cmpstr (barn_item_get_title (b), ==, "Ny rubrik");
  g_assert_cmpuint (title, ==, 1);
  g_assert_cmpuint (display_title, ==, 1);
  g_assert_cmpuint (description, ==, 0);
  assert_seen (recorder, "");

  /* The living item itself is nothing new */
  merge (model, g_object_ref (b), NULL);
  g_assert_cmpuint (title, ==, 1);
  assert_seen (recorder, "");
}

static void
test_add (void)
{
  g_autoptr(BarnModel) model = new_model ();
  g_autoptr(Recorder) recorder = recorder_new (get_activities (model, "p"));

  merge (model, make_activity ("e", "p", 5), NULL);
  assert_seen (recorder, "4-0+1");
  merge (model, make_activity ("0", "p", 0), NULL);
  assert_seen (recorder, "0-0+1");
  merge (model, make_activity ("x", "p", 2.5), NULL);
  assert_seen (recorder, "3-0+1");
  assert_ids (get_activities (model, "p"), "0 a b x c d e");

  /* Several: a splice for each place, whatever order they come in */
  merge (model,
         make_activity ("z2", "p", 9), make_activity ("n2", "p", -1), make_activity ("y", "p", 2.7),
         make_activity ("z1", "p", 8), make_activity ("n1", "p", -2), NULL);
  assert_seen (recorder, "0-0+2 6-0+1 10-0+2");
  assert_ids (get_activities (model, "p"), "n1 n2 0 a b x y c d e z1 z2");
}

static void
test_remove (void)
{
  g_autoptr(BarnModel) model = new_model ();
  g_autoptr(Recorder) recorder = recorder_new (get_activities (model, "p"));

  barn_model_remove (model, "b");
  assert_seen (recorder, "1-1+0");
  g_assert_null (barn_model_lookup (model, "b"));
  barn_model_remove (model, "b");
  assert_seen (recorder, "");
  barn_model_remove (model, "d");
  assert_seen (recorder, "2-1+0");
  assert_ids (get_activities (model, "p"), "a c");
}

static void
test_move (void)
{
  g_autoptr(BarnModel) model = new_model ();
  g_autoptr(Recorder) recorder = recorder_new (get_activities (model, "p"));
  BarnItem *a = find (model, "a");

  /* Another number, the same place */
  merge (model, make_activity ("a", "p", 1.5), NULL);
  assert_seen (recorder, "");
  merge (model, make_activity ("d", "p", 99), NULL);
  assert_seen (recorder, "");

  merge (model, make_activity ("a", "p", 3.5), NULL);
  assert_seen (recorder, "0-1+0 2-0+1");
  assert_ids (get_activities (model, "p"), "b c a d");
  g_assert_true (find (model, "a") == a);

  merge (model, make_activity ("d", "p", 0), NULL);
  assert_seen (recorder, "3-1+0 0-0+1");
  assert_ids (get_activities (model, "p"), "d b c a");

  merge (model, make_activity ("b", "p", 3), NULL);
  assert_seen (recorder, "");
  merge (model, make_activity ("b", "p", 3.1), NULL);
  assert_seen (recorder, "1-1+0 2-0+1");
  assert_ids (get_activities (model, "p"), "d c b a");

  /* The two last, and the two first */
  merge (model, make_activity ("b", "p", 4), NULL);
  assert_seen (recorder, "2-1+0 3-0+1");
  merge (model, make_activity ("c", "p", -1), NULL);
  assert_seen (recorder, "1-1+0 0-0+1");
  assert_ids (get_activities (model, "p"), "c d a b");
}

static void
test_reverse (void)
{
  g_autoptr(BarnModel) model = new_model ();

  merge (model, make_activity ("a", "p", 4), make_activity ("b", "p", 3),
         make_activity ("c", "p", 2), make_activity ("d", "p", 1), NULL);
  assert_ids (get_activities (model, "p"), "d c b a");
}

static void
test_reparent (void)
{
  g_autoptr(BarnModel) model = new_model ();
  g_autoptr(Recorder) from = recorder_new (get_activities (model, "p"));
  g_autoptr(Recorder) to = NULL;
  BarnItem *b = find (model, "b");

  merge (model, make_plan ("q", 2027), make_activity ("q1", "q", 1), make_activity ("q3", "q", 3), NULL);
  to = recorder_new (get_activities (model, "q"));

  merge (model, make_activity ("b", "q", 2), NULL);
  assert_seen (from, "1-1+0");
  assert_seen (to, "1-0+1");
  g_assert_true (find (model, "b") == b);
  assert_ids (get_activities (model, "p"), "a c d");
  assert_ids (get_activities (model, "q"), "q1 b q3");

  /* To a plan that is not here yet, and back */
  merge (model, make_activity ("b", "later", 1), NULL);
  assert_seen (to, "1-1+0");
  merge (model, make_activity ("b", "p", 1), NULL);
  assert_seen (from, "1-0+1");
  assert_ids (get_activities (model, "p"), "a b c d");

  /* And to none at all */
  merge (model, make_activity ("b", NULL, 1), NULL);
  assert_ids (get_activities (model, "p"), "a c d");
  merge (model, make_activity ("b", "p", 0), NULL);
  assert_ids (get_activities (model, "p"), "b a c d");
}

static void
test_reparent_follow_up (void)
{
  g_autoptr(BarnModel) model = new_model ();
  guint a, b;

  merge (model, make_follow_up ("f", "a", "2026-02-01", BARN_STATUS_DONE), NULL);
  count_notify (find (model, "a"), "status", &a);
  count_notify (find (model, "b"), "status", &b);

  merge (model, make_follow_up ("f", "b", "2026-02-01", BARN_STATUS_DONE), NULL);
  g_assert_cmpuint (a, ==, 1);
  g_assert_cmpuint (b, ==, 1);
  assert_ids (barn_activity_get_follow_ups (find (model, "a")), "");
  assert_ids (barn_activity_get_follow_ups (find (model, "b")), "f");
}

static void
test_follow_up_changed (void)
{
  g_autoptr(BarnModel) model = new_model ();
  g_autoptr(Recorder) recorder = NULL;
  BarnActivity *activity = find (model, "a");
  BarnItem *fresh;

  merge (model, make_follow_up ("f1", "a", "2026-02-01", BARN_STATUS_ONGOING),
         make_follow_up ("f2", "a", "2026-03-01", BARN_STATUS_DONE), NULL);
  recorder = recorder_new (barn_activity_get_follow_ups (activity));
  g_assert_cmpint (barn_activity_get_status (activity, BARN_DAY_NONE), ==, BARN_STATUS_DONE);

  merge (model, make_follow_up ("f2", "a", "2026-03-02", BARN_STATUS_PAUSED), NULL);
  assert_seen (recorder, "");
  g_assert_cmpint (barn_activity_get_status (activity, BARN_DAY_NONE), ==, BARN_STATUS_PAUSED);

  merge (model, make_follow_up ("f1", "a", "2026-03-03", BARN_STATUS_ONGOING), NULL);
  assert_seen (recorder, "1-1+0 0-0+1");
  g_assert_cmpint (barn_activity_get_status (activity, BARN_DAY_NONE), ==, BARN_STATUS_ONGOING);

  fresh = make_follow_up ("f1", "a", "2026-03-03", BARN_STATUS_ONGOING);
  g_object_set (fresh, "comment", "Särskilt ord", NULL);
  g_assert_null (strstr (barn_activity_get_search_text (activity), "särskilt"));
  merge (model, fresh, NULL);
  g_assert_nonnull (strstr (barn_activity_get_search_text (activity), "särskilt"));

  barn_model_remove (model, "f1");
  g_assert_cmpint (barn_activity_get_status (activity, BARN_DAY_NONE), ==, BARN_STATUS_PAUSED);
}

/* An undone deletion brings the parent back as a new item, and its own come to it */
static void
test_parent_goes (void)
{
  g_autoptr(BarnModel) model = new_model ();
  g_autoptr(BarnItem) old_plan = g_object_ref (find (model, "p"));
  BarnItem *a = find (model, "a");

  merge (model, make_follow_up ("f", "a", "2026-02-01", BARN_STATUS_DONE), NULL);

  barn_model_remove (model, "p");
  assert_ids (barn_plan_get_activities (BARN_PLAN (old_plan)), "");
  g_assert_true (find (model, "a") == a);

  barn_model_remove (model, "d");
  merge (model, make_plan ("p", 2026), NULL);
  g_assert_true (find (model, "p") != (gpointer) old_plan);
  assert_ids (get_activities (model, "p"), "a b c");

  barn_model_remove (model, "a");
  merge (model, make_activity ("a", "p", 9), NULL);
  assert_ids (get_activities (model, "p"), "b c a");
  assert_ids (barn_activity_get_follow_ups (find (model, "a")), "f");

  /* All goes, in any order */
  barn_model_remove (model, "a");
  barn_model_remove (model, "f");
  barn_model_remove (model, "p");
  barn_model_remove (model, "c");
  barn_model_remove (model, "b");
  g_assert_null (barn_model_lookup (model, "f"));
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_plans (model)), ==, 0);
}

static void
on_plans_changed (GListModel *plans,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gboolean   *whole)
{
  g_autoptr(BarnPlan) plan = g_list_model_get_item (plans, position);
  g_autoptr(BarnActivity) activity = g_list_model_get_item (barn_plan_get_activities (plan), 0);

  *whole = activity != NULL && barn_activity_get_last_follow_up (activity, BARN_DAY_NONE) != NULL;
}

/* Whoever hears of a plan finds all of it */
static void
test_arrives_whole (void)
{
  g_autoptr(BarnModel) model = barn_model_new ();
  gboolean whole = FALSE;

  g_signal_connect (barn_model_get_plans (model), "items-changed", G_CALLBACK (on_plans_changed), &whole);
  merge (model, make_plan ("p", 2026), make_activity ("a", "p", 1),
         make_follow_up ("f", "a", "2026-02-01", BARN_STATUS_DONE), NULL);
  g_assert_true (whole);
}

static void
test_years (void)
{
  g_autoptr(BarnModel) model = barn_model_new ();
  g_autoptr(Recorder) recorder = recorder_new (barn_model_get_plans (model));
  g_autoptr(GPtrArray) areas = NULL;

  merge (model, make_plan ("p25", 2025), make_plan ("p27", 2027), make_plan ("p26", 2026), NULL);
  assert_seen (recorder, "0-0+3");
  assert_ids (barn_model_get_plans (model), "p27 p26 p25");
  merge (model, make_plan ("p25", 2028), NULL);
  assert_seen (recorder, "2-1+0 0-0+1");

  merge (model,
         make_item (BARN_KIND_AREA, "o2", "year", (gint64) 2026, "position", 2.0, NULL),
         make_item (BARN_KIND_AREA, "o0", "year", (gint64) 2025, "position", 3.0, NULL),
         make_item (BARN_KIND_AREA, "o1", "year", (gint64) 2026, "position", 1.0, NULL), NULL);
  assert_ids (barn_model_get_areas (model), "o0 o1 o2");
  areas = barn_model_dup_areas (model, 2026);
  g_assert_cmpuint (areas->len, ==, 2);
  g_assert_true (areas->pdata[0] == find (model, "o1"));
}

static void
test_role_names (void)
{
  g_autoptr(BarnModel) model = new_model ();
  g_autofree char *none = NULL;
  g_autofree char *two = NULL;

  merge (model,
         make_item (BARN_KIND_ROLE, "r1", "name", "Medarbetare", "position", 2.0, NULL),
         make_item (BARN_KIND_ROLE, "r2", "name", "Chefer", "position", 1.0, NULL),
         make_item (BARN_KIND_ROLE, "r3", "name", "Politiker", "position", 0.0, NULL), NULL);

  none = barn_model_dup_role_names (model, find (model, "a"));
  g_assert_cmpstr (none, ==, "");
  set_of (find (model, "a"), BARN_ACTIVITY_ROLES, "r1 r2");
  two = barn_model_dup_role_names (model, find (model, "a"));
  g_assert_cmpstr (two, ==, "Chefer, Medarbetare");
}

/* A row that is given twice in one merge, the second time elsewhere */
static void
test_given_twice (void)
{
  g_autoptr(BarnModel) model = barn_model_new ();

  merge (model, make_plan ("p", 2026), make_plan ("q", 2027),
         make_activity ("a", "p", 1), make_activity ("b", "p", 2),
         make_activity ("a", "q", 3), make_activity ("b", "p", 0), NULL);
  assert_ids (get_activities (model, "p"), "b");
  assert_ids (get_activities (model, "q"), "a");
}

/* What refers to a thing of the wrong kind stays out of the lists and does no harm */
static void
test_wrong_parent (void)
{
  g_autoptr(BarnModel) model = new_model ();

  merge (model, make_follow_up ("f", "p", "2026-02-01", BARN_STATUS_DONE), make_activity ("e", "a", 1), NULL);
  barn_model_remove (model, "f");
  barn_model_remove (model, "e");
  assert_ids (get_activities (model, "p"), "a b c d");
}

static void
test_today_changed (void)
{
  g_autoptr(BarnModel) model = new_model ();
  guint count;

  g_object_set (find (model, "a"), "due-on", day ("2026-11-22"), NULL);
  count_notify (find (model, "a"), "overdue", &count);
  barn_clock_set_today (day ("2026-11-23"));
  barn_model_today_changed (model);
  g_assert_cmpuint (count, ==, 1);
  barn_clock_set_today (day ("2026-11-22"));
}

static void
assert_same_activities (GListModel *activities,
                        GListModel *expected)
{
  g_assert_cmpuint (g_list_model_get_n_items (activities), ==, g_list_model_get_n_items (expected));

  for (guint i = 0; i < g_list_model_get_n_items (expected); i++)
    {
      g_autoptr(BarnActivity) left = g_list_model_get_item (activities, i);
      g_autoptr(BarnActivity) right = g_list_model_get_item (expected, i);
      GListModel *left_follow_ups = barn_activity_get_follow_ups (left);
      GListModel *right_follow_ups = barn_activity_get_follow_ups (right);

      g_assert_cmpstr (barn_item_get_id (BARN_ITEM (left)), ==, barn_item_get_id (BARN_ITEM (right)));
      g_assert_cmpuint (g_list_model_get_n_items (left_follow_ups), ==, g_list_model_get_n_items (right_follow_ups));

      for (guint j = 0; j < g_list_model_get_n_items (left_follow_ups); j++)
        {
          g_autoptr(BarnItem) a = g_list_model_get_item (left_follow_ups, j);
          g_autoptr(BarnItem) b = g_list_model_get_item (right_follow_ups, j);

          g_assert_cmpstr (barn_item_get_id (a), ==, barn_item_get_id (b));
        }
    }
}

/* Random merges and removals end as a model that is loaded at once would be */
static void
test_random (void)
{
  g_autoptr(BarnModel) model = barn_model_new ();
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(BarnModel) loaded = barn_model_new ();
  GHashTableIter iter;
  gpointer row;
  GRand *random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  merge (model, make_plan ("p0", 2026), make_plan ("p1", 2027), NULL);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%d", g_rand_int_range (random, 0, 60));
      g_autofree char *follow_up_id = g_strdup_printf ("f%d", g_rand_int_range (random, 0, 60));
      const char *plan = g_rand_boolean (random) ? "p0" : "p1";
      double position = g_rand_int_range (random, 0, 40);

      if (g_rand_int_range (random, 0, 4) == 0)
        {
          barn_model_remove (model, id);
          g_hash_table_remove (rows, id);
          continue;
        }

      row = make_activity (id, plan, position);
      merge (model, make_activity (id, plan, position), NULL);
      g_hash_table_insert (rows, g_strdup (id), row);

      row = make_item (BARN_KIND_FOLLOW_UP, follow_up_id, "activity", id, "day", (guint) (739900 + position), NULL);
      g_hash_table_insert (rows, g_strdup (follow_up_id), row);
      row = make_item (BARN_KIND_FOLLOW_UP, follow_up_id, "activity", id, "day", (guint) (739900 + position), NULL);
      merge (model, row, NULL);
    }

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (all, g_object_ref (row));
  merge (loaded, make_plan ("p0", 2026), make_plan ("p1", 2027), NULL);
  barn_model_merge (loaded, all);

  assert_same_activities (get_activities (model, "p0"), get_activities (loaded, "p0"));
  assert_same_activities (get_activities (model, "p1"), get_activities (loaded, "p1"));

  g_rand_free (random);
}

static void
test_many (void)
{
  BarnModel *model = barn_model_new ();
  g_autoptr(GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(Recorder) recorder = NULL;

  merge (model, make_plan ("p", 2026), NULL);
  recorder = recorder_new (get_activities (model, "p"));

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", (i * 7919) % 10000);

      g_ptr_array_add (fresh, make_follow_up (NULL, id, "2026-02-01", BARN_STATUS_ONGOING));
      g_ptr_array_add (fresh, make_activity (id, "p", (i * 7919) % 10000));
    }

  barn_model_merge (model, fresh);
  assert_seen (recorder, "0-0+10000");

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      g_autoptr(BarnActivity) activity = g_list_model_get_item (get_activities (model, "p"), i);

      g_assert_cmpstr (barn_item_get_id (BARN_ITEM (activity)), ==, id);
      g_assert_cmpuint (g_list_model_get_n_items (barn_activity_get_follow_ups (activity)), ==, 1);
    }

  g_clear_pointer (&recorder, recorder_free);
  g_clear_pointer (&fresh, g_ptr_array_unref);
  g_assert_finalize_object (model);
}

/* Which year a program begins with: what is under way, not what was only made */
static void
test_current_plan (void)
{
  g_autoptr(BarnModel) model = barn_model_new ();
  GListModel *plans = barn_model_get_plans (model);

  barn_clock_set_today (barn_day_from_iso ("2026-11-22"));
  g_assert_null (barn_plan_find_current (plans));

  merge (model, make_plan ("p27", 2027), NULL);
  g_assert_cmpuint (barn_plan_get_year (barn_plan_find_current (plans)), ==, 2027);
  merge (model, make_plan ("p25", 2025), make_plan ("p26", 2026), NULL);
  g_assert_cmpuint (barn_plan_get_year (barn_plan_find_current (plans)), ==, 2026);
  merge (model, make_activity ("a", "p25", 1), make_activity ("b", "p27", 1), NULL);
  g_assert_cmpuint (barn_plan_get_year (barn_plan_find_current (plans)), ==, 2025);
  merge (model, make_activity ("c", "p26", 1), NULL);
  g_assert_cmpuint (barn_plan_get_year (barn_plan_find_current (plans)), ==, 2026);
}

static void
test_responsible (void)
{
  g_autoptr(BarnModel) model = barn_model_new ();
  static const char *const expected[] = { "", "Rektor", "Skola", "Skola, Rektor" };

  merge (model, make_plan ("p", 2026), make_item (BARN_KIND_UNIT, "u", "name", "Skola", NULL),
         make_item (BARN_KIND_ACTIVITY, "a0", "plan", "p", NULL),
         make_item (BARN_KIND_ACTIVITY, "a1", "plan", "p", "responsible", "Rektor", NULL),
         make_item (BARN_KIND_ACTIVITY, "a2", "plan", "p", "unit", "u", NULL),
         make_item (BARN_KIND_ACTIVITY, "a3", "plan", "p", "unit", "u", "responsible", "Rektor", NULL),
         NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *responsible = barn_model_dup_responsible (model, BARN_ACTIVITY (barn_model_lookup (model, id)));

      g_assert_cmpstr (responsible, ==, expected[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  barn_clock_set_today (day ("2026-11-22"));

  g_test_add_func ("/model/empty", test_empty);
  g_test_add_func ("/model/organisation", test_organisation);
  g_test_add_func ("/model/any-order", test_any_order);
  g_test_add_func ("/model/waiting", test_waiting);
  g_test_add_func ("/model/identity", test_identity);
  g_test_add_func ("/model/add", test_add);
  g_test_add_func ("/model/remove", test_remove);
  g_test_add_func ("/model/move", test_move);
  g_test_add_func ("/model/reverse", test_reverse);
  g_test_add_func ("/model/reparent", test_reparent);
  g_test_add_func ("/model/reparent-follow-up", test_reparent_follow_up);
  g_test_add_func ("/model/follow-up-changed", test_follow_up_changed);
  g_test_add_func ("/model/parent-goes", test_parent_goes);
  g_test_add_func ("/model/arrives-whole", test_arrives_whole);
  g_test_add_func ("/model/years", test_years);
  g_test_add_func ("/model/role-names", test_role_names);
  g_test_add_func ("/model/current-plan", test_current_plan);
  g_test_add_func ("/model/responsible", test_responsible);
  g_test_add_func ("/model/given-twice", test_given_twice);
  g_test_add_func ("/model/wrong-parent", test_wrong_parent);
  g_test_add_func ("/model/today-changed", test_today_changed);
  g_test_add_func ("/model/random", test_random);
  g_test_add_func ("/model/many", test_many);

  return g_test_run ();
}
