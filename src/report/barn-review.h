/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"
#include "barn-paper.h"
#include "barn-profile.h"

G_BEGIN_DECLS

/* Beside the sections of barn-sections.h: the parts of a barnbokslut that are put together and not written */
#define BARN_PART_FOLLOWUP "followup" /* last year's areas, with status and comment */
#define BARN_PART_RESULTS  "results"  /* what this year's plan brought */
#define BARN_PART_AREAS    "areas"    /* next year's areas */
/* What is said of no part: how the document looks, which the profile says */
#define BARN_PART_LOOK     "look"

/**
 * BarnRemark:
 * @sentence: what is missing or weak, for a person, in the language of the desktop
 * @section: the section it is about: an id of barn-sections.h, or one of the parts above
 * @article: the article of the section; 0: none, or all of them
 * @item: (nullable): the id of the activity, area or shift that it is about
 *
 * Something a person should know before a document goes to the nämnd, and where it leads. Nothing is forbidden by it.
 */
typedef struct
{
  char       *sentence;
  const char *section;
  guint       article;
  char       *item;
} BarnRemark;

void       barn_remark_free (BarnRemark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnRemark, barn_remark_free)

GPtrArray *barn_review      (BarnPaper    paper,
                             BarnModel   *model,
                             BarnPlan    *plan,
                             BarnProfile *profile,
                             BarnDay      as_of);

G_END_DECLS
