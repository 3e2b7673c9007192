/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BarnMarkForm:
 *
 * What stands before an item of a list. Items with the same form belong to the same list.
 */
typedef enum
{
  BARN_MARK_NONE,
  BARN_MARK_BULLET,   /* • ▪ ✓ */
  BARN_MARK_DASH,     /* - – * */
  BARN_MARK_O,        /* o, Word's second bullet */
  BARN_MARK_DECIMAL,  /* 2. 2) (2) */
  BARN_MARK_DOTTED,   /* 2.1 */
  BARN_MARK_ALPHA,    /* b) */
  BARN_MARK_ROMAN,    /* iv) IV. */
} BarnMarkForm;

gsize        barn_mark_measure    (const char   *text,
                                   BarnMarkForm *form);
BarnMarkForm barn_mark_get_form   (const char   *label);
guint        barn_mark_get_number (const char   *label);
guint        barn_mark_get_depth  (const char   *label);

gboolean     barn_mark_is_bullet  (const char   *text);

G_END_DECLS
