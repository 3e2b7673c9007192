/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/* The value of a field. What is empty is NULL here: most texts and sets are. */
typedef union
{
  char   *text;
  gint64  number;
  double  real;
  GStrv   set;
} BarnSlot;

BarnSlot *barn_item_get_slot     (BarnItem      *self,
                                  guint          field,
                                  BarnFieldType *type);
/* After a value became another: tells the class, then whoever watches */
void      barn_item_tell_changed (BarnItem      *self,
                                  guint          field);

G_END_DECLS
