/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "barn-figures.h"

G_BEGIN_DECLS

/**
 * BarnStatusBar:
 *
 * How many have which status, as a stacked bar: done first. A screen reader is told the same in words.
 */
#define BARN_TYPE_STATUS_BAR (barn_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (BarnStatusBar, barn_status_bar, BARN, STATUS_BAR, GtkWidget)

GtkWidget *barn_status_bar_new       (void);
void       barn_status_bar_set_tally (BarnStatusBar   *self,
                                      const BarnTally *tally);

/* "2 done · 1 ongoing", in the order of the bar; "" where there is nothing. (transfer full) */
char      *barn_tally_dup_words      (const BarnTally *tally);

/* The status's colour in the widget's theme */
void       barn_status_get_color     (GtkWidget       *widget,
                                      BarnStatus       status,
                                      GdkRGBA         *color);

G_END_DECLS
