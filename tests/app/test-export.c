/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The barnbokslut is written as a whole or not at all, and never over the plan file */

#include "config.h"

#include <signal.h>
#include <sys/resource.h>

#include "app-support.h"
#include "barn-plan-file-year.h"

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const names[] = { "out.docx", "out.html", "out.md" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) output = g_file_new_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GAsyncResult) result = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize first_length, second_length;

      g_assert_true (barn_plan_file_export (fixture->file, BARN_PAPER_BARNBOKSLUT, 2026, BARN_DAY_NONE, NULL, output, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_load_contents (output, NULL, &first, &first_length, NULL, NULL));
      g_assert_cmpuint (first_length, >, 500);

      /* In a worker: the same bytes */
      barn_plan_file_export_async (fixture->file, BARN_PAPER_BARNBOKSLUT, 2026, BARN_DAY_NONE, NULL, output, NULL, on_exported, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (barn_plan_file_export_finish (fixture->file, result, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_load_contents (output, NULL, &second, &second_length, NULL, NULL));
      g_assert_cmpmem (first, first_length, second, second_length);
    }
}

static void
test_export_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GFile) unknown = g_file_new_build_filename (fixture->folder, "out.xyz", NULL);
  g_autoptr (GFile) output = g_file_new_build_filename (fixture->folder, "out.html", NULL);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.html", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (link_path);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *before = dump_stored (fixture->location);
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (barn_plan_file_export (fixture->file, BARN_PAPER_BARNBOKSLUT, 2026, BARN_DAY_NONE, NULL, unknown, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_false (barn_plan_file_export (fixture->file, BARN_PAPER_BARNBOKSLUT, 2026, BARN_DAY_NONE, NULL, fixture->location, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_true (g_file_make_symbolic_link (link, "plan.barnratt", NULL, NULL));
  g_assert_false (barn_plan_file_export (fixture->file, BARN_PAPER_BARNBOKSLUT, 2026, BARN_DAY_NONE, NULL, link, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_false (barn_plan_file_export (fixture->file, BARN_PAPER_BARNBOKSLUT, 1999, BARN_DAY_NONE, NULL, output, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NOT_FOUND);
  g_assert_false (g_file_query_exists (output, NULL));

  /* What was there before stays when the writing does not come to an end */
  g_assert_true (g_file_replace_contents (output, "old", 3, NULL, FALSE, 0, NULL, NULL, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (barn_plan_file_export (fixture->file, BARN_PAPER_BARNBOKSLUT, 2026, BARN_DAY_NONE, NULL, output, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_load_contents (output, NULL, &kept, NULL, NULL, NULL));
  g_assert_cmpstr (kept, ==, "old");

  after = dump_stored (fixture->location);
  g_assert_cmpstr (after, ==, before);
}

/* The calendar file too is never the plan file itself, by whatever name */
static void
test_calendar_refused (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GFile) link = g_file_new_build_filename (fixture->folder, "link.ics", NULL);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "no folder", "year.ics", NULL);
  BarnPlan *plan = barn_model_find_plan (barn_plan_file_get_model (fixture->file), 2026);
  g_autofree char *before = dump_stored (fixture->location);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_make_symbolic_link (link, "plan.barnratt", NULL, NULL));
  g_assert_false (barn_plan_file_export_calendar (fixture->file, plan, NULL, link, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_false (barn_plan_file_export_calendar (fixture->file, plan, NULL, nowhere, NULL, &error));
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE);

  after = dump_stored (fixture->location);
  g_assert_cmpstr (after, ==, before);
}

/* The disk is full: nothing is left behind under the name, nor beside it */
static void
test_disk_full (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) calendar = g_file_new_build_filename (fixture->folder, "year.ics", NULL);
  g_autoptr (GFile) json = g_file_new_build_filename (fixture->folder, "data.json", NULL);
  BarnPlan *plan = barn_model_find_plan (barn_plan_file_get_model (fixture->file), 2026);
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, full;
  const char *name;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  full = (struct rlimit) { 64, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  g_assert_false (barn_plan_file_export_calendar (fixture->file, plan, NULL, calendar, NULL, &error));
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (barn_plan_file_export_data (fixture->file, 2026, BARN_DAY_NONE, NULL, json, NULL, &error));
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_cmpstr (name, ==, "plan.barnratt");
}

/* The library that packs workbooks knows no full disk: nothing is printed, and no workbook comes that lacks its end, however little is missing */
static void
test_workbook_disk_full (Fixture       *fixture,
                         gconstpointer  data)
{
  static const rlim_t sizes[] = { 64, 3000, 20000, 60000 };
  g_autoptr (GFile) output = g_file_new_build_filename (fixture->folder, "data.xlsx", NULL);
  struct rlimit before;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr_unmatched ("*ERROR*");
      return;
    }

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      struct rlimit full = { sizes[i], before.rlim_max };
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
      g_assert_false (barn_plan_file_export_data (fixture->file, 2026, BARN_DAY_NONE, NULL, output, NULL, &error));
      g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "full"));
      g_assert_false (g_file_query_exists (output, NULL));
    }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (barn_plan_file_export_data (fixture->file, 2026, BARN_DAY_NONE, NULL, output, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  tests_init (&argc, &argv);

  g_test_add ("/export/formats", Fixture, NULL, fixture_set_up, test_export, fixture_tear_down);
  g_test_add ("/export/refused", Fixture, NULL, fixture_set_up, test_export_refused, fixture_tear_down);
  g_test_add ("/export/calendar-refused", Fixture, NULL, fixture_set_up, test_calendar_refused, fixture_tear_down);
  g_test_add ("/export/workbook-disk-full", Fixture, NULL, fixture_set_up, test_workbook_disk_full, fixture_tear_down);
  g_test_add ("/export/disk-full", Fixture, NULL, fixture_set_up, test_disk_full, fixture_tear_down);

  return tests_run ();
}
