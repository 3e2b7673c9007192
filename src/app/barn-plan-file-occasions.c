/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-occasions"

#include "config.h"

#include "barn-plan-file-private.h"
#include "barn-plan-file-year.h"

#include <glib/gi18n-lib.h>

#include "barn-text.h"

/* The latest month of the year after in which an occasion of a plan can have its cut-off date: what is told of December is told in spring */
#define LAST_MONTH_AFTER 3

static BarnPlan *
find_plan (BarnPlanFile  *self,
           BarnOccasion  *occasion,
           GError       **error)
{
  BarnPlan *plan = barn_occasion_find_plan (self->model, occasion);

  if (plan == NULL)
    g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_CONFLICT,
                         _("The plan of this follow-up occasion is not there any more. Nothing was changed."));

  return plan;
}

static gboolean
check_in_year (BarnPlan  *plan,
               BarnDay    cut_off,
               GError   **error)
{
  guint year = barn_plan_get_year (plan);

  if (cut_off >= barn_day_new (year, 1, 1) && cut_off <= barn_day_new (year + 1, LAST_MONTH_AFTER, 31))
    return TRUE;

  g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
               _("The cut-off date must lie in %u, or in January to March of the year after."), year);

  return FALSE;
}

/* Whether an occasion may have this cut-off date */
gboolean
barn_plan_file_check_cut_off (BarnPlanFile  *self,
                              BarnOccasion  *occasion,
                              BarnDay        cut_off,
                              GError       **error)
{
  BarnPlan *plan = find_plan (self, occasion, error);
  GListModel *occasions;

  if (plan == NULL || !check_in_year (plan, cut_off, error))
    return FALSE;

  occasions = barn_plan_get_occasions (plan);
  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      g_autoptr (BarnOccasion) other = g_list_model_get_item (occasions, i);

      if (other != occasion && barn_occasion_get_cut_off (other) == cut_off)
        {
          g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                       _("“%s” has that cut-off date already."), barn_occasion_get_title (other));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
insert_all (BarnPlanFile  *self,
            GPtrArray     *items,
            GError       **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (!barn_plan_file_insert (self, g_ptr_array_index (items, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_all (BarnPlanFile  *self,
            GPtrArray     *items,
            GError       **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (!barn_plan_file_remove (self, g_ptr_array_index (items, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * barn_plan_file_arrange_occasions:
 * @self: a plan file
 * @plan: one of its plans
 * @pattern: what its occasions are to follow
 * @own: (array length=n_own) (nullable): the cut-off dates, for %BARN_PATTERN_OWN
 * @n_own: how many
 * @error: return location for a #BarnPlanFileError
 *
 * Gives a plan its occasions, as one change. Those that are closed, or that a follow-up names, stay whatever the pattern.
 *
 * Returns: whether they follow it now
 */
gboolean
barn_plan_file_arrange_occasions (BarnPlanFile   *self,
                                  BarnPlan       *plan,
                                  BarnPattern     pattern,
                                  const BarnDay  *own,
                                  guint           n_own,
                                  GError        **error)
{
  g_autoptr (GPtrArray) add = NULL;
  g_autoptr (GPtrArray) away = NULL;
  g_autofree char *subject = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (own != NULL || n_own == 0, FALSE);

  for (guint i = 0; i < n_own; i++)
    {
      if (!check_in_year (plan, own[i], error))
        return FALSE;
    }

  barn_occasions_arrange (plan, pattern, own, n_own, &add, &away);
  if (add->len == 0 && away->len == 0)
    return TRUE;

  subject = g_strdup_printf ("%u", barn_plan_get_year (plan));

  return barn_plan_file_begin (self, error) &&
         remove_all (self, away, error) &&
         insert_all (self, add, error) &&
         barn_plan_file_commit (self, "occasions-arrange", subject, barn_pattern_to_nick (pattern), NULL, error);
}

static gboolean
write_day (BarnPlanFile  *self,
           BarnItem      *item,
           guint          field,
           BarnDay        day,
           GError       **error)
{
  g_auto (GValue) expected = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;

  barn_item_get_value (item, field, &expected);
  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, day);

  return barn_plan_file_write (self, item, field, &expected, &value, error);
}

static gboolean
write_text (BarnPlanFile  *self,
            BarnItem      *item,
            guint          field,
            const char    *text,
            GError       **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);

  return barn_plan_file_write (self, item, field, NULL, &value, error);
}

/**
 * barn_plan_file_close_occasion:
 * @self: a plan file
 * @occasion: an occasion that is not closed
 * @reason: (nullable): why it is closed though something is missing
 * @error: return location for a #BarnPlanFileError
 *
 * Closes an occasion as of today: what it says of each activity is kept as it was reported. What is missing is told by
 * barn_occasion_list_gaps(); where there is something, a reason is asked for.
 *
 * Returns: whether it is closed
 */
gboolean
barn_plan_file_close_occasion (BarnPlanFile  *self,
                               BarnOccasion  *occasion,
                               const char    *reason,
                               GError       **error)
{
  g_autoptr (GArray) gaps = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *clean = NULL;
  BarnPlan *plan;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_OCCASION (occasion), FALSE);

  plan = find_plan (self, occasion, error);
  if (plan == NULL)
    return FALSE;

  if (barn_occasion_get_closed_on (occasion) != BARN_DAY_NONE)
    return TRUE;

  clean = barn_plan_file_clean_text (reason);
  gaps = barn_occasion_list_gaps (occasion, plan);
  if (gaps->len > 0 && barn_text_is_blank (clean))
    {
      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                   ngettext ("Something is missing in %u activity. Fill it in, or give a reason for closing all the same.",
                             "Something is missing in %u activities. Fill it in, or give a reason for closing all the same.",
                             gaps->len), gaps->len);
      return FALSE;
    }

  lines = barn_occasion_report (occasion, plan, self->model);

  return barn_plan_file_begin (self, error) &&
         insert_all (self, lines, error) &&
         write_day (self, BARN_ITEM (occasion), BARN_OCCASION_CLOSED_ON, barn_clock_get_today (), error) &&
         write_text (self, BARN_ITEM (occasion), BARN_OCCASION_REASON, gaps->len > 0 ? clean : "", error) &&
         barn_plan_file_commit (self, "occasion-close", barn_occasion_get_title (occasion), NULL, NULL, error);
}

static GPtrArray *
dup_list (GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));

  return items;
}

/**
 * barn_plan_file_reopen_occasion:
 * @self: a plan file
 * @occasion: an occasion that is closed
 * @error: return location for a #BarnPlanFileError
 *
 * Opens an occasion again. What was reported is taken away from it, and can be had back by undoing.
 *
 * Returns: whether it is open
 */
gboolean
barn_plan_file_reopen_occasion (BarnPlanFile  *self,
                                BarnOccasion  *occasion,
                                GError       **error)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_OCCASION (occasion), FALSE);

  if (barn_occasion_get_closed_on (occasion) == BARN_DAY_NONE)
    return TRUE;

  lines = dup_list (barn_occasion_get_reported (occasion));

  return barn_plan_file_begin (self, error) &&
         remove_all (self, lines, error) &&
         write_day (self, BARN_ITEM (occasion), BARN_OCCASION_CLOSED_ON, BARN_DAY_NONE, error) &&
         write_text (self, BARN_ITEM (occasion), BARN_OCCASION_REASON, "", error) &&
         barn_plan_file_commit (self, "occasion-reopen", barn_occasion_get_title (occasion), NULL, NULL, error);
}

static BarnItem *
make_follow_up (BarnOccasion *occasion,
                BarnActivity *activity,
                BarnStatus    status)
{
  g_autofree char *author = barn_plan_file_dup_author ();
  BarnItem *item = barn_item_new (BARN_KIND_FOLLOW_UP, NULL);

  barn_item_set_text (item, BARN_FOLLOW_UP_ACTIVITY, barn_item_get_id (BARN_ITEM (activity)));
  barn_item_set_text (item, BARN_FOLLOW_UP_OCCASION, barn_item_get_id (BARN_ITEM (occasion)));
  barn_item_set_number (item, BARN_FOLLOW_UP_DAY, barn_clock_get_today ());
  barn_item_set_number (item, BARN_FOLLOW_UP_STATUS, status);
  barn_item_set_text (item, BARN_FOLLOW_UP_AUTHOR, author);
  barn_item_set_number (item, BARN_FOLLOW_UP_MADE_AT, barn_clock_get_now ());

  return item;
}

/**
 * barn_plan_file_follow_up_for:
 * @self: a plan file
 * @occasion: an occasion
 * @activity: an activity of its plan
 * @status: how far it has come
 * @comment: (nullable): what happened
 * @effect: (nullable): what it changed for children
 * @run: (nullable): a token of the sitting
 * @error: return location for a #BarnPlanFileError
 *
 * Writes down, as of today, how it goes with an activity, for an occasion. Where the occasion is closed it is a correction, and the change is
 * named so; what was reported stays.
 *
 * Returns: (transfer none): the follow-up
 */
BarnFollowUp *
barn_plan_file_follow_up_for (BarnPlanFile  *self,
                              BarnOccasion  *occasion,
                              BarnActivity  *activity,
                              BarnStatus     status,
                              const char    *comment,
                              const char    *effect,
                              const char    *run,
                              GError       **error)
{
  g_autoptr (BarnItem) item = NULL;
  g_autofree char *clean_comment = NULL;
  g_autofree char *clean_effect = NULL;
  gboolean closed;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_OCCASION (occasion), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  clean_comment = barn_plan_file_clean_text (comment);
  clean_effect = barn_plan_file_clean_text (effect);
  closed = barn_occasion_get_closed_on (occasion) != BARN_DAY_NONE;
  item = make_follow_up (occasion, activity, status);
  barn_item_set_text (item, BARN_FOLLOW_UP_COMMENT, clean_comment);
  barn_item_set_text (item, BARN_FOLLOW_UP_EFFECT, clean_effect);

  return (BarnFollowUp *) barn_plan_file_add_item (self, item, closed ? "follow-up-correct" : "follow-up-add",
                                                   barn_activity_get_title (activity), barn_status_to_nick (status), run, error);
}

/**
 * barn_plan_file_say_unchanged:
 * @self: a plan file
 * @occasion: an occasion
 * @activities: (element-type BarnActivity): activities of its plan
 * @error: return location for a #BarnPlanFileError
 *
 * Says for an occasion that nothing has changed: a follow-up as of today with the status that holds, as one change for all of them.
 *
 * Returns: whether it is said
 */
gboolean
barn_plan_file_say_unchanged (BarnPlanFile  *self,
                              BarnOccasion  *occasion,
                              GPtrArray     *activities,
                              GError       **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *number = NULL;
  BarnPlan *plan;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_OCCASION (occasion), FALSE);
  g_return_val_if_fail (activities != NULL, FALSE);

  plan = find_plan (self, occasion, error);
  if (plan == NULL)
    return FALSE;
  if (activities->len == 0)
    return TRUE;

  for (guint i = 0; i < activities->len; i++)
    {
      BarnActivity *activity = g_ptr_array_index (activities, i);
      BarnFollowUp *entry = barn_occasion_get_entry (occasion, plan, activity);
      BarnItem *item = make_follow_up (occasion, activity,
                                       entry != NULL ? barn_follow_up_get_status (entry) : BARN_STATUS_NOT_STARTED);

      barn_item_set_number (item, BARN_FOLLOW_UP_UNCHANGED, TRUE);
      g_ptr_array_add (items, item);
    }

  number = g_strdup_printf ("%u", items->len);

  return barn_plan_file_begin (self, error) &&
         insert_all (self, items, error) &&
         barn_plan_file_commit (self, items->len > 1 ? "activities-unchanged" : "activity-unchanged",
                                items->len > 1 ? number : barn_activity_get_title (g_ptr_array_index (activities, 0)),
                                NULL, NULL, error);
}

/**
 * barn_plan_file_is_delay:
 * @activity: an activity
 * @to: the due date that it is to have; %BARN_DAY_NONE: none
 *
 * Tells whether moving a due date is a delay, for which a reason is asked: there was one, and the new one is later, or none.
 *
 * Returns: %TRUE if it is
 */
gboolean
barn_plan_file_is_delay (BarnActivity *activity,
                         BarnDay       to)
{
  BarnDay due_on;

  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), FALSE);

  due_on = barn_activity_get_due_on (activity);

  return due_on != BARN_DAY_NONE && (to == BARN_DAY_NONE || to > due_on);
}

static BarnItem *
make_delay (BarnActivity *activity,
            BarnDay       to,
            const char   *reason)
{
  g_autofree char *author = barn_plan_file_dup_author ();
  BarnItem *item = barn_item_new (BARN_KIND_DELAY, NULL);

  barn_item_set_text (item, BARN_DELAY_ACTIVITY, barn_item_get_id (BARN_ITEM (activity)));
  barn_item_set_number (item, BARN_DELAY_FROM_ON, barn_activity_get_due_on (activity));
  barn_item_set_number (item, BARN_DELAY_TO_ON, to);
  barn_item_set_text (item, BARN_DELAY_REASON, reason);
  barn_item_set_number (item, BARN_DELAY_MADE_ON, barn_clock_get_today ());
  barn_item_set_text (item, BARN_DELAY_AUTHOR, author);
  barn_item_set_number (item, BARN_DELAY_MADE_AT, barn_clock_get_now ());

  return item;
}

static gboolean
move_one (BarnPlanFile  *self,
          BarnActivity  *activity,
          BarnDay        to,
          const char    *reason,
          GError       **error)
{
  /* One that had a due date before first ones were kept */
  BarnDay first = barn_activity_get_due_on (activity) != BARN_DAY_NONE ? barn_activity_get_due_on (activity) : to;

  if (barn_plan_file_is_delay (activity, to))
    {
      g_autoptr (BarnItem) delay = make_delay (activity, to, reason);

      if (!barn_plan_file_insert (self, delay, error))
        return FALSE;
    }

  return write_day (self, BARN_ITEM (activity), BARN_ACTIVITY_DUE_ON, to, error) &&
         (barn_activity_get_first_due_on (activity) != BARN_DAY_NONE ||
          write_day (self, BARN_ITEM (activity), BARN_ACTIVITY_FIRST_DUE_ON, first, error));
}

/**
 * barn_plan_file_move_due:
 * @self: a plan file
 * @activities: (element-type BarnActivity): some of its activities
 * @to: by when they are to be done; %BARN_DAY_NONE: no due date
 * @reason: (nullable): why; it is needed where one of them is delayed
 * @error: return location for a #BarnPlanFileError
 *
 * Moves due dates, as one change. Each delay is kept with its reason, and the first due date stays.
 *
 * Returns: whether they are due then
 */
gboolean
barn_plan_file_move_due (BarnPlanFile  *self,
                         GPtrArray     *activities,
                         BarnDay        to,
                         const char    *reason,
                         GError       **error)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autofree char *clean = NULL;
  g_autofree char *day = NULL;
  g_autofree char *number = NULL;
  gboolean delayed = FALSE;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (activities != NULL, FALSE);

  clean = barn_plan_file_clean_text (reason);
  for (guint i = 0; i < activities->len; i++)
    {
      BarnActivity *activity = g_ptr_array_index (activities, i);

      if (barn_activity_get_due_on (activity) != to)
        g_ptr_array_add (moved, activity);
      delayed |= barn_plan_file_is_delay (activity, to);
    }

  if (moved->len == 0)
    return TRUE;
  if (delayed && barn_text_is_blank (clean))
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                           _("Say why the due date is moved. The first date is kept."));
      return FALSE;
    }

  if (!barn_plan_file_begin (self, error))
    return FALSE;

  for (guint i = 0; i < moved->len; i++)
    {
      if (!move_one (self, g_ptr_array_index (moved, i), to, clean, error))
        return FALSE;
    }

  day = barn_day_to_iso (to);
  number = g_strdup_printf ("%u", moved->len);

  return barn_plan_file_commit (self, moved->len > 1 ? "activities-due-on" : "activity-due-on",
                                moved->len > 1 ? number : barn_activity_get_title (g_ptr_array_index (moved, 0)), day, NULL, error);
}
