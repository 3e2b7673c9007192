/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnOccasionReport:
 *
 * What a closed occasion reported: its figures beside those of the occasion before, and what has been corrected since.
 *
 * Signals: correct (BarnActivity), when somebody wants to correct a correction.
 */
#define BARN_TYPE_OCCASION_REPORT (barn_occasion_report_get_type ())
G_DECLARE_FINAL_TYPE (BarnOccasionReport, barn_occasion_report, BARN, OCCASION_REPORT, AdwBin)

void barn_occasion_report_show (BarnOccasionReport *self,
                                BarnPlanFile       *file,
                                BarnPlan           *plan,
                                BarnOccasion       *occasion);

G_END_DECLS
