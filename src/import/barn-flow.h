/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"
#include "barn-draft.h"
#include "barn-mark.h"
#include "barn-wording.h"

G_BEGIN_DECLS

/**
 * BarnFlowLine:
 * @text: what stands there, white space made single, without @label
 * @label: the bullet or number before it, "" where there is none
 * @form: what kind of label
 * @width: characters from the left edge to the last one
 * @hard: a line of a text file, which may end in the middle of a sentence
 * @soft: stands in the same paragraph as the line before, after a line break
 * @blanks: empty lines before it
 * @page_break: a page ends before it
 * @heading_level: as the document says; 0 for what it calls no heading
 * @list_depth: as the document says; 0 for what it puts in no list
 * @bold: all of it is bold
 * @size: of its letters in points, 0 where unknown
 * @indent: in points
 * @style: (nullable): the paragraph style in the source
 * @table: number of the table it stands in, from 1; 0 outside
 * @row: number of the row among all rows of the document, from 1
 * @last_row: number of the last row that its cell spans
 * @column: what its column says it is
 * @column_heading: (nullable): the words at the head of its column
 * @rest: (nullable): its text with all that continues it, where something does
 * @taken: what it was taken for
 * @reason: why, a translatable sentence
 * @split: bytes of @text after which the next part begins ("Chefer: " before an activity); 0 where it is one
 *
 * A line of the document as a person reads it, and what the recogniser makes of it.
 */
typedef struct
{
  char          *text;
  char          *label;
  BarnMarkForm  form;
  guint          width;
  guint          hard : 1;
  guint          soft : 1;
  guint          page_break : 1;
  guint          bold : 1;
  guint          decided : 1;
  guint          blanks;
  guint          heading_level;
  guint          list_depth;
  double         size;
  double         indent;
  char          *style;
  guint          table;
  guint          row;
  guint          last_row;
  BarnColumn     column;
  const char    *column_heading;
  char          *rest;
  BarnTaken      taken;
  const char    *reason;
  gsize          split;
} BarnFlowLine;

/**
 * BarnFlow:
 * @lines: (element-type BarnFlowLine): all lines with something in them, in the order they are read
 * @headings: whether the document itself says of some that they are headings
 * @body_size: the size most of its letters have, 0 where unknown
 *
 * A document tree laid out flat.
 */
typedef struct
{
  GPtrArray    *lines;
  gboolean      headings;
  double        body_size;
  GStringChunk *strings;
} BarnFlow;

BarnFlow     *barn_flow_new       (BarnDocument  *document,
                                   GCancellable  *cancellable,
                                   GError       **error);
void          barn_flow_free      (BarnFlow      *self);

static inline BarnFlowLine *
barn_flow_get (const BarnFlow *self,
               guint           index)
{
  return g_ptr_array_index (self->lines, index);
}

static inline const char *
barn_flow_line_get_text (const BarnFlowLine *line)
{
  return line->rest != NULL ? line->rest : line->text;
}

/* Decides what a line is, once: what was decided first stays */
static inline void
barn_flow_line_take (BarnFlowLine *line,
                     BarnTaken     taken,
                     const char   *reason)
{
  if (line->decided)
    return;

  line->taken = taken;
  line->reason = reason;
  line->decided = TRUE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnFlow, barn_flow_free)

G_END_DECLS
