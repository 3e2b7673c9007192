/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activities-page-edits"

#include "config.h"

#include "barn-activities-page-private.h"

#include <glib/gi18n-lib.h>

#include "barn-activity-cell.h"
#include "barn-date-entry.h"
#include "barn-move-due.h"
#include "barn-set-editor.h"
#include "barn-text.h"
#include "barn-ui.h"

/* What an action is about: what is selected; or the focused row alone, where it is not part of that */
static GPtrArray *
list_targets (BarnActivitiesPage *self)
{
  g_autoptr (GPtrArray) selected = barn_activity_selection_list_activities (self->selection);
  guint position;
  GObject *row = barn_activities_page_get_row (self, &position);
  BarnActivity *focused = NULL;
  GPtrArray *alone;

  if (BARN_IS_ACTIVITY_ENTRY (row))
    focused = barn_activity_entry_get_activity (BARN_ACTIVITY_ENTRY (row));
  if (focused == NULL || g_ptr_array_find (selected, focused, NULL))
    return g_steal_pointer (&selected);

  alone = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (alone, g_object_ref (focused));

  return alone;
}

static gboolean
can_edit (BarnActivitiesPage *self,
          GPtrArray          *activities)
{
  return activities->len > 0 && barn_page_can_edit (BARN_PAGE (self));
}

static void
report (BarnActivitiesPage *self,
        gboolean            done,
        const GError       *error)
{
  if (!done)
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
status_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  g_autoptr (GPtrArray) activities = list_targets (self);
  g_autoptr (GError) error = NULL;
  BarnStatus status;

  if (!can_edit (self, activities) || !barn_status_from_nick (g_variant_get_string (parameter, NULL), &status))
    return;

  report (self, barn_plan_file_set_status (barn_page_get_file (BARN_PAGE (self)), activities, status, &error), error);
}

static void
member_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  g_autoptr (GPtrArray) activities = list_targets (self);
  g_autoptr (GError) error = NULL;
  const char *field;
  const char *member;
  gboolean present;

  if (!can_edit (self, activities))
    return;

  g_variant_get (parameter, "(&s&sb)", &field, &member, &present);
  report (self, barn_plan_file_set_member (barn_page_get_file (BARN_PAGE (self)), activities, field, member, present,
                                           &error), error);
}

static void
set_several (BarnActivitiesPage *self,
             const char         *field,
             const GValue       *value)
{
  g_autoptr (GPtrArray) activities = list_targets (self);
  g_autoptr (GError) error = NULL;

  if (can_edit (self, activities))
    report (self, barn_plan_file_set_several (barn_page_get_file (BARN_PAGE (self)), activities, field, value, &error),
            error);
}

static void
unit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, *id != '\0' ? id : NULL);
  set_several (BARN_ACTIVITIES_PAGE (widget), "unit", &value);
}

static gboolean
are_raised (GPtrArray *activities)
{
  for (guint i = 0; i < activities->len; i++)
    if (!barn_activity_get_raised (g_ptr_array_index (activities, i)))
      return FALSE;

  return TRUE;
}

/* What ledningsgruppen must see; where all of them are that already, they are no longer */
static void
raise_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  g_autoptr (GPtrArray) activities = list_targets (self);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, !are_raised (activities));
  set_several (self, "raised", &value);
}

/* What is deleted leaves the focus to the row that comes in its place */
static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  g_autoptr (GPtrArray) activities = list_targets (self);
  g_autoptr (GError) error = NULL;
  guint position = 0;
  guint n_rows;

  if (!can_edit (self, activities))
    return;

  barn_activities_page_get_row (self, &position);
  if (!barn_plan_file_delete (barn_page_get_file (BARN_PAGE (self)), activities, &error))
    {
      barn_ui_report_error (widget, error);
      return;
    }

  barn_activity_groups_settle (self->groups);
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->groups));
  if (n_rows > 0)
    barn_activities_page_select (self, MIN (position, n_rows - 1), TRUE);
}

/* Only in the plan's own order does a place mean anything */
gboolean
barn_activities_page_can_move (BarnActivitiesPage *self)
{
  return barn_activity_groups_get_order (self->groups) == BARN_ACTIVITY_ORDER_PLAN
         && !barn_activity_groups_get_descending (self->groups);
}

/**
 * barn_activities_page_move_to:
 * @self: the page
 * @activity: what is moved
 * @target: where to
 * @after: whether it comes after @target, else before
 *
 * Moves an activity in the order of the plan. It keeps the focus.
 *
 * Returns: whether it was moved
 */
gboolean
barn_activities_page_move_to (BarnActivitiesPage *self,
                              BarnActivity       *activity,
                              BarnActivity       *target,
                              gboolean            after)
{
  GListModel *activities = barn_plan_get_activities (barn_page_get_plan (BARN_PAGE (self)));
  g_autoptr (BarnItem) before = g_object_ref (BARN_ITEM (target));
  g_autoptr (GError) error = NULL;
  BarnActivityGroup *group = NULL;
  guint position;
  GObject *row = barn_activities_page_get_row (self, &position);

  if (BARN_IS_ACTIVITY_ENTRY (row))
    group = barn_activity_entry_get_group (BARN_ACTIVITY_ENTRY (row));

  if (after)
    for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
      {
        g_autoptr (BarnItem) item = g_list_model_get_item (activities, i);

        if (item != (BarnItem *) target)
          continue;
        g_clear_object (&before);
        before = g_list_model_get_item (activities, i + 1);
        break;
      }
  if (before == (BarnItem *) activity)
    return FALSE;

  if (!barn_plan_file_move (barn_page_get_file (BARN_PAGE (self)), BARN_ITEM (activity), before, &error))
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return FALSE;
    }

  barn_activity_groups_settle (self->groups);
  if (barn_activity_groups_find (self->groups, activity, group, &position) != NULL)
    barn_activities_page_select (self, position, TRUE);

  return TRUE;
}

static void
move_row (BarnActivitiesPage *self,
          int                 step)
{
  guint position;
  BarnActivityEntry *entry = barn_activities_page_get_entry (self, &position);
  g_autoptr (GObject) other = NULL;

  if (entry == NULL || !barn_page_can_edit (BARN_PAGE (self)) || (step < 0 && position == 0))
    return;

  if (!barn_activities_page_can_move (self))
    {
      barn_ui_say (GTK_WIDGET (self), _("Sort by plan order to move activities"));
      return;
    }

  other = g_list_model_get_item (G_LIST_MODEL (self->groups), position + step);
  if (BARN_IS_ACTIVITY_ENTRY (other)
      && barn_activity_entry_get_group (BARN_ACTIVITY_ENTRY (other)) == barn_activity_entry_get_group (entry))
    barn_activities_page_move_to (self, barn_activity_entry_get_activity (entry),
                                  barn_activity_entry_get_activity (BARN_ACTIVITY_ENTRY (other)), step > 0);
}

static void
move_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  move_row (BARN_ACTIVITIES_PAGE (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  move_row (BARN_ACTIVITIES_PAGE (widget), 1);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  guint position;
  GObject *row = barn_activities_page_get_row (self, &position);

  if (row != NULL)
    g_signal_emit_by_name (self->list, "activate", position);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  guint position;
  BarnActivityEntry *entry = barn_activities_page_get_entry (self, &position);

  if (entry == NULL)
    return;

  barn_activities_page_open (self, barn_activity_entry_get_activity (entry));
  barn_detail_pane_edit_title (self->pane);
}

static void
unselect_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
fold_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  guint position;
  GObject *row = barn_activities_page_get_row (self, &position);

  if (BARN_IS_ACTIVITY_GROUP (row))
    barn_activity_groups_set_collapsed (self->groups, BARN_ACTIVITY_GROUP (row), g_variant_get_boolean (parameter));
}

static GMenuModel *
create_status_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (barn_status_get_label ((BarnStatus) i), NULL);

      g_menu_item_set_action_and_target (item, "activities.status", "s", barn_status_to_nick ((BarnStatus) i));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/* Add the roles that one of the activities lacks; take away those that one bears */
static void
append_set_menu (BarnActivitiesPage *self,
                 GMenu              *menu,
                 GPtrArray          *activities,
                 BarnSetKind         kind,
                 const char         *field,
                 const char         *label,
                 gboolean            present)
{
  g_autoptr (GPtrArray) options = barn_set_kind_list (kind, barn_page_get_model (BARN_PAGE (self)),
                                                      barn_page_get_plan (BARN_PAGE (self)));
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (guint i = 0; i < options->len; i++)
    {
      BarnSetOption *option = g_ptr_array_index (options, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (option->label, NULL);
      gboolean useful = FALSE;

      for (guint j = 0; j < activities->len; j++)
        {
          BarnItem *activity = g_ptr_array_index (activities, j);
          int place = barn_item_find_field (activity, field);

          useful |= barn_item_set_contains (activity, place, option->id) != present;
        }
      if (!useful)
        continue;
      g_menu_item_set_action_and_target (item, "activities.member", "(ssb)", field, option->id, present);
      g_menu_append_item (submenu, item);
    }

  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

static void
append_unit_menu (BarnActivitiesPage *self,
                  GMenu              *menu)
{
  GListModel *units = barn_model_get_units (barn_page_get_model (BARN_PAGE (self)));
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (guint i = 0; i <= g_list_model_get_n_items (units); i++)
    {
      g_autoptr (BarnItem) unit = g_list_model_get_item (units, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (unit != NULL ? barn_item_get_title (unit) : _("No unit"), NULL);

      g_menu_item_set_action_and_target (item, "activities.unit", "s", unit != NULL ? barn_item_get_id (unit) : "");
      g_menu_append_item (submenu, item);
    }
  g_menu_append_submenu (menu, _("Unit"), G_MENU_MODEL (submenu));
}

static GMenuModel *
create_change_menu (BarnActivitiesPage *self)
{
  g_autoptr (GPtrArray) activities = list_targets (self);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();

  append_set_menu (self, add, activities, BARN_SET_ROLES, "roles", _("Add Role"), TRUE);
  append_set_menu (self, add, activities, BARN_SET_SHIFTS, "shifts", _("Add Shift"), TRUE);
  append_set_menu (self, add, activities, BARN_SET_ARTICLES, "articles", _("Add Article"), TRUE);
  append_set_menu (self, remove, activities, BARN_SET_ROLES, "roles", _("Remove Role"), FALSE);
  append_set_menu (self, remove, activities, BARN_SET_SHIFTS, "shifts", _("Remove Shift"), FALSE);
  append_set_menu (self, remove, activities, BARN_SET_ARTICLES, "articles", _("Remove Article"), FALSE);
  append_unit_menu (self, other);
  g_menu_append (other, are_raised (activities) ? _("No Longer Needs to Be Raised") : _("Needs to Be Raised"), "activities.raise");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));

  return G_MENU_MODEL (menu);
}

static void
on_change_menu_needed (GtkMenuButton *button,
                       gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = create_change_menu (user_data);

  gtk_menu_button_set_menu_model (button, menu);
}

static GMenuModel *
create_context_menu (BarnActivitiesPage *self)
{
  g_autoptr (GMenuModel) status = create_status_menu ();
  g_autoptr (GMenuModel) change = create_change_menu (self);
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append (first, _("_Open"), "activities.open");
  g_menu_append_submenu (first, _("_Status"), status);
  g_menu_append_submenu (first, _("_Change"), change);
  g_menu_append (last, _("Move _Up"), "activities.move-up");
  g_menu_append (last, _("Move Dow_n"), "activities.move-down");
  g_menu_append (last, _("_Delete"), "activities.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}

/* The row gets the focus back, unless what was chosen has given it to something else */
static void
on_context_menu_closed (BarnActivitiesPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->menu_row != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->context_menu))))
    barn_activities_page_focus_row (self, self->menu_row);
}

static void
pop_up (BarnActivitiesPage *self,
        GtkWidget          *from,
        double              x,
        double              y)
{
  g_autoptr (GMenuModel) menu = create_context_menu (self);
  graphene_point_t point;
  guint position;

  if (self->context_menu == NULL)
    {
      self->context_menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->context_menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
      g_signal_connect_swapped (self->context_menu, "closed", G_CALLBACK (on_context_menu_closed), self);
    }
  if (!gtk_widget_compute_point (from, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  g_set_object (&self->menu_row, barn_activities_page_get_row (self, &position));
  gtk_popover_menu_set_menu_model (self->context_menu, menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
context_menu_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint position;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
      && barn_activities_page_get_entry (self, &position) != NULL)
    pop_up (self, focus, 24, gtk_widget_get_height (focus) / 2.0);
}

/* The row under the pointer becomes what the menu is about, unless it is one of several that are selected */
static void
on_secondary_pressed (GtkGestureClick    *gesture,
                      int                 n_press,
                      double              x,
                      double              y,
                      BarnActivitiesPage *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, BARN_TYPE_ACTIVITY_CELL) : NULL;
  GObject *row = cell != NULL ? barn_activity_cell_get_item (BARN_ACTIVITY_CELL (cell)) : NULL;
  guint position;

  if (!BARN_IS_ACTIVITY_ENTRY (row))
    return;

  if (barn_activity_groups_find (self->groups, barn_activity_entry_get_activity (BARN_ACTIVITY_ENTRY (row)),
                                 barn_activity_entry_get_group (BARN_ACTIVITY_ENTRY (row)), &position) == NULL)
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    barn_activities_page_select (self, position, TRUE);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (self, list, x, y);
}

static void
on_due_moved (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!barn_move_due_finish (result, &error))
    barn_ui_report_error (GTK_WIDGET (object), error);
}

static void
on_due_edited (BarnDateEntry      *entry,
               BarnActivitiesPage *self)
{
  g_autoptr (GPtrArray) activities = list_targets (self);
  BarnDay to = barn_date_entry_get_day (entry);

  gtk_menu_button_popdown (self->due_button);
  if (can_edit (self, activities))
    barn_move_due_async (GTK_WIDGET (self), barn_page_get_file (BARN_PAGE (self)), activities, to, on_due_moved, NULL);
}

static void
on_start_edited (BarnDateEntry      *entry,
                 BarnActivitiesPage *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, barn_date_entry_get_day (entry));
  set_several (self, "start-on", &value);
  gtk_menu_button_popdown (self->due_button);
}

static void
on_responsible_activated (GtkEntry           *entry,
                          BarnActivitiesPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  set_several (self, "responsible", &value);
  gtk_menu_button_popdown (self->due_button);
}

static GtkWidget *
create_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

/* Made anew each time, so that it never shows what was set for others before */
static void
on_due_popover_needed (GtkMenuButton *button,
                       gpointer       user_data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *responsible = gtk_entry_new ();
  GtkWidget *start = barn_date_entry_new (_("Start"));
  GtkWidget *due = barn_date_entry_new (_("Due"));

  barn_ui_set_name (responsible, _("Responsible"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (responsible), _("Press Enter to set"));
  g_signal_connect (responsible, "activate", G_CALLBACK (on_responsible_activated), user_data);
  g_signal_connect (start, "edited", G_CALLBACK (on_start_edited), user_data);
  g_signal_connect (due, "edited", G_CALLBACK (on_due_edited), user_data);
  gtk_box_append (GTK_BOX (box), create_caption (_("Start")));
  gtk_box_append (GTK_BOX (box), start);
  gtk_box_append (GTK_BOX (box), create_caption (_("Due")));
  gtk_box_append (GTK_BOX (box), due);
  gtk_box_append (GTK_BOX (box), create_caption (_("Responsible")));
  gtk_box_append (GTK_BOX (box), responsible);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
add_key (GtkShortcutController *keys,
         const char            *trigger,
         const char            *action,
         GVariant              *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action));

  if (target != NULL)
    gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

/* Keys of the list, so that they mean nothing while somebody types */
static void
add_keys (BarnActivitiesPage *self)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      g_autofree char *trigger = g_strdup_printf ("%u|KP_%u", i + 1, i + 1);

      add_key (keys, trigger, "activities.status", g_variant_new_string (barn_status_to_nick ((BarnStatus) i)));
    }
  add_key (keys, "<Control>l", "activities.raise", NULL);
  add_key (keys, "F2", "activities.edit", NULL);
  add_key (keys, "Delete|KP_Delete", "activities.delete", NULL);
  add_key (keys, "<Alt>Up|<Alt>KP_Up", "activities.move-up", NULL);
  add_key (keys, "<Alt>Down|<Alt>KP_Down", "activities.move-down", NULL);
  add_key (keys, "Menu|<Shift>F10", "activities.context-menu", NULL);
  add_key (keys, "Left", "activities.fold", g_variant_new_boolean (TRUE));
  add_key (keys, "Right", "activities.fold", g_variant_new_boolean (FALSE));
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (keys));
}

void
barn_activities_page_install_edits (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "activities.status", "s", status_action);
  gtk_widget_class_install_action (klass, "activities.member", "(ssb)", member_action);
  gtk_widget_class_install_action (klass, "activities.unit", "s", unit_action);
  gtk_widget_class_install_action (klass, "activities.raise", NULL, raise_action);
  gtk_widget_class_install_action (klass, "activities.delete", NULL, delete_action);
  gtk_widget_class_install_action (klass, "activities.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (klass, "activities.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (klass, "activities.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "activities.edit", NULL, edit_action);
  gtk_widget_class_install_action (klass, "activities.unselect", NULL, unselect_action);
  gtk_widget_class_install_action (klass, "activities.fold", "b", fold_action);
  gtk_widget_class_install_action (klass, "activities.context-menu", NULL, context_menu_action);
}

void
barn_activities_page_init_edits (BarnActivitiesPage *self)
{
  g_autoptr (GMenuModel) statuses = create_status_menu ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  add_keys (self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (secondary));

  gtk_menu_button_set_menu_model (self->status_button, statuses);
  gtk_menu_button_set_create_popup_func (self->set_button, on_change_menu_needed, self, NULL);
  gtk_menu_button_set_create_popup_func (self->due_button, on_due_popover_needed, self, NULL);
  barn_activities_page_update_edits (self);
}

/* What can be done now */
void
barn_activities_page_update_edits (BarnActivitiesPage *self)
{
  gboolean editable = barn_page_can_edit (BARN_PAGE (self));
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "activities.status", editable);
  gtk_widget_action_set_enabled (widget, "activities.member", editable);
  gtk_widget_action_set_enabled (widget, "activities.unit", editable);
  gtk_widget_action_set_enabled (widget, "activities.raise", editable);
  gtk_widget_action_set_enabled (widget, "activities.delete", editable);
  gtk_widget_action_set_enabled (widget, "activities.move-up", editable);
  gtk_widget_action_set_enabled (widget, "activities.move-down", editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->set_button), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->due_button), editable);
}
