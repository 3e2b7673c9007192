/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-follow-up-subject"

#include "config.h"

#include "barn-follow-up-subject.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

struct _BarnFollowUpSubject
{
  AdwBin     parent_instance;

  GtkLabel  *title;
  GtkLabel  *facts;
  GtkWidget *overdue;
  GtkLabel  *description;
};

G_DEFINE_FINAL_TYPE (BarnFollowUpSubject, barn_follow_up_subject, ADW_TYPE_BIN)

/* "Chefer · Responsible: Enhetschefer · Due 30 June" */
static char *
dup_facts (BarnModel    *model,
           BarnActivity *activity)
{
  g_autofree char *roles = barn_model_dup_role_names (model, activity);
  g_autofree char *responsible = barn_model_dup_responsible (model, activity);
  g_autofree char *due = barn_ui_format_day (barn_activity_get_due_on (activity));
  g_autofree char *by = *due != '\0' ? g_strdup_printf (_("Due %s"), due) : g_strdup (_("No due date"));
  g_autofree char *who = *responsible != '\0' ? g_strdup_printf (_("Responsible: %s"), responsible)
                                              : g_strdup (_("Nobody is responsible"));

  return g_strdup_printf ("%s · %s · %s", *roles != '\0' ? roles : _("Without a role"), who, by);
}

static void
barn_follow_up_subject_class_init (BarnFollowUpSubjectClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-follow-up-subject.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpSubject, title);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpSubject, facts);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpSubject, overdue);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpSubject, description);
}

static void
barn_follow_up_subject_init (BarnFollowUpSubject *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_follow_up_subject_show:
 * @self: the subject
 * @model: the living items
 * @activity: what is followed up
 */
void
barn_follow_up_subject_show (BarnFollowUpSubject *self,
                             BarnModel           *model,
                             BarnActivity        *activity)
{
  g_autofree char *facts = NULL;
  g_autofree char *name = NULL;
  gboolean overdue;

  g_return_if_fail (BARN_IS_FOLLOW_UP_SUBJECT (self));
  g_return_if_fail (BARN_IS_MODEL (model));
  g_return_if_fail (BARN_IS_ACTIVITY (activity));

  overdue = barn_activity_is_overdue (activity, barn_clock_get_today ());
  facts = dup_facts (model, activity);
  gtk_label_set_label (self->title, barn_activity_get_title (activity));
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (self->overdue, overdue);
  gtk_label_set_label (self->description, barn_activity_get_description (activity));
  gtk_widget_set_visible (GTK_WIDGET (self->description), *barn_activity_get_description (activity) != '\0');

  name = g_strdup_printf ("%s, %s%s%s", barn_activity_get_title (activity), facts, overdue ? ", " : "",
                          overdue ? _("Overdue") : "");
  barn_ui_set_name (GTK_WIDGET (self), name);
}
