/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-close-dialog"

#include "config.h"

#include "barn-close-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-text.h"
#include "barn-ui.h"

struct _BarnCloseDialog
{
  AdwWindow     parent_instance;

  GtkLabel     *explanation;
  GtkWidget    *gaps_frame;
  GtkListView  *gaps;
  GtkWidget    *reason_group;
  AdwEntryRow  *reason;
  GtkLabel     *notice;
  GtkWidget    *close_button;

  BarnPlanFile *file;
  BarnPlan     *plan;
  BarnOccasion *occasion;
  GListStore   *activities;
  GHashTable   *missing;    /* BarnActivity → BarnMissing */
};

enum
{
  FOLLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnCloseDialog, barn_close_dialog, ADW_TYPE_WINDOW)

static BarnMissing
get_missing (BarnCloseDialog *self,
             BarnActivity    *activity)
{
  return (BarnMissing) GPOINTER_TO_UINT (g_hash_table_lookup (self->missing, activity));
}

/* "No follow-up for the occasion · Nobody is responsible" */
static char *
dup_missing_words (BarnMissing missing)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if ((missing & BARN_MISSING_STATUS) != 0)
    g_ptr_array_add (words, (gpointer) _("Status is missing: not followed up for the occasion"));
  if ((missing & BARN_MISSING_COMMENT) != 0)
    g_ptr_array_add (words, (gpointer) _("Comment is missing"));
  if ((missing & BARN_MISSING_RESPONSIBLE) != 0)
    g_ptr_array_add (words, (gpointer) _("Responsible is missing"));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

static void
update_close (BarnCloseDialog *self)
{
  gboolean complete = g_list_model_get_n_items (G_LIST_MODEL (self->activities)) == 0;

  gtk_widget_set_sensitive (self->close_button,
                            complete || !barn_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
}

static void
list_gaps (BarnCloseDialog *self)
{
  g_autoptr (GArray) gaps = barn_occasion_list_gaps (self->occasion, self->plan);
  g_autoptr (GPtrArray) activities = g_ptr_array_new ();
  g_autofree char *words = NULL;

  for (guint i = 0; i < gaps->len; i++)
    {
      BarnGap *gap = &g_array_index (gaps, BarnGap, i);

      g_ptr_array_add (activities, gap->activity);
      g_hash_table_insert (self->missing, g_object_ref (gap->activity), GUINT_TO_POINTER (gap->missing));
    }
  g_list_store_splice (self->activities, 0, g_list_model_get_n_items (G_LIST_MODEL (self->activities)), activities->pdata,
                       activities->len);

  if (gaps->len > 0)
    words = g_strdup_printf (ngettext ("Something is missing in %u activity. Mend it, or close all the same and say why.",
                                       "Something is missing in %u activities. Mend it, or close all the same and say why.",
                                       gaps->len), gaps->len);
  else
    words = g_strdup (_("Nothing is missing."));
  gtk_label_set_label (self->explanation, words);
  gtk_widget_set_visible (self->gaps_frame, gaps->len > 0);
  gtk_widget_set_visible (self->reason_group, gaps->len > 0);
  update_close (self);
}

static void
on_setup (BarnCloseDialog *self,
          GtkListItem     *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (words, "caption");
  gtk_widget_add_css_class (words, "dim-label");
  gtk_widget_add_css_class (box, "gap-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind (BarnCloseDialog *self,
         GtkListItem     *list_item)
{
  BarnActivity *activity = gtk_list_item_get_item (list_item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  g_autofree char *words = dup_missing_words (get_missing (self, activity));
  g_autofree char *name = g_strdup_printf ("%s, %s", barn_activity_get_title (activity), words);

  gtk_label_set_label (GTK_LABEL (title), barn_activity_get_title (activity));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), words);
  barn_ui_set_row_name (list_item, name);
}

static void
on_gap_activated (BarnCloseDialog *self,
                  guint            position)
{
  g_autoptr (BarnActivity) activity = g_list_model_get_item (G_LIST_MODEL (self->activities), position);
  gboolean here = (get_missing (self, activity) & (BARN_MISSING_STATUS | BARN_MISSING_COMMENT)) != 0;

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[FOLLOWED], 0, activity, here);
  g_object_unref (self);
}

static void
on_close_clicked (BarnCloseDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (barn_plan_file_close_occasion (self->file, self->occasion, gtk_editable_get_text (GTK_EDITABLE (self->reason)), &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_label_set_label (self->notice, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), TRUE);
}

static void
on_reason_activated (BarnCloseDialog *self)
{
  if (gtk_widget_get_sensitive (self->close_button))
    on_close_clicked (self);
}

static void
barn_close_dialog_dispose (GObject *object)
{
  BarnCloseDialog *self = BARN_CLOSE_DIALOG (object);

  g_clear_object (&self->file);
  g_clear_object (&self->plan);
  g_clear_object (&self->occasion);
  g_clear_object (&self->activities);
  g_clear_pointer (&self->missing, g_hash_table_unref);

  G_OBJECT_CLASS (barn_close_dialog_parent_class)->dispose (object);
}

static void
barn_close_dialog_class_init (BarnCloseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_close_dialog_dispose;

  signals[FOLLOWED] =
    g_signal_new ("followed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, BARN_TYPE_ACTIVITY, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-close-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnCloseDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, BarnCloseDialog, gaps_frame);
  gtk_widget_class_bind_template_child (widget_class, BarnCloseDialog, gaps);
  gtk_widget_class_bind_template_child (widget_class, BarnCloseDialog, reason_group);
  gtk_widget_class_bind_template_child (widget_class, BarnCloseDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, BarnCloseDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, BarnCloseDialog, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_gap_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_activated);
  gtk_widget_class_bind_template_callback (widget_class, update_close);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
barn_close_dialog_init (BarnCloseDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSingleSelection) rows = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->missing = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->activities = g_list_store_new (BARN_TYPE_ACTIVITY);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->gaps, factory);
  rows = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->activities)));
  gtk_list_view_set_model (self->gaps, GTK_SELECTION_MODEL (rows));
}

/**
 * barn_close_dialog_new:
 * @parent: the window to stand before
 * @file: the open plan file
 * @plan: the plan of @occasion
 * @occasion: an occasion that is not closed
 *
 * Returns: (transfer none): a new dialog, owned by GTK until it is closed
 */
GtkWidget *
barn_close_dialog_new (GtkWindow    *parent,
                       BarnPlanFile *file,
                       BarnPlan     *plan,
                       BarnOccasion *occasion)
{
  BarnCloseDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_OCCASION (occasion), NULL);

  title = g_strdup_printf (_("Close “%s”"), barn_occasion_get_title (occasion));
  self = g_object_new (BARN_TYPE_CLOSE_DIALOG, "transient-for", parent, "title", title, NULL);
  g_set_object (&self->file, file);
  g_set_object (&self->plan, plan);
  g_set_object (&self->occasion, occasion);
  list_gaps (self);

  return GTK_WIDGET (self);
}
