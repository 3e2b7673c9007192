/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

/* Adopted documents, whose files are kept byte for byte beside the living items; and the profile, a text that may hold a picture */

typedef struct
{
  Folder *folder;
  char *path;
  BarnStore *store;
  GBytes *bytes;
} Fixture;

static GBytes *
make_bytes (gsize size)
{
  guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (i * 31 % 251);
  return g_bytes_new_take (data, size);
}

static void
adopt (BarnStore  *store,
       const char *id,
       const char *plan,
       GBytes     *bytes,
       const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *sum_line = g_strconcat ("sha256=", sum, NULL);
  g_autofree char *plan_line = g_strconcat ("plan=", plan, NULL);
  g_autofree char *size_line = g_strdup_printf ("size=%" G_GSIZE_FORMAT, g_bytes_get_size (bytes));
  g_autoptr (BarnItem) item =
    make_item (BARN_KIND_ADOPTED, id, plan_line, "paper=barnbokslut", "format=pdf", "title=Barnbokslut 2026", "as-of=2026-12-31",
               "adopted-on=2027-02-15", "instance=Socialnämnden", "decision=§ 12", sum_line, size_line, "author=Anna Ek", NULL);
  g_autoptr (GError) error = NULL;

  barn_store_begin (store, &error);
  g_assert_no_error (error);
  barn_store_insert (store, item, &error);
  g_assert_no_error (error);
  barn_store_keep_copy (store, id, bytes, text, &error);
  g_assert_no_error (error);
  g_assert_cmpint (commit_as (store, "adopted-add"), >, 0);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = folder_new ();
  self->path = folder_path (self->folder, "plan.barnratt");
  self->store = create_store (self->path);
  fill_store (self->store);
  self->bytes = make_bytes (3 * 1024 * 1024 + 1);
  adopt (self->store, "d1", "p2", self->bytes, "# Barnbokslut 2026\n");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_bytes_unref (self->bytes);
  g_assert_finalize_object (self->store);
  assert_sound (self->path);
  g_free (self->path);
  folder_free (self->folder);
}

static void
assert_kept (Fixture *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_store_read_copy (self->store, "d1", &bytes, &text, &error));
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, self->bytes));
  g_assert_cmpstr (text, ==, "# Barnbokslut 2026\n");
  g_assert_true (barn_store_verify (self->store, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_gone (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (barn_store_read_copy (self->store, "d1", NULL, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM adopted_copy"), ==, 0);
}

/* Whatever becomes of the document becomes of its file: no undo loses a byte */
static void
test_goes_and_comes_with_it (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  assert_kept (self);
  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), >, 0);
  assert_gone (self);
  g_assert_cmpint (barn_store_redo (self->store, 0, "", &error), >, 0);
  assert_kept (self);

  delete_one (self->store, BARN_KIND_ADOPTED, "d1");
  assert_gone (self);
  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), >, 0);
  assert_kept (self);

  /* With all of its plan */
  delete_one (self->store, BARN_KIND_PLAN, "p2");
  assert_gone (self);
  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), >, 0);
  g_assert_no_error (error);
  assert_kept (self);
}

static void
test_goes_back (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 with_it = barn_change_get_number (barn_store_get_undo (self->store));

  delete_one (self->store, BARN_KIND_ADOPTED, "d1");
  set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "Annat");
  barn_store_begin (self->store, &error);
  g_assert_true (barn_store_go_back (self->store, with_it, NULL, &error));
  g_assert_no_error (error);
  commit_as (self->store, "history-back");
  assert_kept (self);
}

/* An empty file is a file */
static void
test_empty_file (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  adopt (self->store, "d2", "p1", nothing, "");
  g_assert_true (barn_store_read_copy (self->store, "d2", &bytes, &text, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
  g_assert_cmpstr (text, ==, "");
}

static void
test_backup_has_it (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *path = folder_path (self->folder, "copy.barnratt");
  g_autoptr (BarnStore) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_store_backup (self->store, path, NULL, &error));
  copy = open_store (path);
  g_assert_true (barn_store_read_copy (copy, "d1", &bytes, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, self->bytes));
}

/* One byte that is another, or no file at all, is damage: it is told, not shown */
static void
assert_damaged (Fixture    *self,
                const char *sql)
{
  g_autoptr (GError) error = NULL;

  run_sql (self->path, sql);
  g_assert_false (barn_store_verify (self->store, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (barn_store_read_copy (self->store, "d1", NULL, NULL, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "adopted"));
}

static void
test_damage_is_found (Fixture       *self,
                      gconstpointer  data)
{
  assert_damaged (self, "UPDATE adopted_copy SET bytes = CAST (substr (bytes, 1, 1000) || x'00' || substr (bytes, 1002) AS BLOB)");
  assert_damaged (self, "DELETE FROM adopted_copy");
}

/* A document is one line of a history, and a living item of its plan, without its bytes */
static void
test_history_and_model (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (BarnAdopted) adopted = NULL;
  g_autoptr (GError) error = NULL;
  BarnFieldChange *line;

  history = barn_store_list_history (self->store, "d1", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  line = g_ptr_array_index (history, 0);
  g_assert_null (line->field);
  g_assert_cmpstr (line->after, ==, "Barnbokslut 2026");

  g_assert_true (barn_store_load (self->store, model, &error));
  adopted = g_list_model_get_item (barn_plan_get_adopted (barn_model_find_plan (model, 2026)), 0);
  g_assert_cmpstr (barn_adopted_get_instance (adopted), ==, "Socialnämnden");
  g_assert_cmpint (barn_adopted_get_size (adopted), ==, g_bytes_get_size (self->bytes));
  g_assert_cmpstr (barn_adopted_get_decision (adopted), ==, "§ 12");
}

/* A profile with a picture of a megabyte: stored, undone and redone as any text; a history says only that it was changed */
static void
test_large_profile (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *picture = g_strnfill (1400000, 'Q');
  g_autofree char *profile = g_strdup_printf ("[brand]\nmunicipality=Ånäs\nlogo=%s\n", picture);
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  BarnFieldChange *line;

  g_assert_true (barn_store_load (self->store, model, &error));
  g_assert_cmpstr (barn_organisation_get_profile (barn_model_get_organisation (model)), ==, "");
  set_text_one (self->store, BARN_KIND_ORGANISATION, BARN_ORGANISATION_ID, "profile", profile);
  g_assert_true (barn_store_refresh (self->store, model, NULL, &error));
  g_assert_cmpstr (barn_organisation_get_profile (barn_model_get_organisation (model)), ==, profile);

  history = barn_store_list_history (self->store, BARN_ORGANISATION_ID, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  line = g_ptr_array_index (history, 0);
  g_assert_cmpstr (line->field, ==, "profile");
  g_assert_null (line->before);
  g_assert_null (line->after);

  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), >, 0);
  g_assert_true (barn_store_refresh (self->store, model, NULL, &error));
  g_assert_cmpstr (barn_organisation_get_profile (barn_model_get_organisation (model)), ==, "");
  g_assert_cmpint (barn_store_redo (self->store, 0, "", &error), >, 0);
  g_assert_true (barn_store_refresh (self->store, model, NULL, &error));
  g_assert_cmpstr (barn_organisation_get_profile (barn_model_get_organisation (model)), ==, profile);
  g_assert_true (barn_store_verify (self->store, NULL, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  init_tests (&argc, &argv);

#define ADD(path, function) g_test_add ("/store/copies/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("goes-and-comes-with-it", test_goes_and_comes_with_it);
  ADD ("goes-back", test_goes_back);
  ADD ("empty-file", test_empty_file);
  ADD ("backup-has-it", test_backup_has_it);
  ADD ("damage-is-found", test_damage_is_found);
  ADD ("history-and-model", test_history_and_model);
  ADD ("large-profile", test_large_profile);
#undef ADD

  return run_tests ();
}
