/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-day.h"

G_BEGIN_DECLS

/**
 * BarnPart:
 *
 * The parts of a handlingsplan that a heading can announce.
 */
typedef enum
{
  BARN_PART_NONE,
  BARN_PART_BACKGROUND,
  BARN_PART_DIRECTION,
  BARN_PART_STRATEGY,
  BARN_PART_WORK,       /* how the work is organised and followed up: a part of the strategy with a heading of its own */
  BARN_PART_SHIFTS,
  BARN_PART_ACTIVITIES,
  BARN_PART_LONG_TERM,
  BARN_PART_APPROVAL,
  BARN_PART_CONTENTS,
  BARN_PART_APPENDIX,   /* sources, words, addresses */
} BarnPart;

/**
 * BarnColumn:
 *
 * What a column of a table says of an activity.
 */
typedef enum
{
  BARN_COLUMN_NONE,
  BARN_COLUMN_HEADING,      /* a cell at the head of a column */
  BARN_COLUMN_ROLE,
  BARN_COLUMN_OF_ROLE,      /* a column with a role at its head and its activities below */
  BARN_COLUMN_ACTIVITY,
  BARN_COLUMN_SHIFT,
  BARN_COLUMN_PURPOSE,
  BARN_COLUMN_RESPONSIBLE,
  BARN_COLUMN_START,
  BARN_COLUMN_DUE,
  BARN_COLUMN_OTHER,
} BarnColumn;

/**
 * BarnHeading:
 * @part: what the words announce; %BARN_PART_NONE: no part
 * @whole: the heading says nothing beside it ("Aktiviteter och ansvar 2024", not "Aktiviteter i köket")
 * @with_activities: announces shifts and their activities together
 */
typedef struct
{
  BarnPart part;
  gboolean whole;
  gboolean with_activities;
} BarnHeading;

BarnHeading  barn_wording_read_heading    (const char  *text);
BarnColumn   barn_wording_find_column     (const char  *text);
/* Who acts: a short text in which a word for people who act stands */
gboolean     barn_wording_is_role         (const char  *text);
/* A part of an organisation: "Enhet Norr" */
gboolean     barn_wording_is_unit         (const char  *text);
/* "Följande ska göras:" tells what comes, "Chefer:" who */
gboolean     barn_wording_is_introduction (const char  *text);
/* Bytes that belong to "Syfte:", -1: it is no purpose; 0: it says so in its own sentence */
gssize       barn_wording_measure_purpose (const char  *text);
/* Bytes that belong to "Förflyttning 2:", "Mål 1 –": 0: none */
gsize        barn_wording_measure_shift   (const char  *text);
/* "Ansvarig: ", "Klart senast: " before a text: its bytes, and what it says */
gsize        barn_wording_measure_field   (const char  *text,
                                           BarnColumn  *column);
/* "Åtgärd 1: " before an activity: its bytes */
gsize        barn_wording_measure_number  (const char  *text);
/* "(ansvarig: Fritidschefen, klart 30/6)" behind an activity: its parts: (transfer full) (nullable) */
char       **barn_wording_dup_aside       (const char  *text,
                                           gsize       *start);
/* Where the value of such a part begins, and what it says of the activity */
const char  *barn_wording_read_aside      (const char  *part,
                                           BarnColumn  *column);
/* A day, also one of @year without it, where nothing else is said; the first of two in @start */
BarnDay      barn_wording_read_day        (const char  *text,
                                           guint        year,
                                           BarnDay     *start);
/* "avsätta tid; följa upp": bytes up to the second part, 0 where there is none */
gsize        barn_wording_find_part_end   (const char  *text);
/* "Artikel 12: ": its bytes, 0: none */
gsize        barn_wording_measure_article (const char  *text,
                                           guint       *article);
/* All articles that are named: "artiklarna 2, 3, 6 och 12". Bit n of the answer: article n */
guint64      barn_wording_find_articles   (const char  *text);
BarnDay      barn_wording_find_day        (const char  *text,
                                           gsize       *start,
                                           gsize       *length);
/* Nothing but a day */
gboolean     barn_wording_is_day          (const char  *text);
guint        barn_wording_find_year       (const char  *text);
/* Who approved: (transfer full) (nullable) */
char        *barn_wording_dup_approver    (const char  *text);
gboolean     barn_wording_is_approval     (const char  *text);
/* (transfer full) (nullable) */
char        *barn_wording_dup_registry_number (const char *text);
gboolean     barn_wording_is_page_number  (const char  *text);
/* DATUM, TYP AV DOKUMENT: the names of fields in a letterhead */
gboolean     barn_wording_is_field_name   (const char  *text);
/* What stands in such a field: a date, a kind of document, a number */
gboolean     barn_wording_is_field_value  (const char  *text);

G_END_DECLS
