/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity"

#include "config.h"

#include "barn-activity.h"

#include "barn-sorted-list.h"
#include "barn-text.h"

struct _BarnActivity
{
  BarnItem parent_instance;

  GListStore *follow_ups;
  char       *search_text;

  /* What was last told of today, to tell when it becomes another */
  BarnFollowUp *last_follow_up;
  BarnStatus    status;
  gboolean      overdue;
};

G_DEFINE_FINAL_TYPE (BarnActivity, barn_activity, BARN_TYPE_ITEM)

static const BarnField fields[] = {
  [BARN_ACTIVITY_PLAN] = { "plan", BARN_FIELD_REF },
  [BARN_ACTIVITY_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_ACTIVITY_DESCRIPTION] = { "description", BARN_FIELD_TEXT },
  [BARN_ACTIVITY_UNIT] = { "unit", BARN_FIELD_REF },
  [BARN_ACTIVITY_RESPONSIBLE] = { "responsible", BARN_FIELD_TEXT },
  [BARN_ACTIVITY_START_ON] = { "start-on", BARN_FIELD_DAY },
  [BARN_ACTIVITY_DUE_ON] = { "due-on", BARN_FIELD_DAY },
  [BARN_ACTIVITY_FIRST_DUE_ON] = { "first-due-on", BARN_FIELD_DAY },
  [BARN_ACTIVITY_ROLES] = { "roles", BARN_FIELD_SET },
  [BARN_ACTIVITY_SHIFTS] = { "shifts", BARN_FIELD_SET },
  [BARN_ACTIVITY_ARTICLES] = { "articles", BARN_FIELD_SET },
  [BARN_ACTIVITY_POSITION] = { "position", BARN_FIELD_REAL },
  [BARN_ACTIVITY_RAISED] = { "raised", BARN_FIELD_BOOL },
  [BARN_ACTIVITY_ORIGIN] = { "origin", BARN_FIELD_REF },
};

enum
{
  PROP_STATUS = G_N_ELEMENTS (fields) + 1,
  PROP_OVERDUE,
  PROP_LAST_FOLLOW_UP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static BarnDay
day_or_today (BarnDay as_of)
{
  return as_of != BARN_DAY_NONE ? as_of : barn_clock_get_today ();
}

/* Follow-ups stand the latest first, so the first that is not after @as_of holds */
static BarnFollowUp *
find_last_follow_up (BarnActivity *self,
                     BarnDay       as_of)
{
  guint n_follow_ups = self->follow_ups != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->follow_ups)) : 0;

  for (guint i = 0; i < n_follow_ups; i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (G_LIST_MODEL (self->follow_ups), i);

      /* The list keeps it alive */
      if (barn_follow_up_get_day (follow_up) <= as_of)
        return follow_up;
    }

  return NULL;
}

static void
tell_of_today (BarnActivity *self)
{
  BarnDay today = barn_clock_get_today ();
  BarnFollowUp *last_follow_up = find_last_follow_up (self, today);
  BarnStatus status = last_follow_up != NULL ? barn_follow_up_get_status (last_follow_up) : BARN_STATUS_NOT_STARTED;
  gboolean overdue = barn_is_overdue (barn_activity_get_due_on (self), status, today);

  g_object_freeze_notify (G_OBJECT (self));

  if (g_set_object (&self->last_follow_up, last_follow_up))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_FOLLOW_UP]);

  if (self->status != status)
    {
      self->status = status;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
    }

  if (self->overdue != overdue)
    {
      self->overdue = overdue;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OVERDUE]);
    }

  g_object_thaw_notify (G_OBJECT (self));
}

static GListStore *
ensure_follow_ups (BarnActivity *self)
{
  if (self->follow_ups == NULL)
    self->follow_ups = g_list_store_new (BARN_TYPE_FOLLOW_UP);

  return self->follow_ups;
}

static void
append_searchable (GString    *text,
                   const char *part)
{
  if (*part == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, part);
}

static void
barn_activity_field_changed (BarnItem *item,
                             guint     field)
{
  BarnActivity *self = BARN_ACTIVITY (item);

  switch (field)
    {
    case BARN_ACTIVITY_TITLE:
    case BARN_ACTIVITY_DESCRIPTION:
    case BARN_ACTIVITY_RESPONSIBLE:
      g_clear_pointer (&self->search_text, g_free);
      break;

    case BARN_ACTIVITY_DUE_ON:
      tell_of_today (self);
      break;

    default:
      break;
    }
}

static void
barn_activity_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BarnActivity *self = BARN_ACTIVITY (object);

  switch (property_id)
    {
    case PROP_STATUS:
      g_value_set_enum (value, (int) self->status);
      break;

    case PROP_OVERDUE:
      g_value_set_boolean (value, self->overdue);
      break;

    case PROP_LAST_FOLLOW_UP:
      g_value_set_object (value, self->last_follow_up);
      break;

    default:
      barn_item_get_value (BARN_ITEM (self), property_id - 1, value);
      break;
    }
}

static void
barn_activity_finalize (GObject *object)
{
  BarnActivity *self = BARN_ACTIVITY (object);

  g_clear_object (&self->last_follow_up);
  g_clear_object (&self->follow_ups);
  g_free (self->search_text);

  G_OBJECT_CLASS (barn_activity_parent_class)->finalize (object);
}

static void
barn_activity_class_init (BarnActivityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BarnItemClass *item_class = BARN_ITEM_CLASS (klass);

  item_class->field_changed = barn_activity_field_changed;
  barn_item_class_install_fields (item_class, BARN_KIND_ACTIVITY, fields, G_N_ELEMENTS (fields));

  object_class->finalize = barn_activity_finalize;
  object_class->get_property = barn_activity_get_property;

  properties[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, BARN_TYPE_STATUS, BARN_STATUS_NOT_STARTED,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OVERDUE] =
    g_param_spec_boolean ("overdue", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAST_FOLLOW_UP] =
    g_param_spec_object ("last-follow-up", NULL, NULL, BARN_TYPE_FOLLOW_UP,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  for (guint i = PROP_STATUS; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i, properties[i]);
}

static void
barn_activity_init (BarnActivity *self)
{
}

/**
 * barn_activity_get_plan:
 * @self: an activity
 *
 * Gets the id of its plan.
 *
 * Returns: (transfer none) (nullable): the id
 */
const char *
barn_activity_get_plan (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ACTIVITY_PLAN);
}

/**
 * barn_activity_get_title:
 * @self: an activity
 *
 * Gets what is to be done.
 *
 * Returns: (transfer none): the title
 */
const char *
barn_activity_get_title (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ACTIVITY_TITLE);
}

/**
 * barn_activity_get_description:
 * @self: an activity
 *
 * Gets the rest of what is said about it.
 *
 * Returns: (transfer none): the text; empty: nothing
 */
const char *
barn_activity_get_description (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ACTIVITY_DESCRIPTION);
}

/**
 * barn_activity_get_unit:
 * @self: an activity
 *
 * Gets the id of the unit that is responsible.
 *
 * Returns: (transfer none) (nullable): the id; %NULL: none
 */
const char *
barn_activity_get_unit (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ACTIVITY_UNIT);
}

/**
 * barn_activity_get_responsible:
 * @self: an activity
 *
 * Gets who is responsible, where it is no unit or more is to be said.
 *
 * Returns: (transfer none): the text; empty: nothing is said
 */
const char *
barn_activity_get_responsible (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ACTIVITY_RESPONSIBLE);
}

/**
 * barn_activity_get_start_on:
 * @self: an activity
 *
 * Gets when it is to start.
 *
 * Returns: the day; %BARN_DAY_NONE: not said
 */
BarnDay
barn_activity_get_start_on (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), BARN_DAY_NONE);

  return (BarnDay) barn_item_get_number (BARN_ITEM (self), BARN_ACTIVITY_START_ON);
}

/**
 * barn_activity_get_due_on:
 * @self: an activity
 *
 * Gets by when it is to be done.
 *
 * Returns: the day; %BARN_DAY_NONE: not said
 */
BarnDay
barn_activity_get_due_on (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), BARN_DAY_NONE);

  return (BarnDay) barn_item_get_number (BARN_ITEM (self), BARN_ACTIVITY_DUE_ON);
}

/**
 * barn_activity_get_first_due_on:
 * @self: an activity
 *
 * Gets by when it was to be done before it was delayed.
 *
 * Returns: the day; %BARN_DAY_NONE: it never was
 */
BarnDay
barn_activity_get_first_due_on (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), BARN_DAY_NONE);

  return (BarnDay) barn_item_get_number (BARN_ITEM (self), BARN_ACTIVITY_FIRST_DUE_ON);
}

/**
 * barn_activity_get_roles:
 * @self: an activity
 *
 * Gets the ids of the roles that act.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids
 */
const char *const *
barn_activity_get_roles (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return barn_item_get_set (BARN_ITEM (self), BARN_ACTIVITY_ROLES);
}

/**
 * barn_activity_get_shifts:
 * @self: an activity
 *
 * Gets the ids of the shifts it belongs to.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids
 */
const char *const *
barn_activity_get_shifts (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return barn_item_get_set (BARN_ITEM (self), BARN_ACTIVITY_SHIFTS);
}

/**
 * barn_activity_get_articles:
 * @self: an activity
 *
 * Gets the articles it belongs to, as decimal text.
 *
 * Returns: (transfer none) (array zero-terminated=1): the numbers
 */
const char *const *
barn_activity_get_articles (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return barn_item_get_set (BARN_ITEM (self), BARN_ACTIVITY_ARTICLES);
}

/**
 * barn_activity_get_raised:
 * @self: an activity
 *
 * Tells whether it must be lifted to ledningsgruppen.
 *
 * Returns: %TRUE if it does
 */
gboolean
barn_activity_get_raised (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), FALSE);

  return barn_item_get_number (BARN_ITEM (self), BARN_ACTIVITY_RAISED) != 0;
}

/**
 * barn_activity_get_origin:
 * @self: an activity
 *
 * Gets the id of the activity of an earlier plan that it continues.
 *
 * Returns: (transfer none) (nullable): the id; %NULL: it began with this one
 */
const char *
barn_activity_get_origin (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ACTIVITY_ORIGIN);
}

/**
 * barn_activity_has_role:
 * @self: an activity
 * @role: the id of a role
 *
 * Tells whether @role acts in it.
 *
 * Returns: %TRUE if it does
 */
gboolean
barn_activity_has_role (BarnActivity *self,
                        const char   *role)
{
  return barn_item_set_contains (BARN_ITEM (self), BARN_ACTIVITY_ROLES, role);
}

/**
 * barn_activity_has_shift:
 * @self: an activity
 * @shift: the id of a shift
 *
 * Tells whether it belongs to @shift.
 *
 * Returns: %TRUE if it does
 */
gboolean
barn_activity_has_shift (BarnActivity *self,
                         const char   *shift)
{
  return barn_item_set_contains (BARN_ITEM (self), BARN_ACTIVITY_SHIFTS, shift);
}

/**
 * barn_activity_has_article:
 * @self: an activity
 * @article: the number of an article
 *
 * Tells whether it belongs to @article of the convention.
 *
 * Returns: %TRUE if it does
 */
gboolean
barn_activity_has_article (BarnActivity *self,
                           guint         article)
{
  char number[16];

  g_snprintf (number, sizeof number, "%u", article);

  return barn_item_set_contains (BARN_ITEM (self), BARN_ACTIVITY_ARTICLES, number);
}

/**
 * barn_activity_get_follow_ups:
 * @self: an activity
 *
 * Gets its follow-ups, the latest first: by day, then by when they were made.
 *
 * Returns: (transfer none): a living list of #BarnFollowUp
 */
GListModel *
barn_activity_get_follow_ups (BarnActivity *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return G_LIST_MODEL (ensure_follow_ups (self));
}

/**
 * barn_activity_get_last_follow_up:
 * @self: an activity
 * @as_of: the last day that counts; %BARN_DAY_NONE: today
 *
 * Gets the follow-up that held at the end of a day.
 *
 * Returns: (transfer none) (nullable): the follow-up; %NULL: there was none yet
 */
BarnFollowUp *
barn_activity_get_last_follow_up (BarnActivity *self,
                                  BarnDay       as_of)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), NULL);

  return find_last_follow_up (self, day_or_today (as_of));
}

/**
 * barn_activity_get_status:
 * @self: an activity
 * @as_of: the last day that counts; %BARN_DAY_NONE: today
 *
 * Gets the status it had at the end of a day: that of the last follow-up until then, or not started.
 *
 * Returns: the status
 */
BarnStatus
barn_activity_get_status (BarnActivity *self,
                          BarnDay       as_of)
{
  BarnFollowUp *last_follow_up = barn_activity_get_last_follow_up (self, as_of);

  return last_follow_up != NULL ? barn_follow_up_get_status (last_follow_up) : BARN_STATUS_NOT_STARTED;
}

/**
 * barn_is_overdue:
 * @due_on: by when something was to be done; %BARN_DAY_NONE: it has no due date
 * @status: how far it had come on @as_of
 * @as_of: the day to judge from
 *
 * The one rule of what is overdue: it was to be done before @as_of and was still open then. On the due date itself it is not.
 *
 * Returns: %TRUE if it is overdue
 */
gboolean
barn_is_overdue (BarnDay    due_on,
                 BarnStatus status,
                 BarnDay    as_of)
{
  return due_on != BARN_DAY_NONE && due_on < as_of && barn_status_is_open (status);
}

/**
 * barn_activity_is_overdue:
 * @self: an activity
 * @as_of: the day to judge from; %BARN_DAY_NONE: today
 *
 * Tells whether it was to be done before @as_of and still was open then.
 *
 * Returns: %TRUE if it is overdue; on the due date itself it is not
 */
gboolean
barn_activity_is_overdue (BarnActivity *self,
                          BarnDay       as_of)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (self), FALSE);

  as_of = day_or_today (as_of);

  return barn_is_overdue (barn_activity_get_due_on (self), barn_activity_get_status (self, as_of), as_of);
}

/**
 * barn_activity_get_search_text:
 * @self: an activity
 *
 * Gets what search looks in: title, description, responsible and all follow-ups, folded by barn_fold().
 *
 * Returns: (transfer none): the text, until something in it changes
 */
const char *
barn_activity_get_search_text (BarnActivity *self)
{
  g_autoptr (GString) text = NULL;
  guint n_follow_ups;

  g_return_val_if_fail (BARN_IS_ACTIVITY (self), "");

  if (self->search_text != NULL)
    return self->search_text;

  text = g_string_new (NULL);
  append_searchable (text, barn_activity_get_title (self));
  append_searchable (text, barn_activity_get_description (self));
  append_searchable (text, barn_activity_get_responsible (self));

  n_follow_ups = self->follow_ups != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->follow_ups)) : 0;
  for (guint i = 0; i < n_follow_ups; i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (G_LIST_MODEL (self->follow_ups), i);

      append_searchable (text, barn_follow_up_get_comment (follow_up));
      append_searchable (text, barn_follow_up_get_effect (follow_up));
    }

  self->search_text = barn_fold (text->str);

  return self->search_text;
}

/**
 * barn_activity_add_follow_up:
 * @self: an activity
 * @follow_up: a follow-up of it, in no list yet
 *
 * Takes a follow-up in where it belongs in time.
 */
void
barn_activity_add_follow_up (BarnActivity *self,
                             BarnFollowUp *follow_up)
{
  g_return_if_fail (BARN_IS_ACTIVITY (self));
  g_return_if_fail (BARN_IS_FOLLOW_UP (follow_up));

  barn_sorted_list_insert (ensure_follow_ups (self), BARN_ITEM (follow_up));
  g_clear_pointer (&self->search_text, g_free);
  tell_of_today (self);
}

/**
 * barn_activity_remove_follow_up:
 * @self: an activity
 * @follow_up: one of its follow-ups
 *
 * Takes a follow-up away.
 *
 * Returns: whether it was there
 */
gboolean
barn_activity_remove_follow_up (BarnActivity *self,
                                BarnFollowUp *follow_up)
{
  guint position;

  g_return_val_if_fail (BARN_IS_ACTIVITY (self), FALSE);
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (follow_up), FALSE);

  if (self->follow_ups == NULL || !g_list_store_find (self->follow_ups, follow_up, &position))
    return FALSE;

  g_list_store_remove (self->follow_ups, position);
  g_clear_pointer (&self->search_text, g_free);
  tell_of_today (self);

  return TRUE;
}

/**
 * barn_activity_follow_up_changed:
 * @self: an activity
 * @follow_up: one of its follow-ups, some field of which became another
 *
 * Puts the follow-up where it belongs now, and tells what follows from it.
 */
void
barn_activity_follow_up_changed (BarnActivity *self,
                                 BarnFollowUp *follow_up)
{
  guint position;

  g_return_if_fail (BARN_IS_ACTIVITY (self));
  g_return_if_fail (BARN_IS_FOLLOW_UP (follow_up));

  if (self->follow_ups == NULL || !g_list_store_find (self->follow_ups, follow_up, &position))
    return;

  barn_sorted_list_settle (self->follow_ups, position);
  g_clear_pointer (&self->search_text, g_free);
  tell_of_today (self);
}

/**
 * barn_activity_today_changed:
 * @self: an activity
 *
 * Tells what is another as it is another day.
 */
void
barn_activity_today_changed (BarnActivity *self)
{
  g_return_if_fail (BARN_IS_ACTIVITY (self));

  tell_of_today (self);
}
