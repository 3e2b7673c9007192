/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-styles"

#include "config.h"

#include <string.h>

#include "barn-docx-private.h"

#define MAX_CHAIN 32

typedef struct
{
  char           *name;
  char           *based_on;
  BarnDocxFormat  format;
  gboolean        resolved;
  gboolean        first_row;
} Style;

struct _BarnDocxStyles
{
  GHashTable     *styles;          /* id → Style */
  BarnDocxFormat  defaults;
  char           *default_style;
};

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->name);
  g_free (style->based_on);
  g_free (style);
}

static BarnTri
read_toggle (xmlNode    *properties,
             const char *name)
{
  xmlNode *node = barn_xml_child (properties, name);
  const char *value = barn_xml_attribute (node, "val");

  if (node == NULL)
    return BARN_TRI_UNSET;
  if (value != NULL && (strcmp (value, "0") == 0 || strcmp (value, "false") == 0 || strcmp (value, "off") == 0))
    return BARN_TRI_NO;

  return BARN_TRI_YES;
}

/**
 * barn_docx_format_read_run:
 * @self: a format
 * @properties: (nullable): an rPr
 *
 * Takes what @properties says of characters.
 */
void
barn_docx_format_read_run (BarnDocxFormat *self,
                           xmlNode        *properties)
{
  if (properties == NULL)
    return;

  self->bold = read_toggle (properties, "b");
  self->italic = read_toggle (properties, "i");
  self->hidden = read_toggle (properties, "vanish");
  self->size = barn_xml_to_int (barn_xml_val (properties, "sz"), -1);
}

/**
 * barn_docx_format_read_paragraph:
 * @self: a format
 * @properties: (nullable): a pPr
 *
 * Takes what @properties says of a paragraph.
 */
void
barn_docx_format_read_paragraph (BarnDocxFormat *self,
                                 xmlNode        *properties)
{
  xmlNode *indent, *number;
  const char *left;

  if (properties == NULL)
    return;

  indent = barn_xml_child (properties, "ind");
  left = barn_xml_attribute (indent, "start");
  if (left == NULL)
    left = barn_xml_attribute (indent, "left");
  self->indent = barn_xml_to_int (left, G_MININT);
  self->outline = barn_xml_to_int (barn_xml_val (properties, "outlineLvl"), -1);

  number = barn_xml_child (properties, "numPr");
  self->num_id = barn_xml_to_int (barn_xml_val (number, "numId"), -1);
  self->num_level = barn_xml_to_int (barn_xml_val (number, "ilvl"), -1);
}

/**
 * barn_docx_format_inherit:
 * @self: a format
 * @base: what it is based on
 *
 * Takes what @self leaves unset from @base.
 */
void
barn_docx_format_inherit (BarnDocxFormat       *self,
                          const BarnDocxFormat *base)
{
  if (self->bold == BARN_TRI_UNSET)
    self->bold = base->bold;
  if (self->italic == BARN_TRI_UNSET)
    self->italic = base->italic;
  if (self->hidden == BARN_TRI_UNSET)
    self->hidden = base->hidden;
  if (self->size < 0)
    self->size = base->size;
  if (self->indent == G_MININT)
    self->indent = base->indent;
  if (self->outline < 0)
    self->outline = base->outline;
  if (self->num_id < 0)
    self->num_id = base->num_id;
  if (self->num_level < 0)
    self->num_level = base->num_level;
}

static gboolean
find_first_row (xmlNode *style)
{
  for (xmlNode *node = barn_xml_first (style); node != NULL; node = barn_xml_next (node))
    if (barn_xml_is (node, "tblStylePr") && g_strcmp0 (barn_xml_attribute (node, "type"), "firstRow") == 0)
      return TRUE;

  return FALSE;
}

static void
read_style (BarnDocxStyles *self,
            xmlNode        *node)
{
  const char *id = barn_xml_attribute (node, "styleId");
  const char *is_default = barn_xml_attribute (node, "default");
  Style *style;

  if (id == NULL)
    return;

  style = g_new0 (Style, 1);
  style->name = g_strdup (barn_xml_val (node, "name"));
  style->based_on = g_strdup (barn_xml_val (node, "basedOn"));
  style->first_row = find_first_row (node);
  style->format = (BarnDocxFormat) BARN_DOCX_FORMAT_INIT;
  barn_docx_format_read_run (&style->format, barn_xml_child (node, "rPr"));
  barn_docx_format_read_paragraph (&style->format, barn_xml_child (node, "pPr"));
  g_hash_table_replace (self->styles, g_strdup (id), style);

  if (is_default != NULL && (strcmp (is_default, "1") == 0 || strcmp (is_default, "true") == 0 || strcmp (is_default, "on") == 0)
      && g_strcmp0 (barn_xml_attribute (node, "type"), "paragraph") == 0)
    {
      g_free (self->default_style);
      self->default_style = g_strdup (id);
    }
}

/**
 * barn_docx_styles_new:
 * @root: (nullable): the root of styles.xml
 *
 * Returns: (transfer full): the styles in it
 */
BarnDocxStyles *
barn_docx_styles_new (xmlNode *root)
{
  BarnDocxStyles *self = g_new0 (BarnDocxStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  self->defaults = (BarnDocxFormat) BARN_DOCX_FORMAT_INIT;

  for (xmlNode *node = barn_xml_first (root); node != NULL; node = barn_xml_next (node))
    {
      if (barn_xml_is (node, "style"))
        read_style (self, node);
      else if (barn_xml_is (node, "docDefaults"))
        barn_docx_format_read_run (&self->defaults, barn_xml_child (barn_xml_child (node, "rPrDefault"), "rPr"));
    }

  return self;
}

void
barn_docx_styles_free (BarnDocxStyles *self)
{
  g_clear_pointer (&self->styles, g_hash_table_unref);
  g_free (self->default_style);
  g_free (self);
}

const char *
barn_docx_styles_get_default (BarnDocxStyles *self)
{
  return self->default_style;
}

static Style *
find_style (BarnDocxStyles *self,
            const char     *id)
{
  return id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;
}

const char *
barn_docx_styles_get_name (BarnDocxStyles *self,
                           const char     *id)
{
  Style *style = find_style (self, id);

  return style != NULL && style->name != NULL ? style->name : id;
}

/**
 * barn_docx_styles_get_format:
 * @self: the styles
 * @id: (nullable): id of a style
 *
 * Returns: (transfer none): what the style and those that it is based on say
 */
const BarnDocxFormat *
barn_docx_styles_get_format (BarnDocxStyles *self,
                             const char     *id)
{
  static const BarnDocxFormat unset = BARN_DOCX_FORMAT_INIT;
  Style *style = find_style (self, id);
  Style *base = style;

  if (style == NULL)
    return &unset;
  if (style->resolved)
    return &style->format;

  /* A chain that bites its tail ends where it is longer than an honest one */
  for (guint i = 0; i < MAX_CHAIN && base != NULL; i++)
    {
      base = find_style (self, base->based_on);
      if (base != NULL)
        barn_docx_format_inherit (&style->format, &base->format);
    }
  style->resolved = TRUE;

  return &style->format;
}

const BarnDocxFormat *
barn_docx_styles_get_defaults (BarnDocxStyles *self)
{
  return &self->defaults;
}

/* The level that a style's name says: programs write "heading 1" whatever the language, but not all, and not always */
static guint
match_heading_name (const char *name)
{
  static const char *const words[] = { "heading", "rubrik", "overskrift", "otsikko", "überschrift", "titre", "kop" };
  g_autofree char *folded = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *rest;

      if (!g_str_has_prefix (folded, words[i]))
        continue;
      rest = folded + strlen (words[i]);
      rest += strspn (rest, " _-");
      if (*rest >= '1' && *rest <= '9' && !g_ascii_isdigit (rest[1]))
        return MIN (*rest - '0', 6);
    }

  return 0;
}

guint
barn_docx_styles_get_heading (BarnDocxStyles *self,
                              const char     *id)
{
  Style *style = find_style (self, id);

  if (style == NULL)
    return id != NULL ? match_heading_name (id) : 0;

  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++)
    {
      guint level = style->name != NULL ? match_heading_name (style->name) : 0;

      if (level == 0)
        level = match_heading_name (id);
      if (level > 0)
        return level;
      id = style->based_on;
      style = find_style (self, id);
    }

  return 0;
}

gboolean
barn_docx_styles_has_first_row (BarnDocxStyles *self,
                                const char     *id)
{
  Style *style = find_style (self, id);

  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++)
    {
      if (style->first_row)
        return TRUE;
      style = find_style (self, style->based_on);
    }

  return FALSE;
}
