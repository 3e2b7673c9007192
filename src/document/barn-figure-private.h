/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

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

/* What a picture's first bytes say: "png" or "jpeg", the two kinds that every office program shows; (nullable) */
const char *barn_picture_sniff       (GBytes      *bytes);
/* Its pixels the right way up; stops before it takes memory for too many of them. (transfer full) (nullable) */
GdkPixbuf  *barn_picture_load_pixels (GBytes      *bytes,
                                      const char  *kind,
                                      GError     **error);
void        barn_picture_set_error   (GError     **error);

G_END_DECLS
