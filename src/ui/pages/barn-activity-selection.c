/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-selection"

#include "config.h"

#include "barn-activity-selection.h"

struct _BarnActivitySelection
{
  GObject             parent_instance;

  BarnActivityGroups *groups;
  GtkMultiSelection  *rows;   /* which rows are marked now */
  GHashTable         *chosen; /* the activities that are meant */
};

static void barn_activity_selection_list_model_init (GListModelInterface *iface);
static void barn_activity_selection_selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BarnActivitySelection, barn_activity_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, barn_activity_selection_list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, barn_activity_selection_selection_model_init))

/* (transfer none) (nullable): NULL for a heading */
static BarnActivity *
get_activity (BarnActivitySelection *self,
              guint                  position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->groups), position);

  return BARN_IS_ACTIVITY_ENTRY (row) ? barn_activity_entry_get_activity (BARN_ACTIVITY_ENTRY (row)) : NULL;
}

static void
remember (BarnActivitySelection *self)
{
  g_autoptr (GPtrArray) activities = barn_activity_selection_list_activities (self);

  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; i < activities->len; i++)
    g_hash_table_add (self->chosen, g_object_ref (g_ptr_array_index (activities, i)));
}

/* A row that changed place has lost its mark. Of an activity with several rows one is enough, where none was marked before. */
static void
restore (BarnActivitySelection *self)
{
  g_autoptr (GtkBitset) marked = NULL;
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr (GHashTable) found = NULL;
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->groups));

  if (g_hash_table_size (self->chosen) == 0)
    return;

  marked = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  found = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      BarnActivity *activity = get_activity (self, i);

      if (activity == NULL || !g_hash_table_contains (self->chosen, activity))
        continue;
      if (gtk_bitset_contains (marked, i) || g_hash_table_add (found, activity))
        gtk_bitset_add (wanted, i);
    }

  if (!gtk_bitset_equals (marked, wanted))
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->rows), wanted, wanted);
}

static void
on_items_changed (BarnActivitySelection *self,
                  guint                  position,
                  guint                  removed,
                  guint                  added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
on_selection_changed (BarnActivitySelection *self,
                      guint                  position,
                      guint                  n_rows)
{
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, n_rows);
}

static GType
barn_activity_selection_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
barn_activity_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (BARN_ACTIVITY_SELECTION (model)->rows));
}

static gpointer
barn_activity_selection_get_item (GListModel *model,
                                  guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (BARN_ACTIVITY_SELECTION (model)->rows), position);
}

static gboolean
barn_activity_selection_is_selected (GtkSelectionModel *model,
                                     guint              position)
{
  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (BARN_ACTIVITY_SELECTION (model)->rows), position);
}

static GtkBitset *
barn_activity_selection_get_selection_in_range (GtkSelectionModel *model,
                                                guint              position,
                                                guint              n_items)
{
  return gtk_selection_model_get_selection_in_range (GTK_SELECTION_MODEL (BARN_ACTIVITY_SELECTION (model)->rows),
                                                     position, n_items);
}

/* The one door: GTK's other ways to select lead here */
static gboolean
barn_activity_selection_set_selection (GtkSelectionModel *model,
                                       GtkBitset         *selected,
                                       GtkBitset         *mask)
{
  BarnActivitySelection *self = BARN_ACTIVITY_SELECTION (model);
  g_autoptr (GtkBitset) activities = gtk_bitset_copy (selected);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (get_activity (self, position) == NULL)
      gtk_bitset_remove (activities, position);

  if (!gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->rows), activities, mask))
    return FALSE;

  remember (self);

  return TRUE;
}

static void
barn_activity_selection_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = barn_activity_selection_get_item_type;
  iface->get_n_items = barn_activity_selection_get_n_items;
  iface->get_item = barn_activity_selection_get_item;
}

static void
barn_activity_selection_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = barn_activity_selection_is_selected;
  iface->get_selection_in_range = barn_activity_selection_get_selection_in_range;
  iface->set_selection = barn_activity_selection_set_selection;
}

static void
barn_activity_selection_dispose (GObject *object)
{
  BarnActivitySelection *self = BARN_ACTIVITY_SELECTION (object);

  if (self->groups != NULL)
    g_signal_handlers_disconnect_by_data (self->groups, self);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  g_clear_object (&self->groups);
  g_clear_pointer (&self->chosen, g_hash_table_unref);

  G_OBJECT_CLASS (barn_activity_selection_parent_class)->dispose (object);
}

static void
barn_activity_selection_class_init (BarnActivitySelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = barn_activity_selection_dispose;
}

static void
barn_activity_selection_init (BarnActivitySelection *self)
{
  self->chosen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * barn_activity_selection_new:
 * @groups: the rows
 *
 * Returns: (transfer full): a selection of nothing
 */
BarnActivitySelection *
barn_activity_selection_new (BarnActivityGroups *groups)
{
  BarnActivitySelection *self;

  g_return_val_if_fail (BARN_IS_ACTIVITY_GROUPS (groups), NULL);

  self = g_object_new (BARN_TYPE_ACTIVITY_SELECTION, NULL);
  self->groups = g_object_ref (groups);
  self->rows = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (groups)));
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (on_items_changed), self);
  g_signal_connect_swapped (self->rows, "selection-changed", G_CALLBACK (on_selection_changed), self);
  g_signal_connect_swapped (groups, "settled", G_CALLBACK (restore), self);

  return self;
}

/**
 * barn_activity_selection_list_activities:
 * @self: the selection
 *
 * Returns: (transfer full) (element-type BarnActivity): those that are shown, in the order of the list, each once
 */
GPtrArray *
barn_activity_selection_list_activities (BarnActivitySelection *self)
{
  GPtrArray *activities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GtkBitset) bitset = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (BARN_IS_ACTIVITY_SELECTION (self), activities);

  bitset = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, bitset, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      BarnActivity *activity = get_activity (self, position);

      if (activity != NULL && g_hash_table_add (seen, activity))
        g_ptr_array_add (activities, g_object_ref (activity));
    }

  return activities;
}

gboolean
barn_activity_selection_get_first (BarnActivitySelection *self,
                                   guint                 *position)
{
  g_autoptr (GtkBitset) bitset = NULL;

  g_return_val_if_fail (BARN_IS_ACTIVITY_SELECTION (self), FALSE);

  bitset = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  if (gtk_bitset_is_empty (bitset))
    return FALSE;

  *position = gtk_bitset_get_minimum (bitset);

  return TRUE;
}

void
barn_activity_selection_forget (BarnActivitySelection *self)
{
  g_return_if_fail (BARN_IS_ACTIVITY_SELECTION (self));

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->rows));
  g_hash_table_remove_all (self->chosen);
}
