/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnSectionEditor:
 *
 * The text of one section of a document, saved as it is written, and the mark that it is ready.
 */
#define BARN_TYPE_SECTION_EDITOR (barn_section_editor_get_type ())
G_DECLARE_FINAL_TYPE (BarnSectionEditor, barn_section_editor, BARN, SECTION_EDITOR, AdwBin)

void      barn_section_editor_set_section (BarnSectionEditor *self,
                                           BarnPlanFile      *file,
                                           BarnPlan          *plan,
                                           const char        *section,
                                           guint              article,
                                           const char        *name);
void      barn_section_editor_refresh     (BarnSectionEditor *self);
void      barn_section_editor_insert      (BarnSectionEditor *self,
                                           const char        *paragraph);
gboolean  barn_section_editor_contains    (BarnSectionEditor *self,
                                           const char        *paragraph);
gboolean  barn_section_editor_save        (BarnSectionEditor *self);

G_END_DECLS
