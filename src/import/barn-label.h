/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BarnLabelForm:
 *
 * What stands before an item of a list. Items with the same form belong to the same list.
 */
typedef enum
{
  BARN_LABEL_NONE,
  BARN_LABEL_BULLET,   /* • ▪ ✓ */
  BARN_LABEL_DASH,     /* - – * */
  BARN_LABEL_O,        /* o, Word's second bullet */
  BARN_LABEL_DECIMAL,  /* 2. 2) (2) */
  BARN_LABEL_DOTTED,   /* 2.1 */
  BARN_LABEL_ALPHA,    /* b) */
  BARN_LABEL_ROMAN,    /* iv) IV. */
} BarnLabelForm;

gsize         barn_label_measure    (const char    *text,
                                     BarnLabelForm *form);
BarnLabelForm barn_label_get_form   (const char    *label);
guint         barn_label_get_number (const char    *label);
guint         barn_label_get_depth  (const char    *label);

G_END_DECLS
