/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "barn-pages-private.h"
#include "document-support.h"

/* What stands on which page, and that a PDF file of it is the same each time */

static BarnPages *
lay_out (BarnDocument *document)
{
  g_autoptr (GError) error = NULL;
  BarnPages *pages = barn_pages_new (document, NULL, &error);

  g_assert_no_error (error);

  return pages;
}

static GArray *
get_items (BarnPages *pages,
           guint      page)
{
  return ((BarnPage *) g_ptr_array_index (pages->pages, page))->items;
}

/* Nothing is drawn twice in a place, and nothing outside the paper */
static void
assert_in_place (BarnPages *pages,
                 guint      page)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *items = get_items (pages, page);

  for (guint i = 0; i < items->len; i++)
    {
      const BarnItem *item = &g_array_index (items, BarnItem, i);

      g_assert_cmpfloat (item->x, >=, 0);
      g_assert_cmpfloat (item->y, >=, 0);
      g_assert_cmpfloat (item->x + item->width, <=, BARN_PAGES_WIDTH);
      g_assert_cmpfloat (item->y, <=, BARN_PAGES_HEIGHT);
      if (item->kind == BARN_ITEM_TEXT)
        g_assert_true (g_hash_table_add (places, g_strdup_printf ("%.2f %.2f", item->x, item->y)));
    }
}

static void
test_long (void)
{
  g_autoptr (BarnDocument) document = make_long_document (200);
  g_autoptr (BarnPages) pages = lay_out (document);

  g_assert_cmpuint (barn_pages_get_n_pages (pages), >, 20);
  for (guint i = 0; i < barn_pages_get_n_pages (pages); i++)
    assert_in_place (pages, i);
}

/* A heading is never the last on its page */
static void
test_headings (void)
{
  g_autoptr (BarnDocument) document = make_long_document (3);
  g_autoptr (BarnPages) pages = lay_out (document);

  g_assert_cmpuint (pages->headings->len, ==, 25);
  for (guint i = 0; i < pages->headings->len; i++)
    {
      const BarnPageHeading *heading = &g_array_index (pages->headings, BarnPageHeading, i);
      GArray *items = get_items (pages, heading->page);
      guint below = 0;

      for (guint j = 0; j < items->len; j++)
        {
          const BarnItem *item = &g_array_index (items, BarnItem, j);

          below += item->element != NULL && item->element->type[0] != 'H' && item->y > heading->y;
        }
      g_assert_cmpuint (below, >, 0);
    }
}

static guint
count_links (BarnDocument *document)
{
  g_autoptr (BarnPages) pages = lay_out (document);

  return pages->links->len;
}

/* A table of contents stands in a document of five pages, not in one of three */
static void
test_contents (void)
{
  g_autoptr (BarnDocument) rich = make_rich_document ();
  g_autoptr (BarnDocument) full = make_full_document ();
  g_autoptr (BarnDocument) many = make_long_document (3);

  g_assert_cmpuint (count_links (full), ==, count_links (rich));
  g_assert_cmpuint (count_links (many), >=, 24);
}

static void
test_same_bytes (void)
{
  g_autoptr (BarnDocument) document = make_full_document ();
  g_autoptr (GBytes) once = barn_document_to_bytes (document, BARN_FORMAT_PDF, NULL, NULL);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  /* A comma for the decimal point must not come into the file; where the locale is missing there is nothing to try */
  setlocale (LC_ALL, "sv_SE.UTF-8");
  again = barn_document_to_bytes (document, BARN_FORMAT_PDF, NULL, &error);
  g_assert_no_error (error);
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_true (g_bytes_equal (once, again));
  g_assert_cmpint (memcmp (g_bytes_get_data (once, NULL), "%PDF-1.", 7), ==, 0);
}

/* Also without a date of its own a file does not bear the hour */
static void
test_no_date (void)
{
  g_autoptr (BarnDocument) document = barn_document_new ();
  g_autoptr (GBytes) bytes = NULL;

  add_text (barn_document_get_body (document), BARN_NODE_PARAGRAPH, "Utan dag.");
  bytes = barn_document_to_bytes (document, BARN_FORMAT_PDF, NULL, NULL);
  g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "CreationDate"));
}

static void
test_draws (void)
{
  g_autoptr (BarnDocument) document = make_full_document ();
  g_autoptr (BarnPages) pages = lay_out (document);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) BARN_PAGES_WIDTH, (int) BARN_PAGES_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < barn_pages_get_n_pages (pages); i++)
    barn_pages_draw (pages, i, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_cancelled (void)
{
  g_autoptr (BarnDocument) document = make_full_document ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (barn_pages_new (document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/long", test_long);
  g_test_add_func ("/pages/headings", test_headings);
  g_test_add_func ("/pages/contents", test_contents);
  g_test_add_func ("/pages/same-bytes", test_same_bytes);
  g_test_add_func ("/pages/no-date", test_no_date);
  g_test_add_func ("/pages/draws", test_draws);
  g_test_add_func ("/pages/cancelled", test_cancelled);

  return g_test_run ();
}
