/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item-page.h"

G_BEGIN_DECLS

/**
 * BarnLongTermPage:
 *
 * What is planned beyond the year, and what of it was taken into a plan.
 */
#define BARN_TYPE_LONG_TERM_PAGE (barn_long_term_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnLongTermPage, barn_long_term_page, BARN, LONG_TERM_PAGE, BarnItemPage)

G_END_DECLS
