/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-document.h"

G_BEGIN_DECLS

/**
 * BarnPreview:
 *
 * Shows a document as it will be read: headings, paragraphs, lists and tables. When the document is replaced by a newer one only
 * what became another is drawn anew, so that the place where one reads stays.
 *
 * Emits "heading-activated" with a heading's id and its text when a person follows it.
 */
#define BARN_TYPE_PREVIEW (barn_preview_get_type ())
G_DECLARE_FINAL_TYPE (BarnPreview, barn_preview, BARN, PREVIEW, AdwBin)

void       barn_preview_set_document (BarnPreview  *self,
                                      BarnDocument *document);
void       barn_preview_set_part     (BarnPreview  *self,
                                      BarnDocument *document,
                                      const char   *heading_id);
gboolean   barn_preview_scroll_to    (BarnPreview  *self,
                                      const char   *heading_id);

G_END_DECLS
