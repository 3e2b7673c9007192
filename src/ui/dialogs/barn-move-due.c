/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-move-due"

#include "config.h"

#include "barn-move-due.h"

#include <glib/gi18n-lib.h>

#include "barn-ask.h"
#include "barn-ui.h"

typedef struct
{
  BarnPlanFile *file;
  GPtrArray    *activities;
  BarnDay       to;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_object_unref (move->file);
  g_ptr_array_unref (move->activities);
  g_free (move);
}

static guint
count_delayed (const Move *move)
{
  guint n_delayed = 0;

  for (guint i = 0; i < move->activities->len; i++)
    if (barn_plan_file_is_delay (g_ptr_array_index (move->activities, i), move->to))
      n_delayed++;

  return n_delayed;
}

/* @task: (transfer full) */
static void
carry_out (GTask      *task,
           const char *reason)
{
  Move *move = g_task_get_task_data (task);
  GError *error = NULL;

  if (barn_plan_file_move_due (move->file, move->activities, move->to, reason, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

static void
on_reason_given (GObject      *parent,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  g_autofree char *reason = barn_ask_text_finish (result);

  if (reason != NULL)
    {
      carry_out (task, reason);
      return;
    }

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No reason was given");
  g_object_unref (task);
}

/* One activity is told of with its days; of several it is told how many */
static char *
dup_body (const Move *move,
          guint       n_delayed)
{
  g_autofree char *to = barn_ui_format_day (move->to);

  if (move->activities->len == 1)
    {
      BarnActivity *activity = g_ptr_array_index (move->activities, 0);
      g_autofree char *from = barn_ui_format_day (barn_activity_get_due_on (activity));

      if (move->to == BARN_DAY_NONE)
        return g_strdup_printf (_("The due date %s is taken away. It is kept with the reason."), from);
      return g_strdup_printf (_("The due date is moved from %s to %s. The first date is kept with the reason."), from, to);
    }

  return g_strdup_printf (ngettext ("%u activity gets a later due date or none. Its date is kept with the reason.",
                                    "%u activities get a later due date or none. Their dates are kept with the reason.",
                                    n_delayed),
                          n_delayed);
}

static void
ask_reason (GtkWidget *from,
            GTask     *task,
            guint      n_delayed)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *body = dup_body (g_task_get_task_data (task), n_delayed);

  barn_ask_text (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Why Is It Delayed?"), body, _("The reason"), _("_Move"),
                 on_reason_given, task);
}

/**
 * barn_move_due_async:
 * @from: where the date was given
 * @file: the plan file
 * @activities: (element-type BarnActivity): one or several
 * @to: the day they are due from now on, or %BARN_DAY_NONE
 * @callback: called when it is done, or nobody would say why
 * @user_data: for @callback
 *
 * Gives activities another due date, and asks why where that is a delay.
 */
void
barn_move_due_async (GtkWidget           *from,
                     BarnPlanFile        *file,
                     GPtrArray           *activities,
                     BarnDay              to,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  Move *move = g_new0 (Move, 1);
  GTask *task;
  guint n_delayed;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (BARN_IS_PLAN_FILE (file));
  g_return_if_fail (activities != NULL && activities->len > 0);

  task = g_task_new (from, NULL, callback, user_data);
  g_task_set_source_tag (task, barn_move_due_async);
  move->file = g_object_ref (file);
  move->activities = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < activities->len; i++)
    g_ptr_array_add (move->activities, g_object_ref (g_ptr_array_index (activities, i)));
  move->to = to;
  g_task_set_task_data (task, move, move_free);

  n_delayed = count_delayed (move);
  if (n_delayed > 0)
    ask_reason (from, task, n_delayed);
  else
    carry_out (task, NULL);
}

gboolean
barn_move_due_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
