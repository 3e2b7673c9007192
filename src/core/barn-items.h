/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/* The plain kinds: a row with fields and nothing more. Each getter says what its field holds. */

/**
 * BarnOrganisation:
 *
 * Whose plan file it is. One row, id "organisation".
 * Fields: name (the förvaltning), board (the nämnd), municipality, profile (its own wording of documents, as the text of a key file, which may
 * hold a picture; empty: the one that comes with the program).
 */
#define BARN_TYPE_ORGANISATION (barn_organisation_get_type ())
G_DECLARE_FINAL_TYPE (BarnOrganisation, barn_organisation, BARN, ORGANISATION, BarnItem)
#define BARN_ORGANISATION_ID "organisation"
enum { BARN_ORGANISATION_NAME, BARN_ORGANISATION_BOARD, BARN_ORGANISATION_MUNICIPALITY, BARN_ORGANISATION_PROFILE };
const char *barn_organisation_get_name         (BarnOrganisation *self);
const char *barn_organisation_get_board        (BarnOrganisation *self);
const char *barn_organisation_get_municipality (BarnOrganisation *self);
const char *barn_organisation_get_profile      (BarnOrganisation *self);

/**
 * BarnRole:
 *
 * Who acts: Politiker, Chefer, Medarbetare, Strategiskt arbete from the start. Fields: name, position.
 */
#define BARN_TYPE_ROLE (barn_role_get_type ())
G_DECLARE_FINAL_TYPE (BarnRole, barn_role, BARN, ROLE, BarnItem)
enum { BARN_ROLE_NAME, BARN_ROLE_POSITION };
const char *barn_role_get_name (BarnRole *self);

/**
 * BarnUnit:
 *
 * A verksamhetsområde that is responsible inside the förvaltning. Fields: name, position.
 */
#define BARN_TYPE_UNIT (barn_unit_get_type ())
G_DECLARE_FINAL_TYPE (BarnUnit, barn_unit, BARN, UNIT, BarnItem)
enum { BARN_UNIT_NAME, BARN_UNIT_POSITION };

/**
 * BarnPlanText:
 *
 * A part of a plan's text. Fields: plan, section ("background", "direction", "strategy"), article (1 to 54; 0: none),
 * heading, body, position. The direction has a text of its own and one an article; the strategy one a part.
 */
#define BARN_TYPE_PLAN_TEXT (barn_plan_text_get_type ())
G_DECLARE_FINAL_TYPE (BarnPlanText, barn_plan_text, BARN, PLAN_TEXT, BarnItem)
enum { BARN_PLAN_TEXT_PLAN, BARN_PLAN_TEXT_SECTION, BARN_PLAN_TEXT_ARTICLE, BARN_PLAN_TEXT_HEADING,
       BARN_PLAN_TEXT_BODY, BARN_PLAN_TEXT_POSITION };

/**
 * BarnShift:
 *
 * A förflyttning: a change the year is to bring about. Its number is its place in the plan (see barn_plan_get_shift_number()).
 * Fields: plan, title, purpose, articles (set), position.
 */
#define BARN_TYPE_SHIFT (barn_shift_get_type ())
G_DECLARE_FINAL_TYPE (BarnShift, barn_shift, BARN, SHIFT, BarnItem)
enum { BARN_SHIFT_PLAN, BARN_SHIFT_TITLE, BARN_SHIFT_PURPOSE, BARN_SHIFT_ARTICLES, BARN_SHIFT_POSITION };
const char        *barn_shift_get_title    (BarnShift *self);
const char        *barn_shift_get_purpose  (BarnShift *self);
const char *const *barn_shift_get_articles (BarnShift *self);

/**
 * BarnFollowUp:
 *
 * A dated entry on an activity. Fields: activity, day, status, comment (what happened), effect (what it changed for
 * children), author, made-at (microseconds since 1970 UTC: tells the order of entries of one day), occasion (the
 * uppföljningstillfälle it was made for, or NULL), unchanged (whoever wrote it said that nothing has changed).
 */
#define BARN_TYPE_FOLLOW_UP (barn_follow_up_get_type ())
G_DECLARE_FINAL_TYPE (BarnFollowUp, barn_follow_up, BARN, FOLLOW_UP, BarnItem)
enum { BARN_FOLLOW_UP_ACTIVITY, BARN_FOLLOW_UP_DAY, BARN_FOLLOW_UP_STATUS, BARN_FOLLOW_UP_COMMENT,
       BARN_FOLLOW_UP_EFFECT, BARN_FOLLOW_UP_AUTHOR, BARN_FOLLOW_UP_MADE_AT, BARN_FOLLOW_UP_OCCASION,
       BARN_FOLLOW_UP_UNCHANGED };
const char *barn_follow_up_get_activity (BarnFollowUp *self);
BarnDay     barn_follow_up_get_day      (BarnFollowUp *self);
BarnStatus  barn_follow_up_get_status   (BarnFollowUp *self);
const char *barn_follow_up_get_comment  (BarnFollowUp *self);
const char *barn_follow_up_get_effect   (BarnFollowUp *self);
const char *barn_follow_up_get_author   (BarnFollowUp *self);
gint64      barn_follow_up_get_made_at  (BarnFollowUp *self);
const char *barn_follow_up_get_occasion (BarnFollowUp *self); /* (nullable): an id */
gboolean    barn_follow_up_get_unchanged (BarnFollowUp *self);

/**
 * BarnLongTerm:
 *
 * Something planned beyond the year. Fields: plan, title, description, activity (what it became when it was taken
 * into a plan, or NULL), position.
 */
#define BARN_TYPE_LONG_TERM (barn_long_term_get_type ())
G_DECLARE_FINAL_TYPE (BarnLongTerm, barn_long_term, BARN, LONG_TERM, BarnItem)
enum { BARN_LONG_TERM_PLAN, BARN_LONG_TERM_TITLE, BARN_LONG_TERM_DESCRIPTION, BARN_LONG_TERM_ACTIVITY,
       BARN_LONG_TERM_POSITION };
const char *barn_long_term_get_title       (BarnLongTerm *self);
const char *barn_long_term_get_description (BarnLongTerm *self);
const char *barn_long_term_get_activity    (BarnLongTerm *self);

/**
 * BarnMeasure:
 *
 * An åtgärd of a development area. Fields: area, title, position.
 */
#define BARN_TYPE_MEASURE (barn_measure_get_type ())
G_DECLARE_FINAL_TYPE (BarnMeasure, barn_measure, BARN, MEASURE, BarnItem)
enum { BARN_MEASURE_AREA, BARN_MEASURE_TITLE, BARN_MEASURE_POSITION };
const char *barn_measure_get_area  (BarnMeasure *self);
const char *barn_measure_get_title (BarnMeasure *self);

/**
 * BarnSectionText:
 *
 * What was written in a section of a year's barnbokslut. Fields: plan, section (see barn-sections.h), article (0: none), body,
 * ready (whoever writes it has said that it is finished).
 * A section without a row is empty. Paragraphs are parted by an empty line; lines that begin with "- " are a list.
 */
#define BARN_TYPE_SECTION_TEXT (barn_section_text_get_type ())
G_DECLARE_FINAL_TYPE (BarnSectionText, barn_section_text, BARN, SECTION_TEXT, BarnItem)
enum { BARN_SECTION_TEXT_PLAN, BARN_SECTION_TEXT_SECTION, BARN_SECTION_TEXT_ARTICLE, BARN_SECTION_TEXT_BODY,
       BARN_SECTION_TEXT_READY };
const char *barn_section_text_get_section (BarnSectionText *self);
guint       barn_section_text_get_article (BarnSectionText *self);
const char *barn_section_text_get_body    (BarnSectionText *self);
gboolean    barn_section_text_get_ready   (BarnSectionText *self);

G_END_DECLS
