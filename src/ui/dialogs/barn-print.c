/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-print"

#include "config.h"

#include "barn-print.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

/* In place of the dialog */
static char *output;

/* What was chosen last, for the next time as long as the program runs */
static GtkPrintSettings *settings;

typedef struct
{
  GtkWidget *from;
  BarnPages *pages;
} Print;

static void
print_free (Print *self)
{
  g_clear_pointer (&self->pages, barn_pages_free);
  g_object_unref (self->from);
  g_free (self);
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *self)
{
  const double width = gtk_print_context_get_width (context);
  const double height = gtk_print_context_get_height (context);
  /* Paper that is not A4 gets the whole page, smaller or larger, in its middle */
  const double scale = MIN (width / BARN_PAGES_WIDTH, height / BARN_PAGES_HEIGHT);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_translate (cr, (width - BARN_PAGES_WIDTH * scale) / 2, (height - BARN_PAGES_HEIGHT * scale) / 2);
  cairo_scale (cr, scale, scale);
  barn_pages_draw (self->pages, (guint) page, cr);
}

static void
report (GtkWidget    *from,
        const GError *error)
{
  g_autoptr (GError) told = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED,
                                         _("The document could not be printed: %s. Choose another printer, or export it as PDF and print that."),
                                         error->message);

  barn_ui_report_error (from, told);
}

static void
on_done (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Print                   *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      if (error != NULL)
        report (self->from, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && output == NULL)
    {
      g_set_object (&settings, gtk_print_operation_get_print_settings (operation));
    }
}

/* A window that was closed meanwhile prints nothing */
static GtkWindow *
find_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkPrintOperation *
new_operation (Print *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  /* The pages have their own margins */
  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) barn_pages_get_n_pages (self->pages));
  gtk_print_operation_set_job_name (operation, barn_document_get_title (barn_pages_get_document (self->pages)));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  if (output != NULL)
    gtk_print_operation_set_export_filename (operation, output);

  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), self);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), self);

  return operation;
}

static void
on_laid_out (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Print *self = user_data;
  GtkWindow *window = find_window (self->from);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult answer;

  self->pages = barn_plan_file_lay_out_finish (BARN_PLAN_FILE (source), result, &error);
  if (self->pages == NULL || window == NULL)
    {
      barn_ui_report_error (self->from, error);
      print_free (self);
      return;
    }

  /* It may be at work longer than this function, and what it draws as long as it is */
  operation = new_operation (self);
  g_object_set_data_full (G_OBJECT (operation), "barn-print", self, (GDestroyNotify) print_free);
  answer = gtk_print_operation_run (operation,
                                    output != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                    window, &error);
  /* What goes wrong before there is a dialog is told by no signal */
  if (answer == GTK_PRINT_OPERATION_RESULT_ERROR && error != NULL)
    report (self->from, error);
}

/**
 * barn_print:
 * @from: whatever it was asked for from: what goes wrong is told in its window
 * @file: the open plan file
 * @paper: which kind of document
 * @year: of the plan
 * @as_of: the day whose figures it tells; %BARN_DAY_NONE: today
 * @profile: (nullable): the wording; %NULL: the plan file's own
 *
 * Lays a document out in a worker, asks for a printer, and prints it.
 */
void
barn_print (GtkWidget    *from,
            BarnPlanFile *file,
            BarnPaper     paper,
            guint         year,
            BarnDay       as_of,
            BarnProfile  *profile)
{
  Print *self;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (BARN_IS_PLAN_FILE (file));

  self = g_new0 (Print, 1);
  self->from = g_object_ref (from);
  barn_plan_file_lay_out_async (file, paper, year, as_of, profile, NULL, on_laid_out, self);
}

/**
 * barn_print_set_output:
 * @path: (nullable): a PDF file to print to in place of a printer; %NULL: none
 *
 * For tests.
 */
void
barn_print_set_output (const char *path)
{
  g_free (output);
  output = g_strdup (path);
}
