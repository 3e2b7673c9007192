/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-font"

#include "config.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "barn-document-private.h"

/* Longer than any family's name */
#define MAX_NAME 100

/**
 * barn_font_is_name:
 * @family: what somebody calls a family of letters
 *
 * Looks whether @family may stand in a document: names go into style sheets, where quotes, commas and brackets mean something else.
 *
 * Returns: whether it is the name of one family
 */
gboolean
barn_font_is_name (const char *family)
{
  g_return_val_if_fail (family != NULL, FALSE);

  if (*family == '\0' || strlen (family) > MAX_NAME || !g_utf8_validate (family, -1, NULL) || strpbrk (family, "\"'`,;:<>{}()[]\\&") != NULL)
    return FALSE;

  for (const char *p = family; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isprint (g_utf8_get_char (p)))
      return FALSE;

  return !g_ascii_isspace (*family) && !g_ascii_isspace (family[strlen (family) - 1]);
}

/**
 * barn_font_is_installed:
 * @family: the name of a family
 *
 * Looks whether pages can be set in it on this computer. May be called from any thread.
 *
 * Returns: whether it is there
 */
gboolean
barn_font_is_installed (const char *family)
{
  g_autoptr (PangoFontMap) map = NULL;
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (family != NULL, FALSE);

  map = pango_cairo_font_map_new ();
  wanted = g_utf8_casefold (family, -1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (map)); i++)
    {
      g_autoptr (PangoFontFamily) there = g_list_model_get_item (G_LIST_MODEL (map), i);
      g_autofree char *name = g_utf8_casefold (pango_font_family_get_name (there), -1);

      if (strcmp (name, wanted) == 0)
        return TRUE;
    }

  return FALSE;
}
