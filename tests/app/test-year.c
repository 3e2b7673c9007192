/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole year with the clock moved. Each step is one named change: undone it leaves no trace, done again it is as it was. */

#include "config.h"

#include <math.h>

#include "app-support.h"
#include "barn-plan-file-year.h"

static BarnDay
day (const char *iso)
{
  return barn_day_from_iso (iso);
}

static void
go_to (const char *iso)
{
  barn_clock_set_today (day (iso));
}

static char *
dump (Fixture *fixture)
{
  return dump_model (barn_plan_file_get_model (fixture->file));
}

/* After a step: it had this name, and can be undone and done again */
static void
assert_step (Fixture    *fixture,
             char      **before,
             const char *action)
{
  g_autofree char *after = dump (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (barn_change_get_action (barn_plan_file_get_undo (fixture->file)), ==, action);
  g_assert_cmpstr (after, !=, *before);
  assert_sound (fixture->file);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_no_error (error);
  undone = dump (fixture);
  g_assert_cmpstr (undone, ==, *before);
  g_assert_true (barn_plan_file_redo (fixture->file, NULL, &error));
  g_assert_no_error (error);
  redone = dump (fixture);
  g_assert_cmpstr (redone, ==, after);
  assert_sound (fixture->file);

  g_free (*before);
  *before = g_steal_pointer (&after);
}

static BarnOccasion *
get_occasion (Fixture *fixture,
              guint    position)
{
  g_autoptr (BarnOccasion) occasion = g_list_model_get_item (barn_plan_get_occasions (fixture->plan), position);

  return occasion;
}

static GPtrArray *
list_of (gpointer first,
         gpointer second)
{
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_add (items, first);
  if (second != NULL)
    g_ptr_array_add (items, second);

  return items;
}

static guint
count_left (Fixture      *fixture,
            BarnOccasion *occasion)
{
  g_autoptr (GPtrArray) left = barn_occasion_list_left (occasion, fixture->plan, NULL, NULL, NULL);

  return left->len;
}

static void
test_whole_year (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) two = list_of (fixture->second, fixture->third);
  g_autoptr (GPtrArray) one = list_of (fixture->activity, NULL);
  g_autoptr (GArray) corrections = NULL;
  g_autofree char *before = dump (fixture);
  BarnTally reported = { 0 }, corrected = { 0 };
  BarnOccasion *first, *second;
  BarnFollowUp *follow_up;
  BarnDelay *delay;
  BarnNextTally tally = { 0 };
  BarnPlan *next;

  /* Spring: occasions, and the first of them */
  go_to ("2026-04-20");
  g_assert_true (barn_plan_file_arrange_occasions (fixture->file, fixture->plan, BARN_PATTERN_TERTIAL, NULL, 0, &error));
  assert_step (fixture, &before, "occasions-arrange");
  first = get_occasion (fixture, 0);
  second = get_occasion (fixture, 1);
  g_assert_cmpstr (barn_occasion_get_title (first), ==, "Tertial 1");
  g_assert_cmpuint (count_left (fixture, first), ==, 2);

  g_assert_true (barn_plan_file_say_unchanged (fixture->file, first, two, &error));
  assert_step (fixture, &before, "activities-unchanged");
  g_assert_cmpuint (count_left (fixture, first), ==, 0);
  g_assert_cmpint (barn_activity_get_status (fixture->second, BARN_DAY_NONE), ==, BARN_STATUS_NOT_STARTED);
  g_assert_true (barn_follow_up_get_unchanged (barn_activity_get_last_follow_up (fixture->second, BARN_DAY_NONE)));

  follow_up = barn_plan_file_follow_up_for (fixture->file, first, fixture->activity, BARN_STATUS_ONGOING,
                                            "Första gruppen är klar.", "Barn säger mer.", NULL, &error);
  g_assert_nonnull (follow_up);
  g_assert_cmpstr (barn_follow_up_get_occasion (follow_up), ==, barn_item_get_id (BARN_ITEM (first)));
  assert_step (fixture, &before, "follow-up-add");

  /* Somebody is missing: closing asks for a reason */
  g_assert_false (barn_plan_file_close_occasion (fixture->file, first, "  ", &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  go_to ("2026-05-04");
  g_assert_true (barn_plan_file_close_occasion (fixture->file, first, "Enheten har ingen chef just nu.", &error));
  assert_step (fixture, &before, "occasion-close");
  g_assert_cmpuint (barn_occasion_get_closed_on (first), ==, day ("2026-05-04"));
  g_assert_cmpuint (g_list_model_get_n_items (barn_occasion_get_reported (first)), ==, 3);

  /* Changing the pattern loses none that was closed */
  g_assert_true (barn_plan_file_arrange_occasions (fixture->file, fixture->plan, BARN_PATTERN_YEAR, NULL, 0, &error));
  assert_step (fixture, &before, "occasions-arrange");
  g_assert_true (get_occasion (fixture, 0) == first);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_occasions (fixture->plan)), ==, 2);
  g_assert_true (barn_plan_file_arrange_occasions (fixture->file, fixture->plan, BARN_PATTERN_TERTIAL, NULL, 0, &error));
  assert_step (fixture, &before, "occasions-arrange");
  second = get_occasion (fixture, 1);

  /* A correction of what is closed is seen as one, and what was reported stays */
  barn_tally_occasion (&reported, first, fixture->plan);
  g_assert_nonnull (barn_plan_file_follow_up_for (fixture->file, first, fixture->second, BARN_STATUS_DONE, "Den var klar.", NULL, NULL, &error));
  assert_step (fixture, &before, "follow-up-correct");
  barn_tally_occasion (&corrected, first, fixture->plan);
  g_assert_cmpmem (&reported, sizeof reported, &corrected, sizeof corrected);
  corrections = barn_occasion_list_corrections (first, fixture->plan, barn_plan_file_get_model (fixture->file));
  g_assert_cmpuint (corrections->len, ==, 1);

  /* Summer: a delay keeps the first date and asks why */
  go_to ("2026-06-25");
  g_assert_true (barn_plan_file_is_delay (fixture->activity, day ("2026-10-31")));
  g_assert_false (barn_plan_file_move_due (fixture->file, one, day ("2026-10-31"), NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_true (barn_plan_file_move_due (fixture->file, one, day ("2026-10-31"), "Ledaren är sjukskriven.", &error));
  assert_step (fixture, &before, "activity-due-on");
  g_assert_cmpuint (barn_activity_get_due_on (fixture->activity), ==, day ("2026-10-31"));
  g_assert_cmpuint (barn_activity_get_first_due_on (fixture->activity), ==, day ("2026-06-30"));
  delay = g_list_model_get_item (barn_item_get_children (BARN_ITEM (fixture->activity), BARN_KIND_DELAY), 0);
  g_assert_cmpstr (barn_delay_get_reason (delay), ==, "Ledaren är sjukskriven.");
  g_assert_cmpuint (barn_delay_get_from_on (delay), ==, day ("2026-06-30"));
  g_object_unref (delay);
  /* One without a date gets one: no delay */
  g_assert_true (barn_plan_file_move_due (fixture->file, two, day ("2026-09-30"), NULL, &error));
  assert_step (fixture, &before, "activities-due-on");
  g_assert_cmpuint (barn_activity_get_first_due_on (fixture->third), ==, day ("2026-09-30"));

  /* The second occasion opens again after it was closed too early */
  go_to ("2026-08-31");
  g_assert_true (barn_plan_file_close_occasion (fixture->file, second, "Semester", &error));
  assert_step (fixture, &before, "occasion-close");
  g_assert_true (barn_plan_file_reopen_occasion (fixture->file, second, &error));
  assert_step (fixture, &before, "occasion-reopen");
  g_assert_cmpuint (g_list_model_get_n_items (barn_occasion_get_reported (second)), ==, 0);
  g_assert_cmpstr (barn_occasion_get_reason (second), ==, "");

  /* Next year */
  go_to ("2026-12-15");
  barn_plan_file_tally_next_year (fixture->file, fixture->plan, NULL, TRUE, &tally);
  g_assert_cmpuint (tally.activities + tally.measures, ==, 4);
  g_assert_cmpuint (tally.shifts + tally.areas, ==, 2);
  g_assert_cmpuint (tally.long_terms, ==, 0);
  next = barn_plan_file_make_next_year (fixture->file, fixture->plan, NULL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (barn_plan_get_year (next), ==, 2027);
  assert_step (fixture, &before, "plan-next");
  next = barn_model_find_plan (barn_plan_file_get_model (fixture->file), 2027);
  /* The ongoing one and the one that has not begun go on; two measures come from the barnbokslut; the done one does not */
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_activities (next)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_shifts (next)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_long_terms (next)), ==, 1);
  g_assert_false (barn_plan_file_make_next_year (fixture->file, fixture->plan, NULL, TRUE, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);

  {
    g_autoptr (BarnActivity) activity = g_list_model_get_item (barn_plan_get_activities (next), 0);
    g_autoptr (GPtrArray) line = barn_year_list_line (barn_plan_file_get_model (fixture->file), activity);

    g_assert_cmpstr (barn_activity_get_title (activity), ==, barn_activity_get_title (fixture->activity));
    g_assert_cmpuint (barn_activity_get_due_on (activity), ==, BARN_DAY_NONE);
    g_assert_cmpuint (line->len, ==, 2);
    g_assert_true (line->pdata[0] == fixture->activity);
  }

  barn_clock_set_today (BARN_DAY_NONE);
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  BarnNextTally tally = { 0 };
  BarnIndicator *indicator;
  BarnPlan *next;

  indicator = barn_plan_file_add_indicator_choice (fixture->file, fixture->plan, BARN_ITEM (fixture->activity), "decisions", &error);
  g_assert_nonnull (barn_plan_file_set_indicator_value (fixture->file, indicator, day ("2026-08-31"), 12, NULL, &error));
  g_hash_table_insert (choices, (gpointer) barn_item_get_id (BARN_ITEM (fixture->second)), GUINT_TO_POINTER (BARN_NEXT_LONG_TERM));
  g_hash_table_insert (choices, (gpointer) barn_item_get_id (BARN_ITEM (fixture->third)), GUINT_TO_POINTER (BARN_NEXT_END));

  barn_plan_file_tally_next_year (fixture->file, fixture->plan, choices, FALSE, &tally);
  g_assert_true (barn_plan_file_can_make_next_year (fixture->file, fixture->plan, &error));
  next = barn_plan_file_make_next_year (fixture->file, fixture->plan, choices, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (barn_plan_file_can_make_next_year (fixture->file, fixture->plan, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  /* What was told before is what was made */
  g_assert_cmpuint (tally.activities, ==, g_list_model_get_n_items (barn_plan_get_activities (next)));
  g_assert_cmpuint (tally.shifts, ==, g_list_model_get_n_items (barn_plan_get_shifts (next)));
  g_assert_cmpuint (tally.activities + tally.ended + tally.long_terms, ==, g_list_model_get_n_items (barn_plan_get_activities (fixture->plan)));
  g_assert_cmpuint (tally.areas, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_activities (next)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_long_terms (next)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_indicators (next)), ==, 1);
  indicator = g_list_model_get_item (barn_plan_get_indicators (next), 0);
  g_assert_cmpfloat (barn_indicator_get_baseline (indicator), ==, 12);
  g_assert_cmpuint (g_list_model_get_n_items (barn_indicator_get_values (indicator)), ==, 0);
  g_object_unref (indicator);
  assert_sound (fixture->file);
}

static void
test_occasion_dates (Fixture       *fixture,
                     gconstpointer  data)
{
  BarnDay far[] = { day ("2025-12-31") };
  BarnDay late[] = { day ("2027-04-01") };
  BarnDay own[] = { day ("2027-03-31"), day ("2026-01-01") };
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (barn_plan_file_arrange_occasions (fixture->file, fixture->plan, BARN_PATTERN_OWN, far, 1, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_false (barn_plan_file_arrange_occasions (fixture->file, fixture->plan, BARN_PATTERN_OWN, late, 1, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_true (barn_plan_file_arrange_occasions (fixture->file, fixture->plan, BARN_PATTERN_OWN, own, 2, &error));
  g_assert_no_error (error);

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, day ("2027-03-31"));
  g_assert_false (barn_plan_file_set (fixture->file, BARN_ITEM (get_occasion (fixture, 0)), "cut-off", NULL, &value, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_value_set_uint (&value, BARN_DAY_NONE);
  g_assert_false (barn_plan_file_set (fixture->file, BARN_ITEM (get_occasion (fixture, 0)), "cut-off", NULL, &value, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_value_set_uint (&value, day ("2026-02-01"));
  g_assert_true (barn_plan_file_set (fixture->file, BARN_ITEM (get_occasion (fixture, 0)), "cut-off", NULL, &value, NULL, &error));
  assert_sound (fixture->file);
}

static void
test_measures (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *before = dump (fixture);
  g_autoptr (BarnFilter) filter = barn_filter_new ();
  g_autoptr (BarnFilter) read = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GValue) amount = G_VALUE_INIT;
  BarnIndicator *indicator;
  BarnIndicatorValue *value;
  BarnAssessment *assessment;
  BarnSavedView *view;

  indicator = barn_plan_file_add_indicator (fixture->file, fixture->plan, BARN_ITEM (fixture->shift), " Nöjda barn ", BARN_SCALE_PERCENT, NULL, &error);
  g_assert_cmpstr (barn_indicator_get_title (indicator), ==, "Nöjda barn");
  g_assert_cmpstr (barn_indicator_get_shift (indicator), ==, barn_item_get_id (BARN_ITEM (fixture->shift)));
  g_assert_true (isnan (barn_indicator_get_target (indicator)));
  assert_step (fixture, &before, "indicator-add");
  /* Undoing has taken it away; the one that came back is another */
  indicator = g_list_model_get_item (barn_plan_get_indicators (fixture->plan), 0);
  g_object_unref (indicator);

  g_value_init (&amount, G_TYPE_DOUBLE);
  g_value_set_double (&amount, 80);
  g_assert_true (barn_plan_file_set (fixture->file, BARN_ITEM (indicator), "target", NULL, &amount, NULL, &error));
  assert_step (fixture, &before, "indicator-target");
  g_value_set_double (&amount, 101);
  g_assert_false (barn_plan_file_set (fixture->file, BARN_ITEM (indicator), "target", NULL, &amount, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_value_set_double (&amount, NAN);
  g_assert_true (barn_plan_file_set (fixture->file, BARN_ITEM (indicator), "target", NULL, &amount, NULL, &error));
  assert_step (fixture, &before, "indicator-target");

  value = barn_plan_file_set_indicator_value (fixture->file, indicator, day ("2026-04-30"), 40, "Enkät", &error);
  g_assert_nonnull (value);
  assert_step (fixture, &before, "indicator-value-add");
  g_assert_nonnull (barn_plan_file_set_indicator_value (fixture->file, indicator, day ("2026-04-30"), 45, NULL, &error));
  assert_step (fixture, &before, "indicator-value-value");
  g_assert_cmpuint (g_list_model_get_n_items (barn_indicator_get_values (indicator)), ==, 1);
  g_assert_null (barn_plan_file_set_indicator_value (fixture->file, indicator, day ("2026-05-30"), 145, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_null (barn_plan_file_set_indicator_value (fixture->file, indicator, BARN_DAY_NONE, 45, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);

  g_assert_null (barn_plan_file_add_assessment (fixture->file, fixture->plan, "Ny taxa", BARN_DAY_NONE, BARN_OUTCOME_NOT_MADE, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_nonnull (barn_plan_file_add_assessment (fixture->file, fixture->plan, "Ny taxa", day ("2026-03-01"), BARN_OUTCOME_NOT_MADE,
                                                   "Det var bråttom.", &error));
  assert_step (fixture, &before, "assessment-add");
  assessment = g_list_model_get_item (barn_plan_get_assessments (fixture->plan), 0);
  g_object_unref (assessment);

  /* Reason and outcome hold to one rule, whichever is changed */
  g_assert_false (barn_plan_file_set_text (fixture->file, BARN_ITEM (assessment), "reason", NULL, " ", NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_true (barn_plan_file_set_outcome (fixture->file, assessment, BARN_OUTCOME_NOT_NEEDED, "", &error));
  assert_step (fixture, &before, "assessment-outcome");
  g_assert_false (barn_plan_file_set_text (fixture->file, BARN_ITEM (assessment), "outcome", NULL, "not_made", NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_false (barn_plan_file_set_outcome (fixture->file, assessment, BARN_OUTCOME_NOT_MADE, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_true (barn_plan_file_set_outcome (fixture->file, assessment, BARN_OUTCOME_NOT_MADE, "Ingen tid.", &error));
  g_assert_cmpstr (barn_assessment_get_reason (assessment), ==, "Ingen tid.");
  g_assert_cmpint (barn_assessment_get_outcome (assessment), ==, BARN_OUTCOME_NOT_MADE);
  assert_step (fixture, &before, "assessment-outcome");

  g_assert_nonnull (barn_plan_file_add_year_mark (fixture->file, "Barnrättsveckan", BARN_MARK_CATEGORY_WEEK, day ("2026-10-05"), TRUE, TRUE, &error));
  assert_step (fixture, &before, "year-mark-add");
  g_assert_null (barn_plan_file_add_year_mark (fixture->file, "Nämnd", BARN_MARK_CATEGORY_BOARD, BARN_DAY_NONE, FALSE, FALSE, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);

  filter->overdue = TRUE;
  filter->raised = TRUE;
  filter->statuses = 1u << BARN_STATUS_ONGOING;
  barn_filter_set_search (filter, "Råd & stöd, barn = ja");
  view = barn_plan_file_save_view (fixture->file, "Att lyfta", filter, "role", "due", NULL, &error);
  read = barn_filter_from_text (barn_saved_view_get_filter (view));
  g_assert_true (read->overdue && read->raised && !read->without_follow_up);
  g_assert_cmpuint (read->statuses, ==, filter->statuses);
  g_assert_cmpstr (read->search, ==, filter->search);
  assert_step (fixture, &before, "saved-view-add");
  filter->overdue = FALSE;
  g_assert_nonnull (barn_plan_file_save_view (fixture->file, "att LYFTA", filter, "role", "due", NULL, &error));
  assert_step (fixture, &before, "saved-view-filter");
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_saved_views (barn_plan_file_get_model (fixture->file))), ==, 1);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static gboolean
go_back (Fixture       *fixture,
         BarnChange    *point,
         gint64         newest,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GAsyncResult) done = NULL;

  barn_plan_file_go_back_async (fixture->file, point, newest, cancellable, on_done, &done);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);

  return barn_plan_file_go_back_finish (fixture->file, done, error);
}

/* Given up, or with something in between that nobody was asked about: nothing is changed, and the log has nothing more */
static void
test_go_back_not (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->second), "title", NULL, "Skriva om alla brev", NULL, &error);
  g_assert_no_error (error);
  then = dump (fixture);
  all = barn_plan_file_list_changes (fixture->file, NULL, 0, &error);

  g_cancellable_cancel (cancellable);
  g_assert_false (go_back (fixture, all->pdata[1], 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_false (go_back (fixture, all->pdata[2], barn_change_get_number (all->pdata[1]), NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_CONFLICT);

  now = dump (fixture);
  g_assert_cmpstr (now, ==, then);
  assert_sound (fixture->file);
  after = barn_plan_file_list_changes (fixture->file, NULL, 0, &error);
  g_assert_cmpuint (after->len, ==, all->len);

  /* The file can be written to as before */
  g_assert_true (go_back (fixture, all->pdata[1], barn_change_get_number (all->pdata[0]), NULL, &error));
  g_assert_no_error (error);
  assert_sound (fixture->file);
}

static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = dump (fixture);
  g_autoptr (BarnFilter) filter = barn_filter_new ();
  g_autoptr (GPtrArray) doomed = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  BarnSavedView *first;
  BarnSavedView *second;

  g_assert_nonnull (barn_plan_file_save_view (fixture->file, "Allt", filter, NULL, NULL, NULL, &error));
  assert_step (fixture, &before, "saved-view-add");
  g_assert_nonnull (barn_plan_file_save_view (fixture->file, "Chefer", filter, NULL, NULL, NULL, &error));
  assert_step (fixture, &before, "saved-view-add");
  g_assert_null (barn_plan_file_save_view (fixture->file, "  ", filter, NULL, NULL, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);

  first = barn_plan_file_find_view (fixture->file, " ALLT ");
  second = barn_plan_file_find_view (fixture->file, "chefer");
  g_assert_true (first != NULL && second != NULL && first != second);
  g_assert_null (barn_plan_file_find_view (fixture->file, "Chef"));

  /* Two of one name could not be told apart */
  g_assert_false (barn_plan_file_set_text (fixture->file, BARN_ITEM (second), "name", NULL, "allt", NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (second), "name", NULL, "CHEFER", NULL, &error));
  assert_step (fixture, &before, "saved-view-name");
  g_assert_true (barn_plan_file_move (fixture->file, BARN_ITEM (second), BARN_ITEM (first), &error));
  assert_step (fixture, &before, "saved-view-move");
  g_ptr_array_add (doomed, first);
  g_assert_true (barn_plan_file_delete (fixture->file, doomed, &error));
  assert_step (fixture, &before, "saved-view-delete");
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autofree char *then = dump (fixture);
  g_autofree char *now = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;
  g_auto (GStrv) authors = NULL;
  BarnHistoryFilter filter = { .kind = "activity", .search = "brev" };
  guint n_changes;

  all = barn_plan_file_list_changes (fixture->file, NULL, 0, &error);
  n_changes = all->len;

  /* Do, undo, do again, delete: all of it is taken back at once */
  barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->second), "title", NULL, "Skriva om alla brev", NULL, &error);
  barn_plan_file_undo (fixture->file, NULL, &error);
  barn_plan_file_redo (fixture->file, NULL, &error);
  barn_plan_file_arrange_occasions (fixture->file, fixture->plan, BARN_PATTERN_TERTIAL, NULL, 0, &error);
  g_ptr_array_add (gone, fixture->plan);
  barn_plan_file_delete (fixture->file, gone, &error);
  g_assert_no_error (error);
  now = dump (fixture);

  g_assert_true (go_back (fixture, all->pdata[0], 0, NULL, &error));
  g_assert_no_error (error);
  back = dump (fixture);
  g_assert_cmpstr (back, ==, then);
  assert_sound (fixture->file);
  g_assert_cmpstr (barn_change_get_action (barn_plan_file_get_undo (fixture->file)), ==, "history-back");

  /* One new change, undone like any other; nothing is taken out of the log */
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  again = dump (fixture);
  g_assert_cmpstr (again, ==, now);
  g_ptr_array_unref (all);
  all = barn_plan_file_list_changes (fixture->file, NULL, 0, &error);
  g_assert_cmpuint (all->len, ==, n_changes + 7);

  few = barn_plan_file_list_changes (fixture->file, &filter, 0, &error);
  g_assert_cmpuint (few->len, ==, 4);
  fields = barn_plan_file_list_change_fields (fixture->file, few->pdata[0], &error);
  g_assert_cmpuint (fields->len, ==, 1);
  g_assert_cmpstr (((BarnFieldChange *) fields->pdata[0])->before, ==, "Skriva om brev");
  g_assert_cmpstr (((BarnFieldChange *) fields->pdata[0])->after, ==, "Skriva om alla brev");

  g_clear_pointer (&few, g_ptr_array_unref);
  filter = (BarnHistoryFilter) { .author = "Ingen alls" };
  few = barn_plan_file_list_changes (fixture->file, &filter, 0, &error);
  g_assert_cmpuint (few->len, ==, 0);
  g_clear_pointer (&few, g_ptr_array_unref);
  filter = (BarnHistoryFilter) { .until = day ("1999-12-31") };
  few = barn_plan_file_list_changes (fixture->file, &filter, 0, &error);
  g_assert_cmpuint (few->len, ==, 0);
  authors = barn_plan_file_list_authors (fixture->file, &error);
  g_assert_cmpuint (g_strv_length (authors), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  tests_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/year/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("whole-year", test_whole_year);
  ADD ("choices", test_choices);
  ADD ("occasion-dates", test_occasion_dates);
  ADD ("measures", test_measures);
  ADD ("views", test_views);
  ADD ("history", test_history);
  ADD ("go-back-not", test_go_back_not);
#undef ADD

  return tests_run ();
}
