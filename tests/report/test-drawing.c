/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures: a bar is split as its numbers are, and what is drawn is the same each time */

#include "barn-drawing.h"

#include <string.h>

static void
test_split (void)
{
  BarnTally tally = { .total = 4, .by_status = { [BARN_STATUS_NOT_STARTED] = 1, [BARN_STATUS_DONE] = 3 } };
  BarnTally crowd = { .total = 1001, .by_status = { [BARN_STATUS_ONGOING] = 1000, [BARN_STATUS_PAUSED] = 1 } };
  BarnTally none = { 0 };
  BarnSegment segments[BARN_N_STATUSES];

  g_assert_cmpuint (barn_drawing_split (&tally, 100, segments), ==, 2);
  g_assert_cmpuint (segments[0].status, ==, BARN_STATUS_DONE);
  g_assert_cmpuint (segments[0].number, ==, 3);
  g_assert_cmpfloat (segments[0].from, ==, 0);
  g_assert_cmpfloat (segments[0].until, ==, 73);
  g_assert_cmpuint (segments[1].status, ==, BARN_STATUS_NOT_STARTED);
  g_assert_cmpfloat (segments[1].from, ==, 75);
  g_assert_cmpfloat (segments[1].until, ==, 100);

  /* One of very many is still seen */
  g_assert_cmpuint (barn_drawing_split (&crowd, 100, segments), ==, 2);
  g_assert_cmpfloat (segments[1].until - segments[1].from, >=, 1);
  g_assert_cmpuint (barn_drawing_split (&none, 100, segments), ==, 0);
}

/* Pixels of a figure of one row */
static GBytes *
draw_row (const BarnTally *tally)
{
  char *const words[BARN_N_STATUSES] = { (char *) "Ej påbörjad", (char *) "Påbörjad", (char *) "Genomförd", (char *) "Pausad", (char *) "Utgår" };
  BarnBar bar = { (char *) "Chefer", *tally };
  g_autoptr (GPtrArray) bars = g_ptr_array_new ();
  int height = (int) barn_drawing_get_bars_height (1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, height);
  cairo_t *cr = cairo_create (surface);
  GBytes *pixels;

  g_ptr_array_add (bars, &bar);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  barn_drawing_bars (cr, 400, height, bars, words, &barn_drawing_paper);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) (cairo_image_surface_get_stride (surface) * height));
  cairo_surface_destroy (surface);

  return pixels;
}

static void
test_bars (void)
{
  BarnTally one = { .total = 2, .by_status = { [BARN_STATUS_DONE] = 1, [BARN_STATUS_ONGOING] = 1 } };
  BarnTally other = { .total = 2, .by_status = { [BARN_STATUS_DONE] = 2 } };
  g_autoptr (GBytes) first = draw_row (&one);
  g_autoptr (GBytes) again = draw_row (&one);
  g_autoptr (GBytes) different = draw_row (&other);

  g_assert_true (g_bytes_equal (first, again));
  g_assert_false (g_bytes_equal (first, different));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing/split", test_split);
  g_test_add_func ("/drawing/bars", test_bars);

  return g_test_run ();
}
