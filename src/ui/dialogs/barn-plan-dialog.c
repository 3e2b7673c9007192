/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-dialog"

#include "config.h"

#include "barn-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-field-binding.h"

#define N_BINDINGS 7

struct _BarnPlanDialog
{
  AdwWindow         parent_instance;

  AdwEntryRow      *organisation_row;
  AdwEntryRow      *board_row;
  AdwEntryRow      *municipality_row;
  AdwEntryRow      *title_row;
  AdwEntryRow      *approved_by_row;
  AdwEntryRow      *approved_on_row;
  AdwEntryRow      *registry_number_row;
  GtkLabel         *notice;

  BarnPlanFile     *file;
  BarnPlan         *plan;
  BarnFieldBinding *bindings[N_BINDINGS];
  guint             n_bindings;
};

G_DEFINE_FINAL_TYPE (BarnPlanDialog, barn_plan_dialog, ADW_TYPE_WINDOW)

static char *
load_approved_on (gpointer user_data)
{
  BarnPlanDialog *self = user_data;
  BarnDay day = barn_plan_get_approved_on (self->plan);

  return day != BARN_DAY_NONE ? barn_day_to_iso (day) : NULL;
}

static gboolean
save_approved_on (const char  *before,
                  const char  *text,
                  const char  *run,
                  gpointer     user_data,
                  GError     **error)
{
  BarnPlanDialog *self = user_data;
  g_auto (GValue) old = G_VALUE_INIT;
  g_auto (GValue) new = G_VALUE_INIT;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  BarnDay day = BARN_DAY_NONE;

  if (*trimmed != '\0')
    {
      day = barn_day_parse (trimmed, barn_clock_get_today ());
      if (day == BARN_DAY_NONE)
        {
          g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                       _("“%s” is not a date. Write it as 2026-02-26."), trimmed);
          return FALSE;
        }
    }

  g_value_init (&old, G_TYPE_UINT);
  g_value_set_uint (&old, barn_day_from_iso (before));
  g_value_init (&new, G_TYPE_UINT);
  g_value_set_uint (&new, day);

  return barn_plan_file_set (self->file, BARN_ITEM (self->plan), "approved-on", &old, &new, run, error);
}

static BarnFieldBinding *
add_binding (BarnPlanDialog *self,
             AdwEntryRow    *row)
{
  BarnFieldBinding *binding = barn_field_binding_new_editable (GTK_EDITABLE (row));

  g_assert (self->n_bindings < N_BINDINGS);
  self->bindings[self->n_bindings++] = binding;

  return binding;
}

static void
bind (BarnPlanDialog *self,
      AdwEntryRow    *row,
      gpointer        item,
      const char     *field)
{
  barn_field_binding_set_item (add_binding (self, row), self->file, item, field);
}

/* The window behind says what goes wrong where no dialog stands before it; here it is said in the dialog */
static void
on_report_error (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  BarnPlanDialog *self = BARN_PLAN_DIALOG (widget);

  gtk_label_set_label (self->notice, g_variant_get_string (parameter, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->notice), TRUE);
}

static void
on_file_changed (BarnPlanDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->notice), FALSE);
}

static gboolean
barn_plan_dialog_close_request (GtkWindow *window)
{
  BarnPlanDialog *self = BARN_PLAN_DIALOG (window);

  for (guint i = 0; i < self->n_bindings; i++)
    if (!barn_field_binding_save (self->bindings[i]) && barn_field_binding_is_dirty (self->bindings[i]))
      return TRUE;

  return GTK_WINDOW_CLASS (barn_plan_dialog_parent_class)->close_request (window);
}

static void
barn_plan_dialog_dispose (GObject *object)
{
  BarnPlanDialog *self = BARN_PLAN_DIALOG (object);

  for (guint i = 0; i < self->n_bindings; i++)
    g_clear_object (&self->bindings[i]);
  self->n_bindings = 0;
  g_clear_object (&self->file);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (barn_plan_dialog_parent_class)->dispose (object);
}

static void
barn_plan_dialog_class_init (BarnPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_plan_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = barn_plan_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnPlanDialog, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, BarnPlanDialog, board_row);
  gtk_widget_class_bind_template_child (widget_class, BarnPlanDialog, municipality_row);
  gtk_widget_class_bind_template_child (widget_class, BarnPlanDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, BarnPlanDialog, approved_by_row);
  gtk_widget_class_bind_template_child (widget_class, BarnPlanDialog, approved_on_row);
  gtk_widget_class_bind_template_child (widget_class, BarnPlanDialog, registry_number_row);
  gtk_widget_class_bind_template_child (widget_class, BarnPlanDialog, notice);

  gtk_widget_class_install_action (widget_class, "win.report-error", "s", on_report_error);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
barn_plan_dialog_init (BarnPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_plan_dialog_new:
 * @parent: the window to stand before
 * @file: the open plan file
 * @plan: the plan to tell of
 *
 * Returns: (transfer none): a new dialog, owned by GTK until it is closed
 */
GtkWidget *
barn_plan_dialog_new (GtkWindow    *parent,
                      BarnPlanFile *file,
                      BarnPlan     *plan)
{
  BarnPlanDialog *self;
  BarnOrganisation *organisation;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  self = g_object_new (BARN_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  g_set_object (&self->file, file);
  g_set_object (&self->plan, plan);
  organisation = barn_model_get_organisation (barn_plan_file_get_model (file));

  bind (self, self->organisation_row, organisation, "name");
  bind (self, self->board_row, organisation, "board");
  bind (self, self->municipality_row, organisation, "municipality");
  bind (self, self->title_row, plan, "title");
  bind (self, self->approved_by_row, plan, "approved-by");
  bind (self, self->registry_number_row, plan, "registry-number");
  barn_field_binding_set_custom (add_binding (self, self->approved_on_row), file, "approved-on", load_approved_on, save_approved_on,
                                 self, NULL);
  g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
