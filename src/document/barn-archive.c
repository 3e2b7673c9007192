/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-archive"

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-archive.h"
#include "barn-document-private.h"

#define MAX_ENTRIES 4096
#define MAX_PART (32 * 1024 * 1024)
#define MAX_TOTAL (96 * 1024 * 1024)
/* Text in XML shrinks to a tenth, a table of empty cells to a hundredth; beyond that somebody wants to fill the memory */
#define MAX_RATIO 200
#define FREE_OF_RATIO (4 * 1024 * 1024)

struct _BarnArchive
{
  GBytes     *bytes;
  GHashTable *names;
  gsize       total;    /* bytes unpacked so far */
};

typedef struct archive ReadArchive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadArchive, archive_read_free)

static void
set_too_large_error (GError **error)
{
  g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_TOO_LARGE,
                       _("The document unpacks to far more than an honest one of its size, and was not read. "
                         "If you trust where it comes from, open it in Word or LibreOffice and save it anew."));
}

/* A path that would lead out of the folder that it is unpacked in; nothing is unpacked to a folder here, but only malice writes one */
static gboolean
is_safe_name (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (name == NULL || *name == '\0' || *name == '/' || strchr (name, '\\') != NULL || (g_ascii_isalpha (name[0]) && name[1] == ':')
      || !g_utf8_validate (name, -1, NULL))
    return FALSE;

  parts = g_strsplit (name, "/", -1);

  return !g_strv_contains ((const char *const *) parts, "..");
}

static const char *
get_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  /* Without a locale libarchive may have no UTF-8 form of what is plain ASCII */
  return name != NULL ? name : archive_entry_pathname (entry);
}

static ReadArchive *
open_reader (GBytes  *bytes,
             GError **error)
{
  g_autoptr (ReadArchive) reader = archive_read_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  archive_read_support_format_zip_seekable (reader);
  if (archive_read_open_memory (reader, data, size) != ARCHIVE_OK)
    {
      barn_document_set_error (error, BARN_DOCUMENT_ERROR_DAMAGED);
      return NULL;
    }

  return g_steal_pointer (&reader);
}

static gboolean
read_names (BarnArchive  *self,
            GError      **error)
{
  g_autoptr (ReadArchive) reader = open_reader (self->bytes, error);
  struct archive_entry *entry;
  int result;

  if (reader == NULL)
    return FALSE;

  while ((result = archive_read_next_header (reader, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      const char *name = get_name (entry);

      if (!is_safe_name (name) || archive_entry_filetype (entry) == AE_IFLNK)
        {
          barn_document_set_error (error, BARN_DOCUMENT_ERROR_HOSTILE);
          return FALSE;
        }
      if (archive_entry_is_encrypted (entry))
        {
          barn_document_set_error (error, BARN_DOCUMENT_ERROR_ENCRYPTED);
          return FALSE;
        }
      /* Two parts of one name: programs differ in which of them they read */
      if (!g_hash_table_add (self->names, g_strdup (name)))
        {
          barn_document_set_error (error, BARN_DOCUMENT_ERROR_HOSTILE);
          return FALSE;
        }
      if (g_hash_table_size (self->names) > MAX_ENTRIES)
        {
          set_too_large_error (error);
          return FALSE;
        }
    }

  if (result != ARCHIVE_EOF || g_hash_table_size (self->names) == 0)
    {
      barn_document_set_error (error, BARN_DOCUMENT_ERROR_DAMAGED);
      return FALSE;
    }

  return TRUE;
}

/**
 * barn_archive_open:
 * @bytes: a zip file
 * @error: return location for a #BARN_DOCUMENT_ERROR
 *
 * Looks through the table of contents, and refuses archives with paths out of themselves, links, encrypted parts, or too many of them.
 *
 * Returns: (transfer full): the archive, or %NULL with @error set
 */
BarnArchive *
barn_archive_open (GBytes  *bytes,
                   GError **error)
{
  g_autoptr (BarnArchive) self = g_new0 (BarnArchive, 1);

  self->bytes = g_bytes_ref (bytes);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return read_names (self, error) ? g_steal_pointer (&self) : NULL;
}

void
barn_archive_free (BarnArchive *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self);
}

/**
 * barn_archive_has:
 * @self: an archive
 * @name: name of a part
 *
 * Returns: whether there is such a part
 */
gboolean
barn_archive_has (BarnArchive *self,
                  const char  *name)
{
  return g_hash_table_contains (self->names, name);
}

static GBytes *
read_data (BarnArchive   *self,
           ReadArchive   *reader,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  const gsize packed = g_bytes_get_size (self->bytes);
  guint8 buffer[65536];
  la_ssize_t n;

  while ((n = archive_read_data (reader, buffer, sizeof buffer)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      self->total += n;
      if (out->len + n > MAX_PART || self->total > MAX_TOTAL || (self->total > FREE_OF_RATIO && self->total / MAX_RATIO > packed))
        {
          set_too_large_error (error);
          return NULL;
        }
      g_byte_array_append (out, buffer, n);
    }

  if (n < 0)
    {
      barn_document_set_error (error, BARN_DOCUMENT_ERROR_DAMAGED);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * barn_archive_read:
 * @self: an archive
 * @name: name of a part
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #BARN_DOCUMENT_ERROR
 *
 * Unpacks one part in memory.
 *
 * Returns: (transfer full): its bytes, or %NULL with @error set
 */
GBytes *
barn_archive_read (BarnArchive   *self,
                   const char    *name,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (ReadArchive) reader = open_reader (self->bytes, error);
  struct archive_entry *entry;
  int result;

  if (reader == NULL)
    return NULL;

  while ((result = archive_read_next_header (reader, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    if (g_strcmp0 (get_name (entry), name) == 0)
      return read_data (self, reader, cancellable, error);

  barn_document_set_error (error, BARN_DOCUMENT_ERROR_DAMAGED);
  return NULL;
}
