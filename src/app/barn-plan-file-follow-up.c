/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-follow-up"

#include "config.h"

#include "barn-plan-file-private.h"

#include <glib/gi18n-lib.h>

static BarnItem *
make_follow_up (BarnActivity *activity,
                BarnStatus    status,
                BarnDay       day,
                const char   *comment,
                const char   *effect)
{
  g_autofree char *author = barn_plan_file_dup_author ();
  g_autofree char *clean_comment = barn_plan_file_clean_text (comment);
  g_autofree char *clean_effect = barn_plan_file_clean_text (effect);
  BarnItem *item = barn_item_new (BARN_KIND_FOLLOW_UP, NULL);

  barn_item_set_text (item, BARN_FOLLOW_UP_ACTIVITY, barn_item_get_id (BARN_ITEM (activity)));
  barn_item_set_number (item, BARN_FOLLOW_UP_DAY, day);
  barn_item_set_number (item, BARN_FOLLOW_UP_STATUS, status);
  barn_item_set_text (item, BARN_FOLLOW_UP_COMMENT, clean_comment);
  barn_item_set_text (item, BARN_FOLLOW_UP_EFFECT, clean_effect);
  barn_item_set_text (item, BARN_FOLLOW_UP_AUTHOR, author);
  barn_item_set_number (item, BARN_FOLLOW_UP_MADE_AT, barn_clock_get_now ());

  return item;
}

/**
 * barn_plan_file_add_follow_up:
 * @self: a plan file
 * @activity: one of its activities
 * @status: how far it had come
 * @day: on that day
 * @comment: (nullable): what happened
 * @effect: (nullable): what it changed for children
 * @error: return location for a #BarnPlanFileError
 *
 * Writes down how it goes with an activity. Its status is that of the latest follow-up.
 *
 * Returns: (transfer none): the follow-up
 */
BarnFollowUp *
barn_plan_file_add_follow_up (BarnPlanFile  *self,
                              BarnActivity  *activity,
                              BarnStatus     status,
                              BarnDay        day,
                              const char    *comment,
                              const char    *effect,
                              GError       **error)
{
  return barn_plan_file_begin_follow_up (self, activity, status, day, comment, effect, NULL, error);
}

/**
 * barn_plan_file_begin_follow_up:
 * @self: a plan file
 * @activity: one of its activities
 * @status: how far it had come
 * @day: on that day
 * @comment: (nullable): what happened, as far as it is written
 * @effect: (nullable): what it changed for children, as far as it is written
 * @run: (nullable): a token of the sitting: what is written on in it is undone together with this
 * @error: return location for a #BarnPlanFileError
 *
 * Writes down the beginning of a follow-up that somebody is writing.
 *
 * Returns: (transfer none): the follow-up
 */
BarnFollowUp *
barn_plan_file_begin_follow_up (BarnPlanFile  *self,
                                BarnActivity  *activity,
                                BarnStatus     status,
                                BarnDay        day,
                                const char    *comment,
                                const char    *effect,
                                const char    *run,
                                GError       **error)
{
  g_autoptr (BarnItem) item = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  if (day == BARN_DAY_NONE)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                           _("A follow-up needs a date, as 2026-06-30."));
      return NULL;
    }

  item = make_follow_up (activity, status, day, comment, effect);

  return (BarnFollowUp *) barn_plan_file_add_item (self, item, "follow-up-add", barn_activity_get_title (activity),
                                                   barn_status_to_nick (status), run, error);
}

/**
 * barn_plan_file_set_status:
 * @self: a plan file
 * @activities: (element-type BarnActivity): some of its activities
 * @status: how far they have come
 * @error: return location for a #BarnPlanFileError
 *
 * Gives activities a status as of today, by a follow-up without words. Those that have it already are left as they are.
 *
 * Returns: whether they have it now
 */
gboolean
barn_plan_file_set_status (BarnPlanFile  *self,
                           GPtrArray     *activities,
                           BarnStatus     status,
                           GError       **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *subject = NULL;
  BarnDay today = barn_clock_get_today ();

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (activities != NULL, FALSE);

  for (guint i = 0; i < activities->len; i++)
    {
      BarnActivity *activity = g_ptr_array_index (activities, i);

      if (barn_activity_get_status (activity, today) == status)
        continue;

      if (items->len == 0)
        subject = g_strdup (barn_activity_get_title (activity));
      g_ptr_array_add (items, make_follow_up (activity, status, today, NULL, NULL));
    }

  if (items->len == 0)
    return TRUE;

  if (!barn_plan_file_begin (self, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      if (!barn_plan_file_insert (self, g_ptr_array_index (items, i), error))
        return FALSE;
    }

  if (items->len > 1)
    {
      g_free (subject);
      subject = g_strdup_printf ("%u", items->len);
    }

  return barn_plan_file_commit (self, items->len > 1 ? "activities-status" : "activity-status",
                                subject, barn_status_to_nick (status), NULL, error);
}
