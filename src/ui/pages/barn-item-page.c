/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-item-page"

#include "config.h"

#include "barn-item-page.h"

#include "barn-detail-pane.h"
#include "barn-row-drag.h"
#include "barn-ui.h"

/* The detail pane at first, at text scale 1 */
#define PANE_WIDTH 424

typedef struct
{
  GtkPaned       *paned;
  GtkStack       *stack;
  AdwStatusPage  *empty;
  GtkButton      *empty_button;
  GtkBox         *content;
  GtkListBox     *list;
  GtkWidget      *pane_box;
  BarnDetailPane *pane;

  GListModel     *all;    /* of the plan */
  GListModel     *items;  /* of these, what the list has room for: those that pass the filter */
  GtkFilter      *filter; /* (nullable) */
  gboolean        placed;
} BarnItemPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BarnItemPage, barn_item_page, BARN_TYPE_PAGE)

/* What a row is made of. It belongs to its GtkListBoxRow. */
typedef struct
{
  BarnItemPage   *page; /* unowned: the row is inside it */
  BarnItem       *item;
  gpointer        row;  /* the subclass's */
  GDestroyNotify  free_row;
} RowData;

static BarnItem *
get_item (GtkListBoxRow *row)
{
  RowData *data = row != NULL ? g_object_get_data (G_OBJECT (row), "row-data") : NULL;

  return data != NULL ? data->item : NULL;
}

static GtkListBoxRow *
find_row (BarnItemPage *self,
          BarnItem     *item)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (priv->list, i)) != NULL; i++)
    if (get_item (row) == item)
      return row;

  return NULL;
}

static void
open_item (BarnItemPage *self,
           BarnItem     *item)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  int width = gtk_widget_get_width (GTK_WIDGET (priv->paned));
  int minimum;

  if (!priv->placed && width > 0)
    {
      gtk_widget_measure (priv->pane_box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_paned_set_position (priv->paned, width - MAX (minimum, MIN (PANE_WIDTH, width / 2)));
      priv->placed = TRUE;
    }
  gtk_widget_set_visible (priv->pane_box, TRUE);
  barn_detail_pane_set_item (priv->pane, barn_page_get_file (BARN_PAGE (self)), barn_page_get_plan (BARN_PAGE (self)),
                             item);
}

static void
focus_item (BarnItemPage *self,
            BarnItem     *item)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  GtkListBoxRow *row = item != NULL ? find_row (self, item) : NULL;

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (priv->list, 0);
  if (row == NULL)
    return;

  gtk_list_box_select_row (priv->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
close_pane (BarnItemPage *self)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  g_autoptr (BarnItem) item = NULL;

  if (!gtk_widget_get_visible (priv->pane_box))
    return;

  g_set_object (&item, barn_detail_pane_get_item (priv->pane));
  barn_detail_pane_set_item (priv->pane, NULL, NULL, NULL);
  gtk_widget_set_visible (priv->pane_box, FALSE);
  focus_item (self, item);
}

static void
on_pane_closed (BarnItemPage *self)
{
  close_pane (self);
}

static void
on_row_activated (BarnItemPage  *self,
                  GtkListBoxRow *row)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);

  open_item (self, get_item (row));
  barn_detail_pane_focus (priv->pane);
}

/* The pane follows the row while it is open */
static void
on_row_selected (BarnItemPage  *self,
                 GtkListBoxRow *row)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);

  if (row != NULL && gtk_widget_get_visible (priv->pane_box))
    open_item (self, get_item (row));
}

static void
on_row_released (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 BarnItemPage    *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  open_item (self, get_item (GTK_LIST_BOX_ROW (row)));
}

static gboolean
move_to (BarnItemPage *self,
         BarnItem     *item,
         guint         place)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  g_autoptr (BarnItem) before = g_list_model_get_item (priv->items, place);
  g_autoptr (BarnItem) kept = g_object_ref (item);
  g_autoptr (GError) error = NULL;

  if (before == item)
    return FALSE;
  if (!barn_plan_file_move (barn_page_get_file (BARN_PAGE (self)), item, before, &error))
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  focus_item (self, kept);

  return TRUE;
}

static gpointer
get_dragged (GtkWidget *page,
             GtkWidget *row)
{
  return get_item (GTK_LIST_BOX_ROW (row));
}

static gboolean
can_drag (GtkWidget *page,
          gpointer   dragged)
{
  return barn_page_can_edit (BARN_PAGE (page)) && !BARN_ITEM_PAGE_GET_CLASS (page)->fixed_order;
}

static gboolean
can_drop (GtkWidget *page,
          gpointer   dragged,
          gpointer   on)
{
  return TRUE;
}

static gboolean
drop (GtkWidget *page,
      gpointer   dragged,
      gpointer   on,
      gboolean   after)
{
  BarnItemPage *self = BARN_ITEM_PAGE (page);
  int from = gtk_list_box_row_get_index (find_row (self, dragged));
  int place = gtk_list_box_row_get_index (find_row (self, on)) + (after ? 1 : 0);

  /* Beside itself it stands already */
  if (place == from || place == from + 1)
    return FALSE;

  return move_to (self, dragged, (guint) place);
}

static const BarnRowDrag row_drag = { barn_item_get_type, get_dragged, can_drag, can_drop, drop };

static void
row_data_free (gpointer data)
{
  RowData *row = data;

  row->free_row (row->row);
  g_object_unref (row->item);
  g_free (row);
}

static void
update_row (GtkWidget *row)
{
  RowData *data = g_object_get_data (G_OBJECT (row), "row-data");
  g_autofree char *name = NULL;

  if (barn_page_get_plan (BARN_PAGE (data->page)) == NULL)
    return;

  name = BARN_ITEM_PAGE_GET_CLASS (data->page)->update_row (data->page, data->row, data->item);
  barn_ui_set_name (row, name);
}

static void
fill_row (BarnItemPage *self,
          GtkWidget    *row,
          BarnItem     *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  BarnPlanFile *file = barn_page_get_file (BARN_PAGE (self));
  RowData *data = g_new0 (RowData, 1);

  data->page = self;
  data->item = g_object_ref (item);
  data->row = BARN_ITEM_PAGE_GET_CLASS (self)->create_row (self, box, item);
  data->free_row = BARN_ITEM_PAGE_GET_CLASS (self)->free_row;
  gtk_widget_add_css_class (box, "item-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  g_object_set_data_full (G_OBJECT (row), "row-data", data, row_data_free);
  g_signal_connect_object (item, "notify", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "changed", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::read-only", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  update_row (row);
}

static GtkWidget *
create_row (gpointer object,
            gpointer user_data)
{
  BarnItemPage *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  fill_row (self, row, BARN_ITEM (object));
  g_signal_connect (click, "released", G_CALLBACK (on_row_released), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  barn_row_drag_add (row, GTK_WIDGET (self), &row_drag);

  return row;
}

static void
show_stack (BarnItemPage *self)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  gboolean any = priv->all != NULL && g_list_model_get_n_items (priv->all) > 0;

  gtk_stack_set_visible_child_name (priv->stack, any ? "list" : "empty");
}

static void
on_items_changed (BarnItemPage *self)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  BarnItem *item = barn_detail_pane_get_item (priv->pane);

  show_stack (self);
  if (item != NULL && barn_model_lookup (barn_page_get_model (BARN_PAGE (self)), barn_item_get_id (item)) == NULL)
    close_pane (self);
}

static GtkListBoxRow *
get_focused_row (BarnItemPage *self)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row != NULL && gtk_widget_get_parent (row) == GTK_WIDGET (priv->list))
    return GTK_LIST_BOX_ROW (row);

  return gtk_list_box_get_selected_row (priv->list);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnItemPage *self = BARN_ITEM_PAGE (widget);
  GtkListBoxRow *row = get_focused_row (self);
  int step = g_variant_get_int32 (parameter);
  int place;

  if (row == NULL || !can_drag (widget, get_item (row)))
    return;

  place = gtk_list_box_row_get_index (row) + step;
  if (place >= 0)
    move_to (self, get_item (row), (guint) (step > 0 ? place + 1 : place));
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnItemPage *self = BARN_ITEM_PAGE (widget);
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  GtkListBoxRow *row = get_focused_row (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  int place;

  if (row == NULL || !barn_page_can_edit (BARN_PAGE (self)))
    return;

  place = gtk_list_box_row_get_index (row);
  g_ptr_array_add (items, g_object_ref (get_item (row)));
  if (!barn_plan_file_delete (barn_page_get_file (BARN_PAGE (self)), items, &error))
    {
      barn_ui_report_error (widget, error);
      return;
    }

  row = gtk_list_box_get_row_at_index (priv->list, place);
  if (row == NULL && place > 0)
    row = gtk_list_box_get_row_at_index (priv->list, place - 1);
  focus_item (self, get_item (row));
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

/* @all: (nullable): the list of the plan */
static void
watch_items (BarnItemPage *self,
             GListModel   *all)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);

  if (priv->all != NULL)
    g_signal_handlers_disconnect_by_func (priv->all, on_items_changed, self);
  gtk_list_box_bind_model (priv->list, NULL, NULL, NULL, NULL);
  g_clear_object (&priv->items);

  g_set_object (&priv->all, all);
  if (all == NULL)
    return;

  if (priv->filter != NULL)
    priv->items = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (all), g_object_ref (priv->filter)));
  else
    priv->items = g_object_ref (all);
  gtk_list_box_bind_model (priv->list, priv->items, create_row, self, NULL);
  g_signal_connect_swapped (all, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
barn_item_page_plan_changed (BarnPage *page)
{
  BarnItemPage *self = BARN_ITEM_PAGE (page);
  BarnPlan *plan = barn_page_get_plan (page);

  close_pane (self);
  watch_items (self, plan != NULL ? BARN_ITEM_PAGE_GET_CLASS (self)->get_items (plan) : NULL);
  show_stack (self);
}

static gboolean
barn_item_page_show_item (BarnPage *page,
                          BarnItem *item)
{
  BarnItemPage *self = BARN_ITEM_PAGE (page);
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);

  if (!G_TYPE_CHECK_INSTANCE_TYPE (item, BARN_ITEM_PAGE_GET_CLASS (self)->item_type))
    return FALSE;

  focus_item (self, item);
  open_item (self, item);
  barn_detail_pane_focus (priv->pane);

  return TRUE;
}

static guint
barn_item_page_list_parts (BarnPage     *page,
                           BarnPagePart *parts)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (BARN_ITEM_PAGE (page));

  parts[0] = (BarnPagePart) { gtk_paned_get_start_child (priv->paned), GTK_WIDGET (page) };
  parts[1] = (BarnPagePart) { priv->pane_box, GTK_WIDGET (priv->pane) };

  return gtk_widget_get_visible (priv->pane_box) ? 2 : 1;
}

static gboolean
barn_item_page_add (BarnPage *page)
{
  BarnItemPage *self = BARN_ITEM_PAGE (page);
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  g_autoptr (GError) error = NULL;
  BarnItem *item = BARN_ITEM_PAGE_GET_CLASS (self)->add_item (self, &error);

  if (item == NULL)
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  barn_item_page_show_item (page, item);
  barn_detail_pane_edit_title (priv->pane);

  return TRUE;
}

static void
barn_item_page_dispose (GObject *object)
{
  BarnItemPage *self = BARN_ITEM_PAGE (object);
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);

  if (priv->all != NULL)
    watch_items (self, NULL);
  g_clear_object (&priv->filter);

  G_OBJECT_CLASS (barn_item_page_parent_class)->dispose (object);
}

/* The keyboard begins at the row it was on, or at the first */
static gboolean
barn_item_page_grab_focus (GtkWidget *widget)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (BARN_ITEM_PAGE (widget));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (priv->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (priv->list, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
barn_item_page_class_init (BarnItemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_item_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = barn_item_page_grab_focus;
  page_class->plan_changed = barn_item_page_plan_changed;
  page_class->show_item = barn_item_page_show_item;
  page_class->list_parts = barn_item_page_list_parts;
  page_class->add = barn_item_page_add;

  gtk_widget_class_install_action (widget_class, "item.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "item.delete", NULL, delete_action);

  g_type_ensure (BARN_TYPE_DETAIL_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-item-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, BarnItemPage, paned);
  gtk_widget_class_bind_template_child_private (widget_class, BarnItemPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, BarnItemPage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, BarnItemPage, empty_button);
  gtk_widget_class_bind_template_child_private (widget_class, BarnItemPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, BarnItemPage, list);
  gtk_widget_class_bind_template_child_private (widget_class, BarnItemPage, pane_box);
  gtk_widget_class_bind_template_child_private (widget_class, BarnItemPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_closed);
}

static void
barn_item_page_init (BarnItemPage *self)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_widget_init_template (GTK_WIDGET (self));
  add_key (keys, "Delete|KP_Delete", "item.delete", NULL);
  add_key (keys, "<Alt>Up|<Alt>KP_Up", "item.move", g_variant_new_int32 (-1));
  add_key (keys, "<Alt>Down|<Alt>KP_Down", "item.move", g_variant_new_int32 (1));
  gtk_widget_add_controller (GTK_WIDGET (priv->list), GTK_EVENT_CONTROLLER (keys));
}

/**
 * barn_item_page_set_empty:
 * @self: a page
 * @icon_name: a symbolic icon
 * @title: what there is none of yet
 * @description: what such a thing is, and what to do
 * @button: the primary action, with mnemonic
 */
void
barn_item_page_set_empty (BarnItemPage *self,
                          const char   *icon_name,
                          const char   *title,
                          const char   *description,
                          const char   *button)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);

  g_return_if_fail (BARN_IS_ITEM_PAGE (self));

  adw_status_page_set_icon_name (priv->empty, icon_name);
  adw_status_page_set_title (priv->empty, title);
  adw_status_page_set_description (priv->empty, description);
  gtk_button_set_label (priv->empty_button, button);
  barn_ui_set_name (GTK_WIDGET (priv->list), barn_page_get_title (BARN_PAGE (self)));
}

/**
 * barn_item_page_set_filter:
 * @self: a page
 * @top: what stands above the list, where the filter is chosen
 * @filter: which of the items are on show
 * @placeholder: what is said where none passes the filter
 *
 * For a page whose list can be long. To be called before the page has a plan.
 */
void
barn_item_page_set_filter (BarnItemPage *self,
                           GtkWidget    *top,
                           GtkFilter    *filter,
                           const char   *placeholder)
{
  BarnItemPagePrivate *priv = barn_item_page_get_instance_private (self);
  GtkWidget *label;

  g_return_if_fail (BARN_IS_ITEM_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (top));
  g_return_if_fail (GTK_IS_FILTER (filter));
  g_return_if_fail (priv->all == NULL);

  g_set_object (&priv->filter, filter);
  gtk_box_prepend (priv->content, top);

  label = g_object_new (GTK_TYPE_LABEL, "label", placeholder, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "item-row");
  gtk_list_box_set_placeholder (priv->list, label);
}

/**
 * barn_item_page_add_label:
 * @box: the box of a row
 * @style_class: how the label looks
 *
 * Returns: (transfer none): a label that wraps, at the end of @box
 */
GtkLabel *
barn_item_page_add_label (GtkWidget  *box,
                          const char *style_class)
{
  GtkWidget *label;

  g_return_val_if_fail (GTK_IS_BOX (box), NULL);
  g_return_val_if_fail (style_class != NULL, NULL);

  label = g_object_new (GTK_TYPE_LABEL,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "xalign", 0.0f,
                        NULL);
  gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}
