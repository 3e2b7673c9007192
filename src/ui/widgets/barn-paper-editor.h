/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnPaperEditor:
 *
 * A document of a year, section by section: which there are and how far they have come, the text of one, and beside it what the year has to
 * offer it or the document as it will look, which follows what is typed; or the whole document alone.
 */
#define BARN_TYPE_PAPER_EDITOR (barn_paper_editor_get_type ())
G_DECLARE_FINAL_TYPE (BarnPaperEditor, barn_paper_editor, BARN, PAPER_EDITOR, AdwBin)

void     barn_paper_editor_set_plan      (BarnPaperEditor *self,
                                          BarnPlanFile    *file,
                                          BarnPlan        *plan,
                                          BarnPaper        paper);
void     barn_paper_editor_set_back      (BarnPaperEditor *self,
                                          const char      *label,
                                          const char      *action_name);
gboolean barn_paper_editor_show_section  (BarnPaperEditor *self,
                                          const char      *section,
                                          guint            article);
void     barn_paper_editor_focus_text    (BarnPaperEditor *self);
gboolean barn_paper_editor_save          (BarnPaperEditor *self);
void     barn_paper_editor_save_state    (BarnPaperEditor *self,
                                          GVariantDict    *state);
void     barn_paper_editor_restore_state (BarnPaperEditor *self,
                                          GVariantDict    *state);

G_END_DECLS
