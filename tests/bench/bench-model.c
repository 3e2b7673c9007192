/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the model costs beside the bare containers it is made of, and a filter beside the bare search: each pair taken
   in turn in the same run, so that the ratio tells something on any machine. */

#define G_LOG_DOMAIN "barn-bench"

#include "config.h"

#include <string.h>

#include "barn-filter.h"

#define N_ACTIVITIES 10000
#define N_FOLLOW_UPS 4 /* of each activity */
#define N_ROUNDS     9

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static gint64
median (gint64 times[N_ROUNDS])
{
  qsort (times, N_ROUNDS, sizeof *times, compare_times);

  return times[N_ROUNDS / 2];
}

static void
print_pair (const char *what,
            gint64      ours[N_ROUNDS],
            const char *bare_name,
            gint64      bare[N_ROUNDS])
{
  gint64 our_median = median (ours);
  gint64 bare_median = MAX (median (bare), 1);

  g_print ("%s: %.1f ms; %s: %.1f ms; ratio %.2f\n",
           what, (double) our_median / 1000, bare_name, (double) bare_median / 1000,
           (double) our_median / (double) bare_median);
}

/* As a plan file gives them: kind by kind, in no order of ours */
static GPtrArray *
create_rows (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  BarnItem *plan = barn_item_new (BARN_KIND_PLAN, "plan");

  barn_item_set_number (plan, BARN_PLAN_YEAR, 2026);
  g_ptr_array_add (rows, plan);

  for (guint i = 0; i < N_ACTIVITIES; i++)
    {
      guint number = (i * 7919) % N_ACTIVITIES;
      g_autofree char *id = g_strdup_printf ("activity-%u", number);
      g_autofree char *title = g_strdup_printf ("Insats %u: öppna möten för ungdomar i område %u", number, number % 12);
      BarnItem *activity = barn_item_new (BARN_KIND_ACTIVITY, id);

      barn_item_set_text (activity, BARN_ACTIVITY_PLAN, "plan");
      barn_item_set_text (activity, BARN_ACTIVITY_TITLE, title);
      barn_item_set_number (activity, BARN_ACTIVITY_DUE_ON, barn_day_new (2026, 1, 1) + number % 365);
      barn_item_set_real (activity, BARN_ACTIVITY_POSITION, number);
      g_ptr_array_add (rows, activity);

      for (guint j = 0; j < N_FOLLOW_UPS; j++)
        {
          g_autofree char *follow_up_id = g_strdup_printf ("follow-up-%u-%u", number, j);
          BarnItem *follow_up = barn_item_new (BARN_KIND_FOLLOW_UP, follow_up_id);

          barn_item_set_text (follow_up, BARN_FOLLOW_UP_ACTIVITY, id);
          barn_item_set_number (follow_up, BARN_FOLLOW_UP_DAY, barn_day_new (2026, 1, 1) + (number + 60 * j) % 365);
          barn_item_set_number (follow_up, BARN_FOLLOW_UP_STATUS, j % BARN_N_STATUSES);
          barn_item_set_text (follow_up, BARN_FOLLOW_UP_COMMENT, "Fler kom än vi trodde, och de sade vad de tyckte.");
          g_ptr_array_add (rows, follow_up);
        }
    }

  return rows;
}

static gint64
time_model (BarnModel **model)
{
  g_autoptr(GPtrArray) rows = create_rows ();
  gint64 start = g_get_monotonic_time ();

  *model = barn_model_new ();
  barn_model_merge (*model, rows);

  return g_get_monotonic_time () - start;
}

/* The same rows again: a refresh in which nothing became another */
static gint64
time_refresh (BarnModel *model)
{
  g_autoptr(GPtrArray) rows = create_rows ();
  gint64 start = g_get_monotonic_time ();

  barn_model_merge (model, rows);

  return g_get_monotonic_time () - start;
}

static gint64
time_containers (void)
{
  g_autoptr(GPtrArray) rows = create_rows ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr(GListStore) store = g_list_store_new (BARN_TYPE_ITEM);

  for (guint i = 0; i < rows->len; i++)
    {
      g_hash_table_insert (items, (gpointer) barn_item_get_id (rows->pdata[i]), g_object_ref (rows->pdata[i]));
      g_list_store_append (store, rows->pdata[i]);
    }

  return g_get_monotonic_time () - start;
}

static gint64
time_filter (GListModel       *activities,
             const BarnFilter *filter,
             guint            *n_found)
{
  gint64 start = g_get_monotonic_time ();

  *n_found = 0;
  for (guint i = 0; i < N_ACTIVITIES; i++)
    {
      g_autoptr(BarnActivity) activity = g_list_model_get_item (activities, i);

      *n_found += barn_filter_match (filter, activity) ? 1 : 0;
    }

  return g_get_monotonic_time () - start;
}

static gint64
time_strstr (const char *const *texts,
             const char        *word,
             guint             *n_found)
{
  gint64 start = g_get_monotonic_time ();

  *n_found = 0;
  for (guint i = 0; i < N_ACTIVITIES; i++)
    *n_found += strstr (texts[i], word) != NULL ? 1 : 0;

  return g_get_monotonic_time () - start;
}

static void
bench_merge (void)
{
  gint64 ours[N_ROUNDS], again[N_ROUNDS], bare[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr(BarnModel) model = NULL;

      ours[i] = time_model (&model);
      again[i] = time_refresh (model);
      bare[i] = time_containers ();
    }

  print_pair ("merge of 10 000 activities with 40 000 follow-ups", ours, "hash table and list store", bare);
  print_pair ("merge of the same once more", again, "hash table and list store", bare);
}

static void
bench_search (void)
{
  g_autoptr(BarnModel) model = NULL;
  g_autoptr(BarnFilter) filter = barn_filter_new ();
  g_autofree const char **texts = g_new0 (const char *, N_ACTIVITIES);
  GListModel *activities;
  gint64 ours[N_ROUNDS], bare[N_ROUNDS];
  gint64 first;
  guint n_found, n_expected;

  time_model (&model);
  activities = barn_plan_get_activities (barn_model_find_plan (model, 2026));
  barn_filter_set_search (filter, "Insats 4711");
  first = time_filter (activities, filter, &n_found);

  for (guint i = 0; i < N_ACTIVITIES; i++)
    {
      g_autoptr(BarnActivity) activity = g_list_model_get_item (activities, i);

      /* Kept by the activity, which the model keeps */
      texts[i] = barn_activity_get_search_text (activity);
    }

  barn_filter_set_search (filter, "4711");
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      ours[i] = time_filter (activities, filter, &n_found);
      bare[i] = time_strstr (texts, "4711", &n_expected);
      g_assert_cmpuint (n_found, ==, n_expected);
    }

  g_print ("first search in 10 000 activities, with folding of all text: %.1f ms\n", (double) first / 1000);
  print_pair ("search in 10 000 activities", ours, "strstr()", bare);
}

int
main (void)
{
  /* The clock is read for every activity: let it be the real one */
  bench_merge ();
  bench_search ();

  return 0;
}
