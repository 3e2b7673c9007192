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
gboolean      barn_document_check_text (BarnDocument *self,
                                      GError       **error);

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
/* The marks inside a paragraph of Markdown, put as spans behind @node's text */
void          barn_markdown_add_text (BarnNode      *node,
                                      const char    *text);

G_END_DECLS
