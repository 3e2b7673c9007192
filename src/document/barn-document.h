/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "barn-figure.h"

G_BEGIN_DECLS

/**
 * BARN_DOCUMENT_ERROR:
 *
 * Error domain of what a document file can be guilty of.
 */
#define BARN_DOCUMENT_ERROR (barn_document_error_quark ())

/**
 * BarnDocumentError:
 * @BARN_DOCUMENT_ERROR_EMPTY: the file has no bytes, or no text
 * @BARN_DOCUMENT_ERROR_UNKNOWN: not a format that is read here
 * @BARN_DOCUMENT_ERROR_DAMAGED: cut off, or not what its ending says
 * @BARN_DOCUMENT_ERROR_ENCRYPTED: protected by a password
 * @BARN_DOCUMENT_ERROR_TOO_LARGE: more than is safe to unpack or read
 * @BARN_DOCUMENT_ERROR_HOSTILE: holds what an honest document never holds (entities, paths outside it)
 * @BARN_DOCUMENT_ERROR_WRITE: could not be written
 * @BARN_DOCUMENT_ERROR_PICTURE: not a picture that can stand in a document
 */
typedef enum
{
  BARN_DOCUMENT_ERROR_EMPTY,
  BARN_DOCUMENT_ERROR_UNKNOWN,
  BARN_DOCUMENT_ERROR_DAMAGED,
  BARN_DOCUMENT_ERROR_ENCRYPTED,
  BARN_DOCUMENT_ERROR_TOO_LARGE,
  BARN_DOCUMENT_ERROR_HOSTILE,
  BARN_DOCUMENT_ERROR_WRITE,
  BARN_DOCUMENT_ERROR_PICTURE,
} BarnDocumentError;

GQuark barn_document_error_quark (void);

/**
 * BarnFormat:
 *
 * The formats a document is read from or written to.
 */
typedef enum
{
  BARN_FORMAT_UNKNOWN,
  BARN_FORMAT_TEXT,
  BARN_FORMAT_MARKDOWN,
  BARN_FORMAT_DOCX,
  BARN_FORMAT_ODT,
  BARN_FORMAT_HTML,
  BARN_FORMAT_PDF,
} BarnFormat;

BarnFormat   barn_format_from_name     (const char *name);
const char  *barn_format_get_extension (BarnFormat  format);
gboolean     barn_format_can_write     (BarnFormat  format);
char        *barn_format_dup_endings   (void); /* ".docx, .html": of what can be written */

/**
 * BarnNodeKind:
 *
 * What a node of the tree is. Only paragraphs, headings, list items and cells
 * carry text. A list item and a cell carry either spans of their own or
 * paragraphs, lists, tables and figures as children. Readers make no figures
 * and no tables of contents: those are left out of what is read.
 */
typedef enum
{
  BARN_NODE_BODY,
  BARN_NODE_HEADING,
  BARN_NODE_PARAGRAPH,
  BARN_NODE_LIST,
  BARN_NODE_LIST_ITEM,
  BARN_NODE_TABLE,
  BARN_NODE_ROW,
  BARN_NODE_CELL,
  BARN_NODE_PAGE_BREAK,
  BARN_NODE_FIGURE,
  BARN_NODE_CONTENTS,
} BarnNodeKind;

/**
 * BarnSpanStyle:
 *
 * How a run of characters is marked.
 */
typedef enum
{
  BARN_SPAN_PLAIN  = 0,
  BARN_SPAN_BOLD   = 1 << 0,
  BARN_SPAN_ITALIC = 1 << 1,
} BarnSpanStyle;

typedef struct
{
  char          *text;  /* UTF-8, NFC, without line breaks other than \n */
  BarnSpanStyle  style;
  char          *href;  /* (nullable): a link's target; "#id" leads to a node's id */
} BarnSpan;

/**
 * BarnListStyle:
 *
 * What stands before the items of a list.
 */
typedef enum
{
  BARN_LIST_BULLET,
  BARN_LIST_DECIMAL,
  BARN_LIST_ALPHA,
  BARN_LIST_ROMAN,
} BarnListStyle;

/**
 * BarnAlign:
 *
 * To which side the text of a cell goes, as its language is written.
 */
typedef enum
{
  BARN_ALIGN_START,
  BARN_ALIGN_CENTER,
  BARN_ALIGN_END,
} BarnAlign;

#define BARN_TYPE_NODE (barn_node_get_type ())

/**
 * BarnNode:
 *
 * A node of a document tree: reference counted, owned by its parent.
 */
typedef struct _BarnNode BarnNode;

GType         barn_node_get_type       (void) G_GNUC_CONST;
BarnNode     *barn_node_new            (BarnNodeKind   kind);
BarnNode     *barn_node_new_text       (BarnNodeKind   kind,
                                        const char    *text);
BarnNode     *barn_node_new_heading    (guint          level,
                                        const char    *text);
BarnNode     *barn_node_new_list       (BarnListStyle  style);
BarnNode     *barn_node_new_figure     (BarnFigure    *figure);
BarnNode     *barn_node_new_contents   (const char    *caption);
BarnNode     *barn_node_ref            (BarnNode      *self);
void          barn_node_unref          (BarnNode      *self);
BarnNodeKind  barn_node_get_kind       (BarnNode      *self);

/* The tree */
BarnNode     *barn_node_append         (BarnNode      *self,
                                        BarnNode      *child);
guint         barn_node_get_n_children (BarnNode      *self);
BarnNode     *barn_node_get_child      (BarnNode      *self,
                                        guint          index);

/* Text */
void            barn_node_add_span     (BarnNode      *self,
                                        const char    *text,
                                        BarnSpanStyle  style,
                                        const char    *href);
guint           barn_node_get_n_spans  (BarnNode      *self);
const BarnSpan *barn_node_get_span     (BarnNode      *self,
                                        guint          index);
char           *barn_node_dup_text     (BarnNode      *self);

/* Figures */
BarnFigure   *barn_node_get_figure     (BarnNode      *self);

/* Headings: 1 to 6; of a table of contents the deepest that it lists, 3 from the start */
guint         barn_node_get_level      (BarnNode      *self);
void          barn_node_set_level      (BarnNode      *self,
                                        guint          level);

/* Lists; an item's label is what the source document showed before it ("•", "2.", "iv)"), or "" */
BarnListStyle barn_node_get_list_style (BarnNode      *self);
const char   *barn_node_get_label      (BarnNode      *self);
void          barn_node_set_label      (BarnNode      *self,
                                        const char    *label);

/* Tables: a row or a cell can be a header; a cell's span in columns and rows, 1 from the start;
   a table's column widths in per cent; the caption of a table (its accessible name), of a figure, and of a table of contents (its heading) */
gboolean      barn_node_get_header     (BarnNode      *self);
void          barn_node_set_header     (BarnNode      *self,
                                        gboolean       header);
guint         barn_node_get_col_span   (BarnNode      *self);
guint         barn_node_get_row_span   (BarnNode      *self);
void          barn_node_set_spans      (BarnNode      *self,
                                        guint          columns,
                                        guint          rows);
BarnAlign     barn_node_get_align      (BarnNode      *self);
void          barn_node_set_align      (BarnNode      *self,
                                        BarnAlign      align);
const char   *barn_node_get_caption    (BarnNode      *self);
void          barn_node_set_caption    (BarnNode      *self,
                                        const char    *caption);
void          barn_node_set_widths     (BarnNode      *self,
                                        const guint   *per_cent,
                                        guint          n_columns);
const guint  *barn_node_get_widths     (BarnNode      *self,
                                        guint         *n_columns);

/* A target for links, unique in its document, or NULL */
const char   *barn_node_get_id         (BarnNode      *self);
void          barn_node_set_id         (BarnNode      *self,
                                        const char    *id);

/**
 * BarnLook:
 * @bold: all of its text is bold
 * @italic: all of its text is italic
 * @size: size of its first characters in points, 0 where unknown
 * @indent: left indent in points, 0 where unknown; for text files spaces before the first character × 6
 * @line: line in a text file, counted from 1, 0 where there is none
 * @style: (nullable): the name of the paragraph style in the source, as stored ("Heading1", "List Bullet")
 *
 * How a block looked in the source, for a reader that must guess what it means.
 */
typedef struct
{
  gboolean    bold;
  gboolean    italic;
  double      size;
  double      indent;
  guint       line;
  const char *style;
} BarnLook;

const BarnLook *barn_node_get_look     (BarnNode       *self);
void            barn_node_set_look     (BarnNode       *self,
                                        const BarnLook *look);

gboolean      barn_node_equal          (BarnNode       *a,
                                        BarnNode       *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnNode, barn_node_unref)

#define BARN_TYPE_DOCUMENT (barn_document_get_type ())

/**
 * BarnDocument:
 *
 * A text with its title and language: what every reader makes and every writer takes.
 *
 * Properties: title, subject, author (the organisation that answers for it), keywords (with ", " between), language (BCP 47, "sv-SE" from the start),
 * date (ISO 8601 or ""), footer (a short text at the foot of every page, beside the page number; "" for none), font (the family of its letters; ""
 * for the one that every writer has), letterhead (who sends it, above the title of the first page; "" for none). A logo stands above the letterhead.
 * Readers leave out letterheads.
 */
G_DECLARE_FINAL_TYPE (BarnDocument, barn_document, BARN, DOCUMENT, GObject)

BarnDocument *barn_document_new          (void);
BarnNode     *barn_document_get_body     (BarnDocument *self);
const char   *barn_document_get_title    (BarnDocument *self);
void          barn_document_set_title    (BarnDocument *self,
                                          const char   *title);
const char   *barn_document_get_subject  (BarnDocument *self);
void          barn_document_set_subject  (BarnDocument *self,
                                          const char   *subject);
const char   *barn_document_get_author   (BarnDocument *self);
void          barn_document_set_author   (BarnDocument *self,
                                          const char   *author);
const char   *barn_document_get_keywords (BarnDocument *self);
void          barn_document_set_keywords (BarnDocument *self,
                                          const char   *keywords);
const char   *barn_document_get_language (BarnDocument *self);
void          barn_document_set_language (BarnDocument *self,
                                          const char   *language);
const char   *barn_document_get_date     (BarnDocument *self);
void          barn_document_set_date     (BarnDocument *self,
                                          const char   *date);
const char   *barn_document_get_footer   (BarnDocument *self);
void          barn_document_set_footer   (BarnDocument *self,
                                          const char   *footer);
const char   *barn_document_get_font     (BarnDocument *self);
void          barn_document_set_font     (BarnDocument *self,
                                          const char   *font);
const char   *barn_document_get_letterhead (BarnDocument *self);
void          barn_document_set_letterhead (BarnDocument *self,
                                          const char   *letterhead);
BarnFigure   *barn_document_get_logo     (BarnDocument *self);
void          barn_document_set_logo     (BarnDocument *self,
                                          BarnFigure   *logo);

/* Families of letters */
gboolean      barn_font_is_name          (const char   *family);
gboolean      barn_font_is_installed     (const char   *family);

/* In: the format is told by the bytes, the name's ending only decides between text and Markdown */
BarnDocument *barn_document_read         (GFile         *file,
                                          GCancellable  *cancellable,
                                          GError       **error);
BarnDocument *barn_document_read_bytes   (GBytes        *bytes,
                                          const char    *name,
                                          GCancellable  *cancellable,
                                          GError       **error);

/* Out: the same document gives the same bytes; a file is replaced as a whole or not at all */
GBytes       *barn_document_to_bytes     (BarnDocument  *self,
                                          BarnFormat     format,
                                          GCancellable  *cancellable,
                                          GError       **error);
gboolean      barn_document_write_bytes  (GBytes        *bytes,
                                          GFile         *file,
                                          GCancellable  *cancellable,
                                          GError       **error);
gboolean      barn_document_write        (BarnDocument  *self,
                                          GFile         *file,
                                          BarnFormat     format,
                                          GCancellable  *cancellable,
                                          GError       **error);

G_END_DECLS
