/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-report.h"

G_BEGIN_DECLS

/**
 * BarnMaterialList:
 *
 * What the year has to offer a section of the barnbokslut, each with where it comes from and a button that inserts it.
 * Enter on a row inserts it and stays, Ctrl+Enter inserts it and goes to the text.
 *
 * Emits "insert" with the #BarnMaterial and whether the keyboard should go to the text.
 */
#define BARN_TYPE_MATERIAL_LIST (barn_material_list_get_type ())
G_DECLARE_FINAL_TYPE (BarnMaterialList, barn_material_list, BARN, MATERIAL_LIST, AdwBin)

/**
 * BarnMaterialUsed:
 *
 * Returns: whether @body stands in the text already
 */
typedef gboolean (*BarnMaterialUsed) (const char *body,
                                      gpointer    user_data);

void barn_material_list_set_materials (BarnMaterialList *self,
                                       GListModel       *materials,
                                       gboolean          insertable);
void barn_material_list_set_used_func (BarnMaterialList *self,
                                       BarnMaterialUsed  used,
                                       gpointer          user_data);
void barn_material_list_refresh_used  (BarnMaterialList *self);

G_END_DECLS
