/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-reported-dialog"

#include "config.h"

#include "barn-reported-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-status-icon.h"
#include "barn-text.h"
#include "barn-ui.h"

struct _BarnReportedDialog
{
  AdwWindow        parent_instance;

  GtkEditable     *search;
  GtkListView     *lines;
  GtkLabel        *explanation;
  GtkLabel        *nothing;

  BarnPlanFile    *file;
  GtkCustomFilter *filter;
  GListModel      *shown;   /* of BarnReported */
  char            *words;   /* folded; NULL: no search */
};

enum
{
  CORRECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnReportedDialog, barn_reported_dialog, ADW_TYPE_WINDOW)

/* The parts of a row */
typedef struct
{
  GtkLabel       *title;
  GtkLabel       *particulars;
  GtkLabel       *comment;
  BarnStatusIcon *status;
} Line;

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  BarnReportedDialog *self = user_data;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (self->words == NULL)
    return TRUE;

  all = g_strjoin (" ", barn_reported_get_title (item), barn_reported_get_responsible (item), barn_reported_get_roles (item),
                   barn_reported_get_comment (item), NULL);
  folded = barn_fold (all);

  return strstr (folded, self->words) != NULL;
}

static void
update_nothing (BarnReportedDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), g_list_model_get_n_items (self->shown) == 0);
}

static void
on_search_changed (BarnReportedDialog *self)
{
  const char *text = gtk_editable_get_text (self->search);

  g_free (self->words);
  self->words = barn_text_is_blank (text) ? NULL : barn_fold (text);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
on_setup (BarnReportedDialog *self,
          GtkListItem        *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Line *line = g_new0 (Line, 1);

  line->title = GTK_LABEL (new_label (NULL));
  line->particulars = GTK_LABEL (new_label ("dim-label"));
  line->comment = GTK_LABEL (new_label ("caption"));
  line->status = BARN_STATUS_ICON (barn_status_icon_new ());
  gtk_widget_set_halign (GTK_WIDGET (line->status), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->status));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->comment));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->particulars));
  gtk_widget_add_css_class (box, "gap-row");
  g_object_set_data_full (G_OBJECT (box), "barn-line", line, g_free);
  gtk_list_item_set_child (list_item, box);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
on_bind (BarnReportedDialog *self,
         GtkListItem        *list_item)
{
  BarnReported *reported = gtk_list_item_get_item (list_item);
  Line *line = g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "barn-line");
  const char *roles = barn_reported_get_roles (reported);
  const char *responsible = barn_reported_get_responsible (reported);
  g_autofree char *who = g_strdup_printf ("%s%s%s", roles, *roles != '\0' && *responsible != '\0' ? " · " : "", responsible);
  g_autofree char *status = barn_status_dup_words (barn_reported_get_status (reported), barn_reported_get_overdue (reported));
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s", barn_reported_get_title (reported), status,
                                           barn_reported_get_comment (reported), who);

  gtk_label_set_label (line->title, barn_reported_get_title (reported));
  barn_status_icon_set_status (line->status, barn_reported_get_status (reported));
  barn_status_icon_set_overdue (line->status, barn_reported_get_overdue (reported));
  show_text (line->comment, barn_reported_get_comment (reported));
  show_text (line->particulars, who);
  barn_ui_set_row_name (list_item, name);
}

static void
on_line_activated (BarnReportedDialog *self,
                   guint               position)
{
  g_autoptr (BarnReported) reported = g_list_model_get_item (self->shown, position);
  BarnModel *model = barn_plan_file_get_model (self->file);
  BarnItem *activity = barn_model_lookup (model, barn_reported_get_activity (reported));

  if (activity == NULL || !BARN_IS_ACTIVITY (activity))
    {
      gtk_label_set_label (self->explanation, _("That activity has been deleted. What was reported of it stays here."));
      return;
    }

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CORRECT], 0, activity);
  g_object_unref (self);
}

/* Enter in the search takes the first that it found */
static void
on_search_activated (BarnReportedDialog *self)
{
  if (self->words != NULL && g_list_model_get_n_items (self->shown) > 0)
    on_line_activated (self, 0);
}

static void
barn_reported_dialog_dispose (GObject *object)
{
  BarnReportedDialog *self = BARN_REPORTED_DIALOG (object);

  g_clear_object (&self->file);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (barn_reported_dialog_parent_class)->dispose (object);
}

static void
barn_reported_dialog_class_init (BarnReportedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_reported_dialog_dispose;

  signals[CORRECT] =
    g_signal_new ("correct", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, BARN_TYPE_ACTIVITY);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-reported-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnReportedDialog, search);
  gtk_widget_class_bind_template_child (widget_class, BarnReportedDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, BarnReportedDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, BarnReportedDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_line_activated);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
barn_reported_dialog_init (BarnReportedDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->lines, factory);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
}

/**
 * barn_reported_dialog_new:
 * @parent: the window to stand before
 * @file: the open plan file
 * @occasion: an occasion that is closed
 *
 * Returns: (transfer none): a new dialog, owned by GTK until it is closed
 */
GtkWidget *
barn_reported_dialog_new (GtkWindow    *parent,
                          BarnPlanFile *file,
                          BarnOccasion *occasion)
{
  BarnReportedDialog *self;
  g_autoptr (GtkSingleSelection) rows = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_OCCASION (occasion), NULL);

  title = g_strdup_printf (_("“%s” as Reported"), barn_occasion_get_title (occasion));
  self = g_object_new (BARN_TYPE_REPORTED_DIALOG, "transient-for", parent, "title", title, NULL);
  g_set_object (&self->file, file);
  self->shown = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (barn_occasion_get_reported (occasion)),
                                                         GTK_FILTER (g_object_ref (self->filter))));
  rows = gtk_single_selection_new (g_object_ref (self->shown));
  gtk_list_view_set_model (self->lines, GTK_SELECTION_MODEL (rows));
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (update_nothing), self, G_CONNECT_SWAPPED);
  update_nothing (self);
  if (barn_plan_file_get_read_only (file))
    {
      gtk_list_view_set_single_click_activate (self->lines, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->explanation), FALSE);
    }

  return GTK_WIDGET (self);
}
