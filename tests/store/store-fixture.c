/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <glib/gstdio.h>

Folder *
folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("barn-store-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) directory = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

void
folder_free (Folder *self)
{
  g_chmod (self, 0700);
  remove_all (self);
  g_free (self);
}

char *
folder_path (Folder     *self,
             const char *name)
{
  return g_build_filename (self, name, NULL);
}

guint
folder_count (Folder *self)
{
  g_autoptr (GDir) directory = g_dir_open (self, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;
  return n;
}

void
init_tests (int    *argc,
            char ***argv)
{
  g_autofree char *data = NULL;

  g_test_init (argc, argv, NULL);
  /* Which has that of its parent, and may have given up the right to remove one */
  if (g_test_subprocess ())
    return;

  data = folder_new ();
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_assert_cmpstr (g_get_user_data_dir (), ==, data);
}

int
run_tests (void)
{
  int status = g_test_run ();

  if (!g_test_subprocess ())
    remove_all (g_get_user_data_dir ());
  return status;
}

void
set_from_text (BarnItem   *item,
               guint       field,
               const char *text)
{
  const BarnField *fields = barn_store_get_fields (barn_item_get_kind (item), NULL);
  g_auto (GStrv) members = NULL;
  BarnStatus status;

  switch (fields[field].type)
    {
    case BARN_FIELD_TEXT:
    case BARN_FIELD_REF:
      barn_item_set_text (item, field, text);
      break;
    case BARN_FIELD_DAY:
      barn_item_set_number (item, field, barn_day_from_iso (text));
      break;
    case BARN_FIELD_INT:
    case BARN_FIELD_BOOL:
      barn_item_set_number (item, field, g_ascii_strtoll (text, NULL, 10));
      break;
    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
      barn_item_set_real (item, field, g_ascii_strtod (text, NULL));
      break;
    case BARN_FIELD_STATUS:
      g_assert_true (barn_status_from_nick (text, &status));
      barn_item_set_number (item, field, status);
      break;
    case BARN_FIELD_SET:
      members = g_strsplit (text, ",", -1);
      barn_item_set_set (item, field, (const char *const *) members);
      break;
    default:
      g_assert_not_reached ();
    }
}

BarnItem *
make_item (BarnKind    kind,
           const char *id,
           ...)
{
  BarnItem *item = barn_item_new (kind, id);
  const char *assignment;
  va_list arguments;

  va_start (arguments, id);
  while ((assignment = va_arg (arguments, const char *)) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
      int field = barn_item_find_field (item, parts[0]);

      g_assert_cmpint (field, >=, 0);
      set_from_text (item, field, parts[1]);
    }
  va_end (arguments);
  return item;
}

BarnStore *
create_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  BarnStore *store = barn_store_open (path, BARN_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

BarnStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  BarnStore *store = barn_store_open (path, BARN_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static void
insert (BarnStore *store,
        BarnItem  *item)
{
  g_autoptr (GError) error = NULL;

  barn_store_insert (store, item, &error);
  g_assert_no_error (error);
  g_object_unref (item);
}

gint64
commit_as (BarnStore  *store,
           const char *action)
{
  g_autoptr (GError) error = NULL;
  BarnChangeInfo info = { .action = action, .author = "Anna Ek" };
  gint64 number = barn_store_commit (store, &info, &error);

  g_assert_no_error (error);
  return number;
}

static void
begin (BarnStore *store)
{
  g_autoptr (GError) error = NULL;

  barn_store_begin (store, &error);
  g_assert_no_error (error);
}

void
fill_store (BarnStore *store)
{
  begin (store);
  insert (store, make_item (BARN_KIND_ORGANISATION, BARN_ORGANISATION_ID, "name=Omsorgen", "board=Nämnden", "municipality=Ånäs", NULL));
  insert (store, make_item (BARN_KIND_ROLE, "r1", "name=Chefer", "position=1", NULL));
  insert (store, make_item (BARN_KIND_ROLE, "r2", "name=Medarbetare", "position=2", NULL));
  insert (store, make_item (BARN_KIND_UNIT, "u1", "name=Öppenvård", "position=1", NULL));
  insert (store, make_item (BARN_KIND_PLAN, "p1", "year=2025", "title=Plan 2025", "approved-by=Ledningen", "approved-on=2025-02-01", "closed-on=2026-01-31", NULL));
  insert (store, make_item (BARN_KIND_PLAN, "p2", "year=2026", "title=Plan 2026", "registry-number=N 2026/1", NULL));
  insert (store, make_item (BARN_KIND_PLAN_TEXT, "t1", "plan=p2", "section=direction", "article=3", "heading=Barnets bästa", "body=Vi prövar det.", "position=1", NULL));
  insert (store, make_item (BARN_KIND_SHIFT, "s1", "plan=p2", "title=Fler barn hörs", "purpose=Barn vet mest.", "articles=12,3", "position=1", NULL));
  insert (store, make_item (BARN_KIND_SHIFT, "s2", "plan=p2", "title=Vi räknar", "position=2", NULL));
  insert (store, make_item (BARN_KIND_ACTIVITY, "a1", "plan=p2", "title=Fråga barnen", "description=Två gånger om året", "unit=u1", "responsible=Enhetschefen",
                            "start-on=2026-01-15", "due-on=2026-06-30", "first-due-on=2026-05-31", "roles=r2,r1", "shifts=s1", "articles=12", "position=1", NULL));
  insert (store, make_item (BARN_KIND_ACTIVITY, "a2", "plan=p2", "title=Utbilda alla", "roles=r1", "position=2", NULL));
  insert (store, make_item (BARN_KIND_ACTIVITY, "a3", "plan=p1", "title=Skriv rutinen", "position=1.5", NULL));
  insert (store, make_item (BARN_KIND_FOLLOW_UP, "f1", "activity=a1", "day=2026-03-01", "status=ongoing", "comment=Frågorna är skrivna.", "effect=Inget än.", "author=Anna Ek", "made-at=1000", NULL));
  insert (store, make_item (BARN_KIND_FOLLOW_UP, "f2", "activity=a1", "day=2026-06-01", "status=done", "comment=Klart.", "author=Anna Ek", "made-at=2000", NULL));
  insert (store, make_item (BARN_KIND_LONG_TERM, "l1", "plan=p1", "title=Egen tid med barn", "activity=a2", "position=1", NULL));
  insert (store, make_item (BARN_KIND_AREA, "o1", "year=2025", "title=Barnets röst", "expected-result=Fler svar", "status=ongoing", "comment=På väg", "position=1", NULL));
  insert (store, make_item (BARN_KIND_MEASURE, "m1", "area=o1", "title=Ny blankett", "position=1", NULL));
  insert (store, make_item (BARN_KIND_SECTION_TEXT, "x1", "plan=p2", "section=strengths", "article=12", "body=Vi frågar.", "ready=1", NULL));
  g_assert_cmpint (commit_as (store, "plan-import"), >, 0);
}

gint64
insert_one (BarnStore *store,
            BarnItem  *item)
{
  begin (store);
  insert (store, item);
  return commit_as (store, "activity-add");
}

gint64
set_text_one (BarnStore  *store,
              BarnKind    kind,
              const char *id,
              const char *field,
              const char *value)
{
  g_auto (GValue) text = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&text, G_TYPE_STRING);
  g_value_set_string (&text, value);
  begin (store);
  barn_store_set (store, kind, id, field, NULL, &text, &error);
  g_assert_no_error (error);
  return commit_as (store, "activity-title");
}

gint64
delete_one (BarnStore  *store,
            BarnKind    kind,
            const char *id)
{
  g_autoptr (GError) error = NULL;

  begin (store);
  barn_store_delete (store, kind, id, &error);
  g_assert_no_error (error);
  return commit_as (store, "activity-delete");
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  return db;
}

static void
dump_query (sqlite3    *db,
            const char *sql,
            GString    *dump)
{
  sqlite3_stmt *query = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &query, NULL), ==, SQLITE_OK);
  while (sqlite3_step (query) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (query); i++)
        g_string_append_printf (dump, "%d:%s|", sqlite3_column_type (query, i), (const char *) sqlite3_column_text (query, i));
      g_string_append_c (dump, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (query), ==, SQLITE_OK);
}

char *
dump_file (const char *path)
{
  sqlite3 *db = open_raw (path);
  sqlite3_stmt *tables = NULL;
  GString *dump = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'change%' ORDER BY name",
                                       -1, &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (tables, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", name);

      g_string_append_printf (dump, "= %s\n", name);
      dump_query (db, sql, dump);
    }
  sqlite3_finalize (tables);
  sqlite3_close (db);
  return g_string_free (dump, FALSE);
}

void
assert_sound (const char *path)
{
  sqlite3 *db = open_raw (path);
  GString *faults = g_string_new (NULL);

  dump_query (db, "PRAGMA integrity_check", faults);
  dump_query (db, "PRAGMA foreign_key_check", faults);
  g_assert_cmpstr (faults->str, ==, "3:ok|\n");
  g_string_free (faults, TRUE);
  sqlite3_close (db);
}

gint64
query_int (const char *path,
           const char *sql)
{
  sqlite3 *db = open_raw (path);
  sqlite3_stmt *query = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &query, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (query), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (query, 0);
  sqlite3_finalize (query);
  sqlite3_close (db);
  return value;
}

void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = open_raw (path);

  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

char *
dump_item (BarnItem *item)
{
  guint n_fields;
  const BarnField *fields = barn_item_get_fields (item, &n_fields);
  GString *dump = g_string_new (barn_kind_to_nick (barn_item_get_kind (item)));

  g_string_append_printf (dump, " %s", barn_item_get_id (item));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *members = NULL;

      g_string_append_printf (dump, "|%s=", fields[i].name);
      switch (fields[i].type)
        {
        case BARN_FIELD_TEXT:
        case BARN_FIELD_REF:
          g_string_append (dump, barn_item_get_text (item, i) != NULL ? barn_item_get_text (item, i) : "(null)");
          break;
        case BARN_FIELD_DAY:
        case BARN_FIELD_INT:
        case BARN_FIELD_BOOL:
        case BARN_FIELD_STATUS:
          g_string_append_printf (dump, "%" G_GINT64_FORMAT, barn_item_get_number (item, i));
          break;
        case BARN_FIELD_REAL:
        case BARN_FIELD_AMOUNT:
          g_string_append_printf (dump, "%.17g", barn_item_get_real (item, i));
          break;
        case BARN_FIELD_SET:
          members = g_strjoinv (",", (char **) barn_item_get_set (item, i));
          g_string_append (dump, members);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  g_string_append_c (dump, '\n');
  return g_string_free (dump, FALSE);
}

static void
dump_list (GListModel *list,
           GString    *dump)
{
  g_string_append_printf (dump, "# %u\n", g_list_model_get_n_items (list));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BarnItem) item = g_list_model_get_item (list, i);
      g_autofree char *line = dump_item (item);

      g_string_append (dump, line);
      for (guint kind = 0; kind < BARN_N_KINDS; kind++)
        {
          if (barn_kind_get_parent (kind) != (int) barn_item_get_kind (item))
            continue;
          dump_list (kind == BARN_KIND_FOLLOW_UP ? barn_activity_get_follow_ups (BARN_ACTIVITY (item))
                                                 : barn_item_get_children (item, kind), dump);
        }
    }
}

char *
dump_model (BarnModel *model)
{
  GString *dump = g_string_new (NULL);
  g_autofree char *organisation = dump_item (BARN_ITEM (barn_model_get_organisation (model)));

  g_string_append (dump, organisation);
  dump_list (barn_model_get_roles (model), dump);
  dump_list (barn_model_get_units (model), dump);
  dump_list (barn_model_get_areas (model), dump);
  dump_list (barn_model_get_year_marks (model), dump);
  dump_list (barn_model_get_saved_views (model), dump);
  dump_list (barn_model_get_plans (model), dump);
  return g_string_free (dump, FALSE);
}
