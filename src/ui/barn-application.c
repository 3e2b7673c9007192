/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-application"

#include "config.h"

#include "barn-application.h"

#include <glib/gi18n-lib.h>

#include "barn-about.h"
#include "barn-ui.h"
#include "barn-window.h"

struct _BarnApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (BarnApplication, barn_application, ADW_TYPE_APPLICATION)

/* What g_application_open() is told when the files are only to be looked at */
#define HINT_VIEW "view"
#define OPTION_VIEW "view"

/* The window that has @file open, for editing or to be looked at as is asked; or NULL */
static BarnWindow *
find_window (BarnApplication *self,
             GFile           *file,
             gboolean         read_only)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      if (BARN_IS_WINDOW (link->data) && barn_window_has (link->data, file, read_only))
        return link->data;
    }

  return NULL;
}

static void barn_application_open (GApplication  *application,
                                   GFile        **files,
                                   int            n_files,
                                   const char    *hint);

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

/* A reminder was clicked: the list that it was about */
static void
on_show_reminder (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  BarnApplication *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  BarnWindow *window;

  barn_application_open (G_APPLICATION (self), &file, 1, "");
  window = find_window (self, file, FALSE);
  if (window != NULL)
    barn_window_show_reminder (window);
}

static const GActionEntry actions[] = {
  { .name = "show-reminder", .activate = on_show_reminder, .parameter_type = "s" },
  { .name = "about", .activate = on_about },
  { .name = "quit", .activate = on_quit },
};

static void
barn_application_startup (GApplication *application)
{
  static const char *const quit_keys[] = { "<Control>q", NULL };
  g_autoptr (GSettings) settings = g_settings_new (BARN_APPLICATION_ID);
  g_autoptr (GAction) reminders = g_settings_create_action (settings, "reminders");

  barn_ui_init ();
  G_APPLICATION_CLASS (barn_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (BARN_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  g_action_map_add_action (G_ACTION_MAP (application), reminders);
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

  if (BARN_IS_WINDOW (window))
    barn_window_present (BARN_WINDOW (window));
  else
    gtk_window_present (window);
}

static void
barn_application_open (GApplication  *application,
                       GFile        **files,
                       int            n_files,
                       const char    *hint)
{
  BarnApplication *self = BARN_APPLICATION (application);
  gboolean read_only = g_strcmp0 (hint, HINT_VIEW) == 0;

  for (int i = 0; i < n_files; i++)
    {
      BarnWindow *window = find_window (self, files[i], read_only);

      if (window == NULL)
        {
          window = find_window (self, NULL, read_only);
          if (window == NULL)
            window = barn_window_new (GTK_APPLICATION (application));
          barn_window_open (window, files[i], read_only);
        }
      barn_window_present (window);
    }
}

/* barnratt [--view] [FILE …], of this process or of one that hands it over to this. The option is known here alone, so GApplication cannot
   make the files of it by itself. */
static int
barn_application_command_line (GApplication            *application,
                               GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean view = FALSE;

  g_variant_dict_lookup (options, OPTION_VIEW, "b", &view);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, names[i]));

  if (files->len > 0)
    {
      g_application_open (application, (GFile **) files->pdata, (int) files->len, view ? HINT_VIEW : "");
      return 0;
    }
  if (!view)
    {
      g_application_activate (application);
      return 0;
    }

  g_application_command_line_printerr (command_line, "%s\n", _("Which plan file is to be looked at? Write: barnratt --view FILE"));
  return 2;
}

static void
barn_application_class_init (BarnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = barn_application_startup;
  application_class->activate = barn_application_activate;
  application_class->open = barn_application_open;
  application_class->command_line = barn_application_command_line;
}

static void
barn_application_init (BarnApplication *self)
{
  static const GOptionEntry options[] = {
    { OPTION_VIEW, 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Look at the plan file: nothing in it can be changed"), NULL },
    { G_OPTION_REMAINING, '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
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
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/example/Barnratt",
                       NULL);
}
