/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnPage:
 *
 * A page of the window: what it shows of the plan of one year. The window's header bar serves all pages, so a page only says what
 * it is called, what its primary action is, and where its search is; its own tools stand inside it.
 *
 * A page talks to the window through actions alone (win.show-page, win.show-activities, win.show-item …).
 *
 * Properties: file, plan, title, add-label, all watched.
 */
#define BARN_TYPE_PAGE (barn_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BarnPage, barn_page, BARN, PAGE, AdwBin)

/**
 * BarnPagePart:
 * @area: what the keyboard is in
 * @focus: what gets the keyboard when the person goes there
 *
 * A part of a page that F6 goes to.
 */
typedef struct
{
  GtkWidget *area;
  GtkWidget *focus;
} BarnPagePart;

#define BARN_PAGE_MAX_PARTS 4

struct _BarnPageClass
{
  AdwBinClass parent_class;

  /* Another file or another year is on show; either may be NULL */
  void         (*plan_changed)  (BarnPage     *self);
  /* What the page is called just now, translated: "Aktiviteter · Chefer". (transfer full) */
  char        *(*dup_title)     (BarnPage     *self);
  /* The primary action in words, translated ("New activity"); NULL: the header bar has no ＋ on this page */
  const char  *(*get_add_label) (BarnPage     *self);
  /* Does it; FALSE: there was nothing to add to */
  gboolean     (*add)           (BarnPage     *self);
  /* Gives the keyboard to the search; FALSE: the page has none */
  gboolean     (*focus_search)  (BarnPage     *self);
  /* Exports, prints the document that the page is about; FALSE: it is about none, or has none just now */
  gboolean     (*export)        (BarnPage     *self);
  gboolean     (*print)         (BarnPage     *self);
  /* Selects @item and opens it for reading and editing; FALSE: it is none of this page's */
  gboolean     (*show_item)     (BarnPage     *self,
                                 BarnItem     *item);
  /* The parts that F6 goes to, in their order; returns how many of BARN_PAGE_MAX_PARTS. NULL: the page is one */
  guint        (*list_parts)    (BarnPage     *self,
                                 BarnPagePart *parts);
  /* Filter, grouping and scroll position, remembered from one day to the next */
  void         (*save_state)    (BarnPage     *self,
                                 GVariantDict *state);
  void         (*restore_state) (BarnPage     *self,
                                 GVariantDict *state);
};

void          barn_page_set_plan      (BarnPage     *self,
                                       BarnPlanFile *file,
                                       BarnPlan     *plan);
BarnPlanFile *barn_page_get_file      (BarnPage     *self); /* (nullable) */
BarnPlan     *barn_page_get_plan      (BarnPage     *self); /* (nullable) */
BarnModel    *barn_page_get_model     (BarnPage     *self); /* (nullable) */
gboolean      barn_page_can_edit      (BarnPage     *self); /* a plan is on show and its file can be written */

const char   *barn_page_get_title     (BarnPage     *self);
void          barn_page_title_changed (BarnPage     *self); /* for subclasses: the title or the primary action became another */
const char   *barn_page_get_add_label (BarnPage     *self);
gboolean      barn_page_add           (BarnPage     *self);
gboolean      barn_page_focus_search  (BarnPage     *self);
gboolean      barn_page_export        (BarnPage     *self);
gboolean      barn_page_print         (BarnPage     *self);
gboolean      barn_page_show_item     (BarnPage     *self,
                                       BarnItem     *item);
guint         barn_page_list_parts    (BarnPage     *self,
                                       BarnPagePart *parts);
void          barn_page_save_state    (BarnPage     *self,
                                       GVariantDict *state);
void          barn_page_restore_state (BarnPage     *self,
                                       GVariantDict *state);

G_END_DECLS
