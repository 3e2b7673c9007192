/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-gradual-list"

#include "config.h"

#include "barn-gradual-list.h"

#include <string.h>

#include "barn-row-diff.h"

/* How many new rows are built at first, and in each step after; at @BUILT_ROWS the list view has its share, and all others cost nothing */
#define FIRST_ROWS 30
#define MORE_ROWS 20
#define BUILT_ROWS 240
/* More than these take more than a millisecond to be freed */
#define MANY_ROWS 1000

struct _BarnGradualList
{
  GObject    parent_instance;

  GPtrArray *rows;    /* owned */
  GPtrArray *awaited; /* (nullable): owned: what @rows is the beginning of */
  guint      built;   /* how many rows the list view builds */
};

static void barn_gradual_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BarnGradualList, barn_gradual_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, barn_gradual_list_list_model_init))

static gboolean
on_let_go (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* Many rows take their time to be freed: that is done when there is nothing else to do. (transfer full) */
static void
let_go (gpointer *rows,
        guint     n_rows)
{
  GPtrArray *gone = g_ptr_array_new_full (n_rows, g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (gone, rows[i]);

  if (n_rows > MANY_ROWS)
    g_idle_add_full (G_PRIORITY_LOW, on_let_go, gone, (GDestroyNotify) g_ptr_array_unref);
  else
    g_ptr_array_unref (gone);
}

/* The rows that go are let go of after it has been told, so that whoever listens may still look at them */
static void
splice (BarnGradualList *self,
        guint            position,
        guint            n_removed,
        gpointer        *added,
        guint            n_added)
{
  g_autofree gpointer *removed = g_memdup2 (self->rows->pdata + position, n_removed * sizeof (gpointer));
  guint tail = self->rows->len - position - n_removed;

  if (n_added > n_removed)
    g_ptr_array_set_size (self->rows, (int) (self->rows->len + n_added - n_removed));
  memmove (self->rows->pdata + position + n_added, self->rows->pdata + position + n_removed, tail * sizeof (gpointer));
  if (n_added < n_removed)
    g_ptr_array_set_size (self->rows, (int) (self->rows->len + n_added - n_removed));
  for (guint i = 0; i < n_added; i++)
    self->rows->pdata[position + i] = g_object_ref (added[i]);

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);

  if (n_removed > 0)
    let_go (removed, n_removed);
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
on_run (guint     position,
        guint     n_removed,
        gpointer *added,
        guint     n_added,
        gpointer  user_data)
{
  splice (user_data, position, n_removed, added, n_added);
}

static GType
barn_gradual_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
barn_gradual_list_get_n_items (GListModel *model)
{
  return BARN_GRADUAL_LIST (model)->rows->len;
}

static gpointer
barn_gradual_list_get_item (GListModel *model,
                            guint       position)
{
  BarnGradualList *self = BARN_GRADUAL_LIST (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
barn_gradual_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = barn_gradual_list_get_item_type;
  iface->get_n_items = barn_gradual_list_get_n_items;
  iface->get_item = barn_gradual_list_get_item;
}

static void
barn_gradual_list_finalize (GObject *object)
{
  BarnGradualList *self = BARN_GRADUAL_LIST (object);

  for (guint i = 0; i < self->rows->len; i++)
    g_object_unref (g_ptr_array_index (self->rows, i));
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->awaited, g_ptr_array_unref);

  G_OBJECT_CLASS (barn_gradual_list_parent_class)->finalize (object);
}

static void
barn_gradual_list_class_init (BarnGradualListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = barn_gradual_list_finalize;
}

static void
barn_gradual_list_init (BarnGradualList *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * barn_gradual_list_new:
 *
 * Returns: (transfer full): an empty list
 */
BarnGradualList *
barn_gradual_list_new (void)
{
  return g_object_new (BARN_TYPE_GRADUAL_LIST, NULL);
}

void
barn_gradual_list_clear (BarnGradualList *self)
{
  g_return_if_fail (BARN_IS_GRADUAL_LIST (self));

  g_clear_pointer (&self->awaited, g_ptr_array_unref);
  if (self->rows->len > 0)
    splice (self, 0, self->rows->len, NULL, 0);
}

static gpointer
copy_row (gconstpointer row,
          gpointer      user_data)
{
  return g_object_ref ((gpointer) row);
}

/**
 * barn_gradual_list_set_rows:
 * @self: the list
 * @rows: (element-type GObject): what it shall become; each row once
 *
 * What is little is done at once. Else the first rows come now, and the others with barn_gradual_list_step().
 */
void
barn_gradual_list_set_rows (BarnGradualList *self,
                            GPtrArray       *rows)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) beginning = NULL;
  Run longest = { 0 };

  g_return_if_fail (BARN_IS_GRADUAL_LIST (self));
  g_return_if_fail (rows != NULL);

  g_clear_pointer (&self->awaited, g_ptr_array_unref);
  old = g_ptr_array_copy (self->rows, NULL, NULL);
  beginning = g_ptr_array_new ();
  g_ptr_array_extend (beginning, rows, NULL, NULL);

  barn_row_diff (old, beginning, find_longest_added, &longest);
  if (longest.length > FIRST_ROWS + MORE_ROWS)
    {
      self->awaited = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_extend (self->awaited, rows, copy_row, NULL);
      self->built = longest.position + BUILT_ROWS;
      g_ptr_array_set_size (beginning, (int) (longest.position + FIRST_ROWS));
    }

  barn_row_diff (old, beginning, on_run, self);
}

gboolean
barn_gradual_list_is_settled (BarnGradualList *self)
{
  g_return_val_if_fail (BARN_IS_GRADUAL_LIST (self), TRUE);

  return self->awaited == NULL;
}

static void
grow (BarnGradualList *self,
      guint            n_added)
{
  g_autoptr (GPtrArray) awaited = g_ptr_array_ref (self->awaited);
  guint position = self->rows->len;

  if (position + n_added == awaited->len)
    g_clear_pointer (&self->awaited, g_ptr_array_unref);
  splice (self, position, 0, awaited->pdata + position, n_added);
}

/**
 * barn_gradual_list_step:
 * @self: the list
 *
 * Hands out the next rows: a few, or all that are left once the list view has built its share.
 */
void
barn_gradual_list_step (BarnGradualList *self)
{
  g_return_if_fail (BARN_IS_GRADUAL_LIST (self));

  if (self->awaited != NULL)
    {
      guint n_left = self->awaited->len - self->rows->len;

      grow (self, self->rows->len < self->built ? MIN (n_left, MORE_ROWS) : n_left);
    }
}

/**
 * barn_gradual_list_finish:
 * @self: the list
 *
 * Hands out all rows that are left.
 */
void
barn_gradual_list_finish (BarnGradualList *self)
{
  g_return_if_fail (BARN_IS_GRADUAL_LIST (self));

  if (self->awaited != NULL)
    grow (self, self->awaited->len - self->rows->len);
}

gpointer
barn_gradual_list_peek (BarnGradualList *self,
                        guint            position)
{
  g_return_val_if_fail (BARN_IS_GRADUAL_LIST (self), NULL);

  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}
