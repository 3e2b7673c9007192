/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-figure"

#include "config.h"

#include <math.h>
#include <string.h>

#include "barn-docx-write-private.h"
#include "barn-figure-private.h"
#include "barn-xml.h"

/* Figures in a Word document: a drawing as SVG, with pixels beside for programs that read none, a picture as it is */

#define EMU_PER_POINT 12700
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

static const char *
get_extension (BarnFigure *figure)
{
  const char *extension;

  return barn_figure_get_picture (figure, &extension) != NULL ? extension : "png";
}

static void
append_names (GString    *out,
              const char *element,
              BarnFigure *figure,
              guint       number)
{
  g_autofree char *text = barn_figure_dup_full_text (figure);

  g_string_append_printf (out, "<%s id=\"%u\" name=\"Figure %u\" descr=\"", element, number, number);
  barn_xml_escape (out, text);
  g_string_append (out, "\"/>");
}

static void
append_picture (GString    *out,
                BarnFigure *figure,
                guint       number)
{
  const long width = lround (barn_figure_get_width (figure) * EMU_PER_POINT);
  const long height = lround (barn_figure_get_height (figure) * EMU_PER_POINT);

  g_string_append_printf (out, "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%ld\" cy=\"%ld\"/>", width, height);
  append_names (out, "wp:docPr", figure, number);
  g_string_append (out, "<a:graphic xmlns:a=\"" DRAWING "main\"><a:graphicData uri=\"" DRAWING "picture\"><pic:pic xmlns:pic=\"" DRAWING "picture\"><pic:nvPicPr>");
  append_names (out, "pic:cNvPr", figure, number);
  g_string_append_printf (out, "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdImage%u\"", number);
  if (barn_figure_get_picture (figure, NULL) == NULL)
    g_string_append_printf (out, "><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip"
                            " xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"rIdDrawing%u\"/></a:ext></a:extLst></a:blip>",
                            number);
  else
    g_string_append (out, "/>");
  g_string_append_printf (out,
                          "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" cy=\"%ld\"/>"
                          "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>",
                          width, height);
}

void
barn_docx_write_figure (BarnDocxWriter *self,
                        BarnNode       *node)
{
  const char *caption = barn_node_get_caption (node);

  g_ptr_array_add (self->figures, barn_node_get_figure (node));
  g_string_append_printf (self->out, "<w:p>%s<w:r>", *caption != '\0' ? "<w:pPr><w:keepNext/></w:pPr>" : "");
  append_picture (self->out, barn_node_get_figure (node), self->figures->len);
  g_string_append (self->out, "</w:r></w:p>");
  if (*caption == '\0')
    return;

  g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t xml:space=\"preserve\">");
  barn_xml_escape (self->out, caption);
  g_string_append (self->out, "</w:t></w:r></w:p>");
}

/* Above the title: the logo, and under it who sends the document, in one paragraph */
void
barn_docx_write_letterhead (BarnDocxWriter *self)
{
  BarnFigure *logo = barn_document_get_logo (self->document);
  g_auto (GStrv) lines = g_strsplit (barn_document_get_letterhead (self->document), "\n", -1);

  if (!barn_document_has_letterhead (self->document))
    return;

  g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"Letterhead\"/></w:pPr><w:r>");
  if (logo != NULL)
    {
      g_ptr_array_add (self->figures, logo);
      append_picture (self->out, logo, self->figures->len);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0 || logo != NULL)
        g_string_append (self->out, "<w:br/>");
      g_string_append (self->out, "<w:t xml:space=\"preserve\">");
      barn_xml_escape (self->out, lines[i]);
      g_string_append (self->out, "</w:t>");
    }
  g_string_append (self->out, "</w:r></w:p>");
}

void
barn_docx_append_media_rels (GString   *out,
                             GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      BarnFigure *figure = g_ptr_array_index (figures, i);

      g_string_append_printf (out, "<Relationship Id=\"rIdImage%u\" Type=\"" BARN_DOCX_RELS "/image\" Target=\"media/image%u.%s\"/>", i + 1, i + 1,
                              get_extension (figure));
      if (barn_figure_get_picture (figure, NULL) == NULL)
        g_string_append_printf (out, "<Relationship Id=\"rIdDrawing%u\" Type=\"" BARN_DOCX_RELS "/image\" Target=\"media/drawing%u.svg\"/>", i + 1, i + 1);
    }
}

void
barn_docx_add_media (BarnArchiveWriter *archive,
                     GPtrArray         *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      BarnFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *svg = NULL;
      g_autofree char *name = g_strdup_printf ("word/media/drawing%u.svg", i + 1);

      if (barn_figure_get_picture (figure, NULL) != NULL)
        continue;
      svg = barn_figure_to_svg (figure, "figure");
      barn_archive_writer_add (archive, name, svg, strlen (svg));
    }

  for (guint i = 0; i < figures->len; i++)
    {
      BarnFigure *figure = g_ptr_array_index (figures, i);
      GBytes *picture = barn_figure_get_picture (figure, NULL);
      g_autoptr (GBytes) bytes = picture != NULL ? g_bytes_ref (picture) : barn_figure_to_png (figure);
      g_autofree char *name = g_strdup_printf ("word/media/image%u.%s", i + 1, get_extension (figure));

      barn_archive_writer_add (archive, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}
