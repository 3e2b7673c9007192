/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-window-pages"

#include "config.h"

#include <string.h>

#include "barn-activities-page.h"
#include "barn-assessments-page.h"
#include "barn-documents-page.h"
#include "barn-follow-up-page.h"
#include "barn-history-page.h"
#include "barn-long-term-page.h"
#include "barn-overview-page.h"
#include "barn-shifts-page.h"
#include "barn-ui.h"
#include "barn-wheel-page.h"
#include "barn-window-private.h"

/* The pages by the names that win.show-page knows. Each is made when it is first wanted: the window is there sooner, and a page that is
   never looked at costs nothing. */
static const struct
{
  const char *name;
  GType     (*get_type) (void);
} page_types[] = {
  { "overview", barn_overview_page_get_type },
  { "shifts", barn_shifts_page_get_type },
  { "activities", barn_activities_page_get_type },
  { "long-term", barn_long_term_page_get_type },
  { "wheel", barn_wheel_page_get_type },
  { "follow-up", barn_follow_up_page_get_type },
  { "assessments", barn_assessments_page_get_type },
  { "barnbokslut", barn_barnbokslut_page_get_type },
  { "documents", barn_documents_page_get_type },
  { "history", barn_history_page_get_type },
  { "import", barn_import_page_get_type },
};

static void
update_title (BarnWindow *self)
{
  BarnPage *page = barn_window_get_page (self);
  const char *page_title = page != NULL ? barn_page_get_title (page) : "";
  const char *add_label = page != NULL ? barn_page_get_add_label (page) : NULL;
  g_autofree char *title = NULL;

  adw_window_title_set_title (self->title, page_title);
  if (self->plan != NULL)
    title = g_strdup_printf ("%s – %s %u", page_title, gtk_label_get_label (self->organisation_label),
                             barn_plan_get_year (self->plan));
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : "Barnrätt");

  gtk_widget_set_visible (self->add_button, add_label != NULL);
  if (add_label != NULL)
    {
      gtk_widget_set_tooltip_text (self->add_button, add_label);
      barn_ui_set_name (self->add_button, add_label);
    }
  gtk_widget_set_visible (self->search_button,
                          page != NULL && BARN_PAGE_GET_CLASS (page)->focus_search != NULL && self->plan != NULL);
}

/* Another page is on show, or the one on show has other words */
void
barn_window_page_changed (BarnWindow *self)
{
  GtkWidget *activities = gtk_stack_get_child_by_name (self->pages, "activities");
  BarnSavedView *view = activities != NULL ? barn_activities_page_get_view (BARN_ACTIVITIES_PAGE (activities)) : NULL;

  update_title (self);
  barn_sidebar_set_place (self->sidebar, barn_window_get_page_name (self), self->role,
                          view != NULL ? barn_item_get_id (BARN_ITEM (view)) : NULL);
  barn_window_update_actions (self);
}

/* Every page there is hears of the year, whether it is on show or not */
void
barn_window_tell_pages (BarnWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    barn_page_set_plan (BARN_PAGE (child), self->file, self->plan);
}

static void
restore_page_state (BarnWindow *self,
                    BarnPage   *page,
                    const char *name)
{
  g_autoptr (GVariant) state = NULL;
  GVariantDict dict;

  if (self->page_states == NULL)
    return;

  state = g_variant_lookup_value (self->page_states, name, G_VARIANT_TYPE_VARDICT);
  if (state == NULL)
    return;

  g_variant_dict_init (&dict, state);
  barn_page_restore_state (page, &dict);
  g_variant_dict_clear (&dict);
}

/* A saved view is no role's; a role is chosen without one */
static void
on_view_changed (BarnWindow *self)
{
  GtkWidget *activities = gtk_stack_get_child_by_name (self->pages, "activities");

  if (activities != NULL && barn_activities_page_get_view (BARN_ACTIVITIES_PAGE (activities)) != NULL)
    barn_window_set_role (self, NULL);
  barn_window_page_changed (self);
}

/* (nullable): the page of that name, made now if it was never wanted before */
BarnPage *
barn_window_ensure_page (BarnWindow *self,
                         const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page != NULL)
    return BARN_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (page_types) && page == NULL; i++)
    if (strcmp (page_types[i].name, name) == 0)
      page = g_object_new (page_types[i].get_type (), NULL);
  if (page == NULL)
    return NULL;

  if (BARN_IS_IMPORT_PAGE (page))
    barn_window_watch_import (self, BARN_IMPORT_PAGE (page));
  if (BARN_IS_ACTIVITIES_PAGE (page))
    g_signal_connect_object (page, "notify::view", G_CALLBACK (on_view_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::add-label", G_CALLBACK (barn_window_page_changed), self, G_CONNECT_SWAPPED);
  barn_page_set_plan (BARN_PAGE (page), self->file, self->plan);
  restore_page_state (self, BARN_PAGE (page), name);
  gtk_stack_add_named (self->pages, page, name);

  return BARN_PAGE (page);
}

/* The page on show; NULL where it is the welcome page or trouble */
BarnPage *
barn_window_get_page (BarnWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->places), "plan") != 0)
    return NULL;

  return child != NULL ? BARN_PAGE (child) : NULL;
}

const char *
barn_window_get_page_name (BarnWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->pages);

  return name != NULL ? name : "overview";
}

/* Where the keyboard was on the page that is left, or nowhere, it goes to the page that comes; in the sidebar it stays */
static void
focus_page (BarnWindow *self,
            GtkWidget  *focus_before)
{
  BarnPage *page = barn_window_get_page (self);

  if (page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (page)))
    return;
  if (focus_before != NULL && gtk_widget_is_ancestor (focus_before, GTK_WIDGET (self->sidebar)))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (page));
}

/* Whether there is such a page. What was typed on the page before is saved when that is unmapped. */
gboolean
barn_window_show_page (BarnWindow *self,
                       const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean other = barn_window_get_page (self) == NULL || strcmp (barn_window_get_page_name (self), name) != 0;

  if (barn_window_ensure_page (self, name) == NULL)
    return FALSE;

  if (g_strcmp0 (barn_window_get_page_name (self), name) != 0 && strcmp (barn_window_get_page_name (self), "import") != 0)
    {
      g_free (self->page_before);
      self->page_before = g_strdup (barn_window_get_page_name (self));
    }

  gtk_stack_set_visible_child_name (self->places, "plan");
  gtk_stack_set_visible_child_name (self->pages, name);
  barn_window_page_changed (self);
  if (other)
    focus_page (self, focus);

  return TRUE;
}

/* Remembers the year, the page, and the filters and scroll positions of the pages */
void
barn_window_save_states (BarnWindow *self)
{
  GVariantDict states;

  if (self->plan == NULL)
    return;

  /* What was not looked at keeps the state that it had */
  g_variant_dict_init (&states, self->page_states);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkStackPage *page = gtk_stack_get_page (self->pages, child);
      GVariantDict state;

      g_variant_dict_init (&state, NULL);
      barn_page_save_state (BARN_PAGE (child), &state);
      g_variant_dict_insert_value (&states, gtk_stack_page_get_name (page), g_variant_dict_end (&state));
    }

  g_settings_set_value (self->settings, "page-states", g_variant_dict_end (&states));
  g_settings_set_uint (self->settings, "year", barn_plan_get_year (self->plan));
  if (strcmp (barn_window_get_page_name (self), "import") != 0)
    g_settings_set_string (self->settings, "page", barn_window_get_page_name (self));
}

/* Brings back what barn_window_save_states() remembered, as far as it fits the file that is open */
void
barn_window_restore_states (BarnWindow *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, "page");

  g_clear_pointer (&self->page_states, g_variant_unref);
  self->page_states = g_settings_get_value (self->settings, "page-states");

  for (guint i = 0; i < G_N_ELEMENTS (page_types); i++)
    {
      GtkWidget *child = gtk_stack_get_child_by_name (self->pages, page_types[i].name);

      if (child != NULL)
        restore_page_state (self, BARN_PAGE (child), page_types[i].name);
    }

  if (!barn_window_show_page (self, page))
    barn_window_show_page (self, "overview");
}

static gboolean
has_focus (BarnWindow *self,
           GtkWidget  *area)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == area || gtk_widget_is_ancestor (focus, area));
}

static gboolean
enter_part (BarnWindow         *self,
            const BarnPagePart *part)
{
  gboolean is_sidebar = part->area == GTK_WIDGET (self->sidebar);

  if (is_sidebar || self->narrow)
    barn_window_set_sidebar_shown (self, is_sidebar);

  return gtk_widget_grab_focus (part->focus) || gtk_widget_child_focus (part->area, GTK_DIR_TAB_FORWARD);
}

void
barn_window_go_to_part (BarnWindow *self,
                        int         step)
{
  BarnPagePart parts[BARN_PAGE_MAX_PARTS + 1];
  BarnPage *page = barn_window_get_page (self);
  guint n_parts = 1;
  guint place = 0;

  if (self->file == NULL)
    return;

  parts[0] = (BarnPagePart) { GTK_WIDGET (self->sidebar), GTK_WIDGET (self->sidebar) };
  if (page != NULL)
    n_parts += barn_page_list_parts (page, parts + 1);

  /* From the header bar it goes on as from the page's end, to the sidebar */
  while (place < n_parts && !has_focus (self, parts[place].area))
    place++;
  if (place == n_parts)
    place = step > 0 ? n_parts - 1 : 0;

  for (guint i = 0; i < n_parts; i++)
    {
      place = (place + n_parts + (guint) step) % n_parts;
      if (enter_part (self, &parts[place]))
        return;
    }
}
