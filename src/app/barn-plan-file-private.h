/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-plan-file.h"
#include "barn-store.h"

G_BEGIN_DECLS

struct _BarnPlanFile
{
  GObject    parent_instance;

  GFile     *file;
  BarnStore *store;
  BarnModel *model;
  gpointer   looker;             /* what looks for others' changes, or NULL: see barn-plan-file-worker.c */

  /* What barn-plan-file-profile.c made of the stored profile: kept until another one is stored */
  char        *profile_text;
  BarnProfile *profile;
  char        *profile_fault;

  /* What the properties said when they were last told */
  char      *undo_summary;
  char      *redo_summary;

  guint      is_new : 1;         /* being made: there is nothing to keep a copy of */
  guint      backup_failed : 1;  /* has been said */
};

/* The action of the change that a new file begins with; it cannot be undone, as nothing would be left to undo into */
#define BARN_PLAN_FILE_ACTION_NEW "file-new"

/* The roles of a new file; NULL at the end */
extern const char *const barn_plan_file_usual_roles[];

/* From one error domain to the other; takes @store_error. Returns FALSE, so that a function can end with it. */
gboolean     barn_plan_file_fail         (BarnPlanFile          *self,
                                          GError                *store_error,
                                          GError               **error);

/* FALSE with a sentence where the file is opened for reading only */
gboolean     barn_plan_file_check_writable (BarnPlanFile        *self,
                                          GError               **error);
/* Before a change on a connection of its own: that the file may be changed, with the backup of the day. And after it: takes it in as ours. */
gboolean     barn_plan_file_prepare      (BarnPlanFile          *self,
                                          GError               **error);
void         barn_plan_file_take_own     (BarnPlanFile          *self,
                                          gint64                 number);

/* Lets go of what looks for others' changes; where a worker waits for a slow drive, that closes it when it comes back */
void         barn_plan_file_drop_looker  (BarnPlanFile          *self);

/* A change is: begin, any number of insert, write and remove, commit. Each that fails has undone all of it. */
gboolean     barn_plan_file_begin        (BarnPlanFile          *self,
                                          GError               **error);
gboolean     barn_plan_file_insert       (BarnPlanFile          *self,
                                          BarnItem              *item,
                                          GError               **error);
gboolean     barn_plan_file_write        (BarnPlanFile          *self,
                                          BarnItem              *item,
                                          guint                  field,
                                          const GValue          *expected,
                                          const GValue          *value,
                                          GError               **error);
gboolean     barn_plan_file_remove       (BarnPlanFile          *self,
                                          BarnItem              *item,
                                          GError               **error);
gboolean     barn_plan_file_commit       (BarnPlanFile          *self,
                                          const char            *action,
                                          const char            *subject,
                                          const char            *value,
                                          const char            *run,
                                          GError               **error);
/* The same with all that can be said of a change; the author may be left out */
gboolean     barn_plan_file_commit_info  (BarnPlanFile          *self,
                                          const BarnChangeInfo  *info,
                                          GError               **error);
/* What was just stored, as it lives; %NULL with an error where it is gone already. (transfer none) */
BarnItem    *barn_plan_file_find_living  (BarnPlanFile          *self,
                                          const char            *id,
                                          GError               **error);
/* A change of one new row. Returns: (transfer none): the living item */
BarnItem    *barn_plan_file_add_item     (BarnPlanFile          *self,
                                          BarnItem              *item,
                                          const char            *action,
                                          const char            *subject,
                                          const char            *value,
                                          const char            *run,
                                          GError               **error);

const BarnField *barn_plan_file_get_field (BarnItem           *item,
                                          guint                  field);
/* (transfer full): the words of a change: "activity-due-on"; @what NULL: of the kind alone */
char        *barn_plan_file_dup_action   (BarnKind               kind,
                                          const char            *what);
/* What a person calls the thing that a change of @item is about: of a follow-up its activity */
const char  *barn_plan_file_get_subject  (BarnPlanFile          *self,
                                          BarnItem              *item);
/* (transfer full): as stored: NFC; of one line and without space around it where the field is a line. NULL is "". */
char        *barn_plan_file_clean_line   (const char            *text);
char        *barn_plan_file_clean_text   (const char            *text);
/* A value as it may stand in the field; FALSE with a sentence where it may not */
gboolean     barn_plan_file_clean_value  (BarnPlanFile          *self,
                                          BarnItem              *item,
                                          guint                  field,
                                          const GValue          *value,
                                          GValue                *clean,
                                          GError               **error);
/* Whether an occasion may have this cut-off date; FALSE with a sentence where it may not */
gboolean     barn_plan_file_check_cut_off (BarnPlanFile         *self,
                                          BarnOccasion          *occasion,
                                          BarnDay                cut_off,
                                          GError               **error);
gboolean     barn_plan_file_check_indicator_value (BarnScale     scale,
                                          double                 value,
                                          GError               **error);
/* Whether the reason is enough for the outcome; FALSE with a sentence where it is not */
gboolean     barn_plan_file_check_outcome (BarnOutcome           outcome,
                                          const char            *reason,
                                          GError               **error);
char        *barn_plan_file_clean_title  (const char            *text,
                                          GError               **error);
gboolean     barn_plan_file_check_year   (guint                  year,
                                          GError               **error);
/* The position after the last of @list */
double       barn_plan_file_next_position (GListModel           *list);
/* The document of a year as an export writes it, read from the file as it is now: (transfer full). It may be called in a worker. */
BarnDocument *barn_plan_file_build_document (const char         *path,
                                          BarnPaper              paper,
                                          guint                  year,
                                          BarnDay                as_of,
                                          BarnProfile           *profile,
                                          GCancellable          *cancellable,
                                          GError               **error);
/* Who writes: (transfer full) */
char        *barn_plan_file_dup_author   (void);
/* (nullable) (transfer none): the path of a file that SQLite can open */
const char  *barn_plan_file_check_path   (GFile                 *file,
                                          GError               **error);

/* The plan file that is being made: @fill writes more into it; what fails leaves no file behind */
typedef gboolean (*BarnPlanFileFill) (BarnPlanFile  *self,
                                      gpointer       user_data,
                                      GError       **error);
BarnPlanFile *barn_plan_file_make        (GFile                 *file,
                                          BarnPlanFileFill       fill,
                                          gpointer               user_data,
                                          GError               **error);

G_END_DECLS
