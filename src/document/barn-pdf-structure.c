/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-pdf-structure"

#include "config.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "barn-pdf-private.h"
#include "barn-xml.h"

/* What makes a PDF file PDF/UA-1. cairo writes no language, no XMP, no scope of header cells, no alternate texts and no artifacts: so it only
   marks where each part of a page begins and ends, and what the parts are is written here, as a tree of elements of our own. */

/* What cairo writes where a part begins: "/P << /MCID 7 >> BDC" */
#define MARK_START "/P << /MCID "
#define MARK_END ">> BDC"

typedef struct
{
  BarnPages *pages;
  qpdf_data  qpdf;
  qpdf_oh   *page_objects;
  qpdf_oh  **parents;      /* by page and number of content: the element */
  qpdf_oh   *annotations;  /* by link; 0 where it leads nowhere */
  qpdf_oh   *link_parents;
} Completion;

static void
completion_clear (Completion *self)
{
  for (guint i = 0; self->parents != NULL && i < self->pages->pages->len; i++)
    g_free (self->parents[i]);
  g_clear_pointer (&self->parents, g_free);
  g_clear_pointer (&self->page_objects, g_free);
  g_clear_pointer (&self->annotations, g_free);
  g_clear_pointer (&self->link_parents, g_free);
  if (self->qpdf != NULL)
    qpdf_cleanup (&self->qpdf);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Completion, completion_clear)

/* Objects */

static qpdf_oh
new_indirect (Completion *self,
              qpdf_oh     object)
{
  return qpdf_make_indirect_object (self->qpdf, object);
}

static void
set_name (Completion *self,
          qpdf_oh     object,
          const char *key,
          const char *name)
{
  qpdf_oh_replace_key (self->qpdf, object, key, qpdf_oh_new_name (self->qpdf, name));
}

static void
set_text (Completion *self,
          qpdf_oh     object,
          const char *key,
          const char *text)
{
  qpdf_oh_replace_key (self->qpdf, object, key, qpdf_oh_new_unicode_string (self->qpdf, text));
}

static void
set_integer (Completion *self,
             qpdf_oh     object,
             const char *key,
             int         number)
{
  qpdf_oh_replace_key (self->qpdf, object, key, qpdf_oh_new_integer (self->qpdf, number));
}

/* Text in the syntax of PDF, without references */
static void
set_parsed (Completion *self,
            qpdf_oh     object,
            const char *key,
            const char *value)
{
  qpdf_oh_replace_key (self->qpdf, object, key, qpdf_oh_parse (self->qpdf, value));
}

static qpdf_oh
new_numbers (Completion   *self,
             const double *numbers,
             guint         n)
{
  qpdf_oh array = qpdf_oh_new_array (self->qpdf);

  for (guint i = 0; i < n; i++)
    qpdf_oh_append_item (self->qpdf, array, qpdf_oh_new_real_from_double (self->qpdf, numbers[i], 2));

  return array;
}

/* Marks in the content of pages */

/* The parts of a page in the order in which they are drawn: (element-type BarnItem), the first item of each */
static GArray *
list_parts (BarnPage *page)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (const BarnItem *));

  for (guint i = 0; i < page->items->len; i++)
    {
      const BarnItem *item = &g_array_index (page->items, BarnItem, i);

      if (item->mcid < 0 || i == 0 || (item - 1)->mcid != item->mcid)
        g_array_append_val (parts, item);
    }

  return parts;
}

static GString *
rewrite_marks (BarnPage   *page,
               const char *content,
               gsize       length)
{
  g_autoptr (GArray) parts = list_parts (page);
  GString *out = g_string_sized_new (length + 1024);
  const char *end = content + length;
  const char *p = content;

  for (guint i = 0; i < parts->len; i++)
    {
      const BarnItem *item = g_array_index (parts, const BarnItem *, i);
      const char *mark = g_strstr_len (p, end - p, MARK_START);
      const char *mark_end = mark != NULL ? g_strstr_len (mark, end - mark, MARK_END) : NULL;

      if (mark_end == NULL)
        break;
      g_string_append_len (out, p, mark - p);
      if (item->mcid < 0)
        g_string_append (out, "/Artifact BMC");
      else
        g_string_append_printf (out, "/%s << /MCID %d >> BDC", item->element->type, item->mcid);
      p = mark_end + strlen (MARK_END);
    }
  g_string_append_len (out, p, end - p);

  return out;
}

static gboolean
complete_page (Completion *self,
               guint       index)
{
  BarnPage *page = g_ptr_array_index (self->pages->pages, index);
  qpdf_oh object = self->page_objects[index];
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);
  g_autoptr (GString) content = NULL;
  unsigned char *buffer = NULL;
  size_t length = 0;

  if (qpdf_oh_get_page_content_data (self->qpdf, object, &buffer, &length) & QPDF_ERRORS)
    return FALSE;

  content = rewrite_marks (page, (const char *) buffer, length);
  free (buffer);
  qpdf_oh_replace_stream_data (self->qpdf, stream, (const unsigned char *) content->str, content->len, qpdf_oh_new_null (self->qpdf),
                               qpdf_oh_new_null (self->qpdf));
  qpdf_oh_replace_key (self->qpdf, object, "/Contents", stream);
  set_integer (self, object, "/StructParents", index);
  set_name (self, object, "/Tabs", "/S");

  return TRUE;
}

/* Links */

/* Where a link inside the document leads: FALSE for a target that does not exist. @text: (out) (transfer none): what stands there */
static gboolean
find_target (BarnPages       *pages,
             const char      *href,
             BarnPageTarget  *target,
             const char     **text)
{
  const BarnPageTarget *found;

  *text = pages->title != NULL ? pages->title : "";
  if (href[1] == '\n')
    {
      const BarnPageHeading *heading = &g_array_index (pages->headings, BarnPageHeading, g_ascii_strtoull (href + 2, NULL, 10));

      *target = (BarnPageTarget) { heading->page, heading->y };
      *text = heading->text;
      return TRUE;
    }

  found = g_hash_table_lookup (pages->targets, href + 1);
  if (found == NULL)
    return FALSE;

  *target = *found;
  for (guint i = 0; i < pages->headings->len; i++)
    {
      const BarnPageHeading *heading = &g_array_index (pages->headings, BarnPageHeading, i);

      if (heading->page == found->page && ABS (heading->y - found->y) < 0.01)
        *text = heading->text;
    }

  return TRUE;
}

static qpdf_oh
new_destination (Completion           *self,
                 const BarnPageTarget *target)
{
  qpdf_oh array = qpdf_oh_new_array (self->qpdf);

  qpdf_oh_append_item (self->qpdf, array, self->page_objects[target->page]);
  qpdf_oh_append_item (self->qpdf, array, qpdf_oh_new_name (self->qpdf, "/XYZ"));
  qpdf_oh_append_item (self->qpdf, array, qpdf_oh_new_integer (self->qpdf, 0));
  qpdf_oh_append_item (self->qpdf, array, qpdf_oh_new_real_from_double (self->qpdf, BARN_PAGES_HEIGHT - target->y, 2));
  qpdf_oh_append_item (self->qpdf, array, qpdf_oh_new_null (self->qpdf));

  return array;
}

static void
add_annotation (Completion *self,
                guint       index)
{
  const BarnPageLink *link = &g_array_index (self->pages->links, BarnPageLink, index);
  const double corners[] = { link->x, BARN_PAGES_HEIGHT - link->y - link->height, link->x + link->width, BARN_PAGES_HEIGHT - link->y };
  qpdf_oh annotation;
  BarnPageTarget target = { 0, 0 };
  const char *text = link->href;

  if (*link->href == '#' && !find_target (self->pages, link->href, &target, &text))
    {
      link->element->type = "Span";
      return;
    }

  annotation = new_indirect (self, qpdf_oh_parse (self->qpdf, "<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>"));
  qpdf_oh_replace_key (self->qpdf, annotation, "/Rect", new_numbers (self, corners, G_N_ELEMENTS (corners)));
  set_text (self, annotation, "/Contents", text);
  set_integer (self, annotation, "/StructParent", self->pages->pages->len + index);
  if (*link->href == '#')
    qpdf_oh_replace_key (self->qpdf, annotation, "/Dest", new_destination (self, &target));
  else
    {
      qpdf_oh action = qpdf_oh_parse (self->qpdf, "<< /Type /Action /S /URI >>");

      qpdf_oh_replace_key (self->qpdf, action, "/URI", qpdf_oh_new_string (self->qpdf, link->href));
      qpdf_oh_replace_key (self->qpdf, annotation, "/A", action);
    }
  self->annotations[index] = annotation;
}

static void
add_annotations (Completion *self)
{
  const guint n = self->pages->links->len;
  g_autofree qpdf_oh *arrays = g_new0 (qpdf_oh, self->pages->pages->len);

  self->annotations = g_new0 (qpdf_oh, n + 1);
  self->link_parents = g_new0 (qpdf_oh, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const guint page = g_array_index (self->pages->links, BarnPageLink, i).page;

      add_annotation (self, i);
      if (self->annotations[i] == 0)
        continue;
      if (arrays[page] == 0)
        arrays[page] = qpdf_oh_new_array (self->qpdf);
      qpdf_oh_append_item (self->qpdf, arrays[page], self->annotations[i]);
    }

  for (guint i = 0; i < self->pages->pages->len; i++)
    if (arrays[i] != 0)
      qpdf_oh_replace_key (self->qpdf, self->page_objects[i], "/Annots", arrays[i]);
}

/* The tree of elements */

static void
set_attributes (Completion        *self,
                qpdf_oh            object,
                const BarnElement *element)
{
  g_autoptr (GString) table = NULL;

  if (element->alt != NULL)
    set_text (self, object, "/Alt", element->alt);
  if (strcmp (element->type, "Figure") == 0)
    set_parsed (self, object, "/A", "<< /O /Layout /Placement /Block >>");
  if (element->scope == NULL && element->columns == 1 && element->rows == 1)
    return;

  table = g_string_new ("<< /O /Table");
  if (element->scope != NULL)
    g_string_append_printf (table, " /Scope /%s", element->scope);
  if (element->columns > 1)
    g_string_append_printf (table, " /ColSpan %u", element->columns);
  if (element->rows > 1)
    g_string_append_printf (table, " /RowSpan %u", element->rows);
  g_string_append (table, " >>");
  set_parsed (self, object, "/A", table->str);
}

/* A paragraph that holds nothing, as an empty line does, is nothing to a screen reader either */
static gboolean
is_nothing (const BarnElement *element)
{
  return element->kids->len == 0 && (strcmp (element->type, "P") == 0 || strcmp (element->type, "Reference") == 0);
}

static qpdf_oh
new_content (Completion    *self,
             const BarnKid *kid)
{
  qpdf_oh reference = qpdf_oh_parse (self->qpdf, "<< /Type /MCR >>");

  qpdf_oh_replace_key (self->qpdf, reference, "/Pg", self->page_objects[kid->page]);
  set_integer (self, reference, "/MCID", kid->mcid);

  return reference;
}

static qpdf_oh
new_link_reference (Completion *self,
                    int         link)
{
  qpdf_oh reference = qpdf_oh_parse (self->qpdf, "<< /Type /OBJR >>");

  qpdf_oh_replace_key (self->qpdf, reference, "/Obj", self->annotations[link]);
  qpdf_oh_replace_key (self->qpdf, reference, "/Pg", self->page_objects[g_array_index (self->pages->links, BarnPageLink, link).page]);

  return reference;
}

static qpdf_oh
add_element (Completion        *self,
             const BarnElement *element,
             qpdf_oh            parent)
{
  g_autofree char *name = g_strconcat ("/", element->type, NULL);
  qpdf_oh object = new_indirect (self, qpdf_oh_parse (self->qpdf, "<< /Type /StructElem >>"));
  qpdf_oh kids = qpdf_oh_new_array (self->qpdf);

  set_name (self, object, "/S", name);
  qpdf_oh_replace_key (self->qpdf, object, "/P", parent);
  set_attributes (self, object, element);
  for (guint i = 0; i < element->kids->len; i++)
    {
      const BarnKid *kid = &g_array_index (element->kids, BarnKid, i);

      if (kid->element != NULL && !is_nothing (kid->element))
        qpdf_oh_append_item (self->qpdf, kids, add_element (self, kid->element, object));
      else if (kid->mcid >= 0)
        {
          qpdf_oh_append_item (self->qpdf, kids, new_content (self, kid));
          self->parents[kid->page][kid->mcid] = object;
        }
      else if (kid->link >= 0 && self->annotations[kid->link] != 0)
        {
          qpdf_oh_append_item (self->qpdf, kids, new_link_reference (self, kid->link));
          self->link_parents[kid->link] = object;
        }
    }
  qpdf_oh_replace_key (self->qpdf, object, "/K", kids);

  return object;
}

/* From each part of a page, and from each link, to its element */
static qpdf_oh
new_parent_tree (Completion *self)
{
  qpdf_oh tree = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh numbers = qpdf_oh_new_array (self->qpdf);
  const guint n_pages = self->pages->pages->len;

  for (guint i = 0; i < n_pages; i++)
    {
      BarnPage *page = g_ptr_array_index (self->pages->pages, i);
      qpdf_oh elements = qpdf_oh_new_array (self->qpdf);

      for (int j = 0; j < page->n_mcids; j++)
        qpdf_oh_append_item (self->qpdf, elements, self->parents[i][j] != 0 ? self->parents[i][j] : qpdf_oh_new_null (self->qpdf));
      qpdf_oh_append_item (self->qpdf, numbers, qpdf_oh_new_integer (self->qpdf, i));
      qpdf_oh_append_item (self->qpdf, numbers, new_indirect (self, elements));
    }
  for (guint i = 0; i < self->pages->links->len; i++)
    if (self->link_parents[i] != 0)
      {
        qpdf_oh_append_item (self->qpdf, numbers, qpdf_oh_new_integer (self->qpdf, n_pages + i));
        qpdf_oh_append_item (self->qpdf, numbers, self->link_parents[i]);
      }
  qpdf_oh_replace_key (self->qpdf, tree, "/Nums", numbers);

  return new_indirect (self, tree);
}

static void
add_structure (Completion *self,
               qpdf_oh     root)
{
  qpdf_oh tree = new_indirect (self, qpdf_oh_parse (self->qpdf, "<< /Type /StructTreeRoot >>"));

  self->parents = g_new0 (qpdf_oh *, self->pages->pages->len);
  for (guint i = 0; i < self->pages->pages->len; i++)
    self->parents[i] = g_new0 (qpdf_oh, ((BarnPage *) g_ptr_array_index (self->pages->pages, i))->n_mcids + 1);

  qpdf_oh_replace_key (self->qpdf, tree, "/K", add_element (self, self->pages->root, tree));
  qpdf_oh_replace_key (self->qpdf, tree, "/ParentTree", new_parent_tree (self));
  set_integer (self, tree, "/ParentTreeNextKey", self->pages->pages->len + self->pages->links->len);
  qpdf_oh_replace_key (self->qpdf, root, "/StructTreeRoot", tree);
}

/* The file as a whole */

static void
append_xmp (GString    *out,
            const char *open,
            const char *text,
            const char *close)
{
  if (*text == '\0')
    return;

  g_string_append (out, open);
  barn_xml_escape (out, text);
  g_string_append (out, close);
}

static qpdf_oh
new_metadata (Completion *self)
{
  BarnDocument *document = self->pages->document;
  const char *date = barn_document_get_date (document);
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (self->qpdf, stream);
  g_autoptr (GString) xmp = g_string_new ("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                                          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
                                          " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                                          " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
                                          "<pdfuaid:part>1</pdfuaid:part><dc:format>application/pdf</dc:format>");

  append_xmp (xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", self->pages->title != NULL ? self->pages->title : "–", "</rdf:li></rdf:Alt></dc:title>");
  append_xmp (xmp, "<dc:creator><rdf:Seq><rdf:li>", barn_document_get_author (document), "</rdf:li></rdf:Seq></dc:creator>");
  append_xmp (xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", barn_document_get_subject (document), "</rdf:li></rdf:Alt></dc:description>");
  append_xmp (xmp, "<dc:language><rdf:Bag><rdf:li>", barn_document_get_language (document), "</rdf:li></rdf:Bag></dc:language>");
  append_xmp (xmp, "<pdf:Keywords>", barn_document_get_keywords (document), "</pdf:Keywords>");
  append_xmp (xmp, "<xmp:CreatorTool>", "Barnrätt", "</xmp:CreatorTool>");
  if (barn_date_is_iso (date))
    {
      append_xmp (xmp, "<xmp:CreateDate>", date, "T00:00:00Z</xmp:CreateDate>");
      append_xmp (xmp, "<xmp:ModifyDate>", date, "T00:00:00Z</xmp:ModifyDate>");
    }
  g_string_append (xmp, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");

  set_name (self, dictionary, "/Type", "/Metadata");
  set_name (self, dictionary, "/Subtype", "/XML");
  qpdf_oh_replace_stream_data (self->qpdf, stream, (const unsigned char *) xmp->str, xmp->len, qpdf_oh_new_null (self->qpdf), qpdf_oh_new_null (self->qpdf));

  return stream;
}

static void
complete_root (Completion *self,
               qpdf_oh     root)
{
  qpdf_oh info = qpdf_oh_get_key (self->qpdf, qpdf_get_trailer (self->qpdf), "/Info");
  const char *language = barn_document_get_language (self->pages->document);

  set_text (self, root, "/Lang", *language != '\0' ? language : "sv-SE");
  set_parsed (self, root, "/MarkInfo", "<< /Marked true >>");
  set_parsed (self, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  qpdf_oh_replace_key (self->qpdf, root, "/Metadata", new_metadata (self));
  /* cairo puts the hour of writing where it is told none */
  if (!barn_date_is_iso (barn_document_get_date (self->pages->document)) && qpdf_oh_is_dictionary (self->qpdf, info))
    qpdf_oh_remove_key (self->qpdf, info, "/CreationDate");
}

static gboolean
complete_file (Completion *self)
{
  qpdf_oh root = qpdf_get_root (self->qpdf);
  const guint n = self->pages->pages->len;

  if (qpdf_get_num_pages (self->qpdf) != (int) n)
    return FALSE;

  self->page_objects = g_new0 (qpdf_oh, n);
  for (guint i = 0; i < n; i++)
    self->page_objects[i] = qpdf_get_page_n (self->qpdf, i);

  add_annotations (self);
  add_structure (self, root);
  for (guint i = 0; i < n; i++)
    if (!complete_page (self, i))
      return FALSE;
  complete_root (self, root);

  qpdf_init_write_memory (self->qpdf);
  qpdf_set_deterministic_ID (self->qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (self->qpdf, qpdf_o_generate);
  qpdf_set_compress_streams (self->qpdf, QPDF_TRUE);

  return (qpdf_write (self->qpdf) & QPDF_ERRORS) == 0;
}

/* @drawn as PDF/UA-1, with the structure of @pages: (transfer full), or %NULL with @error set */
GBytes *
barn_pdf_complete (BarnPages  *pages,
                   GBytes     *drawn,
                   GError    **error)
{
  g_auto (Completion) self = { pages, qpdf_init () };
  gsize size;
  const char *data = g_bytes_get_data (drawn, &size);

  qpdf_silence_errors (self.qpdf);
  qpdf_set_suppress_warnings (self.qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (self.qpdf, "pages", data, size, NULL) & QPDF_ERRORS) != 0 || !complete_file (&self))
    {
      barn_pdf_set_error (error, qpdf_has_error (self.qpdf) ? qpdf_get_error_full_text (self.qpdf, qpdf_get_error (self.qpdf)) : "qpdf");
      return NULL;
    }

  return g_bytes_new (qpdf_get_buffer (self.qpdf), qpdf_get_buffer_length (self.qpdf));
}
