/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document-private.h"

G_BEGIN_DECLS

/**
 * BarnDocxFlow:
 *
 * Word has no lists, only paragraphs with numbers: this puts them together to lists as the paragraphs of a body or cell come in.
 */
typedef struct
{
  BarnNode *parent;
  GArray   *open;   /* the lists that the next paragraph may go on with, outermost first */
} BarnDocxFlow;

/* A flow lives on the stack: it is begun with the node that blocks go into, and cleared at the end */
void barn_docx_flow_init     (BarnDocxFlow  *self,
                              BarnNode      *parent);
void barn_docx_flow_clear    (BarnDocxFlow  *self);
/* A block that ends every list */
void barn_docx_flow_add      (BarnDocxFlow  *self,
                              BarnNode      *block);
/* The text of @paragraph as an item at @level of the list @series */
void barn_docx_flow_add_item (BarnDocxFlow  *self,
                              BarnNode      *paragraph,
                              guint          series,
                              int            level,
                              BarnListStyle  style,
                              const char    *label);
/* One more paragraph of the last item at @level or above it; an ordinary one where no list is open */
void barn_docx_flow_continue (BarnDocxFlow  *self,
                              BarnNode      *paragraph,
                              int            level);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BarnDocxFlow, barn_docx_flow_clear)

G_END_DECLS
