/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-items"

#include "config.h"

#include "barn-items.h"

#include "barn-item-private.h"

static const BarnField barn_organisation_fields[] = {
  [BARN_ORGANISATION_NAME] = { "name", BARN_FIELD_TEXT },
  [BARN_ORGANISATION_BOARD] = { "board", BARN_FIELD_TEXT },
  [BARN_ORGANISATION_MUNICIPALITY] = { "municipality", BARN_FIELD_TEXT },
  [BARN_ORGANISATION_PROFILE] = { "profile", BARN_FIELD_TEXT },
};

BARN_DEFINE_KIND (BarnOrganisation, barn_organisation, ORGANISATION)

static const BarnField barn_role_fields[] = {
  [BARN_ROLE_NAME] = { "name", BARN_FIELD_TEXT },
  [BARN_ROLE_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnRole, barn_role, ROLE)

static const BarnField barn_unit_fields[] = {
  [BARN_UNIT_NAME] = { "name", BARN_FIELD_TEXT },
  [BARN_UNIT_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnUnit, barn_unit, UNIT)

static const BarnField barn_plan_text_fields[] = {
  [BARN_PLAN_TEXT_PLAN] = { "plan", BARN_FIELD_REF },
  [BARN_PLAN_TEXT_SECTION] = { "section", BARN_FIELD_TEXT },
  [BARN_PLAN_TEXT_ARTICLE] = { "article", BARN_FIELD_INT },
  [BARN_PLAN_TEXT_HEADING] = { "heading", BARN_FIELD_TEXT },
  [BARN_PLAN_TEXT_BODY] = { "body", BARN_FIELD_TEXT },
  [BARN_PLAN_TEXT_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnPlanText, barn_plan_text, PLAN_TEXT)

static const BarnField barn_shift_fields[] = {
  [BARN_SHIFT_PLAN] = { "plan", BARN_FIELD_REF },
  [BARN_SHIFT_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_SHIFT_PURPOSE] = { "purpose", BARN_FIELD_TEXT },
  [BARN_SHIFT_ARTICLES] = { "articles", BARN_FIELD_SET },
  [BARN_SHIFT_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnShift, barn_shift, SHIFT)

static const BarnField barn_follow_up_fields[] = {
  [BARN_FOLLOW_UP_ACTIVITY] = { "activity", BARN_FIELD_REF },
  [BARN_FOLLOW_UP_DAY] = { "day", BARN_FIELD_DAY },
  [BARN_FOLLOW_UP_STATUS] = { "status", BARN_FIELD_STATUS },
  [BARN_FOLLOW_UP_COMMENT] = { "comment", BARN_FIELD_TEXT },
  [BARN_FOLLOW_UP_EFFECT] = { "effect", BARN_FIELD_TEXT },
  [BARN_FOLLOW_UP_AUTHOR] = { "author", BARN_FIELD_TEXT },
  [BARN_FOLLOW_UP_MADE_AT] = { "made-at", BARN_FIELD_INT },
  [BARN_FOLLOW_UP_OCCASION] = { "occasion", BARN_FIELD_REF },
  [BARN_FOLLOW_UP_UNCHANGED] = { "unchanged", BARN_FIELD_BOOL },
};

BARN_DEFINE_KIND (BarnFollowUp, barn_follow_up, FOLLOW_UP)

static const BarnField barn_long_term_fields[] = {
  [BARN_LONG_TERM_PLAN] = { "plan", BARN_FIELD_REF },
  [BARN_LONG_TERM_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_LONG_TERM_DESCRIPTION] = { "description", BARN_FIELD_TEXT },
  [BARN_LONG_TERM_ACTIVITY] = { "activity", BARN_FIELD_REF },
  [BARN_LONG_TERM_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnLongTerm, barn_long_term, LONG_TERM)

static const BarnField barn_measure_fields[] = {
  [BARN_MEASURE_AREA] = { "area", BARN_FIELD_REF },
  [BARN_MEASURE_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_MEASURE_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnMeasure, barn_measure, MEASURE)

static const BarnField barn_section_text_fields[] = {
  [BARN_SECTION_TEXT_PLAN] = { "plan", BARN_FIELD_REF },
  [BARN_SECTION_TEXT_SECTION] = { "section", BARN_FIELD_TEXT },
  [BARN_SECTION_TEXT_ARTICLE] = { "article", BARN_FIELD_INT },
  [BARN_SECTION_TEXT_BODY] = { "body", BARN_FIELD_TEXT },
  [BARN_SECTION_TEXT_READY] = { "ready", BARN_FIELD_BOOL },
};

BARN_DEFINE_KIND (BarnSectionText, barn_section_text, SECTION_TEXT)

/**
 * barn_organisation_get_name:
 * @self: an organisation
 *
 * Gets the name of the förvaltning.
 *
 * Returns: (transfer none): the name
 */
const char *
barn_organisation_get_name (BarnOrganisation *self)
{
  g_return_val_if_fail (BARN_IS_ORGANISATION (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ORGANISATION_NAME);
}

/**
 * barn_organisation_get_board:
 * @self: an organisation
 *
 * Gets the name of the nämnd.
 *
 * Returns: (transfer none): the name
 */
const char *
barn_organisation_get_board (BarnOrganisation *self)
{
  g_return_val_if_fail (BARN_IS_ORGANISATION (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ORGANISATION_BOARD);
}

/**
 * barn_organisation_get_municipality:
 * @self: an organisation
 *
 * Gets the name of the kommun.
 *
 * Returns: (transfer none): the name
 */
const char *
barn_organisation_get_municipality (BarnOrganisation *self)
{
  g_return_val_if_fail (BARN_IS_ORGANISATION (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ORGANISATION_MUNICIPALITY);
}

/**
 * barn_organisation_get_profile:
 * @self: an organisation
 *
 * Gets its own profile of documents: their wording, order and looks.
 *
 * Returns: (transfer none): the text of a key file; empty: the one that comes with the program
 */
const char *
barn_organisation_get_profile (BarnOrganisation *self)
{
  g_return_val_if_fail (BARN_IS_ORGANISATION (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ORGANISATION_PROFILE);
}

/**
 * barn_role_get_name:
 * @self: a role
 *
 * Gets what the role is called.
 *
 * Returns: (transfer none): the name
 */
const char *
barn_role_get_name (BarnRole *self)
{
  g_return_val_if_fail (BARN_IS_ROLE (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_ROLE_NAME);
}

/**
 * barn_shift_get_title:
 * @self: a shift
 *
 * Gets what is to be brought about.
 *
 * Returns: (transfer none): the title
 */
const char *
barn_shift_get_title (BarnShift *self)
{
  g_return_val_if_fail (BARN_IS_SHIFT (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_SHIFT_TITLE);
}

/**
 * barn_shift_get_purpose:
 * @self: a shift
 *
 * Gets what it is for (syfte).
 *
 * Returns: (transfer none): the purpose; empty: none is said
 */
const char *
barn_shift_get_purpose (BarnShift *self)
{
  g_return_val_if_fail (BARN_IS_SHIFT (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_SHIFT_PURPOSE);
}

/**
 * barn_shift_get_articles:
 * @self: a shift
 *
 * Gets the articles it belongs to, as decimal text.
 *
 * Returns: (transfer none) (array zero-terminated=1): the numbers
 */
const char *const *
barn_shift_get_articles (BarnShift *self)
{
  g_return_val_if_fail (BARN_IS_SHIFT (self), NULL);

  return barn_item_get_set (BARN_ITEM (self), BARN_SHIFT_ARTICLES);
}

/**
 * barn_follow_up_get_activity:
 * @self: a follow-up
 *
 * Gets the id of the activity it is about.
 *
 * Returns: (transfer none) (nullable): the id
 */
const char *
barn_follow_up_get_activity (BarnFollowUp *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_FOLLOW_UP_ACTIVITY);
}

/**
 * barn_follow_up_get_day:
 * @self: a follow-up
 *
 * Gets the day it holds for.
 *
 * Returns: the day
 */
BarnDay
barn_follow_up_get_day (BarnFollowUp *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (self), BARN_DAY_NONE);

  return (BarnDay) barn_item_get_number (BARN_ITEM (self), BARN_FOLLOW_UP_DAY);
}

/**
 * barn_follow_up_get_status:
 * @self: a follow-up
 *
 * Gets the status the activity had that day.
 *
 * Returns: the status
 */
BarnStatus
barn_follow_up_get_status (BarnFollowUp *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (self), BARN_STATUS_NOT_STARTED);

  return (BarnStatus) barn_item_get_number (BARN_ITEM (self), BARN_FOLLOW_UP_STATUS);
}

/**
 * barn_follow_up_get_comment:
 * @self: a follow-up
 *
 * Gets what happened.
 *
 * Returns: (transfer none): the text; empty: nothing was said
 */
const char *
barn_follow_up_get_comment (BarnFollowUp *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_FOLLOW_UP_COMMENT);
}

/**
 * barn_follow_up_get_effect:
 * @self: a follow-up
 *
 * Gets what it changed for children.
 *
 * Returns: (transfer none): the text; empty: nothing was said
 */
const char *
barn_follow_up_get_effect (BarnFollowUp *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_FOLLOW_UP_EFFECT);
}

/**
 * barn_follow_up_get_author:
 * @self: a follow-up
 *
 * Gets who made it.
 *
 * Returns: (transfer none): the name
 */
const char *
barn_follow_up_get_author (BarnFollowUp *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_FOLLOW_UP_AUTHOR);
}

/**
 * barn_follow_up_get_made_at:
 * @self: a follow-up
 *
 * Gets when it was written down.
 *
 * Returns: microseconds since 1970 UTC
 */
gint64
barn_follow_up_get_made_at (BarnFollowUp *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (self), 0);

  return barn_item_get_number (BARN_ITEM (self), BARN_FOLLOW_UP_MADE_AT);
}

/**
 * barn_follow_up_get_occasion:
 * @self: a follow-up
 *
 * Gets the id of the occasion that it was made for.
 *
 * Returns: (transfer none) (nullable): the id; %NULL: it was made for none
 */
const char *
barn_follow_up_get_occasion (BarnFollowUp *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_FOLLOW_UP_OCCASION);
}

/**
 * barn_follow_up_get_unchanged:
 * @self: a follow-up
 *
 * Tells whether whoever wrote it said that nothing has changed since the entry before.
 *
 * Returns: %TRUE if "no change" was said
 */
gboolean
barn_follow_up_get_unchanged (BarnFollowUp *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP (self), FALSE);

  return barn_item_get_number (BARN_ITEM (self), BARN_FOLLOW_UP_UNCHANGED) != 0;
}

/**
 * barn_long_term_get_title:
 * @self: a long-term item
 *
 * Gets what is planned.
 *
 * Returns: (transfer none): the title
 */
const char *
barn_long_term_get_title (BarnLongTerm *self)
{
  g_return_val_if_fail (BARN_IS_LONG_TERM (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_LONG_TERM_TITLE);
}

/**
 * barn_long_term_get_description:
 * @self: a long-term item
 *
 * Gets the rest of what is said about it.
 *
 * Returns: (transfer none): the text; empty: nothing
 */
const char *
barn_long_term_get_description (BarnLongTerm *self)
{
  g_return_val_if_fail (BARN_IS_LONG_TERM (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_LONG_TERM_DESCRIPTION);
}

/**
 * barn_long_term_get_activity:
 * @self: a long-term item
 *
 * Gets the id of the activity it became when it was taken into a plan.
 *
 * Returns: (transfer none) (nullable): the id; %NULL: it waits still
 */
const char *
barn_long_term_get_activity (BarnLongTerm *self)
{
  g_return_val_if_fail (BARN_IS_LONG_TERM (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_LONG_TERM_ACTIVITY);
}

/**
 * barn_measure_get_area:
 * @self: a measure
 *
 * Gets the id of the development area it belongs to.
 *
 * Returns: (transfer none) (nullable): the id
 */
const char *
barn_measure_get_area (BarnMeasure *self)
{
  g_return_val_if_fail (BARN_IS_MEASURE (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_MEASURE_AREA);
}

/**
 * barn_measure_get_title:
 * @self: a measure
 *
 * Gets what is to be done.
 *
 * Returns: (transfer none): the title
 */
const char *
barn_measure_get_title (BarnMeasure *self)
{
  g_return_val_if_fail (BARN_IS_MEASURE (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_MEASURE_TITLE);
}

/**
 * barn_section_text_get_section:
 * @self: a section text
 *
 * Gets the section it stands in; see barn-sections.h.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_section_text_get_section (BarnSectionText *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_TEXT (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_SECTION_TEXT_SECTION);
}

/**
 * barn_section_text_get_article:
 * @self: a section text
 *
 * Gets the article it is about.
 *
 * Returns: the number; 0: none
 */
guint
barn_section_text_get_article (BarnSectionText *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_TEXT (self), 0);

  return (guint) barn_item_get_number (BARN_ITEM (self), BARN_SECTION_TEXT_ARTICLE);
}

/**
 * barn_section_text_get_body:
 * @self: a section text
 *
 * Gets the text.
 *
 * Returns: (transfer none): the text
 */
const char *
barn_section_text_get_body (BarnSectionText *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_TEXT (self), NULL);

  return barn_item_get_text (BARN_ITEM (self), BARN_SECTION_TEXT_BODY);
}

/**
 * barn_section_text_get_ready:
 * @self: a section text
 *
 * Tells whether whoever writes it has said that it is finished.
 *
 * Returns: %TRUE if it is ready
 */
gboolean
barn_section_text_get_ready (BarnSectionText *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_TEXT (self), FALSE);

  return barn_item_get_number (BARN_ITEM (self), BARN_SECTION_TEXT_READY) != 0;
}
