/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-figure-convert"

#include "config.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "barn-figure-private.h"
#include "barn-xml.h"

/* A drawing as a file in itself, the same each time it is made */

#define PIXELS_PER_POINT 2.5

static cairo_status_t
on_write (gpointer             data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_svg (BarnFigure *self)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (on_write, out, barn_figure_get_width (self), barn_figure_get_height (self));
  cairo_t *cr = cairo_create (surface);

  barn_figure_draw (self, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (out);
}

/* Cairo counts its names through the life of the program: here they are counted anew */
static void
collect_ids (xmlNode    *node,
             GHashTable *names,
             const char *prefix)
{
  const char *id = barn_xml_attribute (node, "id");

  if (id != NULL)
    g_hash_table_insert (names, g_strdup (id), g_strdup_printf ("%s-%u", prefix, g_hash_table_size (names) + 1));
  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    collect_ids (child, names, prefix);
}

/* @value with every "#name" of @names in its new form */
static char *
replace_references (const char *value,
                    GHashTable *names)
{
  GString *out = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    {
      gsize length = *p == '#' ? strcspn (p + 1, ")\"' ;") : 0;
      g_autofree char *name = g_strndup (p + 1, length);
      const char *found = length > 0 ? g_hash_table_lookup (names, name) : NULL;

      g_string_append_c (out, *p);
      if (found != NULL)
        {
          g_string_append (out, found);
          p += length;
        }
    }

  return g_string_free (out, FALSE);
}

static void
rename_ids (xmlNode    *node,
            GHashTable *names)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      g_autofree char *value = g_strdup (attribute->children != NULL ? (const char *) attribute->children->content : "");
      g_autofree char *renamed = NULL;
      const char *found = strcmp ((const char *) attribute->name, "id") == 0 ? g_hash_table_lookup (names, value) : NULL;

      if (found == NULL && strchr (value, '#') == NULL)
        continue;

      renamed = found != NULL ? g_strdup (found) : replace_references (value, names);
      xmlNodeSetContent ((xmlNode *) attribute, (const xmlChar *) renamed);
    }

  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    rename_ids (child, names);
}

static void
append_children (GString *out,
                 xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();

  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    {
      xmlNodeDump (buffer, node->doc, child, 0, 0);
      xmlBufferCat (buffer, (const xmlChar *) "\n");
    }
  g_string_append (out, (const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
}

static void
append_named (GString    *out,
              const char *tag,
              const char *prefix,
              const char *text)
{
  if (*text == '\0')
    return;

  g_string_append_printf (out, "<%s id=\"%s-%s\">", tag, prefix, tag);
  barn_xml_escape (out, text);
  g_string_append_printf (out, "</%s>\n", tag);
}

/**
 * barn_figure_to_svg:
 * @self: a drawing
 * @prefix: what names in it begin with, so that several can stand in one page
 *
 * Makes an `<svg>` element of a drawing, with its text and description in it. It is a file in itself too.
 *
 * Returns: (transfer full): the element
 */
char *
barn_figure_to_svg (BarnFigure *self,
                    const char *prefix)
{
  g_autoptr (GBytes) drawn = draw_svg (self);
  g_autoptr (BarnXml) xml = barn_xml_parse (drawn, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const gboolean described = *barn_figure_get_description (self) != '\0';
  GString *out = g_string_new ("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  char height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.2f", barn_figure_get_width (self));
  g_ascii_formatd (height, sizeof height, "%.2f", barn_figure_get_height (self));
  g_string_append_printf (out, " width=\"%spt\" height=\"%spt\" viewBox=\"0 0 %s %s\" version=\"1.1\" role=\"img\" aria-labelledby=\"%s-title\"",
                          width, height, width, height, prefix);
  if (described)
    g_string_append_printf (out, " aria-describedby=\"%s-desc\"", prefix);
  g_string_append (out, ">\n");
  append_named (out, "title", prefix, barn_figure_get_text (self));
  append_named (out, "desc", prefix, barn_figure_get_description (self));

  if (xml != NULL)
    {
      collect_ids (barn_xml_root (xml), names, prefix);
      rename_ids (barn_xml_root (xml), names);
      append_children (out, barn_xml_root (xml));
    }
  g_string_append (out, "</svg>");

  return g_string_free (out, FALSE);
}

GBytes *
barn_figure_to_png (BarnFigure *self)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (barn_figure_get_width (self) * PIXELS_PER_POINT),
                                                         (int) ceil (barn_figure_get_height (self) * PIXELS_PER_POINT));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PIXELS_PER_POINT, PIXELS_PER_POINT);
  barn_figure_draw (self, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, on_write, out);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (out);
}
