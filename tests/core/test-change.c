/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include <string.h>

#include "barn-change.h"
#include "barn-model.h"

static void
assert_summary (const char     *action,
                const char     *subject,
                const char     *value,
                BarnChangeType  type,
                const char     *expected)
{
  g_autoptr(BarnChange) change = barn_change_new (7, 0, "Kim", action, subject, value, type, 0);
  g_autofree char *summary = barn_change_dup_summary (change);

  g_assert_cmpstr (summary, ==, expected);
}

static void
test_properties (void)
{
  BarnChange *change = barn_change_new (3, 4, "Kim", "activity-status", "Utbilda", "done", BARN_CHANGE_UNDO, 2);
  BarnChange *bare = barn_change_new (1, 0, NULL, "example", NULL, NULL, BARN_CHANGE_DO, 0);
  g_autofree char *author = NULL;
  gint64 of;
  int type;

  g_assert_cmpint (barn_change_get_number (change), ==, 3);
  g_assert_cmpint (barn_change_get_moment (change), ==, 4);
  g_assert_cmpstr (barn_change_get_author (change), ==, "Kim");
  g_assert_cmpstr (barn_change_get_action (change), ==, "activity-status");
  g_assert_cmpstr (barn_change_get_subject (change), ==, "Utbilda");
  g_assert_cmpstr (barn_change_get_value (change), ==, "done");
  g_assert_cmpint (barn_change_get_change_type (change), ==, BARN_CHANGE_UNDO);
  g_assert_cmpint (barn_change_get_of (change), ==, 2);

  g_object_get (change, "author", &author, "type", &type, "of", &of, NULL);
  g_assert_cmpstr (author, ==, "Kim");
  g_assert_cmpint (type, ==, BARN_CHANGE_UNDO);
  g_assert_cmpint (of, ==, 2);

  g_assert_cmpstr (barn_change_get_author (bare), ==, "");
  g_assert_cmpstr (barn_change_get_subject (bare), ==, "");
  g_assert_cmpstr (barn_change_get_value (bare), ==, "");

  g_assert_finalize_object (change);
  g_assert_finalize_object (bare);
}

static void
test_summary (void)
{
  assert_summary ("activity-status", "Utbilda", "done", BARN_CHANGE_DO, "Status changed to Done");
  assert_summary ("activity-status", "Utbilda", "strange", BARN_CHANGE_DO, "Status changed to strange");
  assert_summary ("activities-status", "3", "ongoing", BARN_CHANGE_DO, "Status of 3 activities changed to Ongoing");
  assert_summary ("activities-status", "1", "ongoing", BARN_CHANGE_DO, "Status of 1 activity changed to Ongoing");
  assert_summary ("activities-delete", "12", NULL, BARN_CHANGE_DO, "12 activities deleted");
  assert_summary ("activities-delete", "1", NULL, BARN_CHANGE_DO, "1 activity deleted");
  assert_summary ("activities-edit", "2", NULL, BARN_CHANGE_DO, "2 activities changed");
  assert_summary ("plan-import", "2026", NULL, BARN_CHANGE_DO, "Plan for 2026 read in from a document");
  assert_summary ("section-text-ready", NULL, "true", BARN_CHANGE_DO, "Section of a document marked as ready");
  assert_summary ("section-text-ready", NULL, "false", BARN_CHANGE_DO, "Section of a document marked as a draft");
  assert_summary ("activity-title", "100 % %s", NULL, BARN_CHANGE_DO, "Title of the activity changed");
  assert_summary ("adopted-add", "Barnbokslut 2026", NULL, BARN_CHANGE_DO, "Barnbokslut 2026 adopted");
  assert_summary ("follow-up-add", NULL, NULL, BARN_CHANGE_DO, "Follow-up saved");
  assert_summary ("follow-up-add", NULL, NULL, BARN_CHANGE_UNDO, "Undone: Follow-up saved");
  assert_summary ("follow-up-add", NULL, NULL, BARN_CHANGE_REDO, "Redone: Follow-up saved");
  assert_summary ("of-a-later-version", "x", "y", BARN_CHANGE_DO, "Change");
}

/* Whatever a person can change has a sentence of its own: every field of every kind but where it stands */
static void
test_every_field (void)
{
  for (guint i = 0; i < BARN_N_KINDS; i++)
    {
      g_autoptr(BarnItem) item = barn_item_new ((BarnKind) i, NULL);
      g_autofree char *kind = g_strdelimit (g_strdup (barn_kind_to_nick ((BarnKind) i)), "_", '-');
      guint n_fields;
      const BarnField *fields = barn_item_get_fields (item, &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          g_autofree char *action = g_strconcat (kind, "-", fields[j].name, NULL);

          if (strcmp (fields[j].name, "position") != 0 && !g_strv_contains (barn_change_list_actions (), action))
            g_error ("no sentence for %s", action);
        }
    }
}

static void
test_every_action (void)
{
  const char *const *actions = barn_change_list_actions ();

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autoptr(BarnChange) change = barn_change_new (1, 0, NULL, actions[i], "2", "done", BARN_CHANGE_DO, 0);
      g_autofree char *summary = barn_change_dup_summary (change);

      g_assert_cmpstr (summary, !=, "Change");
      g_assert_cmpstr (summary, !=, "");
      g_assert_false (g_strv_contains (actions + i + 1, actions[i]));
    }
}

static void
test_field_change (void)
{
  BarnChange *change = barn_change_new (1, 0, NULL, "activity-title", NULL, NULL, BARN_CHANGE_DO, 0);
  BarnFieldChange *line = g_new0 (BarnFieldChange, 1);

  line->change = g_object_ref (change);
  line->item = g_strdup ("a");
  line->field = g_strdup ("title");
  line->after = g_strdup ("ny");
  barn_field_change_free (line);

  g_assert_finalize_object (change);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/properties", test_properties);
  g_test_add_func ("/change/summary", test_summary);
  g_test_add_func ("/change/every-field", test_every_field);
  g_test_add_func ("/change/every-action", test_every_action);
  g_test_add_func ("/change/field-change", test_field_change);

  return g_test_run ();
}
