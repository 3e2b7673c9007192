/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-restore-dialog"

#include "config.h"

#include "barn-restore-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-ask.h"
#include "barn-plan-file.h"
#include "barn-ui.h"

#define WIDTH 520
#define HEIGHT 560

struct _BarnRestoreDialog
{
  AdwWindow   parent_instance;

  GtkWidget  *content;
  GtkListBox *list;

  GFile      *file;
  GFile      *chosen; /* the backup that is asked about, or put in place */
};

enum
{
  RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnRestoreDialog, barn_restore_dialog, ADW_TYPE_WINDOW)

/* "22 november 2026 14:05" */
static char *
dup_moment (GFile *backup)
{
  g_autoptr (GFileInfo) info = g_file_query_info (backup, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) utc = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
  g_autofree char *day = NULL;

  if (local == NULL)
    return g_file_get_basename (backup);

  day = barn_day_format (barn_day_from_iso (iso), BARN_DAY_LONG, barn_ui_get_language (), BARN_DAY_NONE);

  return g_strdup_printf ("%s %s", day, time);
}

static const char *
get_reason (const char *name)
{
  if (strstr (name, "-before-version-") != NULL)
    return _("Before the file was made into a newer version");
  if (strstr (name, "-before-restore-") != NULL)
    return _("Before a backup was restored");

  return _("Before the first change of the day");
}

static char *
dup_particulars (GFile *backup)
{
  g_autoptr (GFileInfo) info = g_file_query_info (backup, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *name = g_file_get_basename (backup);
  g_autofree char *size = g_format_size (info != NULL ? (guint64) g_file_info_get_size (info) : 0);

  return g_strdup_printf ("%s · %s", get_reason (name), size);
}

static void
on_restored (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (BarnRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->content, TRUE);
  if (!barn_plan_file_restore_finish (G_FILE (source), result, &error))
    {
      barn_tell_error (GTK_WINDOW (self), _("The Backup Was Not Restored"), error->message, NULL);
      return;
    }

  g_signal_emit (self, signals[RESTORED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BarnRestoreDialog) self = user_data;

  if (!barn_ask_finish (result))
    return;

  gtk_widget_set_sensitive (self->content, FALSE);
  barn_plan_file_restore_async (self->file, self->chosen, on_restored, g_object_ref (self));
}

static void
on_row_activated (BarnRestoreDialog *self,
                  GtkListBoxRow     *row)
{
  g_autofree char *heading = g_strdup_printf (_("Restore the backup of %s?"),
                                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  g_set_object (&self->chosen, g_object_get_data (G_OBJECT (row), "backup"));
  barn_ask (GTK_WINDOW (self), heading,
            _("The plan file becomes as it was then. What it holds now is kept as a backup too, so you can go back to it."),
            _("_Restore"), BARN_ASK_PLAIN, on_answer, g_object_ref (self));
}

static GtkWidget *
new_row (GFile *backup)
{
  g_autofree char *moment = dup_moment (backup);
  g_autofree char *particulars = dup_particulars (backup);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", moment,
                                 "subtitle", particulars,
                                 "activatable", TRUE,
                                 NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "backup", g_object_ref (backup), g_object_unref);

  return row;
}

static void
fill_list (BarnRestoreDialog *self)
{
  g_autoptr (GPtrArray) backups = barn_plan_file_list_backups (self->file);

  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (backups, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), backups->len > 0);
}

static void
barn_restore_dialog_dispose (GObject *object)
{
  BarnRestoreDialog *self = BARN_RESTORE_DIALOG (object);

  g_clear_object (&self->file);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (barn_restore_dialog_parent_class)->dispose (object);
}

static void
barn_restore_dialog_class_init (BarnRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_restore_dialog_dispose;

  signals[RESTORED] =
    g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnRestoreDialog, content);
  gtk_widget_class_bind_template_child (widget_class, BarnRestoreDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
barn_restore_dialog_init (BarnRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/**
 * barn_restore_dialog_new:
 * @parent: the window to stand before
 * @file: a plan file, which may be damaged or gone
 *
 * Returns: (transfer none): a new dialog, owned by GTK until it is closed
 */
GtkWidget *
barn_restore_dialog_new (GtkWindow *parent,
                         GFile     *file)
{
  BarnRestoreDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (BARN_TYPE_RESTORE_DIALOG, "transient-for", parent, NULL);
  g_set_object (&self->file, file);
  fill_list (self);

  return GTK_WIDGET (self);
}
