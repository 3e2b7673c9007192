/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-area"

#include "config.h"

#include "barn-area.h"

#include "barn-item-private.h"

static const BarnField barn_area_fields[] = {
  [BARN_AREA_YEAR] = { "year", BARN_FIELD_INT },
  [BARN_AREA_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_AREA_EXPECTED_RESULT] = { "expected-result", BARN_FIELD_TEXT },
  [BARN_AREA_STATUS] = { "status", BARN_FIELD_STATUS },
  [BARN_AREA_COMMENT] = { "comment", BARN_FIELD_TEXT },
  [BARN_AREA_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnArea, barn_area, AREA)

/**
 * barn_area_get_year:
 * @self: a development area
 *
 * Gets the year of the barnbokslut that set it.
 *
 * Returns: the year
 */
guint
barn_area_get_year (BarnArea *self)
{
  g_return_val_if_fail (BARN_IS_AREA (self), 0);

  return (guint) barn_item_get_number (BARN_ITEM (self), BARN_AREA_YEAR);
}

/**
 * barn_area_get_title:
 * @self: a development area
 *
 * Gets what must become better.
 *
 * Returns: (transfer none): the title
 */
const char *
barn_area_get_title (BarnArea *self)
{
  g_return_val_if_fail (BARN_IS_AREA (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_AREA_TITLE);
}

/**
 * barn_area_get_expected_result:
 * @self: a development area
 *
 * Gets what is to come of it.
 *
 * Returns: (transfer none): the text; empty: nothing is said
 */
const char *
barn_area_get_expected_result (BarnArea *self)
{
  g_return_val_if_fail (BARN_IS_AREA (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_AREA_EXPECTED_RESULT);
}

/**
 * barn_area_get_status:
 * @self: a development area
 *
 * Gets how far it has come.
 *
 * Returns: the status
 */
BarnStatus
barn_area_get_status (BarnArea *self)
{
  g_return_val_if_fail (BARN_IS_AREA (self), BARN_STATUS_NOT_STARTED);

  return (BarnStatus) barn_item_get_number (BARN_ITEM (self), BARN_AREA_STATUS);
}

/**
 * barn_area_get_comment:
 * @self: a development area
 *
 * Gets what is said of how it went.
 *
 * Returns: (transfer none): the text; empty: nothing is said
 */
const char *
barn_area_get_comment (BarnArea *self)
{
  g_return_val_if_fail (BARN_IS_AREA (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_AREA_COMMENT);
}

/**
 * barn_area_get_measures:
 * @self: a development area
 *
 * Gets its measures (åtgärder), in order.
 *
 * Returns: (transfer none): a living list of #BarnMeasure
 */
GListModel *
barn_area_get_measures (BarnArea *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_MEASURE);
}
