/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-odt-styles"

#include "config.h"

#include <string.h>

#include "barn-label.h"
#include "barn-odt-private.h"

#define MAX_CHAIN 32

typedef struct
{
  xmlNode  *node;
  gboolean  automatic;
} Style;

typedef struct
{
  BarnLabelKind kind;
  const char   *bullet;
  const char   *prefix;
  const char   *suffix;
  int           start;
  int           shown;   /* how many levels stand in the label */
  double        indent;
  gboolean      defined;
} Level;

typedef struct
{
  Level levels[BARN_ODT_LEVELS];
} ListStyle;

struct _BarnOdtStyles
{
  GHashTable *styles;    /* "family/name" → Style; the nodes belong to the caller's trees */
  GHashTable *lists;     /* name → ListStyle */
  ListStyle   outline;
  Style       fallback;  /* the default style of paragraphs */
};

/* A length as ODF writes it, in points; 0 for what is none */
static double
read_length (const char *text)
{
  static const struct
  {
    const char *unit;
    double      points;
  } units[] = { { "pt", 1 }, { "cm", 72 / 2.54 }, { "mm", 72 / 25.4 }, { "in", 72 }, { "pc", 12 }, { "px", 0.75 } };
  char *end = NULL;
  double value;

  if (text == NULL)
    return 0;

  value = g_ascii_strtod (text, &end);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (end, units[i].unit) == 0 && value > -10000 && value < 10000)
      return value * units[i].points;

  return 0;
}

static BarnLabelKind
read_kind (const char *format)
{
  switch (format != NULL ? *format : '\0')
    {
    case '\0':
      return BARN_LABEL_NONE;
    case 'a':
      return BARN_LABEL_LOWER_LETTER;
    case 'A':
      return BARN_LABEL_UPPER_LETTER;
    case 'i':
      return BARN_LABEL_LOWER_ROMAN;
    case 'I':
      return BARN_LABEL_UPPER_ROMAN;
    default:
      return BARN_LABEL_DECIMAL;
    }
}

static double
read_level_indent (xmlNode *node)
{
  xmlNode *properties = barn_xml_child (node, "list-level-properties");
  xmlNode *alignment = barn_xml_child (properties, "list-level-label-alignment");

  if (alignment != NULL)
    return read_length (barn_xml_attribute (alignment, "margin-left"));

  return read_length (barn_xml_attribute (properties, "space-before")) + read_length (barn_xml_attribute (properties, "min-label-width"));
}

static void
read_levels (ListStyle *list,
             xmlNode   *parent)
{
  for (guint i = 0; i < BARN_ODT_LEVELS; i++)
    list->levels[i] = (Level) { BARN_LABEL_NONE, NULL, "", "", 1, 1, 0, FALSE };

  for (xmlNode *node = barn_xml_first (parent); node != NULL; node = barn_xml_next (node))
    {
      int number = barn_xml_to_int (barn_xml_attribute (node, "level"), 0);
      Level *level;

      if (number < 1 || number > BARN_ODT_LEVELS)
        continue;

      level = &list->levels[number - 1];
      level->defined = TRUE;
      level->bullet = barn_xml_attribute (node, "bullet-char");
      level->kind = g_str_has_suffix ((const char *) node->name, "-bullet") ? BARN_LABEL_BULLET
                                                                          : read_kind (barn_xml_attribute (node, "num-format"));
      if (g_str_has_suffix ((const char *) node->name, "-image"))
        level->kind = BARN_LABEL_BULLET;
      level->prefix = barn_xml_attribute (node, "num-prefix");
      level->suffix = barn_xml_attribute (node, "num-suffix");
      level->start = barn_xml_to_int (barn_xml_attribute (node, "start-value"), 1);
      level->shown = CLAMP (barn_xml_to_int (barn_xml_attribute (node, "display-levels"), 1), 1, number);
      level->indent = read_level_indent (node);
    }
}

static void
add_styles (BarnOdtStyles *self,
            xmlNode       *parent,
            gboolean       automatic)
{
  for (xmlNode *node = barn_xml_first (parent); node != NULL; node = barn_xml_next (node))
    {
      const char *name = barn_xml_attribute (node, "name");
      const char *family = barn_xml_attribute (node, "family");

      if (barn_xml_is (node, "style") && name != NULL && family != NULL)
        {
          Style *style = g_new (Style, 1);

          *style = (Style) { node, automatic };
          g_hash_table_replace (self->styles, g_strdup_printf ("%s/%s", family, name), style);
        }
      else if (barn_xml_is (node, "list-style") && name != NULL)
        {
          ListStyle *list = g_new0 (ListStyle, 1);

          read_levels (list, node);
          g_hash_table_replace (self->lists, g_strdup (name), list);
        }
      else if (barn_xml_is (node, "outline-style"))
        read_levels (&self->outline, node);
      else if (barn_xml_is (node, "default-style") && g_strcmp0 (family, "paragraph") == 0)
        self->fallback = (Style) { node, FALSE };
    }
}

/**
 * barn_odt_styles_new:
 * @styles_root: (nullable): root of styles.xml
 * @content_root: root of content.xml
 *
 * Both trees must live as long as the styles.
 *
 * Returns: (transfer full): the styles
 */
BarnOdtStyles *
barn_odt_styles_new (xmlNode *styles_root,
                     xmlNode *content_root)
{
  BarnOdtStyles *self = g_new0 (BarnOdtStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_levels (&self->outline, NULL);
  if (styles_root != NULL)
    add_styles (self, barn_xml_child (styles_root, "styles"), FALSE);
  add_styles (self, barn_xml_child (content_root, "automatic-styles"), TRUE);

  return self;
}

void
barn_odt_styles_free (BarnOdtStyles *self)
{
  g_clear_pointer (&self->styles, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_free (self);
}

static Style *
find_style (BarnOdtStyles *self,
            const char    *family,
            const char    *name)
{
  g_autofree char *key = NULL;

  if (name == NULL)
    return NULL;

  key = g_strdup_printf ("%s/%s", family, name);

  return g_hash_table_lookup (self->styles, key);
}

/* What is known so far of each property, walking from a style to its parents: the nearest word holds */
typedef struct
{
  const char *weight;
  const char *slant;
  const char *display;
  const char *size;
  const char *indent;
  const char *outline;
} Words;

static void
take_words (Words   *words,
            xmlNode *style)
{
  xmlNode *text = barn_xml_child (style, "text-properties");
  xmlNode *paragraph = barn_xml_child (style, "paragraph-properties");

  if (words->weight == NULL)
    words->weight = barn_xml_attribute (text, "font-weight");
  if (words->slant == NULL)
    words->slant = barn_xml_attribute (text, "font-style");
  if (words->display == NULL)
    words->display = barn_xml_attribute (text, "display");
  /* A size in per cent says nothing without the parent's; the parent's own is near enough */
  if (words->size == NULL || g_str_has_suffix (words->size, "%"))
    words->size = barn_xml_attribute (text, "font-size");
  if (words->indent == NULL)
    words->indent = barn_xml_attribute (paragraph, "margin-left");
  if (words->outline == NULL)
    words->outline = barn_xml_attribute (style, "default-outline-level");
}

/**
 * barn_odt_styles_get_format:
 * @self: the styles
 * @family: "paragraph" or "text"
 * @name: (nullable): name of a style
 *
 * Returns: what it and its parents say
 */
BarnOdtFormat
barn_odt_styles_get_format (BarnOdtStyles *self,
                            const char    *family,
                            const char    *name)
{
  BarnOdtFormat format = { 0 };
  Words words = { 0 };
  Style *style = find_style (self, family, name);

  if (style != NULL && style->automatic)
    format.page_break = g_strcmp0 (barn_xml_attribute (barn_xml_child (style->node, "paragraph-properties"), "break-before"), "page") == 0;

  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++)
    {
      take_words (&words, style->node);
      style = find_style (self, family, barn_xml_attribute (style->node, "parent-style-name"));
    }
  if (strcmp (family, "paragraph") == 0 && self->fallback.node != NULL)
    take_words (&words, self->fallback.node);

  format.bold = words.weight != NULL && (strcmp (words.weight, "bold") == 0 || barn_xml_to_int (words.weight, 0) >= 600);
  format.italic = words.slant != NULL && (strcmp (words.slant, "italic") == 0 || strcmp (words.slant, "oblique") == 0);
  format.hidden = words.display != NULL && strcmp (words.display, "none") == 0;
  format.size = read_length (words.size);
  format.indent = read_length (words.indent);
  format.outline = CLAMP (barn_xml_to_int (words.outline, 0), 0, 6);

  return format;
}

/**
 * barn_odt_styles_get_name:
 * @self: the styles
 * @name: (nullable): name of a paragraph style
 *
 * Returns: (nullable): the name that a person sees of it, or of the style that an automatic one stands for
 */
const char *
barn_odt_styles_get_name (BarnOdtStyles *self,
                          const char    *name)
{
  Style *style = find_style (self, "paragraph", name);

  for (guint i = 0; i < MAX_CHAIN && style != NULL && style->automatic; i++)
    {
      name = barn_xml_attribute (style->node, "parent-style-name");
      style = find_style (self, "paragraph", name);
    }

  if (style != NULL && barn_xml_attribute (style->node, "display-name") != NULL)
    return barn_xml_attribute (style->node, "display-name");

  return name;
}

/**
 * barn_odt_styles_get_share:
 * @self: the styles
 * @name: (nullable): name of a column's style
 *
 * Returns: its share of the table's width, of whatever whole; 0 where it says none
 */
guint
barn_odt_styles_get_share (BarnOdtStyles *self,
                           const char    *name)
{
  Style *style = find_style (self, "table-column", name);
  const char *share = style != NULL ? barn_xml_attribute (barn_xml_child (style->node, "table-column-properties"), "rel-column-width") : NULL;

  return share != NULL ? MIN (g_ascii_strtoull (share, NULL, 10), 65535) : 0;
}

static const Level *
get_level (BarnOdtStyles *self,
           const char    *list,
           guint          level)
{
  static const Level bullet = { BARN_LABEL_BULLET, NULL, "", "", 1, 1, 0, TRUE };
  const ListStyle *style = list != NULL ? g_hash_table_lookup (self->lists, list) : &self->outline;

  if (style == NULL)
    return &bullet;

  /* Pandoc gives a list the first level only, wherever it stands */
  level = MIN (level, BARN_ODT_LEVELS - 1);
  while (list != NULL && level > 0 && !style->levels[level].defined)
    level--;

  return &style->levels[level];
}

BarnListStyle
barn_odt_styles_get_list_style (BarnOdtStyles *self,
                                const char    *list,
                                guint          level)
{
  return barn_label_kind_to_style (get_level (self, list, level)->kind);
}

double
barn_odt_styles_get_indent (BarnOdtStyles *self,
                            const char    *list,
                            guint          level)
{
  return get_level (self, list, level)->indent;
}

static void
count_on (BarnOdtCounter *counter,
          guint           level,
          int             start,
          int             first)
{
  if (start >= 0)
    counter->numbers[level] = start;
  else if (counter->counting[level])
    counter->numbers[level]++;
  else
    counter->numbers[level] = first;

  counter->counting[level] = TRUE;
  for (guint i = level + 1; i < BARN_ODT_LEVELS; i++)
    counter->counting[i] = FALSE;
}

/**
 * barn_odt_styles_next_label:
 * @self: the styles
 * @list: (nullable): name of a list style; %NULL for that of headings
 * @level: from 0
 * @start: the number that the item says itself, -1 if it says none
 * @counter: how far the list has been counted
 *
 * Returns: (transfer full): the item's label, "" where none is shown
 */
char *
barn_odt_styles_next_label (BarnOdtStyles  *self,
                            const char     *list,
                            guint           level,
                            int             start,
                            BarnOdtCounter *counter)
{
  const Level *shown = get_level (self, list, level);
  GString *out;

  level = MIN (level, BARN_ODT_LEVELS - 1);
  count_on (counter, level, start, shown->start);

  if (shown->kind == BARN_LABEL_NONE)
    return g_strdup ("");
  if (shown->kind == BARN_LABEL_BULLET)
    return barn_label_dup_bullet (shown->bullet != NULL ? shown->bullet : "•");

  out = g_string_new (shown->prefix);
  for (guint i = level + 1 - MIN ((guint) shown->shown, level + 1); i <= level; i++)
    {
      const Level *part = get_level (self, list, i);

      if (part->kind == BARN_LABEL_NONE || part->kind == BARN_LABEL_BULLET)
        continue;
      if (out->len > 0 && g_ascii_isalnum (out->str[out->len - 1]))
        g_string_append_c (out, '.');
      barn_label_append (out, part->kind, counter->counting[i] ? counter->numbers[i] : part->start);
    }
  if (shown->suffix != NULL)
    g_string_append (out, shown->suffix);

  return g_string_free (out, FALSE);
}
