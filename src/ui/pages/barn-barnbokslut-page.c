/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-barnbokslut-page"

#include "config.h"

#include "barn-barnbokslut-page.h"

#include <glib/gi18n-lib.h>

#include "barn-export-dialog.h"
#include "barn-paper-editor.h"
#include "barn-print.h"
#include "barn-review.h"

struct _BarnBarnbokslutPage
{
  BarnPage         parent_instance;

  BarnPaperEditor *editor;
};

G_DEFINE_FINAL_TYPE (BarnBarnbokslutPage, barn_barnbokslut_page, BARN_TYPE_PAGE)

static void
on_remark_followed (BarnBarnbokslutPage *self,
                    BarnRemark          *remark)
{
  BarnModel *model = barn_page_get_model (BARN_PAGE (self));
  BarnItem *item = remark->item != NULL && model != NULL ? barn_model_lookup (model, remark->item) : NULL;

  /* What is said of an activity is mended there */
  if (item != NULL && BARN_IS_ACTIVITY (item) && gtk_widget_activate_action (GTK_WIDGET (self), "win.show-item", "s", remark->item))
    return;

  if (g_str_equal (remark->section, BARN_PART_LOOK))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.wording", "s", "");
  else if (barn_barnbokslut_page_show_section (self, remark->section, remark->article))
    barn_paper_editor_focus_text (self->editor);
}

static void
barn_barnbokslut_page_plan_changed (BarnPage *page)
{
  barn_paper_editor_set_plan (BARN_BARNBOKSLUT_PAGE (page)->editor, barn_page_get_file (page), barn_page_get_plan (page),
                              BARN_PAPER_BARNBOKSLUT);
}

static char *
barn_barnbokslut_page_dup_title (BarnPage *page)
{
  return g_strdup (_("Barnbokslut"));
}

static gboolean
barn_barnbokslut_page_export (BarnPage *page)
{
  BarnBarnbokslutPage *self = BARN_BARNBOKSLUT_PAGE (page);
  GtkWidget *dialog;

  if (barn_page_get_plan (page) == NULL || !barn_paper_editor_save (self->editor))
    return FALSE;

  dialog = barn_export_dialog_new (GTK_WIDGET (self), barn_page_get_file (page), barn_page_get_plan (page), BARN_PAPER_BARNBOKSLUT,
                                   BARN_DAY_NONE, BARN_EXPORT_SAVE);
  g_signal_connect_object (dialog, "remark-followed", G_CALLBACK (on_remark_followed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}

static gboolean
barn_barnbokslut_page_print (BarnPage *page)
{
  BarnPlan *plan = barn_page_get_plan (page);

  if (plan == NULL || !barn_paper_editor_save (BARN_BARNBOKSLUT_PAGE (page)->editor))
    return FALSE;

  barn_print (GTK_WIDGET (page), barn_page_get_file (page), BARN_PAPER_BARNBOKSLUT, barn_plan_get_year (plan), BARN_DAY_NONE, NULL);

  return TRUE;
}

static gboolean
barn_barnbokslut_page_show_item (BarnPage *page,
                                 BarnItem *item)
{
  BarnBarnbokslutPage *self = BARN_BARNBOKSLUT_PAGE (page);
  BarnPlan *plan = barn_page_get_plan (page);

  if (plan == NULL)
    return FALSE;

  if (BARN_IS_SECTION_TEXT (item))
    return barn_barnbokslut_page_show_section (self, barn_section_text_get_section (BARN_SECTION_TEXT (item)),
                                               barn_section_text_get_article (BARN_SECTION_TEXT (item)));

  if (BARN_IS_MEASURE (item))
    item = barn_model_lookup (barn_page_get_model (page), barn_measure_get_area (BARN_MEASURE (item)));
  if (item == NULL || !BARN_IS_AREA (item))
    return FALSE;

  return barn_barnbokslut_page_show_section (self,
                                             barn_area_get_year (BARN_AREA (item)) == barn_plan_get_year (plan)
                                               ? BARN_PART_AREAS : BARN_PART_FOLLOWUP, 0);
}

static void
barn_barnbokslut_page_save_state (BarnPage     *page,
                                  GVariantDict *state)
{
  barn_paper_editor_save_state (BARN_BARNBOKSLUT_PAGE (page)->editor, state);
}

static void
barn_barnbokslut_page_restore_state (BarnPage     *page,
                                     GVariantDict *state)
{
  barn_paper_editor_restore_state (BARN_BARNBOKSLUT_PAGE (page)->editor, state);
}

static void
barn_barnbokslut_page_class_init (BarnBarnbokslutPageClass *klass)
{
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  page_class->plan_changed = barn_barnbokslut_page_plan_changed;
  page_class->dup_title = barn_barnbokslut_page_dup_title;
  page_class->export = barn_barnbokslut_page_export;
  page_class->print = barn_barnbokslut_page_print;
  page_class->show_item = barn_barnbokslut_page_show_item;
  page_class->save_state = barn_barnbokslut_page_save_state;
  page_class->restore_state = barn_barnbokslut_page_restore_state;
}

static void
barn_barnbokslut_page_init (BarnBarnbokslutPage *self)
{
  self->editor = g_object_new (BARN_TYPE_PAPER_EDITOR, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->editor));
}

/**
 * barn_barnbokslut_page_show_section:
 * @self: the page
 * @section: a section's id (barn-sections.h) or a part's (barn-review.h)
 * @article: the article; 0: none
 *
 * Shows a section for writing.
 *
 * Returns: whether there is one
 */
gboolean
barn_barnbokslut_page_show_section (BarnBarnbokslutPage *self,
                                    const char          *section,
                                    guint                article)
{
  g_return_val_if_fail (BARN_IS_BARNBOKSLUT_PAGE (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  return barn_paper_editor_show_section (self->editor, section, article);
}
