/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel-page"

#include "config.h"

#include "barn-wheel-page.h"

#include <glib/gi18n-lib.h>

#include "barn-detail-pane.h"
#include "barn-mark-dialog.h"
#include "barn-row-diff.h"
#include "barn-status-icon.h"
#include "barn-tab-stop.h"
#include "barn-ui.h"
#include "barn-wheel-rows.h"
#include "barn-wheel-save.h"
#include "barn-wheel-view.h"

struct _BarnWheelPage
{
  BarnPage            parent_instance;

  GtkStack           *stack;
  GtkMenuButton      *export_button;
  GtkPaned           *paned;
  BarnWheelView      *view;
  GtkStack           *side;
  GtkListView        *list;
  BarnDetailPane     *pane;
  GtkWidget          *empty_button;

  BarnWheel          *wheel;
  GPtrArray          *headings;     /* of GtkStringObject */
  GListStore         *rows;         /* headings, activities, occasions and marks */
  GtkSingleSelection *selection;
  BarnPlanFile       *watched;
  GObject            *wanted_row;   /* gets the keyboard when it is built */
  guint               tick_id;
  guint               update_source;
  gboolean            stale;        /* something changed while nobody looked */
  gboolean            opened_in_view;
  gboolean            selecting;
};

G_DEFINE_FINAL_TYPE (BarnWheelPage, barn_wheel_page, BARN_TYPE_PAGE)

static BarnItem *
get_row_item (gpointer row)
{
  return BARN_IS_ITEM (row) ? BARN_ITEM (row) : NULL;
}

/* ---- What the wheel and the list show ---- */

static char *
dup_count (guint    n_activities,
           GObject *data)
{
  return g_strdup_printf (ngettext ("%u activity", "%u activities", n_activities), n_activities);
}

static BarnWheel *
new_wheel (BarnWheelPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  g_autofree char *title = g_strdup_printf (_("Annual wheel %u"), barn_plan_get_year (plan));
  BarnWheelWords words = {
    .language = barn_ui_get_language (),
    .title = title,
    .without_role = _("Without a role"),
    /* Translators: before a date: “starts 1 March” */
    .starts = _("starts"),
    /* Translators: before a date: “due 30 June” */
    .due = _("due"),
    .today = _("Today"),
    .occasion = _("Follow-up occasion"),
    .overdue = _("Overdue"),
    .dup_count = dup_count,
  };

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    words.statuses[i] = barn_status_get_label ((BarnStatus) i);
  for (guint i = 0; i < BARN_N_MARK_CATEGORIES; i++)
    words.categories[i] = barn_mark_category_get_label ((BarnMarkCategory) i);

  return barn_wheel_new (barn_page_get_model (BARN_PAGE (self)), plan, barn_clock_get_today (), &words);
}

static void
replace_rows (guint     position,
              guint     n_removed,
              gpointer *added,
              guint     n_added,
              gpointer  user_data)
{
  g_list_store_splice (user_data, position, n_removed, added, n_added);
}

/* Rows that stay are left alone: they keep selection, focus and scroll position */
static void
update_rows (BarnWheelPage *self)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) after = NULL;
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));

  if (plan != NULL)
    after = barn_wheel_rows_list (barn_page_get_model (BARN_PAGE (self)), plan, self->headings);
  else
    after = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    g_ptr_array_add (before, g_list_model_get_item (G_LIST_MODEL (self->rows), i));
  self->selecting = TRUE;
  barn_row_diff (before, after, replace_rows, self->rows);
  self->selecting = FALSE;
}

static void
update_stack (BarnWheelPage *self)
{
  gboolean any = self->wheel != NULL && barn_wheel_get_n_parts (self->wheel) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "wheel" : "empty");
}

static void
close_pane (BarnWheelPage *self)
{
  barn_detail_pane_set_item (self->pane, NULL, NULL, NULL);
  gtk_stack_set_visible_child_name (self->side, "list");
}

static void
update_now (BarnWheelPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  BarnItem *open = barn_detail_pane_get_item (self->pane);

  g_clear_handle_id (&self->update_source, g_source_remove);
  self->stale = FALSE;

  /* What is gone is not open any more */
  if (open != NULL && (plan == NULL || barn_model_lookup (barn_page_get_model (BARN_PAGE (self)), barn_item_get_id (open)) != open))
    close_pane (self);

  g_clear_pointer (&self->wheel, barn_wheel_unref);
  self->wheel = plan != NULL ? new_wheel (self) : NULL;
  barn_wheel_view_set_wheel (self->view, self->wheel);
  update_rows (self);
  update_stack (self);
  if (plan != NULL)
    {
      g_autofree char *name = g_strdup_printf (_("Annual wheel %u"), barn_plan_get_year (plan));

      barn_ui_set_name (GTK_WIDGET (self->view), name);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wheel-page.add-mark", barn_page_can_edit (BARN_PAGE (self)));
}

static gboolean
on_update (gpointer user_data)
{
  BarnWheelPage *self = user_data;

  self->update_source = 0;
  update_now (self);

  return G_SOURCE_REMOVE;
}

/* Where nobody looks it waits until somebody does */
static void
on_file_changed (BarnWheelPage *self)
{
  self->stale = TRUE;
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (on_update, self);
}

/* ---- Rows ---- */

typedef struct
{
  gpointer   object;  /* what the row shows just now; unowned */
  GtkLabel  *heading;
  GtkWidget *content;
  GtkLabel  *title;
  GtkLabel  *subtitle;
  GtkWidget *status;
  GtkWidget *mark;
} RowWidgets;

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
on_setup_row (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  RowWidgets *row = g_new0 (RowWidgets, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  row->heading = add_label (box, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (row->heading), "wheel-heading");
  row->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  row->status = barn_status_icon_new ();
  barn_status_icon_set_compact (BARN_STATUS_ICON (row->status), TRUE);
  gtk_widget_set_valign (row->status, GTK_ALIGN_START);
  row->mark = gtk_image_new_from_icon_name ("x-office-calendar-symbolic");
  gtk_widget_set_valign (row->mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row->content), row->status);
  gtk_box_append (GTK_BOX (row->content), row->mark);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row->content), texts);
  row->title = add_label (texts, "body");
  row->subtitle = add_label (texts, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->subtitle), "dim-label");
  gtk_box_append (GTK_BOX (box), row->content);

  g_object_set_data_full (G_OBJECT (box), "wheel-row", row, g_free);
  gtk_list_item_set_child (list_item, box);
}

static void
show_item (BarnWheelPage *self,
           GtkListItem   *list_item,
           RowWidgets    *row,
           BarnItem      *item)
{
  const BarnDay today = barn_clock_get_today ();
  g_autofree char *subtitle = barn_wheel_rows_dup_subtitle (barn_page_get_model (BARN_PAGE (self)), barn_page_get_plan (BARN_PAGE (self)), item);
  g_autofree char *name = NULL;

  gtk_label_set_label (row->title, barn_item_get_title (item));
  gtk_label_set_label (row->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (row->subtitle), *subtitle != '\0');
  gtk_widget_set_visible (row->status, BARN_IS_ACTIVITY (item));
  gtk_widget_set_visible (row->mark, !BARN_IS_ACTIVITY (item));
  if (BARN_IS_ACTIVITY (item))
    {
      const BarnStatus status = barn_activity_get_status (BARN_ACTIVITY (item), today);
      const gboolean overdue = barn_activity_is_overdue (BARN_ACTIVITY (item), today);
      g_autofree char *words = barn_status_dup_words (status, overdue);

      barn_status_icon_set_status (BARN_STATUS_ICON (row->status), status);
      barn_status_icon_set_overdue (BARN_STATUS_ICON (row->status), overdue);
      name = g_strdup_printf ("%s, %s, %s", barn_item_get_title (item), words, subtitle);
    }
  else
    {
      name = g_strdup_printf ("%s, %s", barn_item_get_title (item), subtitle);
    }
  barn_ui_set_row_name (list_item, name);
}

static void
on_bound_item_changed (GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *page = gtk_widget_get_ancestor (gtk_list_item_get_child (list_item), BARN_TYPE_WHEEL_PAGE);

  if (page != NULL && BARN_IS_ITEM (item) && barn_page_get_plan (BARN_PAGE (page)) != NULL)
    show_item (BARN_WHEEL_PAGE (page), list_item, g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "wheel-row"), item);
}

static void
on_bind_row (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item,
             BarnWheelPage            *self)
{
  RowWidgets *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "wheel-row");
  gpointer object = gtk_list_item_get_item (list_item);
  BarnItem *item = get_row_item (object);

  row->object = object;
  gtk_widget_set_visible (GTK_WIDGET (row->heading), item == NULL);
  gtk_widget_set_visible (row->content, item != NULL);
  gtk_list_item_set_selectable (list_item, item != NULL);
  gtk_list_item_set_activatable (list_item, item != NULL);
  if (item != NULL)
    {
      show_item (self, list_item, row, item);
      g_signal_connect_object (item, "notify", G_CALLBACK (on_bound_item_changed), list_item, G_CONNECT_SWAPPED);
      return;
    }

  gtk_label_set_label (row->heading, gtk_string_object_get_string (object));
  barn_ui_set_row_name (list_item, gtk_string_object_get_string (object));
}

static void
on_unbind_row (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  RowWidgets *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "wheel-row");

  row->object = NULL;
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_bound_item_changed, list_item);
}

static guint
find_row (BarnWheelPage *self,
          gpointer       object)
{
  guint position;

  return g_list_store_find (self->rows, object, &position) ? position : GTK_INVALID_LIST_POSITION;
}

static void
scroll_to (BarnWheelPage *self,
           guint          position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
select_item (BarnWheelPage *self,
             BarnItem      *item)
{
  guint position = item != NULL ? find_row (self, item) : GTK_INVALID_LIST_POSITION;

  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
  barn_wheel_view_set_marked (self->view, item != NULL ? barn_item_get_id (item) : NULL);
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}

/* The wheel shows where the row is */
static void
on_selected (BarnWheelPage *self)
{
  BarnItem *item = get_row_item (gtk_single_selection_get_selected_item (self->selection));

  if (!self->selecting)
    barn_wheel_view_set_marked (self->view, item != NULL ? barn_item_get_id (item) : NULL);
}

/* ---- Opening ---- */

static void
on_mark_saved (BarnWheelPage *self,
               BarnYearMark  *mark)
{
  update_now (self);
  select_item (self, BARN_ITEM (mark));
}

static void
ask_mark (BarnWheelPage *self,
          BarnYearMark  *mark)
{
  BarnPage *page = BARN_PAGE (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (!barn_page_can_edit (page) || !GTK_IS_WINDOW (root))
    return;

  dialog = barn_mark_dialog_new (GTK_WINDOW (root), barn_page_get_file (page), barn_plan_get_year (barn_page_get_plan (page)), mark);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_mark_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* An activity in place of the list, a mark in its dialog; of an occasion there is no more than the row says */
static void
open_item (BarnWheelPage *self,
           BarnItem      *item)
{
  select_item (self, item);
  if (BARN_IS_ACTIVITY (item))
    {
      gtk_stack_set_visible_child_name (self->side, "detail");
      barn_detail_pane_set_item (self->pane, barn_page_get_file (BARN_PAGE (self)), barn_page_get_plan (BARN_PAGE (self)), item);
      barn_detail_pane_focus (self->pane);
    }
  else if (BARN_IS_YEAR_MARK (item))
    {
      ask_mark (self, BARN_YEAR_MARK (item));
    }
}

static gboolean
focus_built_row (BarnWheelPage *self,
                 gpointer       object)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->list)); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *box = gtk_widget_get_first_child (cell);
      RowWidgets *row = box != NULL ? g_object_get_data (G_OBJECT (box), "wheel-row") : NULL;

      if (row != NULL && row->object == object)
        return gtk_widget_grab_focus (cell);
    }

  return FALSE;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (widget);

  self->tick_id = 0;
  focus_built_row (self, self->wanted_row);
  g_clear_object (&self->wanted_row);

  return G_SOURCE_REMOVE;
}

/* A row that was far away has its widget only in the next frame */
static void
focus_row (BarnWheelPage *self,
           guint          position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  close_pane (self);
  if (row == NULL)
    return;

  scroll_to (self, position);
  if (focus_built_row (self, row))
    return;

  g_set_object (&self->wanted_row, row);
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* Where the keyboard comes to the list as a whole, it begins at the row that is chosen */
static void
on_list_focus (BarnWheelPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_has_focus (GTK_WIDGET (self->list)))
    focus_row (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

/* What goes on in a month stands under its heading */
static void
open_month (BarnWheelPage *self,
            guint          month)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (; month <= 12 && position == GTK_INVALID_LIST_POSITION; month++)
    position = find_row (self, g_ptr_array_index (self->headings, month));
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position + 1);
  self->selecting = FALSE;
  focus_row (self, position + 1);
}

static void
on_part_opened (BarnWheelPage *self,
                guint          place)
{
  const BarnWheelPart *part = barn_wheel_get_part (self->wheel, place);
  BarnItem *item = *part->id != '\0' ? barn_model_lookup (barn_page_get_model (BARN_PAGE (self)), part->id) : NULL;

  self->opened_in_view = TRUE;
  if (part->type == BARN_WHEEL_BUNDLE)
    open_month (self, barn_day_get_month (part->first));
  else if (item != NULL)
    open_item (self, item);
}

/* The list follows the keyboard through the wheel */
static void
on_part_reached (BarnWheelPage *self,
                 guint          place)
{
  const BarnWheelPart *part = barn_wheel_get_part (self->wheel, place);

  if (*part->id != '\0')
    select_item (self, barn_model_lookup (barn_page_get_model (BARN_PAGE (self)), part->id));
}

static void
on_row_activated (BarnWheelPage *self,
                  guint          position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  BarnItem *item = get_row_item (row);

  self->opened_in_view = FALSE;
  if (item != NULL)
    open_item (self, item);
}

static void
on_pane_closed (BarnWheelPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  close_pane (self);
  if (self->opened_in_view || position == GTK_INVALID_LIST_POSITION)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    focus_row (self, position);
}

static void
add_mark_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ask_mark (BARN_WHEEL_PAGE (widget), NULL);
}

static void
delete_mark_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (widget);
  gpointer row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (!BARN_IS_YEAR_MARK (row) || !barn_page_can_edit (BARN_PAGE (self)))
    return;

  g_ptr_array_add (items, g_object_ref (row));
  if (!barn_plan_file_delete (barn_page_get_file (BARN_PAGE (self)), items, &error))
    barn_ui_report_error (widget, error);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (widget);
  BarnPage *page = BARN_PAGE (self);

  if (self->wheel != NULL)
    barn_wheel_save (GTK_WIDGET (self->export_button), barn_page_get_file (page), barn_page_get_plan (page), self->wheel,
                     g_variant_get_string (parameter, NULL));
}

/* ---- The page ---- */

static void
barn_wheel_page_plan_changed (BarnPage *page)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (page);
  BarnPlanFile *file = barn_page_get_file (page);

  if (self->watched != file)
    {
      if (self->watched != NULL)
        g_signal_handlers_disconnect_by_data (self->watched, self);
      g_set_object (&self->watched, file);
      if (file != NULL)
        {
          g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (file, "notify::read-only", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
        }
    }

  close_pane (self);
  update_now (self);
}

static char *
barn_wheel_page_dup_title (BarnPage *page)
{
  return g_strdup (_("Annual Wheel"));
}

static const char *
barn_wheel_page_get_add_label (BarnPage *page)
{
  return _("New Mark");
}

static gboolean
barn_wheel_page_add (BarnPage *page)
{
  if (!barn_page_can_edit (page))
    return FALSE;

  ask_mark (BARN_WHEEL_PAGE (page), NULL);

  return TRUE;
}

static gboolean
barn_wheel_page_show_item (BarnPage *page,
                           BarnItem *item)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (page);
  guint position = find_row (self, item);

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  select_item (self, item);
  focus_row (self, position);

  return TRUE;
}

static guint
barn_wheel_page_list_parts (BarnPage     *page,
                            BarnPagePart *parts)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "wheel") != 0)
    {
      parts[0] = (BarnPagePart) { GTK_WIDGET (page), GTK_WIDGET (page) };
      return 1;
    }

  parts[0] = (BarnPagePart) { GTK_WIDGET (self->view), GTK_WIDGET (self->view) };
  parts[1] = (BarnPagePart) { GTK_WIDGET (self->side), gtk_stack_get_visible_child (self->side) };

  return 2;
}

static void
barn_wheel_page_save_state (BarnPage     *page,
                            GVariantDict *state)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (page);
  BarnItem *item = get_row_item (gtk_single_selection_get_selected_item (self->selection));

  if (item != NULL)
    g_variant_dict_insert (state, "selected", "s", barn_item_get_id (item));
}

static void
barn_wheel_page_restore_state (BarnPage     *page,
                               GVariantDict *state)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (page);
  BarnModel *model = barn_page_get_model (page);
  const char *id = NULL;

  if (g_variant_dict_lookup (state, "selected", "&s", &id) && model != NULL)
    select_item (self, barn_model_lookup (model, id));
}

static gboolean
barn_wheel_page_grab_focus (GtkWidget *widget)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "wheel") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return gtk_widget_grab_focus (self->empty_button);
}

static void
barn_wheel_page_map (GtkWidget *widget)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (widget);

  if (self->stale)
    update_now (self);

  GTK_WIDGET_CLASS (barn_wheel_page_parent_class)->map (widget);
}

static void
barn_wheel_page_dispose (GObject *object)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_object (&self->wanted_row);
  g_clear_object (&self->watched);
  g_clear_pointer (&self->wheel, barn_wheel_unref);

  G_OBJECT_CLASS (barn_wheel_page_parent_class)->dispose (object);
}

static void
barn_wheel_page_finalize (GObject *object)
{
  BarnWheelPage *self = BARN_WHEEL_PAGE (object);

  g_ptr_array_unref (self->headings);
  g_object_unref (self->rows);
  g_object_unref (self->selection);

  G_OBJECT_CLASS (barn_wheel_page_parent_class)->finalize (object);
}

static void
barn_wheel_page_class_init (BarnWheelPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  object_class->dispose = barn_wheel_page_dispose;
  object_class->finalize = barn_wheel_page_finalize;
  widget_class->grab_focus = barn_wheel_page_grab_focus;
  widget_class->map = barn_wheel_page_map;
  page_class->plan_changed = barn_wheel_page_plan_changed;
  page_class->dup_title = barn_wheel_page_dup_title;
  page_class->get_add_label = barn_wheel_page_get_add_label;
  page_class->add = barn_wheel_page_add;
  page_class->show_item = barn_wheel_page_show_item;
  page_class->list_parts = barn_wheel_page_list_parts;
  page_class->save_state = barn_wheel_page_save_state;
  page_class->restore_state = barn_wheel_page_restore_state;

  gtk_widget_class_install_action (widget_class, "wheel-page.add-mark", NULL, add_mark_action);
  gtk_widget_class_install_action (widget_class, "wheel-page.delete-mark", NULL, delete_mark_action);
  gtk_widget_class_install_action (widget_class, "wheel-page.save", "s", save_action);

  g_type_ensure (BARN_TYPE_DETAIL_PANE);
  g_type_ensure (BARN_TYPE_TAB_STOP);
  g_type_ensure (BARN_TYPE_WHEEL_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-wheel-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnWheelPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnWheelPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWheelPage, paned);
  gtk_widget_class_bind_template_child (widget_class, BarnWheelPage, view);
  gtk_widget_class_bind_template_child (widget_class, BarnWheelPage, side);
  gtk_widget_class_bind_template_child (widget_class, BarnWheelPage, list);
  gtk_widget_class_bind_template_child (widget_class, BarnWheelPage, pane);
  gtk_widget_class_bind_template_child (widget_class, BarnWheelPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, on_part_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_part_reached);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_closed);
}

static void
barn_wheel_page_init (BarnWheelPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->headings = barn_wheel_rows_new_headings ();
  self->rows = g_list_store_new (G_TYPE_OBJECT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_row), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_row), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->list, "notify::has-focus", G_CALLBACK (on_list_focus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete"),
                                                          gtk_named_action_new ("wheel-page.delete-mark")));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}
