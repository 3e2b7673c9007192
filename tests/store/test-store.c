/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "barn-sections.h"
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

static BarnModel *
load (BarnStore *store)
{
  g_autoptr (GError) error = NULL;
  BarnModel *model = barn_model_new ();

  barn_store_load (store, model, &error);
  g_assert_no_error (error);
  return model;
}

static void
begin (BarnStore *store)
{
  g_autoptr (GError) error = NULL;

  barn_store_begin (store, &error);
  g_assert_no_error (error);
}

static void
refresh (BarnStore  *store,
         BarnModel  *model,
         GPtrArray **changes)
{
  g_autoptr (GError) error = NULL;

  barn_store_refresh (store, model, changes, &error);
  g_assert_no_error (error);
}

static gint64
undo (BarnStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 number = barn_store_undo (store, 0, "Anna Ek", &error);

  g_assert_no_error (error);
  return number;
}

static gint64
redo (BarnStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 number = barn_store_redo (store, 0, "Anna Ek", &error);

  g_assert_no_error (error);
  return number;
}

static void
init_set (GValue     *value,
          const char *members)
{
  g_value_init (value, G_TYPE_STRV);
  g_value_take_boxed (value, g_strsplit (members, ",", -1));
}

static void
init_text (GValue     *value,
           const char *text)
{
  g_value_init (value, G_TYPE_STRING);
  g_value_set_string (value, text);
}

/* Every field of every kind comes back as it was written, also through another connection */
static void
test_load (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (BarnStore) other = open_store (self->path);
  g_autoptr (BarnModel) model = load (other);
  BarnActivity *activity = BARN_ACTIVITY (barn_model_lookup (model, "a1"));
  g_autofree char *activity_dump = dump_item (BARN_ITEM (activity));
  g_autofree char *follow_up_dump = dump_item (barn_model_lookup (model, "f1"));
  g_autofree char *section_dump = dump_item (barn_model_lookup (model, "x1"));
  g_autofree char *area_dump = dump_item (barn_model_lookup (model, "o1"));
  g_autofree char *expected = NULL;

  expected = g_strdup_printf ("activity a1|plan=p2|title=Fråga barnen|description=Två gånger om året|unit=u1|responsible=Enhetschefen|"
                              "start-on=%u|due-on=%u|first-due-on=%u|roles=r1,r2|shifts=s1|articles=12|position=1|raised=0|origin=(null)\n",
                              barn_day_new (2026, 1, 15), barn_day_new (2026, 6, 30), barn_day_new (2026, 5, 31));
  g_assert_cmpstr (activity_dump, ==, expected);
  g_free (expected);
  expected = g_strdup_printf ("follow_up f1|activity=a1|day=%u|status=1|comment=Frågorna är skrivna.|effect=Inget än.|author=Anna Ek|made-at=1000|occasion=(null)|unchanged=0\n",
                              barn_day_new (2026, 3, 1));
  g_assert_cmpstr (follow_up_dump, ==, expected);
  g_assert_cmpstr (section_dump, ==, "section_text x1|plan=p2|section=strengths|article=12|body=Vi frågar.|ready=1\n");
  g_assert_cmpstr (area_dump, ==, "area o1|year=2025|title=Barnets röst|expected-result=Fler svar|status=1|comment=På väg|position=1\n");

  g_assert_cmpuint (g_list_model_get_n_items (barn_activity_get_follow_ups (activity)), ==, 2);
  g_assert_cmpstr (barn_organisation_get_municipality (barn_model_get_organisation (model)), ==, "Ånäs");
  g_assert_cmpstr (barn_long_term_get_activity (BARN_LONG_TERM (barn_model_lookup (model, "l1"))), ==, "a2");
  g_assert_null (barn_item_get_text (barn_model_lookup (model, "a2"), BARN_ACTIVITY_UNIT));
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_plans (model)), ==, 2);
}

static void
test_connection_is_hardened (Fixture       *self,
                             gconstpointer  data)
{
  static const struct { const char *sql; gint64 value; } wanted[] = {
    { "PRAGMA foreign_keys", 1 }, { "PRAGMA trusted_schema", 0 }, { "PRAGMA cell_size_check", 1 }, { "PRAGMA mmap_size", 0 },
    { "PRAGMA synchronous", 3 }, { "PRAGMA busy_timeout", 5000 }, { "PRAGMA application_id", BARN_STORE_APPLICATION_ID },
    { "PRAGMA user_version", BARN_STORE_VERSION },
  };
  g_autoptr (GError) error = NULL;
  int on = -1;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      gint64 value = -1;

      g_assert_true (barn_store_get_int (self->store, wanted[i].sql, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, wanted[i].value);
    }
  sqlite3_db_config (self->store->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
  g_assert_cmpint (on, ==, 1);
  g_assert_false (barn_store_exec (self->store, "SELECT \"no such column\"", NULL));
}

/* Undo and redo bring back each table as it was, whatever the kind of change */
static void
test_undo_and_redo (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *filled = dump_file (self->path);
  g_autofree char *changed = NULL;
  g_autofree char *now = NULL;
  g_autofree char *empty = NULL;

  g_assert_cmpint (set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "Fråga fler barn"), ==, 2);
  g_assert_cmpint (delete_one (self->store, BARN_KIND_ACTIVITY, "a2"), ==, 3);
  changed = dump_file (self->path);
  g_assert_cmpstr (changed, !=, filled);
  g_assert_cmpint (barn_change_get_number (barn_store_get_undo (self->store)), ==, 3);
  g_assert_null (barn_store_get_redo (self->store));

  g_assert_cmpint (undo (self->store), ==, 4);
  g_assert_cmpint (undo (self->store), ==, 5);
  now = dump_file (self->path);
  g_assert_cmpstr (now, ==, filled);
  g_assert_cmpint (barn_change_get_number (barn_store_get_undo (self->store)), ==, 1);
  g_assert_cmpint (barn_change_get_number (barn_store_get_redo (self->store)), ==, 2);

  /* The log only grows; what can be undone follows from it when the file is opened again */
  g_clear_object (&self->store);
  self->store = open_store (self->path);
  g_assert_cmpint (barn_change_get_number (barn_store_get_redo (self->store)), ==, 2);
  redo (self->store);
  redo (self->store);
  g_free (now);
  now = dump_file (self->path);
  g_assert_cmpstr (now, ==, changed);
  g_assert_null (barn_store_get_redo (self->store));

  undo (self->store);
  undo (self->store);
  undo (self->store);
  empty = dump_file (self->path);
  g_assert_null (strstr (empty, "3:"));
  g_assert_null (barn_store_get_undo (self->store));
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM change"), ==, 10);
}

static void
test_nothing_to_undo (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (barn_store_redo (self->store, 0, "", &error), ==, -1);
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  undo (self->store);
  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), ==, -1);
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOTHING);
}

static void
test_new_change_ends_redo (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "Ett");
  undo (self->store);
  g_assert_nonnull (barn_store_get_redo (self->store));
  set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "Två");
  g_assert_null (barn_store_get_redo (self->store));
  g_assert_cmpint (barn_store_redo (self->store, 0, "", &error), ==, -1);
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOTHING);
}

static void
type_title (BarnStore  *store,
            const char *title,
            const char *run)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  BarnChangeInfo info = { .action = "activity-title", .author = "Anna Ek", .subject = title, .run = run };

  init_text (&value, title);
  begin (store);
  barn_store_set (store, BARN_KIND_ACTIVITY, "a1", "title", NULL, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (barn_store_commit (store, &info, &error), >, 0);
  g_assert_no_error (error);
}

/* What was typed in one sitting is undone and redone as one, also by another connection */
static void
test_runs (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *filled = dump_file (self->path);
  g_autofree char *typed = NULL;
  g_autofree char *now = NULL;
  g_autoptr (BarnStore) other = NULL;

  type_title (self->store, "F", "sitting-1");
  type_title (self->store, "Fr", "sitting-1");
  type_title (self->store, "Frå", "sitting-1");
  typed = dump_file (self->path);
  type_title (self->store, "Fråga", "sitting-2");
  g_assert_cmpint (undo (self->store), ==, 6);
  now = dump_file (self->path);
  g_assert_cmpstr (now, ==, typed);
  g_assert_cmpint (barn_change_get_number (barn_store_get_undo (self->store)), ==, 4);

  other = open_store (self->path);
  g_assert_cmpint (undo (other), ==, 9);
  g_free (now);
  now = dump_file (self->path);
  g_assert_cmpstr (now, ==, filled);
  g_assert_cmpint (barn_change_get_number (barn_store_get_undo (other)), ==, 1);

  g_assert_cmpint (redo (self->store), ==, 12);
  g_free (now);
  now = dump_file (self->path);
  g_assert_cmpstr (now, ==, typed);
}

static void
test_empty_change_is_not_logged (Fixture       *self,
                                 gconstpointer  data)
{
  g_assert_cmpint (set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "Fråga barnen"), ==, 0);
  begin (self->store);
  g_assert_cmpint (commit_as (self->store, "activity-title"), ==, 0);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM change"), ==, 1);
}

static void
test_rollback (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *before = dump_file (self->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  begin (self->store);
  g_assert_true (barn_store_delete (self->store, BARN_KIND_PLAN, "p2", &error));
  barn_store_rollback (self->store);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* A failure in the middle takes back what the change did before it */
static void
test_failure_rolls_back (Fixture       *self,
                         gconstpointer  data)
{
  g_autofree char *before = dump_file (self->path);
  g_autofree char *after = NULL;
  g_autoptr (BarnItem) role = make_item (BARN_KIND_ROLE, "r3", "name=Politiker", NULL);
  g_autoptr (GError) error = NULL;

  begin (self->store);
  g_assert_true (barn_store_insert (self->store, role, &error));
  g_assert_false (barn_store_delete (self->store, BARN_KIND_ROLE, "r1", &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);

  /* And the next change can begin */
  set_text_one (self->store, BARN_KIND_ROLE, "r1", "name", "Chef");
}

static void
assert_refused (BarnStore  *store,
                BarnItem   *item,
                const char *words)
{
  g_autoptr (BarnItem) owned = item;
  g_autoptr (GError) error = NULL;

  begin (store);
  g_assert_false (barn_store_insert (store, owned, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE);
  if (words != NULL && strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
}

static void
test_rules (Fixture       *self,
            gconstpointer  data)
{
  BarnStore *store = self->store;

  assert_refused (store, make_item (BARN_KIND_PLAN, "p9", "year=2026", NULL), "There is a plan for that year already");
  assert_refused (store, make_item (BARN_KIND_PLAN, "p9", "year=20260", NULL), NULL);
  assert_refused (store, make_item (BARN_KIND_PLAN, "p1", "year=2031", NULL), "already");
  assert_refused (store, make_item (BARN_KIND_ACTIVITY, "a9", "plan=p9", "title=X", NULL), "used elsewhere");
  assert_refused (store, make_item (BARN_KIND_ACTIVITY, "a9", "title=X", NULL), NULL);
  assert_refused (store, make_item (BARN_KIND_ACTIVITY, "a9", "plan=p2", NULL), NULL);
  assert_refused (store, make_item (BARN_KIND_ACTIVITY, "a9", "plan=p2", "title=X", "roles=r9", NULL), "used elsewhere");
  assert_refused (store, make_item (BARN_KIND_ACTIVITY, "a9", "plan=p2", "title=X", "articles=55", NULL), NULL);
  assert_refused (store, make_item (BARN_KIND_ACTIVITY, "a9", "plan=p2", "title=X", "articles=tolv", NULL), NULL);
  assert_refused (store, make_item (BARN_KIND_FOLLOW_UP, "f9", "activity=a1", "status=done", NULL), NULL);
  assert_refused (store, make_item (BARN_KIND_PLAN_TEXT, "t9", "plan=p2", "section=other", NULL), NULL);
  assert_refused (store, make_item (BARN_KIND_SECTION_TEXT, "x9", "plan=p2", "section=strengths", "article=12", NULL), "already");
  assert_refused (store, make_item (BARN_KIND_SECTION_TEXT, "x9", "plan=p2", "section=strengths", "article=55", NULL), NULL);
  assert_refused (store, make_item (BARN_KIND_ORGANISATION, "another", "name=X", NULL), NULL);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM change"), ==, 1);
}

/* All kinds of sections that the program knows can be stored */
static void
test_sections (Fixture       *self,
               gconstpointer  data)
{
  guint n_sections;
  const BarnSection *sections = barn_sections_get (BARN_PAPER_BARNBOKSLUT, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *section = g_strdup_printf ("section=%s", sections[i].id);

      g_assert_cmpint (insert_one (self->store, make_item (BARN_KIND_SECTION_TEXT, NULL, "plan=p1", section, NULL)), >, 0);
    }
}

static void
test_delete_activity (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *before = dump_file (self->path);
  g_autofree char *after = NULL;

  delete_one (self->store, BARN_KIND_ACTIVITY, "a1");
  delete_one (self->store, BARN_KIND_ACTIVITY, "a2");
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM follow_up"), ==, 0);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM activity_role"), ==, 0);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM long_term WHERE activity IS NULL"), ==, 1);
  undo (self->store);
  undo (self->store);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_delete_plan (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *before = dump_file (self->path);
  g_autofree char *after = NULL;

  /* The long-term item of the other plan stays, and leads nowhere */
  delete_one (self->store, BARN_KIND_PLAN, "p2");
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM activity"), ==, 1);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM shift_article"), ==, 0);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM section_text"), ==, 0);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM long_term WHERE activity IS NULL"), ==, 1);
  assert_sound (self->path);
  undo (self->store);
  after = dump_file (self->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_delete_role_and_unit (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GValue) none = G_VALUE_INIT;

  begin (self->store);
  g_assert_false (barn_store_delete (self->store, BARN_KIND_UNIT, "u1", &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE);
  g_clear_error (&error);

  /* In one change with the links it can be done */
  g_value_init (&none, G_TYPE_STRV);
  begin (self->store);
  g_assert_true (barn_store_set (self->store, BARN_KIND_ACTIVITY, "a1", "roles", NULL, &none, &error));
  g_assert_true (barn_store_set (self->store, BARN_KIND_ACTIVITY, "a2", "roles", NULL, &none, &error));
  g_assert_true (barn_store_delete (self->store, BARN_KIND_ROLE, "r1", &error));
  g_assert_no_error (error);
  g_assert_cmpint (commit_as (self->store, "role-delete"), ==, 2);
  undo (self->store);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM activity_role"), ==, 3);
}

/* Writing is refused where another stands than was expected */
static void
test_conflicts (Fixture       *self,
                gconstpointer  data)
{
  g_auto (GValue) expected = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) roles = G_VALUE_INIT;
  g_auto (GValue) new_roles = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  BarnStore *store = self->store;

  init_text (&expected, "Fråga barnen");
  init_text (&value, "Fråga oftare");
  begin (store);
  g_assert_true (barn_store_set (store, BARN_KIND_ACTIVITY, "a1", "title", &expected, &value, &error));
  commit_as (store, "activity-title");

  begin (store);
  g_assert_false (barn_store_set (store, BARN_KIND_ACTIVITY, "a1", "title", &expected, &value, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  init_set (&roles, "r2");
  init_set (&new_roles, "r1");
  begin (store);
  g_assert_false (barn_store_set (store, BARN_KIND_ACTIVITY, "a1", "roles", &roles, &new_roles, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_value_take_boxed (&roles, g_strsplit ("r2,r1", ",", -1));
  begin (store);
  g_assert_true (barn_store_set (store, BARN_KIND_ACTIVITY, "a1", "roles", &roles, &new_roles, &error));
  commit_as (store, "activity-roles");

  /* What is gone can be neither set nor deleted */
  delete_one (store, BARN_KIND_ACTIVITY, "a1");
  begin (store);
  g_assert_false (barn_store_set (store, BARN_KIND_ACTIVITY, "a1", "title", NULL, &value, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  begin (store);
  g_assert_false (barn_store_set (store, BARN_KIND_ACTIVITY, "a1", "roles", NULL, &new_roles, &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  begin (store);
  g_assert_false (barn_store_delete (store, BARN_KIND_ACTIVITY, "a1", &error));
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT);
}

/* Composed or decomposed, a text is the same */
static void
test_text_is_nfc (Fixture       *self,
                  gconstpointer  data)
{
  g_auto (GValue) expected = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  init_text (&expected, "Fra\xcc\x8aga barnen");
  init_text (&value, "A\xcc\x8atta");
  begin (self->store);
  g_assert_true (barn_store_set (self->store, BARN_KIND_ACTIVITY, "a1", "title", &expected, &value, &error));
  g_assert_no_error (error);
  commit_as (self->store, "activity-title");
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM activity WHERE title = 'Åtta'"), ==, 1);
}

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

/* What another connection does comes into living items: in place, with the smallest items-changed */
static void
test_refresh (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (BarnStore) other = open_store (self->path);
  g_autoptr (BarnModel) model = load (self->store);
  g_autoptr (BarnModel) fresh = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *refreshed = NULL;
  g_autofree char *loaded = NULL;
  BarnPlan *plan = BARN_PLAN (barn_model_lookup (model, "p2"));
  BarnItem *activity = barn_model_lookup (model, "a1");

  g_signal_connect (barn_plan_get_activities (plan), "items-changed", G_CALLBACK (on_items_changed), log);
  refresh (self->store, model, &changes);
  g_assert_cmpuint (changes->len, ==, 0);
  g_clear_pointer (&changes, g_ptr_array_unref);

  set_text_one (other, BARN_KIND_ACTIVITY, "a1", "title", "Fråga alla");
  insert_one (other, make_item (BARN_KIND_ACTIVITY, "a4", "plan=p2", "title=Ny", "roles=r1", "position=3", NULL));
  insert_one (other, make_item (BARN_KIND_FOLLOW_UP, "f4", "activity=a4", "day=2026-02-02", "status=paused", "made-at=1", NULL));
  delete_one (other, BARN_KIND_ACTIVITY, "a2");
  set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "description", "Egen ändring");

  refresh (self->store, model, &changes);
  g_assert_cmpuint (changes->len, ==, 5);
  g_assert_cmpint (barn_change_get_number (g_ptr_array_index (changes, 0)), ==, 2);
  g_assert_true (barn_model_lookup (model, "a1") == activity);
  g_assert_cmpstr (barn_activity_get_title (BARN_ACTIVITY (activity)), ==, "Fråga alla");
  g_assert_cmpstr (barn_activity_get_description (BARN_ACTIVITY (activity)), ==, "Egen ändring");
  g_assert_cmpstr (log->str, ==, "2-0+1 1-1+0 ");
  g_assert_null (barn_model_lookup (model, "a2"));
  g_assert_cmpint (barn_change_get_number (barn_store_get_undo (self->store)), ==, 6);

  fresh = load (other);
  refreshed = dump_model (model);
  loaded = dump_model (fresh);
  g_assert_cmpstr (refreshed, ==, loaded);

  /* Undoing it is taken in as well */
  undo (other);
  undo (other);
  refresh (self->store, model, NULL);
  g_assert_nonnull (barn_model_lookup (model, "a2"));
  g_assert_cmpstr (barn_activity_get_description (BARN_ACTIVITY (activity)), ==, "Två gånger om året");
}

static void
test_undo_expects (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (BarnStore) other = open_store (self->path);
  g_autoptr (GError) error = NULL;
  gint64 number = set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "Mitt");

  set_text_one (other, BARN_KIND_ACTIVITY, "a2", "title", "Ditt");
  g_assert_cmpint (barn_store_undo (self->store, number, "Anna Ek", &error), ==, -1);
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM activity WHERE title IN ('Mitt', 'Ditt')"), ==, 2);

  number = barn_change_get_number (barn_store_get_undo (self->store));
  g_assert_cmpint (number, ==, 3);
  g_assert_cmpint (barn_store_undo (self->store, number, "Anna Ek", &error), ==, 4);
  g_assert_no_error (error);
}

/* A row that was changed past the log is not overwritten by undo */
static void
test_undo_of_foreign_row (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "Mitt");
  run_sql (self->path, "UPDATE activity SET title = 'Förbi loggen' WHERE id = 'a1'");
  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), ==, -1);
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM activity WHERE title = 'Förbi loggen'"), ==, 1);
}

/* A log that is torn is told, not followed */
static void
test_torn_log (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;

  run_sql (self->path, "UPDATE change SET changeset = x'5401'");
  g_assert_cmpint (barn_store_undo (self->store, 0, "", &error), ==, -1);
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  history = barn_store_list_history (self->store, "a1", 0, &error);
  g_assert_null (history);
  g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED);
}

static void
test_list_changes (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) of_activity = NULL;
  g_autoptr (GError) error = NULL;
  BarnChangeInfo info = { .action = "follow-up-add", .subject = "Fråga barnen", .value = "done", .author = "Bo Ek", .moment = 1234567 };
  g_autoptr (BarnItem) follow_up = make_item (BARN_KIND_FOLLOW_UP, "f3", "activity=a1", "day=2026-07-01", "status=done", "made-at=1", NULL);
  BarnChange *change;

  begin (self->store);
  g_assert_true (barn_store_insert (self->store, follow_up, &error));
  g_assert_cmpint (barn_store_commit (self->store, &info, &error), ==, 2);
  set_text_one (self->store, BARN_KIND_ACTIVITY, "a2", "title", "Annat");
  set_text_one (self->store, BARN_KIND_FOLLOW_UP, "f3", "comment", "Mer");
  undo (self->store);

  all = barn_store_list_changes (self->store, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 5);
  of_activity = barn_store_list_changes (self->store, "a1", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_activity->len, ==, 4);

  change = g_ptr_array_index (of_activity, 0);
  g_assert_cmpint (barn_change_get_change_type (change), ==, BARN_CHANGE_UNDO);
  g_assert_cmpint (barn_change_get_of (change), ==, 4);
  change = g_ptr_array_index (of_activity, 2);
  g_assert_cmpint (barn_change_get_number (change), ==, 2);
  g_assert_cmpint (barn_change_get_moment (change), ==, 1234567);
  g_assert_cmpstr (barn_change_get_author (change), ==, "Bo Ek");
  g_assert_cmpstr (barn_change_get_action (change), ==, "follow-up-add");
  g_assert_cmpstr (barn_change_get_subject (change), ==, "Fråga barnen");
  g_assert_cmpstr (barn_change_get_value (change), ==, "done");

  g_clear_pointer (&all, g_ptr_array_unref);
  all = barn_store_list_changes (self->store, NULL, 2, &error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (barn_change_get_number (g_ptr_array_index (all, 0)), ==, 5);
}

static char *
dump_history (BarnStore  *store,
              const char *item,
              guint       limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = barn_store_list_history (store, item, limit, &error);
  GString *dump = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      BarnFieldChange *line = g_ptr_array_index (lines, i);

      g_string_append_printf (dump, "%" G_GINT64_FORMAT " %s %s %s: %s → %s\n", barn_change_get_number (line->change),
                              barn_kind_to_nick (line->kind), line->item, line->field, line->before, line->after);
    }
  return g_string_free (dump, FALSE);
}

/* Each field's history, of the item and of its parts, also when they are gone since */
static void
test_history (Fixture       *self,
              gconstpointer  data)
{
  g_auto (GValue) roles = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *history = NULL;
  g_autofree char *of_other = NULL;
  g_autofree char *short_history = NULL;
  BarnStore *store = self->store;

  set_text_one (store, BARN_KIND_ACTIVITY, "a1", "title", "Fråga alla");
  init_set (&roles, "r1");
  begin (store);
  g_assert_true (barn_store_set (store, BARN_KIND_ACTIVITY, "a1", "roles", NULL, &roles, &error));
  commit_as (store, "activity-roles");
  set_text_one (store, BARN_KIND_FOLLOW_UP, "f2", "comment", "Helt klart.");
  undo (store);
  delete_one (store, BARN_KIND_FOLLOW_UP, "f2");
  set_text_one (store, BARN_KIND_ACTIVITY, "a2", "title", "Annat");

  history = dump_history (store, "a1", 0);
  g_assert_cmpstr (history, ==,
                   "6 follow_up f2 (null): Klart. → (null)\n"
                   "5 follow_up f2 comment: Helt klart. → Klart.\n"
                   "4 follow_up f2 comment: Klart. → Helt klart.\n"
                   "3 activity a1 roles: r2 → (null)\n"
                   "2 activity a1 title: Fråga barnen → Fråga alla\n"
                   "1 activity a1 (null): (null) → Fråga barnen\n"
                   "1 follow_up f1 (null): (null) → Frågorna är skrivna.\n"
                   "1 follow_up f2 (null): (null) → Klart.\n");
  of_other = dump_history (store, "a2", 0);
  g_assert_cmpstr (of_other, ==,
                   "7 activity a2 title: Utbilda alla → Annat\n"
                   "1 activity a2 (null): (null) → Utbilda alla\n");
  short_history = dump_history (store, NULL, 2);
  g_assert_cmpstr (short_history, ==,
                   "7 activity a2 title: Utbilda alla → Annat\n"
                   "6 follow_up f2 (null): Klart. → (null)\n");
}

/* A trigger that somebody put into a file is not run */
static void
test_triggers_do_not_run (Fixture       *self,
                          gconstpointer  data)
{
  run_sql (self->path, "CREATE TRIGGER t AFTER UPDATE ON activity BEGIN DELETE FROM measure; END");
  g_clear_object (&self->store);
  self->store = open_store (self->path);
  set_text_one (self->store, BARN_KIND_ACTIVITY, "a1", "title", "Annat");
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM measure"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  init_tests (&argc, &argv);

#define ADD(path, function) g_test_add ("/store/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("load", test_load);
  ADD ("hardened", test_connection_is_hardened);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("nothing-to-undo", test_nothing_to_undo);
  ADD ("new-change-ends-redo", test_new_change_ends_redo);
  ADD ("runs", test_runs);
  ADD ("empty-change", test_empty_change_is_not_logged);
  ADD ("rollback", test_rollback);
  ADD ("failure-rolls-back", test_failure_rolls_back);
  ADD ("rules", test_rules);
  ADD ("sections", test_sections);
  ADD ("delete-activity", test_delete_activity);
  ADD ("delete-plan", test_delete_plan);
  ADD ("delete-role-and-unit", test_delete_role_and_unit);
  ADD ("conflicts", test_conflicts);
  ADD ("text-is-nfc", test_text_is_nfc);
  ADD ("refresh", test_refresh);
  ADD ("undo-expects", test_undo_expects);
  ADD ("undo-of-foreign-row", test_undo_of_foreign_row);
  ADD ("torn-log", test_torn_log);
  ADD ("list-changes", test_list_changes);
  ADD ("history", test_history);
  ADD ("triggers-do-not-run", test_triggers_do_not_run);
#undef ADD

  return run_tests ();
}
