/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-sheet"

#include "config.h"

#include "barn-data-private.h"

#include <math.h>

#define GROUP "workbook"

static void
clear_cell (gpointer data)
{
  BarnCell *cell = data;

  g_free (cell->own);
}

/*
 * barn_sheet_new:
 * @profile: the wording
 * @name: key of what the sheet is called
 * @...: keys of the columns and their widths in characters by turns, ended by %NULL
 *
 * Returns: (transfer full): an empty sheet
 */
BarnSheet *
barn_sheet_new (BarnProfile *profile,
                const char  *name,
                ...)
{
  BarnSheet *self = g_new0 (BarnSheet, 1);
  const char *key;
  va_list args;

  self->name = barn_profile_dup_text (profile, GROUP, name);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cells = g_array_new (FALSE, FALSE, sizeof (BarnCell));
  self->status_column = -1;
  self->yes = barn_profile_dup_text (profile, GROUP, "yes");
  for (guint status = 0; status < BARN_N_STATUSES; status++)
    self->statuses[status] = barn_profile_dup_status (profile, (BarnStatus) status);
  g_array_set_clear_func (self->cells, clear_cell);

  va_start (args, name);
  while ((key = va_arg (args, const char *)) != NULL)
    {
      guint width = va_arg (args, guint);

      barn_sheet_add_column (self, profile, key, width);
    }
  va_end (args);

  return self;
}

/*
 * barn_sheet_add_column:
 * @self: a sheet without rows
 * @profile: the wording
 * @key: key of what the column is called; "status" is one of statuses
 * @width: in characters
 *
 * Adds a column to the right of those that it has.
 */
void
barn_sheet_add_column (BarnSheet   *self,
                       BarnProfile *profile,
                       const char  *key,
                       guint        width)
{
  if (g_str_equal (key, "status"))
    self->status_column = (int) self->columns->len;
  g_ptr_array_add (self->columns, barn_profile_dup_text (profile, GROUP, key));
  g_array_append_val (self->widths, width);
}

/*
 * barn_sheet_free:
 * @self: a sheet
 */
void
barn_sheet_free (BarnSheet *self)
{
  g_free (self->name);
  g_free (self->yes);
  for (guint status = 0; status < BARN_N_STATUSES; status++)
    g_free (self->statuses[status]);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->widths);
  g_array_unref (self->cells);
  g_free (self);
}

/*
 * barn_sheet_get_n_rows:
 * @self: a sheet whose last row is whole
 *
 * Returns: how many rows it has, without that of the headings
 */
guint
barn_sheet_get_n_rows (const BarnSheet *self)
{
  return self->cells->len / self->columns->len;
}

/*
 * barn_sheet_get_cell:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): the cell
 */
const BarnCell *
barn_sheet_get_cell (const BarnSheet *self,
                     guint            row,
                     guint            column)
{
  return &g_array_index (self->cells, BarnCell, row * self->columns->len + column);
}

/*
 * barn_sheet_take_text:
 * @self: a sheet
 * @text: (transfer full): words
 *
 * Adds the next cell.
 */
void
barn_sheet_take_text (BarnSheet *self,
                      char      *text)
{
  BarnCell cell = { .kind = BARN_CELL_TEXT, .text = text, .own = text };

  g_array_append_val (self->cells, cell);
}

/*
 * barn_sheet_add_text:
 * @self: a sheet
 * @text: words of something that lives as long as the sheet
 *
 * Adds the next cell, without a copy: a sheet has hundreds of thousands.
 */
void
barn_sheet_add_text (BarnSheet  *self,
                     const char *text)
{
  BarnCell cell = { .kind = BARN_CELL_TEXT, .text = text };

  g_array_append_val (self->cells, cell);
}

/*
 * barn_sheet_add_number:
 * @self: a sheet
 * @number: a number; NaN for an empty cell
 *
 * Adds the next cell.
 */
void
barn_sheet_add_number (BarnSheet *self,
                       double     number)
{
  BarnCell cell = { .kind = BARN_CELL_NUMBER, .number = number };

  if (isnan (number))
    barn_sheet_add_text (self, "");
  else
    g_array_append_val (self->cells, cell);
}

/*
 * barn_sheet_add_day:
 * @self: a sheet
 * @day: a day; %BARN_DAY_NONE for an empty cell
 *
 * Adds the next cell.
 */
void
barn_sheet_add_day (BarnSheet *self,
                    BarnDay    day)
{
  BarnCell cell = { .kind = BARN_CELL_DAY, .day = day };

  if (day == BARN_DAY_NONE)
    barn_sheet_add_text (self, "");
  else
    g_array_append_val (self->cells, cell);
}

/*
 * barn_sheet_add_status:
 * @self: a sheet
 * @status: a status
 *
 * Adds the next cell: the word for it.
 */
void
barn_sheet_add_status (BarnSheet  *self,
                       BarnStatus  status)
{
  barn_sheet_add_text (self, self->statuses[status]);
}

/*
 * barn_sheet_add_yes:
 * @self: a sheet
 * @yes: whether something is so
 *
 * Adds the next cell: yes, or nothing.
 */
void
barn_sheet_add_yes (BarnSheet *self,
                    gboolean   yes)
{
  barn_sheet_add_text (self, yes ? self->yes : "");
}
