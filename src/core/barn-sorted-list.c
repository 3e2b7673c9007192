/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-sorted-list"

#include "config.h"

#include "barn-sorted-list.h"

static int
compare_at (GListStore *list,
            guint       position,
            BarnItem   *item)
{
  g_autoptr (BarnItem) other = g_list_model_get_item (G_LIST_MODEL (list), position);

  return barn_item_compare (other, item);
}

/* The first place from @start to before @end whose item does not come before @item */
static guint
find_place (GListStore *list,
            guint       start,
            guint       end,
            BarnItem   *item)
{
  while (start < end)
    {
      guint middle = start + (end - start) / 2;

      if (compare_at (list, middle, item) < 0)
        start = middle + 1;
      else
        end = middle;
    }

  return start;
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return barn_item_compare (*(BarnItem *const *) a, *(BarnItem *const *) b);
}

gboolean
barn_sorted_list_find (GListStore *list,
                       BarnItem   *item,
                       guint      *position)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint place = find_place (list, 0, n_items, item);

  if (place < n_items)
    {
      g_autoptr (BarnItem) found = g_list_model_get_item (G_LIST_MODEL (list), place);

      if (found == item)
        {
          *position = place;
          return TRUE;
        }
    }

  /* Somebody wrote to a living item past its model: it stands where it stood */
  return g_list_store_find (list, item, position);
}

void
barn_sorted_list_insert (GListStore *list,
                         BarnItem   *item)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

  g_list_store_insert (list, find_place (list, 0, n_items, item), item);
}

void
barn_sorted_list_insert_all (GListStore *list,
                             GPtrArray  *items)
{
  guint place = 0;
  guint done = 0;

  g_ptr_array_sort (items, compare_pointers);

  while (done < items->len)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
      guint n_together = 1;

      place = find_place (list, place, n_items, items->pdata[done]);
      if (place == n_items)
        n_together = items->len - done;

      while (done + n_together < items->len && compare_at (list, place, items->pdata[done + n_together]) > 0)
        n_together++;

      g_list_store_splice (list, place, 0, items->pdata + done, n_together);
      done += n_together;
      place += n_together;
    }
}

void
barn_sorted_list_settle (GListStore *list,
                         guint       position)
{
  g_autoptr (BarnItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint place;

  if (position > 0 && compare_at (list, position - 1, item) > 0)
    place = find_place (list, 0, position, item);
  else if (position + 1 < n_items && compare_at (list, position + 1, item) < 0)
    place = find_place (list, position + 1, n_items, item) - 1;
  else
    return;

  g_list_store_remove (list, position);
  g_list_store_insert (list, place, item);
}
