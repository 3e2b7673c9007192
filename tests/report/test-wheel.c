/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-wheel"

#include "config.h"

#include <math.h>
#include <string.h>

#include "barn-wheel.h"

#define YEAR 2026

typedef struct
{
  BarnModel *model;
  BarnPlan  *plan;
  BarnItem  *roles[2];
} Fixture;

static void
merge_one (BarnModel *model,
           BarnItem  *item)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  g_ptr_array_add (fresh, item);
  barn_model_merge (model, fresh);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (BarnItem) plan = barn_item_new (BARN_KIND_PLAN, NULL);
  const char *names[] = { "Chefer", "Medarbetare" };

  fixture->model = barn_model_new ();
  barn_item_set_number (plan, BARN_PLAN_YEAR, YEAR);
  merge_one (fixture->model, plan);
  fixture->plan = barn_model_find_plan (fixture->model, YEAR);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (BarnItem) role = barn_item_new (BARN_KIND_ROLE, NULL);

      barn_item_set_text (role, BARN_ROLE_NAME, names[i]);
      barn_item_set_real (role, BARN_ROLE_POSITION, i + 1);
      merge_one (fixture->model, role);
      fixture->roles[i] = barn_model_lookup (fixture->model, barn_item_get_id (role));
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->model);
}

/* @roles: how many of the two it has */
static void
add_activity (Fixture    *fixture,
              const char *title,
              BarnDay     start,
              BarnDay     due,
              guint       roles)
{
  g_autoptr (BarnItem) activity = barn_item_new (BARN_KIND_ACTIVITY, NULL);
  const char *ids[] = { NULL, NULL, NULL };

  for (guint i = 0; i < roles; i++)
    ids[i] = barn_item_get_id (fixture->roles[i]);
  barn_item_set_text (activity, BARN_ACTIVITY_PLAN, barn_item_get_id (BARN_ITEM (fixture->plan)));
  barn_item_set_text (activity, BARN_ACTIVITY_TITLE, title);
  barn_item_set_number (activity, BARN_ACTIVITY_START_ON, start);
  barn_item_set_number (activity, BARN_ACTIVITY_DUE_ON, due);
  barn_item_set_set (activity, BARN_ACTIVITY_ROLES, ids);
  merge_one (fixture->model, activity);
}

static void
add_mark (Fixture    *fixture,
          const char *title,
          BarnDay     day,
          gboolean    by_week)
{
  g_autoptr (BarnItem) mark = barn_item_new (BARN_KIND_YEAR_MARK, NULL);

  barn_item_set_text (mark, BARN_YEAR_MARK_TITLE, title);
  barn_item_set_text (mark, BARN_YEAR_MARK_CATEGORY, by_week ? "week" : "board");
  barn_item_set_number (mark, BARN_YEAR_MARK_DAY, day);
  barn_item_set_number (mark, BARN_YEAR_MARK_BY_WEEK, by_week);
  merge_one (fixture->model, mark);
}

static char *
dup_count (guint    n_activities,
           GObject *data)
{
  return g_strdup_printf ("%u st", n_activities);
}

static BarnWheel *
make_wheel (Fixture *fixture)
{
  const BarnWheelWords words = {
    .language = "sv",
    .title = "Årshjul 2026",
    .without_role = "Utan roll",
    .starts = "börjar",
    .due = "klar",
    .today = "I dag",
    .occasion = "Uppföljningstillfälle",
    .overdue = "Försenad",
    .statuses = { "Ej påbörjad", "Påbörjad", "Genomförd", "Pausad", "Utgår" },
    .categories = { "Nämnd", "Budget", "Intern kontroll", "Barnrättsvecka", "Annat" },
    .dup_count = dup_count,
  };

  return barn_wheel_new (fixture->model, fixture->plan, barn_day_new (YEAR, 11, 22), &words);
}

static void
test_angles (void)
{
  g_assert_cmpfloat_with_epsilon (barn_wheel_get_angle (2026, barn_day_new (2026, 1, 1)), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (barn_wheel_get_angle (2026, barn_day_new (2026, 3, 1)), 2 * G_PI * 59 / 365, 1e-9);
  g_assert_cmpfloat_with_epsilon (barn_wheel_get_angle (2024, barn_day_new (2024, 3, 1)), 2 * G_PI * 60 / 366, 1e-9);
  g_assert_cmpfloat_with_epsilon (barn_wheel_get_angle (2026, barn_day_new (2026, 12, 31) + 1), 2 * G_PI, 1e-9);

  /* What is outside the year is at its ends */
  g_assert_cmpfloat_with_epsilon (barn_wheel_get_angle (2026, barn_day_new (2025, 6, 1)), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (barn_wheel_get_angle (2026, barn_day_new (2027, 6, 1)), 2 * G_PI, 1e-9);
}

static GArray *
new_spans (guint         n_spans,
           const double *ends)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (BarnWheelSpan));

  for (guint i = 0; i < n_spans; i++)
    {
      BarnWheelSpan span = { ends[2 * i], ends[2 * i + 1], G_MAXUINT, i };

      g_array_append_val (spans, span);
    }

  return spans;
}

static guint
get_lane (GArray *spans,
          guint   part)
{
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, BarnWheelSpan, i).part == part)
      return g_array_index (spans, BarnWheelSpan, i).lane;

  g_assert_not_reached ();
}

static void
test_pack (void)
{
  const double ends[] = { 3, 4, 0, 2, 1, 3, 2, 2.5 };
  g_autoptr (GArray) spans = new_spans (4, ends);

  g_assert_cmpuint (barn_wheel_pack (spans, 0.1, 9), ==, 2);
  g_assert_cmpuint (get_lane (spans, 1), ==, 0);
  g_assert_cmpuint (get_lane (spans, 2), ==, 1);
  /* What begins where another ends goes on in its lane */
  g_assert_cmpuint (get_lane (spans, 3), ==, 0);
  g_assert_cmpuint (get_lane (spans, 0), ==, 0);
}

static void
test_pack_nothing (void)
{
  g_autoptr (GArray) spans = new_spans (0, NULL);

  g_assert_cmpuint (barn_wheel_pack (spans, 0.1, 9), ==, 0);
}

static void
test_pack_limit (void)
{
  const double ends[] = { 0, 6, 0, 6, 0, 6, 0, 6 };
  g_autoptr (GArray) spans = new_spans (4, ends);

  g_assert_cmpuint (barn_wheel_pack (spans, 0.1, 4), ==, 4);
  g_assert_cmpuint (barn_wheel_pack (spans, 0.1, 3), ==, 4);
}

/* One day is too short to be seen; it gets room, but not outside the year */
static void
test_pack_widens (void)
{
  const double ends[] = { 0, 0.01, 3, 3.01, 2 * G_PI - 0.01, 2 * G_PI };
  g_autoptr (GArray) spans = new_spans (3, ends);

  g_assert_cmpuint (barn_wheel_pack (spans, 0.2, 9), ==, 1);
  for (guint i = 0; i < spans->len; i++)
    {
      const BarnWheelSpan *span = &g_array_index (spans, BarnWheelSpan, i);

      g_assert_cmpfloat_with_epsilon (span->to - span->from, 0.2, 1e-9);
      g_assert_cmpfloat (span->from, >=, 0);
      g_assert_cmpfloat (span->to, <=, 2 * G_PI + 1e-9);
    }
}

static void
test_sector (void)
{
  const BarnSector sector = { G_PI / 4, 3 * G_PI / 4, 10, 20 };
  double x, y, width, height;

  /* From half past one to half past four: to the right of the middle */
  g_assert_true (barn_sector_contains (&sector, 15, 0));
  g_assert_false (barn_sector_contains (&sector, 9, 0));
  g_assert_false (barn_sector_contains (&sector, 21, 0));
  g_assert_false (barn_sector_contains (&sector, 0, -15));
  g_assert_false (barn_sector_contains (&sector, -15, 0));

  /* It reaches farther to the right than its corners */
  barn_sector_get_bounds (&sector, &x, &y, &width, &height);
  g_assert_cmpfloat_with_epsilon (x, 10 * G_SQRT2 / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (x + width, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, -20 * G_SQRT2 / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (height, 20 * G_SQRT2, 1e-9);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BarnWheel) wheel = NULL;
  g_autoptr (BarnWheelLayout) layout = NULL;
  guint part;

  add_activity (fixture, "Utan datum", BARN_DAY_NONE, BARN_DAY_NONE, 1);
  wheel = make_wheel (fixture);
  g_assert_cmpuint (barn_wheel_get_n_parts (wheel), ==, 0);

  layout = barn_wheel_layout_new (wheel, 400, 400, 12);
  g_assert_false (barn_wheel_layout_find (layout, 200, 200, &part));
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BarnWheel) wheel = NULL;
  g_autofree char *text = NULL;
  g_autofree char *week = NULL;
  const BarnWheelPart *part;

  add_activity (fixture, "Fråga barnen", barn_day_new (YEAR, 3, 1), barn_day_new (YEAR, 6, 30), 2);
  add_activity (fixture, "Utan roll", BARN_DAY_NONE, barn_day_new (YEAR, 12, 1), 0);
  add_mark (fixture, "Barnrättsveckan", barn_day_from_week (YEAR, 41), TRUE);
  wheel = make_wheel (fixture);

  /* The mark, the activity in both its rings, and the ring of what has no role */
  g_assert_cmpuint (barn_wheel_get_n_parts (wheel), ==, 4);
  g_assert_cmpint (barn_wheel_get_part (wheel, 0)->type, ==, BARN_WHEEL_MARK);
  g_assert_cmpuint (barn_wheel_get_part (wheel, 0)->last - barn_wheel_get_part (wheel, 0)->first, ==, 6);
  g_assert_cmpuint (barn_wheel_get_part (wheel, 1)->ring, ==, 1);
  g_assert_cmpuint (barn_wheel_get_part (wheel, 2)->ring, ==, 2);
  g_assert_cmpstr (barn_wheel_get_part (wheel, 1)->id, ==, barn_wheel_get_part (wheel, 2)->id);
  part = barn_wheel_get_part (wheel, 3);
  g_assert_cmpuint (part->ring, ==, 3);
  g_assert_false (part->has_start);
  g_assert_true (part->has_due);

  text = barn_wheel_dup_part_text (wheel, 1);
  g_assert_cmpstr (text, ==, "Fråga barnen, Chefer, börjar 1 mars, klar 30 juni, Ej påbörjad, Försenad");
  week = barn_wheel_dup_part_text (wheel, 0);
  g_assert_cmpstr (week, ==, "Barnrättsveckan, Barnrättsvecka, 5 oktober–11 oktober");
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BarnWheel) wheel = NULL;

  add_mark (fixture, "Nämnden", barn_day_new (YEAR, 2, 1), FALSE);
  add_activity (fixture, "Vår", barn_day_new (YEAR, 2, 1), barn_day_new (YEAR, 4, 30), 1);
  add_activity (fixture, "Höst", barn_day_new (YEAR, 9, 1), barn_day_new (YEAR, 11, 30), 1);
  add_activity (fixture, "Sommar", barn_day_new (YEAR, 6, 1), barn_day_new (YEAR, 7, 30), 2);
  wheel = make_wheel (fixture);

  /* The mark; spring, summer, autumn; summer in the inner ring */
  g_assert_cmpuint (barn_wheel_get_n_parts (wheel), ==, 5);
  g_assert_cmpuint (barn_wheel_step (wheel, 1, BARN_WHEEL_NEXT), ==, 2);
  g_assert_cmpuint (barn_wheel_step (wheel, 3, BARN_WHEEL_NEXT), ==, 3);
  g_assert_cmpuint (barn_wheel_step (wheel, 1, BARN_WHEEL_PREVIOUS), ==, 1);
  g_assert_cmpuint (barn_wheel_step (wheel, 1, BARN_WHEEL_LAST), ==, 3);
  g_assert_cmpuint (barn_wheel_step (wheel, 3, BARN_WHEEL_FIRST), ==, 1);
  g_assert_cmpuint (barn_wheel_step (wheel, 3, BARN_WHEEL_IN), ==, 4);
  g_assert_cmpuint (barn_wheel_step (wheel, 4, BARN_WHEEL_IN), ==, 4);
  g_assert_cmpuint (barn_wheel_step (wheel, 4, BARN_WHEEL_OUT), ==, 2);
  g_assert_cmpuint (barn_wheel_step (wheel, 2, BARN_WHEEL_OUT), ==, 0);
  g_assert_cmpuint (barn_wheel_step (wheel, 0, BARN_WHEEL_IN), ==, 1);
}

static void
add_many (Fixture *fixture,
          guint    n_activities)
{
  for (guint i = 0; i < n_activities; i++)
    {
      g_autofree char *title = g_strdup_printf ("Aktivitet %u", i);
      BarnDay start = barn_day_new (YEAR, 1, 1) + i % 300;

      add_activity (fixture, title, start, start + 40, 1);
    }
}

/* What cannot be told apart is drawn by the month, and nothing is lost in the counting */
static void
test_bundles (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (BarnWheel) wheel = NULL;

  add_many (fixture, 300);
  wheel = make_wheel (fixture);

  g_assert_cmpuint (barn_wheel_get_n_parts (wheel), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      const BarnWheelPart *part = barn_wheel_get_part (wheel, i);

      g_assert_cmpint (part->type, ==, BARN_WHEEL_BUNDLE);
      g_assert_cmpuint (barn_day_get_month (part->first), ==, i + 1);
      g_assert_cmpuint (part->by_status[BARN_STATUS_NOT_STARTED], ==, part->n_activities);
    }
  /* Those that start in January */
  g_assert_cmpuint (barn_wheel_get_part (wheel, 0)->n_activities, ==, 31);
}

/* Every part is found where it is seen, and lies in the picture */
static void
assert_all_found (BarnWheel *wheel,
                  double     width,
                  double     height,
                  double     text)
{
  g_autoptr (BarnWheelLayout) layout = barn_wheel_layout_new (wheel, width, height, text);
  g_autofree gboolean *found = g_new0 (gboolean, barn_wheel_get_n_parts (wheel));

  for (double y = 0; y < height; y += 0.5)
    for (double x = 0; x < width; x += 0.5)
      {
        guint part;

        if (barn_wheel_layout_find (layout, x, y, &part))
          {
            g_assert_true (barn_wheel_layout_contains (layout, part, x, y));
            found[part] = TRUE;
          }
      }

  for (guint i = 0; i < barn_wheel_get_n_parts (wheel); i++)
    {
      double x, y, part_width, part_height;

      g_assert_true (found[i]);
      barn_wheel_layout_get_bounds (layout, i, &x, &y, &part_width, &part_height);
      g_assert_cmpfloat (x, >=, -1);
      g_assert_cmpfloat (y, >=, -1);
      g_assert_cmpfloat (x + part_width, <=, width + 1);
      g_assert_cmpfloat (y + part_height, <=, height + 1);
    }
}

static void
test_layout (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (BarnWheel) wheel = NULL;

  add_many (fixture, 15);
  add_activity (fixture, "Två roller", barn_day_new (YEAR, 5, 1), barn_day_new (YEAR, 5, 1), 2);
  for (guint month = 1; month <= 12; month++)
    add_mark (fixture, "Nämnden sammanträder om barnets rättigheter", barn_day_new (YEAR, month, 28), FALSE);
  wheel = make_wheel (fixture);

  assert_all_found (wheel, 600, 660, 12);
  assert_all_found (wheel, 360, 400, 18);
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (BarnWheel) wheel = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autofree char *text = NULL;
  const char *bytes;

  add_activity (fixture, "Fråga <barnen>", barn_day_new (YEAR, 3, 1), barn_day_new (YEAR, 6, 30), 1);
  wheel = make_wheel (fixture);

  svg = barn_wheel_to_svg (wheel);
  again = barn_wheel_to_svg (wheel);
  g_assert_true (g_bytes_equal (svg, again));
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "<title id=\"wheel-title\">Årshjul 2026</title>"));
  g_assert_nonnull (strstr (text, "Fråga &lt;barnen&gt;, Chefer"));

  png = barn_wheel_to_png (wheel);
  bytes = g_bytes_get_data (png, NULL);
  g_assert_cmpuint (g_bytes_get_size (png), >, 1000);
  g_assert_cmpint (memcmp (bytes, "\x89PNG", 4), ==, 0);
}

/* Each theme draws, and no two look the same where they should not */
static void
test_themes (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (BarnWheel) wheel = NULL;
  g_autoptr (BarnWheelLayout) layout = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_many (fixture, 5);
  add_mark (fixture, "Nämnden", barn_day_new (YEAR, 2, 1), FALSE);
  wheel = make_wheel (fixture);
  layout = barn_wheel_layout_new (wheel, 300, 340, 11);

  for (guint i = BARN_WHEEL_LIGHT; i <= BARN_WHEEL_PRINT; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 340);
      cairo_t *cr = cairo_create (surface);

      barn_wheel_layout_draw (layout, cr, (BarnWheelTheme) i);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      g_assert_true (g_hash_table_add (seen, g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                                                         (gsize) cairo_image_surface_get_stride (surface) * 340)));
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wheel/angles", test_angles);
  g_test_add_func ("/wheel/pack", test_pack);
  g_test_add_func ("/wheel/pack/nothing", test_pack_nothing);
  g_test_add_func ("/wheel/pack/limit", test_pack_limit);
  g_test_add_func ("/wheel/pack/widens", test_pack_widens);
  g_test_add_func ("/wheel/sector", test_sector);
  g_test_add ("/wheel/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/wheel/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/wheel/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/wheel/bundles", Fixture, NULL, set_up, test_bundles, tear_down);
  g_test_add ("/wheel/layout", Fixture, NULL, set_up, test_layout, tear_down);
  g_test_add ("/wheel/pictures", Fixture, NULL, set_up, test_pictures, tear_down);
  g_test_add ("/wheel/themes", Fixture, NULL, set_up, test_themes, tear_down);

  return g_test_run ();
}
