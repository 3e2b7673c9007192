/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-handlingsplan"

#include "config.h"

#include "barn-report-private.h"

#include <string.h>

/* What is written here is read again by the recogniser of the import layer: exported and imported a plan is the same plan. Nothing stands
   between the title and the first part, and an item's facts stand in one paragraph behind it. */

static void
append_text_of (BarnReport *self,
                BarnItem   *text)
{
  barn_report_append_text (self->body, barn_item_get_text (text, BARN_PLAN_TEXT_BODY));
}

/* The plan's texts of a section that have a body or a heading; (element-type BarnPlanText) */
static GPtrArray *
list_texts (BarnReport *self,
            const char *section)
{
  GListModel *texts = barn_plan_get_texts (self->plan);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    {
      g_autoptr (BarnItem) text = g_list_model_get_item (texts, i);

      if (g_str_equal (barn_item_get_text (text, BARN_PLAN_TEXT_SECTION), section) &&
          (*barn_item_get_text (text, BARN_PLAN_TEXT_BODY) != '\0' || *barn_item_get_text (text, BARN_PLAN_TEXT_HEADING) != '\0'))
        g_ptr_array_add (found, g_steal_pointer (&text));
    }

  return found;
}

static void
append_background (BarnReport *self)
{
  g_autoptr (GPtrArray) texts = list_texts (self, "background");

  if (texts->len == 0)
    return;

  barn_report_append_heading (self, 1, "background", NULL);
  for (guint i = 0; i < texts->len; i++)
    append_text_of (self, g_ptr_array_index (texts, i));
}

/* What an article means for the work: an item where it is one paragraph, else a heading with its paragraphs. */
static void
append_article (BarnReport  *self,
                BarnItem    *text,
                BarnNode   **list)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, barn_item_get_number (text, BARN_PLAN_TEXT_ARTICLE));
  g_autofree char *name = barn_profile_fill (self->profile, "article", "other", "n", number, NULL);
  const char *body = barn_item_get_text (text, BARN_PLAN_TEXT_BODY);
  g_autofree char *item = NULL;

  if (strchr (body, '\n') != NULL)
    {
      *list = NULL;
      barn_node_append (self->body, barn_node_new_heading (2, name));
      append_text_of (self, text);
      return;
    }

  if (*list == NULL)
    *list = barn_node_append (self->body, barn_node_new_list (BARN_LIST_BULLET));
  item = g_strconcat (name, ": ", body, NULL);
  barn_node_append (*list, barn_node_new_text (BARN_NODE_LIST_ITEM, item));
}

static void
append_direction (BarnReport *self)
{
  g_autoptr (GPtrArray) texts = list_texts (self, "direction");
  BarnNode *list = NULL;

  if (texts->len == 0)
    return;

  barn_report_append_heading (self, 1, "direction", NULL);
  for (guint i = 0; i < texts->len; i++)
    {
      if (barn_item_get_number (g_ptr_array_index (texts, i), BARN_PLAN_TEXT_ARTICLE) == 0)
        append_text_of (self, g_ptr_array_index (texts, i));
    }
  for (guint i = 0; i < texts->len; i++)
    {
      if (barn_item_get_number (g_ptr_array_index (texts, i), BARN_PLAN_TEXT_ARTICLE) != 0)
        append_article (self, g_ptr_array_index (texts, i), &list);
    }
}

static void
append_strategy_text (BarnReport *self,
                      BarnItem   *text,
                      gboolean    with_heading)
{
  const char *heading = barn_item_get_text (text, BARN_PLAN_TEXT_HEADING);

  if ((*heading != '\0') != with_heading)
    return;

  if (with_heading)
    barn_node_append (self->body, barn_node_new_heading (2, heading));
  append_text_of (self, text);
}

static void
append_strategy (BarnReport *self)
{
  g_autoptr (GPtrArray) texts = list_texts (self, "strategy");

  if (texts->len == 0)
    return;

  /* What has no heading would stand below that of the part before it */
  barn_report_append_heading (self, 1, "strategy", NULL);
  for (guint i = 0; i < texts->len; i++)
    append_strategy_text (self, g_ptr_array_index (texts, i), FALSE);
  for (guint i = 0; i < texts->len; i++)
    append_strategy_text (self, g_ptr_array_index (texts, i), TRUE);
}

/* "3, 6 och 12" */
static char *
join_words (BarnReport  *self,
            char       **words)
{
  g_autofree char *and = barn_profile_dup_text (self->profile, "general", "and");
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (joined, words[i + 1] == NULL ? and : ", ");
      g_string_append (joined, words[i]);
    }

  return g_string_free (joined, FALSE);
}

/* Takes @value; a fact without one is left out */
static void
add_fact (BarnReport *self,
          GPtrArray  *facts,
          const char *key,
          char       *value)
{
  g_autofree char *owned = value;

  if (*owned != '\0')
    g_ptr_array_add (facts, barn_profile_fill (self->profile, self->group, key, "value", owned, NULL));
}

static void
append_facts (BarnNode  *parent,
              GPtrArray *facts)
{
  g_autofree char *joined = NULL;
  g_autofree char *line = NULL;

  if (facts->len == 0)
    return;

  g_ptr_array_add (facts, NULL);
  joined = g_strjoinv (" · ", (char **) facts->pdata);
  /* As a sentence ends: a short line without a full stop would look like a heading in a text file */
  line = g_strconcat (joined, ".", NULL);
  barn_node_append (parent, barn_node_new_text (BARN_NODE_PARAGRAPH, line));
}

static void
add_articles (BarnReport        *self,
              GPtrArray         *facts,
              const char *const *articles)
{
  add_fact (self, facts, "articles", join_words (self, (char **) articles));
}

static void
append_shift (BarnReport *self,
              BarnShift  *shift)
{
  g_autofree char *n = g_strdup_printf ("%u", barn_plan_get_shift_number (self->plan, shift));
  g_autofree char *heading = barn_profile_fill (self->profile, self->group, "shift", "n", n, "title", barn_shift_get_title (shift), NULL);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  barn_node_append (self->body, barn_node_new_heading (2, heading));

  if (*barn_shift_get_purpose (shift) != '\0')
    {
      g_autofree char *purpose = barn_profile_fill (self->profile, self->group, "purpose", "value", barn_shift_get_purpose (shift), NULL);

      barn_report_append_text (self->body, purpose);
    }

  add_articles (self, facts, barn_shift_get_articles (shift));
  append_facts (self->body, facts);
}

static void
append_shifts (BarnReport *self)
{
  GListModel *shifts = barn_plan_get_shifts (self->plan);

  if (g_list_model_get_n_items (shifts) == 0)
    return;

  barn_report_append_heading (self, 1, "shifts", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);

      append_shift (self, shift);
    }
}

/* The numbers of the shifts that an activity belongs to */
static char *
dup_shift_numbers (BarnReport   *self,
                   BarnActivity *activity)
{
  GListModel *shifts = barn_plan_get_shifts (self->plan);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);
      g_autofree char *n = g_strdup_printf ("%u", barn_plan_get_shift_number (self->plan, shift));

      if (barn_activity_has_shift (activity, barn_item_get_id (BARN_ITEM (shift))))
        g_strv_builder_add (builder, n);
    }
  numbers = g_strv_builder_end (builder);

  return join_words (self, numbers);
}

static char *
dup_day (BarnReport *self,
         BarnDay     day)
{
  return day != BARN_DAY_NONE ? barn_profile_format_day (self->profile, day) : g_strdup ("");
}

static void
append_activity (BarnReport   *self,
                 BarnNode     *list,
                 BarnActivity *activity)
{
  BarnNode *item = barn_node_append (list, barn_node_new (BARN_NODE_LIST_ITEM));
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  barn_node_append (item, barn_node_new_text (BARN_NODE_PARAGRAPH, barn_activity_get_title (activity)));
  barn_report_append_text (item, barn_activity_get_description (activity));

  add_fact (self, facts, "responsible", barn_model_dup_responsible (self->model, activity));
  add_fact (self, facts, "start", dup_day (self, barn_activity_get_start_on (activity)));
  add_fact (self, facts, "due", dup_day (self, barn_activity_get_due_on (activity)));
  add_fact (self, facts, "shift_numbers", dup_shift_numbers (self, activity));
  add_articles (self, facts, barn_activity_get_articles (activity));
  /* What stands in several places says so in each, so that nobody counts it twice */
  if (g_strv_length ((GStrv) barn_activity_get_roles (activity)) > 1)
    add_fact (self, facts, "roles", barn_report_dup_roles (self, activity));
  append_facts (item, facts);
}

/* @role: (nullable): %NULL for the activities that have none */
static void
append_activities_of (BarnReport *self,
                      BarnRole   *role)
{
  GListModel *activities = barn_plan_get_activities (self->plan);
  BarnNode *list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (role != NULL ? !barn_activity_has_role (activity, barn_item_get_id (BARN_ITEM (role)))
                       : *barn_activity_get_roles (activity) != NULL)
        continue;

      if (list == NULL)
        {
          if (role != NULL)
            {
              g_autofree char *name = barn_profile_dup_role (self->profile, barn_role_get_name (role));

              barn_node_append (self->body, barn_node_new_heading (2, name));
            }
          list = barn_node_append (self->body, barn_node_new_list (BARN_LIST_BULLET));
        }
      append_activity (self, list, activity);
    }
}

static gboolean
has_shared (BarnReport *self)
{
  GListModel *activities = barn_plan_get_activities (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (g_strv_length ((GStrv) barn_activity_get_roles (activity)) > 1)
        return TRUE;
    }

  return FALSE;
}

static void
append_activities (BarnReport *self)
{
  GListModel *roles = barn_model_get_roles (self->model);
  BarnTally tally = { 0 };
  g_autofree char *count = NULL;

  barn_tally_plan (&tally, self->plan, self->as_of);
  count = barn_report_dup_count (self, "count_one", "count_many", tally.total);

  barn_report_append_heading (self, 1, "activities", NULL);
  barn_report_append_paragraph (self, count);
  if (has_shared (self))
    barn_report_append_filled (self, "counted_once");

  append_activities_of (self, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);

      append_activities_of (self, role);
    }
}

static void
append_long_term (BarnReport *self)
{
  GListModel *items = barn_plan_get_long_terms (self->plan);
  BarnNode *list;

  if (g_list_model_get_n_items (items) == 0)
    return;

  barn_report_append_heading (self, 1, "long_term", NULL);
  list = barn_node_append (self->body, barn_node_new_list (BARN_LIST_BULLET));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BarnLongTerm) item = g_list_model_get_item (items, i);
      BarnNode *node = barn_node_append (list, barn_node_new (BARN_NODE_LIST_ITEM));

      barn_node_append (node, barn_node_new_text (BARN_NODE_PARAGRAPH, barn_long_term_get_title (item)));
      barn_report_append_text (node, barn_long_term_get_description (item));
    }
}

static void
append_approval (BarnReport *self)
{
  const char *by = barn_plan_get_approved_by (self->plan);
  BarnDay on = barn_plan_get_approved_on (self->plan);
  g_autofree char *day = dup_day (self, on);

  barn_report_append_heading (self, 1, "approval", NULL);

  if (*by == '\0' && on == BARN_DAY_NONE)
    {
      barn_report_append_filled (self, "not_approved");
    }
  else
    {
      const char *key = *by == '\0' ? "approved_on" : on == BARN_DAY_NONE ? "approved_by" : "approved";
      g_autofree char *approved = barn_profile_fill (self->profile, self->group, key, "by", by, "date", day, NULL);

      barn_report_append_paragraph (self, approved);
    }

  if (*barn_plan_get_registry_number (self->plan) != '\0')
    {
      g_autofree char *number = barn_report_fill (self, "general", "registry_number");

      barn_report_append_paragraph (self, number);
    }
}

/* The shape is that of Helsingborg, Socialförvaltningens handlingsplan 2024 */
/* A plan, not an account: nothing has begun on the eve of its year */
static void
append_wheel (BarnReport *self)
{
  barn_report_append_wheel (self, barn_day_new (barn_plan_get_year (self->plan), 1, 1) - 1);
}

const BarnReportPart barn_report_handlingsplan[] = {
  { "contents", barn_report_append_contents },
  { "background", append_background },
  { "direction", append_direction },
  { "strategy", append_strategy },
  { "shifts", append_shifts },
  { "activities", append_activities },
  { "long_term", append_long_term },
  { "approval", append_approval },
  { "wheel", append_wheel },
  { NULL, NULL },
};
