/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-marks"

#include "config.h"

#include "barn-plan-file-private.h"
#include "barn-plan-file-year.h"

/* What a person said about a mark, as an item that lives nowhere */
static BarnItem *
new_mark (const char       *title,
          BarnMarkCategory  category,
          BarnDay           day,
          gboolean          by_week,
          gboolean          yearly)
{
  BarnItem *mark = barn_item_new (BARN_KIND_YEAR_MARK, NULL);

  barn_item_set_text (mark, BARN_YEAR_MARK_TITLE, title);
  barn_item_set_text (mark, BARN_YEAR_MARK_CATEGORY, barn_mark_category_to_nick (category));
  barn_item_set_number (mark, BARN_YEAR_MARK_DAY, day);
  barn_item_set_number (mark, BARN_YEAR_MARK_BY_WEEK, by_week);
  barn_item_set_number (mark, BARN_YEAR_MARK_YEARLY, yearly);

  return mark;
}

/* Each field as it may stand in a mark; FALSE with a sentence where one may not */
static gboolean
clean_mark (BarnPlanFile  *self,
            BarnItem      *mark,
            BarnItem      *wanted,
            GError       **error)
{
  guint n_fields;

  barn_item_get_fields (wanted, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_auto (GValue) clean = G_VALUE_INIT;

      barn_item_get_value (wanted, i, &value);
      if (!barn_plan_file_clean_value (self, mark, i, &value, &clean, error))
        return FALSE;
      barn_item_set_value (wanted, i, &clean);
    }

  return TRUE;
}

/**
 * barn_plan_file_change_year_mark:
 * @self: a plan file
 * @mark: one of its marks
 * @title: what it is
 * @category: of which sort
 * @day: the day, or a day of the week
 * @by_week: it is the whole week of @day
 * @yearly: it comes back each year
 * @error: return location for a #BarnPlanFileError
 *
 * Says anew all that there is to say about a mark, as one change. What is the same is left alone; where all is, nothing happens.
 *
 * Returns: whether it is so now
 */
gboolean
barn_plan_file_change_year_mark (BarnPlanFile      *self,
                                 BarnYearMark      *mark,
                                 const char        *title,
                                 BarnMarkCategory   category,
                                 BarnDay            day,
                                 gboolean           by_week,
                                 gboolean           yearly,
                                 GError           **error)
{
  g_autoptr (BarnItem) wanted = NULL;
  g_autofree char *action = NULL;
  const BarnField *fields;
  guint n_changed = 0;
  guint n_fields;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_YEAR_MARK (mark), FALSE);

  wanted = new_mark (title, category, day, by_week, yearly);
  if (!clean_mark (self, BARN_ITEM (mark), wanted, error) || !barn_plan_file_begin (self, error))
    return FALSE;

  fields = barn_item_get_fields (wanted, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) before = G_VALUE_INIT;
      g_auto (GValue) value = G_VALUE_INIT;

      barn_item_get_value (BARN_ITEM (mark), i, &before);
      barn_item_get_value (wanted, i, &value);
      if (barn_value_equal (&before, &value))
        continue;
      if (!barn_plan_file_write (self, BARN_ITEM (mark), i, &before, &value, error))
        return FALSE;

      /* One thing changed has a name of its own */
      if (++n_changed == 1)
        action = barn_plan_file_dup_action (BARN_KIND_YEAR_MARK, fields[i].name);
    }

  return barn_plan_file_commit (self, n_changed == 1 ? action : "year-mark-change", barn_item_get_title (wanted), NULL, NULL, error);
}
