/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-attention.h"
#include "barn-coverage.h"
#include "barn-filter.h"
#include "barn-occasions.h"
#include "barn-plan-file.h"
#include "barn-year.h"

G_BEGIN_DECLS

/* The year: occasions, delays, indicators, the register of barnkonsekvensanalyser, marks, saved views, next year, history. Each function is one
   named change that can be undone; where nothing is said, it returns whether it is so now. What is only a field (the title of an occasion, the
   target of an indicator, "raised" of several activities) is set with barn_plan_file_set(), -set_text(), -set_several(); what goes goes with
   barn_plan_file_delete(). */

/* Makes the occasions of a plan follow a pattern, in one step: see barn_occasions_arrange(), which never loses one that is in use.
   @own: days, for BARN_PATTERN_OWN */
gboolean            barn_plan_file_arrange_occasions (BarnPlanFile    *self,
                                                      BarnPlan        *plan,
                                                      BarnPattern      pattern,
                                                      const BarnDay   *own,
                                                      guint            n_own,
                                                      GError         **error);
/* Freezes an occasion as reported. Where something is missing (barn_occasion_list_gaps()) it needs a reason: BARN_PLAN_FILE_ERROR_RULE. */
gboolean            barn_plan_file_close_occasion    (BarnPlanFile    *self,
                                                      BarnOccasion    *occasion,
                                                      const char      *reason,
                                                      GError         **error);
/* Opens it again: what was reported is gone from the occasion then, and stays in the history. To correct one thing, follow it up for the closed
   occasion instead: that is seen as a correction (barn_occasion_list_corrections()). */
gboolean            barn_plan_file_reopen_occasion   (BarnPlanFile    *self,
                                                      BarnOccasion    *occasion,
                                                      GError         **error);
/* A follow-up made for an occasion, dated today. Where the occasion is closed the change is named a correction. @run: (nullable): as for
   barn_plan_file_begin_follow_up(). (transfer none) */
BarnFollowUp       *barn_plan_file_follow_up_for     (BarnPlanFile    *self,
                                                      BarnOccasion    *occasion,
                                                      BarnActivity    *activity,
                                                      BarnStatus       status,
                                                      const char      *comment,
                                                      const char      *effect,
                                                      const char      *run,
                                                      GError         **error);
/* "Ingen förändring": a follow-up with the status that holds, which says so. @activities: one or several, in one change */
gboolean            barn_plan_file_say_unchanged     (BarnPlanFile    *self,
                                                      BarnOccasion    *occasion,
                                                      GPtrArray       *activities,
                                                      GError         **error);

/* Whether moving the due date of @activity to @to is a delay, which needs a reason: it had one, and the new one is later or none */
gboolean            barn_plan_file_is_delay          (BarnActivity    *activity,
                                                      BarnDay          to);
/* Gives activities another due date, as one change. Those that are delayed keep a BarnDelay with @reason: without one that is refused with
   BARN_PLAN_FILE_ERROR_RULE. The first due date stays. */
gboolean            barn_plan_file_move_due          (BarnPlanFile    *self,
                                                      GPtrArray       *activities,
                                                      BarnDay          to,
                                                      const char      *reason,
                                                      GError         **error);

/* @of: (nullable): an activity or a shift of @plan; NULL: the plan itself. (transfer none) */
BarnIndicator      *barn_plan_file_add_indicator     (BarnPlanFile    *self,
                                                      BarnPlan        *plan,
                                                      BarnItem        *of,
                                                      const char      *title,
                                                      BarnScale        scale,
                                                      const char      *unit,
                                                      GError         **error);
/* A ready choice of barn_indicator_choices_get() */
BarnIndicator      *barn_plan_file_add_indicator_choice (BarnPlanFile *self,
                                                      BarnPlan        *plan,
                                                      BarnItem        *of,
                                                      const char      *choice,
                                                      GError         **error);
/* The value of a day; one that stands there already is changed. BARN_PLAN_FILE_ERROR_RULE: the scale has no such value. */
BarnIndicatorValue *barn_plan_file_set_indicator_value (BarnPlanFile  *self,
                                                      BarnIndicator   *indicator,
                                                      BarnDay          day,
                                                      double           value,
                                                      const char      *comment,
                                                      GError         **error);

/* A line of the register; the rest are fields. @day: BARN_DAY_NONE: not decided yet. (transfer none) */
BarnAssessment     *barn_plan_file_add_assessment    (BarnPlanFile    *self,
                                                      BarnPlan        *plan,
                                                      const char      *title,
                                                      BarnDay          day,
                                                      BarnOutcome      outcome,
                                                      const char      *reason,
                                                      GError         **error);
/* What became of it, with the reason that stands there or @reason (nullable) instead, in one change. Not made needs a reason:
   BARN_PLAN_FILE_ERROR_RULE */
gboolean            barn_plan_file_set_outcome       (BarnPlanFile    *self,
                                                      BarnAssessment  *assessment,
                                                      BarnOutcome      outcome,
                                                      const char      *reason,
                                                      GError         **error);

BarnYearMark       *barn_plan_file_add_year_mark     (BarnPlanFile    *self,
                                                      const char      *title,
                                                      BarnMarkCategory category,
                                                      BarnDay          day,
                                                      gboolean         by_week,
                                                      gboolean         yearly,
                                                      GError         **error); /* (transfer none) */
/* All that there is to say about a mark, as one change */
gboolean            barn_plan_file_change_year_mark  (BarnPlanFile    *self,
                                                      BarnYearMark    *mark,
                                                      const char      *title,
                                                      BarnMarkCategory category,
                                                      BarnDay          day,
                                                      gboolean         by_week,
                                                      gboolean         yearly,
                                                      GError         **error);

/* Saves a view under a name; one that has the name already becomes this one. (transfer none) */
/* The view of that name, whatever the case of its letters. (transfer none) (nullable) */
BarnSavedView      *barn_plan_file_find_view         (BarnPlanFile    *self,
                                                      const char      *name);
BarnSavedView      *barn_plan_file_save_view         (BarnPlanFile    *self,
                                                      const char      *name,
                                                      const BarnFilter *filter,
                                                      const char      *grouping,
                                                      const char      *sorting,
                                                      const char      *columns,
                                                      GError         **error);

/**
 * BarnNextChoice:
 * @BARN_NEXT_CONTINUE: it continues in next year's plan, which knows where it comes from
 * @BARN_NEXT_END: it ends with this year
 * @BARN_NEXT_LONG_TERM: it is put among what is planned beyond the year
 *
 * What becomes of an activity when next year's plan is made.
 */
typedef enum
{
  BARN_NEXT_CONTINUE,
  BARN_NEXT_END,
  BARN_NEXT_LONG_TERM,
} BarnNextChoice;

/* What to propose: done or cancelled ends, paused goes to the long term, the rest continues */
BarnNextChoice      barn_next_choice_propose         (BarnActivity    *activity);

/**
 * BarnNextTally:
 * @shifts: those that continue, as something that belongs to them does
 * @activities: those that continue
 * @ended: those that end with the year
 * @long_terms: those that are put among what is planned beyond the year
 * @areas: the development areas that become shifts
 * @measures: their measures, that become activities
 *
 * What barn_plan_file_make_next_year() would make.
 */
typedef struct
{
  guint shifts;
  guint activities;
  guint ended;
  guint long_terms;
  guint areas;
  guint measures;
} BarnNextTally;

/* What would be made of @choices and @areas. @self must be zeroed. */
void                barn_plan_file_tally_next_year   (BarnPlanFile    *self,
                                                      BarnPlan        *plan,
                                                      GHashTable      *choices,
                                                      gboolean         areas,
                                                      BarnNextTally   *tally);
/* Whether the year after @plan is free: it has no plan, or an empty one. FALSE with a sentence where it is not */
gboolean            barn_plan_file_can_make_next_year (BarnPlanFile   *self,
                                                      BarnPlan        *plan,
                                                      GError         **error);
/* The plan of the year after @plan, in one change: the plan's texts, the activities that continue with their shifts and indicators, what goes
   to the long term and what stood there, and, with @areas, each development area of the year's barnbokslut as a shift with its measures as
   activities. Last year's plan is left as it is. @choices: (element-type utf8 BarnNextChoice): activity id → choice (GUINT_TO_POINTER());
   those that are not in it are as proposed. The year must have no plan, or an empty one. (transfer none) */
BarnPlan           *barn_plan_file_make_next_year    (BarnPlanFile    *self,
                                                      BarnPlan        *plan,
                                                      GHashTable      *choices,
                                                      gboolean         areas,
                                                      GError         **error);

/**
 * BarnHistoryFilter:
 * @author: (nullable): who
 * @kind: (nullable): what: "activity", "follow_up", "occasion", …, the nick of a #BarnKind
 * @from: the first day; BARN_DAY_NONE: from the beginning
 * @until: the last day, included; BARN_DAY_NONE: until now
 * @search: (nullable): words that must be in the sentence, the title or the new value
 *
 * Which changes are asked for. What is set adds up.
 */
typedef struct
{
  const char *author;
  const char *kind;
  BarnDay     from;
  BarnDay     until;
  const char *search;
} BarnHistoryFilter;

/* Whether a change is asked for; may be called in a worker */
gboolean            barn_history_filter_match        (const BarnHistoryFilter *self,
                                                      BarnChange              *change);

/* The log, newest first. @filter: (nullable). @limit: 0: all. (element-type BarnChange) (transfer full) */
GPtrArray          *barn_plan_file_list_changes      (BarnPlanFile            *self,
                                                      const BarnHistoryFilter *filter,
                                                      guint                    limit,
                                                      GError                 **error);
/* What one change did, field by field. (element-type BarnFieldChange) (transfer full) */
GPtrArray          *barn_plan_file_list_change_fields (BarnPlanFile   *self,
                                                      BarnChange      *change,
                                                      GError         **error);
/* Both in a worker, on a connection of its own */
void                barn_plan_file_read_changes_async (BarnPlanFile   *self,
                                                      GCancellable    *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer         user_data);
GPtrArray          *barn_plan_file_read_changes_finish (BarnPlanFile  *self,
                                                      GAsyncResult    *result,
                                                      GError         **error);
void                barn_plan_file_read_change_fields_async (BarnPlanFile *self,
                                                      BarnChange      *change,
                                                      GCancellable    *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer         user_data);
GPtrArray          *barn_plan_file_read_change_fields_finish (BarnPlanFile *self,
                                                      GAsyncResult    *result,
                                                      GError         **error);
/* Who has changed something, by name, each once: (transfer full) */
GStrv               barn_plan_file_list_authors      (BarnPlanFile    *self,
                                                      GError         **error);
/* Makes everything as it was right after @point, as one new change, which can be undone like any other; in a worker, as the log can be long.
   @newest: the last that is to be taken back, by its number; 0: whatever is last */
void                barn_plan_file_go_back_async     (BarnPlanFile    *self,
                                                      BarnChange      *point,
                                                      gint64           newest,
                                                      GCancellable    *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer         user_data);
gboolean            barn_plan_file_go_back_finish    (BarnPlanFile    *self,
                                                      GAsyncResult    *result,
                                                      GError         **error);

/* The årshjul of a plan as a calendar file (.ics). A new export of the same file updates the events of an older one. */
gboolean            barn_plan_file_export_calendar   (BarnPlanFile    *self,
                                                      BarnPlan        *plan,
                                                      BarnProfile     *profile,
                                                      GFile           *output,
                                                      GCancellable    *cancellable,
                                                      GError         **error);

G_END_DECLS
