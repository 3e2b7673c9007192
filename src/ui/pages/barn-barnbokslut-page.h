/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-page.h"

G_BEGIN_DECLS

/**
 * BarnBarnbokslutPage:
 *
 * The year's barnbokslut, section by section: which there are and how far they have come, the text of one, and what the year
 * has to offer it; or the whole as it will look.
 */
#define BARN_TYPE_BARNBOKSLUT_PAGE (barn_barnbokslut_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnBarnbokslutPage, barn_barnbokslut_page, BARN, BARNBOKSLUT_PAGE, BarnPage)

gboolean barn_barnbokslut_page_show_section (BarnBarnbokslutPage *self,
                                             const char          *section,
                                             guint                article);

G_END_DECLS
