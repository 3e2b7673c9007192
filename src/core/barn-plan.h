/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-activity.h"
#include "barn-items.h"

G_BEGIN_DECLS

/**
 * BarnPlan:
 *
 * A handlingsplan: one year of one förvaltning.
 *
 * Fields: year, title, approved-by, approved-on, registry-number (diarienummer), closed-on.
 */
#define BARN_TYPE_PLAN (barn_plan_get_type ())
G_DECLARE_FINAL_TYPE (BarnPlan, barn_plan, BARN, PLAN, BarnItem)
/* The years that a plan can be for */
#define BARN_PLAN_FIRST_YEAR 1900
#define BARN_PLAN_LAST_YEAR  2200
enum { BARN_PLAN_YEAR, BARN_PLAN_TITLE, BARN_PLAN_APPROVED_BY, BARN_PLAN_APPROVED_ON, BARN_PLAN_REGISTRY_NUMBER,
       BARN_PLAN_CLOSED_ON };

guint            barn_plan_get_year            (BarnPlan   *self);
const char      *barn_plan_get_title           (BarnPlan   *self);
const char      *barn_plan_get_approved_by     (BarnPlan   *self);
BarnDay          barn_plan_get_approved_on     (BarnPlan   *self);
const char      *barn_plan_get_registry_number (BarnPlan   *self);
BarnDay          barn_plan_get_closed_on       (BarnPlan   *self); /* BARN_DAY_NONE: the year is open */

/* Living lists, each in the order of position */
GListModel      *barn_plan_get_shifts          (BarnPlan   *self);
GListModel      *barn_plan_get_activities      (BarnPlan   *self);
GListModel      *barn_plan_get_long_terms      (BarnPlan   *self);
GListModel      *barn_plan_get_texts           (BarnPlan   *self);
GListModel      *barn_plan_get_section_texts   (BarnPlan   *self);
GListModel      *barn_plan_get_occasions       (BarnPlan   *self); /* of BarnOccasion, by cut-off date */
GListModel      *barn_plan_get_indicators      (BarnPlan   *self); /* of BarnIndicator */
GListModel      *barn_plan_get_assessments     (BarnPlan   *self); /* of BarnAssessment, by day */
GListModel      *barn_plan_get_adopted         (BarnPlan   *self); /* of BarnAdopted, the latest first */

gboolean         barn_plan_has_content         (BarnPlan   *self); /* more than its year, name and approval */
/* The one of @plans (the latest first) to begin with where nobody chose a year: (nullable) (transfer none) */
BarnPlan        *barn_plan_find_current        (GListModel *plans);
guint            barn_plan_get_shift_number    (BarnPlan   *self,
                                                BarnShift  *shift); /* 1 is the first */
BarnSectionText *barn_plan_find_section_text   (BarnPlan   *self,
                                                const char *section,
                                                guint       article); /* (nullable) (transfer none) */

G_END_DECLS
