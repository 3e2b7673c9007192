/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-items.h"

G_BEGIN_DECLS

/**
 * BarnArea:
 *
 * A utvecklingsområde: what the barnbokslut of @year says must become better, and how it went, as the barnbokslut of
 * the year after tells. Table 3 of the one becomes the left columns of table 2.1 of the other.
 *
 * Fields: year (of the barnbokslut that set it), title, expected-result, status, comment, position.
 */
#define BARN_TYPE_AREA (barn_area_get_type ())
G_DECLARE_FINAL_TYPE (BarnArea, barn_area, BARN, AREA, BarnItem)
enum { BARN_AREA_YEAR, BARN_AREA_TITLE, BARN_AREA_EXPECTED_RESULT, BARN_AREA_STATUS, BARN_AREA_COMMENT,
       BARN_AREA_POSITION };

guint       barn_area_get_year            (BarnArea    *self);
const char *barn_area_get_title           (BarnArea    *self);
const char *barn_area_get_expected_result (BarnArea    *self);
BarnStatus  barn_area_get_status          (BarnArea    *self);
const char *barn_area_get_comment         (BarnArea    *self);
GListModel *barn_area_get_measures        (BarnArea    *self); /* of BarnMeasure, in order */

G_END_DECLS
