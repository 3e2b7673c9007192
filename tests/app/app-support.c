/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-support.h"

#include <glib/gstdio.h>
#include <locale.h>

static char *
dump_value (const GValue    *value,
            const BarnField *field)
{
  if (field->type == BARN_FIELD_SET)
    return g_strjoinv (",", g_value_get_boxed (value));

  return g_strdup_value_contents (value);
}

static void
dump_item (gpointer  data,
           GPtrArray *lines)
{
  BarnItem *item = data;
  guint n_fields;
  const BarnField *fields = barn_item_get_fields (item, &n_fields);
  GString *line = g_string_new (NULL);

  g_string_printf (line, "%s %s", barn_kind_to_nick (barn_item_get_kind (item)), barn_item_get_id (item));
  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      barn_item_get_value (item, i, &value);
      text = dump_value (&value, &fields[i]);
      g_string_append_printf (line, " %s=%s", fields[i].name, text);
    }

  g_ptr_array_add (lines, g_string_free (line, FALSE));
}

static void
dump_list (GListModel *list,
           GPtrArray  *lines)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BarnItem) item = g_list_model_get_item (list, i);

      dump_item (item, lines);
      for (guint kind = 0; kind < BARN_N_KINDS; kind++)
        {
          if (barn_kind_get_parent (kind) != (int) barn_item_get_kind (item))
            continue;
          dump_list (kind == BARN_KIND_FOLLOW_UP ? barn_activity_get_follow_ups (BARN_ACTIVITY (item))
                                                 : barn_item_get_children (item, kind), lines);
        }
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

char *
dump_model (BarnModel *model)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  dump_item (barn_model_get_organisation (model), lines);
  dump_list (barn_model_get_roles (model), lines);
  dump_list (barn_model_get_units (model), lines);
  dump_list (barn_model_get_plans (model), lines);
  dump_list (barn_model_get_areas (model), lines);
  dump_list (barn_model_get_year_marks (model), lines);
  dump_list (barn_model_get_saved_views (model), lines);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
dump_stored (GFile *location)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) file = barn_plan_file_open (location, TRUE, &error);

  g_assert_no_error (error);

  return dump_model (barn_plan_file_get_model (file));
}

void
assert_sound (BarnPlanFile *file)
{
  g_autofree char *living = dump_model (barn_plan_file_get_model (file));
  g_autofree char *stored = dump_stored (barn_plan_file_get_file (file));
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (living, ==, stored);
  barn_plan_file_verify (file, NULL, &error);
  g_assert_no_error (error);
}

/* With whatever the tests have put there */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_assert_cmpint (g_remove (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static char *home;

void
tests_init (int    *argc,
            char ***argv)
{
  home = g_dir_make_tmp ("barn-home-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
}

int
tests_run (void)
{
  int status = g_test_run ();

  remove_folder (home);
  g_clear_pointer (&home, g_free);

  return status;
}

static void
fill (Fixture *fixture)
{
  BarnPlanFile *file = fixture->file;
  BarnModel *model = barn_plan_file_get_model (file);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) due = G_VALUE_INIT;

  fixture->plan = barn_model_find_plan (model, 2026);
  fixture->role = g_list_model_get_item (barn_model_get_roles (model), 1);
  g_object_unref (fixture->role);
  fixture->unit = barn_plan_file_add_unit (file, "Barn och familj", &error);
  g_assert_no_error (error);
  fixture->shift = barn_plan_file_add_shift (file, fixture->plan, "Barn får veta i tid", &error);
  g_assert_no_error (error);
  fixture->activity = barn_plan_file_add_activity (file, fixture->plan, "Öva på samtal",
                                                   barn_item_get_id (BARN_ITEM (fixture->role)),
                                                   barn_item_get_id (BARN_ITEM (fixture->shift)), &error);
  g_assert_no_error (error);
  fixture->second = barn_plan_file_add_activity (file, fixture->plan, "Skriva om brev", NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->third = barn_plan_file_add_activity (file, fixture->plan, "Skriva om mallar", NULL, NULL, &error);
  g_assert_no_error (error);

  g_value_init (&due, G_TYPE_UINT);
  g_value_set_uint (&due, barn_day_from_iso ("2026-06-30"));
  barn_plan_file_set (file, BARN_ITEM (fixture->activity), "due-on", NULL, &due, NULL, &error);
  g_assert_no_error (error);
  barn_plan_file_add_follow_up (file, fixture->activity, BARN_STATUS_ONGOING, barn_day_from_iso ("2026-03-10"),
                                "Två träffar har hållits.", "Barnen säger att de förstår.", &error);
  g_assert_no_error (error);

  fixture->long_term = barn_plan_file_add_long_term (file, fixture->plan, "Ett ungdomsråd", &error);
  g_assert_no_error (error);
  fixture->area = barn_plan_file_add_area (file, 2026, "Barnets röst", &error);
  g_assert_no_error (error);
  fixture->measure = barn_plan_file_add_measure (file, fixture->area, "En mall för samtal", &error);
  g_assert_no_error (error);
  g_assert_nonnull (barn_plan_file_add_measure (file, fixture->area, "En kurs", &error));
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  barn_clock_set_today (barn_day_from_iso ("2026-11-22"));

  fixture->folder = g_dir_make_tmp ("barn-app-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->location = g_file_new_build_filename (fixture->folder, "plan.barnratt", NULL);
  fixture->file = barn_plan_file_create (fixture->location, 2026, "Omsorgsförvaltningen", NULL, &error);
  g_assert_no_error (error);

  fill (fixture);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->file);
  g_object_unref (fixture->location);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}
