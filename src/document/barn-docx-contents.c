/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-contents"

#include "config.h"

#include "barn-docx-write-private.h"
#include "barn-pages-private.h"
#include "barn-xml.h"

/* The table of contents of a Word document: a field that Word makes anew, with the entries that it will have */

#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"

static void
append_text (GString    *out,
             const char *text)
{
  g_string_append (out, "<w:r><w:t xml:space=\"preserve\">");
  barn_xml_escape (out, text);
  g_string_append (out, "</w:t></w:r>");
}

static void
write_entry (BarnDocxWriter *self,
             BarnNode       *heading,
             guint           number,
             guint           page,
             guint           depth,
             gboolean        first,
             gboolean        last)
{
  g_autofree char *text = barn_heading_dup_entry (heading);

  g_string_append_printf (self->out, "<w:p><w:pPr><w:pStyle w:val=\"TOC%u\"/></w:pPr>", barn_node_get_level (heading));
  if (first)
    g_string_append_printf (self->out, FIELD ("begin") "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-%u\" \\h \\z </w:instrText></w:r>" FIELD ("separate"), depth);
  g_string_append_printf (self->out, "<w:hyperlink w:anchor=\"" BARN_DOCX_HEADING_MARK "%u\" w:history=\"1\">", number);
  append_text (self->out, text);
  g_string_append_printf (self->out, "<w:r><w:tab/></w:r>" FIELD ("begin") "<w:r><w:instrText xml:space=\"preserve\"> PAGEREF " BARN_DOCX_HEADING_MARK
                          "%u \\h </w:instrText></w:r>" FIELD ("separate") "<w:r><w:t>%u</w:t></w:r>" FIELD ("end") "</w:hyperlink>", number, page);
  if (last)
    g_string_append (self->out, FIELD ("end"));
  g_string_append (self->out, "</w:p>");
}

void
barn_docx_write_contents (BarnDocxWriter *self,
                          BarnNode       *contents)
{
  g_autoptr (GArray) entries = barn_pages_list_contents (self->document, contents, self->cancellable);

  if (entries == NULL || entries->len == 0)
    return;

  g_string_append (self->out, "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>");
  if (*barn_node_get_caption (contents) != '\0')
    {
      g_string_append (self->out, "<w:p><w:pPr><w:pStyle w:val=\"TOCHeading\"/></w:pPr>");
      append_text (self->out, barn_node_get_caption (contents));
      g_string_append (self->out, "</w:p>");
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const BarnPageEntry *entry = &g_array_index (entries, BarnPageEntry, i);

      write_entry (self, entry->heading, entry->number, entry->page + 1, barn_node_get_level (contents), i == 0, i + 1 == entries->len);
    }
  g_string_append (self->out, "</w:sdtContent></w:sdt>");
}
