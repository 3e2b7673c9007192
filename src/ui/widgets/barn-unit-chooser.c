/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-unit-chooser"

#include "config.h"

#include "barn-unit-chooser.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

struct _BarnUnitChooser
{
  AdwBin         parent_instance;

  GtkDropDown   *units;
  GtkMenuButton *add;
  GtkEditable   *name;

  GtkStringList *names; /* "None", then the units in their order */
  BarnPlanFile  *file;
  BarnActivity  *activity;
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (BarnUnitChooser, barn_unit_chooser, ADW_TYPE_BIN)

static GListModel *
get_units (BarnUnitChooser *self)
{
  return barn_model_get_units (barn_plan_file_get_model (self->file));
}

static void
fill (BarnUnitChooser *self)
{
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (self->names));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *chosen;
  guint place = 0;

  if (self->activity == NULL)
    return;

  chosen = barn_activity_get_unit (self->activity);
  g_ptr_array_add (names, (gpointer) _("No unit"));
  for (guint i = 0; i < g_list_model_get_n_items (get_units (self)); i++)
    {
      g_autoptr (BarnItem) unit = g_list_model_get_item (get_units (self), i);

      g_ptr_array_add (names, (gpointer) barn_item_get_title (unit));
      if (g_strcmp0 (barn_item_get_id (unit), chosen) == 0)
        place = i + 1;
    }
  g_ptr_array_add (names, NULL);

  self->filling = TRUE;
  gtk_string_list_splice (self->names, 0, n_names, (const char *const *) names->pdata);
  gtk_drop_down_set_selected (self->units, place);
  self->filling = FALSE;
}

static void
set_unit (BarnUnitChooser *self,
          const char      *id)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, id);
  if (!barn_plan_file_set (self->file, BARN_ITEM (self->activity), "unit", NULL, &value, NULL, &error))
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      fill (self);
    }
}

static void
on_selected_changed (BarnUnitChooser *self)
{
  guint place = gtk_drop_down_get_selected (self->units);
  g_autoptr (BarnItem) unit = NULL;

  if (self->filling || self->activity == NULL || place == GTK_INVALID_LIST_POSITION)
    return;

  if (place > 0)
    unit = g_list_model_get_item (get_units (self), place - 1);
  if (g_strcmp0 (unit != NULL ? barn_item_get_id (unit) : NULL, barn_activity_get_unit (self->activity)) != 0)
    set_unit (self, unit != NULL ? barn_item_get_id (unit) : NULL);
}

static void
on_add_activated (BarnUnitChooser *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autoptr (GError) error = NULL;
  BarnUnit *unit;

  if (*name == '\0' || self->activity == NULL)
    return;

  unit = barn_plan_file_add_unit (self->file, name, &error);
  if (unit == NULL)
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return;
    }
  set_unit (self, barn_item_get_id (BARN_ITEM (unit)));
  gtk_editable_set_text (self->name, "");
  gtk_menu_button_popdown (self->add);
}

static void
drop_activity (BarnUnitChooser *self)
{
  if (self->activity != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->activity, fill, self);
      g_signal_handlers_disconnect_by_func (get_units (self), fill, self);
    }
  g_clear_object (&self->activity);
  g_clear_object (&self->file);
}

static void
barn_unit_chooser_dispose (GObject *object)
{
  BarnUnitChooser *self = BARN_UNIT_CHOOSER (object);

  drop_activity (self);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (barn_unit_chooser_parent_class)->dispose (object);
}

static void
barn_unit_chooser_class_init (BarnUnitChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_unit_chooser_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-unit-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnUnitChooser, units);
  gtk_widget_class_bind_template_child (widget_class, BarnUnitChooser, add);
  gtk_widget_class_bind_template_child (widget_class, BarnUnitChooser, name);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add_activated);
}

static void
barn_unit_chooser_init (BarnUnitChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->names = gtk_string_list_new (NULL);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->units, G_LIST_MODEL (self->names));
  self->filling = FALSE;

  /* What gets the focus is a button inside */
  barn_ui_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->units)), _("Unit"));
  barn_ui_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->add)), _("New unit"));
}

/**
 * barn_unit_chooser_set_activity:
 * @self: the chooser
 * @file: (nullable): the plan file
 * @activity: (nullable): whose unit is chosen
 */
void
barn_unit_chooser_set_activity (BarnUnitChooser *self,
                                BarnPlanFile    *file,
                                BarnActivity    *activity)
{
  g_return_if_fail (BARN_IS_UNIT_CHOOSER (self));
  g_return_if_fail (activity == NULL || BARN_IS_PLAN_FILE (file));

  drop_activity (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), activity != NULL && !barn_plan_file_get_read_only (file));
  if (activity == NULL)
    return;

  self->file = g_object_ref (file);
  self->activity = g_object_ref (activity);
  g_signal_connect_swapped (activity, "notify::unit", G_CALLBACK (fill), self);
  g_signal_connect_swapped (get_units (self), "items-changed", G_CALLBACK (fill), self);
  fill (self);
}
