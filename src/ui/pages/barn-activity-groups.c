/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-groups"

#include "config.h"

#include "barn-activity-groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-activity-group-private.h"
#include "barn-row-diff.h"
#include "barn-text.h"

/* How long a slice may take: a frame at 60 Hz has 16 ms, and drawing needs its part */
#define SLICE_USEC (6 * G_TIME_SPAN_MILLISECOND)
/* After GTK has drawn, so that a frame goes out between two slices */
#define SLICE_PRIORITY (G_PRIORITY_HIGH_IDLE + 30)

/* A list view builds its first 200 rows before anything is drawn: many new rows are handed to it a few at a time, and all others at
   once when it has its share */
#define FIRST_ROWS 30
#define MORE_ROWS 20
#define BUILT_ROWS 240

/* What is known of an activity */
typedef struct
{
  BarnActivityGroups *owner; /* unowned */
  BarnActivity       *activity;
  gulong              notify_id;
  gboolean            stale;
  gboolean            listed; /* it is in the plan's list, not merely on its way from one place there to another */
  gboolean            fits;
  guint               place;
  gboolean            missing;
  gint64              number;
  char               *text;
  GPtrArray          *groups;  /* unowned BarnActivityGroup: where it stands now */
  GPtrArray          *entries; /* every row it has ever had: they come back the same */
} Record;

struct _BarnActivityGroups
{
  GObject            parent_instance;

  BarnModel         *model;
  BarnPlan          *plan;
  BarnFilter        *filter;
  BarnGrouping       grouping;
  BarnActivityOrder  order;
  gboolean           descending;

  GPtrArray         *records; /* in the order of the plan; owned by @by_activity */
  GHashTable        *by_activity;
  GHashTable        *groups;  /* key → BarnActivityGroup */
  GPtrArray         *rows;    /* unowned */
  GPtrArray         *awaited; /* (nullable): what @rows is the beginning of */
  guint              built;   /* how many of them the list view has its share with */
  guint              n_shown;

  guint              cursor;
  guint              slice_id;
  gboolean           dirty;
  gboolean           busy;
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
dup_group_title (BarnActivityGroups *self,
                 const char         *key,
                 guint              *rank)
{
  BarnItem *item;

  *rank = G_MAXUINT;

  switch (self->grouping)
    {
    case BARN_GROUPING_ROLE:
      item = find_in (barn_model_get_roles (self->model), key, rank);
      return g_strdup (item != NULL ? barn_item_get_title (item) : _("No role"));
    case BARN_GROUPING_SHIFT:
      item = find_in (barn_plan_get_shifts (self->plan), key, rank);
      if (item == NULL)
        return g_strdup (_("No shift"));
      /* Translators: a numbered shift: its number and its title */
      return g_strdup_printf (_("%u. %s"), *rank + 1, barn_item_get_title (item));
    case BARN_GROUPING_STATUS:
      {
        BarnStatus status = BARN_STATUS_NOT_STARTED;

        barn_status_from_nick (key, &status);
        *rank = status;
        return g_strdup (barn_status_get_label (status));
      }
    case BARN_GROUPING_RESPONSIBLE:
      if (*key == '\0')
        return g_strdup (_("No one responsible"));
      *rank = 0;
      item = barn_model_lookup (self->model, key);
      return g_strdup (item != NULL ? barn_item_get_title (item) : key);
    case BARN_GROUPING_NONE:
    default:
      *rank = 0;
      return g_strdup (_("Activities"));
    }
}

static void
name_group (BarnActivityGroups *self,
            BarnActivityGroup  *group)
{
  g_autofree char *title = dup_group_title (self, group->key, &group->rank);

  if (g_strcmp0 (title, group->title) == 0)
    return;

  g_free (group->title);
  group->title = g_steal_pointer (&title);
  g_free (group->sort_key);
  group->sort_key = barn_collate_key (group->title);
  barn_activity_group_changed (group);
}

static BarnActivityGroup *
ensure_group (BarnActivityGroups *self,
              const char         *key)
{
  BarnActivityGroup *group = g_hash_table_lookup (self->groups, key);

  if (group == NULL)
    {
      group = barn_activity_group_new (key);
      g_hash_table_insert (self->groups, group->key, group);
      name_group (self, group);
    }

  return group;
}

static void
place_in_set (BarnActivityGroups *self,
              Record             *record,
              const char *const  *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (barn_model_lookup (self->model, keys[i]) != NULL)
      g_ptr_array_add (record->groups, ensure_group (self, keys[i]));

  if (record->groups->len == 0)
    g_ptr_array_add (record->groups, ensure_group (self, ""));
}

static void
place_record (BarnActivityGroups *self,
              Record             *record)
{
  BarnActivity *activity = record->activity;

  g_ptr_array_set_size (record->groups, 0);

  switch (self->grouping)
    {
    case BARN_GROUPING_ROLE:
      place_in_set (self, record, barn_activity_get_roles (activity));
      break;
    case BARN_GROUPING_SHIFT:
      place_in_set (self, record, barn_activity_get_shifts (activity));
      break;
    case BARN_GROUPING_STATUS:
      {
        BarnStatus status = barn_activity_get_status (activity, barn_clock_get_today ());

        g_ptr_array_add (record->groups, ensure_group (self, barn_status_to_nick (status)));
      }
      break;
    case BARN_GROUPING_RESPONSIBLE:
      {
        const char *unit = barn_activity_get_unit (activity);

        g_ptr_array_add (record->groups,
                         ensure_group (self, unit != NULL ? unit : barn_activity_get_responsible (activity)));
      }
      break;
    case BARN_GROUPING_NONE:
    default:
      g_ptr_array_add (record->groups, ensure_group (self, ""));
    }
}

static void
key_record (BarnActivityGroups *self,
            Record             *record)
{
  BarnActivity *activity = record->activity;
  BarnDay today = barn_clock_get_today ();

  g_clear_pointer (&record->text, g_free);
  record->number = 0;
  record->missing = FALSE;

  switch (self->order)
    {
    case BARN_ACTIVITY_ORDER_STATUS:
      record->number = barn_activity_get_status (activity, today);
      break;
    case BARN_ACTIVITY_ORDER_TITLE:
      record->text = barn_collate_key (barn_activity_get_title (activity));
      break;
    case BARN_ACTIVITY_ORDER_RESPONSIBLE:
      {
        g_autofree char *responsible = barn_activity_dup_responsible (activity, self->model);

        record->missing = *responsible == '\0';
        record->text = barn_collate_key (responsible);
      }
      break;
    case BARN_ACTIVITY_ORDER_DUE:
      record->number = barn_activity_get_due_on (activity);
      record->missing = record->number == BARN_DAY_NONE;
      break;
    case BARN_ACTIVITY_ORDER_FOLLOW_UP:
      {
        BarnFollowUp *last = barn_activity_get_last_follow_up (activity, today);

        record->missing = last == NULL;
        record->number = last != NULL ? barn_follow_up_get_day (last) : 0;
      }
      break;
    case BARN_ACTIVITY_ORDER_PLAN:
    default:
      break;
    }
}

static void
examine_record (BarnActivityGroups *self,
                Record             *record)
{
  record->fits = self->filter == NULL || barn_filter_match (self->filter, record->activity);
  key_record (self, record);
  place_record (self, record);
  record->stale = FALSE;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const Record *left = *(const Record *const *) a;
  const Record *right = *(const Record *const *) b;
  BarnActivityGroups *self = user_data;
  int order = 0;

  if (left->missing != right->missing)
    return left->missing ? 1 : -1;

  if (left->text != NULL && right->text != NULL)
    order = strcmp (left->text, right->text);
  else if (left->number != right->number)
    order = left->number < right->number ? -1 : 1;
  if (order == 0)
    order = left->place < right->place ? -1 : 1;

  return self->descending ? -order : order;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const BarnActivityGroup *left = *(BarnActivityGroup *const *) a;
  const BarnActivityGroup *right = *(BarnActivityGroup *const *) b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;

  return strcmp (left->sort_key, right->sort_key);
}

static BarnActivityEntry *
ensure_entry (Record            *record,
              BarnActivityGroup *group)
{
  BarnActivityEntry *entry;

  for (guint i = 0; i < record->entries->len; i++)
    {
      entry = g_ptr_array_index (record->entries, i);
      if (entry->group == group)
        return entry;
    }

  entry = barn_activity_entry_new (record->activity, group);
  g_ptr_array_add (record->entries, entry);

  return entry;
}

/* Groups that somebody has rows in, in their order */
static GPtrArray *
fill_groups (BarnActivityGroups *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->records, NULL, NULL);
  GPtrArray *shown = g_ptr_array_new ();
  BarnDay today = barn_clock_get_today ();
  BarnActivityGroup *group;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &group))
    {
      memset (&group->tally, 0, sizeof group->tally);
      g_ptr_array_set_size (group->entries, 0);
      name_group (self, group);
    }

  for (guint i = 0; i < sorted->len; i++)
    ((Record *) g_ptr_array_index (sorted, i))->place = i;
  if (self->order != BARN_ACTIVITY_ORDER_PLAN || self->descending)
    g_ptr_array_sort_with_data (sorted, compare_records, self);

  self->n_shown = 0;
  for (guint i = 0; i < sorted->len; i++)
    {
      Record *record = g_ptr_array_index (sorted, i);

      self->n_shown += record->fits ? 1 : 0;
      for (guint j = 0; j < record->groups->len; j++)
        {
          group = g_ptr_array_index (record->groups, j);
          barn_tally_add (&group->tally, record->activity, today);
          if (!record->fits)
            continue;
          if (group->entries->len == 0)
            g_ptr_array_add (shown, group);
          g_ptr_array_add (group->entries, ensure_entry (record, group));
        }
    }

  g_ptr_array_sort (shown, compare_groups);

  return shown;
}

static GPtrArray *
flatten (BarnActivityGroups *self,
         GPtrArray          *groups)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      BarnActivityGroup *group = g_ptr_array_index (groups, i);

      if (self->grouping != BARN_GROUPING_NONE)
        {
          g_ptr_array_add (rows, group);
          if (group->collapsed)
            continue;
        }
      g_ptr_array_extend (rows, group->entries, NULL, NULL);
    }

  return rows;
}

static void
splice_rows (BarnActivityGroups *self,
             guint               position,
             guint               n_removed,
             gpointer           *added,
             guint               n_added)
{
  guint tail = self->rows->len - position - n_removed;

  if (n_added > n_removed)
    g_ptr_array_set_size (self->rows, self->rows->len + n_added - n_removed);
  memmove (self->rows->pdata + position + n_added, self->rows->pdata + position + n_removed, tail * sizeof (gpointer));
  if (n_added < n_removed)
    g_ptr_array_set_size (self->rows, self->rows->len + n_added - n_removed);
  if (n_added > 0)
    memcpy (self->rows->pdata + position, added, n_added * sizeof (gpointer));

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

typedef struct
{
  guint position;
  guint length;
} Run;

static void
find_longest_added (guint     position,
                    guint     n_removed,
                    gpointer *added,
                    guint     n_added,
                    gpointer  user_data)
{
  Run *longest = user_data;

  if (n_added > longest->length)
    {
      longest->position = position;
      longest->length = n_added;
    }
}

static void
on_row_run (guint     position,
            guint     n_removed,
            gpointer *added,
            guint     n_added,
            gpointer  user_data)
{
  splice_rows (user_data, position, n_removed, added, n_added);
}

static void
tell_groups (GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      BarnActivityGroup *group = g_ptr_array_index (groups, i);

      if (memcmp (&group->tally, &group->told_tally, sizeof group->tally) == 0 && group->told_shown == group->entries->len)
        continue;

      group->told_tally = group->tally;
      group->told_shown = group->entries->len;
      barn_activity_group_changed (group);
    }
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer user_data)
{
  return !((Record *) value)->listed;
}

static void
settle (BarnActivityGroups *self)
{
  g_clear_pointer (&self->awaited, g_ptr_array_unref);
  set_busy (self, FALSE);
  g_signal_emit (self, signals[SETTLED], 0);
}

/* The next rows of those awaited; returns whether more are */
static gboolean
grow (BarnActivityGroups *self)
{
  guint position = self->rows->len;
  guint n_left = self->awaited->len - position;
  guint n_added = position < self->built ? MIN (n_left, MORE_ROWS) : n_left;

  splice_rows (self, position, 0, self->awaited->pdata + position, n_added);
  if (n_added < n_left)
    return TRUE;

  settle (self);

  return FALSE;
}

static void
arrange (BarnActivityGroups *self)
{
  g_autoptr (GPtrArray) groups = fill_groups (self);
  g_autoptr (GPtrArray) rows = flatten (self, groups);
  g_autoptr (GPtrArray) old = g_ptr_array_copy (self->rows, NULL, NULL);
  Run longest = { 0 };

  self->dirty = FALSE;
  g_clear_pointer (&self->awaited, g_ptr_array_unref);

  barn_row_diff (old, rows, find_longest_added, &longest);
  if (longest.length > FIRST_ROWS + MORE_ROWS)
    {
      self->awaited = g_ptr_array_copy (rows, NULL, NULL);
      self->built = longest.position + BUILT_ROWS;
      g_ptr_array_set_size (rows, longest.position + FIRST_ROWS);
    }

  barn_row_diff (old, rows, on_row_run, self);
  tell_groups (groups);
  g_hash_table_foreach_remove (self->by_activity, is_gone, NULL);
  if (self->awaited == NULL)
    settle (self);
}

/* Goes on until @deadline; returns whether all is done */
static gboolean
work_until (BarnActivityGroups *self,
            gint64              deadline)
{
  while (self->cursor < self->records->len)
    {
      Record *record = g_ptr_array_index (self->records, self->cursor++);

      if (!record->stale)
        continue;
      examine_record (self, record);
      if (g_get_monotonic_time () > deadline && self->cursor < self->records->len)
        return FALSE;
    }

  if (self->dirty)
    arrange (self);
  else if (self->awaited != NULL)
    grow (self);

  return self->awaited == NULL;
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
    ((Record *) g_ptr_array_index (self->records, i))->stale = TRUE;

  schedule (self);
  if (work_until (self, g_get_monotonic_time () + SLICE_USEC))
    g_clear_handle_id (&self->slice_id, g_source_remove);
  else
    set_busy (self, TRUE);
}

static void
on_activity_notify (Record *record)
{
  record->stale = TRUE;
  schedule (record->owner);
}

static void
record_free (gpointer data)
{
  Record *record = data;

  g_signal_handler_disconnect (record->activity, record->notify_id);
  g_object_unref (record->activity);
  g_free (record->text);
  g_ptr_array_unref (record->groups);
  g_ptr_array_unref (record->entries);
  g_free (record);
}

static Record *
ensure_record (BarnActivityGroups *self,
               BarnActivity       *activity)
{
  Record *record = g_hash_table_lookup (self->by_activity, activity);

  if (record == NULL)
    {
      record = g_new0 (Record, 1);
      record->owner = self;
      record->activity = g_object_ref (activity);
      record->groups = g_ptr_array_new ();
      record->entries = g_ptr_array_new_with_free_func (g_object_unref);
      record->stale = TRUE;
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
    ((Record *) g_ptr_array_index (self->records, position + i))->listed = FALSE;
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
    ((Record *) g_ptr_array_index (self->records, i))->stale = TRUE;
  schedule (self);
}

static void
drop_source (BarnActivityGroups *self)
{
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_pointer (&self->awaited, g_ptr_array_unref);

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

static GType
barn_activity_groups_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
barn_activity_groups_get_n_items (GListModel *model)
{
  return BARN_ACTIVITY_GROUPS (model)->rows->len;
}

static gpointer
barn_activity_groups_get_item (GListModel *model,
                               guint       position)
{
  BarnActivityGroups *self = BARN_ACTIVITY_GROUPS (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
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
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->records, 0);
  g_hash_table_remove_all (self->by_activity);
  g_hash_table_remove_all (self->groups);

  G_OBJECT_CLASS (barn_activity_groups_parent_class)->dispose (object);
}

static void
barn_activity_groups_finalize (GObject *object)
{
  BarnActivityGroups *self = BARN_ACTIVITY_GROUPS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->by_activity);
  g_hash_table_unref (self->groups);
  g_clear_pointer (&self->filter, barn_filter_free);

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
  self->rows = g_ptr_array_new ();
  self->by_activity = g_hash_table_new_full (NULL, NULL, NULL, record_free);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
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
  guint n_rows;

  g_return_if_fail (BARN_IS_ACTIVITY_GROUPS (self));
  g_return_if_fail ((model == NULL) == (plan == NULL));

  if (self->plan == plan && self->model == model)
    return;

  drop_source (self);
  n_rows = self->rows->len;
  g_ptr_array_set_size (self->rows, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_rows, 0);
  g_ptr_array_set_size (self->records, 0);
  g_hash_table_remove_all (self->by_activity);
  g_hash_table_remove_all (self->groups);
  self->n_shown = 0;
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

  g_clear_pointer (&self->filter, barn_filter_free);
  if (filter != NULL && !barn_filter_is_empty (filter))
    self->filter = barn_filter_copy (filter);
  if (self->plan != NULL)
    start (self, TRUE);
}

BarnGrouping
barn_activity_groups_get_grouping (BarnActivityGroups *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (self), BARN_GROUPING_ROLE);

  return self->grouping;
}

void
barn_activity_groups_set_grouping (BarnActivityGroups *self,
                                   BarnGrouping        grouping)
{
  g_return_if_fail (BARN_IS_ACTIVITY_GROUPS (self));
  g_return_if_fail ((guint) grouping < BARN_N_GROUPINGS);

  if (self->grouping == grouping)
    return;

  self->grouping = grouping;

  /* Keys of one grouping mean nothing in another. The rows are emptied with their groups, so that nothing points to them. */
  if (self->plan != NULL)
    {
      guint n_rows = self->rows->len;

      g_clear_pointer (&self->awaited, g_ptr_array_unref);
      g_ptr_array_set_size (self->rows, 0);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_rows, 0);
      for (guint i = 0; i < self->records->len; i++)
        {
          Record *record = g_ptr_array_index (self->records, i);

          g_ptr_array_set_size (record->groups, 0);
          g_ptr_array_set_size (record->entries, 0);
        }
      g_hash_table_remove_all (self->groups);
      start (self, TRUE);
    }
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

  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (self), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  if (!g_hash_table_contains (self->by_activity, activity))
    return NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      BarnActivityEntry *entry = g_ptr_array_index (self->rows, i);

      if (!BARN_IS_ACTIVITY_ENTRY (entry) || entry->activity != activity)
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
  if (self->awaited != NULL)
    {
      self->built = 0;
      grow (self);
    }
  g_clear_handle_id (&self->slice_id, g_source_remove);
}
