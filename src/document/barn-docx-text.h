/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-docx-private.h"

G_BEGIN_DECLS

/**
 * BarnDocxText:
 *
 * The text of one paragraph as it is read: characters with their marks, and what stands out of the line of text.
 */
typedef struct
{
  BarnDocxStyles       *styles;
  GHashTable           *links;      /* id of a relationship → target */
  const BarnDocxFormat *format;     /* of the paragraph, its style resolved */
  GArray               *fields;     /* the fields that are open */
  GPtrArray            *boxes;      /* (element-type xmlNode): txbxContent met on the way */
  BarnNode             *node;       /* where the text goes */
  GPtrArray            *before;     /* (element-type BarnNode): parts of the paragraph that a page break ended */
  gboolean              drawn;      /* something is seen in it that is no text */
  char                 *id;         /* (nullable): first bookmark met */
  guint                 n_letters;
  guint                 n_bold;
  guint                 n_italic;
  int                   size;       /* half points, of the first letter; -1 unknown */
} BarnDocxText;

/* Lives on the stack. @fields: those of barn_docx_text_new_fields(), one array for all paragraphs that a field may reach over */
void barn_docx_text_init  (BarnDocxText         *self,
                           BarnDocxStyles       *styles,
                           GHashTable           *links,
                           GArray               *fields);
GArray *barn_docx_text_new_fields (void);
void barn_docx_text_clear (BarnDocxText         *self);
void barn_docx_text_begin (BarnDocxText         *self,
                           const BarnDocxFormat *format);
void barn_docx_text_add   (BarnDocxText         *self,
                           xmlNode              *paragraph);
/* Ends the paragraph: the code of a field does not reach over it, its result may */
void barn_docx_text_end   (BarnDocxText         *self);
/* A target for links that stands here; those that Word makes for itself are left out */
void barn_docx_text_bookmark (BarnDocxText      *self,
                              xmlNode           *bookmark);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BarnDocxText, barn_docx_text_clear)

G_END_DECLS
