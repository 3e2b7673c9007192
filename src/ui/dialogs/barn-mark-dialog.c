/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-mark-dialog"

#include "config.h"

#include "barn-mark-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-date-entry.h"
#include "barn-plan-file-year.h"

struct _BarnMarkDialog
{
  AdwWindow       parent_instance;

  GtkWidget      *save_button;
  GtkLabel       *notice;
  GtkEditable    *title_row;
  BarnDateEntry  *day_entry;
  GtkCheckButton *week_check;
  GtkCheckButton *yearly_check;
  GtkBox         *categories;
  GtkWidget      *delete_button;

  GtkCheckButton *checks[BARN_N_MARK_CATEGORIES];
  BarnPlanFile   *file;
  BarnYearMark   *mark;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnMarkDialog, barn_mark_dialog, ADW_TYPE_WINDOW)

static BarnMarkCategory
get_category (BarnMarkDialog *self)
{
  for (guint i = 0; i < BARN_N_MARK_CATEGORIES; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      return (BarnMarkCategory) i;

  return BARN_MARK_CATEGORY_OTHER;
}

static void
complain (BarnMarkDialog *self,
          const GError   *error)
{
  gtk_label_set_label (self->notice, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), TRUE);
}

/* A week that is typed as one is meant as one; barnrättsveckan is a week whatever its date was typed as */
static void
on_day_edited (BarnMarkDialog *self)
{
  BarnDay day = barn_date_entry_get_day (self->day_entry);

  if (self->mark == NULL && get_category (self) == BARN_MARK_CATEGORY_WEEK && barn_day_get_weekday (day) == 1)
    gtk_check_button_set_active (self->week_check, TRUE);
}

static void
on_category_toggled (GtkCheckButton *check,
                     BarnMarkDialog *self)
{
  if (self->mark == NULL && gtk_check_button_get_active (check) && get_category (self) == BARN_MARK_CATEGORY_WEEK)
    gtk_check_button_set_active (self->week_check, TRUE);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BarnMarkDialog *self = BARN_MARK_DIALOG (widget);
  const char *title = gtk_editable_get_text (self->title_row);
  const gboolean by_week = gtk_check_button_get_active (self->week_check);
  const gboolean yearly = gtk_check_button_get_active (self->yearly_check);
  g_autoptr (GError) error = NULL;
  BarnYearMark *mark = self->mark;
  BarnDay day;

  /* What is no day is said under the field */
  if (!barn_date_entry_commit (self->day_entry))
    return;

  day = barn_date_entry_get_day (self->day_entry);
  if (mark == NULL)
    mark = barn_plan_file_add_year_mark (self->file, title, get_category (self), day, by_week, yearly, &error);
  else if (!barn_plan_file_change_year_mark (self->file, mark, title, get_category (self), day, by_week, yearly, &error))
    mark = NULL;

  if (mark == NULL)
    {
      complain (self, error);
      return;
    }

  g_signal_emit (self, signals[SAVED], 0, mark);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BarnMarkDialog *self = BARN_MARK_DIALOG (widget);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, self->mark);
  if (barn_plan_file_delete (self->file, items, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    complain (self, error);
}

static void
add_category (BarnMarkDialog   *self,
              BarnMarkCategory  category)
{
  GtkWidget *check = gtk_check_button_new_with_label (barn_mark_category_get_label (category));

  self->checks[category] = GTK_CHECK_BUTTON (check);
  if (category > 0)
    gtk_check_button_set_group (self->checks[category], self->checks[0]);
  g_signal_connect (check, "toggled", G_CALLBACK (on_category_toggled), self);
  gtk_box_append (self->categories, check);
}

static void
show_mark (BarnMarkDialog *self,
           BarnYearMark   *mark)
{
  gtk_editable_set_text (self->title_row, barn_year_mark_get_title (mark));
  barn_date_entry_set_day (self->day_entry, barn_year_mark_get_day (mark));
  gtk_check_button_set_active (self->week_check, barn_year_mark_get_by_week (mark));
  gtk_check_button_set_active (self->yearly_check, barn_year_mark_get_yearly (mark));
  gtk_check_button_set_active (self->checks[barn_year_mark_get_category (mark)], TRUE);
}

static void
barn_mark_dialog_dispose (GObject *object)
{
  BarnMarkDialog *self = BARN_MARK_DIALOG (object);

  /* The window would look for it when it is gone */
  gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  g_clear_object (&self->file);
  g_clear_object (&self->mark);

  G_OBJECT_CLASS (barn_mark_dialog_parent_class)->dispose (object);
}

static void
barn_mark_dialog_class_init (BarnMarkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_mark_dialog_dispose;

  signals[SAVED] =
    g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, BARN_TYPE_YEAR_MARK);

  gtk_widget_class_install_action (widget_class, "mark.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "mark.delete", NULL, delete_action);

  g_type_ensure (BARN_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-mark-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnMarkDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, BarnMarkDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, BarnMarkDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, BarnMarkDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, BarnMarkDialog, week_check);
  gtk_widget_class_bind_template_child (widget_class, BarnMarkDialog, yearly_check);
  gtk_widget_class_bind_template_child (widget_class, BarnMarkDialog, categories);
  gtk_widget_class_bind_template_child (widget_class, BarnMarkDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_day_edited);
}

static void
barn_mark_dialog_init (BarnMarkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < BARN_N_MARK_CATEGORIES; i++)
    add_category (self, (BarnMarkCategory) i);
}

/**
 * barn_mark_dialog_new:
 * @parent: the window that it belongs to
 * @file: the open plan file
 * @year: the year on show: a date without a year is of this one
 * @mark: (nullable): the mark that is to be another; %NULL: a new one
 *
 * Returns: (transfer full): a dialog, to be presented
 */
GtkWidget *
barn_mark_dialog_new (GtkWindow    *parent,
                      BarnPlanFile *file,
                      guint         year,
                      BarnYearMark *mark)
{
  BarnMarkDialog *self;
  BarnDay today = barn_clock_get_today ();

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (mark == NULL || BARN_IS_YEAR_MARK (mark), NULL);

  self = g_object_new (BARN_TYPE_MARK_DIALOG,
                       "transient-for", parent,
                       "title", mark != NULL ? _("Mark of the Annual Wheel") : _("New Mark"),
                       NULL);
  self->file = g_object_ref (file);
  g_set_object (&self->mark, mark);
  gtk_widget_set_visible (self->delete_button, mark != NULL);

  if (mark != NULL)
    {
      show_mark (self, mark);
    }
  else
    {
      gtk_check_button_set_active (self->checks[BARN_MARK_CATEGORY_BOARD], TRUE);
      barn_date_entry_set_day (self->day_entry, barn_day_get_year (today) == year ? today : barn_day_new (year, 1, 1));
    }
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->title_row));

  return GTK_WIDGET (self);
}
