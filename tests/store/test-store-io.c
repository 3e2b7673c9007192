/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <glib/gstdio.h>

/* A file system that fails at the n-th write, sync, truncation or deletion, for every n: each time, what was saved before is whole, and what
   was said to be done is there */

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FailingFile;

static sqlite3_vfs *real_vfs;
static int countdown;       /* operations until one fails; 0: none does */
static int failure;         /* what it fails with */
static gboolean has_failed;

/* Once the disk is full it stays so until there is room again */
static gboolean
fails (void)
{
  if (countdown > 0 && --countdown == 0)
    has_failed = TRUE;
  return has_failed;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FailingFile *) (void *) file)->real;
}

static int
on_close (sqlite3_file *file)
{
  int code = real_of (file)->pMethods->xClose (real_of (file));

  sqlite3_free (real_of (file));
  return code;
}

static int
on_read (sqlite3_file  *file,
         void          *data,
         int            length,
         sqlite3_int64  offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), data, length, offset);
}

static int
on_write (sqlite3_file  *file,
          const void    *data,
          int            length,
          sqlite3_int64  offset)
{
  if (!fails ())
    return real_of (file)->pMethods->xWrite (real_of (file), data, length, offset);
  /* Half of it reaches the disk */
  real_of (file)->pMethods->xWrite (real_of (file), data, length / 2, offset);
  return failure;
}

static int
on_truncate (sqlite3_file  *file,
             sqlite3_int64  size)
{
  return fails () ? failure : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
on_sync (sqlite3_file *file,
         int           flags)
{
  /* The disk under the test is not the one that fails: it need not be waited for */
  return fails () ? failure : SQLITE_OK;
}

static int
on_file_size (sqlite3_file  *file,
              sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
on_lock (sqlite3_file *file,
         int           level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
on_unlock (sqlite3_file *file,
           int           level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
on_check_reserved_lock (sqlite3_file *file,
                        int          *reserved)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), reserved);
}

static int
on_file_control (sqlite3_file *file,
                 int           operation,
                 void         *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
on_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
on_device_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = on_close,
  .xRead = on_read,
  .xWrite = on_write,
  .xTruncate = on_truncate,
  .xSync = on_sync,
  .xFileSize = on_file_size,
  .xLock = on_lock,
  .xUnlock = on_unlock,
  .xCheckReservedLock = on_check_reserved_lock,
  .xFileControl = on_file_control,
  .xSectorSize = on_sector_size,
  .xDeviceCharacteristics = on_device_characteristics,
};

static int
on_open (sqlite3_vfs  *vfs,
         const char   *name,
         sqlite3_file *file,
         int           flags,
         int          *out_flags)
{
  FailingFile *failing = (FailingFile *) (void *) file;
  int code;

  failing->base.pMethods = NULL;
  failing->real = sqlite3_malloc (real_vfs->szOsFile);
  memset (failing->real, 0, real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, failing->real, flags, out_flags);
  if (code == SQLITE_OK)
    failing->base.pMethods = &methods;
  else
    sqlite3_free (failing->real);
  return code;
}

static int
on_delete (sqlite3_vfs *vfs,
           const char  *name,
           int          sync)
{
  return fails () ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, 0);
}

static void
register_failing_vfs (void)
{
  static sqlite3_vfs failing;

  real_vfs = sqlite3_vfs_find (NULL);
  failing = *real_vfs;
  failing.zName = "failing";
  failing.szOsFile = sizeof (FailingFile);
  failing.xOpen = on_open;
  failing.xDelete = on_delete;
  g_assert_cmpint (sqlite3_vfs_register (&failing, 1), ==, SQLITE_OK);
}

static void
fail_at (int n,
         int code)
{
  countdown = n;
  failure = code;
  has_failed = FALSE;
}

static void
stop_failing (void)
{
  countdown = 0;
  has_failed = FALSE;
}

static void
assert_told (GError *error)
{
  if (!g_error_matches (error, BARN_STORE_ERROR, BARN_STORE_ERROR_FAILED))
    g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_FULL);
}

/* One change: a new activity with a long text, another's title, a follow-up less */
static gboolean
change (BarnStore  *store,
        GError    **error)
{
  g_autoptr (BarnItem) item = make_item (BARN_KIND_ACTIVITY, "a9", "plan=p2", "title=Ny", "roles=r1,r2", "shifts=s1", NULL);
  g_autofree char *text = g_strnfill (20000, 'x');
  g_auto (GValue) title = G_VALUE_INIT;
  BarnChangeInfo info = { .action = "activities-edit", .author = "Anna Ek" };

  barn_item_set_text (item, BARN_ACTIVITY_DESCRIPTION, text);
  g_value_init (&title, G_TYPE_STRING);
  g_value_set_string (&title, "Ny titel");
  return barn_store_begin (store, error) &&
         barn_store_insert (store, item, error) &&
         barn_store_set (store, BARN_KIND_ACTIVITY, "a1", "title", NULL, &title, error) &&
         barn_store_delete (store, BARN_KIND_FOLLOW_UP, "f2", error) &&
         barn_store_commit (store, &info, error) > 0;
}

static gboolean
undo_all (BarnStore  *store,
          GError    **error)
{
  return barn_store_undo (store, 0, "Anna Ek", error) > 0;
}

typedef gboolean (*Act) (BarnStore *store, GError **error);

static void
fail_at_each (Act act,
              int code)
{
  gboolean done = FALSE;
  int n;

  for (n = 1; !done; n++)
    {
      g_autoptr (Folder) folder = folder_new ();
      g_autofree char *path = folder_path (folder, "plan.barnratt");
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (BarnStore) store = create_store (path);
      g_autoptr (GError) error = NULL;
      gboolean told;

      fill_store (store);
      before = dump_file (path);
      fail_at (n, code);
      told = act (store, &error);
      done = told && !has_failed;
      if (!told)
        assert_told (error);
      stop_failing ();

      /* When there is room again the same connection goes on; so does a new one */
      g_clear_error (&error);
      g_assert_true (barn_store_verify (store, NULL, &error));
      g_assert_no_error (error);
      after = dump_file (path);
      if (told)
        g_assert_cmpstr (after, !=, before);
      else if (g_strcmp0 (after, before) == 0)
        g_assert_true (act (store, &error));
      g_assert_no_error (error);
      g_clear_object (&store);
      assert_sound (path);
      g_assert_cmpuint (folder_count (folder), ==, 1);
    }
  g_test_message ("failed at each of %d operations", n - 2);
  g_assert_cmpint (n, >, 10);
}

static void
test_change_full (void)
{
  fail_at_each (change, SQLITE_FULL);
}

static void
test_change_broken (void)
{
  fail_at_each (change, SQLITE_IOERR_WRITE);
}

static void
test_undo_full (void)
{
  fail_at_each (undo_all, SQLITE_FULL);
}

/* Creating: there is a whole file, or none */
static void
test_create (void)
{
  gboolean done = FALSE;

  for (int n = 1; !done; n++)
    {
      g_autoptr (Folder) folder = folder_new ();
      g_autofree char *path = folder_path (folder, "plan.barnratt");
      g_autoptr (BarnStore) store = NULL;
      g_autoptr (GError) error = NULL;

      fail_at (n, SQLITE_FULL);
      store = barn_store_open (path, BARN_STORE_CREATE, &error);
      done = store != NULL && !has_failed;
      stop_failing ();
      if (store == NULL)
        {
          assert_told (error);
          g_assert_cmpuint (folder_count (folder), ==, 0);
        }
    }
}

/* Copying: the older copy stays until the new one is whole */
static void
test_backup (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *path = folder_path (folder, "plan.barnratt");
  g_autofree char *copy = folder_path (folder, "copy.barnratt");
  g_autoptr (BarnStore) store = create_store (path);
  gboolean done = FALSE;

  fill_store (store);
  g_assert_true (g_file_set_contents (copy, "old", -1, NULL));
  for (int n = 1; !done; n++)
    {
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;

      fail_at (n, SQLITE_FULL);
      done = barn_store_backup (store, copy, NULL, &error);
      stop_failing ();
      g_assert_cmpuint (folder_count (folder), ==, 2);
      if (done)
        break;
      assert_told (error);
      g_file_get_contents (copy, &contents, NULL, NULL);
      g_assert_cmpstr (contents, ==, "old");
    }
  assert_sound (copy);
}

int
main (int   argc,
      char *argv[])
{
  init_tests (&argc, &argv);
  register_failing_vfs ();

  g_test_add_func ("/store/io/change-full", test_change_full);
  g_test_add_func ("/store/io/change-broken", test_change_broken);
  g_test_add_func ("/store/io/undo-full", test_undo_full);
  g_test_add_func ("/store/io/create", test_create);
  g_test_add_func ("/store/io/backup", test_backup);

  return run_tests ();
}
