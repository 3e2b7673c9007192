/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-occasion-pattern"

#include "config.h"

#include "barn-occasions.h"

#include <glib/gi18n-lib.h>

#include "barn-item-private.h"
#include "barn-word.h"

static const BarnWord patterns[BARN_N_PATTERNS] = {
  [BARN_PATTERN_TERTIAL] = { "tertial", N_("Every four months") },
  [BARN_PATTERN_HALF_YEAR] = { "half_year", N_("Every half year") },
  [BARN_PATTERN_YEAR] = { "year", N_("Once a year") },
  [BARN_PATTERN_OWN] = { "own", N_("Own dates") },
};

/* The titles become text of the plan, whatever the desktop's language */
typedef struct
{
  const char *title;
  guint       month;
  guint       day;
} CutOff;

static const CutOff tertials[] = { { "Tertial 1", 4, 30 }, { "Tertial 2", 8, 31 }, { "Tertial 3", 12, 31 } };
static const CutOff half_years[] = { { "Halvår 1", 6, 30 }, { "Halvår 2", 12, 31 } };
static const CutOff years[] = { { "Helår", 12, 31 } };

static const struct
{
  const CutOff *cut_offs;
  guint         n_cut_offs;
} patterns_of_year[BARN_N_PATTERNS] = {
  [BARN_PATTERN_TERTIAL] = { tertials, G_N_ELEMENTS (tertials) },
  [BARN_PATTERN_HALF_YEAR] = { half_years, G_N_ELEMENTS (half_years) },
  [BARN_PATTERN_YEAR] = { years, G_N_ELEMENTS (years) },
};

/**
 * barn_pattern_to_nick:
 * @self: a pattern
 *
 * Gets the word in JSON.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_pattern_to_nick (BarnPattern self)
{
  return barn_word_get_nick (patterns, BARN_N_PATTERNS, self);
}

/**
 * barn_pattern_from_nick:
 * @nick: (nullable): a word
 * @pattern: (out): the pattern it stands for
 *
 * Finds a pattern by its word.
 *
 * Returns: %TRUE if there is one; @pattern is untouched otherwise
 */
gboolean
barn_pattern_from_nick (const char  *nick,
                        BarnPattern *pattern)
{
  guint value;

  g_return_val_if_fail (pattern != NULL, FALSE);

  if (!barn_word_find (patterns, BARN_N_PATTERNS, nick, &value))
    return FALSE;

  *pattern = (BarnPattern) value;

  return TRUE;
}

/**
 * barn_pattern_get_label:
 * @self: a pattern
 *
 * Gets the word that a person sees, in the language of the desktop.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_pattern_get_label (BarnPattern self)
{
  return barn_word_get_label (patterns, BARN_N_PATTERNS, self);
}

/**
 * barn_pattern_of_plan:
 * @plan: a plan
 *
 * Finds the pattern that the cut-off dates of a plan's occasions follow.
 *
 * Returns: the pattern; own where they follow none, or where there are none
 */
BarnPattern
barn_pattern_of_plan (BarnPlan *plan)
{
  GListModel *occasions;
  guint n_occasions;

  g_return_val_if_fail (BARN_IS_PLAN (plan), BARN_PATTERN_OWN);

  occasions = barn_plan_get_occasions (plan);
  n_occasions = g_list_model_get_n_items (occasions);

  for (guint p = 0; p < BARN_PATTERN_OWN; p++)
    {
      gboolean fits = n_occasions == patterns_of_year[p].n_cut_offs;

      for (guint i = 0; fits && i < n_occasions; i++)
        {
          const CutOff *cut_off = &patterns_of_year[p].cut_offs[i];

          fits = barn_occasion_get_cut_off (barn_peek (occasions, i)) ==
                 barn_day_new (barn_plan_get_year (plan), cut_off->month, cut_off->day);
        }

      if (fits)
        return (BarnPattern) p;
    }

  return BARN_PATTERN_OWN;
}

static BarnItem *
make_occasion (BarnPlan   *plan,
               const char *title,
               BarnDay     cut_off)
{
  BarnItem *occasion = barn_item_new (BARN_KIND_OCCASION, NULL);
  g_autofree char *day = barn_day_format (cut_off, BARN_DAY_SHORT, "sv", barn_day_new (barn_plan_get_year (plan), 1, 1));
  g_autofree char *own_title = g_strdup_printf ("Uppföljning %s", day);

  barn_item_set_text (occasion, BARN_OCCASION_PLAN, barn_item_id (plan));
  barn_item_set_text (occasion, BARN_OCCASION_TITLE, title != NULL ? title : own_title);
  barn_item_set_number (occasion, BARN_OCCASION_CUT_OFF, cut_off);

  return occasion;
}

static GPtrArray *
list_wanted (BarnPlan      *plan,
             BarnPattern    pattern,
             const BarnDay *own,
             guint          n_own)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < patterns_of_year[pattern].n_cut_offs; i++)
    {
      const CutOff *cut_off = &patterns_of_year[pattern].cut_offs[i];

      g_ptr_array_add (wanted, make_occasion (plan, cut_off->title,
                                              barn_day_new (barn_plan_get_year (plan), cut_off->month, cut_off->day)));
    }

  for (guint i = 0; pattern == BARN_PATTERN_OWN && i < n_own; i++)
    {
      if (own[i] != BARN_DAY_NONE)
        g_ptr_array_add (wanted, make_occasion (plan, NULL, own[i]));
    }

  return wanted;
}

static gboolean
has_cut_off (GPtrArray *occasions,
             BarnDay    cut_off)
{
  for (guint i = 0; i < occasions->len; i++)
    {
      if (barn_occasion_get_cut_off (occasions->pdata[i]) == cut_off)
        return TRUE;
    }

  return FALSE;
}

/* The ids of the occasions that some follow-up names */
static GHashTable *
list_named (BarnPlan *plan)
{
  GListModel *activities = barn_plan_get_activities (plan);
  GHashTable *named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      GListModel *follow_ups = barn_activity_get_follow_ups (barn_peek (activities, i));

      for (guint j = 0; j < g_list_model_get_n_items (follow_ups); j++)
        {
          const char *occasion = barn_follow_up_get_occasion (barn_peek (follow_ups, j));

          if (occasion != NULL)
            g_hash_table_add (named, (gpointer) occasion);
        }
    }

  return named;
}

/**
 * barn_occasions_arrange:
 * @plan: a plan
 * @pattern: what its occasions are to follow
 * @own: (array length=n_own) (nullable): the cut-off dates, for %BARN_PATTERN_OWN
 * @n_own: how many
 * @add: (out) (transfer full) (element-type BarnOccasion): new ones, not stored yet
 * @remove: (out) (transfer full) (element-type BarnOccasion): living ones that are to go
 *
 * Works out what is to be added and taken away so that a plan's occasions follow a pattern. One whose cut-off date is right already stays as it
 * is, with its title. One that is closed, or that a follow-up names, stays whatever its date.
 */
void
barn_occasions_arrange (BarnPlan       *plan,
                        BarnPattern     pattern,
                        const BarnDay  *own,
                        guint           n_own,
                        GPtrArray     **add,
                        GPtrArray     **remove)
{
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GPtrArray) present = g_ptr_array_new ();
  g_autoptr (GHashTable) named = NULL;
  GListModel *occasions;

  g_return_if_fail (BARN_IS_PLAN (plan));
  g_return_if_fail ((guint) pattern < BARN_N_PATTERNS);
  g_return_if_fail (add != NULL && remove != NULL);

  wanted = list_wanted (plan, pattern, own, n_own);
  named = list_named (plan);
  occasions = barn_plan_get_occasions (plan);
  *add = g_ptr_array_new_with_free_func (g_object_unref);
  *remove = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      BarnOccasion *occasion = barn_peek (occasions, i);

      g_ptr_array_add (present, occasion);
      if (!has_cut_off (wanted, barn_occasion_get_cut_off (occasion)) &&
          barn_occasion_get_closed_on (occasion) == BARN_DAY_NONE &&
          !g_hash_table_contains (named, barn_item_id (occasion)))
        g_ptr_array_add (*remove, g_object_ref (occasion));
    }

  for (guint i = 0; i < wanted->len; i++)
    {
      BarnDay cut_off = barn_occasion_get_cut_off (wanted->pdata[i]);

      if (!has_cut_off (present, cut_off) && !has_cut_off (*add, cut_off))
        g_ptr_array_add (*add, g_object_ref (wanted->pdata[i]));
    }
}

