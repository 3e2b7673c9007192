/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-next"

#include "config.h"

#include "barn-plan-file-private.h"
#include "barn-plan-file-year.h"

#include <glib/gi18n-lib.h>

/* Next year's plan while it is put together: all its rows in the order in which they are stored */
typedef struct
{
  BarnModel  *model;
  BarnPlan   *from;
  const char *plan;        /* the id of the new plan */
  GHashTable *choices;     /* (nullable): id of an activity → BarnNextChoice */
  GHashTable *shifts;      /* id of a shift → id of the one that continues it */
  GPtrArray  *rows;
  guint       n_shifts;
  guint       n_activities;
  guint       n_long_terms;
} NextYear;

/* (transfer none): the lists keep what they hold alive */
static gpointer
peek (GListModel *list,
      guint       position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item;
}

/* A row like @item but of the new plan */
static BarnItem *
add_row (NextYear *next,
         BarnKind  kind,
         BarnItem *item)
{
  BarnItem *row = barn_item_new (kind, NULL);
  int plan = barn_item_find_field (row, "plan");

  if (item != NULL && barn_item_get_kind (item) == kind)
    barn_item_copy_fields (row, item);
  if (plan >= 0)
    barn_item_set_text (row, (guint) plan, next->plan);
  g_ptr_array_add (next->rows, row);

  return row;
}

static BarnNextChoice
get_choice (NextYear     *next,
            BarnActivity *activity)
{
  gpointer choice;

  if (next->choices != NULL &&
      g_hash_table_lookup_extended (next->choices, barn_item_get_id (BARN_ITEM (activity)), NULL, &choice))
    return (BarnNextChoice) GPOINTER_TO_UINT (choice);

  return barn_next_choice_propose (activity);
}

static void
add_texts (NextYear *next)
{
  GListModel *texts = barn_plan_get_texts (next->from);

  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    add_row (next, BARN_KIND_PLAN_TEXT, peek (texts, i));
}

static gboolean
continues (NextYear  *next,
           BarnShift *shift)
{
  GListModel *activities = barn_plan_get_activities (next->from);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      BarnActivity *activity = peek (activities, i);

      if (barn_activity_has_shift (activity, barn_item_get_id (BARN_ITEM (shift))) &&
          get_choice (next, activity) == BARN_NEXT_CONTINUE)
        return TRUE;
    }

  return FALSE;
}

/* Those to which something belongs that continues */
static void
add_shifts (NextYear *next)
{
  GListModel *shifts = barn_plan_get_shifts (next->from);

  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      BarnItem *shift = peek (shifts, i);
      BarnItem *row;

      if (!continues (next, BARN_SHIFT (shift)))
        continue;

      row = add_row (next, BARN_KIND_SHIFT, shift);
      barn_item_set_real (row, BARN_SHIFT_POSITION, ++next->n_shifts);
      g_hash_table_insert (next->shifts, (gpointer) barn_item_get_id (shift), (gpointer) barn_item_get_id (row));
    }
}

/* What is measured goes on from where it stands */
static void
add_indicators (NextYear *next,
                BarnItem *of,
                BarnItem *row,
                guint     field)
{
  GListModel *indicators = barn_plan_get_indicators (next->from);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      BarnItem *indicator = peek (indicators, i);
      BarnIndicatorValue *last = barn_indicator_get_value_on (BARN_INDICATOR (indicator), G_MAXUINT32);
      BarnItem *copy;

      if (g_strcmp0 (barn_item_get_text (indicator, field), of != NULL ? barn_item_get_id (of) : NULL) != 0 ||
          (of == NULL && barn_item_get_text (indicator, BARN_INDICATOR_SHIFT) != NULL))
        continue;

      copy = add_row (next, BARN_KIND_INDICATOR, indicator);
      if (row != NULL)
        barn_item_set_text (copy, field, barn_item_get_id (row));
      if (last != NULL)
        barn_item_set_real (copy, BARN_INDICATOR_BASELINE, barn_indicator_value_get_value (last));
    }
}

static void
add_shift_indicators (NextYear *next)
{
  GHashTableIter iter;
  gpointer from, to;

  g_hash_table_iter_init (&iter, next->shifts);
  while (g_hash_table_iter_next (&iter, &from, &to))
    {
      BarnItem *shift = barn_model_lookup (next->model, from);

      for (guint i = 0; i < next->rows->len; i++)
        {
          if (g_str_equal (barn_item_get_id (next->rows->pdata[i]), to))
            {
              add_indicators (next, shift, next->rows->pdata[i], BARN_INDICATOR_SHIFT);
              break;
            }
        }
    }
}

/* Its dates and its follow-ups are last year's */
static void
continue_activity (NextYear *next,
                   BarnItem *activity)
{
  BarnItem *row = add_row (next, BARN_KIND_ACTIVITY, activity);
  const char *const *shifts = barn_item_get_set (activity, BARN_ACTIVITY_SHIFTS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) new_shifts = NULL;

  for (guint i = 0; shifts[i] != NULL; i++)
    g_strv_builder_add (builder, g_hash_table_lookup (next->shifts, shifts[i]));
  new_shifts = g_strv_builder_end (builder);

  barn_item_set_set (row, BARN_ACTIVITY_SHIFTS, (const char *const *) new_shifts);
  barn_item_set_number (row, BARN_ACTIVITY_START_ON, BARN_DAY_NONE);
  barn_item_set_number (row, BARN_ACTIVITY_DUE_ON, BARN_DAY_NONE);
  barn_item_set_number (row, BARN_ACTIVITY_FIRST_DUE_ON, BARN_DAY_NONE);
  barn_item_set_number (row, BARN_ACTIVITY_RAISED, FALSE);
  barn_item_set_text (row, BARN_ACTIVITY_ORIGIN, barn_item_get_id (activity));
  barn_item_set_real (row, BARN_ACTIVITY_POSITION, ++next->n_activities);
  add_indicators (next, activity, row, BARN_INDICATOR_ACTIVITY);
}

static void
put_to_long_term (NextYear   *next,
                  const char *title,
                  const char *description)
{
  BarnItem *row = add_row (next, BARN_KIND_LONG_TERM, NULL);

  barn_item_set_text (row, BARN_LONG_TERM_TITLE, title);
  barn_item_set_text (row, BARN_LONG_TERM_DESCRIPTION, description);
  barn_item_set_real (row, BARN_LONG_TERM_POSITION, ++next->n_long_terms);
}

static void
add_activities (NextYear *next)
{
  GListModel *activities = barn_plan_get_activities (next->from);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      BarnActivity *activity = peek (activities, i);

      switch (get_choice (next, activity))
        {
        case BARN_NEXT_CONTINUE:
          continue_activity (next, BARN_ITEM (activity));
          break;

        case BARN_NEXT_LONG_TERM:
          put_to_long_term (next, barn_activity_get_title (activity), barn_activity_get_description (activity));
          break;

        case BARN_NEXT_END:
        default:
          break;
        }
    }
}

/* What stood there before and has not been taken into a plan */
static void
add_long_terms (NextYear *next)
{
  GListModel *items = barn_plan_get_long_terms (next->from);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      BarnLongTerm *item = peek (items, i);

      if (barn_long_term_get_activity (item) == NULL)
        put_to_long_term (next, barn_long_term_get_title (item), barn_long_term_get_description (item));
    }
}

/* What must become better is what the year is to bring about; its measures are what somebody does */
static void
add_areas (NextYear *next)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (next->model, barn_plan_get_year (next->from));

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = areas->pdata[i];
      BarnItem *shift = add_row (next, BARN_KIND_SHIFT, NULL);
      GListModel *measures = barn_area_get_measures (area);

      barn_item_set_text (shift, BARN_SHIFT_TITLE, barn_area_get_title (area));
      barn_item_set_text (shift, BARN_SHIFT_PURPOSE, barn_area_get_expected_result (area));
      barn_item_set_real (shift, BARN_SHIFT_POSITION, ++next->n_shifts);

      for (guint j = 0; j < g_list_model_get_n_items (measures); j++)
        {
          BarnItem *activity = add_row (next, BARN_KIND_ACTIVITY, NULL);

          barn_item_set_text (activity, BARN_ACTIVITY_TITLE, barn_measure_get_title (peek (measures, j)));
          barn_item_set_set (activity, BARN_ACTIVITY_SHIFTS, (const char *const[]) { barn_item_get_id (shift), NULL });
          barn_item_set_real (activity, BARN_ACTIVITY_POSITION, ++next->n_activities);
        }
    }
}

/* What another row leads to is stored before it */
static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  BarnItem *left = *(BarnItem *const *) a;
  BarnItem *right = *(BarnItem *const *) b;

  return (int) barn_item_get_kind (left) - (int) barn_item_get_kind (right);
}

static gboolean
check_free (BarnPlanFile  *self,
            guint          year,
            BarnPlan     **present,
            GError       **error)
{
  *present = barn_model_find_plan (self->model, year);
  if (!barn_plan_file_check_year (year, error))
    return FALSE;

  if (*present == NULL || !barn_plan_has_content (*present))
    return TRUE;

  g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
               _("There is a plan of %u already."), year);

  return FALSE;
}

/**
 * barn_next_choice_propose:
 * @activity: an activity
 *
 * Proposes what becomes of an activity next year: what is done or cancelled ends, what is paused goes to the long term, the rest continues.
 *
 * Returns: the choice
 */
BarnNextChoice
barn_next_choice_propose (BarnActivity *activity)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY (activity), BARN_NEXT_END);

  switch (barn_activity_get_status (activity, BARN_DAY_NONE))
    {
    case BARN_STATUS_DONE:
    case BARN_STATUS_CANCELLED:
      return BARN_NEXT_END;

    case BARN_STATUS_PAUSED:
      return BARN_NEXT_LONG_TERM;

    case BARN_STATUS_NOT_STARTED:
    case BARN_STATUS_ONGOING:
    default:
      return BARN_NEXT_CONTINUE;
    }
}

/**
 * barn_plan_file_can_make_next_year:
 * @self: a plan file
 * @plan: one of its plans
 * @error: return location for a #BarnPlanFileError
 *
 * Tells whether the plan of the year after can be made: there must be none yet, or one with nothing in it.
 *
 * Returns: %TRUE if it can
 */
gboolean
barn_plan_file_can_make_next_year (BarnPlanFile  *self,
                                   BarnPlan      *plan,
                                   GError       **error)
{
  BarnPlan *present;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_PLAN (plan), FALSE);

  return check_free (self, barn_plan_get_year (plan) + 1, &present, error);
}

/**
 * barn_plan_file_tally_next_year:
 * @self: a plan file
 * @plan: one of its plans
 * @choices: (nullable) (element-type utf8 BarnNextChoice): as for barn_plan_file_make_next_year()
 * @areas: as for barn_plan_file_make_next_year()
 * @tally: figures, zeroed
 *
 * Counts what barn_plan_file_make_next_year() would make, so that it can be told before.
 */
void
barn_plan_file_tally_next_year (BarnPlanFile  *self,
                                BarnPlan      *plan,
                                GHashTable    *choices,
                                gboolean       areas,
                                BarnNextTally *tally)
{
  NextYear next = { .model = self->model, .from = plan, .choices = choices };
  GListModel *list;

  g_return_if_fail (BARN_IS_PLAN_FILE (self));
  g_return_if_fail (BARN_IS_PLAN (plan));
  g_return_if_fail (tally != NULL);

  list = barn_plan_get_activities (plan);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      BarnNextChoice choice = get_choice (&next, peek (list, i));

      tally->activities += choice == BARN_NEXT_CONTINUE ? 1 : 0;
      tally->ended += choice == BARN_NEXT_END ? 1 : 0;
      tally->long_terms += choice == BARN_NEXT_LONG_TERM ? 1 : 0;
    }

  list = barn_plan_get_shifts (plan);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    tally->shifts += continues (&next, peek (list, i)) ? 1 : 0;

  if (areas)
    {
      g_autoptr (GPtrArray) found = barn_model_dup_areas (self->model, barn_plan_get_year (plan));

      tally->areas = found->len;
      for (guint i = 0; i < found->len; i++)
        tally->measures += g_list_model_get_n_items (barn_area_get_measures (found->pdata[i]));
    }
}

/**
 * barn_plan_file_make_next_year:
 * @self: a plan file
 * @plan: one of its plans
 * @choices: (nullable) (element-type utf8 BarnNextChoice): id of an activity → what becomes of it; those that are not in it are as
 *   barn_next_choice_propose() says
 * @areas: whether the development areas of the year's barnbokslut become shifts, and their measures activities
 * @error: return location for a #BarnPlanFileError
 *
 * Makes the plan of the year after, as one change. What continues has no dates yet, and the last value of an indicator is its baseline. The
 * plan that it is made from is left as it is and can be corrected.
 *
 * Returns: (transfer none): the new plan
 */
BarnPlan *
barn_plan_file_make_next_year (BarnPlanFile  *self,
                               BarnPlan      *plan,
                               GHashTable    *choices,
                               gboolean       areas,
                               GError       **error)
{
  g_autoptr (BarnItem) made = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) shifts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *subject = NULL;
  NextYear next = { 0 };
  BarnPlan *present;
  guint year;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  year = barn_plan_get_year (plan) + 1;
  if (!check_free (self, year, &present, error))
    return NULL;

  made = barn_item_new (BARN_KIND_PLAN, NULL);
  barn_item_set_number (made, BARN_PLAN_YEAR, year);
  next = (NextYear) {
    .model = self->model, .from = plan, .choices = choices, .shifts = shifts, .rows = rows,
    .plan = barn_item_get_id (present != NULL ? BARN_ITEM (present) : made),
  };
  add_texts (&next);
  add_shifts (&next);
  add_activities (&next);
  add_shift_indicators (&next);
  add_indicators (&next, NULL, NULL, BARN_INDICATOR_ACTIVITY);
  add_long_terms (&next);
  if (areas)
    add_areas (&next);
  g_ptr_array_sort (rows, compare_kinds);

  if (!barn_plan_file_begin (self, error) ||
      (present == NULL && !barn_plan_file_insert (self, made, error)))
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      if (!barn_plan_file_insert (self, rows->pdata[i], error))
        return NULL;
    }

  subject = g_strdup_printf ("%u", year);
  if (!barn_plan_file_commit (self, "plan-next", subject, NULL, NULL, error))
    return NULL;

  return (BarnPlan *) barn_plan_file_find_living (self, next.plan, error);
}
