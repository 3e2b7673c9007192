/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnAreaSide:
 * @BARN_AREA_SIDE_AHEAD: what is set for next year: measures and expected result (table 3 of a barnbokslut)
 * @BARN_AREA_SIDE_BACK: how last year's went: measures, status and comment (table 2.1)
 *
 * From which side a development area is looked at.
 */
typedef enum
{
  BARN_AREA_SIDE_AHEAD,
  BARN_AREA_SIDE_BACK,
} BarnAreaSide;

/**
 * BarnAreaRow:
 *
 * A development area to be read and edited in place. Has the actions area.up, area.down, area.delete and area.add-measure.
 * A row for a new area stores it when it has a title, and emits "abandoned" when it is left without one (by Escape: with %TRUE).
 */
#define BARN_TYPE_AREA_ROW (barn_area_row_get_type ())
G_DECLARE_FINAL_TYPE (BarnAreaRow, barn_area_row, BARN, AREA_ROW, AdwBin)

GtkWidget *barn_area_row_new         (BarnPlanFile *file,
                                      BarnArea     *area,
                                      BarnAreaSide  side);
GtkWidget *barn_area_row_new_fresh   (BarnPlanFile *file,
                                      guint         year,
                                      BarnAreaSide  side);
BarnArea  *barn_area_row_get_area    (BarnAreaRow  *self);
gboolean   barn_area_row_take_area   (BarnAreaRow  *self,
                                      BarnArea     *area);
void       barn_area_row_set_place   (BarnAreaRow  *self,
                                      BarnArea     *before,
                                      BarnArea     *after,
                                      BarnArea     *after_next);
void       barn_area_row_begin_title (BarnAreaRow  *self);
void       barn_area_row_insert      (BarnAreaRow  *self,
                                      const char   *text);

G_END_DECLS
