/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules at the door: what is refused, what goes with what, two programs on one file, what comes in */

/* memmem() */
#define _GNU_SOURCE

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "app-support.h"

static gboolean
set_due (Fixture       *fixture,
         BarnActivity  *activity,
         const char    *day)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, day != NULL ? barn_day_from_iso (day) : BARN_DAY_NONE);
  done = barn_plan_file_set (fixture->file, BARN_ITEM (activity), "due-on", NULL, &value, NULL, &error);
  g_assert_no_error (error);

  return done;
}

static GPtrArray *
array_of (gpointer item)
{
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_add (items, item);

  return items;
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.barnratt", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (BarnPlanFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  BarnModel *model;
  gboolean can_undo;

  file = barn_plan_file_create (location, 0, "  Förvaltningen\n", "Nämnden", &error);
  g_assert_no_error (error);
  model = barn_plan_file_get_model (file);
  g_assert_cmpstr (barn_organisation_get_name (barn_model_get_organisation (model)), ==, "Förvaltningen");
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_roles (model)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_plans (model)), ==, 0);
  assert_sound (file);

  /* The beginning of a file is nothing to undo */
  g_object_get (file, "can-undo", &can_undo, "undo-summary", &summary, NULL);
  g_assert_false (can_undo);
  g_assert_cmpstr (summary, ==, "");
  g_assert_null (barn_plan_file_get_undo (file));
  g_assert_false (barn_plan_file_undo (file, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NOTHING);
  g_assert_false (barn_plan_file_redo (file, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NOTHING);

  g_assert_null (barn_plan_file_create (location, 2026, NULL, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_EXISTS);
  g_assert_null (barn_plan_file_create (location, 26, NULL, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
}

static void
test_default_location (void)
{
  g_autoptr (GFile) location = barn_plan_file_get_default_location ();
  g_autoptr (BarnPlanFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (g_file_peek_path (location), g_get_user_data_dir ()));
  file = barn_plan_file_create (location, 2026, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_query_exists (location, NULL));
}

static void
test_example (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "example.barnratt", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (BarnPlanFile) file = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  BarnFieldChange *newest, *oldest;
  BarnPlan *plan;

  file = barn_plan_file_create_example (location, &error);
  g_assert_no_error (error);
  assert_sound (file);

  plan = barn_model_find_plan (barn_plan_file_get_model (file), 2026);
  g_assert_nonnull (plan);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_activities (plan)), >, 0);

  /* Its history goes through the year, and not all of it happened today */
  history = barn_plan_file_list_history (file, NULL, 0, &error);
  g_assert_no_error (error);
  newest = g_ptr_array_index (history, 0);
  oldest = g_ptr_array_index (history, history->len - 1);
  g_assert_cmpint (barn_change_get_moment (newest->change), >,
                   barn_change_get_moment (oldest->change) + 20 * G_TIME_SPAN_DAY);
  g_assert_cmpstr (barn_change_get_action (newest->change), ==, "follow-up-add");
}

static void
test_titles (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_model (barn_plan_file_get_model (fixture->file));
  g_autofree char *after = NULL;
  BarnActivity *activity;

  g_assert_null (barn_plan_file_add_activity (fixture->file, fixture->plan, " \n ", NULL, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_null (barn_plan_file_add_shift (fixture->file, fixture->plan, "", &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_null (barn_plan_file_add_area (fixture->file, 2026, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_false (barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->activity), "title", NULL, "  ", NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  after = dump_model (barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (after, ==, before);

  /* A decomposed å is stored as one letter, line breaks in a title as spaces */
  activity = barn_plan_file_add_activity (fixture->file, fixture->plan, "  A\xcc\x8atta\nbarn ", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (barn_activity_get_title (activity), ==, "Åtta barn");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) role = array_of (fixture->role);

  g_assert_null (barn_plan_file_add_role (fixture->file, "chefer", &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->role), "name", NULL, "CHEFER", NULL, &error));
  g_assert_no_error (error);

  /* A role that an activity has is not taken from it behind its back */
  g_assert_false (barn_plan_file_delete (fixture->file, role, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  assert_sound (fixture->file);
}

static void
test_articles (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const expected[] = { "3", "12", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = array_of (fixture->activity);

  g_assert_true (barn_plan_file_set_member (fixture->file, items, "articles", "12", TRUE, &error));
  g_assert_true (barn_plan_file_set_member (fixture->file, items, "articles", "3", TRUE, &error));
  g_assert_true (barn_plan_file_set_member (fixture->file, items, "articles", "3", TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpstrv (barn_activity_get_articles (fixture->activity), expected);

  g_assert_false (barn_plan_file_set_member (fixture->file, items, "articles", "55", TRUE, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
  assert_sound (fixture->file);
}

static void
test_first_due (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  set_due (fixture, fixture->second, "2026-06-30");
  g_assert_cmpuint (barn_activity_get_first_due_on (fixture->second), ==, barn_day_from_iso ("2026-06-30"));

  set_due (fixture, fixture->second, "2026-09-30");
  g_assert_cmpuint (barn_activity_get_due_on (fixture->second), ==, barn_day_from_iso ("2026-09-30"));
  g_assert_cmpuint (barn_activity_get_first_due_on (fixture->second), ==, barn_day_from_iso ("2026-06-30"));

  set_due (fixture, fixture->second, NULL);
  g_assert_cmpuint (barn_activity_get_first_due_on (fixture->second), ==, barn_day_from_iso ("2026-06-30"));

  /* Both belong to the one change that gave the date */
  for (guint i = 0; i < 3; i++)
    g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (barn_activity_get_due_on (fixture->second), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_activity_get_first_due_on (fixture->second), ==, BARN_DAY_NONE);
}

static void
test_status (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = array_of (fixture->activity);
  GListModel *follow_ups = barn_activity_get_follow_ups (fixture->activity);
  BarnDay today = barn_clock_get_today ();

  /* Has it already: nothing is written */
  g_assert_true (barn_plan_file_set_status (fixture->file, items, BARN_STATUS_ONGOING, &error));
  g_assert_cmpuint (g_list_model_get_n_items (follow_ups), ==, 1);

  g_assert_true (barn_plan_file_set_status (fixture->file, items, BARN_STATUS_DONE, &error));
  g_assert_cmpuint (g_list_model_get_n_items (follow_ups), ==, 2);
  g_assert_cmpint (barn_activity_get_status (fixture->activity, today), ==, BARN_STATUS_DONE);
  g_assert_cmpint (barn_activity_get_status (fixture->activity, today - 1), ==, BARN_STATUS_ONGOING);

  /* An older entry written later does not change what came after it */
  g_assert_nonnull (barn_plan_file_add_follow_up (fixture->file, fixture->activity, BARN_STATUS_PAUSED,
                                                  barn_day_from_iso ("2026-05-01"), NULL, NULL, &error));
  g_assert_cmpint (barn_activity_get_status (fixture->activity, today), ==, BARN_STATUS_DONE);
  g_assert_null (barn_plan_file_add_follow_up (fixture->file, fixture->activity, BARN_STATUS_PAUSED,
                                               BARN_DAY_NONE, NULL, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
}

static void
test_delete_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = g_strdup (barn_item_get_id (BARN_ITEM (fixture->activity)));
  g_autoptr (GPtrArray) items = array_of (fixture->activity);
  g_autoptr (GError) error = NULL;
  BarnFollowUp *follow_up;
  BarnItem *again;

  g_assert_true (barn_plan_file_delete (fixture->file, items, &error));
  g_assert_no_error (error);
  g_assert_null (barn_model_lookup (barn_plan_file_get_model (fixture->file), id));

  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_no_error (error);
  again = barn_model_lookup (barn_plan_file_get_model (fixture->file), id);
  g_assert_nonnull (again);
  follow_up = barn_activity_get_last_follow_up (BARN_ACTIVITY (again), barn_clock_get_today ());
  g_assert_cmpstr (barn_follow_up_get_effect (follow_up), ==, "Barnen säger att de förstår.");
  g_assert_true (barn_activity_has_role (BARN_ACTIVITY (again), barn_item_get_id (BARN_ITEM (fixture->role))));
}

static void
test_run (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  BarnItem *item = BARN_ITEM (fixture->activity);

  g_assert_true (barn_plan_file_set_text (fixture->file, item, "description", "", "Vi ö", "sitting", &error));
  g_assert_true (barn_plan_file_set_text (fixture->file, item, "description", "Vi ö", "Vi övar", "sitting", &error));
  g_assert_true (barn_plan_file_set_text (fixture->file, item, "description", "Vi övar", "Vi övar mer", "sitting", &error));
  g_assert_no_error (error);

  /* One sitting at a field is one thing to undo, across a restart too */
  g_clear_object (&fixture->file);
  fixture->file = barn_plan_file_open (fixture->location, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_no_error (error);
  item = g_list_model_get_item (barn_plan_get_activities (barn_model_find_plan (barn_plan_file_get_model (fixture->file), 2026)), 0);
  g_assert_cmpstr (barn_activity_get_description (BARN_ACTIVITY (item)), ==, "");
  g_object_unref (item);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  GListModel *activities = barn_plan_get_activities (fixture->plan);
  g_autoptr (GError) error = NULL;

  /* Halving the gap over and over uses it up: then all get new places, and the order holds */
  for (guint i = 0; i < 80; i++)
    {
      g_autoptr (BarnItem) middle = g_list_model_get_item (activities, 1);
      g_autoptr (BarnItem) last = g_list_model_get_item (activities, 2);
      g_autoptr (BarnItem) second = NULL;

      g_assert_true (barn_plan_file_move (fixture->file, last, middle, &error));
      g_assert_no_error (error);
      second = g_list_model_get_item (activities, 1);
      g_assert_true (second == last);
    }
  assert_sound (fixture->file);

  g_assert_true (barn_plan_file_move (fixture->file, BARN_ITEM (fixture->activity), NULL, &error));
  g_assert_no_error (error);
  {
    g_autoptr (BarnItem) last = g_list_model_get_item (activities, 2);

    g_assert_true (last == BARN_ITEM (fixture->activity));
  }

  g_assert_false (barn_plan_file_move (fixture->file, BARN_ITEM (fixture->activity), BARN_ITEM (fixture->shift), &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_CONFLICT);
}

static void
on_changed (BarnPlanFile *file,
            BarnChange   *change,
            gboolean      is_own,
            guint        *n_others)
{
  *n_others += is_own ? 0 : 1;
}

static void
test_two_programs (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) other = barn_plan_file_open (fixture->location, FALSE, &error);
  BarnItem *theirs;
  guint n_others = 0;

  g_assert_no_error (error);
  theirs = barn_model_lookup (barn_plan_file_get_model (other), barn_item_get_id (BARN_ITEM (fixture->activity)));
  g_signal_connect (fixture->file, "changed", G_CALLBACK (on_changed), &n_others);

  g_assert_true (barn_plan_file_set_text (other, theirs, "title", NULL, "Deras ord", NULL, &error));
  g_assert_no_error (error);

  /* What is newer is told, not written over; and then it is seen */
  g_assert_false (barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->activity), "title", "Öva på samtal", "Våra ord", NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_CONFLICT);
  g_assert_cmpstr (barn_activity_get_title (fixture->activity), ==, "Deras ord");
  g_assert_cmpuint (n_others, ==, 1);

  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->activity), "title", "Deras ord", "Våra ord", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (barn_plan_file_refresh (other, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (barn_item_get_title (theirs), ==, "Våra ord");
}

static void
test_section_of_two (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) other = barn_plan_file_open (fixture->location, FALSE, &error);
  BarnSectionText *text;
  BarnPlan *theirs;

  g_assert_no_error (error);
  theirs = barn_model_find_plan (barn_plan_file_get_model (other), 2026);
  g_assert_true (barn_plan_file_set_section (other, theirs, "background", 0, "", "Deras.", NULL, &error));
  g_assert_no_error (error);

  /* Each thinks that it makes the row: there is one, and the first words stand */
  g_assert_false (barn_plan_file_set_section (fixture->file, fixture->plan, "background", 0, "", "Våra.", NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_CONFLICT);
  text = barn_plan_find_section_text (fixture->plan, "background", 0);
  g_assert_cmpstr (barn_section_text_get_body (text), ==, "Deras.");

  /* Nothing written where nothing stands makes no row */
  g_assert_true (barn_plan_file_set_section (fixture->file, fixture->plan, "concepts", 0, "", "", NULL, &error));
  g_assert_null (barn_plan_find_section_text (fixture->plan, "concepts", 0));
}

static void
test_undo_of_another (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) other = barn_plan_file_open (fixture->location, FALSE, &error);
  g_autoptr (BarnChange) shown = g_object_ref (barn_plan_file_get_undo (fixture->file));

  g_assert_no_error (error);
  g_assert_nonnull (barn_plan_file_add_role (other, "Familjehem", &error));
  g_assert_no_error (error);

  /* The button named something else than what undo would take away now */
  g_assert_false (barn_plan_file_undo (fixture->file, shown, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_CONFLICT);
  g_assert_true (barn_plan_file_undo (fixture->file, barn_plan_file_get_undo (fixture->file), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_roles (barn_plan_file_get_model (fixture->file))), ==, 4);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) reading = barn_plan_file_open (fixture->location, TRUE, &error);
  g_autofree char *before = dump_stored (fixture->location);
  g_autofree char *after = NULL;
  BarnPlan *plan;

  g_assert_no_error (error);
  g_assert_true (barn_plan_file_get_read_only (reading));
  plan = barn_model_find_plan (barn_plan_file_get_model (reading), 2026);

  g_assert_null (barn_plan_file_add_activity (reading, plan, "Ny", NULL, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_READ_ONLY);
  g_assert_false (barn_plan_file_undo (reading, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_READ_ONLY);
  g_assert_false (barn_plan_file_redo (reading, NULL, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_READ_ONLY);
  after = dump_stored (fixture->location);
  g_assert_cmpstr (after, ==, before);

  /* It sees what another does all the same */
  g_assert_nonnull (barn_plan_file_add_role (fixture->file, "Familjehem", &error));
  g_assert_true (barn_plan_file_refresh (reading, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_roles (barn_plan_file_get_model (reading))), ==, 5);
}

static void
test_not_ours (Fixture       *fixture,
               gconstpointer  data)
{
  static const char text[] = "This is a letter, not a plan file, and it is long enough to be taken for something at a glance.";
  g_autofree char *path = g_build_filename (fixture->folder, "letter.barnratt", NULL);
  g_autofree char *gone = g_build_filename (fixture->folder, "gone.barnratt", NULL);
  g_autoptr (GFile) letter = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path (gone);
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("https://example.org/plan.barnratt");
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_assert_null (barn_plan_file_open (letter, FALSE, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NOT_OURS);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);

  g_assert_null (barn_plan_file_open (nowhere, FALSE, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NO_ACCESS);
  g_assert_false (g_file_query_exists (nowhere, NULL));

  g_assert_null (barn_plan_file_open (elsewhere, FALSE, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NO_ACCESS);
}

static void
test_find_activity (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const char *id = barn_item_get_id (BARN_ITEM (fixture->third));

  g_assert_true (barn_plan_file_find_activity (fixture->file, fixture->plan, id, &error) == fixture->third);
  g_assert_true (barn_plan_file_find_activity (fixture->file, fixture->plan, "MALLAR", &error) == fixture->third);
  g_assert_no_error (error);

  g_assert_null (barn_plan_file_find_activity (fixture->file, fixture->plan, "skriva", &error));
  g_assert_nonnull (strstr (error->message, "Skriva om brev"));
  assert_refused (error, BARN_PLAN_FILE_ERROR_AMBIGUOUS);
  g_assert_null (barn_plan_file_find_activity (fixture->file, fixture->plan, "mållar", &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NOT_FOUND);
  g_assert_null (barn_plan_file_find_activity (fixture->file, fixture->plan, "", &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_NOT_FOUND);

  /* The very title is that one, though it stands in another too */
  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->second), "title", NULL, "Skriva", NULL, &error));
  g_assert_true (barn_plan_file_find_activity (fixture->file, fixture->plan, "skriva", &error) == fixture->second);
  g_assert_no_error (error);
}

static BarnDraft *
read_draft (void)
{
  static const char text[] =
    "# Handlingsplan för barnets rättigheter 2027\n\n"
    "## Bakgrund\n\nFörvaltningen arbetar med barnets rättigheter sedan länge.\n\n"
    "## Förflyttningar\n\n1. Fler barn får säga vad de tycker\n2. Barn möts av samma svar överallt\n\n"
    "## Aktiviteter\n\n"
    "### Chefer\n\n- Ge tid för samtal med barn\n- Följa upp klagomål från barn\n\n"
    "### Familjehem\n\n- Fråga barnet om vardagen\n- Ge tid för samtal med barn\n\n"
    "## På längre sikt\n\n- Starta ett råd för unga\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (BarnDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  BarnDraft *draft;

  document = barn_document_read_bytes (bytes, "plan.md", NULL, &error);
  g_assert_no_error (error);
  draft = barn_draft_recognise (document, NULL, &error);
  g_assert_no_error (error);

  return draft;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (BarnDraft) draft = read_draft ();
  g_autofree char *before = dump_model (barn_plan_file_get_model (fixture->file));
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  BarnPlan *plan;

  plan = barn_plan_file_import (fixture->file, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (barn_plan_get_year (plan), ==, 2027);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_shifts (plan)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_activities (plan)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_long_terms (plan)), ==, 1);
  /* Chefer was there already */
  g_assert_cmpuint (g_list_model_get_n_items (barn_model_get_roles (barn_plan_file_get_model (fixture->file))), ==, 5);
  assert_sound (fixture->file);

  g_assert_null (barn_plan_file_import (fixture->file, draft, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);

  /* All of it is one change */
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_no_error (error);
  undone = dump_model (barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (undone, ==, before);
}

static void
test_import_into_empty (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (BarnDraft) draft = read_draft ();
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  BarnPlan *plan = barn_plan_file_add_plan (fixture->file, 2027, &error);

  g_assert_no_error (error);
  before = dump_model (barn_plan_file_get_model (fixture->file));

  /* The plan that a window shows lives on and gets what the document says */
  g_assert_true (barn_plan_file_import (fixture->file, draft, &error) == plan);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (barn_plan_get_activities (plan)), ==, 3);
  assert_sound (fixture->file);

  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  undone = dump_model (barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (undone, ==, before);
}

static void
test_import_without_year (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (BarnDraft) draft = read_draft ();
  g_autoptr (GError) error = NULL;

  barn_draft_set_year (draft, 0);
  g_assert_null (barn_plan_file_import (fixture->file, draft, &error));
  assert_refused (error, BARN_PLAN_FILE_ERROR_RULE);
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  BarnFieldChange *line;

  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->activity), "title", NULL, "Öva mer", NULL, &error));
  history = barn_plan_file_list_history (fixture->file, BARN_ITEM (fixture->activity), 0, &error);
  g_assert_no_error (error);
  line = g_ptr_array_index (history, 0);
  g_assert_cmpstr (line->field, ==, "title");
  g_assert_cmpstr (line->before, ==, "Öva på samtal");
  g_assert_cmpstr (line->after, ==, "Öva mer");
  g_assert_cmpstr (barn_change_get_author (line->change), !=, "");
}

#define PAGE_SIZE 4096
#define INDEX_LEAF 0x0a

/* Makes two entries of an index lie in the same place: the file opens, and what is written there is lost */
static gboolean
tangle_page (guint8 *page)
{
  guint n_cells = page[3] << 8 | page[4];

  if (page[0] != INDEX_LEAF || n_cells < 2)
    return FALSE;
  memcpy (page + 8, page + 10, 2);

  return TRUE;
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "damaged.barnratt", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autofree char *whole = NULL;
  guint n_opened = 0;
  gsize size;

  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->location), &whole, &size, NULL));

  for (gsize at = PAGE_SIZE; at + PAGE_SIZE <= size; at += PAGE_SIZE)
    {
      g_autofree char *damaged = g_memdup2 (whole, size);
      g_autofree char *after = NULL;
      g_autoptr (BarnPlanFile) file = NULL;
      g_autoptr (GError) error = NULL;
      gsize size_after;

      if (!tangle_page ((guint8 *) damaged + at))
        continue;
      g_assert_true (g_file_set_contents (path, damaged, (gssize) size, NULL));

      file = barn_plan_file_open (location, FALSE, NULL);
      if (file == NULL)
        continue;

      n_opened++;
      g_assert_null (barn_plan_file_add_role (file, "Skolsköterskor", &error));
      g_assert_null (strstr (error->message, "***"));
      assert_refused (error, BARN_PLAN_FILE_ERROR_DAMAGED);
      g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
      g_assert_cmpmem (after, size_after, damaged, size);
    }

  g_assert_cmpuint (n_opened, >, 0);
}

/* Puts bytes that are no text into the file where @text stands, as if the disk had turned them, and has SQLite read its pages anew */
static void
spoil (GFile      *location,
       const char *text)
{
  g_autofree char *contents = NULL;
  gsize length;
  FILE *file;

  g_assert_true (g_file_load_contents (location, NULL, &contents, &length, NULL, NULL));
  contents[27]++;
  for (char *at = contents; (at = memmem (at, contents + length - at, text, strlen (text))) != NULL; at++)
    memcpy (at, "\xc3\x28", 2);

  file = g_fopen (g_file_peek_path (location), "r+b");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (contents, 1, length, file), ==, length);
  fclose (file);
}

/* What was stored is not told as failed because it cannot be read back */
static void
test_not_read_back (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (BarnItem) follow_up = g_list_model_get_item (barn_activity_get_follow_ups (fixture->activity), 0);
  g_autoptr (GError) error = NULL;

  spoil (fixture->location, "Två träffar");
  barn_plan_file_set_text (fixture->file, follow_up, "effect", NULL, "Fler barn hörs.", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (barn_plan_file_refresh (fixture->file, &error));
  g_assert_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_DAMAGED);
}

int
main (int   argc,
      char *argv[])
{
  tests_init (&argc, &argv);

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  add ("/plan-file/new", test_new);
  g_test_add_func ("/plan-file/default-location", test_default_location);
  add ("/plan-file/example", test_example);
  add ("/plan-file/not-read-back", test_not_read_back);
  add ("/plan-file/titles", test_titles);
  add ("/plan-file/names", test_names);
  add ("/plan-file/articles", test_articles);
  add ("/plan-file/first-due", test_first_due);
  add ("/plan-file/status", test_status);
  add ("/plan-file/delete-and-undo", test_delete_and_undo);
  add ("/plan-file/run", test_run);
  add ("/plan-file/order", test_order);
  add ("/plan-file/two-programs", test_two_programs);
  add ("/plan-file/section-of-two", test_section_of_two);
  add ("/plan-file/undo-of-another", test_undo_of_another);
  add ("/plan-file/read-only", test_read_only);
  add ("/plan-file/not-ours", test_not_ours);
  add ("/plan-file/damaged", test_damaged);
  add ("/plan-file/find-activity", test_find_activity);
  add ("/plan-file/import", test_import);
  add ("/plan-file/import-into-empty", test_import_into_empty);
  add ("/plan-file/import-without-year", test_import_without_year);
  add ("/plan-file/history", test_history);
#undef add

  return tests_run ();
}
