/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-flow"

#include "config.h"

#include "barn-docx-flow.h"

typedef struct
{
  BarnNode *list;
  guint     series;
  int       level;
} OpenList;

void
barn_docx_flow_init (BarnDocxFlow *self,
                     BarnNode     *parent)
{
  self->parent = parent;
  self->open = g_array_new (FALSE, FALSE, sizeof (OpenList));
}

void
barn_docx_flow_clear (BarnDocxFlow *self)
{
  g_clear_pointer (&self->open, g_array_unref);
}

void
barn_docx_flow_add (BarnDocxFlow *self,
                    BarnNode     *block)
{
  g_array_set_size (self->open, 0);
  barn_node_append (self->parent, block);
}

static OpenList *
get_top (BarnDocxFlow *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, OpenList, self->open->len - 1) : NULL;
}

static BarnNode *
get_last_item (BarnNode *list)
{
  return barn_node_get_child (list, barn_node_get_n_children (list) - 1);
}

/* The open list that an item belongs to, begun if there is none */
static BarnNode *
find_list (BarnDocxFlow  *self,
           guint          series,
           int            level,
           BarnListStyle  style)
{
  OpenList *top;
  OpenList fresh = { NULL, series, level };

  while ((top = get_top (self)) != NULL && (top->level > level || (top->level == level && top->series != series)))
    g_array_set_size (self->open, self->open->len - 1);

  if (top != NULL && top->level == level)
    return top->list;

  fresh.list = barn_node_new_list (style);
  if (top != NULL)
    {
      BarnNode *item = get_last_item (top->list);

      barn_node_unfold (item);
      barn_node_append (item, fresh.list);
    }
  else
    barn_node_append (self->parent, fresh.list);
  g_array_append_val (self->open, fresh);

  return fresh.list;
}

void
barn_docx_flow_add_item (BarnDocxFlow  *self,
                         BarnNode      *paragraph,
                         guint          series,
                         int            level,
                         BarnListStyle  style,
                         const char    *label)
{
  BarnNode *list = find_list (self, series, level, style);
  BarnNode *item = barn_node_append (list, barn_node_new (BARN_NODE_LIST_ITEM));

  barn_node_set_label (item, label);
  barn_node_set_look (item, barn_node_get_look (paragraph));
  barn_node_set_id (item, barn_node_get_id (paragraph));
  barn_node_move_spans (paragraph, item);
  barn_node_unref (paragraph);
}

void
barn_docx_flow_continue (BarnDocxFlow *self,
                         BarnNode     *paragraph,
                         int           level)
{
  OpenList *top;

  while ((top = get_top (self)) != NULL && top->level > level && self->open->len > 1)
    g_array_set_size (self->open, self->open->len - 1);

  if (top == NULL)
    {
      barn_docx_flow_add (self, paragraph);
      return;
    }

  barn_node_unfold (get_last_item (top->list));
  barn_node_append (get_last_item (top->list), paragraph);
}
