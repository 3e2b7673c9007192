/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"
#include "barn-model.h"

G_BEGIN_DECLS

/**
 * BarnProfile:
 *
 * The wording and the order of a municipality's documents, read from a key file of data/profiles. It is in the municipality's
 * language, whatever the desktop's is.
 */
#define BARN_TYPE_PROFILE (barn_profile_get_type ())
G_DECLARE_FINAL_TYPE (BarnProfile, barn_profile, BARN, PROFILE, GObject)

BarnProfile *barn_profile_get_default (void); /* (transfer none) */
BarnProfile *barn_profile_load        (GFile        *file,
                                       GError      **error);
const char  *barn_profile_get_text    (BarnProfile  *self,
                                       const char   *group,
                                       const char   *key); /* never NULL: the built-in profile has every key */

/**
 * BarnMaterial:
 *
 * What the year has to offer a section of the barnbokslut: a follow-up, an effect for children, a figure, last year's text. Properties: title, body
 * (what is inserted), source (a sentence: "Uppföljning 2026-05-12, Chefer"), item (the id of what it comes from, or NULL).
 */
#define BARN_TYPE_MATERIAL (barn_material_get_type ())
G_DECLARE_FINAL_TYPE (BarnMaterial, barn_material, BARN, MATERIAL, GObject)

const char   *barn_material_get_title  (BarnMaterial *self);
const char   *barn_material_get_body   (BarnMaterial *self);
const char   *barn_material_get_source (BarnMaterial *self);
const char   *barn_material_get_item   (BarnMaterial *self);

/* (transfer full): of BarnMaterial, for the section (see barn-sections.h; also "followup" and "areas") and article (0: none) */
GListModel   *barn_report_material     (BarnModel    *model,
                                        BarnPlan     *plan,
                                        BarnProfile  *profile,
                                        const char   *section,
                                        guint         article,
                                        BarnDay       as_of);

/* The barnbokslut of the plan's year as of a day (Göteborg, barnbokslut 2024: the shape). (transfer full) */
BarnDocument *barn_report_barnbokslut  (BarnModel    *model,
                                        BarnPlan     *plan,
                                        BarnProfile  *profile,
                                        BarnDay       as_of);

G_END_DECLS
