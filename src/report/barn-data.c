/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-data"

#include "config.h"

#include "barn-data-private.h"

#include <string.h>

static const struct
{
  const char     *ending;
  BarnDataFormat  format;
} endings[] = {
  { ".xlsx", BARN_DATA_XLSX },
  { ".csv", BARN_DATA_CSV },
  { ".json", BARN_DATA_JSON },
};

/**
 * barn_data_format_from_name:
 * @name: a file's name
 *
 * Returns: the format that the ending of @name stands for, %BARN_DATA_UNKNOWN where it stands for none
 */
BarnDataFormat
barn_data_format_from_name (const char *name)
{
  const char *dot;

  g_return_val_if_fail (name != NULL, BARN_DATA_UNKNOWN);

  dot = strrchr (name, '.');
  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      if (g_ascii_strcasecmp (dot, endings[i].ending) == 0)
        return endings[i].format;
    }

  return BARN_DATA_UNKNOWN;
}

/**
 * barn_data_to_bytes:
 * @model: the items of the plan file
 * @plan: the plan whose figures the workbook sums up
 * @profile: what sheets, columns and statuses are called
 * @as_of: the day whose statuses are told
 * @format: one that is known
 * @error: return location for a #GError: a workbook is put together in a temporary file
 *
 * Writes the data of a plan file, of all years, for other programs. The same data, profile and day give the same bytes.
 *
 * Returns: (transfer full) (nullable): the bytes of a file
 */
GBytes *
barn_data_to_bytes (BarnModel       *model,
                    BarnPlan        *plan,
                    BarnProfile     *profile,
                    BarnDay          as_of,
                    BarnDataFormat   format,
                    GError         **error)
{
  g_autoptr (BarnSheet) activities = NULL;
  char *json;

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);

  switch (format)
    {
    case BARN_DATA_XLSX:
      return barn_workbook_write (model, plan, profile, as_of, error);

    case BARN_DATA_CSV:
      activities = barn_data_dup_activities (model, profile, as_of);
      return barn_csv_write (activities);

    case BARN_DATA_JSON:
      json = barn_json_write (model);
      return g_bytes_new_take (json, strlen (json));

    case BARN_DATA_UNKNOWN:
    default:
      g_return_val_if_reached (NULL);
    }
}
