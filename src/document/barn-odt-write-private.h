/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-archive.h"
#include "barn-document-private.h"

G_BEGIN_DECLS

/* A4 with margins of 25 mm, in points */
#define BARN_ODT_CONTENTS_LINK "Contents_20_Link"
#define BARN_ODT_TEXT_WIDTH 453.6

#define BARN_ODT_LIST_LEVELS 10u
/* A paragraph of the table's head, and of a cell that heads its row */
#define BARN_ODT_HEADING_STYLE "Table_20_Heading"

#define BARN_ODT_NAMES                                                                                                       \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"" \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""     \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                                 \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"" \
  " office:version=\"1.3\""
#define BARN_ODT_HEADER "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* The text of a document being written, and what it needs of the other parts */
typedef struct
{
  BarnDocument *document;
  GCancellable *cancellable;
  GString      *out;
  GString      *styles;      /* automatic ones */
  GHashTable   *style_names; /* what a style says → its name */
  GPtrArray    *figures;     /* (element-type BarnFigure): not owned */
  gboolean      page_break;  /* before the next paragraph */
  guint         n_tables;
  guint         n_headings;
  gboolean      has_contents;
} BarnOdtWriter;

/* Where a block stands */
typedef struct
{
  const char *style;         /* of a paragraph */
  gboolean    in_cell;
  double      width;         /* points that a table may take */
  BarnAlign   align;
} BarnOdtPlace;

void barn_odt_append_points     (GString            *out,
                                 const char         *attribute,
                                 double              points);
void barn_odt_write_paragraph   (BarnOdtWriter      *self,
                                 BarnNode           *node,
                                 const char         *style,
                                 const BarnOdtPlace *place);
void barn_odt_write_blocks      (BarnOdtWriter      *self,
                                 BarnNode           *parent,
                                 guint               first,
                                 const BarnOdtPlace *place);
void barn_odt_write_table       (BarnOdtWriter      *self,
                                 BarnNode           *table,
                                 const BarnOdtPlace *place);
void barn_odt_write_figure      (BarnOdtWriter      *self,
                                 BarnNode           *node);

/* Everything but content.xml. @figures: (element-type BarnFigure) */
void barn_odt_add_parts         (BarnArchiveWriter  *archive,
                                 BarnDocument       *document,
                                 GPtrArray          *figures);

G_END_DECLS
