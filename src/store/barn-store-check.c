/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-store-check"

#include "config.h"

#include "barn-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PAGES_AT_ONCE 256
#define INSTRUCTIONS_BETWEEN_LOOKS 10000
#define BACKUPS_KEPT 10
#define ENDING ".barnratt"

/* Verifying */

static int
on_progress (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/* The first row of a check that lists faults; "ok" is none */
static gboolean
check_says_ok (BarnStore   *self,
               const char  *sql,
               GError     **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, sql, error);
  const char *fault;
  gboolean row;

  if (query == NULL || !barn_store_step (self, query, &row, error))
    return FALSE;
  fault = row ? (const char *) sqlite3_column_text (query, 0) : "ok";
  if (g_strcmp0 (fault, "ok") == 0)
    return TRUE;
  barn_store_set_damaged (self, fault != NULL ? fault : "", error);
  return FALSE;
}

/* Each table and index as it was made, in a fixed order */
static char *
dup_schema (BarnStore  *self,
            GError    **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", error);
  g_autoptr (GString) schema = g_string_new (NULL);
  gboolean row;

  if (query == NULL)
    return NULL;
  for (;;)
    {
      if (!barn_store_step (self, query, &row, error))
        return NULL;
      if (!row)
        return g_string_free (g_steal_pointer (&schema), FALSE);
      for (int i = 0; i < 4; i++)
        {
          const char *text = (const char *) sqlite3_column_text (query, i);

          g_string_append (schema, text != NULL ? text : "");
          g_string_append_c (schema, '\n');
        }
    }
}

/* Rules are CHECKs and foreign keys: they hold only as long as nobody took them out of the file */
static gboolean
check_schema (BarnStore  *self,
              GError    **error)
{
  g_autoptr (BarnStore) fresh = g_object_new (BARN_TYPE_STORE, NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *present = dup_schema (self, error);

  if (present == NULL)
    return FALSE;
  fresh->path = g_strdup (":memory:");
  fresh->name = g_strdup (self->name);
  if (!barn_store_connect (fresh, fresh->path, error) ||
      !barn_store_migrate (fresh, barn_store_get_steps (), BARN_STORE_VERSION, error))
    return FALSE;
  wanted = dup_schema (fresh, error);
  if (wanted == NULL)
    return FALSE;
  if (g_str_equal (wanted, present))
    return TRUE;
  barn_store_set_damaged (self, _("its tables are not those of a plan file"), error);
  return FALSE;
}

static gboolean
check_rows (BarnStore  *self,
            GError    **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  return barn_store_read_all (self, items, error);
}

static gboolean
check_log (BarnStore  *self,
           GError    **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, "SELECT changeset FROM change WHERE changeset IS NOT NULL", error);
  gboolean row = FALSE;

  if (query == NULL)
    return FALSE;
  for (;;)
    {
      void *changeset;
      int size;

      if (!barn_store_step (self, query, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!barn_store_get_changeset (self, query, &changeset, &size, error))
        return FALSE;
    }
}

/* Whether the log can be read from its beginning without contradicting itself */
static gboolean
check_stacks (BarnStore  *self,
              GError    **error)
{
  gboolean sound;

  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);
  self->log_end = 0;
  if (!barn_store_read_log (self, &sound, error))
    return FALSE;
  if (!sound)
    barn_store_set_damaged (self, _("the log of changes is torn"), error);
  return sound;
}

/**
 * barn_store_verify:
 * @self: a store, not in a change
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Reads every page and checks every rule: that SQLite finds the file whole, that what belongs together does, that the tables are those
 * of a plan file, that each value can be read, that each adopted document has the file that was adopted, and that the log makes sense.
 *
 * Returns: whether the file is sound
 */
gboolean
barn_store_verify (BarnStore     *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  gboolean sound;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, FALSE);
  g_return_val_if_fail (self->session == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !barn_store_begin_reading (self, error))
    return FALSE;
  if (cancellable != NULL)
    sqlite3_progress_handler (self->db, INSTRUCTIONS_BETWEEN_LOOKS, on_progress, cancellable);
  sound = check_says_ok (self, "PRAGMA integrity_check", error) &&
          check_says_ok (self, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", error) &&
          check_schema (self, error) &&
          check_rows (self, error) &&
          barn_store_check_copies (self, error) &&
          check_log (self, error) &&
          check_stacks (self, error);
  sqlite3_progress_handler (self->db, 0, NULL, NULL);
  barn_store_end_reading (self);
  return sound;
}

/**
 * barn_store_check_pages:
 * @self: a store, not in a change
 * @error: return location
 *
 * Looks at how the pages of the file hang together, once for each store: what is written to a file whose pages do not can be lost
 * with it. Call it before the first change.
 *
 * Returns: whether they do
 */
gboolean
barn_store_check_pages (BarnStore  *self,
                        GError    **error)
{
  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, FALSE);

  self->pages_checked = self->pages_checked || check_says_ok (self, "PRAGMA quick_check", error);
  return self->pages_checked;
}

/* Copying */

/* All of @self into @copy, in one transaction there */
gboolean
barn_store_copy_pages (BarnStore     *self,
                       BarnStore     *copy,
                       GCancellable  *cancellable,
                       GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy->db, "main", self->db, "main");
  gint64 give_up_at = g_get_monotonic_time () + BARN_STORE_BUSY_MS * G_TIME_SPAN_MILLISECOND;
  int code = SQLITE_OK;

  if (backup == NULL)
    {
      barn_store_set_error (copy, error);
      return FALSE;
    }
  while (code == SQLITE_OK || ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && g_get_monotonic_time () < give_up_at))
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (code != SQLITE_OK)
        g_usleep (10 * 1000);
      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
    }
  sqlite3_backup_finish (backup);

  if (code == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    barn_store_set_error (copy, error);
  return FALSE;
}

/* A copy of a file that is not sound must not take the place of one that is */
gboolean
barn_store_fill_copy (BarnStore     *self,
                      const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (BarnStore) copy = g_object_new (BARN_TYPE_STORE, NULL);

  copy->path = g_strdup (path);
  /* What is wrong is told by a name that the person knows */
  copy->name = g_strdup (self->name);
  return barn_store_connect (copy, path, error) &&
         barn_store_copy_pages (self, copy, cancellable, error) &&
         check_says_ok (copy, "PRAGMA quick_check", error);
}

void
barn_store_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  /* Not all drives can: then the name reaches the disk when it does */
  fsync (fd);
  g_close (fd, NULL);
}

gboolean
barn_store_is_same_file (const char *a,
                         const char *b)
{
  GStatBuf info_a, info_b;

  return g_stat (a, &info_a) == 0 && g_stat (b, &info_b) == 0 &&
         info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;
}

/* What somebody protected, or what is no file, is not silently made another: root too is told, whom no right binds */
static gboolean
check_target (const char  *path,
              const char  *name,
              GError     **error)
{
  GStatBuf info;

  if (g_lstat (path, &info) != 0)
    return TRUE;
  if (!S_ISREG (info.st_mode))
    g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_EXISTS,
                 _("“%s” is a folder or a device. It was left as it is. Choose another name."), name);
  else if ((info.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || g_access (path, W_OK) != 0)
    g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY,
                 _("“%s” is write-protected. It was left as it is. Choose another name."), name);
  else
    return TRUE;
  return FALSE;
}

/**
 * barn_store_backup:
 * @self: a store, not in a change
 * @path: the copy
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Makes a sound copy while others may write. It replaces @path as a whole or not at all.
 *
 * Returns: whether the copy is there
 */
gboolean
barn_store_backup (BarnStore     *self,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;
  g_autofree char *made = NULL;
  g_autofree char *journal = NULL;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, FALSE);
  g_return_val_if_fail (self->session == NULL, FALSE);
  g_return_val_if_fail (path != NULL && *path != '\0', FALSE);

  name = g_filename_display_basename (path);
  if (barn_store_is_same_file (self->path, path))
    {
      barn_store_set_exists (name, error);
      return FALSE;
    }
  target = barn_store_resolve (path);
  if (!check_target (target, name, error))
    return FALSE;
  made = barn_store_reserve_beside (target, error);
  if (made == NULL)
    return FALSE;

  if (barn_store_fill_copy (self, made, cancellable, error))
    {
      if (g_rename (made, target) == 0)
        {
          barn_store_sync_folder (target);
          return TRUE;
        }
      barn_store_set_system_error (name, errno, error);
    }
  journal = g_strconcat (made, "-journal", NULL);
  g_unlink (journal);
  g_unlink (made);
  return FALSE;
}

/* Copies of each day */

/* A folder for the copies of this file: files of the same name in two folders do not mix. @path: absolute, without links in it */
static char *
dup_backup_folder (const char *path)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  sum[16] = '\0';
  return g_build_filename (g_get_user_data_dir (), "barnratt", "backups", sum, NULL);
}

static char *
dup_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  return g_steal_pointer (&name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names hold the day, so that their order is that of time */
static GPtrArray *
list_backups (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      if (strstr (name, ".backup-") != NULL && g_str_has_suffix (name, ENDING))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_names);

  return paths;
}

/* Where a copy of today lies. @reason: put behind the day. Its folder is made. */
char *
barn_store_dup_backup_path (const char  *path,
                            const char  *reason,
                            GError     **error)
{
  g_autofree char *folder = dup_backup_folder (path);
  g_autofree char *stem = dup_stem (path);
  g_autofree char *day = barn_day_to_iso (barn_clock_get_today ());
  g_autofree char *name = g_strdup_printf ("%s.backup-%s%s%s", stem, day, reason, ENDING);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_build_filename (folder, name, NULL);
  barn_store_set_system_error (name, errno, error);
  return NULL;
}

void
barn_store_thin_backups (const char *path)
{
  g_autofree char *folder = dup_backup_folder (path);
  g_autoptr (GPtrArray) paths = list_backups (folder);

  for (guint i = 0; i + BACKUPS_KEPT < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
}

/**
 * barn_store_list_backups:
 * @path: a plan file, which may be damaged or gone
 *
 * Returns: (transfer full): the paths of the backups that are kept of it, in no order
 */
GStrv
barn_store_list_backups (const char *path)
{
  g_autofree char *folder = NULL;
  GPtrArray *paths;

  g_return_val_if_fail (path != NULL, NULL);

  folder = dup_backup_folder (path);
  paths = list_backups (folder);
  g_ptr_array_add (paths, NULL);

  return (GStrv) g_ptr_array_free (paths, FALSE);
}

/* A copy that has the name already is kept */
static gboolean
back_up_as (BarnStore   *self,
            const char  *reason,
            GError     **error)
{
  g_autofree char *path = barn_store_dup_backup_path (self->path, reason, error);

  if (path == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!barn_store_backup (self, path, NULL, error))
    return FALSE;
  barn_store_thin_backups (self->path);
  return TRUE;
}

/**
 * barn_store_auto_backup:
 * @self: a store, not in a change
 * @error: return location
 *
 * Copies the file to barnratt/backups under the user's data folder, once a day, and keeps the last ten copies of it.
 * Called before each change, it has the file as it was before the first change of the day.
 *
 * Returns: whether there is a copy of the day
 */
gboolean
barn_store_auto_backup (BarnStore  *self,
                        GError    **error)
{
  BarnDay today = barn_clock_get_today ();

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, FALSE);
  g_return_val_if_fail (self->session == NULL, FALSE);

  if (self->backed_up_on == today)
    return TRUE;
  if (!back_up_as (self, "", error))
    return FALSE;
  self->backed_up_on = today;
  return TRUE;
}

/* Before the file is made into another version */
gboolean
barn_store_backup_before (BarnStore  *self,
                          guint       version,
                          GError    **error)
{
  g_autofree char *reason = g_strdup_printf ("-before-version-%u", version);

  return back_up_as (self, reason, error);
}
