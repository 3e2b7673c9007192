/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-kind"

#include "config.h"

#include "barn-adopted.h"
#include "barn-area.h"
#include "barn-assessment.h"
#include "barn-delay.h"
#include "barn-indicator.h"
#include "barn-occasion.h"
#include "barn-plan.h"
#include "barn-saved-view.h"
#include "barn-sections.h"
#include "barn-year-mark.h"

typedef struct
{
  const char *nick;
  GType     (*get_type) (void);
  int         parent;            /* the kind that an item names in its first field; -1: none */
} KindInfo;

static const KindInfo kinds[BARN_N_KINDS] = {
  [BARN_KIND_ORGANISATION] = { "organisation", barn_organisation_get_type, -1 },
  [BARN_KIND_ROLE] = { "role", barn_role_get_type, -1 },
  [BARN_KIND_UNIT] = { "unit", barn_unit_get_type, -1 },
  [BARN_KIND_PLAN] = { "plan", barn_plan_get_type, -1 },
  [BARN_KIND_OCCASION] = { "occasion", barn_occasion_get_type, BARN_KIND_PLAN },
  [BARN_KIND_PLAN_TEXT] = { "plan_text", barn_plan_text_get_type, BARN_KIND_PLAN },
  [BARN_KIND_SHIFT] = { "shift", barn_shift_get_type, BARN_KIND_PLAN },
  [BARN_KIND_ACTIVITY] = { "activity", barn_activity_get_type, BARN_KIND_PLAN },
  [BARN_KIND_FOLLOW_UP] = { "follow_up", barn_follow_up_get_type, BARN_KIND_ACTIVITY },
  [BARN_KIND_DELAY] = { "delay", barn_delay_get_type, BARN_KIND_ACTIVITY },
  [BARN_KIND_REPORTED] = { "reported", barn_reported_get_type, BARN_KIND_OCCASION },
  [BARN_KIND_INDICATOR] = { "indicator", barn_indicator_get_type, BARN_KIND_PLAN },
  [BARN_KIND_INDICATOR_VALUE] = { "indicator_value", barn_indicator_value_get_type, BARN_KIND_INDICATOR },
  [BARN_KIND_ASSESSMENT] = { "assessment", barn_assessment_get_type, BARN_KIND_PLAN },
  [BARN_KIND_LONG_TERM] = { "long_term", barn_long_term_get_type, BARN_KIND_PLAN },
  [BARN_KIND_AREA] = { "area", barn_area_get_type, -1 },
  [BARN_KIND_MEASURE] = { "measure", barn_measure_get_type, BARN_KIND_AREA },
  [BARN_KIND_SECTION_TEXT] = { "section_text", barn_section_text_get_type, BARN_KIND_PLAN },
  [BARN_KIND_ADOPTED] = { "adopted", barn_adopted_get_type, BARN_KIND_PLAN },
  [BARN_KIND_YEAR_MARK] = { "year_mark", barn_year_mark_get_type, -1 },
  [BARN_KIND_SAVED_VIEW] = { "saved_view", barn_saved_view_get_type, -1 },
};

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_positions (BarnItem *a,
                   BarnItem *b)
{
  double left = barn_item_get_position (a);
  double right = barn_item_get_position (b);

  return (left > right) - (left < right);
}

static int
compare_section_texts (BarnItem *a,
                       BarnItem *b)
{
  int order = compare_numbers (barn_sections_get_place (barn_item_get_text (a, BARN_SECTION_TEXT_SECTION)),
                               barn_sections_get_place (barn_item_get_text (b, BARN_SECTION_TEXT_SECTION)));

  if (order != 0)
    return order;

  return compare_numbers (barn_item_get_number (a, BARN_SECTION_TEXT_ARTICLE),
                          barn_item_get_number (b, BARN_SECTION_TEXT_ARTICLE));
}

/* The latest first: by day, then by when they were made */
static int
compare_latest (BarnItem *a,
                BarnItem *b,
                guint     day,
                guint     made_at)
{
  int order = compare_numbers (barn_item_get_number (b, day), barn_item_get_number (a, day));

  if (order != 0)
    return order;

  return compare_numbers (barn_item_get_number (b, made_at), barn_item_get_number (a, made_at));
}

static int
compare_fields (BarnItem *a,
                BarnItem *b,
                guint     field)
{
  return compare_numbers (barn_item_get_number (a, field), barn_item_get_number (b, field));
}

/**
 * barn_kind_get_item_type:
 * @kind: a kind
 *
 * Gets the type of the items of @kind.
 *
 * Returns: the type
 */
GType
barn_kind_get_item_type (BarnKind kind)
{
  g_return_val_if_fail ((guint) kind < BARN_N_KINDS, G_TYPE_INVALID);

  return kinds[kind].get_type ();
}

/**
 * barn_kind_to_nick:
 * @kind: a kind
 *
 * Gets the word for @kind: the name of its table.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_kind_to_nick (BarnKind kind)
{
  g_return_val_if_fail ((guint) kind < BARN_N_KINDS, NULL);

  return kinds[kind].nick;
}

/**
 * barn_kind_from_nick:
 * @nick: (nullable): a word
 * @kind: (out): the kind it stands for
 *
 * Finds a kind by its word.
 *
 * Returns: %TRUE if there is one; @kind is untouched otherwise
 */
gboolean
barn_kind_from_nick (const char *nick,
                     BarnKind   *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < BARN_N_KINDS; i++)
    {
      if (g_strcmp0 (nick, kinds[i].nick) == 0)
        {
          *kind = (BarnKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * barn_kind_get_parent:
 * @kind: a kind
 *
 * Gets the kind of what items of @kind belong to. They name it in their first field.
 *
 * Returns: a #BarnKind; -1: they belong to nothing
 */
int
barn_kind_get_parent (BarnKind kind)
{
  g_return_val_if_fail ((guint) kind < BARN_N_KINDS, -1);

  return kinds[kind].parent;
}

/**
 * barn_item_compare:
 * @a: an item
 * @b: an item of the same kind
 *
 * Compares two items by the order of a list of their kind. Which parent they have does not matter.
 *
 * Returns: less than, equal to or greater than 0; 0 only for the same id
 */
int
barn_item_compare (BarnItem *a,
                   BarnItem *b)
{
  int order = 0;

  g_return_val_if_fail (BARN_IS_ITEM (a), 0);
  g_return_val_if_fail (BARN_IS_ITEM (b), 0);

  switch (barn_item_get_kind (a))
    {
    case BARN_KIND_PLAN:
      order = compare_numbers (barn_item_get_number (b, BARN_PLAN_YEAR), barn_item_get_number (a, BARN_PLAN_YEAR));
      break;

    case BARN_KIND_FOLLOW_UP:
      order = compare_latest (a, b, BARN_FOLLOW_UP_DAY, BARN_FOLLOW_UP_MADE_AT);
      break;

    case BARN_KIND_DELAY:
      order = compare_latest (a, b, BARN_DELAY_MADE_ON, BARN_DELAY_MADE_AT);
      break;

    case BARN_KIND_ADOPTED:
      order = compare_latest (a, b, BARN_ADOPTED_ADOPTED_ON, BARN_ADOPTED_MADE_AT);
      break;

    case BARN_KIND_OCCASION:
      order = compare_fields (a, b, BARN_OCCASION_CUT_OFF);
      break;

    case BARN_KIND_INDICATOR_VALUE:
      order = compare_fields (a, b, BARN_INDICATOR_VALUE_DAY);
      break;

    case BARN_KIND_ASSESSMENT:
      order = compare_fields (a, b, BARN_ASSESSMENT_DAY);
      break;

    case BARN_KIND_YEAR_MARK:
      order = compare_fields (a, b, BARN_YEAR_MARK_DAY);
      break;

    case BARN_KIND_SECTION_TEXT:
      order = compare_section_texts (a, b);
      break;

    case BARN_KIND_AREA:
      order = compare_fields (a, b, BARN_AREA_YEAR);
      if (order == 0)
        order = compare_positions (a, b);
      break;

    case BARN_KIND_ORGANISATION:
    case BARN_KIND_ROLE:
    case BARN_KIND_UNIT:
    case BARN_KIND_PLAN_TEXT:
    case BARN_KIND_SHIFT:
    case BARN_KIND_ACTIVITY:
    case BARN_KIND_REPORTED:
    case BARN_KIND_INDICATOR:
    case BARN_KIND_LONG_TERM:
    case BARN_KIND_MEASURE:
    case BARN_KIND_SAVED_VIEW:
    default:
      order = compare_positions (a, b);
      break;
    }

  return order != 0 ? order : strcmp (barn_item_get_id (a), barn_item_get_id (b));
}
