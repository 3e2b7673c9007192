/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every use case, done, undone and done again: what lives is what is stored at each step, and undoing leaves no trace */

#include "config.h"

#include "app-support.h"

typedef gboolean (*UseCase) (Fixture  *fixture,
                             GError  **error);

typedef struct
{
  const char *name;
  UseCase     act;
  const char *action; /* of the change that it makes */
} Case;

static gboolean
set_day (Fixture       *fixture,
         BarnActivity  *activity,
         const char    *field,
         const char    *day,
         GError       **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, barn_day_from_iso (day));

  return barn_plan_file_set (fixture->file, BARN_ITEM (activity), field, NULL, &value, NULL, error);
}

static GPtrArray *
dup_activities (Fixture *fixture)
{
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_add (items, fixture->activity);
  g_ptr_array_add (items, fixture->second);
  g_ptr_array_add (items, fixture->third);

  return items;
}

static gboolean
delete_one (Fixture   *fixture,
            gpointer   item,
            GError   **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);

  return barn_plan_file_delete (fixture->file, items, error);
}

static gboolean
set_title (Fixture  *fixture,
           GError  **error)
{
  return barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->activity), "title", "Öva på samtal", "Öva mer", NULL, error);
}

static gboolean
set_description (Fixture  *fixture,
                 GError  **error)
{
  return barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->activity), "description", "", "Två stycken.\n\nHär är det andra.", NULL, error);
}

static gboolean
set_unit (Fixture  *fixture,
          GError  **error)
{
  return barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->activity), "unit", NULL,
                                  barn_item_get_id (BARN_ITEM (fixture->unit)), NULL, error);
}

static gboolean
set_due (Fixture  *fixture,
         GError  **error)
{
  return set_day (fixture, fixture->second, "due-on", "2026-09-01", error);
}

static gboolean
set_due_of_several (Fixture  *fixture,
                    GError  **error)
{
  g_autoptr (GPtrArray) items = dup_activities (fixture);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, barn_day_from_iso ("2026-12-01"));

  return barn_plan_file_set_several (fixture->file, items, "due-on", &value, error);
}

static gboolean
set_role_of_several (Fixture  *fixture,
                     GError  **error)
{
  g_autoptr (GPtrArray) items = dup_activities (fixture);

  return barn_plan_file_set_member (fixture->file, items, "roles", barn_item_get_id (BARN_ITEM (fixture->role)), TRUE, error);
}

static gboolean
take_shift_away (Fixture  *fixture,
                 GError  **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, fixture->activity);

  return barn_plan_file_set_member (fixture->file, items, "shifts", barn_item_get_id (BARN_ITEM (fixture->shift)), FALSE, error);
}

static gboolean
add_article (Fixture  *fixture,
             GError  **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, fixture->shift);

  return barn_plan_file_set_member (fixture->file, items, "articles", "12", TRUE, error);
}

static gboolean
add_follow_up (Fixture  *fixture,
               GError  **error)
{
  return barn_plan_file_add_follow_up (fixture->file, fixture->activity, BARN_STATUS_DONE, barn_day_from_iso ("2026-10-01"),
                                       "Klart.", "Fler barn hörs.", error) != NULL;
}

static gboolean
set_status (Fixture  *fixture,
            GError  **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, fixture->activity);

  return barn_plan_file_set_status (fixture->file, items, BARN_STATUS_PAUSED, error);
}

static gboolean
set_status_of_several (Fixture  *fixture,
                       GError  **error)
{
  g_autoptr (GPtrArray) items = dup_activities (fixture);

  return barn_plan_file_set_status (fixture->file, items, BARN_STATUS_DONE, error);
}

static gboolean
edit_follow_up (Fixture  *fixture,
                GError  **error)
{
  BarnFollowUp *follow_up = barn_activity_get_last_follow_up (fixture->activity, barn_clock_get_today ());

  return barn_plan_file_set_text (fixture->file, BARN_ITEM (follow_up), "effect", NULL, "Ingen ändring ännu.", NULL, error);
}

static gboolean
delete_follow_up (Fixture  *fixture,
                  GError  **error)
{
  return delete_one (fixture, barn_activity_get_last_follow_up (fixture->activity, barn_clock_get_today ()), error);
}

static gboolean
add_plan (Fixture  *fixture,
          GError  **error)
{
  return barn_plan_file_add_plan (fixture->file, 2027, error) != NULL;
}

static gboolean
add_activity (Fixture  *fixture,
              GError  **error)
{
  return barn_plan_file_add_activity (fixture->file, fixture->plan, "Fråga barnen", NULL, NULL, error) != NULL;
}

static gboolean
add_shift (Fixture  *fixture,
           GError  **error)
{
  return barn_plan_file_add_shift (fixture->file, fixture->plan, "Alla vågar fråga", error) != NULL;
}

static gboolean
add_role (Fixture  *fixture,
          GError  **error)
{
  return barn_plan_file_add_role (fixture->file, "Familjehem", error) != NULL;
}

static gboolean
take_in (Fixture  *fixture,
         GError  **error)
{
  return barn_plan_file_take_in (fixture->file, fixture->long_term, fixture->plan, error) != NULL;
}

static gboolean
add_area (Fixture  *fixture,
          GError  **error)
{
  return barn_plan_file_add_area (fixture->file, 2026, "Tillgång till stöd", error) != NULL;
}

static gboolean
set_area_status (Fixture  *fixture,
                 GError  **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, BARN_TYPE_STATUS);
  g_value_set_enum (&value, BARN_STATUS_DONE);

  return barn_plan_file_set (fixture->file, BARN_ITEM (fixture->area), "status", NULL, &value, NULL, error);
}

static gboolean
delete_activity (Fixture  *fixture,
                 GError  **error)
{
  return delete_one (fixture, fixture->activity, error);
}

static gboolean
delete_several (Fixture  *fixture,
                GError  **error)
{
  g_autoptr (GPtrArray) items = dup_activities (fixture);

  return barn_plan_file_delete (fixture->file, items, error);
}

static gboolean
delete_shift (Fixture  *fixture,
              GError  **error)
{
  return delete_one (fixture, fixture->shift, error);
}

static gboolean
delete_area (Fixture  *fixture,
             GError  **error)
{
  return delete_one (fixture, fixture->area, error);
}

static gboolean
delete_long_term (Fixture  *fixture,
                  GError  **error)
{
  return delete_one (fixture, fixture->long_term, error);
}

static gboolean
delete_plan (Fixture  *fixture,
             GError  **error)
{
  return delete_one (fixture, fixture->plan, error);
}

static gboolean
move_activity (Fixture  *fixture,
               GError  **error)
{
  return barn_plan_file_move (fixture->file, BARN_ITEM (fixture->third), BARN_ITEM (fixture->second), error);
}

static gboolean
move_measure (Fixture  *fixture,
              GError  **error)
{
  return barn_plan_file_move (fixture->file, BARN_ITEM (fixture->measure), NULL, error);
}

static gboolean
write_section (Fixture  *fixture,
               GError  **error)
{
  return barn_plan_file_set_section (fixture->file, fixture->plan, "strengths", 12, "", "Barn hörs oftare.", NULL, error);
}

static gboolean
call_section_ready (Fixture  *fixture,
                    GError  **error)
{
  return barn_plan_file_set_section_ready (fixture->file, fixture->plan, "background", 0, TRUE, error);
}

static gboolean
set_organisation (Fixture  *fixture,
                  GError  **error)
{
  return barn_plan_file_set_text (fixture->file, BARN_ITEM (barn_model_get_organisation (barn_plan_file_get_model (fixture->file))),
                                  "board", "", "Omsorgsnämnden", NULL, error);
}

static gboolean
set_approved (Fixture  *fixture,
              GError  **error)
{
  return barn_plan_file_set_text (fixture->file, BARN_ITEM (fixture->plan), "approved-by", "", "Ledningen", NULL, error);
}

static const Case cases[] = {
  { "title", set_title, "activity-title" },
  { "description", set_description, "activity-description" },
  { "unit", set_unit, "activity-unit" },
  { "due", set_due, "activity-due-on" },
  { "due-of-several", set_due_of_several, "activities-edit" },
  { "role-of-several", set_role_of_several, "activities-edit" },
  { "take-shift-away", take_shift_away, "activity-shifts" },
  { "article", add_article, "shift-articles" },
  { "follow-up", add_follow_up, "follow-up-add" },
  { "status", set_status, "activity-status" },
  { "status-of-several", set_status_of_several, "activities-status" },
  { "edit-follow-up", edit_follow_up, "follow-up-effect" },
  { "delete-follow-up", delete_follow_up, "follow-up-delete" },
  { "add-plan", add_plan, "plan-add" },
  { "add-activity", add_activity, "activity-add" },
  { "add-shift", add_shift, "shift-add" },
  { "add-role", add_role, "role-add" },
  { "take-in", take_in, "long-term-take-in" },
  { "add-area", add_area, "area-add" },
  { "area-status", set_area_status, "area-status" },
  { "delete-activity", delete_activity, "activity-delete" },
  { "delete-several", delete_several, "activities-delete" },
  { "delete-shift", delete_shift, "shift-delete" },
  { "delete-area", delete_area, "area-delete" },
  { "delete-long-term", delete_long_term, "long-term-delete" },
  { "delete-plan", delete_plan, "plan-delete" },
  { "move-activity", move_activity, "activity-move" },
  { "move-measure", move_measure, "measure-move" },
  { "section", write_section, "section-text-body" },
  { "section-ready", call_section_ready, "section-text-ready" },
  { "organisation", set_organisation, "organisation-board" },
  { "approved", set_approved, "plan-approved-by" },
};

/* What "changed" told since it was last asked for */
typedef struct
{
  guint n_own;
  guint n_others;
} Told;

static void
on_changed (BarnPlanFile *file,
            BarnChange   *change,
            gboolean      is_own,
            Told         *told)
{
  if (is_own)
    told->n_own++;
  else
    told->n_others++;
}

static void
test_use_case (Fixture       *fixture,
               gconstpointer  data)
{
  const Case *tested = data;
  g_autofree char *before = dump_model (barn_plan_file_get_model (fixture->file));
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;
  gboolean can_undo, can_redo;
  Told told = { 0 };

  g_signal_connect (fixture->file, "changed", G_CALLBACK (on_changed), &told);

  g_assert_true (tested->act (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (barn_change_get_action (barn_plan_file_get_undo (fixture->file)), ==, tested->action);
  after = dump_model (barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (before, !=, after);
  assert_sound (fixture->file);

  g_assert_true (barn_plan_file_undo (fixture->file, barn_plan_file_get_undo (fixture->file), &error));
  g_assert_no_error (error);
  undone = dump_model (barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (undone, ==, before);
  assert_sound (fixture->file);
  g_object_get (fixture->file, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_true (can_undo);
  g_assert_true (can_redo);

  g_assert_true (barn_plan_file_redo (fixture->file, NULL, &error));
  g_assert_no_error (error);
  redone = dump_model (barn_plan_file_get_model (fixture->file));
  g_assert_cmpstr (redone, ==, after);
  assert_sound (fixture->file);
  g_object_get (fixture->file, "can-redo", &can_redo, NULL);
  g_assert_false (can_redo);

  g_assert_cmpuint (told.n_own, ==, 3);
  g_assert_cmpuint (told.n_others, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  tests_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/use-case/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], fixture_set_up, test_use_case, fixture_tear_down);
    }

  return tests_run ();
}
