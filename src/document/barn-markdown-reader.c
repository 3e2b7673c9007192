/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-markdown-reader"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"

/* Blocks of Markdown as pandoc and CommonMark have them: headings, paragraphs, lists, pipe tables, quotes, code, a metadata block */

#define MAX_NESTING 12
#define INDENT_CODE 4

/* Lines of a container, with what the container adds to their start already taken away */
typedef struct
{
  char  *text;
  guint  number;
} Line;

typedef struct
{
  BarnListStyle style;
  char          sign;    /* '-', '.', ')' … items of one list bear the same */
  guint         width;   /* of indent, marker and the space behind it */
  guint         indent;
  char          label[16];
} Marker;

static void read_blocks (BarnNode *parent,
                         GArray   *lines,
                         guint     depth);

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

static GArray *
new_lines (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);

  return lines;
}

static void
add_line (GArray     *lines,
          const char *text,
          guint       number)
{
  Line line = { g_strdup (text), number };

  g_array_append_val (lines, line);
}

static const char *
get_line (GArray *lines,
          guint   index)
{
  return index < lines->len ? g_array_index (lines, Line, index).text : "";
}

static guint
count_indent (const char *line)
{
  guint n = 0;

  while (line[n] == ' ')
    n++;

  return n;
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " ")] == '\0';
}

/* A node's place in the file, and what the reader of the source saw before it */
static BarnNode *
append (BarnNode   *parent,
        BarnNode   *node,
        guint       number,
        const char *style)
{
  BarnLook look = { .line = number, .style = style };

  barn_node_set_look (node, &look);

  return barn_node_append (parent, node);
}

/* A heading inside an item is a paragraph: it has no place in the outline */
static BarnNode *
new_heading (BarnNode   *parent,
             guint       level,
             const char *text)
{
  g_autofree char *inner = g_strdup (text);
  g_autofree char *id = NULL;
  char *brace;
  BarnNode *node;

  g_strstrip (inner);
  brace = strrchr (inner, '{');
  if (brace != NULL && g_str_has_suffix (inner, "}") && brace > inner && brace[-1] != '\\'
      && (brace[1] == '#' || brace[1] == '.' || brace[1] == '-'))
    {
      if (brace[1] == '#')
        id = g_strndup (brace + 2, strcspn (brace + 2, " }"));
      /* Behind a bracket it belongs to that: "Heading []{#anchor}" */
      if (brace[-1] != ']')
        {
          *brace = '\0';
          g_strchomp (inner);
        }
    }

  node = barn_node_new (barn_node_get_kind (parent) == BARN_NODE_BODY ? BARN_NODE_HEADING : BARN_NODE_PARAGRAPH);
  if (barn_node_get_kind (node) == BARN_NODE_HEADING)
    barn_node_set_level (node, level);
  barn_markdown_add_text (node, inner);
  barn_node_set_id (node, id);

  return node;
}

/* # Heading #: level, 0 where it is none; @text is what stands between the signs */
static guint
match_heading (const char  *line,
               char       **text)
{
  const char *p = line + count_indent (line);
  guint level = strspn (p, "#");
  char *end;

  if (p - line >= INDENT_CODE || level < 1 || level > 6 || (p[level] != ' ' && p[level] != '\0'))
    return 0;

  if (text != NULL)
    {
      *text = g_strstrip (g_strdup (p + level));
      end = *text + strlen (*text);
      while (end > *text && end[-1] == '#')
        end--;
      if (end == *text || end[-1] == ' ')
        *end = '\0';
      g_strchomp (*text);
    }

  return level;
}

static gboolean
is_rule (const char *line)
{
  char mark = line[count_indent (line)];
  guint n = 0;

  if (mark == '\0' || !strchr ("-*_", mark) || count_indent (line) >= INDENT_CODE)
    return FALSE;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == mark)
        n++;
      else if (*p != ' ')
        return FALSE;
    }

  return n >= 3;
}

static guint
match_underline (const char *line)
{
  g_autofree char *stripped = g_strstrip (g_strdup (line));
  gsize length = strlen (stripped);

  if (length == 0 || count_indent (line) >= INDENT_CODE)
    return 0;
  if (strspn (stripped, "=") == length)
    return 1;
  if (strspn (stripped, "-") == length)
    return 2;

  return 0;
}

static gboolean
is_fence (const char *line)
{
  const char *p = line + count_indent (line);

  /* Behind its signs a fence may name a language, not hold more of them */
  return (g_str_has_prefix (p, "```") && strchr (p + strspn (p, "`"), '`') == NULL) || g_str_has_prefix (p, "~~~");
}

/* What kind of number stands before a sign: "12" decimal, "a" letters, "iv" roman */
static gboolean
match_number (const char    *p,
              gsize          length,
              BarnListStyle *style)
{
  if (length == 0 || length > 9)
    return FALSE;

  if (strspn (p, "0123456789") >= length)
    *style = BARN_LIST_DECIMAL;
  else if (length == 1 && g_ascii_isalpha (*p) && !strchr ("iIvVxX", *p))
    *style = BARN_LIST_ALPHA;
  else if (strspn (p, "ivxIVX") >= length)
    *style = BARN_LIST_ROMAN;
  else
    return FALSE;

  return TRUE;
}

static gboolean
match_marker (const char *line,
              Marker     *marker)
{
  guint indent = count_indent (line);
  const char *p = line + indent;
  gsize length = 1, space;

  *marker = (Marker) { BARN_LIST_BULLET, *p, 0, indent, "•" };

  if (*p == '\0')
    return FALSE;

  if (!strchr ("-+*", *p))
    {
      gboolean parenthesis = *p == '(';

      length = strcspn (p + parenthesis, ".) ");
      if (!match_number (p + parenthesis, length, &marker->style))
        return FALSE;
      length += parenthesis;
      if (p[length] != ')' && (p[length] != '.' || parenthesis))
        return FALSE;
      marker->sign = p[length++];
      g_snprintf (marker->label, sizeof marker->label, "%.*s", (int) length, p);
    }

  space = strspn (p + length, " ");
  if (space == 0 && p[length] != '\0')
    return FALSE;

  /* An item of nothing but code keeps its inner indent */
  marker->width = indent + length + (space > INDENT_CODE || space == 0 ? 1 : space);

  return TRUE;
}

/* A letter begins a list only if it is the first of its kind: "m. fl." is no item */
static gboolean
may_begin (const Marker *marker)
{
  switch (marker->style)
    {
    case BARN_LIST_ALPHA:
      return strpbrk (marker->label, "aA") != NULL;
    case BARN_LIST_ROMAN:
      return g_ascii_strncasecmp (marker->label + (marker->label[0] == '('), "i", 1) == 0
             && marker->label[1 + (marker->label[0] == '(')] == marker->sign;
    case BARN_LIST_BULLET:
    case BARN_LIST_DECIMAL:
    default:
      return TRUE;
    }
}

/* "i" is the ninth letter and "v" the twenty-second */
static gboolean
is_same_list (const Marker *first,
              const Marker *next)
{
  BarnListStyle style = next->style;

  if (first->sign != next->sign)
    return FALSE;

  if (first->style == BARN_LIST_ALPHA && style == BARN_LIST_ROMAN && strlen (next->label) == 2)
    style = BARN_LIST_ALPHA;

  return first->style == style;
}

/* Tables */

static gboolean
is_delimiter_row (const char *line)
{
  return strchr (line, '-') != NULL && strspn (line, " |:-+") == strlen (line) && strpbrk (line, "|+") != NULL;
}

static GPtrArray *
split_row (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *stripped = g_strstrip (g_strdup (line));
  const char *start = *stripped == '|' ? stripped + 1 : stripped;
  const char *p = start;

  for (; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '|')
        {
          g_ptr_array_add (cells, g_strstrip (g_strndup (start, p - start)));
          start = p + 1;
        }
    }

  if (p > start)
    g_ptr_array_add (cells, g_strstrip (g_strndup (start, p - start)));

  return cells;
}

static gboolean
is_empty_row (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i) != '\0')
      return FALSE;

  return TRUE;
}

static void
add_row (BarnNode  *table,
         GPtrArray *cells,
         guint      n_columns,
         gboolean   header,
         guint      number)
{
  BarnNode *row = append (table, barn_node_new (BARN_NODE_ROW), number, NULL);

  barn_node_set_header (row, header);
  for (guint i = 0; i < n_columns; i++)
    {
      BarnNode *cell = append (row, barn_node_new (BARN_NODE_CELL), number, NULL);

      if (i < cells->len)
        barn_markdown_add_text (cell, g_ptr_array_index (cells, i));
    }
}

static gboolean
match_caption (const char  *line,
               char       **caption)
{
  const char *p = line + count_indent (line);
  g_autoptr (BarnNode) node = NULL;

  if (g_str_has_prefix (p, ": "))
    p += 2;
  else if (g_str_has_prefix (p, "Table: "))
    p += 7;
  else
    return FALSE;

  node = barn_node_new (BARN_NODE_PARAGRAPH);
  barn_markdown_add_text (node, p);
  *caption = barn_node_dup_text (node);

  return TRUE;
}

static gboolean
is_table (GArray *lines,
          guint   i)
{
  return strchr (get_line (lines, i), '|') != NULL && is_delimiter_row (get_line (lines, i + 1)) && !is_delimiter_row (get_line (lines, i));
}

static guint
read_table (BarnNode *parent,
            GArray   *lines,
            guint     i)
{
  guint number = g_array_index (lines, Line, i).number;
  BarnNode *table = append (parent, barn_node_new (BARN_NODE_TABLE), number, NULL);
  g_autoptr (GPtrArray) head = split_row (get_line (lines, i));
  g_autofree char *caption = NULL;
  guint after;

  if (!is_empty_row (head))
    add_row (table, head, head->len, TRUE, number);

  for (i += 2; strchr (get_line (lines, i), '|') != NULL; i++)
    {
      g_autoptr (GPtrArray) cells = split_row (get_line (lines, i));

      add_row (table, cells, head->len, FALSE, g_array_index (lines, Line, i).number);
    }

  after = i;
  while (after < lines->len && is_blank (get_line (lines, after)))
    after++;
  if (match_caption (get_line (lines, after), &caption))
    {
      barn_node_set_caption (table, caption);
      return after + 1;
    }

  return i;
}

/* Lists */

/* Takes the lines of one item of the list that began with @list, without their indent, into @inner; returns the first line behind it */
static guint
collect_item (GArray       *lines,
              guint         i,
              const Marker *marker,
              const Marker *list,
              GArray       *inner)
{
  const char *first = get_line (lines, i);
  gboolean after_blank = FALSE;
  Marker next;

  add_line (inner, strlen (first) > marker->width ? first + marker->width : "", g_array_index (lines, Line, i).number);

  for (i++; i < lines->len; i++)
    {
      const char *line = get_line (lines, i);
      guint number = g_array_index (lines, Line, i).number;
      guint indent = count_indent (line);

      if (is_blank (line))
        after_blank = TRUE;
      else if (indent >= marker->width)
        after_blank = FALSE;
      else if (match_marker (line, &next) && indent >= marker->indent + 2 && may_begin (&next))
        {
          /* Pandoc and people nest by less than the marker is wide */
          add_line (inner, line + MIN (indent, marker->indent + 2), number);
          after_blank = FALSE;
          continue;
        }
      else if (after_blank || (match_marker (line, &next) && (may_begin (&next) || is_same_list (list, &next)))
               || match_heading (line, NULL) > 0 || is_fence (line) || is_rule (line))
        break;

      add_line (inner, is_blank (line) ? "" : line + MIN (indent, marker->width), number);
    }

  return i;
}

static guint
read_list (BarnNode *parent,
           GArray   *lines,
           guint     i,
           guint     depth)
{
  Marker first, marker;
  BarnNode *list;

  match_marker (get_line (lines, i), &first);
  list = append (parent, barn_node_new_list (first.style), g_array_index (lines, Line, i).number, NULL);

  while (i < lines->len)
    {
      g_autoptr (GArray) inner = NULL;
      BarnNode *item;
      guint next = i;

      while (next < lines->len && is_blank (get_line (lines, next)))
        next++;
      if (!match_marker (get_line (lines, next), &marker) || !is_same_list (&first, &marker) || is_rule (get_line (lines, next)))
        break;

      inner = new_lines ();
      item = append (list, barn_node_new (BARN_NODE_LIST_ITEM), g_array_index (lines, Line, next).number, NULL);
      barn_node_set_label (item, marker.label);
      i = collect_item (lines, next, &marker, &first, inner);
      read_blocks (item, inner, depth + 1);
      barn_node_fold (item);
    }

  return i;
}

/* Quotes, code, comments */

static guint
read_quote (BarnNode *parent,
            GArray   *lines,
            guint     i,
            guint     depth)
{
  g_autoptr (GArray) inner = new_lines ();

  for (; i < lines->len; i++)
    {
      const char *p = get_line (lines, i);

      if (is_blank (p))
        break;
      p += count_indent (p);
      if (*p == '>')
        p += p[1] == ' ' ? 2 : 1;
      add_line (inner, p, g_array_index (lines, Line, i).number);
    }

  read_blocks (parent, inner, depth + 1);

  return i;
}

static guint
read_code (BarnNode *parent,
           GArray   *lines,
           guint     i)
{
  guint number = g_array_index (lines, Line, i).number;
  g_autofree char *fence = g_strndup (get_line (lines, i) + count_indent (get_line (lines, i)), 3);
  g_autoptr (GString) text = g_string_new (NULL);
  BarnNode *node;

  for (i++; i < lines->len && !g_str_has_prefix (get_line (lines, i) + count_indent (get_line (lines, i)), fence); i++)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, get_line (lines, i));
    }

  node = append (parent, barn_node_new (BARN_NODE_PARAGRAPH), number, NULL);
  barn_node_add_span (node, text->str, BARN_SPAN_PLAIN, NULL);

  return i + 1;
}

static guint
skip_comment (GArray *lines,
              guint   i)
{
  while (i < lines->len && strstr (get_line (lines, i), "-->") == NULL)
    i++;

  return i + 1;
}

/* Whether a line ends the paragraph before it without a blank line between */
static gboolean
ends_paragraph (GArray *lines,
                guint   i)
{
  const char *line = get_line (lines, i);
  Marker marker;

  if (is_blank (line) || match_heading (line, NULL) > 0 || is_fence (line) || is_rule (line) || line[count_indent (line)] == '>')
    return TRUE;

  /* "2024. Därefter …" at the start of a wrapped line is no list */
  if (match_marker (line, &marker) && may_begin (&marker))
    return marker.style == BARN_LIST_BULLET || marker.style == BARN_LIST_ROMAN || marker.style == BARN_LIST_ALPHA
           || g_ascii_strtoull (marker.label, NULL, 10) == 1;

  return is_table (lines, i);
}

static guint
read_paragraph (BarnNode *parent,
                GArray   *lines,
                guint     i)
{
  guint number = g_array_index (lines, Line, i).number;
  g_autoptr (GString) text = g_string_new (NULL);
  guint level = 0;
  BarnNode *node;

  for (guint first = i; i < lines->len; i++)
    {
      const char *line = get_line (lines, i);

      if (i > first)
        {
          level = match_underline (line);
          if (level > 0)
            {
              i++;
              break;
            }
          if (ends_paragraph (lines, i))
            break;
          g_string_append_c (text, '\n');
        }
      g_string_append (text, line + count_indent (line));
    }

  g_string_truncate (text, strlen (g_strchomp (text->str)));
  if (level > 0 && barn_node_get_kind (parent) == BARN_NODE_BODY)
    {
      append (parent, new_heading (parent, level, text->str), number, NULL);
      return i;
    }

  node = append (parent, barn_node_new (BARN_NODE_PARAGRAPH), number, NULL);
  barn_markdown_add_text (node, text->str);

  return i;
}

static void
read_blocks (BarnNode *parent,
             GArray   *lines,
             guint     depth)
{
  for (guint i = 0; i < lines->len;)
    {
      const char *line = get_line (lines, i);
      const char *p = line + count_indent (line);
      g_autofree char *text = NULL;
      Marker marker;
      guint level;

      if (is_blank (line))
        i++;
      else if ((level = match_heading (line, &text)) > 0)
        append (parent, new_heading (parent, level, text), g_array_index (lines, Line, i++).number, NULL);
      else if (g_str_has_prefix (p, "<!--"))
        i = skip_comment (lines, i);
      else if (is_fence (line))
        i = read_code (parent, lines, i);
      else if (is_rule (line) || strcmp (p, "\\newpage") == 0)
        i++;
      else if (*p == '>' && depth < MAX_NESTING)
        i = read_quote (parent, lines, i, depth);
      else if (depth < MAX_NESTING && match_marker (line, &marker) && may_begin (&marker))
        i = read_list (parent, lines, i, depth);
      else if (is_table (lines, i))
        i = read_table (parent, lines, i);
      else
        i = read_paragraph (parent, lines, i);
    }
}

/* The metadata block, and a title at the top of the text as the other formats have it */

static char *
unquote (const char *value)
{
  g_autofree char *text = g_strstrip (g_strdup (value));
  gsize length = strlen (text);
  GString *out;

  if (length < 2 || (*text != '"' && *text != '\'') || text[length - 1] != *text)
    return g_steal_pointer (&text);

  out = g_string_new (NULL);
  for (const char *p = text + 1; p < text + length - 1; p++)
    {
      if ((*text == '"' && *p == '\\') || (*text == '\'' && p[0] == '\'' && p[1] == '\''))
        p++;
      g_string_append_c (out, *p);
    }

  return g_string_free (out, FALSE);
}

static void
add_title (BarnDocument *document,
           const char   *text,
           const char   *style,
           guint         number)
{
  BarnNode *node;

  if (*text == '\0')
    return;

  node = append (barn_document_get_body (document), barn_node_new (BARN_NODE_PARAGRAPH), number, style);
  barn_node_add_span (node, text, BARN_SPAN_PLAIN, NULL);
}

static void
set_metadata (BarnDocument *document,
              const char   *key,
              const char   *value,
              guint         number)
{
  g_autofree char *text = unquote (value);

  if (g_ascii_strcasecmp (key, "title") == 0)
    {
      barn_document_set_title (document, text);
      add_title (document, text, "Title", number);
    }
  else if (g_ascii_strcasecmp (key, "subtitle") == 0)
    {
      barn_document_set_subject (document, text);
      add_title (document, text, "Subtitle", number);
    }
  else if (g_ascii_strcasecmp (key, "author") == 0)
    barn_document_set_author (document, text);
  else if (g_ascii_strcasecmp (key, "date") == 0)
    {
      barn_document_set_date (document, text);
      add_title (document, text, "Date", number);
    }
  else if (g_ascii_strcasecmp (key, "lang") == 0 && *text != '\0')
    barn_document_set_language (document, text);
}

static guint
read_metadata (BarnDocument *document,
               GArray       *lines)
{
  guint end = 1;

  if (strcmp (get_line (lines, 0), "---") != 0)
    return 0;

  while (end < lines->len && strcmp (get_line (lines, end), "---") != 0 && strcmp (get_line (lines, end), "...") != 0)
    end++;
  if (end >= lines->len)
    return 0;

  for (guint i = 1; i < end; i++)
    {
      g_auto (GStrv) parts = g_strsplit (get_line (lines, i), ":", 2);

      if (g_strv_length (parts) == 2)
        set_metadata (document, parts[0], parts[1], i + 1);
    }

  return end + 1;
}

static GArray *
split_lines (const char *text)
{
  g_auto (GStrv) tabbed = g_strsplit (text, "\t", -1);
  g_autofree char *spaced = g_strjoinv ("    ", tabbed);
  g_autofree char *clean = barn_text_clean (spaced);
  GArray *lines = new_lines ();
  guint number = 1;

  for (const char *p = clean; *p != '\0'; number++)
    {
      gsize length = strcspn (p, "\n");
      g_autofree char *line = g_strndup (p, length);

      add_line (lines, line, number);
      p += length + (p[length] == '\n');
    }

  return lines;
}

/**
 * barn_markdown_read:
 * @bytes: a Markdown file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): its blocks, or %NULL with @error set
 */
BarnDocument *
barn_markdown_read (GBytes        *bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (BarnDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GArray) lines = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint skip;

  text = barn_text_decode (data, size, error);
  if (text == NULL)
    return NULL;

  document = barn_document_new ();
  lines = split_lines (text);
  skip = read_metadata (document, lines);
  if (skip > 0)
    g_array_remove_range (lines, 0, skip);
  read_blocks (barn_document_get_body (document), lines, 0);

  if (!barn_document_check_text (document, error))
    return NULL;

  return g_steal_pointer (&document);
}
