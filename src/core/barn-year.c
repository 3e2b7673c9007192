/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-year"

#include "config.h"

#include "barn-year.h"

#include <glib/gi18n-lib.h>

#include "barn-item-private.h"

static void
add_event (GArray            *events,
           BarnYearEventType  type,
           BarnDay            first,
           BarnDay            last,
           gpointer           item,
           BarnDay            from,
           BarnDay            until)
{
  BarnYearEvent event = { type, first, last, item };

  if (first != BARN_DAY_NONE && last >= from && first <= until)
    g_array_append_val (events, event);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const BarnYearEvent *left = a;
  const BarnYearEvent *right = b;

  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  if (left->type != right->type)
    return (int) left->type - (int) right->type;

  return strcmp (barn_item_get_id (left->item), barn_item_get_id (right->item));
}

/**
 * barn_year_get_fraction:
 * @year: a year
 * @day: a day
 *
 * Gets how much of a year has passed when a day begins.
 *
 * Returns: 0 to 1
 */
double
barn_year_get_fraction (guint   year,
                        BarnDay day)
{
  BarnDay first = barn_day_new (year, 1, 1);
  BarnDay last = barn_day_new (year, 12, 31);

  g_return_val_if_fail (first != BARN_DAY_NONE, 0);

  return (double) (CLAMP (day, first, last + 1) - first) / (last + 1 - first);
}

/**
 * barn_year_get_day:
 * @year: a year
 * @fraction: 0 to 1
 *
 * Gets the day of a year that a fraction is in.
 *
 * Returns: the day
 */
BarnDay
barn_year_get_day (guint  year,
                   double fraction)
{
  BarnDay first = barn_day_new (year, 1, 1);
  BarnDay last = barn_day_new (year, 12, 31);

  g_return_val_if_fail (first != BARN_DAY_NONE, BARN_DAY_NONE);

  /* The quotient of whole numbers comes back a hair below them */
  return MIN (first + (BarnDay) (CLAMP (fraction, 0, 1) * (last + 1 - first) + 1e-6), last);
}

static void
add_marks (GArray    *events,
           BarnModel *model,
           BarnDay    from,
           BarnDay    until)
{
  GListModel *marks = barn_model_get_year_marks (model);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      BarnYearMark *mark = barn_peek (marks, i);
      BarnDay first, last;

      /* The last week of a year can reach into the next, and the first into the one before */
      for (guint year = barn_day_get_year (from) - 1; year <= barn_day_get_year (until) + 1; year++)
        {
          if (barn_year_mark_find (mark, year, &first, &last))
            add_event (events, BARN_YEAR_EVENT_MARK, first, last, mark, from, until);
        }
    }
}

/**
 * barn_year_list_events:
 * @model: the model that @plan is in
 * @plan: a plan
 * @from: the first day
 * @until: the last day, not before @from
 *
 * Lists what happens: starts and due dates of the plan's activities, its occasions, and the marks of the plan file.
 *
 * Returns: (transfer full) (element-type BarnYearEvent): the events, by day
 */
GArray *
barn_year_list_events (BarnModel *model,
                       BarnPlan  *plan,
                       BarnDay    from,
                       BarnDay    until)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (BarnYearEvent));
  GListModel *list;

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (from != BARN_DAY_NONE && from <= until, NULL);

  list = barn_plan_get_activities (plan);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      BarnActivity *activity = barn_peek (list, i);
      BarnDay start_on = barn_activity_get_start_on (activity);
      BarnDay due_on = barn_activity_get_due_on (activity);

      add_event (events, BARN_YEAR_EVENT_START, start_on, start_on, activity, from, until);
      add_event (events, BARN_YEAR_EVENT_DUE, due_on, due_on, activity, from, until);
    }

  list = barn_plan_get_occasions (plan);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      BarnOccasion *occasion = barn_peek (list, i);
      BarnDay cut_off = barn_occasion_get_cut_off (occasion);

      add_event (events, BARN_YEAR_EVENT_OCCASION, cut_off, cut_off, occasion, from, until);
    }

  add_marks (events, model, from, until);
  g_array_sort (events, compare_events);

  return g_steal_pointer (&events);
}

static int
compare_arcs (gconstpointer a,
              gconstpointer b)
{
  const BarnYearArc *left = a;
  const BarnYearArc *right = b;

  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  if (left->last != right->last)
    return left->last > right->last ? -1 : 1;

  return barn_item_compare (BARN_ITEM (left->activity), BARN_ITEM (right->activity));
}

/* Each arc into the first lane that is free when it begins; returns how many lanes that took */
static guint
lay_in_lanes (GArray *arcs)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (BarnDay));
  BarnDay earliest_end = G_MAXUINT32;

  for (guint i = 0; i < arcs->len; i++)
    {
      BarnYearArc *arc = &g_array_index (arcs, BarnYearArc, i);
      /* Thousands that all last the whole year are not compared with each other */
      guint lane = earliest_end >= arc->first ? ends->len : 0;

      earliest_end = MIN (earliest_end, arc->last);
      while (lane < ends->len && g_array_index (ends, BarnDay, lane) >= arc->first)
        lane++;
      if (lane == ends->len)
        g_array_append_val (ends, arc->last);
      g_array_index (ends, BarnDay, lane) = arc->last;
      arc->lane = lane;
    }

  return ends->len;
}

static gboolean
make_arc (BarnActivity *activity,
          BarnDay       first,
          BarnDay       last,
          BarnYearArc  *arc)
{
  BarnDay start_on = barn_activity_get_start_on (activity);
  BarnDay due_on = barn_activity_get_due_on (activity);

  /* A due date before the start is a mistake that must be seen: the arc is that one day */
  if (start_on != BARN_DAY_NONE && due_on != BARN_DAY_NONE && due_on < start_on)
    start_on = due_on;
  if (start_on > last || (due_on != BARN_DAY_NONE && due_on < first))
    return FALSE;

  *arc = (BarnYearArc) {
    .activity = activity,
    .has_start = start_on >= first,
    .has_due = due_on != BARN_DAY_NONE && due_on <= last,
  };
  arc->first = arc->has_start ? start_on : first;
  arc->last = arc->has_due ? due_on : last;

  return TRUE;
}

/**
 * barn_year_list_arcs:
 * @plan: a plan
 * @role: (nullable): the id of a role; %NULL: activities without one
 * @n_lanes: (out) (optional): how many lanes the arcs lie in
 *
 * Lists the arcs of one ring of the årshjul: the activities of a role, from start to due date. One with two roles is in both rings.
 *
 * Returns: (transfer full) (element-type BarnYearArc): the arcs, by first day
 */
GArray *
barn_year_list_arcs (BarnPlan   *plan,
                     const char *role,
                     guint      *n_lanes)
{
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (BarnYearArc));
  GListModel *activities;
  BarnDay first, last;
  guint n;

  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  first = barn_day_new (barn_plan_get_year (plan), 1, 1);
  last = barn_day_new (barn_plan_get_year (plan), 12, 31);
  activities = barn_plan_get_activities (plan);
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      BarnActivity *activity = barn_peek (activities, i);
      BarnYearArc arc;

      if (role != NULL ? !barn_activity_has_role (activity, role) : *barn_activity_get_roles (activity) != NULL)
        continue;
      if (make_arc (activity, first, last, &arc))
        g_array_append_val (arcs, arc);
    }

  g_array_sort (arcs, compare_arcs);
  n = lay_in_lanes (arcs);
  if (n_lanes != NULL)
    *n_lanes = n;

  return g_steal_pointer (&arcs);
}

/**
 * barn_year_get_date_fault:
 * @plan: the plan of @activity
 * @activity: an activity
 *
 * Tells what is wrong with the dates of an activity: it is due before it starts, or it lies wholly outside the year of the plan. What is done in
 * January after the year, as the barnbokslut, is right.
 *
 * Returns: (transfer none) (nullable): a sentence in the language of the desktop; %NULL: nothing is wrong
 */
const char *
barn_year_get_date_fault (BarnPlan     *plan,
                          BarnActivity *activity)
{
  BarnDay start_on, due_on;
  guint year;

  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  year = barn_plan_get_year (plan);
  start_on = barn_activity_get_start_on (activity);
  due_on = barn_activity_get_due_on (activity);

  if (start_on != BARN_DAY_NONE && due_on != BARN_DAY_NONE && due_on < start_on)
    return _("It is due before it starts.");

  if (due_on != BARN_DAY_NONE && due_on < barn_day_new (year, 1, 1))
    return _("It is due before the year of the plan begins.");

  if (start_on > barn_day_new (year, 12, 31) ||
      (start_on == BARN_DAY_NONE && due_on > barn_day_new (year + 1, 3, 31)))
    return _("It lies after the year of the plan.");

  return NULL;
}

static BarnActivity *
find_origin (BarnModel    *model,
             BarnActivity *activity)
{
  const char *id = barn_activity_get_origin (activity);
  BarnItem *origin = id != NULL ? barn_model_lookup (model, id) : NULL;

  return origin != NULL && BARN_IS_ACTIVITY (origin) ? BARN_ACTIVITY (origin) : NULL;
}

/* What continues @activity, in whatever plan */
static BarnActivity *
find_continuation (BarnModel    *model,
                   BarnActivity *activity)
{
  GListModel *plans = barn_model_get_plans (model);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      GListModel *activities = barn_plan_get_activities (barn_peek (plans, i));

      for (guint j = 0; j < g_list_model_get_n_items (activities); j++)
        {
          BarnActivity *other = barn_peek (activities, j);

          if (g_strcmp0 (barn_activity_get_origin (other), barn_item_id (activity)) == 0)
            return other;
        }
    }

  return NULL;
}

/**
 * barn_year_list_line:
 * @model: the model it is in
 * @activity: an activity
 *
 * Lists the activities that continue each other from year to year, so that three years of the same activity read as one line.
 *
 * Returns: (transfer full) (element-type BarnActivity): the line that @activity is part of, the earliest first
 */
GPtrArray *
barn_year_list_line (BarnModel    *model,
                     BarnActivity *activity)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new_with_free_func (g_object_unref);
  BarnActivity *next;

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  /* A file that was merged or damaged could hold a circle */
  g_ptr_array_add (line, g_object_ref (activity));
  for (next = find_origin (model, activity); next != NULL && !g_ptr_array_find (line, next, NULL); next = find_origin (model, next))
    g_ptr_array_insert (line, 0, g_object_ref (next));
  for (next = find_continuation (model, activity); next != NULL && !g_ptr_array_find (line, next, NULL); next = find_continuation (model, next))
    g_ptr_array_add (line, g_object_ref (next));

  return g_steal_pointer (&line);
}

/**
 * barn_tally_assessments:
 * @self: figures
 * @plan: a plan
 * @as_of: until which day; %BARN_DAY_NONE: all there is
 *
 * Counts the register of barnkonsekvensanalyser of a plan: see barn_assessment_is_known().
 */
void
barn_tally_assessments (BarnAssessmentTally *self,
                        BarnPlan            *plan,
                        BarnDay              as_of)
{
  GListModel *assessments;

  g_return_if_fail (self != NULL);
  g_return_if_fail (BARN_IS_PLAN (plan));

  assessments = barn_plan_get_assessments (plan);
  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      BarnAssessment *assessment = barn_peek (assessments, i);
      BarnOutcome outcome = barn_assessment_get_outcome (assessment);

      if (!barn_assessment_is_known (assessment, as_of))
        continue;

      self->total++;
      self->made += outcome == BARN_OUTCOME_MADE ? 1 : 0;
      self->not_made += outcome == BARN_OUTCOME_NOT_MADE ? 1 : 0;
      self->not_needed += outcome == BARN_OUTCOME_NOT_NEEDED ? 1 : 0;
      self->heard += outcome == BARN_OUTCOME_MADE && barn_assessment_get_heard (assessment) ? 1 : 0;
    }
}
