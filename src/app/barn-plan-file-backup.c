/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-backup"

#include "config.h"

#include "barn-plan-file-private.h"

/**
 * barn_plan_file_backup:
 * @self: a plan file
 * @copy: where the backup is to lie; what is there is replaced as a whole, or not at all
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnPlanFileError
 *
 * Makes a sound copy of the file, while others may write to it.
 *
 * Returns: whether the backup is there
 */
gboolean
barn_plan_file_backup (BarnPlanFile  *self,
                       GFile         *copy,
                       GCancellable  *cancellable,
                       GError       **error)
{
  GError *local_error = NULL;
  const char *path;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (copy), FALSE);

  path = barn_plan_file_check_path (copy, error);
  if (path == NULL)
    return FALSE;

  if (!barn_store_backup (self->store, path, cancellable, &local_error))
    return barn_plan_file_fail (NULL, local_error, error);

  return TRUE;
}

/**
 * barn_plan_file_restore:
 * @file: a plan file, which may be open here or in another program, damaged or gone
 * @copy: a backup of it
 * @kept: (out) (optional) (nullable) (transfer full): where what was in @file lies now; %NULL: there was nothing
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnPlanFileError
 *
 * Puts a backup in the place of a plan file, as a whole or not at all. The backup is looked through first, and what was there is kept
 * among the backups. Each #BarnPlanFile of it takes that in with its next barn_plan_file_refresh(), as a change whose action is
 * "file-restored". It uses connections of its own: a worker may call it.
 *
 * Returns: whether it is there; if not, nothing was changed
 */
gboolean
barn_plan_file_restore (GFile         *file,
                        GFile         *copy,
                        GFile        **kept,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *kept_path = NULL;
  GError *local_error = NULL;
  const char *path, *copy_path;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (G_IS_FILE (copy), FALSE);

  if (kept != NULL)
    *kept = NULL;

  path = barn_plan_file_check_path (file, error);
  copy_path = path != NULL ? barn_plan_file_check_path (copy, error) : NULL;
  if (copy_path == NULL)
    return FALSE;

  if (!barn_store_restore (path, copy_path, kept != NULL ? &kept_path : NULL, cancellable, &local_error))
    return barn_plan_file_fail (NULL, local_error, error);

  if (kept_path != NULL)
    *kept = g_file_new_for_path (kept_path);

  return TRUE;
}
