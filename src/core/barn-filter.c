/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-filter"

/* memmem() */
#define _GNU_SOURCE

#include "config.h"

#include "barn-filter.h"

#include <string.h>

#include "barn-text.h"

#define ALL_STATUSES ((1u << BARN_N_STATUSES) - 1)

/* NULL asks for nothing, and so does a list with nothing in it */
static gboolean
is_asked (char **members)
{
  return members != NULL && *members != NULL;
}

/* Whether one of @wanted is among @members; "" is wanted where there are none */
static gboolean
match_any (char              **wanted,
           const char *const  *members)
{
  if (!is_asked (wanted))
    return TRUE;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      if (*wanted[i] == '\0' ? *members == NULL : g_strv_contains (members, wanted[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
match_responsible (const char   *wanted,
                   BarnActivity *activity)
{
  if (wanted == NULL)
    return TRUE;

  return g_strcmp0 (wanted, barn_activity_get_unit (activity)) == 0 ||
         strcmp (wanted, barn_activity_get_responsible (activity)) == 0;
}

static gboolean
match_words (const char *words,
             const char *text)
{
  gsize length;

  /* The one word that is mostly typed: strstr() is far quicker than memmem() */
  if (strchr (words, ' ') == NULL)
    return strstr (text, words) != NULL;

  /* Both are folded: words stand a single space apart */
  length = strlen (text);
  while (*words != '\0')
    {
      gsize word_length = strcspn (words, " ");

      if (memmem (text, length, words, word_length) == NULL)
        return FALSE;

      words += word_length;
      words += strspn (words, " ");
    }

  return TRUE;
}

/**
 * barn_filter_new:
 *
 * Makes a filter that every activity fits.
 *
 * Returns: (transfer full): the filter
 */
BarnFilter *
barn_filter_new (void)
{
  return g_new0 (BarnFilter, 1);
}

/**
 * barn_filter_copy:
 * @self: a filter
 *
 * Copies a filter.
 *
 * Returns: (transfer full): the copy
 */
BarnFilter *
barn_filter_copy (const BarnFilter *self)
{
  BarnFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->roles = g_strdupv (self->roles);
  copy->shifts = g_strdupv (self->shifts);
  copy->articles = g_strdupv (self->articles);
  copy->responsible = g_strdup (self->responsible);
  copy->search = g_strdup (self->search);

  return copy;
}

/**
 * barn_filter_free:
 * @self: a filter
 *
 * Frees a filter.
 */
void
barn_filter_free (BarnFilter *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->roles);
  g_strfreev (self->shifts);
  g_strfreev (self->articles);
  g_free (self->responsible);
  g_free (self->search);
  g_free (self);
}

/**
 * barn_filter_is_empty:
 * @self: a filter
 *
 * Tells whether nothing is asked for. The day figures are taken of is no question by itself.
 *
 * Returns: %TRUE if every activity fits
 */
gboolean
barn_filter_is_empty (const BarnFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return ((self->statuses & ALL_STATUSES) == 0 || (self->statuses & ALL_STATUSES) == ALL_STATUSES) &&
         !is_asked (self->roles) &&
         !is_asked (self->shifts) &&
         !is_asked (self->articles) &&
         self->responsible == NULL &&
         !self->overdue &&
         !self->without_follow_up &&
         !self->raised &&
         (self->search == NULL || *self->search == '\0');
}

static gboolean
members_equal (char **members,
               char **other)
{
  guint n_members = members != NULL ? g_strv_length (members) : 0;

  if (n_members != (other != NULL ? g_strv_length (other) : 0))
    return FALSE;

  for (guint i = 0; i < n_members; i++)
    {
      if (!g_strv_contains ((const char *const *) other, members[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * barn_filter_equal:
 * @self: a filter
 * @other: another one
 *
 * Tells whether both ask for the same. The order in which it was chosen does not count, nor does the day figures are taken of.
 *
 * Returns: %TRUE if they do
 */
gboolean
barn_filter_equal (const BarnFilter *self,
                   const BarnFilter *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return (self->statuses & ALL_STATUSES) == (other->statuses & ALL_STATUSES) &&
         members_equal (self->roles, other->roles) &&
         members_equal (self->shifts, other->shifts) &&
         members_equal (self->articles, other->articles) &&
         g_strcmp0 (self->responsible, other->responsible) == 0 &&
         !self->overdue == !other->overdue &&
         !self->without_follow_up == !other->without_follow_up &&
         !self->raised == !other->raised &&
         strcmp (self->search != NULL ? self->search : "", other->search != NULL ? other->search : "") == 0;
}

/**
 * barn_filter_match:
 * @self: a filter
 * @activity: an activity
 *
 * Tells whether an activity fits all that is asked for.
 *
 * Returns: %TRUE if it does
 */
gboolean
barn_filter_match (const BarnFilter *self,
                   BarnActivity     *activity)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), FALSE);

  if (!match_any (self->roles, barn_activity_get_roles (activity)) ||
      !match_any (self->shifts, barn_activity_get_shifts (activity)) ||
      !match_any (self->articles, barn_activity_get_articles (activity)) ||
      !match_responsible (self->responsible, activity))
    return FALSE;

  if (self->statuses != 0 && (self->statuses & (1u << barn_activity_get_status (activity, self->as_of))) == 0)
    return FALSE;

  if (self->overdue && !barn_activity_is_overdue (activity, self->as_of))
    return FALSE;

  if (self->without_follow_up && barn_activity_get_last_follow_up (activity, self->as_of) != NULL)
    return FALSE;

  if (self->raised && !barn_activity_get_raised (activity))
    return FALSE;

  if (self->search == NULL || *self->search == '\0')
    return TRUE;

  return match_words (self->search, barn_activity_get_search_text (activity));
}

/**
 * barn_filter_count:
 * @self: a filter
 * @plan: a plan
 *
 * Returns: how many activities of @plan fit
 */
guint
barn_filter_count (const BarnFilter *self,
                   BarnPlan         *plan)
{
  GListModel *activities;
  guint n_activities;
  guint n_fit = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (BARN_IS_PLAN (plan), 0);

  activities = barn_plan_get_activities (plan);
  n_activities = g_list_model_get_n_items (activities);
  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      n_fit += barn_filter_match (self, activity) ? 1 : 0;
    }

  return n_fit;
}

/**
 * barn_filter_set_search:
 * @self: a filter
 * @search: (nullable): what a person typed; %NULL or blank: any text fits
 *
 * Sets the words that must be found, in any order, each as a part of a word too.
 */
void
barn_filter_set_search (BarnFilter *self,
                        const char *search)
{
  g_return_if_fail (self != NULL);

  g_free (self->search);
  self->search = barn_fold (search);
}

/* Takes away the ids that nothing in @list has; "", which stands for none, stays. Whether any went. */
static gboolean
drop_missing (char       ***ids,
              GListModel   *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean missing = FALSE;
  gboolean any = FALSE;

  for (guint i = 0; *ids != NULL && (*ids)[i] != NULL; i++)
    {
      gboolean found = *(*ids)[i] == '\0';

      for (guint j = 0; !found && j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (BarnItem) item = g_list_model_get_item (list, j);

          found = strcmp (barn_item_get_id (item), (*ids)[i]) == 0;
        }

      if (found)
        g_strv_builder_add (builder, (*ids)[i]);
      any |= found;
      missing |= !found;
    }

  if (missing)
    {
      g_strfreev (*ids);
      *ids = any ? g_strv_builder_end (builder) : NULL;
    }

  return missing;
}

/**
 * barn_filter_resolve:
 * @self: a filter, from a time when other things may have been there
 * @model: what is there
 * @plan: whose activities it is asked of
 * @gaps: (out) (optional): what it asks for that is not there
 *
 * Takes out of a filter what is not there any more, so that the rest of it can be asked. What was one of several answers is left out;
 * what was the only one is asked no more. A shift is there in its own year alone.
 *
 * Returns: (transfer full): the filter
 */
BarnFilter *
barn_filter_resolve (const BarnFilter *self,
                     BarnModel        *model,
                     BarnPlan         *plan,
                     BarnFilterGaps   *gaps)
{
  BarnFilter *resolved;
  guint missing = BARN_FILTER_GAP_NONE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  resolved = barn_filter_copy (self);
  if (drop_missing (&resolved->roles, barn_model_get_roles (model)))
    missing |= BARN_FILTER_GAP_ROLE;
  if (drop_missing (&resolved->shifts, barn_plan_get_shifts (plan)))
    missing |= BARN_FILTER_GAP_SHIFT;

  /* A text that nobody bears now may be borne tomorrow; an id comes back with its unit alone */
  if (resolved->responsible != NULL && g_uuid_string_is_valid (resolved->responsible) &&
      barn_model_lookup (model, resolved->responsible) == NULL)
    {
      g_clear_pointer (&resolved->responsible, g_free);
      missing |= BARN_FILTER_GAP_UNIT;
    }

  if (gaps != NULL)
    *gaps = (BarnFilterGaps) missing;

  return resolved;
}

/* One or several under a name, each written so that it holds no & = or comma of its own */
static void
append_members (GString           *text,
                const char        *name,
                const char *const *members)
{
  if (members == NULL || *members == NULL)
    return;

  g_string_append_printf (text, "%s%s=", text->len > 0 ? "&" : "", name);
  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *escaped = g_uri_escape_string (members[i], NULL, TRUE);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", escaped);
    }
}

static void
append_flag (GString    *text,
             const char *name,
             gboolean    flag)
{
  if (flag)
    append_members (text, name, (const char *const[]) { "1", NULL });
}

/**
 * barn_filter_to_text:
 * @self: a filter
 *
 * Writes a filter as text: "status=ongoing,done&overdue=1". The day figures are taken of is not part of it.
 *
 * Returns: (transfer full): the text; empty for a filter that every activity fits
 */
char *
barn_filter_to_text (const BarnFilter *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *statuses[BARN_N_STATUSES + 1] = { NULL };
  guint n_statuses = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      if (self->statuses & (1u << i))
        statuses[n_statuses++] = barn_status_to_nick ((BarnStatus) i);
    }

  append_members (text, "status", statuses);
  append_members (text, "role", (const char *const *) self->roles);
  append_members (text, "shift", (const char *const *) self->shifts);
  append_members (text, "article", (const char *const *) self->articles);
  append_members (text, "responsible", (const char *const[]) { self->responsible, NULL });
  append_flag (text, "overdue", self->overdue);
  append_flag (text, "without-follow-up", self->without_follow_up);
  append_flag (text, "raised", self->raised);
  if (self->search != NULL && *self->search != '\0')
    append_members (text, "search", (const char *const[]) { self->search, NULL });

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GStrv
read_members (const char *value)
{
  GStrv members = g_strsplit (value, ",", -1);

  for (guint i = 0; members[i] != NULL; i++)
    {
      char *member = g_uri_unescape_string (members[i], NULL);

      /* What is no such text stays as it is, and no activity fits it */
      if (member != NULL)
        {
          g_free (members[i]);
          members[i] = member;
        }
    }

  /* Nothing between the commas of a single empty value is the member "", which stands for none */
  if (members[0] == NULL)
    {
      g_strfreev (members);
      members = g_new0 (char *, 2);
      members[0] = g_strdup ("");
    }

  return members;
}

static void
read_part (BarnFilter *self,
           const char *name,
           const char *value)
{
  g_auto (GStrv) members = read_members (value);
  BarnStatus status;

  if (strcmp (name, "status") == 0)
    {
      for (guint i = 0; members[i] != NULL; i++)
        {
          if (barn_status_from_nick (members[i], &status))
            self->statuses |= 1u << status;
        }
    }
  else if (strcmp (name, "role") == 0 && self->roles == NULL)
    self->roles = g_steal_pointer (&members);
  else if (strcmp (name, "shift") == 0 && self->shifts == NULL)
    self->shifts = g_steal_pointer (&members);
  else if (strcmp (name, "article") == 0 && self->articles == NULL)
    self->articles = g_steal_pointer (&members);
  else if (strcmp (name, "responsible") == 0 && self->responsible == NULL)
    self->responsible = g_strdup (members[0]);
  else if (strcmp (name, "search") == 0)
    barn_filter_set_search (self, members[0]);
  else if (strcmp (name, "overdue") == 0)
    self->overdue = TRUE;
  else if (strcmp (name, "without-follow-up") == 0)
    self->without_follow_up = TRUE;
  else if (strcmp (name, "raised") == 0)
    self->raised = TRUE;
}

/**
 * barn_filter_from_text:
 * @text: (nullable): what barn_filter_to_text() wrote, of this version or another
 *
 * Reads a filter. Parts that it does not know are passed over.
 *
 * Returns: (transfer full): the filter
 */
BarnFilter *
barn_filter_from_text (const char *text)
{
  BarnFilter *self = barn_filter_new ();
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "&", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');

      if (value == NULL)
        continue;

      *value = '\0';
      read_part (self, parts[i], value + 1);
    }

  return self;
}
