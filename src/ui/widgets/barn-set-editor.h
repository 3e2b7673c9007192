/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnSetKind:
 * @BARN_SET_ROLES: roles of the plan file; new ones can be made
 * @BARN_SET_SHIFTS: shifts of the plan
 * @BARN_SET_ARTICLES: articles of the convention, the basic principles first
 *
 * What sets an item can bear.
 */
typedef enum
{
  BARN_SET_ROLES,
  BARN_SET_SHIFTS,
  BARN_SET_ARTICLES,
} BarnSetKind;

/**
 * BarnSetOption:
 * @id: the member
 * @label: in full, for lists: "Article 12: …"
 * @chip: in short, for a chip: "Article 12"
 */
typedef struct
{
  char *id;
  char *label;
  char *chip;
} BarnSetOption;

/* Frees an option with its texts */
void       barn_set_option_free    (BarnSetOption *self);

/* What can be chosen from, in order. (element-type BarnSetOption) (transfer full) */
GPtrArray *barn_set_kind_list      (BarnSetKind    self,
                                    BarnModel     *model,
                                    BarnPlan      *plan);

/**
 * BarnSetEditor:
 *
 * The members of a set as chips that can be taken away, and a button that opens all that can be chosen.
 * Each choice is a change of the plan file at once.
 */
#define BARN_TYPE_SET_EDITOR (barn_set_editor_get_type ())
G_DECLARE_FINAL_TYPE (BarnSetEditor, barn_set_editor, BARN, SET_EDITOR, AdwBin)

/* @item: (nullable): whose set; @plan: (nullable): whose shifts */
void       barn_set_editor_set_item (BarnSetEditor *self,
                                     BarnPlanFile  *file,
                                     BarnPlan      *plan,
                                     BarnItem      *item);

G_END_DECLS
