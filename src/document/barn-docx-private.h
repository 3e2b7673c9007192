/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document-private.h"
#include "barn-xml.h"

G_BEGIN_DECLS

/* Styles written here that the reader knows again */
#define BARN_DOCX_GAP_STYLE   "TableGap"   /* the paragraph that Word wants behind a table */
/* The name of that of a table's caption, pandoc's too */
#define BARN_DOCX_CAPTION_STYLE "Table Caption"
#define BARN_DOCX_LETTERHEAD_STYLE "Plan Letterhead"
#define BARN_DOCX_TABLE_STYLE "PlanTable"

/* A property that a style may leave to the style it is based on */
typedef enum
{
  BARN_TRI_UNSET,
  BARN_TRI_NO,
  BARN_TRI_YES,
} BarnTri;

/**
 * BarnDocxFormat:
 *
 * What a style, or a paragraph or run itself, says of its looks; unset where it says nothing.
 */
typedef struct
{
  BarnTri bold;
  BarnTri italic;
  BarnTri hidden;
  int     size;      /* half points, -1 unset */
  int     indent;    /* twips, G_MININT unset */
  int     outline;   /* 0 is level 1, 9 body text, -1 unset */
  int     num_id;    /* -1 unset, 0 no number */
  int     num_level; /* -1 unset */
} BarnDocxFormat;

#define BARN_DOCX_FORMAT_INIT { BARN_TRI_UNSET, BARN_TRI_UNSET, BARN_TRI_UNSET, -1, G_MININT, -1, -1, -1 }

void  barn_docx_format_read_run       (BarnDocxFormat       *self,
                                       xmlNode              *properties);
void  barn_docx_format_read_paragraph (BarnDocxFormat       *self,
                                       xmlNode              *properties);
/* Takes what @self leaves unset from @base */
void  barn_docx_format_inherit        (BarnDocxFormat       *self,
                                       const BarnDocxFormat *base);

/**
 * BarnDocxStyles:
 *
 * The styles of a document, each resolved along its chain of basedOn.
 */
typedef struct _BarnDocxStyles BarnDocxStyles;

BarnDocxStyles       *barn_docx_styles_new           (xmlNode        *root); /* (nullable) */
void                  barn_docx_styles_free          (BarnDocxStyles *self);
const char           *barn_docx_styles_get_default   (BarnDocxStyles *self); /* id of the paragraph style of those that name none, or NULL */
const char           *barn_docx_styles_get_name      (BarnDocxStyles *self,
                                                      const char     *id);
const BarnDocxFormat *barn_docx_styles_get_format    (BarnDocxStyles *self,
                                                      const char     *id);
const BarnDocxFormat *barn_docx_styles_get_defaults  (BarnDocxStyles *self);
guint                 barn_docx_styles_get_heading   (BarnDocxStyles *self,
                                                      const char     *id);  /* 1 to 6 by its name, 0 for none */
gboolean              barn_docx_styles_has_first_row (BarnDocxStyles *self,
                                                      const char     *id);  /* a table style that marks the first row */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnDocxStyles, barn_docx_styles_free)

/**
 * BarnDocxNumbering:
 *
 * The numbers of a document as they are counted from its start.
 */
typedef struct _BarnDocxNumbering BarnDocxNumbering;

BarnDocxNumbering *barn_docx_numbering_new  (xmlNode           *root); /* (nullable) */
void               barn_docx_numbering_free (BarnDocxNumbering *self);
/* The label of the next paragraph with this number ("•", "1.2", "iv)"), "" where none is shown; NULL where there is no such numbering.
   @style, @indent (twips) and @series, which is another for each list that counts for itself: (out) */
char              *barn_docx_numbering_next (BarnDocxNumbering *self,
                                             int                num_id,
                                             int                level,
                                             BarnListStyle     *style,
                                             int               *indent,
                                             guint             *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnDocxNumbering, barn_docx_numbering_free)

G_END_DECLS
