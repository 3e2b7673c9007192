/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-name-view"

#include "config.h"

#include "barn-name-view.h"

#include <string.h>

#include <adwaita.h>

#include <glib/gi18n-lib.h>

#include "barn-text.h"
#include "barn-ui.h"

typedef struct
{
  BarnPlanFile     *file;
  BarnSavedView    *view;
  AdwMessageDialog *dialog; /* unowned, as the two in it */
  GtkEditable      *entry;
  GtkLabel         *note;
} Naming;

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_object_unref (naming->file);
  g_clear_object (&naming->view);
  g_free (naming);
}

/* What the name would do is said before it is done */
static void
on_name_changed (GtkEditable *entry,
                 Naming      *naming)
{
  const char *name = gtk_editable_get_text (entry);
  BarnSavedView *present = barn_text_is_blank (name) ? NULL : barn_plan_file_find_view (naming->file, name);
  gboolean taken = present != NULL && present != naming->view;
  g_autofree char *words = g_strdup ("");

  if (taken)
    {
      g_free (words);
      words = g_strdup_printf (naming->view != NULL ? _("“%s” is there already. Choose another name.")
                                                    : _("“%s” is there already and is replaced."),
                               barn_saved_view_get_name (present));
    }

  gtk_label_set_label (naming->note, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  adw_message_dialog_set_response_enabled (naming->dialog, "name",
                                           !barn_text_is_blank (name) && (!taken || naming->view == NULL));
  if (naming->view == NULL)
    adw_message_dialog_set_response_label (naming->dialog, "name", taken ? _("_Replace") : _("_Save"));
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;
  Naming *naming = g_task_get_task_data (task);

  g_signal_handlers_disconnect_by_data (naming->entry, naming);
  if (strcmp (response, "name") == 0)
    g_task_return_pointer (task, g_strdup (gtk_editable_get_text (naming->entry)), g_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static GtkWidget *
create_fields (Naming *naming)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *note = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "max-width-chars", 40, NULL);

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of the view"));
  barn_ui_set_name (entry, _("Name of the view"));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), note);
  naming->entry = GTK_EDITABLE (entry);
  naming->note = GTK_LABEL (note);

  return box;
}

/**
 * barn_name_view_async:
 * @from: where it was asked for
 * @file: the plan file
 * @view: (nullable): the view that gets another name; %NULL: one that is about to be saved
 * @name: (nullable): what is proposed
 * @callback: called when there is a name, or there will be none
 * @user_data: for @callback
 *
 * Asks for the name of a view. That it takes the place of another is said before it is done; another name that is taken cannot be given.
 */
void
barn_name_view_async (GtkWidget           *from,
                      BarnPlanFile        *file,
                      BarnSavedView       *view,
                      const char          *name,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Naming *naming;
  GtkRoot *root;
  GTask *task;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (BARN_IS_PLAN_FILE (file));
  g_return_if_fail (view == NULL || BARN_IS_SAVED_VIEW (view));

  naming = g_new0 (Naming, 1);
  root = gtk_widget_get_root (from);
  task = g_task_new (from, NULL, callback, user_data);
  g_task_set_source_tag (task, barn_name_view_async);
  g_task_set_task_data (task, naming, naming_free);
  naming->file = g_object_ref (file);
  g_set_object (&naming->view, view);

  naming->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                               view != NULL ? _("Rename the View") : _("Save the View"),
                                                               view != NULL ? NULL : _("Filter, grouping, order and columns come back under this name, for all who use the plan file.")));
  adw_message_dialog_add_response (naming->dialog, "cancel", _("_Cancel"));
  adw_message_dialog_add_response (naming->dialog, "name", view != NULL ? _("_Rename") : _("_Save"));
  adw_message_dialog_set_close_response (naming->dialog, "cancel");
  adw_message_dialog_set_default_response (naming->dialog, "name");
  adw_message_dialog_set_response_appearance (naming->dialog, "name", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_extra_child (naming->dialog, create_fields (naming));

  g_signal_connect (naming->entry, "changed", G_CALLBACK (on_name_changed), naming);
  gtk_editable_set_text (naming->entry, name != NULL ? name : "");
  on_name_changed (naming->entry, naming);
  g_signal_connect (naming->dialog, "response", G_CALLBACK (on_response), task);
  gtk_window_present (GTK_WINDOW (naming->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (naming->entry));
  gtk_editable_select_region (naming->entry, 0, -1);
}

/**
 * barn_name_view_finish:
 * @result: from the callback
 *
 * Returns: (transfer full) (nullable): the name; %NULL where none was given
 */
char *
barn_name_view_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
