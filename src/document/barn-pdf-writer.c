/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-pdf-writer"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "barn-pages-private.h"
#include "barn-pdf-private.h"

/* Pages to PDF: cairo draws them and marks where each part begins and ends; barn-pdf-structure.c says what the parts are */

static cairo_status_t
on_write (gpointer             data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t    *surface,
              BarnDocument       *document,
              cairo_pdf_metadata_t key,
              const char         *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (surface, key, text);
}

static void
add_properties (cairo_surface_t *surface,
                BarnPages       *pages)
{
  BarnDocument *document = pages->document;
  g_autofree char *time = g_strconcat (barn_document_get_date (document), "T00:00:00Z", NULL);

  set_metadata (surface, document, CAIRO_PDF_METADATA_TITLE, pages->title);
  set_metadata (surface, document, CAIRO_PDF_METADATA_AUTHOR, barn_document_get_author (document));
  set_metadata (surface, document, CAIRO_PDF_METADATA_SUBJECT, barn_document_get_subject (document));
  set_metadata (surface, document, CAIRO_PDF_METADATA_KEYWORDS, barn_document_get_keywords (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Barnrätt");
  /* Without a date of its own a document bears none: the hour in which it was written would make each file another */
  if (barn_date_is_iso (barn_document_get_date (document)))
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
    }
}

/* Bookmarks: the headings, each under the one that it belongs to */
static void
add_bookmarks (cairo_surface_t *surface,
               BarnPages       *pages)
{
  int parents[7] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < pages->headings->len; i++)
    {
      const BarnPageHeading *heading = &g_array_index (pages->headings, BarnPageHeading, i);
      /* Whole numbers: cairo reads others as the locale writes them */
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %u]", heading->page + 1, (guint) heading->y);
      int id;

      id = cairo_pdf_surface_add_outline (surface, parents[heading->level - 1], heading->text, target,
                                          heading->level < 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint level = heading->level; level < G_N_ELEMENTS (parents); level++)
        parents[level] = id;
    }
}

static GBytes *
draw_pages (BarnPages     *pages,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (on_write, out, BARN_PAGES_WIDTH, BARN_PAGES_HEIGHT);
  cairo_t *cr;
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  add_properties (surface, pages);
  cr = cairo_create (surface);
  for (guint i = 0; i < barn_pages_get_n_pages (pages) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      barn_pages_draw_items (pages, i, cr, TRUE);
      cairo_show_page (cr);
    }
  add_bookmarks (surface, pages);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      barn_pdf_set_error (error, cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

void
barn_pdf_set_error (GError     **error,
                    const char  *reason)
{
  g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
               _("The PDF file could not be made: %s. Nothing was written. Export the document in another format."), reason);
}

/**
 * barn_pdf_write:
 * @document: a document
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): @document as PDF/UA-1
 */
GBytes *
barn_pdf_write (BarnDocument  *document,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (BarnPages) pages = barn_pages_new (document, cancellable, error);
  g_autoptr (GBytes) drawn = NULL;

  if (pages == NULL)
    return NULL;

  drawn = draw_pages (pages, cancellable, error);
  if (drawn == NULL)
    return NULL;

  return barn_pdf_complete (pages, drawn, error);
}
