/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-headings"

#include "config.h"

#include "barn-activity-headings.h"

#include <string.h>

#include "barn-activity-group-private.h"

/**
 * barn_activity_headings_new:
 *
 * Returns: (transfer full): no headings yet
 */
BarnActivityHeadings *
barn_activity_headings_new (void)
{
  BarnActivityHeadings *self = g_new0 (BarnActivityHeadings, 1);

  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  return self;
}

void
barn_activity_headings_free (BarnActivityHeadings *self)
{
  g_return_if_fail (self != NULL);

  barn_activity_headings_set_source (self, NULL, NULL);
  g_hash_table_unref (self->groups);
  g_free (self);
}

void
barn_activity_headings_set_source (BarnActivityHeadings *self,
                                   BarnModel            *model,
                                   BarnPlan             *plan)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->groups);
  g_set_object (&self->model, model);
  g_set_object (&self->plan, plan);
}

/* Keys of one grouping mean nothing in another */
void
barn_activity_headings_set_grouping (BarnActivityHeadings *self,
                                     BarnGrouping          grouping)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->groups);
  self->grouping = grouping;
}

static BarnActivityGroup *
ensure_group (BarnActivityHeadings *self,
              const char           *key)
{
  BarnActivityGroup *group = g_hash_table_lookup (self->groups, key);

  if (group == NULL)
    {
      group = barn_activity_group_new (key);
      g_hash_table_insert (self->groups, group->key, group);
      barn_activity_group_name (group, self->grouping, self->model, self->plan);
    }

  return group;
}

static void
place_in_set (BarnActivityHeadings *self,
              const char *const    *keys,
              GPtrArray            *groups)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (barn_model_lookup (self->model, keys[i]) != NULL)
      g_ptr_array_add (groups, ensure_group (self, keys[i]));

  if (groups->len == 0)
    g_ptr_array_add (groups, ensure_group (self, ""));
}

void
barn_activity_headings_place (BarnActivityHeadings *self,
                              BarnActivity         *activity,
                              GPtrArray            *groups)
{
  const char *key = "";

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->model != NULL);

  g_ptr_array_set_size (groups, 0);

  switch (self->grouping)
    {
    case BARN_GROUPING_ROLE:
      place_in_set (self, barn_activity_get_roles (activity), groups);
      return;
    case BARN_GROUPING_SHIFT:
      place_in_set (self, barn_activity_get_shifts (activity), groups);
      return;
    case BARN_GROUPING_STATUS:
      key = barn_status_to_nick (barn_activity_get_status (activity, barn_clock_get_today ()));
      break;
    case BARN_GROUPING_RESPONSIBLE:
      key = barn_activity_get_unit (activity);
      if (key == NULL)
        key = barn_activity_get_responsible (activity);
      break;
    case BARN_GROUPING_NONE:
    default:
      break;
    }

  g_ptr_array_add (groups, ensure_group (self, key));
}

void
barn_activity_headings_empty (BarnActivityHeadings *self)
{
  BarnActivityGroup *group;
  GHashTableIter iter;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &group))
    {
      memset (&group->tally, 0, sizeof group->tally);
      g_ptr_array_set_size (group->entries, 0);
      barn_activity_group_name (group, self->grouping, self->model, self->plan);
    }
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const BarnActivityGroup *left = *(BarnActivityGroup *const *) a;
  const BarnActivityGroup *right = *(BarnActivityGroup *const *) b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;

  return strcmp (left->sort_key, right->sort_key);
}

GPtrArray *
barn_activity_headings_flatten (BarnActivityHeadings *self)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  GPtrArray *rows = g_ptr_array_new ();
  BarnActivityGroup *group;
  GHashTableIter iter;

  g_return_val_if_fail (self != NULL, rows);

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &group))
    if (group->entries->len > 0)
      g_ptr_array_add (groups, group);
  g_ptr_array_sort (groups, compare_groups);

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (self->grouping != BARN_GROUPING_NONE)
        {
          g_ptr_array_add (rows, group);
          if (group->collapsed)
            continue;
        }
      g_ptr_array_extend (rows, group->entries, NULL, NULL);
    }

  return rows;
}

void
barn_activity_headings_tell (BarnActivityHeadings *self)
{
  BarnActivityGroup *group;
  GHashTableIter iter;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &group))
    {
      if (memcmp (&group->tally, &group->told_tally, sizeof group->tally) == 0 && group->told_shown == group->entries->len)
        continue;

      group->told_tally = group->tally;
      group->told_shown = group->entries->len;
      barn_activity_group_changed (group);
    }
}
