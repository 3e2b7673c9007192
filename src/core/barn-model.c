/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-model"

#include "config.h"

#include "barn-model.h"

#include "barn-item-private.h"
#include "barn-sorted-list.h"
#include "barn-text.h"

struct _BarnModel
{
  GObject parent_instance;

  GHashTable       *items;   /* id → BarnItem, owned */
  GHashTable       *waiting; /* id of a parent that is not here → GPtrArray of BarnItem */
  BarnOrganisation *organisation;
  GListStore       *lists[BARN_N_KINDS]; /* of kinds that belong to nothing; NULL for the rest */
};

G_DEFINE_FINAL_TYPE (BarnModel, barn_model, G_TYPE_OBJECT)

/* Every kind that belongs to another item names it in its first field */
#define PARENT_FIELD 0

/* What belongs to an item is put into it before the item is put into its list, so that whoever hears of an item finds it whole */
static const BarnKind arrival_order[] = {
  BARN_KIND_ROLE,
  BARN_KIND_UNIT,
  BARN_KIND_FOLLOW_UP,
  BARN_KIND_DELAY,
  BARN_KIND_MEASURE,
  BARN_KIND_REPORTED,
  BARN_KIND_INDICATOR_VALUE,
  BARN_KIND_INDICATOR,
  BARN_KIND_ASSESSMENT,
  BARN_KIND_OCCASION,
  BARN_KIND_PLAN_TEXT,
  BARN_KIND_SECTION_TEXT,
  BARN_KIND_ADOPTED,
  BARN_KIND_SHIFT,
  BARN_KIND_ACTIVITY,
  BARN_KIND_LONG_TERM,
  BARN_KIND_AREA,
  BARN_KIND_PLAN,
  BARN_KIND_YEAR_MARK,
  BARN_KIND_SAVED_VIEW,
};

/* The organisation stands in no list */
G_STATIC_ASSERT (G_N_ELEMENTS (arrival_order) == BARN_N_KINDS - 1);

static const char *
get_parent_id (BarnItem *item)
{
  return barn_kind_get_parent (barn_item_get_kind (item)) >= 0 ? barn_item_get_text (item, PARENT_FIELD) : NULL;
}

static BarnItem *
find_parent (BarnModel *self,
             BarnItem  *item)
{
  const char *id = get_parent_id (item);
  BarnItem *parent = id != NULL ? g_hash_table_lookup (self->items, id) : NULL;

  if (parent == NULL || (int) barn_item_get_kind (parent) != barn_kind_get_parent (barn_item_get_kind (item)))
    return NULL;

  return parent;
}

/* NULL: its parent is not here, or it stands in no list of the model's own (organisation, follow-up) */
static GListStore *
find_list (BarnModel *self,
           BarnItem  *item)
{
  BarnKind kind = barn_item_get_kind (item);
  BarnItem *parent = find_parent (self, item);

  if (parent != NULL && kind != BARN_KIND_FOLLOW_UP)
    return barn_item_get_child_store (parent, kind);

  return self->lists[kind];
}

/* Where those wait that name no parent at all */
static const char *
get_waiting_key (BarnItem *item)
{
  const char *parent = get_parent_id (item);

  return parent != NULL ? parent : "";
}

static void
let_wait (BarnModel *self,
          BarnItem  *item)
{
  const char *key = get_waiting_key (item);
  GPtrArray *children = g_hash_table_lookup (self->waiting, key);

  if (children == NULL)
    {
      children = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->waiting, g_strdup (key), children);
    }

  g_ptr_array_add (children, g_object_ref (item));
}

static gboolean
wait_no_more (BarnModel *self,
              BarnItem  *item)
{
  const char *key = get_waiting_key (item);
  GPtrArray *children = g_hash_table_lookup (self->waiting, key);

  if (children == NULL || !g_ptr_array_remove_fast (children, item))
    return FALSE;

  if (children->len == 0)
    g_hash_table_remove (self->waiting, key);

  return TRUE;
}

/* Takes an item out of the list it stands in, or from among those that wait; FALSE: it has not come anywhere yet */
static gboolean
detach (BarnModel *self,
        BarnItem  *item)
{
  BarnItem *parent = find_parent (self, item);
  GListStore *list = find_list (self, item);
  guint position;

  if (list != NULL)
    {
      if (!barn_sorted_list_find (list, item, &position))
        return FALSE;

      g_list_store_remove (list, position);
      return TRUE;
    }

  if (parent != NULL)
    return barn_activity_remove_follow_up (BARN_ACTIVITY (parent), BARN_FOLLOW_UP (item));

  return wait_no_more (self, item);
}

static void
let_all_wait (BarnModel  *self,
              GListStore *children)
{
  guint n_children = g_list_model_get_n_items (G_LIST_MODEL (children));

  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr (BarnItem) child = g_list_model_get_item (G_LIST_MODEL (children), i);

      let_wait (self, child);
    }

  g_list_store_remove_all (children);
}

static void
let_follow_ups_wait (BarnModel    *self,
                     BarnActivity *activity)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);
  g_autoptr (BarnFollowUp) follow_up = NULL;

  while ((follow_up = g_list_model_get_item (follow_ups, 0)) != NULL)
    {
      let_wait (self, BARN_ITEM (follow_up));
      barn_activity_remove_follow_up (activity, follow_up);
      g_clear_object (&follow_up);
    }
}

/* A parent that went takes nothing with it: what belonged to it goes by a removal of its own, or stays for one that comes back */
static void
let_children_wait (BarnModel *self,
                   BarnItem  *parent)
{
  for (guint kind = 0; kind < BARN_N_KINDS; kind++)
    {
      if (barn_kind_get_parent ((BarnKind) kind) == (int) barn_item_get_kind (parent) && kind != BARN_KIND_FOLLOW_UP)
        let_all_wait (self, barn_item_get_child_store (parent, (BarnKind) kind));
    }

  if (BARN_IS_ACTIVITY (parent))
    let_follow_ups_wait (self, BARN_ACTIVITY (parent));
}

static void
take_in_waiting (BarnModel  *self,
                 const char *parent,
                 GPtrArray **arrivals)
{
  g_autofree char *key = NULL;
  g_autoptr (GPtrArray) children = NULL;

  if (!g_hash_table_steal_extended (self->waiting, parent, (gpointer *) &key, (gpointer *) &children))
    return;

  for (guint i = 0; i < children->len; i++)
    {
      BarnItem *child = children->pdata[i];

      g_ptr_array_add (arrivals[barn_item_get_kind (child)], g_object_ref (child));
    }
}

/* Makes a living item what @fresh is; into @arrivals where it belongs to another parent now */
static void
update (BarnModel  *self,
        BarnItem   *item,
        BarnItem   *fresh,
        GPtrArray **arrivals)
{
  gboolean moved;
  GListStore *list;
  guint position = G_MAXUINT;

  if (g_strcmp0 (get_parent_id (item), get_parent_id (fresh)) != 0)
    {
      gboolean was_attached = detach (self, item);

      /* Given twice, it is among the arrivals already */
      barn_item_copy_fields (item, fresh);
      if (was_attached)
        g_ptr_array_add (arrivals[barn_item_get_kind (item)], g_object_ref (item));
      return;
    }

  /* Where it stands is found by what it was sorted by */
  list = find_list (self, item);
  moved = list != NULL && barn_item_compare (item, fresh) != 0 && barn_sorted_list_find (list, item, &position);

  if (!barn_item_copy_fields (item, fresh))
    return;

  if (moved)
    {
      barn_sorted_list_settle (list, position);
    }
  else if (BARN_IS_FOLLOW_UP (item))
    {
      BarnItem *activity = find_parent (self, item);

      if (activity != NULL)
        barn_activity_follow_up_changed (BARN_ACTIVITY (activity), BARN_FOLLOW_UP (item));
    }
}

static void
attach_follow_ups (BarnModel *self,
                   GPtrArray *follow_ups)
{
  for (guint i = 0; i < follow_ups->len; i++)
    {
      BarnItem *follow_up = follow_ups->pdata[i];
      BarnItem *activity = find_parent (self, follow_up);

      if (activity != NULL)
        barn_activity_add_follow_up (BARN_ACTIVITY (activity), BARN_FOLLOW_UP (follow_up));
      else
        let_wait (self, follow_up);
    }
}

/* All of one kind, each into its list, those of a list at once */
static void
attach (BarnModel *self,
        GPtrArray *arrivals)
{
  g_autoptr (GHashTable) by_list = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer list, items;

  for (guint i = 0; i < arrivals->len; i++)
    {
      BarnItem *item = arrivals->pdata[i];

      list = find_list (self, item);
      if (list == NULL)
        {
          let_wait (self, item);
          continue;
        }

      items = g_hash_table_lookup (by_list, list);
      if (items == NULL)
        {
          items = g_ptr_array_new ();
          g_hash_table_insert (by_list, list, items);
        }
      g_ptr_array_add (items, item);
    }

  g_hash_table_iter_init (&iter, by_list);
  while (g_hash_table_iter_next (&iter, &list, &items))
    barn_sorted_list_insert_all (list, items);
}

static void
barn_model_finalize (GObject *object)
{
  BarnModel *self = BARN_MODEL (object);

  g_clear_pointer (&self->waiting, g_hash_table_unref);
  for (guint i = 0; i < BARN_N_KINDS; i++)
    g_clear_object (&self->lists[i]);
  g_clear_object (&self->organisation);
  g_clear_pointer (&self->items, g_hash_table_unref);

  G_OBJECT_CLASS (barn_model_parent_class)->finalize (object);
}

static void
barn_model_class_init (BarnModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = barn_model_finalize;
}

static void
barn_model_init (BarnModel *self)
{
  /* The key is the item's own id */
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < G_N_ELEMENTS (arrival_order); i++)
    {
      if (barn_kind_get_parent (arrival_order[i]) < 0)
        self->lists[arrival_order[i]] = g_list_store_new (barn_kind_get_item_type (arrival_order[i]));
    }

  self->organisation = BARN_ORGANISATION (barn_item_new (BARN_KIND_ORGANISATION, BARN_ORGANISATION_ID));
  g_hash_table_insert (self->items,
                       (gpointer) barn_item_get_id (BARN_ITEM (self->organisation)),
                       g_object_ref (self->organisation));
}

/**
 * barn_model_new:
 *
 * Makes an empty model.
 *
 * Returns: (transfer full): the model
 */
BarnModel *
barn_model_new (void)
{
  return g_object_new (BARN_TYPE_MODEL, NULL);
}

/**
 * barn_model_get_organisation:
 * @self: a model
 *
 * Gets whose plan file it is.
 *
 * Returns: (transfer none): the organisation, never %NULL; its fields are empty until loaded
 */
BarnOrganisation *
barn_model_get_organisation (BarnModel *self)
{
  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  return self->organisation;
}

/**
 * barn_model_get_plans:
 * @self: a model
 *
 * Gets the plans by year, the latest first.
 *
 * Returns: (transfer none): a living list of #BarnPlan
 */
GListModel *
barn_model_get_plans (BarnModel *self)
{
  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  return G_LIST_MODEL (self->lists[BARN_KIND_PLAN]);
}

/**
 * barn_model_get_roles:
 * @self: a model
 *
 * Gets the roles in order.
 *
 * Returns: (transfer none): a living list of #BarnRole
 */
GListModel *
barn_model_get_roles (BarnModel *self)
{
  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  return G_LIST_MODEL (self->lists[BARN_KIND_ROLE]);
}

/**
 * barn_model_get_units:
 * @self: a model
 *
 * Gets the units in order.
 *
 * Returns: (transfer none): a living list of #BarnUnit
 */
GListModel *
barn_model_get_units (BarnModel *self)
{
  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  return G_LIST_MODEL (self->lists[BARN_KIND_UNIT]);
}

/**
 * barn_model_get_areas:
 * @self: a model
 *
 * Gets the development areas of all years, by year and then in order.
 *
 * Returns: (transfer none): a living list of #BarnArea
 */
GListModel *
barn_model_get_areas (BarnModel *self)
{
  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  return G_LIST_MODEL (self->lists[BARN_KIND_AREA]);
}

/**
 * barn_model_get_year_marks:
 * @self: a model
 *
 * Gets the marks that people made on the årshjul, by day.
 *
 * Returns: (transfer none): a living list of #BarnYearMark
 */
GListModel *
barn_model_get_year_marks (BarnModel *self)
{
  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  return G_LIST_MODEL (self->lists[BARN_KIND_YEAR_MARK]);
}

/**
 * barn_model_get_saved_views:
 * @self: a model
 *
 * Gets the views that were saved by name, in order.
 *
 * Returns: (transfer none): a living list of #BarnSavedView
 */
GListModel *
barn_model_get_saved_views (BarnModel *self)
{
  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  return G_LIST_MODEL (self->lists[BARN_KIND_SAVED_VIEW]);
}

/**
 * barn_model_lookup:
 * @self: a model
 * @id: the id of an item of any kind
 *
 * Finds an item.
 *
 * Returns: (transfer none) (nullable): the item; %NULL: there is none
 */
BarnItem *
barn_model_lookup (BarnModel  *self,
                   const char *id)
{
  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->items, id);
}

/**
 * barn_model_find_plan:
 * @self: a model
 * @year: a year
 *
 * Finds the plan of a year.
 *
 * Returns: (transfer none) (nullable): the plan; %NULL: the year has none
 */
BarnPlan *
barn_model_find_plan (BarnModel *self,
                      guint      year)
{
  guint n_plans;

  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  n_plans = g_list_model_get_n_items (G_LIST_MODEL (self->lists[BARN_KIND_PLAN]));
  for (guint i = 0; i < n_plans; i++)
    {
      g_autoptr (BarnPlan) plan = g_list_model_get_item (G_LIST_MODEL (self->lists[BARN_KIND_PLAN]), i);

      /* The list keeps it alive */
      if (barn_plan_get_year (plan) == year)
        return plan;
    }

  return NULL;
}

/**
 * barn_model_dup_areas:
 * @self: a model
 * @year: the year of the barnbokslut that set them
 *
 * Gets the development areas of one year, in order.
 *
 * Returns: (transfer container) (element-type BarnArea): the areas
 */
GPtrArray *
barn_model_dup_areas (BarnModel *self,
                      guint      year)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_areas;

  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  n_areas = g_list_model_get_n_items (G_LIST_MODEL (self->lists[BARN_KIND_AREA]));
  for (guint i = 0; i < n_areas; i++)
    {
      g_autoptr (BarnArea) area = g_list_model_get_item (G_LIST_MODEL (self->lists[BARN_KIND_AREA]), i);

      if (barn_area_get_year (area) == year)
        g_ptr_array_add (areas, g_steal_pointer (&area));
    }

  return g_steal_pointer (&areas);
}

/**
 * barn_model_dup_role_names:
 * @self: a model
 * @activity: an activity
 *
 * Names the roles of an activity in the roles' order: "Chefer, Medarbetare".
 *
 * Returns: (transfer full): the names; empty: it has no role
 */
char *
barn_model_dup_role_names (BarnModel    *self,
                           BarnActivity *activity)
{
  g_autoptr (GString) names = NULL;
  guint n_roles;

  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  names = g_string_new (NULL);
  n_roles = g_list_model_get_n_items (G_LIST_MODEL (self->lists[BARN_KIND_ROLE]));

  for (guint i = 0; i < n_roles; i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (G_LIST_MODEL (self->lists[BARN_KIND_ROLE]), i);

      if (!barn_activity_has_role (activity, barn_item_get_id (BARN_ITEM (role))))
        continue;

      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, barn_role_get_name (role));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * barn_model_dup_items:
 * @self: a model
 *
 * Returns: (transfer container) (element-type BarnItem): all that lives in it, in no order; the organisation is always among it
 */
GPtrArray *
barn_model_dup_items (BarnModel *self)
{
  GPtrArray *items;
  GHashTableIter iter;
  gpointer item;

  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);

  items = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, item);

  return items;
}

/**
 * barn_model_dup_responsible:
 * @self: a model
 * @activity: an activity in it
 *
 * Returns: (transfer full): who is responsible: the unit, and a function or a name there; "" for nobody
 */
char *
barn_model_dup_responsible (BarnModel    *self,
                            BarnActivity *activity)
{
  const char *words;
  const char *id;
  BarnItem *unit;

  g_return_val_if_fail (BARN_IS_MODEL (self), NULL);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), NULL);

  words = barn_activity_get_responsible (activity);
  id = barn_activity_get_unit (activity);
  unit = id != NULL ? barn_model_lookup (self, id) : NULL;

  if (unit == NULL)
    return g_strdup (words);
  if (barn_text_is_blank (words))
    return g_strdup (barn_item_get_title (unit));

  return g_strdup_printf ("%s, %s", barn_item_get_title (unit), words);
}

/**
 * barn_model_merge:
 * @self: a model
 * @fresh: (element-type BarnItem): rows as they are now, of any kinds in any order
 *
 * Takes fresh rows in. An item whose id is unknown is added and lives on as it is; a known one is changed in place, so
 * that it keeps its identity. What belongs to something that is not here yet waits for it.
 */
void
barn_model_merge (BarnModel *self,
                  GPtrArray *fresh)
{
  GPtrArray *arrivals[BARN_N_KINDS];

  g_return_if_fail (BARN_IS_MODEL (self));
  g_return_if_fail (fresh != NULL);

  for (guint i = 0; i < BARN_N_KINDS; i++)
    arrivals[i] = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < fresh->len; i++)
    {
      BarnItem *item = fresh->pdata[i];
      BarnItem *known = g_hash_table_lookup (self->items, barn_item_get_id (item));

      if (known == item)
        continue;

      if (known != NULL)
        {
          update (self, known, item, arrivals);
          continue;
        }

      g_hash_table_insert (self->items, (gpointer) barn_item_get_id (item), g_object_ref (item));
      g_ptr_array_add (arrivals[barn_item_get_kind (item)], g_object_ref (item));
      take_in_waiting (self, barn_item_get_id (item), arrivals);
    }

  for (guint i = 0; i < G_N_ELEMENTS (arrival_order); i++)
    {
      if (arrival_order[i] == BARN_KIND_FOLLOW_UP)
        attach_follow_ups (self, arrivals[arrival_order[i]]);
      else
        attach (self, arrivals[arrival_order[i]]);
    }

  for (guint i = 0; i < BARN_N_KINDS; i++)
    g_ptr_array_unref (arrivals[i]);
}

/**
 * barn_model_remove:
 * @self: a model
 * @id: the id of an item
 *
 * Takes an item out. What belongs to it is in no list then, until it is removed too or its parent comes back.
 */
void
barn_model_remove (BarnModel  *self,
                   const char *id)
{
  g_autoptr (BarnItem) item = NULL;

  g_return_if_fail (BARN_IS_MODEL (self));
  g_return_if_fail (id != NULL);

  item = g_hash_table_lookup (self->items, id);
  if (item == NULL)
    return;

  g_object_ref (item);

  if (BARN_IS_ORGANISATION (item))
    {
      g_autoptr (BarnItem) empty = barn_item_new (BARN_KIND_ORGANISATION, BARN_ORGANISATION_ID);

      barn_item_copy_fields (item, empty);
      return;
    }

  detach (self, item);
  g_hash_table_remove (self->items, id);
  let_children_wait (self, item);
}

/**
 * barn_model_today_changed:
 * @self: a model
 *
 * Tells each activity that it is another day.
 */
void
barn_model_today_changed (BarnModel *self)
{
  g_autoptr (GPtrArray) activities = NULL;
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (BARN_IS_MODEL (self));

  /* Whoever hears of it may change the model */
  activities = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      if (BARN_IS_ACTIVITY (item))
        g_ptr_array_add (activities, g_object_ref (item));
    }

  for (guint i = 0; i < activities->len; i++)
    barn_activity_today_changed (activities->pdata[i]);
}
