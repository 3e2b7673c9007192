/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/**
 * BarnChangeType:
 * @BARN_CHANGE_DO: something a person did
 * @BARN_CHANGE_UNDO: it was undone
 * @BARN_CHANGE_REDO: and done again
 */
typedef enum
{
  BARN_CHANGE_DO,
  BARN_CHANGE_UNDO,
  BARN_CHANGE_REDO,
} BarnChangeType;

/**
 * BarnChange:
 *
 * An entry of the log of changes, which only grows. What it says to a person is put together when it is shown, in the language
 * of the desktop, from @action, @subject and @value.
 *
 * Properties: number, moment (microseconds since 1970 UTC), author, action (a word: "activity-status"), subject (the title of
 * what was changed), value (what it became, as a word where it is one), type, of (the number of what was undone or redone; 0).
 */
#define BARN_TYPE_CHANGE (barn_change_get_type ())
G_DECLARE_FINAL_TYPE (BarnChange, barn_change, BARN, CHANGE, GObject)

BarnChange     *barn_change_new          (gint64          number,
                                          gint64          moment,
                                          const char     *author,
                                          const char     *action,
                                          const char     *subject,
                                          const char     *value,
                                          BarnChangeType  type,
                                          gint64          of);
gint64          barn_change_get_number   (BarnChange     *self);
gint64          barn_change_get_moment   (BarnChange     *self);
/* The day of the moment, as the clock on the wall here had it */
BarnDay         barn_change_get_day      (BarnChange     *self);
const char     *barn_change_get_author   (BarnChange     *self);
const char     *barn_change_get_action   (BarnChange     *self);
const char     *barn_change_get_subject  (BarnChange     *self);
const char     *barn_change_get_value    (BarnChange     *self);
BarnChangeType  barn_change_get_change_type (BarnChange  *self);
gint64          barn_change_get_of       (BarnChange     *self);

/* "Status ändrad till Genomförd", in the language of the desktop. Undoing and redoing are put before it where @type says so. */
char           *barn_change_dup_summary  (BarnChange     *self);

/* Every action that has a sentence of its own: "activity-add", "activity-title", "activities-status", "plan-import", ...
   KIND-add, KIND-delete, KIND-move and KIND-FIELD, and those named in barn-change.c. Where one is about several things
   ("activities-..."), @subject is how many; where it is about a status, @value is its nick; "section-text-ready" has the
   value "true" or "false"; "plan-import" has the year as subject, "adopted-add" the title of the document. */
const char *const *barn_change_list_actions (void);

/**
 * BarnFieldChange:
 * @change: what it was part of
 * @kind: of the item
 * @item: its id
 * @field: the field's name; NULL: the item itself was added or deleted
 * @before: what stood there, as a person reads it (ids stay ids); NULL: nothing, or nothing to read (see barn_field_is_for_reading())
 * @after: what stands there since; NULL as with @before
 *
 * What a change did to one field: a line of the history.
 */
typedef struct
{
  BarnChange *change;
  BarnKind    kind;
  char       *item;
  char       *field;
  char       *before;
  char       *after;
} BarnFieldChange;

/* Whether what stands in a field of that name says something to a person */
gboolean barn_field_is_for_reading (const char *field);

void barn_field_change_free (BarnFieldChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnFieldChange, barn_field_change_free)

G_END_DECLS
