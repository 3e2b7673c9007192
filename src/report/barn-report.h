/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"
#include "barn-material.h"
#include "barn-model.h"
#include "barn-paper.h"
#include "barn-profile.h"

G_BEGIN_DECLS

BarnDocument *barn_report_build (BarnPaper    paper,
                                 BarnModel   *model,
                                 BarnPlan    *plan,
                                 BarnProfile *profile,
                                 BarnDay      as_of);

/* What a document says, for those who show its sections one by one */
char *barn_report_dup_heading       (BarnProfile *profile,
                                     guint        year,
                                     const char  *key);
char *barn_report_dup_standard_text (BarnModel   *model,
                                     BarnPlan    *plan,
                                     BarnProfile *profile,
                                     const char  *section);

G_END_DECLS
