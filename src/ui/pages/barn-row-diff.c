/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-row-diff"

#include "config.h"

#include "barn-row-diff.h"

/* More separate changes than this are told as one: at each, a list view looks through the rows that it has built, which
   it limits to some 200. What is left of that in a long list is time in which the window does not answer. */
#define MAX_RUNS 250
#define LONG_LIST 400
#define MAX_RUNS_OF_LONG_LIST 5

static guint
get_max_runs (guint n_rows)
{
  return n_rows > LONG_LIST ? MAX_RUNS_OF_LONG_LIST : MAX_RUNS;
}

/* Marks the longest sequence of old rows that stand in the same order among the new ones: those stay, the rest moves.
   (Patience sorting: tails[k] ends the best sequence of length k + 1.) */
static gboolean *
find_staying (gpointer *old,
              guint     n_old,
              gpointer *new,
              guint     n_new)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  gboolean *stays = g_new0 (gboolean, n_old);
  g_autofree guint *tails = g_new (guint, n_old);
  g_autofree guint *target = g_new (guint, n_old);
  g_autofree gint64 *previous = g_new (gint64, n_old);
  guint length = 0;

  for (guint i = 0; i < n_new; i++)
    g_hash_table_insert (places, new[i], GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < n_old; i++)
    {
      guint low = 0;
      guint high = length;

      target[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, old[i]));
      if (target[i] == 0)
        continue;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (target[tails[middle]] < target[i])
            low = middle + 1;
          else
            high = middle;
        }

      previous[i] = low > 0 ? (gint64) tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }

  for (gint64 i = length > 0 ? (gint64) tails[length - 1] : -1; i >= 0; i = previous[i])
    stays[i] = TRUE;

  return stays;
}

/* Walks old and new side by side. With no @func it only counts the runs. */
static guint
walk_changes (guint            position,
              gpointer        *old,
              guint            n_old,
              gpointer        *new,
              guint            n_new,
              const gboolean  *stays,
              BarnRowDiffFunc  func,
              gpointer         user_data)
{
  guint n_runs = 0;
  guint i = 0;
  guint j = 0;

  while (i < n_old || j < n_new)
    {
      guint removed = 0;
      guint added = 0;

      while (i + removed < n_old && !stays[i + removed])
        removed++;
      i += removed;
      while (j + added < n_new && (i >= n_old || new[j + added] != old[i]))
        added++;

      if (removed > 0 || added > 0)
        {
          n_runs++;
          if (func != NULL)
            func (position, removed, new + j, added, user_data);
        }

      position += added;
      j += added;
      if (i < n_old)
        {
          i++;
          j++;
          position++;
        }
    }

  return n_runs;
}

/**
 * barn_row_diff:
 * @old: the rows that stand there, each once
 * @new: the rows that shall stand there, each once
 * @func: (scope call): told of each run of rows that becomes another, from the top
 * @user_data: for @func
 *
 * Finds the fewest rows that must go and come. A row that changes place goes and comes; all others are left alone.
 */
void
barn_row_diff (GPtrArray       *old,
               GPtrArray       *new,
               BarnRowDiffFunc  func,
               gpointer         user_data)
{
  g_autofree gboolean *stays = NULL;
  guint start = 0;
  guint n_old = old->len;
  guint n_new = new->len;

  while (start < n_old && start < n_new && old->pdata[start] == new->pdata[start])
    start++;
  while (n_old > start && n_new > start && old->pdata[n_old - 1] == new->pdata[n_new - 1])
    {
      n_old--;
      n_new--;
    }
  n_old -= start;
  n_new -= start;
  if (n_old == 0 && n_new == 0)
    return;

  if (n_old > 0 && n_new > 0)
    {
      stays = find_staying (old->pdata + start, n_old, new->pdata + start, n_new);
      if (walk_changes (start, old->pdata + start, n_old, new->pdata + start, n_new, stays, NULL, NULL) <= get_max_runs (MAX (old->len, new->len)))
        {
          walk_changes (start, old->pdata + start, n_old, new->pdata + start, n_new, stays, func, user_data);
          return;
        }
    }

  func (start, n_old, n_new > 0 ? new->pdata + start : NULL, n_new, user_data);
}
