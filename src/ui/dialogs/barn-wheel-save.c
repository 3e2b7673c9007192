/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel-save"

#include "config.h"

#include "barn-wheel-save.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-choose.h"
#include "barn-document.h"
#include "barn-plan-file-year.h"
#include "barn-ui.h"

typedef struct
{
  BarnPlanFile *plan_file;
  BarnPlan     *plan;
  BarnWheel    *wheel;
  char         *format;  /* how the file's name ends */
  GFile        *file;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->plan_file);
  g_object_unref (save->plan);
  barn_wheel_unref (save->wheel);
  g_free (save->format);
  g_clear_object (&save->file);
  g_free (save);
}

/* What the worker needs: neither widget nor plan file, as the thread may let go of it last */
typedef struct
{
  BarnWheel *wheel;
  GFile     *file;
  gboolean   svg;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  barn_wheel_unref (picture->wheel);
  g_object_unref (picture->file);
  g_free (picture);
}

static void
write_in_worker (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Picture *picture = data;
  g_autoptr (GBytes) bytes = picture->svg ? barn_wheel_to_svg (picture->wheel) : barn_wheel_to_png (picture->wheel);
  GError *error = NULL;

  if (barn_document_write_bytes (bytes, picture->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_worker_done (GObject      *source,
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

static void
write_picture (GTask *task,
               Save  *save)
{
  g_autoptr (GTask) worker = g_task_new (NULL, NULL, on_worker_done, g_object_ref (task));
  Picture *picture = g_new0 (Picture, 1);

  picture->wheel = barn_wheel_ref (save->wheel);
  picture->file = g_object_ref (save->file);
  picture->svg = strcmp (save->format, "svg") == 0;
  g_task_set_task_data (worker, picture, picture_free);
  g_task_run_in_thread (worker, write_in_worker);
}

/* The living items stay on this thread */
static void
write_calendar (GTask *task,
                Save  *save)
{
  GError *error = NULL;

  if (barn_plan_file_export_calendar (save->plan_file, save->plan, NULL, save->file, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (source), TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      barn_ui_report_error (GTK_WIDGET (source), error);
      return;
    }

  name = g_file_get_basename (save->file);
  sentence = g_strdup_printf (_("The annual wheel was saved as %s"), name);
  barn_ui_say (GTK_WIDGET (source), sentence);
}

static void
on_chosen (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;

  save->file = barn_choose_finish (result, &error);
  if (save->file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (g_task_get_source_object (task)), FALSE);
  if (!barn_plan_file_check_output (barn_plan_file_get_file (save->plan_file), save->file, &error))
    g_task_return_error (task, error);
  else if (strcmp (save->format, "ics") == 0)
    write_calendar (task, save);
  else
    write_picture (task, save);
}

/**
 * barn_wheel_save:
 * @from: the button that it was asked for with
 * @file: the open plan file
 * @plan: the plan of the year
 * @wheel: the wheel as it is seen
 * @format: "ics", "svg" or "png"
 *
 * Asks for a place, and saves the year there: as a calendar file or as a picture, which is drawn in a worker.
 */
void
barn_wheel_save (GtkWidget    *from,
                 BarnPlanFile *file,
                 BarnPlan     *plan,
                 BarnWheel    *wheel,
                 const char   *format)
{
  g_autofree char *name = NULL;
  Save *save;
  GTask *task;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (BARN_IS_PLAN_FILE (file));
  g_return_if_fail (BARN_IS_PLAN (plan));
  g_return_if_fail (wheel != NULL);
  g_return_if_fail (format != NULL);

  save = g_new0 (Save, 1);
  save->plan_file = g_object_ref (file);
  save->plan = g_object_ref (plan);
  save->wheel = barn_wheel_ref (wheel);
  save->format = g_strdup (format);
  task = g_task_new (from, NULL, on_written, NULL);
  g_task_set_task_data (task, save, save_free);

  /* Translators: the name of a file, with the year and the ending of its format */
  name = g_strdup_printf (_("annual-wheel-%u.%s"), barn_wheel_get_year (wheel), format);
  barn_choose_save (GTK_WINDOW (gtk_widget_get_root (from)), _("Save the Annual Wheel"), BARN_CHOOSE_ANY, name, NULL, on_chosen, task);
}
