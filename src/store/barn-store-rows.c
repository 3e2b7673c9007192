/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-store-rows"

#include "config.h"

#include "barn-store-private.h"
#include "barn-text.h"

#include <glib/gi18n-lib.h>

static void
bind_text (BarnQuery  *query,
           int         at,
           const char *text)
{
  /* Items hold NFC; what is compared with what they hold must be that too */
  if (text == NULL || g_str_is_ascii (text))
    sqlite3_bind_text (query, at, text != NULL ? text : "", -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_text (query, at, barn_text_normalize (text), -1, g_free);
}

static void
bind_number (BarnQuery     *query,
             int            at,
             BarnFieldType  type,
             gint64         number)
{
  if (type == BARN_FIELD_STATUS)
    sqlite3_bind_text (query, at, barn_status_to_nick (number), -1, SQLITE_STATIC);
  else if (type != BARN_FIELD_DAY)
    sqlite3_bind_int64 (query, at, number);
  else if (number == BARN_DAY_NONE)
    sqlite3_bind_null (query, at);
  else
    sqlite3_bind_text (query, at, barn_day_to_iso (number), -1, g_free);
}

static void
bind_field (BarnQuery     *query,
            int            at,
            BarnItem      *item,
            guint          field,
            BarnFieldType  type)
{
  const char *text;

  switch (type)
    {
    case BARN_FIELD_TEXT:
      bind_text (query, at, barn_item_get_text (item, field));
      break;
    case BARN_FIELD_REF:
      text = barn_item_get_text (item, field);
      if (text != NULL && *text != '\0')
        bind_text (query, at, text);
      break;
    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
      /* SQLite takes NaN for NULL */
      sqlite3_bind_double (query, at, barn_item_get_real (item, field));
      break;
    case BARN_FIELD_DAY:
    case BARN_FIELD_INT:
    case BARN_FIELD_BOOL:
    case BARN_FIELD_STATUS:
      bind_number (query, at, type, barn_item_get_number (item, field));
      break;
    case BARN_FIELD_SET:
    default:
      g_assert_not_reached ();
    }
}

static void
bind_value (BarnQuery     *query,
            int            at,
            BarnFieldType  type,
            const GValue  *value)
{
  const char *text;

  switch (type)
    {
    case BARN_FIELD_TEXT:
      bind_text (query, at, g_value_get_string (value));
      break;
    case BARN_FIELD_REF:
      text = g_value_get_string (value);
      if (text != NULL && *text != '\0')
        bind_text (query, at, text);
      break;
    case BARN_FIELD_DAY:
      bind_number (query, at, type, g_value_get_uint (value));
      break;
    case BARN_FIELD_INT:
      sqlite3_bind_int64 (query, at, g_value_get_int64 (value));
      break;
    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
      sqlite3_bind_double (query, at, g_value_get_double (value));
      break;
    case BARN_FIELD_BOOL:
      sqlite3_bind_int64 (query, at, g_value_get_boolean (value));
      break;
    case BARN_FIELD_STATUS:
      bind_number (query, at, type, g_value_get_enum (value));
      break;
    case BARN_FIELD_SET:
    default:
      g_assert_not_reached ();
    }
}

/* The text of a column; NULL where it is none or no UTF-8, which only damage makes */
static const char *
read_text (BarnQuery *query,
           int        column)
{
  const char *text;

  if (sqlite3_column_type (query, column) != SQLITE_TEXT)
    return NULL;
  text = (const char *) sqlite3_column_text (query, column);
  return text != NULL && g_utf8_validate_len (text, sqlite3_column_bytes (query, column), NULL) ? text : NULL;
}

static gboolean
read_day (BarnQuery *query,
          int        column,
          BarnItem  *item,
          guint      field)
{
  const char *text;
  BarnDay day;

  if (sqlite3_column_type (query, column) == SQLITE_NULL)
    return TRUE;
  text = read_text (query, column);
  day = text != NULL ? barn_day_from_iso (text) : BARN_DAY_NONE;
  if (day == BARN_DAY_NONE)
    return FALSE;
  barn_item_set_number (item, field, day);
  return TRUE;
}

static gboolean
read_field (BarnQuery     *query,
            int            column,
            BarnItem      *item,
            guint          field,
            BarnFieldType  type)
{
  const char *text;
  BarnStatus status;

  switch (type)
    {
    case BARN_FIELD_REF:
      if (sqlite3_column_type (query, column) == SQLITE_NULL)
        return TRUE;
      G_GNUC_FALLTHROUGH;
    case BARN_FIELD_TEXT:
      text = read_text (query, column);
      if (text == NULL)
        return FALSE;
      barn_item_set_text (item, field, text);
      return TRUE;
    case BARN_FIELD_DAY:
      return read_day (query, column, item, field);
    case BARN_FIELD_INT:
    case BARN_FIELD_BOOL:
      if (sqlite3_column_type (query, column) != SQLITE_INTEGER)
        return FALSE;
      barn_item_set_number (item, field, sqlite3_column_int64 (query, column));
      return TRUE;
    case BARN_FIELD_AMOUNT:
      if (sqlite3_column_type (query, column) == SQLITE_NULL)
        return TRUE;
      G_GNUC_FALLTHROUGH;
    case BARN_FIELD_REAL:
      if (sqlite3_column_type (query, column) != SQLITE_FLOAT)
        return FALSE;
      barn_item_set_real (item, field, sqlite3_column_double (query, column));
      return TRUE;
    case BARN_FIELD_STATUS:
      text = read_text (query, column);
      if (text == NULL || !barn_status_from_nick (text, &status))
        return FALSE;
      barn_item_set_number (item, field, status);
      return TRUE;
    case BARN_FIELD_SET:
    default:
      g_assert_not_reached ();
    }
}

/* The item of the row that the query stands at, without its sets */
static BarnItem *
read_row (BarnStore  *self,
          BarnKind    kind,
          BarnQuery  *query,
          GError    **error)
{
  const BarnStoreTable *table = barn_store_get_table (kind);
  const BarnField *fields = barn_store_get_fields (kind, NULL);
  const char *id = read_text (query, 0);
  g_autoptr (BarnItem) item = NULL;

  if (id == NULL || *id == '\0')
    {
      barn_store_set_damaged (self, _("a row has lost its name"), error);
      return NULL;
    }
  item = barn_item_new (kind, id);
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint field = table->columns[i].field;

      if (!read_field (query, i + 1, item, field, fields[field].type))
        {
          barn_store_set_damaged (self, _("a value makes no sense"), error);
          return NULL;
        }
    }
  return g_steal_pointer (&item);
}

static GPtrArray *
read_members (BarnStore            *self,
              const BarnStoreLink  *link,
              const char           *owner,
              GError              **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, link->select, error);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (query == NULL)
    return NULL;
  sqlite3_bind_text (query, 1, owner, -1, SQLITE_TRANSIENT);
  while (barn_store_step (self, query, &row, error))
    {
      if (!row)
        {
          g_ptr_array_add (members, NULL);
          return g_steal_pointer (&members);
        }
      g_ptr_array_add (members, g_strdup ((const char *) sqlite3_column_text (query, 0)));
    }
  return NULL;
}

/**
 * barn_store_read_item:
 * @self: a store
 * @kind: what it is
 * @id: its id
 * @item: (out) (transfer full) (nullable): the item as its row is now; %NULL: there is no such row
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
barn_store_read_item (BarnStore   *self,
                      BarnKind     kind,
                      const char  *id,
                      BarnItem   **item,
                      GError     **error)
{
  const BarnStoreTable *table = barn_store_get_table (kind);
  g_autoptr (BarnQuery) query = barn_store_query (self, table->select, error);
  g_autoptr (BarnItem) found = NULL;
  gboolean row;

  *item = NULL;
  if (query == NULL)
    return FALSE;
  sqlite3_bind_text (query, 1, id, -1, SQLITE_TRANSIENT);
  if (!barn_store_step (self, query, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  found = read_row (self, kind, query, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < table->n_links; i++)
    {
      g_autoptr (GPtrArray) members = read_members (self, &table->links[i], id, error);

      if (members == NULL)
        return FALSE;
      barn_item_set_set (found, table->links[i].field, (const char *const *) members->pdata);
    }
  *item = g_steal_pointer (&found);
  return TRUE;
}

static void
give_members (BarnItem  *item,
              guint      field,
              GPtrArray *members)
{
  if (item == NULL || members->len == 0)
    return;
  g_ptr_array_add (members, NULL);
  barn_item_set_set (item, field, (const char *const *) members->pdata);
}

/* One pass over a link table: its rows come owner by owner */
static gboolean
read_links (BarnStore            *self,
            const BarnStoreLink  *link,
            GHashTable           *owners,
            GError              **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, link->select_all, error);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  BarnItem *owner = NULL;
  gboolean row;

  if (query == NULL)
    return FALSE;
  while (barn_store_step (self, query, &row, error))
    {
      const char *id;

      if (!row)
        {
          give_members (owner, link->field, members);
          return TRUE;
        }
      id = (const char *) sqlite3_column_text (query, 0);
      if (owner == NULL || g_strcmp0 (id, barn_item_get_id (owner)) != 0)
        {
          give_members (owner, link->field, members);
          g_ptr_array_set_size (members, 0);
          owner = id != NULL ? g_hash_table_lookup (owners, id) : NULL;
        }
      if (owner == NULL)
        {
          barn_store_set_damaged (self, _("what belongs together does not any more"), error);
          return FALSE;
        }
      g_ptr_array_add (members, g_strdup ((const char *) sqlite3_column_text (query, 1)));
    }
  return FALSE;
}

static gboolean
read_kind (BarnStore  *self,
           BarnKind    kind,
           GPtrArray  *items,
           GError    **error)
{
  const BarnStoreTable *table = barn_store_get_table (kind);
  g_autoptr (BarnQuery) query = barn_store_query (self, table->select_all, error);
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean row = TRUE;

  if (query == NULL)
    return FALSE;
  for (;;)
    {
      BarnItem *item;

      if (!barn_store_step (self, query, &row, error))
        return FALSE;
      if (!row)
        break;
      item = read_row (self, kind, query, error);
      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
      if (table->n_links > 0)
        g_hash_table_insert (owners, (gpointer) barn_item_get_id (item), item);
    }
  for (guint i = 0; i < table->n_links; i++)
    {
      if (!read_links (self, &table->links[i], owners, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * barn_store_read_all:
 * @self: a store, between barn_store_begin_reading() and barn_store_end_reading()
 * @items: (element-type BarnItem): gets every item of the file
 * @error: return location
 */
gboolean
barn_store_read_all (BarnStore  *self,
                     GPtrArray  *items,
                     GError    **error)
{
  for (guint i = 0; i < BARN_N_KINDS; i++)
    {
      if (!read_kind (self, i, items, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * barn_store_load:
 * @self: a store
 * @model: an empty model
 * @error: return location
 *
 * Fills the model with all that the file holds, as of one moment.
 *
 * Returns: whether it could; the model is untouched otherwise
 */
gboolean
barn_store_load (BarnStore  *self,
                 BarnModel  *model,
                 GError    **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 version;
  gboolean done;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, FALSE);
  g_return_val_if_fail (BARN_IS_MODEL (model), FALSE);

  if (!barn_store_begin_reading (self, error))
    return FALSE;
  done = barn_store_get_int (self, "PRAGMA data_version", &version, error) &&
         barn_store_read_log (self, NULL, error) &&
         barn_store_read_all (self, items, error);
  barn_store_end_reading (self);
  if (!done)
    return FALSE;

  self->data_version = version;
  self->seen = self->log_end;
  barn_model_merge (model, items);
  return TRUE;
}

static gboolean
write_member (BarnStore   *self,
              const char  *sql,
              const char  *owner,
              const char  *member,
              GError     **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, sql, error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_text (query, 1, owner, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (query, 2, member, -1, SQLITE_TRANSIENT);
  return barn_store_run (self, query, error);
}

static gboolean
put_members (BarnStore            *self,
             const BarnStoreLink  *link,
             const char           *owner,
             const char *const    *members,
             GError              **error)
{
  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    {
      if (!write_member (self, link->put, owner, members[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_item (BarnStore  *self,
             BarnItem   *item,
             GError    **error)
{
  const BarnStoreTable *table = barn_store_get_table (barn_item_get_kind (item));
  const BarnField *fields = barn_store_get_fields (barn_item_get_kind (item), NULL);
  g_autoptr (BarnQuery) query = barn_store_query (self, table->insert, error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_text (query, 1, barn_item_get_id (item), -1, SQLITE_TRANSIENT);
  for (guint i = 0; i < table->n_columns; i++)
    bind_field (query, i + 2, item, table->columns[i].field, fields[table->columns[i].field].type);
  if (!barn_store_run (self, query, error))
    return FALSE;

  for (guint i = 0; i < table->n_links; i++)
    {
      const BarnStoreLink *link = &table->links[i];

      if (!put_members (self, link, barn_item_get_id (item), barn_item_get_set (item, link->field), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * barn_store_insert:
 * @self: a store, in a change
 * @item: an item that is not in the file
 * @error: return location
 *
 * Adds a row. What it refers to must be there.
 *
 * Returns: whether it could; the whole change is rolled back otherwise
 */
gboolean
barn_store_insert (BarnStore  *self,
                   BarnItem   *item,
                   GError    **error)
{
  g_return_val_if_fail (BARN_IS_STORE (self) && self->session != NULL, FALSE);
  g_return_val_if_fail (BARN_IS_ITEM (item), FALSE);

  if (insert_item (self, item, error))
    return TRUE;
  barn_store_rollback (self);
  return FALSE;
}

static gboolean
set_column (BarnStore        *self,
            const char       *sql,
            BarnFieldType     type,
            const char       *id,
            const GValue     *expected,
            const GValue     *value,
            GError          **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, sql, error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_text (query, 1, id, -1, SQLITE_TRANSIENT);
  bind_value (query, 2, type, value);
  if (expected != NULL)
    bind_value (query, 3, type, expected);
  sqlite3_bind_int64 (query, 4, expected == NULL);
  if (!barn_store_run (self, query, error))
    return FALSE;
  if (sqlite3_changes (self->db) == 1)
    return TRUE;
  barn_store_set_conflict (self, error);
  return FALSE;
}

static gboolean
is_same_set (const GValue  *expected,
             GPtrArray     *present)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRV);
  g_value_set_static_boxed (&value, present->pdata);
  return barn_value_equal (expected, &value);
}

static gboolean
set_members (BarnStore            *self,
             const BarnStoreLink  *link,
             const char           *owner,
             const GValue         *expected,
             const GValue         *value,
             GError              **error)
{
  g_autoptr (GPtrArray) present = read_members (self, link, owner, error);
  const char *const *wanted = g_value_get_boxed (value);

  if (present == NULL)
    return FALSE;
  if (expected != NULL && !is_same_set (expected, present))
    {
      barn_store_set_conflict (self, error);
      return FALSE;
    }

  for (guint i = 0; i + 1 < present->len; i++)
    {
      const char *member = g_ptr_array_index (present, i);

      if ((wanted == NULL || !g_strv_contains (wanted, member)) &&
          !write_member (self, link->remove, owner, member, error))
        return FALSE;
    }
  return put_members (self, link, owner, wanted, error);
}

static gboolean
has_row (BarnStore   *self,
         BarnKind     kind,
         const char  *id,
         GError     **error)
{
  g_autoptr (BarnQuery) query = barn_store_query (self, barn_store_get_table (kind)->select, error);
  gboolean row;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_text (query, 1, id, -1, SQLITE_TRANSIENT);
  if (!barn_store_step (self, query, &row, error))
    return FALSE;
  if (!row)
    barn_store_set_conflict (self, error);
  return row;
}

static gboolean
set_field (BarnStore     *self,
           BarnKind       kind,
           const char    *id,
           guint          field,
           BarnFieldType  type,
           const GValue  *expected,
           const GValue  *value,
           GError       **error)
{
  const BarnStoreTable *table = barn_store_get_table (kind);

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].field == field)
        return set_column (self, table->columns[i].update, type, id, expected, value, error);
    }
  for (guint i = 0; i < table->n_links; i++)
    {
      if (table->links[i].field == field)
        return has_row (self, kind, id, error) &&
               set_members (self, &table->links[i], id, expected, value, error);
    }
  g_assert_not_reached ();
}

/**
 * barn_store_set:
 * @self: a store, in a change
 * @kind: what it is
 * @id: its id
 * @field: the name of one of its fields
 * @expected: (nullable): what stands there, as far as the person knows
 * @value: what is to stand there
 * @error: return location
 *
 * Writes one field, if what stands there is still what was expected.
 *
 * Returns: whether it could; the whole change is rolled back otherwise
 */
gboolean
barn_store_set (BarnStore     *self,
                BarnKind       kind,
                const char    *id,
                const char    *field,
                const GValue  *expected,
                const GValue  *value,
                GError       **error)
{
  const BarnField *fields;
  guint n_fields, i;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->session != NULL, FALSE);
  g_return_val_if_fail (id != NULL && field != NULL && G_IS_VALUE (value), FALSE);

  fields = barn_store_get_fields (kind, &n_fields);
  for (i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].name, field))
        break;
    }
  g_return_val_if_fail (i < n_fields, FALSE);

  if (set_field (self, kind, id, i, fields[i].type, expected, value, error))
    return TRUE;
  barn_store_rollback (self);
  return FALSE;
}

static gboolean
erase (BarnStore   *self,
       BarnKind     kind,
       const char  *id,
       GError     **error)
{
  const char *const *steps = barn_store_get_table (kind)->erase;

  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autoptr (BarnQuery) query = barn_store_query (self, steps[i], error);

      if (query == NULL)
        return FALSE;
      sqlite3_bind_text (query, 1, id, -1, SQLITE_TRANSIENT);
      if (!barn_store_run (self, query, error))
        return FALSE;
    }
  if (sqlite3_changes (self->db) == 1)
    return TRUE;
  barn_store_set_conflict (self, error);
  return FALSE;
}

/**
 * barn_store_delete:
 * @self: a store, in a change
 * @kind: what it is
 * @id: its id
 * @error: return location
 *
 * Takes a row away with what belongs to it: follow-ups, delays and indicators of an activity, measures of an area, everything of a plan. A role or unit that an
 * activity has is not taken away (%BARN_STORE_ERROR_RULE).
 *
 * Returns: whether it could; the whole change is rolled back otherwise
 */
gboolean
barn_store_delete (BarnStore   *self,
                   BarnKind     kind,
                   const char  *id,
                   GError     **error)
{
  g_return_val_if_fail (BARN_IS_STORE (self) && self->session != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (erase (self, kind, id, error))
    return TRUE;
  barn_store_rollback (self);
  return FALSE;
}
