/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "document-support.h"

/* What is seen: the same file each time, its text in every format, and no picture taken that is none */

static char *
write_text (BarnDocument *document,
            BarnFormat    format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = barn_document_to_bytes (document, format, NULL, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_text_in_every_format (void)
{
  static const BarnFormat formats[] = { BARN_FORMAT_TEXT, BARN_FORMAT_MARKDOWN, BARN_FORMAT_HTML };
  g_autoptr (BarnDocument) document = barn_document_new ();

  add_figures (barn_document_get_body (document));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = write_text (document, formats[i]);

      g_assert_nonnull (strstr (text, "Granviks kommun"));
      g_assert_nonnull (strstr (text, "Stapeldiagram: 7 genomförda"));
      g_assert_nonnull (strstr (text, "Genomförda 7, påbörjade 5"));
      g_assert_nonnull (strstr (text, "Aktiviteter efter status"));
    }
}

/* Two drawings in one page have no name in common, and a drawing made later is not named otherwise */
static void
test_names (void)
{
  g_autoptr (BarnDocument) document = barn_document_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const char *end;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_figures (barn_document_get_body (document));
  add_figures (barn_document_get_body (document));
  first = write_text (document, BARN_FORMAT_HTML);
  second = write_text (document, BARN_FORMAT_HTML);
  g_assert_cmpstr (first, ==, second);

  for (const char *p = strstr (first, " id=\""); p != NULL; p = strstr (end, " id=\""))
    {
      p += strlen (" id=\"");
      end = strchr (p, '"');
      g_assert_true (g_hash_table_add (names, g_strndup (p, end - p)));
    }
  /* cairo 1.18 needs fewer of them than 1.16 */
  g_assert_cmpuint (g_hash_table_size (names), >=, 8);

  /* and what is referred to is there */
  for (const char *p = strstr (first, "xlink:href=\"#"); p != NULL; p = strstr (p, "xlink:href=\"#"))
    {
      g_autofree char *name = NULL;

      p += strlen ("xlink:href=\"#");
      name = g_strndup (p, strcspn (p, "\""));
      g_assert_true (g_hash_table_contains (names, name));
    }
}

static void
assert_no_picture (GBytes     *bytes,
                   const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (barn_figure_new_picture (bytes, 100, 100, "", &error));
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_PICTURE);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_no_picture (void)
{
  /* 10,000 dots in the square, and the pixels of the first */
  static const guint8 huge[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x27, 0x10,
    0x00, 0x00, 0x27, 0x10, 0x08, 0x06, 0x00, 0x00, 0x00, 0xba, 0x4e, 0x62, 0x27, 0x00, 0x00, 0x00, 0x0c, 0x49, 0x44, 0x41,
    0x54, 0x78, 0x9c, 0x63, 0x60, 0xa0, 0x3d, 0x00, 0x00, 0x00, 0x64, 0x00, 0x01, 0x86, 0x64, 0x3c, 0x35, 0x00, 0x00, 0x00,
    0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
  };
  g_autoptr (GBytes) text = g_bytes_new_static ("inte en bild", 12);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) bomb = g_bytes_new_static (huge, sizeof huge);
  g_autoptr (GBytes) png = make_png (64);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) / 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnFigure) figure = NULL;

  assert_no_picture (text, "no picture");
  assert_no_picture (nothing, "no picture");
  assert_no_picture (cut, "no picture");
  assert_no_picture (bomb, "million dots");

  figure = barn_figure_new_picture (png, 100, 50, "Kommunens vapen", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (barn_figure_get_width (figure), ==, 50);
  g_assert_cmpfloat (barn_figure_get_height (figure), ==, 50);
}

static void
on_destroy (gpointer data)
{
  gboolean *gone = data;

  *gone = TRUE;
}

static void
draw_nothing (cairo_t  *cr,
              double    width,
              double    height,
              gpointer  data)
{
  g_assert_cmpfloat (width, ==, 1000);
  g_assert_cmpfloat (height, ==, 500);
}

/* What is wider than a page is made smaller, and is drawn as it was thought */
static void
test_too_wide (void)
{
  gboolean gone = FALSE;
  BarnFigure *figure = barn_figure_new (1000, 500, "Bred", draw_nothing, &gone, on_destroy);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 10, 10);
  cairo_t *cr = cairo_create (surface);

  g_assert_cmpfloat (barn_figure_get_width (figure), <=, BARN_FIGURE_MAX_WIDTH);
  g_assert_cmpfloat (barn_figure_get_height (figure), <=, BARN_FIGURE_MAX_WIDTH / 2);
  barn_figure_draw (figure, cr);
  barn_figure_unref (figure);
  g_assert_true (gone);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/text-in-every-format", test_text_in_every_format);
  g_test_add_func ("/figure/names", test_names);
  g_test_add_func ("/figure/no-picture", test_no_picture);
  g_test_add_func ("/figure/too-wide", test_too_wide);

  return g_test_run ();
}
