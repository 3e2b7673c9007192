/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-flow.h"

G_BEGIN_DECLS

/**
 * BarnStretch:
 * @part: which part of a plan it is; %BARN_PART_NONE: what stands before the first
 * @first: its first paragraph, the heading where it has one
 * @end: behind its last
 * @level: of the heading, 0 where the document does not tell
 * @heading: its first paragraph is a heading
 * @is_item: the heading is itself a shift
 * @of_items: headings on its level are shifts
 * @with_activities: has shifts and their activities together
 *
 * A part of a document from one heading to the next.
 */
typedef struct
{
  BarnPart part;
  guint    first;
  guint    end;
  guint    level;
  guint    heading : 1;
  guint    is_item : 1;
  guint    of_items : 1;
  guint    with_activities : 1;
} BarnStretch;

/**
 * BarnOutline:
 * @flow: the document
 * @paragraphs: (element-type BarnFlowLine): the lines that begin a paragraph, without those of the pages
 * @stretches: (element-type BarnStretch): in order, all paragraphs in exactly one
 *
 * A document divided into the parts of a plan.
 */
typedef struct
{
  BarnFlow  *flow;
  GPtrArray *paragraphs;
  GArray    *stretches;
} BarnOutline;

BarnOutline  *barn_outline_new                (BarnFlow          *flow);
void          barn_outline_free               (BarnOutline       *self);
gboolean      barn_outline_looks_like_heading (const BarnOutline *self,
                                               guint              index);
gboolean      barn_outline_has_part           (const BarnOutline *self,
                                               BarnPart           part);

static inline BarnFlowLine *
barn_outline_get (const BarnOutline *self,
                  guint              index)
{
  return g_ptr_array_index (self->paragraphs, index);
}

/* Bullets and numbers of lists, by the document or by what stands there */
static inline gboolean
barn_flow_line_is_item (const BarnFlowLine *line)
{
  return line->form != BARN_MARK_NONE && line->heading_level == 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnOutline, barn_outline_free)

G_END_DECLS
