/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"
#include "barn-material.h"
#include "barn-model.h"
#include "barn-profile.h"

G_BEGIN_DECLS

BarnDocument *barn_report_barnbokslut (BarnModel   *model,
                                       BarnPlan    *plan,
                                       BarnProfile *profile,
                                       BarnDay      as_of);

G_END_DECLS
