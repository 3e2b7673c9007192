/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-occasion-report"

#include "config.h"

#include "barn-occasion-report.h"

#include <glib/gi18n-lib.h>

#include "barn-status-icon.h"
#include "barn-ui.h"

/* A page of corrections is enough to see that they are many; each of them stands in the list of what was reported */
#define MAX_CORRECTIONS 50

#define ROW_ACTIVITY "barn-activity"

struct _BarnOccasionReport
{
  AdwBin        parent_instance;

  GtkLabel     *title;
  GtkLabel     *closed;
  GtkLabel     *reason;
  GtkListBox   *figures;
  GtkListBox   *corrections;
  GtkWidget    *no_corrections;
};

enum
{
  CORRECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnOccasionReport, barn_occasion_report, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* "3 at Tertial 1 (+2)" */
static char *
dup_comparison (guint         number,
                guint         before,
                BarnOccasion *previous)
{
  int change = (int) number - (int) before;

  if (change == 0)
    return g_strdup_printf (_("%u at %s, no difference"), before, barn_occasion_get_title (previous));

  /* Translators: a figure of the occasion before, its name, and the difference with its sign */
  return g_strdup_printf (_("%u at %s, difference %+d"), before, barn_occasion_get_title (previous), change);
}

static void
add_figure (BarnOccasionReport *self,
            const char         *word,
            guint               number,
            guint               before,
            BarnOccasion       *previous)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", word, NULL);
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *comparison = NULL;
  g_autofree char *name = NULL;
  GtkWidget *label = gtk_label_new (text);

  if (previous != NULL)
    {
      comparison = dup_comparison (number, before, previous);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), comparison);
    }
  gtk_widget_add_css_class (label, "title-3");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->figures, row);

  name = comparison != NULL ? g_strdup_printf ("%s: %s, %s", word, text, comparison) : g_strdup_printf ("%s: %s", word, text);
  barn_ui_set_name (row, name);
}

static void
show_figures (BarnOccasionReport *self,
              BarnPlan           *plan,
              BarnOccasion       *occasion)
{
  BarnOccasion *previous = barn_occasion_get_previous (occasion, plan);
  BarnTally now = { 0, };
  BarnTally before = { 0, };

  barn_tally_occasion (&now, occasion, plan);
  if (previous != NULL)
    barn_tally_occasion (&before, previous, plan);

  clear_list (self->figures);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    add_figure (self, barn_status_get_label ((BarnStatus) i), now.by_status[i], before.by_status[i], previous);
  add_figure (self, _("Overdue"), now.overdue, before.overdue, previous);
  add_figure (self, _("Without follow-up for the occasion"), now.without_follow_up, before.without_follow_up, previous);
  add_figure (self, _("All activities"), now.total, before.total, previous);
}

/* "Reported: Ongoing. Corrected 14 January by Eva Ek to: Done" */
static char *
dup_correction_words (const BarnCorrection *correction)
{
  const char *was = barn_status_get_label (barn_reported_get_status (correction->reported));
  const char *is = barn_status_get_label (correction->status);
  g_autofree char *day = NULL;

  if (correction->entry == NULL)
    return g_strdup_printf (_("Reported: %s. Now: %s"), was, is);

  day = barn_ui_format_day (barn_follow_up_get_day (correction->entry));

  return g_strdup_printf (_("Reported: %s. Corrected %s: %s"), was, day, is);
}

static void
add_correction (BarnOccasionReport   *self,
                const BarnCorrection *correction)
{
  g_autofree char *words = dup_correction_words (correction);
  const char *comment = correction->entry != NULL ? barn_follow_up_get_comment (correction->entry) : "";
  g_autofree char *subtitle = *comment != '\0' ? g_strdup_printf ("%s\n%s", words, comment) : g_strdup (words);
  g_autofree char *name = g_strdup_printf ("%s, %s", barn_activity_get_title (correction->activity), subtitle);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", barn_activity_get_title (correction->activity),
                                 "subtitle", subtitle,
                                 "activatable", TRUE,
                                 NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), ROW_ACTIVITY, g_object_ref (correction->activity), g_object_unref);
  barn_ui_set_name (row, name);
  gtk_list_box_append (self->corrections, row);
}

static void
show_corrections (BarnOccasionReport *self,
                  BarnPlanFile       *file,
                  BarnPlan           *plan,
                  BarnOccasion       *occasion)
{
  g_autoptr (GArray) corrections = barn_occasion_list_corrections (occasion, plan, barn_plan_file_get_model (file));

  clear_list (self->corrections);
  for (guint i = 0; i < MIN (corrections->len, MAX_CORRECTIONS); i++)
    add_correction (self, &g_array_index (corrections, BarnCorrection, i));

  gtk_widget_set_visible (GTK_WIDGET (self->corrections), corrections->len > 0);
  gtk_widget_set_visible (self->no_corrections, corrections->len == 0);
}

static void
on_correction_activated (BarnOccasionReport *self,
                         GtkListBoxRow      *row)
{
  g_signal_emit (self, signals[CORRECT], 0, g_object_get_data (G_OBJECT (row), ROW_ACTIVITY));
}

static void
barn_occasion_report_class_init (BarnOccasionReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CORRECT] =
    g_signal_new ("correct", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, BARN_TYPE_ACTIVITY);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-occasion-report.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionReport, title);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionReport, closed);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionReport, reason);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionReport, figures);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionReport, corrections);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionReport, no_corrections);
  gtk_widget_class_bind_template_callback (widget_class, on_correction_activated);
}

static void
barn_occasion_report_init (BarnOccasionReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_occasion_report_show:
 * @self: the report
 * @file: the open plan file
 * @plan: the plan of @occasion
 * @occasion: an occasion that is closed
 */
void
barn_occasion_report_show (BarnOccasionReport *self,
                           BarnPlanFile       *file,
                           BarnPlan           *plan,
                           BarnOccasion       *occasion)
{
  g_autofree char *day = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *reason = NULL;

  g_return_if_fail (BARN_IS_OCCASION_REPORT (self));
  g_return_if_fail (BARN_IS_PLAN_FILE (file));
  g_return_if_fail (BARN_IS_PLAN (plan));
  g_return_if_fail (BARN_IS_OCCASION (occasion));

  day = barn_ui_format_day (barn_occasion_get_closed_on (occasion));
  closed = g_strdup_printf (_("Closed on %s. The figures are kept as they were reported."), day);
  gtk_label_set_label (self->title, barn_occasion_get_title (occasion));
  gtk_label_set_label (self->closed, closed);

  if (*barn_occasion_get_reason (occasion) != '\0')
    reason = g_strdup_printf (_("It was closed though something was missing: %s"), barn_occasion_get_reason (occasion));
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);

  show_figures (self, plan, occasion);
  show_corrections (self, file, plan, occasion);
}
