/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-store-copies"

#include "config.h"

#include "barn-store-private.h"

#include <glib/gi18n-lib.h>

/* The file in a row that begins with sha256 and bytes; NULL with an error where it is not the one that was adopted */
static GBytes *
dup_copy (BarnStore  *self,
          BarnQuery  *row,
          GError    **error)
{
  const char *wanted = (const char *) sqlite3_column_text (row, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;

  if (sqlite3_column_type (row, 1) == SQLITE_BLOB)
    {
      gconstpointer data = sqlite3_column_blob (row, 1);

      bytes = g_bytes_new (data, (gsize) sqlite3_column_bytes (row, 1));
      found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    }
  if (found != NULL && g_strcmp0 (found, wanted) == 0)
    return g_steal_pointer (&bytes);

  barn_store_set_damaged (self, _("an adopted document is not what was adopted"), error);
  return NULL;
}

static gboolean
keep_copy (BarnStore   *self,
           const char  *id,
           GBytes      *bytes,
           const char  *text,
           GError     **error)
{
  g_autoptr (BarnQuery) query =
    barn_store_query (self, "INSERT INTO adopted_copy (adopted, bytes, text) VALUES (?1, ?2, ?3)", error);
  gconstpointer data;
  gsize size;

  if (query == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  sqlite3_bind_text (query, 1, id, -1, SQLITE_STATIC);
  /* No bytes at all are a file too, not NULL */
  if (size == 0)
    sqlite3_bind_zeroblob (query, 2, 0);
  else
    sqlite3_bind_blob64 (query, 2, data, size, SQLITE_STATIC);
  sqlite3_bind_text (query, 3, text, -1, SQLITE_STATIC);
  return barn_store_run (self, query, error);
}

/**
 * barn_store_keep_copy:
 * @self: a store, in a change
 * @id: of an adopted document that has no file yet
 * @bytes: the file
 * @text: what it says, as Markdown
 * @error: return location
 *
 * Keeps the file of an adopted document, byte for byte. It is taken away with the document, and comes back with it.
 *
 * Returns: whether it could; the whole change is rolled back otherwise
 */
gboolean
barn_store_keep_copy (BarnStore   *self,
                      const char  *id,
                      GBytes      *bytes,
                      const char  *text,
                      GError     **error)
{
  g_return_val_if_fail (BARN_IS_STORE (self) && self->session != NULL, FALSE);
  g_return_val_if_fail (id != NULL && bytes != NULL && text != NULL, FALSE);

  if (keep_copy (self, id, bytes, text, error))
    return TRUE;
  barn_store_rollback (self);
  return FALSE;
}

/**
 * barn_store_read_copy:
 * @self: a store
 * @id: of an adopted document
 * @bytes: (out) (optional) (transfer full): its file
 * @text: (out) (optional) (transfer full): what it says, as Markdown
 * @error: return location
 *
 * Reads the file of an adopted document, and makes sure that it is what was adopted.
 *
 * Returns: whether it is
 */
gboolean
barn_store_read_copy (BarnStore   *self,
                      const char  *id,
                      GBytes     **bytes,
                      char       **text,
                      GError     **error)
{
  g_autoptr (BarnQuery) query = NULL;
  g_autoptr (GBytes) found = NULL;
  gboolean row;

  g_return_val_if_fail (BARN_IS_STORE (self) && self->db != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  query = barn_store_query (self, BARN_STORE_SELECT_COPY, error);
  if (query == NULL)
    return FALSE;
  sqlite3_bind_text (query, 1, id, -1, SQLITE_TRANSIENT);
  if (!barn_store_step (self, query, &row, error))
    return FALSE;
  if (!row)
    {
      barn_store_set_conflict (self, error);
      return FALSE;
    }
  found = dup_copy (self, query, error);
  if (found == NULL)
    return FALSE;

  if (bytes != NULL)
    *bytes = g_steal_pointer (&found);
  if (text != NULL)
    *text = g_utf8_make_valid ((const char *) sqlite3_column_text (query, 2), sqlite3_column_bytes (query, 2));
  return TRUE;
}

/* Whether each adopted document has the file that was adopted */
gboolean
barn_store_check_copies (BarnStore  *self,
                         GError    **error)
{
  g_autoptr (BarnQuery) query =
    barn_store_query (self, "SELECT sha256, bytes FROM adopted LEFT JOIN adopted_copy ON adopted_copy.adopted = adopted.id", error);
  gboolean row;

  if (query == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (!barn_store_step (self, query, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      bytes = dup_copy (self, query, error);
      if (bytes == NULL)
        return FALSE;
    }
}
