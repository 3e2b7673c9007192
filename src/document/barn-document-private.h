/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"

G_BEGIN_DECLS

/* What the readers and writers of this layer share and nobody else sees */

/* A plain text of more bytes than this is no document a person wrote */
#define BARN_TEXT_LIMIT (10 * 1024 * 1024)
/* Nor is a Word file of this size, pictures and all */
#define BARN_FILE_LIMIT (200 * 1024 * 1024)

char         *barn_text_clean        (const char    *text);
/* UTF-8 with or without a mark, UTF-16 with one, else Windows-1252; FALSE for what is no text at all */
char         *barn_text_decode       (const guint8  *data,
                                      gsize          size,
                                      GError       **error);

BarnNode     *barn_node_remove_last  (BarnNode      *self);
void          barn_node_move_spans   (BarnNode      *self,
                                      BarnNode      *target);
void          barn_node_fold         (BarnNode      *self);
void          barn_node_unfold       (BarnNode      *self);

void          barn_node_take_caption (BarnNode      *self,
                                      BarnNode      *parent,
                                      const char    *style);

void          barn_document_set_error   (GError           **error,
                                         BarnDocumentError  code);
/* Whether a document that was read has any text; sets BARN_DOCUMENT_ERROR_EMPTY if not */
gboolean      barn_document_check_text  (BarnDocument  *self,
                                         GError       **error);

/* What stands before the text: paragraphs that look like Title, Subtitle, Author and Date, at the start of a body that was read, or made of the
   document's properties. (transfer full) (element-type BarnNode) */
GPtrArray    *barn_document_list_front  (BarnDocument  *self);
guint         barn_document_count_front (BarnDocument  *self); /* how many blocks of the body they are */
/* The title that stands in the text, where the properties have none */
void          barn_document_take_title  (BarnDocument  *self);

/* The letters of a document that names none */
#define BARN_FONT "Calibri"
/* (transfer none): the family that its text is set in */
const char   *barn_document_get_family  (BarnDocument  *self);
/* Whether anything stands above the title */
gboolean      barn_document_has_letterhead (BarnDocument *self);

/* (nullable) (transfer none): the first table of contents in the body */
BarnNode     *barn_document_find_contents (BarnDocument *self);

/* Whether it can make one character with what stands before it */
gboolean      barn_text_may_compose  (gunichar        c);
/* Whether the first letter with a direction is one of a script from right to left */
gboolean      barn_text_is_rtl       (const char    *text);
/* Whether the text is a day that exists, as 2026-11-22 */
gboolean      barn_date_is_iso       (const char    *date);
/* (nullable) (transfer full): @href if a writer may pass it on (web, mail, a place in the document), with what a URI may not hold escaped */
char         *barn_href_dup_safe     (const char    *href);

BarnFormat    barn_format_sniff      (GBytes        *bytes,
                                      const char    *name,
                                      GError       **error);

/* Readers and writers set a BARN_DOCUMENT_ERROR, or G_IO_ERROR_CANCELLED */
typedef BarnDocument *(*BarnReader) (GBytes *, GCancellable *, GError **);
typedef GBytes       *(*BarnWriter) (BarnDocument *, GCancellable *, GError **);

BarnReader    barn_format_get_reader (BarnFormat     format);
BarnWriter    barn_format_get_writer (BarnFormat     format);

BarnDocument *barn_text_read         (GBytes        *bytes,
                                      GCancellable  *cancellable,
                                      GError       **error);
BarnDocument *barn_markdown_read     (GBytes        *bytes,
                                      GCancellable  *cancellable,
                                      GError       **error);
BarnDocument *barn_docx_read         (GBytes        *bytes,
                                      GCancellable  *cancellable,
                                      GError       **error);
BarnDocument *barn_odt_read          (GBytes        *bytes,
                                      GCancellable  *cancellable,
                                      GError       **error);
GBytes       *barn_text_write        (BarnDocument  *document,
                                      GCancellable  *cancellable,
                                      GError       **error);
GBytes       *barn_markdown_write    (BarnDocument  *document,
                                      GCancellable  *cancellable,
                                      GError       **error);
GBytes       *barn_docx_write        (BarnDocument  *document,
                                      GCancellable  *cancellable,
                                      GError       **error);
GBytes       *barn_odt_write         (BarnDocument  *document,
                                      GCancellable  *cancellable,
                                      GError       **error);
GBytes       *barn_pdf_write         (BarnDocument  *document,
                                      GCancellable  *cancellable,
                                      GError       **error);
GBytes       *barn_html_write        (BarnDocument  *document,
                                      GCancellable  *cancellable,
                                      GError       **error);
/* What a table of contents calls a heading: a line of it. (transfer full) */
char         *barn_heading_dup_entry (BarnNode      *heading);
/* The marks inside a paragraph of Markdown, put as spans behind @node's text */
void          barn_markdown_add_text (BarnNode      *node,
                                      const char    *text);

G_END_DECLS
