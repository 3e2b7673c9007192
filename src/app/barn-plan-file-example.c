/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-example"

#include "config.h"

#include "barn-example.h"

#include "barn-occasions.h"

/* When the oldest plan was approved: that is where the history begins */
static gint64
get_beginning (BarnExample *self)
{
  BarnDay first = BARN_DAY_NONE;

  for (guint i = 0; i < self->items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (self->items, i);
      BarnDay day = BARN_IS_PLAN (item) ? barn_plan_get_approved_on (BARN_PLAN (item)) : BARN_DAY_NONE;

      if (day != BARN_DAY_NONE && (first == BARN_DAY_NONE || day < first))
        first = day;
    }

  return first != BARN_DAY_NONE ? barn_day_get_noon (first) : 0;
}

static gboolean
store_items (BarnPlanFile  *self,
             BarnExample        *reader,
             GError       **error)
{
  BarnChangeInfo info = {
    .action = BARN_PLAN_FILE_ACTION_NEW,
    .moment = get_beginning (reader),
  };

  if (!barn_plan_file_begin (self, error))
    return FALSE;

  for (guint i = 0; i < reader->items->len; i++)
    {
      if (!barn_plan_file_insert (self, g_ptr_array_index (reader->items, i), error))
        return FALSE;
    }

  return barn_plan_file_commit_info (self, &info, error);
}

static gboolean
store_day (BarnPlanFile  *self,
           BarnItem      *item,
           guint          field,
           BarnDay        day,
           GError       **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, day);

  return barn_plan_file_write (self, item, field, NULL, &value, error);
}

/* The due date is what the delay made it */
static gboolean
store_delay (BarnPlanFile  *self,
             BarnItem      *delay,
             GError       **error)
{
  BarnItem *activity = barn_plan_file_find_living (self, barn_item_get_text (delay, BARN_DELAY_ACTIVITY), error);

  return activity != NULL &&
         barn_plan_file_insert (self, delay, error) &&
         store_day (self, activity, BARN_ACTIVITY_DUE_ON, barn_delay_get_to_on (BARN_DELAY (delay)), error);
}

/* What the living items say at this moment is what is reported */
static gboolean
store_closing (BarnPlanFile  *self,
               BarnItem      *closed,
               GError       **error)
{
  BarnItem *occasion = barn_plan_file_find_living (self, barn_item_get_id (closed), error);
  BarnPlan *plan = occasion != NULL ? barn_occasion_find_plan (self->model, BARN_OCCASION (occasion)) : NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_auto (GValue) reason = G_VALUE_INIT;

  if (plan == NULL)
    return FALSE;

  lines = barn_occasion_report (BARN_OCCASION (occasion), plan, self->model);
  for (guint i = 0; i < lines->len; i++)
    {
      if (!barn_plan_file_insert (self, lines->pdata[i], error))
        return FALSE;
    }

  barn_item_get_value (closed, BARN_OCCASION_REASON, &reason);

  return store_day (self, occasion, BARN_OCCASION_CLOSED_ON, barn_item_get_number (closed, BARN_OCCASION_CLOSED_ON), error) &&
         barn_plan_file_write (self, occasion, BARN_OCCASION_REASON, NULL, &reason, error);
}

static gboolean
store_moment (BarnPlanFile             *self,
              const BarnExampleMoment  *moment,
              GError                  **error)
{
  int author = barn_item_find_field (moment->item, "author");
  BarnChangeInfo info = {
    .subject = barn_plan_file_get_subject (self, moment->item),
    .author = author >= 0 ? barn_item_get_text (moment->item, author) : NULL,
    .moment = moment->moment,
  };
  gboolean stored;

  if (!barn_plan_file_begin (self, error))
    return FALSE;

  if (BARN_IS_OCCASION (moment->item))
    {
      info.action = "occasion-close";
      stored = store_closing (self, moment->item, error);
    }
  else if (BARN_IS_DELAY (moment->item))
    {
      info.action = "activity-due-on";
      stored = store_delay (self, moment->item, error);
    }
  else
    {
      info.action = BARN_IS_FOLLOW_UP (moment->item) ? "follow-up-add" : "indicator-value-add";
      if (BARN_IS_FOLLOW_UP (moment->item))
        info.value = barn_status_to_nick (barn_follow_up_get_status (BARN_FOLLOW_UP (moment->item)));
      stored = barn_plan_file_insert (self, moment->item, error);
    }

  return stored && barn_plan_file_commit_info (self, &info, error);
}

static gboolean
fill_example (BarnPlanFile  *self,
              gpointer       user_data,
              GError       **error)
{
  BarnExample *reader = user_data;

  if (!store_items (self, reader, error))
    return FALSE;

  for (guint i = 0; i < reader->moments->len; i++)
    {
      if (!store_moment (self, &g_array_index (reader->moments, BarnExampleMoment, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * barn_plan_file_create_example:
 * @file: where it is to lie; there must be nothing yet
 * @error: return location for a #BarnPlanFileError
 *
 * Makes a plan file to try the program on: an invented förvaltning with a year that is closed and one that is under way. Each
 * follow-up is a change of its own, made on its day by its author.
 *
 * Returns: (transfer full): the plan file
 */
BarnPlanFile *
barn_plan_file_create_example (GFile   *file,
                               GError **error)
{
  g_autoptr (BarnExample) reader = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  reader = barn_example_read (error);
  if (reader == NULL)
    return NULL;

  return barn_plan_file_make (file, fill_example, reader, error);
}
