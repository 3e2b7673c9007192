/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-told"

#include "config.h"

#include "barn-report-private.h"

/* The same words in every document */
#define GROUP "told"

static void
append_entry (BarnReport *self,
              const char *key,
              BarnDay     day,
              const char *text)
{
  g_autofree char *date = barn_profile_format_day (self->profile, day);
  g_autofree char *entry = barn_profile_fill (self->profile, GROUP, key, "date", date, "text", text, NULL);

  barn_report_append_paragraph (self, entry);
}

static char *
dup_facts (BarnReport   *self,
           BarnActivity *activity)
{
  g_autofree char *status = barn_profile_dup_status (self->profile, barn_activity_get_status (activity, self->as_of));
  g_autofree char *names = barn_report_dup_roles (self, activity);
  gboolean several = g_strv_length ((GStrv) barn_activity_get_roles (activity)) > 1;
  g_autofree char *roles = NULL;
  g_autofree char *facts = NULL;

  roles = *names != '\0'
    ? barn_profile_fill (self->profile, GROUP, several ? "activity_roles_many" : "activity_roles_one", "roles", names, NULL)
    : g_strdup ("");
  facts = barn_profile_fill (self->profile, GROUP, "activity_facts", "status", status, "roles", roles, NULL);

  return g_strdup (g_strstrip (facts));
}

/* Whether anybody has said, by the day, what happened or what it changed */
static gboolean
has_words (BarnReport   *self,
           BarnActivity *activity)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);

  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i);

      if (barn_follow_up_get_day (follow_up) <= self->as_of &&
          (*barn_follow_up_get_comment (follow_up) != '\0' || *barn_follow_up_get_effect (follow_up) != '\0'))
        return TRUE;
    }

  return FALSE;
}

/* An activity's year in the order in which it happened: the list has the latest first */
static void
append_activity (BarnReport   *self,
                 guint         level,
                 BarnActivity *activity)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);
  g_autofree char *facts = dup_facts (self, activity);
  BarnNode *paragraph;

  barn_node_append (self->body, barn_node_new_heading (level, barn_activity_get_title (activity)));
  paragraph = barn_node_append (self->body, barn_node_new (BARN_NODE_PARAGRAPH));
  barn_node_add_span (paragraph, facts, BARN_SPAN_ITALIC, NULL);

  for (guint i = g_list_model_get_n_items (follow_ups); i > 0; i--)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i - 1);
      BarnDay day = barn_follow_up_get_day (follow_up);

      if (day > self->as_of)
        continue;

      if (*barn_follow_up_get_comment (follow_up) != '\0')
        append_entry (self, "entry", day, barn_follow_up_get_comment (follow_up));
      if (*barn_follow_up_get_effect (follow_up) != '\0')
        append_entry (self, "effect", day, barn_follow_up_get_effect (follow_up));
    }
}

/* The activities that are told under a shift; NULL: those of no shift. Each is told once: under the first of its shifts. */
static GPtrArray *
list_told (BarnReport *self,
           BarnShift *shift)
{
  GListModel *activities = barn_plan_get_activities (self->plan);
  GListModel *shifts = barn_plan_get_shifts (self->plan);
  GPtrArray *told = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      g_autoptr (BarnShift) first = NULL;

      if (!has_words (self, activity))
        continue;

      for (guint j = 0; first == NULL && j < g_list_model_get_n_items (shifts); j++)
        {
          g_autoptr (BarnShift) candidate = g_list_model_get_item (shifts, j);

          if (barn_activity_has_shift (activity, barn_item_get_id (BARN_ITEM (candidate))))
            first = g_steal_pointer (&candidate);
        }

      if (first == shift)
        g_ptr_array_add (told, g_steal_pointer (&activity));
    }

  return told;
}

static guint
append_told_of (BarnReport *self,
                guint       level,
                BarnShift  *shift)
{
  g_autoptr (GPtrArray) told = list_told (self, shift);
  g_autofree char *heading = NULL;

  if (told->len == 0)
    return 0;

  if (shift != NULL)
    {
      g_autofree char *n = g_strdup_printf ("%u", barn_plan_get_shift_number (self->plan, shift));

      heading = barn_profile_fill (self->profile, GROUP, "shift_heading", "n", n, "title", barn_shift_get_title (shift), NULL);
    }
  else
    {
      heading = barn_report_fill (self, GROUP, "other_activities");
    }

  barn_node_append (self->body, barn_node_new_heading (level, heading));
  if (shift != NULL && *barn_shift_get_purpose (shift) != '\0')
    {
      g_autofree char *purpose = barn_profile_fill (self->profile, GROUP, "shift_purpose", "title", barn_shift_get_purpose (shift), NULL);

      barn_report_append_paragraph (self, purpose);
    }

  for (guint i = 0; i < told->len; i++)
    append_activity (self, level + 1, g_ptr_array_index (told, i));

  return told->len;
}

/*
 * barn_report_append_told:
 * @self: a report
 * @level: of the headings of shifts; those of activities are one below
 *
 * Appends what was said of each activity in the year, in the order in which it happened, by shift. Each activity is told once.
 */
void
barn_report_append_told (BarnReport *self,
                         guint       level)
{
  GListModel *shifts = barn_plan_get_shifts (self->plan);
  guint told = 0;

  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);

      told += append_told_of (self, level, shift);
    }
  told += append_told_of (self, level, NULL);

  if (told == 0)
    {
      g_autofree char *none = barn_report_fill (self, GROUP, "none");

      barn_report_append_paragraph (self, none);
    }
}
