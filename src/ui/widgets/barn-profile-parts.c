/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-profile-parts"

#include "config.h"

#include "barn-profile-parts.h"

#include <glib/gi18n-lib.h>

#include "barn-plan-file-profile.h"
#include "barn-profile-row.h"
#include "barn-row-drag.h"
#include "barn-ui.h"

/* Of a row: the part that it is about, a GtkStringObject */
#define PART "barn-part"

struct _BarnProfileParts
{
  AdwBin        parent_instance;

  GtkListBox   *list;
  BarnPlanFile *file;
  const char   *group;
  GPtrArray    *rows;      /* (element-type GtkWidget): as they stand */
  gboolean      showing;
};

G_DEFINE_FINAL_TYPE (BarnProfileParts, barn_profile_parts, ADW_TYPE_BIN)

/* The parts that have no heading in the document */
static const struct
{
  const char *part;
  const char *label;
} unheaded[] = {
  { "front", N_("Sender, register number and date") },
  { "contents", N_("Table of contents") },
  { "numbers", N_("Large numbers") },
};

static char *
dup_label (BarnProfileParts *self,
           const char       *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (unheaded); i++)
    if (g_str_equal (unheaded[i].part, part))
      return g_strdup (_(unheaded[i].label));

  return barn_profile_dup_text (barn_profile_get_default (), self->group, part);
}

static const char *
get_part (GtkWidget *row)
{
  return gtk_string_object_get_string (g_object_get_data (G_OBJECT (row), PART));
}

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "check");
}

static gboolean
can_edit (BarnProfileParts *self)
{
  return !barn_plan_file_get_read_only (self->file) && barn_plan_file_get_profile_fault (self->file) == NULL;
}

static char **
dup_chosen (BarnProfileParts *self)
{
  return barn_profile_dup_list (barn_plan_file_get_profile (self->file), self->group, "parts");
}

/* Those of the document in their order, then the others in that of the built-in profile */
static GPtrArray *
list_parts (BarnProfileParts *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) chosen = dup_chosen (self);
  g_auto (GStrv) all = barn_profile_dup_list (barn_profile_get_default (), self->group, "parts");

  for (guint i = 0; chosen[i] != NULL; i++)
    g_ptr_array_add (parts, g_strdup (chosen[i]));
  for (guint i = 0; all[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) chosen, all[i]))
      g_ptr_array_add (parts, g_strdup (all[i]));

  return parts;
}

static GtkWidget *
find_row (BarnProfileParts *self,
          const char       *part)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (get_part (self->rows->pdata[i]), part))
      return self->rows->pdata[i];

  return NULL;
}

static gboolean
is_in_order (BarnProfileParts *self,
             GPtrArray        *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (!g_str_equal (get_part (self->rows->pdata[i]), parts->pdata[i]))
      return FALSE;

  return TRUE;
}

/* The rows themselves stay, and so does the keyboard in the one that it was in */
static void
put_in_order (BarnProfileParts *self,
              GPtrArray        *parts)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean inside = focused != NULL && gtk_widget_is_ancestor (focused, GTK_WIDGET (self->list));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (rows, g_object_ref (find_row (self, parts->pdata[i])));
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_remove (self->list, rows->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      gtk_list_box_append (self->list, rows->pdata[i]);
      self->rows->pdata[i] = rows->pdata[i];
    }
  if (inside)
    gtk_widget_grab_focus (focused);
}

static void
show (BarnProfileParts *self)
{
  g_auto (GStrv) chosen = dup_chosen (self);
  g_autoptr (GPtrArray) parts = list_parts (self);
  const guint n_chosen = g_strv_length (chosen);

  self->showing = TRUE;
  if (!is_in_order (self, parts))
    put_in_order (self, parts);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      const gboolean there = g_strv_contains ((const char *const *) chosen, get_part (row));

      gtk_check_button_set_active (get_check (row), there);
      gtk_widget_set_sensitive (GTK_WIDGET (get_check (row)), can_edit (self));
      gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (row), "up"), can_edit (self) && there && i > 0);
      gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (row), "down"), can_edit (self) && there && i + 1 < n_chosen);
    }
  self->showing = FALSE;
}

/* Takes @parts */
static gboolean
store (BarnProfileParts *self,
       GPtrArray        *parts)
{
  g_autoptr (GPtrArray) list = parts;
  GError *error = NULL;
  BarnProfile *changed;
  gboolean stored;

  g_ptr_array_add (list, NULL);
  changed = barn_profile_with_parts (barn_plan_file_get_profile (self->file), self->group, (const char *const *) list->pdata, &error);
  stored = barn_profile_row_store (GTK_WIDGET (self), self->file, changed, error);
  show (self);

  return stored;
}

static gboolean
move (BarnProfileParts *self,
      const char       *part,
      guint             place)
{
  g_auto (GStrv) chosen = dup_chosen (self);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; chosen[i] != NULL; i++)
    if (!g_str_equal (chosen[i], part))
      g_ptr_array_add (parts, g_strdup (chosen[i]));
  g_ptr_array_insert (parts, (int) MIN (place, parts->len), g_strdup (part));

  return store (self, parts);
}

/* Up or down among the parts that the document has */
static void
step (BarnProfileParts *self,
      GtkWidget        *row,
      int               by)
{
  g_auto (GStrv) chosen = dup_chosen (self);
  const int n = (int) g_strv_length (chosen);
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (!can_edit (self) || place >= n || place + by < 0 || place + by >= n)
    return;

  move (self, get_part (row), (guint) (place + by));
}

static void
on_toggled (GtkCheckButton *check,
            gpointer        user_data)
{
  GtkWidget *row = user_data;
  BarnProfileParts *self = BARN_PROFILE_PARTS (gtk_widget_get_ancestor (row, BARN_TYPE_PROFILE_PARTS));
  g_auto (GStrv) chosen = NULL;
  GPtrArray *parts;

  if (self->showing)
    return;

  chosen = dup_chosen (self);
  parts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; chosen[i] != NULL; i++)
    if (!g_str_equal (chosen[i], get_part (row)))
      g_ptr_array_add (parts, g_strdup (chosen[i]));
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (parts, g_strdup (get_part (row)));
  store (self, parts);
}

static void
on_step (GtkButton *button,
         gpointer   user_data)
{
  GtkWidget *row = user_data;

  step (BARN_PROFILE_PARTS (gtk_widget_get_ancestor (row, BARN_TYPE_PROFILE_PARTS)), row,
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "by")));
}

/* Alt+Up and Alt+Down wherever the keyboard is in a row */
static void
on_move (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BarnProfileParts *self = BARN_PROFILE_PARTS (widget);
  GtkWidget *focused = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focused != NULL ? gtk_widget_get_ancestor (focused, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row != NULL && gtk_widget_get_parent (row) == GTK_WIDGET (self->list))
    step (self, row, g_variant_get_int32 (parameter));
}

/* The mouse */

static gpointer
get_dragged (GtkWidget *page,
             GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), PART);
}

static gboolean
is_chosen (GtkWidget *page,
           gpointer   part)
{
  BarnProfileParts *self = BARN_PROFILE_PARTS (page);
  g_auto (GStrv) chosen = dup_chosen (self);

  return can_edit (self) && g_strv_contains ((const char *const *) chosen, gtk_string_object_get_string (part));
}

static gboolean
can_drop (GtkWidget *page,
          gpointer   dragged,
          gpointer   on)
{
  return is_chosen (page, on);
}

static gboolean
drop (GtkWidget *page,
      gpointer   dragged,
      gpointer   on,
      gboolean   after)
{
  BarnProfileParts *self = BARN_PROFILE_PARTS (page);
  const char *part = gtk_string_object_get_string (dragged);
  int from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (self, part)));
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (self, gtk_string_object_get_string (on)))) + after;

  if (place > from)
    place--;

  return place != from && move (self, part, (guint) place);
}

static const BarnRowDrag row_drag = { gtk_string_object_get_type, get_dragged, is_chosen, can_drop, drop };

/* Rows */

static GtkWidget *
create_button (GtkWidget  *row,
               const char *icon,
               const char *format,
               const char *label,
               int         by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strconcat (format, ": ", label, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, format);
  barn_ui_set_name (button, name);
  g_object_set_data (G_OBJECT (button), "by", GINT_TO_POINTER (by));
  g_signal_connect (button, "clicked", G_CALLBACK (on_step), row);

  return button;
}

static GtkWidget *
create_row (BarnProfileParts *self,
            const char       *part)
{
  g_autofree char *label = dup_label (self, part);
  g_autoptr (GtkStringObject) held = gtk_string_object_new (part);
  g_autofree char *heading = barn_profile_dup_text (barn_profile_get_default (), self->group, part);
  const gboolean headed = *heading != '\0';
  GtkWidget *row = headed ? barn_profile_row_new (self->file, self->group, part, label)
                          : g_object_new (ADW_TYPE_ACTION_ROW, "title", label, "use-markup", FALSE, NULL);
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: a part of a document, and whether the document has it */
  g_autofree char *name = g_strdup_printf (_("Include: %s"), label);
  GtkWidget *up = create_button (row, "go-up-symbolic", _("Move up"), label, -1);
  GtkWidget *down = create_button (row, "go-down-symbolic", _("Move down"), label, 1);

  barn_ui_set_name (check, name);
  gtk_widget_set_tooltip_text (check, _("Include in the document"));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), row);
  if (headed)
    {
      adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), check);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), up);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), down);
    }
  else
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), up);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), down);
    }

  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data (G_OBJECT (row), "up", up);
  g_object_set_data (G_OBJECT (row), "down", down);
  g_object_set_data_full (G_OBJECT (row), PART, g_steal_pointer (&held), g_object_unref);
  barn_row_drag_add (row, GTK_WIDGET (self), &row_drag);

  return row;
}

static void
barn_profile_parts_dispose (GObject *object)
{
  BarnProfileParts *self = BARN_PROFILE_PARTS (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (barn_profile_parts_parent_class)->dispose (object);
}

static void
barn_profile_parts_class_init (BarnProfilePartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_profile_parts_dispose;

  gtk_widget_class_install_action (widget_class, "parts.move", "i", on_move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "parts.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "parts.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "parts.move", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "parts.move", "i", 1);
}

static void
barn_profile_parts_init (BarnProfileParts *self)
{
  self->rows = g_ptr_array_new ();
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  barn_ui_set_name (GTK_WIDGET (self->list), _("Parts of the document"));
}

/**
 * barn_profile_parts_new:
 * @file: the open plan file
 * @paper: a kind of document
 *
 * Returns: (transfer floating): the parts of its documents
 */
GtkWidget *
barn_profile_parts_new (BarnPlanFile *file,
                        BarnPaper     paper)
{
  BarnProfileParts *self;
  g_autoptr (GPtrArray) parts = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);

  self = g_object_new (BARN_TYPE_PROFILE_PARTS, NULL);
  g_set_object (&self->file, file);
  self->group = barn_paper_to_nick (paper);
  parts = list_parts (self);
  for (guint i = 0; i < parts->len; i++)
    {
      GtkWidget *row = create_row (self, parts->pdata[i]);

      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
  show (self);
  g_signal_connect_object (file, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
