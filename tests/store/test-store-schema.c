/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "test-migrations-resources.h"

#include <glib/gstdio.h>

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
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->store);
  g_free (self->path);
  folder_free (self->folder);
}

static const char *
column_type_of (BarnFieldType type)
{
  switch (type)
    {
    case BARN_FIELD_INT:
    case BARN_FIELD_BOOL:
      return "INTEGER";
    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
      return "REAL";
    case BARN_FIELD_TEXT:
    case BARN_FIELD_REF:
    case BARN_FIELD_DAY:
    case BARN_FIELD_STATUS:
    case BARN_FIELD_SET:
    default:
      return "TEXT";
    }
}

static gboolean
may_be_null (BarnKind   kind,
             BarnField  field)
{
  static const char *const loose[] = { "activity.unit", "activity.origin", "follow_up.occasion", "long_term.activity",
                                       "indicator.activity", "indicator.shift", NULL };
  static const char *const dated[] = { "follow_up.day", "occasion.cut-off", "delay.from-on", "delay.made-on", "indicator_value.day",
                                       "year_mark.day", "adopted.as-of", "adopted.adopted-on", NULL };
  g_autofree char *name = g_strdup_printf ("%s.%s", barn_kind_to_nick (kind), field.name);
  gboolean found = g_strv_contains (field.type == BARN_FIELD_REF ? loose : dated, name);

  if (field.type == BARN_FIELD_DAY)
    return !found;
  return field.type == BARN_FIELD_REF ? found : field.type == BARN_FIELD_AMOUNT;
}

/* The tables hold the fields of the classes, and no text is NULL */
static void
test_columns_are_fields (Fixture       *self,
                         gconstpointer  data)
{
  for (guint kind = 0; kind < BARN_N_KINDS; kind++)
    {
      const BarnStoreTable *table = barn_store_get_table (kind);
      guint n_fields, n_found = 0;
      const BarnField *fields = barn_store_get_fields (kind, &n_fields);
      sqlite3_stmt *query = NULL;

      g_assert_cmpuint (table->n_columns + table->n_links, ==, n_fields);
      g_assert_cmpint (sqlite3_prepare_v2 (self->store->db, "SELECT name, type, \"notnull\", cid FROM pragma_table_info (?1)", -1, &query, NULL), ==, SQLITE_OK);
      sqlite3_bind_text (query, 1, barn_kind_to_nick (kind), -1, SQLITE_STATIC);
      while (sqlite3_step (query) == SQLITE_ROW)
        {
          g_autofree char *name = g_strdelimit (g_strdup ((const char *) sqlite3_column_text (query, 0)), "_", '-');
          int place = sqlite3_column_int (query, 3);
          guint field;

          if (place == 0)
            {
              g_assert_cmpstr (name, ==, "id");
              continue;
            }
          field = table->columns[place - 1].field;
          g_assert_cmpstr (name, ==, fields[field].name);
          g_assert_cmpstr ((const char *) sqlite3_column_text (query, 1), ==, column_type_of (fields[field].type));
          g_assert_cmpint (sqlite3_column_int (query, 2), ==, !may_be_null (kind, fields[field]));
          n_found++;
        }
      g_assert_cmpuint (n_found, ==, table->n_columns);
      sqlite3_finalize (query);
    }
}

static void
test_tables_are_strict (Fixture       *self,
                        gconstpointer  data)
{
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND NOT strict"), ==, 0);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"), ==, BARN_N_KINDS + 7);
}

/* Looking for what refers to a row never reads a whole table */
static void
test_child_keys_are_indexed (Fixture       *self,
                             gconstpointer  data)
{
  sqlite3_stmt *query = NULL;
  guint n = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (self->store->db,
                                       "SELECT t.name, k.\"from\", EXISTS (SELECT 1 FROM pragma_index_list (t.name) AS i, pragma_index_info (i.name) AS c "
                                       "WHERE c.seqno = 0 AND c.name = k.\"from\") "
                                       "FROM sqlite_schema AS t, pragma_foreign_key_list (t.name) AS k WHERE t.type = 'table'",
                                       -1, &query, NULL), ==, SQLITE_OK);
  while (sqlite3_step (query) == SQLITE_ROW)
    {
      if (!sqlite3_column_int (query, 2))
        g_error ("%s.%s has no index", (const char *) sqlite3_column_text (query, 0), (const char *) sqlite3_column_text (query, 1));
      n++;
    }
  sqlite3_finalize (query);
  g_assert_cmpuint (n, >=, 25);
}

static void
test_columns_are_commented (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr (GRegex) column = g_regex_new ("^  [a-z_]+ (TEXT|INTEGER|REAL|BLOB)\\b", 0, 0, NULL);
  guint n = 0;

  for (guint version = 1; version <= BARN_STORE_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/org/example/Barnratt/store/migrations/%04u.sql", version);
      g_autoptr (GBytes) script = g_resource_lookup_data (barn_store_get_steps (), path, 0, NULL);
      g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (script, NULL), "\n", -1);

      for (guint i = 1; lines[i] != NULL; i++)
        {
          gboolean is_table = g_str_has_prefix (lines[i], "CREATE TABLE ");

          /* No column hides behind the name of its table */
          g_assert_false (g_str_has_prefix (lines[i], "ALTER TABLE ") && !g_str_has_suffix (lines[i], "ADD COLUMN"));
          if (!is_table && !g_regex_match (column, lines[i], 0, NULL))
            continue;
          if (!g_str_has_prefix (lines[i - 1], is_table ? "-- " : "  -- "))
            g_error ("no comment above: %s", lines[i]);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 150);
}

/* A history is found without reading the whole log */
static void
test_history_uses_an_index (Fixture       *self,
                            gconstpointer  data)
{
  sqlite3_stmt *query = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (self->store->db,
                                       "EXPLAIN QUERY PLAN SELECT number FROM change_item JOIN change ON number = change_item.change "
                                       "WHERE item = ?2 ORDER BY change_item.change DESC LIMIT ?1", -1, &query, NULL), ==, SQLITE_OK);
  while (sqlite3_step (query) == SQLITE_ROW)
    {
      const char *step = (const char *) sqlite3_column_text (query, 3);

      g_assert_true (g_str_has_prefix (step, "SEARCH"));
    }
  sqlite3_finalize (query);
}

/* Migrations: the steps of the test add a column, build a table anew and fail, one version each */

static gboolean
migrate (Fixture  *self,
         guint     version,
         GError  **error)
{
  return barn_store_migrate (self->store, test_migrations_get_resource (), version, error);
}

static void
test_migration (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  fill_store (self->store);
  set_text_one (self->store, BARN_KIND_UNIT, "u1", "name", "Annat");
  g_assert_true (migrate (self, BARN_STORE_VERSION + 2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query_int (self->path, "PRAGMA user_version"), ==, BARN_STORE_VERSION + 2);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM activity WHERE weight = 7"), ==, 3);
  assert_sound (self->path);

  /* Foreign keys are on again, and changes from before it can be undone and redone */
  g_assert_cmpint (sqlite3_exec (self->store->db, "DELETE FROM unit", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT_FOREIGNKEY);
  before = dump_file (self->path);
  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), >, 0);
  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM activity"), ==, 0);
  g_assert_cmpint (barn_store_redo (self->store, 0, "", &error), >, 0);
  g_assert_cmpint (barn_store_redo (self->store, 0, "", &error), >, 0);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);

  /* Once is enough */
  g_assert_true (migrate (self, BARN_STORE_VERSION + 2, &error));
  g_assert_no_error (error);
}

static void
test_migration_fails_whole (Fixture       *self,
                            gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  fill_store (self->store);
  before = dump_file (self->path);
  g_assert_false (migrate (self, BARN_STORE_VERSION + 3, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (query_int (self->path, "PRAGMA user_version"), ==, BARN_STORE_VERSION);
  set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "Det går ändå");
}

/* What does not belong together after the steps is found, also where a step wrote it with foreign keys off */
static void
test_migration_checks_keys (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fill_store (self->store);
  run_sql (self->path, "PRAGMA foreign_keys = OFF; UPDATE activity SET unit = 'u9' WHERE id = 'a1'");
  g_assert_false (migrate (self, BARN_STORE_VERSION + 1, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
  g_assert_cmpint (query_int (self->path, "PRAGMA user_version"), ==, BARN_STORE_VERSION);
}

static void
test_backup_before_migration (Fixture       *self,
                              gconstpointer  data)
{
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "barnratt", "backups", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GDir) directory = NULL;
  g_autoptr (GError) error = NULL;

  barn_clock_set_today (barn_day_new (2026, 11, 22));
  fill_store (self->store);
  g_assert_true (barn_store_auto_backup (self->store, &error));
  g_assert_true (barn_store_backup_before (self->store, 2, &error));
  g_assert_no_error (error);
  directory = g_dir_open (root, 0, NULL);
  folder = g_build_filename (root, g_dir_read_name (directory), NULL);
  copy = g_build_filename (folder, "plan.backup-2026-11-22-before-version-2.barnratt", NULL);
  g_assert_cmpint (query_int (copy, "SELECT count (*) FROM activity"), ==, 3);
  g_assert_cmpuint (folder_count (folder), ==, 2);
  barn_clock_set_today (BARN_DAY_NONE);
}

/* A file of version 1, kept as that version wrote it: it opens, says what it said, and its changes can be undone */
static void
test_file_of_version_1 (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *kept = g_build_filename (g_getenv ("BARNRATT_TEST_DATA"), "plan-v1.barnratt", NULL);
  g_autofree char *path = folder_path (self->folder, "old.barnratt");
  g_autofree char *contents = NULL;
  g_autofree char *title = NULL;
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  BarnActivity *activity;
  gsize length;

  g_file_get_contents (kept, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);

  store = open_store (path);
  g_assert_true (barn_store_verify (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (barn_store_load (store, model, &error));
  activity = BARN_ACTIVITY (barn_model_lookup (model, "a1"));
  g_assert_cmpstr (barn_activity_get_title (activity), ==, "Fråga fler barn");
  g_assert_cmpuint (g_list_model_get_n_items (barn_activity_get_follow_ups (activity)), ==, 2);
  g_assert_cmpuint (barn_activity_get_due_on (activity), ==, barn_day_new (2026, 6, 30));
  g_assert_false (barn_activity_get_raised (activity));
  g_assert_null (barn_activity_get_origin (activity));
  g_assert_cmpint (query_int (path, "PRAGMA user_version"), ==, BARN_STORE_VERSION);
  history = barn_store_list_history (store, "a1", 0, &error);
  g_assert_cmpuint (history->len, ==, 4);

  while (barn_store_get_undo (store) != NULL)
    g_assert_cmpint (barn_store_undo (store, 0, "", &error), >, 0);
  g_assert_cmpint (query_int (path, "SELECT count (*) FROM activity"), ==, 0);
  assert_sound (path);
}

/* A file of version 2 with all that it can hold: the example plan as that version made it */
static void
test_file_of_version_2 (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *kept = g_build_filename (g_getenv ("BARNRATT_TEST_DATA"), "plan-v2.barnratt", NULL);
  g_autofree char *path = folder_path (self->folder, "old.barnratt");
  g_autofree char *contents = NULL;
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GError) error = NULL;
  BarnPlan *plan;
  gsize length;
  guint n_undone = 0;

  g_file_get_contents (kept, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);

  store = open_store (path);
  g_assert_true (barn_store_verify (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (barn_store_load (store, model, &error));
  plan = barn_model_find_plan (model, 2026);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_occasions (plan)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_indicators (plan)), ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_assessments (plan)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_year_marks (model)), ==, 7);
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_saved_views (model)), ==, 2);
  g_assert_cmpint (query_int (path, "SELECT count (*) FROM delay"), ==, 1);
  g_assert_cmpint (query_int (path, "SELECT count (*) FROM reported"), ==, 34);

  for (; barn_store_get_undo (store) != NULL; n_undone++)
    g_assert_cmpint (barn_store_undo (store, 0, "", &error), >, 0);
  g_assert_cmpuint (n_undone, >, 30);
  g_assert_cmpint (query_int (path, "SELECT count (*) FROM reported"), ==, 0);
  assert_sound (path);
}

/* A file of version 3: the example plan with a document that was adopted, which is what it was */
static void
test_file_of_version_3 (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *kept = g_build_filename (g_getenv ("BARNRATT_TEST_DATA"), "plan-v3.barnratt", NULL);
  g_autofree char *path = folder_path (self->folder, "old.barnratt");
  g_autofree char *contents = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (BarnAdopted) adopted = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (kept, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);

  store = open_store (path);
  g_assert_true (barn_store_verify (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (barn_store_load (store, model, &error));
  g_assert_cmpstr (barn_organisation_get_profile (barn_model_get_organisation (model)), ==, "");
  adopted = g_list_model_get_item (barn_plan_get_adopted (barn_model_find_plan (model, 2026)), 0);
  g_assert_cmpstr (barn_adopted_get_paper (adopted), ==, "lagesrapport");
  g_assert_cmpstr (barn_adopted_get_instance (adopted), ==, "Socialnämnden");
  g_assert_cmpuint (barn_adopted_get_adopted_on (adopted), ==, barn_day_new (2026, 11, 20));
  g_assert_true (barn_store_read_copy (store, barn_item_get_id (BARN_ITEM (adopted)), &bytes, NULL, &error));
  g_assert_no_error (error);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_assert_cmpstr (barn_adopted_get_sha256 (adopted), ==, sum);

  while (barn_store_get_undo (store) != NULL)
    g_assert_cmpint (barn_store_undo (store, 0, "", &error), >, 0);
  g_assert_cmpint (query_int (path, "SELECT count (*) FROM adopted_copy"), ==, 0);
  assert_sound (path);
}

int
main (int   argc,
      char *argv[])
{
  init_tests (&argc, &argv);

#define ADD(path, function) g_test_add ("/store/schema/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("columns-are-fields", test_columns_are_fields);
  ADD ("tables-are-strict", test_tables_are_strict);
  ADD ("child-keys-are-indexed", test_child_keys_are_indexed);
  ADD ("columns-are-commented", test_columns_are_commented);
  ADD ("history-uses-an-index", test_history_uses_an_index);
  ADD ("migration", test_migration);
  ADD ("migration-fails-whole", test_migration_fails_whole);
  ADD ("migration-checks-keys", test_migration_checks_keys);
  ADD ("backup-before-migration", test_backup_before_migration);
  ADD ("file-of-version-1", test_file_of_version_1);
  ADD ("file-of-version-2", test_file_of_version_2);
  ADD ("file-of-version-3", test_file_of_version_3);
#undef ADD

  return run_tests ();
}
