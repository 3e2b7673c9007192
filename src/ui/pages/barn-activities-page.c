/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activities-page"

#include "config.h"

#include "barn-activities-page-private.h"

#include <glib/gi18n-lib.h>

#include "barn-activity-cell.h"
#include "barn-activity-columns.h"
#include "barn-ui.h"

/* The detail pane at first, at text scale 1 */
#define PANE_WIDTH 424

G_DEFINE_FINAL_TYPE (BarnActivitiesPage, barn_activities_page, BARN_TYPE_PAGE)

static const char *const grouping_labels[BARN_N_GROUPINGS] = {
  [BARN_GROUPING_ROLE] = N_("By role"),
  [BARN_GROUPING_SHIFT] = N_("By shift"),
  [BARN_GROUPING_STATUS] = N_("By status"),
  [BARN_GROUPING_RESPONSIBLE] = N_("By responsible"),
  [BARN_GROUPING_NONE] = N_("Not grouped"),
};

enum
{
  PROP_GROUPING = 1,
  PROP_ORDER,
  PROP_DESCENDING,
  PROP_VIEW,
  PROP_COLUMN, /* and those after it: one for each column */
  N_PROPS = PROP_COLUMN + BARN_N_ACTIVITY_ORDERS
};

static GParamSpec *properties[N_PROPS];

static guint
get_n_activities (BarnActivitiesPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));

  return plan != NULL ? g_list_model_get_n_items (barn_plan_get_activities (plan)) : 0;
}

static void
show_stack (BarnActivitiesPage *self)
{
  const char *name = "list";

  if (get_n_activities (self) == 0)
    name = "empty";
  else if (barn_activity_groups_get_n_shown (self->groups) == 0 && !barn_activity_groups_get_busy (self->groups))
    name = "nothing";
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->filters), get_n_activities (self) > 0);
}

/* (transfer none) (nullable): NULL for a heading, or for no row */
static BarnActivity *
get_activity (gpointer row)
{
  return BARN_IS_ACTIVITY_ENTRY (row) ? barn_activity_entry_get_activity (row) : NULL;
}

static GtkWidget *
find_focused_cell (BarnActivitiesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;

  /* The focus is on what GTK puts around the cell */
  return BARN_IS_ACTIVITY_CELL (gtk_widget_get_first_child (focus)) ? gtk_widget_get_first_child (focus) : NULL;
}

static gboolean
find_row (BarnActivitiesPage *self,
          gpointer            row,
          guint              *position)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->groups));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      if (other == row)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

GObject *
barn_activities_page_get_row (BarnActivitiesPage *self,
                              guint              *position)
{
  GtkWidget *cell = find_focused_cell (self);
  GObject *row = cell != NULL ? barn_activity_cell_get_item (BARN_ACTIVITY_CELL (cell)) : NULL;

  if (row == NULL)
    {
      g_autoptr (GObject) first = NULL;

      if (!barn_activity_selection_get_first (self->selection, position))
        return NULL;
      first = g_list_model_get_item (G_LIST_MODEL (self->groups), *position);
      return first;
    }

  return find_row (self, row, position) ? row : NULL;
}

/* Where the keyboard stands on a heading, the first of the rows that are selected is meant */
BarnActivityEntry *
barn_activities_page_get_entry (BarnActivitiesPage *self,
                                guint              *position)
{
  GObject *row = barn_activities_page_get_row (self, position);
  g_autoptr (GObject) first = NULL;

  if (BARN_IS_ACTIVITY_ENTRY (row))
    return BARN_ACTIVITY_ENTRY (row);
  if (!barn_activity_selection_get_first (self->selection, position))
    return NULL;

  first = g_list_model_get_item (G_LIST_MODEL (self->groups), *position);

  return BARN_ACTIVITY_ENTRY (first);
}

gboolean
barn_activities_page_focus_row (BarnActivitiesPage *self,
                                GObject            *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = gtk_widget_get_first_child (child);

      if (BARN_IS_ACTIVITY_CELL (cell) && barn_activity_cell_get_item (BARN_ACTIVITY_CELL (cell)) == row
          && gtk_widget_get_mapped (child))
        return gtk_widget_grab_focus (child);
    }

  return FALSE;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);

  self->tick_id = 0;
  if (self->wanted_row != NULL)
    barn_activities_page_focus_row (self, self->wanted_row);
  g_clear_object (&self->wanted_row);

  return G_SOURCE_REMOVE;
}

/* A row that was far away, or has just come, has its widget only in the next frame */
void
barn_activities_page_select (BarnActivitiesPage *self,
                             guint               position,
                             gboolean            focus)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->groups), position);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (!focus || barn_activities_page_focus_row (self, row))
    return;

  g_set_object (&self->wanted_row, row);
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* The pane follows the row while it is open */
static void
show_in_pane (BarnActivitiesPage *self,
              BarnActivity       *activity)
{
  barn_detail_pane_set_item (self->pane, barn_page_get_file (BARN_PAGE (self)), barn_page_get_plan (BARN_PAGE (self)),
                             (BarnItem *) activity);
}

static gboolean
on_selection_settled (gpointer user_data)
{
  BarnActivitiesPage *self = user_data;
  g_autoptr (GPtrArray) activities = barn_activity_selection_list_activities (self->selection);
  g_autofree char *words = NULL;

  self->selection_id = 0;
  if (gtk_widget_get_visible (self->pane_box) && activities->len == 1)
    show_in_pane (self, g_ptr_array_index (activities, 0));

  gtk_revealer_set_reveal_child (self->selection_bar, activities->len > 1);
  words = g_strdup_printf (ngettext ("%u selected", "%u selected", activities->len), activities->len);
  gtk_label_set_label (self->selection_label, words);
  barn_activities_page_update_edits (self);

  return G_SOURCE_REMOVE;
}

static void
queue_selection (BarnActivitiesPage *self)
{
  if (self->selection_id == 0)
    self->selection_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_selection_settled, self, NULL);
}

static void
on_selection_changed (BarnActivitiesPage *self)
{
  queue_selection (self);
}

/* Rows came and went: the bar counts those that are shown */
static void
on_rows_changed (BarnActivitiesPage *self)
{
  queue_selection (self);
}

static void
on_settled (BarnActivitiesPage *self)
{
  show_stack (self);
  barn_activity_filters_set_tally (self->filters, barn_activity_groups_get_tally (self->groups));

  if (self->wanted_scroll > 0)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->wanted_scroll);
      self->wanted_scroll = 0;
    }
}

static void
on_filters_changed (BarnActivitiesPage *self)
{
  barn_activity_groups_set_filter (self->groups, barn_activity_filters_get_filter (self->filters));
  show_stack (self);
  barn_page_title_changed (BARN_PAGE (self));
  barn_activities_page_update_view (self);
}

static void
on_clear_clicked (BarnActivitiesPage *self)
{
  barn_activity_filters_clear (self->filters);
  barn_activity_filters_focus_search (self->filters);
}

static void
on_header_clicked (BarnActivitiesPage *self,
                   guint               order)
{
  BarnActivityOrder now = barn_activity_groups_get_order (self->groups);
  gboolean descending = barn_activity_groups_get_descending (self->groups);

  /* A third press brings back the order of the plan */
  if (now != (BarnActivityOrder) order)
    g_object_set (self, "order", barn_activity_order_to_nick ((BarnActivityOrder) order), "descending", FALSE, NULL);
  else if (!descending)
    g_object_set (self, "descending", TRUE, NULL);
  else
    g_object_set (self, "order", "plan", "descending", FALSE, NULL);
}

static void
place_pane (BarnActivitiesPage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->paned));
  int minimum;

  if (self->placed || width <= 0)
    return;

  gtk_widget_measure (self->pane_box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_paned_set_position (self->paned, width - MAX (minimum, MIN (PANE_WIDTH, width / 2)));
  self->placed = TRUE;
}

void
barn_activities_page_open (BarnActivitiesPage *self,
                           BarnActivity       *activity)
{
  if (!gtk_widget_get_visible (self->pane_box))
    {
      place_pane (self);
      gtk_widget_set_visible (self->pane_box, TRUE);
    }
  show_in_pane (self, activity);
}

static void
focus_list (BarnActivitiesPage *self,
            BarnActivity       *activity)
{
  guint position;

  if (activity != NULL && barn_activity_groups_find (self->groups, activity, NULL, &position) != NULL)
    barn_activities_page_select (self, position, TRUE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
barn_activities_page_close_pane (BarnActivitiesPage *self)
{
  g_autoptr (BarnItem) item = NULL;

  if (!gtk_widget_get_visible (self->pane_box))
    return;

  g_set_object (&item, barn_detail_pane_get_item (self->pane));
  show_in_pane (self, NULL);
  gtk_widget_set_visible (self->pane_box, FALSE);
  focus_list (self, BARN_IS_ACTIVITY (item) ? BARN_ACTIVITY (item) : NULL);
}

static void
on_pane_closed (BarnActivitiesPage *self)
{
  barn_activities_page_close_pane (self);
}

static void
on_row_activated (BarnActivitiesPage *self,
                  guint               position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->groups), position);

  if (BARN_IS_ACTIVITY_GROUP (row))
    {
      BarnActivityGroup *group = BARN_ACTIVITY_GROUP (row);

      barn_activity_groups_set_collapsed (self->groups, group, !barn_activity_group_get_collapsed (group));
    }
  else if (row != NULL)
    {
      barn_activities_page_open (self, get_activity (row));
      barn_detail_pane_focus (self->pane);
    }
}

static void
on_file_changed (BarnActivitiesPage *self)
{
  BarnItem *item = barn_detail_pane_get_item (self->pane);

  if (barn_page_get_file (BARN_PAGE (self)) == NULL)
    return;

  barn_activity_groups_refresh (self->groups);
  barn_activities_page_refresh_view (self, FALSE);

  /* What was beside the list is gone: deleted here, by undo or by another program */
  if (item != NULL && barn_model_lookup (barn_page_get_model (BARN_PAGE (self)), barn_item_get_id (item)) == NULL)
    barn_activities_page_close_pane (self);
}

static void
on_file_notify (BarnActivitiesPage *self)
{
  BarnPlanFile *file = barn_page_get_file (BARN_PAGE (self));

  if (file != NULL)
    g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
}

static void
barn_activities_page_plan_changed (BarnPage *page)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (page);
  BarnPlan *plan = barn_page_get_plan (page);
  BarnModel *model = plan != NULL ? barn_page_get_model (page) : NULL;

  gboolean as_saved = self->view != NULL && !self->view_changed;

  barn_activities_page_close_pane (self);
  barn_activity_selection_forget (self->selection);
  barn_activity_groups_set_source (self->groups, model, plan);
  barn_activity_filters_set_source (self->filters, model, plan);
  barn_activities_page_refresh_view (self, as_saved);
  show_stack (self);
}

static char *
barn_activities_page_dup_title (BarnPage *page)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (page);
  g_autofree char *words = barn_activities_page_dup_view_words (self);

  if (words == NULL)
    words = barn_activity_filters_dup_words (self->filters);
  if (words == NULL)
    return g_strdup (_("Activities"));

  /* Translators: the page's title while a filter is on, as in "Activities · Managers" */
  return g_strdup_printf (_("Activities · %s"), words);
}

static const char *
barn_activities_page_get_add_label (BarnPage *page)
{
  return _("New Activity");
}

static gboolean
barn_activities_page_focus_search (BarnPage *page)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (page);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->filters)))
    return FALSE;

  barn_activity_filters_focus_search (self->filters);

  return TRUE;
}

static gboolean
barn_activities_page_show_item (BarnPage *page,
                                BarnItem *item)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (page);
  guint position;

  if (!BARN_IS_ACTIVITY (item))
    return FALSE;

  barn_activity_groups_settle (self->groups);
  if (barn_activity_groups_find (self->groups, BARN_ACTIVITY (item), NULL, &position) == NULL)
    {
      /* A view that does not show it is not what was asked for */
      barn_activities_page_set_view (self, NULL);
      barn_activity_filters_clear (self->filters);
      barn_activity_groups_settle (self->groups);
    }
  if (barn_activity_groups_find (self->groups, BARN_ACTIVITY (item), NULL, &position) != NULL)
    barn_activities_page_select (self, position, FALSE);
  barn_activities_page_open (self, BARN_ACTIVITY (item));
  barn_detail_pane_focus (self->pane);

  return TRUE;
}

/* A new activity belongs where one is: under the role or shift that is filtered by, or that the focused row stands under */
static char *
dup_place (BarnActivitiesPage *self,
           BarnGrouping        grouping)
{
  const BarnFilter *filter = barn_activity_filters_get_filter (self->filters);
  char **ids = grouping == BARN_GROUPING_ROLE ? filter->roles : filter->shifts;
  guint position;
  GObject *row = barn_activities_page_get_row (self, &position);
  BarnActivityGroup *group = NULL;

  if (ids != NULL && ids[0] != NULL && *ids[0] != '\0' && ids[1] == NULL)
    return g_strdup (ids[0]);
  if (barn_activity_groups_get_grouping (self->groups) != grouping || row == NULL)
    return NULL;

  if (BARN_IS_ACTIVITY_GROUP (row))
    group = BARN_ACTIVITY_GROUP (row);
  else if (BARN_IS_ACTIVITY_ENTRY (row))
    group = barn_activity_entry_get_group (BARN_ACTIVITY_ENTRY (row));
  if (group == NULL || *barn_activity_group_get_key (group) == '\0')
    return NULL;

  return g_strdup (barn_activity_group_get_key (group));
}

static gboolean
barn_activities_page_add (BarnPage *page)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (page);
  g_autofree char *role = dup_place (self, BARN_GROUPING_ROLE);
  g_autofree char *shift = dup_place (self, BARN_GROUPING_SHIFT);
  g_autoptr (GError) error = NULL;
  BarnActivity *activity;

  activity = barn_plan_file_add_activity (barn_page_get_file (page), barn_page_get_plan (page), _("New activity"),
                                          role, shift, &error);
  if (activity == NULL)
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return FALSE;
    }

  barn_page_show_item (page, BARN_ITEM (activity));
  barn_detail_pane_edit_title (self->pane);

  return TRUE;
}

static guint
barn_activities_page_list_parts (BarnPage     *page,
                                 BarnPagePart *parts)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (page);

  parts[0] = (BarnPagePart) { gtk_paned_get_start_child (self->paned), GTK_WIDGET (self) };
  parts[1] = (BarnPagePart) { self->pane_box, GTK_WIDGET (self->pane) };

  return gtk_widget_get_visible (self->pane_box) ? 2 : 1;
}

static void
barn_activities_page_save_state (BarnPage     *page,
                                 GVariantDict *state)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (page);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_autofree char *columns = barn_activity_columns_to_text (self->columns);

  barn_activity_filters_save (self->filters, state);
  g_variant_dict_insert (state, "group", "s",
                         barn_grouping_to_nick (barn_activity_groups_get_grouping (self->groups)));
  g_variant_dict_insert (state, "order", "s",
                         barn_activity_order_to_nick (barn_activity_groups_get_order (self->groups)));
  g_variant_dict_insert (state, "descending", "b", barn_activity_groups_get_descending (self->groups));
  g_variant_dict_insert (state, "columns", "s", columns != NULL ? columns : "");
  g_variant_dict_insert (state, "view", "s", self->view != NULL ? barn_item_get_id (BARN_ITEM (self->view)) : "");
  g_variant_dict_insert (state, "view-changed", "b", self->view_changed);
  g_variant_dict_insert (state, "scroll", "d", gtk_adjustment_get_value (adjustment));
}

/* The view that was on show, if it is still there; as it was changed, else as it is saved now */
static void
restore_view (BarnActivitiesPage *self,
              GVariantDict       *state)
{
  BarnModel *model = barn_page_get_model (BARN_PAGE (self));
  const char *id = NULL;
  gboolean changed = FALSE;
  BarnItem *view;

  if (model == NULL || barn_page_get_plan (BARN_PAGE (self)) == NULL || !g_variant_dict_lookup (state, "view", "&s", &id))
    return;

  view = barn_model_lookup (model, id);
  g_variant_dict_lookup (state, "view-changed", "b", &changed);
  if (BARN_IS_SAVED_VIEW (view) && changed)
    barn_activities_page_set_view (self, BARN_SAVED_VIEW (view));
  else if (BARN_IS_SAVED_VIEW (view))
    barn_activities_page_show_view (self, BARN_SAVED_VIEW (view));
}

static void
barn_activities_page_restore_state (BarnPage     *page,
                                    GVariantDict *state)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (page);
  const char *nick;
  gboolean descending;

  if (g_variant_dict_lookup (state, "group", "&s", &nick))
    g_object_set (self, "grouping", nick, NULL);
  if (g_variant_dict_lookup (state, "order", "&s", &nick))
    g_object_set (self, "order", nick, NULL);
  if (g_variant_dict_lookup (state, "descending", "b", &descending))
    g_object_set (self, "descending", descending, NULL);
  if (g_variant_dict_lookup (state, "columns", "&s", &nick))
    barn_activities_page_set_columns (self, barn_activity_columns_from_text (nick));
  g_variant_dict_lookup (state, "scroll", "d", &self->wanted_scroll);
  barn_activity_filters_load (self->filters, state);
  restore_view (self, state);
}

static void
barn_activities_page_dispose (GObject *object)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (object);

  g_clear_handle_id (&self->selection_id, g_source_remove);
  if (self->groups != NULL)
    g_signal_handlers_disconnect_by_data (self->groups, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer ((GtkWidget **) &self->context_menu, gtk_widget_unparent);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->wanted_row);
  g_clear_object (&self->menu_row);
  g_clear_object (&self->selection);
  g_clear_object (&self->groups);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (barn_activities_page_parent_class)->dispose (object);
}

static void
barn_activities_page_finalize (GObject *object)
{
  g_free (BARN_ACTIVITIES_PAGE (object)->view_words);

  G_OBJECT_CLASS (barn_activities_page_parent_class)->finalize (object);
}

static void
barn_activities_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (object);

  switch (prop_id)
    {
    case PROP_GROUPING:
      g_value_set_string (value, barn_grouping_to_nick (barn_activity_groups_get_grouping (self->groups)));
      break;
    case PROP_ORDER:
      g_value_set_string (value, barn_activity_order_to_nick (barn_activity_groups_get_order (self->groups)));
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, barn_activity_groups_get_descending (self->groups));
      break;
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    default:
      if (prop_id > PROP_COLUMN && prop_id < N_PROPS)
        {
          g_value_set_boolean (value, (self->columns & BARN_ACTIVITY_COLUMN (prop_id - PROP_COLUMN)) != 0);
          break;
        }
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_grouping (BarnActivitiesPage *self,
              BarnGrouping        grouping)
{
  barn_activity_groups_set_grouping (self->groups, grouping);
  gtk_label_set_label (self->view_label, _(grouping_labels[grouping]));
}

static void
barn_activities_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (object);
  BarnActivityOrder order = barn_activity_groups_get_order (self->groups);
  gboolean descending = barn_activity_groups_get_descending (self->groups);

  switch (prop_id)
    {
    case PROP_GROUPING:
      set_grouping (self, barn_grouping_from_nick (g_value_get_string (value)));
      break;
    case PROP_ORDER:
      order = barn_activity_order_from_nick (g_value_get_string (value));
      break;
    case PROP_DESCENDING:
      descending = g_value_get_boolean (value);
      break;
    default:
      if (prop_id > PROP_COLUMN && prop_id < N_PROPS)
        {
          guint column = BARN_ACTIVITY_COLUMN (prop_id - PROP_COLUMN);

          barn_activities_page_set_columns (self, g_value_get_boolean (value) ? self->columns | column : self->columns & ~column);
          return;
        }
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  barn_activity_groups_set_order (self->groups, order, descending);
  barn_activity_header_set_order (self->header, order, descending);
  barn_activities_page_update_view (self);
}

void
barn_activities_page_set_columns (BarnActivitiesPage *self,
                                  guint               columns)
{
  guint changed = self->columns ^ columns;

  if (changed == 0)
    return;

  self->columns = columns;
  barn_activity_header_set_columns (self->header, columns);
  barn_activities_page_update_rows (self);
  for (guint i = BARN_ACTIVITY_ORDER_RESPONSIBLE; i < BARN_N_ACTIVITY_ORDERS; i++)
    if (changed & BARN_ACTIVITY_COLUMN (i))
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN + i]);
  barn_activities_page_update_view (self);
}

/* What is always there cannot be chosen */
static void
install_columns (GObjectClass   *object_class,
                 GtkWidgetClass *widget_class)
{
  for (guint i = BARN_ACTIVITY_ORDER_RESPONSIBLE; i < BARN_N_ACTIVITY_ORDERS; i++)
    {
      g_autofree char *name = g_strconcat ("column-", barn_activity_order_to_nick ((BarnActivityOrder) i), NULL);
      g_autofree char *action = g_strconcat ("activities.", name, NULL);

      properties[PROP_COLUMN + i] =
        g_param_spec_boolean (name, NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB);
      g_object_class_install_property (object_class, PROP_COLUMN + i, properties[PROP_COLUMN + i]);
      gtk_widget_class_install_property_action (widget_class, action, name);
    }
}

static void
focus_list_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->groups));

  barn_activity_groups_settle (self->groups);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      if (BARN_IS_ACTIVITY_ENTRY (row))
        {
          barn_activities_page_select (self, i, TRUE);
          return;
        }
    }
}

/* Whoever comes here comes for the list; the filters are a step away */
static gboolean
barn_activities_page_grab_focus (GtkWidget *widget)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);

  barn_activity_groups_settle (self->groups);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)) && gtk_widget_grab_focus (GTK_WIDGET (self->list)))
    return TRUE;

  return GTK_WIDGET_CLASS (barn_activities_page_parent_class)->grab_focus (widget);
}

static void
barn_activities_page_class_init (BarnActivitiesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  object_class->dispose = barn_activities_page_dispose;
  object_class->finalize = barn_activities_page_finalize;
  object_class->get_property = barn_activities_page_get_property;
  object_class->set_property = barn_activities_page_set_property;
  widget_class->grab_focus = barn_activities_page_grab_focus;
  page_class->plan_changed = barn_activities_page_plan_changed;
  page_class->dup_title = barn_activities_page_dup_title;
  page_class->get_add_label = barn_activities_page_get_add_label;
  page_class->add = barn_activities_page_add;
  page_class->focus_search = barn_activities_page_focus_search;
  page_class->show_item = barn_activities_page_show_item;
  page_class->list_parts = barn_activities_page_list_parts;
  page_class->save_state = barn_activities_page_save_state;
  page_class->restore_state = barn_activities_page_restore_state;

  properties[PROP_GROUPING] =
    g_param_spec_string ("grouping", NULL, NULL, "role", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORDER] =
    g_param_spec_string ("order", NULL, NULL, "plan", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCENDING] =
    g_param_spec_boolean ("descending", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, BARN_TYPE_SAVED_VIEW, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, PROP_COLUMN, properties);
  install_columns (object_class, widget_class);

  gtk_widget_class_install_property_action (widget_class, "activities.group", "grouping");
  gtk_widget_class_install_property_action (widget_class, "activities.sort", "order");
  gtk_widget_class_install_property_action (widget_class, "activities.descending", "descending");
  gtk_widget_class_install_action (widget_class, "activities.focus-list", NULL, focus_list_action);
  barn_activities_page_install_edits (widget_class);
  barn_activities_page_install_views (widget_class);

  g_type_ensure (BARN_TYPE_ACTIVITY_FILTERS);
  g_type_ensure (BARN_TYPE_ACTIVITY_HEADER);
  g_type_ensure (BARN_TYPE_DETAIL_PANE);
  g_type_ensure (BARN_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-activities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, paned);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, filters);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, view_label);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, header);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, view_notice);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, list);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, set_button);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, due_button);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, pane_box);
  gtk_widget_class_bind_template_child (widget_class, BarnActivitiesPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_header_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_closed);
}

static void
barn_activities_page_init (BarnActivitiesPage *self)
{
  self->groups = barn_activity_groups_new ();
  self->selection = barn_activity_selection_new (self->groups);
  self->columns = BARN_ACTIVITY_COLUMNS_USUAL;
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  /* GTK says so by itself for models of its own alone */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (on_rows_changed), self);
  g_signal_connect_swapped (self->groups, "settled", G_CALLBACK (on_settled), self);
  g_signal_connect (self, "notify::file", G_CALLBACK (on_file_notify), NULL);
  gtk_label_set_label (self->view_label, _(grouping_labels[BARN_GROUPING_ROLE]));
  barn_activities_page_init_rows (self);
  barn_activities_page_init_edits (self);
  barn_activities_page_update_view (self);
}

/**
 * barn_activities_page_show:
 * @self: the page
 * @filter: a{sv}: what to show
 *
 * Shows the activities behind a figure. The order stays; the grouping too, if @filter does not name one.
 */
void
barn_activities_page_show (BarnActivitiesPage *self,
                           GVariant           *filter)
{
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (filter);
  const char *grouping;

  g_return_if_fail (BARN_IS_ACTIVITIES_PAGE (self));
  g_return_if_fail (g_variant_is_of_type (filter, G_VARIANT_TYPE_VARDICT));

  barn_activities_page_set_view (self, NULL);
  if (g_variant_dict_lookup (&state, "group", "&s", &grouping))
    g_object_set (self, "grouping", grouping, NULL);
  barn_activity_filters_load (self->filters, &state);
}
