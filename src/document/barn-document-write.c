/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-document-write"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "barn-document-private.h"

/* The way out: a format's writer makes the bytes, and they replace the file as a whole or not at all */

/**
 * barn_document_to_bytes:
 * @self: a document
 * @format: a format that can be written
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #BARN_DOCUMENT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Makes a file of the document. The same document gives the same bytes.
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set
 */
GBytes *
barn_document_to_bytes (BarnDocument  *self,
                        BarnFormat     format,
                        GCancellable  *cancellable,
                        GError       **error)
{
  BarnWriter write;

  g_return_val_if_fail (BARN_IS_DOCUMENT (self), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  write = barn_format_get_writer (format);
  if (write == NULL)
    {
      g_autofree char *endings = barn_format_dup_endings ();

      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN,
                   _("Documents are not written in this format. Let the name of the file end in one of these: %s."), endings);
      return NULL;
    }

  return write (self, cancellable, error);
}

static void
set_write_error (GError     **error,
                 const char  *path,
                 int          number)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);
  g_autofree char *shown_path = g_filename_display_name (path);

  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                   _("The disk is full, so the document could not be written to %s. An earlier file of that name is untouched. "
                     "Free some space, or choose another place."),
                   shown_folder);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                   _("You may not write to %s, so the document was not saved. Nothing there was changed. Choose another folder."),
                   shown_folder);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                   _("The folder %s does not exist, so the document was not saved. Choose another folder, or make that one first."),
                   shown_folder);
      break;
    case EISDIR:
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                   _("%s is a folder, so the document was not saved. Nothing was changed. Choose another name."), shown_path);
      break;
    default:
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                   _("The document could not be written to %s: %s. An earlier file of that name is untouched. Choose another place."),
                   shown_path, g_strerror (number));
      break;
    }
}

/* Returns 0, or the error number */
static int
write_all (int     fd,
           GBytes *bytes)
{
  gsize left;
  const guint8 *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n = write (fd, data, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      data += n;
      left -= n;
    }

  /* On the disk before the name points to it: a power cut leaves the old file or the new one */
  return fsync (fd) == 0 ? 0 : errno;
}

/* A file that is replaced keeps its rights; a new one has those that the user's mask leaves */
static mode_t
get_mode (const char *path)
{
  struct stat info;
  mode_t mask;

  if (g_stat (path, &info) == 0 && S_ISREG (info.st_mode))
    return info.st_mode & 0777;

  mask = umask (0);
  umask (mask);

  return 0666 & ~mask;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  /* The file is whole in either case; some file systems know no such thing as syncing a folder */
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* What stands there may be replaced: a file that somebody protected, or that is no file at all, is not silently made another.
   Root too is told, whom no right binds. @real: (nullable): where @path leads, where it leads anywhere */
static gboolean
check_target (const char  *path,
              const char  *real,
              GError     **error)
{
  g_autofree char *shown_path = g_filename_display_name (path);
  struct stat info;

  if (real == NULL && g_lstat (path, &info) == 0 && S_ISLNK (info.st_mode))
    g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                 _("%s is a link that leads nowhere, so the document was not saved. Nothing was changed. Choose another name."), shown_path);
  else if (real == NULL || g_stat (real, &info) != 0 || S_ISDIR (info.st_mode))
    return TRUE;
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                 _("%s is a device and no file, so the document was not saved. Nothing was changed. Choose another name."), shown_path);
  else if ((info.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || g_access (real, W_OK) != 0)
    g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                 _("%s is write-protected, so the document was not saved. Nothing was changed. Choose another name."), shown_path);
  else
    return TRUE;

  return FALSE;
}

/* Returns 0, or the error number with nothing left behind */
static int
replace_file (const char *path,
              GBytes     *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".barnratt-XXXXXX", NULL);
  int fd, number;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return EISDIR;

  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno;

  number = write_all (fd, bytes);
  if (number == 0 && fchmod (fd, get_mode (path)) != 0 && errno != EPERM && errno != ENOTSUP)
    number = errno;
  if (close (fd) != 0 && number == 0)
    number = errno;
  if (number == 0 && g_rename (temporary, path) != 0)
    number = errno;

  if (number != 0)
    g_unlink (temporary);
  else
    sync_folder (path);

  return number;
}

/**
 * barn_document_write_bytes:
 * @bytes: the bytes
 * @file: the file
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnDocumentError
 *
 * Writes bytes as a whole or not at all: a file of the name is untouched, and nothing is left behind, where it fails.
 *
 * Returns: whether they are written
 */
gboolean
barn_document_write_bytes (GBytes        *bytes,
                           GFile         *file,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autofree char *path = NULL;
  g_autofree char *real = NULL;
  int number;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_set_error_literal (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_WRITE,
                           _("The document can only be saved in a folder of this computer or of a connected drive. Choose such a folder."));
      return FALSE;
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  /* A link stays a link: what it leads to is replaced */
  real = realpath (path, NULL);
  if (!check_target (path, real, error))
    return FALSE;

  number = replace_file (real != NULL ? real : path, bytes);
  if (number != 0)
    {
      set_write_error (error, path, number);
      return FALSE;
    }

  return TRUE;
}

/**
 * barn_document_write:
 * @self: a document
 * @file: where to; what stands there is replaced
 * @format: a format that can be written
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #BARN_DOCUMENT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes the document beside @file and puts it in its place when it is whole. On failure @file is as it was, and nothing is left beside it.
 *
 * Returns: %TRUE if it was written, %FALSE with @error set to sentences for a person
 */
gboolean
barn_document_write (BarnDocument  *self,
                     GFile         *file,
                     BarnFormat     format,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (BARN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = barn_document_to_bytes (self, format, cancellable, error);

  return bytes != NULL && barn_document_write_bytes (bytes, file, cancellable, error);
}
