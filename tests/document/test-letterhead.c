/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "document-support.h"

/* What stands above the title, and in which letters: seen in every format, and not part of what is read again */

#define ALT "Granviks kommuns vapen: ett granskott"

static BarnDocument *
make_letter (void)
{
  BarnDocument *document = make_rich_document ();
  g_autoptr (GBytes) png = make_png (64);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnFigure) logo = barn_figure_new_picture (png, BARN_LOGO_MAX_WIDTH, BARN_LOGO_MAX_HEIGHT, ALT, &error);

  g_assert_no_error (error);
  barn_document_set_logo (document, logo);
  barn_document_set_letterhead (document, "Socialförvaltningen\nGranviks kommun");
  barn_document_set_font (document, "DejaVu Serif");

  return document;
}

static GBytes *
write_as (BarnDocument *document,
       BarnFormat    format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = barn_document_to_bytes (document, format, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_seen (void)
{
  static const BarnFormat formats[] = { BARN_FORMAT_TEXT, BARN_FORMAT_MARKDOWN, BARN_FORMAT_HTML };
  g_autoptr (BarnDocument) document = make_letter ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = write_as (document, formats[i]);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      g_assert_nonnull (strstr (text, "Granviks kommun"));
      if (formats[i] != BARN_FORMAT_HTML)
        continue;
      g_assert_nonnull (strstr (text, "alt=\"" ALT "\""));
      g_assert_nonnull (strstr (text, "src=\"data:image/png;base64,"));
      g_assert_nonnull (strstr (text, "--font:\"DejaVu Serif\","));
    }
}

/* What comes back is as if there had been no letterhead, and twice the same bytes are written */
static void
test_round_trip (void)
{
  static const struct { BarnFormat format; const char *name; } formats[] = {
    { BARN_FORMAT_DOCX, "a.docx" }, { BARN_FORMAT_ODT, "a.odt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (BarnDocument) letter = make_letter ();
      g_autoptr (BarnDocument) plain = make_rich_document ();
      g_autoptr (GBytes) bytes = write_as (letter, formats[i].format);
      g_autoptr (GBytes) twice = write_as (letter, formats[i].format);
      g_autoptr (GBytes) plain_bytes = write_as (plain, formats[i].format);
      g_autoptr (BarnDocument) again = barn_document_read_bytes (bytes, formats[i].name, NULL, NULL);
      g_autoptr (BarnDocument) plain_again = barn_document_read_bytes (plain_bytes, formats[i].name, NULL, NULL);
      g_autofree char *dumped = dump (again);
      g_autofree char *expected = dump (plain_again);

      g_assert_true (g_bytes_equal (bytes, twice));
      g_assert_cmpstr (dumped, ==, expected);
    }
}

static void
test_pdf (void)
{
  g_autoptr (BarnDocument) letter = make_letter ();
  g_autoptr (BarnDocument) plain = make_rich_document ();
  g_autoptr (GBytes) bytes = write_as (letter, BARN_FORMAT_PDF);
  g_autoptr (GBytes) twice = write_as (letter, BARN_FORMAT_PDF);
  g_autoptr (GBytes) plain_bytes = write_as (plain, BARN_FORMAT_PDF);

  g_assert_true (g_bytes_equal (bytes, twice));
  g_assert_false (g_bytes_equal (bytes, plain_bytes));
}

static void
assert_no_logo (const char *text,
                gssize      length,
                const char *word)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) logo = barn_picture_to_logo (bytes, &error);

  g_assert_null (logo);
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_PICTURE);
  g_assert_nonnull (strstr (error->message, word));
}

static void
assert_size (GBytes *logo,
             double  wide)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnFigure) figure = barn_figure_new_picture (logo, 1000, 1000, "", &error);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (barn_figure_get_width (figure) / barn_figure_get_height (figure), wide, 0.02);
}

/* What is fit stays as it is, what is too large is made smaller, and a drawing becomes dots */
static void
test_logo (void)
{
  g_autoptr (GBytes) small = make_png (64);
  g_autoptr (GBytes) large = make_png (2000);
  static const char drawing[] = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"100\">"
                                "<rect width=\"300\" height=\"100\" fill=\"#1b3a57\"/></svg>";
  /* As large as a drawing may call itself, and no larger on paper than any other */
  static const char enormous[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900000\" height=\"300000\"><circle r=\"9\"/></svg>";
  const char *const drawings[] = { drawing, enormous };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) kept = barn_picture_to_logo (small, &error);
  g_autoptr (GBytes) smaller = barn_picture_to_logo (large, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept, small));
  g_assert_cmpuint (g_bytes_get_size (smaller), <, 100 * 1024);
  assert_size (smaller, 1);

  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_autoptr (GBytes) svg = g_bytes_new (drawings[i], strlen (drawings[i]));
      g_autoptr (GBytes) dots = barn_picture_to_logo (svg, &error);

      g_assert_no_error (error);
      assert_size (dots, 3);
      g_assert_cmpuint (g_bytes_get_size (dots), <, 100 * 1024);
    }
}

static void
test_no_logo (void)
{
  g_autofree char *long_drawing = g_strnfill (2 * 1024 * 1024, ' ');

  memcpy (long_drawing, "<svg/>", strlen ("<svg/>"));
  assert_no_logo ("", -1, "no picture");
  assert_no_logo ("inte en bild", -1, "no picture");
  assert_no_logo ("<html/>", -1, "no picture");
  assert_no_logo ("<svg xmlns=\"http://www.w3.org/2000/svg\"", -1, "no picture");
  assert_no_logo ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><image href=\"file:///etc/passwd\"/></svg>", -1, "no picture");
  assert_no_logo ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", -1, "no picture");
  /* Would keep a computer busy for years */
  assert_no_logo ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
                  "<filter id=\"f\"><feTurbulence baseFrequency=\"0.01\" numOctaves=\"1000000000\"/></filter>"
                  "<rect width=\"9\" height=\"9\" filter=\"url(#f)\"/></svg>", -1, "no picture");
  assert_no_logo (long_drawing, -1, "no picture");
}

static void
test_logo_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("barn-logo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "vapen.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nothing = g_file_new_for_path (folder);
  g_autofree char *large = g_malloc0 (21 * 1024 * 1024);
  g_autoptr (GError) error = NULL;

  g_assert_null (barn_picture_read_logo (file, &error));
  g_assert_nonnull (strstr (error->message, "vapen.png"));
  g_clear_error (&error);

  g_assert_null (barn_picture_read_logo (nothing, &error));
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_PICTURE);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, large, 21 * 1024 * 1024, NULL));
  g_assert_null (barn_picture_read_logo (file, &error));
  g_assert_nonnull (strstr (error->message, "20 MB"));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "inte en bild", -1, NULL));
  g_assert_null (barn_picture_read_logo (file, &error));
  g_assert_nonnull (strstr (error->message, "vapen.png"));
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (nothing, NULL, NULL));
}

static void
test_font_names (void)
{
  static const char *const names[] = { "Arial", "DejaVu Serif", "Källa Åäö", "思源黑体" };
  static const char *const others[] = { "", " Arial", "Arial ", "A\"B", "A';}", "A<b>", "Arial,Serif", "A\nB", "A\\B", "\xff" };
  g_autofree char *long_name = g_strnfill (101, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (barn_font_is_name (names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (barn_font_is_name (others[i]));
  g_assert_false (barn_font_is_name (long_name));

  g_assert_true (barn_font_is_installed ("carlito"));
  g_assert_false (barn_font_is_installed ("Finns Inte Sans"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letterhead/seen", test_seen);
  g_test_add_func ("/letterhead/round-trip", test_round_trip);
  g_test_add_func ("/letterhead/pdf", test_pdf);
  g_test_add_func ("/letterhead/logo", test_logo);
  g_test_add_func ("/letterhead/no-logo", test_no_logo);
  g_test_add_func ("/letterhead/logo-files", test_logo_files);
  g_test_add_func ("/letterhead/font-names", test_font_names);

  return g_test_run ();
}
