/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-record"

#include "config.h"

#include "barn-activity-record.h"

#include <string.h>

#include "barn-activity-group-private.h"
#include "barn-text.h"

/**
 * barn_activity_record_new:
 * @activity: an activity
 *
 * Returns: (transfer full): a record that is stale
 */
BarnActivityRecord *
barn_activity_record_new (BarnActivity *activity)
{
  BarnActivityRecord *self;

  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  self = g_new0 (BarnActivityRecord, 1);
  self->activity = g_object_ref (activity);
  self->groups = g_ptr_array_new ();
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->stale = TRUE;

  return self;
}

void
barn_activity_record_free (BarnActivityRecord *self)
{
  g_return_if_fail (self != NULL);

  g_clear_signal_handler (&self->notify_id, self->activity);
  g_object_unref (self->activity);
  g_free (self->text);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
set_number (BarnActivityRecord *self,
            guint               number)
{
  self->number = number;
  self->missing = number == 0;
}

/* The lowest number of its shifts; 0: it has none */
static guint
get_first_shift (BarnActivity *activity,
                 BarnModel    *model)
{
  const char *const *ids = barn_activity_get_shifts (activity);
  BarnItem *plan = barn_model_lookup (model, barn_activity_get_plan (activity));
  guint first = 0;

  for (guint i = 0; plan != NULL && ids[i] != NULL; i++)
    {
      BarnItem *shift = barn_model_lookup (model, ids[i]);
      guint number = BARN_IS_SHIFT (shift) ? barn_plan_get_shift_number (BARN_PLAN (plan), BARN_SHIFT (shift)) : 0;

      if (number > 0 && (first == 0 || number < first))
        first = number;
    }

  return first;
}

/* The lowest number of its articles; 0: it has none */
static guint
get_first_article (BarnActivity *activity)
{
  const char *const *articles = barn_activity_get_articles (activity);
  guint first = 0;

  for (guint i = 0; articles[i] != NULL; i++)
    {
      guint number = (guint) g_ascii_strtoull (articles[i], NULL, 10);

      if (first == 0 || number < first)
        first = number;
    }

  return first;
}

/**
 * barn_activity_record_set_key:
 * @self: a record
 * @order: what the rows are ordered by
 * @model: the living items
 *
 * Looks at what the activity is ordered by, once: sorting compares often.
 */
void
barn_activity_record_set_key (BarnActivityRecord *self,
                              BarnActivityOrder   order,
                              BarnModel          *model)
{
  BarnActivity *activity = self->activity;
  BarnDay today = barn_clock_get_today ();

  g_clear_pointer (&self->text, g_free);
  self->number = 0;
  self->missing = FALSE;

  switch (order)
    {
    case BARN_ACTIVITY_ORDER_STATUS:
      self->number = barn_activity_get_status (activity, today);
      break;
    case BARN_ACTIVITY_ORDER_TITLE:
      self->text = barn_collate_key (barn_activity_get_title (activity));
      break;
    case BARN_ACTIVITY_ORDER_RESPONSIBLE:
      {
        g_autofree char *responsible = barn_activity_dup_responsible (activity, model);

        self->missing = *responsible == '\0';
        self->text = barn_collate_key (responsible);
      }
      break;
    case BARN_ACTIVITY_ORDER_ROLES:
      {
        g_autofree char *roles = barn_model_dup_role_names (model, activity);

        self->missing = *roles == '\0';
        self->text = barn_collate_key (roles);
      }
      break;
    case BARN_ACTIVITY_ORDER_SHIFTS:
      set_number (self, get_first_shift (activity, model));
      break;
    case BARN_ACTIVITY_ORDER_ARTICLES:
      set_number (self, get_first_article (activity));
      break;
    case BARN_ACTIVITY_ORDER_START:
      set_number (self, barn_activity_get_start_on (activity));
      break;
    case BARN_ACTIVITY_ORDER_DUE:
      set_number (self, barn_activity_get_due_on (activity));
      break;
    case BARN_ACTIVITY_ORDER_FIRST_DUE:
      set_number (self, barn_activity_get_first_due_on (activity));
      break;
    case BARN_ACTIVITY_ORDER_FOLLOW_UP:
      {
        BarnFollowUp *last = barn_activity_get_last_follow_up (activity, today);

        self->missing = last == NULL;
        self->number = last != NULL ? barn_follow_up_get_day (last) : 0;
      }
      break;
    case BARN_ACTIVITY_ORDER_PLAN:
    default:
      break;
    }
}

int
barn_activity_record_compare (const BarnActivityRecord *left,
                              const BarnActivityRecord *right,
                              gboolean                  descending)
{
  int order = 0;

  if (left->missing != right->missing)
    return left->missing ? 1 : -1;

  if (left->text != NULL && right->text != NULL)
    order = strcmp (left->text, right->text);
  else if (left->number != right->number)
    order = left->number < right->number ? -1 : 1;
  if (order == 0)
    order = left->place < right->place ? -1 : 1;

  return descending ? -order : order;
}

/**
 * barn_activity_record_ensure_entry:
 * @self: a record
 * @group: a heading
 *
 * Returns: (transfer none): the activity's row under it, the same as ever
 */
BarnActivityEntry *
barn_activity_record_ensure_entry (BarnActivityRecord *self,
                                   BarnActivityGroup  *group)
{
  BarnActivityEntry *entry;

  for (guint i = 0; i < self->entries->len; i++)
    {
      entry = g_ptr_array_index (self->entries, i);
      if (entry->group == group)
        return entry;
    }

  entry = barn_activity_entry_new (self->activity, group);
  g_ptr_array_add (self->entries, entry);

  return entry;
}
