/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-welcome-page"

#include "config.h"

#include "barn-welcome-page.h"

struct _BarnWelcomePage
{
  AdwBin        parent_instance;

  GtkWidget    *import_button;
  GtkWidget    *recent_group;
  GtkListBox   *recent_list;

  GCancellable *asking; /* for the recent files that are there */
};

G_DEFINE_FINAL_TYPE (BarnWelcomePage, barn_welcome_page, ADW_TYPE_BIN)

/* "/home/anna/Documents" as "~/Documents" */
static char *
dup_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home) && (path[strlen (home)] == '/' || path[strlen (home)] == '\0'))
    return g_strconcat ("~", path + strlen (home), NULL);

  return g_steal_pointer (&path);
}

static GtkWidget *
new_recent_row (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folder = dup_folder (file);
  GtkWidget *row;

  if (g_str_has_suffix (name, ".barnratt"))
    name[strlen (name) - strlen (".barnratt")] = '\0';

  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", name,
                      "subtitle", folder,
                      "activatable", TRUE,
                      "action-name", "win.open-file",
                      NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  return row;
}

/* The row is shown when the file is known to be there */
static void
on_recent_found (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  GtkWidget *page = gtk_widget_get_ancestor (row, BARN_TYPE_WELCOME_PAGE);

  /* A row of the list before, or of a page that is gone, is nowhere */
  if (info == NULL || page == NULL)
    return;

  gtk_widget_set_visible (row, TRUE);
  gtk_widget_set_visible (BARN_WELCOME_PAGE (page)->recent_group, TRUE);
}

static void
stop_asking (BarnWelcomePage *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* The keyboard is on the way that most will go; GTK would begin at the menu in the header bar */
static void
barn_welcome_page_map (GtkWidget *widget)
{
  BarnWelcomePage *self = BARN_WELCOME_PAGE (widget);

  GTK_WIDGET_CLASS (barn_welcome_page_parent_class)->map (widget);

  gtk_widget_grab_focus (self->import_button);
}

static void
barn_welcome_page_dispose (GObject *object)
{
  stop_asking (BARN_WELCOME_PAGE (object));

  G_OBJECT_CLASS (barn_welcome_page_parent_class)->dispose (object);
}

static void
barn_welcome_page_class_init (BarnWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_welcome_page_dispose;
  widget_class->map = barn_welcome_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnWelcomePage, import_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, BarnWelcomePage, recent_list);
}

static void
barn_welcome_page_init (BarnWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_welcome_page_set_recent:
 * @self: a welcome page
 * @uris: plan files, the last one first
 *
 * Offers those of them that are there. A network drive that does not answer keeps nobody waiting.
 */
void
barn_welcome_page_set_recent (BarnWelcomePage   *self,
                              const char *const *uris)
{
  GtkListBoxRow *row;

  g_return_if_fail (BARN_IS_WELCOME_PAGE (self));
  g_return_if_fail (uris != NULL);

  stop_asking (self);
  self->asking = g_cancellable_new ();
  gtk_widget_set_visible (self->recent_group, FALSE);
  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));

  for (; *uris != NULL; uris++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (*uris);
      GtkWidget *offer = new_recent_row (file);

      gtk_widget_set_visible (offer, FALSE);
      gtk_list_box_append (self->recent_list, offer);
      g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->asking,
                               on_recent_found, g_object_ref (offer));
    }
}
