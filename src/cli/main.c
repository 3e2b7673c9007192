/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barnratt-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

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

int
main (int    argc,
      char **argv)
{
  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, BARN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return barn_cli_run ((const char *const *) argv);
}
