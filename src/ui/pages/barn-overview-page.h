/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-page.h"

G_BEGIN_DECLS

/**
 * BarnOverviewPage:
 *
 * How the year goes, on one page: four figures, the statuses by role and by förflyttning, the year as a curve, what needs attention, what is
 * due soon, and how far the barnbokslut has come. Every figure leads to its list.
 */
#define BARN_TYPE_OVERVIEW_PAGE (barn_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnOverviewPage, barn_overview_page, BARN, OVERVIEW_PAGE, BarnPage)

G_END_DECLS
