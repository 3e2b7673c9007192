/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-line-row"

#include "config.h"

#include "barn-line-row.h"

/**
 * barn_line_row_new:
 * @title: what it is, at most two lines of it
 * @subtitle: (nullable): what is said of it, one line
 * @suffix: (nullable): what stands at its end
 *
 * GtkBox, of which an AdwActionRow is made, asks a text that wraps which width would do for a height, by trying a dozen; GtkGrid never does.
 *
 * Returns: (transfer full): a row, floating
 */
GtkWidget *
barn_line_row_new (const char *title,
                   const char *subtitle,
                   GtkWidget  *suffix)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", title, "xalign", 0.0f, "hexpand", TRUE, "vexpand", TRUE,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_grid_attach (GTK_GRID (grid), label, 0, 0, 1, 1);
  if (subtitle != NULL)
    {
      g_object_set (label, "yalign", 1.0f, NULL);
      label = g_object_new (GTK_TYPE_LABEL,
                            "label", subtitle, "xalign", 0.0f, "yalign", 0.0f, "hexpand", TRUE, "vexpand", TRUE,
                            "ellipsize", PANGO_ELLIPSIZE_END,
                            NULL);
      gtk_widget_add_css_class (label, "subtitle");
      gtk_grid_attach (GTK_GRID (grid), label, 0, 1, 1, 1);
    }
  if (suffix != NULL)
    gtk_grid_attach (GTK_GRID (grid), suffix, 1, 0, 1, subtitle != NULL ? 2 : 1);

  gtk_widget_add_css_class (grid, "line-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);

  return row;
}
