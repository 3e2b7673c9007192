/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-text"

#include "config.h"

#include <string.h>

#include "barn-docx-text.h"
#include "barn-label.h"

/* A field: its code is not seen by the reader of a page, its result is */
typedef struct
{
  GString  *code;
  char     *href;
  gboolean  result;
} Field;

static void add_inline (BarnDocxText *self,
                        xmlNode      *parent,
                        const char   *href);

static void
clear_field (gpointer data)
{
  Field *field = data;

  g_string_free (field->code, TRUE);
  g_free (field->href);
}

GArray *
barn_docx_text_new_fields (void)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (Field));

  g_array_set_clear_func (fields, clear_field);

  return fields;
}

void
barn_docx_text_init (BarnDocxText   *self,
                     BarnDocxStyles *styles,
                     GHashTable     *links,
                     GArray         *fields)
{
  *self = (BarnDocxText) { .styles = styles, .links = links, .fields = g_array_ref (fields) };
  self->boxes = g_ptr_array_new ();
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_node_unref);
}

void
barn_docx_text_clear (BarnDocxText *self)
{
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->node, barn_node_unref);
  g_clear_pointer (&self->id, g_free);
}

/**
 * barn_docx_text_begin:
 * @self: a text
 * @format: what holds for the whole paragraph
 *
 * Begins a paragraph in a new node.
 */
void
barn_docx_text_begin (BarnDocxText         *self,
                      const BarnDocxFormat *format)
{
  g_clear_pointer (&self->node, barn_node_unref);
  self->node = barn_node_new (BARN_NODE_PARAGRAPH);
  self->format = format;
  self->n_letters = 0;
  self->n_bold = 0;
  self->n_italic = 0;
  self->size = -1;
  g_ptr_array_set_size (self->boxes, 0);
  self->drawn = FALSE;
  g_ptr_array_set_size (self->before, 0);
}

static gboolean
is_in_code (BarnDocxText *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!g_array_index (self->fields, Field, i).result)
      return TRUE;

  return FALSE;
}

/* Where a field's text leads: HYPERLINK "https://…" or HYPERLINK \l "bookmark" */
static char *
read_field_link (const char *code)
{
  const char *p = code + strspn (code, " ");
  const char *open, *close;
  gboolean local;

  if (!g_str_has_prefix (p, "HYPERLINK"))
    return NULL;

  open = strchr (p, '"');
  close = open != NULL ? strchr (open + 1, '"') : NULL;
  if (close == NULL)
    return NULL;

  local = g_strstr_len (p, open - p, "\\l") != NULL;

  return g_strdup_printf ("%s%.*s", local ? "#" : "", (int) (close - open - 1), open + 1);
}

static void
read_field_mark (BarnDocxText *self,
                 xmlNode      *mark)
{
  const char *type = barn_xml_attribute (mark, "fldCharType");
  Field *top = self->fields->len > 0 ? &g_array_index (self->fields, Field, self->fields->len - 1) : NULL;

  if (g_strcmp0 (type, "begin") == 0)
    {
      Field field = { g_string_new (NULL), NULL, FALSE };

      g_array_append_val (self->fields, field);
    }
  else if (top != NULL && g_strcmp0 (type, "separate") == 0)
    {
      top->result = TRUE;
      top->href = read_field_link (top->code->str);
    }
  else if (top != NULL && g_strcmp0 (type, "end") == 0)
    g_array_set_size (self->fields, self->fields->len - 1);
}

static const char *
get_field_link (BarnDocxText *self)
{
  for (guint i = self->fields->len; i > 0; i--)
    if (g_array_index (self->fields, Field, i - 1).href != NULL)
      return g_array_index (self->fields, Field, i - 1).href;

  return NULL;
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      n++;

  return n;
}

/* @run: what the run says of itself, without the paragraph's style: a heading is bold without being marked */
static void
add_text (BarnDocxText         *self,
          const char           *text,
          const BarnDocxFormat *run,
          const char           *href)
{
  BarnDocxFormat look = *run;
  BarnSpanStyle style = BARN_SPAN_PLAIN;
  guint n = count_letters (text);

  if (is_in_code (self) || run->hidden == BARN_TRI_YES)
    return;

  if (run->bold == BARN_TRI_YES)
    style |= BARN_SPAN_BOLD;
  if (run->italic == BARN_TRI_YES)
    style |= BARN_SPAN_ITALIC;
  barn_node_add_span (self->node, text, style, href != NULL ? href : get_field_link (self));

  barn_docx_format_inherit (&look, self->format);
  self->n_letters += n;
  if (look.bold == BARN_TRI_YES)
    self->n_bold += n;
  if (look.italic == BARN_TRI_YES)
    self->n_italic += n;
  if (self->size < 0 && n > 0)
    self->size = look.size;
}

/* Space at the ends of an element is only how the file is laid out, unless it says otherwise */
static char *
dup_run_text (xmlNode *node)
{
  g_autofree char *text = barn_xml_dup_text (node);

  if (g_strcmp0 (barn_xml_attribute (node, "space"), "preserve") != 0)
    g_strstrip (text);

  return g_steal_pointer (&text);
}

static void
add_symbol (BarnDocxText         *self,
            xmlNode              *node,
            const BarnDocxFormat *run,
            const char           *href)
{
  const char *code = barn_xml_attribute (node, "char");
  guint64 c = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;
  char text[8] = { 0 };
  g_autofree char *sign = NULL;

  if (c < 0x20 || c > 0xFFFD || !g_unichar_validate ((gunichar) c))
    return;

  g_unichar_to_utf8 ((gunichar) c, text);
  sign = barn_label_dup_bullet (text);
  add_text (self, sign, run, href);
}

static void
break_page (BarnDocxText *self)
{
  if (is_in_code (self))
    return;

  if (barn_node_get_n_spans (self->node) > 0)
    {
      g_ptr_array_add (self->before, self->node);
      self->node = barn_node_new (BARN_NODE_PARAGRAPH);
    }
  g_ptr_array_add (self->before, barn_node_new (BARN_NODE_PAGE_BREAK));
}

/* A drawing says nothing but what stands in its text boxes */
static void
find_boxes (BarnDocxText *self,
            xmlNode      *node)
{
  self->drawn = TRUE;
  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    {
      if (barn_xml_is (child, "txbxContent"))
        g_ptr_array_add (self->boxes, child);
      else if (barn_xml_is (child, "AlternateContent"))
        {
          xmlNode *choice = barn_xml_child (child, "Choice");

          find_boxes (self, choice != NULL ? choice : barn_xml_child (child, "Fallback"));
        }
      else
        find_boxes (self, child);
    }
}

static void
add_run_content (BarnDocxText         *self,
                 xmlNode              *node,
                 const BarnDocxFormat *run,
                 const char           *href)
{
  if (barn_xml_is (node, "t"))
    {
      g_autofree char *text = dup_run_text (node);

      add_text (self, text, run, href);
    }
  else if (barn_xml_is (node, "tab") || barn_xml_is (node, "ptab"))
    add_text (self, " ", run, href);
  else if (barn_xml_is (node, "br"))
    {
      if (g_strcmp0 (barn_xml_attribute (node, "type"), "page") == 0)
        break_page (self);
      else
        add_text (self, "\n", run, href);
    }
  else if (barn_xml_is (node, "cr"))
    add_text (self, "\n", run, href);
  else if (barn_xml_is (node, "noBreakHyphen"))
    add_text (self, "\u2011", run, href);
  else if (barn_xml_is (node, "sym"))
    add_symbol (self, node, run, href);
  else if (barn_xml_is (node, "fldChar"))
    read_field_mark (self, node);
  else if (barn_xml_is (node, "instrText") && self->fields->len > 0)
    {
      g_autofree char *code = barn_xml_dup_text (node);

      g_string_append (g_array_index (self->fields, Field, self->fields->len - 1).code, code);
    }
  else if (barn_xml_is (node, "ruby"))
    add_inline (self, barn_xml_child (node, "rubyBase"), href);
}

static void
add_run (BarnDocxText *self,
         xmlNode      *node,
         const char   *href)
{
  xmlNode *properties = barn_xml_child (node, "rPr");
  BarnDocxFormat run = BARN_DOCX_FORMAT_INIT;

  barn_docx_format_read_run (&run, properties);
  barn_docx_format_inherit (&run, barn_docx_styles_get_format (self->styles, barn_xml_val (properties, "rStyle")));

  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    {
      if (barn_xml_is (child, "drawing") || barn_xml_is (child, "pict") || barn_xml_is (child, "object"))
        find_boxes (self, child);
      else if (barn_xml_is (child, "AlternateContent"))
        {
          xmlNode *choice = barn_xml_child (child, "Choice");

          find_boxes (self, choice != NULL ? choice : barn_xml_child (child, "Fallback"));
        }
      else
        add_run_content (self, child, &run, href);
    }
}

static void
add_link (BarnDocxText *self,
          xmlNode      *node)
{
  const char *id = barn_xml_attribute (node, "id");
  const char *anchor = barn_xml_attribute (node, "anchor");
  const char *target = id != NULL ? g_hash_table_lookup (self->links, id) : NULL;
  g_autofree char *href = NULL;

  if (target != NULL && anchor != NULL && strchr (target, '#') == NULL)
    href = g_strdup_printf ("%s#%s", target, anchor);
  else if (target != NULL)
    href = g_strdup (target);
  else if (anchor != NULL)
    href = g_strdup_printf ("#%s", anchor);

  add_inline (self, node, href);
}

static gboolean
is_transparent (xmlNode *node)
{
  static const char *const names[] = { "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir", NULL };

  return g_strv_contains (names, (const char *) node->name);
}

static void
add_inline (BarnDocxText *self,
            xmlNode      *parent,
            const char   *href)
{
  static const BarnDocxFormat plain = BARN_DOCX_FORMAT_INIT;

  for (xmlNode *node = barn_xml_first (parent); node != NULL; node = barn_xml_next (node))
    {
      if (barn_xml_is (node, "r") && barn_xml_in (node, "wordprocessingml"))
        add_run (self, node, href);
      else if (barn_xml_is (node, "hyperlink"))
        add_link (self, node);
      else if (is_transparent (node))
        add_inline (self, node, href);
      else if (barn_xml_is (node, "bookmarkStart"))
        barn_docx_text_bookmark (self, node);
      else if (barn_xml_is (node, "oMath") || barn_xml_is (node, "oMathPara"))
        {
          g_autofree char *text = barn_xml_dup_text (node);

          add_text (self, text, &plain, href);
        }
    }
}

/**
 * barn_docx_text_add:
 * @self: a text that has been begun
 * @paragraph: a w:p
 *
 * Reads the text of @paragraph into the node: what the reader of a page sees, without deleted text, notes and comments.
 */
void
barn_docx_text_add (BarnDocxText *self,
                    xmlNode      *paragraph)
{
  add_inline (self, paragraph, NULL);
}

void
barn_docx_text_end (BarnDocxText *self)
{
  while (self->fields->len > 0 && !g_array_index (self->fields, Field, self->fields->len - 1).result)
    g_array_set_size (self->fields, self->fields->len - 1);
}

void
barn_docx_text_bookmark (BarnDocxText *self,
                         xmlNode      *bookmark)
{
  const char *name = barn_xml_attribute (bookmark, "name");

  if (name != NULL && *name != '\0' && *name != '_' && self->id == NULL)
    self->id = g_strdup (name);
}
