/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"
#include "barn-profile.h"

G_BEGIN_DECLS

/**
 * BarnDataFormat:
 * @BARN_DATA_UNKNOWN: none of them
 * @BARN_DATA_XLSX: a workbook with a sheet a kind of thing, and charts
 * @BARN_DATA_CSV: the activities of all years, one a row
 * @BARN_DATA_JSON: everything in the plan file, as it is stored
 *
 * What all data of a plan file are written in, for other programs.
 */
typedef enum
{
  BARN_DATA_UNKNOWN,
  BARN_DATA_XLSX,
  BARN_DATA_CSV,
  BARN_DATA_JSON,
} BarnDataFormat;

BarnDataFormat  barn_data_format_from_name (const char      *name);

GBytes         *barn_data_to_bytes         (BarnModel       *model,
                                            BarnPlan        *plan,
                                            BarnProfile     *profile,
                                            BarnDay          as_of,
                                            BarnDataFormat   format,
                                            GError         **error);

G_END_DECLS
