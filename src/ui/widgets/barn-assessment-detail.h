/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnAssessmentDetail:
 *
 * A line of the register of barnkonsekvensanalyser, beside the list: the decision, what became of the analysis and why, whether children were
 * heard, and where the document is. Saying that none was made asks why.
 */
#define BARN_TYPE_ASSESSMENT_DETAIL (barn_assessment_detail_get_type ())
G_DECLARE_FINAL_TYPE (BarnAssessmentDetail, barn_assessment_detail, BARN, ASSESSMENT_DETAIL, AdwBin)

void        barn_assessment_detail_set_assessment (BarnAssessmentDetail *self,
                                                   BarnPlanFile         *file,
                                                   BarnAssessment       *assessment);
/* Gives the keyboard to the title, ready to be typed over */
void        barn_assessment_detail_edit_title     (BarnAssessmentDetail *self);

/* An outcome is shown by word and icon and colour, never by colour alone */
const char *barn_outcome_get_icon                 (BarnOutcome           self);
const char *barn_outcome_get_style_class          (BarnOutcome           self);

G_END_DECLS
