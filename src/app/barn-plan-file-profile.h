/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-plan-file.h"

G_BEGIN_DECLS

/* The plan file's own wording of documents and how they look: kept in it, so that it goes where the file goes. A #BarnProfile is immutable:
   a change makes another one, which is stored as a whole. */
BarnProfile *barn_plan_file_get_profile       (BarnPlanFile  *self);
const char  *barn_plan_file_get_profile_fault (BarnPlanFile  *self); /* (nullable): why the built-in one is used, in a sentence */

gboolean     barn_plan_file_set_profile       (BarnPlanFile  *self,
                                               BarnProfile   *profile,
                                               const char    *run,
                                               GError       **error);
gboolean     barn_plan_file_import_profile    (BarnPlanFile  *self,
                                               GFile         *file,
                                               GError       **error);
gboolean     barn_plan_file_export_profile    (BarnPlanFile  *self,
                                               GFile         *output,
                                               GError       **error);

G_END_DECLS
