/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-export"

#include "config.h"

#include "barn-plan-file-private.h"

#include <glib/gi18n-lib.h>

#include "barn-data.h"
#include "barn-report.h"

/* What a worker needs to know; it shares nothing with the thread that asked */
typedef struct
{
  char        *path;
  GFile       *output;  /* (nullable): of what is laid out for the screen */
  gboolean     data;    /* all data, and no document */
  BarnPaper    paper;
  guint        year;
  BarnDay      as_of;
  BarnProfile *profile; /* (nullable): immutable, so that it may be shared; NULL: the plan file's own */
} Export;

static void
export_free (Export *self)
{
  g_free (self->path);
  g_clear_object (&self->output);
  g_clear_object (&self->profile);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (BarnPlanFile *self,
            BarnPaper     paper,
            guint         year,
            BarnDay       as_of,
            BarnProfile  *profile,
            GFile        *output)
{
  Export *export = g_new0 (Export, 1);

  export->path = g_strdup (g_file_peek_path (self->file));
  g_set_object (&export->output, output);
  export->paper = paper;
  export->year = year;
  export->as_of = as_of != BARN_DAY_NONE ? as_of : barn_clock_get_today ();
  g_set_object (&export->profile, profile);

  return export;
}

/* By another name too (a link, another spelling), as far as the system tells */
static gboolean
is_same_file (GFile *a,
              GFile *b)
{
  g_autoptr (GFileInfo) info_a = NULL;
  g_autoptr (GFileInfo) info_b = NULL;
  const char *id_a, *id_b;

  if (g_file_equal (a, b))
    return TRUE;

  info_a = g_file_query_info (a, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  info_b = g_file_query_info (b, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info_a == NULL || info_b == NULL)
    return FALSE;

  id_a = g_file_info_get_attribute_string (info_a, G_FILE_ATTRIBUTE_ID_FILE);
  id_b = g_file_info_get_attribute_string (info_b, G_FILE_ATTRIBUTE_ID_FILE);

  return id_a != NULL && g_strcmp0 (id_a, id_b) == 0;
}

/**
 * barn_plan_file_check_output:
 * @plan_file: where a plan file lies
 * @output: what is to be written
 * @error: return location for a #BarnPlanFileError
 *
 * Looks whether something may be written to @output: not where the plan file itself lies, by whatever name.
 *
 * Returns: whether it may
 */
gboolean
barn_plan_file_check_output (GFile   *plan_file,
                             GFile   *output,
                             GError **error)
{
  if (!is_same_file (plan_file, output))
    return TRUE;

  g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                       _("The document cannot be written over the plan file itself. Choose another name."));
  return FALSE;
}

static gboolean
check_output (const Export  *export,
              GError       **error)
{
  g_autoptr (GFile) plan_file = g_file_new_for_path (export->path);
  g_autofree char *name = g_file_get_basename (export->output);
  g_autofree char *display_name = g_filename_display_name (name);
  g_autofree char *endings = barn_format_dup_endings ();

  if (!barn_plan_file_check_output (plan_file, export->output, error))
    return FALSE;

  if (export->data ? barn_data_format_from_name (name) == BARN_DATA_UNKNOWN
                   : !barn_format_can_write (barn_format_from_name (name)))
    {
      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                   _("“%s” does not tell which kind of document is wanted. Let the name end in one of these: %s."),
                   display_name, export->data ? ".xlsx, .csv, .json" : endings);
      return FALSE;
    }

  return TRUE;
}

/* The window and the command line say so where the file's own profile cannot be used */
static BarnProfile *
ref_profile (const Export *export,
             BarnModel    *model)
{
  BarnProfile *profile = export->profile != NULL
    ? g_object_ref (export->profile)
    : barn_profile_new_from_text (barn_organisation_get_profile (barn_model_get_organisation (model)), NULL);

  return profile != NULL ? profile : g_object_ref (barn_profile_get_default ());
}

static gboolean
write_data (const Export  *export,
            BarnModel     *model,
            BarnPlan      *plan,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *name = g_file_get_basename (export->output);
  g_autoptr (BarnProfile) profile = ref_profile (export, model);
  g_autoptr (GBytes) bytes =
    barn_data_to_bytes (model, plan, profile, export->as_of, barn_data_format_from_name (name), error);

  return bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         barn_document_write_bytes (bytes, export->output, cancellable, error);
}

static gboolean
write_document (const Export  *export,
                BarnModel     *model,
                BarnPlan      *plan,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *name = g_file_get_basename (export->output);
  g_autoptr (BarnProfile) profile = ref_profile (export, model);
  g_autoptr (BarnDocument) document = barn_report_build (export->paper, model, plan, profile, export->as_of);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         barn_document_write (document, export->output, barn_format_from_name (name), cancellable, error);
}

/* What stands in the file now: (transfer full). @plan: (out) (transfer none): the plan of the year */
static BarnModel *
load (const Export  *export,
      BarnPlan     **plan,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (BarnStore) store = NULL;
  g_autoptr (BarnModel) model = NULL;
  GError *local_error = NULL;
  gboolean loaded;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  store = barn_store_open (export->path, BARN_STORE_READ_ONLY, &local_error);
  if (store == NULL)
    {
      barn_plan_file_fail (NULL, local_error, error);
      return NULL;
    }

  model = barn_model_new ();
  loaded = barn_store_load (store, model, &local_error);
  barn_store_close (store);
  if (!loaded)
    {
      barn_plan_file_fail (NULL, local_error, error);
      return NULL;
    }

  *plan = barn_model_find_plan (model, export->year);
  if (*plan == NULL)
    {
      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NOT_FOUND,
                   _("There is no plan of %u in the plan file."), export->year);
      return NULL;
    }

  return g_steal_pointer (&model);
}

static gboolean
run_export (const Export  *export,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (BarnModel) model = NULL;
  BarnPlan *plan;

  if (!check_output (export, error))
    return FALSE;

  model = load (export, &plan, cancellable, error);
  if (model == NULL)
    return FALSE;

  return export->data ? write_data (export, model, plan, cancellable, error)
                      : write_document (export, model, plan, cancellable, error);
}

static void
export_worker (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_export (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_worker_done (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static BarnDocument *
run_build (const Export  *export,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (BarnModel) model = NULL;
  g_autoptr (BarnProfile) profile = NULL;
  g_autoptr (BarnDocument) document = NULL;
  BarnPlan *plan;

  model = load (export, &plan, cancellable, error);
  if (model == NULL)
    return NULL;

  profile = ref_profile (export, model);
  document = barn_report_build (export->paper, model, plan, profile, export->as_of);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&document);
}

static BarnPages *
run_lay_out (const Export  *export,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (BarnDocument) document = run_build (export, cancellable, error);

  return document != NULL ? barn_pages_new (document, cancellable, error) : NULL;
}

static void
build_worker (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  BarnDocument *document = run_build (task_data, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_built (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  BarnDocument *document = g_task_propagate_pointer (G_TASK (result), &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
lay_out_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  BarnPages *pages = run_lay_out (task_data, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) barn_pages_free);
  else
    g_task_return_error (task, error);
}

static void
on_laid_out (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  BarnPages *pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) barn_pages_free);
  else
    g_task_return_error (task, error);
}

/* Takes @export */
static void
start (BarnPlanFile        *self,
       Export              *export,
       GTaskThreadFunc      work,
       GAsyncReadyCallback  on_done,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  /* A task of its own, which does not hold @self: the thread may let go of it last, and the connection belongs to ours */
  g_autoptr (GTask) worker = g_task_new (NULL, cancellable, on_done, task);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (worker, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (worker, work);
}

/* The document that an export of this moment writes. It may be called in a worker: @path is read on a connection of its own. */
BarnDocument *
barn_plan_file_build_document (const char    *path,
                               BarnPaper      paper,
                               guint          year,
                               BarnDay        as_of,
                               BarnProfile   *profile,
                               GCancellable  *cancellable,
                               GError       **error)
{
  Export export = { .path = (char *) path, .paper = paper, .year = year, .as_of = as_of, .profile = profile };
  g_autoptr (BarnModel) model = NULL;
  g_autoptr (BarnProfile) used = NULL;
  BarnPlan *plan;

  model = load (&export, &plan, cancellable, error);
  if (model == NULL)
    return NULL;

  used = ref_profile (&export, model);

  return barn_report_build (paper, model, plan, used, as_of);
}

/**
 * barn_plan_file_export_async:
 * @self: a plan file
 * @paper: which kind of document
 * @year: of the plan
 * @as_of: the day whose figures it tells; %BARN_DAY_NONE: today
 * @profile: (nullable): the wording; %NULL: the plan file's own
 * @output: what to write; the format follows its ending
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes a document of a year. A worker reads the file on a connection of its own, so that the window stays alive.
 */
void
barn_plan_file_export_async (BarnPlanFile        *self,
                             BarnPaper            paper,
                             guint                year,
                             BarnDay              as_of,
                             BarnProfile         *profile,
                             GFile               *output,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (BARN_IS_PLAN_FILE (self));
  g_return_if_fail (G_IS_FILE (output));

  start (self, export_new (self, paper, year, as_of, profile, output), export_worker, on_worker_done,
         cancellable, callback, user_data);
}

/**
 * barn_plan_file_export_finish:
 * @self: a plan file
 * @result: what the callback was given
 * @error: return location for a #BarnPlanFileError, a #BarnDocumentError or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the document is written; an older file of the name is untouched otherwise
 */
gboolean
barn_plan_file_export_finish (BarnPlanFile  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * barn_plan_file_export:
 * @self: a plan file
 * @paper: which kind of document
 * @year: of the plan
 * @as_of: the day whose figures it tells; %BARN_DAY_NONE: today
 * @profile: (nullable): the wording; %NULL: the plan file's own
 * @output: what to write; the format follows its ending
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnPlanFileError, a #BarnDocumentError or %G_IO_ERROR_CANCELLED
 *
 * As barn_plan_file_export_async(), for those who wait.
 *
 * Returns: whether the document is written
 */
gboolean
barn_plan_file_export (BarnPlanFile  *self,
                       BarnPaper      paper,
                       guint          year,
                       BarnDay        as_of,
                       BarnProfile   *profile,
                       GFile         *output,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (Export) export = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (output), FALSE);

  export = export_new (self, paper, year, as_of, profile, output);

  return run_export (export, cancellable, error);
}

/**
 * barn_plan_file_export_data_async:
 * @self: a plan file
 * @year: of the plan whose figures a workbook sums up
 * @as_of: the day whose statuses are told; %BARN_DAY_NONE: today
 * @profile: (nullable): what sheets, columns and statuses are called; %NULL: the plan file's own
 * @output: what to write: .xlsx, .csv or .json
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes the data of all years for other programs, in a worker. Finish with barn_plan_file_export_finish().
 */
void
barn_plan_file_export_data_async (BarnPlanFile        *self,
                                  guint                year,
                                  BarnDay              as_of,
                                  BarnProfile         *profile,
                                  GFile               *output,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Export *export;

  g_return_if_fail (BARN_IS_PLAN_FILE (self));
  g_return_if_fail (G_IS_FILE (output));

  export = export_new (self, BARN_PAPER_BARNBOKSLUT, year, as_of, profile, output);
  export->data = TRUE;
  start (self, export, export_worker, on_worker_done, cancellable, callback, user_data);
}

/**
 * barn_plan_file_export_data:
 * @self: a plan file
 * @year: of the plan whose figures a workbook sums up
 * @as_of: the day whose statuses are told; %BARN_DAY_NONE: today
 * @profile: (nullable): what sheets, columns and statuses are called; %NULL: the plan file's own
 * @output: what to write: .xlsx, .csv or .json
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnPlanFileError or %G_IO_ERROR_CANCELLED
 *
 * As barn_plan_file_export_data_async(), for those who wait.
 *
 * Returns: whether the file is written; an older one of the name is untouched otherwise
 */
gboolean
barn_plan_file_export_data (BarnPlanFile  *self,
                            guint          year,
                            BarnDay        as_of,
                            BarnProfile   *profile,
                            GFile         *output,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (Export) export = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (output), FALSE);

  export = export_new (self, BARN_PAPER_BARNBOKSLUT, year, as_of, profile, output);
  export->data = TRUE;

  return run_export (export, cancellable, error);
}

/**
 * barn_plan_file_build_async:
 * @self: a plan file
 * @paper: which kind of document
 * @year: of the plan
 * @as_of: the day whose figures it tells; %BARN_DAY_NONE: today
 * @profile: (nullable): the wording; %NULL: the plan file's own
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Builds a document of a year as it stands in the file now, in a worker that reads the file on a connection of its own.
 */
void
barn_plan_file_build_async (BarnPlanFile        *self,
                            BarnPaper            paper,
                            guint                year,
                            BarnDay              as_of,
                            BarnProfile         *profile,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (BARN_IS_PLAN_FILE (self));

  start (self, export_new (self, paper, year, as_of, profile, NULL), build_worker, on_built, cancellable, callback, user_data);
}

/**
 * barn_plan_file_build_finish:
 * @self: a plan file
 * @result: what the callback was given
 * @error: return location for a #BarnPlanFileError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
BarnDocument *
barn_plan_file_build_finish (BarnPlanFile  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * barn_plan_file_lay_out_async:
 * @self: a plan file
 * @paper: which kind of document
 * @year: of the plan
 * @as_of: the day whose figures it tells; %BARN_DAY_NONE: today
 * @profile: (nullable): the wording; %NULL: the plan file's own
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lays a document of a year out on pages, as it stands in the file now: for the screen and the printer. It is what an export of the same
 * moment writes to a PDF file. A worker reads the file on a connection of its own.
 */
void
barn_plan_file_lay_out_async (BarnPlanFile        *self,
                              BarnPaper            paper,
                              guint                year,
                              BarnDay              as_of,
                              BarnProfile         *profile,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (BARN_IS_PLAN_FILE (self));

  start (self, export_new (self, paper, year, as_of, profile, NULL), lay_out_worker, on_laid_out,
         cancellable, callback, user_data);
}

/**
 * barn_plan_file_lay_out_finish:
 * @self: a plan file
 * @result: what the callback was given
 * @error: return location for a #BarnPlanFileError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the pages, to be drawn in this thread, or %NULL with @error set
 */
BarnPages *
barn_plan_file_lay_out_finish (BarnPlanFile  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
