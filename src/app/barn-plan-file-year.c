/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-year"

#include "config.h"

#include "barn-plan-file-private.h"
#include "barn-plan-file-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-text.h"

/**
 * barn_plan_file_add_indicator:
 * @self: a plan file
 * @plan: one of its plans
 * @of: (nullable): an activity or a shift of @plan; %NULL: the whole plan
 * @title: what is measured
 * @scale: what its values mean
 * @unit: (nullable): what is counted
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the indicator, last of the plan
 */
BarnIndicator *
barn_plan_file_add_indicator (BarnPlanFile  *self,
                              BarnPlan      *plan,
                              BarnItem      *of,
                              const char    *title,
                              BarnScale      scale,
                              const char    *unit,
                              GError       **error)
{
  g_autoptr (BarnItem) item = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *clean_unit = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (of == NULL || BARN_IS_ACTIVITY (of) || BARN_IS_SHIFT (of), NULL);

  clean = barn_plan_file_clean_title (title, error);
  if (clean == NULL)
    return NULL;

  clean_unit = barn_plan_file_clean_line (unit);
  item = barn_item_new (BARN_KIND_INDICATOR, NULL);
  barn_item_set_text (item, BARN_INDICATOR_PLAN, barn_item_get_id (BARN_ITEM (plan)));
  barn_item_set_text (item, BARN_INDICATOR_TITLE, clean);
  barn_item_set_text (item, BARN_INDICATOR_SCALE, barn_scale_to_nick (scale));
  barn_item_set_text (item, BARN_INDICATOR_UNIT, clean_unit);
  barn_item_set_real (item, BARN_INDICATOR_POSITION, barn_plan_file_next_position (barn_plan_get_indicators (plan)));
  if (of != NULL)
    barn_item_set_text (item, BARN_IS_ACTIVITY (of) ? BARN_INDICATOR_ACTIVITY : BARN_INDICATOR_SHIFT, barn_item_get_id (of));

  return (BarnIndicator *) barn_plan_file_add_item (self, item, "indicator-add", clean, NULL, NULL, error);
}

/**
 * barn_plan_file_add_indicator_choice:
 * @self: a plan file
 * @plan: one of its plans
 * @of: (nullable): an activity or a shift of @plan; %NULL: the whole plan
 * @choice: the id of a ready choice
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the indicator, last of the plan
 */
BarnIndicator *
barn_plan_file_add_indicator_choice (BarnPlanFile  *self,
                                     BarnPlan      *plan,
                                     BarnItem      *of,
                                     const char    *choice,
                                     GError       **error)
{
  const BarnIndicatorChoice *ready = barn_indicator_choices_find (choice);
  g_autoptr (BarnItem) item = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (of == NULL || BARN_IS_ACTIVITY (of) || BARN_IS_SHIFT (of), NULL);
  g_return_val_if_fail (ready != NULL, NULL);

  item = barn_item_new (BARN_KIND_INDICATOR, NULL);
  barn_item_set_text (item, BARN_INDICATOR_PLAN, barn_item_get_id (BARN_ITEM (plan)));
  barn_item_set_text (item, BARN_INDICATOR_TITLE, ready->title);
  barn_item_set_text (item, BARN_INDICATOR_SCALE, barn_scale_to_nick (ready->scale));
  barn_item_set_text (item, BARN_INDICATOR_UNIT, ready->unit);
  barn_item_set_text (item, BARN_INDICATOR_CHOICE, ready->id);
  barn_item_set_real (item, BARN_INDICATOR_POSITION, barn_plan_file_next_position (barn_plan_get_indicators (plan)));
  if (of != NULL)
    barn_item_set_text (item, BARN_IS_ACTIVITY (of) ? BARN_INDICATOR_ACTIVITY : BARN_INDICATOR_SHIFT, barn_item_get_id (of));

  return (BarnIndicator *) barn_plan_file_add_item (self, item, "indicator-add", ready->title, NULL, NULL, error);
}

gboolean
barn_plan_file_check_indicator_value (BarnScale   scale,
                                      double      value,
                                      GError    **error)
{
  const char *sentence = NULL;

  if (barn_scale_accepts (scale, value))
    return TRUE;

  switch (scale)
    {
    case BARN_SCALE_PERCENT:
      sentence = _("Give a percentage from 0 to 100.");
      break;

    case BARN_SCALE_YES_NO:
      sentence = _("Answer yes or no.");
      break;

    case BARN_SCALE_LEVEL:
      sentence = _("Give a level from 1 to 4.");
      break;

    case BARN_SCALE_NUMBER:
    default:
      sentence = _("Give a number, 0 or more.");
      break;
    }
  g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE, sentence);

  return FALSE;
}

static BarnItem *
find_value (BarnIndicator *indicator,
            BarnDay        day)
{
  GListModel *values = barn_indicator_get_values (indicator);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (BarnItem) value = g_list_model_get_item (values, i);

      /* The list keeps it alive */
      if (barn_indicator_value_get_day (BARN_INDICATOR_VALUE (value)) == day)
        return value;
    }

  return NULL;
}

static gboolean
write_value (BarnPlanFile  *self,
             BarnItem      *present,
             double         number,
             const char    *comment,
             GError       **error)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, number);
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_string (&text, comment);

  return barn_plan_file_write (self, present, BARN_INDICATOR_VALUE_VALUE, NULL, &value, error) &&
         barn_plan_file_write (self, present, BARN_INDICATOR_VALUE_COMMENT, NULL, &text, error);
}

/**
 * barn_plan_file_set_indicator_value:
 * @self: a plan file
 * @indicator: one of its indicators
 * @day: as of when
 * @value: what it was
 * @comment: (nullable): what is to be said of it
 * @error: return location for a #BarnPlanFileError
 *
 * Writes down what an indicator was on a day. A value of that day that stands there already becomes this one.
 *
 * Returns: (transfer none): the value
 */
BarnIndicatorValue *
barn_plan_file_set_indicator_value (BarnPlanFile   *self,
                                    BarnIndicator  *indicator,
                                    BarnDay         day,
                                    double          value,
                                    const char     *comment,
                                    GError        **error)
{
  g_autoptr (BarnItem) item = NULL;
  g_autofree char *author = NULL;
  g_autofree char *clean = NULL;
  BarnItem *present;
  const char *title;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_INDICATOR (indicator), NULL);

  if (day == BARN_DAY_NONE)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE, _("A value needs a date, as 2026-06-30."));
      return NULL;
    }
  if (!barn_plan_file_check_indicator_value (barn_indicator_get_scale (indicator), value, error))
    return NULL;

  title = barn_indicator_get_title (indicator);
  clean = barn_plan_file_clean_text (comment);
  present = find_value (indicator, day);
  if (present != NULL)
    {
      if (!barn_plan_file_begin (self, error) ||
          !write_value (self, present, value, clean, error) ||
          !barn_plan_file_commit (self, "indicator-value-value", title, NULL, NULL, error))
        return NULL;

      return BARN_INDICATOR_VALUE (present);
    }

  author = barn_plan_file_dup_author ();
  item = barn_item_new (BARN_KIND_INDICATOR_VALUE, NULL);
  barn_item_set_text (item, BARN_INDICATOR_VALUE_INDICATOR, barn_item_get_id (BARN_ITEM (indicator)));
  barn_item_set_number (item, BARN_INDICATOR_VALUE_DAY, day);
  barn_item_set_real (item, BARN_INDICATOR_VALUE_VALUE, value);
  barn_item_set_text (item, BARN_INDICATOR_VALUE_COMMENT, clean);
  barn_item_set_text (item, BARN_INDICATOR_VALUE_AUTHOR, author);

  return (BarnIndicatorValue *) barn_plan_file_add_item (self, item, "indicator-value-add", title, NULL, NULL, error);
}

gboolean
barn_plan_file_check_outcome (BarnOutcome   outcome,
                              const char   *reason,
                              GError      **error)
{
  if (outcome != BARN_OUTCOME_NOT_MADE || !barn_text_is_blank (reason))
    return TRUE;

  g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                       _("Say why no child impact assessment was made."));

  return FALSE;
}

/**
 * barn_plan_file_add_assessment:
 * @self: a plan file
 * @plan: the plan of the year
 * @title: the decision
 * @day: when it was decided; %BARN_DAY_NONE: not yet
 * @outcome: whether the barnkonsekvensanalys was made
 * @reason: (nullable): why not; needed where it was not made
 * @error: return location for a #BarnPlanFileError
 *
 * Adds a line to the register of barnkonsekvensanalyser.
 *
 * Returns: (transfer none): the line
 */
BarnAssessment *
barn_plan_file_add_assessment (BarnPlanFile  *self,
                               BarnPlan      *plan,
                               const char    *title,
                               BarnDay        day,
                               BarnOutcome    outcome,
                               const char    *reason,
                               GError       **error)
{
  g_autoptr (BarnItem) item = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *clean_reason = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  clean = barn_plan_file_clean_title (title, error);
  if (clean == NULL)
    return NULL;

  clean_reason = barn_plan_file_clean_text (reason);
  if (!barn_plan_file_check_outcome (outcome, clean_reason, error))
    return NULL;

  item = barn_item_new (BARN_KIND_ASSESSMENT, NULL);
  barn_item_set_text (item, BARN_ASSESSMENT_PLAN, barn_item_get_id (BARN_ITEM (plan)));
  barn_item_set_text (item, BARN_ASSESSMENT_TITLE, clean);
  barn_item_set_number (item, BARN_ASSESSMENT_DAY, day);
  barn_item_set_text (item, BARN_ASSESSMENT_OUTCOME, barn_outcome_to_nick (outcome));
  barn_item_set_text (item, BARN_ASSESSMENT_REASON, clean_reason);

  return (BarnAssessment *) barn_plan_file_add_item (self, item, "assessment-add", clean, barn_outcome_to_nick (outcome), NULL, error);
}

/**
 * barn_plan_file_set_outcome:
 * @self: a plan file
 * @assessment: a line of the register
 * @outcome: whether the barnkonsekvensanalys was made
 * @reason: (nullable): why not; %NULL: what stands there
 * @error: return location for a #BarnPlanFileError
 *
 * Says what became of it, and why, as one change. The reason stays where it is made after all: it is history, and nobody has to write it again.
 *
 * Returns: whether it is so now
 */
gboolean
barn_plan_file_set_outcome (BarnPlanFile    *self,
                            BarnAssessment  *assessment,
                            BarnOutcome      outcome,
                            const char      *reason,
                            GError         **error)
{
  BarnItem *item = (BarnItem *) assessment;
  g_autofree char *clean = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) reason_value = G_VALUE_INIT;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_ASSESSMENT (assessment), FALSE);

  clean = barn_plan_file_clean_text (reason != NULL ? reason : barn_assessment_get_reason (assessment));
  if (!barn_plan_file_check_outcome (outcome, clean, error))
    return FALSE;

  if (outcome == barn_assessment_get_outcome (assessment) && g_str_equal (clean, barn_assessment_get_reason (assessment)))
    return TRUE;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, barn_outcome_to_nick (outcome));
  g_value_init (&reason_value, G_TYPE_STRING);
  g_value_set_string (&reason_value, clean);

  return barn_plan_file_begin (self, error) &&
         barn_plan_file_write (self, item, BARN_ASSESSMENT_OUTCOME, NULL, &value, error) &&
         barn_plan_file_write (self, item, BARN_ASSESSMENT_REASON, NULL, &reason_value, error) &&
         barn_plan_file_commit (self, "assessment-outcome", barn_item_get_title (item), barn_outcome_to_nick (outcome), NULL, error);
}

/**
 * barn_plan_file_add_year_mark:
 * @self: a plan file
 * @title: what it is called
 * @category: what sort of date it is
 * @day: the first time
 * @by_week: whether it is the whole week of that day
 * @yearly: whether it comes back each year
 * @error: return location for a #BarnPlanFileError
 *
 * Marks something on the årshjul.
 *
 * Returns: (transfer none): the mark
 */
BarnYearMark *
barn_plan_file_add_year_mark (BarnPlanFile      *self,
                              const char        *title,
                              BarnMarkCategory   category,
                              BarnDay            day,
                              gboolean           by_week,
                              gboolean           yearly,
                              GError           **error)
{
  g_autoptr (BarnItem) item = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  clean = barn_plan_file_clean_title (title, error);
  if (clean == NULL)
    return NULL;

  if (day == BARN_DAY_NONE)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE, _("A mark needs a date, as 2026-10-05 or v 41."));
      return NULL;
    }

  item = barn_item_new (BARN_KIND_YEAR_MARK, NULL);
  barn_item_set_text (item, BARN_YEAR_MARK_TITLE, clean);
  barn_item_set_text (item, BARN_YEAR_MARK_CATEGORY, barn_mark_category_to_nick (category));
  barn_item_set_number (item, BARN_YEAR_MARK_DAY, day);
  barn_item_set_number (item, BARN_YEAR_MARK_BY_WEEK, by_week);
  barn_item_set_number (item, BARN_YEAR_MARK_YEARLY, yearly);

  return (BarnYearMark *) barn_plan_file_add_item (self, item, "year-mark-add", clean, NULL, NULL, error);
}

/**
 * barn_plan_file_find_view:
 * @self: a plan file
 * @name: what it is called, whatever the case of its letters
 *
 * Returns: (transfer none) (nullable): the saved view of that name; %NULL if there is none
 */
BarnSavedView *
barn_plan_file_find_view (BarnPlanFile *self,
                          const char   *name)
{
  GListModel *views;
  g_autofree char *clean = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  views = barn_model_get_saved_views (self->model);
  clean = barn_plan_file_clean_line (name);
  folded = barn_fold (clean);
  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (BarnItem) view = g_list_model_get_item (views, i);
      g_autofree char *other = barn_fold (barn_item_get_title (view));

      /* The list keeps it alive */
      if (strcmp (other, folded) == 0)
        return BARN_SAVED_VIEW (view);
    }

  return NULL;
}

/* Everything but the place of @present becomes what it is in @item */
static gboolean
write_view (BarnPlanFile  *self,
            BarnItem      *present,
            BarnItem      *item,
            GError       **error)
{
  for (guint field = 0; field < BARN_SAVED_VIEW_POSITION; field++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      barn_item_get_value (item, field, &value);
      if (!barn_plan_file_write (self, present, field, NULL, &value, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * barn_plan_file_save_view:
 * @self: a plan file
 * @name: what the view is called
 * @filter: which activities it shows
 * @grouping: (nullable): the window's word for what they are grouped by
 * @sorting: (nullable): the window's word for what they are ordered by
 * @columns: (nullable): the window's words for the columns
 * @error: return location for a #BarnPlanFileError
 *
 * Saves a way to look at the activities. A view that has the name already becomes this one.
 *
 * Returns: (transfer none): the view
 */
BarnSavedView *
barn_plan_file_save_view (BarnPlanFile      *self,
                          const char        *name,
                          const BarnFilter  *filter,
                          const char        *grouping,
                          const char        *sorting,
                          const char        *columns,
                          GError           **error)
{
  g_autoptr (BarnItem) item = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *text = NULL;
  BarnSavedView *present;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  clean = barn_plan_file_clean_title (name, error);
  if (clean == NULL)
    return NULL;

  text = barn_filter_to_text (filter);
  item = barn_item_new (BARN_KIND_SAVED_VIEW, NULL);
  barn_item_set_text (item, BARN_SAVED_VIEW_NAME, clean);
  barn_item_set_text (item, BARN_SAVED_VIEW_FILTER, text);
  barn_item_set_text (item, BARN_SAVED_VIEW_GROUPING, grouping);
  barn_item_set_text (item, BARN_SAVED_VIEW_SORTING, sorting);
  barn_item_set_text (item, BARN_SAVED_VIEW_COLUMNS, columns);
  barn_item_set_real (item, BARN_SAVED_VIEW_POSITION, barn_plan_file_next_position (barn_model_get_saved_views (self->model)));

  present = barn_plan_file_find_view (self, clean);
  if (present == NULL)
    return (BarnSavedView *) barn_plan_file_add_item (self, item, "saved-view-add", clean, NULL, NULL, error);

  if (!barn_plan_file_begin (self, error) ||
      !write_view (self, BARN_ITEM (present), item, error) ||
      !barn_plan_file_commit (self, "saved-view-filter", clean, NULL, NULL, error))
    return NULL;

  return present;
}
