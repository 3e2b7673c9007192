/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-adopt-dialog"

#include "config.h"

#include "barn-adopt-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-date-entry.h"
#include "barn-ui.h"

#define PULSE_MS 100

struct _BarnAdoptDialog
{
  AdwWindow       parent_instance;

  GtkStack       *stack;
  GtkButton      *go;
  GtkLabel       *notice;
  GtkWidget      *making;      /* what is asked only of a document that is made */
  GtkBox         *formats;
  BarnDateEntry  *as_of;
  GtkEditable    *instance;
  BarnDateEntry  *adopted_on;
  GtkEditable    *decision;
  GtkEditable    *registry_number;
  GtkProgressBar *bar;

  BarnFormat      format;
  GtkWidget      *from;
  BarnPlanFile   *file;
  BarnPlan       *plan;        /* of what is adopted */
  BarnPaper       paper;
  BarnAdopted    *adopted;     /* what is put right; NULL: a document is adopted */
  GCancellable   *cancellable;
  guint           pulse_source;
};

enum
{
  ADOPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnAdoptDialog, barn_adopt_dialog, ADW_TYPE_WINDOW)

#define FORMAT_KEY "barn-format"

/* In the order in which a person needs them: what is kept is to be read as it is for years */
static const struct
{
  BarnFormat  format;
  const char *title;
} formats[] = {
  { BARN_FORMAT_PDF, N_("PDF") },
  { BARN_FORMAT_DOCX, N_("Word") },
  { BARN_FORMAT_ODT, N_("OpenDocument") },
  { BARN_FORMAT_HTML, N_("Web page") },
  { BARN_FORMAT_MARKDOWN, N_("Markdown") },
};

static void
complain (BarnAdoptDialog *self,
          const GError    *error)
{
  gtk_label_set_label (self->notice, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), TRUE);
}

static gboolean
pulse (gpointer user_data)
{
  gtk_progress_bar_pulse (BARN_ADOPT_DIALOG (user_data)->bar);

  return G_SOURCE_CONTINUE;
}

static void
set_working (BarnAdoptDialog *self,
             gboolean         working)
{
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  if (working)
    self->pulse_source = g_timeout_add (PULSE_MS, pulse, self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "adopt.go", !working);
  gtk_stack_set_visible_child_name (self->stack, working ? "work" : "ask");
}

static void
end (BarnAdoptDialog *self,
     BarnAdopted     *adopted)
{
  g_signal_emit (self, signals[ADOPTED], 0, adopted);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_adopted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (BarnAdoptDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  BarnAdopted *adopted = barn_plan_file_adopt_finish (BARN_PLAN_FILE (source), result, &error);

  g_clear_object (&self->cancellable);
  set_working (self, FALSE);

  if (adopted != NULL)
    end (self, adopted);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    complain (self, error);
}

static void
correct (BarnAdoptDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (barn_plan_file_correct_adopted (self->file, self->adopted, barn_date_entry_get_day (self->adopted_on),
                                      gtk_editable_get_text (self->instance), gtk_editable_get_text (self->decision),
                                      gtk_editable_get_text (self->registry_number), &error))
    end (self, self->adopted);
  else
    complain (self, error);
}

static void
adopt (BarnAdoptDialog *self)
{
  BarnAdoption adoption = {
    .paper = self->paper,
    .year = barn_plan_get_year (self->plan),
    .format = self->format,
    .as_of = barn_date_entry_get_day (self->as_of),
    .adopted_on = barn_date_entry_get_day (self->adopted_on),
    .instance = gtk_editable_get_text (self->instance),
    .decision = gtk_editable_get_text (self->decision),
    .registry_number = gtk_editable_get_text (self->registry_number),
  };
  g_autoptr (GError) error = NULL;

  if (!barn_adoption_check (&adoption, &error))
    {
      complain (self, error);
      return;
    }

  self->cancellable = g_cancellable_new ();
  set_working (self, TRUE);
  barn_plan_file_adopt_async (self->file, &adoption, NULL, self->cancellable, on_adopted, g_object_ref (self));
}

static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  BarnAdoptDialog *self = BARN_ADOPT_DIALOG (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->notice), FALSE);
  /* What is no day is said under its field */
  if (!barn_date_entry_commit (self->adopted_on) || !barn_date_entry_commit (self->as_of))
    return;

  if (self->adopted != NULL)
    correct (self);
  else
    adopt (self);
}

/* While it works, cancelling ends the work, and what was said stays */
static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnAdoptDialog *self = BARN_ADOPT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_format_toggled (BarnAdoptDialog *self,
                   GtkCheckButton  *check)
{
  if (gtk_check_button_get_active (check))
    self->format = (BarnFormat) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), FORMAT_KEY));
}

static void
add_formats (BarnAdoptDialog *self)
{
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *ending = g_strconcat (".", barn_format_get_extension (formats[i].format), NULL);
      /* Translators: a format and the ending of its files: Word (.docx) */
      g_autofree char *label = g_strdup_printf (_("%s (%s)"), _(formats[i].title), ending);
      GtkWidget *check = gtk_check_button_new_with_label (label);

      g_object_set_data (G_OBJECT (check), FORMAT_KEY, GUINT_TO_POINTER (formats[i].format));
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_format_toggled), self, G_CONNECT_SWAPPED);
      if (first != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
      else
        first = GTK_CHECK_BUTTON (check);
      gtk_box_append (self->formats, check);
    }

  gtk_check_button_set_active (first, TRUE);
}

static gboolean
barn_adopt_dialog_close_request (GtkWindow *window)
{
  BarnAdoptDialog *self = BARN_ADOPT_DIALOG (window);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (barn_adopt_dialog_parent_class)->close_request (window);
}

static void
barn_adopt_dialog_dispose (GObject *object)
{
  BarnAdoptDialog *self = BARN_ADOPT_DIALOG (object);

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  /* The window would look for it when it is gone */
  gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  g_clear_object (&self->from);
  g_clear_object (&self->file);
  g_clear_object (&self->plan);
  g_clear_object (&self->adopted);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (barn_adopt_dialog_parent_class)->dispose (object);
}

static void
barn_adopt_dialog_class_init (BarnAdoptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_adopt_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = barn_adopt_dialog_close_request;

  signals[ADOPTED] =
    g_signal_new ("adopted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, BARN_TYPE_ADOPTED);

  gtk_widget_class_install_action (widget_class, "adopt.go", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "adopt.cancel", NULL, cancel_action);

  g_type_ensure (BARN_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-adopt-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, go);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, making);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, as_of);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, instance);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, adopted_on);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, decision);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, registry_number);
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptDialog, bar);
}

static void
barn_adopt_dialog_init (BarnAdoptDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_formats (self);
}

static BarnAdoptDialog *
create (GtkWidget    *from,
        BarnPlanFile *file)
{
  BarnAdoptDialog *self = g_object_new (BARN_TYPE_ADOPT_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);

  self->from = g_object_ref (from);
  self->file = g_object_ref (file);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->instance));

  return self;
}

/**
 * barn_adopt_dialog_new:
 * @from: whatever it was asked for from
 * @file: the open plan file
 * @plan: the plan of the year
 * @paper: which kind of document
 * @as_of: the day whose figures it tells, unless the person says another; %BARN_DAY_NONE: today
 *
 * Returns: (transfer full): a dialog that adopts a document, to be presented
 */
GtkWidget *
barn_adopt_dialog_new (GtkWidget    *from,
                       BarnPlanFile *file,
                       BarnPlan     *plan,
                       BarnPaper     paper,
                       BarnDay       as_of)
{
  BarnAdoptDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  self = create (from, file);
  self->plan = g_object_ref (plan);
  self->paper = paper;

  /* Translators: a kind of document: Adopt: Barnbokslut */
  title = g_strdup_printf (_("Adopt: %s"), barn_paper_get_label (paper));
  gtk_window_set_title (GTK_WINDOW (self), title);
  barn_date_entry_set_day (self->as_of, as_of != BARN_DAY_NONE ? as_of : barn_clock_get_today ());
  barn_date_entry_set_day (self->adopted_on, barn_clock_get_today ());
  gtk_editable_set_text (self->instance, barn_organisation_get_board (barn_model_get_organisation (barn_plan_file_get_model (file))));
  gtk_editable_set_text (self->registry_number, barn_plan_get_registry_number (plan));

  return GTK_WIDGET (self);
}

/**
 * barn_adopt_dialog_new_correct:
 * @from: whatever it was asked for from
 * @file: the open plan file
 * @adopted: an adopted document
 *
 * Returns: (transfer full): a dialog that puts right what is said of the decision, to be presented
 */
GtkWidget *
barn_adopt_dialog_new_correct (GtkWidget    *from,
                               BarnPlanFile *file,
                               BarnAdopted  *adopted)
{
  BarnAdoptDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_ADOPTED (adopted), NULL);

  self = create (from, file);
  self->adopted = g_object_ref (adopted);

  gtk_window_set_title (GTK_WINDOW (self), barn_adopted_get_title (adopted));
  gtk_button_set_label (self->go, _("Save"));
  gtk_widget_set_visible (self->making, FALSE);
  barn_date_entry_set_day (self->as_of, barn_adopted_get_as_of (adopted));
  barn_date_entry_set_day (self->adopted_on, barn_adopted_get_adopted_on (adopted));
  gtk_editable_set_text (self->instance, barn_adopted_get_instance (adopted));
  gtk_editable_set_text (self->decision, barn_adopted_get_decision (adopted));
  gtk_editable_set_text (self->registry_number, barn_adopted_get_registry_number (adopted));

  return GTK_WIDGET (self);
}
