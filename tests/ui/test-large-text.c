/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-large-text"

#include "config.h"

#include <glib/gstdio.h>

#include "barn-application.h"
#include "barn-window.h"
#include "ui-support.h"

/* The smallest window that all must fit in, with text at one and a half its size */
#define WIDTH 800
#define LARGE_DPI (144 * 1024)

/* Follows what needs the most room, down to what cannot be parted */
static void
tell_widest (GtkWidget *widget)
{
  while (widget != NULL)
    {
      GtkWidget *widest = NULL;
      int most = -1;
      int own;

      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &own, NULL, NULL, NULL);
      g_test_message ("%d %s", own, G_OBJECT_TYPE_NAME (widget));
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int minimum;

          if (!gtk_widget_get_visible (child) || !gtk_widget_get_child_visible (child) || GTK_IS_POPOVER (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
          if (minimum > most)
            {
              most = minimum;
              widest = child;
            }
        }
      widget = widest;
    }
}

static gboolean
fits (BarnWindow *window,
      const char *where)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("%s: %d", where, minimum);
  if (minimum > WIDTH)
    tell_widest (GTK_WIDGET (window));

  return minimum <= WIDTH;
}

static char *
dup_first_id (GListModel *items)
{
  g_autoptr (BarnItem) item = g_list_model_get_item (items, 0);

  return g_strdup (barn_item_get_id (item));
}

static void
test_pages (gconstpointer data)
{
  static const char *const names[] = { "overview", "shifts", "activities", "long-term", "wheel", "follow-up", "assessments",
                                       "barnbokslut", "documents", "history" };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("barnratt-ui-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.barnratt", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  BarnPlanFile *file = barn_plan_file_create_example (place, &error);
  BarnWindow *window = barn_window_new (GTK_APPLICATION ((gpointer) data));
  BarnPlan *plan;
  GListModel *lists[4];
  gboolean all = TRUE;

  g_assert_no_error (error);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, 600);
  barn_window_open (window, place, FALSE);
  ui_wait_until (!barn_window_is_opening (window));
  gtk_window_present (GTK_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", names[i]);
      ui_run_for (200);
      all = fits (window, names[i]) && all;
    }

  plan = ui_get_plan (file);
  lists[0] = barn_plan_get_activities (plan);
  lists[1] = barn_plan_get_shifts (plan);
  lists[2] = barn_plan_get_long_terms (plan);
  lists[3] = barn_plan_get_assessments (plan);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *id = dup_first_id (lists[i]);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-item", "s", id);
      ui_run_for (200);
      all = fits (window, "details") && all;
    }
  g_assert_true (all);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_run_for (20);
  ui_remove_file (file);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BarnApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  if (!ui_test_init (&argc, &argv))
    return 0;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_DPI, NULL);
  application = barn_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_data_func ("/large-text/pages", application, test_pages);

  return g_test_run ();
}
