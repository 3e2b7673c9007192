/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-profile-dialog"

#include "config.h"

#include "barn-profile-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-choose.h"
#include "barn-field-binding.h"
#include "barn-paper.h"
#include "barn-plan-file-profile.h"
#include "barn-profile-look.h"
#include "barn-profile-parts.h"
#include "barn-profile-row.h"
#include "barn-ui.h"

/* The rows of the list: two of all documents, then the kinds of documents */
enum
{
  PAGE_LOOK,
  PAGE_WORDS,
  PAGE_PAPERS
};

struct _BarnProfileDialog
{
  AdwWindow          parent_instance;

  GtkListBox        *list;
  GtkScrolledWindow *scroller;
  AdwBin            *page;
  GtkLabel          *notice;

  BarnPlanFile      *file;
  GPtrArray         *bindings; /* (element-type BarnFieldBinding): of the page on show */
};

G_DEFINE_FINAL_TYPE (BarnProfileDialog, barn_profile_dialog, ADW_TYPE_WINDOW)

/* ---- Pages ---- */

static GtkWidget *
add_group (GtkWidget  *box,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (box), group);

  return group;
}

static void
add_name (BarnProfileDialog *self,
          GtkWidget         *group,
          const char        *title,
          const char        *field)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL);
  BarnFieldBinding *binding = barn_field_binding_new_editable (GTK_EDITABLE (row));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  barn_field_binding_set_item (binding, self->file, BARN_ITEM (barn_model_get_organisation (barn_plan_file_get_model (self->file))), field);
  g_ptr_array_add (self->bindings, binding);
}

static void
add_word (BarnProfileDialog *self,
          GtkWidget         *group,
          const char        *profile_group,
          const char        *key)
{
  g_autofree char *title = barn_profile_dup_text (barn_profile_get_default (), profile_group, key);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), barn_profile_row_new (self->file, profile_group, key, title));
}

/* A text that the built-in words alone would not explain */
static void
add_named (BarnProfileDialog *self,
           GtkWidget         *group,
           const char        *profile_group,
           const char        *key,
           const char        *label)
{
  g_autofree char *words = barn_profile_dup_text (barn_profile_get_default (), profile_group, key);
  g_autofree char *title = *words != '\0' ? g_strdup_printf ("%s: %s", label, words) : g_strdup (label);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), barn_profile_row_new (self->file, profile_group, key, title));
}

static void
create_look (BarnProfileDialog *self,
             GtkWidget         *box)
{
  GtkWidget *group = add_group (box, _("Sender"), _("As in “About This Plan”."));

  add_name (self, group, _("Organisation (förvaltning)"), "name");
  add_name (self, group, _("Board (nämnd)"), "board");
  add_name (self, group, _("Municipality"), "municipality");
  gtk_box_append (GTK_BOX (box), barn_profile_look_new (self->file));
}

static void
create_words (BarnProfileDialog *self,
              GtkWidget         *box)
{
  GtkWidget *group = add_group (box, _("Statuses in Documents"), _("What a status is called in documents, tables and figures. An empty field keeps the word that stands in it."));
  g_auto (GStrv) keys = barn_profile_list_keys ("status");
  GListModel *roles = barn_model_get_roles (barn_plan_file_get_model (self->file));

  for (guint i = 0; keys[i] != NULL; i++)
    add_word (self, group, "status", keys[i]);

  if (g_list_model_get_n_items (roles) == 0)
    return;

  group = add_group (box, _("Roles in Documents"), _("What a role is called in documents, if it is not what the plan calls it."));
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 barn_profile_row_new (self->file, "role", barn_role_get_name (role), barn_role_get_name (role)));
    }
}

static void
on_numbered (GtkSwitch         *number,
             GParamSpec        *pspec,
             BarnProfileDialog *self)
{
  const char *group = barn_paper_to_nick (BARN_PAPER_BARNBOKSLUT);
  gboolean wanted = gtk_switch_get_active (number);
  GError *error = NULL;

  if (barn_profile_get_flag (barn_plan_file_get_profile (self->file), group, "numbered_headings") == wanted)
    return;

  barn_profile_row_store (GTK_WIDGET (self), self->file,
                          barn_profile_with_text (barn_plan_file_get_profile (self->file), group, "numbered_headings", wanted ? "true" : "false", &error),
                          error);
}

static void
add_numbered (BarnProfileDialog *self,
              GtkWidget         *group,
              const char        *nick)
{
  AdwActionRow *row = ADW_ACTION_ROW (g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Numbered headings"), NULL));
  GtkWidget *number = g_object_new (GTK_TYPE_SWITCH,
                                    "active", barn_profile_get_flag (barn_plan_file_get_profile (self->file), nick, "numbered_headings"),
                                    "sensitive", !barn_plan_file_get_read_only (self->file),
                                    "valign", GTK_ALIGN_CENTER,
                                    NULL);

  barn_ui_set_name (number, _("Numbered headings"));
  adw_action_row_add_suffix (row, number);
  adw_action_row_set_activatable_widget (row, number);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  g_signal_connect (number, "notify::active", G_CALLBACK (on_numbered), self);
}

/* What stands in a list of its own, or is no text */
static gboolean
is_apart (const char *key,
          char      **parts)
{
  static const char *const apart[] = { "parts", "numbered_headings", "title", "subject", "footer", NULL };

  return g_strv_contains (apart, key) || g_strv_contains ((const char *const *) parts, key);
}

static void
create_paper (BarnProfileDialog *self,
              GtkWidget         *box,
              BarnPaper          paper)
{
  const char *nick = barn_paper_to_nick (paper);
  GtkWidget *group = add_group (box, barn_paper_get_label (paper),
                                _("An empty field keeps the words that stand in it. What stands in braces, such as {year}, is filled in."));
  GtkWidget *others = adw_expander_row_new ();
  g_auto (GStrv) keys = barn_profile_list_keys (nick);
  g_auto (GStrv) parts = barn_profile_dup_list (barn_profile_get_default (), nick, "parts");

  add_named (self, group, nick, "title", _("Title"));
  add_named (self, group, nick, "subject", _("Line under the title"));
  add_named (self, group, nick, "footer", _("At the foot of each page"));
  if (g_strv_contains ((const char *const *) keys, "numbered_headings"))
    add_numbered (self, group, nick);

  group = add_group (box, _("Parts and Headings"), _("A part is moved with its arrows, with Alt and an arrow key, or with the mouse."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), barn_profile_parts_new (self->file, paper));

  group = add_group (box, NULL, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (others), _("Other headings and words"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), others);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *words = barn_profile_dup_text (barn_profile_get_default (), nick, keys[i]);

      if (!is_apart (keys[i], parts) && *words != '\0')
        adw_expander_row_add_row (ADW_EXPANDER_ROW (others), barn_profile_row_new (self->file, nick, keys[i], words));
    }
}

static void
show_page (BarnProfileDialog *self,
           int                page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  g_ptr_array_set_size (self->bindings, 0);
  adw_bin_set_child (self->page, NULL);
  if (page == PAGE_LOOK)
    create_look (self, box);
  else if (page == PAGE_WORDS)
    create_words (self, box);
  else
    create_paper (self, box, (BarnPaper) (page - PAGE_PAPERS));

  adw_bin_set_child (self->page, box);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* ---- Actions ---- */

static int
get_page (BarnProfileDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : PAGE_LOOK;
}

/* The keyboard begins in the list */
static void
choose_page (BarnProfileDialog *self,
             int                page)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, page);

  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
say (BarnProfileDialog *self,
     const char        *sentence)
{
  gtk_label_set_label (self->notice, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), *sentence != '\0');
}

static void
update (BarnProfileDialog *self)
{
  const char *fault = barn_plan_file_get_profile_fault (self->file);
  const gboolean can_edit = !barn_plan_file_get_read_only (self->file);

  say (self, fault != NULL ? fault : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profile.import", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profile.export", fault == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profile.reset-page", can_edit && fault == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profile.reset", can_edit);
}

static void
on_file_changed (BarnProfileDialog *self)
{
  update (self);
}

static void
on_import_chosen (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (BarnProfileDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = barn_choose_finish (result, &error);

  if (self->file == NULL)
    return;

  if (file != NULL && barn_plan_file_import_profile (self->file, file, &error))
    show_page (self, get_page (self));
  else
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
on_import (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  barn_choose_open (GTK_WINDOW (widget), _("Take Wording from a Profile"), BARN_CHOOSE_ANY, on_import_chosen, g_object_ref (widget));
}

static void
on_export_chosen (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (BarnProfileDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = barn_choose_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (self->file == NULL)
    return;

  if (file == NULL || !barn_plan_file_export_profile (self->file, file, &error))
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return;
    }

  name = g_file_get_parse_name (file);
  sentence = g_strdup_printf (_("The wording was saved as “%s”. Others take it in from the same menu."), name);
  say (self, sentence);
}

static void
on_export (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BarnProfileDialog *self = BARN_PROFILE_DIALOG (widget);

  if (barn_field_binding_save_all (self->file))
    barn_choose_save (GTK_WINDOW (widget), _("Save Wording as a Profile"), BARN_CHOOSE_ANY, _("documents.profile"), NULL, on_export_chosen,
                      g_object_ref (widget));
}

static void
on_reset_page (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BarnProfileDialog *self = BARN_PROFILE_DIALOG (widget);
  BarnProfile *profile = barn_plan_file_get_profile (self->file);
  const int page = get_page (self);
  g_autoptr (BarnProfile) half = NULL;
  BarnProfile *changed;

  if (page == PAGE_WORDS)
    {
      half = barn_profile_without_group (profile, "status");
      changed = barn_profile_without_group (half, "role");
    }
  else
    changed = barn_profile_without_group (profile, page == PAGE_LOOK ? "look" : barn_paper_to_nick ((BarnPaper) (page - PAGE_PAPERS)));

  if (barn_profile_row_store (widget, self->file, changed, NULL))
    show_page (self, page);
}

static void
on_reset (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  BarnProfileDialog *self = BARN_PROFILE_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (barn_plan_file_set_profile (self->file, NULL, NULL, &error))
    show_page (self, get_page (self));
  else
    barn_ui_report_error (widget, error);
}

/* The window behind says what goes wrong where no dialog stands before it; here it is said in the dialog */
static void
on_report_error (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  say (BARN_PROFILE_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static void
on_row_selected (BarnProfileDialog *self,
                 GtkListBoxRow     *row)
{
  if (row != NULL && self->file != NULL)
    show_page (self, gtk_list_box_row_get_index (row));
}

static gboolean
barn_profile_dialog_close_request (GtkWindow *window)
{
  BarnProfileDialog *self = BARN_PROFILE_DIALOG (window);

  if (!barn_field_binding_save_all (self->file))
    return TRUE;

  return GTK_WINDOW_CLASS (barn_profile_dialog_parent_class)->close_request (window);
}

static void
barn_profile_dialog_dispose (GObject *object)
{
  BarnProfileDialog *self = BARN_PROFILE_DIALOG (object);

  if (self->page != NULL)
    adw_bin_set_child (self->page, NULL);
  self->page = NULL;
  g_clear_pointer (&self->bindings, g_ptr_array_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (barn_profile_dialog_parent_class)->dispose (object);
}

static void
barn_profile_dialog_class_init (BarnProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_profile_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = barn_profile_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnProfileDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BarnProfileDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, BarnProfileDialog, page);
  gtk_widget_class_bind_template_child (widget_class, BarnProfileDialog, notice);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);

  gtk_widget_class_install_action (widget_class, "profile.import", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "profile.export", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "profile.reset-page", NULL, on_reset_page);
  gtk_widget_class_install_action (widget_class, "profile.reset", NULL, on_reset);
  gtk_widget_class_install_action (widget_class, "win.report-error", "s", on_report_error);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_entry (BarnProfileDialog *self,
           const char        *label)
{
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0f, "wrap", TRUE, NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  gtk_list_box_append (self->list, row);
  barn_ui_set_name (row, label);
}

static void
barn_profile_dialog_init (BarnProfileDialog *self)
{
  self->bindings = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
  add_entry (self, _("Sender and looks"));
  add_entry (self, _("Statuses and roles"));
  for (guint paper = 0; paper < BARN_N_PAPERS; paper++)
    add_entry (self, barn_paper_get_label ((BarnPaper) paper));
}

/**
 * barn_profile_dialog_new:
 * @parent: the window to stand before
 * @file: the open plan file
 *
 * Returns: (transfer none): a new dialog, owned by GTK until it is closed
 */
GtkWidget *
barn_profile_dialog_new (GtkWindow    *parent,
                         BarnPlanFile *file)
{
  BarnProfileDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);

  self = g_object_new (BARN_TYPE_PROFILE_DIALOG, "transient-for", parent, NULL);
  g_set_object (&self->file, file);
  g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
  update (self);
  choose_page (self, PAGE_LOOK);

  return GTK_WIDGET (self);
}

/**
 * barn_profile_dialog_show_paper:
 * @self: a dialog
 * @paper: a kind of document
 *
 * Shows the parts and words of a kind of document.
 */
void
barn_profile_dialog_show_paper (BarnProfileDialog *self,
                                BarnPaper          paper)
{
  g_return_if_fail (BARN_IS_PROFILE_DIALOG (self));
  g_return_if_fail ((guint) paper < BARN_N_PAPERS);

  choose_page (self, PAGE_PAPERS + (int) paper);
}
