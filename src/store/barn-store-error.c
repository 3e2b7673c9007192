/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-store-error"

#include "config.h"

#include "barn-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define LONGEST_DETAIL 80

/* Each sentence says what happened, what is safe and what can be done */

G_DEFINE_QUARK (barn-store-error-quark, barn_store_error)

static gboolean
is_no_room (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static void
set_no_room (const char  *name,
             GError     **error)
{
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_FULL,
               _("There is no room left on the disk for “%s”. What was saved before is safe; the last change is not. "
                 "Make room and do it again."),
               name);
}

static void
set_locked (BarnStore  *self,
            GError    **error)
{
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_LOCKED,
               _("Another program uses “%s” and did not let go of it in five seconds. Nothing was changed. "
                 "Try again in a moment."),
               self->name);
}

static void
set_no_access (const char  *name,
               GError     **error)
{
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NO_ACCESS,
               _("You are not allowed to read “%s”. Nothing was changed. "
                 "Ask the person who owns it, or choose another file."),
               name);
}

static void
set_unfinished (BarnStore  *self,
                GError    **error)
{
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY,
               _("A program stopped while it wrote to “%s”. What was saved before is safe, but the file must be opened once "
                 "where it can be written. It was left as it is."),
               self->name);
}

static void
set_failed (const char  *name,
            const char  *detail,
            GError     **error)
{
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_FAILED,
               _("“%s” could not be read or written: %s. What was saved before is safe. "
                 "Try again, and check the disk if it happens again."),
               name, detail);
}

static void
set_broken_rule (BarnStore  *self,
                 int         code,
                 GError    **error)
{
  const char *detail = sqlite3_errmsg (self->db);

  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    g_set_error_literal (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE,
                         _("It is used elsewhere in the plan, or leads to something that is gone. Nothing was changed. "
                           "Take it away from where it is used first."));
  else if (code == SQLITE_CONSTRAINT_UNIQUE && strstr (detail, "plan.year") != NULL)
    g_set_error_literal (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE,
                         _("There is a plan for that year already. Nothing was changed. Choose another year."));
  else if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
    g_set_error_literal (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE,
                         _("It is in the plan file already. Nothing was changed."));
  else
    g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE,
                 _("A plan file cannot hold that value (%s). Nothing was changed. Write another one."), detail);
}

static int
get_errno_of (BarnStore *self,
              int        which)
{
  sqlite3_file *file = NULL;
  int number = 0;

  sqlite3_file_control (self->db, "main", which, &file);
  if (file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number);
  return number;
}

/* SQLite knows a full disk, but takes a used-up quota for any failure: errno, where it was kept, tells */
static void
set_input_output (BarnStore  *self,
                  GError    **error)
{
  int number = get_errno_of (self, SQLITE_FCNTL_FILE_POINTER);

  if (number == 0)
    number = get_errno_of (self, SQLITE_FCNTL_JOURNAL_POINTER);
  if (number == 0)
    number = sqlite3_system_errno (self->db);

  if (is_no_room (number))
    set_no_room (self->name, error);
  else if (number != 0)
    set_failed (self->name, g_strerror (number), error);
  else
    set_failed (self->name, sqlite3_errmsg (self->db), error);
}

/**
 * barn_store_set_error:
 * @self: a store
 * @error: return location
 *
 * Makes an error of what SQLite said to the last call on the connection.
 */
void
barn_store_set_error (BarnStore  *self,
                      GError    **error)
{
  barn_store_set_error_code (self, sqlite3_extended_errcode (self->db), error);
}

/**
 * barn_store_set_error_code:
 * @self: a store
 * @code: what a function of SQLite returned that does more after it failed
 * @error: return location
 *
 * Makes an error of a result of SQLite.
 */
void
barn_store_set_error_code (BarnStore  *self,
                           int         code,
                           GError    **error)
{
  g_autofree char *detail = g_utf8_make_valid (sqlite3_errmsg (self->db), -1);

  g_debug ("%s: %s (%d)", self->name, detail, code);
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      set_locked (self, error);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
        set_unfinished (self, error);
      else
        barn_store_set_read_only (self, error);
      break;
    case SQLITE_CANTOPEN:
      /* Once the file is open, what cannot be opened is the journal beside it */
      if (self->is_open)
        barn_store_set_read_only (self, error);
      else
        set_no_access (self->name, error);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    /* Our statements are fixed: where one does not make sense, it is a table that is not as it should be */
    case SQLITE_ERROR:
      barn_store_set_damaged (self, sqlite3_errmsg (self->db), error);
      break;
    case SQLITE_FULL:
      set_no_room (self->name, error);
      break;
    case SQLITE_IOERR:
      set_input_output (self, error);
      break;
    case SQLITE_CONSTRAINT:
      set_broken_rule (self, code, error);
      break;
    case SQLITE_TOOBIG:
      g_set_error_literal (error, BARN_STORE_ERROR, BARN_STORE_ERROR_RULE,
                           _("The text is too long for a plan file. Nothing was changed. Shorten it."));
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was cancelled."));
      break;
    default:
      set_failed (self->name, sqlite3_errmsg (self->db), error);
      break;
    }
}

void
barn_store_set_system_error (const char  *name,
                             int          number,
                             GError     **error)
{
  if (is_no_room (number))
    set_no_room (name, error);
  else if (number == EACCES || number == EPERM || number == EROFS)
    g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY,
                 _("The folder of “%s” cannot be written in. Nothing was changed. Choose another folder."), name);
  else if (number == EEXIST)
    barn_store_set_exists (name, error);
  else if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NO_ACCESS,
                 _("The folder of “%s” does not exist. Nothing was changed. Choose another folder."), name);
  else
    set_failed (name, g_strerror (number), error);
}

/* What SQLite says of a damaged file can be long, begin with a heading, and hold pieces of the file */
static char *
dup_short (const char *detail)
{
  g_autofree char *valid = g_utf8_make_valid (detail, -1);
  char *start = valid;

  if (g_str_has_prefix (start, "*** ") && strchr (start, '\n') != NULL)
    start = strchr (start, '\n') + 1;
  start[strcspn (start, "\n\"")] = '\0';
  return g_strchomp (g_utf8_substring (start, 0, MIN (g_utf8_strlen (start, -1), LONGEST_DETAIL)));
}

void
barn_store_set_damaged (BarnStore   *self,
                        const char  *detail,
                        GError     **error)
{
  g_autofree char *short_detail = dup_short (detail);

  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_DAMAGED,
               _("“%s” is damaged (%s). It was left as it is. Open a backup of it instead."), self->name, short_detail);
}

void
barn_store_set_read_only (BarnStore  *self,
                          GError    **error)
{
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_READ_ONLY,
               _("“%s” can be read but not written. Nothing was changed. "
                 "Open it to read, or make a copy where you may write."),
               self->name);
}

void
barn_store_set_missing (const char  *name,
                        GError     **error)
{
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NO_ACCESS,
               _("There is no file “%s”. It may have been moved or renamed. Choose another file."), name);
}

void
barn_store_set_exists (const char  *name,
                       GError     **error)
{
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_EXISTS,
               _("There is a file “%s” already. It was left as it is. Choose another name."), name);
}

void
barn_store_set_newer (BarnStore  *self,
                      GError    **error)
{
  g_set_error (error, BARN_STORE_ERROR, BARN_STORE_ERROR_NEWER,
               _("“%s” was made by a newer version of this program. It was left as it is. Update the program to open it."),
               self->name);
}

void
barn_store_set_conflict (BarnStore  *self,
                         GError    **error)
{
  g_set_error_literal (error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT,
                       _("Somebody else changed it meanwhile. Nothing was changed. "
                         "Look at what stands there now, and do it again if it is still right."));
}
