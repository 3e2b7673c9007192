/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-adopted.h"
#include "barn-area.h"
#include "barn-assessment.h"
#include "barn-delay.h"
#include "barn-indicator.h"
#include "barn-occasion.h"
#include "barn-plan.h"
#include "barn-saved-view.h"
#include "barn-year-mark.h"

G_BEGIN_DECLS

/**
 * BarnModel:
 *
 * All living items of a plan file, found by id and listed in order. An item keeps its identity as long as its row
 * lives: a refresh changes it in place, and each list tells the smallest items-changed.
 *
 * The same type serves the window (one model, on the main thread) and a worker (a model of its own, loaded on its own
 * connection, never shared between threads).
 */
#define BARN_TYPE_MODEL (barn_model_get_type ())
G_DECLARE_FINAL_TYPE (BarnModel, barn_model, BARN, MODEL, GObject)

BarnModel        *barn_model_new              (void);
BarnOrganisation *barn_model_get_organisation (BarnModel  *self);               /* never NULL; empty fields until loaded */
GListModel       *barn_model_get_plans        (BarnModel  *self);               /* by year, the latest first */
GListModel       *barn_model_get_roles        (BarnModel  *self);
GListModel       *barn_model_get_units        (BarnModel  *self);
GListModel       *barn_model_get_areas        (BarnModel  *self);               /* by year, then position */
GListModel       *barn_model_get_year_marks   (BarnModel  *self);               /* by day */
GListModel       *barn_model_get_saved_views  (BarnModel  *self);
BarnItem         *barn_model_lookup           (BarnModel  *self,
                                               const char *id);                 /* (nullable) (transfer none) */
BarnPlan         *barn_model_find_plan        (BarnModel  *self,
                                               guint       year);               /* (nullable) (transfer none) */
GPtrArray        *barn_model_dup_areas        (BarnModel  *self,
                                               guint       year);               /* (transfer container): BarnArea */
char             *barn_model_dup_role_names   (BarnModel    *self,
                                               BarnActivity *activity);         /* "Chefer, Medarbetare", in the roles' order */
GPtrArray        *barn_model_dup_items        (BarnModel  *self);               /* (transfer container): BarnItem, in no order */
char             *barn_model_dup_responsible  (BarnModel    *self,
                                               BarnActivity *activity);         /* "Elevhälsan, rektor"; "" for nobody */

/* Takes fresh rows in. For each: an unknown id is added, a known one is changed in place; several are added at once.
   Kinds may come in any order. */
void              barn_model_merge            (BarnModel  *self,
                                               GPtrArray  *fresh);              /* BarnItem */
void              barn_model_remove           (BarnModel  *self,
                                               const char *id);

/* The clock passed midnight: what depends on today's date is told */
void              barn_model_today_changed    (BarnModel  *self);

G_END_DECLS
