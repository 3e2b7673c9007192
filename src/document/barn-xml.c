/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-xml"

#include "config.h"

#include <libxml/SAX2.h>
#include <libxml/globals.h>
#include <libxml/parser.h>
#include <string.h>

#include "barn-document-private.h"
#include "barn-xml.h"

/* An element costs some hundred bytes of memory, however short it is in the file */
#define MAX_ELEMENTS 2000000

typedef struct
{
  guint    n_elements;
  gboolean hostile;
  gboolean too_large;
} Watch;

typedef xmlParserCtxt ParserContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParserContext, xmlFreeParserCtxt)

/* A document of an office program declares no entity; one that does wants to read other files or to fill the memory */
static void
on_entity (void          *data,
           const xmlChar *name,
           int            type,
           const xmlChar *public_id,
           const xmlChar *system_id,
           xmlChar       *content)
{
  xmlParserCtxt *context = data;
  Watch *watch = context->_private;

  watch->hostile = TRUE;
  xmlStopParser (context);
}

static void
on_element (void           *data,
            const xmlChar  *name,
            const xmlChar  *prefix,
            const xmlChar  *uri,
            int             n_namespaces,
            const xmlChar **namespaces,
            int             n_attributes,
            int             n_defaulted,
            const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  Watch *watch = context->_private;

  if (++watch->n_elements > MAX_ELEMENTS)
    {
      watch->too_large = TRUE;
      xmlStopParser (context);
      return;
    }

  xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
}

/* libxml2 tells some faults to the terminal even when asked not to */
static void
on_error (void *data,
#if LIBXML_VERSION >= 21200
          const xmlError *error
#else
          xmlError *error
#endif
)
{
}

static xmlDoc *
read_quietly (xmlParserCtxt *context,
              const char    *data,
              int            size)
{
  const int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_data = xmlStructuredErrorContext;
  xmlDoc *xml;

  xmlSetStructuredErrorFunc (NULL, on_error);
  xml = xmlCtxtReadMemory (context, data, size, NULL, NULL, options);
  xmlSetStructuredErrorFunc (before_data, before);

  return xml;
}

/**
 * barn_xml_parse:
 * @bytes: an XML file
 * @error: return location for a #BARN_DOCUMENT_ERROR
 *
 * Parses XML from outside, without entities and without reaching for anything else.
 *
 * Returns: (transfer full): the tree, or %NULL with @error set
 */
BarnXml *
barn_xml_parse (GBytes  *bytes,
                GError **error)
{
  g_autoptr (ParserContext) context = xmlNewParserCtxt ();
  g_autoptr (BarnXml) xml = NULL;
  Watch watch = { 0 };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_return_val_if_fail (size <= G_MAXINT, NULL);

  context->_private = &watch;
  context->sax->entityDecl = on_entity;
  context->sax->startElementNs = on_element;
  xml = read_quietly (context, data, size);

  if (watch.hostile)
    {
      barn_document_set_error (error, BARN_DOCUMENT_ERROR_HOSTILE);
      return NULL;
    }
  if (watch.too_large)
    {
      barn_document_set_error (error, BARN_DOCUMENT_ERROR_TOO_LARGE);
      return NULL;
    }
  if (xml == NULL || !context->wellFormed || xmlDocGetRootElement (xml) == NULL)
    {
      barn_document_set_error (error, BARN_DOCUMENT_ERROR_DAMAGED);
      return NULL;
    }

  return g_steal_pointer (&xml);
}

xmlNode *
barn_xml_root (BarnXml *xml)
{
  return xmlDocGetRootElement (xml);
}

static xmlNode *
skip_to_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;

  return node;
}

xmlNode *
barn_xml_first (xmlNode *node)
{
  return node != NULL ? skip_to_element (node->children) : NULL;
}

xmlNode *
barn_xml_next (xmlNode *node)
{
  return skip_to_element (node->next);
}

gboolean
barn_xml_is (xmlNode    *node,
             const char *name)
{
  return strcmp ((const char *) node->name, name) == 0;
}

gboolean
barn_xml_in (xmlNode    *node,
             const char *vocabulary)
{
  return node->ns != NULL && node->ns->href != NULL && strstr ((const char *) node->ns->href, vocabulary) != NULL;
}

xmlNode *
barn_xml_child (xmlNode    *node,
                const char *name)
{
  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    if (barn_xml_is (child, name))
      return child;

  return NULL;
}

const char *
barn_xml_attribute (xmlNode    *node,
                    const char *name)
{
  if (node == NULL)
    return NULL;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL ? (const char *) attribute->children->content : "";

  return NULL;
}

const char *
barn_xml_val (xmlNode    *node,
              const char *name)
{
  return barn_xml_attribute (barn_xml_child (node, name), "val");
}

/* The whole number that @text begins with, @fallback where there is none or it is beyond reason */
int
barn_xml_to_int (const char *text,
                 int         fallback)
{
  char *end = NULL;
  gint64 value;

  if (text == NULL)
    return fallback;

  value = g_ascii_strtoll (text, &end, 10);

  return end == text || value < -1000000 || value > 100000000 ? fallback : (int) value;
}

/* (transfer full): the text in @node and everything under it */
char *
barn_xml_dup_text (xmlNode *node)
{
  xmlChar *content = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *text = g_strdup (content != NULL ? (const char *) content : "");

  xmlFree (content);

  return text;
}

void
barn_xml_escape (GString    *out,
                 const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        g_string_append_c (out, *p);
        break;
      }
}
