/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

typedef struct
{
  Folder *folder;
  char *path;
  BarnStore *store;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = folder_new ();
  self->path = folder_path (self->folder, "plan.barnratt");
  self->store = create_store (self->path);
  fill_store (self->store);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->store);
  assert_sound (self->path);
  g_free (self->path);
  folder_free (self->folder);
}

static void
test_verify (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), >, 0);
  g_assert_cmpint (barn_store_redo (self->store, 0, "", &error), >, 0);
  g_assert_true (barn_store_verify (self->store, cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpint (barn_change_get_number (barn_store_get_undo (self->store)), ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_false (barn_store_verify (self->store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_unsound (Fixture    *self,
                const char *sql,
                const char *remedy)
{
  g_autoptr (GError) error = NULL;

  run_sql (self->path, sql);
  g_assert_false (barn_store_verify (self->store, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
  run_sql (self->path, remedy);
  g_clear_error (&error);
  g_assert_true (barn_store_verify (self->store, NULL, &error));
  g_assert_no_error (error);
}

static void
test_verify_finds (Fixture       *self,
                   gconstpointer  data)
{
  assert_unsound (self, "PRAGMA foreign_keys = OFF; UPDATE activity SET unit = 'u9' WHERE id = 'a1'",
                  "UPDATE activity SET unit = 'u1' WHERE id = 'a1'");
  assert_unsound (self, "PRAGMA ignore_check_constraints = ON; UPDATE follow_up SET status = 'klar' WHERE id = 'f2'",
                  "UPDATE follow_up SET status = 'done' WHERE id = 'f2'");
  assert_unsound (self, "UPDATE activity SET title = CAST (x'C328' AS TEXT) WHERE id = 'a1'",
                  "UPDATE activity SET title = 'Fråga barnen' WHERE id = 'a1'");
  assert_unsound (self, "CREATE TRIGGER t AFTER UPDATE ON activity BEGIN DELETE FROM follow_up; END",
                  "DROP TRIGGER t");
  /* SQLite itself would read the first of these without end */
  assert_unsound (self, "INSERT INTO change (number, moment, author, action, subject, value, type, changeset) "
                        "VALUES (9, 1, '', 'x', '', '', 'do', x'5401')",
                  "DELETE FROM change WHERE number = 9");
  assert_unsound (self, "INSERT INTO change (number, moment, author, action, subject, value, type, changeset) "
                        "VALUES (9, 1, '', 'x', '', '', 'do', x'54020100726F6C650017')",
                  "DELETE FROM change WHERE number = 9");
  assert_unsound (self, "INSERT INTO change (number, moment, author, action, subject, value, type, changeset) "
                        "VALUES (9, 1, '', 'x', '', '', 'do', x'54020100726F6C650012000103')",
                  "DELETE FROM change WHERE number = 9");
  assert_unsound (self, "INSERT INTO change (number, moment, author, action, subject, value, type, changeset) "
                        "VALUES (9, 1, '', 'x', '', '', 'do', x'54020100726F6C6500120003FFFFFFFFFFFFFFFFFF05')",
                  "DELETE FROM change WHERE number = 9");
  assert_unsound (self, "INSERT INTO change (number, moment, author, action, subject, value, type, of) "
                        "VALUES (8, 1, '', 'x', '', '', 'redo', 1)",
                  "DELETE FROM change WHERE number = 8");
}

static void
test_backup (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *copy = folder_path (self->folder, "copy.barnratt");
  g_autofree char *nowhere = folder_path (self->folder, "none/copy.barnratt");
  g_autofree char *original_dump = dump_file (self->path);
  g_autofree char *copy_dump = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (copy, "old", -1, NULL));
  g_assert_true (barn_store_backup (self->store, copy, cancellable, &error));
  g_assert_no_error (error);
  copy_dump = dump_file (copy);
  g_assert_cmpstr (copy_dump, ==, original_dump);
  store = open_store (copy);
  g_assert_cmpint (barn_change_get_number (barn_store_get_undo (store)), ==, 1);
  g_assert_cmpuint (folder_count (self->folder), ==, 2);

  g_assert_false (barn_store_backup (self->store, self->path, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (barn_store_backup (self->store, nowhere, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NO_ACCESS);
  g_clear_error (&error);

  /* Cancelled, the older copy stays and nothing is left behind */
  g_cancellable_cancel (cancellable);
  g_assert_false (barn_store_backup (self->store, copy, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (folder_count (self->folder), ==, 2);
}

static char *
find_backups (guint *n)
{
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "barnratt", "backups", NULL);
  g_autoptr (GDir) directory = g_dir_open (root, 0, NULL);
  char *folder;

  g_assert_nonnull (directory);
  folder = g_build_filename (root, g_dir_read_name (directory), NULL);
  *n = folder_count (folder);
  return folder;
}

static void
test_auto_backup (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *folder = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  for (guint day = 1; day <= 12; day++)
    {
      g_autofree char *title = g_strdup_printf ("Dag %u", day);

      barn_clock_set_today (barn_day_new (2026, 3, day));
      g_assert_true (barn_store_auto_backup (self->store, &error));
      g_assert_no_error (error);
      set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", title);
      g_assert_true (barn_store_auto_backup (self->store, &error));
    }

  folder = find_backups (&n);
  g_assert_cmpuint (n, ==, 10);
  first = g_build_filename (folder, "plan.backup-2026-03-02.barnratt", NULL);
  last = g_build_filename (folder, "plan.backup-2026-03-12.barnratt", NULL);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  /* As the day began */
  g_assert_cmpint (query_int (last, "SELECT count (*) FROM activity WHERE title = 'Dag 11'"), ==, 1);
  barn_clock_set_today (BARN_DAY_NONE);
}

/* Another store of the file takes a backup in that was put in its place, and goes on from there */
static void
test_restore (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *copy = folder_path (self->folder, "copy.barnratt");
  g_autofree char *before = dump_file (self->path);
  g_autofree char *kept = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept_before = NULL;
  g_autofree char *living = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (BarnModel) anew = barn_model_new ();
  g_autoptr (BarnStore) other = open_store (self->path);
  g_autoptr (BarnStore) reader = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  BarnItem *known;

  g_assert_true (barn_store_backup (self->store, copy, NULL, &error));
  set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "En annan titel");
  insert_one (self->store, make_item (BARN_KIND_ROLE, "r9", "name=Rektorer", NULL));
  g_assert_true (barn_store_load (other, model, &error));
  known = barn_model_lookup (model, "a1");
  kept_before = dump_file (self->path);

  g_assert_true (barn_store_restore (self->path, copy, &kept, NULL, &error));
  g_assert_no_error (error);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);
  g_clear_pointer (&after, g_free);
  after = dump_file (kept);
  g_assert_cmpstr (after, ==, kept_before);
  g_assert_cmpuint (folder_count (self->folder), ==, 2);

  g_assert_true (barn_store_refresh (other, model, &changes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (barn_change_get_action (g_ptr_array_index (changes, 0)), ==, BARN_STORE_ACTION_RESTORED);
  g_assert_true (barn_model_lookup (model, "a1") == known);
  g_assert_null (barn_model_lookup (model, "r9"));
  reader = open_store (self->path);
  g_assert_true (barn_store_load (reader, anew, &error));
  living = dump_model (model);
  expected = dump_model (anew);
  g_assert_cmpstr (living, ==, expected);

  /* The numbers of the log begin again where the backup ended: what is undone is what stands there now */
  g_assert_cmpint (barn_change_get_number (barn_store_get_undo (other)), ==, 1);
  g_assert_cmpint (set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "En tredje titel"), ==, 2);
  g_clear_pointer (&changes, g_ptr_array_unref);
  g_assert_true (barn_store_refresh (other, model, &changes, &error));
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (barn_store_undo (other, 2, "", &error), ==, 3);
  g_assert_no_error (error);
}

/* What cannot be put back changes nothing; a file that is locked is not torn from its reader */
static void
test_restore_refused (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *copy = folder_path (self->folder, "copy.barnratt");
  g_autofree char *newer = folder_path (self->folder, "newer.barnratt");
  g_autofree char *before = dump_file (self->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_store_backup (self->store, copy, NULL, &error));
  g_assert_true (barn_store_backup (self->store, newer, NULL, &error));
  run_sql (newer, "PRAGMA user_version = 1000");
  g_assert_false (barn_store_restore (self->path, newer, NULL, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NEWER);
  g_clear_error (&error);
  run_sql (newer, "PRAGMA user_version = 1; DROP INDEX change_of");
  g_assert_false (barn_store_restore (self->path, newer, NULL, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "newer.barnratt"));
  g_clear_error (&error);

  g_assert_true (barn_store_begin (self->store, &error));
  g_assert_false (barn_store_restore (self->path, copy, NULL, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_LOCKED);
  barn_store_rollback (self->store);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (folder_count (self->folder), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  init_tests (&argc, &argv);

#define ADD(path, function) g_test_add ("/store/check/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("verify", test_verify);
  ADD ("verify-finds", test_verify_finds);
  ADD ("backup", test_backup);
  /* First, while there are no other copies */
  ADD ("auto-backup", test_auto_backup);
  ADD ("restore", test_restore);
  ADD ("restore-refused", test_restore_refused);
#undef ADD

  return run_tests ();
}
