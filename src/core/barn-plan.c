/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan"

#include "config.h"

#include "barn-plan.h"

#include "barn-item-private.h"

static const BarnField barn_plan_fields[] = {
  [BARN_PLAN_YEAR] = { "year", BARN_FIELD_INT },
  [BARN_PLAN_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_PLAN_APPROVED_BY] = { "approved-by", BARN_FIELD_TEXT },
  [BARN_PLAN_APPROVED_ON] = { "approved-on", BARN_FIELD_DAY },
  [BARN_PLAN_REGISTRY_NUMBER] = { "registry-number", BARN_FIELD_TEXT },
  [BARN_PLAN_CLOSED_ON] = { "closed-on", BARN_FIELD_DAY },
};

BARN_DEFINE_KIND (BarnPlan, barn_plan, PLAN)

/**
 * barn_plan_get_year:
 * @self: a plan
 *
 * Gets the year it is for.
 *
 * Returns: the year
 */
guint
barn_plan_get_year (BarnPlan *self)
{
  g_return_val_if_fail (BARN_IS_PLAN (self), 0);

  return (guint) barn_item_get_number (BARN_ITEM (self), BARN_PLAN_YEAR);
}

/**
 * barn_plan_get_title:
 * @self: a plan
 *
 * Gets its own title.
 *
 * Returns: (transfer none): the title; empty: it is called after its year
 */
const char *
barn_plan_get_title (BarnPlan *self)
{
  g_return_val_if_fail (BARN_IS_PLAN (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_PLAN_TITLE);
}

/**
 * barn_plan_get_approved_by:
 * @self: a plan
 *
 * Gets who approved it.
 *
 * Returns: (transfer none): the name; empty: nobody yet
 */
const char *
barn_plan_get_approved_by (BarnPlan *self)
{
  g_return_val_if_fail (BARN_IS_PLAN (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_PLAN_APPROVED_BY);
}

/**
 * barn_plan_get_approved_on:
 * @self: a plan
 *
 * Gets when it was approved.
 *
 * Returns: the day; %BARN_DAY_NONE: not yet
 */
BarnDay
barn_plan_get_approved_on (BarnPlan *self)
{
  g_return_val_if_fail (BARN_IS_PLAN (self), BARN_DAY_NONE);

  return (BarnDay) barn_item_get_number (BARN_ITEM (self), BARN_PLAN_APPROVED_ON);
}

/**
 * barn_plan_get_registry_number:
 * @self: a plan
 *
 * Gets its diarienummer.
 *
 * Returns: (transfer none): the number; empty: none
 */
const char *
barn_plan_get_registry_number (BarnPlan *self)
{
  g_return_val_if_fail (BARN_IS_PLAN (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_PLAN_REGISTRY_NUMBER);
}

/**
 * barn_plan_get_closed_on:
 * @self: a plan
 *
 * Gets when its year was closed. A closed year can be corrected all the same.
 *
 * Returns: the day; %BARN_DAY_NONE: it is open
 */
BarnDay
barn_plan_get_closed_on (BarnPlan *self)
{
  g_return_val_if_fail (BARN_IS_PLAN (self), BARN_DAY_NONE);

  return (BarnDay) barn_item_get_number (BARN_ITEM (self), BARN_PLAN_CLOSED_ON);
}

/**
 * barn_plan_get_shifts:
 * @self: a plan
 *
 * Gets its shifts, in the order of position.
 *
 * Returns: (transfer none): a living list of #BarnShift
 */
GListModel *
barn_plan_get_shifts (BarnPlan *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_SHIFT);
}

/**
 * barn_plan_get_activities:
 * @self: a plan
 *
 * Gets its activities, in the order of position.
 *
 * Returns: (transfer none): a living list of #BarnActivity
 */
GListModel *
barn_plan_get_activities (BarnPlan *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_ACTIVITY);
}

/**
 * barn_plan_get_long_terms:
 * @self: a plan
 *
 * Gets what is planned beyond the year, in the order of position.
 *
 * Returns: (transfer none): a living list of #BarnLongTerm
 */
GListModel *
barn_plan_get_long_terms (BarnPlan *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_LONG_TERM);
}

/**
 * barn_plan_get_texts:
 * @self: a plan
 *
 * Gets the parts of its text, in the order of position.
 *
 * Returns: (transfer none): a living list of #BarnPlanText
 */
GListModel *
barn_plan_get_texts (BarnPlan *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_PLAN_TEXT);
}

/**
 * barn_plan_get_section_texts:
 * @self: a plan
 *
 * Gets what was written in its barnbokslut, in the order of the document.
 *
 * Returns: (transfer none): a living list of #BarnSectionText
 */
GListModel *
barn_plan_get_section_texts (BarnPlan *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_SECTION_TEXT);
}

/**
 * barn_plan_get_occasions:
 * @self: a plan
 *
 * Gets its uppföljningstillfällen, by cut-off date.
 *
 * Returns: (transfer none): a living list of #BarnOccasion
 */
GListModel *
barn_plan_get_occasions (BarnPlan *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_OCCASION);
}

/**
 * barn_plan_get_indicators:
 * @self: a plan
 *
 * Gets its indicators, in the order of position.
 *
 * Returns: (transfer none): a living list of #BarnIndicator
 */
GListModel *
barn_plan_get_indicators (BarnPlan *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_INDICATOR);
}

/**
 * barn_plan_get_assessments:
 * @self: a plan
 *
 * Gets the register of barnkonsekvensanalyser, by the day of the decision.
 *
 * Returns: (transfer none): a living list of #BarnAssessment
 */
GListModel *
barn_plan_get_assessments (BarnPlan *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_ASSESSMENT);
}

/**
 * barn_plan_get_adopted:
 * @self: a plan
 *
 * Gets the documents of its year that were adopted, the latest decision first.
 *
 * Returns: (transfer none): a living list of #BarnAdopted
 */
GListModel *
barn_plan_get_adopted (BarnPlan *self)
{
  return barn_item_get_children (BARN_ITEM (self), BARN_KIND_ADOPTED);
}

/**
 * barn_plan_has_content:
 * @self: a plan
 *
 * Returns: whether anything stands in one of its lists
 */
gboolean
barn_plan_has_content (BarnPlan *self)
{
  g_return_val_if_fail (BARN_IS_PLAN (self), FALSE);

  return g_list_model_get_n_items (barn_plan_get_activities (self)) > 0 ||
         g_list_model_get_n_items (barn_plan_get_shifts (self)) > 0 ||
         g_list_model_get_n_items (barn_plan_get_long_terms (self)) > 0 ||
         g_list_model_get_n_items (barn_plan_get_texts (self)) > 0 ||
         g_list_model_get_n_items (barn_plan_get_section_texts (self)) > 0;
}

/**
 * barn_plan_find_current:
 * @plans: the plans of a file, the latest first
 *
 * The plan to begin with where nobody has chosen a year: the latest that has begun and has something in it. A plan that was only
 * made must not hide the one that is followed up.
 *
 * Returns: (nullable) (transfer none): the plan, held by @plans; %NULL where there is none
 */
BarnPlan *
barn_plan_find_current (GListModel *plans)
{
  guint this_year = barn_day_get_year (barn_clock_get_today ());
  BarnPlan *latest = NULL;
  BarnPlan *begun = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (plans), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (BarnPlan) plan = g_list_model_get_item (plans, i);

      if (latest == NULL)
        latest = plan;
      if (barn_plan_get_year (plan) > this_year)
        continue;
      if (barn_plan_has_content (plan))
        return plan;
      if (begun == NULL)
        begun = plan;
    }

  return begun != NULL ? begun : latest;
}

/**
 * barn_plan_get_shift_number:
 * @self: a plan
 * @shift: one of its shifts
 *
 * Gets the number that a shift has in the plan.
 *
 * Returns: the number, 1 for the first; 0: it is not in this plan
 */
guint
barn_plan_get_shift_number (BarnPlan  *self,
                            BarnShift *shift)
{
  guint position;

  g_return_val_if_fail (BARN_IS_PLAN (self), 0);
  g_return_val_if_fail (BARN_IS_SHIFT (shift), 0);

  if (!g_list_store_find (barn_item_get_child_store (BARN_ITEM (self), BARN_KIND_SHIFT), shift, &position))
    return 0;

  return position + 1;
}

/**
 * barn_plan_find_section_text:
 * @self: a plan
 * @section: the word of a section, see barn-sections.h
 * @article: the number of an article; 0 where the section is not written by article
 *
 * Finds what was written in a section of the year's barnbokslut.
 *
 * Returns: (transfer none) (nullable): the text; %NULL: nothing was
 */
BarnSectionText *
barn_plan_find_section_text (BarnPlan   *self,
                             const char *section,
                             guint       article)
{
  GListModel *texts;
  guint n_texts;

  g_return_val_if_fail (BARN_IS_PLAN (self), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  texts = barn_plan_get_section_texts (self);
  n_texts = g_list_model_get_n_items (texts);

  for (guint i = 0; i < n_texts; i++)
    {
      g_autoptr (BarnSectionText) text = g_list_model_get_item (texts, i);

      /* The list keeps it alive */
      if (barn_section_text_get_article (text) == article &&
          strcmp (barn_section_text_get_section (text), section) == 0)
        return text;
    }

  return NULL;
}
