/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-indicator-list"

#include "config.h"

#include "barn-indicator-list.h"

#include <glib/gi18n-lib.h>

#include "barn-indicator-row.h"
#include "barn-ui.h"

struct _BarnIndicatorList
{
  AdwBin         parent_instance;

  GtkBox        *rows;
  GtkMenuButton *add;

  BarnPlanFile  *file;
  BarnPlan      *plan;
  BarnItem      *item;
};

G_DEFINE_FINAL_TYPE (BarnIndicatorList, barn_indicator_list, ADW_TYPE_BIN)

static gboolean
is_ours (BarnIndicatorList *self,
         BarnIndicator     *indicator)
{
  const char *id = barn_item_get_id (self->item);

  return g_strcmp0 (barn_indicator_get_activity (indicator), id) == 0
         || g_strcmp0 (barn_indicator_get_shift (indicator), id) == 0;
}

static GtkWidget *
find_row (BarnIndicatorList *self,
          BarnIndicator     *indicator)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (barn_indicator_row_get_indicator (BARN_INDICATOR_ROW (row)) == indicator)
      return row;

  return NULL;
}

static void
remove_rows (BarnIndicatorList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);
      BarnItem *indicator = BARN_ITEM (barn_indicator_row_get_indicator (BARN_INDICATOR_ROW (row)));

      if (self->item == NULL || !is_ours (self, BARN_INDICATOR (indicator))
          || barn_model_lookup (barn_plan_file_get_model (self->file), barn_item_get_id (indicator)) != indicator)
        gtk_box_remove (self->rows, row);
      row = next;
    }
}

/* Rows that stay are left alone: somebody may be writing in them */
static void
fill (BarnIndicatorList *self)
{
  GListModel *indicators = self->item != NULL ? barn_plan_get_indicators (self->plan) : NULL;
  GtkWidget *before = NULL;

  remove_rows (self);
  for (guint i = 0; indicators != NULL && i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BarnIndicator) indicator = g_list_model_get_item (indicators, i);
      GtkWidget *row;

      if (!is_ours (self, indicator))
        continue;
      row = find_row (self, indicator);
      if (row != NULL)
        {
          gtk_box_reorder_child_after (self->rows, row, before);
        }
      else
        {
          row = barn_indicator_row_new (self->file, indicator);
          gtk_box_insert_child_after (self->rows, row, before);
        }
      before = row;
    }
}

static void
on_file_changed (BarnIndicatorList *self)
{
  fill (self);
}

/* The keyboard goes to what was added */
static void
show_added (BarnIndicatorList *self,
            BarnIndicator     *indicator,
            const GError      *error)
{
  GtkWidget *row = NULL;

  if (indicator == NULL)
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return;
    }
  fill (self);
  row = find_row (self, indicator);
  if (row != NULL)
    barn_indicator_row_edit_title (BARN_INDICATOR_ROW (row));
}

static void
add_choice_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  BarnIndicatorList *self = BARN_INDICATOR_LIST (widget);
  g_autoptr (GError) error = NULL;

  if (self->item != NULL)
    show_added (self, barn_plan_file_add_indicator_choice (self->file, self->plan, self->item,
                                                           g_variant_get_string (parameter, NULL), &error), error);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  BarnIndicatorList *self = BARN_INDICATOR_LIST (widget);
  g_autoptr (GError) error = NULL;
  BarnScale scale;

  if (self->item != NULL && barn_scale_from_nick (g_variant_get_string (parameter, NULL), &scale))
    show_added (self, barn_plan_file_add_indicator (self->file, self->plan, self->item, _("New indicator"), scale, NULL,
                                                    &error), error);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) ready = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  guint n_choices;
  const BarnIndicatorChoice *choices = barn_indicator_choices_get (&n_choices);

  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (choices[i].title, NULL);

      g_menu_item_set_action_and_target (item, "indicators.add-choice", "s", choices[i].id);
      g_menu_append_item (ready, item);
    }
  for (guint i = 0; i < BARN_N_SCALES; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (barn_scale_get_label ((BarnScale) i), NULL);

      g_menu_item_set_action_and_target (item, "indicators.add", "s", barn_scale_to_nick ((BarnScale) i));
      g_menu_append_item (own, item);
    }
  g_menu_append_section (menu, _("Ready-made"), G_MENU_MODEL (ready));
  g_menu_append_section (menu, _("Your own"), G_MENU_MODEL (own));

  return G_MENU_MODEL (menu);
}

static void
drop_item (BarnIndicatorList *self)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, on_file_changed, self);
  g_clear_object (&self->item);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);
}

static void
barn_indicator_list_dispose (GObject *object)
{
  drop_item (BARN_INDICATOR_LIST (object));

  G_OBJECT_CLASS (barn_indicator_list_parent_class)->dispose (object);
}

static void
barn_indicator_list_class_init (BarnIndicatorListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_indicator_list_dispose;

  gtk_widget_class_install_action (widget_class, "indicators.add-choice", "s", add_choice_action);
  gtk_widget_class_install_action (widget_class, "indicators.add", "s", add_action);
}

static void
barn_indicator_list_init (BarnIndicatorList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_("Indicators"));
  g_autoptr (GMenuModel) menu = create_menu ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->add, _("Add Indicator"));
  gtk_menu_button_set_menu_model (self->add, menu);
  gtk_widget_set_halign (GTK_WIDGET (self->add), GTK_ALIGN_START);
  barn_ui_set_name (GTK_WIDGET (self->add), _("Add Indicator"));
  /* The part of a menu button that gets the focus is a button inside it */
  barn_ui_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->add)), _("Add Indicator"));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->add));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * barn_indicator_list_set_item:
 * @self: the list
 * @file: (nullable): the plan file
 * @plan: (nullable): the plan of @item
 * @item: (nullable): an activity or a shift
 *
 * Shows the indicators of another one.
 */
void
barn_indicator_list_set_item (BarnIndicatorList *self,
                              BarnPlanFile      *file,
                              BarnPlan          *plan,
                              BarnItem          *item)
{
  g_return_if_fail (BARN_IS_INDICATOR_LIST (self));
  g_return_if_fail (item == NULL || (BARN_IS_PLAN_FILE (file) && BARN_IS_PLAN (plan)));

  if (self->item == item && self->file == file)
    return;

  drop_item (self);
  remove_rows (self);
  if (item != NULL)
    {
      self->file = g_object_ref (file);
      self->plan = g_object_ref (plan);
      self->item = g_object_ref (item);
      g_signal_connect_swapped (file, "changed", G_CALLBACK (on_file_changed), self);
    }
  fill (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), item != NULL && !barn_plan_file_get_read_only (file));
}
