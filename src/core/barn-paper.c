/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-paper"

#include "config.h"

#include "barn-paper.h"

#include <glib/gi18n-lib.h>

static const char *const nicks[] = {
  [BARN_PAPER_HANDLINGSPLAN] = "handlingsplan",
  [BARN_PAPER_BARNBOKSLUT] = "barnbokslut",
  [BARN_PAPER_LAGESRAPPORT] = "lagesrapport",
  [BARN_PAPER_HALVARSRAPPORT] = "halvarsrapport",
  [BARN_PAPER_TJANSTESKRIVELSE] = "tjansteskrivelse",
  [BARN_PAPER_BARNVERSION] = "barnversion",
};

static const char *const labels[] = {
  [BARN_PAPER_HANDLINGSPLAN] = N_("Plan of the year"),
  [BARN_PAPER_BARNBOKSLUT] = N_("Barnbokslut"),
  [BARN_PAPER_LAGESRAPPORT] = N_("Progress report"),
  [BARN_PAPER_HALVARSRAPPORT] = N_("Half-yearly report"),
  [BARN_PAPER_TJANSTESKRIVELSE] = N_("Official letter to the nämnd"),
  [BARN_PAPER_BARNVERSION] = N_("The barnbokslut for children"),
};

static const char *const purposes[] = {
  [BARN_PAPER_HANDLINGSPLAN] = N_("What shall be done this year, for the nämnd to adopt"),
  [BARN_PAPER_BARNBOKSLUT] = N_("How the year went and what must become better, for the nämnd"),
  [BARN_PAPER_LAGESRAPPORT] = N_("One page on how far the work has come, for the management"),
  [BARN_PAPER_HALVARSRAPPORT] = N_("What has been done half-way through the year, for the nämnd"),
  [BARN_PAPER_TJANSTESKRIVELSE] = N_("Goes with the barnbokslut: what the nämnd is asked to decide"),
  [BARN_PAPER_BARNVERSION] = N_("What the adults promised and did, in words for children"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == BARN_N_PAPERS);
G_STATIC_ASSERT (G_N_ELEMENTS (labels) == BARN_N_PAPERS);
G_STATIC_ASSERT (G_N_ELEMENTS (purposes) == BARN_N_PAPERS);

/**
 * barn_paper_to_nick:
 * @self: a kind of document
 *
 * Gets its word on the command line and in profiles.
 *
 * Returns: (transfer none): the word, in ASCII
 */
const char *
barn_paper_to_nick (BarnPaper self)
{
  g_return_val_if_fail ((guint) self < BARN_N_PAPERS, NULL);

  return nicks[self];
}

/**
 * barn_paper_from_nick:
 * @nick: (nullable): a word
 * @paper: (out): the kind of document it stands for
 *
 * Finds a kind of document by its word.
 *
 * Returns: %TRUE if there is one; @paper is untouched otherwise
 */
gboolean
barn_paper_from_nick (const char *nick,
                      BarnPaper  *paper)
{
  g_return_val_if_fail (paper != NULL, FALSE);

  for (guint i = 0; i < BARN_N_PAPERS; i++)
    {
      if (g_strcmp0 (nick, nicks[i]) == 0)
        {
          *paper = (BarnPaper) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * barn_paper_get_label:
 * @self: a kind of document
 *
 * Gets what a person calls it, in the language of the desktop.
 *
 * Returns: (transfer none): the words
 */
const char *
barn_paper_get_label (BarnPaper self)
{
  g_return_val_if_fail ((guint) self < BARN_N_PAPERS, NULL);

  return _(labels[self]);
}

/**
 * barn_paper_get_purpose:
 * @self: a kind of document
 *
 * Gets what it is for and for whom, in the language of the desktop.
 *
 * Returns: (transfer none): a sentence without its full stop
 */
const char *
barn_paper_get_purpose (BarnPaper self)
{
  g_return_val_if_fail ((guint) self < BARN_N_PAPERS, NULL);

  return _(purposes[self]);
}
