/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"

G_BEGIN_DECLS

/* A4 in points */
#define BARN_PAGES_WIDTH  595.28
#define BARN_PAGES_HEIGHT 841.89

/**
 * BarnPages:
 *
 * A document laid out on pages of A4: what is seen on screen, printed, and written to a PDF file. The document is laid out once; it may
 * change afterwards.
 */
typedef struct _BarnPages BarnPages;

BarnPages *barn_pages_new         (BarnDocument  *document,
                                   GCancellable  *cancellable,
                                   GError       **error);
void       barn_pages_free        (BarnPages     *self);
guint      barn_pages_get_n_pages (BarnPages     *self);
/* What was laid out */
BarnDocument *barn_pages_get_document (BarnPages  *self);
void       barn_pages_draw        (BarnPages     *self,
                                   guint          page,
                                   cairo_t       *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnPages, barn_pages_free)

G_END_DECLS
