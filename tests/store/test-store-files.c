/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "store-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Files that are not as they should be: which it is, is told, and the file stays as it was */

#define NOBODY 65534
#define N_FLIPS 400

typedef struct
{
  Folder *folder;
  char *path;
  gboolean is_somebody;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (BarnStore) store = NULL;

  self->folder = folder_new ();
  self->path = folder_path (self->folder, "plan.barnratt");
  store = create_store (self->path);
  fill_store (store);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  /* Who became somebody else may not remove the folder */
  if (self->is_somebody)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
  g_free (self->path);
  folder_free (self->folder);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
write_file (const char *path,
            const void *contents,
            gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

/* Opening is refused with @code, with @words in the sentence, and the file and its folder are as before */
static void
assert_refused (Fixture        *self,
                BarnStoreFlags  flags,
                BarnStoreError  code,
                const char     *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  guint n_before = folder_count (self->folder);

  if (g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    before = read_file (self->path);
  store = barn_store_open (self->path, flags, &error);
  g_assert_error (error, BARN_STORE_ERROR, (int) code);
  g_assert_null (store);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
  g_assert_cmpuint (folder_count (self->folder), ==, n_before);
  if (before != NULL)
    {
      after = read_file (self->path);
      g_assert_true (g_bytes_equal (before, after));
    }
}

static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  g_assert_cmpint (g_remove (self->path), ==, 0);
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_NO_ACCESS, "There is no file");
  assert_refused (self, BARN_STORE_READ_ONLY, BARN_STORE_ERROR_NO_ACCESS, "There is no file");
}

static void
test_not_ours (Fixture       *self,
               gconstpointer  data)
{
  g_remove (self->path);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_NOT_OURS, "is a folder");
  g_remove (self->path);

  /* A pipe that nobody writes to is not waited for */
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_NOT_OURS, "is a folder or a device");
  g_remove (self->path);

  write_file (self->path, "", 0);
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_NOT_OURS, "is empty");
  write_file (self->path, "Handlingsplan", -1);
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_NOT_OURS, "is not a plan file");
  assert_refused (self, BARN_STORE_READ_ONLY, BARN_STORE_ERROR_NOT_OURS, "is not a plan file");
}

/* Not even the journal that another program left behind is touched */
static void
test_other_database (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  sqlite3 *db = NULL;

  g_remove (self->path);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA application_id = 7; CREATE TABLE t (x)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  write_file (journal, "something", -1);
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_NOT_OURS, "the database of another program");
}

static void
test_newer (Fixture       *self,
            gconstpointer  data)
{
  run_sql (self->path, "PRAGMA user_version = 999");
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_NEWER, "newer version");
  assert_refused (self, BARN_STORE_READ_ONLY, BARN_STORE_ERROR_NEWER, "newer version");
}

static void
test_without_version (Fixture       *self,
                      gconstpointer  data)
{
  run_sql (self->path, "PRAGMA user_version = 0");
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_DAMAGED, "damaged");
}

static void
test_without_table (Fixture       *self,
                    gconstpointer  data)
{
  run_sql (self->path, "DROP TABLE activity_article");
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_DAMAGED, "damaged");
}

static void
test_truncated (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GBytes) whole = read_file (self->path);
  gsize size = g_bytes_get_size (whole);

  for (gsize length = 1; length < size; length += length < 200 ? 13 : 3001)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BarnStore) store = NULL;

      write_file (self->path, g_bytes_get_data (whole, NULL), length);
      store = barn_store_open (self->path, BARN_STORE_DEFAULT, &error);
      g_assert_null (store);
      if (length < 16)
        g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOT_OURS);
      else
        g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
      g_assert_cmpuint (folder_count (self->folder), ==, 1);
    }
}

/* Whatever is read of a damaged file, it ends with an answer */
static void
use_all (BarnStore *store)
{
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GError) load_error = NULL;
  g_autoptr (GError) verify_error = NULL;
  g_autoptr (GPtrArray) history = NULL;

  if (!barn_store_load (store, model, &load_error))
    g_assert_nonnull (load_error);
  if (!barn_store_verify (store, NULL, &verify_error))
    g_assert_error (verify_error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
  if (load_error != NULL)
    g_assert_error (verify_error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
  history = barn_store_list_history (store, NULL, 0, NULL);
  barn_store_undo (store, 0, "", NULL);
  barn_store_redo (store, 0, "", NULL);
}

static void
test_flipped (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GBytes) whole = read_file (self->path);
  guint n_opened = 0, n_refused = 0;

  for (guint i = 0; i < N_FLIPS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BarnStore) store = NULL;
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
      guint n_bytes = g_test_rand_int_range (1, 5);

      for (guint j = 0; j < n_bytes; j++)
        bytes[g_test_rand_int_range (0, g_bytes_get_size (whole))] ^= g_test_rand_int_range (1, 256);
      write_file (self->path, bytes, g_bytes_get_size (whole));
      store = barn_store_open (self->path, BARN_STORE_DEFAULT, &error);
      if (store != NULL)
        {
          n_opened++;
          use_all (store);
          continue;
        }
      n_refused++;
      g_assert_true (g_error_matches (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED) ||
                     g_error_matches (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOT_OURS) ||
                     g_error_matches (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NEWER));
    }
  g_test_message ("%u opened, %u refused", n_opened, n_refused);
}

static void
test_create_where_a_file_is (Fixture       *self,
                             gconstpointer  data)
{
  assert_refused (self, BARN_STORE_CREATE, BARN_STORE_ERROR_EXISTS, "already");
  write_file (self->path, "my text", -1);
  assert_refused (self, BARN_STORE_CREATE, BARN_STORE_ERROR_EXISTS, "already");
  g_remove (self->path);
  g_assert_cmpint (symlink ("/nonexistent/file", self->path), ==, 0);
  assert_refused (self, BARN_STORE_CREATE, BARN_STORE_ERROR_EXISTS, "already");
}

static void
test_create_without_folder (Fixture       *self,
                            gconstpointer  data)
{
  g_autofree char *path = folder_path (self->folder, "none/plan.barnratt");
  g_autoptr (GError) error = NULL;

  g_assert_null (barn_store_open (path, BARN_STORE_CREATE, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NO_ACCESS);
  g_assert_cmpuint (folder_count (self->folder), ==, 1);
}

/* Others may read a new plan file as they may any new file */
static void
test_create_rights (Fixture       *self,
                    gconstpointer  data)
{
  GStatBuf info;
  mode_t mask = umask (0027);

  g_remove (self->path);
  g_object_unref (create_store (self->path));
  umask (mask);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (folder_count (self->folder), ==, 1);
}

static void
test_link (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *other = g_build_filename (self->folder, "link.barnratt", NULL);
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autoptr (BarnItem) role = barn_item_new (BARN_KIND_ROLE, NULL);
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (self->path, other), ==, 0);
  store = open_store (other);
  barn_item_set_text (role, BARN_ROLE_NAME, "Familjehem");

  /* The journal lies beside the file itself, where every other program looks for it */
  g_assert_true (barn_store_begin (store, &error));
  g_assert_true (barn_store_insert (store, role, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  barn_store_rollback (store);
}

static void
test_read_only_flag (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GBytes) before = read_file (self->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnStore) store = barn_store_open (self->path, BARN_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_true (barn_store_is_read_only (store));
  g_assert_true (barn_store_load (store, model, &error));
  g_assert_nonnull (barn_store_get_undo (store));
  g_assert_false (barn_store_begin (store, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_cmpint (barn_store_undo (store, 0, "", &error), ==, -1);
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (barn_store_exec (store, "DELETE FROM follow_up", &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY);
  after = read_file (self->path);
  g_assert_true (g_bytes_equal (before, after));
}

/* Rights do not bind the superuser */
static void
become_somebody (Fixture *self)
{
  if (getuid () != 0)
    return;
  g_assert_cmpint (chown (self->folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (chown (self->path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setresgid (NOBODY, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setresuid (NOBODY, NOBODY, 0), ==, 0);
  self->is_somebody = TRUE;
}

static void
read_only_file (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (GError) error = NULL;

  become_somebody (self);
  g_chmod (self->path, 0400);
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_READ_ONLY, "can be read but not written");
  store = barn_store_open (self->path, BARN_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
}

static void
read_only_folder (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *other = folder_path (self->folder, "other.barnratt");
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (GError) error = NULL;

  become_somebody (self);
  g_chmod (self->folder, 0500);
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_READ_ONLY, "can be read but not written");
  g_assert_null (barn_store_open (other, BARN_STORE_CREATE, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  store = barn_store_open (self->path, BARN_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
  g_assert_false (barn_store_backup (store, other, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY);
}

static void
unreadable_file (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  become_somebody (self);
  g_chmod (self->path, 0);
  g_assert_null (barn_store_open (self->path, BARN_STORE_DEFAULT, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NO_ACCESS);
}

/* What a program leaves that is killed while it writes: half of the change in the file, and the journal */
static void
leave_hot_journal (Fixture *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      sqlite3 *db = NULL;

      sqlite3_open (self->path, &db);
      sqlite3_exec (db,
                    "PRAGMA cache_size = 1; BEGIN;"
                    "UPDATE follow_up SET comment = hex (randomblob (30000));"
                    "UPDATE activity SET description = hex (randomblob (30000));"
                    "UPDATE measure SET title = hex (randomblob (30000));",
                    NULL, NULL, NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* Whoever opens the file next brings it back to what it was */
static void
test_hot_journal (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *before = dump_file (self->path);
  g_autofree char *after = NULL;
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (GError) error = NULL;

  leave_hot_journal (self);
  store = barn_store_open (self->path, GPOINTER_TO_INT (data), &error);
  g_assert_no_error (error);
  g_assert_true (barn_store_verify (store, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_cmpuint (folder_count (self->folder), ==, 1);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* Where it cannot be brought back it is not read as if it were whole */
static void
hot_journal_of_another (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  leave_hot_journal (self);
  if (getuid () == 0)
    g_assert_cmpint (chown (journal, NOBODY, NOBODY), ==, 0);
  become_somebody (self);
  g_chmod (self->path, 0400);
  g_chmod (self->folder, 0500);
  assert_refused (self, BARN_STORE_READ_ONLY, BARN_STORE_ERROR_READ_ONLY, "stopped while it wrote");
}

/* A limit on the size of files stands for a full disk: the signal is ignored, and writing fails */
static void
full_disk (Fixture       *self,
           gconstpointer  data)
{
  struct rlimit limit = { 0, };
  GStatBuf present;
  g_autofree char *before = dump_file (self->path);
  g_autofree char *after = NULL;
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autofree char *copy = folder_path (self->folder, "copy.barnratt");
  g_autoptr (BarnStore) store = open_store (self->path);
  g_autoptr (BarnItem) item = make_item (BARN_KIND_PLAN_TEXT, "t9", "plan=p2", "section=strategy", NULL);
  BarnChangeInfo info = { .action = "plan-text-add" };
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  /* What is there can be written again, as on a disk */
  g_assert_cmpint (g_stat (self->path, &present), ==, 0);
  limit.rlim_cur = present.st_size + 20000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  barn_item_set_text (item, BARN_PLAN_TEXT_BODY, text);
  g_assert_true (barn_store_begin (store, &error));
  if (barn_store_insert (store, item, &error))
    g_assert_cmpint (barn_store_commit (store, &info, &error), ==, -1);
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_FULL);
  g_clear_error (&error);

  limit.rlim_cur = 50000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (barn_store_backup (store, copy, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_null (barn_store_open (copy, BARN_STORE_CREATE, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpuint (folder_count (self->folder), ==, 1);

  /* When there is room again, it goes on where it was */
  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);
  assert_sound (self->path);
  g_assert_cmpint (set_text_one (store, BARN_KIND_ACTIVITY, "a1", "title", "Nu går det"), ==, 2);
}

/* What changes the whole process runs in one of its own */
static void
test_in_subprocess (gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("/store/files/%s/subprocess", (const char *) data);

  g_test_trap_subprocess (path, 0, 0);
  g_test_trap_assert_passed ();
}

static void
test_locked (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (BarnStore) store = open_store (self->path);
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_true (barn_store_load (store, model, &error));
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (store->db, 20);
  g_assert_false (barn_store_begin (store, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (barn_store_refresh (store, model, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_LOCKED);
  /* Takes five seconds */
  assert_refused (self, BARN_STORE_DEFAULT, BARN_STORE_ERROR_LOCKED, "Another program uses");

  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpint (set_text_one (store, BARN_KIND_ACTIVITY, "a1", "title", "Nu går det"), ==, 2);
}

/* A file that somebody turned into one with a write-ahead log becomes a single file again */
static void
test_write_ahead_log (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (BarnStore) store = NULL;

  run_sql (self->path, "PRAGMA journal_mode = WAL");
  store = open_store (self->path);
  set_text_one (store, BARN_KIND_ACTIVITY, "a1", "title", "Annat");
  g_assert_cmpuint (folder_count (self->folder), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  init_tests (&argc, &argv);

#define ADD(path, function) g_test_add ("/store/files/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_SUBPROCESS(path, function) \
  g_test_add_data_func ("/store/files/" path, path, test_in_subprocess); \
  g_test_add ("/store/files/" path "/subprocess", Fixture, NULL, set_up, function, tear_down)
  ADD ("missing", test_missing);
  ADD ("not-ours", test_not_ours);
  ADD ("other-database", test_other_database);
  ADD ("newer", test_newer);
  ADD ("without-version", test_without_version);
  ADD ("without-table", test_without_table);
  ADD ("truncated", test_truncated);
  ADD ("flipped", test_flipped);
  ADD ("create-where-a-file-is", test_create_where_a_file_is);
  ADD ("create-without-folder", test_create_without_folder);
  ADD ("create-rights", test_create_rights);
  ADD ("link", test_link);
  ADD ("read-only-flag", test_read_only_flag);
  ADD_SUBPROCESS ("read-only-file", read_only_file);
  ADD_SUBPROCESS ("read-only-folder", read_only_folder);
  ADD_SUBPROCESS ("unreadable-file", unreadable_file);
  ADD_SUBPROCESS ("hot-journal-of-another", hot_journal_of_another);
  ADD_SUBPROCESS ("full-disk", full_disk);
  g_test_add ("/store/files/hot-journal", Fixture, GINT_TO_POINTER (BARN_STORE_DEFAULT), set_up, test_hot_journal, tear_down);
  g_test_add ("/store/files/hot-journal-read-only", Fixture, GINT_TO_POINTER (BARN_STORE_READ_ONLY), set_up, test_hot_journal, tear_down);
  ADD ("locked", test_locked);
  ADD ("write-ahead-log", test_write_ahead_log);
#undef ADD
#undef ADD_SUBPROCESS

  return run_tests ();
}
