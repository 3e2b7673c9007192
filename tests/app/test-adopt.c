/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document that was adopted is kept byte for byte, whatever becomes of the plan; two of them can be compared */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "app-support.h"
#include "barn-plan-file-adopt.h"

#define TODAY barn_day_new (2027, 2, 20)
#define DECIDED barn_day_new (2027, 2, 15)

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  barn_clock_set_today (TODAY);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_tear_down (fixture, data);
  barn_clock_set_today (BARN_DAY_NONE);
}

static BarnAdoption
say (BarnFormat format)
{
  return (BarnAdoption) {
    .paper = BARN_PAPER_HANDLINGSPLAN,
    .year = 2026,
    .format = format,
    .adopted_on = DECIDED,
    .instance = "  Socialnämnden ",
    .decision = "§ 12",
    .registry_number = "SN 2027/34",
  };
}

static BarnAdopted *
adopt (Fixture    *fixture,
       BarnFormat  format)
{
  BarnAdoption adoption = say (format);
  g_autoptr (GError) error = NULL;
  BarnAdopted *adopted = barn_plan_file_adopt (fixture->file, &adoption, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (BARN_IS_ADOPTED (adopted));

  return adopted;
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* What is kept is what an export of that day writes, in each format, and says when and by whom */
static void
test_adopt (Fixture       *fixture,
            gconstpointer  data)
{
  static const BarnFormat formats[] = { BARN_FORMAT_DOCX, BARN_FORMAT_ODT, BARN_FORMAT_PDF, BARN_FORMAT_HTML, BARN_FORMAT_MARKDOWN };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      BarnAdopted *adopted = adopt (fixture, formats[i]);
      g_autofree char *name = g_strconcat ("out.", barn_format_get_extension (formats[i]), NULL);
      g_autoptr (GFile) output = g_file_new_build_filename (fixture->folder, name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *exported = NULL;
      g_autofree char *sum = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_assert_cmpstr (barn_plan_file_get_undo (fixture->file) != NULL ? barn_change_get_action (barn_plan_file_get_undo (fixture->file)) : "", ==, "adopted-add");
      g_assert_cmpstr (barn_adopted_get_instance (adopted), ==, "Socialnämnden");
      g_assert_cmpstr (barn_adopted_get_decision (adopted), ==, "§ 12");
      g_assert_cmpstr (barn_adopted_get_registry_number (adopted), ==, "SN 2027/34");
      g_assert_cmpuint (barn_adopted_get_adopted_on (adopted), ==, DECIDED);
      g_assert_cmpuint (barn_adopted_get_as_of (adopted), ==, DECIDED);
      g_assert_cmpstr (barn_adopted_get_title (adopted), !=, "");

      bytes = barn_plan_file_read_adopted (fixture->file, adopted, &error);
      g_assert_no_error (error);
      sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_assert_cmpstr (barn_adopted_get_sha256 (adopted), ==, sum);
      g_assert_cmpint (barn_adopted_get_size (adopted), ==, g_bytes_get_size (bytes));

      g_assert_true (barn_plan_file_export (fixture->file, BARN_PAPER_HANDLINGSPLAN, 2026, DECIDED, NULL, output, NULL, &error));
      g_assert_true (g_file_load_contents (output, NULL, &exported, &length, NULL, NULL));
      g_assert_cmpmem (exported, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_adopted (fixture->plan)), ==, G_N_ELEMENTS (formats));
  assert_sound (fixture->file);
}

/* In a worker: the same, and nothing where it was stopped */
static void
test_adopt_async (Fixture       *fixture,
                  gconstpointer  data)
{
  BarnAdoption adoption = say (BARN_FORMAT_DOCX);
  g_autofree char *expected = g_strdup (barn_adopted_get_sha256 (adopt (fixture, BARN_FORMAT_DOCX)));
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) stopped = NULL;
  g_autoptr (GError) error = NULL;
  BarnAdopted *adopted;

  barn_plan_file_adopt_async (fixture->file, &adoption, NULL, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  adopted = barn_plan_file_adopt_finish (fixture->file, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (barn_adopted_get_sha256 (adopted), ==, expected);

  barn_plan_file_adopt_async (fixture->file, &adoption, NULL, cancelled, on_done, &stopped);
  g_cancellable_cancel (cancelled);
  while (stopped == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (barn_plan_file_adopt_finish (fixture->file, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_adopted (fixture->plan)), ==, 2);
}

/* What becomes of the plan does not change what was adopted; deleting is undone with every byte */
static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  BarnAdopted *adopted = adopt (fixture, BARN_FORMAT_ODT);
  g_autofree char *id = g_strdup (barn_item_get_id (BARN_ITEM (adopted)));
  g_autoptr (GBytes) before = barn_plan_file_read_adopted (fixture->file, adopted, NULL);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->activity), "title", NULL, "Något helt annat", NULL, &error);
  g_assert_no_error (error);
  after = barn_plan_file_read_adopted (fixture->file, adopted, &error);
  g_assert_true (g_bytes_equal (before, after));

  g_ptr_array_add (items, adopted);
  g_assert_true (barn_plan_file_delete (fixture->file, items, &error));
  g_assert_no_error (error);
  g_assert_null (barn_plan_file_find_adopted (fixture->file, id, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NOT_FOUND);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  adopted = barn_plan_file_find_adopted (fixture->file, id, &error);
  g_assert_no_error (error);
  g_clear_pointer (&after, g_bytes_unref);
  after = barn_plan_file_read_adopted (fixture->file, adopted, &error);
  g_assert_true (g_bytes_equal (before, after));
  assert_sound (fixture->file);
}

static void
assert_not_adopted (Fixture      *fixture,
                    BarnAdoption  adoption,
                    int           code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (barn_plan_file_adopt (fixture->file, &adoption, NULL, NULL, &error));
  assert_refused (error, code);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = dump_stored (fixture->location);
  g_autofree char *after = NULL;
  g_autofree char *long_name = g_strnfill (10000, 'n');
  g_autofree char *longest = g_strnfill (BARN_ADOPTION_LONGEST, 'n');
  BarnAdoption adoption;

  adoption = say (BARN_FORMAT_DOCX);
  adoption.adopted_on = TODAY + 1;
  assert_not_adopted (fixture, adoption, BARN_PLAN_FILE_ERROR_RULE);
  adoption.adopted_on = BARN_DAY_NONE;
  assert_not_adopted (fixture, adoption, BARN_PLAN_FILE_ERROR_RULE);

  adoption = say (BARN_FORMAT_DOCX);
  adoption.as_of = DECIDED + 1;
  assert_not_adopted (fixture, adoption, BARN_PLAN_FILE_ERROR_RULE);

  adoption = say (BARN_FORMAT_DOCX);
  adoption.instance = " \n";
  assert_not_adopted (fixture, adoption, BARN_PLAN_FILE_ERROR_RULE);
  adoption.instance = long_name;
  assert_not_adopted (fixture, adoption, BARN_PLAN_FILE_ERROR_RULE);

  adoption = say (BARN_FORMAT_DOCX);
  adoption.decision = long_name;
  assert_not_adopted (fixture, adoption, BARN_PLAN_FILE_ERROR_RULE);

  assert_not_adopted (fixture, say (BARN_FORMAT_UNKNOWN), BARN_PLAN_FILE_ERROR_RULE);

  adoption = say (BARN_FORMAT_DOCX);
  adoption.year = 1999;
  assert_not_adopted (fixture, adoption, BARN_PLAN_FILE_ERROR_NOT_FOUND);

  after = dump_stored (fixture->location);
  g_assert_cmpstr (after, ==, before);

  /* The longest name that there may be is one */
  adoption = say (BARN_FORMAT_MARKDOWN);
  adoption.instance = longest;
  g_assert_nonnull (barn_plan_file_adopt (fixture->file, &adoption, NULL, NULL, NULL));
}

/* A file that is read only, or that another program writes to: a sentence, and nothing is changed */
static void
test_not_written (Fixture       *fixture,
                  gconstpointer  data)
{
  BarnAdoption adoption = say (BARN_FORMAT_DOCX);
  g_autoptr (BarnPlanFile) reader = barn_plan_file_open (fixture->location, TRUE, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (barn_plan_file_adopt (reader, &adoption, NULL, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_READ_ONLY);
  barn_plan_file_adopt_async (reader, &adoption, NULL, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (barn_plan_file_adopt_finish (reader, result, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_READ_ONLY);
}

static void
test_disk_full (Fixture       *fixture,
                gconstpointer  data)
{
  BarnAdoption adoption = say (BARN_FORMAT_DOCX);
  BarnAdopted *adopted = adopt (fixture, BARN_FORMAT_DOCX);
  g_autoptr (GFile) output = g_file_new_build_filename (fixture->folder, "out.docx", NULL);
  g_autofree char *before = dump_stored (fixture->location);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit usual, full;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  full = (struct rlimit) { 4096, usual.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  g_assert_null (barn_plan_file_adopt (fixture->file, &adoption, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_clear_error (&error);
  g_assert_false (barn_plan_file_save_adopted (fixture->file, adopted, output, NULL, &error));
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  g_assert_false (g_file_query_exists (output, NULL));

  after = dump_stored (fixture->location);
  g_assert_cmpstr (after, ==, before);
  assert_sound (fixture->file);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  BarnAdopted *adopted = adopt (fixture, BARN_FORMAT_DOCX);
  g_autoptr (GBytes) bytes = barn_plan_file_read_adopted (fixture->file, adopted, NULL);
  g_autoptr (GFile) output = g_file_new_build_filename (fixture->folder, "kept.DOCX", NULL);
  g_autoptr (GFile) other = g_file_new_build_filename (fixture->folder, "kept.pdf", NULL);
  g_autoptr (GFile) link = g_file_new_build_filename (fixture->folder, "link.docx", NULL);
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (barn_plan_file_save_adopted (fixture->file, adopted, output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (output, NULL, &saved, &length, NULL, NULL));
  g_assert_cmpmem (saved, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  /* It is not turned into what it is not, nor written over the plan file */
  g_assert_false (barn_plan_file_save_adopted (fixture->file, adopted, other, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_true (g_file_make_symbolic_link (link, "plan.barnratt", NULL, NULL));
  g_assert_false (barn_plan_file_save_adopted (fixture->file, adopted, link, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  assert_sound (fixture->file);
}

/* For another program: a file that may not be written. One that somebody changed all the same is not shown again. */
static void
test_show (Fixture       *fixture,
           gconstpointer  data)
{
  BarnAdopted *adopted = adopt (fixture, BARN_FORMAT_DOCX);
  g_autoptr (GBytes) bytes = barn_plan_file_read_adopted (fixture->file, adopted, NULL);
  g_autoptr (GFile) first = NULL;
  g_autoptr (GFile) second = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  g_autofree char *expected = barn_adopted_dup_file_name (adopted);
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  gsize length;

  first = barn_plan_file_show_adopted (fixture->file, adopted, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (g_file_peek_path (first), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0400);
  name = g_file_get_basename (first);
  g_assert_cmpstr (name, ==, expected);

  g_assert_cmpint (g_chmod (g_file_peek_path (first), 0600), ==, 0);
  g_assert_true (g_file_set_contents (g_file_peek_path (first), "forged", -1, NULL));
  second = barn_plan_file_show_adopted (fixture->file, adopted, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (second, NULL, &shown, &length, NULL, NULL));
  g_assert_cmpmem (shown, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What somebody wrote into a plan file past the program, and mailed: no file of a name outside of the folder, none that is a program */
static void
test_show_forged (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const formats[] = { "x/../../../../../forged", "desktop", "exe", "docx/", "" };
  BarnItem *item = BARN_ITEM (adopt (fixture, BARN_FORMAT_DOCX));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GError) error = NULL;

      barn_item_set_text (item, BARN_ADOPTED_FORMAT, formats[i]);
      name = barn_adopted_dup_file_name (BARN_ADOPTED (item));
      g_assert_null (strchr (name, '/'));
      g_assert_null (barn_plan_file_show_adopted (fixture->file, BARN_ADOPTED (item), &error));
      assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
    }
}

static void
test_file_name (void)
{
  g_autoptr (BarnItem) item = barn_item_new (BARN_KIND_ADOPTED, NULL);
  g_autofree char *long_title = g_strnfill (3000, 'x');
  g_autofree char *plain = NULL;
  g_autofree char *odd = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *long_name = NULL;
  g_autofree char *forged = NULL;

  barn_item_set_text (item, BARN_ADOPTED_FORMAT, "pdf");
  barn_item_set_text (item, BARN_ADOPTED_PAPER, "barnbokslut");
  barn_item_set_text (item, BARN_ADOPTED_TITLE, "Barnbokslut 2026");
  plain = barn_adopted_dup_file_name (BARN_ADOPTED (item));
  g_assert_cmpstr (plain, ==, "Barnbokslut 2026.pdf");
  barn_item_set_text (item, BARN_ADOPTED_TITLE, "../Plan 2026/27: Åtgärder?");
  odd = barn_adopted_dup_file_name (BARN_ADOPTED (item));
  g_assert_null (strchr (odd, '/'));
  g_assert_false (g_str_has_prefix (odd, "."));
  barn_item_set_text (item, BARN_ADOPTED_TITLE, "///");
  hidden = barn_adopted_dup_file_name (BARN_ADOPTED (item));
  g_assert_cmpstr (hidden, ==, "barnbokslut.pdf");
  barn_item_set_text (item, BARN_ADOPTED_TITLE, long_title);
  long_name = barn_adopted_dup_file_name (BARN_ADOPTED (item));
  g_assert_cmpuint (strlen (long_name), <, 256);
  barn_item_set_text (item, BARN_ADOPTED_TITLE, "");
  barn_item_set_text (item, BARN_ADOPTED_PAPER, "../../paper");
  barn_item_set_text (item, BARN_ADOPTED_FORMAT, "x/../../pdf");
  forged = barn_adopted_dup_file_name (BARN_ADOPTED (item));
  g_assert_null (strchr (forged, '/'));
}

static void
test_correct (Fixture       *fixture,
              gconstpointer  data)
{
  BarnAdopted *adopted = adopt (fixture, BARN_FORMAT_MARKDOWN);
  g_autofree char *sum = g_strdup (barn_adopted_get_sha256 (adopted));
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_plan_file_correct_adopted (fixture->file, adopted, DECIDED + 1, "Kommunstyrelsen", "§ 13", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (barn_change_get_action (barn_plan_file_get_undo (fixture->file)), ==, "adopted-change");
  g_assert_cmpstr (barn_adopted_get_instance (adopted), ==, "Kommunstyrelsen");
  g_assert_cmpstr (barn_adopted_get_decision (adopted), ==, "§ 13");
  g_assert_cmpstr (barn_adopted_get_registry_number (adopted), ==, "");
  g_assert_cmpuint (barn_adopted_get_adopted_on (adopted), ==, DECIDED + 1);
  g_assert_cmpstr (barn_adopted_get_sha256 (adopted), ==, sum);

  g_assert_false (barn_plan_file_correct_adopted (fixture->file, adopted, TODAY + 1, "Kommunstyrelsen", "", "", &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_false (barn_plan_file_correct_adopted (fixture->file, adopted, DECIDED - 1, "Kommunstyrelsen", "", "", &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_false (barn_plan_file_correct_adopted (fixture->file, adopted, DECIDED, "", "", "", &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);

  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_cmpstr (barn_adopted_get_decision (adopted), ==, "§ 12");
  assert_sound (fixture->file);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  BarnAdopted *one = adopt (fixture, BARN_FORMAT_DOCX);
  BarnAdopted *other = adopt (fixture, BARN_FORMAT_MARKDOWN);
  g_autofree char *start = g_utf8_strup (barn_adopted_get_sha256 (one), 12);
  g_autofree char *same = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_plan_file_find_adopted (fixture->file, start, &error) == one);
  g_assert_true (barn_plan_file_find_adopted (fixture->file, barn_item_get_id (BARN_ITEM (other)), &error) == other);
  g_assert_null (barn_plan_file_find_adopted (fixture->file, barn_item_get_id (BARN_ITEM (fixture->activity)), &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NOT_FOUND);
  g_assert_null (barn_plan_file_find_adopted (fixture->file, "", &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NOT_FOUND);

  adopt (fixture, BARN_FORMAT_DOCX);
  g_assert_null (barn_plan_file_find_adopted (fixture->file, start, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_AMBIGUOUS);
}

/* Between two formats too; what was changed in the plan between them is what differs */
static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  BarnAdopted *before = adopt (fixture, BARN_FORMAT_DOCX);
  BarnAdopted *after;
  BarnAdopted *letter;
  BarnAdoption adoption = say (BARN_FORMAT_MARKDOWN);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) in_worker = NULL;
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint counts[BARN_N_DIFFERENCES];
  gboolean found = FALSE;

  barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->second), "title", NULL, "Alldeles ny aktivitet om lokaler", NULL, &error);
  g_assert_no_error (error);
  after = adopt (fixture, BARN_FORMAT_PDF);

  blocks = barn_plan_file_compare_adopted (fixture->file, before, after, NULL, &error);
  g_assert_no_error (error);
  barn_comparison_count (blocks, counts);
  g_assert_cmpuint (counts[BARN_DIFFERENCE_SAME], >, 5);
  for (guint i = 0; i < blocks->len; i++)
    {
      BarnComparedBlock *block = g_ptr_array_index (blocks, i);

      found |= block->difference != BARN_DIFFERENCE_SAME && block->after != NULL && strstr (block->after, "ny aktivitet om lokaler") != NULL;
    }
  g_assert_true (found);

  barn_plan_file_compare_adopted_async (fixture->file, before, after, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  in_worker = barn_plan_file_compare_adopted_finish (fixture->file, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (in_worker->len, ==, blocks->len);

  same = barn_plan_file_compare_adopted (fixture->file, before, before, NULL, &error);
  barn_comparison_count (same, counts);
  g_assert_cmpuint (counts[BARN_DIFFERENCE_SAME], ==, same->len);

  adoption.paper = BARN_PAPER_TJANSTESKRIVELSE;
  letter = barn_plan_file_adopt (fixture->file, &adoption, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (barn_plan_file_compare_adopted (fixture->file, before, letter, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
}

int
main (int   argc,
      char *argv[])
{
  tests_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/adopt/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("adopt", test_adopt);
  ADD ("async", test_adopt_async);
  ADD ("stays", test_stays);
  ADD ("refused", test_refused);
  ADD ("not-written", test_not_written);
  ADD ("disk-full", test_disk_full);
  ADD ("save", test_save);
  ADD ("show", test_show);
  ADD ("show-forged", test_show_forged);
  ADD ("correct", test_correct);
  ADD ("find", test_find);
  ADD ("compare", test_compare);
#undef ADD
  g_test_add_func ("/adopt/file-name", test_file_name);

  return tests_run ();
}
