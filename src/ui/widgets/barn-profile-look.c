/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-profile-look"

#include "config.h"

#include "barn-profile-look.h"

#include <glib/gi18n-lib.h>

#include "barn-choose.h"
#include "barn-plan-file-profile.h"
#include "barn-profile-row.h"
#include "barn-text.h"
#include "barn-ui.h"

#define LOGO_HEIGHT 64

struct _BarnProfileLook
{
  AdwBin         parent_instance;

  BarnPlanFile  *file;
  AdwActionRow  *logo_row;
  GtkPicture    *picture;
  GtkWidget     *choose;
  GtkWidget     *remove;
  GtkDropDown   *fonts;
  GtkStringList *names;    /* the first is the built-in one */
  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (BarnProfileLook, barn_profile_look, ADW_TYPE_BIN)

static gboolean
can_edit (BarnProfileLook *self)
{
  return !barn_plan_file_get_read_only (self->file) && barn_plan_file_get_profile_fault (self->file) == NULL;
}

static void
show_logo (BarnProfileLook *self)
{
  GBytes *logo = barn_profile_get_logo (barn_plan_file_get_profile (self->file));
  g_autoptr (GdkTexture) texture = logo != NULL ? gdk_texture_new_from_bytes (logo, NULL) : NULL;

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  gtk_widget_set_visible (self->remove, texture != NULL);
  gtk_widget_set_sensitive (self->choose, can_edit (self));
  gtk_widget_set_sensitive (self->remove, can_edit (self));
  adw_action_row_set_subtitle (self->logo_row, texture != NULL ? _("Stands above the title of every document")
                                                              : _("None. PNG, JPEG or a plain SVG drawing"));
}

static guint
find_name (BarnProfileLook *self,
           const char      *font)
{
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (self->names)); i++)
    if (g_str_equal (gtk_string_list_get_string (self->names, i), font))
      return i;

  return 0;
}

/* One that is not on this computer stands in the list all the same, as it is what the documents ask for */
static void
show_font (BarnProfileLook *self)
{
  g_autofree char *font = barn_profile_dup_font (barn_plan_file_get_profile (self->file));
  guint place = find_name (self, font);

  if (*font != '\0' && place == 0)
    {
      gtk_string_list_append (self->names, font);
      place = g_list_model_get_n_items (G_LIST_MODEL (self->names)) - 1;
    }

  gtk_drop_down_set_selected (self->fonts, place);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fonts), can_edit (self));
}

static void
show (BarnProfileLook *self)
{
  self->showing = TRUE;
  show_logo (self);
  show_font (self);
  self->showing = FALSE;
}

static void
on_logo_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (BarnProfileLook) self = user_data;
  GError *error = NULL;
  g_autoptr (GFile) file = barn_choose_finish (result, &error);
  g_autoptr (GBytes) logo = NULL;
  BarnProfile *changed = NULL;

  /* The dialog may be gone meanwhile */
  if (self->file != NULL && file != NULL)
    logo = barn_picture_read_logo (file, &error);
  if (logo != NULL)
    changed = barn_profile_with_logo (barn_plan_file_get_profile (self->file), logo, &error);
  if (self->file != NULL)
    barn_profile_row_store (GTK_WIDGET (self), self->file, changed, error);
  else
    g_clear_error (&error);
}

static void
on_choose (BarnProfileLook *self)
{
  barn_choose_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Choose a Logo"), BARN_CHOOSE_ANY, on_logo_chosen, g_object_ref (self));
}

static void
on_remove (BarnProfileLook *self)
{
  GError *error = NULL;
  BarnProfile *changed = barn_profile_with_logo (barn_plan_file_get_profile (self->file), NULL, &error);

  gtk_widget_grab_focus (self->choose);
  barn_profile_row_store (GTK_WIDGET (self), self->file, changed, error);
}

static void
on_font_chosen (BarnProfileLook *self)
{
  const guint place = gtk_drop_down_get_selected (self->fonts);
  GError *error = NULL;
  BarnProfile *changed;

  if (self->showing || place == GTK_INVALID_LIST_POSITION)
    return;

  changed = barn_profile_with_text (barn_plan_file_get_profile (self->file), "look", "font",
                                    place > 0 ? gtk_string_list_get_string (self->names, place) : NULL, &error);
  barn_profile_row_store (GTK_WIDGET (self), self->file, changed, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *key_a = barn_collate_key (*(const char *const *) a);
  g_autofree char *key_b = barn_collate_key (*(const char *const *) b);

  return strcmp (key_a, key_b);
}

static GtkStringList *
list_fonts (GtkWidget *widget)
{
  PangoFontMap *map = pango_context_get_font_map (gtk_widget_get_pango_context (widget));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (map)); i++)
    {
      g_autoptr (PangoFontFamily) family = g_list_model_get_item (G_LIST_MODEL (map), i);

      if (barn_font_is_name (pango_font_family_get_name (family)))
        g_ptr_array_add (names, g_strdup (pango_font_family_get_name (family)));
    }
  g_ptr_array_sort (names, compare_names);

  gtk_string_list_append (list, _("Built-in (Calibri)"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (list, names->pdata[i]);

  return list;
}

static GtkWidget *
create_logo_group (BarnProfileLook *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Letterhead"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Above the title of every document. {organisation}, {board} and {municipality} are filled in."));

  self->logo_row = ADW_ACTION_ROW (g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Logo"), NULL));
  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), -1, LOGO_HEIGHT);
  gtk_widget_set_margin_top (GTK_WIDGET (self->picture), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->picture), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self->picture), "logo");
  gtk_picture_set_can_shrink (self->picture, TRUE);
  gtk_picture_set_alternative_text (self->picture, _("The logo"));
  self->choose = gtk_button_new_with_label (_("Choose…"));
  gtk_widget_set_valign (self->choose, GTK_ALIGN_CENTER);
  barn_ui_set_name (self->choose, _("Choose a Logo"));
  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->remove, _("Remove the logo"));
  barn_ui_set_name (self->remove, _("Remove the logo"));
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (on_choose), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (on_remove), self);
  adw_action_row_add_suffix (self->logo_row, GTK_WIDGET (self->picture));
  adw_action_row_add_suffix (self->logo_row, self->choose);
  adw_action_row_add_suffix (self->logo_row, self->remove);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->logo_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             barn_profile_row_new (self->file, "look", "logo_text", _("Text for those who do not see the logo")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             barn_profile_row_new (self->file, "look", "letterhead", _("Sender under the logo")));

  return group;
}

static GtkWidget *
create_font_group (BarnProfileLook *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  AdwActionRow *row = ADW_ACTION_ROW (g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Font"), "subtitle", _("Of all documents"), NULL));

  self->names = list_fonts (GTK_WIDGET (self));
  self->fonts = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->names)), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  gtk_drop_down_set_enable_search (self->fonts, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->fonts), GTK_ALIGN_CENTER);
  barn_ui_set_name (GTK_WIDGET (self->fonts), _("Font"));
  barn_ui_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->fonts)), _("Font"));
  adw_action_row_add_suffix (row, GTK_WIDGET (self->fonts));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  g_signal_connect_swapped (self->fonts, "notify::selected", G_CALLBACK (on_font_chosen), self);

  return group;
}

static void
barn_profile_look_dispose (GObject *object)
{
  BarnProfileLook *self = BARN_PROFILE_LOOK (object);

  g_clear_object (&self->names);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (barn_profile_look_parent_class)->dispose (object);
}

static void
barn_profile_look_class_init (BarnProfileLookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = barn_profile_look_dispose;
}

static void
barn_profile_look_init (BarnProfileLook *self)
{
}

/**
 * barn_profile_look_new:
 * @file: the open plan file
 *
 * Returns: (transfer floating): how its documents look
 */
GtkWidget *
barn_profile_look_new (BarnPlanFile *file)
{
  BarnProfileLook *self;
  GtkWidget *box;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);

  self = g_object_new (BARN_TYPE_PROFILE_LOOK, NULL);
  g_set_object (&self->file, file);
  self->showing = TRUE;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (GTK_BOX (box), create_logo_group (self));
  gtk_box_append (GTK_BOX (box), create_font_group (self));
  adw_bin_set_child (ADW_BIN (self), box);
  show (self);
  g_signal_connect_object (file, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
