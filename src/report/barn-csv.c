/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-csv"

#include "config.h"

#include "barn-data-private.h"

#include <string.h>

/* As Swedish Excel opens it by a double click: semicolons, a mark of UTF-8 first, lines that end with CR LF */

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A cell that begins like a formula would be one: an apostrophe before it makes it words */
static gboolean
is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_text (GString    *out,
             const char *text)
{
  gboolean formula = is_formula (text);

  if (!formula && strpbrk (text, ";\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_cell (GString        *out,
             const BarnCell *cell)
{
  g_autofree char *day = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (cell->kind)
    {
    case BARN_CELL_NUMBER:
      g_ascii_formatd (number, sizeof number, "%g", cell->number);
      /* Swedish Excel reads a comma */
      g_string_append (out, g_strdelimit (number, ".", ','));
      break;

    case BARN_CELL_DAY:
      day = barn_day_to_iso (cell->day);
      g_string_append (out, day);
      break;

    case BARN_CELL_TEXT:
    default:
      append_text (out, cell->text);
      break;
    }
}

/*
 * barn_csv_write:
 * @sheet: a sheet
 *
 * Returns: (transfer full): it as CSV
 */
GBytes *
barn_csv_write (const BarnSheet *sheet)
{
  GString *out = g_string_new (BYTE_ORDER_MARK);

  for (guint column = 0; column < sheet->columns->len; column++)
    {
      if (column > 0)
        g_string_append_c (out, ';');
      append_text (out, g_ptr_array_index (sheet->columns, column));
    }
  g_string_append (out, "\r\n");

  for (guint row = 0; row < barn_sheet_get_n_rows (sheet); row++)
    {
      for (guint column = 0; column < sheet->columns->len; column++)
        {
          if (column > 0)
            g_string_append_c (out, ';');
          append_cell (out, barn_sheet_get_cell (sheet, row, column));
        }
      g_string_append (out, "\r\n");
    }

  return g_string_free_to_bytes (out);
}
