/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-occasion-report"

#include "config.h"

#include "barn-occasions.h"

#include "barn-item-private.h"

static BarnStatus
get_status (BarnFollowUp *entry)
{
  return entry != NULL ? barn_follow_up_get_status (entry) : BARN_STATUS_NOT_STARTED;
}

/* As of the cut-off date, or of today where that is still to come */
static gboolean
is_overdue (BarnOccasion *self,
            BarnActivity *activity,
            BarnStatus    status)
{
  return barn_is_overdue (barn_activity_get_due_on (activity), status,
                          MIN (barn_occasion_get_cut_off (self), barn_clock_get_today ()));
}

static BarnItem *
report_activity (BarnOccasion *self,
                 BarnPlan     *plan,
                 BarnModel    *model,
                 BarnActivity *activity)
{
  BarnFollowUp *entry = barn_occasion_get_entry (self, plan, activity);
  BarnItem *line = barn_item_new (BARN_KIND_REPORTED, NULL);
  g_autofree char *roles = barn_model_dup_role_names (model, activity);
  const char *unit = barn_activity_get_unit (activity);
  BarnItem *unit_item = unit != NULL ? barn_model_lookup (model, unit) : NULL;
  const char *responsible = barn_activity_get_responsible (activity);

  barn_item_set_text (line, BARN_REPORTED_OCCASION, barn_item_id (self));
  barn_item_set_text (line, BARN_REPORTED_ACTIVITY, barn_item_id (activity));
  barn_item_set_text (line, BARN_REPORTED_TITLE, barn_activity_get_title (activity));
  barn_item_set_text (line, BARN_REPORTED_ROLES, roles);
  barn_item_set_text (line, BARN_REPORTED_RESPONSIBLE,
                      *responsible == '\0' && unit_item != NULL ? barn_item_get_title (unit_item) : responsible);
  barn_item_set_number (line, BARN_REPORTED_DUE_ON, barn_activity_get_due_on (activity));
  barn_item_set_number (line, BARN_REPORTED_STATUS, get_status (entry));
  barn_item_set_number (line, BARN_REPORTED_OVERDUE, is_overdue (self, activity, get_status (entry)));
  barn_item_set_number (line, BARN_REPORTED_FOLLOWED_UP, barn_occasion_find_follow_up (self, plan, activity) != NULL);
  barn_item_set_real (line, BARN_REPORTED_POSITION, barn_item_get_position (BARN_ITEM (activity)));
  if (entry != NULL)
    {
      barn_item_set_text (line, BARN_REPORTED_COMMENT, barn_follow_up_get_comment (entry));
      barn_item_set_text (line, BARN_REPORTED_EFFECT, barn_follow_up_get_effect (entry));
    }

  return line;
}

/**
 * barn_occasion_report:
 * @self: an occasion
 * @plan: its plan
 * @model: the model they are in
 *
 * Makes the lines that are stored when an occasion is closed: what it says of each activity of the plan.
 *
 * Returns: (transfer full) (element-type BarnReported): new items
 */
GPtrArray *
barn_occasion_report (BarnOccasion *self,
                      BarnPlan     *plan,
                      BarnModel    *model)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *activities;

  g_return_val_if_fail (BARN_IS_OCCASION (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);

  activities = barn_plan_get_activities (plan);
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    g_ptr_array_add (lines, report_activity (self, plan, model, barn_peek (activities, i)));

  return g_steal_pointer (&lines);
}

static void
count_in (BarnTally *self,
          BarnStatus status,
          gboolean   overdue,
          gboolean   followed_up)
{
  self->total++;
  self->by_status[status]++;
  self->overdue += overdue ? 1 : 0;
  self->without_follow_up += followed_up ? 0 : 1;
}

/**
 * barn_tally_occasion:
 * @self: figures
 * @occasion: an occasion
 * @plan: its plan
 *
 * Counts the activities as an occasion has them: as they were reported where it is closed, else as they stand. Without a follow-up are those
 * that have none of the occasion.
 */
void
barn_tally_occasion (BarnTally    *self,
                     BarnOccasion *occasion,
                     BarnPlan     *plan)
{
  GListModel *list;

  g_return_if_fail (self != NULL);
  g_return_if_fail (BARN_IS_OCCASION (occasion));
  g_return_if_fail (BARN_IS_PLAN (plan));

  if (barn_occasion_get_closed_on (occasion) != BARN_DAY_NONE)
    {
      list = barn_occasion_get_reported (occasion);
      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          BarnReported *line = barn_peek (list, i);

          count_in (self, barn_reported_get_status (line), barn_reported_get_overdue (line), barn_reported_get_followed_up (line));
        }
      return;
    }

  list = barn_plan_get_activities (plan);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      BarnActivity *activity = barn_peek (list, i);
      BarnStatus status = get_status (barn_occasion_get_entry (occasion, plan, activity));

      count_in (self, status, is_overdue (occasion, activity, status),
                barn_occasion_find_follow_up (occasion, plan, activity) != NULL);
    }
}

/**
 * barn_occasion_list_corrections:
 * @self: an occasion
 * @plan: its plan
 * @model: the model they are in
 *
 * Lists what a closed occasion says otherwise now than it was reported: another status, comment or effect. Activities that were deleted since
 * or added since are none.
 *
 * Returns: (transfer full) (element-type BarnCorrection): the corrections; none where it is not closed
 */
GArray *
barn_occasion_list_corrections (BarnOccasion *self,
                                BarnPlan     *plan,
                                BarnModel    *model)
{
  g_autoptr (GArray) corrections = g_array_new (FALSE, FALSE, sizeof (BarnCorrection));
  GListModel *lines;

  g_return_val_if_fail (BARN_IS_OCCASION (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);

  lines = barn_occasion_get_reported (self);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      BarnReported *line = barn_peek (lines, i);
      BarnItem *activity = barn_model_lookup (model, barn_reported_get_activity (line));
      BarnFollowUp *entry;

      if (activity == NULL || !BARN_IS_ACTIVITY (activity))
        continue;

      entry = barn_occasion_get_entry (self, plan, BARN_ACTIVITY (activity));
      if (get_status (entry) != barn_reported_get_status (line) ||
          strcmp (entry != NULL ? barn_follow_up_get_comment (entry) : "", barn_reported_get_comment (line)) != 0 ||
          strcmp (entry != NULL ? barn_follow_up_get_effect (entry) : "", barn_reported_get_effect (line)) != 0)
        g_array_append_val (corrections, ((BarnCorrection) { line, BARN_ACTIVITY (activity), entry, get_status (entry) }));
    }

  return g_steal_pointer (&corrections);
}
