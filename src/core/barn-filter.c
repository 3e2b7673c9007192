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
         (self->search == NULL || *self->search == '\0');
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

  if (self->search == NULL || *self->search == '\0')
    return TRUE;

  return match_words (self->search, barn_activity_get_search_text (activity));
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
