/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"

G_BEGIN_DECLS

/* Seen by the files barn-node*.c alone */

struct _BarnNode
{
  gatomicrefcount  ref_count;
  BarnNodeKind     kind;
  GPtrArray       *children; /* (nullable) (element-type BarnNode) */
  GArray          *spans;    /* (nullable) (element-type BarnSpan) */
  gsize            last_length; /* of the last span, in bytes, */
  gsize            last_size;   /* and of its memory */
  GArray          *widths;   /* (nullable) (element-type guint) */
  BarnFigure      *figure;   /* (nullable) */
  char            *label;
  char            *caption;
  char            *id;
  BarnLook         look;
  char            *style;    /* (nullable): owns look.style, a GRefString */
  BarnListStyle    list_style;
  BarnAlign        align;
  guint            level;
  guint            col_span;
  guint            row_span;
  gboolean         header;
};

G_END_DECLS
