/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-odt-text"

#include "config.h"

#include <string.h>

#include "barn-odt-text.h"

/* What holds for the characters under an element */
typedef struct
{
  BarnSpanStyle  style;
  gboolean       bold;    /* as seen, the paragraph's style counted in */
  gboolean       italic;
  gboolean       hidden;
  double         size;
  const char    *href;
} Mark;

void
barn_odt_text_init (BarnOdtText         *self,
                    BarnOdtStyles       *styles,
                    BarnNode            *node,
                    const BarnOdtFormat *format)
{
  *self = (BarnOdtText) { .styles = styles, .node = node, .format = *format };
  self->boxes = g_ptr_array_new ();
}

void
barn_odt_text_clear (BarnOdtText *self)
{
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);
}

static void
count_letters (BarnOdtText *self,
               const char  *text,
               const Mark  *mark)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      n++;

  self->n_letters += n;
  if (mark->bold)
    self->n_bold += n;
  if (mark->italic)
    self->n_italic += n;
  if (n > 0 && self->size <= 0)
    self->size = mark->size;
}

static void
add_pending_space (BarnOdtText *self)
{
  if (self->space)
    barn_node_add_span (self->node, " ", self->space_style, self->space_href);
  self->space = FALSE;
}

/* Any run of white space in the file is one space on the page, and none at the ends of a paragraph */
static void
add_characters (BarnOdtText *self,
                const char  *text,
                const Mark  *mark)
{
  g_autoptr (GString) out = NULL;
  gboolean gap = FALSE;

  if (mark->hidden)
    return;

  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr (" \t\r\n", *p) != NULL)
        {
          gap = self->begun && !self->space;
          continue;
        }
      add_pending_space (self);
      if (gap)
        g_string_append_c (out, ' ');
      g_string_append_c (out, *p);
      gap = FALSE;
      self->begun = TRUE;
    }

  barn_node_add_span (self->node, out->str, mark->style, mark->href);
  if (gap)
    {
      self->space = TRUE;
      self->space_style = mark->style;
      self->space_href = mark->href;
    }
  count_letters (self, out->str, mark);
}

/* White space that the document asks for by an element of its own */
static void
add_space (BarnOdtText *self,
           const char  *text,
           guint        count,
           const Mark  *mark)
{
  g_autoptr (GString) out = g_string_new (NULL);

  add_pending_space (self);
  for (guint i = 0; i < count; i++)
    g_string_append (out, text);
  barn_node_add_span (self->node, out->str, mark->style, mark->href);
  self->begun = TRUE;
}

static Mark
get_span_mark (BarnOdtText *self,
               xmlNode     *span,
               const Mark  *outer)
{
  BarnOdtFormat format = barn_odt_styles_get_format (self->styles, "text", barn_xml_attribute (span, "style-name"));
  Mark mark = *outer;

  if (format.bold)
    mark.style |= BARN_SPAN_BOLD;
  if (format.italic)
    mark.style |= BARN_SPAN_ITALIC;
  mark.bold = mark.bold || format.bold;
  mark.italic = mark.italic || format.italic;
  mark.hidden = mark.hidden || format.hidden;
  if (format.size > 0)
    mark.size = format.size;

  return mark;
}

/* Notes, comments and what is hidden are not in the line of text; nor are the names of pictures */
static gboolean
is_left_out (xmlNode *node)
{
  static const char *const names[] = { "note", "annotation", "annotation-end", "hidden-text", "hidden-paragraph", "ruby-text",
                                       "tracked-changes", "soft-page-break", "forms", "event-listeners", "title", "desc", "glue-point",
                                       "image", "object", "object-ole", NULL };

  if (barn_xml_is (node, "title") || barn_xml_is (node, "desc"))
    return !barn_xml_in (node, ":text:");

  return g_strv_contains (names, (const char *) node->name);
}

static void
add_children (BarnOdtText *self,
              xmlNode     *parent,
              const Mark  *mark);

static void
add_element (BarnOdtText *self,
             xmlNode     *node,
             const Mark  *mark)
{
  self->drawn = self->drawn || barn_xml_is (node, "image") || barn_xml_is (node, "object") || barn_xml_is (node, "object-ole");
  if (is_left_out (node))
    return;

  if (barn_xml_is (node, "s"))
    add_space (self, " ", CLAMP (barn_xml_to_int (barn_xml_attribute (node, "c"), 1), 1, 1000), mark);
  else if (barn_xml_is (node, "tab"))
    add_space (self, " ", 1, mark);
  else if (barn_xml_is (node, "line-break"))
    add_space (self, "\n", 1, mark);
  else if (barn_xml_is (node, "span"))
    {
      Mark inner = get_span_mark (self, node, mark);

      add_children (self, node, &inner);
    }
  else if (barn_xml_is (node, "a") && barn_xml_in (node, ":text:"))
    {
      Mark inner = *mark;

      inner.href = barn_xml_attribute (node, "href");
      add_children (self, node, &inner);
    }
  else if (barn_xml_is (node, "bookmark") || barn_xml_is (node, "bookmark-start"))
    {
      const char *name = barn_xml_attribute (node, "name");

      if (self->id == NULL && name != NULL && *name != '\0' && *name != '_')
        self->id = g_strdup (name);
    }
  else if (barn_xml_is (node, "text-box"))
    g_ptr_array_add (self->boxes, node);
  else if (barn_xml_in (node, ":drawing:"))
    {
      /* Shapes have their paragraphs in themselves, frames in a text box */
      if (barn_xml_child (node, "p") != NULL)
        g_ptr_array_add (self->boxes, node);
      else
        for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
          add_element (self, child, mark);
    }
  else
    add_children (self, node, mark);
}

static void
add_children (BarnOdtText *self,
              xmlNode     *parent,
              const Mark  *mark)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
        add_characters (self, (const char *) node->content, mark);
      else if (node->type == XML_ELEMENT_NODE)
        add_element (self, node, mark);
    }
}

/**
 * barn_odt_text_add:
 * @self: a text
 * @paragraph: a text:p or text:h
 *
 * Reads the text of @paragraph: what the reader of a page sees, without deleted text, notes and comments.
 */
void
barn_odt_text_add (BarnOdtText *self,
                   xmlNode     *paragraph)
{
  Mark mark = { BARN_SPAN_PLAIN, self->format.bold, self->format.italic, self->format.hidden, self->format.size, NULL };

  add_children (self, paragraph, &mark);
}
