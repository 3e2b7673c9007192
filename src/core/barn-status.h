/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BarnStatus:
 *
 * How far an activity or a development area has come. Overdue is no status: it is derived from the due
 * date and shown beside it.
 */
typedef enum
{
  BARN_STATUS_NOT_STARTED,
  BARN_STATUS_ONGOING,
  BARN_STATUS_DONE,
  BARN_STATUS_PAUSED,
  BARN_STATUS_CANCELLED,
} BarnStatus;

#define BARN_N_STATUSES 5

#define BARN_TYPE_STATUS (barn_status_get_type ())

GType        barn_status_get_type  (void) G_GNUC_CONST;

/* The word in files and JSON: not_started ongoing done paused cancelled */
const char  *barn_status_to_nick   (BarnStatus   self);
gboolean     barn_status_from_nick (const char  *nick,
                                    BarnStatus  *status);

/* The word a person sees, in the language of the desktop (Påbörjad) */
const char  *barn_status_get_label (BarnStatus   self);

/* Takes a nick, or the Swedish or English word in any case, with or without its ending (påbörjat, klar, done) */
gboolean     barn_status_from_text (const char  *text,
                                    BarnStatus  *status);

/* The name of the symbolic icon in our own resource: barn-status-ongoing-symbolic */
const char  *barn_status_get_icon  (BarnStatus   self);

/* Not started and ongoing are open: they can be overdue. Paused, cancelled and done cannot. */
gboolean     barn_status_is_open   (BarnStatus   self);

G_END_DECLS
