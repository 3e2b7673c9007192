/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-barnbokslut-page"

#include "config.h"

#include "barn-barnbokslut-page.h"

#include <glib/gi18n-lib.h>

#include "barn-area-editor.h"
#include "barn-export-dialog.h"
#include "barn-figures.h"
#include "barn-material-list.h"
#include "barn-panes.h"
#include "barn-plan-file-profile.h"
#include "barn-preview.h"
#include "barn-report.h"
#include "barn-review.h"
#include "barn-section-editor.h"
#include "barn-section-list.h"
#include "barn-ui.h"

/* What is made of the plan waits this long for the next change */
#define DERIVE_AFTER_MS 250

struct _BarnBarnbokslutPage
{
  BarnPage           parent_instance;

  GtkToggleButton   *show_list;
  GtkToggleButton   *show_material;
  GtkToggleButton   *write;
  GtkToggleButton   *preview_button;
  GtkLabel          *progress;
  GtkWidget         *export;
  BarnPanes         *panes;
  BarnSectionList   *sections;
  GtkStack          *views;
  GtkLabel          *heading;
  GtkLabel          *hint;
  GtkStack          *editors;
  BarnSectionEditor *text;
  BarnAreaEditor    *areas;
  BarnPreview       *results;
  BarnPreview       *preview;
  BarnMaterialList  *material;

  BarnPlanFile      *watched;
  guint              derive_source;
  gboolean           showing_panes; /* the toggles follow the panes just now */
};

G_DEFINE_FINAL_TYPE (BarnBarnbokslutPage, barn_barnbokslut_page, BARN_TYPE_PAGE)

static gboolean
is_previewing (BarnBarnbokslutPage *self)
{
  return gtk_toggle_button_get_active (self->preview_button);
}

/* The part of the document with figures, what was done and what remains: its heading bears the id of the text that opens it */
#define RESULTS_HEADING "results_intro"

/* The heading of a section in the document. Introductions stand under the heading of what they introduce. */
static char *
dup_heading_id (BarnSectionEntry *entry)
{
  const char *section = barn_section_entry_get_section (entry);
  guint article = barn_section_entry_get_article (entry);

  if (article != 0)
    return g_strdup_printf ("%s-%u", section, article);
  if (g_str_equal (section, "followup_intro"))
    return g_strdup (BARN_PART_FOLLOWUP);
  if (g_str_equal (section, "areas_intro"))
    return g_strdup (BARN_PART_AREAS);

  return g_strdup (section);
}

/* ---- What is made of the plan ---- */

static void
show_progress (BarnBarnbokslutPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  BarnProgress progress = { 0 };
  g_autofree char *text = NULL;

  if (plan != NULL)
    barn_figures_barnbokslut (barn_page_get_model (BARN_PAGE (self)), plan, &progress);

  /* Translators: how many sections of the barnbokslut are ready, of how many */
  text = g_strdup_printf (_("%u of %u ready"), progress.ready, progress.ready + progress.draft + progress.empty);
  gtk_label_set_label (self->progress, text);
}

static void
show_material (BarnBarnbokslutPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);
  g_autoptr (GListModel) materials = NULL;
  gboolean insertable;

  if (plan == NULL || entry == NULL)
    {
      barn_material_list_set_materials (self->material, NULL, FALSE);
      return;
    }

  materials = barn_report_material (barn_page_get_model (BARN_PAGE (self)), plan, barn_plan_file_get_profile (barn_page_get_file (BARN_PAGE (self))),
                                    barn_section_entry_get_section (entry), barn_section_entry_get_article (entry),
                                    barn_clock_get_today ());
  insertable = barn_page_can_edit (BARN_PAGE (self)) && barn_section_entry_get_kind (entry) != BARN_ENTRY_RESULTS;
  barn_material_list_set_materials (self->material, materials, insertable);
}

/* Nothing can be inserted in a document, and it needs the room */
static void
update_material_pane (BarnBarnbokslutPage *self)
{
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);
  gboolean insertable = !is_previewing (self) &&
                        (entry == NULL || barn_section_entry_get_kind (entry) != BARN_ENTRY_RESULTS);

  gtk_widget_set_visible (GTK_WIDGET (self->material), insertable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->show_material), insertable);
}

static void
show_document (BarnBarnbokslutPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);
  gboolean results = entry != NULL && barn_section_entry_get_kind (entry) == BARN_ENTRY_RESULTS;
  g_autoptr (BarnDocument) document = NULL;

  if (plan == NULL || (!results && !is_previewing (self)))
    return;

  document = barn_report_build (BARN_PAPER_BARNBOKSLUT, barn_page_get_model (BARN_PAGE (self)), plan, barn_plan_file_get_profile (barn_page_get_file (BARN_PAGE (self))),
                                barn_clock_get_today ());
  if (is_previewing (self))
    barn_preview_set_document (self->preview, document);
  else
    barn_preview_set_part (self->results, document, RESULTS_HEADING);
}

static gboolean
derive_timeout (gpointer user_data)
{
  BarnBarnbokslutPage *self = user_data;

  self->derive_source = 0;
  show_material (self);
  show_document (self);

  return G_SOURCE_REMOVE;
}

static void
queue_derive (BarnBarnbokslutPage *self)
{
  if (self->derive_source == 0)
    self->derive_source = g_timeout_add (DERIVE_AFTER_MS, derive_timeout, self);
}

static void
refresh (BarnBarnbokslutPage *self)
{
  barn_section_list_refresh (self->sections);
  barn_section_editor_refresh (self->text);
  show_progress (self);
}

static void
on_file_changed (BarnBarnbokslutPage *self)
{
  refresh (self);

  /* A page that is not seen makes its documents when it is */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    queue_derive (self);
}

static void
watch (BarnBarnbokslutPage *self,
       BarnPlanFile        *file)
{
  if (self->watched == file)
    return;

  if (self->watched != NULL)
    g_signal_handlers_disconnect_by_func (self->watched, on_file_changed, self);
  g_set_object (&self->watched, file);
  if (file != NULL)
    g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
}

/* ---- The section on show ---- */

static void
show_entry (BarnBarnbokslutPage *self,
            BarnSectionEntry    *entry)
{
  BarnPlanFile *file = barn_page_get_file (BARN_PAGE (self));
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  g_autofree char *heading = entry != NULL ? barn_section_entry_dup_heading (entry) : g_strdup ("");
  BarnEntryKind kind = entry != NULL ? barn_section_entry_get_kind (entry) : BARN_ENTRY_TEXT;

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->hint, entry != NULL ? barn_section_entry_get_hint (entry) : "");

  switch (kind)
    {
    case BARN_ENTRY_FOLLOWUP:
      barn_area_editor_set_year (self->areas, file, barn_plan_get_year (plan) - 1, BARN_AREA_SIDE_BACK);
      gtk_stack_set_visible_child_name (self->editors, "areas");
      break;
    case BARN_ENTRY_AREAS:
      barn_area_editor_set_year (self->areas, file, barn_plan_get_year (plan), BARN_AREA_SIDE_AHEAD);
      gtk_stack_set_visible_child_name (self->editors, "areas");
      break;
    case BARN_ENTRY_RESULTS:
      gtk_stack_set_visible_child_name (self->editors, "results");
      break;
    case BARN_ENTRY_TEXT:
    case BARN_ENTRY_ADD:
    default:
      barn_section_editor_set_section (self->text, file, plan,
                                       entry != NULL ? barn_section_entry_get_section (entry) : NULL,
                                       entry != NULL ? barn_section_entry_get_article (entry) : 0, heading);
      gtk_stack_set_visible_child_name (self->editors, "text");
      break;
    }
}

static void
scroll_preview (BarnBarnbokslutPage *self,
                BarnSectionEntry    *entry)
{
  g_autofree char *id = dup_heading_id (entry);

  /* What was not written has no heading of its own: the section above it has */
  if (!barn_preview_scroll_to (self->preview, id))
    barn_preview_scroll_to (self->preview, barn_section_entry_get_section (entry));
}

static void
on_section_selected (BarnBarnbokslutPage *self,
                     BarnSectionEntry    *entry)
{
  if (barn_page_get_plan (BARN_PAGE (self)) == NULL)
    entry = NULL;

  show_entry (self, entry);
  show_material (self);
  update_material_pane (self);
  if (entry == NULL)
    return;

  if (is_previewing (self))
    scroll_preview (self, entry);
  else
    show_document (self);
}

static void
focus_editor (BarnBarnbokslutPage *self)
{
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);

  if (entry == NULL || is_previewing (self))
    return;

  switch (barn_section_entry_get_kind (entry))
    {
    case BARN_ENTRY_FOLLOWUP:
    case BARN_ENTRY_AREAS:
      gtk_widget_grab_focus (GTK_WIDGET (self->areas));
      break;
    case BARN_ENTRY_RESULTS:
      gtk_widget_child_focus (GTK_WIDGET (self->results), GTK_DIR_TAB_FORWARD);
      break;
    case BARN_ENTRY_TEXT:
    case BARN_ENTRY_ADD:
    default:
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
      break;
    }
}

/* Enter in the list of sections goes to the text */
static void
on_section_opened (BarnBarnbokslutPage *self)
{
  gtk_toggle_button_set_active (self->write, TRUE);
  focus_editor (self);
}

static void
on_heading_activated (BarnBarnbokslutPage *self,
                      const char          *id,
                      const char          *text)
{
  g_auto (GStrv) parts = NULL;

  if (id == NULL)
    return;

  /* The register is kept on a page of its own */
  if (g_str_equal (id, "assessments"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "assessments");
      return;
    }

  /* The figures are a part of what the program puts together */
  parts = g_strsplit (g_str_equal (id, "figures") ? BARN_PART_RESULTS : id, "-", 2);
  if (!barn_section_list_select (self->sections, parts[0], parts[1] != NULL ? (guint) g_ascii_strtoull (parts[1], NULL, 10) : 0))
    return;

  gtk_toggle_button_set_active (self->write, TRUE);
  focus_editor (self);
}

/* ---- Material ---- */

static gboolean
is_used (const char *body,
         gpointer    user_data)
{
  BarnBarnbokslutPage *self = user_data;
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);

  return entry != NULL && barn_section_entry_get_kind (entry) == BARN_ENTRY_TEXT &&
         barn_section_editor_contains (self->text, body);
}

static void
on_insert (BarnBarnbokslutPage *self,
           BarnMaterial        *material,
           gboolean             go)
{
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);

  if (entry == NULL || !barn_page_can_edit (BARN_PAGE (self)))
    return;

  gtk_toggle_button_set_active (self->write, TRUE);
  switch (barn_section_entry_get_kind (entry))
    {
    case BARN_ENTRY_FOLLOWUP:
    case BARN_ENTRY_AREAS:
      barn_area_editor_insert (self->areas, barn_material_get_body (material));
      break;
    case BARN_ENTRY_TEXT:
      barn_section_editor_insert (self->text, barn_material_get_body (material));
      break;
    case BARN_ENTRY_RESULTS:
    case BARN_ENTRY_ADD:
    default:
      return;
    }

  if (go)
    focus_editor (self);
}

static void
go_to_material (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  BarnBarnbokslutPage *self = BARN_BARNBOKSLUT_PAGE (widget);

  /* The key is the window's: the keyboard may be anywhere, but the page must be the one on show */
  if (!gtk_widget_get_mapped (widget))
    return;

  gtk_toggle_button_set_active (self->write, TRUE);
  barn_panes_set_end_visible (self->panes, TRUE);
  gtk_widget_set_child_visible (GTK_WIDGET (self->material), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->material), GTK_DIR_TAB_FORWARD);
}

/* ---- Panes and views ---- */

static void
on_panes_changed (BarnBarnbokslutPage *self)
{
  self->showing_panes = TRUE;
  gtk_toggle_button_set_active (self->show_list, barn_panes_get_start_visible (self->panes));
  gtk_toggle_button_set_active (self->show_material, barn_panes_get_end_visible (self->panes));
  self->showing_panes = FALSE;
}

static void
on_show_list_toggled (BarnBarnbokslutPage *self)
{
  if (!self->showing_panes)
    barn_panes_set_start_visible (self->panes, gtk_toggle_button_get_active (self->show_list));
}

static void
on_show_material_toggled (BarnBarnbokslutPage *self)
{
  if (!self->showing_panes)
    barn_panes_set_end_visible (self->panes, gtk_toggle_button_get_active (self->show_material));
}

static void
on_preview_toggled (BarnBarnbokslutPage *self)
{
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);

  if (is_previewing (self))
    barn_section_editor_save (self->text);
  gtk_stack_set_visible_child_name (self->views, is_previewing (self) ? "preview" : "write");
  update_material_pane (self);
  show_document (self);
  if (is_previewing (self) && entry != NULL)
    scroll_preview (self, entry);
}

static void
toggle_preview (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  BarnBarnbokslutPage *self = BARN_BARNBOKSLUT_PAGE (widget);

  if (gtk_widget_get_mapped (widget))
    gtk_toggle_button_set_active (is_previewing (self) ? self->write : self->preview_button, TRUE);
}

/* ---- Export ---- */

static void
on_remark_followed (BarnBarnbokslutPage *self,
                    BarnRemark          *remark)
{
  if (g_str_equal (remark->section, BARN_PART_LOOK))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.wording", "s", "");
  else if (barn_barnbokslut_page_show_section (self, remark->section, remark->article))
    focus_editor (self);
}

static void
export (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  barn_barnbokslut_page_export (BARN_BARNBOKSLUT_PAGE (widget));
}

/* ---- The page ---- */

static void
on_mapped (BarnBarnbokslutPage *self)
{
  queue_derive (self);
}

static void
barn_barnbokslut_page_plan_changed (BarnPage *page)
{
  BarnBarnbokslutPage *self = BARN_BARNBOKSLUT_PAGE (page);
  BarnPlan *plan = barn_page_get_plan (page);

  watch (self, barn_page_get_file (page));
  barn_section_list_set_plan (self->sections, barn_page_get_file (page), plan, barn_page_can_edit (page));
  show_entry (self, barn_section_list_get_selected (self->sections));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "barnbokslut.export", plan != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->panes), plan != NULL);
  show_progress (self);
  show_material (self);
  show_document (self);
}

static char *
barn_barnbokslut_page_dup_title (BarnPage *page)
{
  return g_strdup (_("Barnbokslut"));
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
  BarnBarnbokslutPage *self = BARN_BARNBOKSLUT_PAGE (page);
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);

  if (entry != NULL)
    {
      g_variant_dict_insert (state, "section", "s", barn_section_entry_get_section (entry));
      g_variant_dict_insert (state, "article", "u", barn_section_entry_get_article (entry));
    }
  g_variant_dict_insert (state, "preview", "b", is_previewing (self));
}

static void
barn_barnbokslut_page_restore_state (BarnPage     *page,
                                     GVariantDict *state)
{
  BarnBarnbokslutPage *self = BARN_BARNBOKSLUT_PAGE (page);
  const char *section = NULL;
  guint article = 0;
  gboolean preview = FALSE;

  g_variant_dict_lookup (state, "article", "u", &article);
  if (g_variant_dict_lookup (state, "section", "&s", &section))
    barn_section_list_select (self->sections, section, article);
  if (g_variant_dict_lookup (state, "preview", "b", &preview) && preview)
    gtk_toggle_button_set_active (self->preview_button, TRUE);
}

static void
barn_barnbokslut_page_dispose (GObject *object)
{
  BarnBarnbokslutPage *self = BARN_BARNBOKSLUT_PAGE (object);

  g_clear_handle_id (&self->derive_source, g_source_remove);
  watch (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (barn_barnbokslut_page_parent_class)->dispose (object);
}

static void
barn_barnbokslut_page_class_init (BarnBarnbokslutPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  object_class->dispose = barn_barnbokslut_page_dispose;
  page_class->plan_changed = barn_barnbokslut_page_plan_changed;
  page_class->dup_title = barn_barnbokslut_page_dup_title;
  page_class->show_item = barn_barnbokslut_page_show_item;
  page_class->save_state = barn_barnbokslut_page_save_state;
  page_class->restore_state = barn_barnbokslut_page_restore_state;

  g_type_ensure (BARN_TYPE_AREA_EDITOR);
  g_type_ensure (BARN_TYPE_MATERIAL_LIST);
  g_type_ensure (BARN_TYPE_PANES);
  g_type_ensure (BARN_TYPE_PREVIEW);
  g_type_ensure (BARN_TYPE_SECTION_EDITOR);
  g_type_ensure (BARN_TYPE_SECTION_LIST);

  gtk_widget_class_install_action (widget_class, "barnbokslut.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "barnbokslut.preview", NULL, toggle_preview);
  gtk_widget_class_install_action (widget_class, "barnbokslut.go-to-material", NULL, go_to_material);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-barnbokslut-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, show_list);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, show_material);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, write);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, preview_button);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, progress);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, export);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, panes);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, sections);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, views);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, heading);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, hint);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, editors);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, text);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, areas);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, results);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, preview);
  gtk_widget_class_bind_template_child (widget_class, BarnBarnbokslutPage, material);
  gtk_widget_class_bind_template_callback (widget_class, on_section_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_section_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_insert);
  gtk_widget_class_bind_template_callback (widget_class, on_show_list_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_show_material_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_toggled);
}

static void
barn_barnbokslut_page_init (BarnBarnbokslutPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  barn_material_list_set_used_func (self->material, is_used, self);
  g_signal_connect_object (self->panes, "notify::start-visible", G_CALLBACK (on_panes_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::end-visible", G_CALLBACK (on_panes_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
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

  if (!barn_section_list_select (self->sections, section, article))
    return FALSE;

  gtk_toggle_button_set_active (self->write, TRUE);
  return TRUE;
}

/**
 * barn_barnbokslut_page_export:
 * @self: the page
 *
 * Asks in which format and as of which day the barnbokslut shall be written to a file, and says what it lacks.
 */
void
barn_barnbokslut_page_export (BarnBarnbokslutPage *self)
{
  BarnPage *page = BARN_PAGE (self);
  GtkWidget *dialog;

  g_return_if_fail (BARN_IS_BARNBOKSLUT_PAGE (self));

  if (barn_page_get_plan (page) == NULL || !barn_section_editor_save (self->text))
    return;

  dialog = barn_export_dialog_new (GTK_WIDGET (self), barn_page_get_file (page), barn_page_get_plan (page), BARN_PAPER_BARNBOKSLUT,
                                   BARN_DAY_NONE, BARN_EXPORT_SAVE);
  g_signal_connect_object (dialog, "remark-followed", G_CALLBACK (on_remark_followed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
