/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-attention"

#include "config.h"

#include "barn-attention.h"

#include <glib/gi18n-lib.h>

#include "barn-item-private.h"

#define DAYS_BEFORE 7

typedef struct
{
  BarnAttentionReason  reason;
  const char          *label;
} ReasonLabel;

static const ReasonLabel labels[] = {
  { BARN_ATTENTION_RAISED, N_("Needs to be raised") },
  { BARN_ATTENTION_OVERDUE, N_("Overdue") },
  { BARN_ATTENTION_DELAYED, N_("Due date moved") },
  { BARN_ATTENTION_NOT_FOLLOWED_UP, N_("Never followed up") },
  { BARN_ATTENTION_LEFT, N_("Left in the follow-up occasion") },
};

/* An activity without a start begins with the year */
static BarnDay
get_begin (BarnPlan     *plan,
           BarnActivity *activity)
{
  BarnDay start_on = barn_activity_get_start_on (activity);

  return start_on != BARN_DAY_NONE ? start_on : barn_day_new (barn_plan_get_year (plan), 1, 1);
}

/* The latest occasion that should have been closed */
static BarnOccasion *
find_late_occasion (BarnPlan *plan,
                    BarnDay   as_of)
{
  GListModel *occasions = barn_plan_get_occasions (plan);
  BarnOccasion *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      BarnOccasion *occasion = barn_peek (occasions, i);

      if (barn_occasion_get_cut_off (occasion) < as_of && barn_occasion_get_closed_on (occasion) == BARN_DAY_NONE)
        found = occasion;
    }

  return found;
}

static guint
find_reasons (BarnPlan     *plan,
              BarnActivity *activity,
              BarnOccasion *late,
              BarnDay       as_of)
{
  BarnDay first_due_on = barn_activity_get_first_due_on (activity);
  BarnStatus status = barn_activity_get_status (activity, as_of);
  guint reasons = 0;

  if (barn_activity_get_raised (activity))
    reasons |= BARN_ATTENTION_RAISED;
  if (barn_activity_is_overdue (activity, as_of))
    reasons |= BARN_ATTENTION_OVERDUE;
  if (barn_activity_get_last_follow_up (activity, as_of) == NULL && get_begin (plan, activity) <= as_of)
    reasons |= BARN_ATTENTION_NOT_FOLLOWED_UP;
  if (late != NULL && barn_occasion_asks_for (late, plan, activity) &&
      barn_occasion_find_follow_up (late, plan, activity) == NULL)
    reasons |= BARN_ATTENTION_LEFT;

  if (reasons != 0 && barn_status_is_open (status) && first_due_on != BARN_DAY_NONE &&
      barn_activity_get_due_on (activity) > first_due_on)
    reasons |= BARN_ATTENTION_DELAYED;

  return reasons;
}

/* Raised, overdue, never followed up, left: the first that is true */
static int
get_rank (const BarnAttention *attention)
{
  static const guint order[] = { BARN_ATTENTION_RAISED, BARN_ATTENTION_OVERDUE, BARN_ATTENTION_NOT_FOLLOWED_UP, BARN_ATTENTION_LEFT };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (attention->reasons & order[i])
        return (int) i;
    }

  return G_N_ELEMENTS (order);
}

static int
compare_attention (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const BarnAttention *left = a;
  const BarnAttention *right = b;
  int order = get_rank (left) - get_rank (right);
  BarnDay left_day, right_day;

  if (order != 0)
    return order;

  if (left->reasons & right->reasons & BARN_ATTENTION_OVERDUE)
    {
      left_day = barn_activity_get_due_on (left->activity);
      right_day = barn_activity_get_due_on (right->activity);
    }
  else
    {
      left_day = get_begin (user_data, left->activity);
      right_day = get_begin (user_data, right->activity);
    }

  if (left_day != right_day)
    return left_day < right_day ? -1 : 1;

  return barn_item_compare (BARN_ITEM (left->activity), BARN_ITEM (right->activity));
}

/**
 * barn_attention_list:
 * @plan: a plan
 * @as_of: the day to judge from; %BARN_DAY_NONE: today
 *
 * Lists the activities that somebody should look at, and why.
 *
 * Returns: (transfer full) (element-type BarnAttention): each activity once
 */
GArray *
barn_attention_list (BarnPlan *plan,
                     BarnDay   as_of)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (BarnAttention));
  GListModel *activities;
  BarnOccasion *late;

  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  if (as_of == BARN_DAY_NONE)
    as_of = barn_clock_get_today ();

  late = find_late_occasion (plan, as_of);
  activities = barn_plan_get_activities (plan);
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      BarnAttention attention = { barn_peek (activities, i), (BarnAttentionReason) 0 };

      attention.reasons = (BarnAttentionReason) find_reasons (plan, attention.activity, late, as_of);
      if (attention.reasons != 0)
        g_array_append_val (list, attention);
    }

  g_array_sort_with_data (list, compare_attention, plan);

  return g_steal_pointer (&list);
}

/**
 * barn_attention_dup_reasons:
 * @reasons: one reason or several
 *
 * Names the reasons, in the language of the desktop.
 *
 * Returns: (transfer full): "Needs to be raised · Overdue"
 */
char *
barn_attention_dup_reasons (BarnAttentionReason reasons)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (reasons & labels[i].reason)
        g_ptr_array_add (words, (gpointer) _(labels[i].label));
    }
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

/* The earliest that is not closed and whose cut-off date is near or has passed */
static BarnOccasion *
find_urgent_occasion (BarnPlan *plan,
                      BarnDay   today)
{
  GListModel *occasions = barn_plan_get_occasions (plan);

  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      BarnOccasion *occasion = barn_peek (occasions, i);

      if (barn_occasion_get_closed_on (occasion) == BARN_DAY_NONE && barn_occasion_get_cut_off (occasion) <= today + DAYS_BEFORE)
        return occasion;
    }

  return NULL;
}

/**
 * barn_reminder_find:
 * @plan: a plan
 * @today: the day; %BARN_DAY_NONE: today
 * @reminder: (out caller-allocates): what there is to be reminded of
 *
 * Finds what is due within a week, what is overdue, and what is left in an occasion whose cut-off date is near or has passed.
 *
 * Returns: %TRUE if there is anything
 */
gboolean
barn_reminder_find (BarnPlan     *plan,
                    BarnDay       today,
                    BarnReminder *reminder)
{
  g_autoptr (GPtrArray) soon = NULL;
  BarnTally tally = { 0 };

  g_return_val_if_fail (BARN_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (reminder != NULL, FALSE);

  if (today == BARN_DAY_NONE)
    today = barn_clock_get_today ();

  *reminder = (BarnReminder) { 0 };
  barn_tally_plan (&tally, plan, today);
  reminder->overdue = tally.overdue;
  soon = barn_figures_due_soon (plan, today, DAYS_BEFORE);
  reminder->due_soon = soon->len;

  reminder->occasion = find_urgent_occasion (plan, today);
  if (reminder->occasion != NULL)
    {
      g_autoptr (GPtrArray) left = barn_occasion_list_left (reminder->occasion, plan, NULL, NULL, NULL);

      reminder->left = left->len;
      if (left->len == 0)
        reminder->occasion = NULL;
    }

  return reminder->overdue > 0 || reminder->due_soon > 0 || reminder->left > 0;
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * barn_reminder_dup_text:
 * @self: what there is to be reminded of
 *
 * Says it, in the language of the desktop.
 *
 * Returns: (transfer full): a sentence or several; empty where there is nothing
 */
char *
barn_reminder_dup_text (const BarnReminder *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->overdue > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u activity is overdue.", "%u activities are overdue.", self->overdue),
                                            self->overdue));
  if (self->due_soon > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u activity is due within a week.", "%u activities are due within a week.",
                                                      self->due_soon), self->due_soon));
  if (self->left > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u activity is left to follow up in %s.",
                                                      "%u activities are left to follow up in %s.", self->left),
                                            self->left, barn_occasion_get_title (self->occasion)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * barn_reminder_is_time:
 * @last: the day of the last reminder; %BARN_DAY_NONE: there was none
 * @today: today
 *
 * Tells whether a person may be reminded: once a day, also where the clock is set back a day and forward again. A last day further ahead was
 * written while the clock was wrong, and does not keep reminders away.
 *
 * Returns: %TRUE if it is time
 */
gboolean
barn_reminder_is_time (BarnDay last,
                       BarnDay today)
{
  return today > last || last - today > 1;
}
