/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-flow"

#include "barn-flow.h"

#include <string.h>

/* What is known of the place that the walk through the tree has come to */
typedef struct
{
  BarnFlow     *flow;
  GHashTable   *sizes;       /* size in tenths of points → characters that have it */
  GCancellable *cancellable;
  guint         blanks;
  gboolean      page_break;
  guint         list_depth;
  const char   *label;       /* of the list item whose first line has not come yet */
  guint         table;
  guint         row;
  guint               last_row;
  guint         n_tables;
  guint         n_rows;
  BarnColumn    column;
  const char   *column_heading;
} Walk;

static void walk_children (Walk     *walk,
                           BarnNode *node);

static void
flow_line_free (gpointer data)
{
  BarnFlowLine *line = data;

  g_free (line->text);
  g_free (line->label);
  g_free (line->style);
  g_free (line->rest);
  g_free (line);
}

/* White space made single, none at the ends */
static char *
squeeze (const char *text,
         gsize       length)
{
  GString *out = g_string_sized_new (length);
  gboolean space = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      if ((guchar) *p > ' ' && (guchar) *p < 0x80)
        {
          if (space && out->len > 0)
            g_string_append_c (out, ' ');
          space = FALSE;
          g_string_append_c (out, *p);
        }
      else if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          space = TRUE;
        }
      else
        {
          if (space && out->len > 0)
            g_string_append_c (out, ' ');
          space = FALSE;
          g_string_append_len (out, p, g_utf8_next_char (p) - p);
        }
    }

  return g_string_free (out, FALSE);
}

/* A label of the document's own list, else what the text begins with */
static void
take_label (BarnFlowLine *line,
            const char   *label)
{
  gsize n;

  if (label != NULL && *label != '\0')
    {
      line->label = g_strdup (label);
      line->form = barn_mark_get_form (label);
      return;
    }

  n = line->heading_level > 0 ? 0 : barn_mark_measure (line->text, &line->form);
  line->label = g_strndup (line->text, n);
  if (n > 0)
    {
      char *text = g_strchug (g_strdup (line->text + n));

      g_free (line->text);
      line->text = text;
    }
  else if (label != NULL)
    {
      line->form = BARN_MARK_BULLET;
    }
}

static void
count_size (Walk               *walk,
            const BarnFlowLine *line)
{
  gpointer key = GUINT_TO_POINTER ((guint) (line->size * 10 + 0.5));
  gsize chars = GPOINTER_TO_SIZE (g_hash_table_lookup (walk->sizes, key)) + line->width;

  if (line->size > 0)
    g_hash_table_insert (walk->sizes, key, GSIZE_TO_POINTER (chars));
}

/* Formats whose paragraphs have no look of their own still have bold words */
static gboolean
is_bold (BarnNode *node)
{
  guint n = barn_node_get_n_spans (node);

  for (guint i = 0; i < n; i++)
    if (!(barn_node_get_span (node, i)->style & BARN_SPAN_BOLD))
      return FALSE;

  return n > 0;
}

static void
add_line (Walk       *walk,
          BarnNode   *node,
          const char *start,
          gsize       length,
          gboolean    soft)
{
  const BarnLook *look = barn_node_get_look (node);
  g_autofree char *text = squeeze (start, length);
  BarnFlowLine *line;

  if (*text == '\0')
    {
      walk->blanks++;
      return;
    }

  line = g_new0 (BarnFlowLine, 1);
  line->text = g_steal_pointer (&text);
  line->hard = look->line > 0;
  line->soft = soft;
  line->blanks = walk->blanks;
  line->page_break = walk->page_break;
  line->bold = look->bold || is_bold (node);
  line->size = look->size;
  line->indent = look->indent;
  line->style = g_strdup (look->style);
  if (barn_node_get_kind (node) == BARN_NODE_HEADING)
    line->heading_level = MAX (1, barn_node_get_level (node));
  line->list_depth = walk->list_depth;
  line->table = walk->table;
  line->row = walk->row;
  line->last_row = walk->last_row;
  line->column = walk->column;
  line->column_heading = walk->column_heading;
  line->width = (guint) g_utf8_strlen (line->text, -1) + (line->hard ? (guint) (look->indent / 6) : 0);
  take_label (line, walk->label);
  line->taken = BARN_TAKEN_NOTHING;

  walk->flow->headings |= line->heading_level > 0;
  count_size (walk, line);
  walk->blanks = 0;
  walk->page_break = FALSE;
  walk->label = NULL;
  g_ptr_array_add (walk->flow->lines, line);
}

static void
add_text (Walk     *walk,
          BarnNode *node)
{
  g_autofree char *text = barn_node_dup_text (node);
  gboolean soft = FALSE;

  for (const char *start = text; start != NULL;)
    {
      const char *end = strchr (start, '\n');
      guint before = walk->flow->lines->len;

      add_line (walk, node, start, end != NULL ? (gsize) (end - start) : strlen (start), soft);
      soft |= walk->flow->lines->len > before;
      start = end != NULL ? end + 1 : NULL;
    }
}

static void
walk_item (Walk     *walk,
           BarnNode *node)
{
  walk->label = barn_node_get_label (node);
  if (barn_node_get_n_spans (node) > 0)
    add_text (walk, node);
  walk_children (walk, node);
  walk->label = NULL;
}

static void
walk_cell (Walk          *walk,
           BarnNode      *cell,
           BarnColumn     column,
           const char    *heading)
{
  walk->column = column;
  walk->column_heading = heading;
  walk->last_row = walk->row + MAX (1, barn_node_get_row_span (cell)) - 1;
  walk->label = NULL;
  if (barn_node_get_n_spans (cell) > 0)
    add_text (walk, cell);
  walk_children (walk, cell);
  walk->column = BARN_COLUMN_NONE;
  walk->column_heading = NULL;
}

/* The text of a cell, for what is at the head of a column */
static void
append_cell_text (BarnNode *node,
                  GString  *out)
{
  g_autofree char *own = barn_node_get_n_spans (node) > 0 ? barn_node_dup_text (node) : NULL;

  if (own != NULL)
    {
      if (out->len > 0)
        g_string_append_c (out, ' ');
      g_string_append (out, own);
    }
  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    append_cell_text (barn_node_get_child (node, i), out);
}

/* A cell at the head of a table, told by its words. A long text heads nothing. */
static BarnColumn
find_column (BarnNode  *cell,
             char     **heading)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_cell_text (cell, text);
  *heading = squeeze (text->str, text->len);

  return barn_wording_find_column (*heading);
}

/* Cells of a table as a grid: a cell that spans rows or columns stands at its first place only */
typedef struct
{
  GPtrArray  *rows;    /* of GPtrArray of BarnNode (nullable) */
  guint       n_columns;
  BarnColumn *columns;
  char      **headings;
} Grid;

static void
grid_free (Grid *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->columns);
  g_strfreev (self->headings);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grid, grid_free)

/* More columns than any page has room for are not looked at in order */
#define MAX_COLUMNS 64

static Grid *
read_grid (BarnNode *table)
{
  Grid *grid = g_new0 (Grid, 1);
  guint taken[MAX_COLUMNS] = { 0 };

  grid->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);
      GPtrArray *cells = g_ptr_array_new ();

      for (guint j = 0; j < barn_node_get_n_children (row); j++)
        {
          BarnNode *cell = barn_node_get_child (row, j);
          guint span = MAX (1, barn_node_get_col_span (cell));

          while (cells->len < MAX_COLUMNS && taken[cells->len] > 0)
            g_ptr_array_add (cells, NULL);
          g_ptr_array_add (cells, cell);
          for (guint k = 1; k < span && cells->len < MAX_COLUMNS; k++)
            g_ptr_array_add (cells, NULL);
          for (guint k = cells->len - MIN (span, cells->len); k < MIN (cells->len, MAX_COLUMNS); k++)
            taken[k] = MAX (1, barn_node_get_row_span (cell));
        }
      for (guint k = 0; k < MAX_COLUMNS; k++)
        if (taken[k] > 0)
          taken[k]--;
      grid->n_columns = MAX (grid->n_columns, cells->len);
      g_ptr_array_add (grid->rows, cells);
    }

  return grid;
}

static BarnNode *
get_cell (const Grid *grid,
          guint       row,
          guint       column)
{
  GPtrArray *cells = g_ptr_array_index (grid->rows, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : NULL;
}

static guint
count_columns (const Grid *grid,
               BarnColumn  kind)
{
  guint n = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    n += grid->columns[i] == kind;

  return n;
}

/* Whether those said to be responsible are roles ("Chefer") rather than persons or units */
static gboolean
are_roles (const Grid *grid,
           guint       column)
{
  guint roles = 0, others = 0;

  for (guint i = 1; i < grid->rows->len; i++)
    {
      BarnNode *cell = get_cell (grid, i, column);
      g_autoptr (GString) text = g_string_new (NULL);

      if (cell == NULL)
        continue;
      append_cell_text (cell, text);
      if (barn_wording_is_role (text->str) && !barn_wording_is_unit (text->str))
        roles++;
      else if (*text->str != '\0')
        others++;
    }

  return roles > 0 && others == 0;
}

/* What the first row says of each column. Without an activity among them the table is not of a plan; where all that is at the head are
   roles, what stands below them is theirs. */
static gboolean
read_columns (Grid *grid)
{
  guint roles = 0, filled = 0;

  grid->columns = g_new0 (BarnColumn, grid->n_columns);
  grid->headings = g_new0 (char *, grid->n_columns + 1);
  if (grid->rows->len < 2 || grid->n_columns < 2)
    return FALSE;

  for (guint i = 0; i < grid->n_columns; i++)
    {
      BarnNode *cell = get_cell (grid, 0, i);

      grid->headings[i] = NULL;
      if (cell == NULL)
        grid->headings[i] = g_strdup ("");
      else
        grid->columns[i] = find_column (cell, &grid->headings[i]);
      if (*grid->headings[i] != '\0')
        filled++;
      if (barn_wording_is_role (grid->headings[i]))
        roles++;
    }

  if (count_columns (grid, BARN_COLUMN_ACTIVITY) > 0)
    {
      for (guint i = 0; i < grid->n_columns; i++)
        if (grid->columns[i] == BARN_COLUMN_RESPONSIBLE && count_columns (grid, BARN_COLUMN_ROLE) == 0 && are_roles (grid, i))
          grid->columns[i] = BARN_COLUMN_ROLE;
      return TRUE;
    }

  if (roles < 2 || roles * 2 < filled)
    return FALSE;
  for (guint i = 0; i < grid->n_columns; i++)
    grid->columns[i] = *grid->headings[i] != '\0' ? BARN_COLUMN_OF_ROLE : BARN_COLUMN_OTHER;

  return TRUE;
}

static void
walk_column (Walk *walk,
             Grid *grid,
             guint column)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      BarnNode *cell = get_cell (grid, i, column);

      walk->row = walk->n_rows + i + 1;
      if (cell != NULL)
        walk_cell (walk, cell, i == 0 ? BARN_COLUMN_ROLE : BARN_COLUMN_ACTIVITY, NULL);
    }
}

/* The head of a table comes again where it goes on on another page */
static gboolean
repeats_head (const Grid *grid,
              guint       row)
{
  guint n = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    {
      BarnNode *cell = get_cell (grid, row, i);
      g_autofree char *text = NULL;

      if (cell == NULL)
        continue;
      find_column (cell, &text);
      if (strcmp (text, grid->headings[i]) != 0)
        return FALSE;
      n += *text != '\0';
    }

  return n > 1;
}

/* A row in the order in which its cells explain each other: what it is about, whose it is, what is done, and what is said of that */
static void
walk_row (Walk *walk,
          Grid *grid,
          guint row)
{
  static const BarnColumn order[] = {
    BARN_COLUMN_NONE, BARN_COLUMN_SHIFT, BARN_COLUMN_PURPOSE, BARN_COLUMN_ROLE, BARN_COLUMN_ACTIVITY, BARN_COLUMN_RESPONSIBLE,
    BARN_COLUMN_START, BARN_COLUMN_DUE, BARN_COLUMN_OTHER,
  };
  gboolean head = row == 0 || repeats_head (grid, row);

  walk->row = walk->n_rows + row + 1;
  for (guint i = 0; head && i < grid->n_columns; i++)
    if (get_cell (grid, row, i) != NULL)
      walk_cell (walk, get_cell (grid, row, i), BARN_COLUMN_HEADING, NULL);
  for (gsize k = 0; !head && k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < grid->n_columns; i++)
      {
        BarnNode *cell = get_cell (grid, row, i);
        const char *heading = g_string_chunk_insert_const (walk->flow->strings, grid->headings[i]);

        if (cell != NULL && grid->columns[i] == order[k])
          walk_cell (walk, cell, order[k], heading);
      }
}

static void
walk_plain_table (Walk *walk,
                  Grid *grid)
{
  for (guint i = 0; i < grid->rows->len; i++)
    for (guint j = 0; j < grid->n_columns; j++)
      {
        BarnNode *cell = get_cell (grid, i, j);

        walk->row = walk->n_rows + i + 1;
        if (cell != NULL)
          walk_cell (walk, cell, BARN_COLUMN_NONE, NULL);
      }
}

static void
walk_table (Walk     *walk,
            BarnNode *table)
{
  g_autoptr (Grid) grid = NULL;
  guint outer_table = walk->table, outer_row = walk->row;

  /* A table within a cell is read as what its cells say */
  if (outer_table > 0)
    {
      for (guint i = 0; i < barn_node_get_n_children (table); i++)
        walk_children (walk, barn_node_get_child (table, i));
      return;
    }

  grid = read_grid (table);
  walk->table = ++walk->n_tables;
  if (!read_columns (grid))
    walk_plain_table (walk, grid);
  else if (count_columns (grid, BARN_COLUMN_OF_ROLE) > 0)
    for (guint i = 0; i < grid->n_columns; i++)
      walk_column (walk, grid, i);
  else
    for (guint i = 0; i < grid->rows->len; i++)
      walk_row (walk, grid, i);

  walk->n_rows += grid->rows->len;
  walk->table = outer_table;
  walk->row = outer_row;
}

static void
walk_node (Walk     *walk,
           BarnNode *node)
{
  switch (barn_node_get_kind (node))
    {
    case BARN_NODE_HEADING:
    case BARN_NODE_PARAGRAPH:
      add_text (walk, node);
      break;

    case BARN_NODE_LIST_ITEM:
      walk_item (walk, node);
      break;

    case BARN_NODE_LIST:
      walk->list_depth++;
      walk_children (walk, node);
      walk->list_depth--;
      break;

    case BARN_NODE_TABLE:
      walk_table (walk, node);
      break;

    case BARN_NODE_PAGE_BREAK:
      walk->page_break = TRUE;
      break;

    case BARN_NODE_CELL:
      if (barn_node_get_n_spans (node) > 0)
        add_text (walk, node);
      walk_children (walk, node);
      break;

    case BARN_NODE_FIGURE:
    case BARN_NODE_CONTENTS:
      break;

    case BARN_NODE_BODY:
    case BARN_NODE_ROW:
    default:
      walk_children (walk, node);
      break;
    }
}

static void
walk_children (Walk     *walk,
               BarnNode *node)
{
  guint n = barn_node_get_n_children (node);

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (walk->cancellable); i++)
    walk_node (walk, barn_node_get_child (node, i));
}

static double
find_body_size (GHashTable *sizes)
{
  GHashTableIter iter;
  gpointer key, value;
  gsize most = 0;
  double size = 0;

  g_hash_table_iter_init (&iter, sizes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_SIZE (value) > most)
      {
        most = GPOINTER_TO_SIZE (value);
        size = GPOINTER_TO_UINT (key) / 10.0;
      }

  return size;
}

/**
 * barn_flow_new:
 * @document: a document
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Lays a document tree out flat. Every character of it stands in one line, those of a table in the order in which they explain each
 * other.
 *
 * Returns: (transfer full): its lines, or %NULL where it was cancelled
 */
BarnFlow *
barn_flow_new (BarnDocument  *document,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (BarnFlow) self = g_new0 (BarnFlow, 1);
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);
  Walk walk = { .flow = self, .sizes = sizes, .cancellable = cancellable };

  self->lines = g_ptr_array_new_with_free_func (flow_line_free);
  self->strings = g_string_chunk_new (256);
  walk_children (&walk, barn_document_get_body (document));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->body_size = find_body_size (sizes);

  return g_steal_pointer (&self);
}

/**
 * barn_flow_free:
 * @self: lines
 */
void
barn_flow_free (BarnFlow *self)
{
  g_ptr_array_unref (self->lines);
  g_string_chunk_free (self->strings);
  g_free (self);
}
