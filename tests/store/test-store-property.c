/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "barn-sections.h"
#include "store-fixture.h"

#include "barn-store-private.h"

/* Random changes of every kind: undone to the start they equal the start, redone they equal the end, and living items that were refreshed
   equal those that are loaded anew. The seed is printed; --seed=… repeats a run. */

#define N_CHANGES 240
#define N_BETWEEN_LOADS 10

typedef struct
{
  Folder *folder;
  char *path;
  BarnStore *store;
  BarnModel *model;
  guint n_made;
  guint n_refused;
  guint n_undone;
} Run;

static const char *const words[] = {
  "barn", "åtgärd", "Ända", "fråga", "öppna\nrader", "x", "Nämnden", "två gånger", "☺", "' OR 1 = 1 --", "fra\xcc\x8aga", "",
};

static const char *
pick_word (void)
{
  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

/* Some row of a kind; NULL where there is none */
static BarnItem *
pick_item (Run      *run,
           BarnKind  kind)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  barn_store_read_all (run->store, items, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      if (barn_item_get_kind (g_ptr_array_index (items, i)) == kind)
        g_ptr_array_add (fitting, g_ptr_array_index (items, i));
    }
  if (fitting->len == 0)
    return NULL;
  return g_object_ref (g_ptr_array_index (fitting, g_test_rand_int_range (0, fitting->len)));
}

static char *
pick_id (Run        *run,
         const char *field)
{
  /* A reference is named after the kind it leads to, a set after several; the activity that another continues is its origin */
  g_autofree char *name = g_str_equal (field, "origin") ? g_strdup ("activity") : g_strdup (field);
  g_autoptr (BarnItem) item = NULL;
  BarnKind kind;

  if (g_str_has_suffix (name, "s") && !barn_kind_from_nick (name, &kind))
    name[strlen (name) - 1] = '\0';
  g_assert_true (barn_kind_from_nick (name, &kind));
  item = pick_item (run, kind);
  return g_strdup (item != NULL ? barn_item_get_id (item) : "");
}

/* The words that a CHECK of the schema allows in a column; NULL: any */
static GStrv
list_words (Run        *run,
            BarnKind    kind,
            const char *field)
{
  g_autofree char *column = g_strdelimit (g_strdup (field), "-", '_');
  g_autofree char *pattern = g_strdup_printf ("\\b%s TEXT NOT NULL CHECK \\(%s IN \\('([^)]*)'\\)\\)", column, column);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *allowed = NULL;
  sqlite3_stmt *query = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (run->store->db, "SELECT sql FROM sqlite_schema WHERE name = ?1", -1, &query, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (query, 1, barn_kind_to_nick (kind), -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (query), ==, SQLITE_ROW);
  if (g_regex_match (regex, (const char *) sqlite3_column_text (query, 0), 0, &info))
    allowed = g_match_info_fetch (info, 1);
  g_clear_pointer (&info, g_match_info_unref);
  sqlite3_finalize (query);
  return allowed != NULL ? g_strsplit (allowed, "', '", -1) : NULL;
}

static char *
make_text (Run        *run,
           BarnItem   *item,
           const char *field)
{
  g_auto (GStrv) words_allowed = list_words (run, barn_item_get_kind (item), field);
  guint n_sections;
  const BarnSection *sections = barn_sections_get (BARN_PAPER_BARNBOKSLUT, &n_sections);

  if (words_allowed != NULL)
    return g_strdup (words_allowed[g_test_rand_int_range (0, g_strv_length (words_allowed))]);
  if (g_str_equal (field, "section"))
    return g_strdup (sections[g_test_rand_int_range (0, n_sections)].id);
  return g_strdup_printf ("%s %s", pick_word (), pick_word ());
}

static char *
make_number (const char *field)
{
  if (g_str_equal (field, "year"))
    return g_strdup_printf ("%d", g_test_rand_int_range (2000, 2012));
  if (g_str_equal (field, "article"))
    return g_strdup_printf ("%d", g_test_rand_int_range (0, 55));
  return g_strdup_printf ("%d", g_test_rand_int_range (0, 1000));
}

static char *
make_members (Run        *run,
              const char *field)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  guint n = g_test_rand_int_range (0, 4);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *member = NULL;

      member = g_str_equal (field, "articles") ? g_strdup_printf ("%d", g_test_rand_int_range (1, 55)) : pick_id (run, field);
      if (*member != '\0')
        g_ptr_array_add (members, g_steal_pointer (&member));
    }
  g_ptr_array_add (members, NULL);
  return g_strjoinv (",", (char **) members->pdata);
}

/* Gives a field some value that may stand there, and now and then one that may not */
static void
change_field (Run      *run,
              BarnItem *item,
              guint     field)
{
  const BarnField *description = &barn_store_get_fields (barn_item_get_kind (item), NULL)[field];
  g_autofree char *text = NULL;

  switch (description->type)
    {
    case BARN_FIELD_TEXT:
      text = make_text (run, item, description->name);
      break;
    case BARN_FIELD_REF:
      text = g_test_rand_int_range (0, 5) == 0 ? g_strdup ("") : pick_id (run, description->name);
      break;
    case BARN_FIELD_DAY:
      text = g_test_rand_int_range (0, 5) == 0 ? g_strdup ("")
                                               : g_strdup_printf ("2026-%02d-%02d", g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
      break;
    case BARN_FIELD_INT:
      text = make_number (description->name);
      break;
    case BARN_FIELD_BOOL:
      text = g_strdup_printf ("%d", g_test_rand_int_range (0, 2));
      break;
    case BARN_FIELD_AMOUNT:
      text = g_test_rand_bit () ? g_strdup ("nan") : g_strdup_printf ("%d.25", g_test_rand_int_range (0, 100));
      break;
    case BARN_FIELD_REAL:
      text = g_strdup_printf ("%d.5", g_test_rand_int_range (0, 100));
      break;
    case BARN_FIELD_STATUS:
      text = g_strdup (barn_status_to_nick (g_test_rand_int_range (0, BARN_N_STATUSES)));
      break;
    case BARN_FIELD_SET:
      text = make_members (run, description->name);
      break;
    default:
      g_assert_not_reached ();
    }
  set_from_text (item, field, text);
}

static BarnItem *
make_random_item (Run      *run,
                  BarnKind  kind)
{
  g_autofree char *id = NULL;
  BarnItem *item;
  guint n_fields;

  id = kind == BARN_KIND_ORGANISATION ? g_strdup (BARN_ORGANISATION_ID) : g_strdup_printf ("%s-%u", barn_kind_to_nick (kind), run->n_made++);
  item = barn_item_new (kind, id);
  barn_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    change_field (run, item, i);
  return item;
}

/* With the file that some keep */
static gboolean
insert_item (Run       *run,
             BarnItem  *item,
             GError   **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *word = pick_word ();

  if (!barn_store_insert (run->store, item, error))
    return FALSE;
  if (barn_store_get_table (barn_item_get_kind (item))->copies == NULL)
    return TRUE;
  bytes = g_bytes_new (word, strlen (word));
  return barn_store_keep_copy (run->store, barn_item_get_id (item), bytes, pick_word (), error);
}

static gboolean
set_random_field (Run       *run,
                  BarnItem  *item,
                  GError   **error)
{
  g_auto (GValue) before = G_VALUE_INIT;
  g_auto (GValue) after = G_VALUE_INIT;
  const BarnField *fields;
  guint n_fields, field;

  fields = barn_item_get_fields (item, &n_fields);
  field = g_test_rand_int_range (0, n_fields);
  barn_item_get_value (item, field, &before);
  change_field (run, item, field);
  barn_item_get_value (item, field, &after);
  return barn_store_set (run->store, barn_item_get_kind (item), barn_item_get_id (item), fields[field].name,
                         g_test_rand_bit () ? &before : NULL, &after, error);
}

static gboolean
do_something (Run     *run,
              GError **error)
{
  BarnKind kind = g_test_rand_int_range (0, BARN_N_KINDS);
  int what = g_test_rand_int_range (0, 10);
  g_autoptr (BarnItem) item = NULL;

  if (what >= 4)
    item = pick_item (run, kind);
  if (item == NULL)
    {
      item = make_random_item (run, kind);
      return insert_item (run, item, error);
    }
  return what < 9 ? set_random_field (run, item, error)
                  : barn_store_delete (run->store, kind, barn_item_get_id (item), error);
}

/* One change of one to four steps. FALSE: it was refused as a whole, or nothing became another */
static gboolean
change_something (Run *run)
{
  static const char *const runs[] = { NULL, NULL, "one", "two" };
  BarnChangeInfo info = { .action = "activities-edit", .author = "slumpen", .run = runs[g_test_rand_int_range (0, G_N_ELEMENTS (runs))] };
  g_autoptr (GError) error = NULL;
  guint n = g_test_rand_int_range (1, 5);
  gint64 number;

  barn_store_begin (run->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      if (!do_something (run, &error))
        {
          g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE);
          run->n_refused++;
          return FALSE;
        }
    }
  number = barn_store_commit (run->store, &info, &error);
  g_assert_no_error (error);
  g_assert_cmpint (number, >=, 0);
  return number > 0;
}

static void
assert_model_is_fresh (Run *run)
{
  g_autoptr (BarnModel) loaded = barn_model_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *refreshed_dump = NULL;
  g_autofree char *loaded_dump = NULL;
  g_autoptr (BarnStore) other = open_store (run->path);

  barn_store_refresh (run->store, run->model, NULL, &error);
  g_assert_no_error (error);
  barn_store_load (other, loaded, &error);
  g_assert_no_error (error);
  refreshed_dump = dump_model (run->model);
  loaded_dump = dump_model (loaded);
  g_assert_cmpstr (refreshed_dump, ==, loaded_dump);
}

static void
undo_to_start (Run        *run,
               const char *start)
{
  g_autofree char *dump = NULL;

  while (barn_store_get_undo (run->store) != NULL)
    {
      g_autoptr (GError) error = NULL;

      barn_store_undo (run->store, 0, "slumpen", &error);
      g_assert_no_error (error);
      assert_sound (run->path);
      run->n_undone++;
    }
  dump = dump_file (run->path);
  g_assert_cmpstr (dump, ==, start);
}

static void
redo_to_end (Run        *run,
             const char *end)
{
  g_autofree char *dump = NULL;

  while (barn_store_get_redo (run->store) != NULL)
    {
      g_autoptr (GError) error = NULL;

      barn_store_redo (run->store, 0, "slumpen", &error);
      g_assert_no_error (error);
      assert_sound (run->path);
    }
  dump = dump_file (run->path);
  g_assert_cmpstr (dump, ==, end);
}

/* Now and then a step back and forth between: each leads exactly to where one was */
static void
step_back_and_forth (Run *run)
{
  g_autofree char *before = dump_file (run->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  if (barn_store_get_undo (run->store) == NULL)
    return;
  barn_store_undo (run->store, 0, "slumpen", &error);
  g_assert_no_error (error);
  if (g_test_rand_bit ())
    return;
  barn_store_redo (run->store, 0, "slumpen", &error);
  g_assert_no_error (error);
  after = dump_file (run->path);
  g_assert_cmpstr (after, ==, before);
}

static void
run_start (Run *run)
{
  run->folder = folder_new ();
  run->path = folder_path (run->folder, "plan.barnratt");
  run->store = create_store (run->path);
  run->model = barn_model_new ();
}

static void
run_end (Run *run)
{
  g_object_unref (run->model);
  g_object_unref (run->store);
  g_free (run->path);
  folder_free (run->folder);
}

static void
test_random_changes (void)
{
  Run run = { 0, };
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autoptr (GError) error = NULL;
  guint n_done = 0;

  run_start (&run);
  start = dump_file (run.path);
  fill_store (run.store);
  barn_store_load (run.store, run.model, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < N_CHANGES; i++)
    {
      n_done += change_something (&run);
      assert_sound (run.path);
      if (g_test_rand_int_range (0, 8) == 0)
        step_back_and_forth (&run);
      if (i % N_BETWEEN_LOADS == 0)
        assert_model_is_fresh (&run);
    }
  /* Undone ones may be on the other stack: the last change ends that */
  insert_one (run.store, make_item (BARN_KIND_ROLE, "the-last", "name=Sist", NULL));
  g_test_message ("%u changes done, %u refused", n_done, run.n_refused);
  g_assert_cmpuint (n_done, >, N_CHANGES / 4);
  end = dump_file (run.path);

  undo_to_start (&run, start);
  assert_model_is_fresh (&run);

  /* As if it were tomorrow */
  g_clear_object (&run.store);
  run.store = open_store (run.path);
  g_clear_object (&run.model);
  run.model = barn_model_new ();
  barn_store_load (run.store, run.model, &error);
  g_assert_no_error (error);
  redo_to_end (&run, end);
  assert_model_is_fresh (&run);
  undo_to_start (&run, start);

  barn_store_verify (run.store, NULL, &error);
  g_assert_no_error (error);
  run_end (&run);
}

/* A row of @kind that the schema takes: chance may need several tries */
static void
insert_some (Run      *run,
             BarnKind  kind)
{
  for (guint i = 0; i < 100; i++)
    {
      BarnChangeInfo info = { .action = "activities-edit", .author = "slumpen" };
      g_autoptr (BarnItem) item = make_random_item (run, kind);
      g_autoptr (GError) error = NULL;

      barn_store_begin (run->store, &error);
      g_assert_no_error (error);
      if (!insert_item (run, item, &error))
        {
          g_assert_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE);
          continue;
        }
      g_assert_cmpint (barn_store_commit (run->store, &info, &error), >, 0);
      return;
    }
  g_error ("no %s was taken", barn_kind_to_nick (kind));
}

/* Whatever chance did above: each kind was added, lives, was deleted, and came back */
static void
test_every_kind (void)
{
  Run run = { 0, };
  g_autofree char *start = NULL;
  g_autofree char *full = NULL;
  g_autofree char *end = NULL;
  g_autoptr (GError) error = NULL;

  run_start (&run);
  barn_store_load (run.store, run.model, &error);
  g_assert_no_error (error);
  start = dump_file (run.path);

  for (guint kind = 0; kind < BARN_N_KINDS; kind++)
    {
      insert_some (&run, kind);
      assert_model_is_fresh (&run);
    }
  full = dump_file (run.path);
  for (int kind = BARN_N_KINDS - 1; kind >= 0; kind--)
    {
      g_autoptr (BarnItem) item = pick_item (&run, kind);

      delete_one (run.store, kind, barn_item_get_id (item));
      assert_sound (run.path);
      assert_model_is_fresh (&run);
    }
  end = dump_file (run.path);
  g_assert_cmpstr (end, ==, start);

  for (guint i = 0; i < BARN_N_KINDS; i++)
    g_assert_cmpint (barn_store_undo (run.store, 0, "slumpen", &error), >, 0);
  g_clear_pointer (&end, g_free);
  end = dump_file (run.path);
  g_assert_cmpstr (end, ==, full);
  assert_model_is_fresh (&run);
  undo_to_start (&run, start);
  redo_to_end (&run, start);
  run_end (&run);
}

int
main (int   argc,
      char *argv[])
{
  init_tests (&argc, &argv);

  g_test_add_func ("/store/property/every-kind", test_every_kind);
  g_test_add_func ("/store/property/random-changes", test_random_changes);

  return run_tests ();
}
