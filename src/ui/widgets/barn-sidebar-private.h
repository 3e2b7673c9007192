/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-sidebar.h"
#include "barn-view-counts.h"

G_BEGIN_DECLS

/* Shared by the files of the sidebar: barn-sidebar.c the rows of pages and roles, barn-sidebar-views.c those of the saved views */

struct _BarnSidebar
{
  GtkWidget       parent_instance;

  GtkWidget      *child;
  GtkListBox     *list;
  GtkWidget      *roles_after;   /* the row that the roles and views stand under */
  GtkPopoverMenu *menu;          /* of a view; NULL until it is first asked for */

  BarnPlanFile   *file;
  BarnPlan       *plan;

  char           *page;
  char           *role;
  char           *view;
  char           *menu_view;     /* the id of what the menu was opened on */
  BarnViewCounts *counts;
  guint           update_source;
  gboolean        placing;       /* the selection is being set by us */
};

/* A row is known by its page and, under the activities, by its role or its view */
#define BARN_SIDEBAR_ROW_PAGE "barn-page"
#define BARN_SIDEBAR_ROW_ROLE "barn-role"
#define BARN_SIDEBAR_ROW_VIEW "barn-view"
#define BARN_SIDEBAR_ROW_TITLE "barn-title"
#define BARN_SIDEBAR_ROW_COUNT "barn-count"
#define BARN_SIDEBAR_ROW_SECTION "barn-section"

const char    *barn_sidebar_get_row_text   (GtkListBoxRow  *row,
                                            const char     *key);
/* (nullable) */
GtkListBoxRow *barn_sidebar_find_row       (BarnSidebar    *self,
                                            const char     *page,
                                            const char     *role,
                                            const char     *view);
GtkWidget     *barn_sidebar_new_row        (const char     *page,
                                            const char     *section,
                                            const char     *title,
                                            const char     *icon);
void           barn_sidebar_set_number     (GtkListBoxRow  *row,
                                            guint           number);

/* barn-sidebar-views.c */
void           barn_sidebar_install_views  (GtkWidgetClass *klass);
void           barn_sidebar_init_views     (BarnSidebar    *self);
void           barn_sidebar_dispose_views  (BarnSidebar    *self);
/* After the roles */
void           barn_sidebar_update_views   (BarnSidebar    *self);

G_END_DECLS
