/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-document-read"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-archive.h"
#include "barn-document-private.h"

/* The way in: what the bytes are, then the reader of that format */

static const guint8 *
find_bytes (const guint8 *data,
            gsize         size,
            const void   *needle,
            gsize         length)
{
  const guint8 first = ((const guint8 *) needle)[0];
  const guint8 *end = data + size;

  for (const guint8 *p = data; p != NULL && length <= (gsize) (end - p); p++)
    {
      p = memchr (p, first, (gsize) (end - p) - length + 1);
      if (p == NULL)
        return NULL;
      if (memcmp (p, needle, length) == 0)
        return p;
    }

  return NULL;
}

static gboolean
starts_with (const guint8 *data,
             gsize         size,
             const char   *start)
{
  gsize length = strlen (start);

  return size >= length && memcmp (data, start, length) == 0;
}

/* A password-protected docx is an OLE2 container, and so is a document of Word 97 to 2003: streams' names are in UTF-16LE */
static void
set_ole_error (const guint8  *data,
               gsize          size,
               GError       **error)
{
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  static const char word[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";

  if (find_bytes (data, size, encrypted, sizeof encrypted) != NULL)
    barn_document_set_error (error, BARN_DOCUMENT_ERROR_ENCRYPTED);
  else if (find_bytes (data, size, word, sizeof word) != NULL)
    g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN,
                         _("This is a document in the old Word format (.doc), which is not read here. "
                           "Open it in Word, save it as a Word document (.docx), and choose that file."));
  else
    g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN,
                         _("This is a file in an old Office format, which is not read here. "
                           "Choose a Word (.docx), ODF (.odt), text or Markdown document."));
}

/* Names what people choose by mistake */
static void
set_unknown_error (const guint8  *data,
                   gsize          size,
                   GError       **error)
{
  if (starts_with (data, size, "%PDF-"))
    g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN,
                         _("This is a PDF, which is not read here. "
                           "Choose the Word (.docx) or ODF (.odt) document that it was made from, or copy its text to a text file."));
  else if (starts_with (data, size, "{\\rtf"))
    g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN,
                         _("This is an RTF document, which is not read here. "
                           "Open it in Word or LibreOffice, save it as .docx or .odt, and choose that file."));
  else
    barn_document_set_error (error, BARN_DOCUMENT_ERROR_UNKNOWN);
}

static gboolean
is_markup (const guint8 *data,
           gsize         size)
{
  if (starts_with (data, size, "\xEF\xBB\xBF"))
    {
      data += 3;
      size -= 3;
    }

  while (size > 0 && g_ascii_isspace (*data))
    {
      data++;
      size--;
    }

  return size > 5 && (g_ascii_strncasecmp ((const char *) data, "<!doc", 5) == 0
                      || g_ascii_strncasecmp ((const char *) data, "<html", 5) == 0
                      || g_ascii_strncasecmp ((const char *) data, "<?xml", 5) == 0);
}

/* Which office document a zip file is */
static BarnFormat
sniff_archive (GBytes  *bytes,
               GError **error)
{
  g_autoptr (BarnArchive) archive = barn_archive_open (bytes, error);
  g_autoptr (GBytes) part = NULL;
  const guint8 *data;
  gsize size;

  if (archive == NULL)
    return BARN_FORMAT_UNKNOWN;

  if (barn_archive_has (archive, "mimetype"))
    part = barn_archive_read (archive, "mimetype", NULL, error);
  else if (barn_archive_has (archive, "[Content_Types].xml"))
    part = barn_archive_read (archive, "[Content_Types].xml", NULL, error);
  else
    part = g_bytes_new_static ("", 0);
  if (part == NULL)
    return BARN_FORMAT_UNKNOWN;

  data = g_bytes_get_data (part, &size);
  if (starts_with (data, size, "application/vnd.oasis.opendocument.text"))
    return BARN_FORMAT_ODT;
  if (size > 0 && find_bytes (data, size, "wordprocessingml.document.main", 30) != NULL)
    return BARN_FORMAT_DOCX;
  if (size > 0 && find_bytes (data, size, "wordprocessingml.template.main", 30) != NULL)
    return BARN_FORMAT_DOCX;
  if (size > 0 && find_bytes (data, size, "macroEnabled.main", 17) != NULL && barn_archive_has (archive, "word/document.xml"))
    return BARN_FORMAT_DOCX;

  if (size > 0)
    g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN,
                         _("This is a spreadsheet, a presentation or another kind of file, not a text document. "
                           "Choose a Word (.docx), ODF (.odt), text or Markdown document."));
  else
    g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN,
                         _("This is a zip file but not a document. If the document is in it, unpack it first and choose the document."));

  return BARN_FORMAT_UNKNOWN;
}

/**
 * barn_format_sniff:
 * @bytes: a whole file
 * @name: its name, which decides between text and Markdown only
 * @error: return location for an error
 *
 * Returns: a format that has a reader, or %BARN_FORMAT_UNKNOWN with @error set to a sentence that says what the file is instead
 */
BarnFormat
barn_format_sniff (GBytes      *bytes,
                   const char  *name,
                   GError     **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    {
      g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_EMPTY,
                           _("The file is empty. Check that it is the right one and that it has been copied as a whole."));
      return BARN_FORMAT_UNKNOWN;
    }

  if (starts_with (data, size, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
    {
      set_ole_error (data, size, error);
      return BARN_FORMAT_UNKNOWN;
    }

  if (starts_with (data, size, "PK\3\4") || starts_with (data, size, "PK\5\6"))
    return sniff_archive (bytes, error);

  if (starts_with (data, size, "%PDF-") || starts_with (data, size, "{\\rtf") || is_markup (data, size))
    {
      set_unknown_error (data, size, error);
      return BARN_FORMAT_UNKNOWN;
    }

  if (starts_with (data, size, "\xFF\xFE") || starts_with (data, size, "\xFE\xFF") || memchr (data, '\0', MIN (size, 65536)) == NULL)
    return barn_format_from_name (name) == BARN_FORMAT_MARKDOWN ? BARN_FORMAT_MARKDOWN : BARN_FORMAT_TEXT;

  if (barn_format_from_name (name) == BARN_FORMAT_DOCX || barn_format_from_name (name) == BARN_FORMAT_ODT)
    g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_DAMAGED,
                         _("The file is damaged, or not the kind of document that its name says, and could not be read. "
                           "Fetch it again from where it came from, or open it in Word or LibreOffice and save it anew."));
  else
    set_unknown_error (data, size, error);

  return BARN_FORMAT_UNKNOWN;
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static gboolean
has_text (BarnNode *node)
{
  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    if (!is_blank (barn_node_get_span (node, i)->text))
      return TRUE;

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    if (has_text (barn_node_get_child (node, i)))
      return TRUE;

  return FALSE;
}

/**
 * barn_document_check_text:
 * @self: a document that has been read
 * @error: return location for a #BARN_DOCUMENT_ERROR
 *
 * Returns: %TRUE if there is text in it, %FALSE with @error set if not
 */
gboolean
barn_document_check_text (BarnDocument  *self,
                          GError       **error)
{
  if (has_text (barn_document_get_body (self)))
    return TRUE;

  barn_document_set_error (error, BARN_DOCUMENT_ERROR_EMPTY);
  return FALSE;
}

static void
set_too_large_error (GError **error)
{
  g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_TOO_LARGE,
               _("The file is larger than %d MB, which is more than is read here. "
                 "If it holds many pictures, save a copy without them; if it is not the document you meant, choose another."),
               BARN_FILE_LIMIT / (1024 * 1024));
}

/**
 * barn_document_read_bytes:
 * @bytes: a whole file
 * @name: its name
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #BARN_DOCUMENT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads a document. The bytes tell its format; the ending of @name only decides between text and Markdown.
 *
 * Returns: (transfer full): the document, or %NULL with @error set to sentences for a person
 */
BarnDocument *
barn_document_read_bytes (GBytes        *bytes,
                          const char    *name,
                          GCancellable  *cancellable,
                          GError       **error)
{
  BarnFormat format;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (g_bytes_get_size (bytes) > BARN_FILE_LIMIT)
    {
      set_too_large_error (error);
      return NULL;
    }

  format = barn_format_sniff (bytes, name, error);
  if (format == BARN_FORMAT_UNKNOWN)
    return NULL;

  return barn_format_get_reader (format) (bytes, cancellable, error);
}

/* The system's words name neither what is safe nor what to do */
static void
set_file_error (GError      **error,
                const GError *cause,
                GFile        *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("There is no file %s. Check its name, and that the drive it lies on is connected."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _("You may not read %s. Ask the one who owns it for the right to read it, or for a copy."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else
    g_set_error (error, G_IO_ERROR, cause->code, _("%s could not be read: %s. Copy it to this computer and choose the copy."),
                 name, cause->message);
}

/**
 * barn_document_read:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #BARN_DOCUMENT_ERROR or #G_IO_ERROR
 *
 * Reads the document in @file; see barn_document_read_bytes().
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
BarnDocument *
barn_document_read (GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  /* Asked before reading, so that a huge file is not read into memory to be refused, and a pipe not waited for */
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                            cancellable, &cause);
  if (info == NULL)
    {
      set_file_error (error, cause, file);
      return NULL;
    }

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN,
                           _("This is not a file but a folder or a device. Choose a Word (.docx), ODF (.odt), text or Markdown document."));
      return NULL;
    }

  if (g_file_info_get_size (info) > BARN_FILE_LIMIT)
    {
      set_too_large_error (error);
      return NULL;
    }

  bytes = g_file_load_bytes (file, cancellable, NULL, &cause);
  if (bytes == NULL)
    {
      set_file_error (error, cause, file);
      return NULL;
    }

  name = g_file_get_basename (file);

  return barn_document_read_bytes (bytes, name != NULL ? name : "", cancellable, error);
}
