/* SPDX-License-Identifier: GPL-3.0-or-later */

/* renameat2() */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "barn-store"

#include "config.h"

#include "barn-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

G_DEFINE_FINAL_TYPE (BarnStore, barn_store, G_TYPE_OBJECT)

#define SQLITE_MAGIC "SQLite format 3"
#define HEADER_LENGTH 100
#define APPLICATION_ID_AT 68

/**
 * barn_store_query:
 * @self: a store
 * @sql: a literal
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the statement, ready for values
 */
BarnQuery *
barn_store_query (BarnStore   *self,
                  const char  *sql,
                  GError     **error)
{
  BarnQuery *query;

  g_assert (self->db != NULL);
  g_assert (self->thread == g_thread_self ());

  query = g_hash_table_lookup (self->queries, sql);
  if (query != NULL)
    return query;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &query, NULL) != SQLITE_OK)
    {
      barn_store_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->queries, (gpointer) sql, query);
  return query;
}

gboolean
barn_store_step (BarnStore  *self,
                 BarnQuery  *query,
                 gboolean   *row,
                 GError    **error)
{
  int code = sqlite3_step (query);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  barn_store_set_error (self, error);
  return FALSE;
}

gboolean
barn_store_run (BarnStore  *self,
                BarnQuery  *query,
                GError    **error)
{
  gboolean row = TRUE;

  while (row)
    {
      if (!barn_store_step (self, query, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* For what is done once or needs no values */
gboolean
barn_store_exec (BarnStore   *self,
                 const char  *sql,
                 GError     **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  barn_store_set_error (self, error);
  return FALSE;
}

gboolean
barn_store_get_int (BarnStore   *self,
                    const char  *sql,
                    gint64      *value,
                    GError     **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, sql, error);
  gboolean row;

  if (query == NULL || !barn_store_step (self, query, &row, error))
    return FALSE;
  *value = row ? sqlite3_column_int64 (query, 0) : 0;
  return TRUE;
}

/* What is read between these two is of one moment */
gboolean
barn_store_begin_reading (BarnStore  *self,
                          GError    **error)
{
  return barn_store_exec (self, "BEGIN", error);
}

void
barn_store_end_reading (BarnStore *self)
{
  if (!sqlite3_get_autocommit (self->db))
    barn_store_exec (self, "COMMIT", NULL);
}

static void
disconnect (BarnStore *self)
{
  g_hash_table_remove_all (self->queries);
  g_clear_pointer (&self->db, sqlite3_close);
}

static gboolean
configure (BarnStore *self,
           int        option,
           int        wanted)
{
  int present = -1;

  return sqlite3_db_config (self->db, option, wanted, &present) == SQLITE_OK && present == wanted;
}

/* A plan file may come from anybody: nothing in it is to be run */
static gboolean
harden (BarnStore  *self,
        GError    **error)
{
  if (!configure (self, SQLITE_DBCONFIG_ENABLE_FKEY, 1) ||
      !configure (self, SQLITE_DBCONFIG_DEFENSIVE, 1) ||
      !configure (self, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0) ||
      !configure (self, SQLITE_DBCONFIG_DQS_DML, 0) ||
      !configure (self, SQLITE_DBCONFIG_DQS_DDL, 0) ||
      !configure (self, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0) ||
      !configure (self, SQLITE_DBCONFIG_ENABLE_VIEW, 0))
    {
      g_set_error_literal (error, BARN_STORE_ERROR, BARN_STORE_ERROR_FAILED,
                           _("The SQLite library of this computer lacks something that plan files need. "
                             "No file was touched. Install a newer one."));
      return FALSE;
    }

  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_busy_timeout (self->db, BARN_STORE_BUSY_MS);
  return TRUE;
}

/* Opens a hardened connection. Nothing of the file is read yet. */
static gboolean
open_connection (BarnStore   *self,
                 const char  *path,
                 GError     **error)
{
  /* A connection that may write can also recover what a killed program left half done, and is read-only by itself where the
     file is. What must not write is told so afterwards. */
  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) == SQLITE_OK)
    return harden (self, error);
  barn_store_set_error (self, error);
  return FALSE;
}

/* Sets what only an open database can be told: SQLite reads the file here */
static gboolean
settle (BarnStore  *self,
        GError    **error)
{
  if (self->read_only && !barn_store_exec (self, "PRAGMA query_only = ON", error))
    return FALSE;
  /* EXTRA is FULL, and the folder synced after the journal is gone: then what was committed outlives a power cut too */
  return barn_store_exec (self,
                          "PRAGMA cell_size_check = ON;"
                          "PRAGMA mmap_size = 0;"
                          "PRAGMA synchronous = EXTRA;",
                          error);
}

/**
 * barn_store_connect:
 * @self: a store without connection
 * @path: a file that is known to be ours, or empty
 * @error: return location
 *
 * Opens a hardened connection.
 */
gboolean
barn_store_connect (BarnStore   *self,
                    const char  *path,
                    GError     **error)
{
  return open_connection (self, path, error) && settle (self, error);
}

/**
 * barn_store_reserve_beside:
 * @path: a file that is to be made
 * @error: return location
 *
 * Makes an empty file in the same folder, to be filled and then renamed. Its rights are those that any new file gets.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
barn_store_reserve_beside (const char  *path,
                           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_basename (path);

  for (;;)
    {
      g_autofree char *file = g_strdup_printf (".barnratt-%08x.tmp", g_random_int ());
      g_autofree char *beside = g_build_filename (folder, file, NULL);
      int fd = g_open (beside, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);

      if (fd >= 0)
        {
          g_close (fd, NULL);
          return g_steal_pointer (&beside);
        }
      if (errno != EEXIST)
        {
          barn_store_set_system_error (name, errno, error);
          return NULL;
        }
    }
}

/* Gives the file its name unless there is one of that name */
static gboolean
publish (BarnStore   *self,
         const char  *made,
         GError     **error)
{
  int fd;

  if (renameat2 (AT_FDCWD, made, AT_FDCWD, self->path, RENAME_NOREPLACE) == 0)
    return TRUE;

  if (errno == EINVAL || errno == ENOSYS)
    {
      /* A network drive that cannot do it in one: take the name first, then put the file in its place */
      fd = g_open (self->path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
      if (fd >= 0)
        {
          g_close (fd, NULL);
          if (g_rename (made, self->path) == 0)
            return TRUE;
          barn_store_set_system_error (self->name, errno, error);
          g_unlink (self->path);
          return FALSE;
        }
    }
  barn_store_set_system_error (self->name, errno, error);
  return FALSE;
}

/* The file gets its name when it is whole: nothing half done can be found under it */
static gboolean
create (BarnStore  *self,
        GError    **error)
{
  g_autofree char *made = NULL;
  g_autofree char *journal = NULL;
  gboolean done;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS) || g_file_test (self->path, G_FILE_TEST_IS_SYMLINK))
    {
      barn_store_set_exists (self->name, error);
      return FALSE;
    }

  made = barn_store_reserve_beside (self->path, error);
  if (made == NULL)
    return FALSE;

  done = barn_store_connect (self, made, error) &&
         barn_store_migrate (self, barn_store_get_steps (), BARN_STORE_VERSION, error);
  disconnect (self);
  if (done && publish (self, made, error))
    return TRUE;

  journal = g_strconcat (made, "-journal", NULL);
  g_unlink (journal);
  g_unlink (made);
  return FALSE;
}

/* What can be known of the file without opening it */
static gboolean
look_at_file (BarnStore  *self,
              GError    **error)
{
  g_autofree char *folder = NULL;
  GStatBuf info;

  if (g_stat (self->path, &info) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        barn_store_set_missing (self->name, error);
      else
        g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NO_ACCESS,
                     _("“%s” cannot be reached (%s). Choose another file."), self->name, g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOT_OURS,
                   _("“%s” is a folder or a device, not a plan file. Choose another file."), self->name);
      return FALSE;
    }
  if (info.st_size == 0)
    {
      g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOT_OURS,
                   _("“%s” is empty. It was left as it is. Open a backup of it, or choose another file."), self->name);
      return FALSE;
    }

  folder = g_path_get_dirname (self->path);
  if (!self->read_only &&
      g_access (self->path, R_OK) == 0 &&
      (g_access (self->path, W_OK) != 0 || g_access (folder, W_OK) != 0))
    {
      barn_store_set_read_only (self, error);
      return FALSE;
    }
  return TRUE;
}

/* Reads the first bytes through the open connection's own file: to open it a second time and close it again would drop
   the locks that this program holds on it. Nothing is recovered or locked yet, so a file that is not ours stays as it is. */
static gboolean
look_at_header (BarnStore  *self,
                GError    **error)
{
  guint8 header[HEADER_LENGTH] = { 0, };
  sqlite3_file *file = NULL;
  guint32 application_id;
  gboolean is_sqlite;
  int code;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  g_assert (file != NULL && file->pMethods != NULL);
  code = file->pMethods->xRead (file, header, sizeof header, 0);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    {
      g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NO_ACCESS,
                   _("“%s” cannot be read. Choose another file, or open a backup of it."), self->name);
      return FALSE;
    }

  memcpy (&application_id, header + APPLICATION_ID_AT, sizeof application_id);
  application_id = GUINT32_FROM_BE (application_id);
  is_sqlite = memcmp (header, SQLITE_MAGIC, sizeof SQLITE_MAGIC) == 0;

  if (is_sqlite && application_id == BARN_STORE_APPLICATION_ID)
    return TRUE;
  if (application_id == BARN_STORE_APPLICATION_ID || (is_sqlite && code == SQLITE_IOERR_SHORT_READ))
    barn_store_set_damaged (self, _("its beginning is torn"), error);
  else if (is_sqlite)
    g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOT_OURS,
                 _("“%s” is the database of another program, not a plan file. It was left as it is. Choose another file."),
                 self->name);
  else
    g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOT_OURS,
                 _("“%s” is not a plan file. It was left as it is. Choose a file whose name ends in .barnratt."), self->name);
  return FALSE;
}

/* The first reading of the database itself: SQLite recovers here what a killed program left half done */
static gboolean
look_at_version (BarnStore  *self,
                 GError    **error)
{
  gint64 version;

  if (!barn_store_get_int (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > BARN_STORE_VERSION)
    {
      barn_store_set_newer (self, error);
      return FALSE;
    }
  if (version < 1)
    {
      barn_store_set_damaged (self, _("it does not say which version it has"), error);
      return FALSE;
    }
  if (version == BARN_STORE_VERSION || self->is_source)
    return TRUE;
  if (self->read_only)
    {
      g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY,
                   _("“%s” was made by an older version of this program and must be written to once before it can be read. "
                     "It was left as it is. Open it where you may write."),
                   self->name);
      return FALSE;
    }
  return barn_store_backup_before (self, BARN_STORE_VERSION, error) &&
         barn_store_migrate (self, barn_store_get_steps (), BARN_STORE_VERSION, error);
}

/* SQLite takes the end of a last page that was cut off for zeros */
static gboolean
look_at_size (BarnStore  *self,
              GError    **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  gint64 page_size, n_pages;
  gboolean done;

  /* While it is read nobody makes it longer */
  if (!barn_store_begin_reading (self, error))
    return FALSE;
  done = barn_store_get_int (self, "PRAGMA page_size", &page_size, error) &&
         barn_store_get_int (self, "PRAGMA page_count", &n_pages, error);
  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  file->pMethods->xFileSize (file, &size);
  barn_store_end_reading (self);
  if (done && size < page_size * n_pages)
    {
      barn_store_set_damaged (self, _("its end is torn off"), error);
      return FALSE;
    }
  return done;
}

/* One file is the whole plan: a write-ahead log beside it would be left behind when it is mailed */
static gboolean
keep_in_one_file (BarnStore  *self,
                  GError    **error)
{
  g_autoptr (BarnQuery) query = NULL;
  gboolean row;

  if (self->read_only)
    return TRUE;

  query = barn_store_query (self, "PRAGMA journal_mode = DELETE", error);
  if (query == NULL || !barn_store_step (self, query, &row, error))
    return FALSE;
  if (row && g_strcmp0 ((const char *) sqlite3_column_text (query, 0), "delete") == 0)
    return TRUE;
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_LOCKED,
               _("Another program uses “%s” in its own way. Nothing was changed. Close that program and try again."), self->name);
  return FALSE;
}

static gboolean
open_file (BarnStore  *self,
           GError    **error)
{
  if (!look_at_file (self, error) ||
      !open_connection (self, self->path, error) ||
      !look_at_header (self, error))
    return FALSE;
  if (!self->read_only && sqlite3_db_readonly (self->db, "main") == 1)
    {
      barn_store_set_read_only (self, error);
      return FALSE;
    }
  return settle (self, error) &&
         look_at_version (self, error) &&
         look_at_size (self, error) &&
         keep_in_one_file (self, error) &&
         barn_store_check_tables (self, error) &&
         barn_store_read_log (self, NULL, error);
}

/* The journal lies beside the file itself, not beside a link to it */
char *
barn_store_resolve (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *resolved = NULL;
  char *real = realpath (absolute, NULL);

  resolved = g_strdup (real != NULL ? real : absolute);
  free (real);
  return g_steal_pointer (&resolved);
}

static void
finalize_query (gpointer query)
{
  sqlite3_finalize (query);
}

static void
barn_store_finalize (GObject *object)
{
  BarnStore *self = BARN_STORE (object);

  barn_store_close (self);
  g_clear_pointer (&self->queries, g_hash_table_unref);
  g_clear_pointer (&self->undo, g_array_unref);
  g_clear_pointer (&self->redo, g_array_unref);
  g_clear_object (&self->undo_change);
  g_clear_object (&self->redo_change);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (barn_store_parent_class)->finalize (object);
}

static void
barn_store_class_init (BarnStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = barn_store_finalize;
}

static void
barn_store_init (BarnStore *self)
{
  self->thread = g_thread_self ();
  self->queries = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_query);
}

/**
 * barn_store_open:
 * @path: a file name
 * @flags: whether it is to be made, or only read
 * @error: return location
 *
 * Opens a plan file, or makes an empty one. Where it cannot, the file is left as it was, and nothing is left behind.
 *
 * Returns: (transfer full) (nullable): the store; %NULL with a #BarnStoreError that says what kind of file it is
 */
BarnStore *
barn_store_open (const char      *path,
                 BarnStoreFlags   flags,
                 GError         **error)
{
  g_autoptr (BarnStore) self = NULL;

  g_return_val_if_fail (path != NULL && *path != '\0', NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (BARN_TYPE_STORE, NULL);
  self->name = g_filename_display_basename (path);
  self->path = barn_store_resolve (path);

  if ((flags & BARN_STORE_CREATE) != 0)
    {
      if (!create (self, error))
        return NULL;
      if (!open_file (self, error))
        {
          g_unlink (self->path);
          return NULL;
        }
    }
  else
    {
      self->read_only = (flags & BARN_STORE_READ_ONLY) != 0;
      if (!open_file (self, error))
        return NULL;
    }

  self->is_open = TRUE;
  return g_steal_pointer (&self);
}

/**
 * barn_store_open_to_copy:
 * @path: a plan file
 * @error: return location
 *
 * Opens a plan file, whose version may be an older one, to copy its pages. Nothing is written to it.
 *
 * Returns: (transfer full) (nullable): the store
 */
BarnStore *
barn_store_open_to_copy (const char  *path,
                         GError     **error)
{
  g_autoptr (BarnStore) self = g_object_new (BARN_TYPE_STORE, NULL);

  self->name = g_filename_display_basename (path);
  self->path = barn_store_resolve (path);
  self->read_only = TRUE;
  self->is_source = TRUE;
  if (!look_at_file (self, error) ||
      !open_connection (self, self->path, error) ||
      !look_at_header (self, error) ||
      !settle (self, error) ||
      !look_at_version (self, error) ||
      !look_at_size (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * barn_store_adopt:
 * @self: a store, not in a change
 *
 * Makes it the calling thread's: a worker opens a file, and hands it to the window. Whoever had it must not touch it any more.
 */
void
barn_store_adopt (BarnStore *self)
{
  g_return_if_fail (BARN_IS_STORE (self));
  g_return_if_fail (self->session == NULL);

  self->thread = g_thread_self ();
}

/**
 * barn_store_is_read_only:
 * @self: a store
 *
 * Returns: whether it was opened with %BARN_STORE_READ_ONLY
 */
gboolean
barn_store_is_read_only (BarnStore *self)
{
  g_return_val_if_fail (BARN_IS_STORE (self), TRUE);

  return self->read_only;
}

/**
 * barn_store_close:
 * @self: a store
 *
 * Lets go of the file. A change under way is rolled back. Nothing else can be done with the store after it.
 */
void
barn_store_close (BarnStore *self)
{
  g_return_if_fail (BARN_IS_STORE (self));

  if (self->db == NULL)
    return;
  if (self->session != NULL)
    barn_store_rollback (self);
  disconnect (self);
}
