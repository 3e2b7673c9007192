/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-sidebar"

#include "config.h"

#include "barn-sidebar-private.h"

#include <glib/gi18n-lib.h>

#include "barn-plan-file-year.h"
#include "barn-tab-stop.h"
#include "barn-ui.h"

G_DEFINE_FINAL_TYPE (BarnSidebar, barn_sidebar, GTK_TYPE_WIDGET)

const char *
barn_sidebar_get_row_text (GtkListBoxRow *row,
                           const char    *key)
{
  return g_object_get_data (G_OBJECT (row), key);
}

GtkListBoxRow *
barn_sidebar_find_row (BarnSidebar *self,
                       const char  *page,
                       const char  *role,
                       const char  *view)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL ||
          (g_strcmp0 (barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_PAGE), page) == 0 &&
           g_strcmp0 (barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_ROLE), role) == 0 &&
           g_strcmp0 (barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_VIEW), view) == 0))
        return row;
    }
}

/* A title that the sidebar has no room for */
static gboolean
on_query_tooltip (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));

  return TRUE;
}

GtkWidget *
barn_sidebar_new_row (const char *page,
                      const char *section,
                      const char *title,
                      const char *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", title,
                                   "xalign", 0.0f,
                                   "hexpand", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "has-tooltip", TRUE,
                                   NULL);
  GtkWidget *count = gtk_label_new (NULL);

  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  else
    gtk_widget_set_margin_start (box, 28);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  g_object_set_data_full (G_OBJECT (row), BARN_SIDEBAR_ROW_PAGE, g_strdup (page), g_free);
  g_object_set_data_full (G_OBJECT (row), BARN_SIDEBAR_ROW_TITLE, g_strdup (title), g_free);
  g_object_set_data_full (G_OBJECT (row), BARN_SIDEBAR_ROW_SECTION, g_strdup (section), g_free);
  g_object_set_data (G_OBJECT (row), BARN_SIDEBAR_ROW_COUNT, count);
  barn_ui_set_name (row, title);

  return row;
}

static void
set_count (GtkListBoxRow *row,
           const char    *count)
{
  g_autofree char *name = NULL;

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), BARN_SIDEBAR_ROW_COUNT), count);
  name = *count != '\0' ? g_strdup_printf ("%s %s", barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_TITLE), count)
                        : g_strdup (barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_TITLE));
  barn_ui_set_name (GTK_WIDGET (row), name);
}

void
barn_sidebar_set_number (GtkListBoxRow *row,
                         guint          number)
{
  g_autofree char *count = g_strdup_printf ("%u", number);

  set_count (row, count);
}

static void
add_role_row (BarnSidebar *self,
              const char  *role,
              const char  *title,
              guint        number,
              int         *place)
{
  const char *section = barn_sidebar_get_row_text (GTK_LIST_BOX_ROW (self->roles_after), BARN_SIDEBAR_ROW_SECTION);
  GtkWidget *row = barn_sidebar_new_row ("activities", section, title, NULL);

  g_object_set_data_full (G_OBJECT (row), BARN_SIDEBAR_ROW_ROLE, g_strdup (role), g_free);
  barn_sidebar_set_number (GTK_LIST_BOX_ROW (row), number);
  gtk_list_box_insert (self->list, row, (*place)++);
}

static gboolean
roles_are_shown (BarnSidebar *self,
                 GListModel  *roles,
                 gboolean     without)
{
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->roles_after)) + 1;
  GtkListBoxRow *row;

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnItem) role = g_list_model_get_item (roles, i);

      row = gtk_list_box_get_row_at_index (self->list, place++);
      if (g_strcmp0 (barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_ROLE), barn_item_get_id (role)) != 0 ||
          g_strcmp0 (barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_TITLE), barn_role_get_name (BARN_ROLE (role))) != 0)
        return FALSE;
    }

  row = gtk_list_box_get_row_at_index (self->list, place);
  if (without)
    return g_strcmp0 (barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_ROLE), "") == 0;
  return barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_ROLE) == NULL;
}

static void
remove_role_rows (BarnSidebar *self)
{
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->roles_after)) + 1;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, place)) != NULL && barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_ROLE) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
place_selection (BarnSidebar *self)
{
  GtkListBoxRow *row = barn_sidebar_find_row (self, self->page, self->role, self->view);

  if (row == NULL)
    row = barn_sidebar_find_row (self, self->page, NULL, NULL);

  self->placing = TRUE;
  gtk_list_box_select_row (self->list, row);
  /* The keyboard stays with what is chosen */
  if (row != NULL && (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->placing = FALSE;
}

/* Counts each role's activities in one walk */
static GHashTable *
count_roles (BarnSidebar *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *activities = barn_plan_get_activities (self->plan);
  guint n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      const char *const *roles = barn_activity_get_roles (activity);
      const char *const none[] = { "", NULL };

      for (const char *const *role = *roles != NULL ? roles : none; *role != NULL; role++)
        g_hash_table_replace (counts, g_strdup (*role),
                              GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, *role)) + 1));
    }

  return g_steal_pointer (&counts);
}

static void
update_roles (BarnSidebar *self)
{
  GListModel *roles = barn_model_get_roles (barn_plan_file_get_model (self->file));
  g_autoptr (GHashTable) counts = count_roles (self);
  guint without = GPOINTER_TO_UINT (g_hash_table_lookup (counts, ""));
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->roles_after)) + 1;
  gboolean shown = roles_are_shown (self, roles, without > 0);

  if (!shown)
    remove_role_rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnItem) role = g_list_model_get_item (roles, i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (counts, barn_item_get_id (role)));

      if (shown)
        barn_sidebar_set_number (barn_sidebar_find_row (self, "activities", barn_item_get_id (role), NULL), number);
      else
        add_role_row (self, barn_item_get_id (role), barn_role_get_name (BARN_ROLE (role)), number, &place);
    }

  if (shown && without > 0)
    barn_sidebar_set_number (barn_sidebar_find_row (self, "activities", "", NULL), without);
  else if (without > 0)
    add_role_row (self, "", _("Without a role"), without, &place);
}

/* How many are left for the occasion to work with: "6 left" */
static void
update_left (BarnSidebar *self)
{
  BarnOccasion *occasion = barn_occasions_get_current (self->plan, BARN_DAY_NONE);
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *count = NULL;

  if (occasion != NULL && barn_occasion_get_closed_on (occasion) == BARN_DAY_NONE)
    {
      left = barn_occasion_list_left (occasion, self->plan, NULL, NULL, NULL);
      /* Translators: activities that are left to follow up */
      count = g_strdup_printf (ngettext ("%u left", "%u left", left->len), left->len);
    }

  set_count (barn_sidebar_find_row (self, "follow-up", NULL, NULL), count != NULL ? count : "");
}

static void
update_now (BarnSidebar *self)
{
  BarnProgress progress = { 0, };
  g_autofree char *ready = NULL;

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->plan == NULL)
    return;

  barn_sidebar_set_number (barn_sidebar_find_row (self, "shifts", NULL, NULL), g_list_model_get_n_items (barn_plan_get_shifts (self->plan)));
  barn_sidebar_set_number (barn_sidebar_find_row (self, "activities", NULL, NULL), g_list_model_get_n_items (barn_plan_get_activities (self->plan)));
  barn_sidebar_set_number (barn_sidebar_find_row (self, "long-term", NULL, NULL), g_list_model_get_n_items (barn_plan_get_long_terms (self->plan)));

  barn_sidebar_set_number (barn_sidebar_find_row (self, "assessments", NULL, NULL), g_list_model_get_n_items (barn_plan_get_assessments (self->plan)));

  barn_figures_barnbokslut (barn_plan_file_get_model (self->file), self->plan, &progress);
  /* Translators: how many sections of the barnbokslut are ready, of how many */
  ready = g_strdup_printf (_("%u of %u"), progress.ready, progress.ready + progress.draft + progress.empty);
  set_count (barn_sidebar_find_row (self, "barnbokslut", NULL, NULL), ready);

  update_left (self);
  update_roles (self);
  barn_sidebar_update_views (self);
  place_selection (self);
}

static gboolean
on_update (gpointer user_data)
{
  BarnSidebar *self = user_data;

  self->update_source = 0;
  update_now (self);

  return G_SOURCE_REMOVE;
}

static void
on_file_changed (BarnSidebar *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (on_update, self);
}

static void
on_row_selected (BarnSidebar   *self,
                 GtkListBoxRow *row)
{
  const char *role;
  const char *page;
  const char *view;

  if (self->placing || row == NULL)
    return;

  page = barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_PAGE);
  role = barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_ROLE);

  view = barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_VIEW);

  if (view != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", view);
    }
  else if (role != NULL || ((self->role != NULL || self->view != NULL) && strcmp (page, "activities") == 0))
    {
      GVariantDict which;

      g_variant_dict_init (&which, NULL);
      if (role != NULL)
        {
          g_variant_dict_insert (&which, "role", "s", role);
          g_variant_dict_insert (&which, "title", "s", barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_TITLE));
        }
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-activities", "@a{sv}", g_variant_dict_end (&which));
    }
  else
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", page);
    }
}

static void
on_row_activated (BarnSidebar   *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-page", NULL);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *section = barn_sidebar_get_row_text (row, BARN_SIDEBAR_ROW_SECTION);
  GtkWidget *header;

  if (section == NULL || (before != NULL && g_strcmp0 (barn_sidebar_get_row_text (before, BARN_SIDEBAR_ROW_SECTION), section) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  header = g_object_new (GTK_TYPE_LABEL,
                         "label", section,
                         "xalign", 0.0f,
                         "margin-top", 18,
                         "margin-bottom", 6,
                         "margin-start", 12,
                         "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                         NULL);
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_widget_add_css_class (header, "dim-label");
  gtk_list_box_row_set_header (row, header);
}

static gboolean
barn_sidebar_grab_focus (GtkWidget *widget)
{
  BarnSidebar *self = BARN_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

static void
barn_sidebar_dispose (GObject *object)
{
  BarnSidebar *self = BARN_SIDEBAR (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->file);
  g_clear_object (&self->plan);
  barn_sidebar_dispose_views (self);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (barn_sidebar_parent_class)->dispose (object);
}

static void
barn_sidebar_finalize (GObject *object)
{
  BarnSidebar *self = BARN_SIDEBAR (object);

  g_free (self->page);
  g_free (self->role);
  g_free (self->view);

  G_OBJECT_CLASS (barn_sidebar_parent_class)->finalize (object);
}

static void
barn_sidebar_class_init (BarnSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_sidebar_dispose;
  object_class->finalize = barn_sidebar_finalize;
  widget_class->grab_focus = barn_sidebar_grab_focus;

  barn_sidebar_install_views (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
barn_sidebar_init (BarnSidebar *self)
{
  const char *plan = _("The plan");
  const char *year = _("The year");
  const char *reporting = _("Reporting");
  GtkWidget *scroller;

  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_BROWSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  barn_ui_set_name (GTK_WIDGET (self->list), _("Pages"));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);

  gtk_list_box_append (self->list, barn_sidebar_new_row ("overview", NULL, _("Overview"), "barn-overview-symbolic"));
  gtk_list_box_append (self->list, barn_sidebar_new_row ("shifts", plan, _("Shifts"), "barn-shifts-symbolic"));
  self->roles_after = barn_sidebar_new_row ("activities", plan, _("Activities"), "barn-activities-symbolic");
  gtk_list_box_append (self->list, self->roles_after);
  gtk_list_box_append (self->list, barn_sidebar_new_row ("long-term", plan, _("Long term"), "barn-long-term-symbolic"));
  gtk_list_box_append (self->list, barn_sidebar_new_row ("wheel", year, _("Annual wheel"), "barn-wheel-symbolic"));
  gtk_list_box_append (self->list, barn_sidebar_new_row ("follow-up", year, _("Follow-up"), "barn-follow-up-symbolic"));
  gtk_list_box_append (self->list,
                       barn_sidebar_new_row ("assessments", year, _("Assessments"), "barn-assessments-symbolic"));
  gtk_list_box_append (self->list,
                       barn_sidebar_new_row ("barnbokslut", reporting, _("Barnbokslut"), "barn-barnbokslut-symbolic"));
  gtk_list_box_append (self->list, barn_sidebar_new_row ("documents", reporting, _("Documents"), "barn-documents-symbolic"));
  gtk_list_box_append (self->list, barn_sidebar_new_row ("history", reporting, _("History"), "barn-history-symbolic"));

  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);

  barn_sidebar_init_views (self);

  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                           "hscrollbar-policy", GTK_POLICY_NEVER,
                           "child", self->list,
                           "vexpand", TRUE,
                           NULL);
  self->child = barn_tab_stop_new (scroller);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

/**
 * barn_sidebar_new:
 *
 * Returns: (transfer full): a sidebar that counts nothing yet, floating
 */
GtkWidget *
barn_sidebar_new (void)
{
  return g_object_new (BARN_TYPE_SIDEBAR, NULL);
}

/**
 * barn_sidebar_set_plan:
 * @self: a sidebar
 * @file: (nullable): the open plan file
 * @plan: (nullable): the year on show
 */
void
barn_sidebar_set_plan (BarnSidebar  *self,
                       BarnPlanFile *file,
                       BarnPlan     *plan)
{
  g_return_if_fail (BARN_IS_SIDEBAR (self));
  g_return_if_fail (plan == NULL || file != NULL);

  if (self->file != file)
    {
      if (self->file != NULL)
        g_signal_handlers_disconnect_by_data (self->file, self);
      g_set_object (&self->file, file);
      if (file != NULL)
        g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
    }

  g_set_object (&self->plan, plan);
  update_now (self);
}

/**
 * barn_sidebar_set_place:
 * @self: a sidebar
 * @page: the page on show
 * @role: (nullable): the id of the role whose activities are on show
 * @view: (nullable): the id of the saved view that is on show
 *
 * Marks where the person is, without going there.
 */
void
barn_sidebar_set_place (BarnSidebar *self,
                        const char  *page,
                        const char  *role,
                        const char  *view)
{
  g_autofree char *old_page = NULL;
  g_autofree char *old_role = NULL;
  g_autofree char *old_view = NULL;

  g_return_if_fail (BARN_IS_SIDEBAR (self));

  old_page = g_steal_pointer (&self->page);
  old_role = g_steal_pointer (&self->role);
  old_view = g_steal_pointer (&self->view);
  self->page = g_strdup (page);
  self->role = g_strdup (role);
  self->view = g_strdup (view);
  place_selection (self);
}

/**
 * barn_sidebar_get_count:
 * @self: a sidebar
 * @page: a page
 * @role: (nullable): the id of a role
 * @view: (nullable): the id of a saved view
 *
 * Returns: (transfer none) (nullable): what stands beside the entry; %NULL where there is no such entry
 */
const char *
barn_sidebar_get_count (BarnSidebar *self,
                        const char  *page,
                        const char  *role,
                        const char  *view)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (BARN_IS_SIDEBAR (self), NULL);

  row = barn_sidebar_find_row (self, page, role, view);
  return row != NULL ? gtk_label_get_label (g_object_get_data (G_OBJECT (row), BARN_SIDEBAR_ROW_COUNT)) : NULL;
}
