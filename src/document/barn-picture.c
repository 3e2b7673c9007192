/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-picture"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-document-private.h"
#include "barn-figure-private.h"
#include "barn-xml.h"

/* Pictures that come from files: what is safe to take, and a logo of it */

/* A page of A4 at 600 dots an inch; a logo has a hundredth of it */
#define MAX_PIXELS (40 * G_GUINT64_CONSTANT (1000000))

/* A photograph of that many dots has no more */
#define MAX_FILE (20 * 1024 * 1024)

/* A drawing is text: a logo has a few thousand signs */
#define MAX_SVG (1024 * 1024)

/* A logo on paper at 400 dots an inch */
#define LOGO_WIDTH 960
#define LOGO_HEIGHT 320

/* What is larger is made anew, so that the plan file does not grow by it */
#define LOGO_BYTES (100 * 1024)

/* NULL for what is neither of the two kinds that every office program shows */
const char *
barn_picture_sniff (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (size > 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "jpeg";

  return NULL;
}

/* The loader takes a file that was cut off for one with an empty rest, and Word shows nothing at all of it */
static gboolean
is_whole (GBytes     *bytes,
          const char *kind)
{
  const char *end = strcmp (kind, "png") == 0 ? "IEND" : "\xff\xd9";
  const gsize length = strlen (end);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = size; at >= length; at--)
    if (memcmp (data + at - length, end, length) == 0)
      return TRUE;

  return FALSE;
}

void
barn_picture_set_error (GError **error)
{
  g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_PICTURE,
                       _("The file is no picture that can stand in a document. Choose a PNG or JPEG file."));
}

/* No size makes the loader stop before it takes memory for the pixels */
static void
on_size_prepared (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         data)
{
  gboolean *too_large = data;

  *too_large = (guint64) width * height > MAX_PIXELS;
  if (*too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

GdkPixbuf *
barn_picture_load_pixels (GBytes      *bytes,
                          const char  *kind,
                          GError     **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (kind, NULL);
  gboolean too_large = FALSE;
  gboolean loaded;

  if (loader == NULL)
    {
      barn_picture_set_error (error);
      return NULL;
    }

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &too_large);
  loaded = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  loaded = gdk_pixbuf_loader_close (loader, NULL) && loaded;

  if (too_large)
    {
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_PICTURE,
                   _("The picture has more than %u million dots, and was not taken. Make it smaller in a picture program, and choose the copy."),
                   (guint) (MAX_PIXELS / 1000000));
      return NULL;
    }
  if (!loaded || !is_whole (bytes, kind) || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    {
      barn_picture_set_error (error);
      return NULL;
    }

  return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* @width, @height: made smaller, or larger where @grow is set, until they fit in a logo's place */
static void
fit (int     *width,
     int     *height,
     gboolean grow)
{
  double scale = MIN (LOGO_WIDTH / (double) *width, LOGO_HEIGHT / (double) *height);

  if (!grow)
    scale = MIN (scale, 1);
  *width = MAX ((int) (*width * scale + 0.5), 1);
  *height = MAX ((int) (*height * scale + 0.5), 1);
}

static void
on_drawing_size (GdkPixbufLoader *loader,
                 int              width,
                 int              height,
                 gpointer         data)
{
  gboolean *sized = data;

  *sized = width > 0 && height > 0;
  if (*sized)
    fit (&width, &height, TRUE);
  gdk_pixbuf_loader_set_size (loader, *sized ? width : 0, *sized ? height : 0);
}

/* A picture or a page inside a drawing could be of any size, and be fetched from anywhere; what is made of dots is reckoned out anew for each thing
 * that asks for it, as many times as it says, and nothing can stop the loader in that */
static gboolean
is_plain_drawing (xmlNode *node)
{
  static const char *const refused[] = { "image", "foreignObject", "script", "filter", "mask", "pattern", "marker" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (barn_xml_is (node, refused[i]))
      return FALSE;

  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    if (!is_plain_drawing (child))
      return FALSE;

  return TRUE;
}

/* NULL where it is no SVG, or one that is not taken */
static GdkPixbuf *
load_drawing (GBytes *bytes)
{
  g_autoptr (BarnXml) xml = NULL;
  g_autoptr (GdkPixbufLoader) loader = NULL;
  gboolean sized = FALSE;
  gboolean loaded;

  if (g_bytes_get_size (bytes) == 0 || g_bytes_get_size (bytes) > MAX_SVG)
    return NULL;

  xml = barn_xml_parse (bytes, NULL);
  if (xml == NULL || !barn_xml_is (barn_xml_root (xml), "svg") || !is_plain_drawing (barn_xml_root (xml)))
    return NULL;

  loader = gdk_pixbuf_loader_new_with_type ("svg", NULL);
  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_drawing_size), &sized);
  loaded = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  loaded = gdk_pixbuf_loader_close (loader, NULL) && loaded;
  if (!loaded || !sized || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;

  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static GBytes *
save (GdkPixbuf   *pixbuf,
      const char  *kind,
      GError     **error)
{
  char *buffer;
  gsize size;

  if (!gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, kind, NULL, NULL))
    {
      barn_picture_set_error (error);
      return NULL;
    }

  return g_bytes_new_take (buffer, size);
}

/**
 * barn_picture_to_logo:
 * @bytes: a PNG, JPEG or SVG file
 * @error: return location for %BARN_DOCUMENT_ERROR_PICTURE
 *
 * Makes a picture that is fit to stand above the title of a document: no larger than is seen on paper. A drawing becomes dots, which look the same in
 * every program. One that is fit already stays as it is.
 *
 * Returns: (transfer full): a PNG or JPEG file, or %NULL with @error set where the file is no picture, or too large to be one for a page
 */
GBytes *
barn_picture_to_logo (GBytes  *bytes,
                      GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) smaller = NULL;
  const char *kind;
  int width, height;

  g_return_val_if_fail (bytes != NULL, NULL);

  kind = barn_picture_sniff (bytes);
  if (kind == NULL)
    {
      pixbuf = load_drawing (bytes);
      if (pixbuf != NULL)
        return save (pixbuf, "png", error);

      g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_PICTURE,
                           _("The file is no picture that can be a logo. Choose a PNG or JPEG file, or a plain SVG drawing."));
      return NULL;
    }

  pixbuf = barn_picture_load_pixels (bytes, kind, error);
  if (pixbuf == NULL)
    return NULL;

  width = gdk_pixbuf_get_width (pixbuf);
  height = gdk_pixbuf_get_height (pixbuf);
  if (width <= LOGO_WIDTH && height <= LOGO_HEIGHT && g_bytes_get_size (bytes) <= LOGO_BYTES)
    return g_bytes_ref (bytes);

  fit (&width, &height, FALSE);
  smaller = gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_HYPER);
  if (smaller == NULL)
    {
      barn_picture_set_error (error);
      return NULL;
    }

  return save (smaller, kind, error);
}

/**
 * barn_picture_read_logo:
 * @file: a PNG, JPEG or SVG file
 * @error: return location for %BARN_DOCUMENT_ERROR_PICTURE
 *
 * As barn_picture_to_logo(), of a file. A file that is too large is not read.
 *
 * Returns: (transfer full): a PNG or JPEG file, or %NULL with a sentence that names @file
 */
GBytes *
barn_picture_read_logo (GFile   *file,
                        GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) logo = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, &cause);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && g_file_info_get_size (info) > MAX_FILE)
    {
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_PICTURE,
                   _("The picture “%s” is larger than %u MB, and was not taken. Make it smaller in a picture program, and choose the copy."),
                   name, (guint) (MAX_FILE / 1024 / 1024));
      return NULL;
    }

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    bytes = g_file_load_bytes (file, NULL, NULL, &cause);
  if (bytes == NULL)
    {
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_PICTURE, _("The picture “%s” cannot be read: %s."), name,
                   cause != NULL ? cause->message : _("it is no file"));
      return NULL;
    }

  logo = barn_picture_to_logo (bytes, &cause);
  if (logo == NULL)
    {
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_PICTURE, "“%s”: %s", name, cause->message);
      return NULL;
    }

  return g_steal_pointer (&logo);
}
