/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "barn-day.h"
#include "barn-status.h"

G_BEGIN_DECLS

/**
 * BARN_PROFILE_ERROR:
 *
 * Error domain of a profile that cannot be used.
 */
#define BARN_PROFILE_ERROR (barn_profile_error_quark ())

/**
 * BarnProfileError:
 * @BARN_PROFILE_ERROR_UNREADABLE: the file cannot be read
 * @BARN_PROFILE_ERROR_DAMAGED: it is no profile, or says something that no profile can say
 */
typedef enum
{
  BARN_PROFILE_ERROR_UNREADABLE,
  BARN_PROFILE_ERROR_DAMAGED,
} BarnProfileError;

GQuark barn_profile_error_quark (void);

/**
 * BarnProfile:
 *
 * The wording of documents, read from a key file (data/profiles/standard.profile is the built-in one, and says what there is to say). It is
 * in the municipality's language, whatever the desktop's is. What a municipality's own profile does not say, the built-in one does.
 * Immutable: workers may share it.
 */
#define BARN_TYPE_PROFILE (barn_profile_get_type ())
G_DECLARE_FINAL_TYPE (BarnProfile, barn_profile, BARN, PROFILE, GObject)

BarnProfile *barn_profile_get_default    (void);
BarnProfile *barn_profile_read           (GFile        *file,
                                          GError      **error);
BarnProfile *barn_profile_new_from_text  (const char   *text,
                                          GError      **error);
char        *barn_profile_to_text        (BarnProfile  *self);

/* Another profile, which differs in one thing */
BarnProfile *barn_profile_with_text      (BarnProfile  *self,
                                          const char   *group,
                                          const char   *key,
                                          const char   *text,
                                          GError      **error);
BarnProfile *barn_profile_with_parts     (BarnProfile  *self,
                                          const char   *group,
                                          const char   *const *parts,
                                          GError      **error);
BarnProfile *barn_profile_with_logo      (BarnProfile  *self,
                                          GBytes       *logo,
                                          GError      **error);
BarnProfile *barn_profile_without_group  (BarnProfile  *self,
                                          const char   *group);

gboolean     barn_profile_is_own         (BarnProfile  *self,
                                          const char   *group,
                                          const char   *key);
char       **barn_profile_list_keys      (const char   *group);
char        *barn_profile_dup_text       (BarnProfile  *self,
                                          const char   *group,
                                          const char   *key);
char        *barn_profile_fill           (BarnProfile  *self,
                                          const char   *group,
                                          const char   *key,
                                          ...) G_GNUC_NULL_TERMINATED;
char       **barn_profile_dup_list       (BarnProfile  *self,
                                          const char   *group,
                                          const char   *key);
gboolean     barn_profile_get_flag       (BarnProfile  *self,
                                          const char   *group,
                                          const char   *key);
char        *barn_profile_dup_font       (BarnProfile  *self);
GBytes      *barn_profile_get_logo       (BarnProfile  *self);
char        *barn_profile_dup_language   (BarnProfile  *self);
char        *barn_profile_dup_status     (BarnProfile  *self,
                                          BarnStatus    status);
char        *barn_profile_dup_role       (BarnProfile  *self,
                                          const char   *name);
char        *barn_profile_format_day     (BarnProfile  *self,
                                          BarnDay       day);
char        *barn_profile_format_article (BarnProfile  *self,
                                          guint         article);

G_END_DECLS
