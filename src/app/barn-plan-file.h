/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-change.h"
#include "barn-document.h"
#include "barn-draft.h"
#include "barn-model.h"
#include "barn-pages.h"
#include "barn-paper.h"
#include "barn-profile.h"

G_BEGIN_DECLS

/**
 * BARN_PLAN_FILE_ERROR:
 *
 * What opening and changing a plan file can end in, each with a sentence for a person: what happened, what is safe, what to do.
 */
#define BARN_PLAN_FILE_ERROR (barn_plan_file_error_quark ())

typedef enum
{
  BARN_PLAN_FILE_ERROR_NOT_OURS,
  BARN_PLAN_FILE_ERROR_DAMAGED,
  BARN_PLAN_FILE_ERROR_NEWER,
  BARN_PLAN_FILE_ERROR_LOCKED,
  BARN_PLAN_FILE_ERROR_READ_ONLY,
  BARN_PLAN_FILE_ERROR_NO_ACCESS,
  BARN_PLAN_FILE_ERROR_EXISTS,
  BARN_PLAN_FILE_ERROR_FULL,
  BARN_PLAN_FILE_ERROR_CONFLICT,   /* somebody else changed it meanwhile: nothing was done */
  BARN_PLAN_FILE_ERROR_RULE,
  BARN_PLAN_FILE_ERROR_NOTHING,
  BARN_PLAN_FILE_ERROR_FAILED,
  BARN_PLAN_FILE_ERROR_NOT_FOUND,  /* no activity, status, year of that name */
  BARN_PLAN_FILE_ERROR_AMBIGUOUS,  /* the text fits several */
} BarnPlanFileError;

GQuark barn_plan_file_error_quark (void);

/**
 * BarnPlanFile:
 *
 * The open plan file: its living items, and the one door for changes to them. Window and command line use the same functions.
 *
 * Properties, all watched: can-undo, can-redo, undo-summary, redo-summary ("" where there is nothing), read-only, path.
 * Signals: changed (BarnChange): after each entry of the log, own or of another program (is-own: gboolean).
 *
 * Every function that changes something is one named, undoable change; it returns FALSE with nothing changed where it could not be done.
 * Where a value is set, what stood there when the person began is given too, so that a newer value is not overwritten.
 */
#define BARN_TYPE_PLAN_FILE (barn_plan_file_get_type ())
G_DECLARE_FINAL_TYPE (BarnPlanFile, barn_plan_file, BARN, PLAN_FILE, GObject)

BarnPlanFile *barn_plan_file_open          (GFile         *file,
                                            gboolean       read_only,
                                            GError       **error);
/* The same in a worker; the caller gets it when all is read */
void          barn_plan_file_open_async    (GFile         *file,
                                            gboolean       read_only,
                                            GCancellable  *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer       user_data);
BarnPlanFile *barn_plan_file_open_finish   (GFile         *file,
                                            GAsyncResult  *result,
                                            GError       **error);
/* A new file with the four roles, and a plan of @year unless it is 0. @organisation, @board: (nullable) */
BarnPlanFile *barn_plan_file_create        (GFile         *file,
                                            guint          year,
                                            const char    *organisation,
                                            const char    *board,
                                            GError       **error);
/* A new file with the example plan of data/example */
BarnPlanFile *barn_plan_file_create_example (GFile        *file,
                                            GError       **error);
GFile        *barn_plan_file_get_file      (BarnPlanFile  *self);
gboolean      barn_plan_file_check_output  (GFile         *plan_file,
                                            GFile         *output,
                                            GError       **error);
BarnModel    *barn_plan_file_get_model     (BarnPlanFile  *self);
gboolean      barn_plan_file_get_read_only (BarnPlanFile  *self);
/* Takes in what another program wrote */
gboolean      barn_plan_file_refresh       (BarnPlanFile  *self,
                                            GError       **error);
/* Looks in a worker whether there is something to refresh; the window asks each second and when it gets the focus */
void          barn_plan_file_look_async    (BarnPlanFile  *self,
                                            GAsyncReadyCallback callback,
                                            gpointer       user_data);
gboolean      barn_plan_file_look_finish   (BarnPlanFile  *self,
                                            GAsyncResult  *result,
                                            gboolean      *changed,
                                            GError       **error);
/* Default place of the plan file, under the user's data folder: (transfer full) */
GFile        *barn_plan_file_get_default_location (void);

/* Undo and redo. @expected: the change that the button named, NULL for whatever is last */
gboolean      barn_plan_file_undo          (BarnPlanFile  *self,
                                            BarnChange    *expected,
                                            GError       **error);
gboolean      barn_plan_file_redo          (BarnPlanFile  *self,
                                            BarnChange    *expected,
                                            GError       **error);
BarnChange   *barn_plan_file_get_undo      (BarnPlanFile  *self); /* (nullable): what undo would undo */
BarnChange   *barn_plan_file_get_redo      (BarnPlanFile  *self);

/* Any field of any item. @before: (nullable): the value the person began from. @run: (nullable): a token that joins the changes of one sitting at a field */
gboolean      barn_plan_file_set           (BarnPlanFile  *self,
                                            BarnItem      *item,
                                            const char    *field,
                                            const GValue  *before,
                                            const GValue  *value,
                                            const char    *run,
                                            GError       **error);
gboolean      barn_plan_file_set_text      (BarnPlanFile  *self,
                                            BarnItem      *item,
                                            const char    *field,
                                            const char    *before,
                                            const char    *value,
                                            const char    *run,
                                            GError       **error);
/* The same field of several items, in one change */
gboolean      barn_plan_file_set_several   (BarnPlanFile  *self,
                                            GPtrArray     *items,
                                            const char    *field,
                                            const GValue  *value,
                                            GError       **error);
/* Adds or takes away one member of a set field (a role, a shift, an article) */
gboolean      barn_plan_file_set_member    (BarnPlanFile  *self,
                                            GPtrArray     *items,
                                            const char    *field,
                                            const char    *member,
                                            gboolean       present,
                                            GError       **error);

/* Follow-ups */
BarnFollowUp *barn_plan_file_add_follow_up (BarnPlanFile  *self,
                                            BarnActivity  *activity,
                                            BarnStatus     status,
                                            BarnDay        day,
                                            const char    *comment,
                                            const char    *effect,
                                            GError       **error); /* (transfer none) */
/* The beginning of one that somebody is writing. @run: (nullable): a token that joins what is written on in the same sitting */
BarnFollowUp *barn_plan_file_begin_follow_up (BarnPlanFile *self,
                                            BarnActivity  *activity,
                                            BarnStatus     status,
                                            BarnDay        day,
                                            const char    *comment,
                                            const char    *effect,
                                            const char    *run,
                                            GError       **error); /* (transfer none) */
gboolean      barn_plan_file_set_status    (BarnPlanFile  *self,
                                            GPtrArray     *activities,
                                            BarnStatus     status,
                                            GError       **error); /* today; those that have it already are left */

/* New things; each is put last in its list. (transfer none) */
BarnPlan     *barn_plan_file_add_plan      (BarnPlanFile  *self,
                                            guint          year,
                                            GError       **error);
/* A closed year can be corrected all the same; the correction is seen in its history. @closed FALSE: it is opened again */
gboolean      barn_plan_file_close_year    (BarnPlanFile  *self,
                                            BarnPlan      *plan,
                                            gboolean       closed,
                                            GError       **error);
BarnActivity *barn_plan_file_add_activity  (BarnPlanFile  *self,
                                            BarnPlan      *plan,
                                            const char    *title,
                                            const char    *role,
                                            const char    *shift,
                                            GError       **error);
BarnShift    *barn_plan_file_add_shift     (BarnPlanFile  *self,
                                            BarnPlan      *plan,
                                            const char    *title,
                                            GError       **error);
BarnRole     *barn_plan_file_add_role      (BarnPlanFile  *self,
                                            const char    *name,
                                            GError       **error);
BarnUnit     *barn_plan_file_add_unit      (BarnPlanFile  *self,
                                            const char    *name,
                                            GError       **error);
BarnLongTerm *barn_plan_file_add_long_term (BarnPlanFile  *self,
                                            BarnPlan      *plan,
                                            const char    *title,
                                            GError       **error);
/* "Ta in i årets plan": an activity of @plan with its words; it stays in the list and leads there */
BarnActivity *barn_plan_file_take_in       (BarnPlanFile  *self,
                                            BarnLongTerm  *item,
                                            BarnPlan      *plan,
                                            GError       **error);
BarnArea     *barn_plan_file_add_area      (BarnPlanFile  *self,
                                            guint          year,
                                            const char    *title,
                                            GError       **error);
BarnMeasure  *barn_plan_file_add_measure   (BarnPlanFile  *self,
                                            BarnArea      *area,
                                            const char    *title,
                                            GError       **error);

/* Deleting, with all that belongs to it; moving before @before (NULL: last) */
gboolean      barn_plan_file_delete        (BarnPlanFile  *self,
                                            GPtrArray     *items,
                                            GError       **error);
gboolean      barn_plan_file_move          (BarnPlanFile  *self,
                                            BarnItem      *item,
                                            BarnItem      *before,
                                            GError       **error);

/* A section of the barnbokslut; its row is made when first written */
gboolean      barn_plan_file_set_section   (BarnPlanFile  *self,
                                            BarnPlan      *plan,
                                            const char    *section,
                                            guint          article,
                                            const char    *before,
                                            const char    *body,
                                            const char    *run,
                                            GError       **error);
gboolean      barn_plan_file_set_section_ready (BarnPlanFile *self,
                                            BarnPlan      *plan,
                                            const char    *section,
                                            guint          article,
                                            gboolean       ready,
                                            GError       **error);

/* A recognised document as the plan of a year: one change. The year must have no plan, or an empty one. (transfer none) */
BarnPlan     *barn_plan_file_import        (BarnPlanFile  *self,
                                            BarnDraft     *draft,
                                            GError       **error);

/* Lines of history, newest first: (element-type BarnFieldChange) (transfer full). @item NULL: of everything */
GPtrArray    *barn_plan_file_list_history  (BarnPlanFile  *self,
                                            BarnItem      *item,
                                            guint          limit,
                                            GError       **error);

/* A document in a worker of its own, on its own read-only connection; the format follows the file's ending. @profile: (nullable) */
void          barn_plan_file_export_async  (BarnPlanFile        *self,
                                            BarnPaper            paper,
                                            guint                year,
                                            BarnDay              as_of,
                                            BarnProfile         *profile,
                                            GFile               *output,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean      barn_plan_file_export_finish (BarnPlanFile        *self,
                                            GAsyncResult        *result,
                                            GError             **error);
gboolean      barn_plan_file_export        (BarnPlanFile        *self,
                                            BarnPaper            paper,
                                            guint                year,
                                            BarnDay              as_of,
                                            BarnProfile         *profile,
                                            GFile               *output,
                                            GCancellable        *cancellable,
                                            GError             **error);
/* The same document as a tree, in a worker; (transfer full) */
void          barn_plan_file_build_async   (BarnPlanFile        *self,
                                            BarnPaper            paper,
                                            guint                year,
                                            BarnDay              as_of,
                                            BarnProfile         *profile,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
BarnDocument *barn_plan_file_build_finish  (BarnPlanFile        *self,
                                            GAsyncResult        *result,
                                            GError             **error);
/* The same document as pages, for the screen and the printer, in a worker; (transfer full) */
void          barn_plan_file_lay_out_async (BarnPlanFile        *self,
                                            BarnPaper            paper,
                                            guint                year,
                                            BarnDay              as_of,
                                            BarnProfile         *profile,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
BarnPages    *barn_plan_file_lay_out_finish (BarnPlanFile       *self,
                                            GAsyncResult        *result,
                                            GError             **error);
/* The data of all years, as .xlsx, .csv or .json; @year: whose figures a workbook sums up */
void          barn_plan_file_export_data_async (BarnPlanFile    *self,
                                            guint                year,
                                            BarnDay              as_of,
                                            BarnProfile         *profile,
                                            GFile               *output,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean      barn_plan_file_export_data   (BarnPlanFile        *self,
                                            guint                year,
                                            BarnDay              as_of,
                                            BarnProfile         *profile,
                                            GFile               *output,
                                            GCancellable        *cancellable,
                                            GError             **error);
gboolean      barn_plan_file_verify        (BarnPlanFile        *self,
                                            GCancellable        *cancellable,
                                            GError             **error);

/* A sound copy, made while others may write; replaces @copy as a whole or not at all */
gboolean      barn_plan_file_backup        (BarnPlanFile        *self,
                                            GFile               *copy,
                                            GCancellable        *cancellable,
                                            GError             **error);
/* Puts the backup @copy in the place of @file, which may be open, damaged or gone; those that have it open take it in with their next
   refresh. May be called in a worker. @kept: (out) (optional) (nullable) (transfer full): where what was there before lies now */
gboolean      barn_plan_file_restore       (GFile               *file,
                                            GFile               *copy,
                                            GFile              **kept,
                                            GCancellable        *cancellable,
                                            GError             **error);

/* The backups that are kept of @file, which may be damaged or gone, the latest first: (element-type GFile) (transfer full) */
GPtrArray    *barn_plan_file_list_backups  (GFile               *file);
void          barn_plan_file_restore_async (GFile               *file,
                                            GFile               *copy,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean      barn_plan_file_restore_finish (GFile              *file,
                                            GAsyncResult        *result,
                                            GError             **error);

/* ACTIVITY on the command line: an id, or text that fits exactly one title of the plan. (transfer none) */
BarnActivity *barn_plan_file_find_activity (BarnPlanFile  *self,
                                            BarnPlan      *plan,
                                            const char    *text,
                                            GError       **error);

G_END_DECLS
