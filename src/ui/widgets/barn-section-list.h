/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"
#include "barn-section-entry.h"

G_BEGIN_DECLS

/**
 * BarnSectionList:
 *
 * The sections of a document in the order of the document, each with how far it has come by icon and word, and the
 * way to one more article where a section is written article by article.
 *
 * Emits "selected" with the entry when another section is chosen (%NULL: none), and "opened" when a person presses Enter on it.
 */
#define BARN_TYPE_SECTION_LIST (barn_section_list_get_type ())
G_DECLARE_FINAL_TYPE (BarnSectionList, barn_section_list, BARN, SECTION_LIST, AdwBin)

void              barn_section_list_set_plan     (BarnSectionList *self,
                                                  BarnPlanFile    *file,
                                                  BarnPlan        *plan,
                                                  BarnPaper        paper,
                                                  gboolean         editable);
void              barn_section_list_count        (BarnSectionList *self,
                                                  guint           *ready,
                                                  guint           *n_sections);
void              barn_section_list_refresh      (BarnSectionList *self);
BarnSectionEntry *barn_section_list_get_selected (BarnSectionList *self);
gboolean          barn_section_list_select       (BarnSectionList *self,
                                                  const char      *section,
                                                  guint            article);

G_END_DECLS
