/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-archive.h"
#include "barn-document-private.h"

G_BEGIN_DECLS

/* A4 with margins of 25 mm, in twips */
#define BARN_DOCX_PAGE_WIDTH  11906u
#define BARN_DOCX_PAGE_HEIGHT 16838u
#define BARN_DOCX_MARGIN      1417u
#define BARN_DOCX_TEXT_WIDTH  (BARN_DOCX_PAGE_WIDTH - 2 * BARN_DOCX_MARGIN)

#define BARN_DOCX_LEVELS 9u
#define BARN_DOCX_INDENT 360u /* of a list level */

#define BARN_DOCX_HEADER "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define BARN_DOCX_MAIN   "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define BARN_DOCX_RELS   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* A list of the document: each has a number of its own, so that it begins at one */
typedef struct
{
  BarnListStyle style;
  guint         level;
} BarnDocxList;

/* The text of a document being written, and what it needs of the other parts */
typedef struct
{
  BarnDocument *document;
  GCancellable *cancellable;
  GString      *out;
  GArray       *lists;      /* (element-type BarnDocxList) */
  GPtrArray    *links;      /* (element-type utf8) */
  GHashTable   *link_ids;   /* target → its place in links + 1 */
  GPtrArray    *figures;    /* (element-type BarnFigure): not owned */
  guint         n_bookmarks;
  guint         n_headings;
  gboolean      has_contents;
} BarnDocxWriter;

/* Where a block stands */
typedef struct
{
  const char *style;    /* (nullable): of its paragraphs, set in a cell */
  gboolean  in_header;  /* of a table: stays with the row after it */
  double    width;      /* points that a table may take */
  BarnAlign align;
} BarnDocxPlace;

void barn_docx_open_bookmark    (BarnDocxWriter      *self,
                                 BarnNode            *node);
void barn_docx_write_paragraph  (BarnDocxWriter      *self,
                                 BarnNode            *node,
                                 const char          *style,
                                 const BarnDocxPlace *place);
void barn_docx_write_blocks     (BarnDocxWriter      *self,
                                 BarnNode            *parent,
                                 const BarnDocxPlace *place);
void barn_docx_write_table      (BarnDocxWriter      *self,
                                 BarnNode            *table,
                                 const BarnDocxPlace *place);
void barn_docx_write_figure     (BarnDocxWriter    *self,
                                 BarnNode          *node);
void barn_docx_write_letterhead (BarnDocxWriter    *self);
void barn_docx_write_contents    (BarnDocxWriter   *self,
                                  BarnNode         *contents);
void barn_docx_append_media_rels (GString          *out,
                                  GPtrArray        *figures);
void barn_docx_add_media        (BarnArchiveWriter *archive,
                                 GPtrArray         *figures);

/* Everything but the text itself. @lists: (element-type BarnDocxList) @links: (element-type utf8): targets, rId101 and on
   @figures: (element-type BarnFigure) */
void barn_docx_add_parts_before (BarnArchiveWriter *archive,
                                 BarnDocument      *document,
                                 GPtrArray         *links,
                                 GPtrArray         *figures);
void barn_docx_add_parts_after  (BarnArchiveWriter *archive,
                                 BarnDocument      *document,
                                 GArray            *lists,
                                 GPtrArray         *figures);

/* Where a table of contents leads; Word's own name for it */
#define BARN_DOCX_HEADING_MARK "_Toc"

#define BARN_DOCX_FIRST_LINK 101

G_END_DECLS
