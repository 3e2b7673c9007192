/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-activities-page.h"
#include "barn-activity-filters.h"
#include "barn-activity-groups.h"
#include "barn-activity-header.h"
#include "barn-activity-selection.h"
#include "barn-detail-pane.h"
#include "barn-notice.h"

G_BEGIN_DECLS

struct _BarnActivitiesPage
{
  BarnPage             parent_instance;

  GtkPaned            *paned;
  GtkStack            *stack;
  BarnActivityFilters *filters;
  GtkLabel            *view_label;
  BarnActivityHeader  *header;
  BarnNotice          *view_notice;
  GtkScrolledWindow   *scroller;
  GtkListView         *list;
  GtkRevealer         *selection_bar;
  GtkLabel            *selection_label;
  GtkMenuButton       *status_button;
  GtkMenuButton       *set_button;
  GtkMenuButton       *due_button;
  GtkWidget           *pane_box;
  BarnDetailPane      *pane;
  GtkPopoverMenu      *context_menu;
  GObject             *menu_row;    /* what it was opened on */

  BarnActivityGroups    *groups;
  BarnActivitySelection *selection;
  GObject               *wanted_row;  /* gets the focus in the next frame */
  guint                  tick_id;
  guint                  selection_id;
  gboolean               placed;      /* the pane has been given its width once */
  double                 wanted_scroll;
  guint                  columns;     /* that are shown, see barn-activity-columns.h */
  BarnSavedView         *view;        /* that is on show, or NULL */
  gboolean               view_changed; /* it is not shown as it was saved */
  gboolean               showing_view; /* what changes just now is its doing */
  char                  *view_words;  /* what the notice says of it */
};

/* barn-activities-page.c */
void       barn_activities_page_set_columns     (BarnActivitiesPage *self,
                                                 guint               columns);

/* barn-activities-page-views.c: the saved view that is on show */
void       barn_activities_page_install_views   (GtkWidgetClass     *klass);
void       barn_activities_page_set_view        (BarnActivitiesPage *self,
                                                 BarnSavedView      *view); /* (nullable) */
void       barn_activities_page_update_view     (BarnActivitiesPage *self);
void       barn_activities_page_refresh_view    (BarnActivitiesPage *self,
                                                 gboolean            apply);
char      *barn_activities_page_dup_view_words  (BarnActivitiesPage *self);

/* barn-activities-page-rows.c: the widgets of the rows, and dragging them */
void       barn_activities_page_init_rows       (BarnActivitiesPage *self);
void       barn_activities_page_update_rows     (BarnActivitiesPage *self); /* they show other columns */

/* barn-activities-page-edits.c: what is done to the activities that are selected */
void       barn_activities_page_install_edits   (GtkWidgetClass     *klass);
void       barn_activities_page_init_edits      (BarnActivitiesPage *self);
void       barn_activities_page_update_edits    (BarnActivitiesPage *self);
gboolean   barn_activities_page_can_move        (BarnActivitiesPage *self);
gboolean   barn_activities_page_move_to         (BarnActivitiesPage *self,
                                                 BarnActivity       *activity,
                                                 BarnActivity       *target,
                                                 gboolean            after);

/* The row that has the focus, or the only one that is selected; NULL: there is none */
GObject   *barn_activities_page_get_row         (BarnActivitiesPage *self,
                                                 guint              *position);
/* The activity's row that a key is about. (transfer none) (nullable) */
BarnActivityEntry *barn_activities_page_get_entry (BarnActivitiesPage *self,
                                                 guint              *position);
/* FALSE: the row is too far away to have a widget */
gboolean   barn_activities_page_focus_row       (BarnActivitiesPage *self,
                                                 GObject            *row);
void       barn_activities_page_select          (BarnActivitiesPage *self,
                                                 guint               position,
                                                 gboolean            focus);
void       barn_activities_page_open            (BarnActivitiesPage *self,
                                                 BarnActivity       *activity);
void       barn_activities_page_close_pane      (BarnActivitiesPage *self);

G_END_DECLS
