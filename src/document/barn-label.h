/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"

G_BEGIN_DECLS

/* What stands before an item, as docx and odt both count it */
typedef enum
{
  BARN_LABEL_NONE,
  BARN_LABEL_BULLET,
  BARN_LABEL_DECIMAL,
  BARN_LABEL_LOWER_LETTER,
  BARN_LABEL_UPPER_LETTER,
  BARN_LABEL_LOWER_ROMAN,
  BARN_LABEL_UPPER_ROMAN,
} BarnLabelKind;

void           barn_label_append        (GString       *out,
                                         BarnLabelKind  kind,
                                         int            number);
/* The style of a list whose items are counted so */
BarnListStyle  barn_label_kind_to_style (BarnLabelKind  kind);
char          *barn_label_dup_bullet    (const char    *text);

G_END_DECLS
