/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-paper-editor"

#include "config.h"

#include "barn-paper-editor.h"

#include <glib/gi18n-lib.h>

#include "barn-area-editor.h"
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

struct _BarnPaperEditor
{
  AdwBin             parent_instance;

  GtkWidget         *back;
  GtkToggleButton   *show_list;
  GtkToggleButton   *show_material;
  GtkToggleButton   *show_beside;
  GtkToggleButton   *write;
  GtkToggleButton   *preview_button;
  GtkLabel          *progress;
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
  GtkStack          *side;
  BarnMaterialList  *material;
  BarnPreview       *beside;

  BarnPlanFile      *file;
  BarnPlan          *plan;
  BarnPaper          paper;
  guint              derive_source;
  GCancellable      *building;      /* the document that a worker is at */
  gboolean           follow;        /* the document comes to the section that is chosen */
  gboolean           showing_panes; /* the toggles follow the panes just now */
};

G_DEFINE_FINAL_TYPE (BarnPaperEditor, barn_paper_editor, ADW_TYPE_BIN)

static gboolean
is_previewing (BarnPaperEditor *self)
{
  return gtk_toggle_button_get_active (self->preview_button);
}

static gboolean
is_beside (BarnPaperEditor *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "beside") == 0;
}

static gboolean
can_edit (BarnPaperEditor *self)
{
  return self->plan != NULL && !barn_plan_file_get_read_only (self->file);
}

static BarnEntryKind
get_kind (BarnPaperEditor *self)
{
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);

  return entry != NULL ? barn_section_entry_get_kind (entry) : BARN_ENTRY_TEXT;
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
show_progress (BarnPaperEditor *self)
{
  BarnProgress progress = { 0 };
  guint ready = 0;
  guint n_sections = 0;
  g_autofree char *text = NULL;

  if (self->plan != NULL && self->paper == BARN_PAPER_BARNBOKSLUT)
    {
      barn_figures_barnbokslut (barn_plan_file_get_model (self->file), self->plan, &progress);
      ready = progress.ready;
      n_sections = progress.ready + progress.draft + progress.empty;
    }
  else
    {
      barn_section_list_count (self->sections, &ready, &n_sections);
    }

  /* Translators: how many sections of the document are ready, of how many */
  text = g_strdup_printf (_("%u of %u ready"), ready, n_sections);
  gtk_label_set_label (self->progress, text);
}

static void
show_material (BarnPaperEditor *self)
{
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);
  g_autoptr (GListModel) materials = NULL;

  if (self->plan == NULL || entry == NULL)
    {
      barn_material_list_set_materials (self->material, NULL, FALSE);
      return;
    }

  materials = barn_report_material (barn_plan_file_get_model (self->file), self->plan, barn_plan_file_get_profile (self->file),
                                    barn_section_entry_get_section (entry), barn_section_entry_get_article (entry),
                                    barn_clock_get_today ());
  barn_material_list_set_materials (self->material, materials, can_edit (self) && get_kind (self) != BARN_ENTRY_RESULTS);
}

/* Nothing can be inserted in a document, and it needs the room */
static void
update_side (BarnPaperEditor *self)
{
  gboolean insertable = !is_previewing (self) && get_kind (self) != BARN_ENTRY_RESULTS;

  gtk_widget_set_visible (GTK_WIDGET (self->side), is_beside (self) ? !is_previewing (self) : insertable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->show_material), insertable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->show_beside), !is_previewing (self));
}

static void
scroll_preview (BarnPreview      *preview,
                BarnSectionEntry *entry)
{
  g_autofree char *id = dup_heading_id (entry);

  /* What was not written has no heading of its own: the section above it has */
  if (!barn_preview_scroll_to (preview, id))
    barn_preview_scroll_to (preview, barn_section_entry_get_section (entry));
}

/* To the section that is chosen */
static void
scroll_previews (BarnPaperEditor *self)
{
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);

  if (entry == NULL)
    return;

  if (is_previewing (self))
    scroll_preview (self->preview, entry);
  else if (is_beside (self))
    scroll_preview (self->beside, entry);
}

static void
take_document (BarnPaperEditor *self,
               BarnDocument    *document)
{
  if (is_previewing (self))
    {
      barn_preview_set_document (self->preview, document);
    }
  else
    {
      if (get_kind (self) == BARN_ENTRY_RESULTS)
        barn_preview_set_part (self->results, document, RESULTS_HEADING);
      if (is_beside (self))
        barn_preview_set_document (self->beside, document);
    }

  if (self->follow)
    scroll_previews (self);
  self->follow = FALSE;
}

static void
stop_building (BarnPaperEditor *self)
{
  if (self->building != NULL)
    g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
}

typedef struct
{
  GWeakRef      editor;
  GCancellable *building;  /* tells which work it was */
} Work;

static void
work_free (Work *work)
{
  g_weak_ref_clear (&work->editor);
  g_object_unref (work->building);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
on_built (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (BarnPaperEditor) self = g_weak_ref_get (&work->editor);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = barn_plan_file_build_finish (BARN_PLAN_FILE (source), result, &error);

  /* Something was changed meanwhile, and is told of by a later one */
  if (self == NULL || self->building != work->building)
    return;

  g_clear_object (&self->building);
  if (document != NULL)
    take_document (self, document);
  else
    barn_ui_report_error (GTK_WIDGET (self), error);
}

/* Made in a worker, so that nobody who types has to wait for it */
static void
show_document (BarnPaperEditor *self)
{
  Work *work;

  stop_building (self);
  if (self->plan == NULL || (get_kind (self) != BARN_ENTRY_RESULTS && !is_previewing (self) && !is_beside (self)))
    return;

  self->building = g_cancellable_new ();
  work = g_new0 (Work, 1);
  g_weak_ref_init (&work->editor, self);
  work->building = g_object_ref (self->building);
  barn_plan_file_build_async (self->file, self->paper, barn_plan_get_year (self->plan), BARN_DAY_NONE, NULL, self->building, on_built, work);
}

static gboolean
derive_timeout (gpointer user_data)
{
  BarnPaperEditor *self = user_data;

  self->derive_source = 0;
  show_material (self);
  show_document (self);

  return G_SOURCE_REMOVE;
}

static void
queue_derive (BarnPaperEditor *self)
{
  if (self->derive_source == 0)
    self->derive_source = g_timeout_add (DERIVE_AFTER_MS, derive_timeout, self);
}

static void
on_file_changed (BarnPaperEditor *self)
{
  barn_section_list_refresh (self->sections);
  barn_section_editor_refresh (self->text);
  show_progress (self);

  /* A page that is not seen makes its documents when it is */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    queue_derive (self);
}

static void
watch (BarnPaperEditor *self,
       BarnPlanFile    *file)
{
  if (self->file == file)
    return;

  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, on_file_changed, self);
  g_set_object (&self->file, file);
  if (file != NULL)
    g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
}

/* ---- The section on show ---- */

static void
show_entry (BarnPaperEditor *self,
            BarnSectionEntry    *entry)
{
  g_autofree char *heading = entry != NULL ? barn_section_entry_dup_heading (entry) : g_strdup ("");
  BarnEntryKind kind = entry != NULL ? barn_section_entry_get_kind (entry) : BARN_ENTRY_TEXT;

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->hint, entry != NULL ? barn_section_entry_get_hint (entry) : "");

  switch (kind)
    {
    case BARN_ENTRY_FOLLOWUP:
      barn_area_editor_set_year (self->areas, self->file, barn_plan_get_year (self->plan) - 1, BARN_AREA_SIDE_BACK);
      gtk_stack_set_visible_child_name (self->editors, "areas");
      break;
    case BARN_ENTRY_AREAS:
      barn_area_editor_set_year (self->areas, self->file, barn_plan_get_year (self->plan), BARN_AREA_SIDE_AHEAD);
      gtk_stack_set_visible_child_name (self->editors, "areas");
      break;
    case BARN_ENTRY_RESULTS:
      gtk_stack_set_visible_child_name (self->editors, "results");
      break;
    case BARN_ENTRY_TEXT:
    case BARN_ENTRY_ADD:
    default:
      barn_section_editor_set_section (self->text, self->file, self->plan,
                                       entry != NULL ? barn_section_entry_get_section (entry) : NULL,
                                       entry != NULL ? barn_section_entry_get_article (entry) : 0, heading);
      gtk_stack_set_visible_child_name (self->editors, "text");
      break;
    }
}

static void
on_section_selected (BarnPaperEditor *self,
                     BarnSectionEntry    *entry)
{
  if (self->plan == NULL)
    entry = NULL;

  show_entry (self, entry);
  show_material (self);
  update_side (self);
  if (entry == NULL)
    return;

  scroll_previews (self);
  if (get_kind (self) == BARN_ENTRY_RESULTS)
    show_document (self);
}

static void
focus_editor (BarnPaperEditor *self)
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
on_section_opened (BarnPaperEditor *self)
{
  gtk_toggle_button_set_active (self->write, TRUE);
  focus_editor (self);
}

static void
on_heading_activated (BarnPaperEditor *self,
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

/* ---- Panes ---- */

static void
on_panes_changed (BarnPaperEditor *self)
{
  gboolean end = barn_panes_get_end_visible (self->panes);

  self->showing_panes = TRUE;
  gtk_toggle_button_set_active (self->show_list, barn_panes_get_start_visible (self->panes));
  gtk_toggle_button_set_active (self->show_material, end && !is_beside (self));
  gtk_toggle_button_set_active (self->show_beside, end && is_beside (self));
  self->showing_panes = FALSE;
}

/* ---- Material ---- */

static gboolean
is_used (const char *body,
         gpointer    user_data)
{
  BarnPaperEditor *self = user_data;
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);

  return entry != NULL && barn_section_entry_get_kind (entry) == BARN_ENTRY_TEXT &&
         barn_section_editor_contains (self->text, body);
}

static void
on_insert (BarnPaperEditor *self,
           BarnMaterial        *material,
           gboolean             go)
{
  BarnSectionEntry *entry = barn_section_list_get_selected (self->sections);

  if (entry == NULL || !can_edit (self))
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

/* What stands beside the text: the material, or the document as it will look */
static void
show_side (BarnPaperEditor *self,
           const char      *name)
{
  gtk_stack_set_visible_child_name (self->side, name);
  update_side (self);
  barn_panes_set_end_visible (self->panes, TRUE);
  on_panes_changed (self);
  if (is_beside (self))
    {
      self->follow = TRUE;
      show_document (self);
    }
}

static void
go_to_material (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  BarnPaperEditor *self = BARN_PAPER_EDITOR (widget);

  gtk_toggle_button_set_active (self->write, TRUE);
  show_side (self, "material");
  gtk_widget_set_child_visible (GTK_WIDGET (self->side), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->material), GTK_DIR_TAB_FORWARD);
}

static void
on_show_list_toggled (BarnPaperEditor *self)
{
  if (!self->showing_panes)
    barn_panes_set_start_visible (self->panes, gtk_toggle_button_get_active (self->show_list));
}

static void
toggle_side (BarnPaperEditor *self,
             GtkToggleButton *button,
             const char      *name)
{
  if (self->showing_panes)
    return;

  if (gtk_toggle_button_get_active (button))
    show_side (self, name);
  else
    barn_panes_set_end_visible (self->panes, FALSE);
}

static void
on_show_material_toggled (BarnPaperEditor *self)
{
  toggle_side (self, self->show_material, "material");
}

static void
on_show_beside_toggled (BarnPaperEditor *self)
{
  toggle_side (self, self->show_beside, "beside");
}

/* ---- Writing, or the whole as it will look ---- */

static void
on_preview_toggled (BarnPaperEditor *self)
{
  if (is_previewing (self))
    barn_section_editor_save (self->text);
  gtk_stack_set_visible_child_name (self->views, is_previewing (self) ? "preview" : "write");
  update_side (self);
  self->follow = TRUE;
  show_document (self);
}

static void
toggle_preview (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  BarnPaperEditor *self = BARN_PAPER_EDITOR (widget);

  gtk_toggle_button_set_active (is_previewing (self) ? self->write : self->preview_button, TRUE);
}

/* The keys are the window's, and every page that there is hears them: the one that is seen is meant */
static gboolean
on_preview_key (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, "paper.preview", NULL);
}

static gboolean
on_material_key (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, "paper.go-to-material", NULL);
}

static void
add_keys (BarnPaperEditor *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F4, 0),
                                                          gtk_callback_action_new (on_material_key, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F5, 0),
                                                          gtk_callback_action_new (on_preview_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
on_mapped (BarnPaperEditor *self)
{
  queue_derive (self);
}

static void
barn_paper_editor_dispose (GObject *object)
{
  BarnPaperEditor *self = BARN_PAPER_EDITOR (object);

  g_clear_handle_id (&self->derive_source, g_source_remove);
  stop_building (self);
  watch (self, NULL);
  g_clear_object (&self->plan);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (barn_paper_editor_parent_class)->dispose (object);
}

static void
barn_paper_editor_class_init (BarnPaperEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_paper_editor_dispose;

  g_type_ensure (BARN_TYPE_AREA_EDITOR);
  g_type_ensure (BARN_TYPE_MATERIAL_LIST);
  g_type_ensure (BARN_TYPE_PANES);
  g_type_ensure (BARN_TYPE_PREVIEW);
  g_type_ensure (BARN_TYPE_SECTION_EDITOR);
  g_type_ensure (BARN_TYPE_SECTION_LIST);

  gtk_widget_class_install_action (widget_class, "paper.preview", NULL, toggle_preview);
  gtk_widget_class_install_action (widget_class, "paper.go-to-material", NULL, go_to_material);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-paper-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, show_list);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, show_material);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, write);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, preview_button);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, progress);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, back);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, show_beside);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, side);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, beside);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, panes);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, sections);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, views);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, editors);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, text);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, areas);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, results);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, BarnPaperEditor, material);
  gtk_widget_class_bind_template_callback (widget_class, on_section_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_section_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_insert);
  gtk_widget_class_bind_template_callback (widget_class, on_show_list_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_show_material_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_show_beside_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_toggled);
}

static void
barn_paper_editor_init (BarnPaperEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_keys (self);
  barn_material_list_set_used_func (self->material, is_used, self);
  g_signal_connect_object (self->panes, "notify::start-visible", G_CALLBACK (on_panes_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::end-visible", G_CALLBACK (on_panes_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
}

/**
 * barn_paper_editor_set_plan:
 * @self: an editor
 * @file: (nullable): the open plan file
 * @plan: (nullable): the plan of the year whose document is written
 * @paper: which kind of document
 *
 * Shows the sections of another document. What was typed in the one before is saved there first.
 */
void
barn_paper_editor_set_plan (BarnPaperEditor *self,
                            BarnPlanFile    *file,
                            BarnPlan        *plan,
                            BarnPaper        paper)
{
  g_return_if_fail (BARN_IS_PAPER_EDITOR (self));
  g_return_if_fail (plan == NULL || file != NULL);

  stop_building (self);
  watch (self, file);
  g_set_object (&self->plan, plan);
  self->paper = paper;

  barn_section_list_set_plan (self->sections, file, plan, paper, can_edit (self));
  show_entry (self, plan != NULL ? barn_section_list_get_selected (self->sections) : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->panes), plan != NULL);
  show_progress (self);
  show_material (self);
  update_side (self);
  self->follow = TRUE;
  show_document (self);
}

/**
 * barn_paper_editor_set_back:
 * @self: an editor
 * @label: where it leads
 * @action_name: the action that leads there
 *
 * Gives the editor a button that leads back to where a person came from.
 */
void
barn_paper_editor_set_back (BarnPaperEditor *self,
                            const char      *label,
                            const char      *action_name)
{
  g_return_if_fail (BARN_IS_PAPER_EDITOR (self));
  g_return_if_fail (label != NULL && action_name != NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), action_name);
  gtk_widget_set_tooltip_text (self->back, label);
  barn_ui_set_name (self->back, label);
  gtk_widget_set_visible (self->back, TRUE);
}

/**
 * barn_paper_editor_show_section:
 * @self: an editor
 * @section: a section's id (barn-sections.h) or a part's (barn-review.h)
 * @article: the article; 0: none
 *
 * Shows a section for writing.
 *
 * Returns: whether there is one
 */
gboolean
barn_paper_editor_show_section (BarnPaperEditor *self,
                                const char      *section,
                                guint            article)
{
  g_return_val_if_fail (BARN_IS_PAPER_EDITOR (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  if (self->plan == NULL || !barn_section_list_select (self->sections, section, article))
    return FALSE;

  gtk_toggle_button_set_active (self->write, TRUE);
  return TRUE;
}

/**
 * barn_paper_editor_focus_text:
 * @self: an editor
 *
 * Gives the keyboard to what is written.
 */
void
barn_paper_editor_focus_text (BarnPaperEditor *self)
{
  g_return_if_fail (BARN_IS_PAPER_EDITOR (self));

  focus_editor (self);
}

/**
 * barn_paper_editor_save:
 * @self: an editor
 *
 * Saves what was typed now.
 *
 * Returns: %FALSE where it could not be; the person was told
 */
gboolean
barn_paper_editor_save (BarnPaperEditor *self)
{
  g_return_val_if_fail (BARN_IS_PAPER_EDITOR (self), FALSE);

  return barn_section_editor_save (self->text);
}

/**
 * barn_paper_editor_save_state:
 * @self: an editor
 * @state: where to put it
 *
 * Gathers which section is on show, and what stands beside it.
 */
void
barn_paper_editor_save_state (BarnPaperEditor *self,
                              GVariantDict    *state)
{
  BarnSectionEntry *entry;

  g_return_if_fail (BARN_IS_PAPER_EDITOR (self));
  g_return_if_fail (state != NULL);

  entry = barn_section_list_get_selected (self->sections);
  if (entry != NULL)
    {
      g_variant_dict_insert (state, "section", "s", barn_section_entry_get_section (entry));
      g_variant_dict_insert (state, "article", "u", barn_section_entry_get_article (entry));
    }
  g_variant_dict_insert (state, "preview", "b", is_previewing (self));
  g_variant_dict_insert (state, "beside", "b", is_beside (self));
}

/**
 * barn_paper_editor_restore_state:
 * @self: an editor
 * @state: what barn_paper_editor_save_state() gathered
 */
void
barn_paper_editor_restore_state (BarnPaperEditor *self,
                                 GVariantDict    *state)
{
  const char *section = NULL;
  guint article = 0;
  gboolean preview = FALSE;
  gboolean beside = FALSE;

  g_return_if_fail (BARN_IS_PAPER_EDITOR (self));
  g_return_if_fail (state != NULL);

  g_variant_dict_lookup (state, "article", "u", &article);
  if (g_variant_dict_lookup (state, "section", "&s", &section))
    barn_section_list_select (self->sections, section, article);
  if (g_variant_dict_lookup (state, "beside", "b", &beside) && beside)
    show_side (self, "beside");
  if (g_variant_dict_lookup (state, "preview", "b", &preview) && preview)
    gtk_toggle_button_set_active (self->preview_button, TRUE);
}
