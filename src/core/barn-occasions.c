/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-occasions"

#include "config.h"

#include "barn-occasions.h"

#include <glib/gi18n-lib.h>

#include "barn-item-private.h"
#include "barn-text.h"
#include "barn-word.h"

static const BarnWord states[BARN_N_OCCASION_STATES] = {
  [BARN_OCCASION_COMING] = { "coming", N_("Coming") },
  [BARN_OCCASION_OPEN] = { "open", N_("Open now") },
  [BARN_OCCASION_CLOSED] = { "closed", N_("Closed") },
};

static BarnDay
day_or_today (BarnDay day)
{
  return day != BARN_DAY_NONE ? day : barn_clock_get_today ();
}

/**
 * barn_occasion_state_to_nick:
 * @self: a state
 *
 * Gets the word in JSON.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_occasion_state_to_nick (BarnOccasionState self)
{
  return barn_word_get_nick (states, BARN_N_OCCASION_STATES, self);
}

/**
 * barn_occasion_state_get_label:
 * @self: a state
 *
 * Gets the word that a person sees, in the language of the desktop.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_occasion_state_get_label (BarnOccasionState self)
{
  return barn_word_get_label (states, BARN_N_OCCASION_STATES, self);
}

/**
 * barn_occasion_find_plan:
 * @model: the model it is in
 * @self: an occasion
 *
 * Finds the plan whose activities it follows up.
 *
 * Returns: (transfer none) (nullable): the plan
 */
BarnPlan *
barn_occasion_find_plan (BarnModel    *model,
                         BarnOccasion *self)
{
  BarnItem *plan;

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_OCCASION (self), NULL);

  plan = barn_model_lookup (model, barn_occasion_get_plan (self));

  return plan != NULL && BARN_IS_PLAN (plan) ? BARN_PLAN (plan) : NULL;
}

/**
 * barn_occasion_get_previous:
 * @self: an occasion
 * @plan: its plan
 *
 * Gets the occasion before, by cut-off date.
 *
 * Returns: (transfer none) (nullable): the occasion; %NULL: it is the first
 */
BarnOccasion *
barn_occasion_get_previous (BarnOccasion *self,
                            BarnPlan     *plan)
{
  GListModel *occasions;
  BarnOccasion *previous = NULL;

  g_return_val_if_fail (BARN_IS_OCCASION (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  occasions = barn_plan_get_occasions (plan);
  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      BarnOccasion *occasion = barn_peek (occasions, i);

      if (barn_item_compare (BARN_ITEM (occasion), BARN_ITEM (self)) >= 0)
        break;
      previous = occasion;
    }

  return previous;
}

/**
 * barn_occasion_get_first_day:
 * @self: an occasion
 * @plan: its plan
 *
 * Gets the day its period begins: the day after the cut-off date before, or the first of the year. The period ends with the cut-off date.
 *
 * Returns: the day
 */
BarnDay
barn_occasion_get_first_day (BarnOccasion *self,
                             BarnPlan     *plan)
{
  BarnOccasion *previous = barn_occasion_get_previous (self, plan);

  return previous != NULL ? barn_occasion_get_cut_off (previous) + 1 : barn_day_new (barn_plan_get_year (plan), 1, 1);
}

/**
 * barn_occasion_get_state:
 * @self: an occasion
 * @plan: its plan
 * @today: the day to judge from; %BARN_DAY_NONE: today
 *
 * Gets how far an occasion has come. It is closed when somebody has closed it, open from the first day of its period until then.
 *
 * Returns: the state
 */
BarnOccasionState
barn_occasion_get_state (BarnOccasion *self,
                         BarnPlan     *plan,
                         BarnDay       today)
{
  g_return_val_if_fail (BARN_IS_OCCASION (self), BARN_OCCASION_COMING);
  g_return_val_if_fail (BARN_IS_PLAN (plan), BARN_OCCASION_COMING);

  if (barn_occasion_get_closed_on (self) != BARN_DAY_NONE)
    return BARN_OCCASION_CLOSED;

  return day_or_today (today) >= barn_occasion_get_first_day (self, plan) ? BARN_OCCASION_OPEN : BARN_OCCASION_COMING;
}

/**
 * barn_occasions_find_for_day:
 * @plan: a plan
 * @day: a day
 *
 * Finds the occasion in whose period a day is: the first whose cut-off date is not before it.
 *
 * Returns: (transfer none) (nullable): the occasion; %NULL: the day is after the last
 */
BarnOccasion *
barn_occasions_find_for_day (BarnPlan *plan,
                             BarnDay   day)
{
  GListModel *occasions;

  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  occasions = barn_plan_get_occasions (plan);
  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      BarnOccasion *occasion = barn_peek (occasions, i);

      if (barn_occasion_get_cut_off (occasion) >= day)
        return occasion;
    }

  return NULL;
}

/**
 * barn_occasions_get_current:
 * @plan: a plan
 * @today: the day to judge from; %BARN_DAY_NONE: today
 *
 * Gets the occasion to work with: the earliest that is open, else the next to come, else the last.
 *
 * Returns: (transfer none) (nullable): the occasion; %NULL: the plan has none
 */
BarnOccasion *
barn_occasions_get_current (BarnPlan *plan,
                            BarnDay   today)
{
  BarnOccasion *coming = NULL;
  BarnOccasion *last = NULL;
  GListModel *occasions;

  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  occasions = barn_plan_get_occasions (plan);
  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      BarnOccasionState state;

      last = barn_peek (occasions, i);
      state = barn_occasion_get_state (last, plan, today);
      if (state == BARN_OCCASION_OPEN)
        return last;
      if (state == BARN_OCCASION_COMING && coming == NULL)
        coming = last;
    }

  return coming != NULL ? coming : last;
}

/* Whether a follow-up belongs to the occasion whose period is from @first until the cut-off date */
static gboolean
is_of (BarnOccasion *self,
       BarnDay       first,
       BarnFollowUp *follow_up)
{
  const char *named = barn_follow_up_get_occasion (follow_up);
  BarnDay day = barn_follow_up_get_day (follow_up);

  if (named != NULL)
    return strcmp (named, barn_item_id (self)) == 0;

  return day >= first && day <= barn_occasion_get_cut_off (self);
}

/**
 * barn_occasion_find_follow_up:
 * @self: an occasion
 * @plan: its plan
 * @activity: an activity of the plan
 *
 * Finds the latest follow-up of an activity that belongs to an occasion: that names it, or names none and is dated in its period.
 *
 * Returns: (transfer none) (nullable): the follow-up; %NULL: it has not been followed up for the occasion
 */
BarnFollowUp *
barn_occasion_find_follow_up (BarnOccasion *self,
                              BarnPlan     *plan,
                              BarnActivity *activity)
{
  GListModel *follow_ups;
  BarnDay first;

  g_return_val_if_fail (BARN_IS_OCCASION (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  follow_ups = barn_activity_get_follow_ups (activity);
  first = barn_occasion_get_first_day (self, plan);
  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      BarnFollowUp *follow_up = barn_peek (follow_ups, i);

      if (is_of (self, first, follow_up))
        return follow_up;
    }

  return NULL;
}

/**
 * barn_occasion_find_previous_follow_up:
 * @self: an occasion
 * @plan: its plan
 * @activity: an activity of the plan
 *
 * Finds what held for an activity when the period of an occasion began. What was written late for the occasion before is counted to that one.
 *
 * Returns: (transfer none) (nullable): the follow-up; %NULL: there was none
 */
BarnFollowUp *
barn_occasion_find_previous_follow_up (BarnOccasion *self,
                                       BarnPlan     *plan,
                                       BarnActivity *activity)
{
  BarnOccasion *previous;
  GListModel *follow_ups;
  BarnDay first;

  g_return_val_if_fail (BARN_IS_OCCASION (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  previous = barn_occasion_get_previous (self, plan);
  follow_ups = barn_activity_get_follow_ups (activity);
  first = barn_occasion_get_first_day (self, plan);
  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      BarnFollowUp *follow_up = barn_peek (follow_ups, i);
      const char *named = barn_follow_up_get_occasion (follow_up);

      if (named != NULL && strcmp (named, barn_item_id (self)) == 0)
        continue;
      if (barn_follow_up_get_day (follow_up) < first ||
          (named != NULL && previous != NULL && strcmp (named, barn_item_id (previous)) == 0))
        return follow_up;
    }

  return NULL;
}

/**
 * barn_occasion_get_entry:
 * @self: an occasion
 * @plan: its plan
 * @activity: an activity of the plan
 *
 * Gets the follow-up that tells how far an activity had come at an occasion.
 *
 * Returns: (transfer none) (nullable): the follow-up; %NULL: there was none yet
 */
BarnFollowUp *
barn_occasion_get_entry (BarnOccasion *self,
                         BarnPlan     *plan,
                         BarnActivity *activity)
{
  BarnFollowUp *entry = barn_occasion_find_follow_up (self, plan, activity);

  return entry != NULL ? entry : barn_occasion_find_previous_follow_up (self, plan, activity);
}

static BarnStatus
get_status (BarnFollowUp *entry)
{
  return entry != NULL ? barn_follow_up_get_status (entry) : BARN_STATUS_NOT_STARTED;
}

/**
 * barn_occasion_asks_for:
 * @self: an occasion
 * @plan: its plan
 * @activity: an activity of the plan
 *
 * Tells whether an activity is to be followed up for an occasion. What was done or cancelled before its period is not, and what starts after
 * the cut-off date is not.
 *
 * Returns: %TRUE if it is
 */
gboolean
barn_occasion_asks_for (BarnOccasion *self,
                        BarnPlan     *plan,
                        BarnActivity *activity)
{
  BarnFollowUp *previous = barn_occasion_find_previous_follow_up (self, plan, activity);
  BarnStatus status = get_status (previous);

  return status != BARN_STATUS_DONE && status != BARN_STATUS_CANCELLED &&
         barn_activity_get_start_on (activity) <= barn_occasion_get_cut_off (self);
}

static gboolean
is_in (BarnActivity *activity,
       const char   *unit,
       const char   *role)
{
  const char *own_unit = barn_activity_get_unit (activity);

  if (unit != NULL && strcmp (unit, own_unit != NULL ? own_unit : "") != 0)
    return FALSE;

  if (role != NULL && *role == '\0')
    return *barn_activity_get_roles (activity) == NULL;

  return role == NULL || barn_activity_has_role (activity, role);
}

/**
 * barn_occasion_list_left:
 * @self: an occasion
 * @plan: its plan
 * @unit: (nullable): the id of a unit; "": those without one; %NULL: all
 * @role: (nullable): the id of a role; "": those without one; %NULL: all
 * @n_asked: (out) (optional): how many the occasion asks for, followed up or not
 *
 * Lists the activities that are left to follow up for an occasion.
 *
 * Returns: (transfer full) (element-type BarnActivity): the activities, in the plan's order
 */
GPtrArray *
barn_occasion_list_left (BarnOccasion *self,
                         BarnPlan     *plan,
                         const char   *unit,
                         const char   *role,
                         guint        *n_asked)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *activities;
  guint n = 0;

  g_return_val_if_fail (BARN_IS_OCCASION (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  activities = barn_plan_get_activities (plan);
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      BarnActivity *activity = barn_peek (activities, i);

      if (!is_in (activity, unit, role) || !barn_occasion_asks_for (self, plan, activity))
        continue;

      n++;
      if (barn_occasion_find_follow_up (self, plan, activity) == NULL)
        g_ptr_array_add (left, g_object_ref (activity));
    }

  if (n_asked != NULL)
    *n_asked = n;

  return g_steal_pointer (&left);
}

/**
 * barn_occasion_list_gaps:
 * @self: an occasion
 * @plan: its plan
 *
 * Lists what is missing before an occasion is closed: a status, a comment, somebody responsible. "No change" is a comment.
 *
 * Returns: (transfer full) (element-type BarnGap): the activities in which something is missing, in the plan's order
 */
GArray *
barn_occasion_list_gaps (BarnOccasion *self,
                         BarnPlan     *plan)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (BarnGap));
  GListModel *activities;

  g_return_val_if_fail (BARN_IS_OCCASION (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  activities = barn_plan_get_activities (plan);
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      BarnActivity *activity = barn_peek (activities, i);
      BarnFollowUp *follow_up = barn_occasion_find_follow_up (self, plan, activity);
      guint missing = 0;

      if (!barn_occasion_asks_for (self, plan, activity))
        continue;

      if (follow_up == NULL)
        missing |= BARN_MISSING_STATUS;
      else if (!barn_follow_up_get_unchanged (follow_up) && barn_text_is_blank (barn_follow_up_get_comment (follow_up)))
        missing |= BARN_MISSING_COMMENT;
      if (barn_activity_get_unit (activity) == NULL && barn_text_is_blank (barn_activity_get_responsible (activity)))
        missing |= BARN_MISSING_RESPONSIBLE;

      if (missing != 0)
        g_array_append_val (gaps, ((BarnGap) { activity, (BarnMissing) missing }));
    }

  return g_steal_pointer (&gaps);
}

