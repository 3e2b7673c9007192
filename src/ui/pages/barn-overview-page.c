/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-overview-page"

#include "config.h"

#include "barn-overview-page.h"

#include <glib/gi18n-lib.h>

#include "barn-coverage-grid.h"
#include "barn-curve.h"
#include "barn-drawing.h"
#include "barn-line-row.h"
#include "barn-plan-file-year.h"
#include "barn-status-bar.h"
#include "barn-status-icon.h"
#include "barn-print.h"
#include "barn-ui.h"

/* More of them stand in the list that the button under them opens */
#define N_ROWS 5
#define N_SOON_ROWS 8
#define SOON_DAYS 30
/* From the first of this month on the next year is thought of */
#define NEXT_YEAR_MONTH 11

typedef struct
{
  GtkButton *button;
  GtkLabel  *number;
  GtkLabel  *word;
  GtkLabel  *change;
} Figure;

enum
{
  FIGURE_DONE,
  FIGURE_ONGOING,
  FIGURE_OVERDUE,
  FIGURE_WITHOUT,
  N_FIGURES
};

struct _BarnOverviewPage
{
  BarnPage         parent_instance;

  GtkStack        *stack;
  GtkLabel        *heading;
  GtkLabel        *approval;
  GtkGrid         *figures_grid;
  GtkWidget       *rest;
  GtkListBox      *role_list;
  GtkWidget       *shift_group;
  GtkListBox      *shift_list;
  BarnCoverageGrid *coverage;
  BarnCurve       *curve;
  AdwActionRow    *assessments_row;
  AdwActionRow    *next_year_row;
  GtkBox          *legend;
  GtkListBox      *attention_list;
  GtkListBox      *soon_list;
  GtkLabel        *attention_empty;
  GtkLabel        *soon_empty;
  AdwActionRow    *barnbokslut_row;
  GtkLevelBar     *barnbokslut_bar;

  Figure           figures[N_FIGURES];
  BarnPlanFile    *watched;
  guint            update_source;
  guint            rest_source;
  gulong           painted_handler;
};

G_DEFINE_FINAL_TYPE (BarnOverviewPage, barn_overview_page, BARN_TYPE_PAGE)

/* Which activities a figure stands for, as win.show-activities takes it */
static GVariant *
new_which (const char *key,
           GVariant   *value,
           const char *title)
{
  GVariantDict which;

  g_variant_dict_init (&which, NULL);
  g_variant_dict_insert_value (&which, key, value);
  if (title != NULL)
    g_variant_dict_insert (&which, "title", "s", title);

  return g_variant_dict_end (&which);
}

static void
set_figure (Figure     *figure,
            guint       number,
            const char *word,
            const char *change)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *name = change != NULL ? g_strdup_printf ("%s %s, %s", text, word, change)
                                         : g_strdup_printf ("%s %s", text, word);

  gtk_label_set_label (figure->number, text);
  gtk_label_set_label (figure->word, word);
  gtk_label_set_label (figure->change, change != NULL ? change : "");
  gtk_widget_set_visible (GTK_WIDGET (figure->change), change != NULL);
  barn_ui_set_name (GTK_WIDGET (figure->button), name);
}

/* (nullable): the occasion that was closed last */
static BarnOccasion *
find_closed (BarnPlan *plan,
             BarnDay   today)
{
  GListModel *occasions = barn_plan_get_occasions (plan);

  for (guint i = g_list_model_get_n_items (occasions); i > 0; i--)
    {
      g_autoptr (BarnOccasion) occasion = g_list_model_get_item (occasions, i - 1);

      if (barn_occasion_get_state (occasion, plan, today) == BARN_OCCASION_CLOSED)
        return occasion; /* the plan holds it */
    }

  return NULL;
}

static char *
dup_change (guint         now,
            guint         then,
            BarnOccasion *since)
{
  const char *title;

  if (since == NULL)
    return NULL;

  title = barn_item_get_title (BARN_ITEM (since));
  if (now == then)
    /* Translators: the name of an occasion, “Tertial 1” */
    return g_strdup_printf (_("unchanged since %s"), title);
  if (now > then)
    /* Translators: “+3 since Tertial 1” */
    return g_strdup_printf (_("+%u since %s"), now - then, title);

  /* Translators: “−3 since Tertial 1” */
  return g_strdup_printf (_("−%u since %s"), then - now, title);
}

/* @then: what was reported at the occasion @since, which is NULL where none is closed */
static void
update_figures (BarnOverviewPage *self,
                const BarnTally  *tally,
                const BarnTally  *then,
                BarnOccasion     *since)
{
  guint done = tally->by_status[BARN_STATUS_DONE];
  guint ongoing = tally->by_status[BARN_STATUS_ONGOING];
  g_autofree char *done_change = dup_change (done, then->by_status[BARN_STATUS_DONE], since);
  g_autofree char *ongoing_change = dup_change (ongoing, then->by_status[BARN_STATUS_ONGOING], since);
  g_autofree char *overdue_change = dup_change (tally->overdue, then->overdue, since);
  g_autofree char *without_change = dup_change (tally->without_follow_up, then->without_follow_up, since);

  set_figure (&self->figures[FIGURE_DONE], done, ngettext ("activity done", "activities done", done), done_change);
  set_figure (&self->figures[FIGURE_ONGOING], ongoing, ngettext ("activity ongoing", "activities ongoing", ongoing),
              ongoing_change);
  set_figure (&self->figures[FIGURE_OVERDUE], tally->overdue,
              ngettext ("activity overdue", "activities overdue", tally->overdue), overdue_change);
  set_figure (&self->figures[FIGURE_WITHOUT], tally->without_follow_up,
              ngettext ("activity without follow-up", "activities without follow-up", tally->without_follow_up),
              without_change);

  if (tally->overdue > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->figures[FIGURE_OVERDUE].number), "overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->figures[FIGURE_OVERDUE].number), "overdue");
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* "Chefer   2 of 3 done", a bar, and the bar in words */
static GtkWidget *
new_bar_row (const char      *title,
             const BarnTally *tally,
             GVariant        *which)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, NULL);
  GtkWidget *bar = barn_status_bar_new ();
  g_autofree char *words = barn_tally_dup_words (tally);
  g_autofree char *done = g_strdup_printf (_("%u of %u done"), tally->by_status[BARN_STATUS_DONE], tally->total);
  g_autofree char *name = g_strdup_printf ("%s: %s. %s", title, done, words);
  GtkWidget *label;

  label = g_object_new (GTK_TYPE_LABEL,
                        "label", title, "xalign", 0.0f, "hexpand", TRUE,
                        "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        NULL);
  gtk_grid_attach (GTK_GRID (top), label, 0, 0, 1, 1);
  label = g_object_new (GTK_TYPE_LABEL, "label", done, "yalign", 0.0f, NULL);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (top), label, 1, 0, 1, 1);
  gtk_box_append (GTK_BOX (box), top);

  barn_status_bar_set_tally (BARN_STATUS_BAR (bar), tally);
  gtk_box_append (GTK_BOX (box), bar);

  label = g_object_new (GTK_TYPE_LABEL,
                        "label", *words != '\0' ? words : _("No activities"), "xalign", 0.0f,
                        "wrap", TRUE,
                        NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);

  gtk_widget_add_css_class (box, "bar-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-activities");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), which);
  barn_ui_set_name (row, name);

  return row;
}

static void
update_roles (BarnOverviewPage *self,
              BarnPlan         *plan,
              BarnDay           today)
{
  GListModel *roles = barn_model_get_roles (barn_page_get_model (BARN_PAGE (self)));
  BarnTally without = { 0, };

  clear_list (self->role_list);
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnItem) role = g_list_model_get_item (roles, i);
      BarnTally tally = { 0, };

      barn_tally_role (&tally, plan, barn_item_get_id (role), today);
      gtk_list_box_append (self->role_list,
                           new_bar_row (barn_item_get_title (role), &tally,
                                        new_which ("role", g_variant_new_string (barn_item_get_id (role)),
                                                   barn_item_get_title (role))));
    }

  barn_tally_role (&without, plan, NULL, today);
  if (without.total > 0)
    gtk_list_box_append (self->role_list,
                         new_bar_row (_("Without a role"), &without,
                                      new_which ("role", g_variant_new_string (""), _("Without a role"))));
}

static void
update_shifts (BarnOverviewPage *self,
               BarnPlan         *plan,
               BarnDay           today)
{
  GListModel *shifts = barn_plan_get_shifts (plan);
  guint n_shifts = g_list_model_get_n_items (shifts);
  BarnTally without = { 0, };

  clear_list (self->shift_list);
  gtk_widget_set_visible (self->shift_group, n_shifts > 0);
  for (guint i = 0; i < n_shifts; i++)
    {
      g_autoptr (BarnItem) shift = g_list_model_get_item (shifts, i);
      g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, barn_item_get_title (shift));
      BarnTally tally = { 0, };

      barn_tally_shift (&tally, plan, barn_item_get_id (shift), today);
      gtk_list_box_append (self->shift_list,
                           new_bar_row (title, &tally,
                                        new_which ("shift", g_variant_new_string (barn_item_get_id (shift)), title)));
    }

  barn_tally_shift (&without, plan, NULL, today);
  if (without.total > 0)
    gtk_list_box_append (self->shift_list,
                         new_bar_row (_("Without a shift"), &without,
                                      new_which ("shift", g_variant_new_string (""), _("Without a shift"))));
}

/* Whose it is, and when it is due: "Enhetschefer · 30 juni" */
static char *
dup_subtitle (BarnOverviewPage *self,
              BarnActivity     *activity)
{
  g_autofree char *due = barn_ui_format_day (barn_activity_get_due_on (activity));
  g_autofree char *roles = barn_model_dup_role_names (barn_page_get_model (BARN_PAGE (self)), activity);
  const char *responsible = barn_activity_get_responsible (activity);
  const char *who = *responsible != '\0' ? responsible : roles;

  if (*due == '\0')
    return g_strdup (who);
  if (*who == '\0')
    return g_steal_pointer (&due);

  return g_strdup_printf ("%s · %s", who, due);
}

static GtkWidget *
new_without_follow_up (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("barn-without-follow-up-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Without follow-up")));
  gtk_widget_set_halign (box, GTK_ALIGN_END);

  return box;
}

/* Beside the status, by icon and word, why it needs attention: overdue, without follow-up or both */
static GtkWidget *
new_activity_row (BarnOverviewPage *self,
                  BarnActivity     *activity,
                  BarnDay           today)
{
  gboolean overdue = barn_activity_is_overdue (activity, today);
  gboolean without = barn_activity_get_last_follow_up (activity, today) == NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *subtitle = dup_subtitle (self, activity);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  GtkWidget *icon = barn_status_icon_new ();
  GtkWidget *row = barn_line_row_new (barn_activity_get_title (activity), subtitle, box);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-item");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", barn_item_get_id (BARN_ITEM (activity)));
  barn_status_icon_set_status (BARN_STATUS_ICON (icon), barn_activity_get_status (activity, today));
  barn_status_icon_set_overdue (BARN_STATUS_ICON (icon), overdue);
  gtk_widget_set_halign (icon, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), icon);
  if (without)
    gtk_box_append (GTK_BOX (box), new_without_follow_up ());
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  words = barn_status_dup_words (barn_activity_get_status (activity, today), overdue);
  name = g_strdup_printf ("%s, %s%s%s, %s", barn_activity_get_title (activity), words, without ? ", " : "",
                          without ? _("Without follow-up") : "", subtitle);
  barn_ui_set_name (row, name);

  return row;
}

static void
fill_activities (BarnOverviewPage *self,
                 GtkListBox       *list,
                 GtkLabel         *empty,
                 GPtrArray        *activities,
                 BarnDay           today)
{
  clear_list (list);
  for (guint i = 0; i < MIN (activities->len, N_ROWS); i++)
    gtk_list_box_append (list, new_activity_row (self, g_ptr_array_index (activities, i), today));

  gtk_widget_set_visible (GTK_WIDGET (list), activities->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (empty), activities->len == 0);
}

/* Where there are more than the page shows, the last row leads to all of them */
static void
add_more_row (GtkListBox *list,
              guint       n_more,
              GVariant   *which)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (which);
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (n_more == 0)
    return;

  title = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);
  row = barn_line_row_new (title, NULL, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-activities");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), held);
  gtk_list_box_append (list, row);
}

/* The cut-off date of an occasion leads to its page; a mark of the year is only told */
static GtkWidget *
new_event_row (const BarnYearEvent *event)
{
  gboolean occasion = event->type == BARN_YEAR_EVENT_OCCASION;
  g_autofree char *first = barn_ui_format_day (event->first);
  g_autofree char *last = barn_ui_format_day (event->last);
  g_autofree char *when = event->first == event->last ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
  g_autofree char *subtitle = occasion ? g_strdup_printf (_("Last day of the occasion · %s"), when) : g_strdup (when);
  GtkWidget *row = barn_line_row_new (barn_item_get_title (event->item), subtitle,
                                      occasion ? gtk_image_new_from_icon_name ("go-next-symbolic") : NULL);
  g_autofree char *name = g_strdup_printf ("%s, %s", barn_item_get_title (event->item), subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), occasion);
  if (occasion)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-page");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "follow-up");
    }
  barn_ui_set_name (row, name);

  return row;
}

/* What is due, occasions that end and marks of the year, by day */
static void
update_soon (BarnOverviewPage *self,
             BarnPlan         *plan,
             BarnDay           today)
{
  g_autoptr (GPtrArray) due = barn_figures_due_soon (plan, today, SOON_DAYS);
  g_autoptr (GArray) events = barn_year_list_events (barn_page_get_model (BARN_PAGE (self)), plan, today, today + SOON_DAYS);
  g_autoptr (GHashTable) open = g_hash_table_new (NULL, NULL);
  guint n_rows = 0;
  guint n_more = 0;

  for (guint i = 0; i < due->len; i++)
    g_hash_table_add (open, g_ptr_array_index (due, i));

  clear_list (self->soon_list);
  for (guint i = 0; i < events->len; i++)
    {
      const BarnYearEvent *event = &g_array_index (events, BarnYearEvent, i);
      gboolean is_due = event->type == BARN_YEAR_EVENT_DUE;

      if (event->type == BARN_YEAR_EVENT_START || (is_due && !g_hash_table_contains (open, event->item)))
        continue;
      if (n_rows == N_SOON_ROWS)
        {
          n_more++;
          continue;
        }
      gtk_list_box_append (self->soon_list,
                           is_due ? new_activity_row (self, BARN_ACTIVITY (event->item), today) : new_event_row (event));
      n_rows++;
    }
  add_more_row (self->soon_list, n_more, g_variant_new ("a{sv}", NULL));

  gtk_widget_set_visible (GTK_WIDGET (self->soon_list), n_rows > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->soon_empty), n_rows == 0);
}

static void
update_lists (BarnOverviewPage *self,
              BarnPlan         *plan,
              const BarnTally  *tally,
              BarnDay           today)
{
  g_autoptr (GPtrArray) attention = barn_figures_needs_attention (plan, today);

  fill_activities (self, self->attention_list, self->attention_empty, attention, today);
  if (attention->len > N_ROWS)
    add_more_row (self->attention_list, attention->len - N_ROWS,
                  tally->overdue > N_ROWS
                  ? new_which ("overdue", g_variant_new_boolean (TRUE), _("Overdue"))
                  : new_which ("without-follow-up", g_variant_new_boolean (TRUE), _("Without follow-up")));

  update_soon (self, plan, today);
}

static void
update_heading (BarnOverviewPage *self,
                BarnPlan         *plan)
{
  const char *by = barn_plan_get_approved_by (plan);
  g_autofree char *on = barn_day_format (barn_plan_get_approved_on (plan), BARN_DAY_LONG, barn_ui_get_language (),
                                         BARN_DAY_NONE);
  g_autofree char *approval = NULL;

  if (*barn_plan_get_title (plan) != '\0')
    gtk_label_set_label (self->heading, barn_plan_get_title (plan));
  else
    {
      g_autofree char *heading = g_strdup_printf (_("Handlingsplan %u"), barn_plan_get_year (plan));

      gtk_label_set_label (self->heading, heading);
    }

  if (*by != '\0' && barn_plan_get_approved_on (plan) != BARN_DAY_NONE)
    approval = g_strdup_printf (_("Approved by %s, %s"), by, on);
  else if (*by != '\0')
    approval = g_strdup_printf (_("Approved by %s"), by);
  else
    approval = g_strdup (_("Not approved yet"));
  gtk_label_set_label (self->approval, approval);
}

static void
update_barnbokslut (BarnOverviewPage *self,
                    BarnPlan         *plan)
{
  BarnProgress progress = { 0, };
  g_autofree char *words = NULL;
  guint total;

  barn_figures_barnbokslut (barn_page_get_model (BARN_PAGE (self)), plan, &progress);
  total = progress.ready + progress.draft + progress.empty;
  words = g_strdup_printf (_("%u of %u parts ready, %u begun"), progress.ready, total, progress.draft);
  adw_action_row_set_subtitle (self->barnbokslut_row, words);
  gtk_level_bar_set_max_value (self->barnbokslut_bar, MAX (total, 1));
  gtk_level_bar_set_value (self->barnbokslut_bar, progress.ready);
  barn_ui_set_name (GTK_WIDGET (self->barnbokslut_bar), words);
}

/* Where a barnkonsekvensanalys was asked for, and what became of it */
static void
update_assessments (BarnOverviewPage *self,
                    BarnPlan         *plan)
{
  BarnAssessmentTally tally = { 0, };
  g_autofree char *words = NULL;

  barn_tally_assessments (&tally, plan, BARN_DAY_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->assessments_row), tally.total > 0);
  words = g_strdup_printf (_("%u asked for: %u made, %u not made, %u not needed. Children were heard in %u of %u."),
                           tally.total, tally.made, tally.not_made, tally.not_needed, tally.heard, tally.made);
  adw_action_row_set_subtitle (self->assessments_row, words);
}

/* Next year's plan is offered when this year draws to its end, or is closed, until there is one */
static void
update_next_year (BarnOverviewPage *self,
                  BarnPlan         *plan,
                  BarnDay           today)
{
  BarnPlanFile *file = barn_page_get_file (BARN_PAGE (self));
  guint year = barn_plan_get_year (plan);
  gboolean late = barn_plan_get_closed_on (plan) != BARN_DAY_NONE || today >= barn_day_new (year, NEXT_YEAR_MONTH, 1);
  g_autofree char *title = g_strdup_printf (_("Make the Plan of %u from This One"), year + 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next_year_row), title);
  gtk_widget_set_visible (GTK_WIDGET (self->next_year_row),
                          late && !barn_plan_file_get_read_only (file) && barn_plan_file_can_make_next_year (file, plan, NULL));
}

/* What stands below the first screenful */
static void
update_rest (BarnOverviewPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  BarnDay today = barn_clock_get_today ();

  if (plan == NULL)
    return;

  update_roles (self, plan, today);
  update_shifts (self, plan, today);
  barn_coverage_grid_show (self->coverage, barn_page_get_model (BARN_PAGE (self)), plan);
  update_assessments (self, plan);
  update_next_year (self, plan, today);
  update_barnbokslut (self, plan);
  barn_curve_show (self->curve, plan, today);
}

static gboolean
on_rest (gpointer user_data)
{
  BarnOverviewPage *self = user_data;

  self->rest_source = 0;
  gtk_widget_show (self->rest);
  update_rest (self);

  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock    *clock,
            BarnOverviewPage *self)
{
  g_clear_signal_handler (&self->painted_handler, clock);
  self->rest_source = g_idle_add (on_rest, self);
}

/* The rest waits for the first picture, and is not even measured before it, so that the window is there sooner: nobody sees it without
   scrolling */
static void
queue_rest (BarnOverviewPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (gtk_widget_get_visible (self->rest))
    update_rest (self);
  else if (self->painted_handler == 0 && self->rest_source == 0)
    self->painted_handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), self);
}

/* As it was reported; an occasion counts as without follow-up what was not followed up for it, the overview what never was */
static void
tally_then (BarnTally    *self,
            BarnPlan     *plan,
            BarnOccasion *occasion)
{
  BarnTally as_of = { 0, };

  barn_tally_occasion (self, occasion, plan);
  barn_tally_plan (&as_of, plan, barn_occasion_get_cut_off (occasion));
  self->without_follow_up = as_of.without_follow_up;
}

static void
update_now (BarnOverviewPage *self)
{
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (self));
  BarnDay today = barn_clock_get_today ();
  BarnTally tally = { 0, };
  BarnTally then = { 0, };
  BarnOccasion *since;

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (plan == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }

  barn_tally_plan (&tally, plan, today);
  if (tally.total == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  update_heading (self, plan);
  since = find_closed (plan, today);
  if (since != NULL)
    tally_then (&then, plan, since);
  update_figures (self, &tally, &then, since);
  update_lists (self, plan, &tally, today);
  queue_rest (self);
  gtk_stack_set_visible_child_name (self->stack, "year");
}

static gboolean
on_update (gpointer user_data)
{
  BarnOverviewPage *self = user_data;

  self->update_source = 0;
  update_now (self);

  return G_SOURCE_REMOVE;
}

/* Nobody reads it while it is not on the screen */
static void
queue_update (BarnOverviewPage *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (on_update, self);
}

static void
barn_overview_page_map (GtkWidget *widget)
{
  update_now (BARN_OVERVIEW_PAGE (widget));

  GTK_WIDGET_CLASS (barn_overview_page_parent_class)->map (widget);
}

/* The frame clock is the window's: it must not be listened to from elsewhere */
static void
barn_overview_page_unrealize (GtkWidget *widget)
{
  BarnOverviewPage *self = BARN_OVERVIEW_PAGE (widget);

  g_clear_signal_handler (&self->painted_handler, gtk_widget_get_frame_clock (widget));

  GTK_WIDGET_CLASS (barn_overview_page_parent_class)->unrealize (widget);
}

static void
barn_overview_page_plan_changed (BarnPage *page)
{
  BarnOverviewPage *self = BARN_OVERVIEW_PAGE (page);
  BarnPlanFile *file = barn_page_get_file (page);

  if (self->watched != file)
    {
      if (self->watched != NULL)
        g_signal_handlers_disconnect_by_data (self->watched, self);
      g_set_object (&self->watched, file);
      if (file != NULL)
        g_signal_connect_object (file, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
    }

  queue_update (self);
}

static char *
barn_overview_page_dup_title (BarnPage *page)
{
  return g_strdup (_("Overview"));
}

/* What ledningen takes to its meeting: the same on one page */
static gboolean
barn_overview_page_print (BarnPage *page)
{
  BarnPlan *plan = barn_page_get_plan (page);

  if (plan == NULL)
    return FALSE;

  barn_print (GTK_WIDGET (page), barn_page_get_file (page), BARN_PAPER_LAGESRAPPORT, barn_plan_get_year (plan), BARN_DAY_NONE, NULL);

  return TRUE;
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  barn_page_print (BARN_PAGE (widget));
}

static void
barn_overview_page_dispose (GObject *object)
{
  BarnOverviewPage *self = BARN_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->watched != NULL)
    g_signal_handlers_disconnect_by_data (self->watched, self);
  g_clear_object (&self->watched);

  G_OBJECT_CLASS (barn_overview_page_parent_class)->dispose (object);
}

static void
barn_overview_page_class_init (BarnOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_overview_page_dispose;
  widget_class->map = barn_overview_page_map;
  widget_class->unrealize = barn_overview_page_unrealize;
  page_class->plan_changed = barn_overview_page_plan_changed;
  page_class->dup_title = barn_overview_page_dup_title;
  page_class->print = barn_overview_page_print;

  gtk_widget_class_install_action (widget_class, "overview.print", NULL, print_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, heading);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, approval);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, figures_grid);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, rest);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, role_list);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, shift_group);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, shift_list);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, curve);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, assessments_row);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, next_year_row);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, legend);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, attention_list);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, soon_list);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, attention_empty);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, soon_empty);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, barnbokslut_row);
  gtk_widget_class_bind_template_child (widget_class, BarnOverviewPage, barnbokslut_bar);
}

static void
add_figure (BarnOverviewPage *self,
            Figure           *figure,
            GVariant         *which)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  figure->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (figure->number), "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (figure->number), "numeric");
  figure->word = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (figure->number));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (figure->word));
  figure->change = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (figure->change), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (figure->change));

  figure->button = g_object_new (GTK_TYPE_BUTTON, "child", box, "hexpand", TRUE, "action-name", "win.show-activities", NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (figure->button), which);
  gtk_widget_add_css_class (GTK_WIDGET (figure->button), "card");
  gtk_widget_add_css_class (GTK_WIDGET (figure->button), "figure");
  gtk_grid_attach (self->figures_grid, GTK_WIDGET (figure->button), (int) (figure - self->figures), 0, 1, 1);
}

static void
fill_legend (BarnOverviewPage *self)
{
  for (gsize i = 0; i < BARN_N_STATUSES; i++)
    {
      GtkWidget *icon = barn_status_icon_new ();

      barn_status_icon_set_status (BARN_STATUS_ICON (icon), barn_drawing_order[i]);
      gtk_box_append (self->legend, icon);
    }
}

static void
barn_overview_page_init (BarnOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_figure (self, &self->figures[FIGURE_DONE],
              new_which ("status", g_variant_new_string (barn_status_to_nick (BARN_STATUS_DONE)), NULL));
  add_figure (self, &self->figures[FIGURE_ONGOING],
              new_which ("status", g_variant_new_string (barn_status_to_nick (BARN_STATUS_ONGOING)), NULL));
  add_figure (self, &self->figures[FIGURE_OVERDUE],
              new_which ("overdue", g_variant_new_boolean (TRUE), NULL));
  add_figure (self, &self->figures[FIGURE_WITHOUT],
              new_which ("without-follow-up", g_variant_new_boolean (TRUE), NULL));
  fill_legend (self);
}
