/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-backup"

#include "config.h"

#include "barn-plan-file-private.h"

#include <glib/gstdio.h>

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

static int
compare_age (gconstpointer a,
             gconstpointer b)
{
  GStatBuf info_a = { 0, };
  GStatBuf info_b = { 0, };

  if (g_stat (g_file_peek_path (*(GFile *const *) a), &info_a) != 0 || g_stat (g_file_peek_path (*(GFile *const *) b), &info_b) != 0)
    return 0;

  return info_a.st_mtime < info_b.st_mtime ? 1 : info_a.st_mtime > info_b.st_mtime ? -1 : 0;
}

/**
 * barn_plan_file_list_backups:
 * @file: a plan file, which may be damaged or gone
 *
 * Returns: (transfer full) (element-type GFile): the backups that are kept of it, the latest first
 */
GPtrArray *
barn_plan_file_list_backups (GFile *file)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_object_unref);
  const char *path;
  g_auto (GStrv) paths = NULL;

  g_return_val_if_fail (G_IS_FILE (file), backups);

  path = barn_plan_file_check_path (file, NULL);
  if (path == NULL)
    return backups;

  paths = barn_store_list_backups (path);
  for (char **backup = paths; *backup != NULL; backup++)
    g_ptr_array_add (backups, g_file_new_for_path (*backup));
  g_ptr_array_sort (backups, compare_age);

  return backups;
}

static void
restore_in_worker (GTask        *task,
                   gpointer      source,
                   gpointer      copy,
                   GCancellable *cancellable)
{
  GError *error = NULL;

  if (barn_plan_file_restore (source, copy, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * barn_plan_file_restore_async:
 * @file: a plan file
 * @copy: a backup of it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * The same as barn_plan_file_restore(), in a worker.
 */
void
barn_plan_file_restore_async (GFile               *file,
                              GFile               *copy,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (G_IS_FILE (copy));

  task = g_task_new (file, NULL, callback, user_data);
  g_task_set_source_tag (task, barn_plan_file_restore_async);
  g_task_set_task_data (task, g_object_ref (copy), g_object_unref);
  g_task_run_in_thread (task, restore_in_worker);
}

/**
 * barn_plan_file_restore_finish:
 * @file: a plan file
 * @result: from the callback
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: whether the backup is in place; if not, nothing was changed
 */
gboolean
barn_plan_file_restore_finish (GFile         *file,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
