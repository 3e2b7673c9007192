/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include <string.h>

#include "core-support.h"

/* Gives a field a value that is not the one it is born with; @variant 0 and 1 differ */
static void
fill_field (BarnItem        *item,
            guint            field,
            const BarnField *description,
            guint            variant)
{
  const char *sets[2][3] = { { "12", "3", NULL }, { "6", NULL, NULL } };

  switch (description->type)
    {
    case BARN_FIELD_TEXT:
    case BARN_FIELD_REF:
      g_assert_true (barn_item_set_text (item, field, variant == 0 ? "en" : "två"));
      break;

    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
      g_assert_true (barn_item_set_real (item, field, variant + 0.5));
      break;

    case BARN_FIELD_SET:
      g_assert_true (barn_item_set_set (item, field, sets[variant]));
      break;

    case BARN_FIELD_BOOL:
      g_assert_true (barn_item_set_number (item, field, variant == 0));
      break;

    case BARN_FIELD_DAY:
    case BARN_FIELD_INT:
    case BARN_FIELD_STATUS:
    default:
      g_assert_true (barn_item_set_number (item, field, variant + 1));
      break;
    }
}

static void
test_kinds (void)
{
  for (guint i = 0; i < BARN_N_KINDS; i++)
    {
      BarnItem *item = barn_item_new ((BarnKind) i, "x");
      BarnKind kind;

      g_assert_true (G_OBJECT_TYPE (item) == barn_kind_get_item_type ((BarnKind) i));
      g_assert_cmpint (barn_item_get_kind (item), ==, i);
      g_assert_true (barn_kind_from_nick (barn_kind_to_nick ((BarnKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (barn_item_get_id (item), ==, "x");
      g_assert_cmpstr (barn_item_get_title (item), !=, NULL);
      g_assert_finalize_object (item);
    }
}

static void
test_id (void)
{
  g_autoptr(BarnItem) a = barn_item_new (BARN_KIND_ROLE, NULL);
  g_autoptr(BarnItem) b = barn_item_new (BARN_KIND_ROLE, NULL);
  g_autoptr(BarnRole) c = g_object_new (BARN_TYPE_ROLE, "name", "Chefer", NULL);
  g_autofree char *id = NULL;

  g_assert_true (g_uuid_string_is_valid (barn_item_get_id (a)));
  g_assert_cmpstr (barn_item_get_id (a), !=, barn_item_get_id (b));
  g_assert_true (g_uuid_string_is_valid (barn_item_get_id (BARN_ITEM (c))));
  g_assert_cmpstr (barn_role_get_name (c), ==, "Chefer");

  g_object_get (a, "id", &id, NULL);
  g_assert_cmpstr (id, ==, barn_item_get_id (a));
}

/* Every field of every kind: as property and by its place, told once when it changes, never when it does not */
static void
test_every_field (void)
{
  for (guint i = 0; i < BARN_N_KINDS; i++)
    {
      BarnItem *item = barn_item_new ((BarnKind) i, "x");
      guint n_fields;
      const BarnField *fields = barn_item_get_fields (item, &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (item), fields[j].name);
          g_auto(GValue) empty = G_VALUE_INIT;
          g_auto(GValue) full = G_VALUE_INIT;
          g_auto(GValue) property = G_VALUE_INIT;
          guint count;

          g_assert_nonnull (pspec);
          g_assert_cmpint (barn_item_find_field (item, fields[j].name), ==, j);

          count_notify (item, fields[j].name, &count);
          barn_item_get_value (item, j, &empty);
          g_assert_true (G_VALUE_HOLDS (&empty, pspec->value_type));

          fill_field (item, j, &fields[j], 0);
          g_assert_cmpuint (count, ==, 1);
          barn_item_get_value (item, j, &full);
          g_assert_false (barn_value_equal (&empty, &full));
          g_object_get_property (G_OBJECT (item), fields[j].name, &property);
          g_assert_true (barn_value_equal (&property, &full));

          g_assert_false (barn_item_set_value (item, j, &full));
          g_assert_cmpuint (count, ==, 1);

          /* GObject takes no NaN, which is how an amount says that there is none */
          if (fields[j].type == BARN_FIELD_AMOUNT)
            g_assert_true (barn_item_set_value (item, j, &empty));
          else
            g_object_set_property (G_OBJECT (item), fields[j].name, &empty);
          g_assert_cmpuint (count, ==, 2);
          g_signal_handlers_disconnect_by_data (item, &count);
        }

      g_assert_cmpint (barn_item_find_field (item, "none"), ==, -1);
      g_assert_finalize_object (item);
    }
}

static void
test_copy (void)
{
  for (guint i = 0; i < BARN_N_KINDS; i++)
    {
      g_autoptr(BarnItem) item = barn_item_new ((BarnKind) i, "x");
      g_autoptr(BarnItem) other = barn_item_new ((BarnKind) i, "y");
      guint n_fields;
      const BarnField *fields = barn_item_get_fields (item, &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          fill_field (item, j, &fields[j], 0);
          fill_field (other, j, &fields[j], 1 - (fields[j].type == BARN_FIELD_BOOL ? 1 : 0));
        }

      g_assert_true (barn_item_copy_fields (item, other));
      g_assert_false (barn_item_copy_fields (item, other));
      g_assert_cmpstr (barn_item_get_id (item), ==, "x");

      for (guint j = 0; j < n_fields; j++)
        {
          g_auto(GValue) left = G_VALUE_INIT;
          g_auto(GValue) right = G_VALUE_INIT;

          barn_item_get_value (item, j, &left);
          barn_item_get_value (other, j, &right);
          g_assert_true (barn_value_equal (&left, &right));
        }
    }
}

static void
test_texts (void)
{
  g_autoptr(BarnItem) activity = barn_item_new (BARN_KIND_ACTIVITY, "a");
  g_autofree char *long_title = g_strnfill (10000, 'x');
  g_autofree char *title = NULL;

  g_assert_cmpstr (barn_activity_get_title (BARN_ACTIVITY (activity)), ==, "");
  g_assert_null (barn_activity_get_unit (BARN_ACTIVITY (activity)));
  g_assert_false (barn_item_set_text (activity, BARN_ACTIVITY_TITLE, NULL));
  g_assert_false (barn_item_set_text (activity, BARN_ACTIVITY_TITLE, ""));
  g_assert_false (barn_item_set_text (activity, BARN_ACTIVITY_UNIT, ""));

  /* Composed, and the same text decomposed is no other */
  g_assert_true (barn_item_set_text (activity, BARN_ACTIVITY_TITLE, "a\xCC\x8Ar"));
  g_assert_cmpstr (barn_activity_get_title (BARN_ACTIVITY (activity)), ==, "år");
  g_assert_false (barn_item_set_text (activity, BARN_ACTIVITY_TITLE, "a\xCC\x8Ar"));
  g_assert_false (barn_item_set_text (activity, BARN_ACTIVITY_TITLE, "år"));

  g_assert_true (barn_item_set_text (activity, BARN_ACTIVITY_TITLE, long_title));
  g_object_get (activity, "title", &title, NULL);
  g_assert_cmpstr (title, ==, long_title);
}

static void
test_sets (void)
{
  g_autoptr(BarnItem) shift = barn_item_new (BARN_KIND_SHIFT, "s");
  const char *const given[] = { "12", "2", "3", "12", "2", NULL };
  const char *const sorted[] = { "2", "3", "12", NULL };
  const char *const ids[] = { "b", "a", NULL };
  const char *const ids_sorted[] = { "a", "b", NULL };
  g_auto(GValue) left = G_VALUE_INIT;
  g_auto(GValue) right = G_VALUE_INIT;

  g_assert_nonnull (barn_shift_get_articles (BARN_SHIFT (shift)));
  g_assert_null (barn_shift_get_articles (BARN_SHIFT (shift))[0]);

  g_assert_true (barn_item_set_set (shift, BARN_SHIFT_ARTICLES, given));
  g_assert_true (g_strv_equal (barn_shift_get_articles (BARN_SHIFT (shift)), sorted));
  g_assert_false (barn_item_set_set (shift, BARN_SHIFT_ARTICLES, sorted));
  g_assert_true (barn_item_set_contains (shift, BARN_SHIFT_ARTICLES, "12"));
  g_assert_false (barn_item_set_contains (shift, BARN_SHIFT_ARTICLES, "1"));
  g_assert_true (barn_item_set_set (shift, BARN_SHIFT_ARTICLES, NULL));
  g_assert_false (barn_item_set_contains (shift, BARN_SHIFT_ARTICLES, "12"));

  g_value_init (&left, G_TYPE_STRV);
  g_value_init (&right, G_TYPE_STRV);
  g_assert_true (barn_value_equal (&left, &right));
  g_value_set_boxed (&left, ids);
  g_assert_false (barn_value_equal (&left, &right));
  g_value_set_boxed (&right, ids_sorted);
  g_assert_true (barn_value_equal (&left, &right));
}

static void
assert_title (BarnItem   *item,
              const char *expected)
{
  g_autofree char *title = NULL;

  g_object_get (item, "display-title", &title, NULL);
  g_assert_cmpstr (title, ==, expected);
  g_assert_cmpstr (barn_item_get_title (item), ==, expected);
}

static void
test_title (void)
{
  g_autoptr(BarnItem) role = make_item (BARN_KIND_ROLE, "r", "name", "Chefer", NULL);
  g_autoptr(BarnItem) plan = make_plan ("p", 2026);
  g_autoptr(BarnItem) text = make_item (BARN_KIND_PLAN_TEXT, "t", "body", " Kort\ntext ", NULL);
  g_autoptr(BarnItem) follow_up = make_follow_up ("f", "a", "2026-01-01", BARN_STATUS_DONE);
  guint count;

  assert_title (role, "Chefer");
  assert_title (plan, "Action plan 2026");
  g_object_set (plan, "year", (gint64) 2027, NULL);
  assert_title (plan, "Action plan 2027");
  g_object_set (plan, "title", "Vår plan", NULL);
  assert_title (plan, "Vår plan");

  assert_title (text, "Kort text");
  count_notify (text, "display-title", &count);
  g_object_set (text, "heading", "Rubrik", NULL);
  assert_title (text, "Rubrik");
  g_assert_cmpuint (count, ==, 1);

  assert_title (follow_up, "");
  g_object_set (follow_up, "comment",
                "Åååå ååå ååå ååå ååå ååå ååå ååå ååå ååå ååå ååå ååå ååå slut på raden som är lång", NULL);
  assert_title (follow_up, "Åååå ååå ååå ååå ååå ååå ååå ååå ååå ååå ååå ååå ååå ååå…");
}

static void
assert_before (BarnItem *a,
               BarnItem *b)
{
  g_assert_cmpint (barn_item_compare (a, b), <, 0);
  g_assert_cmpint (barn_item_compare (b, a), >, 0);
  g_assert_cmpint (barn_item_compare (a, a), ==, 0);

  g_object_unref (a);
  g_object_unref (b);
}

static void
test_compare (void)
{
  assert_before (make_plan ("b", 2027), make_plan ("a", 2026));
  assert_before (make_activity ("b", "p", 1), make_activity ("a", "p", 1.5));
  assert_before (make_activity ("a", "p", 1), make_activity ("b", "p", 1));
  assert_before (make_follow_up ("b", "x", "2026-02-02", BARN_STATUS_DONE),
                 make_follow_up ("a", "x", "2026-02-01", BARN_STATUS_DONE));
  assert_before (make_item (BARN_KIND_FOLLOW_UP, "b", "day", day ("2026-02-02"), "made-at", (gint64) 6, NULL),
                 make_item (BARN_KIND_FOLLOW_UP, "a", "day", day ("2026-02-02"), "made-at", (gint64) 5, NULL));
  assert_before (make_item (BARN_KIND_AREA, "b", "year", (gint64) 2025, "position", 9.0, NULL),
                 make_item (BARN_KIND_AREA, "a", "year", (gint64) 2026, "position", 1.0, NULL));
  assert_before (make_item (BARN_KIND_SECTION_TEXT, "b", "section", "strengths", "article", (gint64) 12, NULL),
                 make_item (BARN_KIND_SECTION_TEXT, "a", "section", "challenges", "article", (gint64) 2, NULL));
  assert_before (make_item (BARN_KIND_SECTION_TEXT, "b", "section", "strengths", "article", (gint64) 3, NULL),
                 make_item (BARN_KIND_SECTION_TEXT, "a", "section", "strengths", "article", (gint64) 12, NULL));
  assert_before (make_item (BARN_KIND_SECTION_TEXT, "b", "section", "areas_intro", NULL),
                 make_item (BARN_KIND_SECTION_TEXT, "a", "section", "unknown", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item/kinds", test_kinds);
  g_test_add_func ("/item/id", test_id);
  g_test_add_func ("/item/every-field", test_every_field);
  g_test_add_func ("/item/copy", test_copy);
  g_test_add_func ("/item/texts", test_texts);
  g_test_add_func ("/item/sets", test_sets);
  g_test_add_func ("/item/title", test_title);
  g_test_add_func ("/item/compare", test_compare);

  return g_test_run ();
}
