/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-shift-detail"

#include "config.h"

#include "barn-shift-detail.h"

#include <glib/gi18n-lib.h>

#include "barn-detail-fields.h"
#include "barn-field-binding.h"
#include "barn-figures.h"
#include "barn-history-list.h"
#include "barn-indicator-list.h"
#include "barn-set-editor.h"
#include "barn-ui.h"

struct _BarnShiftDetail
{
  AdwBin            parent_instance;

  GtkLabel         *number;
  GtkTextView      *title;
  GtkTextView      *purpose;
  BarnSetEditor    *articles;
  GtkLabel         *progress;
  GtkListBox       *activities;
  BarnIndicatorList *indicators;
  BarnHistoryList  *history;

  BarnFieldBinding *title_binding;
  BarnFieldBinding *purpose_binding;
  BarnPlanFile     *file;
  BarnPlan         *plan;
  BarnShift        *shift;
};

G_DEFINE_FINAL_TYPE (BarnShiftDetail, barn_shift_detail, ADW_TYPE_BIN)

static void
show_activities (BarnShiftDetail *self)
{
  const char *id = barn_item_get_id (BARN_ITEM (self->shift));
  GListModel *activities = barn_plan_get_activities (self->plan);
  guint n_activities = g_list_model_get_n_items (activities);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->activities))) != NULL)
    gtk_list_box_remove (self->activities, child);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (barn_activity_has_shift (activity, id))
        gtk_list_box_append (self->activities, barn_detail_create_link (activity));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->activities),
                          gtk_widget_get_first_child (GTK_WIDGET (self->activities)) != NULL);
}

static void
show_figures (BarnShiftDetail *self)
{
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  BarnTally tally = { 0 };

  if (self->shift == NULL)
    return;

  number = g_strdup_printf (_("Shift %u"), barn_plan_get_shift_number (self->plan, self->shift));
  gtk_label_set_label (self->number, number);

  barn_tally_shift (&tally, self->plan, barn_item_get_id (BARN_ITEM (self->shift)), barn_clock_get_today ());
  if (tally.total == 0)
    words = g_strdup (_("No activity belongs to it yet"));
  else
    words = g_strdup_printf (ngettext ("%u of %u activity done", "%u of %u activities done", tally.total),
                             tally.by_status[BARN_STATUS_DONE], tally.total);
  gtk_label_set_label (self->progress, words);
  show_activities (self);
}

static void
on_file_changed (BarnShiftDetail *self)
{
  show_figures (self);
}

static void
drop_shift (BarnShiftDetail *self)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, on_file_changed, self);
  g_clear_object (&self->shift);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);
}

static void
barn_shift_detail_dispose (GObject *object)
{
  BarnShiftDetail *self = BARN_SHIFT_DETAIL (object);

  g_clear_object (&self->title_binding);
  g_clear_object (&self->purpose_binding);
  drop_shift (self);

  G_OBJECT_CLASS (barn_shift_detail_parent_class)->dispose (object);
}

static void
barn_shift_detail_class_init (BarnShiftDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_shift_detail_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-shift-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnShiftDetail, number);
  gtk_widget_class_bind_template_child (widget_class, BarnShiftDetail, title);
  gtk_widget_class_bind_template_child (widget_class, BarnShiftDetail, purpose);
  gtk_widget_class_bind_template_child (widget_class, BarnShiftDetail, articles);
  gtk_widget_class_bind_template_child (widget_class, BarnShiftDetail, progress);
  gtk_widget_class_bind_template_child (widget_class, BarnShiftDetail, activities);
  gtk_widget_class_bind_template_child (widget_class, BarnShiftDetail, indicators);
  gtk_widget_class_bind_template_child (widget_class, BarnShiftDetail, history);
}

static void
barn_shift_detail_init (BarnShiftDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  barn_detail_make_single_line (self->title);
  barn_detail_connect_links (self->activities);
  self->title_binding = barn_field_binding_new_buffer (self->title);
  self->purpose_binding = barn_field_binding_new_buffer (self->purpose);
}

/**
 * barn_shift_detail_set_shift:
 * @self: the detail
 * @file: (nullable): the plan file
 * @plan: (nullable): the shift's plan
 * @shift: (nullable): the shift to show
 *
 * Shows another shift. What was typed about the one before is saved first.
 */
void
barn_shift_detail_set_shift (BarnShiftDetail *self,
                             BarnPlanFile    *file,
                             BarnPlan        *plan,
                             BarnShift       *shift)
{
  g_return_if_fail (BARN_IS_SHIFT_DETAIL (self));
  g_return_if_fail (shift == NULL || (BARN_IS_PLAN_FILE (file) && BARN_IS_PLAN (plan)));

  if (self->shift == shift && self->file == file)
    return;

  drop_shift (self);
  if (shift != NULL)
    {
      self->file = g_object_ref (file);
      self->plan = g_object_ref (plan);
      self->shift = g_object_ref (shift);
      g_signal_connect_swapped (file, "changed", G_CALLBACK (on_file_changed), self);
    }
  barn_field_binding_set_item (self->title_binding, file, (BarnItem *) shift, "title");
  barn_field_binding_set_item (self->purpose_binding, file, (BarnItem *) shift, "purpose");
  barn_set_editor_set_item (self->articles, file, plan, (BarnItem *) shift);
  barn_indicator_list_set_item (self->indicators, file, plan, (BarnItem *) shift);
  barn_history_list_set_item (self->history, file, (BarnItem *) shift);
  show_figures (self);
}

/**
 * barn_shift_detail_edit_title:
 * @self: the detail
 *
 * Gives the keyboard to the title of something that was added just now, and selects it.
 */
void
barn_shift_detail_edit_title (BarnShiftDetail *self)
{
  g_return_if_fail (BARN_IS_SHIFT_DETAIL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  g_signal_emit_by_name (self->title, "select-all", TRUE);
  barn_field_binding_set_added (self->title_binding);
}
