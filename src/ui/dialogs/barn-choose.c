/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-choose"

#include "config.h"

#include "barn-choose.h"

#include <glib/gi18n-lib.h>

static struct
{
  BarnChooseFunc func;
  gpointer       user_data;
} override;

static void
add_filter (GtkFileChooser    *chooser,
            const char        *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser,
             BarnChooseKind  kind)
{
  static const char *const plan_files[] = { "barnratt", NULL };
  static const char *const documents[] = { "docx", "odt", "txt", "text", "md", "markdown", NULL };
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (kind == BARN_CHOOSE_PLAN_FILE)
    add_filter (chooser, _("Plan files"), plan_files);
  else if (kind == BARN_CHOOSE_DOCUMENT)
    add_filter (chooser, _("Documents (Word, ODF, text)"), documents);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");

  gtk_native_dialog_destroy (dialog);
}

/* Whether a test chose */
static gboolean
choose_by_override (GTask          *task,
                    const char     *title,
                    BarnChooseKind  kind,
                    const char     *name)
{
  GFile *file;

  if (override.func == NULL)
    return FALSE;

  file = override.func (title, kind, name, override.user_data);
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");

  return TRUE;
}

static void
choose (GtkWindow            *parent,
        const char           *title,
        GtkFileChooserAction  action,
        BarnChooseKind        kind,
        const char           *name,
        GFile                *folder,
        GAsyncReadyCallback   callback,
        gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog;

  g_task_set_source_tag (task, choose);
  if (choose_by_override (task, title, kind, name))
    return;

  dialog = gtk_file_chooser_native_new (title, parent, action,
                                        action == GTK_FILE_CHOOSER_ACTION_SAVE ? _("_Save") : _("_Open"),
                                        _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog), kind);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  /* Nobody owns a native dialog: the task holds it until there is an answer */
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), g_object_ref (task));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * barn_choose_open:
 * @parent: the window that asks
 * @title: what is asked
 * @kind: which files are shown at first
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Lets a person choose a file that exists.
 */
void
barn_choose_open (GtkWindow           *parent,
                  const char          *title,
                  BarnChooseKind       kind,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);

  choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, kind, NULL, NULL, callback, user_data);
}

/**
 * barn_choose_save:
 * @parent: the window that asks
 * @title: what is asked
 * @kind: which files are shown at first
 * @name: the suggested name
 * @folder: (nullable): where it begins
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Lets a person choose where to write. They have been asked about a file that is there already.
 */
void
barn_choose_save (GtkWindow           *parent,
                  const char          *title,
                  BarnChooseKind       kind,
                  const char          *name,
                  GFile               *folder,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && name != NULL);
  g_return_if_fail (folder == NULL || G_IS_FILE (folder));

  choose (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, kind, name, folder, callback, user_data);
}

/**
 * barn_choose_finish:
 * @result: from the callback
 * @error: %G_IO_ERROR_CANCELLED where the person changed their mind
 *
 * Returns: (transfer full) (nullable): what was chosen
 */
GFile *
barn_choose_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * barn_choose_set_override:
 * @func: (nullable): chooses in place of a person
 * @user_data: for @func
 *
 * For tests.
 */
void
barn_choose_set_override (BarnChooseFunc func,
                          gpointer       user_data)
{
  override.func = func;
  override.user_data = user_data;
}
