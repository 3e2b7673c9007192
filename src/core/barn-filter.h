/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"

G_BEGIN_DECLS

/**
 * BarnFilter:
 *
 * Which activities are asked for. What is set adds up: an activity must fit all of it; within statuses, roles, shifts, articles
 * one must fit. Shared by the window's lists and the command line.
 */
typedef struct
{
  guint      statuses;          /* bit 1 << BarnStatus; 0: all */
  char     **roles;             /* ids; "" stands for none; NULL: all */
  char     **shifts;            /* ids; "" stands for none; NULL: all */
  char     **articles;          /* "12"; NULL: all */
  char      *responsible;       /* unit's id, or the very text of responsible; NULL: all */
  gboolean   overdue;
  gboolean   without_follow_up;
  gboolean   raised;            /* that ledningsgruppen must see */
  char      *search;            /* by barn_filter_set_search(): words, each of which must be found; NULL or "": all */
  BarnDay    as_of;             /* BARN_DAY_NONE: today */
} BarnFilter;

/**
 * BarnFilterGaps:
 *
 * What a filter asks for that is not there: deleted since, or of another year.
 */
typedef enum
{
  BARN_FILTER_GAP_NONE = 0,
  BARN_FILTER_GAP_ROLE = 1 << 0,
  BARN_FILTER_GAP_SHIFT = 1 << 1,
  BARN_FILTER_GAP_UNIT = 1 << 2,
} BarnFilterGaps;

BarnFilter *barn_filter_new      (void);
BarnFilter *barn_filter_copy     (const BarnFilter *self);
void        barn_filter_free     (BarnFilter       *self);
gboolean    barn_filter_is_empty (const BarnFilter *self);
gboolean    barn_filter_equal    (const BarnFilter *self,
                                  const BarnFilter *other); /* the order of what is asked for does not count, nor does the day */
gboolean    barn_filter_match    (const BarnFilter *self,
                                  BarnActivity     *activity);
guint       barn_filter_count    (const BarnFilter *self,
                                  BarnPlan         *plan); /* how many of its activities fit */
void        barn_filter_set_search (BarnFilter     *self,
                                    const char     *search); /* folds it */
/* What of it can be asked of @plan; @gaps: (out) (optional): what was left out. (transfer full) */
BarnFilter *barn_filter_resolve    (const BarnFilter *self,
                                    BarnModel        *model,
                                    BarnPlan         *plan,
                                    BarnFilterGaps   *gaps);
/* As text that a saved view keeps; what a later version added to it is passed over when it is read. The day is not part of it. */
char       *barn_filter_to_text    (const BarnFilter *self);
BarnFilter *barn_filter_from_text  (const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnFilter, barn_filter_free)

G_END_DECLS
