/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-section-list"

#include "config.h"

#include "barn-section-list.h"

#include <glib/gi18n-lib.h>

#include "barn-article-chooser.h"
#include "barn-plan-file-profile.h"
#include "barn-sections.h"
#include "barn-ui.h"

struct _BarnSectionList
{
  AdwBin            parent_instance;

  GtkListBox       *list;

  BarnPlanFile     *file;
  BarnProfile      *profile;  /* whose words the rows have */
  BarnPlan         *plan;
  BarnPaper         paper;
  gboolean          editable;
  GListStore       *entries;
  GHashTable       *extra;    /* "challenges/19": listed at a person's wish, nothing written there yet */
  BarnSectionEntry *selected;
  GtkWidget        *chooser;
};

enum
{
  SELECTED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnSectionList, barn_section_list, ADW_TYPE_BIN)

#define ENTRY_KEY "barn-entry"

static BarnSectionEntry *
get_entry (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ENTRY_KEY);
}

static GtkListBoxRow *
find_row (BarnSectionList *self,
          const char      *section,
          guint            article)
{
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (BarnSectionEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (barn_section_entry_get_kind (entry) != BARN_ENTRY_ADD &&
          barn_section_entry_get_article (entry) == article &&
          g_str_equal (barn_section_entry_get_section (entry), section))
        return gtk_list_box_get_row_at_index (self->list, (int) i);
    }

  return NULL;
}

/* ---- Rows ---- */

static void
show_state (GtkListBoxRow *row)
{
  BarnSectionEntry *entry = get_entry (row);
  BarnEntryState state = barn_section_entry_get_state (entry);
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");
  GtkWidget *word = g_object_get_data (G_OBJECT (row), "word");
  const char *const classes[] = {
    [BARN_ENTRY_EMPTY] = "status-not-started",
    [BARN_ENTRY_STANDARD] = "dim-label",
    [BARN_ENTRY_DRAFT] = "status-ongoing",
    [BARN_ENTRY_READY] = "status-done",
    [BARN_ENTRY_AUTOMATIC] = "dim-label",
  };
  const char *icon_classes[] = { classes[state], NULL };
  g_autofree char *label = barn_section_entry_dup_heading (entry);
  g_autofree char *name = NULL;

  if (barn_section_entry_get_kind (entry) == BARN_ENTRY_ADD)
    {
      barn_ui_set_name (GTK_WIDGET (row), label);
      return;
    }

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), barn_entry_state_get_icon (state));
  gtk_widget_set_css_classes (icon, icon_classes);
  gtk_label_set_label (GTK_LABEL (word), barn_entry_state_get_label (state));

  /* Translators: a section of a document and how far it has come */
  name = g_strdup_printf (_("%s, %s"), label, barn_entry_state_get_label (state));
  barn_ui_set_name (GTK_WIDGET (row), name);
}

static void
add_state (GtkListBoxRow *row,
           GtkWidget     *box,
           GtkWidget     *words)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "valign", GTK_ALIGN_START,
                                  "margin-top", 2,
                                  NULL);
  GtkWidget *word = g_object_new (GTK_TYPE_LABEL,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "xalign", 0.0f,
                                  NULL);

  gtk_widget_add_css_class (word, "caption");
  gtk_widget_add_css_class (word, "dim-label");
  gtk_box_prepend (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (words), word);

  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data (G_OBJECT (row), "word", word);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  BarnSectionList *self = user_data;
  BarnSectionEntry *entry = item;
  gboolean adds = barn_section_entry_get_kind (entry) == BARN_ENTRY_ADD;
  g_autofree char *text = barn_section_entry_dup_label (entry);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* A screen reader hears the name of the row, and not its parts again */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", text,
                                   "xalign", 0.0f,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", 20,
                                   "max-width-chars", 24,
                                   NULL);

  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), ENTRY_KEY, g_object_ref (entry), g_object_unref);

  if (adds)
    {
      gtk_box_prepend (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE,
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                   "icon-name", "list-add-symbolic",
                                                   NULL));
      gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_visible (row, self->editable);
    }
  else
    add_state (GTK_LIST_BOX_ROW (row), box, words);

  show_state (GTK_LIST_BOX_ROW (row));
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_state), row, G_CONNECT_SWAPPED);

  return row;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *group = barn_section_entry_get_group (get_entry (row));
  GtkWidget *label;

  if (group == NULL || (before != NULL && g_strcmp0 (barn_section_entry_get_group (get_entry (before)), group) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  label = g_object_new (GTK_TYPE_LABEL,
                        "label", group,
                        "xalign", 0.0f,
                        "wrap", TRUE,
                        "max-width-chars", 24,
                        "margin-top", before != NULL ? 12 : 6,
                        "margin-bottom", 3,
                        "margin-start", 12,
                        "margin-end", 12,
                        NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_header (row, label);
}

/* ---- One more article ---- */

static void
on_article_chosen (BarnSectionList *self,
                   guint            article)
{
  const char *section = g_object_get_data (G_OBJECT (self->chooser), "section");

  g_hash_table_add (self->extra, g_strdup_printf ("%s/%u", section, article));
  barn_section_list_refresh (self);
  if (barn_section_list_select (self, section, article))
    g_signal_emit (self, signals[OPENED], 0, self->selected);
}

static void
drop_chooser (BarnSectionList *self)
{
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
}

static void
choose_article (BarnSectionList *self,
                GtkListBoxRow   *row)
{
  BarnSectionEntry *adding = get_entry (row);
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  graphene_rect_t bounds;

  drop_chooser (self);
  self->chooser = barn_article_chooser_new ();
  g_object_set_data (G_OBJECT (self->chooser), "section", (gpointer) barn_section_entry_get_section (adding));

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (BarnSectionEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (g_str_equal (barn_section_entry_get_section (entry), barn_section_entry_get_section (adding)))
        barn_article_chooser_hide (BARN_ARTICLE_CHOOSER (self->chooser), barn_section_entry_get_article (entry));
    }

  gtk_widget_set_parent (self->chooser, GTK_WIDGET (self));
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->chooser),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width, (int) bounds.size.height });
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (on_article_chosen), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->chooser));
}

/* ---- Callbacks ---- */

static void
on_row_selected (BarnSectionList *self,
                 GtkListBoxRow   *row)
{
  BarnSectionEntry *entry = row != NULL ? get_entry (row) : NULL;

  if (g_set_object (&self->selected, entry))
    g_signal_emit (self, signals[SELECTED], 0, entry);
}

static void
on_row_activated (BarnSectionList *self,
                  GtkListBoxRow   *row)
{
  BarnSectionEntry *entry = get_entry (row);

  if (barn_section_entry_get_kind (entry) == BARN_ENTRY_ADD)
    choose_article (self, row);
  else
    g_signal_emit (self, signals[OPENED], 0, entry);
}

static void
barn_section_list_dispose (GObject *object)
{
  BarnSectionList *self = BARN_SECTION_LIST (object);

  drop_chooser (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->file);
  g_clear_object (&self->profile);
  g_clear_object (&self->plan);
  g_clear_object (&self->selected);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->extra, g_hash_table_unref);

  G_OBJECT_CLASS (barn_section_list_parent_class)->dispose (object);
}

static void
barn_section_list_class_init (BarnSectionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_section_list_dispose;

  signals[SELECTED] =
    g_signal_new ("selected", BARN_TYPE_SECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, BARN_TYPE_SECTION_ENTRY);
  signals[OPENED] =
    g_signal_new ("opened", BARN_TYPE_SECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, BARN_TYPE_SECTION_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-section-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnSectionList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
barn_section_list_init (BarnSectionList *self)
{
  self->entries = barn_section_entries_new ();
  self->extra = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->entries), create_row, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

/**
 * barn_section_list_set_plan:
 * @self: a list of sections
 * @file: (nullable): the plan file
 * @plan: (nullable): the plan of the year whose document it is
 * @paper: which kind of document
 * @editable: whether articles can be added
 *
 * Lists the sections of another document, and selects the first.
 */
void
barn_section_list_set_plan (BarnSectionList *self,
                            BarnPlanFile    *file,
                            BarnPlan        *plan,
                            BarnPaper        paper,
                            gboolean         editable)
{
  gboolean other;

  g_return_if_fail (BARN_IS_SECTION_LIST (self));

  other = self->paper != paper;

  g_set_object (&self->file, file);
  self->editable = editable;
  self->paper = paper;
  if (g_set_object (&self->plan, plan) || other)
    {
      g_hash_table_remove_all (self->extra);
      g_list_store_remove_all (self->entries);
    }

  barn_section_list_refresh (self);
  if (self->selected == NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/**
 * barn_section_list_refresh:
 * @self: a list of sections
 *
 * To be called after a change of the plan file. A section that stays keeps its row, its selection and the focus.
 */
void
barn_section_list_refresh (BarnSectionList *self)
{
  g_autoptr (BarnSectionEntry) selected = NULL;
  BarnProfile *profile;
  gboolean other_words;

  g_return_if_fail (BARN_IS_SECTION_LIST (self));

  profile = self->file != NULL ? barn_plan_file_get_profile (self->file) : barn_profile_get_default ();

  /* An article on show stays listed when its text is emptied or undone */
  g_set_object (&selected, self->selected);
  if (selected != NULL && barn_section_entry_get_article (selected) != 0)
    g_hash_table_add (self->extra, g_strdup_printf ("%s/%u", barn_section_entry_get_section (selected),
                                                    barn_section_entry_get_article (selected)));

  /* Other words are other rows */
  other_words = g_set_object (&self->profile, profile);
  if (other_words)
    g_list_store_remove_all (self->entries);
  barn_section_entries_update (self->entries, self->file != NULL ? barn_plan_file_get_model (self->file) : NULL, self->plan, profile,
                               self->paper, self->extra);
  if (other_words && selected != NULL)
    barn_section_list_select (self, barn_section_entry_get_section (selected), barn_section_entry_get_article (selected));
}

/**
 * barn_section_list_count:
 * @self: a list of sections
 * @ready: (out): how many of them are ready
 * @n_sections: (out): how many a person writes
 *
 * Counts how far the document has come.
 */
void
barn_section_list_count (BarnSectionList *self,
                         guint           *ready,
                         guint           *n_sections)
{
  guint n_entries;

  g_return_if_fail (BARN_IS_SECTION_LIST (self));
  g_return_if_fail (ready != NULL && n_sections != NULL);

  *ready = *n_sections = 0;
  n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (BarnSectionEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (barn_section_entry_get_kind (entry) != BARN_ENTRY_TEXT)
        continue;

      (*n_sections)++;
      if (barn_section_entry_get_state (entry) == BARN_ENTRY_READY)
        (*ready)++;
    }
}

/**
 * barn_section_list_get_selected:
 * @self: a list of sections
 *
 * Returns: (transfer none) (nullable): the section that is chosen
 */
BarnSectionEntry *
barn_section_list_get_selected (BarnSectionList *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_LIST (self), NULL);

  return self->selected;
}

/**
 * barn_section_list_select:
 * @self: a list of sections
 * @section: a section's id, or a part's
 * @article: the article; 0: none, or the first that is listed
 *
 * Chooses a section.
 *
 * Returns: whether it is listed
 */
gboolean
barn_section_list_select (BarnSectionList *self,
                          const char      *section,
                          guint            article)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (BARN_IS_SECTION_LIST (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  row = find_row (self, section, article);
  for (guint first = 1; row == NULL && article == 0 && first <= BARN_N_ARTICLES; first++)
    row = find_row (self, section, first);
  if (row == NULL)
    return FALSE;

  gtk_list_box_select_row (self->list, row);
  return TRUE;
}
