/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/* A GListStore of items of one kind, kept in the order of barn_item_compare(). Each function tells the smallest
   items-changed. For the lists of core alone. */

/* Where the item stands. FALSE: not in the list */
gboolean barn_sorted_list_find       (GListStore *list,
                                      BarnItem   *item,
                                      guint      *position);
void     barn_sorted_list_insert     (GListStore *list,
                                      BarnItem   *item);
/* Several at once: sorts @items, then inserts those that come to stand side by side together */
void     barn_sorted_list_insert_all (GListStore *list,
                                      GPtrArray  *items);
/* Puts the item at @position right where what it is sorted by changed */
void     barn_sorted_list_settle     (GListStore *list,
                                      guint       position);

G_END_DECLS
