/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ui-support"

#include "config.h"

#include "ui-support.h"

#include <locale.h>

#include <glib/gstdio.h>

#include "barn-ui.h"

gboolean
ui_test_init (int    *argc,
              char ***argv)
{
  g_autoptr (GSettings) settings = NULL;

  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }

  adw_init ();
  barn_ui_init ();
  barn_clock_set_today (barn_day_new (2026, 11, 22));

  /* There is no desktop here that could show them, and GLib warns of that */
  settings = g_settings_new (BARN_APPLICATION_ID);
  g_settings_set_boolean (settings, "reminders", FALSE);

  return TRUE;
}

static gboolean
on_end (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_run_for (guint milliseconds)
{
  gboolean waited = FALSE;
  gboolean idle = FALSE;
  gboolean late = FALSE;
  guint idle_source;
  guint late_source;

  g_timeout_add (milliseconds, on_end, &waited);
  while (!waited)
    g_main_context_iteration (NULL, TRUE);

  /* On a busy machine that was not enough for what is done in idle moments: it goes on until nothing waits for its turn. What never
     rests, as a spinner, does not hold it up. */
  idle_source = g_idle_add_full (G_PRIORITY_LOW + 1000, on_end, &idle, NULL);
  late_source = g_timeout_add (5000, on_end, &late);
  while (!idle && !late)
    g_main_context_iteration (NULL, TRUE);
  if (!idle)
    g_source_remove (idle_source);
  if (!late)
    g_source_remove (late_source);
}

BarnPlanFile *
ui_make_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("barnratt-ui-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "plan.barnratt", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (BarnItem) role = NULL;
  BarnPlanFile *file;
  BarnActivity *activity;

  g_assert_no_error (error);
  file = barn_plan_file_create (place, 2026, "Skolförvaltningen", "Skolnämnden", &error);
  g_assert_no_error (error);
  role = g_list_model_get_item (barn_model_get_roles (barn_plan_file_get_model (file)), 0);
  activity = barn_plan_file_add_activity (file, ui_get_plan (file), "Ask the children", barn_item_get_id (role), NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (activity);

  return file;
}

void
ui_remove_file (BarnPlanFile *file)
{
  g_autofree char *path = g_file_get_path (barn_plan_file_get_file (file));
  g_autofree char *folder = g_path_get_dirname (path);

  g_object_unref (file);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_rmdir (folder);
}

BarnPlan *
ui_get_plan (BarnPlanFile *file)
{
  return barn_model_find_plan (barn_plan_file_get_model (file), 2026);
}

BarnActivity *
ui_get_activity (BarnPlanFile *file,
                 guint         place)
{
  g_autoptr (BarnActivity) activity = g_list_model_get_item (barn_plan_get_activities (ui_get_plan (file)), place);

  /* The plan holds it */
  return activity;
}

BarnPlanFile *
ui_open_again (BarnPlanFile *file)
{
  g_autoptr (GError) error = NULL;
  BarnPlanFile *other = barn_plan_file_open (barn_plan_file_get_file (file), FALSE, &error);

  g_assert_no_error (error);
  return other;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *label)
{
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), label) == 0;

  return FALSE;
}

GtkWidget *
ui_find (GtkWidget  *widget,
         GType       type,
         const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (label == NULL || has_label (widget, label)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gboolean
ui_press (GtkWidget *widget,
          guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean used = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;

      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &used);
      if (used)
        return TRUE;
    }

  return FALSE;
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return g_steal_pointer (&controller);
    }

  g_assert_not_reached ();
}

static void
get_content (GdkContentProvider *content,
             GValue             *value)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (content);
  const GType *types = gdk_content_formats_get_gtypes (formats, NULL);

  g_assert_nonnull (types);
  g_value_init (value, types[0]);
  g_assert_true (gdk_content_provider_get_value (content, value, NULL));
}

gboolean
ui_drag (GtkWidget *row,
         GtkWidget *on,
         double     share)
{
  /* What is moved gets another widget, and the old ones go */
  g_autoptr (GtkWidget) held = g_object_ref (on);
  g_autoptr (GtkEventController) source = find_controller (row, GTK_TYPE_DRAG_SOURCE);
  g_autoptr (GtkEventController) target = find_controller (on, GTK_TYPE_DROP_TARGET);
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  double y = gtk_widget_get_height (on) * share;
  GdkDragAction action = 0;
  gboolean taken = FALSE;

  g_signal_emit_by_name (source, "prepare", 5.0, 5.0, &content);
  if (content == NULL)
    return FALSE;
  get_content (content, &value);

  /* A line shows where it would come, and goes */
  g_signal_emit_by_name (target, "motion", 5.0, y, &action);
  g_assert_true (gtk_widget_has_css_class (on, "drop-before") == (action == GDK_ACTION_MOVE && share < 0.5));
  g_assert_true (gtk_widget_has_css_class (on, "drop-after") == (action == GDK_ACTION_MOVE && share > 0.5));
  g_signal_emit_by_name (target, "drop", &value, 5.0, y, &taken);
  g_assert_false (gtk_widget_has_css_class (on, "drop-before") || gtk_widget_has_css_class (on, "drop-after"));
  g_signal_emit_by_name (source, "drag-end", NULL, FALSE);
  ui_run_for (50);

  return taken;
}
