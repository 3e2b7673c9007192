/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnFieldBinding:
 *
 * The one way in which a text field edits a stored text.
 *
 * It shows the living text. What a person types is saved 700 ms after the last key, when the field loses the focus, on Enter in a field of one
 * line, when it comes to show something else, when it is unmapped and when the window closes. The changes of one burst of typing bear the
 * same run token, so that one undo takes them back.
 * A change from outside shows at once in a field that nobody typed in; a typed text is never overwritten: both are shown in a bar under the
 * field, and the person chooses. Text that looks like a personnummer is warned of in the same bar.
 * Escape brings back the text that stood there when the field got the focus; a second Escape goes on to whoever else wants it. In
 * something that was added just now, Escape takes the adding back.
 *
 * The bar is put after the field in the nearest vertical GtkBox above it, so there must be one.
 * The binding belongs to whoever made it, and must not outlive its file: let go of it in dispose().
 */
#define BARN_TYPE_FIELD_BINDING (barn_field_binding_get_type ())
G_DECLARE_FINAL_TYPE (BarnFieldBinding, barn_field_binding, BARN, FIELD_BINDING, GObject)

/**
 * BarnFieldLoad:
 *
 * Returns: (transfer full) (nullable): the text as it stands in the plan file now
 */
typedef char     *(*BarnFieldLoad) (gpointer      user_data);

/**
 * BarnFieldSave:
 * @before: the text that the person began from
 * @text: what stands in the field
 * @run: the token of this burst of typing
 */
typedef gboolean  (*BarnFieldSave) (const char   *before,
                                    const char   *text,
                                    const char   *run,
                                    gpointer      user_data,
                                    GError      **error);

/* GtkText, GtkEntry, AdwEntryRow … */
BarnFieldBinding *barn_field_binding_new_editable (GtkEditable       *editable);
BarnFieldBinding *barn_field_binding_new_buffer   (GtkTextView       *text_view);

/* A text field of an item. @item NULL: empty and insensitive. What was typed for the item before is saved first. */
void              barn_field_binding_set_item     (BarnFieldBinding  *self,
                                                   BarnPlanFile      *file,
                                                   BarnItem          *item,
                                                   const char        *field);
/* A text that is no field of an item (a section that has no row before it is first written). @place: which one it is. @load is called anew after every change of @file. */
void              barn_field_binding_set_custom   (BarnFieldBinding  *self,
                                                   BarnPlanFile      *file,
                                                   const char        *place,
                                                   BarnFieldLoad      load,
                                                   BarnFieldSave      save,
                                                   gpointer           user_data,
                                                   GDestroyNotify     destroy);

/* What it edits was added by the last change: Escape before anything is saved of it undoes that */
void              barn_field_binding_set_added    (BarnFieldBinding  *self);

/* Saves now what was typed. FALSE: it could not be; the person was told where the field is. */
gboolean          barn_field_binding_save         (BarnFieldBinding  *self);
gboolean          barn_field_binding_is_dirty     (BarnFieldBinding  *self);
/* The same for every field that edits @file: before undo and before closing */
gboolean          barn_field_binding_save_all     (BarnPlanFile      *file);
/* (nullable): where somebody left a text without choosing between theirs and another's; before closing */
const char       *barn_field_binding_get_undecided (BarnPlanFile     *file);

G_END_DECLS
