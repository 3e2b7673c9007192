/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "barn-day.h"
#include "barn-status.h"

G_BEGIN_DECLS

/**
 * BarnProfile:
 *
 * The wording of documents, read from a key file. It is in the municipality's language, whatever
 * the desktop's is. Immutable: workers may share it.
 */
#define BARN_TYPE_PROFILE (barn_profile_get_type ())
G_DECLARE_FINAL_TYPE (BarnProfile, barn_profile, BARN, PROFILE, GObject)

BarnProfile *barn_profile_get_default    (void);
char        *barn_profile_dup_text       (BarnProfile  *self,
                                          const char   *group,
                                          const char   *key);
char        *barn_profile_fill           (BarnProfile  *self,
                                          const char   *group,
                                          const char   *key,
                                          ...) G_GNUC_NULL_TERMINATED;
char        *barn_profile_dup_language   (BarnProfile  *self);
char        *barn_profile_dup_status     (BarnProfile  *self,
                                          BarnStatus    status);
char        *barn_profile_format_day     (BarnProfile  *self,
                                          BarnDay       day);
char        *barn_profile_format_article (BarnProfile  *self,
                                          guint         article);

G_END_DECLS
