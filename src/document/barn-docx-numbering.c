/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-numbering"

#include "config.h"

#include <string.h>

#include "barn-docx-private.h"
#include "barn-label.h"

#define N_LEVELS 9

typedef struct
{
  char *format;     /* numFmt: "decimal", "bullet" … */
  char *text;       /* lvlText: "%1.%2" */
  int   start;
  int   restart;    /* the level whose step begins it anew; -1: any before it */
  int   indent;     /* twips, G_MININT unset */
  gboolean legal;   /* all numbers in it as decimals */
} Level;

typedef struct
{
  Level   levels[N_LEVELS];
  int     counters[N_LEVELS];
  guint   series[N_LEVELS];   /* another whenever a number begins the level anew */
  gboolean counting[N_LEVELS];
  char   *link;     /* (nullable): name of the style that has the levels */
  char   *named;    /* (nullable): the name under which others link to it */
} Abstract;

typedef struct
{
  Abstract *abstract;
  Level    *overrides[N_LEVELS];
  int       starts[N_LEVELS];      /* -1: none */
  gboolean  started[N_LEVELS];
} Number;

struct _BarnDocxNumbering
{
  GHashTable *abstracts; /* id → Abstract */
  GHashTable *numbers;   /* id → Number */
  guint       n_series;
};

static void
level_clear (Level *level)
{
  g_clear_pointer (&level->format, g_free);
  g_clear_pointer (&level->text, g_free);
}

static void
abstract_free (gpointer data)
{
  Abstract *self = data;

  for (guint i = 0; i < N_LEVELS; i++)
    level_clear (&self->levels[i]);
  g_free (self->link);
  g_free (self->named);
  g_free (self);
}

static void
number_free (gpointer data)
{
  Number *self = data;

  for (guint i = 0; i < N_LEVELS; i++)
    if (self->overrides[i] != NULL)
      {
        level_clear (self->overrides[i]);
        g_free (self->overrides[i]);
      }
  g_free (self);
}

static void
read_level (Level   *level,
            xmlNode *node)
{
  BarnDocxFormat format = BARN_DOCX_FORMAT_INIT;

  level_clear (level);
  barn_docx_format_read_paragraph (&format, barn_xml_child (node, "pPr"));
  level->format = g_strdup (barn_xml_val (node, "numFmt"));
  level->text = g_strdup (barn_xml_val (node, "lvlText"));
  level->start = barn_xml_to_int (barn_xml_val (node, "start"), 1);
  level->restart = barn_xml_to_int (barn_xml_val (node, "lvlRestart"), -1);
  level->indent = format.indent;
  level->legal = barn_xml_child (node, "isLgl") != NULL;
}

static void
read_abstract (BarnDocxNumbering *self,
               xmlNode           *node)
{
  int id = barn_xml_to_int (barn_xml_attribute (node, "abstractNumId"), -1);
  Abstract *abstract = g_new0 (Abstract, 1);

  for (guint i = 0; i < N_LEVELS; i++)
    {
      abstract->levels[i].start = 1;
      abstract->levels[i].restart = -1;
      abstract->levels[i].indent = G_MININT;
    }

  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    {
      int level = barn_xml_to_int (barn_xml_attribute (child, "ilvl"), -1);

      if (barn_xml_is (child, "lvl") && level >= 0 && level < N_LEVELS)
        read_level (&abstract->levels[level], child);
    }

  abstract->link = g_strdup (barn_xml_val (node, "numStyleLink"));
  abstract->named = g_strdup (barn_xml_val (node, "styleLink"));
  g_hash_table_replace (self->abstracts, GINT_TO_POINTER (id), abstract);
}

/* An abstract numbering that only names a style has its levels in the one that bears that name */
static Abstract *
follow_link (BarnDocxNumbering *self,
             Abstract          *abstract)
{
  GHashTableIter iter;
  gpointer value;

  if (abstract->link == NULL)
    return abstract;

  g_hash_table_iter_init (&iter, self->abstracts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (g_strcmp0 (((Abstract *) value)->named, abstract->link) == 0)
      return value;

  return abstract;
}

static void
read_number (BarnDocxNumbering *self,
             xmlNode           *node)
{
  int id = barn_xml_to_int (barn_xml_attribute (node, "numId"), -1);
  int abstract_id = barn_xml_to_int (barn_xml_val (node, "abstractNumId"), -1);
  Abstract *abstract = g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (abstract_id));
  Number *number;

  if (abstract == NULL)
    return;

  number = g_new0 (Number, 1);
  number->abstract = follow_link (self, abstract);
  for (guint i = 0; i < N_LEVELS; i++)
    number->starts[i] = -1;

  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    {
      int level = barn_xml_to_int (barn_xml_attribute (child, "ilvl"), -1);
      xmlNode *definition = barn_xml_child (child, "lvl");

      if (!barn_xml_is (child, "lvlOverride") || level < 0 || level >= N_LEVELS)
        continue;
      number->starts[level] = barn_xml_to_int (barn_xml_val (child, "startOverride"), -1);
      if (definition != NULL && number->overrides[level] == NULL)
        {
          number->overrides[level] = g_new0 (Level, 1);
          read_level (number->overrides[level], definition);
        }
    }

  g_hash_table_replace (self->numbers, GINT_TO_POINTER (id), number);
}

/**
 * barn_docx_numbering_new:
 * @root: (nullable): the root of numbering.xml
 *
 * Returns: (transfer full): the numberings in it, none of them begun
 */
BarnDocxNumbering *
barn_docx_numbering_new (xmlNode *root)
{
  BarnDocxNumbering *self = g_new0 (BarnDocxNumbering, 1);

  self->abstracts = g_hash_table_new_full (NULL, NULL, NULL, abstract_free);
  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, number_free);

  for (xmlNode *node = barn_xml_first (root); node != NULL; node = barn_xml_next (node))
    if (barn_xml_is (node, "abstractNum"))
      read_abstract (self, node);

  for (xmlNode *node = barn_xml_first (root); node != NULL; node = barn_xml_next (node))
    if (barn_xml_is (node, "num"))
      read_number (self, node);

  return self;
}

void
barn_docx_numbering_free (BarnDocxNumbering *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->abstracts, g_hash_table_unref);
  g_free (self);
}

static const Level *
get_level (Number *number,
           int     level)
{
  return number->overrides[level] != NULL ? number->overrides[level] : &number->abstract->levels[level];
}

static void
step (BarnDocxNumbering *self,
      Number            *number,
      int                level)
{
  Abstract *abstract = number->abstract;

  if (abstract->series[level] == 0)
    abstract->series[level] = ++self->n_series;

  if (number->starts[level] >= 0 && !number->started[level])
    {
      abstract->counters[level] = number->starts[level];
      if (abstract->counting[level])
        abstract->series[level] = ++self->n_series;
    }
  else if (abstract->counting[level])
    abstract->counters[level]++;
  else
    abstract->counters[level] = get_level (number, level)->start;

  number->started[level] = TRUE;
  abstract->counting[level] = TRUE;

  for (int i = level + 1; i < N_LEVELS; i++)
    {
      int restart = get_level (number, i)->restart;

      if (restart < 0 || (restart > 0 && level < restart))
        abstract->counting[i] = FALSE;
    }
}

static BarnLabelKind
get_kind (const Level *level)
{
  static const struct
  {
    const char   *format;
    BarnLabelKind kind;
  } formats[] = {
    { "bullet", BARN_LABEL_BULLET }, { "none", BARN_LABEL_NONE }, { "lowerLetter", BARN_LABEL_LOWER_LETTER },
    { "upperLetter", BARN_LABEL_UPPER_LETTER }, { "lowerRoman", BARN_LABEL_LOWER_ROMAN }, { "upperRoman", BARN_LABEL_UPPER_ROMAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (level->format, formats[i].format) == 0)
      return formats[i].kind;

  return BARN_LABEL_DECIMAL;
}

static char *
format_label (Number *number,
              int     level)
{
  const Level *shown = get_level (number, level);
  GString *out = g_string_new (NULL);

  for (const char *p = shown->text != NULL ? shown->text : ""; *p != '\0'; p++)
    {
      int i = *p == '%' && p[1] >= '1' && p[1] <= '9' ? p[1] - '1' : -1;

      if (i >= 0)
        {
          const Level *part = get_level (number, i);
          BarnLabelKind kind = get_kind (part);

          if (shown->legal && kind != BARN_LABEL_NONE)
            kind = BARN_LABEL_DECIMAL;
          barn_label_append (out, kind, number->abstract->counting[i] ? number->abstract->counters[i] : part->start);
          p++;
        }
      else
        g_string_append_c (out, *p);
    }

  return g_string_free (out, FALSE);
}

/**
 * barn_docx_numbering_next:
 * @self: the numberings
 * @num_id: which
 * @level: from 0
 * @style: (out): what kind of list it makes
 * @indent: (out): its left indent in twips, %G_MININT where it has none
 * @series: (out): tells lists from each other that count for themselves
 *
 * Counts one paragraph on.
 *
 * Returns: (transfer full) (nullable): its label, "" where none is shown, %NULL where there is no such numbering
 */
char *
barn_docx_numbering_next (BarnDocxNumbering *self,
                          int                num_id,
                          int                level,
                          BarnListStyle     *style,
                          int               *indent,
                          guint             *series)
{
  Number *number = g_hash_table_lookup (self->numbers, GINT_TO_POINTER (num_id));
  const Level *shown;
  BarnLabelKind kind;

  *style = BARN_LIST_BULLET;
  *indent = G_MININT;
  *series = 0;
  if (number == NULL || num_id <= 0)
    return NULL;

  level = CLAMP (level, 0, N_LEVELS - 1);
  shown = get_level (number, level);
  kind = get_kind (shown);
  *style = barn_label_kind_to_style (kind);
  *indent = shown->indent;
  step (self, number, level);
  *series = number->abstract->series[level];

  if (kind == BARN_LABEL_BULLET)
    return barn_label_dup_bullet (shown->text != NULL ? shown->text : "•");
  if (kind == BARN_LABEL_NONE)
    return g_strdup ("");

  return format_label (number, level);
}
