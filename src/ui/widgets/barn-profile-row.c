/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-profile-row"

#include "config.h"

#include "barn-profile-row.h"

#include <glib/gi18n-lib.h>

#include "barn-field-binding.h"
#include "barn-plan-file-profile.h"
#include "barn-text.h"
#include "barn-ui.h"

struct _BarnProfileRow
{
  AdwEntryRow       parent_instance;

  GtkWidget        *reset;
  BarnPlanFile     *file;
  char             *group;
  char             *key;
  BarnFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (BarnProfileRow, barn_profile_row, ADW_TYPE_ENTRY_ROW)

static char *
load (gpointer user_data)
{
  BarnProfileRow *self = user_data;
  BarnProfile *profile = barn_plan_file_get_profile (self->file);

  return barn_profile_is_own (profile, self->group, self->key) ? barn_profile_dup_text (profile, self->group, self->key) : g_strdup ("");
}

static gboolean
save (const char  *before,
      const char  *text,
      const char  *run,
      gpointer     user_data,
      GError     **error)
{
  BarnProfileRow *self = user_data;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (BarnProfile) changed = barn_profile_with_text (barn_plan_file_get_profile (self->file), self->group, self->key,
                                                           *trimmed != '\0' ? trimmed : NULL, error);

  return changed != NULL && barn_plan_file_set_profile (self->file, changed, run, error);
}

static void
on_text_changed (BarnProfileRow *self)
{
  gtk_widget_set_visible (self->reset, *gtk_editable_get_text (GTK_EDITABLE (self)) != '\0' && gtk_editable_get_editable (GTK_EDITABLE (self)));
}

static void
on_reset (BarnProfileRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self), "");
  barn_field_binding_save (self->binding);
}

static void
barn_profile_row_dispose (GObject *object)
{
  BarnProfileRow *self = BARN_PROFILE_ROW (object);

  g_clear_object (&self->binding);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (barn_profile_row_parent_class)->dispose (object);
}

static void
barn_profile_row_finalize (GObject *object)
{
  BarnProfileRow *self = BARN_PROFILE_ROW (object);

  g_free (self->group);
  g_free (self->key);

  G_OBJECT_CLASS (barn_profile_row_parent_class)->finalize (object);
}

static void
barn_profile_row_class_init (BarnProfileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = barn_profile_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = barn_profile_row_finalize;
}

static void
barn_profile_row_init (BarnProfileRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->reset = g_object_new (GTK_TYPE_BUTTON,
                              "icon-name", "edit-clear-symbolic",
                              "tooltip-text", _("Back to the built-in words"),
                              "valign", GTK_ALIGN_CENTER,
                              "visible", FALSE,
                              NULL);
  gtk_widget_add_css_class (self->reset, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->reset);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (on_reset), self);
  g_signal_connect (self, "changed", G_CALLBACK (on_text_changed), NULL);
}

/**
 * barn_profile_row_new:
 * @file: the open plan file
 * @group: a group of its profile
 * @key: a key in it
 * @title: what the built-in profile says, or what the text is
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
barn_profile_row_new (BarnPlanFile *file,
                      const char   *group,
                      const char   *key,
                      const char   *title)
{
  BarnProfileRow *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (group != NULL && key != NULL && title != NULL, NULL);

  self = g_object_new (BARN_TYPE_PROFILE_ROW, "title", title, NULL);
  g_set_object (&self->file, file);
  self->group = g_strdup (group);
  self->key = g_strdup (key);
  /* Translators: a button beside a text of the documents, which is named */
  name = g_strdup_printf (_("Back to the built-in words: %s"), title);
  barn_ui_set_name (self->reset, name);

  self->binding = barn_field_binding_new_editable (GTK_EDITABLE (self));
  barn_field_binding_set_custom (self->binding, file, key, load, save, self, NULL);
  if (barn_plan_file_get_read_only (file) || barn_plan_file_get_profile_fault (file) != NULL)
    gtk_editable_set_editable (GTK_EDITABLE (self), FALSE);

  return GTK_WIDGET (self);
}

/**
 * barn_profile_row_get_key:
 * @self: a row
 *
 * Returns: the key of the profile that it edits
 */
const char *
barn_profile_row_get_key (BarnProfileRow *self)
{
  g_return_val_if_fail (BARN_IS_PROFILE_ROW (self), NULL);

  return self->key;
}

/**
 * barn_profile_row_store:
 * @from: where a person changed something
 * @file: the open plan file
 * @changed: (nullable) (transfer full): the profile as it is to be
 * @error: (nullable) (transfer full): why there is none
 *
 * Keeps a changed profile, or says in the window of @from why not.
 *
 * Returns: whether it is kept
 */
gboolean
barn_profile_row_store (GtkWidget    *from,
                        BarnPlanFile *file,
                        BarnProfile  *changed,
                        GError       *error)
{
  g_autoptr (BarnProfile) profile = changed;
  g_autoptr (GError) fault = error;

  g_return_val_if_fail (GTK_IS_WIDGET (from), FALSE);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), FALSE);

  if (profile != NULL && barn_plan_file_set_profile (file, profile, NULL, &fault))
    return TRUE;

  barn_ui_report_error (from, fault);
  return FALSE;
}
