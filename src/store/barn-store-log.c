/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-store-log"

#include "config.h"

#include "barn-store-private.h"

/* What can be undone and redone is nowhere stored: it follows from the log, which is read once and then followed */

/* A change on the undo or redo stack */
typedef struct
{
  gint64 number;
  GRefString *run; /* (nullable) */
} BarnLogEntry;

static void
barn_log_entry_clear (gpointer data)
{
  BarnLogEntry *entry = data;

  g_clear_pointer (&entry->run, g_ref_string_release);
}

static const char *
column_text (BarnQuery *query,
             int        column)
{
  const char *text = (const char *) sqlite3_column_text (query, column);

  /* What damage made of a text is not shown */
  return text == NULL || g_utf8_validate (text, -1, NULL) ? text : "";
}

static BarnChangeType
change_type_from_nick (const char *nick)
{
  if (g_strcmp0 (nick, "undo") == 0)
    return BARN_CHANGE_UNDO;
  if (g_strcmp0 (nick, "redo") == 0)
    return BARN_CHANGE_REDO;
  return BARN_CHANGE_DO;
}

/**
 * barn_store_change_from_row:
 * @query: stands at a row that begins with %BARN_CHANGE_COLUMNS
 *
 * Returns: (transfer full): the change
 */
BarnChange *
barn_store_change_from_row (BarnQuery *query)
{
  return barn_change_new (sqlite3_column_int64 (query, 0),
                          sqlite3_column_int64 (query, 1),
                          column_text (query, 2),
                          column_text (query, 3),
                          column_text (query, 4),
                          column_text (query, 5),
                          change_type_from_nick (column_text (query, 6)),
                          sqlite3_column_int64 (query, 7));
}

static GArray *
new_stack (void)
{
  GArray *stack = g_array_new (FALSE, FALSE, sizeof (BarnLogEntry));

  g_array_set_clear_func (stack, barn_log_entry_clear);
  return stack;
}

static BarnLogEntry *
get_top (GArray *stack)
{
  return stack != NULL && stack->len > 0 ? &g_array_index (stack, BarnLogEntry, stack->len - 1) : NULL;
}

/**
 * barn_log_peek:
 * @stack: a stack of the log
 * @depth: 0: the top
 *
 * Returns: the number of a change on it
 */
gint64
barn_log_peek (GArray *stack,
               guint   depth)
{
  g_assert (depth < stack->len);

  return g_array_index (stack, BarnLogEntry, stack->len - 1 - depth).number;
}

/**
 * barn_log_count_run:
 * @stack: a stack of the log
 *
 * Returns: how many changes on top of it go together; 0: it is empty
 */
guint
barn_log_count_run (GArray *stack)
{
  BarnLogEntry *top = get_top (stack);
  guint n = 1;

  if (top == NULL)
    return 0;
  while (top->run != NULL && n < stack->len && (top - n)->run == top->run)
    n++;
  return n;
}

/* Moves what is on top from one stack to the other: the log says that it is @number */
static gboolean
move_top (GArray *from,
          GArray *to,
          gint64  number)
{
  BarnLogEntry *top = get_top (from);
  BarnLogEntry entry;

  if (top == NULL || top->number != number)
    return FALSE;
  entry = *top;
  if (entry.run != NULL)
    g_ref_string_acquire (entry.run);
  g_array_append_val (to, entry);
  g_array_set_size (from, from->len - 1);
  return TRUE;
}

/* Takes one entry of the log in. Returns whether it fits what came before. */
static gboolean
replay (BarnStore      *self,
        gint64          number,
        BarnChangeType  type,
        gint64          of,
        const char     *run)
{
  BarnLogEntry entry = { number, NULL };
  gboolean fits = TRUE;

  switch (type)
    {
    case BARN_CHANGE_UNDO:
      fits = move_top (self->undo, self->redo, of);
      break;
    case BARN_CHANGE_REDO:
      fits = move_top (self->redo, self->undo, of);
      break;
    case BARN_CHANGE_DO:
    default:
      entry.run = run != NULL ? g_ref_string_new_intern (run) : NULL;
      g_array_append_val (self->undo, entry);
      g_array_set_size (self->redo, 0);
      break;
    }

  if (!fits)
    {
      /* A log that contradicts itself: what came before can be read, but not undone with any safety */
      g_array_set_size (self->undo, 0);
      g_array_set_size (self->redo, 0);
    }
  return fits;
}

static gboolean
read_change (BarnStore   *self,
             gint64       number,
             BarnChange **change,
             GError     **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, "SELECT " BARN_CHANGE_COLUMNS " FROM change WHERE number = ?1", error);
  gboolean row;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, number);
  if (!barn_store_step (self, query, &row, error))
    return FALSE;
  if (row)
    *change = barn_store_change_from_row (query);
  return TRUE;
}

static gboolean
read_top (BarnStore   *self,
          GArray      *stack,
          BarnChange **change,
          GError     **error)
{
  gint64 number = stack->len > 0 ? barn_log_peek (stack, 0) : 0;

  if (*change != NULL && barn_change_get_number (*change) == number)
    return TRUE;
  g_clear_object (change);
  return number == 0 || read_change (self, number, change, error);
}

/* The file may hold another log than the one that was read: that of a backup that was put in its place */
static gboolean
notice_replacement (BarnStore  *self,
                    GError    **error)
{
  gint64 version;

  if (!barn_store_get_int (self, "PRAGMA schema_version", &version, error))
    return FALSE;
  if (version == self->schema_version)
    return TRUE;

  if (self->schema_version != 0)
    {
      self->replaced = TRUE;
      g_array_set_size (self->undo, 0);
      g_array_set_size (self->redo, 0);
      g_clear_object (&self->undo_change);
      g_clear_object (&self->redo_change);
      self->log_end = 0;
    }
  self->schema_version = version;
  return TRUE;
}

/**
 * barn_store_read_log:
 * @self: a store
 * @sound: (out) (optional): whether the log made sense
 * @error: return location
 *
 * Takes in what has come to the log since the last call, so that the stacks of undo and redo are those of the file.
 *
 * Returns: %FALSE on error
 */
gboolean
barn_store_read_log (BarnStore  *self,
                     gboolean   *sound,
                     GError    **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, "SELECT number, type, of, run FROM change WHERE number > ?1 ORDER BY number", error);
  gboolean row = TRUE;
  gboolean fits = TRUE;

  if (query == NULL || !notice_replacement (self, error))
    return FALSE;
  if (self->undo == NULL)
    {
      self->undo = new_stack ();
      self->redo = new_stack ();
    }

  sqlite3_bind_int64 (query, 1, self->log_end);
  for (;;)
    {
      if (!barn_store_step (self, query, &row, error))
        return FALSE;
      if (!row)
        break;
      fits &= replay (self,
                      sqlite3_column_int64 (query, 0),
                      change_type_from_nick (column_text (query, 1)),
                      sqlite3_column_int64 (query, 2),
                      column_text (query, 3));
      self->log_end = sqlite3_column_int64 (query, 0);
    }
  if (!fits)
    g_message ("%s: the log of changes contradicts itself", self->path);
  if (sound != NULL)
    *sound = fits;
  self->log_stale = FALSE;
  return read_top (self, self->undo, &self->undo_change, error) &&
         read_top (self, self->redo, &self->redo_change, error);
}

/**
 * barn_store_get_undo:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what barn_store_undo() would undo, as far as the log was read
 */
BarnChange *
barn_store_get_undo (BarnStore *self)
{
  g_return_val_if_fail (BARN_IS_STORE (self), NULL);

  return self->undo_change;
}

/**
 * barn_store_get_redo:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what barn_store_redo() would do again, as far as the log was read
 */
BarnChange *
barn_store_get_redo (BarnStore *self)
{
  g_return_val_if_fail (BARN_IS_STORE (self), NULL);

  return self->redo_change;
}
