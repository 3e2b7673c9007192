/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item-page.h"

G_BEGIN_DECLS

/**
 * BarnAssessmentsPage:
 *
 * The register of barnkonsekvensanalyser: the year's decisions for which one was asked for, by day, those that are not decided yet first. The
 * figures above the list are its filter as well.
 */
#define BARN_TYPE_ASSESSMENTS_PAGE (barn_assessments_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnAssessmentsPage, barn_assessments_page, BARN, ASSESSMENTS_PAGE, BarnItemPage)

G_END_DECLS
