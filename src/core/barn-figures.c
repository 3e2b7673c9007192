/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-figures"

#include "config.h"

#include "barn-figures.h"

#include "barn-sections.h"
#include "barn-text.h"

/* What an activity is counted as from a day on */
typedef struct
{
  BarnStatus status;
  gboolean   overdue;
  gboolean   followed_up;
} Standing;

/* From @day on it is counted otherwise */
typedef struct
{
  BarnDay  day;
  Standing before;
  Standing after;
} Turn;

static gboolean
has_member (const char *const *members,
            const char        *member)
{
  return member != NULL ? g_strv_contains (members, member) : *members == NULL;
}

static Standing
get_standing (BarnActivity *activity,
              BarnDay       day)
{
  return (Standing) {
    .status = barn_activity_get_status (activity, day),
    .overdue = barn_activity_is_overdue (activity, day),
    .followed_up = barn_activity_get_last_follow_up (activity, day) != NULL,
  };
}

static gboolean
standing_equal (const Standing *a,
                const Standing *b)
{
  return a->status == b->status && a->overdue == b->overdue && a->followed_up == b->followed_up;
}

static void
count_in (BarnTally      *tally,
          const Standing *standing)
{
  tally->total++;
  tally->by_status[standing->status]++;
  tally->overdue += standing->overdue ? 1 : 0;
  tally->without_follow_up += standing->followed_up ? 0 : 1;
}

static void
count_out (BarnTally      *tally,
           const Standing *standing)
{
  tally->total--;
  tally->by_status[standing->status]--;
  tally->overdue -= standing->overdue ? 1 : 0;
  tally->without_follow_up -= standing->followed_up ? 0 : 1;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  BarnDay left = *(const BarnDay *) a;
  BarnDay right = *(const BarnDay *) b;

  return (left > right) - (left < right);
}

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  return compare_days (&((const Turn *) a)->day, &((const Turn *) b)->day);
}

static void
add_day (GArray  *days,
         BarnDay  day,
         BarnDay  from,
         BarnDay  until)
{
  if (day > from && day <= until)
    g_array_append_val (days, day);
}

/* Every turn of @activity after @from: at a follow-up, and the day after the due date */
static void
collect_turns (BarnActivity *activity,
               BarnDay       from,
               BarnDay       until,
               GArray       *turns)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (BarnDay));
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);
  guint n_follow_ups = g_list_model_get_n_items (follow_ups);
  BarnDay due_on = barn_activity_get_due_on (activity);
  Standing before = get_standing (activity, from);

  for (guint i = 0; i < n_follow_ups; i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i);

      add_day (days, barn_follow_up_get_day (follow_up), from, until);
    }
  if (due_on != BARN_DAY_NONE)
    add_day (days, due_on + 1, from, until);
  g_array_sort (days, compare_days);

  for (guint i = 0; i < days->len; i++)
    {
      BarnDay day = g_array_index (days, BarnDay, i);
      Turn turn = { day, before, get_standing (activity, day) };

      if (standing_equal (&turn.before, &turn.after))
        continue;

      g_array_append_val (turns, turn);
      before = turn.after;
    }
}

static void
append_point (GArray          *curve,
              BarnDay          day,
              const BarnTally *tally)
{
  BarnCurvePoint point = { day, *tally };

  g_array_append_val (curve, point);
}

static void
count_text (BarnPlan          *plan,
            const BarnSection *section,
            guint              article,
            BarnProgress      *progress)
{
  BarnSectionText *text = barn_plan_find_section_text (plan, section->id, article);

  if (text == NULL || barn_text_is_blank (barn_section_text_get_body (text)))
    progress->empty += section->required ? 1 : 0;
  else if (barn_section_text_get_ready (text))
    progress->ready++;
  else
    progress->draft++;
}

static void
count_last_years_areas (BarnModel    *model,
                        guint         year,
                        BarnProgress *progress)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (model, year);

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = areas->pdata[i];

      if (!barn_text_is_blank (barn_area_get_comment (area)))
        progress->ready++;
      else if (barn_area_get_status (area) != BARN_STATUS_NOT_STARTED)
        progress->draft++;
      else
        progress->empty++;
    }
}

static void
count_next_years_areas (BarnModel    *model,
                        guint         year,
                        BarnProgress *progress)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (model, year);

  if (areas->len == 0)
    progress->empty++;

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = areas->pdata[i];

      if (g_list_model_get_n_items (barn_area_get_measures (area)) > 0 &&
          !barn_text_is_blank (barn_area_get_expected_result (area)))
        progress->ready++;
      else
        progress->draft++;
    }
}

/* An activity without a start begins with the year */
static BarnDay
get_begin (BarnPlan     *plan,
           BarnActivity *activity)
{
  BarnDay start_on = barn_activity_get_start_on (activity);

  return start_on != BARN_DAY_NONE ? start_on : barn_day_new (barn_plan_get_year (plan), 1, 1);
}

static int
compare_due (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  BarnActivity *left = *(BarnActivity *const *) a;
  BarnActivity *right = *(BarnActivity *const *) b;
  BarnDay left_due = barn_activity_get_due_on (left);
  BarnDay right_due = barn_activity_get_due_on (right);

  if (left_due != right_due)
    return left_due < right_due ? -1 : 1;

  return barn_item_compare (BARN_ITEM (left), BARN_ITEM (right));
}

static int
compare_begin (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  BarnPlan *plan = user_data;
  BarnActivity *left = *(BarnActivity *const *) a;
  BarnActivity *right = *(BarnActivity *const *) b;
  BarnDay left_begin = get_begin (plan, left);
  BarnDay right_begin = get_begin (plan, right);

  if (left_begin != right_begin)
    return left_begin < right_begin ? -1 : 1;

  return barn_item_compare (BARN_ITEM (left), BARN_ITEM (right));
}

/* Counts the activities that have @member among what @get_members gets; %NULL: that have none; without @get_members all */
static void
tally_members (BarnTally          *self,
               BarnPlan           *plan,
               const char *const  *(*get_members) (BarnActivity *activity),
               const char         *member,
               BarnDay             as_of)
{
  GListModel *activities = barn_plan_get_activities (plan);
  guint n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (get_members == NULL || has_member (get_members (activity), member))
        barn_tally_add (self, activity, as_of);
    }
}

/**
 * barn_tally_add:
 * @self: figures
 * @activity: an activity that is not counted yet
 * @as_of: the last day that counts; %BARN_DAY_NONE: today
 *
 * Counts one more activity.
 */
void
barn_tally_add (BarnTally    *self,
                BarnActivity *activity,
                BarnDay       as_of)
{
  Standing standing;

  g_return_if_fail (self != NULL);
  g_return_if_fail (BARN_IS_ACTIVITY (activity));

  standing = get_standing (activity, as_of);
  count_in (self, &standing);
}

/**
 * barn_tally_plan:
 * @self: figures
 * @plan: a plan
 * @as_of: the last day that counts; %BARN_DAY_NONE: today
 *
 * Counts all activities of a plan, each once whatever its roles.
 */
void
barn_tally_plan (BarnTally *self,
                 BarnPlan  *plan,
                 BarnDay    as_of)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (BARN_IS_PLAN (plan));

  tally_members (self, plan, NULL, NULL, as_of);
}

/**
 * barn_tally_role:
 * @self: figures
 * @plan: a plan
 * @role: (nullable): the id of a role; %NULL: those that have none
 * @as_of: the last day that counts; %BARN_DAY_NONE: today
 *
 * Counts the activities in which a role acts. One with two roles is counted under each of them: figures of roles do not
 * add up to those of the plan.
 */
void
barn_tally_role (BarnTally  *self,
                 BarnPlan   *plan,
                 const char *role,
                 BarnDay     as_of)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (BARN_IS_PLAN (plan));

  tally_members (self, plan, barn_activity_get_roles, role, as_of);
}

/**
 * barn_tally_shift:
 * @self: figures
 * @plan: a plan
 * @shift: (nullable): the id of a shift; %NULL: those that belong to none
 * @as_of: the last day that counts; %BARN_DAY_NONE: today
 *
 * Counts the activities that belong to a shift. One with two shifts is counted under each of them.
 */
void
barn_tally_shift (BarnTally  *self,
                  BarnPlan   *plan,
                  const char *shift,
                  BarnDay     as_of)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (BARN_IS_PLAN (plan));

  tally_members (self, plan, barn_activity_get_shifts, shift, as_of);
}

/**
 * barn_figures_curve:
 * @plan: a plan
 * @from: the first day
 * @until: the last day, not before @from
 *
 * Gets how the year went: a point at @from, one at each day on which some activity's status became another, and one at
 * @until. Each holds what barn_tally_plan() says of that day.
 *
 * Returns: (transfer full) (element-type BarnCurvePoint): the points, by day
 */
GArray *
barn_figures_curve (BarnPlan *plan,
                    BarnDay   from,
                    BarnDay   until)
{
  g_autoptr (GArray) curve = g_array_new (FALSE, FALSE, sizeof (BarnCurvePoint));
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  GListModel *activities;
  guint n_activities;
  BarnTally tally = { 0 };

  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (from != BARN_DAY_NONE && from <= until, NULL);

  activities = barn_plan_get_activities (plan);
  n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      barn_tally_add (&tally, activity, from);
      collect_turns (activity, from, until, turns);
    }

  g_array_sort (turns, compare_turns);
  append_point (curve, from, &tally);

  for (guint i = 0; i < turns->len;)
    {
      BarnDay day = g_array_index (turns, Turn, i).day;
      gboolean status_changed = FALSE;

      for (; i < turns->len && g_array_index (turns, Turn, i).day == day; i++)
        {
          const Turn *turn = &g_array_index (turns, Turn, i);

          count_out (&tally, &turn->before);
          count_in (&tally, &turn->after);
          status_changed |= turn->before.status != turn->after.status;
        }

      if (status_changed && day < until)
        append_point (curve, day, &tally);
    }

  if (until > from)
    append_point (curve, until, &tally);

  return g_steal_pointer (&curve);
}

/**
 * barn_figures_barnbokslut:
 * @model: the model that @plan is in
 * @plan: a plan
 * @progress: (out caller-allocates): how far it has come
 *
 * Gets how far the barnbokslut of a plan's year has come.
 */
void
barn_figures_barnbokslut (BarnModel    *model,
                          BarnPlan     *plan,
                          BarnProgress *progress)
{
  guint n_sections;
  const BarnSection *sections = barn_sections_get (BARN_PAPER_BARNBOKSLUT, &n_sections);

  g_return_if_fail (BARN_IS_MODEL (model));
  g_return_if_fail (BARN_IS_PLAN (plan));
  g_return_if_fail (progress != NULL);

  *progress = (BarnProgress) { 0 };

  for (guint i = 0; i < n_sections; i++)
    {
      if (!sections[i].by_article)
        {
          count_text (plan, &sections[i], 0, progress);
          continue;
        }

      for (guint j = 0; j < G_N_ELEMENTS (barn_basic_articles); j++)
        count_text (plan, &sections[i], barn_basic_articles[j], progress);
    }

  count_last_years_areas (model, barn_plan_get_year (plan) - 1, progress);
  count_next_years_areas (model, barn_plan_get_year (plan), progress);
}

/**
 * barn_figures_needs_attention:
 * @plan: a plan
 * @as_of: the day to judge from; %BARN_DAY_NONE: today
 *
 * Gets the activities that somebody should look at: overdue ones, the longest overdue first, then open ones that should
 * have begun and that nobody has followed up.
 *
 * Returns: (transfer full) (element-type BarnActivity): the activities, each once
 */
GPtrArray *
barn_figures_needs_attention (BarnPlan *plan,
                              BarnDay   as_of)
{
  g_autoptr (GPtrArray) overdue = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *activities;
  guint n_activities;

  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  if (as_of == BARN_DAY_NONE)
    as_of = barn_clock_get_today ();

  activities = barn_plan_get_activities (plan);
  n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (barn_activity_is_overdue (activity, as_of))
        g_ptr_array_add (overdue, g_steal_pointer (&activity));
      else if (barn_activity_get_last_follow_up (activity, as_of) == NULL && get_begin (plan, activity) <= as_of)
        g_ptr_array_add (waiting, g_steal_pointer (&activity));
    }

  g_ptr_array_sort_with_data (overdue, compare_due, NULL);
  g_ptr_array_sort_with_data (waiting, compare_begin, plan);
  g_ptr_array_extend_and_steal (overdue, g_steal_pointer (&waiting));

  return g_steal_pointer (&overdue);
}

/**
 * barn_figures_due_soon:
 * @plan: a plan
 * @as_of: the first day; %BARN_DAY_NONE: today
 * @days: how many days on
 *
 * Gets the open activities that are due from @as_of until @days later, both included.
 *
 * Returns: (transfer full) (element-type BarnActivity): the activities, by due date
 */
GPtrArray *
barn_figures_due_soon (BarnPlan *plan,
                       BarnDay   as_of,
                       guint     days)
{
  g_autoptr (GPtrArray) soon = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *activities;
  guint n_activities;

  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  if (as_of == BARN_DAY_NONE)
    as_of = barn_clock_get_today ();

  activities = barn_plan_get_activities (plan);
  n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      BarnDay due_on = barn_activity_get_due_on (activity);

      if (due_on >= as_of && due_on - as_of <= days && barn_status_is_open (barn_activity_get_status (activity, as_of)))
        g_ptr_array_add (soon, g_steal_pointer (&activity));
    }

  g_ptr_array_sort_with_data (soon, compare_due, NULL);

  return g_steal_pointer (&soon);
}
