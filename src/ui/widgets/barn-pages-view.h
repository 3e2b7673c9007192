/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-pages.h"

G_BEGIN_DECLS

/**
 * BarnPagesView:
 *
 * The pages of a document under each other, as they are printed and as they stand in a PDF file; which of them one reads, and how large they
 * are. Page Up, Page Down, Home and End go from page to page, the arrows line by line, Ctrl with plus, minus and 0 makes them larger, smaller,
 * and as wide as there is room.
 *
 * Properties: page (the one that is read, from 0; watched).
 */
#define BARN_TYPE_PAGES_VIEW (barn_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (BarnPagesView, barn_pages_view, BARN, PAGES_VIEW, AdwBin)

void    barn_pages_view_set_pages (BarnPagesView *self,
                                   BarnPages     *pages);
guint   barn_pages_view_get_n_pages (BarnPagesView *self);
guint   barn_pages_view_get_page  (BarnPagesView *self);
void    barn_pages_view_show_page (BarnPagesView *self,
                                   guint          page);
double  barn_pages_view_get_zoom  (BarnPagesView *self);
void    barn_pages_view_set_zoom  (BarnPagesView *self,
                                   double         zoom);

G_END_DECLS
