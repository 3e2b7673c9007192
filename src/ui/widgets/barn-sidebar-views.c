/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-sidebar-views"

#include "config.h"

#include "barn-sidebar-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "barn-name-view.h"
#include "barn-ui.h"

static const char *
get_id (GtkListBoxRow *row)
{
  return row != NULL ? barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_VIEW) : NULL;
}

static GListModel *
get_views (BarnSidebar *self)
{
  return barn_model_get_saved_views (barn_plan_file_get_model (self->file));
}

/* The place of the first row that is no role's */
static int
find_place (BarnSidebar *self)
{
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->roles_after)) + 1;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, place)) != NULL
         && barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_ROLE) != NULL)
    place++;

  return place;
}

static gboolean
are_shown (BarnSidebar *self,
           GListModel  *views,
           int          place)
{
  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (BarnItem) view = g_list_model_get_item (views, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place++);

      if (g_strcmp0 (get_id (row), barn_item_get_id (view)) != 0
          || g_strcmp0 (barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_TITLE), barn_item_get_title (view)) != 0)
        return FALSE;
    }

  return get_id (gtk_list_box_get_row_at_index (self->list, place)) == NULL;
}

/* The view whose row has the keyboard. (transfer full) (nullable) */
static char *
dup_focused (BarnSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!GTK_IS_LIST_BOX_ROW (focus) || gtk_widget_get_parent (focus) != GTK_WIDGET (self->list))
    return NULL;

  return g_strdup (get_id (GTK_LIST_BOX_ROW (focus)));
}

static void
make_rows (BarnSidebar *self,
           GListModel  *views,
           int          place)
{
  const char *section = barn_sidebar_get_row_text (GTK_LIST_BOX_ROW (self->roles_after), BARN_SIDEBAR_ROW_SECTION);
  g_autofree char *focused = dup_focused (self);
  GtkListBoxRow *row;
  int first = place;

  self->placing = TRUE;
  while (get_id (row = gtk_list_box_get_row_at_index (self->list, place)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (BarnItem) view = g_list_model_get_item (views, i);
      GtkWidget *made = barn_sidebar_new_row ("activities", section, barn_item_get_title (view), "barn-view-symbolic");

      g_object_set_data_full (G_OBJECT (made), BARN_SIDEBAR_ROW_VIEW, g_strdup (barn_item_get_id (view)), g_free);
      gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (made)), 28);
      gtk_list_box_insert (self->list, made, place++);
    }
  self->placing = FALSE;

  /* The keyboard stays on the row that was moved, or where the one stood that was deleted */
  row = focused != NULL ? barn_sidebar_find_row (self, "activities", NULL, focused) : NULL;
  if (focused != NULL && row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, MAX (MIN (place - 1, first), 0));
  if (row != NULL)
    {
      self->placing = TRUE;
      gtk_widget_grab_focus (GTK_WIDGET (row));
      self->placing = FALSE;
    }
}

static void
on_counted (BarnSidebar *self)
{
  GListModel *views;

  if (self->plan == NULL)
    return;

  views = get_views (self);
  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (BarnItem) view = g_list_model_get_item (views, i);
      GtkListBoxRow *row = barn_sidebar_find_row (self, "activities", NULL, barn_item_get_id (view));

      if (row != NULL)
        barn_sidebar_set_number (row, barn_view_counts_get (self->counts, i));
    }
}

void
barn_sidebar_update_views (BarnSidebar *self)
{
  GListModel *views = get_views (self);
  int place = find_place (self);

  if (!are_shown (self, views, place))
    make_rows (self, views, place);
  barn_view_counts_start (self->counts, barn_plan_file_get_model (self->file), self->plan);
}

/* What an action is about: what the menu was opened on, else the row that has the keyboard. (transfer none) (nullable) */
static BarnSavedView *
get_target (BarnSidebar *self)
{
  g_autofree char *focused = dup_focused (self);
  const char *id = self->menu_view != NULL ? self->menu_view : focused;
  BarnItem *view = id != NULL && self->file != NULL ? barn_model_lookup (barn_plan_file_get_model (self->file), id) : NULL;

  return BARN_IS_SAVED_VIEW (view) ? BARN_SAVED_VIEW (view) : NULL;
}

static gboolean
can_edit (BarnSidebar *self)
{
  return self->file != NULL && !barn_plan_file_get_read_only (self->file);
}

static void
report (BarnSidebar  *self,
        gboolean      done,
        const GError *error)
{
  if (!done)
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
on_named (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  BarnSidebar *self = BARN_SIDEBAR (source);
  g_autoptr (BarnItem) view = user_data;
  g_autofree char *name = barn_name_view_finish (result);
  g_autoptr (GError) error = NULL;

  if (name != NULL && can_edit (self))
    report (self, barn_plan_file_set_text (self->file, view, "name", NULL, name, NULL, &error), error);
}

static void
rename_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnSidebar *self = BARN_SIDEBAR (widget);
  BarnSavedView *view = get_target (self);

  if (view != NULL && can_edit (self))
    barn_name_view_async (widget, self->file, view, barn_saved_view_get_name (view), on_named, g_object_ref (view));
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnSidebar *self = BARN_SIDEBAR (widget);
  BarnSavedView *view = get_target (self);
  g_autoptr (GPtrArray) views = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (view == NULL || !can_edit (self))
    return;

  g_ptr_array_add (views, view);
  report (self, barn_plan_file_delete (self->file, views, &error), error);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnSidebar *self = BARN_SIDEBAR (widget);
  BarnSavedView *view = get_target (self);
  gboolean up = strcmp (action_name, "sidebar.move-view-up") == 0;
  g_autoptr (BarnItem) before = NULL;
  g_autoptr (GError) error = NULL;
  guint n_views;
  guint place = 0;

  if (view == NULL || !can_edit (self))
    return;

  n_views = g_list_model_get_n_items (get_views (self));
  for (; place < n_views; place++)
    {
      g_autoptr (BarnSavedView) other = g_list_model_get_item (get_views (self), place);

      if (other == view)
        break;
    }
  if (up ? place == 0 : place + 1 >= n_views)
    return;

  before = g_list_model_get_item (get_views (self), up ? place - 1 : place + 2);
  report (self, barn_plan_file_move (self->file, BARN_ITEM (view), before, &error), error);
}

static GMenuModel *
create_menu (void)
{
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append (first, _("_Rename…"), "sidebar.rename-view");
  g_menu_append (first, _("Move _Up"), "sidebar.move-view-up");
  g_menu_append (first, _("Move Dow_n"), "sidebar.move-view-down");
  g_menu_append (last, _("_Delete"), "sidebar.delete-view");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}

/* What was chosen is carried out after the menu has closed */
static gboolean
on_menu_done (gpointer user_data)
{
  g_autoptr (BarnSidebar) self = user_data;

  if (self->menu == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    g_clear_pointer (&self->menu_view, g_free);

  return G_SOURCE_REMOVE;
}

static void
on_menu_closed (BarnSidebar *self)
{
  GtkListBoxRow *row = self->menu_view != NULL ? barn_sidebar_find_row (self, "activities", NULL, self->menu_view) : NULL;

  if (row != NULL && row == gtk_list_box_get_selected_row (self->list))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  g_idle_add (on_menu_done, g_object_ref (self));
}

static void
pop_up (BarnSidebar   *self,
        GtkListBoxRow *row,
        double         x,
        double         y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = can_edit (self);
  graphene_point_t point;

  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = create_menu ();

      self->menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->menu), widget);
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (on_menu_closed), self);
    }
  if (!gtk_widget_compute_point (GTK_WIDGET (self->list), widget, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  g_free (self->menu_view);
  self->menu_view = g_strdup (get_id (row));
  gtk_widget_action_set_enabled (widget, "sidebar.rename-view", editable);
  gtk_widget_action_set_enabled (widget, "sidebar.move-view-up", editable);
  gtk_widget_action_set_enabled (widget, "sidebar.move-view-down", editable);
  gtk_widget_action_set_enabled (widget, "sidebar.delete-view", editable);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnSidebar *self = BARN_SIDEBAR (widget);
  g_autofree char *focused = dup_focused (self);
  GtkListBoxRow *row = focused != NULL ? barn_sidebar_find_row (self, "activities", NULL, focused) : NULL;
  graphene_point_t point;

  if (row != NULL
      && gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self->list),
                                   &GRAPHENE_POINT_INIT (24, (float) gtk_widget_get_height (GTK_WIDGET (row)) / 2), &point))
    pop_up (self, row, point.x, point.y);
}

static void
on_secondary_pressed (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      BarnSidebar     *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (get_id (row) == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (self, row, x, y);
}

static void
add_key (GtkShortcutController *keys,
         const char            *trigger,
         const char            *action)
{
  gtk_shortcut_controller_add_shortcut (keys, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                                gtk_named_action_new (action)));
}

void
barn_sidebar_install_views (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "sidebar.rename-view", NULL, rename_action);
  gtk_widget_class_install_action (klass, "sidebar.delete-view", NULL, delete_action);
  gtk_widget_class_install_action (klass, "sidebar.move-view-up", NULL, move_action);
  gtk_widget_class_install_action (klass, "sidebar.move-view-down", NULL, move_action);
  gtk_widget_class_install_action (klass, "sidebar.view-menu", NULL, menu_action);
}

/* The keys are those of the list of activities */
void
barn_sidebar_init_views (BarnSidebar *self)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());
  GtkGesture *secondary = gtk_gesture_click_new ();

  add_key (keys, "F2", "sidebar.rename-view");
  add_key (keys, "Delete|KP_Delete", "sidebar.delete-view");
  add_key (keys, "<Alt>Up|<Alt>KP_Up", "sidebar.move-view-up");
  add_key (keys, "<Alt>Down|<Alt>KP_Down", "sidebar.move-view-down");
  add_key (keys, "Menu|<Shift>F10", "sidebar.view-menu");
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (keys));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (secondary));

  self->counts = barn_view_counts_new ();
  g_signal_connect_swapped (self->counts, "counted", G_CALLBACK (on_counted), self);
}

void
barn_sidebar_dispose_views (BarnSidebar *self)
{
  if (self->counts != NULL)
    g_signal_handlers_disconnect_by_data (self->counts, self);
  g_clear_object (&self->counts);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->menu_view, g_free);
}
