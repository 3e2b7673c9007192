/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-assessments-page"

#include "config.h"

#include "barn-assessments-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-assessment-detail.h"
#include "barn-plan-file-year.h"
#include "barn-text.h"
#include "barn-ui.h"
#include "barn-wrap-layout.h"

/* The figures: all, the outcomes, children heard */
#define N_FIGURES (BARN_N_OUTCOMES + 2)
#define FIGURE_ALL 0
#define FIGURE_OUTCOME 1
#define FIGURE_HEARD (BARN_N_OUTCOMES + 1)

struct _BarnAssessmentsPage
{
  BarnItemPage     parent_instance;

  GtkToggleButton *toggles[N_FIGURES];
  GtkEditable     *search;
  GtkFilter       *filter;
  BarnPlanFile    *watched;
  guint            figure;   /* which of them is down */
  GStrv            words;    /* (nullable): folded, each of which must be found */
};

/* What a row shows; the widgets are the row's */
typedef struct
{
  GtkLabel  *title;
  GtkImage  *icon;
  GtkLabel  *outcome;
  GtkLabel  *day;
  GtkLabel  *heard;
  GtkLabel  *reason;
} AssessmentRow;

G_DEFINE_FINAL_TYPE (BarnAssessmentsPage, barn_assessments_page, BARN_TYPE_ITEM_PAGE)

static gboolean
has_words (BarnAssessmentsPage *self,
           BarnAssessment      *assessment)
{
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (self->words == NULL || *self->words == NULL)
    return TRUE;

  all = g_strjoin ("\n", barn_assessment_get_title (assessment), barn_assessment_get_reason (assessment),
                   barn_assessment_get_note (assessment), barn_assessment_get_link (assessment), NULL);
  folded = barn_fold (all);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_counted (BarnAssessment *assessment,
            guint           figure)
{
  BarnOutcome outcome = barn_assessment_get_outcome (assessment);

  if (figure == FIGURE_ALL)
    return TRUE;
  if (figure == FIGURE_HEARD)
    return outcome == BARN_OUTCOME_MADE && barn_assessment_get_heard (assessment);

  return outcome == (BarnOutcome) (figure - FIGURE_OUTCOME);
}

static gboolean
match (gpointer item,
       gpointer user_data)
{
  BarnAssessmentsPage *self = user_data;

  return is_counted (item, self->figure) && has_words (self, item);
}

static char *
dup_figure_words (guint                      figure,
                  const BarnAssessmentTally *tally)
{
  switch (figure)
    {
    case FIGURE_ALL:
      return g_strdup_printf (_("All %u"), tally->total);
    case FIGURE_OUTCOME + BARN_OUTCOME_MADE:
      /* Translators: child impact assessments, as in "Made 4" */
      return g_strdup_printf (_("Made %u"), tally->made);
    case FIGURE_OUTCOME + BARN_OUTCOME_NOT_MADE:
      return g_strdup_printf (_("Not made %u"), tally->not_made);
    case FIGURE_OUTCOME + BARN_OUTCOME_NOT_NEEDED:
      return g_strdup_printf (_("Not needed %u"), tally->not_needed);
    case FIGURE_HEARD:
    default:
      /* Translators: in how many of the child impact assessments that were made children were heard */
      return g_strdup_printf (_("Children heard in %u of %u"), tally->heard, tally->made);
    }
}

static guint
get_count (guint                      figure,
           const BarnAssessmentTally *tally)
{
  const guint counts[N_FIGURES] = { tally->total, tally->made, tally->not_made, tally->not_needed, tally->made };

  return counts[figure];
}

static void
show_figures (BarnAssessmentsPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  BarnAssessmentTally tally = { 0, };

  if (plan == NULL)
    return;

  barn_tally_assessments (&tally, plan, BARN_DAY_NONE);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      GtkWidget *toggle = GTK_WIDGET (self->toggles[i]);
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (toggle));
      g_autofree char *words = dup_figure_words (i, &tally);

      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), words);
      barn_ui_set_name (toggle, words);
      /* One that has the keyboard stays where it is, whatever it counts */
      gtk_widget_set_visible (toggle, i == FIGURE_ALL || i == self->figure || get_count (i, &tally) > 0 || gtk_widget_has_focus (toggle));
    }
}

static void
on_file_changed (BarnAssessmentsPage *self)
{
  show_figures (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_toggled (GtkToggleButton     *toggle,
            BarnAssessmentsPage *self)
{
  guint figure = 0;

  if (!gtk_toggle_button_get_active (toggle))
    return;

  while (self->toggles[figure] != toggle)
    figure++;
  self->figure = figure;
  show_figures (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_search_changed (BarnAssessmentsPage *self)
{
  g_autofree char *folded = barn_fold (gtk_editable_get_text (self->search));

  g_strfreev (self->words);
  self->words = *folded != '\0' ? g_strsplit (g_strstrip (folded), " ", -1) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_search_stopped (BarnAssessmentsPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_search_activated (BarnAssessmentsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static char *
dup_day_words (BarnAssessment *assessment)
{
  g_autofree char *day = NULL;

  if (barn_assessment_get_day (assessment) == BARN_DAY_NONE)
    return g_strdup (_("Not decided yet"));

  day = barn_ui_format_day (barn_assessment_get_day (assessment));
  /* Translators: the day of a decision, as in "Decision 19 March" */
  return g_strdup_printf (_("Decision %s"), day);
}

static char *
barn_assessments_page_update_row (BarnItemPage *page,
                                  gpointer      data,
                                  BarnItem     *item)
{
  AssessmentRow *row = data;
  BarnAssessment *assessment = BARN_ASSESSMENT (item);
  BarnOutcome outcome = barn_assessment_get_outcome (assessment);
  const char *heard = barn_assessment_get_heard (assessment) ? _("Children were heard") : _("Children were not heard");
  const char *reason = barn_assessment_get_reason (assessment);
  gboolean made = outcome == BARN_OUTCOME_MADE;
  g_autofree char *day = dup_day_words (assessment);

  gtk_label_set_label (row->title, barn_assessment_get_title (assessment));
  gtk_image_set_from_icon_name (row->icon, barn_outcome_get_icon (outcome));
  gtk_widget_set_css_classes (GTK_WIDGET (row->icon), (const char *[]) { barn_outcome_get_style_class (outcome), NULL });
  gtk_label_set_label (row->outcome, barn_outcome_get_label (outcome));
  gtk_label_set_label (row->day, day);
  gtk_label_set_label (row->heard, heard);
  gtk_widget_set_visible (GTK_WIDGET (row->heard), made);
  gtk_label_set_label (row->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (row->reason), !made && !barn_text_is_blank (reason));

  return g_strjoin (". ", barn_assessment_get_title (assessment), barn_outcome_get_label (outcome), day,
                    made ? heard : barn_text_is_blank (reason) ? NULL : reason, NULL);
}

static GtkLabel *
add_fact (GtkWidget *line)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (line), label);

  return GTK_LABEL (label);
}

static gpointer
barn_assessments_page_create_row (BarnItemPage *page,
                                  GtkWidget    *box,
                                  BarnItem     *item)
{
  AssessmentRow *row = g_new0 (AssessmentRow, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *outcome = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->title = barn_item_page_add_label (box, "heading");
  row->icon = GTK_IMAGE (gtk_image_new ());
  row->outcome = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (outcome), GTK_WIDGET (row->icon));
  gtk_box_append (GTK_BOX (outcome), GTK_WIDGET (row->outcome));
  gtk_box_append (GTK_BOX (line), outcome);
  row->day = add_fact (line);
  row->heard = add_fact (line);
  gtk_widget_set_layout_manager (line, barn_wrap_layout_new (12));
  gtk_box_append (GTK_BOX (box), line);
  row->reason = barn_item_page_add_label (box, "dim-label");

  return row;
}

/* What was just made is not decided, and made until somebody says otherwise: the first thing that the page beside asks */
static BarnItem *
barn_assessments_page_add_item (BarnItemPage  *page,
                                GError       **error)
{
  return (BarnItem *) barn_plan_file_add_assessment (barn_page_get_file (BARN_PAGE (page)), barn_page_get_plan (BARN_PAGE (page)),
                                                     _("New decision"), BARN_DAY_NONE, BARN_OUTCOME_MADE, NULL, error);
}

/* What is to be shown is never hidden by the filter */
static gboolean
barn_assessments_page_show_item (BarnPage *page,
                                 BarnItem *item)
{
  BarnAssessmentsPage *self = BARN_ASSESSMENTS_PAGE (page);

  if (BARN_IS_ASSESSMENT (item) && !gtk_filter_match (self->filter, item))
    {
      gtk_editable_set_text (self->search, "");
      on_search_changed (self);
      gtk_toggle_button_set_active (self->toggles[FIGURE_ALL], TRUE);
    }

  return BARN_PAGE_CLASS (barn_assessments_page_parent_class)->show_item (page, item);
}

static gboolean
barn_assessments_page_focus_search (BarnPage *page)
{
  BarnAssessmentsPage *self = BARN_ASSESSMENTS_PAGE (page);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->search)) || !gtk_widget_grab_focus (GTK_WIDGET (self->search)))
    return FALSE;
  gtk_editable_select_region (self->search, 0, -1);

  return TRUE;
}

static void
barn_assessments_page_save_state (BarnPage     *page,
                                  GVariantDict *state)
{
  g_variant_dict_insert (state, "figure", "u", BARN_ASSESSMENTS_PAGE (page)->figure);
}

static void
barn_assessments_page_restore_state (BarnPage     *page,
                                     GVariantDict *state)
{
  guint figure = 0;

  if (g_variant_dict_lookup (state, "figure", "u", &figure) && figure < N_FIGURES)
    gtk_toggle_button_set_active (BARN_ASSESSMENTS_PAGE (page)->toggles[figure], TRUE);
}

static void
barn_assessments_page_plan_changed (BarnPage *page)
{
  BarnAssessmentsPage *self = BARN_ASSESSMENTS_PAGE (page);
  BarnPlanFile *file = barn_page_get_file (page);

  if (self->watched != file)
    {
      if (self->watched != NULL)
        g_signal_handlers_disconnect_by_func (self->watched, on_file_changed, self);
      g_set_object (&self->watched, file);
      if (file != NULL)
        g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
    }

  BARN_PAGE_CLASS (barn_assessments_page_parent_class)->plan_changed (page);
  show_figures (self);
}

static char *
barn_assessments_page_dup_title (BarnPage *page)
{
  return g_strdup (_("Child Impact Assessments"));
}

static const char *
barn_assessments_page_get_add_label (BarnPage *page)
{
  return _("New Decision");
}

static void
barn_assessments_page_dispose (GObject *object)
{
  BarnAssessmentsPage *self = BARN_ASSESSMENTS_PAGE (object);

  if (self->watched != NULL)
    g_signal_handlers_disconnect_by_func (self->watched, on_file_changed, self);
  g_clear_object (&self->watched);

  G_OBJECT_CLASS (barn_assessments_page_parent_class)->dispose (object);

  g_clear_object (&self->filter);
  g_clear_pointer (&self->words, g_strfreev);
}

static void
barn_assessments_page_class_init (BarnAssessmentsPageClass *klass)
{
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);
  BarnItemPageClass *item_class = BARN_ITEM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_assessments_page_dispose;
  page_class->plan_changed = barn_assessments_page_plan_changed;
  page_class->dup_title = barn_assessments_page_dup_title;
  page_class->get_add_label = barn_assessments_page_get_add_label;
  page_class->show_item = barn_assessments_page_show_item;
  page_class->focus_search = barn_assessments_page_focus_search;
  page_class->save_state = barn_assessments_page_save_state;
  page_class->restore_state = barn_assessments_page_restore_state;
  item_class->item_type = BARN_TYPE_ASSESSMENT;
  item_class->get_items = barn_plan_get_assessments;
  item_class->create_row = barn_assessments_page_create_row;
  item_class->update_row = barn_assessments_page_update_row;
  item_class->free_row = g_free;
  item_class->add_item = barn_assessments_page_add_item;
  item_class->fixed_order = TRUE;
}

static void
add_toggle (BarnAssessmentsPage *self,
            GtkWidget           *figures,
            guint                figure)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (figure >= FIGURE_OUTCOME && figure < FIGURE_HEARD)
    {
      BarnOutcome outcome = (BarnOutcome) (figure - FIGURE_OUTCOME);
      GtkWidget *icon = gtk_image_new_from_icon_name (barn_outcome_get_icon (outcome));

      gtk_widget_add_css_class (icon, barn_outcome_get_style_class (outcome));
      gtk_box_append (GTK_BOX (box), icon);
    }
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "figure-toggle");
  self->toggles[figure] = GTK_TOGGLE_BUTTON (toggle);
  if (figure > 0)
    gtk_toggle_button_set_group (self->toggles[figure], self->toggles[0]);
  gtk_box_append (GTK_BOX (figures), toggle);
}

static GtkWidget *
create_top (BarnAssessmentsPage *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->search = g_object_new (GTK_TYPE_SEARCH_ENTRY,
                               "placeholder-text", _("Search the register"),
                               "width-chars", 8,
                               "search-delay", 100,
                               NULL);
  barn_ui_set_name (GTK_WIDGET (self->search), _("Search the register"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_search_stopped), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activated), self);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->search));

  gtk_widget_set_layout_manager (figures, barn_wrap_layout_new (3));
  barn_ui_set_name (figures, _("How many have which outcome"));
  for (guint i = 0; i < N_FIGURES; i++)
    add_toggle (self, figures, i);
  gtk_toggle_button_set_active (self->toggles[FIGURE_ALL], TRUE);
  for (guint i = 0; i < N_FIGURES; i++)
    g_signal_connect (self->toggles[i], "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (top), figures);

  return top;
}

static void
barn_assessments_page_init (BarnAssessmentsPage *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  barn_item_page_set_filter (BARN_ITEM_PAGE (self), create_top (self), self->filter, _("No decision in the register is such a one."));
  barn_item_page_set_empty (BARN_ITEM_PAGE (self), "barn-assessments-symbolic", _("No Decisions Yet"),
                            _("The register tells for which decisions a child impact assessment was asked for, whether it was made, and "
                              "whether children were heard."),
                            _("New _Decision"));
}
