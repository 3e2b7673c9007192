/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-figure.h"
#include "barn-model.h"
#include "barn-wheel-geometry.h"

G_BEGIN_DECLS

/**
 * BarnWheelWords:
 * @language: "sv" or "en": what months and dates are called in
 * @title: what the wheel is, in a sentence, for those who do not see it
 * @without_role: the name of the ring of activities that no role has
 * @starts: what stands before the date that an activity starts on
 * @due: what stands before the date that it is to be done by
 * @today: what the hand of the wheel is called
 * @occasion: what a cut-off date is called
 * @overdue: the word beside a status
 * @statuses: the words of the statuses
 * @categories: the words of the categories of marks
 * @data: (nullable): what @dup_count and @dup_role need; held as long as the wheel
 * @dup_count: "3 activities"; (transfer full)
 * @dup_role: (nullable): what a role is called; (transfer full). %NULL: as the plan file has it
 *
 * What is written on a wheel, in the language of whoever reads it.
 */
typedef struct
{
  const char *language;
  const char *title;
  const char *without_role;
  const char *starts;
  const char *due;
  const char *today;
  const char *occasion;
  const char *overdue;
  const char *statuses[BARN_N_STATUSES];
  const char *categories[BARN_N_MARK_CATEGORIES];
  GObject    *data;
  char     *(*dup_count) (guint       n_activities,
                          GObject    *data);
  char     *(*dup_role)  (const char *name,
                          GObject    *data);
} BarnWheelWords;

/**
 * BarnWheelPartType:
 * @BARN_WHEEL_OCCASION: the cut-off date of an occasion, on the rim
 * @BARN_WHEEL_MARK: a mark, on the rim
 * @BARN_WHEEL_ACTIVITY: an activity, an arc in the ring of one of its roles
 * @BARN_WHEEL_BUNDLE: where a ring has too many arcs to be told apart: all that go on in a month
 */
typedef enum
{
  BARN_WHEEL_OCCASION,
  BARN_WHEEL_MARK,
  BARN_WHEEL_ACTIVITY,
  BARN_WHEEL_BUNDLE,
} BarnWheelPartType;

/**
 * BarnWheelPart:
 * @type: what it is
 * @id: the id of the activity, occasion or mark; "" of a bundle
 * @title: its title; of a bundle the name of the month
 * @ring: 0 the rim, 1 the outermost ring
 * @first: its first day in the year
 * @last: its last day in the year
 * @has_start: the activity starts on @first
 * @has_due: the activity is due on @last
 * @status: of an activity
 * @overdue: of an activity
 * @category: of a mark
 * @by_status: of a bundle: how many of each status
 * @n_overdue: of a bundle
 * @n_activities: of a bundle; 1 of an activity
 *
 * Something that can be pointed at.
 */
typedef struct
{
  BarnWheelPartType type;
  const char       *id;
  const char       *title;
  guint             ring;
  BarnDay           first;
  BarnDay           last;
  gboolean          has_start;
  gboolean          has_due;
  BarnStatus        status;
  gboolean          overdue;
  BarnMarkCategory  category;
  guint             by_status[BARN_N_STATUSES];
  guint             n_overdue;
  guint             n_activities;
} BarnWheelPart;

/**
 * BarnWheelStep:
 *
 * Where the arrow keys go: along the ring, to its ends, or to the ring outside or inside.
 */
typedef enum
{
  BARN_WHEEL_NEXT,
  BARN_WHEEL_PREVIOUS,
  BARN_WHEEL_FIRST,
  BARN_WHEEL_LAST,
  BARN_WHEEL_OUT,
  BARN_WHEEL_IN,
} BarnWheelStep;

/**
 * BarnWheelTheme:
 *
 * The colours of a wheel. Statuses differ in pattern and sign too.
 */
typedef enum
{
  BARN_WHEEL_LIGHT,
  BARN_WHEEL_DARK,
  BARN_WHEEL_HIGH_CONTRAST,
  BARN_WHEEL_HIGH_CONTRAST_DARK,
  BARN_WHEEL_PRINT,
} BarnWheelTheme;

/**
 * BarnWheel:
 *
 * The årshjul: a year as a circle, as it is the moment when it is made. Twelve months round, a ring for each role with its activities as arcs
 * from start to due date, occasions and marks on the rim. It never changes, so that it can be drawn in a worker. Reference counted.
 *
 * An activity that has two roles is in both rings; one without dates is in none.
 */
typedef struct _BarnWheel BarnWheel;

#define BARN_TYPE_WHEEL (barn_wheel_get_type ())

GType                barn_wheel_get_type        (void) G_GNUC_CONST;
BarnWheel           *barn_wheel_new             (BarnModel            *model,
                                                 BarnPlan             *plan,
                                                 BarnDay               today,
                                                 const BarnWheelWords *words);
BarnWheel           *barn_wheel_ref             (BarnWheel            *self);
void                 barn_wheel_unref           (BarnWheel            *self);
guint                barn_wheel_get_year        (BarnWheel            *self);

/* What it shows: by ring from the outside in, and by first day */
guint                barn_wheel_get_n_parts     (BarnWheel            *self);
const BarnWheelPart *barn_wheel_get_part        (BarnWheel            *self,
                                                 guint                 part);
char                *barn_wheel_dup_part_text   (BarnWheel            *self,
                                                 guint                 part);
char                *barn_wheel_dup_description (BarnWheel            *self);
guint                barn_wheel_step            (BarnWheel            *self,
                                                 guint                 part,
                                                 BarnWheelStep         step);

/* "mars": (transfer full): a month by its number, 1 the first */
char                *barn_wheel_dup_month       (const char           *language,
                                                 guint                 month);

/**
 * BarnWheelLayout:
 *
 * Where everything of a wheel is when it has a certain size.
 */
typedef struct _BarnWheelLayout BarnWheelLayout;

BarnWheelLayout     *barn_wheel_layout_new      (BarnWheel            *wheel,
                                                 double                width,
                                                 double                height,
                                                 double                text_size);
void                 barn_wheel_layout_free     (BarnWheelLayout      *self);
gboolean             barn_wheel_layout_find     (BarnWheelLayout      *self,
                                                 double                x,
                                                 double                y,
                                                 guint                *part);
gboolean             barn_wheel_layout_contains (BarnWheelLayout      *self,
                                                 guint                 part,
                                                 double                x,
                                                 double                y);
void                 barn_wheel_layout_get_bounds (BarnWheelLayout    *self,
                                                 guint                 part,
                                                 double               *x,
                                                 double               *y,
                                                 double               *width,
                                                 double               *height);
/* Drawing; places are from the upper left corner */
void                 barn_wheel_layout_trace    (BarnWheelLayout      *self,
                                                 guint                 part,
                                                 cairo_t              *cr);
void                 barn_wheel_layout_draw     (BarnWheelLayout      *self,
                                                 cairo_t              *cr,
                                                 BarnWheelTheme        theme);

/* For documents and files */
BarnFigure          *barn_wheel_new_figure      (BarnWheel            *self,
                                                 double                width);
GBytes              *barn_wheel_to_svg          (BarnWheel            *self);
GBytes              *barn_wheel_to_png          (BarnWheel            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnWheel, barn_wheel_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnWheelLayout, barn_wheel_layout_free)

G_END_DECLS
