/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-store-history"

#include "config.h"

#include "barn-store-private.h"

/* Lines of history are read out of the changesets: nothing else is kept for them */

typedef struct
{
  BarnChange *change;     /* whose lines they are */
  const char *item;       /* (nullable): only its lines */
  GHashTable *parts;      /* (nullable): and those of its parts */
  GHashTable *whole;      /* items that were added or deleted as a whole: their fields and sets need no lines */
  GPtrArray *lines;
  GPtrArray *members;     /* lines of sets, until it is known what is a whole */
} BarnHistory;

static void
bind_limit (BarnQuery *query,
            int        at,
            guint      limit)
{
  sqlite3_bind_int64 (query, at, limit > 0 ? (gint64) limit : -1);
}

static BarnQuery *
query_changes (BarnStore   *self,
               const char  *item,
               guint        limit,
               GError     **error)
{
  BarnQuery *query;

  if (item == NULL)
    {
      query = barn_store_query (self, "SELECT " BARN_CHANGE_COLUMNS " FROM change ORDER BY number DESC LIMIT ?1", error);
    }
  else
    {
      query = barn_store_query (self,
                                "SELECT " BARN_CHANGE_COLUMNS " FROM change_item JOIN change ON number = change_item.change "
                                "WHERE item = ?2 ORDER BY change_item.change DESC LIMIT ?1",
                                error);
    }
  if (query == NULL)
    return NULL;
  bind_limit (query, 1, limit);
  if (item != NULL)
    sqlite3_bind_text (query, 2, item, -1, SQLITE_TRANSIENT);
  return query;
}

/**
 * barn_store_list_changes:
 * @self: a store
 * @item: (nullable): an id
 * @limit: how many at most; 0: all
 * @error: return location
 *
 * Lists the log, newest first: all of it, or what touched an item or its parts.
 *
 * Returns: (transfer full) (element-type BarnChange) (nullable): the entries
 */
GPtrArray *
barn_store_list_changes (BarnStore   *self,
                         const char  *item,
                         guint        limit,
                         GError     **error)
{
  g_autoptr (BarnQuery) query = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, NULL);

  query = query_changes (self, item, limit, error);
  if (query == NULL)
    return NULL;
  for (;;)
    {
      if (!barn_store_step (self, query, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&changes);
      g_ptr_array_add (changes, barn_store_change_from_row (query));
    }
}

/* The parts of an item that a change touched: they may be gone since, so the log remembers whose they were */
static GHashTable *
list_parts (BarnStore   *self,
            const char  *item,
            gint64       change,
            GError     **error)
{
  g_autoptr (BarnQuery) query =
    barn_store_query (self, "SELECT item FROM change_item WHERE change = ?1 AND owner = ?2", error);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean row;

  if (query == NULL)
    return NULL;
  sqlite3_bind_int64 (query, 1, change);
  sqlite3_bind_text (query, 2, item, -1, SQLITE_TRANSIENT);
  for (;;)
    {
      if (!barn_store_step (self, query, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&parts);
      g_hash_table_add (parts, g_strdup ((const char *) sqlite3_column_text (query, 0)));
    }
}

static gboolean
is_asked_for (BarnHistory *history,
              const char  *id)
{
  return history->item == NULL ||
         g_str_equal (history->item, id) ||
         g_hash_table_contains (history->parts, id);
}

static const char *
value_text (sqlite3_value *value)
{
  const char *text = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static void
add_line (BarnHistory *history,
          GPtrArray   *lines,
          BarnKind     kind,
          const char  *id,
          const char  *field,
          const char  *before,
          const char  *after)
{
  BarnFieldChange *line = g_new0 (BarnFieldChange, 1);

  line->change = g_object_ref (history->change);
  line->kind = kind;
  line->item = g_strdup (id);
  line->field = g_strdup (field);
  line->before = g_strdup (before);
  line->after = g_strdup (after);
  g_ptr_array_add (lines, line);
}

/* What an item that was added or deleted is called: its title, or its first words */
static char *
dup_title (sqlite3_changeset_iter  *iter,
           int                      operation,
           int                      n_columns,
           BarnKind                 kind)
{
  const BarnStoreTable *table = barn_store_get_table (kind);
  const BarnField *fields = barn_store_get_fields (kind, NULL);
  g_autoptr (BarnItem) item = barn_item_new (kind, NULL);

  for (guint i = 0; i < table->n_columns && (int) i + 1 < n_columns; i++)
    {
      guint field = table->columns[i].field;
      sqlite3_value *value = NULL;

      if (fields[field].type != BARN_FIELD_TEXT)
        continue;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, i + 1, &value);
      else
        sqlite3changeset_old (iter, i + 1, &value);
      if (value_text (value) != NULL)
        barn_item_set_text (item, field, value_text (value));
    }
  return g_strdup (barn_item_get_title (item));
}

static void
add_whole (BarnHistory             *history,
           sqlite3_changeset_iter  *iter,
           int                      operation,
           int                      n_columns,
           BarnKind                 kind,
           const char              *id)
{
  g_autofree char *title = dup_title (iter, operation, n_columns, kind);

  g_hash_table_add (history->whole, g_strdup (id));
  add_line (history, history->lines, kind, id, NULL,
            operation == SQLITE_DELETE ? title : NULL,
            operation == SQLITE_INSERT ? title : NULL);
}

static void
add_fields (BarnHistory             *history,
            sqlite3_changeset_iter  *iter,
            int                      n_columns,
            BarnKind                 kind,
            const char              *id)
{
  const BarnStoreTable *table = barn_store_get_table (kind);
  const BarnField *fields = barn_store_get_fields (kind, NULL);

  for (guint i = 0; i < table->n_columns && (int) i + 1 < n_columns; i++)
    {
      const char *field = fields[table->columns[i].field].name;
      gboolean is_read = barn_field_is_for_reading (field);
      sqlite3_value *before = NULL, *after = NULL;

      sqlite3changeset_old (iter, i + 1, &before);
      sqlite3changeset_new (iter, i + 1, &after);
      if (before != NULL || after != NULL)
        add_line (history, history->lines, kind, id, field, is_read ? value_text (before) : NULL, is_read ? value_text (after) : NULL);
    }
}

static void
add_member (BarnHistory             *history,
            sqlite3_changeset_iter  *iter,
            int                      operation,
            BarnKind                 kind,
            const BarnStoreLink     *link,
            const char              *id)
{
  const BarnField *fields = barn_store_get_fields (kind, NULL);
  sqlite3_value *before = NULL, *after = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 1, &after);
  else
    sqlite3changeset_old (iter, 1, &before);
  add_line (history, history->members, kind, id, fields[link->field].name, value_text (before), value_text (after));
}

static void
add_row (BarnHistory             *history,
         sqlite3_changeset_iter  *iter)
{
  const BarnStoreLink *link;
  sqlite3_value *key = NULL;
  const char *name, *id;
  BarnStoreRows rows;
  BarnKind kind;
  int n_columns, operation;

  sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  rows = barn_store_find_table (name, &kind, &link);
  /* The line of the item tells of its file too */
  if (rows == BARN_STORE_ROWS_OTHER || rows == BARN_STORE_ROWS_COPIES)
    return;
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &key);
  else
    sqlite3changeset_old (iter, 0, &key);
  id = value_text (key);
  if (id == NULL || !is_asked_for (history, id))
    return;

  if (rows == BARN_STORE_ROWS_MEMBERS)
    add_member (history, iter, operation, kind, link, id);
  else if (operation == SQLITE_UPDATE)
    add_fields (history, iter, n_columns, kind, id);
  else
    add_whole (history, iter, operation, n_columns, kind, id);
}

static gboolean
add_rows (BarnStore    *self,
          BarnHistory  *history,
          BarnQuery    *row,
          GError      **error)
{
  g_autoptr (sqlite3_changeset_iter) iter = NULL;
  gboolean undone = barn_change_get_change_type (history->change) == BARN_CHANGE_UNDO;
  void *changeset;
  int size;

  if (!barn_store_get_changeset (self, row, &changeset, &size, error))
    return FALSE;
  sqlite3changeset_start_v2 (&iter, size, changeset, undone ? SQLITE_CHANGESETSTART_INVERT : 0);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    add_row (history, iter);
  return TRUE;
}

/* An item that is new, or gone, is one line: what its sets held needs none */
static void
add_members (BarnHistory *history)
{
  gsize n;
  g_autofree gpointer *lines = g_ptr_array_steal (history->members, &n);

  for (gsize i = 0; i < n; i++)
    {
      BarnFieldChange *line = lines[i];

      if (g_hash_table_contains (history->whole, line->item))
        barn_field_change_free (line);
      else
        g_ptr_array_add (history->lines, line);
    }
}

static gboolean
add_change (BarnStore    *self,
            BarnHistory  *history,
            GError      **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, "SELECT changeset FROM change WHERE number = ?1", error);
  gint64 number = barn_change_get_number (history->change);
  gint64 of = barn_change_get_of (history->change);
  g_autoptr (GHashTable) parts = NULL;
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean row;

  if (query == NULL)
    return FALSE;
  if (history->item != NULL)
    {
      parts = list_parts (self, history->item, number, error);
      if (parts == NULL)
        return FALSE;
    }
  history->parts = parts;
  history->whole = whole;

  sqlite3_bind_int64 (query, 1, of != 0 ? of : number);
  if (!barn_store_step (self, query, &row, error) || !add_rows (self, history, query, error))
    return FALSE;
  add_members (history);
  return TRUE;
}

/**
 * barn_store_list_history:
 * @self: a store
 * @item: (nullable): an id
 * @limit: how many lines at most; 0: all
 * @error: return location
 *
 * Lists what became of the fields of an item and its parts, or of all items: newest change first.
 *
 * An item that was added or deleted is one line without a field, with its title; a member that was added to or taken from a set is a line.
 *
 * Returns: (transfer full) (element-type BarnFieldChange) (nullable): the lines
 */
GPtrArray *
barn_store_list_history (BarnStore   *self,
                         const char  *item,
                         guint        limit,
                         GError     **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_field_change_free);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_field_change_free);
  BarnHistory history = { .item = item, .lines = lines, .members = members };

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, NULL);

  /* Nearly each change is a line at least, so that more changes than lines are not asked for */
  changes = barn_store_list_changes (self, item, limit, error);
  if (changes == NULL)
    return NULL;
  for (guint i = 0; i < changes->len && (limit == 0 || lines->len < limit); i++)
    {
      history.change = g_ptr_array_index (changes, i);
      if (!add_change (self, &history, error))
        return NULL;
    }
  if (limit > 0 && lines->len > limit)
    g_ptr_array_set_size (lines, limit);
  return g_steal_pointer (&lines);
}

/**
 * barn_store_list_change_fields:
 * @self: a store
 * @change: an entry of its log
 * @error: return location
 *
 * Lists what one entry of the log did, as barn_store_list_history() does.
 *
 * Returns: (transfer full) (element-type BarnFieldChange) (nullable): the lines
 */
GPtrArray *
barn_store_list_change_fields (BarnStore   *self,
                               BarnChange  *change,
                               GError     **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_field_change_free);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_field_change_free);
  BarnHistory history = { .change = change, .lines = lines, .members = members };

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, NULL);
  g_return_val_if_fail (BARN_IS_CHANGE (change), NULL);

  return add_change (self, &history, error) ? g_steal_pointer (&lines) : NULL;
}
