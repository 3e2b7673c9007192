/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/**
 * BarnScale:
 * @BARN_SCALE_NUMBER: how many
 * @BARN_SCALE_PERCENT: 0 to 100
 * @BARN_SCALE_YES_NO: 1 is yes, 0 no
 * @BARN_SCALE_LEVEL: 1, 2, 3 or 4
 *
 * What an indicator's values mean.
 */
typedef enum
{
  BARN_SCALE_NUMBER,
  BARN_SCALE_PERCENT,
  BARN_SCALE_YES_NO,
  BARN_SCALE_LEVEL,
} BarnScale;

#define BARN_N_SCALES 4

const char *barn_scale_to_nick   (BarnScale   self); /* number percent yes_no level */
gboolean    barn_scale_from_nick (const char *nick,
                                  BarnScale  *scale);
const char *barn_scale_get_label (BarnScale   self); /* in the language of the desktop */
gboolean    barn_scale_accepts   (BarnScale   self,
                                  double      value); /* whether @value may be one of its values; NaN never */
/* "12,5 %", "Ja", "3 av 4", "14 beslut". @unit: (nullable). @language: "sv", "en" or NULL for the desktop's. NaN: "" */
char       *barn_scale_format    (BarnScale   self,
                                  double      value,
                                  const char *unit,
                                  const char *language);
/* Reads what somebody typed: "12,5", "12.5 %", "ja", "nej", "3". FALSE: it is no value of the scale. */
gboolean    barn_scale_parse     (BarnScale   self,
                                  const char *text,
                                  double     *value);

/**
 * BarnIndicator:
 *
 * A measure with a baseline, a target and dated values, of an activity, a förflyttning, or of the whole plan.
 *
 * Fields: plan, activity, shift (ids; NULL for both: of the plan), title, scale (a word of #BarnScale), unit (what is counted:
 * "beslut"), baseline, target (NaN: none), choice (the ready choice it was made from, or nothing), position.
 */
#define BARN_TYPE_INDICATOR (barn_indicator_get_type ())
G_DECLARE_FINAL_TYPE (BarnIndicator, barn_indicator, BARN, INDICATOR, BarnItem)
enum { BARN_INDICATOR_PLAN, BARN_INDICATOR_ACTIVITY, BARN_INDICATOR_SHIFT, BARN_INDICATOR_TITLE, BARN_INDICATOR_SCALE,
       BARN_INDICATOR_UNIT, BARN_INDICATOR_BASELINE, BARN_INDICATOR_TARGET, BARN_INDICATOR_CHOICE, BARN_INDICATOR_POSITION };

const char *barn_indicator_get_plan     (BarnIndicator *self);
const char *barn_indicator_get_activity (BarnIndicator *self); /* (nullable) */
const char *barn_indicator_get_shift    (BarnIndicator *self); /* (nullable) */
const char *barn_indicator_get_title    (BarnIndicator *self);
BarnScale   barn_indicator_get_scale    (BarnIndicator *self);
const char *barn_indicator_get_unit     (BarnIndicator *self);
double      barn_indicator_get_baseline (BarnIndicator *self); /* NaN: none */
double      barn_indicator_get_target   (BarnIndicator *self); /* NaN: none */
const char *barn_indicator_get_choice   (BarnIndicator *self);
GListModel *barn_indicator_get_values   (BarnIndicator *self); /* of BarnIndicatorValue, the earliest first */

/**
 * BarnIndicatorValue:
 *
 * What an indicator was on a day. Fields: indicator, day, value, comment, author.
 */
#define BARN_TYPE_INDICATOR_VALUE (barn_indicator_value_get_type ())
G_DECLARE_FINAL_TYPE (BarnIndicatorValue, barn_indicator_value, BARN, INDICATOR_VALUE, BarnItem)
enum { BARN_INDICATOR_VALUE_INDICATOR, BARN_INDICATOR_VALUE_DAY, BARN_INDICATOR_VALUE_VALUE, BARN_INDICATOR_VALUE_COMMENT,
       BARN_INDICATOR_VALUE_AUTHOR };

BarnDay     barn_indicator_value_get_day     (BarnIndicatorValue *self);
double      barn_indicator_value_get_value   (BarnIndicatorValue *self);
const char *barn_indicator_value_get_comment (BarnIndicatorValue *self);
const char *barn_indicator_value_get_author  (BarnIndicatorValue *self);

/* The value that held at the end of @as_of (BARN_DAY_NONE: today); NULL: none yet. (transfer none) */
BarnIndicatorValue *barn_indicator_get_value_on (BarnIndicator *self,
                                                 BarnDay        as_of);

/**
 * BarnIndicatorChoice:
 * @id: the word in the file
 * @title: what it is called, in Swedish: it becomes text of the plan
 * @scale: what its values mean
 * @unit: what is counted, in Swedish
 * @whole: (nullable): the id of the choice that this one is a part of: decisions in which children were heard of all decisions
 *
 * An indicator to choose ready made. The four are those that Region Kronoberg counts: decisions made on a child-rights basis and in
 * how many of them children were heard; trainings and their participants.
 */
typedef struct
{
  const char *id;
  const char *title;
  BarnScale   scale;
  const char *unit;
  const char *whole;
} BarnIndicatorChoice;

const BarnIndicatorChoice *barn_indicator_choices_get  (guint      *n_choices);
const BarnIndicatorChoice *barn_indicator_choices_find (const char *id); /* (nullable) */

G_END_DECLS
