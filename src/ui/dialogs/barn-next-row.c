/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-next-row"

#include "config.h"

#include "barn-next-row.h"

struct _BarnNextRow
{
  GObject         parent_instance;

  BarnActivity   *activity; /* (nullable) */
  BarnStatus      status;
  guint           count;
  BarnNextChoice  choice;
};

enum
{
  PROP_CHOICE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnNextRow, barn_next_row, G_TYPE_OBJECT)

static void
barn_next_row_dispose (GObject *object)
{
  g_clear_object (&BARN_NEXT_ROW (object)->activity);

  G_OBJECT_CLASS (barn_next_row_parent_class)->dispose (object);
}

static void
barn_next_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOICE:
      g_value_set_uint (value, BARN_NEXT_ROW (object)->choice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_next_row_class_init (BarnNextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = barn_next_row_dispose;
  object_class->get_property = barn_next_row_get_property;

  properties[PROP_CHOICE] =
    g_param_spec_uint ("choice", NULL, NULL, BARN_NEXT_CONTINUE, BARN_NEXT_LONG_TERM, BARN_NEXT_CONTINUE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_next_row_init (BarnNextRow *self)
{
}

/**
 * barn_next_row_new:
 * @activity: an activity of the year
 *
 * Returns: (transfer full): its row, with what is proposed for it
 */
BarnNextRow *
barn_next_row_new (BarnActivity *activity)
{
  BarnNextRow *self;

  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  self = g_object_new (BARN_TYPE_NEXT_ROW, NULL);
  self->activity = g_object_ref (activity);
  self->status = barn_activity_get_status (activity, BARN_DAY_NONE);
  self->choice = barn_next_choice_propose (activity);

  return self;
}

/**
 * barn_next_row_new_heading:
 * @status: what those below have in common
 * @count: how many they are
 *
 * Returns: (transfer full): a heading
 */
BarnNextRow *
barn_next_row_new_heading (BarnStatus status,
                           guint      count)
{
  BarnNextRow *self = g_object_new (BARN_TYPE_NEXT_ROW, NULL);

  self->status = status;
  self->count = count;

  return self;
}

BarnActivity *
barn_next_row_get_activity (BarnNextRow *self)
{
  g_return_val_if_fail (BARN_IS_NEXT_ROW (self), NULL);

  return self->activity;
}

BarnStatus
barn_next_row_get_status (BarnNextRow *self)
{
  g_return_val_if_fail (BARN_IS_NEXT_ROW (self), BARN_STATUS_NOT_STARTED);

  return self->status;
}

guint
barn_next_row_get_count (BarnNextRow *self)
{
  g_return_val_if_fail (BARN_IS_NEXT_ROW (self), 0);

  return self->count;
}

BarnNextChoice
barn_next_row_get_choice (BarnNextRow *self)
{
  g_return_val_if_fail (BARN_IS_NEXT_ROW (self), BARN_NEXT_CONTINUE);

  return self->choice;
}

/**
 * barn_next_row_set_choice:
 * @self: the row of an activity
 * @choice: what becomes of it
 */
void
barn_next_row_set_choice (BarnNextRow    *self,
                          BarnNextChoice  choice)
{
  g_return_if_fail (BARN_IS_NEXT_ROW (self));

  if (self->activity == NULL || self->choice == choice)
    return;

  self->choice = choice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}
