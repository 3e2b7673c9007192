/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-course"

#include "config.h"

#include "barn-activity-course.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"
#include "barn-wrap-layout.h"

struct _BarnActivityCourse
{
  AdwBin        parent_instance;

  GtkBox       *lines;

  BarnPlanFile *file;
  BarnActivity *activity;
};

G_DEFINE_FINAL_TYPE (BarnActivityCourse, barn_activity_course, ADW_TYPE_BIN)

static void
add_line (BarnActivityCourse *self,
          const char         *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", words,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   "selectable", FALSE,
                                   NULL);

  gtk_box_append (self->lines, label);
}

static void
add_first_due (BarnActivityCourse *self)
{
  BarnDay first = barn_activity_get_first_due_on (self->activity);
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (first == BARN_DAY_NONE || first == barn_activity_get_due_on (self->activity))
    return;

  day = barn_ui_format_day (first);
  words = g_strdup_printf (_("First due %s."), day);
  add_line (self, words);
}

static void
add_delays (BarnActivityCourse *self)
{
  GListModel *delays = barn_item_get_children (BARN_ITEM (self->activity), BARN_KIND_DELAY);

  for (guint i = 0; i < g_list_model_get_n_items (delays); i++)
    {
      g_autoptr (BarnDelay) delay = g_list_model_get_item (delays, i);
      g_autofree char *from = barn_ui_format_day (barn_delay_get_from_on (delay));
      g_autofree char *to = barn_ui_format_day (barn_delay_get_to_on (delay));
      g_autofree char *words = NULL;

      if (barn_delay_get_to_on (delay) == BARN_DAY_NONE)
        words = g_strdup_printf (_("Due date %s taken away: %s"), from, barn_delay_get_reason (delay));
      else
        /* Translators: a due date that was moved: from, to, the reason */
        words = g_strdup_printf (_("Moved from %s to %s: %s"), from, to, barn_delay_get_reason (delay));
      add_line (self, words);
    }
}

static guint
get_year (BarnActivityCourse *self,
          BarnActivity       *activity)
{
  BarnItem *plan = barn_model_lookup (barn_plan_file_get_model (self->file), barn_activity_get_plan (activity));

  return plan != NULL ? barn_plan_get_year (BARN_PLAN (plan)) : 0;
}

static void
on_year_clicked (GtkWidget *button)
{
  gtk_widget_activate_action (button, "win.show-item", "s", g_object_get_data (G_OBJECT (button), "leads-to"));
}

/* A year of the line: another one leads to its activity */
static void
add_year (BarnActivityCourse *self,
          GtkWidget          *years,
          BarnActivity       *activity)
{
  const char *status = barn_status_get_label (barn_activity_get_status (activity, barn_clock_get_today ()));
  guint year = get_year (self, activity);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  GtkWidget *button;

  /* Translators: a year and the status that an activity has in it */
  words = g_strdup_printf (_("%u %s"), year, status);
  if (activity == self->activity)
    {
      GtkWidget *label = gtk_label_new (words);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_box_append (GTK_BOX (years), label);
      return;
    }

  /* Translators: leads to the same activity in another year: the year, its title, its status */
  name = g_strdup_printf (_("Show %u: %s (%s)"), year, barn_activity_get_title (activity), status);
  button = gtk_button_new_with_label (words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "year-link");
  gtk_widget_set_tooltip_text (button, name);
  barn_ui_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "leads-to", g_strdup (barn_item_get_id (BARN_ITEM (activity))), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_year_clicked), NULL);
  gtk_box_append (GTK_BOX (years), button);
}

/* The activity's years as one line, the first first: "2025 Ongoing → 2026 Ongoing → 2027 Not started" */
static void
add_years (BarnActivityCourse *self)
{
  g_autoptr (GPtrArray) line = barn_year_list_line (barn_plan_file_get_model (self->file), self->activity);
  GtkWidget *years;

  if (line->len < 2)
    return;

  years = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (years, barn_wrap_layout_new (6));
  barn_ui_set_name (years, _("Year by year"));
  gtk_box_append (GTK_BOX (years), gtk_label_new (_("Year by year:")));
  for (guint i = 0; i < line->len; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (years), gtk_label_new ("→"));
      add_year (self, years, g_ptr_array_index (line, i));
    }
  gtk_box_append (self->lines, years);
}

static void
fill (BarnActivityCourse *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);

  /* Deleted by the change that is told of, it is about to be let go of */
  if (self->activity != NULL
      && barn_model_lookup (barn_plan_file_get_model (self->file), barn_item_get_id (BARN_ITEM (self->activity))) != NULL)
    {
      add_first_due (self);
      add_delays (self);
      add_years (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->lines)) != NULL);
}

static void
on_file_changed (BarnActivityCourse *self)
{
  fill (self);
}

static void
drop_activity (BarnActivityCourse *self)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, on_file_changed, self);
  g_clear_object (&self->file);
  g_clear_object (&self->activity);
}

static void
barn_activity_course_dispose (GObject *object)
{
  drop_activity (BARN_ACTIVITY_COURSE (object));

  G_OBJECT_CLASS (barn_activity_course_parent_class)->dispose (object);
}

static void
barn_activity_course_class_init (BarnActivityCourseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = barn_activity_course_dispose;
}

static void
barn_activity_course_init (BarnActivityCourse *self)
{
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "caption");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->lines));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * barn_activity_course_set_activity:
 * @self: the course
 * @file: (nullable): the plan file
 * @activity: (nullable): the activity to tell of
 */
void
barn_activity_course_set_activity (BarnActivityCourse *self,
                                   BarnPlanFile       *file,
                                   BarnActivity       *activity)
{
  g_return_if_fail (BARN_IS_ACTIVITY_COURSE (self));
  g_return_if_fail (activity == NULL || BARN_IS_PLAN_FILE (file));

  drop_activity (self);
  if (activity != NULL)
    {
      self->file = g_object_ref (file);
      self->activity = g_object_ref (activity);
      g_signal_connect_swapped (file, "changed", G_CALLBACK (on_file_changed), self);
    }
  fill (self);
}
