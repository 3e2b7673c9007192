/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"
#include "barn-profile.h"

G_BEGIN_DECLS

/**
 * BarnMaterial:
 *
 * What the year has to offer a section of the barnbokslut: a follow-up, an effect for children, figures, last year's text.
 *
 * Properties: title, body (what is inserted), source (where it comes from, in a few words).
 */
#define BARN_TYPE_MATERIAL (barn_material_get_type ())
G_DECLARE_FINAL_TYPE (BarnMaterial, barn_material, BARN, MATERIAL, GObject)

const char *barn_material_get_title  (BarnMaterial *self);
const char *barn_material_get_body   (BarnMaterial *self);
const char *barn_material_get_source (BarnMaterial *self);

GListModel *barn_report_material     (BarnModel    *model,
                                      BarnPlan     *plan,
                                      BarnProfile  *profile,
                                      const char   *section,
                                      guint         article,
                                      BarnDay       as_of);

G_END_DECLS
