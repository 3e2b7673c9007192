/* SPDX-License-Identifier: GPL-3.0-or-later */

/* renameat2() */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "barn-store-restore"

#include "config.h"

#include "barn-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* What lies where the backup is to be put */
typedef enum
{
  PRESENT_SOUND,   /* a plan file that opens */
  PRESENT_DAMAGED, /* what is left of one */
  PRESENT_NOTHING, /* no file, or an empty one */
} Present;

static void
remove_with_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (journal);
  g_unlink (path);
}

/* The backup as this version of the program has plan files, every rule checked. What is wrong with it is told by its own name. */
static BarnStore *
prepare (const char    *copy,
         const char    *made,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (BarnStore) source = barn_store_open_to_copy (copy, error);
  g_autoptr (BarnStore) self = NULL;

  if (source == NULL || !barn_store_fill_copy (source, made, cancellable, error))
    return NULL;

  self = g_object_new (BARN_TYPE_STORE, NULL);
  self->path = g_strdup (made);
  self->name = g_strdup (source->name);
  if (!barn_store_connect (self, made, error) ||
      !barn_store_migrate (self, barn_store_get_steps (), BARN_STORE_VERSION, error) ||
      !barn_store_read_log (self, NULL, error) ||
      !barn_store_verify (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
look_at_present (const char  *path,
                 Present     *present,
                 BarnStore  **store,
                 GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0 ? errno == ENOENT : S_ISREG (info.st_mode) && info.st_size == 0)
    {
      *present = PRESENT_NOTHING;
      return TRUE;
    }

  *store = barn_store_open (path, BARN_STORE_DEFAULT, &local_error);
  *present = *store != NULL ? PRESENT_SOUND : PRESENT_DAMAGED;
  if (*store != NULL || g_error_matches (local_error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED))
    return TRUE;
  /* A letter by the same name, a newer plan file, one that another program holds: these are not to be lost */
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A name that no earlier copy has: a backup may be put back several times a day */
static char *
dup_free_path (const char  *path,
               GError     **error)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *reason = g_strdup_printf ("-before-restore-%02u", n);
      g_autofree char *free_path = barn_store_dup_backup_path (path, reason, error);

      if (free_path == NULL || !g_file_test (free_path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&free_path);
    }
}

/* Byte by byte, as SQLite cannot read it: the locks that closing it drops guard nothing that could be written */
static gboolean
keep_damaged (const char    *path,
              const char    *kept,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (kept);
  g_autofree char *name = g_filename_display_basename (kept);
  g_autoptr (GError) local_error = NULL;

  if (g_file_copy (from, to, G_FILE_COPY_NONE, cancellable, NULL, NULL, &local_error))
    return TRUE;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    barn_store_set_system_error (name, g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? ENOSPC : EIO, error);
  g_unlink (kept);
  return FALSE;
}

/* Nothing that was there is lost, whatever it is */
static gboolean
keep_present (const char    *path,
              BarnStore     *store,
              char         **kept,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *free_path = dup_free_path (path, error);
  g_autoptr (GError) local_error = NULL;

  if (free_path == NULL)
    return FALSE;
  if (store == NULL || !barn_store_backup (store, free_path, cancellable, &local_error))
    {
      /* It opened, and was found damaged further in */
      if (local_error != NULL && !g_error_matches (local_error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (!keep_damaged (path, free_path, cancellable, error))
        return FALSE;
    }
  *kept = g_steal_pointer (&free_path);
  return TRUE;
}

/* Where there is no plan file that can be written, the backup gets the name of what is there */
static gboolean
put_in_place (const char  *made,
              const char  *path,
              Present      present,
              GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *name = g_filename_display_basename (path);
  GStatBuf info;

  if (g_stat (path, &info) == 0 && g_chmod (made, info.st_mode & 07777) != 0)
    g_debug ("%s: %s", name, g_strerror (errno));
  /* One that was left by what is replaced would be played back into the new file */
  g_unlink (journal);
  if (present == PRESENT_DAMAGED || g_file_test (path, G_FILE_TEST_EXISTS)
        ? g_rename (made, path) == 0
        : renameat2 (AT_FDCWD, made, AT_FDCWD, path, RENAME_NOREPLACE) == 0 ||
          ((errno == EINVAL || errno == ENOSYS) && g_rename (made, path) == 0))
    {
      barn_store_sync_folder (path);
      return TRUE;
    }
  barn_store_set_system_error (name, errno, error);
  return FALSE;
}

/* @made: an empty file in the folder of @path */
static gboolean
restore (const char    *path,
         const char    *copy,
         const char    *made,
         char         **kept,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (BarnStore) fresh = prepare (copy, made, cancellable, error);
  g_autoptr (BarnStore) store = NULL;
  Present present;

  if (fresh == NULL ||
      !look_at_present (path, &present, &store, error) ||
      (present != PRESENT_NOTHING && !keep_present (path, store, kept, cancellable, error)) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  /* In a file that SQLite can write, it is one transaction: it waits for others, they notice it, and a kill undoes it */
  if (store != NULL)
    return barn_store_copy_pages (fresh, store, cancellable, error);
  barn_store_close (fresh);
  return put_in_place (made, path, present, error);
}

/**
 * barn_store_restore:
 * @path: a plan file, which may be open, damaged or gone
 * @copy: a backup
 * @kept: (out) (optional) (nullable) (transfer full): where what @path held before lies now; %NULL: there was nothing
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Puts a backup in the place of a plan file, as a whole or not at all. The backup is looked through first: one that is damaged, newer
 * or no plan file changes nothing. What was there is kept among the backups. Other programs, and other stores of this one, that have
 * the file open take it in with their next barn_store_refresh().
 *
 * Returns: whether it is there
 */
gboolean
barn_store_restore (const char    *path,
                    const char    *copy,
                    char         **kept,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *target = NULL;
  g_autofree char *made = NULL;
  g_autofree char *before = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL && *path != '\0', FALSE);
  g_return_val_if_fail (copy != NULL && *copy != '\0', FALSE);

  if (kept != NULL)
    *kept = NULL;
  if (barn_store_is_same_file (path, copy))
    {
      g_set_error_literal (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE,
                           _("That is the plan file itself and no backup of it. Nothing was changed. Choose a backup."));
      return FALSE;
    }

  target = barn_store_resolve (path);
  made = barn_store_reserve_beside (target, error);
  if (made == NULL)
    return FALSE;
  done = restore (target, copy, made, &before, cancellable, error);
  remove_with_journal (made);
  if (done)
    barn_store_thin_backups (target);
  else if (before != NULL)
    g_unlink (before);
  if (done && kept != NULL)
    *kept = g_steal_pointer (&before);
  return done;
}
