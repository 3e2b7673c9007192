/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-page.h"

G_BEGIN_DECLS

/**
 * BarnWheelPage:
 *
 * The årshjul: the year as a circle, and beside it the same as a list, month by month. What is opened stands in place of the list.
 */
#define BARN_TYPE_WHEEL_PAGE (barn_wheel_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnWheelPage, barn_wheel_page, BARN, WHEEL_PAGE, BarnPage)

G_END_DECLS
