/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/* Waits in the main loop until the condition holds; fails after ten seconds */
#define ui_wait_until(condition)                                                             \
  G_STMT_START {                                                                             \
    gint64 ui_deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;                      \
    while (!(condition) && g_get_monotonic_time () < ui_deadline)                            \
      ui_run_for (10);                                                                       \
    g_assert_true (condition);                                                               \
  } G_STMT_END

/* GTest and GTK. Where there is no display, says so in TAP and returns FALSE: then main() returns 0. */
gboolean      ui_test_init       (int         *argc,
                                  char      ***argv);
void          ui_run_for         (guint        milliseconds);

/* A plan file of 2026 in a folder of its own, with one role's activity "Ask the children"; ui_remove_file() deletes both */
BarnPlanFile *ui_make_file       (void);
void          ui_remove_file     (BarnPlanFile *file);
BarnPlan     *ui_get_plan        (BarnPlanFile *file);
BarnActivity *ui_get_activity    (BarnPlanFile *file,
                                  guint         place);
/* Another program on the same file: (transfer full) */
BarnPlanFile *ui_open_again      (BarnPlanFile *file);

/* The first widget of @type in or under @widget; @label: (nullable): with this label */
GtkWidget    *ui_find            (GtkWidget    *widget,
                                  GType         type,
                                  const char   *label);
/* As if the key was pressed in @widget; whether it was used */
gboolean      ui_press           (GtkWidget    *widget,
                                  guint         keyval);
/* Drags @row onto @on, to that share of its height, as a hand would; whether it was taken */
gboolean      ui_drag            (GtkWidget    *row,
                                  GtkWidget    *on,
                                  double        share);

G_END_DECLS
