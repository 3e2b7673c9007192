/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-assessment-detail"

#include "config.h"

#include "barn-assessment-detail.h"

#include <glib/gi18n-lib.h>

#include "barn-ask.h"
#include "barn-choose.h"
#include "barn-date-entry.h"
#include "barn-detail-fields.h"
#include "barn-field-binding.h"
#include "barn-history-list.h"
#include "barn-open.h"
#include "barn-plan-file-year.h"
#include "barn-text.h"
#include "barn-ui.h"
#include "barn-wrap-layout.h"

struct _BarnAssessmentDetail
{
  AdwBin            parent_instance;

  GtkTextView      *title;
  GtkBox           *outcomes;
  GtkToggleButton  *toggles[BARN_N_OUTCOMES];
  GtkWidget        *reason_box;
  GtkLabel         *reason_label;
  GtkTextView      *reason;
  GtkCheckButton   *heard;
  BarnDateEntry    *day;
  GtkEditable      *link;
  GtkWidget        *choose;
  GtkWidget        *open;
  GtkWidget        *link_notice;
  GtkTextView      *note;
  BarnHistoryList  *history;

  BarnFieldBinding *title_binding;
  BarnFieldBinding *reason_binding;
  BarnFieldBinding *link_binding;
  BarnFieldBinding *note_binding;
  BarnPlanFile     *file;
  BarnAssessment   *assessment;
  gboolean          filling;
};

G_DEFINE_FINAL_TYPE (BarnAssessmentDetail, barn_assessment_detail, ADW_TYPE_BIN)

static void
show_outcome (BarnAssessmentDetail *self)
{
  BarnOutcome outcome = barn_assessment_get_outcome (self->assessment);

  self->filling = TRUE;
  gtk_toggle_button_set_active (self->toggles[outcome], TRUE);
  gtk_check_button_set_active (self->heard, barn_assessment_get_heard (self->assessment));
  self->filling = FALSE;

  gtk_widget_set_visible (self->reason_box, outcome != BARN_OUTCOME_MADE);
  gtk_label_set_label (self->reason_label, outcome == BARN_OUTCOME_NOT_MADE ? _("Why was it not made?") : _("Why was it not needed?"));
  gtk_widget_set_visible (GTK_WIDGET (self->heard), outcome == BARN_OUTCOME_MADE);
}

static void
show_link (BarnAssessmentDetail *self)
{
  g_autofree char *uri = barn_assessment_dup_uri (self->assessment);

  gtk_widget_set_sensitive (self->open, uri != NULL);
  gtk_widget_set_visible (self->link_notice, uri == NULL && !barn_text_is_blank (barn_assessment_get_link (self->assessment)));
}

static void
show_facts (BarnAssessmentDetail *self)
{
  show_outcome (self);
  show_link (self);
  barn_date_entry_set_day (self->day, barn_assessment_get_day (self->assessment));
}

static void
set_outcome (BarnAssessmentDetail *self,
             BarnOutcome           outcome,
             const char           *reason)
{
  g_autoptr (GError) error = NULL;

  if (!barn_plan_file_set_outcome (self->file, self->assessment, outcome, reason, &error))
    barn_ui_report_error (GTK_WIDGET (self), error);
  show_outcome (self);
}

/* Who it was asked about, while the question is on the screen */
typedef struct
{
  BarnAssessmentDetail *self;
  BarnAssessment       *assessment;
} Question;

static void
on_reason_given (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Question *question = user_data;
  BarnAssessmentDetail *self = question->self;
  g_autofree char *reason = barn_ask_text_finish (result);

  if (self->assessment == question->assessment)
    {
      if (reason != NULL)
        set_outcome (self, BARN_OUTCOME_NOT_MADE, reason);
      else
        show_outcome (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->toggles[barn_assessment_get_outcome (self->assessment)]));
    }

  g_object_unref (question->assessment);
  g_object_unref (question->self);
  g_free (question);
}

static void
ask_reason (BarnAssessmentDetail *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->assessment = g_object_ref (self->assessment);
  barn_ask_text (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Why Was It Not Made?"),
                 _("The reason stands in the register, and is told with the barnbokslut."), _("The reason"), _("_Not Made"),
                 on_reason_given, question);
}

static void
on_outcome_toggled (GtkToggleButton      *toggle,
                    BarnAssessmentDetail *self)
{
  BarnOutcome outcome = BARN_OUTCOME_MADE;

  if (self->filling || self->assessment == NULL || !gtk_toggle_button_get_active (toggle))
    return;

  while (self->toggles[outcome] != toggle)
    outcome++;

  if (!barn_field_binding_save (self->reason_binding))
    show_outcome (self);
  else if (outcome == BARN_OUTCOME_NOT_MADE && barn_text_is_blank (barn_assessment_get_reason (self->assessment)))
    ask_reason (self);
  else
    set_outcome (self, outcome, NULL);
}

static void
on_heard_toggled (BarnAssessmentDetail *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->assessment == NULL)
    return;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, gtk_check_button_get_active (self->heard));
  if (!barn_plan_file_set (self->file, BARN_ITEM (self->assessment), "heard", NULL, &value, NULL, &error))
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      show_outcome (self);
    }
}

static void
on_day_edited (BarnAssessmentDetail *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (self->assessment == NULL)
    return;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, barn_date_entry_get_day (self->day));
  if (!barn_plan_file_set (self->file, BARN_ITEM (self->assessment), "day", NULL, &value, NULL, &error))
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      show_facts (self);
    }
}

static void
on_open_clicked (BarnAssessmentDetail *self)
{
  g_autofree char *uri = NULL;

  if (self->assessment == NULL || !barn_field_binding_save (self->link_binding))
    return;

  uri = barn_assessment_dup_uri (self->assessment);
  if (uri != NULL)
    barn_open_uri (GTK_WIDGET (self), uri);
}

static void
on_file_chosen (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GFile) chosen = barn_choose_finish (result, NULL);
  g_autofree char *link = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen != NULL && question->self->assessment == question->assessment)
    {
      link = g_file_get_path (chosen);
      if (link == NULL)
        link = g_file_get_uri (chosen);
      if (!barn_plan_file_set_text (question->self->file, BARN_ITEM (question->assessment), "link", NULL, link, NULL, &error))
        barn_ui_report_error (GTK_WIDGET (question->self), error);
    }

  g_object_unref (question->assessment);
  g_object_unref (question->self);
  g_free (question);
}

static void
on_choose_clicked (BarnAssessmentDetail *self)
{
  Question *question;

  if (self->assessment == NULL || !barn_field_binding_save (self->link_binding))
    return;

  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->assessment = g_object_ref (self->assessment);
  barn_choose_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Choose the Document"), BARN_CHOOSE_ANY, on_file_chosen, question);
}

static void
drop_assessment (BarnAssessmentDetail *self)
{
  if (self->assessment != NULL)
    g_signal_handlers_disconnect_by_func (self->assessment, show_facts, self);
  g_clear_object (&self->assessment);
  g_clear_object (&self->file);
}

static void
barn_assessment_detail_dispose (GObject *object)
{
  BarnAssessmentDetail *self = BARN_ASSESSMENT_DETAIL (object);

  g_clear_object (&self->title_binding);
  g_clear_object (&self->reason_binding);
  g_clear_object (&self->link_binding);
  g_clear_object (&self->note_binding);
  drop_assessment (self);

  G_OBJECT_CLASS (barn_assessment_detail_parent_class)->dispose (object);
}

static void
barn_assessment_detail_class_init (BarnAssessmentDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_assessment_detail_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-assessment-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, title);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, outcomes);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, reason_box);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, reason_label);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, reason);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, heard);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, day);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, link);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, choose);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, open);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, link_notice);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, note);
  gtk_widget_class_bind_template_child (widget_class, BarnAssessmentDetail, history);
  gtk_widget_class_bind_template_callback (widget_class, on_heard_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_day_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
}

static void
add_toggle (BarnAssessmentDetail *self,
            BarnOutcome           outcome)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (barn_outcome_get_icon (outcome));

  gtk_widget_add_css_class (icon, barn_outcome_get_style_class (outcome));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (barn_outcome_get_label (outcome)));
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "status-toggle");
  barn_ui_set_name (toggle, barn_outcome_get_label (outcome));
  self->toggles[outcome] = GTK_TOGGLE_BUTTON (toggle);
  if (outcome > 0)
    gtk_toggle_button_set_group (self->toggles[outcome], self->toggles[0]);
  g_signal_connect (toggle, "toggled", G_CALLBACK (on_outcome_toggled), self);
  gtk_box_append (self->outcomes, toggle);
}

static void
barn_assessment_detail_init (BarnAssessmentDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_layout_manager (GTK_WIDGET (self->outcomes), barn_wrap_layout_new (6));
  for (guint i = 0; i < BARN_N_OUTCOMES; i++)
    add_toggle (self, (BarnOutcome) i);
  barn_detail_make_single_line (self->title);
  self->title_binding = barn_field_binding_new_buffer (self->title);
  self->reason_binding = barn_field_binding_new_buffer (self->reason);
  self->link_binding = barn_field_binding_new_editable (self->link);
  self->note_binding = barn_field_binding_new_buffer (self->note);
}

/**
 * barn_assessment_detail_set_assessment:
 * @self: the detail
 * @file: (nullable): the plan file
 * @assessment: (nullable): the line to show
 *
 * Shows another line of the register. What was typed about the one before is saved first.
 */
void
barn_assessment_detail_set_assessment (BarnAssessmentDetail *self,
                                       BarnPlanFile         *file,
                                       BarnAssessment       *assessment)
{
  BarnItem *item = (BarnItem *) assessment;
  gboolean editable;

  g_return_if_fail (BARN_IS_ASSESSMENT_DETAIL (self));
  g_return_if_fail (assessment == NULL || BARN_IS_PLAN_FILE (file));

  if (self->assessment == assessment && self->file == file)
    return;

  if (self->assessment != NULL)
    barn_date_entry_commit (self->day);
  drop_assessment (self);
  if (assessment != NULL)
    {
      self->file = g_object_ref (file);
      self->assessment = g_object_ref (assessment);
      g_signal_connect_swapped (assessment, "notify", G_CALLBACK (show_facts), self);
      show_facts (self);
    }
  barn_field_binding_set_item (self->title_binding, file, item, "title");
  barn_field_binding_set_item (self->reason_binding, file, item, "reason");
  barn_field_binding_set_item (self->link_binding, file, item, "link");
  barn_field_binding_set_item (self->note_binding, file, item, "note");
  barn_history_list_set_item (self->history, file, item);

  editable = assessment != NULL && !barn_plan_file_get_read_only (file);
  gtk_widget_set_sensitive (GTK_WIDGET (self->outcomes), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->heard), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->day), editable);
  gtk_widget_set_sensitive (self->choose, editable);
}

/**
 * barn_assessment_detail_edit_title:
 * @self: the detail
 *
 * Gives the keyboard to the decision of a line that was added just now, and selects it.
 */
void
barn_assessment_detail_edit_title (BarnAssessmentDetail *self)
{
  g_return_if_fail (BARN_IS_ASSESSMENT_DETAIL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  g_signal_emit_by_name (self->title, "select-all", TRUE);
  barn_field_binding_set_added (self->title_binding);
}

/**
 * barn_outcome_get_icon:
 * @self: an outcome
 *
 * Returns: (transfer none): a symbolic icon
 */
const char *
barn_outcome_get_icon (BarnOutcome self)
{
  switch (self)
    {
    case BARN_OUTCOME_NOT_MADE:
      return "barn-overdue-symbolic";
    case BARN_OUTCOME_NOT_NEEDED:
      return "list-remove-symbolic";
    case BARN_OUTCOME_MADE:
    default:
      return "object-select-symbolic";
    }
}

/**
 * barn_outcome_get_style_class:
 * @self: an outcome
 *
 * Returns: (transfer none): the style class that bears its colour
 */
const char *
barn_outcome_get_style_class (BarnOutcome self)
{
  switch (self)
    {
    case BARN_OUTCOME_NOT_MADE:
      return "overdue";
    case BARN_OUTCOME_NOT_NEEDED:
      return "status-cancelled";
    case BARN_OUTCOME_MADE:
    default:
      return "status-done";
    }
}
