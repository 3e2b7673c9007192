/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-assessment"

#include "config.h"

#include "barn-assessment.h"

#include <glib/gi18n-lib.h>

#include "barn-item-private.h"
#include "barn-word.h"

static const BarnWord outcomes[BARN_N_OUTCOMES] = {
  [BARN_OUTCOME_MADE] = { "made", N_("Made") },
  [BARN_OUTCOME_NOT_MADE] = { "not_made", N_("Not made") },
  [BARN_OUTCOME_NOT_NEEDED] = { "not_needed", N_("Not needed") },
};

static const BarnField barn_assessment_fields[] = {
  [BARN_ASSESSMENT_PLAN] = { "plan", BARN_FIELD_REF },
  [BARN_ASSESSMENT_TITLE] = { "title", BARN_FIELD_TEXT },
  [BARN_ASSESSMENT_DAY] = { "day", BARN_FIELD_DAY },
  [BARN_ASSESSMENT_OUTCOME] = { "outcome", BARN_FIELD_TEXT },
  [BARN_ASSESSMENT_REASON] = { "reason", BARN_FIELD_TEXT },
  [BARN_ASSESSMENT_HEARD] = { "heard", BARN_FIELD_BOOL },
  [BARN_ASSESSMENT_LINK] = { "link", BARN_FIELD_TEXT },
  [BARN_ASSESSMENT_NOTE] = { "note", BARN_FIELD_TEXT },
};

BARN_DEFINE_KIND (BarnAssessment, barn_assessment, ASSESSMENT)

BARN_DEFINE_GETTER (BarnAssessment, barn_assessment, ASSESSMENT, const char *, plan, PLAN, text)
BARN_DEFINE_GETTER (BarnAssessment, barn_assessment, ASSESSMENT, const char *, title, TITLE, text)
BARN_DEFINE_GETTER (BarnAssessment, barn_assessment, ASSESSMENT, BarnDay, day, DAY, number)
BARN_DEFINE_GETTER (BarnAssessment, barn_assessment, ASSESSMENT, const char *, reason, REASON, text)
BARN_DEFINE_GETTER (BarnAssessment, barn_assessment, ASSESSMENT, gboolean, heard, HEARD, number)
BARN_DEFINE_GETTER (BarnAssessment, barn_assessment, ASSESSMENT, const char *, link, LINK, text)
BARN_DEFINE_GETTER (BarnAssessment, barn_assessment, ASSESSMENT, const char *, note, NOTE, text)

/**
 * barn_assessment_get_outcome:
 * @self: a line of the register
 *
 * Gets whether the barnkonsekvensanalys was made.
 *
 * Returns: the outcome
 */
BarnOutcome
barn_assessment_get_outcome (BarnAssessment *self)
{
  BarnOutcome outcome = BARN_OUTCOME_MADE;

  g_return_val_if_fail (BARN_IS_ASSESSMENT (self), BARN_OUTCOME_MADE);

  barn_outcome_from_nick (barn_item_get_text (BARN_ITEM (self), BARN_ASSESSMENT_OUTCOME), &outcome);

  return outcome;
}

/**
 * barn_assessment_is_known:
 * @self: a line of the register
 * @as_of: a day; %BARN_DAY_NONE: no such day
 *
 * Tells whether a line belongs in an account of how things stood on a day. What is not decided yet has no day that could keep it out.
 *
 * Returns: %TRUE if it does
 */
gboolean
barn_assessment_is_known (BarnAssessment *self,
                          BarnDay         as_of)
{
  g_return_val_if_fail (BARN_IS_ASSESSMENT (self), FALSE);

  return as_of == BARN_DAY_NONE || barn_assessment_get_day (self) <= as_of;
}

/**
 * barn_assessment_dup_uri:
 * @self: a line of the register
 *
 * Gets what the link leads to. A plan file can come from anybody, so nothing but a page on the web and a file is led to: no mail, no program, no
 * address of another kind. A path must be whole, as "/home/…".
 *
 * Returns: (transfer full) (nullable): an https or file URI; %NULL where the link is none of them
 */
char *
barn_assessment_dup_uri (BarnAssessment *self)
{
  const char *link;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (BARN_IS_ASSESSMENT (self), NULL);

  link = barn_assessment_get_link (self);
  if (g_path_is_absolute (link))
    return g_filename_to_uri (link, NULL, NULL);

  uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL)
    return NULL;
  if (g_str_equal (g_uri_get_scheme (uri), "https") && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
    return g_strdup (link);
  if (g_str_equal (g_uri_get_scheme (uri), "file") && g_path_is_absolute (g_uri_get_path (uri)) &&
      (g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' || g_str_equal (g_uri_get_host (uri), "localhost")))
    return g_strdup (link);

  return NULL;
}

/**
 * barn_outcome_to_nick:
 * @self: an outcome
 *
 * Gets the word in files and JSON.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_outcome_to_nick (BarnOutcome self)
{
  return barn_word_get_nick (outcomes, BARN_N_OUTCOMES, self);
}

/**
 * barn_outcome_from_nick:
 * @nick: (nullable): a word
 * @outcome: (out): the outcome it stands for
 *
 * Finds an outcome by its word.
 *
 * Returns: %TRUE if there is one; @outcome is untouched otherwise
 */
gboolean
barn_outcome_from_nick (const char  *nick,
                        BarnOutcome *outcome)
{
  guint value;

  g_return_val_if_fail (outcome != NULL, FALSE);

  if (!barn_word_find (outcomes, BARN_N_OUTCOMES, nick, &value))
    return FALSE;

  *outcome = (BarnOutcome) value;

  return TRUE;
}

/**
 * barn_outcome_get_label:
 * @self: an outcome
 *
 * Gets the word that a person sees, in the language of the desktop.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_outcome_get_label (BarnOutcome self)
{
  return barn_word_get_label (outcomes, BARN_N_OUTCOMES, self);
}
