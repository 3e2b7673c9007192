/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-workbook"

#include "config.h"

#include "barn-data-private.h"
#include "barn-document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define GROUP "workbook"

/* Excel holds no more in a cell */
#define MAX_CELL 32000
/* The day from which it counts days, as a #BarnDay: 30 December 1899 */
#define DAY_ZERO 693594
/* Nor in the name of a sheet */
#define MAX_NAME 31
/* Rows below the last, in which a status can be chosen too */
#define SPARE_ROWS 200

/* The colours of the statuses in the order of #BarnStatus, as in the window's light theme */
static const lxw_color_t colors[] = { 0x77767B, 0x1A5FB4, 0x26A269, 0x986A44, 0xC0BFBC };

G_STATIC_ASSERT (G_N_ELEMENTS (colors) == BARN_N_STATUSES);

typedef struct
{
  BarnProfile  *profile;
  lxw_workbook *workbook;
  lxw_format   *heading;
  lxw_format   *text;
  lxw_format   *day;
} Writer;

static char *
dup_sheet_name (const char *name)
{
  g_autofree char *cut = g_utf8_substring (name, 0, MIN (MAX_NAME, g_utf8_strlen (name, -1)));

  return g_strdup (g_strdelimit (cut, "[]:*?/\\", '-'));
}

static void
write_text (Writer        *self,
            lxw_worksheet *sheet,
            lxw_row_t      row,
            lxw_col_t      column,
            const char    *text)
{
  g_autofree char *cut = NULL;

  if (*text == '\0')
    return;

  if (strlen (text) > MAX_CELL && g_utf8_strlen (text, -1) > MAX_CELL)
    {
      g_autofree char *beginning = g_utf8_substring (text, 0, MAX_CELL);

      cut = g_strconcat (beginning, "…", NULL);
    }

  worksheet_write_string (sheet, row, column, cut != NULL ? cut : text, self->text);
}

static void
write_cell (Writer         *self,
            lxw_worksheet  *sheet,
            lxw_row_t       row,
            lxw_col_t       column,
            const BarnCell *cell)
{
  switch (cell->kind)
    {
    case BARN_CELL_NUMBER:
      worksheet_write_number (sheet, row, column, cell->number, self->text);
      break;

    case BARN_CELL_DAY:
      worksheet_write_number (sheet, row, column, (double) cell->day - DAY_ZERO, self->day);
      break;

    case BARN_CELL_TEXT:
    default:
      write_text (self, sheet, row, column, cell->text);
      break;
    }
}

/* A status is chosen from a list, so that no third spelling comes up */
static void
add_status_list (Writer        *self,
                 lxw_worksheet *sheet,
                 lxw_col_t      column,
                 lxw_row_t      last)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  lxw_data_validation validation = { 0 };

  for (guint status = 0; status < BARN_N_STATUSES; status++)
    g_ptr_array_add (words, barn_profile_dup_status (self->profile, (BarnStatus) status));
  g_ptr_array_add (words, NULL);

  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = (gpointer) words->pdata;
  worksheet_data_validation_range (sheet, 1, column, last, column, &validation);
}

static lxw_worksheet *
write_sheet (Writer          *self,
             const BarnSheet *data)
{
  g_autofree char *name = dup_sheet_name (data->name);
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, name);
  guint n_rows = barn_sheet_get_n_rows (data);
  lxw_col_t last_column = (lxw_col_t) (data->columns->len - 1);

  for (guint column = 0; column < data->columns->len; column++)
    {
      worksheet_set_column (sheet, (lxw_col_t) column, (lxw_col_t) column, g_array_index (data->widths, guint, column), NULL);
      worksheet_write_string (sheet, 0, (lxw_col_t) column, g_ptr_array_index (data->columns, column), self->heading);
    }

  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < data->columns->len; column++)
        write_cell (self, sheet, row + 1, (lxw_col_t) column, barn_sheet_get_cell (data, row, column));
    }

  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_autofilter (sheet, 0, 0, MAX (n_rows, 1), last_column);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_fit_to_pages (sheet, 1, 0);
  if (data->status_column >= 0)
    add_status_list (self, sheet, (lxw_col_t) data->status_column, n_rows + SPARE_ROWS);

  return sheet;
}

static void
add_series (lxw_chart  *chart,
            const char *sheet_name,
            guint       status,
            lxw_row_t   last)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = colors[status] };
  lxw_col_t column = (lxw_col_t) (status + 1);

  chart_series_set_categories (series, sheet_name, 1, 0, last, 0);
  chart_series_set_values (series, sheet_name, 1, column, last, column);
  chart_series_set_name_range (series, sheet_name, 0, column);
  chart_series_set_fill (series, &fill);
}

/* The figures as bars of their own, which follow when somebody changes a figure */
static void
add_chart (Writer          *self,
           lxw_worksheet   *sheet,
           const BarnSheet *data,
           const char      *title)
{
  g_autofree char *name = dup_sheet_name (data->name);
  lxw_chart *chart = workbook_add_chart (self->workbook, LXW_CHART_BAR_STACKED);
  lxw_chart_options options = { .x_scale = 1.6, .y_scale = 1.4, .description = (char *) title };
  guint n_rows = barn_sheet_get_n_rows (data);

  for (guint status = 0; status < BARN_N_STATUSES; status++)
    add_series (chart, name, status, n_rows);

  chart_title_set_name (chart, title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  /* The first row at the top, as in the table */
  chart_axis_set_reverse (chart->y_axis);
  worksheet_insert_chart_opt (sheet, n_rows + 3, 0, chart, &options);
}

static void
write_all (Writer    *self,
           BarnModel *model,
           BarnPlan  *plan,
           BarnDay    as_of,
           GPtrArray *sheets)
{
  g_autoptr (BarnSheet) figures = barn_data_dup_figures (model, plan, self->profile, as_of);
  g_autofree char *year = g_strdup_printf ("%u", barn_plan_get_year (plan));
  g_autofree char *date = barn_profile_format_day (self->profile, as_of);
  g_autofree char *title = barn_profile_fill (self->profile, GROUP, "chart", "year", year, "date", date, NULL);
  lxw_worksheet *sheet;

  for (guint i = 0; i < sheets->len; i++)
    write_sheet (self, g_ptr_array_index (sheets, i));

  sheet = write_sheet (self, figures);
  add_chart (self, sheet, figures, title);
  worksheet_write_string (sheet, barn_sheet_get_n_rows (figures) + 1, 0, title, NULL);
}

static void
set_properties (Writer    *self,
                BarnModel *model,
                BarnPlan  *plan,
                BarnDay    as_of)
{
  g_autofree char *year = g_strdup_printf ("%u", barn_plan_get_year (plan));
  g_autofree char *date = barn_profile_format_day (self->profile, as_of);
  g_autofree char *title = barn_profile_fill (self->profile, GROUP, "title", "year", year, NULL);
  g_autofree char *comments = barn_profile_fill (self->profile, "general", "as_of", "date", date, NULL);
  lxw_doc_properties properties = {
    .title = title,
    .author = (char *) barn_organisation_get_name (barn_model_get_organisation (model)),
    .comments = comments,
    /* The same data give the same bytes: it is made on the day that it tells of */
    .created = (time_t) (barn_day_get_noon (as_of) / G_USEC_PER_SEC),
  };

  workbook_set_properties (self->workbook, &properties);
}

/* What the parts of the workbook need at most at one time, about: the sheets as XML and what they are packed into */
static gsize
guess_size (GPtrArray *sheets)
{
  gsize size = 256 * 1024;

  for (guint i = 0; i < sheets->len; i++)
    {
      const BarnSheet *sheet = g_ptr_array_index (sheets, i);

      for (guint j = 0; j < sheet->cells->len; j++)
        {
          const BarnCell *cell = &g_array_index (sheet->cells, BarnCell, j);

          size += 64 + (cell->kind == BARN_CELL_TEXT ? 2 * strlen (cell->text) : 0);
        }
    }

  return size;
}

/* The library neither says that a part of the workbook was cut off by a full disk nor keeps quiet about the rest: there is room, or it is not asked */
static gboolean
check_room (const char  *folder,
            gsize        size,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "room", NULL);
  const int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  const int number = fd >= 0 ? posix_fallocate (fd, 0, (off_t) size) : errno;

  if (fd >= 0)
    close (fd);
  g_unlink (path);
  if (number == 0)
    return TRUE;

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                 _("The disk is full: there is no room in %s to put the workbook together. Nothing was written, and an earlier file is untouched. "
                   "Free some space, and try again."), g_get_tmp_dir ());
  else
    g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                 _("The workbook could not be put together in %s: %s. Nothing was written, and an earlier file is untouched."),
                 g_get_tmp_dir (), g_strerror (number));

  return FALSE;
}

static gboolean
write_file (Writer      *self,
            BarnModel   *model,
            BarnPlan    *plan,
            BarnDay      as_of,
            const char  *folder,
            const char  *path,
            GError     **error)
{
  g_autoptr (GPtrArray) sheets = barn_data_dup_sheets (model, self->profile, as_of);
  const gsize size = guess_size (sheets);
  lxw_workbook_options options = { .tmpdir = (char *) folder };
  lxw_error result;

  if (!check_room (folder, size, error))
    return FALSE;

  self->workbook = workbook_new_opt (path, &options);
  if (self->workbook == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("There is not enough memory for the workbook."));
      return FALSE;
    }

  self->heading = workbook_add_format (self->workbook);
  format_set_bold (self->heading);
  format_set_text_wrap (self->heading);
  format_set_bg_color (self->heading, 0xDCE6F1);
  format_set_border (self->heading, LXW_BORDER_THIN);
  self->text = workbook_add_format (self->workbook);
  format_set_text_wrap (self->text);
  format_set_align (self->text, LXW_ALIGN_VERTICAL_TOP);
  self->day = workbook_add_format (self->workbook);
  format_set_num_format (self->day, "yyyy-mm-dd");
  format_set_align (self->day, LXW_ALIGN_VERTICAL_TOP);

  set_properties (self, model, plan, as_of);
  write_all (self, model, plan, as_of, sheets);

  result = workbook_close (self->workbook);
  if (result != LXW_NO_ERROR)
    {
      /* Somebody else filled the disk meanwhile, most likely */
      if (check_room (folder, size, error))
        g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                     _("The workbook could not be put together in %s: %s. Nothing was written, and an earlier file is untouched."),
                     g_get_tmp_dir (), lxw_strerror (result));
      return FALSE;
    }

  /* A part that did not fit is cut off without a word */
  return check_room (folder, size, error);
}

/*
 * barn_workbook_write:
 * @model: the items of the plan file
 * @plan: the plan whose figures are summed up in the last sheet
 * @profile: the wording
 * @as_of: the day whose statuses are told
 * @error: return location for a #GError
 *
 * Writes a workbook: a sheet a kind of thing with a filter, frozen headings and a list of statuses to choose from, and the figures with a chart.
 *
 * Returns: (transfer full) (nullable): the bytes of an xlsx file
 */
GBytes *
barn_workbook_write (BarnModel    *model,
                     BarnPlan     *plan,
                     BarnProfile  *profile,
                     BarnDay       as_of,
                     GError      **error)
{
  Writer writer = { .profile = profile };
  g_autofree char *folder = g_dir_make_tmp ("barnratt-XXXXXX", error);
  g_autofree char *path = NULL;
  char *contents = NULL;
  gsize length = 0;
  gboolean written;
  locale_t numbers, before;

  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, "data.xlsx", NULL);

  /* The library prints numbers as the locale has them, and a comma in them is no workbook: this thread prints points meanwhile */
  numbers = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  before = uselocale (numbers);
  written = write_file (&writer, model, plan, as_of, folder, path, error) && g_file_get_contents (path, &contents, &length, error);
  uselocale (before);
  freelocale (numbers);
  g_unlink (path);
  g_rmdir (folder);

  return written ? g_bytes_new_take (contents, length) : NULL;
}
