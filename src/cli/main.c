/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barnratt-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

#include "barn-cli.h"

/* Scripts and servers often run in the C locale, which knows ASCII alone: titles with å ä ö must be understood there too */
static void
set_locale (void)
{
  const char *charset;

  setlocale (LC_ALL, "");
  if (!g_get_charset (&charset) && (g_str_equal (charset, "ANSI_X3.4-1968") || g_str_equal (charset, "US-ASCII")))
    setlocale (LC_CTYPE, "C.UTF-8");
}

/* What the layers below tell beside what they do */
static void
on_message (const char     *domain,
            GLogLevelFlags  level,
            const char     *message,
            gpointer        user_data)
{
  g_printerr ("barnratt-cli: %s\n", message);
}

int
main (int    argc,
      char **argv)
{
  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, BARN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_log_set_handler ("barn-plan-file", G_LOG_LEVEL_MESSAGE, on_message, NULL);

  atexit (barn_cli_close_output);

  return barn_cli_run ((const char *const *) argv);
}
