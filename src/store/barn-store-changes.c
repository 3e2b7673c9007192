/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-store-changes"

#include "config.h"

#include "barn-store-private.h"

#include <glib/gi18n-lib.h>

static const char *
column_text (BarnQuery *query,
             int        column)
{
  return (const char *) sqlite3_column_text (query, column);
}

static const char *
change_type_to_nick (BarnChangeType type)
{
  switch (type)
    {
    case BARN_CHANGE_UNDO:
      return "undo";
    case BARN_CHANGE_REDO:
      return "redo";
    case BARN_CHANGE_DO:
    default:
      return "do";
    }
}

/* After a commit: the change is safe whether or not it can be read back now */
static void
reread_log (BarnStore *self)
{
  g_autoptr (GError) error = NULL;

  self->log_stale = TRUE;
  if (!barn_store_read_log (self, NULL, &error))
    g_warning ("%s: %s", self->path, error->message);
}

/* Beginning */

/* Tables that changes are recorded of: the log does not record itself */
static int
on_filter (void       *data,
           const char *table)
{
  const BarnStoreLink *link;
  BarnKind kind;

  return barn_store_find_table (table, &kind, &link) != BARN_STORE_ROWS_OTHER;
}

static gboolean
begin_writing (BarnStore  *self,
               GError    **error)
{
  if (self->read_only)
    {
      barn_store_set_read_only (self, error);
      return FALSE;
    }
  return barn_store_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * barn_store_begin:
 * @self: a store
 * @error: return location
 *
 * Begins a change: from here to barn_store_commit() no other program writes.
 *
 * Returns: whether it could
 */
gboolean
barn_store_begin (BarnStore  *self,
                  GError    **error)
{
  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, FALSE);
  g_return_val_if_fail (self->session == NULL, FALSE);

  if (!begin_writing (self, error))
    return FALSE;
  if (sqlite3session_create (self->db, "main", &self->session) != SQLITE_OK ||
      sqlite3session_attach (self->session, NULL) != SQLITE_OK)
    {
      barn_store_set_error (self, error);
      barn_store_rollback (self);
      return FALSE;
    }
  sqlite3session_table_filter (self->session, on_filter, NULL);
  return TRUE;
}

/**
 * barn_store_rollback:
 * @self: a store
 *
 * Gives up the change under way, if there is one.
 */
void
barn_store_rollback (BarnStore *self)
{
  g_return_if_fail (BARN_IS_STORE (self));

  g_clear_pointer (&self->session, sqlite3session_delete);
  if (self->db != NULL && !sqlite3_get_autocommit (self->db))
    barn_store_exec (self, "ROLLBACK", NULL);
  /* After a failed write SQLite puts the file right with the next reading, and takes its journal away */
  if (self->db != NULL)
    barn_store_exec (self, "PRAGMA schema_version", NULL);
}

/* Writing the log */

static gboolean
log_touched (BarnStore   *self,
             gint64       number,
             GHashTable  *touched,
             GError     **error)
{
  GHashTableIter iter;
  BarnTouch *item;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &item))
    {
      g_autoptr (BarnQuery) query =
        barn_store_query (self, "INSERT INTO change_item (item, change, kind, owner) VALUES (?1, ?2, ?3, ?4)", error);

      if (query == NULL)
        return FALSE;
      sqlite3_bind_text (query, 1, item->id, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (query, 2, number);
      sqlite3_bind_text (query, 3, barn_kind_to_nick (item->kind), -1, SQLITE_STATIC);
      if (item->owner != NULL)
        sqlite3_bind_text (query, 4, item->owner, -1, SQLITE_STATIC);
      if (!barn_store_run (self, query, error))
        return FALSE;
    }
  return TRUE;
}

static void
bind_nullable (BarnQuery  *query,
               int         at,
               const char *text,
               const char *otherwise)
{
  if (text == NULL)
    text = otherwise;
  if (text != NULL)
    sqlite3_bind_text (query, at, text, -1, SQLITE_TRANSIENT);
}

static gboolean
log_change (BarnStore             *self,
            const BarnChangeInfo  *info,
            const void            *changeset,
            int                    size,
            GError               **error)
{
  g_autoptr (BarnQuery) query =
    barn_store_query (self,
                      "INSERT INTO change (moment, author, action, subject, value, run, type, changeset) "
                      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'do', ?7)",
                      error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, info->moment != 0 ? info->moment : barn_clock_get_now ());
  bind_nullable (query, 2, info->author, "");
  bind_nullable (query, 3, info->action, NULL);
  bind_nullable (query, 4, info->subject, "");
  bind_nullable (query, 5, info->value, "");
  bind_nullable (query, 6, info->run, NULL);
  sqlite3_bind_blob (query, 7, changeset, size, SQLITE_STATIC);
  return barn_store_run (self, query, error);
}

/* Returns the number in the log; 0: nothing became another; -1: error */
static gint64
commit_changeset (BarnStore             *self,
                  const BarnChangeInfo  *info,
                  void                  *changeset,
                  int                    size,
                  GError               **error)
{
  g_autoptr (GHashTable) touched = NULL;
  gint64 number;

  if (size == 0)
    return 0;
  touched = barn_store_list_touched (self, changeset, size, error);
  if (touched == NULL || !log_change (self, info, changeset, size, error))
    return -1;
  number = sqlite3_last_insert_rowid (self->db);
  if (!log_touched (self, number, touched, error) ||
      !barn_store_exec (self, "COMMIT", error))
    return -1;
  return number;
}

/**
 * barn_store_commit:
 * @self: a store, in a change
 * @info: what a person calls the change, and who made it
 * @error: return location
 *
 * Ends the change: when this returns, it is on the disk.
 *
 * Returns: its number; 0 where nothing became another, which is not logged; -1 on error, and then nothing of it was done
 */
gint64
barn_store_commit (BarnStore             *self,
                   const BarnChangeInfo  *info,
                   GError               **error)
{
  void *changeset = NULL;
  gint64 number = -1;
  int size = 0;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->session != NULL, -1);
  g_return_val_if_fail (info != NULL && info->action != NULL && *info->action != '\0', -1);

  if (sqlite3session_changeset (self->session, &size, &changeset) == SQLITE_OK)
    number = commit_changeset (self, info, changeset, size, error);
  else
    barn_store_set_error (self, error);
  sqlite3_free (changeset);

  /* Also where it was committed or empty: the session ends here */
  barn_store_rollback (self);
  if (number > 0)
    reread_log (self);
  return number;
}

/* Undo and redo */

static int
on_conflict (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *iter)
{
  /* The stacks are those of the file, so a row that is not as the change left it was changed past the log */
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (BarnStore       *self,
       BarnQuery       *row,
       BarnChangeType   type,
       GError         **error)
{
  void *changeset;
  int size, code;

  if (!barn_store_get_changeset (self, row, &changeset, &size, error))
    return FALSE;
  code = sqlite3changeset_apply_v2 (self->db, size, changeset, on_filter, on_conflict, self, NULL, NULL,
                                    type == BARN_CHANGE_UNDO ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  if (code == SQLITE_OK)
    return TRUE;
  if ((code & 0xff) == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_SCHEMA)
    barn_store_set_conflict (self, error);
  else
    barn_store_set_error_code (self, code, error);
  return FALSE;
}

static gboolean
apply_entry (BarnStore       *self,
             gint64           number,
             BarnChangeType   type,
             GError         **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, "SELECT changeset FROM change WHERE number = ?1", error);
  gboolean row;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, number);
  return barn_store_step (self, query, &row, error) && apply (self, query, type, error);
}

/* The entry that says that another was undone or redone bears its name and touched what it touched */
static gboolean
log_repeat (BarnStore       *self,
            gint64           of,
            BarnChangeType   type,
            const char      *author,
            gint64          *number,
            GError         **error)
{
  g_autoptr (BarnQuery) change =
    barn_store_query (self,
                      "INSERT INTO change (moment, author, action, subject, value, run, type, of) "
                      "SELECT ?2, ?3, action, subject, value, run, ?4, number FROM change WHERE number = ?1",
                      error);
  g_autoptr (BarnQuery) items =
    barn_store_query (self, "INSERT INTO change_item (item, change, kind, owner) "
                            "SELECT item, ?2, kind, owner FROM change_item WHERE change = ?1",
                      error);

  if (change == NULL || items == NULL)
    return FALSE;
  sqlite3_bind_int64 (change, 1, of);
  sqlite3_bind_int64 (change, 2, barn_clock_get_now ());
  sqlite3_bind_text (change, 3, author != NULL ? author : "", -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (change, 4, change_type_to_nick (type), -1, SQLITE_STATIC);
  if (!barn_store_run (self, change, error))
    return FALSE;

  *number = sqlite3_last_insert_rowid (self->db);
  sqlite3_bind_int64 (items, 1, of);
  sqlite3_bind_int64 (items, 2, *number);
  return barn_store_run (self, items, error);
}

static gint64
repeat_run (BarnStore       *self,
            BarnChangeType   type,
            gint64           expected,
            const char      *author,
            GError         **error)
{
  GArray *stack;
  gint64 number = -1;
  guint n;

  /* Another program may have gone on: what is on top is known only now that it cannot any more */
  if (!barn_store_read_log (self, NULL, error))
    return -1;
  stack = type == BARN_CHANGE_UNDO ? self->undo : self->redo;
  n = barn_log_count_run (stack);
  if (expected != 0 && (n == 0 || expected != barn_log_peek (stack, 0)))
    {
      barn_store_set_conflict (self, error);
      return -1;
    }
  if (n == 0)
    {
      g_set_error_literal (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NOTHING,
                           type == BARN_CHANGE_UNDO ? _("There is nothing to undo.") : _("There is nothing to redo."));
      return -1;
    }

  for (guint i = 0; i < n; i++)
    {
      gint64 of = barn_log_peek (stack, i);

      if (!apply_entry (self, of, type, error) ||
          !log_repeat (self, of, type, author, &number, error))
        return -1;
    }
  return barn_store_exec (self, "COMMIT", error) ? number : -1;
}

static gint64
repeat (BarnStore       *self,
        BarnChangeType   type,
        gint64           expected,
        const char      *author,
        GError         **error)
{
  gint64 number;

  if (!begin_writing (self, error))
    return -1;
  number = repeat_run (self, type, expected, author, error);
  barn_store_rollback (self);
  if (number > 0)
    reread_log (self);
  return number;
}

/* What is to be applied to take an entry back: the changeset of what it did, undid or did again, and which way */
typedef struct
{
  gint64         of;
  BarnChangeType type;
} BackStep;

static GArray *
list_back_steps (BarnStore  *self,
                 gint64      number,
                 GError    **error)
{
  g_autoptr (BarnQuery) query =
    barn_store_query (self, "SELECT coalesce (of, number), type = 'undo' FROM change WHERE number > ?1 ORDER BY number DESC", error);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (BackStep));
  gboolean row;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, number);
  for (;;)
    {
      BackStep step;

      if (!barn_store_step (self, query, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&steps);
      step.of = sqlite3_column_int64 (query, 0);
      step.type = sqlite3_column_int (query, 1) ? BARN_CHANGE_REDO : BARN_CHANGE_UNDO;
      g_array_append_val (steps, step);
    }
}

/**
 * barn_store_go_back:
 * @self: a store, in a change
 * @number: an entry of the log
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes every row what it was right after an entry of the log, by taking back what came later, the latest first. What that does is recorded as
 * part of the change under way, so that it can be undone as one.
 *
 * Returns: whether it could; the whole change is rolled back otherwise
 */
gboolean
barn_store_go_back (BarnStore     *self,
                    gint64         number,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GArray) steps = NULL;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->session != NULL, FALSE);

  steps = list_back_steps (self, number, error);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const BackStep *step = &g_array_index (steps, BackStep, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !apply_entry (self, step->of, step->type, error))
        g_clear_pointer (&steps, g_array_unref);
    }
  if (steps != NULL)
    return TRUE;
  barn_store_rollback (self);
  return FALSE;
}

/**
 * barn_store_undo:
 * @self: a store, not in a change
 * @expected: the number that the person sees; 0: whatever is last
 * @author: who undoes it
 * @error: return location
 *
 * Undoes the last change that is not undone, with those that go together with it. It may be from another day, and another program's.
 *
 * Returns: the number of the last new entry of the log; -1 on error, and then nothing was done
 */
gint64
barn_store_undo (BarnStore   *self,
                 gint64       expected,
                 const char  *author,
                 GError     **error)
{
  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, -1);
  g_return_val_if_fail (self->session == NULL, -1);

  return repeat (self, BARN_CHANGE_UNDO, expected, author, error);
}

/**
 * barn_store_redo:
 * @self: a store, not in a change
 * @expected: the number that the person sees; 0: whatever was undone last
 * @author: who does it again
 * @error: return location
 *
 * Does again what was undone last, unless something was changed since.
 *
 * Returns: the number of the last new entry of the log; -1 on error, and then nothing was done
 */
gint64
barn_store_redo (BarnStore   *self,
                 gint64       expected,
                 const char  *author,
                 GError     **error)
{
  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, -1);
  g_return_val_if_fail (self->session == NULL, -1);

  return repeat (self, BARN_CHANGE_REDO, expected, author, error);
}

/* Refresh */

static gboolean
list_new_changes (BarnStore  *self,
                  GPtrArray  *changes,
                  GError    **error)
{
  g_autoptr (BarnQuery) query =
    barn_store_query (self, "SELECT " BARN_CHANGE_COLUMNS " FROM change WHERE number > ?1 ORDER BY number", error);
  gboolean row;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, self->seen);
  for (;;)
    {
      if (!barn_store_step (self, query, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_ptr_array_add (changes, barn_store_change_from_row (query));
    }
}

/* Reads again what the entries since @seen touched. @gone: (element-type BarnTouch): what is not there any more */
static gboolean
read_touched (BarnStore  *self,
              GPtrArray  *fresh,
              GPtrArray  *gone,
              GError    **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, "SELECT DISTINCT item, kind FROM change_item WHERE change > ?1", error);
  gboolean row;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, self->seen);
  for (;;)
    {
      BarnItem *item;
      BarnTouch *lost;
      BarnKind kind;

      if (!barn_store_step (self, query, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!barn_kind_from_nick (column_text (query, 1), &kind))
        continue;
      if (!barn_store_read_item (self, kind, column_text (query, 0), &item, error))
        return FALSE;
      if (item != NULL)
        {
          g_ptr_array_add (fresh, item);
          continue;
        }
      lost = g_new0 (BarnTouch, 1);
      lost->id = g_strdup (column_text (query, 0));
      lost->kind = kind;
      g_ptr_array_add (gone, lost);
    }
}

/* Everything anew: what @model has and the file has not is gone. There is no entry of the log for it, so one is made up. */
static gboolean
read_replaced (BarnStore  *self,
               BarnModel  *model,
               GPtrArray  *changes,
               GPtrArray  *fresh,
               GPtrArray  *gone,
               GError    **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) living = barn_model_dup_items (model);
  gint64 version;

  if (!barn_store_get_int (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > BARN_STORE_VERSION)
    {
      barn_store_set_newer (self, error);
      return FALSE;
    }
  if (!barn_store_read_all (self, fresh, error))
    return FALSE;

  for (guint i = 0; i < fresh->len; i++)
    g_hash_table_add (present, (gpointer) barn_item_get_id (g_ptr_array_index (fresh, i)));
  for (guint i = 0; i < living->len; i++)
    {
      BarnItem *item = g_ptr_array_index (living, i);
      BarnTouch *lost;

      if (g_hash_table_contains (present, barn_item_get_id (item)))
        continue;
      lost = g_new0 (BarnTouch, 1);
      lost->id = g_strdup (barn_item_get_id (item));
      lost->kind = barn_item_get_kind (item);
      g_ptr_array_add (gone, lost);
    }
  g_ptr_array_add (changes, barn_change_new (self->log_end, barn_clock_get_now (), "", BARN_STORE_ACTION_RESTORED, "", "",
                                             BARN_CHANGE_DO, 0));
  return TRUE;
}

static void
update_model (BarnModel *model,
              GPtrArray *fresh,
              GPtrArray *gone)
{
  /* First what is there, so that nothing is lost that was moved out of what is gone; then what is gone, parts before wholes */
  if (fresh->len > 0)
    barn_model_merge (model, fresh);
  for (int kind = BARN_N_KINDS - 1; kind >= 0; kind--)
    {
      for (guint i = 0; i < gone->len; i++)
        {
          BarnTouch *lost = g_ptr_array_index (gone, i);

          if ((int) lost->kind == kind)
            barn_model_remove (model, lost->id);
        }
    }
}

/**
 * barn_store_refresh:
 * @self: a store, not in a change
 * @model: what barn_store_load() filled
 * @changes: (out) (optional) (element-type BarnChange) (transfer full): the entries that are new, oldest first
 * @error: return location
 *
 * Takes into the living items what was changed since the last call, by this program and by others. Where a backup was put in the
 * place of the file, that is one change, whose action is %BARN_STORE_ACTION_RESTORED.
 *
 * Returns: %FALSE on error; the model is as it was then, and the next call takes in what this one did not
 */
gboolean
barn_store_refresh (BarnStore   *self,
                    BarnModel   *model,
                    GPtrArray  **changes,
                    GError     **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_touch_free);
  gint64 version;
  gboolean done;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, FALSE);
  g_return_val_if_fail (self->session == NULL, FALSE);
  g_return_val_if_fail (BARN_IS_MODEL (model), FALSE);

  if (changes != NULL)
    *changes = NULL;
  /* It changes when another connection commits; own commits are known from the log */
  if (!barn_store_get_int (self, "PRAGMA data_version", &version, error))
    return FALSE;
  if (version != self->data_version || self->log_stale || self->replaced || self->log_end != self->seen)
    {
      if (!barn_store_begin_reading (self, error))
        return FALSE;
      done = barn_store_read_log (self, NULL, error) &&
             (self->replaced
                ? read_replaced (self, model, entries, fresh, gone, error)
                : list_new_changes (self, entries, error) && read_touched (self, fresh, gone, error));
      barn_store_end_reading (self);
      if (!done)
        return FALSE;

      self->data_version = version;
      self->seen = self->log_end;
      self->replaced = FALSE;
      update_model (model, fresh, gone);
    }
  if (changes != NULL)
    *changes = g_steal_pointer (&entries);
  return TRUE;
}

/**
 * barn_store_look:
 * @self: a store of its own for this, not in a change
 * @changed: (out): whether somebody wrote since the last call, through whatever other connection; %TRUE the first time
 * @error: return location
 *
 * Looks, and takes nothing in: a worker asks on a connection of its own whether there is anything to barn_store_refresh(). On a network
 * drive that does not answer, it is the worker that waits.
 *
 * Returns: %FALSE where the file could not be read
 */
gboolean
barn_store_look (BarnStore  *self,
                 gboolean   *changed,
                 GError    **error)
{
  gint64 version;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, FALSE);
  g_return_val_if_fail (changed != NULL, FALSE);

  if (!barn_store_get_int (self, "PRAGMA data_version", &version, error))
    return FALSE;

  *changed = !self->looked || version != self->looked_version;
  self->looked = TRUE;
  self->looked_version = version;
  return TRUE;
}
