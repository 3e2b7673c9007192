/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-compare-dialog"

#include "config.h"

#include "barn-compare-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-tab-stop.h"
#include "barn-ui.h"

/* What takes longer is said */
#define SLOW_AFTER_MS 100

struct _BarnCompareDialog
{
  AdwWindow          parent_instance;

  GtkStack          *stack;
  GtkDropDown       *before_choice;
  GtkDropDown       *after_choice;
  GtkLabel          *summary;
  GtkCheckButton    *show_same;
  GtkListView       *list;
  GtkSpinner        *spinner;
  AdwStatusPage     *nothing;

  BarnPlanFile      *file;
  GPtrArray         *documents;  /* BarnAdopted of the kind, the latest first */
  GListStore        *lines;      /* of Line */
  GtkCustomFilter   *filter;
  GCancellable      *cancellable;
  guint              slow_source;
};

G_DEFINE_FINAL_TYPE (BarnCompareDialog, barn_compare_dialog, ADW_TYPE_WINDOW)

/* A paragraph, as the list shows it */
#define BARN_TYPE_COMPARE_LINE (barn_compare_line_get_type ())
G_DECLARE_FINAL_TYPE (BarnCompareLine, barn_compare_line, BARN, COMPARE_LINE, GObject)

struct _BarnCompareLine
{
  GObject            parent_instance;

  GPtrArray         *blocks;     /* holds what follows */
  BarnComparedBlock *block;
};

G_DEFINE_FINAL_TYPE (BarnCompareLine, barn_compare_line, G_TYPE_OBJECT)

static void
barn_compare_line_finalize (GObject *object)
{
  g_ptr_array_unref (BARN_COMPARE_LINE (object)->blocks);

  G_OBJECT_CLASS (barn_compare_line_parent_class)->finalize (object);
}

static void
barn_compare_line_class_init (BarnCompareLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = barn_compare_line_finalize;
}

static void
barn_compare_line_init (BarnCompareLine *self)
{
}

/* Word, icon and colour of each difference */
static const struct
{
  const char *word;
  const char *icon;
  const char *style_class;
} looks[BARN_N_DIFFERENCES] = {
  [BARN_DIFFERENCE_SAME] = { N_("Same"), NULL, "dim-label" },
  [BARN_DIFFERENCE_ADDED] = { N_("Added"), "list-add-symbolic", "success" },
  [BARN_DIFFERENCE_REMOVED] = { N_("Removed"), "list-remove-symbolic", "error" },
  [BARN_DIFFERENCE_CHANGED] = { N_("Changed"), "document-edit-symbolic", "warning" },
};

/* ---- Rows ---- */

/* What went is struck through, and what came is underlined and bold: without colours too, one sees which is which */
static char *
dup_markup (const BarnComparedBlock *block)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; block->words != NULL && i < block->words->len; i++)
    {
      const BarnComparedWords *words = g_ptr_array_index (block->words, i);
      g_autofree char *text = g_markup_escape_text (words->text, -1);

      g_string_append_printf (markup, words->difference == BARN_DIFFERENCE_REMOVED ? "<s>%s</s> " :
                                      words->difference == BARN_DIFFERENCE_ADDED ? "<b><u>%s</u></b> " : "%s ", g_strchomp (text));
    }
  if (block->words == NULL)
    {
      g_autofree char *text = g_markup_escape_text (block->after != NULL ? block->after : block->before, -1);

      g_string_append_printf (markup, block->difference == BARN_DIFFERENCE_REMOVED ? "<s>%s</s>" : "%s", text);
    }
  if (block->level > 0)
    {
      g_string_prepend (markup, "<b>");
      g_string_append (markup, "</b>");
    }

  return g_string_free (markup, FALSE);
}

/* What a screen reader says of the row */
static char *
dup_name (const BarnComparedBlock *block)
{
  const char *word = _(looks[block->difference].word);

  if (block->difference == BARN_DIFFERENCE_CHANGED)
    /* Translators: what a screen reader says of a paragraph that was changed: "Changed", what it said, what it says */
    return g_strdup_printf (_("%s. Before: “%s” After: “%s”"), word, block->before, block->after);

  return g_strdup_printf ("%s. %s", word, block->after != NULL ? block->after : block->before);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *kind = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *word = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "xalign", 0.0f, "width-chars", 10, NULL);
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (kind), icon);
  gtk_box_append (GTK_BOX (kind), word);
  gtk_widget_set_valign (kind, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const BarnComparedBlock *block = BARN_COMPARE_LINE (gtk_list_item_get_item (item))->block;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *kind = gtk_widget_get_first_child (box);
  GtkWidget *icon = gtk_widget_get_first_child (kind);
  GtkWidget *word = gtk_widget_get_last_child (kind);
  const char *classes[] = { looks[block->difference].style_class, NULL };
  g_autofree char *markup = dup_markup (block);
  g_autofree char *name = dup_name (block);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), looks[block->difference].icon);
  gtk_label_set_label (GTK_LABEL (word), _(looks[block->difference].word));
  gtk_widget_set_css_classes (kind, classes);
  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_last_child (box)), markup);
  barn_ui_set_row_name (item, name);
}

/* ---- Comparing ---- */

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  BarnCompareDialog *self = user_data;

  return gtk_check_button_get_active (self->show_same) || BARN_COMPARE_LINE (item)->block->difference != BARN_DIFFERENCE_SAME;
}

static void
show_nothing (BarnCompareDialog *self,
              const char        *title,
              const char        *description)
{
  g_autofree char *markup = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, markup);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_list_or_nothing (BarnCompareDialog *self)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  if (g_list_model_get_n_items (shown) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_nothing (self, _("They Say the Same"), NULL);
}

static void
show_blocks (BarnCompareDialog *self,
             GPtrArray         *blocks)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  guint counts[BARN_N_DIFFERENCES];
  g_autofree char *summary = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      BarnCompareLine *line = g_object_new (BARN_TYPE_COMPARE_LINE, NULL);

      line->blocks = g_ptr_array_ref (blocks);
      line->block = g_ptr_array_index (blocks, i);
      g_ptr_array_add (lines, line);
    }
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)), lines->pdata, lines->len);

  barn_comparison_count (blocks, counts);
  summary = g_strdup_printf (_("%u added, %u removed, %u changed, %u the same"), counts[BARN_DIFFERENCE_ADDED],
                             counts[BARN_DIFFERENCE_REMOVED], counts[BARN_DIFFERENCE_CHANGED], counts[BARN_DIFFERENCE_SAME]);
  gtk_label_set_label (self->summary, summary);
  show_list_or_nothing (self);
}

static void
stop (BarnCompareDialog *self)
{
  g_clear_handle_id (&self->slow_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_compared (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (BarnCompareDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = barn_plan_file_compare_adopted_finish (BARN_PLAN_FILE (source), result, &error);

  /* Another pair was chosen meanwhile, or the dialog is closed */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  stop (self);
  if (blocks != NULL)
    show_blocks (self, blocks);
  else
    show_nothing (self, _("They Can’t Be Compared"), error->message);
}

static gboolean
on_slow (gpointer user_data)
{
  BarnCompareDialog *self = user_data;

  self->slow_source = 0;
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "work");

  return G_SOURCE_REMOVE;
}

static BarnAdopted *
get_chosen (BarnCompareDialog *self,
            GtkDropDown       *choice)
{
  guint place = gtk_drop_down_get_selected (choice);

  return place < self->documents->len ? g_ptr_array_index (self->documents, place) : NULL;
}

static void
compare (BarnCompareDialog *self)
{
  BarnAdopted *before = get_chosen (self, self->before_choice);
  BarnAdopted *after = get_chosen (self, self->after_choice);

  if (before == NULL || after == NULL)
    return;

  stop (self);
  gtk_label_set_label (self->summary, "");
  self->cancellable = g_cancellable_new ();
  self->slow_source = g_timeout_add (SLOW_AFTER_MS, on_slow, self);
  barn_plan_file_compare_adopted_async (self->file, before, after, self->cancellable, on_compared, g_object_ref (self));
}

static void
on_choice_changed (BarnCompareDialog *self)
{
  if (self->documents != NULL)
    compare (self);
}

static void
on_show_same_toggled (BarnCompareDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0)
    show_list_or_nothing (self);
}

static void
barn_compare_dialog_dispose (GObject *object)
{
  BarnCompareDialog *self = BARN_COMPARE_DIALOG (object);

  if (self->spinner != NULL)
    stop (self);
  self->spinner = NULL;
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  g_clear_object (&self->lines);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (barn_compare_dialog_parent_class)->dispose (object);
}

static void
barn_compare_dialog_class_init (BarnCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_compare_dialog_dispose;

  g_type_ensure (BARN_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnCompareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnCompareDialog, before_choice);
  gtk_widget_class_bind_template_child (widget_class, BarnCompareDialog, after_choice);
  gtk_widget_class_bind_template_child (widget_class, BarnCompareDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, BarnCompareDialog, show_same);
  gtk_widget_class_bind_template_child (widget_class, BarnCompareDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BarnCompareDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, BarnCompareDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_same_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
}

/* A drop-down's focusable part is its inner button */
static void
name_choice (GtkDropDown *choice,
             const char  *name)
{
  barn_ui_set_name (GTK_WIDGET (choice), name);
  barn_ui_set_name (gtk_widget_get_first_child (GTK_WIDGET (choice)), name);
}

static void
barn_compare_dialog_init (BarnCompareDialog *self)
{
  GtkFilterListModel *filtered;
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_list_store_new (BARN_TYPE_COMPARE_LINE);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->lines)), GTK_FILTER (self->filter));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered)));
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (selection);
  name_choice (self->before_choice, _("Earlier document"));
  name_choice (self->after_choice, _("Later document"));
}

/* ---- Which two ---- */

/* "2027-02-15 · Socialnämnden § 12 (docx)" */
static char *
dup_words (BarnAdopted *adopted)
{
  g_autofree char *day = barn_day_to_iso (barn_adopted_get_adopted_on (adopted));
  const char *decision = barn_adopted_get_decision (adopted);

  return g_strdup_printf ("%s · %s%s%s (%s)", day, barn_adopted_get_instance (adopted), *decision != '\0' ? " " : "", decision,
                          barn_adopted_get_format (adopted));
}

static int
compare_latest (gconstpointer a,
                gconstpointer b)
{
  return barn_item_compare (*(BarnItem *const *) a, *(BarnItem *const *) b);
}

/* All of the kind, of whichever year */
static GPtrArray *
list_documents (BarnPlanFile *file,
                const char   *paper)
{
  GListModel *plans = barn_model_get_plans (barn_plan_file_get_model (file));
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (BarnPlan) plan = g_list_model_get_item (plans, i);
      GListModel *adopted = barn_plan_get_adopted (plan);

      for (guint j = 0; j < g_list_model_get_n_items (adopted); j++)
        {
          g_autoptr (BarnAdopted) one = g_list_model_get_item (adopted, j);

          if (g_str_equal (barn_adopted_get_paper (one), paper))
            g_ptr_array_add (documents, g_steal_pointer (&one));
        }
    }
  g_ptr_array_sort (documents, compare_latest);

  return documents;
}

/* @adopted with the one before it; the earliest with the one after it */
static void
choose (BarnCompareDialog *self,
        GPtrArray         *documents,
        BarnAdopted       *adopted)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint place = 0;

  g_ptr_array_find (documents, adopted, &place);
  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *text = dup_words (g_ptr_array_index (documents, i));

      gtk_string_list_append (words, text);
    }
  gtk_drop_down_set_model (self->before_choice, G_LIST_MODEL (words));
  gtk_drop_down_set_model (self->after_choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->before_choice, MIN (place + 1, documents->len - 1));
  gtk_drop_down_set_selected (self->after_choice, place + 1 < documents->len || place == 0 ? place : place - 1);
}

/**
 * barn_compare_dialog_new:
 * @from: whatever it was asked for from
 * @file: the open plan file
 * @adopted: one of its adopted documents
 *
 * Returns: (transfer full): a dialog that compares it with another of its kind, to be presented
 */
GtkWidget *
barn_compare_dialog_new (GtkWidget    *from,
                         BarnPlanFile *file,
                         BarnAdopted  *adopted)
{
  BarnCompareDialog *self;
  g_autoptr (GPtrArray) documents = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_ADOPTED (adopted), NULL);

  self = g_object_new (BARN_TYPE_COMPARE_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);
  self->file = g_object_ref (file);
  /* Translators: a kind of document: Compare: Barnbokslut */
  title = g_strdup_printf (_("Compare: %s"), barn_adopted_get_paper_label (adopted));
  gtk_window_set_title (GTK_WINDOW (self), title);

  documents = list_documents (file, barn_adopted_get_paper (adopted));
  choose (self, documents, adopted);
  self->documents = g_steal_pointer (&documents);
  if (self->documents->len < 2)
    show_nothing (self, _("There Is No Other to Compare With"), _("When another document of the kind is adopted, the two can be compared here."));
  else
    compare (self);

  return GTK_WIDGET (self);
}
