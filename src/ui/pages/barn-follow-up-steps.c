/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-follow-up-steps"

#include "config.h"

#include "barn-follow-up-steps.h"

/* Whether the occasion asks for it, or, with @left, whether it still does */
static gboolean
asks_for (const BarnFollowUpSteps *self,
          BarnActivity            *activity,
          gboolean                 left)
{
  return barn_follow_up_steps_has (self, activity) && barn_occasion_asks_for (self->occasion, self->plan, activity) &&
         (!left || barn_occasion_find_follow_up (self->occasion, self->plan, activity) == NULL);
}

/* -1: it is not there, or there is none */
static int
find_place (const BarnFollowUpSteps *self,
            BarnActivity            *activity)
{
  GListModel *activities = barn_plan_get_activities (self->plan);

  for (guint i = 0; activity != NULL && i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) one = g_list_model_get_item (activities, i);

      if (one == activity)
        return (int) i;
    }

  return -1;
}

gboolean
barn_follow_up_steps_has (const BarnFollowUpSteps *self,
                          BarnActivity            *activity)
{
  const char *unit = barn_activity_get_unit (activity);

  if (self->unit != NULL)
    return g_str_equal (self->unit, unit != NULL ? unit : "");
  if (self->role != NULL && *self->role == '\0')
    return *barn_activity_get_roles (activity) == NULL;

  return self->role == NULL || barn_activity_has_role (activity, self->role);
}

BarnActivity *
barn_follow_up_steps_find_next (const BarnFollowUpSteps *self,
                                BarnActivity            *from)
{
  GListModel *activities = barn_plan_get_activities (self->plan);
  int n_activities = (int) g_list_model_get_n_items (activities);
  int place = find_place (self, from);

  for (int i = 1; i <= n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, (guint) ((place + i) % n_activities));

      if (activity != from && asks_for (self, activity, TRUE))
        return activity;
    }

  return NULL;
}

BarnActivity *
barn_follow_up_steps_find_previous (const BarnFollowUpSteps *self,
                                    BarnActivity            *from)
{
  GListModel *activities = barn_plan_get_activities (self->plan);
  int place = from != NULL ? find_place (self, from) : (int) g_list_model_get_n_items (activities);

  while (--place >= 0)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, (guint) place);

      if (asks_for (self, activity, FALSE))
        return activity;
    }

  return NULL;
}
