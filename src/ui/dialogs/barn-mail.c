/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-mail"

#include "config.h"

#include "barn-mail.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define KEEP_SECONDS (24 * 60 * 60)

/* The answers of a portal */
#define ANSWER_DONE 0
#define ANSWER_CANCELLED 1

typedef struct
{
  GFile           *attachment;
  char            *subject;
  GDBusConnection *bus;
  guint            subscription;  /* to the answer of the request */
} Compose;

static void
compose_free (Compose *self)
{
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  g_clear_object (&self->bus);
  g_object_unref (self->attachment);
  g_free (self->subject);
  g_free (self);
}

/* ---- The folder ---- */

static void
delete_old (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_stat (path, &info) == 0 && now - (gint64) info.st_mtime > KEEP_SECONDS)
        g_unlink (path);
    }
}

/**
 * barn_mail_prepare:
 * @name: the name of the file, which the message shows
 * @error: return location for a #GIOErrorEnum
 *
 * Makes the folder for files that are handed to the mail program, which only the person can read, and deletes what lies there since
 * yesterday.
 *
 * Returns: (transfer full): where to write the file, or %NULL with @error set
 */
GFile *
barn_mail_prepare (const char  *name,
                   GError     **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folder = g_build_filename (g_get_user_cache_dir (), "barnratt", "mail", NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The folder “%s” for files that are sent could not be made: %s."), folder, g_strerror (errno));
      return NULL;
    }

  delete_old (folder);

  return g_file_new_build_filename (folder, name, NULL);
}

/* ---- The portal ---- */

/* Takes @error, which says what a programmer wants to know; the person is told what to do */
static void
fail (GTask  *task,
      GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }

  g_debug ("%s", error->message);
  g_error_free (error);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("The mail program could not be reached from here. Export the document instead, and attach the file to a message yourself."));
}

static void
on_response (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  /* The answer may be the last that holds it */
  g_autoptr (GTask) task = g_object_ref (user_data);
  Compose *self = g_task_get_task_data (task);
  guint answer = G_MAXUINT;

  if (self->subscription == 0)
    return;

  g_dbus_connection_signal_unsubscribe (bus, self->subscription);
  self->subscription = 0;
  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    g_variant_get (parameters, "(u@a{sv})", &answer, NULL);

  if (answer == ANSWER_DONE)
    g_task_return_boolean (task, TRUE);
  else if (answer == ANSWER_CANCELLED)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else
    fail (task, g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "The portal answered %u", answer));
}

static void
on_called (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Compose *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL, result, &error);

  if (reply != NULL)
    return;

  if (self->subscription != 0)
    {
      g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
      self->subscription = 0;
      fail (task, error);
    }
  else
    {
      g_error_free (error);
    }
}

/* The path on which a portal answers, known before the question so that no answer is missed */
static char *
dup_request_path (GDBusConnection *bus,
                  const char      *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  g_strdelimit (sender, ".", '_');

  return g_strdup_printf ("%s/request/%s/%s", PORTAL_PATH, sender, token);
}

static GVariant *
new_question (Compose    *self,
              const char *token)
{
  GVariantBuilder options;
  const gint32 first = 0;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (self->subject));
  g_variant_builder_add (&options, "{sv}", "attachment_fds",
                         g_variant_new_fixed_array (G_VARIANT_TYPE_HANDLE, &first, 1, sizeof first));

  return g_variant_new ("(sa{sv})", "", &options);
}

static void
on_bus (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Compose *self = g_task_get_task_data (task);
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  g_autofree char *token = g_strdup_printf ("barnratt%u", g_random_int ());
  g_autofree char *request = NULL;
  GError *error = NULL;
  int file;

  self->bus = g_bus_get_finish (result, &error);
  if (self->bus == NULL)
    {
      fail (task, error);
      return;
    }

  file = g_open (g_file_peek_path (self->attachment), O_RDONLY | O_CLOEXEC, 0);
  if (file < 0)
    {
      g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno),
                               _("The file to be sent could not be opened: %s."), g_strerror (errno));
      return;
    }
  if (g_unix_fd_list_append (files, file, &error) < 0)
    {
      close (file);
      fail (task, error);
      return;
    }
  close (file);

  request = dup_request_path (self->bus, token);
  self->subscription = g_dbus_connection_signal_subscribe (self->bus, PORTAL, "org.freedesktop.portal.Request", "Response", request, NULL,
                                                           G_DBUS_SIGNAL_FLAGS_NONE, on_response,
                                                           g_object_ref (task), g_object_unref);
  g_dbus_connection_call_with_unix_fd_list (self->bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Email", "ComposeEmail",
                                            new_question (self, token), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, files,
                                            g_task_get_cancellable (task), on_called, g_object_ref (task));
}

/**
 * barn_mail_compose_async:
 * @attachment: a file that lies on this computer
 * @subject: of the message
 * @cancellable: (nullable): to stop it
 * @callback: called when the mail program has it
 * @user_data: for @callback
 *
 * Asks the desktop portal to begin a message with a file attached to it (org.freedesktop.portal.Email). To whom it goes, and whether it does,
 * the person decides in the mail program.
 */
void
barn_mail_compose_async (GFile               *attachment,
                         const char          *subject,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;
  Compose *self;

  g_return_if_fail (G_IS_FILE (attachment));
  g_return_if_fail (subject != NULL);

  self = g_new0 (Compose, 1);
  self->attachment = g_object_ref (attachment);
  self->subject = g_strdup (subject);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, barn_mail_compose_async);
  g_task_set_task_data (task, self, (GDestroyNotify) compose_free);

  g_bus_get (G_BUS_TYPE_SESSION, cancellable, on_bus, task);
}

/**
 * barn_mail_compose_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_NOT_SUPPORTED where no mail program can be reached, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the mail program has the file
 */
gboolean
barn_mail_compose_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
