/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-groups"

#include "config.h"

#include "barn-activity-groups.h"

#include <string.h>

#include "barn-activity-group-private.h"
#include "barn-activity-headings.h"
#include "barn-activity-record.h"
#include "barn-gradual-list.h"

/* How long a slice may take: a frame at 60 Hz has 16 ms, and drawing needs its part */
#define SLICE_USEC (6 * G_TIME_SPAN_MILLISECOND)
/* After GTK has drawn, so that a frame goes out between two slices */
#define SLICE_PRIORITY (G_PRIORITY_HIGH_IDLE + 30)

struct _BarnActivityGroups
{
  GObject               parent_instance;

  BarnModel            *model;
  BarnPlan             *plan;
  BarnActivityOrder     order;
  gboolean              descending;

  GPtrArray            *records; /* in the order of the plan; owned by @by_activity */
  GHashTable           *by_activity;
  BarnActivitySieve    *sieve;
  BarnActivityHeadings *headings;
  BarnGradualList      *rows;
  BarnTally             tally;
  guint                 n_shown;

  guint                 cursor;
  guint                 slice_id;
  gboolean              dirty;   /* the headings are to be filled anew */
  gboolean              filled;  /* they are, and the rows do not show it yet */
  gboolean              busy;
};

enum
{
  PROP_BUSY = 1,
  N_PROPS
};

enum
{
  SETTLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void barn_activity_groups_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BarnActivityGroups, barn_activity_groups, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, barn_activity_groups_list_model_init))

static void
set_busy (BarnActivityGroups *self,
          gboolean            busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
examine_record (BarnActivityGroups *self,
                BarnActivityRecord *record)
{
  record->parts = barn_activity_sieve_match (self->sieve, record->activity);
  barn_activity_record_set_key (record, self->order, self->model);
  barn_activity_headings_place (self->headings, record->activity, record->groups);
  record->stale = FALSE;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const BarnActivityRecord *left = *(const BarnActivityRecord *const *) a;
  const BarnActivityRecord *right = *(const BarnActivityRecord *const *) b;
  BarnActivityGroups *self = user_data;

  return barn_activity_record_compare (left, right, self->descending);
}

/* Puts the rows of what fits under the headings, and counts */
static void
fill_headings (BarnActivityGroups *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->records, NULL, NULL);
  BarnDay today = barn_clock_get_today ();

  for (guint i = 0; i < sorted->len; i++)
    ((BarnActivityRecord *) g_ptr_array_index (sorted, i))->place = i;
  if (self->order != BARN_ACTIVITY_ORDER_PLAN || self->descending)
    g_ptr_array_sort_with_data (sorted, compare_records, self);

  self->n_shown = 0;
  barn_activity_sieve_begin (self->sieve);
  barn_activity_headings_empty (self->headings);
  for (guint i = 0; i < sorted->len; i++)
    {
      BarnActivityRecord *record = g_ptr_array_index (sorted, i);
      gboolean fits = record->parts == BARN_SIEVE_ALL;

      barn_activity_sieve_count (self->sieve, record->parts, record->activity, today);
      self->n_shown += fits ? 1 : 0;
      for (guint j = 0; j < record->groups->len; j++)
        {
          BarnActivityGroup *group = g_ptr_array_index (record->groups, j);

          barn_tally_add (&group->tally, record->activity, today);
          if (fits)
            g_ptr_array_add (group->entries, barn_activity_record_ensure_entry (record, group));
        }
    }
  barn_activity_sieve_tally (self->sieve, &self->tally);
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer user_data)
{
  return !((BarnActivityRecord *) value)->listed;
}

static void
settle (BarnActivityGroups *self)
{
  if (!barn_gradual_list_is_settled (self->rows))
    return;

  set_busy (self, FALSE);
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
show_rows (BarnActivityGroups *self)
{
  g_autoptr (GPtrArray) rows = barn_activity_headings_flatten (self->headings);

  self->filled = FALSE;
  barn_gradual_list_set_rows (self->rows, rows);
  barn_activity_headings_tell (self->headings);
  g_hash_table_foreach_remove (self->by_activity, is_gone, NULL);
  settle (self);
}

/* Goes on until @deadline; returns whether all is done */
static gboolean
work_until (BarnActivityGroups *self,
            gint64              deadline)
{
  while (self->cursor < self->records->len)
    {
      BarnActivityRecord *record = g_ptr_array_index (self->records, self->cursor++);

      if (!record->stale)
        continue;
      examine_record (self, record);
      if (g_get_monotonic_time () > deadline && self->cursor < self->records->len)
        return FALSE;
    }

  /* Of many rows, counting takes a slice, and handing them out another */
  if (self->dirty)
    {
      fill_headings (self);
      self->dirty = FALSE;
      self->filled = TRUE;
      if (g_get_monotonic_time () > deadline)
        return FALSE;
    }

  if (self->filled)
    show_rows (self);
  else if (!barn_gradual_list_is_settled (self->rows))
    {
      barn_gradual_list_step (self->rows);
      settle (self);
    }

  return barn_gradual_list_is_settled (self->rows);
}

static gboolean
on_slice (gpointer user_data)
{
  BarnActivityGroups *self = user_data;

  if (!work_until (self, g_get_monotonic_time () + SLICE_USEC))
    return G_SOURCE_CONTINUE;

  self->slice_id = 0;

  return G_SOURCE_REMOVE;
}

static void
schedule (BarnActivityGroups *self)
{
  self->dirty = TRUE;
  self->cursor = 0;
  if (self->slice_id == 0)
    self->slice_id = g_idle_add_full (SLICE_PRIORITY, on_slice, self, NULL);
}

/* What is little is done at once, so that the list never flickers */
static void
start (BarnActivityGroups *self,
       gboolean            all)
{
  for (guint i = 0; all && i < self->records->len; i++)
    ((BarnActivityRecord *) g_ptr_array_index (self->records, i))->stale = TRUE;

  schedule (self);
  if (work_until (self, g_get_monotonic_time () + SLICE_USEC))
    g_clear_handle_id (&self->slice_id, g_source_remove);
  else
    set_busy (self, TRUE);
}

static void
on_activity_notify (BarnActivityRecord *record)
{
  record->stale = TRUE;
  schedule (record->owner);
}

static BarnActivityRecord *
ensure_record (BarnActivityGroups *self,
               BarnActivity       *activity)
{
  BarnActivityRecord *record = g_hash_table_lookup (self->by_activity, activity);

  if (record == NULL)
    {
      record = barn_activity_record_new (activity);
      record->owner = self;
      record->notify_id =
        g_signal_connect_swapped (activity, "notify", G_CALLBACK (on_activity_notify), record);
      g_hash_table_insert (self->by_activity, record->activity, record);
    }
  record->listed = TRUE;

  return record;
}

static void
on_activities_changed (GListModel         *activities,
                       guint               position,
                       guint               removed,
                       guint               added,
                       BarnActivityGroups *self)
{
  for (guint i = 0; i < removed; i++)
    ((BarnActivityRecord *) g_ptr_array_index (self->records, position + i))->listed = FALSE;
  if (removed > 0)
    g_ptr_array_remove_range (self->records, position, removed);

  if (added > 0)
    {
      guint tail = self->records->len - position;

      g_ptr_array_set_size (self->records, self->records->len + added);
      memmove (self->records->pdata + position + added, self->records->pdata + position, tail * sizeof (gpointer));
      for (guint i = 0; i < added; i++)
        {
          g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, position + i);

          self->records->pdata[position + i] = ensure_record (self, activity);
        }
    }

  schedule (self);
}

/* Roles, shifts or units came, went or changed place */
static void
on_headings_changed (BarnActivityGroups *self)
{
  for (guint i = 0; i < self->records->len; i++)
    ((BarnActivityRecord *) g_ptr_array_index (self->records, i))->stale = TRUE;
  schedule (self);
}

static void
drop_source (BarnActivityGroups *self)
{
  g_clear_handle_id (&self->slice_id, g_source_remove);
  self->dirty = FALSE;
  self->filled = FALSE;

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_func (barn_model_get_roles (self->model), on_headings_changed, self);
      g_signal_handlers_disconnect_by_func (barn_model_get_units (self->model), on_headings_changed, self);
    }
  if (self->plan != NULL)
    {
      g_signal_handlers_disconnect_by_func (barn_plan_get_shifts (self->plan), on_headings_changed, self);
      g_signal_handlers_disconnect_by_func (barn_plan_get_activities (self->plan), on_activities_changed, self);
    }

  g_clear_object (&self->model);
  g_clear_object (&self->plan);
}

static void
on_rows_changed (GListModel         *rows,
                 guint               position,
                 guint               removed,
                 guint               added,
                 BarnActivityGroups *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
barn_activity_groups_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
barn_activity_groups_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (BARN_ACTIVITY_GROUPS (model)->rows));
}

static gpointer
barn_activity_groups_get_item (GListModel *model,
                               guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (BARN_ACTIVITY_GROUPS (model)->rows), position);
}

static void
barn_activity_groups_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = barn_activity_groups_get_item_type;
  iface->get_n_items = barn_activity_groups_get_n_items;
  iface->get_item = barn_activity_groups_get_item;
}

static void
barn_activity_groups_dispose (GObject *object)
{
  BarnActivityGroups *self = BARN_ACTIVITY_GROUPS (object);

  drop_source (self);
  g_signal_handlers_disconnect_by_data (self->rows, self);
  barn_gradual_list_clear (self->rows);
  g_ptr_array_set_size (self->records, 0);
  g_hash_table_remove_all (self->by_activity);
  barn_activity_headings_set_source (self->headings, NULL, NULL);

  G_OBJECT_CLASS (barn_activity_groups_parent_class)->dispose (object);
}

static void
barn_activity_groups_finalize (GObject *object)
{
  BarnActivityGroups *self = BARN_ACTIVITY_GROUPS (object);

  g_object_unref (self->rows);
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->by_activity);
  barn_activity_headings_free (self->headings);
  barn_activity_sieve_free (self->sieve);

  G_OBJECT_CLASS (barn_activity_groups_parent_class)->finalize (object);
}

static void
barn_activity_groups_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, BARN_ACTIVITY_GROUPS (object)->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_activity_groups_class_init (BarnActivityGroupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = barn_activity_groups_dispose;
  object_class->finalize = barn_activity_groups_finalize;
  object_class->get_property = barn_activity_groups_get_property;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SETTLED] =
    g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
barn_activity_groups_init (BarnActivityGroups *self)
{
  self->records = g_ptr_array_new ();
  self->sieve = barn_activity_sieve_new ();
  self->rows = barn_gradual_list_new ();
  g_signal_connect (self->rows, "items-changed", G_CALLBACK (on_rows_changed), self);
  self->by_activity = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) barn_activity_record_free);
  self->headings = barn_activity_headings_new ();
}

/**
 * barn_activity_groups_new:
 *
 * Returns: (transfer full): rows of nothing yet
 */
BarnActivityGroups *
barn_activity_groups_new (void)
{
  return g_object_new (BARN_TYPE_ACTIVITY_GROUPS, NULL);
}

/**
 * barn_activity_groups_set_source:
 * @self: the rows
 * @model: (nullable): the living items
 * @plan: (nullable): whose activities are listed
 *
 * Lists the activities of another plan.
 */
void
barn_activity_groups_set_source (BarnActivityGroups *self,
                                 BarnModel          *model,
                                 BarnPlan           *plan)
{
  g_return_if_fail (BARN_IS_ACTIVITY_GROUPS (self));
  g_return_if_fail ((model == NULL) == (plan == NULL));

  if (self->plan == plan && self->model == model)
    return;

  drop_source (self);
  barn_gradual_list_clear (self->rows);
  g_ptr_array_set_size (self->records, 0);
  g_hash_table_remove_all (self->by_activity);
  barn_activity_headings_set_source (self->headings, model, plan);
  self->n_shown = 0;
  memset (&self->tally, 0, sizeof self->tally);
  if (plan == NULL)
    return;

  self->model = g_object_ref (model);
  self->plan = g_object_ref (plan);
  g_signal_connect_swapped (barn_model_get_roles (model), "items-changed", G_CALLBACK (on_headings_changed), self);
  g_signal_connect_swapped (barn_model_get_units (model), "items-changed", G_CALLBACK (on_headings_changed), self);
  g_signal_connect_swapped (barn_plan_get_shifts (plan), "items-changed", G_CALLBACK (on_headings_changed), self);
  g_signal_connect (barn_plan_get_activities (plan), "items-changed", G_CALLBACK (on_activities_changed), self);
  on_activities_changed (barn_plan_get_activities (plan), 0, 0,
                         g_list_model_get_n_items (barn_plan_get_activities (plan)), self);
  start (self, FALSE);
}

/**
 * barn_activity_groups_set_filter:
 * @self: the rows
 * @filter: (nullable): which activities are asked for; %NULL for all
 */
void
barn_activity_groups_set_filter (BarnActivityGroups *self,
                                 const BarnFilter   *filter)
{
  g_return_if_fail (BARN_IS_ACTIVITY_GROUPS (self));

  barn_activity_sieve_set (self->sieve, filter);
  if (self->plan != NULL)
    start (self, TRUE);
}

BarnGrouping
barn_activity_groups_get_grouping (BarnActivityGroups *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (self), BARN_GROUPING_ROLE);

  return self->headings->grouping;
}

void
barn_activity_groups_set_grouping (BarnActivityGroups *self,
                                   BarnGrouping        grouping)
{
  g_return_if_fail (BARN_IS_ACTIVITY_GROUPS (self));
  g_return_if_fail ((guint) grouping < BARN_N_GROUPINGS);

  if (self->headings->grouping == grouping)
    return;

  /* The rows stand until the new ones are known */
  for (guint i = 0; i < self->records->len; i++)
    {
      BarnActivityRecord *record = g_ptr_array_index (self->records, i);

      g_ptr_array_set_size (record->groups, 0);
      g_ptr_array_set_size (record->entries, 0);
    }
  barn_activity_headings_set_grouping (self->headings, grouping);
  if (self->plan != NULL)
    start (self, TRUE);
}

BarnActivityOrder
barn_activity_groups_get_order (BarnActivityGroups *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (self), BARN_ACTIVITY_ORDER_PLAN);

  return self->order;
}

gboolean
barn_activity_groups_get_descending (BarnActivityGroups *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (self), FALSE);

  return self->descending;
}

void
barn_activity_groups_set_order (BarnActivityGroups *self,
                                BarnActivityOrder   order,
                                gboolean            descending)
{
  g_return_if_fail (BARN_IS_ACTIVITY_GROUPS (self));
  g_return_if_fail ((guint) order < BARN_N_ACTIVITY_ORDERS);

  if (self->order == order && self->descending == descending)
    return;

  self->order = order;
  self->descending = descending;
  if (self->plan != NULL)
    start (self, TRUE);
}

/**
 * barn_activity_groups_set_collapsed:
 * @self: the rows
 * @group: one of its headings
 * @collapsed: whether the rows under it are hidden
 */
void
barn_activity_groups_set_collapsed (BarnActivityGroups *self,
                                    BarnActivityGroup  *group,
                                    gboolean            collapsed)
{
  g_return_if_fail (BARN_IS_ACTIVITY_GROUPS (self));
  g_return_if_fail (BARN_IS_ACTIVITY_GROUP (group));

  if (group->collapsed == collapsed)
    return;

  group->collapsed = collapsed;
  barn_activity_group_changed (group);
  start (self, FALSE);
}

gboolean
barn_activity_groups_get_busy (BarnActivityGroups *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (self), FALSE);

  return self->busy;
}

/**
 * barn_activity_groups_get_tally:
 * @self: the rows
 *
 * Returns: (transfer none): the figures above the list: each says what there is to see with its own question taken out of the filter
 */
const BarnTally *
barn_activity_groups_get_tally (BarnActivityGroups *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (self), NULL);

  return &self->tally;
}

guint
barn_activity_groups_get_n_shown (BarnActivityGroups *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (self), 0);

  return self->n_shown;
}

/**
 * barn_activity_groups_find:
 * @self: the rows
 * @activity: an activity
 * @group: (nullable): where it is wanted first
 * @position: (out) (optional): its place
 *
 * Returns: (transfer none) (nullable): the row of @activity in @group, else the first that it has; %NULL where it is not shown
 */
BarnActivityEntry *
barn_activity_groups_find (BarnActivityGroups *self,
                           BarnActivity       *activity,
                           BarnActivityGroup  *group,
                           guint              *position)
{
  BarnActivityEntry *found = NULL;
  gpointer row;

  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (self), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  if (!g_hash_table_contains (self->by_activity, activity))
    return NULL;

  for (guint i = 0; (row = barn_gradual_list_peek (self->rows, i)) != NULL; i++)
    {
      BarnActivityEntry *entry = row;

      if (!BARN_IS_ACTIVITY_ENTRY (row) || entry->activity != activity)
        continue;
      if (found == NULL || entry->group == group)
        {
          found = entry;
          if (position != NULL)
            *position = i;
        }
      if (group == NULL || entry->group == group)
        break;
    }

  return found;
}

/**
 * barn_activity_groups_refresh:
 * @self: the rows
 *
 * Looks at the names of the headings again, after a change of roles, shifts or units.
 */
void
barn_activity_groups_refresh (BarnActivityGroups *self)
{
  g_return_if_fail (BARN_IS_ACTIVITY_GROUPS (self));

  if (self->plan != NULL)
    schedule (self);
}

/**
 * barn_activity_groups_settle:
 * @self: the rows
 *
 * Does at once what is left to do: before something is looked for among the rows that a change has just brought about.
 */
void
barn_activity_groups_settle (BarnActivityGroups *self)
{
  g_return_if_fail (BARN_IS_ACTIVITY_GROUPS (self));

  if (self->plan == NULL)
    return;

  work_until (self, G_MAXINT64);
  if (!barn_gradual_list_is_settled (self->rows))
    {
      barn_gradual_list_finish (self->rows);
      settle (self);
    }
  g_clear_handle_id (&self->slice_id, g_source_remove);
}
