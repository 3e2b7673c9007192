/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-detail"

#include "config.h"

#include "barn-activity-detail.h"

#include <glib/gi18n-lib.h>

#include "barn-activity-course.h"
#include "barn-date-entry.h"
#include "barn-detail-fields.h"
#include "barn-field-binding.h"
#include "barn-follow-up-editor.h"
#include "barn-follow-up-row.h"
#include "barn-history-list.h"
#include "barn-indicator-list.h"
#include "barn-move-due.h"
#include "barn-set-editor.h"
#include "barn-ui.h"
#include "barn-unit-chooser.h"

struct _BarnActivityDetail
{
  AdwBin              parent_instance;

  GtkTextView        *title;
  GtkTextView        *description;
  BarnFollowUpEditor *editor;
  GtkCheckButton     *raised;
  GtkWidget          *follow_ups_heading;
  GtkBox             *follow_ups;
  BarnSetEditor      *roles;
  BarnSetEditor      *shifts;
  BarnSetEditor      *articles;
  BarnUnitChooser    *unit;
  GtkEditable        *responsible;
  BarnDateEntry      *start_on;
  BarnDateEntry      *due_on;
  GtkLabel           *date_fault;
  BarnActivityCourse *course;
  BarnIndicatorList  *indicators;
  BarnHistoryList    *history;

  BarnFieldBinding   *title_binding;
  BarnFieldBinding   *description_binding;
  BarnFieldBinding   *responsible_binding;
  BarnPlanFile       *file;
  BarnActivity       *activity;
};

G_DEFINE_FINAL_TYPE (BarnActivityDetail, barn_activity_detail, ADW_TYPE_BIN)

static BarnPlan *
find_plan (BarnActivityDetail *self)
{
  return BARN_PLAN (barn_model_lookup (barn_plan_file_get_model (self->file), barn_activity_get_plan (self->activity)));
}

/* What is wrong with them together is said beneath: the days are kept, as one of them may be right */
static void
show_days (BarnActivityDetail *self)
{
  BarnPlan *plan = find_plan (self);
  const char *fault = plan != NULL ? barn_year_get_date_fault (plan, self->activity) : NULL;

  g_object_set (self->start_on, "year", plan != NULL ? barn_plan_get_year (plan) : 0, NULL);
  g_object_set (self->due_on, "year", plan != NULL ? barn_plan_get_year (plan) : 0, NULL);
  barn_date_entry_set_day (self->start_on, barn_activity_get_start_on (self->activity));
  barn_date_entry_set_day (self->due_on, barn_activity_get_due_on (self->activity));
  gtk_label_set_label (self->date_fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->date_fault), fault != NULL);
}

/* One row a follow-up, the latest first, but for the one that is being written above. Rows that stay are left alone: somebody may
   be writing in them. */
static void
show_follow_ups (BarnActivityDetail *self)
{
  BarnFollowUp *current = barn_follow_up_editor_get_current (self->editor);
  GListModel *list = self->activity != NULL ? barn_activity_get_follow_ups (self->activity) : NULL;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->follow_ups));
  GtkWidget *before = NULL;

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);
      BarnFollowUp *shown = barn_follow_up_row_get_follow_up (BARN_FOLLOW_UP_ROW (row));
      gboolean stays = FALSE;

      for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (list, i);

          stays |= follow_up == shown && follow_up != current;
        }
      if (!stays)
        gtk_box_remove (self->follow_ups, row);
      row = next;
    }

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (list, i);
      GtkWidget *found = NULL;

      if (follow_up == current)
        continue;
      for (row = gtk_widget_get_first_child (GTK_WIDGET (self->follow_ups)); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        if (barn_follow_up_row_get_follow_up (BARN_FOLLOW_UP_ROW (row)) == follow_up)
          found = row;
      if (found != NULL)
        gtk_box_reorder_child_after (self->follow_ups, found, before);
      else
        {
          found = barn_follow_up_row_new (self->file, follow_up);
          gtk_box_insert_child_after (self->follow_ups, found, before);
        }
      before = found;
    }

  gtk_widget_set_visible (self->follow_ups_heading, before != NULL);
}

static void
show_raised (BarnActivityDetail *self)
{
  gtk_check_button_set_active (self->raised, barn_activity_get_raised (self->activity));
}

static void
on_raised_toggled (BarnActivityDetail *self)
{
  gboolean raised = gtk_check_button_get_active (self->raised);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (self->activity == NULL || raised == barn_activity_get_raised (self->activity))
    return;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, raised);
  if (!barn_plan_file_set (self->file, BARN_ITEM (self->activity), "raised", NULL, &value, NULL, &error))
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      show_raised (self);
    }
}

static void
on_start_edited (BarnActivityDetail *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (self->activity == NULL)
    return;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, barn_date_entry_get_day (self->start_on));
  if (!barn_plan_file_set (self->file, BARN_ITEM (self->activity), "start-on", NULL, &value, NULL, &error))
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      show_days (self);
    }
}

static void
on_due_moved (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  BarnActivityDetail *self = BARN_ACTIVITY_DETAIL (object);
  g_autoptr (GError) error = NULL;

  if (barn_move_due_finish (result, &error))
    return;

  barn_ui_report_error (GTK_WIDGET (self), error);
  if (self->activity != NULL)
    show_days (self);
}

static void
on_due_edited (BarnActivityDetail *self)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (self->activity == NULL)
    return;

  g_ptr_array_add (one, self->activity);
  barn_move_due_async (GTK_WIDGET (self), self->file, one, barn_date_entry_get_day (self->due_on), on_due_moved, NULL);
}

static void
drop_activity (BarnActivityDetail *self)
{
  if (self->activity != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->activity, show_days, self);
      g_signal_handlers_disconnect_by_func (self->activity, show_raised, self);
      g_signal_handlers_disconnect_by_func (barn_activity_get_follow_ups (self->activity), show_follow_ups, self);
    }
  g_clear_object (&self->activity);
  g_clear_object (&self->file);
}

static void
bind_parts (BarnActivityDetail *self)
{
  BarnItem *item = (BarnItem *) self->activity;
  BarnPlan *plan = NULL;

  if (self->activity != NULL)
    plan = find_plan (self);

  barn_field_binding_set_item (self->title_binding, self->file, item, "title");
  barn_field_binding_set_item (self->description_binding, self->file, item, "description");
  barn_field_binding_set_item (self->responsible_binding, self->file, item, "responsible");
  barn_follow_up_editor_set_activity (self->editor, self->file, self->activity);
  barn_set_editor_set_item (self->roles, self->file, plan, item);
  barn_set_editor_set_item (self->shifts, self->file, plan, item);
  barn_set_editor_set_item (self->articles, self->file, plan, item);
  barn_unit_chooser_set_activity (self->unit, self->file, self->activity);
  barn_activity_course_set_activity (self->course, self->file, self->activity);
  barn_indicator_list_set_item (self->indicators, self->file, plan, item);
  barn_history_list_set_item (self->history, self->file, item);
}

static void
barn_activity_detail_dispose (GObject *object)
{
  BarnActivityDetail *self = BARN_ACTIVITY_DETAIL (object);

  g_clear_object (&self->title_binding);
  g_clear_object (&self->description_binding);
  g_clear_object (&self->responsible_binding);
  drop_activity (self);

  G_OBJECT_CLASS (barn_activity_detail_parent_class)->dispose (object);
}

static gboolean
barn_activity_detail_grab_focus (GtkWidget *widget)
{
  BarnActivityDetail *self = BARN_ACTIVITY_DETAIL (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->editor)) || gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
barn_activity_detail_class_init (BarnActivityDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_activity_detail_dispose;
  widget_class->grab_focus = barn_activity_detail_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-activity-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, title);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, description);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, editor);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, raised);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, follow_ups_heading);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, roles);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, shifts);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, articles);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, unit);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, responsible);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, start_on);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, due_on);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, date_fault);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, course);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, indicators);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityDetail, history);
  gtk_widget_class_bind_template_callback (widget_class, on_raised_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_start_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_due_edited);
}

static void
barn_activity_detail_init (BarnActivityDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  barn_detail_make_single_line (self->title);
  self->title_binding = barn_field_binding_new_buffer (self->title);
  self->description_binding = barn_field_binding_new_buffer (self->description);
  self->responsible_binding = barn_field_binding_new_editable (self->responsible);
  g_signal_connect_object (self->editor, "notify::current", G_CALLBACK (show_follow_ups), self, G_CONNECT_SWAPPED);
}

/**
 * barn_activity_detail_set_activity:
 * @self: the detail
 * @file: (nullable): the plan file
 * @activity: (nullable): the activity to show
 *
 * Shows another activity. What was typed about the one before is saved first.
 */
void
barn_activity_detail_set_activity (BarnActivityDetail *self,
                                   BarnPlanFile       *file,
                                   BarnActivity       *activity)
{
  gboolean editable;

  g_return_if_fail (BARN_IS_ACTIVITY_DETAIL (self));
  g_return_if_fail (activity == NULL || BARN_IS_PLAN_FILE (file));

  if (self->activity == activity && self->file == file)
    return;

  if (self->activity != NULL)
    {
      barn_date_entry_commit (self->start_on);
      barn_date_entry_commit (self->due_on);
    }
  drop_activity (self);
  if (activity != NULL)
    {
      self->file = g_object_ref (file);
      self->activity = g_object_ref (activity);
      g_signal_connect_swapped (activity, "notify::start-on", G_CALLBACK (show_days), self);
      g_signal_connect_swapped (activity, "notify::due-on", G_CALLBACK (show_days), self);
      g_signal_connect_swapped (activity, "notify::raised", G_CALLBACK (show_raised), self);
      g_signal_connect_swapped (barn_activity_get_follow_ups (activity), "items-changed",
                                G_CALLBACK (show_follow_ups), self);
      show_days (self);
      show_raised (self);
    }
  bind_parts (self);
  show_follow_ups (self);

  editable = activity != NULL && !barn_plan_file_get_read_only (file);
  gtk_widget_set_sensitive (GTK_WIDGET (self->editor), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->raised), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->start_on), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->due_on), editable);
}

/**
 * barn_activity_detail_edit_title:
 * @self: the detail
 *
 * Gives the keyboard to the title of something that was added just now, and selects it.
 */
void
barn_activity_detail_edit_title (BarnActivityDetail *self)
{
  g_return_if_fail (BARN_IS_ACTIVITY_DETAIL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  g_signal_emit_by_name (self->title, "select-all", TRUE);
  barn_field_binding_set_added (self->title_binding);
}
