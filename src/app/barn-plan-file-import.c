/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-import"

#include "config.h"

#include "barn-plan-file-private.h"

#include <glib/gi18n-lib.h>

static gboolean
check_year (BarnPlanFile  *self,
            guint          year,
            GError       **error)
{
  BarnPlan *plan;

  if (year == 0)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                           _("The document does not say which year it is for, so nothing was stored. Give the year."));
      return FALSE;
    }

  plan = barn_model_find_plan (self->model, year);
  if (plan != NULL && barn_plan_has_content (plan))
    {
      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                   _("There is a plan of %u already, so nothing was stored. Give another year, or take it into another plan file."),
                   year);
      return FALSE;
    }

  return barn_plan_file_check_year (year, error);
}

static BarnPlan *
find_plan (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (BARN_IS_PLAN (g_ptr_array_index (items, i)))
        return g_ptr_array_index (items, i);
    }

  return NULL;
}

/* An empty plan of the year keeps its row and gets what the document says */
static gboolean
fill_plan (BarnPlanFile  *self,
           BarnPlan      *plan,
           BarnPlan      *built,
           GError       **error)
{
  guint n_fields;

  barn_item_get_fields (BARN_ITEM (plan), &n_fields);

  for (guint field = 0; field < n_fields; field++)
    {
      g_autoptr (BarnItem) blank = barn_item_new (BARN_KIND_PLAN, NULL);
      g_auto (GValue) nothing = G_VALUE_INIT;
      g_auto (GValue) expected = G_VALUE_INIT;
      g_auto (GValue) value = G_VALUE_INIT;

      barn_item_get_value (blank, field, &nothing);
      barn_item_get_value (BARN_ITEM (plan), field, &expected);
      barn_item_get_value (BARN_ITEM (built), field, &value);

      if (!barn_value_equal (&value, &nothing) && !barn_value_equal (&value, &expected) &&
          !barn_plan_file_write (self, BARN_ITEM (plan), field, &expected, &value, error))
        return FALSE;
    }

  return TRUE;
}

/* What the document brings goes into the plan that the year has */
static void
give_to_plan (GPtrArray *items,
              BarnPlan  *built,
              BarnPlan  *plan)
{
  for (guint i = 0; i < items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (items, i);
      int field = barn_item_find_field (item, "plan");

      if (field >= 0 && g_strcmp0 (barn_item_get_text (item, field), barn_item_get_id (BARN_ITEM (built))) == 0)
        barn_item_set_text (item, field, barn_item_get_id (BARN_ITEM (plan)));
    }
}

static gboolean
store_items (BarnPlanFile  *self,
             GPtrArray     *items,
             BarnPlan      *built,
             BarnPlan      *plan,
             GError       **error)
{
  if (plan != NULL && !fill_plan (self, plan, built, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (items, i);

      /* Roles that the file has keep their row and their place */
      if (barn_model_lookup (self->model, barn_item_get_id (item)) != NULL ||
          (plan != NULL && item == BARN_ITEM (built)))
        continue;

      if (!barn_plan_file_insert (self, item, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * barn_plan_file_import:
 * @self: a plan file
 * @draft: what was recognised in a document, as a person has corrected it
 * @error: return location for a #BarnPlanFileError
 *
 * Stores a recognised document as the plan of its year.
 *
 * Returns: (transfer none): the plan; %NULL with %BARN_PLAN_FILE_ERROR_RULE where the year is not known or has a plan already
 */
BarnPlan *
barn_plan_file_import (BarnPlanFile  *self,
                       BarnDraft     *draft,
                       GError       **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *subject = NULL;
  BarnPlan *built, *plan;
  guint year;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_DRAFT (draft), NULL);

  year = barn_draft_get_year (draft);
  if (!check_year (self, year, error))
    return NULL;

  items = barn_draft_build (draft, self->model);
  built = find_plan (items);
  g_return_val_if_fail (built != NULL, NULL);

  plan = barn_model_find_plan (self->model, year);
  if (plan != NULL)
    give_to_plan (items, built, plan);

  subject = g_strdup_printf ("%u", year);

  if (!barn_plan_file_begin (self, error) ||
      !store_items (self, items, built, plan, error) ||
      !barn_plan_file_commit (self, "plan-import", subject, NULL, NULL, error))
    return NULL;

  return (BarnPlan *) barn_plan_file_find_living (self, barn_item_get_id (BARN_ITEM (plan != NULL ? plan : built)), error);
}
