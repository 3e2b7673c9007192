/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-group"

#include "config.h"

#include "barn-activity-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-activity-group-private.h"
#include "barn-text.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnActivityGroup, barn_activity_group, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (BarnActivityEntry, barn_activity_entry, G_TYPE_OBJECT)

static const char *grouping_nicks[BARN_N_GROUPINGS] = { "role", "shift", "status", "responsible", "none" };
static const char *order_nicks[BARN_N_ACTIVITY_ORDERS] =
  { "plan", "status", "title", "responsible", "roles", "shifts", "articles", "start", "due", "first-due", "follow-up" };

static guint
find_nick (const char *const *nicks,
           guint              n_nicks,
           const char        *nick)
{
  for (guint i = 0; nick != NULL && i < n_nicks; i++)
    if (strcmp (nicks[i], nick) == 0)
      return i;

  return 0;
}

const char *
barn_grouping_to_nick (BarnGrouping self)
{
  g_return_val_if_fail ((guint) self < BARN_N_GROUPINGS, "role");

  return grouping_nicks[self];
}

BarnGrouping
barn_grouping_from_nick (const char *nick)
{
  return (BarnGrouping) find_nick (grouping_nicks, BARN_N_GROUPINGS, nick);
}

const char *
barn_activity_order_to_nick (BarnActivityOrder self)
{
  g_return_val_if_fail ((guint) self < BARN_N_ACTIVITY_ORDERS, "plan");

  return order_nicks[self];
}

BarnActivityOrder
barn_activity_order_from_nick (const char *nick)
{
  return (BarnActivityOrder) find_nick (order_nicks, BARN_N_ACTIVITY_ORDERS, nick);
}

/**
 * barn_activity_dup_responsible:
 * @activity: an activity
 * @model: (nullable): where its unit is found
 *
 * Returns: (transfer full): who is responsible, as one line; "" for nobody
 */
char *
barn_activity_dup_responsible (BarnActivity *activity,
                               BarnModel    *model)
{
  return model != NULL ? barn_model_dup_responsible (model, activity) : g_strdup (barn_activity_get_responsible (activity));
}

static void
barn_activity_group_finalize (GObject *object)
{
  BarnActivityGroup *self = BARN_ACTIVITY_GROUP (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->sort_key);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (barn_activity_group_parent_class)->finalize (object);
}

static void
barn_activity_group_class_init (BarnActivityGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = barn_activity_group_finalize;

  /* Its title, its figures or whether it is collapsed became another */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
barn_activity_group_init (BarnActivityGroup *self)
{
  self->entries = g_ptr_array_new ();
}

static void
barn_activity_entry_dispose (GObject *object)
{
  BarnActivityEntry *self = BARN_ACTIVITY_ENTRY (object);

  g_clear_object (&self->activity);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (barn_activity_entry_parent_class)->dispose (object);
}

static void
barn_activity_entry_class_init (BarnActivityEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = barn_activity_entry_dispose;
}

static void
barn_activity_entry_init (BarnActivityEntry *self)
{
}

BarnActivityGroup *
barn_activity_group_new (const char *key)
{
  BarnActivityGroup *self = g_object_new (BARN_TYPE_ACTIVITY_GROUP, NULL);

  self->key = g_strdup (key);

  return self;
}

void
barn_activity_group_changed (BarnActivityGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static BarnItem *
find_in (GListModel *list,
         const char *id,
         guint      *place)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BarnItem) item = g_list_model_get_item (list, i);

      if (strcmp (barn_item_get_id (item), id) == 0)
        {
          *place = i;
          return item;
        }
    }

  return NULL;
}

/* What a group is called now and where it stands; the names of roles and the numbers of shifts change while it lives */
static char *
dup_title (BarnActivityGroup *self,
           BarnGrouping       grouping,
           BarnModel         *model,
           BarnPlan          *plan)
{
  BarnItem *item;

  self->rank = G_MAXUINT;

  switch (grouping)
    {
    case BARN_GROUPING_ROLE:
      item = find_in (barn_model_get_roles (model), self->key, &self->rank);
      return g_strdup (item != NULL ? barn_item_get_title (item) : _("No role"));
    case BARN_GROUPING_SHIFT:
      item = find_in (barn_plan_get_shifts (plan), self->key, &self->rank);
      if (item == NULL)
        return g_strdup (_("No shift"));
      /* Translators: a numbered shift: its number and its title */
      return g_strdup_printf (_("%u. %s"), self->rank + 1, barn_item_get_title (item));
    case BARN_GROUPING_STATUS:
      {
        BarnStatus status = BARN_STATUS_NOT_STARTED;

        barn_status_from_nick (self->key, &status);
        self->rank = status;
        return g_strdup (barn_status_get_label (status));
      }
    case BARN_GROUPING_RESPONSIBLE:
      if (*self->key == '\0')
        return g_strdup (_("No one responsible"));
      self->rank = 0;
      item = barn_model_lookup (model, self->key);
      return g_strdup (item != NULL ? barn_item_get_title (item) : self->key);
    case BARN_GROUPING_NONE:
    default:
      self->rank = 0;
      return g_strdup (_("Activities"));
    }
}

void
barn_activity_group_name (BarnActivityGroup *self,
                          BarnGrouping       grouping,
                          BarnModel         *model,
                          BarnPlan          *plan)
{
  g_autofree char *title = dup_title (self, grouping, model, plan);

  if (g_strcmp0 (title, self->title) == 0)
    return;

  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_free (self->sort_key);
  self->sort_key = barn_collate_key (self->title);
  barn_activity_group_changed (self);
}

BarnActivityEntry *
barn_activity_entry_new (BarnActivity      *activity,
                         BarnActivityGroup *group)
{
  BarnActivityEntry *self = g_object_new (BARN_TYPE_ACTIVITY_ENTRY, NULL);

  self->activity = g_object_ref (activity);
  self->group = g_object_ref (group);

  return self;
}

const char *
barn_activity_group_get_key (BarnActivityGroup *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUP (self), NULL);

  return self->key;
}

const char *
barn_activity_group_get_title (BarnActivityGroup *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUP (self), NULL);

  return self->title;
}

const BarnTally *
barn_activity_group_get_tally (BarnActivityGroup *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUP (self), NULL);

  return &self->tally;
}

guint
barn_activity_group_get_n_shown (BarnActivityGroup *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUP (self), 0);

  return self->entries->len;
}

gboolean
barn_activity_group_get_collapsed (BarnActivityGroup *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUP (self), FALSE);

  return self->collapsed;
}

/**
 * barn_activity_entry_get_activity:
 * @self: a row
 *
 * Returns: (transfer none): the activity
 */
BarnActivity *
barn_activity_entry_get_activity (BarnActivityEntry *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_ENTRY (self), NULL);

  return self->activity;
}

/**
 * barn_activity_entry_get_group:
 * @self: a row
 *
 * Returns: (transfer none): the heading that it stands under
 */
BarnActivityGroup *
barn_activity_entry_get_group (BarnActivityEntry *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_ENTRY (self), NULL);

  return self->group;
}
