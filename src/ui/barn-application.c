/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-application"

#include "config.h"

#include "barn-application.h"

#include "barn-about.h"
#include "barn-ui.h"
#include "barn-window.h"

struct _BarnApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (BarnApplication, barn_application, ADW_TYPE_APPLICATION)

/* The window that has @file open, or NULL */
static BarnWindow *
find_window (BarnApplication *self,
             GFile           *file)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      BarnPlanFile *open;

      if (!BARN_IS_WINDOW (link->data))
        continue;

      open = barn_window_get_file (link->data);
      if (open == NULL ? file == NULL : file != NULL && g_file_equal (barn_plan_file_get_file (open), file))
        return link->data;
    }

  return NULL;
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  barn_about_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

/* Each window saves what was typed before it goes, or stays */
static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = on_about },
  { .name = "quit", .activate = on_quit },
};

static void
barn_application_startup (GApplication *application)
{
  static const char *const quit_keys[] = { "<Control>q", NULL };

  barn_ui_init ();
  G_APPLICATION_CLASS (barn_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (BARN_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
}

static void
barn_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (barn_window_new (GTK_APPLICATION (application)));
      barn_window_open_last (BARN_WINDOW (window));
    }

  gtk_window_present (window);
}

static void
barn_application_open (GApplication  *application,
                       GFile        **files,
                       int            n_files,
                       const char    *hint)
{
  BarnApplication *self = BARN_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      BarnWindow *window = find_window (self, files[i]);

      if (window == NULL)
        {
          window = find_window (self, NULL);
          if (window == NULL)
            window = barn_window_new (GTK_APPLICATION (application));
          barn_window_open (window, files[i], FALSE);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
barn_application_class_init (BarnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = barn_application_startup;
  application_class->activate = barn_application_activate;
  application_class->open = barn_application_open;
}

static void
barn_application_init (BarnApplication *self)
{
}

/**
 * barn_application_new:
 *
 * Returns: (transfer full): the program
 */
BarnApplication *
barn_application_new (void)
{
  return g_object_new (BARN_TYPE_APPLICATION,
                       "application-id", BARN_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/example/Barnratt",
                       NULL);
}
