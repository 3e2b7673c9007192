/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-documents LONG.barnratt LARGE.barnratt: what documents cost beside other programs that make the same, each pair taken in turn in the
   same run: a Word file beside pandoc's of our own Markdown, a workbook beside a bare program that writes the same cells; and pages of PDF a second. */

#define G_LOG_DOMAIN "barn-bench"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "barn-data-private.h"
#include "barn-pages.h"
#include "barn-plan-file.h"
#include "barn-report.h"

#define YEAR 2026
#define N_ROUNDS 5

typedef struct
{
  BarnPlanFile *file;
  BarnModel    *model;
  BarnPlan     *plan;
  BarnDay       as_of;
} Source;

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
open_plan (Source     *self,
           const char *path)
{
  g_autoptr (GFile) location = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;

  self->file = barn_plan_file_open (location, TRUE, &error);
  check (error);
  self->model = barn_plan_file_get_model (self->file);
  self->plan = barn_model_find_plan (self->model, YEAR);
  self->as_of = barn_day_new (YEAR, 11, 22);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static double
get_median (gint64 times[N_ROUNDS])
{
  qsort (times, N_ROUNDS, sizeof *times, compare_times);

  return (double) times[N_ROUNDS / 2] / 1000;
}

static void
print_pair (const char *what,
            gint64      ours[N_ROUNDS],
            const char *other,
            gint64      theirs[N_ROUNDS])
{
  double a = get_median (ours), b = get_median (theirs);

  g_print ("%s: %.0f ms; %s: %.0f ms; ratio %.2f\n", what, a, other, b, a / b);
}

static BarnDocument *
build (Source *self)
{
  return barn_report_build (BARN_PAPER_BARNBOKSLUT, self->model, self->plan, barn_profile_get_default (), self->as_of);
}

static gsize
write_document (Source     *self,
                BarnFormat  format)
{
  g_autoptr (BarnDocument) document = build (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = barn_document_to_bytes (document, format, NULL, &error);

  check (error);

  return g_bytes_get_size (bytes);
}

static void
run_pandoc (const char *markdown,
            const char *output)
{
  const char *const command[] = { "pandoc", "--from=markdown", "--to=docx", "-o", output, markdown, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, &error);
  check (error);
  g_subprocess_wait_check (process, NULL, &error);
  check (error);
}

static void
bench_docx (Source     *self,
            const char *folder)
{
  g_autofree char *markdown = g_build_filename (folder, "barnbokslut.md", NULL);
  g_autofree char *output = g_build_filename (folder, "barnbokslut.docx", NULL);
  g_autofree char *pandoc = g_find_program_in_path ("pandoc");
  g_autoptr (BarnDocument) document = build (self);
  g_autoptr (GBytes) bytes = barn_document_to_bytes (document, BARN_FORMAT_MARKDOWN, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 ours[N_ROUNDS], theirs[N_ROUNDS];

  if (pandoc == NULL)
    {
      g_print ("pandoc is not installed: docx is not compared\n");
      return;
    }

  g_file_set_contents (markdown, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  check (error);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      write_document (self, BARN_FORMAT_DOCX);
      ours[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      run_pandoc (markdown, output);
      theirs[i] = g_get_monotonic_time () - start;
    }
  print_pair ("barnbokslut of 500 activities, plan to docx", ours, "pandoc, our Markdown to docx", theirs);
  g_unlink (markdown);
  g_unlink (output);
}

static void
write_bare_cell (lxw_worksheet  *sheet,
                 guint           row,
                 guint           column,
                 const BarnCell *cell,
                 lxw_format     *text,
                 lxw_format     *day)
{
  if (cell->kind == BARN_CELL_TEXT)
    {
      if (*cell->text != '\0')
        worksheet_write_string (sheet, row, (lxw_col_t) column, cell->text, text);
    }
  else if (cell->kind == BARN_CELL_NUMBER)
    {
      worksheet_write_number (sheet, row, (lxw_col_t) column, cell->number, text);
    }
  else
    {
      g_autoptr (GDate) date = g_date_new_julian (cell->day);
      lxw_datetime when = { g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 0, 0, 0 };

      worksheet_write_datetime (sheet, row, (lxw_col_t) column, &when, day);
    }
}

/* The same cells in the same look, which somebody has got together already, and nothing else */
static void
write_bare (GPtrArray  *sheets,
            const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_format *text = workbook_add_format (workbook);
  lxw_format *day = workbook_add_format (workbook);

  format_set_text_wrap (text);
  format_set_align (text, LXW_ALIGN_VERTICAL_TOP);
  format_set_num_format (day, "yyyy-mm-dd");
  format_set_align (day, LXW_ALIGN_VERTICAL_TOP);
  for (guint i = 0; i < sheets->len; i++)
    {
      BarnSheet *data = g_ptr_array_index (sheets, i);
      lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);

      for (guint row = 0; row < barn_sheet_get_n_rows (data); row++)
        for (guint column = 0; column < data->columns->len; column++)
          write_bare_cell (sheet, row, column, barn_sheet_get_cell (data, row, column), text, day);
    }
  workbook_close (workbook);
}

static void
bench_xlsx (Source     *self,
            const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.xlsx", NULL);
  g_autoptr (GPtrArray) sheets = barn_data_dup_sheets (self->model, barn_profile_get_default (), self->as_of);
  gint64 ours[N_ROUNDS], bare[N_ROUNDS];
  guint n_cells = 0;

  for (guint i = 0; i < sheets->len; i++)
    n_cells += ((BarnSheet *) g_ptr_array_index (sheets, i))->cells->len;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      bytes = barn_workbook_write (self->model, self->plan, barn_profile_get_default (), self->as_of, &error);
      check (error);
      ours[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      write_bare (sheets, path);
      bare[i] = g_get_monotonic_time () - start;
    }
  g_print ("%u cells\n", n_cells);
  print_pair ("xlsx of 10,000 activities, plan to workbook", ours, "bare libxlsxwriter, the same cells", bare);
  g_unlink (path);
}

static void
bench_pdf (Source *self)
{
  g_autoptr (BarnDocument) document = build (self);
  g_autoptr (BarnPages) pages = barn_pages_new (document, NULL, NULL);
  gint64 times[N_ROUNDS];
  double ms;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      write_document (self, BARN_FORMAT_PDF);
      times[i] = g_get_monotonic_time () - start;
    }
  ms = get_median (times);
  g_print ("barnbokslut of 500 activities, plan to pdf: %.0f ms; %u pages; %.0f pages a second\n", ms, barn_pages_get_n_pages (pages),
           barn_pages_get_n_pages (pages) / ms * 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("barn-bench-XXXXXX", NULL);
  Source longer = { 0 }, large = { 0 };

  g_assert (argc == 3 && folder != NULL);
  open_plan (&longer, argv[1]);
  open_plan (&large, argv[2]);
  bench_docx (&longer, folder);
  bench_xlsx (&large, folder);
  bench_pdf (&longer);
  g_object_unref (longer.file);
  g_object_unref (large.file);
  g_rmdir (folder);

  return 0;
}
