/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wording that a plan file keeps: one change, gone with an undo, shared by a file, and never the reason that a document is not made */

#include "config.h"

#include "app-support.h"

#include <glib/gstdio.h>
#include <string.h>

#include "barn-plan-file-profile.h"
#include "barn-plan-file-year.h"

static char *
dup_status (Fixture *fixture)
{
  return barn_profile_dup_status (barn_plan_file_get_profile (fixture->file), BARN_STATUS_DONE);
}

static void
assert_status (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *status = dup_status (fixture);

  g_assert_cmpstr (status, ==, expected);
}

static void
set_status (Fixture    *fixture,
            const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnProfile) profile = barn_profile_with_text (barn_plan_file_get_profile (fixture->file), "status", "done", word, &error);

  g_assert_no_error (error);
  g_assert_true (barn_plan_file_set_profile (fixture->file, profile, NULL, &error));
  g_assert_no_error (error);
}

static char *
dup_export (Fixture    *fixture,
            const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) output = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  barn_plan_file_export (fixture->file, BARN_PAPER_HALVARSRAPPORT, barn_plan_get_year (fixture->plan), BARN_DAY_NONE, NULL, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);

  return text;
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnChange) change = NULL;
  g_autofree char *own = NULL;
  g_autofree char *plain = dup_export (fixture, "a.md");

  assert_status (fixture, "Genomförd");
  set_status (fixture, "Klar");
  assert_status (fixture, "Klar");
  assert_sound (fixture->file);
  own = dup_export (fixture, "a.md");
  g_assert_nonnull (strstr (own, "Klar"));
  g_assert_null (strstr (plain, "| Klar"));

  change = g_object_ref (barn_plan_file_get_undo (fixture->file));
  g_assert_cmpstr (barn_change_get_action (change), ==, "organisation-profile");
  g_assert_true (barn_plan_file_undo (fixture->file, change, &error));
  assert_status (fixture, "Genomförd");
  g_assert_true (barn_plan_file_redo (fixture->file, NULL, &error));
  assert_status (fixture, "Klar");

  /* Back to the built-in one: nothing is kept */
  g_assert_true (barn_plan_file_set_profile (fixture->file, NULL, NULL, &error));
  g_assert_cmpstr (barn_organisation_get_profile (barn_model_get_organisation (barn_plan_file_get_model (fixture->file))), ==, "");
  assert_status (fixture, "Genomförd");
}

/* One that a newer version made: it stays as it is, the built-in one is used, and the sentence says which and why */
static void
test_fault (Fixture       *fixture,
            gconstpointer  data)
{
  BarnOrganisation *organisation = barn_model_get_organisation (barn_plan_file_get_model (fixture->file));
  static const char newer[] = "[status]\ndone=Klar\n[framtid]\nnytt=ja\n";
  g_autofree char *path = g_build_filename (fixture->folder, "egen.profile", NULL);
  g_autoptr (GFile) output = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = dup_export (fixture, "a.md");
  g_autofree char *again = NULL;

  g_assert_null (barn_plan_file_get_profile_fault (fixture->file));
  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (organisation), "profile", "", newer, NULL, &error));
  g_assert_no_error (error);

  assert_status (fixture, "Genomförd");
  g_assert_nonnull (strstr (barn_plan_file_get_profile_fault (fixture->file), "framtid"));
  g_assert_nonnull (strstr (barn_plan_file_get_profile_fault (fixture->file), "Line 3"));
  g_assert_nonnull (strstr (barn_plan_file_get_profile_fault (fixture->file), "built-in"));
  again = dup_export (fixture, "a.md");
  g_assert_cmpstr (again, ==, plain);

  g_assert_false (barn_plan_file_export_profile (fixture->file, output, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (barn_organisation_get_profile (organisation), ==, newer);
}

static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "vår.profile", NULL);
  g_autoptr (GFile) output = g_file_new_for_path (path);
  BarnOrganisation *organisation = barn_model_get_organisation (barn_plan_file_get_model (fixture->file));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *municipality = NULL;

  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (organisation), "municipality", barn_organisation_get_municipality (organisation),
                                          "Granviks kommun", NULL, &error));
  set_status (fixture, "Klar");
  g_assert_true (barn_plan_file_export_profile (fixture->file, output, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "municipality=Granviks kommun"));
  g_assert_nonnull (strstr (text, "done=Klar"));

  /* The plan file itself is no place for it */
  g_assert_false (barn_plan_file_export_profile (fixture->file, fixture->location, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);

  g_assert_true (barn_plan_file_set_profile (fixture->file, NULL, NULL, &error));
  g_assert_true (barn_plan_file_import_profile (fixture->file, output, &error));
  g_assert_no_error (error);
  assert_status (fixture, "Klar");
  municipality = barn_profile_dup_text (barn_plan_file_get_profile (fixture->file), "general", "municipality");
  g_assert_cmpstr (municipality, ==, "Granviks kommun");

  /* A damaged one is named and changes nothing */
  before = dump_stored (fixture->location);
  g_assert_true (g_file_set_contents (path, "[status]\nkalr=Klar\n", -1, NULL));
  g_assert_false (barn_plan_file_import_profile (fixture->file, output, &error));
  g_assert_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "vår.profile"));
  g_assert_nonnull (strstr (error->message, "Line 2"));
  after = dump_stored (fixture->location);
  g_assert_cmpstr (after, ==, before);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  tests_init (&argc, &argv);
  g_test_add ("/plan-file/profile/kept", Fixture, NULL, fixture_set_up, test_kept, fixture_tear_down);
  g_test_add ("/plan-file/profile/fault", Fixture, NULL, fixture_set_up, test_fault, fixture_tear_down);
  g_test_add ("/plan-file/profile/shared", Fixture, NULL, fixture_set_up, test_shared, fixture_tear_down);

  return tests_run ();
}
