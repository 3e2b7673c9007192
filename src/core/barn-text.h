/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Order and search, as Swedish has them whatever the locale (ICU "sv"): å ä ö after z, and never folded to a and o. */
char     *barn_collate_key           (const char *text); /* bytes to compare with strcmp() */
char     *barn_fold                  (const char *text); /* case folded, NFC, white space made single: what search compares */
char     *barn_text_normalize        (const char *text); /* NFC, valid UTF-8, \r\n as \n, no control characters but \n and \t */
gboolean  barn_text_is_blank         (const char *text);

/* Whether something in it looks like a personnummer or samordningsnummer (digits, checksum and date fit): there is no place for an individual
   child in a plan file (GDPR, OSL). @start and @length: where, in bytes. */
gboolean  barn_text_find_personal_id (const char *text,
                                      gsize      *start,
                                      gsize      *length);

G_END_DECLS
