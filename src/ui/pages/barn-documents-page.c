/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-documents-page"

#include "config.h"

#include "barn-documents-page.h"

#include <glib/gi18n-lib.h>

#include "barn-adopt-dialog.h"
#include "barn-adopted-list.h"
#include "barn-date-entry.h"
#include "barn-export-dialog.h"
#include "barn-pages-view.h"
#include "barn-panes.h"
#include "barn-paper-editor.h"
#include "barn-preview.h"
#include "barn-print.h"
#include "barn-review.h"
#include "barn-sections.h"
#include "barn-tab-stop.h"
#include "barn-ui.h"

/* The pages wait this long for the next change */
#define LAY_OUT_AFTER_MS 250
/* What takes longer than the first is said, and what takes longer than the other can be stopped */
#define PULSE_MS 100
#define SLOW_AFTER_MS 1000

struct _BarnDocumentsPage
{
  BarnPage         parent_instance;

  GtkStack        *stack;
  GtkToggleButton *show_list;
  GtkSpinner      *spinner;
  GtkToggleButton *as_pages;
  GtkToggleButton *as_text;
  BarnPanes       *panes;
  GtkListBox      *papers;
  BarnDateEntry   *as_of;
  BarnAdoptedList *adopted;
  GtkWidget       *slow;
  GtkProgressBar  *bar;
  GtkStack        *views;
  BarnPagesView   *pages;
  BarnPreview     *text;
  AdwStatusPage   *trouble;
  GtkWidget       *write_button;
  BarnPaperEditor *editor;

  BarnPaper        paper;
  BarnPlanFile    *watched;
  BarnDocument    *document;      /* what the pages are of */
  GCancellable    *cancellable;   /* of what is being laid out */
  gint64           since;         /* when that began */
  guint            lay_out_source;
  guint            work_source;
  gboolean         showing_panes; /* the toggle follows the panes just now */
};

G_DEFINE_FINAL_TYPE (BarnDocumentsPage, barn_documents_page, BARN_TYPE_PAGE)

#define PAPER_KEY "barn-paper"

static gboolean
is_text (BarnDocumentsPage *self)
{
  return gtk_toggle_button_get_active (self->as_text);
}

/* Whether the document is seen, and not written */
static gboolean
is_looking (BarnDocumentsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "look") == 0 && gtk_widget_get_mapped (GTK_WIDGET (self));
}

/* ---- The document on show ---- */

static void
show_view (BarnDocumentsPage *self)
{
  if (self->document == NULL)
    {
      gtk_stack_set_visible_child_name (self->views, "blank");
      return;
    }

  if (is_text (self))
    barn_preview_set_document (self->text, self->document);
  gtk_stack_set_visible_child_name (self->views, is_text (self) ? "text" : "pages");
}

/* Takes @pages */
static void
set_pages (BarnDocumentsPage *self,
           BarnPages         *pages)
{
  BarnDocument *document = pages != NULL ? barn_pages_get_document (pages) : NULL;

  g_set_object (&self->document, document);
  barn_pages_view_set_pages (self->pages, pages);
  if (pages == NULL)
    barn_preview_set_document (self->text, NULL);
  show_view (self);
}

static void
show_trouble (BarnDocumentsPage *self,
              const char        *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  set_pages (self, NULL);
  adw_status_page_set_description (self->trouble, markup);
  gtk_stack_set_visible_child_name (self->views, "trouble");
}

static void
stop_work (BarnDocumentsPage *self)
{
  g_clear_handle_id (&self->work_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->slow, FALSE);
}

static gboolean
on_work (gpointer user_data)
{
  BarnDocumentsPage *self = user_data;
  const gint64 passed = (g_get_monotonic_time () - self->since) / 1000;

  gtk_spinner_start (self->spinner);
  gtk_widget_set_visible (self->slow, passed >= SLOW_AFTER_MS);
  gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

static void
forget_work (BarnDocumentsPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  stop_work (self);
}

typedef struct
{
  GWeakRef      page;
  GCancellable *cancellable;  /* tells which work it was */
} Work;

static void
work_free (Work *work)
{
  g_weak_ref_clear (&work->page);
  g_object_unref (work->cancellable);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
on_laid_out (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (BarnDocumentsPage) self = g_weak_ref_get (&work->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPages) pages = barn_plan_file_lay_out_finish (BARN_PLAN_FILE (source), result, &error);

  /* Another paper, day or change was asked for meanwhile */
  if (self == NULL || self->cancellable != work->cancellable)
    return;

  g_clear_object (&self->cancellable);
  stop_work (self);
  if (pages != NULL)
    set_pages (self, g_steal_pointer (&pages));
  else
    show_trouble (self, error->message);
}

static void
lay_out (BarnDocumentsPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  Work *work;

  g_clear_handle_id (&self->lay_out_source, g_source_remove);
  forget_work (self);
  if (plan == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  self->since = g_get_monotonic_time ();
  self->work_source = g_timeout_add (PULSE_MS, on_work, self);

  work = g_new0 (Work, 1);
  g_weak_ref_init (&work->page, self);
  work->cancellable = g_object_ref (self->cancellable);
  barn_plan_file_lay_out_async (barn_page_get_file (BARN_PAGE (self)), self->paper, barn_plan_get_year (plan),
                                barn_date_entry_get_day (self->as_of), NULL, self->cancellable, on_laid_out, work);
}

static gboolean
lay_out_timeout (gpointer user_data)
{
  BarnDocumentsPage *self = user_data;

  self->lay_out_source = 0;
  lay_out (self);

  return G_SOURCE_REMOVE;
}

static void
queue_lay_out (BarnDocumentsPage *self)
{
  g_clear_handle_id (&self->lay_out_source, g_source_remove);
  self->lay_out_source = g_timeout_add (LAY_OUT_AFTER_MS, lay_out_timeout, self);
}

static void
cancel (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (widget);

  forget_work (self);
  show_trouble (self, _("Making the pages was cancelled."));
}

static void
retry (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  lay_out (BARN_DOCUMENTS_PAGE (widget));
}

/* A page that is not seen makes its documents when it is */
static void
on_file_changed (BarnDocumentsPage *self)
{
  if (is_looking (self))
    queue_lay_out (self);
}

static void
watch (BarnDocumentsPage *self,
       BarnPlanFile      *file)
{
  if (self->watched == file)
    return;

  if (self->watched != NULL)
    g_signal_handlers_disconnect_by_func (self->watched, on_file_changed, self);
  g_set_object (&self->watched, file);
  if (file != NULL)
    g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
}

/* ---- Which document ---- */

static GtkWidget *
new_label (const char *text,
           const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", text,
                                   "xalign", 0.0f,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", 22,
                                   "max-width-chars", 26,
                                   NULL);

  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static GtkWidget *
new_paper_row (BarnPaper paper)
{
  const char *label = barn_paper_get_label (paper);
  const char *purpose = barn_paper_get_purpose (paper);
  g_autofree char *name = g_strdup_printf ("%s. %s", label, purpose);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = new_label (purpose, "caption");

  gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (GTK_BOX (box), new_label (label, "heading"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), PAPER_KEY, GUINT_TO_POINTER (paper));
  barn_ui_set_name (row, name);

  return row;
}

/* A handlingsplan is made of the plan itself */
static gboolean
can_write (BarnPaper paper)
{
  guint n_sections;

  barn_sections_get (paper, &n_sections);

  return n_sections > 0;
}

static void
on_paper_selected (BarnDocumentsPage *self,
                   GtkListBoxRow     *row)
{
  BarnPaper paper;

  if (row == NULL)
    return;

  paper = (BarnPaper) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), PAPER_KEY));
  if (paper == self->paper)
    return;

  self->paper = paper;
  gtk_widget_set_visible (self->write_button, can_write (paper));
  barn_page_title_changed (BARN_PAGE (self));
  barn_pages_view_show_page (self->pages, 0);
  set_pages (self, NULL);
  if (is_looking (self))
    lay_out (self);
}

/* Enter goes to what is shown; in a narrow window the list gives room */
static void
on_paper_activated (BarnDocumentsPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

static void
on_as_of_edited (BarnDocumentsPage *self)
{
  lay_out (self);
}

/* ---- Panes and views ---- */

static void
on_panes_changed (BarnDocumentsPage *self)
{
  self->showing_panes = TRUE;
  gtk_toggle_button_set_active (self->show_list, barn_panes_get_start_visible (self->panes));
  self->showing_panes = FALSE;
}

static void
on_show_list_toggled (BarnDocumentsPage *self)
{
  if (!self->showing_panes)
    barn_panes_set_start_visible (self->panes, gtk_toggle_button_get_active (self->show_list));
}

static void
on_as_text_toggled (BarnDocumentsPage *self)
{
  if (self->document != NULL)
    show_view (self);
}

static void
toggle_text (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (widget);

  gtk_toggle_button_set_active (is_text (self) ? self->as_pages : self->as_text, TRUE);
}

/* The key is the window's, and every page that there is hears it: the one that is seen is meant */
static gboolean
on_text_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  return is_looking (BARN_DOCUMENTS_PAGE (widget)) && gtk_widget_activate_action (widget, "documents.toggle-text", NULL);
}

static void
add_keys (BarnDocumentsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F5, 0),
                                                          gtk_callback_action_new (on_text_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* ---- Writing ---- */

static void
write_section (BarnDocumentsPage *self,
               const char        *section,
               guint              article)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.write", "(su)", section, article);
}

/* The barnbokslut has a page of its own for it */
static void
write_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (widget);
  const BarnSection *sections = barn_sections_get (self->paper, NULL);

  if (self->paper == BARN_PAPER_BARNBOKSLUT)
    gtk_widget_activate_action (widget, "win.show-page", "s", "barnbokslut");
  else if (can_write (self->paper))
    barn_documents_page_show_section (self, sections[0].id, 0);
}

static void
look_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (widget);

  if (!barn_paper_editor_save (self->editor))
    return;

  gtk_stack_set_visible_child_name (self->stack, "look");
  lay_out (self);
  gtk_widget_grab_focus (self->write_button);
}

/* A figure is told by the overview, where it leads to the activities behind it */
static gboolean
is_figure (BarnDocumentsPage *self,
           const char        *id)
{
  return g_str_equal (id, "attention") ||
         (self->paper != BARN_PAPER_BARNBOKSLUT && (g_str_equal (id, "figures") || g_str_equal (id, BARN_PART_RESULTS)));
}

static void
on_heading_activated (BarnDocumentsPage *self,
                      const char        *id,
                      const char        *text)
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

  if (is_figure (self, id))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "overview");
      return;
    }

  if (g_str_equal (id, "figures"))
    id = BARN_PART_RESULTS;
  parts = g_strsplit (id, "-", 2);
  write_section (self, parts[0], parts[1] != NULL ? (guint) g_ascii_strtoull (parts[1], NULL, 10) : 0);
}

/* ---- Out ---- */

static void
on_remark_followed (BarnDocumentsPage *self,
                    BarnRemark        *remark)
{
  BarnModel *model = barn_page_get_model (BARN_PAGE (self));
  BarnItem *item = remark->item != NULL && model != NULL ? barn_model_lookup (model, remark->item) : NULL;

  if (g_str_equal (remark->section, BARN_PART_LOOK))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.wording", "s", "");
  else if (item != NULL && BARN_IS_ACTIVITY (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-item", "s", remark->item);
  else
    write_section (self, remark->section, remark->article);
}

static void
export (BarnDocumentsPage *self,
        BarnExportWay      way)
{
  BarnPage *page = BARN_PAGE (self);
  GtkWidget *dialog;

  if (barn_page_get_plan (page) == NULL || !barn_date_entry_commit (self->as_of) || !barn_paper_editor_save (self->editor))
    return;

  dialog = barn_export_dialog_new (GTK_WIDGET (self), barn_page_get_file (page), barn_page_get_plan (page), self->paper,
                                   barn_date_entry_get_day (self->as_of), way);
  g_signal_connect_object (dialog, "remark-followed", G_CALLBACK (on_remark_followed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_adopted (BarnDocumentsPage *self,
            BarnAdopted       *adopted)
{
  barn_adopted_list_show (self->adopted, adopted);
}

static void
adopt_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (widget);
  BarnPage *page = BARN_PAGE (widget);
  GtkWidget *dialog;

  if (barn_page_get_plan (page) == NULL || !barn_date_entry_commit (self->as_of))
    return;

  dialog = barn_adopt_dialog_new (widget, barn_page_get_file (page), barn_page_get_plan (page), self->paper,
                                  barn_date_entry_get_day (self->as_of));
  g_signal_connect_object (dialog, "adopted", G_CALLBACK (on_adopted), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  export (BARN_DOCUMENTS_PAGE (widget), BARN_EXPORT_SAVE);
}

static void
send_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  export (BARN_DOCUMENTS_PAGE (widget), BARN_EXPORT_SEND);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  barn_page_print (BARN_PAGE (widget));
}

static void
change_wording (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.wording", "s", barn_paper_to_nick (BARN_DOCUMENTS_PAGE (widget)->paper));
}

/* ---- The page ---- */

static void
on_mapped (BarnDocumentsPage *self)
{
  if (self->cancellable == NULL && is_looking (self))
    lay_out (self);
}

/* The keyboard comes to the documents, and where there is no room for their list to the one on show */
static gboolean
barn_documents_page_grab_focus (GtkWidget *widget)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (widget);

  if (!is_looking (self))
    return FALSE;
  if (barn_panes_get_start_visible (self->panes))
    return gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->papers)));

  return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->views));
}

static void
barn_documents_page_plan_changed (BarnPage *page)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (page);
  BarnPlan *plan = barn_page_get_plan (page);

  watch (self, barn_page_get_file (page));
  barn_adopted_list_set_plan (self->adopted, barn_page_get_file (page), plan);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.adopt",
                                 plan != NULL && !barn_plan_file_get_read_only (barn_page_get_file (page)));
  forget_work (self);
  set_pages (self, NULL);
  barn_date_entry_set_day (self->as_of, barn_clock_get_today ());
  barn_paper_editor_set_plan (self->editor, barn_page_get_file (page), NULL, self->paper);
  gtk_stack_set_visible_child_name (self->stack, plan != NULL ? "look" : "none");
  if (is_looking (self))
    lay_out (self);
}

static char *
barn_documents_page_dup_title (BarnPage *page)
{
  /* Translators: the page of documents, and the document on show */
  return g_strdup_printf (_("Documents · %s"), barn_paper_get_label (BARN_DOCUMENTS_PAGE (page)->paper));
}

static gboolean
barn_documents_page_export (BarnPage *page)
{
  if (barn_page_get_plan (page) == NULL)
    return FALSE;

  export (BARN_DOCUMENTS_PAGE (page), BARN_EXPORT_SAVE);

  return TRUE;
}

static gboolean
barn_documents_page_print (BarnPage *page)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (page);
  BarnPlan *plan = barn_page_get_plan (page);

  if (plan == NULL || !barn_date_entry_commit (self->as_of) || !barn_paper_editor_save (self->editor))
    return FALSE;

  barn_print (GTK_WIDGET (self), barn_page_get_file (page), self->paper, barn_plan_get_year (plan),
              barn_date_entry_get_day (self->as_of), NULL);

  return TRUE;
}

static gboolean
barn_documents_page_show_item (BarnPage *page,
                               BarnItem *item)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (page);

  if (!BARN_IS_ADOPTED (item))
    return FALSE;

  barn_adopted_list_show (self->adopted, BARN_ADOPTED (item));

  return TRUE;
}

static guint
barn_documents_page_list_parts (BarnPage     *page,
                                BarnPagePart *parts)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (page);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->papers);

  if (!is_looking (self))
    {
      parts[0] = (BarnPagePart) { GTK_WIDGET (self), GTK_WIDGET (self) };
      return 1;
    }

  parts[0] = (BarnPagePart) { gtk_widget_get_parent (GTK_WIDGET (self->papers)), GTK_WIDGET (row) };
  parts[1] = (BarnPagePart) { GTK_WIDGET (self->views), gtk_stack_get_visible_child (self->views) };

  return 2;
}

static void
barn_documents_page_save_state (BarnPage     *page,
                                GVariantDict *state)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (page);

  g_variant_dict_insert (state, "paper", "s", barn_paper_to_nick (self->paper));
  g_variant_dict_insert (state, "text", "b", is_text (self));
  g_variant_dict_insert (state, "zoom", "d", barn_pages_view_get_zoom (self->pages));
}

static void
barn_documents_page_restore_state (BarnPage     *page,
                                   GVariantDict *state)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (page);
  const char *nick = NULL;
  BarnPaper paper;
  gboolean text = FALSE;
  double zoom = 0;

  if (g_variant_dict_lookup (state, "paper", "&s", &nick) && barn_paper_from_nick (nick, &paper))
    barn_documents_page_show_paper (self, paper);
  if (g_variant_dict_lookup (state, "text", "b", &text) && text)
    gtk_toggle_button_set_active (self->as_text, TRUE);
  if (g_variant_dict_lookup (state, "zoom", "d", &zoom))
    barn_pages_view_set_zoom (self->pages, zoom);
}

static void
barn_documents_page_dispose (GObject *object)
{
  BarnDocumentsPage *self = BARN_DOCUMENTS_PAGE (object);

  g_clear_handle_id (&self->lay_out_source, g_source_remove);
  g_clear_handle_id (&self->work_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  watch (self, NULL);
  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (barn_documents_page_parent_class)->dispose (object);
}

static void
barn_documents_page_class_init (BarnDocumentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  object_class->dispose = barn_documents_page_dispose;
  widget_class->grab_focus = barn_documents_page_grab_focus;
  page_class->plan_changed = barn_documents_page_plan_changed;
  page_class->dup_title = barn_documents_page_dup_title;
  page_class->export = barn_documents_page_export;
  page_class->print = barn_documents_page_print;
  page_class->show_item = barn_documents_page_show_item;
  page_class->list_parts = barn_documents_page_list_parts;
  page_class->save_state = barn_documents_page_save_state;
  page_class->restore_state = barn_documents_page_restore_state;

  g_type_ensure (BARN_TYPE_ADOPTED_LIST);
  g_type_ensure (BARN_TYPE_DATE_ENTRY);
  g_type_ensure (BARN_TYPE_PAGES_VIEW);
  g_type_ensure (BARN_TYPE_PANES);
  g_type_ensure (BARN_TYPE_PAPER_EDITOR);
  g_type_ensure (BARN_TYPE_PREVIEW);
  g_type_ensure (BARN_TYPE_TAB_STOP);

  gtk_widget_class_install_action (widget_class, "documents.adopt", NULL, adopt_action);
  gtk_widget_class_install_action (widget_class, "documents.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "documents.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "documents.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "documents.wording", NULL, change_wording);
  gtk_widget_class_install_action (widget_class, "documents.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "documents.retry", NULL, retry);
  gtk_widget_class_install_action (widget_class, "documents.toggle-text", NULL, toggle_text);
  gtk_widget_class_install_action (widget_class, "documents.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "documents.look", NULL, look_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, show_list);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, as_pages);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, as_text);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, panes);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, papers);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, adopted);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, slow);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, views);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, pages);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, text);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, write_button);
  gtk_widget_class_bind_template_child (widget_class, BarnDocumentsPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, on_paper_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_paper_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_as_of_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_show_list_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_as_text_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_activated);
}

static void
barn_documents_page_init (BarnDocumentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_keys (self);
  barn_paper_editor_set_back (self->editor, _("Back to the document"), "documents.look");
  gtk_widget_set_visible (self->write_button, can_write (self->paper));
  for (guint i = 0; i < BARN_N_PAPERS; i++)
    gtk_list_box_append (self->papers, new_paper_row ((BarnPaper) i));
  gtk_list_box_select_row (self->papers, gtk_list_box_get_row_at_index (self->papers, 0));

  g_signal_connect_object (self->panes, "notify::start-visible", G_CALLBACK (on_panes_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
}

/**
 * barn_documents_page_get_paper:
 * @self: the page
 *
 * Returns: the kind of document that is on show
 */
BarnPaper
barn_documents_page_get_paper (BarnDocumentsPage *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENTS_PAGE (self), BARN_PAPER_HANDLINGSPLAN);

  return self->paper;
}

/**
 * barn_documents_page_show_paper:
 * @self: the page
 * @paper: a kind of document
 *
 * Shows another document.
 */
void
barn_documents_page_show_paper (BarnDocumentsPage *self,
                                BarnPaper          paper)
{
  g_return_if_fail (BARN_IS_DOCUMENTS_PAGE (self));
  g_return_if_fail ((guint) paper < BARN_N_PAPERS);

  gtk_list_box_select_row (self->papers, gtk_list_box_get_row_at_index (self->papers, (int) paper));
}

/**
 * barn_documents_page_show_section:
 * @self: the page
 * @section: a section of one of the documents but the barnbokslut (barn-sections.h)
 * @article: the article; 0: none
 *
 * Shows a section for writing.
 *
 * Returns: whether there is one
 */
gboolean
barn_documents_page_show_section (BarnDocumentsPage *self,
                                  const char        *section,
                                  guint              article)
{
  const BarnSection *known;
  BarnPage *page;

  g_return_val_if_fail (BARN_IS_DOCUMENTS_PAGE (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  page = BARN_PAGE (self);
  known = barn_sections_find (section);
  if (known == NULL || barn_section_get_paper (known) == BARN_PAPER_BARNBOKSLUT || barn_page_get_plan (page) == NULL)
    return FALSE;

  barn_documents_page_show_paper (self, barn_section_get_paper (known));
  forget_work (self);
  barn_paper_editor_set_plan (self->editor, barn_page_get_file (page), barn_page_get_plan (page), self->paper);
  gtk_stack_set_visible_child_name (self->stack, "write");
  if (!barn_paper_editor_show_section (self->editor, section, article))
    return FALSE;

  barn_paper_editor_focus_text (self->editor);
  return TRUE;
}
