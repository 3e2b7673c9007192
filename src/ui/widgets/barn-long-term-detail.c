/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-long-term-detail"

#include "config.h"

#include "barn-long-term-detail.h"

#include "barn-detail-fields.h"
#include "barn-field-binding.h"
#include "barn-history-list.h"
#include "barn-ui.h"

struct _BarnLongTermDetail
{
  AdwBin            parent_instance;

  GtkTextView      *title;
  GtkTextView      *description;
  GtkWidget        *take_in;
  GtkWidget        *became;
  GtkListBox       *activity;
  BarnHistoryList  *history;

  BarnFieldBinding *title_binding;
  BarnFieldBinding *description_binding;
  BarnPlanFile     *file;
  BarnPlan         *plan;
  BarnLongTerm     *item;
};

G_DEFINE_FINAL_TYPE (BarnLongTermDetail, barn_long_term_detail, ADW_TYPE_BIN)

static void
show_activity (BarnLongTermDetail *self)
{
  BarnItem *activity = NULL;
  const char *id;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->activity))) != NULL)
    gtk_list_box_remove (self->activity, child);
  if (self->item == NULL)
    return;

  id = barn_long_term_get_activity (self->item);
  if (id != NULL)
    activity = barn_model_lookup (barn_plan_file_get_model (self->file), id);
  if (activity != NULL)
    gtk_list_box_append (self->activity, barn_detail_create_link (BARN_ACTIVITY (activity)));
  gtk_widget_set_visible (self->became, activity != NULL);
  gtk_widget_set_visible (self->take_in, activity == NULL && !barn_plan_file_get_read_only (self->file));
}

static void
on_file_changed (BarnLongTermDetail *self)
{
  show_activity (self);
}

static void
on_take_in_clicked (BarnLongTermDetail *self)
{
  g_autoptr (GError) error = NULL;

  if (!barn_field_binding_save (self->title_binding) || !barn_field_binding_save (self->description_binding))
    return;
  if (barn_plan_file_take_in (self->file, self->item, self->plan, &error) == NULL)
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
drop_item (BarnLongTermDetail *self)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, on_file_changed, self);
  g_clear_object (&self->item);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);
}

static void
barn_long_term_detail_dispose (GObject *object)
{
  BarnLongTermDetail *self = BARN_LONG_TERM_DETAIL (object);

  g_clear_object (&self->title_binding);
  g_clear_object (&self->description_binding);
  drop_item (self);

  G_OBJECT_CLASS (barn_long_term_detail_parent_class)->dispose (object);
}

static void
barn_long_term_detail_class_init (BarnLongTermDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_long_term_detail_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-long-term-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnLongTermDetail, title);
  gtk_widget_class_bind_template_child (widget_class, BarnLongTermDetail, description);
  gtk_widget_class_bind_template_child (widget_class, BarnLongTermDetail, take_in);
  gtk_widget_class_bind_template_child (widget_class, BarnLongTermDetail, became);
  gtk_widget_class_bind_template_child (widget_class, BarnLongTermDetail, activity);
  gtk_widget_class_bind_template_child (widget_class, BarnLongTermDetail, history);
  gtk_widget_class_bind_template_callback (widget_class, on_take_in_clicked);
}

static void
barn_long_term_detail_init (BarnLongTermDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  barn_detail_make_single_line (self->title);
  barn_detail_connect_links (self->activity);
  self->title_binding = barn_field_binding_new_buffer (self->title);
  self->description_binding = barn_field_binding_new_buffer (self->description);
}

/**
 * barn_long_term_detail_set_item:
 * @self: the detail
 * @file: (nullable): the plan file
 * @plan: (nullable): the plan that it would be taken into
 * @item: (nullable): what to show
 *
 * Shows another one. What was typed about the one before is saved first.
 */
void
barn_long_term_detail_set_item (BarnLongTermDetail *self,
                                BarnPlanFile       *file,
                                BarnPlan           *plan,
                                BarnLongTerm       *item)
{
  g_return_if_fail (BARN_IS_LONG_TERM_DETAIL (self));
  g_return_if_fail (item == NULL || (BARN_IS_PLAN_FILE (file) && BARN_IS_PLAN (plan)));

  if (self->item == item && self->file == file)
    return;

  drop_item (self);
  if (item != NULL)
    {
      self->file = g_object_ref (file);
      self->plan = g_object_ref (plan);
      self->item = g_object_ref (item);
      g_signal_connect_swapped (file, "changed", G_CALLBACK (on_file_changed), self);
    }
  barn_field_binding_set_item (self->title_binding, file, (BarnItem *) item, "title");
  barn_field_binding_set_item (self->description_binding, file, (BarnItem *) item, "description");
  barn_history_list_set_item (self->history, file, (BarnItem *) item);
  show_activity (self);
}

/**
 * barn_long_term_detail_edit_title:
 * @self: the detail
 *
 * Gives the keyboard to the title of something that was added just now, and selects it.
 */
void
barn_long_term_detail_edit_title (BarnLongTermDetail *self)
{
  g_return_if_fail (BARN_IS_LONG_TERM_DETAIL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  g_signal_emit_by_name (self->title, "select-all", TRUE);
  barn_field_binding_set_added (self->title_binding);
}
