/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-store-changeset"

#include "config.h"

#include "barn-store-private.h"

#include <glib/gi18n-lib.h>

void
barn_touch_free (BarnTouch *self)
{
  g_free (self->id);
  g_free (self->owner);
  g_free (self);
}

/* Whether a changeset is whole */

/* What of a changeset was not looked at yet */
typedef struct
{
  const guint8 *data;
  gsize size;
} BarnBytes;

static gboolean
skip (BarnBytes *bytes,
      guint64    size)
{
  if (size > bytes->size)
    return FALSE;
  bytes->data += size;
  bytes->size -= size;
  return TRUE;
}

/* SQLite's numbers: seven bits a byte, the highest first, and all eight of the ninth */
static gboolean
take_number (BarnBytes *bytes,
             guint64   *number)
{
  *number = 0;
  for (guint i = 0; i < 9 && bytes->size > 0; i++)
    {
      guint8 byte = *bytes->data;

      skip (bytes, 1);
      if (i == 8)
        {
          *number = (*number << 8) | byte;
          return TRUE;
        }
      *number = (*number << 7) | (byte & 0x7f);
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

static gboolean
skip_value (BarnBytes *bytes)
{
  guint8 type = bytes->size > 0 ? *bytes->data : G_MAXUINT8;
  guint64 length;

  skip (bytes, 1);
  switch (type)
    {
    case 0:
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return skip (bytes, 8);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return take_number (bytes, &length) && skip (bytes, length);
    default:
      return FALSE;
    }
}

/* "T", how many columns, which of them are the key, the name of the table */
static gboolean
skip_table (BarnBytes *bytes,
            guint64   *n_columns)
{
  const guint8 *end;

  if (!skip (bytes, 1) || !take_number (bytes, n_columns) || *n_columns == 0 || !skip (bytes, *n_columns))
    return FALSE;
  end = memchr (bytes->data, '\0', bytes->size);
  return end != NULL && skip (bytes, end - bytes->data + 1);
}

/* What was done, directly or not, and the values: of an update before and after */
static gboolean
skip_row (BarnBytes *bytes,
          guint64    n_columns)
{
  guint8 operation = *bytes->data;
  guint64 n_values = operation == SQLITE_UPDATE ? 2 * n_columns : n_columns;

  if ((operation != SQLITE_INSERT && operation != SQLITE_UPDATE && operation != SQLITE_DELETE) || !skip (bytes, 2))
    return FALSE;
  for (guint64 i = 0; i < n_values; i++)
    {
      if (!skip_value (bytes))
        return FALSE;
    }
  return TRUE;
}

/**
 * barn_store_get_changeset:
 * @self: a store
 * @row: a query at a row whose first column is a changeset; or past the last row
 * @changeset: (out) (transfer none): it
 * @size: (out): of it
 * @error: return location
 *
 * SQLite takes a changeset for what it made itself and can read on without end in one that is torn. So it is looked through first.
 *
 * Returns: whether there is one that is whole
 */
gboolean
barn_store_get_changeset (BarnStore  *self,
                          BarnQuery  *row,
                          void      **changeset,
                          int        *size,
                          GError    **error)
{
  BarnBytes bytes;
  guint64 n_columns = 0;
  gboolean whole;

  *changeset = (void *) sqlite3_column_blob (row, 0);
  *size = sqlite3_column_bytes (row, 0);
  bytes.data = *changeset;
  bytes.size = *size;

  whole = bytes.size > 0 && *bytes.data == 'T';
  while (whole && bytes.size > 0)
    whole = *bytes.data == 'T' ? skip_table (&bytes, &n_columns) : skip_row (&bytes, n_columns);
  if (!whole)
    barn_store_set_damaged (self, _("the log of changes is torn"), error);
  return whole;
}

/* Which items a changeset touched */

static void
touch (GHashTable *touched,
       BarnKind    kind,
       const char *id,
       const char *owner)
{
  BarnTouch *known = g_hash_table_lookup (touched, id);

  if (known == NULL)
    {
      known = g_new0 (BarnTouch, 1);
      known->id = g_strdup (id);
      known->kind = kind;
      g_hash_table_insert (touched, known->id, known);
    }
  if (owner != NULL && g_strcmp0 (known->owner, owner) != 0)
    {
      g_free (known->owner);
      known->owner = g_strdup (owner);
    }
}

static const char *
value_text (sqlite3_value *value)
{
  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

/* The values of a column before and after; NULL where the changeset has none: what was not changed is not in it */
static void
read_values (sqlite3_changeset_iter  *iter,
             int                      column,
             int                      operation,
             sqlite3_value          **before,
             sqlite3_value          **after)
{
  *before = NULL;
  *after = NULL;
  if (operation != SQLITE_INSERT)
    sqlite3changeset_old (iter, column, before);
  if (operation != SQLITE_DELETE)
    sqlite3changeset_new (iter, column, after);
}

static int
owner_column (const BarnStoreTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      if ((int) table->columns[i].field == table->owner)
        return i + 1;
    }
  g_assert_not_reached ();
}

/* A follow-up whose activity was left as it is: only the row tells which */
static gboolean
read_owner (BarnStore             *self,
            const BarnStoreTable  *table,
            const char            *id,
            char                 **owner,
            GError               **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, table->select_owner, error);
  gboolean row;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_text (query, 1, id, -1, SQLITE_TRANSIENT);
  if (!barn_store_step (self, query, &row, error))
    return FALSE;
  *owner = row ? g_strdup ((const char *) sqlite3_column_text (query, 0)) : NULL;
  return TRUE;
}

static gboolean
touch_part (BarnStore               *self,
            GHashTable              *touched,
            sqlite3_changeset_iter  *iter,
            int                      operation,
            BarnKind                 kind,
            const char              *id,
            GError                 **error)
{
  const BarnStoreTable *table = barn_store_get_table (kind);
  g_autofree char *owner = NULL;
  BarnKind owner_kind = (BarnKind) barn_kind_get_parent (kind);
  sqlite3_value *before, *after;

  read_values (iter, owner_column (table), operation, &before, &after);
  if (before == NULL && after == NULL && !read_owner (self, table, id, &owner, error))
    return FALSE;
  if (before != NULL)
    touch (touched, owner_kind, value_text (before), NULL);
  if (after != NULL)
    touch (touched, owner_kind, value_text (after), NULL);
  if (owner != NULL)
    touch (touched, owner_kind, owner, NULL);

  touch (touched, kind, id, owner != NULL ? owner : value_text (after != NULL ? after : before));
  return TRUE;
}

static gboolean
touch_row (BarnStore               *self,
           GHashTable              *touched,
           sqlite3_changeset_iter  *iter,
           GError                 **error)
{
  const BarnStoreLink *link;
  const char *name;
  sqlite3_value *before, *after;
  BarnStoreRows rows;
  BarnKind kind;
  int n_columns, operation;

  sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  rows = barn_store_find_table (name, &kind, &link);
  if (rows == BARN_STORE_ROWS_OTHER)
    return TRUE;

  /* The first column is the id, or the id of the item whose set or file it is; it never changes */
  read_values (iter, 0, operation, &before, &after);
  if (rows == BARN_STORE_ROWS_ITEMS && barn_store_get_table (kind)->owner >= 0)
    return touch_part (self, touched, iter, operation, kind, value_text (before != NULL ? before : after), error);
  touch (touched, kind, value_text (before != NULL ? before : after), NULL);
  return TRUE;
}

/**
 * barn_store_list_touched:
 * @self: a store
 * @changeset: what a change did, which is not committed yet
 * @size: of it
 * @error: return location
 *
 * Lists the items that a change touched: those whose rows it wrote, those whose sets it wrote, and those whose parts it wrote.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 BarnTouch): by id
 */
GHashTable *
barn_store_list_touched (BarnStore  *self,
                         void       *changeset,
                         int         size,
                         GError    **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) barn_touch_free);
  g_autoptr (sqlite3_changeset_iter) iter = NULL;

  if (sqlite3changeset_start (&iter, size, changeset) != SQLITE_OK)
    {
      barn_store_set_error (self, error);
      return NULL;
    }
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      if (!touch_row (self, touched, iter, error))
        return NULL;
    }
  return g_steal_pointer (&touched);
}
