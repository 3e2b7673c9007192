/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-data-kinds"

#include "config.h"

#include "barn-data-private.h"

#include <math.h>

#include "barn-adopted.h"
#include "barn-assessment.h"
#include "barn-delay.h"
#include "barn-indicator.h"
#include "barn-occasion.h"
#include "barn-plan.h"
#include "barn-saved-view.h"
#include "barn-year-mark.h"

/* The sheets of the kinds of things whose rows are their fields as they are: a person of another program finds there what no other sheet sums up */

#define GROUP "workbook"
#define MAX_COLUMNS 10

/* Columns that are no field */
#define YEAR (-1)   /* of the plan that it belongs to */
#define PARENT (-2) /* what it belongs to, by its title */

/**
 * Column:
 * @key: of its heading in the profile; %NULL: there are no more
 * @width: in characters
 * @field: the field, or %YEAR or %PARENT
 * @words: (nullable): beginning of the keys of the words that the field holds
 */
typedef struct
{
  const char *key;
  guint       width;
  int         field;
  const char *words;
} Column;

/**
 * KindSheet:
 * @day: the field of the day from which it is known; -1: it always is
 */
typedef struct
{
  const char *name;
  BarnKind    kind;
  int         day;
  Column      columns[MAX_COLUMNS];
} KindSheet;

static const KindSheet kind_sheets[] = {
  { "assessments", BARN_KIND_ASSESSMENT, BARN_ASSESSMENT_DAY,
    { { "year", 6, YEAR, NULL }, { "decision_made", 50, BARN_ASSESSMENT_TITLE, NULL }, { "day", 12, BARN_ASSESSMENT_DAY, NULL },
      { "outcome", 20, BARN_ASSESSMENT_OUTCOME, "outcome" }, { "reason", 50, BARN_ASSESSMENT_REASON, NULL },
      { "heard", 12, BARN_ASSESSMENT_HEARD, NULL }, { "link", 40, BARN_ASSESSMENT_LINK, NULL }, { "note", 50, BARN_ASSESSMENT_NOTE, NULL } } },
  { "indicators", BARN_KIND_INDICATOR, -1,
    { { "year", 6, YEAR, NULL }, { "indicator", 50, BARN_INDICATOR_TITLE, NULL }, { "activity", 40, BARN_INDICATOR_ACTIVITY, NULL },
      { "shift", 40, BARN_INDICATOR_SHIFT, NULL }, { "scale", 12, BARN_INDICATOR_SCALE, "scale" }, { "unit_counted", 14, BARN_INDICATOR_UNIT, NULL },
      { "baseline", 12, BARN_INDICATOR_BASELINE, NULL }, { "target", 12, BARN_INDICATOR_TARGET, NULL } } },
  { "values", BARN_KIND_INDICATOR_VALUE, BARN_INDICATOR_VALUE_DAY,
    { { "year", 6, YEAR, NULL }, { "indicator", 50, PARENT, NULL }, { "day", 12, BARN_INDICATOR_VALUE_DAY, NULL },
      { "value", 12, BARN_INDICATOR_VALUE_VALUE, NULL }, { "remark", 50, BARN_INDICATOR_VALUE_COMMENT, NULL },
      { "author", 20, BARN_INDICATOR_VALUE_AUTHOR, NULL } } },
  { "delays", BARN_KIND_DELAY, BARN_DELAY_MADE_ON,
    { { "year", 6, YEAR, NULL }, { "activity", 50, PARENT, NULL }, { "moved_from", 12, BARN_DELAY_FROM_ON, NULL },
      { "moved_to", 12, BARN_DELAY_TO_ON, NULL }, { "reason", 50, BARN_DELAY_REASON, NULL }, { "moved_on", 12, BARN_DELAY_MADE_ON, NULL },
      { "author", 20, BARN_DELAY_AUTHOR, NULL } } },
  { "occasions", BARN_KIND_OCCASION, -1,
    { { "year", 6, YEAR, NULL }, { "occasion", 40, BARN_OCCASION_TITLE, NULL }, { "cut_off", 12, BARN_OCCASION_CUT_OFF, NULL },
      { "closed_on", 12, BARN_OCCASION_CLOSED_ON, NULL }, { "reason", 50, BARN_OCCASION_REASON, NULL } } },
  { "reported", BARN_KIND_REPORTED, -1,
    { { "year", 6, YEAR, NULL }, { "occasion", 30, PARENT, NULL }, { "activity", 50, BARN_REPORTED_TITLE, NULL },
      { "roles", 24, BARN_REPORTED_ROLES, NULL }, { "responsible", 24, BARN_REPORTED_RESPONSIBLE, NULL }, { "due", 12, BARN_REPORTED_DUE_ON, NULL },
      { "status", 14, BARN_REPORTED_STATUS, NULL }, { "overdue", 10, BARN_REPORTED_OVERDUE, NULL },
      { "comment", 50, BARN_REPORTED_COMMENT, NULL }, { "effect", 50, BARN_REPORTED_EFFECT, NULL } } },
  { "plan_texts", BARN_KIND_PLAN_TEXT, -1,
    { { "year", 6, YEAR, NULL }, { "section", 20, BARN_PLAN_TEXT_SECTION, "section" }, { "article", 8, BARN_PLAN_TEXT_ARTICLE, NULL },
      { "heading", 40, BARN_PLAN_TEXT_HEADING, NULL }, { "text", 90, BARN_PLAN_TEXT_BODY, NULL } } },
  { "adopted", BARN_KIND_ADOPTED, BARN_ADOPTED_ADOPTED_ON,
    { { "year", 6, YEAR, NULL }, { "title", 50, BARN_ADOPTED_TITLE, NULL }, { "format", 10, BARN_ADOPTED_FORMAT, NULL },
      { "as_of", 12, BARN_ADOPTED_AS_OF, NULL }, { "approved_on", 12, BARN_ADOPTED_ADOPTED_ON, NULL },
      { "approved_by", 30, BARN_ADOPTED_INSTANCE, NULL }, { "paragraph", 12, BARN_ADOPTED_DECISION, NULL },
      { "registry_number", 20, BARN_ADOPTED_REGISTRY_NUMBER, NULL }, { "author", 20, BARN_ADOPTED_AUTHOR, NULL },
      { "sha256", 68, BARN_ADOPTED_SHA256, NULL } } },
  { "year_marks", BARN_KIND_YEAR_MARK, -1,
    { { "mark", 50, BARN_YEAR_MARK_TITLE, NULL }, { "category", 20, BARN_YEAR_MARK_CATEGORY, "category" }, { "day", 12, BARN_YEAR_MARK_DAY, NULL },
      { "by_week", 12, BARN_YEAR_MARK_BY_WEEK, NULL }, { "yearly", 12, BARN_YEAR_MARK_YEARLY, NULL } } },
  { "saved_views", BARN_KIND_SAVED_VIEW, -1,
    { { "view", 40, BARN_SAVED_VIEW_NAME, NULL }, { "filter", 50, BARN_SAVED_VIEW_FILTER, NULL }, { "grouping", 20, BARN_SAVED_VIEW_GROUPING, NULL },
      { "sorting", 20, BARN_SAVED_VIEW_SORTING, NULL }, { "columns", 40, BARN_SAVED_VIEW_COLUMNS, NULL } } },
  { "role_names", BARN_KIND_ROLE, -1, { { "role", 40, BARN_ROLE_NAME, NULL } } },
  { "units", BARN_KIND_UNIT, -1, { { "unit", 40, BARN_UNIT_NAME, NULL } } },
  { "organisation", BARN_KIND_ORGANISATION, -1,
    { { "organisation", 40, BARN_ORGANISATION_NAME, NULL }, { "board", 40, BARN_ORGANISATION_BOARD, NULL },
      { "municipality", 40, BARN_ORGANISATION_MUNICIPALITY, NULL } } },
};

/* What it belongs to; NULL: to nothing */
static BarnItem *
find_parent (BarnModel *model,
             BarnItem  *item)
{
  const char *id = barn_kind_get_parent (barn_item_get_kind (item)) >= 0 ? barn_item_get_text (item, 0) : NULL;

  return id != NULL ? barn_model_lookup (model, id) : NULL;
}

/* The latest year first; in it by what it belongs to, as the other sheets */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  BarnModel *model = data;
  BarnItem *left = *(BarnItem *const *) a;
  BarnItem *right = *(BarnItem *const *) b;
  BarnItem *left_parent = find_parent (model, left);
  BarnItem *right_parent = find_parent (model, right);

  if (left_parent != NULL && right_parent != NULL && left_parent != right_parent)
    return compare_rows (&left_parent, &right_parent, model);

  return barn_item_compare (left, right);
}

static GPtrArray *
dup_items (BarnModel *model,
           BarnKind   kind)
{
  g_autoptr (GPtrArray) all = barn_model_dup_items (model);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      if (barn_item_get_kind (g_ptr_array_index (all, i)) == kind)
        g_ptr_array_add (items, g_ptr_array_index (all, i));
    }
  g_ptr_array_sort_with_data (items, compare_rows, model);

  return items;
}

static void
add_year (BarnModel *model,
          BarnSheet *sheet,
          BarnItem  *item)
{
  while (item != NULL && !BARN_IS_PLAN (item))
    item = find_parent (model, item);

  barn_sheet_add_number (sheet, item != NULL ? barn_plan_get_year (BARN_PLAN (item)) : NAN);
}

static void
add_title (BarnSheet *sheet,
           BarnItem  *item)
{
  barn_sheet_add_text (sheet, item != NULL ? barn_item_get_title (item) : "");
}

static void
add_field (BarnModel *model,
           BarnSheet *sheet,
           BarnItem  *item,
           guint      place)
{
  guint n_fields;
  const BarnField *fields = barn_item_get_fields (item, &n_fields);
  const char *id;

  switch (fields[place].type)
    {
    case BARN_FIELD_REF:
      id = barn_item_get_text (item, place);
      add_title (sheet, id != NULL ? barn_model_lookup (model, id) : NULL);
      break;

    case BARN_FIELD_DAY:
      barn_sheet_add_day (sheet, (BarnDay) barn_item_get_number (item, place));
      break;

    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
      barn_sheet_add_number (sheet, barn_item_get_real (item, place));
      break;

    case BARN_FIELD_BOOL:
      barn_sheet_add_yes (sheet, barn_item_get_number (item, place) != 0);
      break;

    case BARN_FIELD_STATUS:
      barn_sheet_add_status (sheet, (BarnStatus) barn_item_get_number (item, place));
      break;

    case BARN_FIELD_SET:
      barn_sheet_take_text (sheet, g_strjoinv (", ", (GStrv) barn_item_get_set (item, place)));
      break;

    case BARN_FIELD_INT:
      barn_sheet_add_number (sheet, (double) barn_item_get_number (item, place));
      break;

    case BARN_FIELD_TEXT:
    default:
      barn_sheet_add_text (sheet, barn_item_get_text (item, place));
      break;
    }
}

static void
add_cell (BarnModel    *model,
          BarnProfile  *profile,
          BarnSheet    *sheet,
          BarnItem     *item,
          const Column *column)
{
  if (column->field == YEAR)
    {
      add_year (model, sheet, item);
    }
  else if (column->field == PARENT)
    {
      add_title (sheet, find_parent (model, item));
    }
  else if (column->words != NULL)
    {
      g_autofree char *key = g_strconcat (column->words, "_", barn_item_get_text (item, (guint) column->field), NULL);

      barn_sheet_take_text (sheet, barn_profile_dup_text (profile, GROUP, key));
    }
  else
    {
      add_field (model, sheet, item, (guint) column->field);
    }
}

static BarnSheet *
dup_sheet (const KindSheet *self,
           BarnModel       *model,
           BarnProfile     *profile,
           BarnDay          as_of)
{
  BarnSheet *sheet = barn_sheet_new (profile, self->name, NULL);
  g_autoptr (GPtrArray) items = dup_items (model, self->kind);

  for (guint i = 0; i < MAX_COLUMNS && self->columns[i].key != NULL; i++)
    barn_sheet_add_column (sheet, profile, self->columns[i].key, self->columns[i].width);

  for (guint i = 0; i < items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (items, i);

      if (self->day >= 0 && (BarnDay) barn_item_get_number (item, (guint) self->day) > as_of)
        continue;

      for (guint j = 0; j < MAX_COLUMNS && self->columns[j].key != NULL; j++)
        add_cell (model, profile, sheet, item, &self->columns[j]);
    }

  return sheet;
}

/*
 * barn_data_append_kinds:
 * @sheets: (element-type BarnSheet): sheets
 * @model: the items of the plan file
 * @profile: the wording
 * @as_of: the day after which nothing is told
 *
 * Adds a sheet for each kind of thing that has none of its own among those of barn_data_dup_sheets() that sum something up.
 */
void
barn_data_append_kinds (GPtrArray   *sheets,
                        BarnModel   *model,
                        BarnProfile *profile,
                        BarnDay      as_of)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_sheets); i++)
    g_ptr_array_add (sheets, dup_sheet (&kind_sheets[i], model, profile, as_of));
}
