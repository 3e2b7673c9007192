/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-odt-private.h"

G_BEGIN_DECLS

/**
 * BarnOdtText:
 *
 * The text of one paragraph as it is read.
 */
typedef struct
{
  BarnOdtStyles *styles;
  BarnNode      *node;       /* where the text goes: belongs to the caller */
  BarnOdtFormat  format;     /* of the paragraph */
  GPtrArray     *boxes;      /* (element-type xmlNode): text boxes met on the way */
  gboolean       drawn;      /* a picture is seen in it */
  char          *id;         /* (nullable): first bookmark met */
  gboolean       begun;      /* white space counts from the first letter on */
  gboolean       space;      /* white space that is written before the next letter, with the mark it had */
  BarnSpanStyle  space_style;
  const char    *space_href;
  guint          n_letters;
  guint          n_bold;
  guint          n_italic;
  double         size;       /* of the first letter, 0 unknown */
} BarnOdtText;

/* Lives on the stack; what is added goes into @node */
void barn_odt_text_init  (BarnOdtText         *self,
                          BarnOdtStyles       *styles,
                          BarnNode            *node,
                          const BarnOdtFormat *format);
void barn_odt_text_clear (BarnOdtText         *self);
void barn_odt_text_add   (BarnOdtText         *self,
                          xmlNode             *paragraph);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BarnOdtText, barn_odt_text_clear)

G_END_DECLS
