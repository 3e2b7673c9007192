/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-markdown-writer"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"
#include "barn-figure-private.h"
#include "barn-label.h"

/* Markdown as pandoc reads it: a metadata block, ATX headings with ids, pipe tables */

#define DASHES_PER_TABLE 60

static void write_blocks (GString    *out,
                          BarnNode   *parent,
                          guint       first,
                          const char *indent);

/* Text */

static gboolean
needs_escape (const char *p,
              const char *start)
{
  switch (*p)
    {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '<':
    case '>':
    case '|':
    case '~':
    case '^':
    case '$':
    case '@':
    case '"':
    case '\'':
    case '{':
    case '}':
    case '#':
      return TRUE;
    case '&':
      return p[1] == '#' || g_ascii_isalpha (p[1]);
    case '-':
      /* Two are a dash to pandoc, and one at the start a list */
      return p[1] == '-' || (p == start && (p[1] == ' ' || p[1] == '\0'));
    case '.':
      return p[1] == '.' && p[2] == '.';
    case '!':
      return p[1] == '[';
    case '+':
    case '=':
    case ':':
    case '%':
      return p == start;
    default:
      return FALSE;
    }
}

/* "1." or "a)" at the start of a paragraph is text there, not an item: where its sign stands, NULL where there is none */
static const char *
find_false_marker (const char *text)
{
  gsize open = *text == '(' ? 1 : 0;
  gsize n = strspn (text + open, "0123456789");

  if (n == 0)
    n = strspn (text + open, "ivxIVX");
  if (n == 0 && g_ascii_isalpha (text[open]))
    n = 1;
  if (n == 0 || n > 9 || (text[open + n] != '.' && text[open + n] != ')'))
    return NULL;

  return text[open + n + 1] == ' ' || text[open + n + 1] == '\0' ? text + open + n : NULL;
}

static gboolean
ends_with (const GString *out,
           const char    *end)
{
  gsize length = strlen (end);

  return out->len >= length && memcmp (out->str + out->len - length, end, length) == 0;
}

static void
append_escaped (GString    *out,
                const char *text,
                const char *line_break,
                gboolean    at_start)
{
  const gboolean breaks_line = strchr (line_break, '\n') != NULL;
  const gboolean fresh = at_start || (breaks_line && ends_with (out, line_break));
  const char *start = fresh ? text : NULL;
  const char *marker = fresh ? find_false_marker (text) : NULL;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        {
          g_string_append (out, line_break);
          start = breaks_line ? p + 1 : NULL;
          marker = breaks_line ? find_false_marker (p + 1) : NULL;
          continue;
        }
      if (needs_escape (p, start) || p == marker)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* White space may not touch the inside of a mark: it goes outside */
static void
split_spaces (const char  *text,
              char       **before,
              char       **inner,
              char       **after)
{
  gsize start = strspn (text, " \n");
  gsize end = strlen (text);

  while (end > start && strchr (" \n", text[end - 1]) != NULL)
    end--;

  *before = g_strndup (text, start);
  *inner = g_strndup (text + start, end - start);
  *after = g_strdup (text + end);
}

/* The sign of a mark: _ where a * stands right before it, so that the two do not become one */
static const char *
choose_mark (BarnSpanStyle  style,
             const GString *out)
{
  static const char *const stars[] = { "", "**", "*", "***" };
  static const char *const lines[] = { "", "__", "_", "___" };
  gboolean after_star = out->len > 0 && out->str[out->len - 1] == '*';

  return (after_star ? lines : stars)[style & 3];
}

static void
write_spans (GString    *out,
             BarnNode   *node,
             const char *line_break,
             gboolean    at_start)
{
  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    {
      const BarnSpan *span = barn_node_get_span (node, i);
      g_autofree char *href = barn_href_dup_safe (span->href);
      g_autofree char *before = NULL;
      g_autofree char *inner = NULL;
      g_autofree char *after = NULL;
      const char *mark;

      split_spaces (span->text, &before, &inner, &after);
      append_escaped (out, before, line_break, FALSE);
      if (*inner == '\0')
        continue;

      mark = choose_mark (span->style, out);
      if (href != NULL)
        g_string_append_c (out, '[');
      g_string_append (out, mark);
      append_escaped (out, inner, line_break, at_start && i == 0 && *mark == '\0' && href == NULL);
      g_string_append (out, mark);
      if (href != NULL)
        g_string_append_printf (out, "](<%s>)", href);
      append_escaped (out, after, line_break, FALSE);
    }
}

static void
write_paragraph (GString    *out,
                 BarnNode   *node,
                 const char *indent)
{
  g_autofree char *line_break = g_strdup_printf ("\\\n%s", indent);

  write_spans (out, node, line_break, TRUE);
  g_string_append_c (out, '\n');
}

static void
write_heading (GString  *out,
               BarnNode *node)
{
  for (guint i = 0; i < barn_node_get_level (node); i++)
    g_string_append_c (out, '#');
  g_string_append_c (out, ' ');
  write_spans (out, node, " ", FALSE);
  if (barn_node_get_id (node) != NULL)
    g_string_append_printf (out, " {#%s}", barn_node_get_id (node));
  g_string_append_c (out, '\n');
}

/* A figure is what is said of it: its name in bold, then its text */
static void
append_figure (GString    *out,
               BarnNode   *node,
               const char *line_break)
{
  g_autofree char *text = barn_figure_dup_full_text (barn_node_get_figure (node));

  if (*barn_node_get_caption (node) != '\0')
    {
      g_string_append (out, "**");
      append_escaped (out, barn_node_get_caption (node), " ", FALSE);
      g_string_append (out, "**");
      g_string_append (out, line_break);
    }
  append_escaped (out, text, line_break, TRUE);
}

static void
write_figure (GString    *out,
              BarnNode   *node,
              const char *indent)
{
  g_autofree char *line_break = g_strdup_printf ("\\\n%s", indent);

  append_figure (out, node, line_break);
  g_string_append_c (out, '\n');
}

/* Lists */

static char *
dup_marker (BarnNode *list,
            guint     index)
{
  static const BarnLabelKind kinds[] = { BARN_LABEL_BULLET, BARN_LABEL_DECIMAL, BARN_LABEL_LOWER_LETTER, BARN_LABEL_LOWER_ROMAN };
  BarnListStyle style = barn_node_get_list_style (list);
  g_autoptr (GString) marker = g_string_new (NULL);

  if (style == BARN_LIST_BULLET)
    g_string_append_c (marker, '-');
  else
    {
      barn_label_append (marker, kinds[style], index + 1);
      g_string_append_c (marker, style == BARN_LIST_ALPHA ? ')' : '.');
    }

  /* Four columns hold most markers, and what stands in an item begins there for every reader of Markdown */
  do
    g_string_append_c (marker, ' ');
  while (marker->len < 4);

  return g_string_free (g_steal_pointer (&marker), FALSE);
}

static void
write_list (GString    *out,
            BarnNode   *list,
            const char *indent)
{
  for (guint i = 0; i < barn_node_get_n_children (list); i++)
    {
      BarnNode *item = barn_node_get_child (list, i);
      g_autofree char *marker = dup_marker (list, i);
      g_autofree char *deeper = g_strdup_printf ("%s%*s", indent, (int) strlen (marker), "");

      if (i > 0)
        g_string_append (out, indent);
      g_string_append (out, marker);
      if (barn_node_get_n_children (item) == 0)
        write_paragraph (out, item, deeper);
      else
        write_blocks (out, item, 0, deeper);
    }
}

/* Tables */

static void
append_cell_text (GString  *out,
                  BarnNode *node)
{
  if (barn_node_get_kind (node) == BARN_NODE_FIGURE)
    append_figure (out, node, "<br>");
  write_spans (out, node, "<br>", FALSE);

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    {
      BarnNode *child = barn_node_get_child (node, i);

      if (i > 0)
        g_string_append (out, "<br>");
      if (barn_node_get_kind (child) == BARN_NODE_LIST_ITEM)
        g_string_append (out, "• ");
      append_cell_text (out, child);
    }
}

static guint
count_columns (BarnNode *table)
{
  guint n = 0;

  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);
      guint columns = 0;

      for (guint j = 0; j < barn_node_get_n_children (row); j++)
        columns += barn_node_get_col_span (barn_node_get_child (row, j));
      n = MAX (n, columns);
    }

  return MIN (n, 1000);
}

/* Merged cells are unknown to Markdown: what they cover is left empty */
static void
write_row (GString    *out,
           BarnNode   *row,
           guint      *reach,
           guint       n_columns)
{
  guint column = 0;

  for (guint i = 0; row != NULL && i < barn_node_get_n_children (row); i++)
    {
      BarnNode *cell = barn_node_get_child (row, i);

      for (; column < n_columns && reach[column] > 0; column++)
        {
          reach[column]--;
          g_string_append (out, "|  ");
        }
      if (column >= n_columns)
        break;
      g_string_append (out, "| ");
      append_cell_text (out, cell);
      g_string_append_c (out, ' ');
      for (guint j = 0; j < barn_node_get_col_span (cell) && column < n_columns; j++, column++)
        {
          reach[column] = barn_node_get_row_span (cell) - 1;
          if (j > 0)
            g_string_append (out, "|  ");
        }
    }

  for (; column < n_columns; column++)
    {
      if (reach[column] > 0)
        reach[column]--;
      g_string_append (out, "|  ");
    }
  g_string_append (out, "|\n");
}

/* That of the first row that has a cell for each column */
static BarnAlign
get_column_align (BarnNode *table,
                  guint     column)
{
  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);

      if (!barn_node_get_header (row) && column < barn_node_get_n_children (row))
        return barn_node_get_align (barn_node_get_child (row, column));
    }

  return BARN_ALIGN_START;
}

static void
write_table (GString    *out,
             BarnNode   *table,
             const char *indent)
{
  guint n_rows = barn_node_get_n_children (table);
  guint n_columns = count_columns (table);
  g_autofree guint *reach = g_new0 (guint, n_columns + 1);
  guint n_widths;
  const guint *widths = barn_node_get_widths (table, &n_widths);
  guint i = 0;

  if (n_columns == 0)
    return;

  /* A pipe table has one head: an empty one where the table has none */
  if (n_rows > 0 && barn_node_get_header (barn_node_get_child (table, 0)))
    write_row (out, barn_node_get_child (table, i++), reach, n_columns);
  else
    write_row (out, NULL, reach, n_columns);

  /* The signs beside the dashes say to which side a column goes; to pandoc the dashes are the widths of columns whose text is longer than a line */
  g_string_append (out, indent);
  for (guint j = 0; j < n_columns; j++)
    {
      guint dashes = n_widths == n_columns ? widths[j] * DASHES_PER_TABLE / 100 : DASHES_PER_TABLE / n_columns;

      BarnAlign align = get_column_align (table, j);

      g_string_append (out, align == BARN_ALIGN_CENTER ? "|:" : "|");
      for (guint k = 0; k < MAX (dashes, 3); k++)
        g_string_append_c (out, '-');
      if (align != BARN_ALIGN_START)
        g_string_append_c (out, ':');
    }
  g_string_append (out, "|\n");

  for (; i < n_rows; i++)
    {
      g_string_append (out, indent);
      write_row (out, barn_node_get_child (table, i), reach, n_columns);
    }

  if (*barn_node_get_caption (table) != '\0')
    {
      g_string_append_printf (out, "\n%s: ", indent);
      append_escaped (out, barn_node_get_caption (table), " ", FALSE);
      g_string_append_c (out, '\n');
    }
}

/* Blocks */

/* Two lists of the same kind with nothing between would be one */
static gboolean
needs_divider (BarnNode *before,
               BarnNode *node)
{
  return before != NULL && barn_node_get_kind (before) == BARN_NODE_LIST && barn_node_get_kind (node) == BARN_NODE_LIST
         && barn_node_get_list_style (before) == barn_node_get_list_style (node);
}

/* Markdown has no empty paragraph, no page and no table of contents (what reads it makes one); @indent holds from the second line on */
static void
write_blocks (GString    *out,
              BarnNode   *parent,
              guint       first,
              const char *indent)
{
  BarnNode *before = NULL;

  for (guint i = first; i < barn_node_get_n_children (parent); i++)
    {
      BarnNode *node = barn_node_get_child (parent, i);
      BarnNodeKind kind = barn_node_get_kind (node);

      if (kind == BARN_NODE_PAGE_BREAK || kind == BARN_NODE_CONTENTS || (kind == BARN_NODE_PARAGRAPH && barn_node_get_n_spans (node) == 0))
        continue;

      if (before != NULL)
        g_string_append_printf (out, "\n%s", indent);
      if (needs_divider (before, node))
        g_string_append_printf (out, "<!-- -->\n\n%s", indent);

      if (kind == BARN_NODE_HEADING)
        write_heading (out, node);
      else if (kind == BARN_NODE_LIST)
        write_list (out, node, indent);
      else if (kind == BARN_NODE_TABLE)
        write_table (out, node, indent);
      else if (kind == BARN_NODE_FIGURE)
        write_figure (out, node, indent);
      else
        write_paragraph (out, node, indent);
      before = node;
    }
}

static void
append_metadata (GString    *out,
                 const char *key,
                 const char *value)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *quoted = NULL;

  if (*value == '\0')
    return;

  parts = g_strsplit (value, "'", -1);
  quoted = g_strjoinv ("''", parts);
  g_strdelimit (quoted, "\n", ' ');
  g_string_append_printf (out, "%s: '%s'\n", key, quoted);
}

static void
write_metadata (GString      *out,
                BarnDocument *document)
{
  g_string_append (out, "---\n");
  append_metadata (out, "title", barn_document_get_title (document));
  append_metadata (out, "subtitle", barn_document_get_subject (document));
  append_metadata (out, "author", barn_document_get_author (document));
  append_metadata (out, "keywords", barn_document_get_keywords (document));
  append_metadata (out, "date", barn_document_get_date (document));
  append_metadata (out, "lang", barn_document_get_language (document));
  g_string_append (out, "---\n\n");
}

/**
 * barn_markdown_write:
 * @document: a document
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): @document as Markdown
 */
GBytes *
barn_markdown_write (BarnDocument  *document,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  write_metadata (out, document);
  if (*barn_document_get_letterhead (document) != '\0')
    {
      g_autoptr (BarnNode) letterhead = barn_node_new_text (BARN_NODE_PARAGRAPH, barn_document_get_letterhead (document));

      write_paragraph (out, letterhead, "");
      g_string_append_c (out, '\n');
    }
  write_blocks (out, barn_document_get_body (document), barn_document_count_front (document), "");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
