/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The history is SQLite's session extension, which its header hides unless asked for */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "barn-store.h"

G_BEGIN_DECLS

/* "Barn" in ASCII, at byte 68 of a plan file */
#define BARN_STORE_APPLICATION_ID 0x4261726e
/* The number of the last file in migrations/ */
#define BARN_STORE_VERSION 3
#define BARN_STORE_BUSY_MS 5000

struct _BarnStore
{
  GObject parent_instance;

  char *path;
  char *name;                    /* the file's, to show */
  sqlite3 *db;
  GThread *thread;
  GHashTable *queries;           /* SQL literal → statement */
  gboolean read_only;
  gboolean is_source;            /* opened by barn_store_open_to_copy() */
  gboolean is_open;              /* all that barn_store_open() looks at was found good */

  sqlite3_session *session;      /* records the change under way */

  /* What the log says, as far as it was read. The stacks hold BarnLogEntry; what is on top is next. */
  GArray *undo;
  GArray *redo;
  gint64 log_end;                /* the last number read */
  gboolean log_stale;            /* something was committed and not read yet */
  BarnChange *undo_change;
  BarnChange *redo_change;

  /* A backup that is put in place writes every page anew: SQLite counts that as a change of the schema, and nothing else does */
  gint64 schema_version;
  gboolean replaced;             /* the living items are still those of what was there before */

  /* What the living items know */
  gint64 seen;                   /* the last number taken in */
  gint64 data_version;

  /* What barn_store_look() saw last */
  gint64 looked_version;
  gboolean looked;

  BarnDay backed_up_on;
  gboolean pages_checked;        /* that they hang together was looked at, and they did */
};

/* barn-store-error.c: sentences for a person */
void      barn_store_set_error       (BarnStore    *self,
                                      GError      **error); /* from what SQLite last said */
void      barn_store_set_error_code  (BarnStore    *self,
                                      int           code,
                                      GError      **error);
void      barn_store_set_system_error (const char  *name,
                                      int           number,
                                      GError      **error); /* from errno */
void      barn_store_set_damaged     (BarnStore    *self,
                                      const char   *detail,
                                      GError      **error);
void      barn_store_set_read_only   (BarnStore    *self,
                                      GError      **error);
void      barn_store_set_missing     (const char   *name,
                                      GError      **error);
void      barn_store_set_exists      (const char   *name,
                                      GError      **error);
void      barn_store_set_newer       (BarnStore    *self,
                                      GError      **error);
void      barn_store_set_conflict    (BarnStore    *self,
                                      GError      **error);

/**
 * BarnQuery:
 *
 * A prepared statement, kept as long as the connection. It is an autoptr that makes the statement ready for its next use.
 */
typedef struct sqlite3_stmt BarnQuery;

static inline void
barn_query_done (BarnQuery *query)
{
  sqlite3_reset (query);
  sqlite3_clear_bindings (query);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnQuery, barn_query_done)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_changeset_iter, sqlite3changeset_finalize)

/* barn-store.c. @sql must be a literal: it is the key under which its statement is kept. */
BarnQuery *barn_store_query          (BarnStore    *self,
                                      const char   *sql,
                                      GError      **error);
gboolean  barn_store_step            (BarnStore    *self,
                                      BarnQuery    *query,
                                      gboolean     *row,
                                      GError      **error);
gboolean  barn_store_run             (BarnStore    *self,
                                      BarnQuery    *query,
                                      GError      **error); /* to its end, ignoring rows */
gboolean  barn_store_exec            (BarnStore    *self,
                                      const char   *sql,
                                      GError      **error);
gboolean  barn_store_get_int         (BarnStore    *self,
                                      const char   *sql,
                                      gint64       *value,
                                      GError      **error); /* of the first row */
gboolean  barn_store_begin_reading   (BarnStore    *self,
                                      GError      **error);
void      barn_store_end_reading     (BarnStore    *self);
gboolean  barn_store_connect         (BarnStore    *self,
                                      const char   *path,
                                      GError      **error);
BarnStore *barn_store_open_to_copy   (const char   *path,
                                      GError      **error); /* also of an older version; nothing else may be done with it */
char     *barn_store_resolve         (const char   *path); /* absolute, without links in it */
char     *barn_store_reserve_beside  (const char   *path,
                                      GError      **error); /* an empty file with a name of its own, to be renamed */

/* barn-store-schema.c: which statements belong to a kind */

/**
 * BarnStoreColumn:
 * @field: the field's place in the class
 * @update: writes ?2 into row ?1 if ?4 or what stands there is ?3
 */
typedef struct
{
  guint field;
  const char *update;
} BarnStoreColumn;

/**
 * BarnStoreLink:
 * @field: the set's place in the class
 * @table: where its members are
 * @select_all: owner and member, by owner
 * @select: members of ?1
 * @put: makes ?2 a member of ?1
 * @remove: ?2 is no member of ?1 any more
 */
typedef struct
{
  guint field;
  const char *table;
  const char *select_all;
  const char *select;
  const char *put;
  const char *remove;
} BarnStoreLink;

/**
 * BarnStoreTable:
 * @select_all: id and @columns, of every row
 * @select: the same of row ?1
 * @insert: takes the same
 * @erase: what takes row ?1 away, with what belongs to it; the row itself last
 * @owner: the field that tells what the item is a part of; -1: none
 * @select_owner: what it is for row ?1
 * @columns: in the order of the table, after the id
 * @links: its sets
 * @copies: (nullable): the table of the files that the items keep, one a row, whose first column is the item
 */
typedef struct
{
  const char *select_all;
  const char *select;
  const char *insert;
  const char *const *erase;
  int owner;
  const char *select_owner;
  const BarnStoreColumn *columns;
  guint n_columns;
  const BarnStoreLink *links;
  guint n_links;
  const char *copies;
} BarnStoreTable;

/**
 * BarnStoreRows:
 * @BARN_STORE_ROWS_OTHER: none of ours
 * @BARN_STORE_ROWS_ITEMS: items of a kind
 * @BARN_STORE_ROWS_MEMBERS: members of a set
 * @BARN_STORE_ROWS_COPIES: the files that items keep
 *
 * What the rows of a table are.
 */
typedef enum
{
  BARN_STORE_ROWS_OTHER,
  BARN_STORE_ROWS_ITEMS,
  BARN_STORE_ROWS_MEMBERS,
  BARN_STORE_ROWS_COPIES,
} BarnStoreRows;

const BarnStoreTable *barn_store_get_table  (BarnKind      kind);
const BarnField      *barn_store_get_fields (BarnKind      kind,
                                             guint        *n_fields);
BarnStoreRows barn_store_find_table  (const char           *name,
                                      BarnKind             *kind,
                                      const BarnStoreLink **link);
gboolean  barn_store_migrate         (BarnStore    *self,
                                      GResource    *steps,
                                      guint         version,
                                      GError      **error);
GResource *barn_store_get_steps      (void);
gboolean  barn_store_check_tables    (BarnStore    *self,
                                      GError      **error);

/* barn-store-rows.c */
gboolean  barn_store_read_item       (BarnStore    *self,
                                      BarnKind      kind,
                                      const char   *id,
                                      BarnItem    **item, /* NULL: there is none */
                                      GError      **error);
gboolean  barn_store_read_all        (BarnStore    *self,
                                      GPtrArray    *items,
                                      GError      **error);

/* barn-store-copies.c */
#define BARN_STORE_SELECT_COPY \
  "SELECT sha256, bytes, text FROM adopted LEFT JOIN adopted_copy ON adopted_copy.adopted = adopted.id WHERE adopted.id = ?1"
gboolean  barn_store_check_copies    (BarnStore    *self,
                                      GError      **error);

/* barn-store-changeset.c */

/**
 * BarnTouch:
 * @id: an item that a change touched
 * @kind: what it is
 * @owner: (nullable): what it is a part of
 */
typedef struct
{
  char *id;
  BarnKind kind;
  char *owner;
} BarnTouch;

void      barn_touch_free            (BarnTouch    *self);
gboolean  barn_store_get_changeset   (BarnStore    *self,
                                      BarnQuery    *row,
                                      void        **changeset,
                                      int          *size,
                                      GError      **error);
GHashTable *barn_store_list_touched  (BarnStore    *self,
                                      void         *changeset,
                                      int           size,
                                      GError      **error);

/* barn-store-log.c */
gint64    barn_log_peek              (GArray       *stack,
                                      guint         depth);
guint     barn_log_count_run         (GArray       *stack);
gboolean  barn_store_read_log        (BarnStore    *self,
                                      gboolean     *sound,  /* (optional) */
                                      GError      **error);

/* The columns that barn_store_change_from_row() reads */
#define BARN_CHANGE_COLUMNS "number, moment, author, action, subject, value, type, of"
BarnChange *barn_store_change_from_row (BarnQuery  *query);

/* barn-store-check.c */
gboolean  barn_store_copy_pages      (BarnStore    *self,
                                      BarnStore    *copy,
                                      GCancellable *cancellable,
                                      GError      **error);
gboolean  barn_store_fill_copy       (BarnStore    *self,
                                      const char   *path,
                                      GCancellable *cancellable,
                                      GError      **error);
void      barn_store_sync_folder     (const char   *path);
gboolean  barn_store_is_same_file    (const char   *a,
                                      const char   *b);
char     *barn_store_dup_backup_path (const char   *path,
                                      const char   *reason,
                                      GError      **error);
void      barn_store_thin_backups    (const char   *path);
gboolean  barn_store_backup_before   (BarnStore    *self,
                                      guint         version,
                                      GError      **error);

G_END_DECLS
