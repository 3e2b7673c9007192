/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-text"

#include "config.h"

#include <string.h>

#include "barn-report-private.h"

static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "- ", "• ", "* ", "– " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (g_str_has_prefix (line, bullets[i]))
        return line + strlen (bullets[i]);
    }

  return NULL;
}

static void
end_paragraph (BarnNode *parent,
               GString  *paragraph)
{
  if (paragraph->len > 0)
    barn_node_append (parent, barn_node_new_text (BARN_NODE_PARAGRAPH, paragraph->str));

  g_string_truncate (paragraph, 0);
}

/*
 * barn_report_append_text:
 * @parent: a body or a cell
 * @text: what a person typed
 *
 * Lines that follow each other are one paragraph with line breaks; an empty line ends it; a line that begins
 * with a bullet is an item of a list.
 */
void
barn_report_append_text (BarnNode   *parent,
                         const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  BarnNode *list = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      const char *item = skip_bullet (line);

      if (item != NULL && *item != '\0')
        {
          end_paragraph (parent, paragraph);
          if (list == NULL)
            list = barn_node_append (parent, barn_node_new_list (BARN_LIST_BULLET));
          barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, item));
          continue;
        }

      list = NULL;
      if (*line == '\0')
        {
          end_paragraph (parent, paragraph);
          continue;
        }

      if (paragraph->len > 0)
        g_string_append_c (paragraph, '\n');
      g_string_append (paragraph, line);
    }

  end_paragraph (parent, paragraph);
}

/*
 * barn_report_skip_label:
 * @line: a line that a person typed
 *
 * Returns: what stands behind the sign or number of an item; the line where there is none
 */
const char *
barn_report_skip_label (const char *line)
{
  const char *item = skip_bullet (line);
  gsize digits = strspn (line, "0123456789");

  if (item != NULL)
    return item;
  if (digits > 0 && strchr (".)", line[digits]) != NULL && line[digits + 1] == ' ')
    return line + digits + 2;

  return line;
}

/*
 * barn_report_append_titles:
 * @parent: a cell
 * @titles: (element-type utf8): short texts
 *
 * One stands as a paragraph, several as a list.
 */
void
barn_report_append_titles (BarnNode  *parent,
                           GPtrArray *titles)
{
  BarnNode *list;

  if (titles->len == 0)
    return;

  if (titles->len == 1)
    {
      barn_node_append (parent, barn_node_new_text (BARN_NODE_PARAGRAPH, g_ptr_array_index (titles, 0)));
      return;
    }

  list = barn_node_append (parent, barn_node_new_list (BARN_LIST_BULLET));
  for (guint i = 0; i < titles->len; i++)
    barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, g_ptr_array_index (titles, i)));
}

/*
 * barn_report_append_header:
 * @table: a table
 * @...: the columns' headings, ended by %NULL
 *
 * Returns: (transfer none): the header row
 */
BarnNode *
barn_report_append_header (BarnNode *table,
                           ...)
{
  BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
  const char *text;
  va_list args;

  barn_node_set_header (row, TRUE);

  va_start (args, table);
  while ((text = va_arg (args, const char *)) != NULL)
    barn_node_set_header (barn_report_append_cell (row, text), TRUE);
  va_end (args);

  return row;
}

/*
 * barn_report_append_cell:
 * @row: a row
 * @text: (nullable): what stands in the cell; %NULL for one that is to get children
 *
 * Returns: (transfer none): the cell
 */
BarnNode *
barn_report_append_cell (BarnNode   *row,
                         const char *text)
{
  return barn_node_append (row, text != NULL ? barn_node_new_text (BARN_NODE_CELL, text) : barn_node_new (BARN_NODE_CELL));
}

/*
 * barn_report_dup_beginning:
 * @text: a title, or what was said
 * @most: how many letters there is room for
 *
 * Returns: (transfer full): @text on one line, or its beginning up to the end of a word and "…"
 */
char *
barn_report_dup_beginning (const char *text,
                           glong       most)
{
  const char *end, *space;
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) <= most)
    return g_strdelimit (g_strdup (text), "\n", ' ');

  end = g_utf8_offset_to_pointer (text, most);
  space = g_utf8_strrchr (text, end - text, ' ');
  beginning = g_strdelimit (g_strndup (text, (space != NULL ? space : end) - text), "\n", ' ');

  return g_strconcat (beginning, "…", NULL);
}
