/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* The width of the text on a page: A4 with margins of 25 mm, in points */
#define BARN_FIGURE_MAX_WIDTH 453.0

/* The place of a logo above the title, in points: 60 × 20 mm */
#define BARN_LOGO_MAX_WIDTH 170.0
#define BARN_LOGO_MAX_HEIGHT 57.0

/**
 * BarnFigureDraw:
 * @cr: where to; in points from the upper left corner of the figure. What stands below it is white, or the caller's own ground.
 * @width: of the figure, points
 * @height: of the figure, points
 * @data: what it draws; may not change, for documents are written in a worker
 *
 * Draws a figure. The same data must give the same drawing; text is drawn with Pango.
 */
typedef void (*BarnFigureDraw) (cairo_t  *cr,
                                double    width,
                                double    height,
                                gpointer  data);

#define BARN_TYPE_FIGURE (barn_figure_get_type ())

/**
 * BarnFigure:
 *
 * Something that is seen: a drawing, which stays one in every format that can hold it, or a picture from a file (a logo). Each has
 * a text that says the same to those who do not see it. Reference counted.
 */
typedef struct _BarnFigure BarnFigure;

GType        barn_figure_get_type        (void) G_GNUC_CONST;
BarnFigure  *barn_figure_new             (double           width,
                                          double           height,
                                          const char      *text,
                                          BarnFigureDraw   draw,
                                          gpointer         data,
                                          GDestroyNotify   destroy);
BarnFigure  *barn_figure_new_picture     (GBytes          *bytes,
                                          double           max_width,
                                          double           max_height,
                                          const char      *text,
                                          GError         **error);
BarnFigure  *barn_figure_ref             (BarnFigure      *self);
void         barn_figure_unref           (BarnFigure      *self);
double       barn_figure_get_width       (BarnFigure      *self);
double       barn_figure_get_height      (BarnFigure      *self);
const char  *barn_figure_get_text        (BarnFigure      *self);
const char  *barn_figure_get_description (BarnFigure      *self);
void         barn_figure_set_description (BarnFigure      *self,
                                          const char      *description);
void         barn_figure_draw            (BarnFigure      *self,
                                          cairo_t         *cr);
char        *barn_figure_to_svg          (BarnFigure      *self,
                                          const char      *prefix);

/* Pictures of files for the place of a logo */
GBytes      *barn_picture_to_logo        (GBytes          *bytes,
                                          GError         **error);
GBytes      *barn_picture_read_logo      (GFile           *file,
                                          GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnFigure, barn_figure_unref)

G_END_DECLS
