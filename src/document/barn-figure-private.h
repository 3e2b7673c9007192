/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-figure.h"

G_BEGIN_DECLS

/* What the writers need of a figure */

/* (transfer none) (nullable): the file of a picture and how its name ends; NULL for a drawing */
GBytes *barn_figure_get_picture    (BarnFigure  *self,
                                    const char **extension);
/* Text and description in one, as most formats have room for one only; (transfer full) */
char   *barn_figure_dup_full_text  (BarnFigure  *self);
/* A drawing as pixels, for programs that read no SVG; (transfer full) */
GBytes *barn_figure_to_png         (BarnFigure  *self);

G_END_DECLS
