/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-page.h"

G_BEGIN_DECLS

/**
 * BarnDocumentsPage:
 *
 * The documents that are made of a year, one of them on show as it will be printed: its pages, or its text for those who listen to it or
 * want it larger. From here it is written on, printed, sent and exported.
 */
#define BARN_TYPE_DOCUMENTS_PAGE (barn_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnDocumentsPage, barn_documents_page, BARN, DOCUMENTS_PAGE, BarnPage)

BarnPaper barn_documents_page_get_paper  (BarnDocumentsPage *self);
void      barn_documents_page_show_paper (BarnDocumentsPage *self,
                                          BarnPaper          paper);
gboolean  barn_documents_page_show_section (BarnDocumentsPage *self,
                                          const char        *section,
                                          guint              article);

G_END_DECLS
