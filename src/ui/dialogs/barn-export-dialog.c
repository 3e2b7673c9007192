/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-export-dialog"

#include "config.h"

#include "barn-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-choose.h"
#include "barn-document.h"
#include "barn-mail.h"
#include "barn-plan-file-profile.h"
#include "barn-review.h"
#include "barn-ui.h"

#define PULSE_MS 100
/* Long enough to be read and reached by keys */
#define TOAST_SECONDS 15

struct _BarnExportDialog
{
  AdwWindow            parent_instance;

  GtkStack            *stack;
  GtkWidget           *go;
  AdwPreferencesGroup *formats;
  GtkEditable         *as_of;
  GtkLabel            *understood;
  AdwPreferencesGroup *remarks_group;
  GtkListBox          *remarks;
  GtkProgressBar      *bar;

  GPtrArray           *checks;      /* of the formats; not owned */
  BarnFormat           format;      /* the chosen one */

  GtkWidget           *from;
  BarnPlanFile        *file;
  BarnPlan            *plan;
  BarnPaper            paper;
  BarnExportWay        way;
  GFile               *output;
  GCancellable        *cancellable;
  guint                pulse_source;
};

enum
{
  REMARK_FOLLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnExportDialog, barn_export_dialog, ADW_TYPE_WINDOW)

#define REMARK_KEY "barn-remark"
#define FORMAT_KEY "barn-format"

/* What is said of a format, in the order in which a person needs them; which of them there are, the document layer says */
static const struct
{
  BarnFormat  format;
  const char *title;
  const char *subtitle;
} formats[] = {
  { BARN_FORMAT_DOCX, N_("Word"), N_("For the nämnd’s papers, to be edited further") },
  { BARN_FORMAT_ODT, N_("OpenDocument"), N_("For LibreOffice and others, to be edited further") },
  { BARN_FORMAT_PDF, N_("PDF"), N_("To be read, printed and archived, also with a screen reader") },
  { BARN_FORMAT_HTML, N_("Web page"), N_("One file that opens in any browser") },
  { BARN_FORMAT_MARKDOWN, N_("Markdown"), N_("Plain text, for other programs") },
  { BARN_FORMAT_TEXT, N_("Text"), N_("Words alone, without headings and tables") },
};

static BarnDay
get_day (BarnExportDialog *self)
{
  return barn_day_parse (gtk_editable_get_text (self->as_of), barn_clock_get_today ());
}

/* ---- Formats ---- */

static void
on_format_toggled (BarnExportDialog *self,
                   GtkCheckButton   *check)
{
  if (gtk_check_button_get_active (check))
    self->format = (BarnFormat) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), FORMAT_KEY));
}

static void
add_format (BarnExportDialog *self,
            BarnFormat        format,
            const char       *title,
            const char       *subtitle)
{
  g_autofree char *ending = g_strconcat (".", barn_format_get_extension (format), NULL);
  /* Translators: a format and the ending of its files: Word (.docx) */
  g_autofree char *name = g_strdup_printf (_("%s (%s)"), title, ending);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (ending);

  g_object_set_data (G_OBJECT (check), FORMAT_KEY, GUINT_TO_POINTER (format));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  barn_ui_set_name (check, name);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_format_toggled), self, G_CONNECT_SWAPPED);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  g_ptr_array_add (self->checks, check);

  gtk_widget_add_css_class (label, "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->formats, row);
}

/* Those that can be written, the first of them chosen */
static void
show_formats (BarnExportDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (barn_format_can_write (formats[i].format))
        add_format (self, formats[i].format, _(formats[i].title), _(formats[i].subtitle));
    }

  gtk_check_button_set_active (g_ptr_array_index (self->checks, 0), TRUE);
}

/* ---- Remarks ---- */

/* It says nothing that the row does not say */
static GtkWidget *
create_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", name,
                       NULL);
}

static GtkWidget *
create_remark_row (BarnRemark *remark)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (remark->sentence, -1);
  GtkWidget *icon = create_icon ("dialog-warning-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_icon ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Go to this section"));
  gtk_widget_add_css_class (icon, "warning");
  g_object_set_data (G_OBJECT (row), REMARK_KEY, remark);

  return row;
}

static void
show_remarks (BarnExportDialog *self)
{
  BarnDay day = get_day (self);
  g_autoptr (GPtrArray) remarks = NULL;
  GtkWidget *row;

  if (day == BARN_DAY_NONE)
    return;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->remarks))) != NULL)
    gtk_list_box_remove (self->remarks, row);

  remarks = barn_review (self->paper, barn_plan_file_get_model (self->file), self->plan,
                         barn_plan_file_get_profile (self->file), day);
  for (guint i = 0; i < remarks->len; i++)
    gtk_list_box_append (self->remarks, create_remark_row (g_ptr_array_index (remarks, i)));

  if (remarks->len == 0)
    adw_preferences_group_set_description (self->remarks_group, _("Nothing is missing."));
  else
    adw_preferences_group_set_description (self->remarks_group,
                                           self->way == BARN_EXPORT_SEND ? _("You can send it anyway.") : _("You can export anyway."));
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), remarks->len > 0);

  /* The rows point into it */
  g_object_set_data_full (G_OBJECT (self->remarks), REMARK_KEY, g_steal_pointer (&remarks), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_remark_activated (BarnExportDialog *self,
                     GtkListBoxRow    *row)
{
  BarnRemark *remark = g_object_get_data (G_OBJECT (row), REMARK_KEY);

  g_signal_emit (self, signals[REMARK_FOLLOWED], 0, remark);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- As of ---- */

static void
on_as_of_changed (BarnExportDialog *self)
{
  BarnDay day = get_day (self);
  g_autofree char *words = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.go", day != BARN_DAY_NONE);
  if (day == BARN_DAY_NONE)
    {
      gtk_label_set_label (self->understood, _("Write a date such as 2026-12-31, 31/12 or v. 52."));
      gtk_widget_add_css_class (GTK_WIDGET (self->as_of), "error");
      return;
    }

  words = barn_day_format (day, BARN_DAY_LONG, barn_ui_get_language (), barn_clock_get_today ());
  gtk_label_set_label (self->understood, words);
  gtk_widget_remove_css_class (GTK_WIDGET (self->as_of), "error");
  if (self->file != NULL)
    show_remarks (self);
}

/* The dialog has no default button: it would take Enter from the rows, which lead to what they are about */
static void
on_as_of_activated (BarnExportDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "export.go", NULL);
}

/* ---- Exporting ---- */

static void
on_open_clicked (AdwToast *toast,
                 GFile    *output)
{
  g_autofree char *uri = g_file_get_uri (output);

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

static void
unref_output (gpointer  data,
              GClosure *closure)
{
  g_object_unref (data);
}

static void
tell_done (BarnExportDialog *self)
{
  g_autofree char *name = g_file_get_basename (self->output);
  g_autofree char *sentence = g_strdup_printf (_("The document was exported to %s"), name);
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  GtkWidget *overlay = gtk_widget_get_ancestor (self->from, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_open_clicked),
                         g_object_ref (self->output), unref_output, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static gboolean
pulse (gpointer user_data)
{
  gtk_progress_bar_pulse (BARN_EXPORT_DIALOG (user_data)->bar);

  return G_SOURCE_CONTINUE;
}

static void
set_working (BarnExportDialog *self,
             gboolean          working)
{
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  if (working)
    self->pulse_source = g_timeout_add (PULSE_MS, pulse, self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.go", !working);
  gtk_stack_set_visible_child_name (self->stack, working ? "work" : "choose");
}

/* What is handed to the mail program, when this dialog is gone already */
typedef struct
{
  GtkWidget *from;
  GFile     *output;
} Handed;

static void
handed_free (Handed *self)
{
  g_object_unref (self->from);
  g_object_unref (self->output);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Handed, handed_free)

static void
on_handed_over (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Handed) self = user_data;
  g_autoptr (GError) error = NULL;

  if (barn_mail_compose_finish (result, &error))
    {
      barn_ui_say (self->from, _("The document is in a new message in your mail program"));
      return;
    }

  /* Nobody reads the file that was made for it */
  g_file_delete (self->output, NULL, NULL);
  barn_ui_report_error (self->from, error);
}

/* The message is the person's to write: it is begun, and this dialog is done */
static void
hand_over (BarnExportDialog *self)
{
  g_autofree char *subject = g_strdup_printf ("%s %u", barn_paper_get_label (self->paper), barn_plan_get_year (self->plan));

  Handed *handed = g_new0 (Handed, 1);

  handed->from = g_object_ref (self->from);
  handed->output = g_object_ref (self->output);
  barn_mail_compose_async (self->output, subject, NULL, on_handed_over, handed);
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (BarnExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = barn_plan_file_export_finish (BARN_PLAN_FILE (source), result, &error);

  g_clear_object (&self->cancellable);
  set_working (self, FALSE);

  if (!done)
    barn_ui_report_error (self->from, error);
  else if (self->way == BARN_EXPORT_SEND)
    hand_over (self);
  else
    tell_done (self);

  gtk_window_destroy (GTK_WINDOW (self));
}

/* Takes @output */
static void
export_to (BarnExportDialog *self,
           GFile            *output)
{
  g_clear_object (&self->output);
  self->output = output;
  self->cancellable = g_cancellable_new ();
  set_working (self, TRUE);
  barn_plan_file_export_async (self->file, self->paper, barn_plan_get_year (self->plan), get_day (self), NULL,
                               self->output, self->cancellable, on_exported, g_object_ref (self));
}

static void
on_output_chosen (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (BarnExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GFile *output = barn_choose_finish (result, &error);

  if (output != NULL)
    export_to (self, output);
  else
    barn_ui_report_error (self->from, error);
}

static void
go (GtkWidget  *widget,
    const char *action_name,
    GVariant   *parameter)
{
  BarnExportDialog *self = BARN_EXPORT_DIALOG (widget);
  g_autofree char *name = g_strdup_printf ("%s-%u.%s", barn_paper_to_nick (self->paper), barn_plan_get_year (self->plan),
                                           barn_format_get_extension (self->format));
  g_autoptr (GError) error = NULL;
  GFile *output;

  if (self->way == BARN_EXPORT_SAVE)
    {
      barn_choose_save (GTK_WINDOW (self), gtk_window_get_title (GTK_WINDOW (self)), BARN_CHOOSE_ANY, name, NULL,
                        on_output_chosen, g_object_ref (self));
      return;
    }

  output = barn_mail_prepare (name, &error);
  if (output != NULL)
    export_to (self, output);
  else
    barn_ui_report_error (self->from, error);
}

/* While it works, cancelling ends the work, and that closes the dialog */
static void
cancel (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  BarnExportDialog *self = BARN_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
barn_export_dialog_close_request (GtkWindow *window)
{
  BarnExportDialog *self = BARN_EXPORT_DIALOG (window);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (barn_export_dialog_parent_class)->close_request (window);
}

static void
barn_export_dialog_dispose (GObject *object)
{
  BarnExportDialog *self = BARN_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  g_clear_object (&self->from);
  g_clear_object (&self->file);
  g_clear_object (&self->plan);
  g_clear_object (&self->output);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (barn_export_dialog_parent_class)->dispose (object);
}

static void
barn_export_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (BARN_EXPORT_DIALOG (object)->checks);

  G_OBJECT_CLASS (barn_export_dialog_parent_class)->finalize (object);
}

static void
barn_export_dialog_class_init (BarnExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_export_dialog_dispose;
  object_class->finalize = barn_export_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = barn_export_dialog_close_request;

  signals[REMARK_FOLLOWED] =
    g_signal_new ("remark-followed", BARN_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "export.go", NULL, go);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnExportDialog, go);
  gtk_widget_class_bind_template_child (widget_class, BarnExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, BarnExportDialog, as_of);
  gtk_widget_class_bind_template_child (widget_class, BarnExportDialog, understood);
  gtk_widget_class_bind_template_child (widget_class, BarnExportDialog, remarks_group);
  gtk_widget_class_bind_template_child (widget_class, BarnExportDialog, remarks);
  gtk_widget_class_bind_template_child (widget_class, BarnExportDialog, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_as_of_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_as_of_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_remark_activated);
}

static void
barn_export_dialog_init (BarnExportDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_formats (self);
}

/* What is sent is to be read; what is exported is often edited further */
static void
choose_format (BarnExportDialog *self,
               BarnFormat        format)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), FORMAT_KEY)) == (guint) format)
        gtk_check_button_set_active (check, TRUE);
    }
}

static void
show_words (BarnExportDialog *self)
{
  const char *label = barn_paper_get_label (self->paper);
  /* Translators: a kind of document: Export: Barnbokslut */
  g_autofree char *title = g_strdup_printf (self->way == BARN_EXPORT_SEND ? _("Send: %s") : _("Export: %s"), label);

  gtk_window_set_title (GTK_WINDOW (self), title);
  if (self->way != BARN_EXPORT_SEND)
    return;

  gtk_button_set_label (GTK_BUTTON (self->go), _("To Mail Program"));
  adw_preferences_group_set_title (self->remarks_group, _("Before you send"));
  barn_ui_set_name (GTK_WIDGET (self->remarks), _("Before you send"));
  choose_format (self, BARN_FORMAT_PDF);
}

/**
 * barn_export_dialog_new:
 * @from: whatever the export was asked for from: what happens is told in its window
 * @file: the open plan file
 * @plan: the plan of the year
 * @paper: which kind of document
 * @as_of: the day whose figures it tells, unless the person says another; %BARN_DAY_NONE: today
 * @way: where it goes
 *
 * Returns: (transfer full): a dialog, to be presented
 */
GtkWidget *
barn_export_dialog_new (GtkWidget    *from,
                        BarnPlanFile *file,
                        BarnPlan     *plan,
                        BarnPaper     paper,
                        BarnDay       as_of,
                        BarnExportWay way)
{
  BarnExportDialog *self;
  g_autofree char *day = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  self = g_object_new (BARN_TYPE_EXPORT_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);
  self->from = g_object_ref (from);
  self->file = g_object_ref (file);
  self->plan = g_object_ref (plan);

  self->paper = paper;
  self->way = way;

  show_words (self);
  day = barn_day_to_iso (as_of != BARN_DAY_NONE ? as_of : barn_clock_get_today ());
  gtk_editable_set_text (self->as_of, day);
  gtk_window_set_focus (GTK_WINDOW (self), self->go);

  return GTK_WIDGET (self);
}
