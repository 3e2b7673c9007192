/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-status"

#include "config.h"

#include "barn-status.h"

#include <glib/gi18n-lib.h>

#include "barn-text.h"

typedef struct
{
  const char *text;
  BarnStatus  status;
} StatusWord;

static const GEnumValue values[] = {
  { BARN_STATUS_NOT_STARTED, "BARN_STATUS_NOT_STARTED", "not_started" },
  { BARN_STATUS_ONGOING, "BARN_STATUS_ONGOING", "ongoing" },
  { BARN_STATUS_DONE, "BARN_STATUS_DONE", "done" },
  { BARN_STATUS_PAUSED, "BARN_STATUS_PAUSED", "paused" },
  { BARN_STATUS_CANCELLED, "BARN_STATUS_CANCELLED", "cancelled" },
  { 0, NULL, NULL },
};

static const char *const labels[] = {
  [BARN_STATUS_NOT_STARTED] = N_("Not started"),
  [BARN_STATUS_ONGOING] = N_("Ongoing"),
  [BARN_STATUS_DONE] = N_("Done"),
  [BARN_STATUS_PAUSED] = N_("Paused"),
  [BARN_STATUS_CANCELLED] = N_("Cancelled"),
};

static const char *const icons[] = {
  [BARN_STATUS_NOT_STARTED] = "barn-status-not-started-symbolic",
  [BARN_STATUS_ONGOING] = "barn-status-ongoing-symbolic",
  [BARN_STATUS_DONE] = "barn-status-done-symbolic",
  [BARN_STATUS_PAUSED] = "barn-status-paused-symbolic",
  [BARN_STATUS_CANCELLED] = "barn-status-cancelled-symbolic",
};

G_STATIC_ASSERT (G_N_ELEMENTS (values) == BARN_N_STATUSES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (labels) == BARN_N_STATUSES);
G_STATIC_ASSERT (G_N_ELEMENTS (icons) == BARN_N_STATUSES);

/* As people write them in plans and tables, folded. Swedish bends the word after what it stands by: en, ett, flera. */
static const StatusWord words[] = {
  { "not started", BARN_STATUS_NOT_STARTED },
  { "ej påbörjad", BARN_STATUS_NOT_STARTED },
  { "ej påbörjat", BARN_STATUS_NOT_STARTED },
  { "ej påbörjade", BARN_STATUS_NOT_STARTED },
  { "inte påbörjad", BARN_STATUS_NOT_STARTED },
  { "inte påbörjat", BARN_STATUS_NOT_STARTED },
  { "inte påbörjade", BARN_STATUS_NOT_STARTED },
  { "ej startad", BARN_STATUS_NOT_STARTED },
  { "ej startat", BARN_STATUS_NOT_STARTED },
  { "ongoing", BARN_STATUS_ONGOING },
  { "started", BARN_STATUS_ONGOING },
  { "in progress", BARN_STATUS_ONGOING },
  { "påbörjad", BARN_STATUS_ONGOING },
  { "påbörjat", BARN_STATUS_ONGOING },
  { "påbörjade", BARN_STATUS_ONGOING },
  { "pågår", BARN_STATUS_ONGOING },
  { "pågående", BARN_STATUS_ONGOING },
  { "startad", BARN_STATUS_ONGOING },
  { "startat", BARN_STATUS_ONGOING },
  { "done", BARN_STATUS_DONE },
  { "completed", BARN_STATUS_DONE },
  { "finished", BARN_STATUS_DONE },
  { "genomförd", BARN_STATUS_DONE },
  { "genomfört", BARN_STATUS_DONE },
  { "genomförda", BARN_STATUS_DONE },
  { "klar", BARN_STATUS_DONE },
  { "klart", BARN_STATUS_DONE },
  { "klara", BARN_STATUS_DONE },
  { "färdig", BARN_STATUS_DONE },
  { "färdigt", BARN_STATUS_DONE },
  { "avslutad", BARN_STATUS_DONE },
  { "avslutat", BARN_STATUS_DONE },
  { "avslutade", BARN_STATUS_DONE },
  { "slutförd", BARN_STATUS_DONE },
  { "slutfört", BARN_STATUS_DONE },
  { "slutförda", BARN_STATUS_DONE },
  { "paused", BARN_STATUS_PAUSED },
  { "on hold", BARN_STATUS_PAUSED },
  { "pausad", BARN_STATUS_PAUSED },
  { "pausat", BARN_STATUS_PAUSED },
  { "pausade", BARN_STATUS_PAUSED },
  { "vilande", BARN_STATUS_PAUSED },
  { "cancelled", BARN_STATUS_CANCELLED },
  { "canceled", BARN_STATUS_CANCELLED },
  { "utgår", BARN_STATUS_CANCELLED },
  { "utgått", BARN_STATUS_CANCELLED },
  { "utgången", BARN_STATUS_CANCELLED },
  { "struken", BARN_STATUS_CANCELLED },
  { "struket", BARN_STATUS_CANCELLED },
  { "inställd", BARN_STATUS_CANCELLED },
  { "inställt", BARN_STATUS_CANCELLED },
  { "avbruten", BARN_STATUS_CANCELLED },
  { "avbrutet", BARN_STATUS_CANCELLED },
  { "ej aktuell", BARN_STATUS_CANCELLED },
  { "ej aktuellt", BARN_STATUS_CANCELLED },
};

GType
barn_status_get_type (void)
{
  static gsize type_id;

  if (g_once_init_enter (&type_id))
    g_once_init_leave (&type_id, g_enum_register_static ("BarnStatus", values));

  return type_id;
}

/**
 * barn_status_to_nick:
 * @self: a status
 *
 * Gets the word that stands for @self in files and JSON.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_status_to_nick (BarnStatus self)
{
  g_return_val_if_fail ((guint) self < BARN_N_STATUSES, NULL);

  return values[self].value_nick;
}

/**
 * barn_status_from_nick:
 * @nick: (nullable): a word
 * @status: (out): the status it stands for
 *
 * Finds the status that @nick stands for, to the letter.
 *
 * Returns: %TRUE if there is one; @status is untouched otherwise
 */
gboolean
barn_status_from_nick (const char *nick,
                       BarnStatus *status)
{
  g_return_val_if_fail (status != NULL, FALSE);

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      if (g_strcmp0 (nick, values[i].value_nick) == 0)
        {
          *status = (BarnStatus) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * barn_status_get_label:
 * @self: a status
 *
 * Gets the word that a person sees, in the language of the desktop.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_status_get_label (BarnStatus self)
{
  g_return_val_if_fail ((guint) self < BARN_N_STATUSES, NULL);

  return _(labels[self]);
}

/**
 * barn_status_from_text:
 * @text: (nullable): what somebody wrote
 * @status: (out): the status it means
 *
 * Finds the status that a person means: a nick, the label in the language of the desktop, or a Swedish or English
 * word for it in any case and with any ending.
 *
 * Returns: %TRUE if there is one; @status is untouched otherwise
 */
gboolean
barn_status_from_text (const char *text,
                       BarnStatus *status)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (status != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  folded = barn_fold (text);
  if (barn_status_from_nick (folded, status))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (folded, words[i].text) == 0)
        {
          *status = words[i].status;
          return TRUE;
        }
    }

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      g_autofree char *label = barn_fold (_(labels[i]));

      if (strcmp (folded, label) == 0)
        {
          *status = (BarnStatus) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * barn_status_get_icon:
 * @self: a status
 *
 * Gets the name of the symbolic icon that stands beside the word.
 *
 * Returns: (transfer none): the name
 */
const char *
barn_status_get_icon (BarnStatus self)
{
  g_return_val_if_fail ((guint) self < BARN_N_STATUSES, NULL);

  return icons[self];
}

/**
 * barn_status_is_open:
 * @self: a status
 *
 * Tells whether something of this status still waits to be done, so that it can be overdue.
 *
 * Returns: %TRUE for not started and ongoing
 */
gboolean
barn_status_is_open (BarnStatus self)
{
  return self == BARN_STATUS_NOT_STARTED || self == BARN_STATUS_ONGOING;
}
