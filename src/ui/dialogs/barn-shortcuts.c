/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-shortcuts"

#include "config.h"

#include "barn-shortcuts.h"

#include <adwaita.h>

#include <glib/gi18n-lib.h>

#include "barn-text.h"
#include "barn-ui.h"

/* GtkShortcutsWindow cuts its columns at 800 pixels with large text, leaves its search button without a name, and is read in
   anew for each window before that is shown */

#define WIDTH 560
#define HEIGHT 640

/* In @keys, several accelerators have a space between them; "1...5" is a range */
typedef struct
{
  const char *title;
  const char *keys;
} Shortcut;

typedef struct
{
  const char     *title;
  const Shortcut *shortcuts;
  guint           n_shortcuts;
} Group;

static const Shortcut everywhere[] = {
  { N_("Undo"), "<Control>z" },
  { N_("Redo"), "<Shift><Control>z" },
  { N_("Add what the page is about"), "<Control>n" },
  { N_("Search"), "<Control>f" },
  { N_("Show or hide the sidebar"), "F9" },
  { N_("Go to the sidebar, the list, the details"), "F6 <Shift>F6" },
  { N_("Main menu"), "F10" },
  { N_("Keyboard shortcuts"), "<Control>question F1" },
};

static const Shortcut pages[] = {
  { N_("Overview"), "<Alt>1" },
  { N_("Shifts"), "<Alt>2" },
  { N_("Activities"), "<Alt>3" },
  { N_("Long term"), "<Alt>4" },
  { N_("Annual wheel"), "<Alt>5" },
  { N_("Follow-up"), "<Alt>6" },
  { N_("Assessments"), "<Alt>7" },
  { N_("Barnbokslut"), "<Alt>8" },
  { N_("Documents"), "<Alt>9" },
  { N_("History"), "<Alt>0" },
};

static const Shortcut files[] = {
  { N_("Open a handlingsplan from a document"), "<Shift><Control>o" },
  { N_("Open a plan file"), "<Control>o" },
  { N_("New plan file"), "<Shift><Control>n" },
  { N_("Export the document"), "<Control>e" },
  { N_("Print the document"), "<Control>p" },
  { N_("About this plan"), "<Alt>Return" },
  { N_("Close the window"), "<Control>w" },
  { N_("Quit"), "<Control>q" },
};

static const Shortcut lists[] = {
  { N_("Open the selected row"), "Return" },
  { N_("Close the details"), "Escape" },
  { N_("Set the status: not started, ongoing, done, paused, cancelled"), "1...5" },
  { N_("Needs to be raised, or not"), "<Control>l" },
  { N_("Move the row up"), "<Alt>Up" },
  { N_("Move the row down"), "<Alt>Down" },
  { N_("Fold the group, unfold the group"), "Left Right" },
  { N_("Open the menu of the row"), "Menu <Shift>F10" },
  { N_("Edit the title of an activity, rename a saved view"), "F2" },
  { N_("Delete"), "Delete" },
  { N_("Save what is shown as a view"), "<Shift><Control>s" },
};

static const Shortcut texts[] = {
  { N_("Bring back what stood there"), "Escape" },
  { N_("Save the follow-up"), "<Control>Return" },
};

static const Shortcut follow_up[] = {
  { N_("Save and go on to the next"), "<Control>Return" },
  { N_("No change, and on to the next"), "F7" },
  { N_("Skip"), "<Control>Page_Down" },
  { N_("Back to the one before"), "<Control>Page_Up" },
  { N_("Set the status"), "1...5" },
};

static const Shortcut barnbokslut[] = {
  { N_("Go to the material"), "F4" },
  { N_("Write or preview"), "F5" },
};

static const Shortcut documents[] = {
  { N_("Pages or text"), "F5" },
  { N_("The page before, the next one"), "Page_Up Page_Down" },
  { N_("The first page, the last one"), "Home End" },
  { N_("Larger, smaller, as wide as there is room"), "<Control>plus <Control>minus <Control>0" },
};

static const Shortcut wheel[] = {
  { N_("Earlier, later in the ring"), "Left Right" },
  { N_("The ring outside, inside"), "Up Down" },
  { N_("The first, the last of the ring"), "Home End" },
  { N_("Open"), "Return" },
};

static const Shortcut import[] = {
  { N_("Say what the line is"), "1...9" },
  { N_("Go to the next doubtful line, to the one before"), "F8 <Shift>F8" },
};

static const Group groups[] = {
  { N_("Everywhere"), everywhere, G_N_ELEMENTS (everywhere) },
  { N_("Pages"), pages, G_N_ELEMENTS (pages) },
  { N_("Files"), files, G_N_ELEMENTS (files) },
  { N_("Lists"), lists, G_N_ELEMENTS (lists) },
  { N_("Texts"), texts, G_N_ELEMENTS (texts) },
  { N_("Follow-up"), follow_up, G_N_ELEMENTS (follow_up) },
  { N_("Barnbokslut"), barnbokslut, G_N_ELEMENTS (barnbokslut) },
  { N_("Documents"), documents, G_N_ELEMENTS (documents) },
  { N_("Annual wheel"), wheel, G_N_ELEMENTS (wheel) },
  { N_("Import"), import, G_N_ELEMENTS (import) },
};

/* What the search looks through; each group keeps its rows under this name */
#define GROUP_ROWS "barn-rows"
#define ROW_WORDS "barn-words"

static char *
dup_key_label (const char *key)
{
  const char *dots = strstr (key, "...");
  guint keyval;
  GdkModifierType modifiers;

  if (dots != NULL)
    return g_strdup_printf ("%.*s–%s", (int) (dots - key), key, dots + strlen ("..."));

  if (!gtk_accelerator_parse (key, &keyval, &modifiers))
    g_return_val_if_reached (g_strdup (key));

  return gtk_accelerator_get_label (keyval, modifiers);
}

static GtkWidget *
new_key_caps (const Shortcut *shortcut,
              char          **words)
{
  g_auto (GStrv) keys = g_strsplit (shortcut->keys, " ", -1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 6, "valign", GTK_ALIGN_CENTER, NULL);

  for (char **key = keys; *key != NULL; key++)
    {
      g_autofree char *text = dup_key_label (*key);
      GtkWidget *cap = gtk_label_new (text);

      gtk_widget_add_css_class (cap, "keycap");
      gtk_box_append (GTK_BOX (box), cap);
      g_strv_builder_add (labels, text);
    }

  all = g_strv_builder_end (labels);
  *words = g_strjoinv (", ", all);

  return box;
}

static GtkWidget *
new_row (const Shortcut *shortcut)
{
  g_autofree char *keys = NULL;
  g_autofree char *name = NULL;
  GtkWidget *caps = new_key_caps (shortcut, &keys);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", _(shortcut->title),
                                 NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), caps);
  name = g_strdup_printf ("%s, %s", _(shortcut->title), keys);
  barn_ui_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), ROW_WORDS, barn_fold (name), g_free);

  return row;
}

static GtkWidget *
new_group (const Group *group)
{
  GtkWidget *widget = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _(group->title), NULL);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < group->n_shortcuts; i++)
    {
      GtkWidget *row = new_row (&group->shortcuts[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), row);
      g_ptr_array_add (rows, row);
    }
  g_object_set_data_full (G_OBJECT (widget), GROUP_ROWS, rows, (GDestroyNotify) g_ptr_array_unref);

  return widget;
}

/* Whether any row of the group has the words */
static gboolean
filter_group (GtkWidget  *group,
              const char *wanted)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), GROUP_ROWS);
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      gboolean fits = strstr (g_object_get_data (G_OBJECT (row), ROW_WORDS), wanted) != NULL;

      gtk_widget_set_visible (row, fits);
      any = any || fits;
    }
  gtk_widget_set_visible (group, any);

  return any;
}

static void
on_search_changed (GtkSearchEntry *entry,
                   GtkWidget      *box)
{
  g_autofree char *wanted = barn_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));
  GtkWidget *nothing = gtk_widget_get_last_child (box);
  gboolean any = FALSE;

  for (GtkWidget *group = gtk_widget_get_first_child (box); group != nothing; group = gtk_widget_get_next_sibling (group))
    any = filter_group (group, wanted) || any;
  gtk_widget_set_visible (nothing, !any);
}

static GtkWidget *
new_groups (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 24,
                                 "margin-top", 12, "margin-bottom", 24, "margin-start", 18, "margin-end", 18,
                                 NULL);
  GtkWidget *nothing = g_object_new (GTK_TYPE_LABEL, "label", _("No key fits"), "visible", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_box_append (GTK_BOX (box), new_group (&groups[i]));
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_box_append (GTK_BOX (box), nothing);

  return box;
}

static GtkWidget *
new_search (GtkWidget *window,
            GtkWidget *box)
{
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP,
                                   "maximum-size", WIDTH,
                                   "child", search,
                                   "margin-top", 6, "margin-bottom", 6, "margin-start", 18, "margin-end", 18,
                                   NULL);

  g_object_set (search, "placeholder-text", _("Search for a key"), NULL);
  barn_ui_set_name (search, _("Search for a key"));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), window);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (on_search_changed), box, 0);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (gtk_window_close), window, G_CONNECT_SWAPPED);

  return clamp;
}

/**
 * barn_shortcuts_new:
 * @parent: the window to stand before
 *
 * Returns: (transfer none): a list of all keys of the program, with a search; GTK owns it until it is closed
 */
GtkWidget *
barn_shortcuts_new (GtkWindow *parent)
{
  GtkWidget *window;
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = new_groups ();
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDTH, "child", box, NULL);

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  window = g_object_new (ADW_TYPE_WINDOW,
                         "title", _("Keyboard Shortcuts"),
                         "transient-for", parent,
                         "modal", TRUE,
                         "default-width", WIDTH, "default-height", HEIGHT,
                         "content", content,
                         NULL);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), new_search (window, box));
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER,
                                                   "vexpand", TRUE,
                                                   "child", clamp,
                                                   NULL));

  return window;
}
