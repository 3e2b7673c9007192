/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-archive-writer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#include "barn-archive.h"
#include "barn-document-private.h"

/* A zip file with nothing in it but the parts: libarchive puts owners and times into fields that OpenDocument forbids for its first part,
   and other ones with each version */

#define NEEDED_VERSION 20      /* of the reader, which must know deflate */
#define UTF8_NAMES (1 << 11)
#define FIRST_DAY 0x21         /* 1 January 1980, the first that a zip file knows */
#define MAX_ARCHIVE (2u * 1024 * 1024 * 1024)

struct _BarnArchiveWriter
{
  GByteArray *bytes;
  GByteArray *directory;
  guint       n_parts;
};

static void
append_number (GByteArray *out,
               guint32     number,
               guint       n_bytes)
{
  guint8 bytes[4];

  for (guint i = 0; i < n_bytes; i++)
    bytes[i] = number >> (8 * i);
  g_byte_array_append (out, bytes, n_bytes);
}

/* What the part's own head and the directory both say of it */
static void
append_facts (GByteArray *out,
              const char *name,
              gboolean    packed,
              guint32     sum,
              gsize       packed_length,
              gsize       length)
{
  append_number (out, NEEDED_VERSION, 2);
  append_number (out, UTF8_NAMES, 2);
  append_number (out, packed ? Z_DEFLATED : 0, 2);
  append_number (out, 0, 2);
  append_number (out, FIRST_DAY, 2);
  append_number (out, sum, 4);
  append_number (out, packed_length, 4);
  append_number (out, length, 4);
  append_number (out, strlen (name), 2);
  append_number (out, 0, 2);
}

static void
append_part (BarnArchiveWriter *self,
             const char        *name,
             gboolean           packed,
             guint32            sum,
             const guint8      *data,
             gsize              packed_length,
             gsize              length)
{
  const guint32 place = self->bytes->len;

  append_number (self->bytes, 0x04034b50, 4);
  append_facts (self->bytes, name, packed, sum, packed_length, length);
  g_byte_array_append (self->bytes, (const guint8 *) name, strlen (name));
  g_byte_array_append (self->bytes, data, packed_length);

  append_number (self->directory, 0x02014b50, 4);
  append_number (self->directory, NEEDED_VERSION, 2);
  append_facts (self->directory, name, packed, sum, packed_length, length);
  append_number (self->directory, 0, 2);  /* comment */
  append_number (self->directory, 0, 2);  /* disk */
  append_number (self->directory, 0, 2);
  append_number (self->directory, 0, 4);
  append_number (self->directory, place, 4);
  g_byte_array_append (self->directory, (const guint8 *) name, strlen (name));
  self->n_parts++;
}

/**
 * barn_archive_writer_new:
 *
 * Returns: (transfer full): an empty archive to write to
 */
BarnArchiveWriter *
barn_archive_writer_new (void)
{
  BarnArchiveWriter *self = g_new0 (BarnArchiveWriter, 1);

  self->bytes = g_byte_array_new ();
  self->directory = g_byte_array_new ();

  return self;
}

void
barn_archive_writer_free (BarnArchiveWriter *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->directory, g_byte_array_unref);
  g_free (self);
}

/**
 * barn_archive_writer_add:
 * @self: an archive being made
 * @name: name of the part
 * @text: its bytes
 * @length: how many
 *
 * Adds a part, packed. Parts stand in the order in which they are added.
 */
void
barn_archive_writer_add (BarnArchiveWriter *self,
                         const char        *name,
                         const char        *text,
                         gsize              length)
{
  z_stream stream = { 0 };
  g_autofree guint8 *packed = NULL;
  uLong bound;
  int result;

  /* Without the head and the sum that zlib puts around its data of itself */
  if (deflateInit2 (&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("zlib could not be started");

  bound = deflateBound (&stream, length);
  packed = g_malloc (bound);
  stream.next_in = (Bytef *) text;
  stream.avail_in = length;
  stream.next_out = packed;
  stream.avail_out = bound;
  result = deflate (&stream, Z_FINISH);
  g_assert (result == Z_STREAM_END);
  append_part (self, name, TRUE, crc32 (0, (const Bytef *) text, length), packed, stream.total_out, length);
  deflateEnd (&stream);
}

/**
 * barn_archive_writer_store:
 * @self: an archive being made
 * @name: name of the part
 * @text: its bytes
 * @length: how many
 *
 * Adds a part as it is.
 */
void
barn_archive_writer_store (BarnArchiveWriter *self,
                           const char        *name,
                           const char        *text,
                           gsize              length)
{
  append_part (self, name, FALSE, crc32 (0, (const Bytef *) text, length), (const guint8 *) text, length, length);
}

/**
 * barn_archive_writer_finish:
 * @self: an archive being made
 * @error: return location for a #BARN_DOCUMENT_ERROR
 *
 * Returns: (transfer full): the whole file, or %NULL with @error set
 */
GBytes *
barn_archive_writer_finish (BarnArchiveWriter  *self,
                            GError            **error)
{
  const guint32 place = self->bytes->len;

  if (self->n_parts > G_MAXUINT16 || self->bytes->len > MAX_ARCHIVE)
    {
      g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                           _("The document became too large to be packed, and nothing was written. Leave out some of its pictures."));
      return NULL;
    }

  g_byte_array_append (self->bytes, self->directory->data, self->directory->len);
  append_number (self->bytes, 0x06054b50, 4);
  append_number (self->bytes, 0, 2);
  append_number (self->bytes, 0, 2);
  append_number (self->bytes, self->n_parts, 2);
  append_number (self->bytes, self->n_parts, 2);
  append_number (self->bytes, self->directory->len, 4);
  append_number (self->bytes, place, 4);
  append_number (self->bytes, 0, 2);

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
