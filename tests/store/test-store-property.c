/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "barn-sections.h"
#include "store-fixture.h"

/* Random changes of every kind: undone to the start they equal the start, redone they equal the end, and living items that were refreshed
   equal those that are loaded anew. The seed is printed; --seed=… repeats a run. */

#define N_CHANGES 160
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
  static const struct { const char *field; BarnKind kind; } leads_to[] = {
    { "plan", BARN_KIND_PLAN }, { "activity", BARN_KIND_ACTIVITY }, { "area", BARN_KIND_AREA }, { "unit", BARN_KIND_UNIT },
    { "roles", BARN_KIND_ROLE }, { "shifts", BARN_KIND_SHIFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (leads_to); i++)
    {
      g_autoptr (BarnItem) item = NULL;

      if (!g_str_equal (leads_to[i].field, field))
        continue;
      item = pick_item (run, leads_to[i].kind);
      return g_strdup (item != NULL ? barn_item_get_id (item) : "");
    }
  g_assert_not_reached ();
}

static char *
make_text (BarnItem   *item,
           const char *field)
{
  static const char *const parts[] = { "background", "direction", "strategy" };
  guint n_sections;
  const BarnSection *sections = barn_sections_get (&n_sections);

  if (g_str_equal (field, "section") && BARN_IS_PLAN_TEXT (item))
    return g_strdup (parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
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
      text = make_text (item, description->name);
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
      return barn_store_insert (run->store, item, error);
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
test_random_changes (void)
{
  Run run = { 0, };
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autoptr (GError) error = NULL;
  guint n_done = 0;

  run.folder = folder_new ();
  run.path = folder_path (run.folder, "plan.barnratt");
  run.store = create_store (run.path);
  run.model = barn_model_new ();
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
  g_object_unref (run.model);
  g_object_unref (run.store);
  g_free (run.path);
  folder_free (run.folder);
}

int
main (int   argc,
      char *argv[])
{
  init_tests (&argc, &argv);

  g_test_add_func ("/store/property/random-changes", test_random_changes);

  return run_tests ();
}
