/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item-page.h"

G_BEGIN_DECLS

/**
 * BarnShiftsPage:
 *
 * The shifts of the year in their order: what each is to bring about, and how far it has come.
 */
#define BARN_TYPE_SHIFTS_PAGE (barn_shifts_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnShiftsPage, barn_shifts_page, BARN, SHIFTS_PAGE, BarnItemPage)

G_END_DECLS
