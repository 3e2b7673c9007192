/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-draft.h"
#include "barn-page.h"

G_BEGIN_DECLS

/**
 * BarnImportPage:
 *
 * A handlingsplan as it was recognised in a document, line by line, to be corrected before it is stored. Nothing is stored until the
 * person says so, and no plan file needs to be open.
 *
 * Emits "opened" when a document is being read, so that the window goes to this page.
 * Emits "store" with the #BarnDraft: whoever handles it returns whether it was stored; then the page is empty again.
 * Emits "left" when the person wants none of it.
 */
#define BARN_TYPE_IMPORT_PAGE (barn_import_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnImportPage, barn_import_page, BARN, IMPORT_PAGE, BarnPage)

void       barn_import_page_choose    (BarnImportPage *self);
void       barn_import_page_read      (BarnImportPage *self,
                                       GFile          *document);
BarnDraft *barn_import_page_get_draft (BarnImportPage *self);

G_END_DECLS
