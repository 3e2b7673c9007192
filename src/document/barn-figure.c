/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-figure"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"
#include "barn-figure-private.h"

struct _BarnFigure
{
  gatomicrefcount  ref_count;
  double           width;
  double           height;
  double           scale;      /* of a drawing that was too wide for a page */
  char            *text;
  char            *description;

  BarnFigureDraw   draw;       /* (nullable): NULL for a picture */
  gpointer         data;
  GDestroyNotify   destroy;

  GBytes          *bytes;      /* (nullable): the file of a picture, */
  const char      *extension;  /* how its name ends, */
  cairo_surface_t *surface;    /* and its pixels */
};

G_DEFINE_BOXED_TYPE (BarnFigure, barn_figure, barn_figure_ref, barn_figure_unref)

static BarnFigure *
new_figure (double      width,
            double      height,
            const char *text)
{
  BarnFigure *self = g_new0 (BarnFigure, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->scale = MIN (BARN_FIGURE_MAX_WIDTH / width, 1);
  self->width = width * self->scale;
  self->height = height * self->scale;
  self->text = barn_text_clean (text);
  self->description = g_strdup ("");

  return self;
}

/**
 * barn_figure_new:
 * @width: points; no more than %BARN_FIGURE_MAX_WIDTH stands on a page, what is wider is made smaller
 * @height: points
 * @text: what it shows, in a sentence, for those who do not see it
 * @draw: draws it
 * @data: for @draw
 * @destroy: (nullable): lets go of @data
 *
 * Returns: (transfer full): a drawing
 */
BarnFigure *
barn_figure_new (double          width,
                 double          height,
                 const char     *text,
                 BarnFigureDraw  draw,
                 gpointer        data,
                 GDestroyNotify  destroy)
{
  BarnFigure *self;

  g_return_val_if_fail (width > 0 && height > 0, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (draw != NULL, NULL);

  self = new_figure (width, height, text);
  self->draw = draw;
  self->data = data;
  self->destroy = destroy;

  return self;
}

/* Cairo wants each colour multiplied with how opaque it is */
static cairo_surface_t *
to_surface (GdkPixbuf *pixbuf)
{
  const int width = gdk_pixbuf_get_width (pixbuf);
  const int height = gdk_pixbuf_get_height (pixbuf);
  const int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  const gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guint8 *target = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height && target != NULL; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint8 *row = target + (gsize) y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < width; x++, from += n_channels, row += 4)
        {
          guint32 alpha = has_alpha ? from[3] : 255;
          guint32 dot = alpha << 24 | (from[0] * alpha / 255) << 16 | (from[1] * alpha / 255) << 8 | from[2] * alpha / 255;

          memcpy (row, &dot, sizeof dot);
        }
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

/**
 * barn_figure_new_picture:
 * @bytes: a PNG or JPEG file
 * @max_width: points
 * @max_height: points
 * @text: what it shows
 * @error: return location for %BARN_DOCUMENT_ERROR_PICTURE
 *
 * Makes a figure of a file, as large as fits in the given place.
 *
 * Returns: (transfer full): a picture, or %NULL with @error set where the file is none, or too large to be one for a page
 */
BarnFigure *
barn_figure_new_picture (GBytes      *bytes,
                         double       max_width,
                         double       max_height,
                         const char  *text,
                         GError     **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  const char *kind;
  BarnFigure *self;
  double scale;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (max_width > 0 && max_height > 0, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  kind = barn_picture_sniff (bytes);
  if (kind == NULL)
    {
      barn_picture_set_error (error);
      return NULL;
    }

  pixbuf = barn_picture_load_pixels (bytes, kind, error);
  if (pixbuf == NULL)
    return NULL;

  scale = MIN (max_width / gdk_pixbuf_get_width (pixbuf), max_height / gdk_pixbuf_get_height (pixbuf));
  self = new_figure (gdk_pixbuf_get_width (pixbuf) * scale, gdk_pixbuf_get_height (pixbuf) * scale, text);
  self->bytes = g_bytes_ref (bytes);
  self->extension = kind;
  self->surface = to_surface (pixbuf);

  return self;
}

/**
 * barn_figure_ref:
 * @self: a figure
 *
 * Returns: (transfer full): @self, held once more
 */
BarnFigure *
barn_figure_ref (BarnFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * barn_figure_unref:
 * @self: (transfer full): a figure
 *
 * Lets go of @self.
 */
void
barn_figure_unref (BarnFigure *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self->text);
  g_free (self->description);
  g_free (self);
}

/**
 * barn_figure_get_width:
 * @self: a figure
 *
 * Returns: its width in points
 */
double
barn_figure_get_width (BarnFigure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * barn_figure_get_height:
 * @self: a figure
 *
 * Returns: its height in points
 */
double
barn_figure_get_height (BarnFigure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * barn_figure_get_text:
 * @self: a figure
 *
 * Returns: what it shows, in a sentence
 */
const char *
barn_figure_get_text (BarnFigure *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text;
}

/**
 * barn_figure_get_description:
 * @self: a figure
 *
 * Returns: all that it shows, or "" where the text says it already
 */
const char *
barn_figure_get_description (BarnFigure *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->description;
}

/**
 * barn_figure_set_description:
 * @self: a figure that is being made
 * @description: (nullable): all that it shows, number by number
 */
void
barn_figure_set_description (BarnFigure *self,
                             const char *description)
{
  g_return_if_fail (self != NULL);

  g_free (self->description);
  self->description = barn_text_clean (description != NULL ? description : "");
}

/**
 * barn_figure_draw:
 * @self: a figure
 * @cr: where to, in points from its upper left corner; as it was afterwards
 *
 * Draws it in its own size.
 */
void
barn_figure_draw (BarnFigure *self,
                  cairo_t    *cr)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  if (self->draw != NULL)
    {
      cairo_scale (cr, self->scale, self->scale);
      self->draw (cr, self->width / self->scale, self->height / self->scale, self->data);
    }
  else
    {
      cairo_scale (cr, self->width / cairo_image_surface_get_width (self->surface), self->height / cairo_image_surface_get_height (self->surface));
      cairo_set_source_surface (cr, self->surface, 0, 0);
      /* No cairo_paint(): on an empty page cairo takes it for a new beginning, and forgets the tag that was begun before it */
      cairo_rectangle (cr, 0, 0, cairo_image_surface_get_width (self->surface), cairo_image_surface_get_height (self->surface));
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

GBytes *
barn_figure_get_picture (BarnFigure  *self,
                         const char **extension)
{
  if (extension != NULL)
    *extension = self->extension;

  return self->bytes;
}

char *
barn_figure_dup_full_text (BarnFigure *self)
{
  return *self->description != '\0' ? g_strdup_printf ("%s\n%s", self->text, self->description) : g_strdup (self->text);
}
