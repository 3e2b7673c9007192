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

static void
on_restored (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static gboolean
restore_in_worker (GFile   *file,
                   GFile   *copy,
                   GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  barn_plan_file_restore_async (file, copy, on_restored, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return barn_plan_file_restore_finish (file, result, error);
}

/* What the window offers: the backups of this file, of which one is put back; a damaged one is refused */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = barn_plan_file_list_backups (fixture->location);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *damaged = NULL;
  g_autoptr (GError) error = NULL;
  guint n_before = backups->len;

  {
    g_autoptr (BarnPlanFile) again = barn_plan_file_open (fixture->location, FALSE, &error);

    g_assert_no_error (error);
    barn_plan_file_add_role (again, "Rektorer", &error);
    g_assert_no_error (error);
  }
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = barn_plan_file_list_backups (fixture->location);
  g_assert_cmpuint (backups->len, >=, 1);
  g_assert_cmpuint (backups->len, >=, n_before);
  {
    g_autoptr (BarnPlanFile) backup = barn_plan_file_open (g_ptr_array_index (backups, 0), TRUE, &error);

    g_assert_no_error (error);
    before = dump_model (barn_plan_file_get_model (backup));
  }

  g_assert_true (restore_in_worker (fixture->location, g_ptr_array_index (backups, 0), &error));
  g_assert_no_error (error);
  g_assert_true (barn_plan_file_refresh (fixture->file, &error));
  after = dump_model (barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (after, ==, before);

  /* The one that was there before is kept too */
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = barn_plan_file_list_backups (fixture->location);
  g_assert_cmpuint (backups->len, >=, 2);

  g_assert_true (g_file_set_contents (g_file_peek_path (g_ptr_array_index (backups, 1)), "torn", -1, &error));
  g_assert_false (restore_in_worker (fixture->location, g_ptr_array_index (backups, 1), &error));
  g_assert_nonnull (error);
  g_assert_true (barn_plan_file_refresh (fixture->file, NULL));
  damaged = dump_model (barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (damaged, ==, before);
}

static void
test_close_year (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (BarnPlan) plan = g_list_model_get_item (barn_model_get_plans (barn_plan_file_get_model (fixture->file)), 0);
  g_autofree char *summary = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_plan_file_close_year (fixture->file, plan, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (barn_plan_get_closed_on (plan), ==, barn_clock_get_today ());
  g_object_get (fixture->file, "undo-summary", &summary, NULL);
  g_assert_cmpstr (summary, ==, "Year closed");

  /* A correction is possible, and is one change like any other */
  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (plan), "title", NULL, "Corrected", NULL, &error));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_cmpuint (barn_plan_get_closed_on (plan), ==, BARN_DAY_NONE);
  g_assert_true (barn_plan_file_redo (fixture->file, NULL, &error));
  g_assert_true (barn_plan_file_close_year (fixture->file, plan, FALSE, &error));
  g_assert_cmpuint (barn_plan_get_closed_on (plan), ==, BARN_DAY_NONE);
  assert_sound (fixture->file);
}

int
main (int   argc,
      char *argv[])
{
  tests_init (&argc, &argv);

  g_test_add ("/backup/restore", Fixture, NULL, fixture_set_up, test_restore, fixture_tear_down);
  g_test_add ("/backup/list", Fixture, NULL, fixture_set_up, test_list, fixture_tear_down);
  g_test_add ("/backup/close-year", Fixture, NULL, fixture_set_up, test_close_year, fixture_tear_down);
  g_test_add ("/backup/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);

  return tests_run ();
}
