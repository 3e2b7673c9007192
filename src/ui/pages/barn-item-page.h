/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-page.h"

G_BEGIN_DECLS

/**
 * BarnItemPage:
 *
 * A page with a plain list of things in an order that people give them, and one of them beside it. Opening, moving (Alt with the
 * arrows, or dragging), deleting and adding are the same for all; what the things are and how a row looks is the subclass's.
 */
#define BARN_TYPE_ITEM_PAGE (barn_item_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BarnItemPage, barn_item_page, BARN, ITEM_PAGE, BarnPage)

struct _BarnItemPageClass
{
  BarnPageClass parent_class;

  GType        item_type;
  /* The living list of @plan */
  GListModel *(*get_items)  (BarnPlan      *plan);
  /* Fills the empty vertical @box of a row. (transfer full): what update_row() needs, freed with free_row */
  gpointer    (*create_row) (BarnItemPage  *self,
                             GtkWidget     *box,
                             BarnItem      *item);
  /* Shows @item as it is now; called when it, the file or what may be done with it has changed.
     Returns: (transfer full): what a screen reader says on the row */
  char       *(*update_row) (BarnItemPage  *self,
                             gpointer       row,
                             BarnItem      *item);
  GDestroyNotify free_row;
  /* Adds one with a first title */
  BarnItem   *(*add_item)   (BarnItemPage  *self,
                             GError       **error);
  /* The order is a rule's and no person's: nothing is moved */
  gboolean      fixed_order;
};

/* What is said where there is nothing yet */
void      barn_item_page_set_empty (BarnItemPage *self,
                                    const char   *icon_name,
                                    const char   *title,
                                    const char   *description,
                                    const char   *button);
/* Which of the items are on show, and @top, where that is chosen; @placeholder: what is said where there are none */
void      barn_item_page_set_filter (BarnItemPage *self,
                                     GtkWidget    *top,
                                     GtkFilter    *filter,
                                     const char   *placeholder);
/* For create_row(): a wrapped label of that style class at the end of @box */
GtkLabel *barn_item_page_add_label (GtkWidget    *box,
                                    const char   *style_class);

G_END_DECLS
