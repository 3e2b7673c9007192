/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-change.h"
#include "barn-model.h"

G_BEGIN_DECLS

#define BARN_STORE_ERROR (barn_store_error_quark ())

/**
 * BarnStoreError:
 * @BARN_STORE_ERROR_NOT_OURS: a file of something else
 * @BARN_STORE_ERROR_DAMAGED: a plan file that is torn or has lost its sense
 * @BARN_STORE_ERROR_NEWER: made by a newer version of the program
 * @BARN_STORE_ERROR_LOCKED: another program holds it and did not let go in five seconds
 * @BARN_STORE_ERROR_READ_ONLY: may be read, not written
 * @BARN_STORE_ERROR_NO_ACCESS: missing, or may not be read
 * @BARN_STORE_ERROR_EXISTS: there is a file already where a new one was to be
 * @BARN_STORE_ERROR_FULL: no room on the disk
 * @BARN_STORE_ERROR_CONFLICT: the row is another than the one that was to be changed; nothing was done
 * @BARN_STORE_ERROR_RULE: a rule of the schema says no (a role in use, a date that is none)
 * @BARN_STORE_ERROR_NOTHING: there is nothing to undo, or to redo
 * @BARN_STORE_ERROR_FAILED: anything else, as SQLite tells it
 */
typedef enum
{
  BARN_STORE_ERROR_NOT_OURS,
  BARN_STORE_ERROR_DAMAGED,
  BARN_STORE_ERROR_NEWER,
  BARN_STORE_ERROR_LOCKED,
  BARN_STORE_ERROR_READ_ONLY,
  BARN_STORE_ERROR_NO_ACCESS,
  BARN_STORE_ERROR_EXISTS,
  BARN_STORE_ERROR_FULL,
  BARN_STORE_ERROR_CONFLICT,
  BARN_STORE_ERROR_RULE,
  BARN_STORE_ERROR_NOTHING,
  BARN_STORE_ERROR_FAILED,
} BarnStoreError;

GQuark barn_store_error_quark (void);

/**
 * BarnStoreFlags:
 * @BARN_STORE_CREATE: the file must not exist and is made; without it, it must exist
 * @BARN_STORE_READ_ONLY: nothing can be changed through this connection
 */
typedef enum
{
  BARN_STORE_DEFAULT   = 0,
  BARN_STORE_CREATE    = 1 << 0,
  BARN_STORE_READ_ONLY = 1 << 1,
} BarnStoreFlags;

/**
 * BarnStore:
 *
 * A connection to a plan file. Belongs to one thread at a time: the one that opened it, until another adopts it.
 *
 * A change is: barn_store_begin(), any number of insert, set and delete, barn_store_commit() with its name. SQLite's session
 * extension records what it did, and that record is stored in the same transaction, in a log that only grows: an undo is an entry
 * too. From the log come undo, redo, history and the refresh of living items, also of what another program did.
 *
 * Every function that fails between begin and commit rolls the whole change back.
 */
#define BARN_TYPE_STORE (barn_store_get_type ())
G_DECLARE_FINAL_TYPE (BarnStore, barn_store, BARN, STORE, GObject)

BarnStore  *barn_store_open         (const char      *path,
                                     BarnStoreFlags   flags,
                                     GError         **error);
/* From now on it belongs to the calling thread; the one before must not touch it any more */
void        barn_store_adopt        (BarnStore       *self);
gboolean    barn_store_is_read_only (BarnStore       *self);
void        barn_store_close        (BarnStore       *self);

/* All rows into an empty model */
gboolean    barn_store_load         (BarnStore       *self,
                                     BarnModel       *model,
                                     GError         **error);

/* One change */
gboolean    barn_store_begin        (BarnStore       *self,
                                     GError         **error);
gboolean    barn_store_insert       (BarnStore       *self,
                                     BarnItem        *item,
                                     GError         **error);
/* Writes @value where @expected stands: BARN_STORE_ERROR_CONFLICT if something else does or the row is gone. @expected NULL: whatever stands. */
gboolean    barn_store_set          (BarnStore       *self,
                                     BarnKind         kind,
                                     const char      *id,
                                     const char      *field,
                                     const GValue    *expected,
                                     const GValue    *value,
                                     GError         **error);
/* With what belongs to it: follow-ups of an activity, measures of an area, everything of a plan. */
gboolean    barn_store_delete       (BarnStore       *self,
                                     BarnKind         kind,
                                     const char      *id,
                                     GError         **error);

/* The file of an adopted document, which no living item holds. @text: what it says, as Markdown */
gboolean    barn_store_keep_copy    (BarnStore       *self,
                                     const char      *id,
                                     GBytes          *bytes,
                                     const char      *text,
                                     GError         **error);
/* Outside of a change too. @bytes, @text: (out) (optional) (transfer full). BARN_STORE_ERROR_DAMAGED if it is not what was adopted,
   BARN_STORE_ERROR_CONFLICT if there is no such document. */
gboolean    barn_store_read_copy    (BarnStore       *self,
                                     const char      *id,
                                     GBytes         **bytes,
                                     char           **text,
                                     GError         **error);

/**
 * BarnChangeInfo:
 * @action: a word: see barn_change_dup_summary()
 * @subject: (nullable): title of what is changed
 * @value: (nullable): what it becomes
 * @author: who
 * @run: (nullable): changes that follow each other with the same run are undone and redone together (typing in one field)
 * @moment: when, in microseconds since 1970 UTC; 0: now
 */
typedef struct
{
  const char *action;
  const char *subject;
  const char *value;
  const char *author;
  const char *run;
  gint64      moment;
} BarnChangeInfo;

/* Returns the number of the change; 0 with no error where nothing became another (then nothing is logged); -1 on error. */
gint64      barn_store_commit       (BarnStore             *self,
                                     const BarnChangeInfo  *info,
                                     GError               **error);
void        barn_store_rollback     (BarnStore       *self);

/* The last change not undone (or, with redo, the last undone). @expected: 0, or the number that the person sees on the button:
   CONFLICT if another program changed something meanwhile. Returns the number of the new log entry, -1 on error. */
gint64      barn_store_undo         (BarnStore       *self,
                                     gint64           expected,
                                     const char      *author,
                                     GError         **error);
gint64      barn_store_redo         (BarnStore       *self,
                                     gint64           expected,
                                     const char      *author,
                                     GError         **error);
/* In a change: makes every row what it was right after entry @number of the log, by undoing what came later */
gboolean    barn_store_go_back      (BarnStore       *self,
                                     gint64           number,
                                     GCancellable    *cancellable,
                                     GError         **error);
BarnChange *barn_store_get_undo     (BarnStore       *self); /* (nullable) (transfer none): what undo would undo */
BarnChange *barn_store_get_redo     (BarnStore       *self);

/* Takes every log entry since the last call, own and others', into the living items: by id, smallest items-changed, identity kept.
   Cheap where nothing happened (data_version). @changes: (out) (optional) (element-type BarnChange) (transfer full): those entries, oldest first.
   Returns FALSE only on error. */
gboolean    barn_store_refresh      (BarnStore       *self,
                                     BarnModel       *model,
                                     GPtrArray      **changes,
                                     GError         **error);

/* Whether somebody wrote since the last call, through whatever other connection; TRUE the first time. Takes nothing in. */
gboolean    barn_store_look         (BarnStore       *self,
                                     gboolean        *changed,
                                     GError         **error);

/* The log, newest first. @item: (nullable): only what touched this item or what belongs to it. @limit 0: all. */
GPtrArray  *barn_store_list_changes (BarnStore       *self,
                                     const char      *item,
                                     guint            limit,
                                     GError         **error); /* BarnChange */
GPtrArray  *barn_store_list_history (BarnStore       *self,
                                     const char      *item,
                                     guint            limit,
                                     GError         **error); /* BarnFieldChange */

/* What one entry did; (element-type BarnFieldChange) (transfer full) */
GPtrArray  *barn_store_list_change_fields (BarnStore *self,
                                     BarnChange      *change,
                                     GError         **error);

/* Reads every page and checks every rule. TRUE: sound. */
gboolean    barn_store_verify       (BarnStore       *self,
                                     GCancellable    *cancellable,
                                     GError         **error);
/* A sound copy, made while others may write; replaces @path as a whole or not at all. */
gboolean    barn_store_backup       (BarnStore       *self,
                                     const char      *path,
                                     GCancellable    *cancellable,
                                     GError         **error);
/* The file at @path becomes what the backup @copy holds, as one change that other programs notice. What @path held before is kept
   as a backup too. @kept: (out) (optional) (nullable) (transfer full): its path. */
gboolean    barn_store_restore      (const char      *path,
                                     const char      *copy,
                                     char           **kept,
                                     GCancellable    *cancellable,
                                     GError         **error);
/* The paths of the backups that are kept of the file at @path, in no order: (transfer full) */
GStrv       barn_store_list_backups (const char      *path);
/* The action of the change that barn_store_refresh() tells when a backup was put in the place of the file */
#define BARN_STORE_ACTION_RESTORED "file-restored"

/* How its pages hang together, looked at once. Call it before each change. */
gboolean    barn_store_check_pages  (BarnStore       *self,
                                     GError         **error);

/* The day's copy under the user's data folder, of which the last ten are kept. Call it before each change: it works once a day. */
gboolean    barn_store_auto_backup  (BarnStore       *self,
                                     GError         **error);

G_END_DECLS
