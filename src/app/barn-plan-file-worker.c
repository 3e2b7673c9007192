/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-worker"

#include "config.h"

#include "barn-plan-file-private.h"

/* What may wait for a slow or hanging drive, done by workers: opening a plan file, and looking whether another program wrote to it. No
   worker's task holds a #BarnPlanFile that the window has: the thread may let go of it last, and the connection belongs to ours. */

typedef struct
{
  gatomicrefcount  references;
  char            *path;
  BarnStore       *store; /* NULL: not opened yet; of the worker that looks, one at a time */
} Looker;

static Looker *
looker_ref (Looker *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

static void
looker_unref (Looker *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_object (&self->store);
  g_free (self->path);
  g_free (self);
}

static void
look_in_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Looker *looker = task_data;
  GError *local_error = NULL;
  GError *error = NULL;
  gboolean changed;

  if (looker->store == NULL)
    looker->store = barn_store_open (looker->path, BARN_STORE_READ_ONLY, &local_error);
  else
    barn_store_adopt (looker->store);

  if (looker->store != NULL && barn_store_look (looker->store, &changed, &local_error))
    {
      g_task_return_boolean (task, changed);
      return;
    }

  barn_plan_file_fail (NULL, local_error, &error);
  g_task_return_error (task, error);
}

static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean changed = g_task_propagate_boolean (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, changed);
}

static void
open_in_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  BarnPlanFile *opened = barn_plan_file_open (source, GPOINTER_TO_INT (task_data), &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
barn_plan_file_drop_looker (BarnPlanFile *self)
{
  g_clear_pointer ((Looker **) &self->looker, looker_unref);
}

/**
 * barn_plan_file_open_async:
 * @file: a plan file
 * @read_only: whether nothing is to be changed through it
 * @cancellable: (nullable): to wait no longer; what is opened meanwhile is closed again
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * The same as barn_plan_file_open(), in a worker: the file may be large, or lie on a slow drive.
 */
void
barn_plan_file_open_async (GFile               *file,
                           gboolean             read_only,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, barn_plan_file_open_async);
  g_task_set_task_data (task, GINT_TO_POINTER (read_only), NULL);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_in_worker);
}

/**
 * barn_plan_file_open_finish:
 * @file: a plan file
 * @result: from the callback
 * @error: return location for a #BarnPlanFileError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the plan file, which belongs to the calling thread from now on
 */
BarnPlanFile *
barn_plan_file_open_finish (GFile         *file,
                            GAsyncResult  *result,
                            GError       **error)
{
  BarnPlanFile *opened;

  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened != NULL)
    barn_store_adopt (opened->store);

  return opened;
}

/**
 * barn_plan_file_look_async:
 * @self: a plan file
 * @callback: called when it was looked
 * @user_data: for @callback
 *
 * Looks whether there is something to take in with barn_plan_file_refresh(). A worker reads on a connection of its own, so that a drive
 * that does not answer keeps nobody waiting. Only one look at a time: the caller waits for @callback before the next.
 */
void
barn_plan_file_look_async (BarnPlanFile        *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) worker = NULL;
  GTask *task;
  Looker *looker;

  g_return_if_fail (BARN_IS_PLAN_FILE (self));

  if (self->looker == NULL)
    {
      looker = g_new0 (Looker, 1);
      g_atomic_ref_count_init (&looker->references);
      looker->path = g_file_get_path (self->file);
      self->looker = looker;
    }

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, barn_plan_file_look_async);
  worker = g_task_new (NULL, NULL, on_looked, task);
  g_task_set_task_data (worker, looker_ref (self->looker), (GDestroyNotify) looker_unref);
  g_task_run_in_thread (worker, look_in_worker);
}

/**
 * barn_plan_file_look_finish:
 * @self: a plan file
 * @result: from the callback
 * @changed: (out): whether somebody wrote since the last look, be it through @self; %TRUE the first time
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: %FALSE where the file could not be read
 */
gboolean
barn_plan_file_look_finish (BarnPlanFile  *self,
                            GAsyncResult  *result,
                            gboolean      *changed,
                            GError       **error)
{
  GError *local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (changed != NULL, FALSE);

  *changed = g_task_propagate_boolean (G_TASK (result), &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}
