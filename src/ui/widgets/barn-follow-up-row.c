/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-follow-up-row"

#include "config.h"

#include "barn-follow-up-row.h"

#include <glib/gi18n-lib.h>

#include "barn-date-entry.h"
#include "barn-field-binding.h"
#include "barn-status-icon.h"
#include "barn-status-toggles.h"
#include "barn-text.h"
#include "barn-ui.h"

struct _BarnFollowUpRow
{
  AdwBin             parent_instance;

  GtkStack          *stack;
  BarnStatusIcon    *status;
  GtkLabel          *when;
  GtkWidget         *edit;
  GtkWidget         *delete;
  GtkLabel          *comment;
  GtkWidget         *effect_heading;
  GtkLabel          *effect;

  BarnStatusToggles *edit_status;
  BarnDateEntry     *edit_day;
  GtkTextView       *edit_comment;
  GtkTextView       *edit_effect;

  BarnPlanFile      *file;
  BarnFollowUp      *follow_up;
  BarnFieldBinding  *bindings[2];
};

G_DEFINE_FINAL_TYPE (BarnFollowUpRow, barn_follow_up_row, ADW_TYPE_BIN)

static void
name_parts (BarnFollowUpRow *self,
            const char      *day)
{
  g_autofree char *edit = g_strdup_printf (_("Edit the follow-up of %s"), day);
  g_autofree char *delete = g_strdup_printf (_("Delete the follow-up of %s"), day);

  barn_ui_set_name (self->edit, edit);
  barn_ui_set_name (self->delete, delete);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), !barn_text_is_blank (text));
}

static void
update (BarnFollowUpRow *self)
{
  BarnFollowUp *follow_up = self->follow_up;
  g_autofree char *day = barn_ui_format_day (barn_follow_up_get_day (follow_up));
  const char *author = barn_follow_up_get_author (follow_up);
  g_autofree char *when = barn_text_is_blank (author) ? g_strdup (day)
    /* Translators: when a follow-up was made, and by whom */
    : g_strdup_printf (_("%s · %s"), day, author);

  barn_status_icon_set_status (self->status, barn_follow_up_get_status (follow_up));
  gtk_label_set_label (self->when, when);
  show_text (self->comment, barn_follow_up_get_comment (follow_up));
  show_text (self->effect, barn_follow_up_get_effect (follow_up));
  gtk_widget_set_visible (self->effect_heading, gtk_widget_get_visible (GTK_WIDGET (self->effect)));
  name_parts (self, day);

  barn_status_toggles_set_status (self->edit_status, barn_follow_up_get_status (follow_up));
  barn_date_entry_set_day (self->edit_day, barn_follow_up_get_day (follow_up));
}

static void
set_field (BarnFollowUpRow *self,
           const char      *field,
           const GValue    *value)
{
  g_autoptr (GError) error = NULL;

  if (!barn_plan_file_set (self->file, BARN_ITEM (self->follow_up), field, NULL, value, NULL, &error))
    barn_ui_report_error (GTK_WIDGET (self), error);
  update (self);
}

static void
on_status_chosen (BarnFollowUpRow *self,
                  BarnStatus       status)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, BARN_TYPE_STATUS);
  g_value_set_enum (&value, (int) status);
  set_field (self, "status", &value);
}

static void
on_day_edited (BarnFollowUpRow *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, barn_date_entry_get_day (self->edit_day));
  set_field (self, "day", &value);
}

static void
on_edit_clicked (BarnFollowUpRow *self)
{
  if (self->bindings[0] == NULL)
    {
      self->bindings[0] = barn_field_binding_new_buffer (self->edit_comment);
      self->bindings[1] = barn_field_binding_new_buffer (self->edit_effect);
    }
  /* Before they are filled: a text view that is filled out of sight keeps the height of one line */
  gtk_stack_set_visible_child_name (self->stack, "edit");
  barn_field_binding_set_item (self->bindings[0], self->file, BARN_ITEM (self->follow_up), "comment");
  barn_field_binding_set_item (self->bindings[1], self->file, BARN_ITEM (self->follow_up), "effect");
  gtk_widget_grab_focus (GTK_WIDGET (self->edit_comment));
}

static void
on_done_clicked (BarnFollowUpRow *self)
{
  if (!barn_date_entry_commit (self->edit_day))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->bindings); i++)
    if (!barn_field_binding_save (self->bindings[i]))
      return;

  gtk_stack_set_visible_child_name (self->stack, "read");
  gtk_widget_grab_focus (self->edit);
}

static void
on_delete_clicked (BarnFollowUpRow *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (BarnFollowUpRow) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, self->follow_up);
  /* The row goes with its follow-up; what held the focus before gets it back */
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_BACKWARD);
  if (!barn_plan_file_delete (self->file, items, &error))
    barn_ui_report_error (GTK_WIDGET (kept), error);
}

static void
on_read_only_changed (BarnFollowUpRow *self)
{
  gboolean read_only = barn_plan_file_get_read_only (self->file);

  gtk_widget_set_visible (self->edit, !read_only);
  gtk_widget_set_visible (self->delete, !read_only);
}

static gboolean
on_edit_key_pressed (GtkEventControllerKey *controller,
                     guint                  keyval,
                     guint                  keycode,
                     GdkModifierType        state,
                     BarnFollowUpRow       *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval != GDK_KEY_Escape && !(enter && (state & GDK_CONTROL_MASK) != 0))
    return GDK_EVENT_PROPAGATE;

  on_done_clicked (self);

  return GDK_EVENT_STOP;
}

static void
barn_follow_up_row_dispose (GObject *object)
{
  BarnFollowUpRow *self = BARN_FOLLOW_UP_ROW (object);

  g_clear_object (&self->bindings[0]);
  g_clear_object (&self->bindings[1]);
  g_clear_object (&self->follow_up);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (barn_follow_up_row_parent_class)->dispose (object);
}

static void
barn_follow_up_row_class_init (BarnFollowUpRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_follow_up_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-follow-up-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, status);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, when);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, edit);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, delete);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, comment);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, effect_heading);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, effect);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, edit_status);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, edit_day);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, edit_comment);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpRow, edit_effect);
  gtk_widget_class_bind_template_callback (widget_class, on_status_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_day_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_key_pressed);
}

static void
barn_follow_up_row_init (BarnFollowUpRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_follow_up_row_new:
 * @file: the plan file
 * @follow_up: one of its follow-ups
 *
 * Returns: (transfer full): a new row, floating
 */
GtkWidget *
barn_follow_up_row_new (BarnPlanFile *file,
                        BarnFollowUp *follow_up)
{
  BarnFollowUpRow *self;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (follow_up), NULL);

  self = g_object_new (BARN_TYPE_FOLLOW_UP_ROW, NULL);
  self->file = g_object_ref (file);
  self->follow_up = g_object_ref (follow_up);
  g_signal_connect_object (follow_up, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::read-only", G_CALLBACK (on_read_only_changed), self, G_CONNECT_SWAPPED);
  update (self);
  on_read_only_changed (self);

  return GTK_WIDGET (self);
}

/**
 * barn_follow_up_row_get_follow_up:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
BarnFollowUp *
barn_follow_up_row_get_follow_up (BarnFollowUpRow *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP_ROW (self), NULL);

  return self->follow_up;
}
