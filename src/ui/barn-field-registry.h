/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-field-binding.h"

G_BEGIN_DECLS

/* The fields that edit a plan file, and what was typed in them over a newer text and left before it was decided on. It is kept with the file.
   What all of them together are asked stands in barn-field-binding.h. */
void  barn_field_registry_add            (BarnPlanFile     *file,
                                          BarnFieldBinding *field);
void  barn_field_registry_remove         (BarnPlanFile     *file,
                                          BarnFieldBinding *field);
/* @place: which text of the file; @where: in words, "" where there are none */
void  barn_field_registry_keep_undecided (BarnPlanFile     *file,
                                          const char       *place,
                                          const char       *where,
                                          const char       *text);
char *barn_field_registry_take_undecided (BarnPlanFile     *file,
                                          const char       *place); /* (nullable) (transfer full): it is forgotten */

G_END_DECLS
