/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups, and putting one back under a plan file that is open */

#include "config.h"

#include "app-support.h"

static void
on_changed (BarnPlanFile  *file,
            BarnChange    *change,
            gboolean       is_own,
            char         **told)
{
  g_free (*told);
  *told = g_strdup_printf ("%s %s", barn_change_get_action (change), is_own ? "own" : "other");
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) copy = g_file_new_build_filename (fixture->folder, "copy.barnratt", NULL);
  g_autoptr (GFile) kept = NULL;
  g_autofree char *before = dump_model (barn_plan_file_get_model (fixture->file));
  g_autofree char *after = NULL;
  g_autofree char *told = NULL;
  g_autofree char *undo_before = NULL;
  g_autofree char *undo_after = NULL;
  g_autoptr (GError) error = NULL;

  g_object_get (fixture->file, "undo-summary", &undo_before, NULL);
  g_assert_true (barn_plan_file_backup (fixture->file, copy, NULL, &error));
  g_assert_no_error (error);
  barn_plan_file_add_role (fixture->file, "Rektorer", &error);
  g_assert_no_error (error);

  g_signal_connect (fixture->file, "changed", G_CALLBACK (on_changed), &told);
  g_assert_true (barn_plan_file_restore (fixture->location, copy, &kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_query_exists (kept, NULL));
  g_assert_null (told);

  g_assert_true (barn_plan_file_refresh (fixture->file, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, "file-restored other");
  after = dump_model (barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (after, ==, before);
  assert_sound (fixture->file);
  g_object_get (fixture->file, "undo-summary", &undo_after, NULL);
  g_assert_cmpstr (undo_after, ==, undo_before);

  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_no_error (error);
  assert_sound (fixture->file);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) nothing = g_file_new_build_filename (fixture->folder, "nothing.barnratt", NULL);
  g_autoptr (GFile) kept = NULL;
  g_autofree char *before = dump_stored (fixture->location);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (barn_plan_file_restore (fixture->location, nothing, &kept, NULL, &error));
  g_assert_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NO_ACCESS);
  g_assert_null (kept);
  g_clear_error (&error);
  g_assert_false (barn_plan_file_restore (fixture->location, fixture->location, &kept, NULL, &error));
  g_assert_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE);
  g_clear_error (&error);
  g_assert_false (barn_plan_file_backup (fixture->file, fixture->location, NULL, &error));
  g_assert_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_EXISTS);
  after = dump_stored (fixture->location);
  g_assert_cmpstr (after, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  tests_init (&argc, &argv);

  g_test_add ("/backup/restore", Fixture, NULL, fixture_set_up, test_restore, fixture_tear_down);
  g_test_add ("/backup/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);

  return tests_run ();
}
