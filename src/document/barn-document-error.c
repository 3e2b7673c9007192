/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-document-error"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "barn-document-private.h"

/* What is said wherever a file is found to be so: in the archive, in its XML, or in what stands in it */

static const char *
get_sentence (BarnDocumentError code)
{
  switch (code)
    {
    case BARN_DOCUMENT_ERROR_EMPTY:
      return _("There is no text in the document. If it shows pictures of pages, as from a scanner, "
               "choose the document that was printed instead.");
    case BARN_DOCUMENT_ERROR_DAMAGED:
      return _("The document is damaged or cut off and could not be read. "
               "Fetch it again from where it came from, or open it in Word or LibreOffice and save it anew.");
    case BARN_DOCUMENT_ERROR_ENCRYPTED:
      return _("The document is protected by a password and was not read. "
               "Open it in Word or LibreOffice, save a copy without a password, and choose the copy.");
    case BARN_DOCUMENT_ERROR_TOO_LARGE:
      return _("The document holds more than is safe to read. Choose a part of it: "
               "open it in Word or LibreOffice, and save the part that you need as a document of its own.");
    case BARN_DOCUMENT_ERROR_HOSTILE:
      return _("The document is built in a way that no ordinary program builds one, and was not read. "
               "If you trust where it comes from, open it in Word or LibreOffice and save it anew.");
    case BARN_DOCUMENT_ERROR_UNKNOWN:
      return _("The file is not a document that can be read here. "
               "Choose a Word (.docx), ODF (.odt), text or Markdown document.");
    case BARN_DOCUMENT_ERROR_WRITE:
    case BARN_DOCUMENT_ERROR_PICTURE:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * barn_document_set_error:
 * @error: return location for the error
 * @code: what the file is guilty of; one that a document that is read can have
 *
 * Sets the error with the sentence that goes with its code.
 */
void
barn_document_set_error (GError            **error,
                         BarnDocumentError   code)
{
  g_set_error_literal (error, BARN_DOCUMENT_ERROR, code, get_sentence (code));
}
