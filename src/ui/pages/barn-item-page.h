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
  /* What a row shows; it follows its item by itself. The row's name for screen readers is set with barn_item_page_set_row_name(). */
  GtkWidget  *(*create_row) (BarnItemPage  *self,
                             BarnItem      *item);
  /* Adds one with a first title */
  BarnItem   *(*add_item)   (BarnItemPage  *self,
                             GError       **error);
};

/* What is said where there is nothing yet */
void barn_item_page_set_empty    (BarnItemPage *self,
                                  const char   *icon_name,
                                  const char   *title,
                                  const char   *description,
                                  const char   *button);
/* What a screen reader says on the row of @child, which create_row() returned */
void barn_item_page_set_row_name (GtkWidget    *child,
                                  const char   *name);

G_END_DECLS
