/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-kind"

#include "config.h"

#include "barn-area.h"
#include "barn-plan.h"
#include "barn-sections.h"

static const char *const kind_nicks[BARN_N_KINDS] = {
  [BARN_KIND_ORGANISATION] = "organisation",
  [BARN_KIND_ROLE] = "role",
  [BARN_KIND_UNIT] = "unit",
  [BARN_KIND_PLAN] = "plan",
  [BARN_KIND_PLAN_TEXT] = "plan_text",
  [BARN_KIND_SHIFT] = "shift",
  [BARN_KIND_ACTIVITY] = "activity",
  [BARN_KIND_FOLLOW_UP] = "follow_up",
  [BARN_KIND_LONG_TERM] = "long_term",
  [BARN_KIND_AREA] = "area",
  [BARN_KIND_MEASURE] = "measure",
  [BARN_KIND_SECTION_TEXT] = "section_text",
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
get_section_place (BarnItem *self)
{
  guint n_sections;
  const BarnSection *sections = barn_sections_get (&n_sections);
  const char *id = barn_item_get_text (self, BARN_SECTION_TEXT_SECTION);

  for (guint i = 0; i < n_sections; i++)
    {
      if (strcmp (sections[i].id, id) == 0)
        return (int) i;
    }

  return (int) n_sections;
}

static int
compare_section_texts (BarnItem *a,
                       BarnItem *b)
{
  int order = get_section_place (a) - get_section_place (b);

  if (order != 0)
    return order;

  return compare_numbers (barn_item_get_number (a, BARN_SECTION_TEXT_ARTICLE),
                          barn_item_get_number (b, BARN_SECTION_TEXT_ARTICLE));
}

static int
compare_follow_ups (BarnItem *a,
                    BarnItem *b)
{
  int order = compare_numbers (barn_item_get_number (b, BARN_FOLLOW_UP_DAY),
                               barn_item_get_number (a, BARN_FOLLOW_UP_DAY));

  if (order != 0)
    return order;

  return compare_numbers (barn_item_get_number (b, BARN_FOLLOW_UP_MADE_AT),
                          barn_item_get_number (a, BARN_FOLLOW_UP_MADE_AT));
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
  switch (kind)
    {
    case BARN_KIND_ORGANISATION:
      return BARN_TYPE_ORGANISATION;

    case BARN_KIND_ROLE:
      return BARN_TYPE_ROLE;

    case BARN_KIND_UNIT:
      return BARN_TYPE_UNIT;

    case BARN_KIND_PLAN:
      return BARN_TYPE_PLAN;

    case BARN_KIND_PLAN_TEXT:
      return BARN_TYPE_PLAN_TEXT;

    case BARN_KIND_SHIFT:
      return BARN_TYPE_SHIFT;

    case BARN_KIND_ACTIVITY:
      return BARN_TYPE_ACTIVITY;

    case BARN_KIND_FOLLOW_UP:
      return BARN_TYPE_FOLLOW_UP;

    case BARN_KIND_LONG_TERM:
      return BARN_TYPE_LONG_TERM;

    case BARN_KIND_AREA:
      return BARN_TYPE_AREA;

    case BARN_KIND_MEASURE:
      return BARN_TYPE_MEASURE;

    case BARN_KIND_SECTION_TEXT:
      return BARN_TYPE_SECTION_TEXT;

    default:
      g_return_val_if_reached (G_TYPE_INVALID);
    }
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

  return kind_nicks[kind];
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
      if (g_strcmp0 (nick, kind_nicks[i]) == 0)
        {
          *kind = (BarnKind) i;
          return TRUE;
        }
    }

  return FALSE;
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
      order = compare_follow_ups (a, b);
      break;

    case BARN_KIND_SECTION_TEXT:
      order = compare_section_texts (a, b);
      break;

    case BARN_KIND_AREA:
      order = compare_numbers (barn_item_get_number (a, BARN_AREA_YEAR), barn_item_get_number (b, BARN_AREA_YEAR));
      if (order == 0)
        order = compare_positions (a, b);
      break;

    case BARN_KIND_ORGANISATION:
    case BARN_KIND_ROLE:
    case BARN_KIND_UNIT:
    case BARN_KIND_PLAN_TEXT:
    case BARN_KIND_SHIFT:
    case BARN_KIND_ACTIVITY:
    case BARN_KIND_LONG_TERM:
    case BARN_KIND_MEASURE:
    default:
      order = compare_positions (a, b);
      break;
    }

  return order != 0 ? order : strcmp (barn_item_get_id (a), barn_item_get_id (b));
}
