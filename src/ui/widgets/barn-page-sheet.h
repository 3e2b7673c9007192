/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-pages.h"

G_BEGIN_DECLS

/**
 * BarnPageSheet:
 *
 * One page of a document on white paper, as wide as there is room or as it is told. It draws what stands on it only while it is wanted: a
 * document may have hundreds of pages, and few of them are seen.
 */
#define BARN_TYPE_PAGE_SHEET (barn_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BarnPageSheet, barn_page_sheet, BARN, PAGE_SHEET, GtkWidget)

GtkWidget *barn_page_sheet_new        (void);
void       barn_page_sheet_set_page   (BarnPageSheet *self,
                                       BarnPages     *pages,
                                       guint          page);
void       barn_page_sheet_set_width  (BarnPageSheet *self,
                                       int            width);
void       barn_page_sheet_set_wanted (BarnPageSheet *self,
                                       gboolean       wanted);

G_END_DECLS
