/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-barnbokslut-page.h"
#include "barn-import-page.h"
#include "barn-notice.h"
#include "barn-page.h"
#include "barn-sidebar.h"
#include "barn-welcome-page.h"
#include "barn-window.h"

G_BEGIN_DECLS

/* Shared by the files of the window: barn-window.c its shape and pages, barn-window-file.c the plan file that is open,
   barn-window-actions.c what can be done, barn-window-toasts.c what was done */

typedef struct _BarnWindowOpening BarnWindowOpening;

struct _BarnWindow
{
  AdwApplicationWindow  parent_instance;

  /* Template */
  AdwToastOverlay      *toasts;
  BarnWelcomePage      *welcome;
  GtkStack             *places;          /* "welcome", "opening", "trouble", "plan" */
  GtkWidget            *sidebar_box;
  AdwHeaderBar         *sidebar_header;
  BarnSidebar          *sidebar;
  GtkMenuButton        *year_button;
  GtkLabel             *organisation_label;
  GtkLabel             *year_label;
  GMenu                *years_menu;
  GtkWidget            *separator;
  GtkWidget            *content;
  AdwHeaderBar         *content_header;
  GtkWidget            *sidebar_button;
  GtkWidget            *back_button;
  GtkWidget            *add_button;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *search_button;
  AdwWindowTitle       *title;
  GMenu                *closing_menu;
  BarnNotice           *read_only_notice;
  BarnNotice           *wording_notice;
  BarnNotice           *closed_notice;
  BarnNotice           *error_notice;
  GtkStack             *pages;
  AdwStatusPage        *trouble;
  GtkWidget            *trouble_read_only_button;
  GtkWidget            *trouble_retry_button;
  GtkWidget            *trouble_restore_button;
  GtkWidget            *trouble_back_button;
  GtkWidget            *trouble_welcome_button;
  AdwStatusPage        *opening_sign;

  GSettings            *settings;
  BarnPlanFile         *file;
  BarnPlan             *plan;
  char                 *role;            /* the id of the role that the sidebar says is on show, or NULL */
  GVariant             *page_states;     /* a{sv}: what pages that are not made yet shall look like, or NULL */
  char                 *page_before;     /* where win.back leads */
  BarnWindowOpening    *opening;         /* what is being opened, or NULL */
  GFile                *trouble_file;    /* what could not be opened, while that is told */

  AdwToast             *toast;           /* the last one, on show or about to be, or NULL */
  AdwToast             *shown_toast;
  AdwToast             *waiting_toast;
  gint64                toast_moment;    /* when the one on show was put there */
  guint                 toast_source;
  gint64                toast_change;    /* the change it is about; 0: none */
  guint                 tick_source;
  gpointer              looking;         /* the file that a worker looks at, whether others wrote; only to be compared */
  guint                 narrow_source;
  BarnDay               today;
  gboolean              narrow;          /* there is room for the sidebar or the page, not both */
  gboolean              sidebar_shown;
  gboolean              present_waits;   /* for what is being opened */
  gboolean              reminder_waits;  /* likewise */
  gboolean              refresh_failed;  /* what others wrote could not be read, last time */
};

/* barn-window-pages.c */
BarnPage   *barn_window_ensure_page     (BarnWindow   *self,
                                         const char   *name); /* (nullable): there is none of that name */
BarnPage   *barn_window_get_page        (BarnWindow   *self); /* (nullable): the page on show */
const char *barn_window_get_page_name   (BarnWindow   *self);
gboolean    barn_window_show_page       (BarnWindow   *self,
                                         const char   *name);
void        barn_window_page_changed    (BarnWindow   *self);
void        barn_window_tell_pages      (BarnWindow   *self);
void        barn_window_save_states     (BarnWindow   *self);
void        barn_window_restore_states  (BarnWindow   *self);

/* The keyboard goes to the next part of the window (1), or the one before (-1): the sidebar and the parts of the page */
void        barn_window_go_to_part      (BarnWindow   *self,
                                         int           step);

/* barn-window.c */
void        barn_window_set_role        (BarnWindow   *self,
                                         const char   *role);
void        barn_window_set_plan        (BarnWindow   *self,
                                         BarnPlan     *plan);
void        barn_window_update          (BarnWindow   *self);
void        barn_window_update_years    (BarnWindow   *self);
void        barn_window_set_sidebar_shown (BarnWindow *self,
                                         gboolean      shown);
void        barn_window_say             (BarnWindow   *self,
                                         const char   *sentence);
void        barn_window_say_change      (BarnWindow   *self,
                                         BarnChange   *change,
                                         gboolean      is_own);
void        barn_window_report          (BarnWindow   *self,
                                         const GError *error);

/* barn-window-file.c */
void        barn_window_show_welcome    (BarnWindow   *self);
void        barn_window_take_file       (BarnWindow   *self,
                                         BarnPlanFile *file); /* NULL: the welcome page */
gboolean    barn_window_create          (BarnWindow   *self,
                                         GFile        *file,
                                         guint         year,
                                         const char   *organisation,
                                         const char   *board);
void        barn_window_open_example    (BarnWindow   *self);
gboolean    barn_window_store_draft     (BarnWindow   *self,
                                         BarnDraft    *draft);
void        barn_window_remind          (BarnWindow   *self);
void        barn_window_watch_import    (BarnWindow   *self,
                                         BarnImportPage *page);

/* barn-window-open.c */
void        barn_window_show_trouble    (BarnWindow   *self,
                                         GFile        *file,
                                         const GError *error);
void        barn_window_stop_opening    (BarnWindow   *self);
void        barn_window_cancel_opening  (BarnWindow   *self);
void        barn_window_leave_trouble   (BarnWindow   *self);
GFile      *barn_window_get_target      (BarnWindow   *self); /* (nullable) */

/* barn-window-leave.c: what was typed and could not be stored is not lost unasked */
typedef void (*BarnWindowStep)          (BarnWindow   *self,
                                         gpointer      data);
gboolean    barn_window_ask_before_closing (BarnWindow *self); /* TRUE: it was asked, the window stays for now */
void        barn_window_leave_file      (BarnWindow   *self,
                                         BarnWindowStep step,
                                         gpointer      data,
                                         GDestroyNotify free_data);

/* barn-window-actions.c */
void        barn_window_install_actions (GtkWidgetClass *klass);
void        barn_window_add_keys        (BarnWindow   *self);
void        barn_window_update_actions  (BarnWindow   *self);

G_END_DECLS
