/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-about"

#include "config.h"

#include "barn-about.h"

#include <adwaita.h>

#include <glib/gi18n-lib.h>

/**
 * barn_about_present:
 * @parent: (nullable): the window to stand before
 *
 * Tells what the program is, its version and its licence.
 */
void
barn_about_present (GtkWindow *parent)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  adw_show_about_window (parent,
                         "application-name", "Barnrätt",
                         "application-icon", BARN_APPLICATION_ID,
                         "version", BARN_VERSION,
                         "developer-name", _("The Barnrätt project"),
                         "comments", _("From handlingsplan, by follow-up through the year, to barnbokslut: the children’s-rights work "
                                       "of a förvaltning in one place."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
