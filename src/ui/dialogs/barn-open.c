/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-open"

#include "config.h"

#include "barn-open.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

static BarnOpenFunc override;
static gpointer override_data;

static void
on_opened (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error) && gtk_widget_get_root (from) != NULL)
    barn_ui_report_error (from, error);
}

/**
 * barn_open_uri:
 * @from: where a person asked for it
 * @uri: what to open
 *
 * Opens a page or a file in the program that the desktop has for it. A file that is not there is said to be missing: the desktop would open
 * nothing, and say nothing.
 */
void
barn_open_uri (GtkWidget  *from,
               const char *uri)
{
  g_autoptr (GFile) file = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (uri != NULL);

  file = g_file_new_for_uri (uri);
  if (g_file_is_native (file) && !g_file_query_exists (file, NULL))
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *sentence = g_strdup_printf (_("There is no file %s. It may have been moved, or lie on a drive that is not connected."), name);

      barn_ui_say (from, sentence);
      return;
    }

  if (override != NULL)
    {
      override (uri, override_data);
      return;
    }

  root = gtk_widget_get_root (from);
  gtk_show_uri_full (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME, NULL, on_opened, g_object_ref (from));
}

/**
 * barn_open_set_override:
 * @func: (nullable): opens in place of the desktop
 * @user_data: for @func
 *
 * For tests.
 */
void
barn_open_set_override (BarnOpenFunc func,
                        gpointer     user_data)
{
  override = func;
  override_data = user_data;
}
