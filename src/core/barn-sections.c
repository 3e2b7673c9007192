/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-sections"

#include "config.h"

#include "barn-sections.h"

#include <glib/gi18n-lib.h>

const guint barn_basic_articles[4] = { 2, 3, 6, 12 };

/* Those of a document stand together, in the order of #BarnPaper */
static const BarnSection sections[] = {
  { "background", FALSE, TRUE },
  { "concepts", FALSE, FALSE },
  { "articles", FALSE, FALSE },
  { "followup_intro", FALSE, FALSE },
  { "conditions", FALSE, TRUE },
  { "strengths", TRUE, TRUE },
  { "challenges", TRUE, TRUE },
  { "results_intro", FALSE, FALSE },
  { "remains", FALSE, TRUE },
  { "areas_intro", FALSE, FALSE },

  { "lagesrapport_comment", FALSE, FALSE },

  { "halvarsrapport_summary", FALSE, FALSE },
  { "halvarsrapport_ahead", FALSE, FALSE },

  { "tjansteskrivelse_officer", FALSE, TRUE },
  { "tjansteskrivelse_proposal", FALSE, FALSE },
  { "tjansteskrivelse_summary", FALSE, FALSE },
  { "tjansteskrivelse_matter", FALSE, FALSE },
  { "tjansteskrivelse_best_interests", FALSE, FALSE },
  { "tjansteskrivelse_equality", FALSE, TRUE },
  { "tjansteskrivelse_economy", FALSE, TRUE },
  { "tjansteskrivelse_assessment", FALSE, TRUE },
  { "tjansteskrivelse_attachments", FALSE, FALSE },
  { "tjansteskrivelse_recipients", FALSE, TRUE },

  { "barnversion_promised", FALSE, FALSE },
  { "barnversion_done", FALSE, FALSE },
  { "barnversion_left", FALSE, FALSE },
  { "barnversion_say", FALSE, TRUE },
};

/* How many of them each document has */
static const guint n_of_papers[] = {
  [BARN_PAPER_HANDLINGSPLAN] = 0,
  [BARN_PAPER_BARNBOKSLUT] = 10,
  [BARN_PAPER_LAGESRAPPORT] = 1,
  [BARN_PAPER_HALVARSRAPPORT] = 2,
  [BARN_PAPER_TJANSTESKRIVELSE] = 10,
  [BARN_PAPER_BARNVERSION] = 4,
};

G_STATIC_ASSERT (G_N_ELEMENTS (n_of_papers) == BARN_N_PAPERS);

/* What each article is about, in words of our own and no more than fit beside its number */
static const char *const article_labels[BARN_N_ARTICLES] = {
  N_("Who is a child"),
  N_("No child may be discriminated against"),
  N_("The best interests of the child"),
  N_("The state makes the rights real"),
  N_("Guidance by parents and family"),
  N_("Right to life and development"),
  N_("Name, nationality and knowing one's parents"),
  N_("Keeping one's identity"),
  N_("Not to be parted from parents"),
  N_("Reuniting families across borders"),
  N_("Protection from unlawful abduction abroad"),
  N_("To be heard and taken seriously"),
  N_("Freedom of expression and information"),
  N_("Freedom of thought and religion"),
  N_("Freedom to meet and associate"),
  N_("Right to privacy"),
  N_("Good information from the media"),
  N_("Both parents share the responsibility"),
  N_("Protection from violence and neglect"),
  N_("Children who can't live at home"),
  N_("Adoption for the child's own good"),
  N_("Children who seek refuge"),
  N_("Children with disabilities"),
  N_("Health and health care"),
  N_("Regular review of care and placement"),
  N_("Social security"),
  N_("A decent standard of living"),
  N_("Right to education"),
  N_("What education is to give"),
  N_("Children of minorities and indigenous peoples"),
  N_("Rest, play, leisure and culture"),
  N_("Protection from harmful work"),
  N_("Protection from drugs"),
  N_("Protection from sexual exploitation"),
  N_("Protection from trafficking and sale"),
  N_("Protection from all other exploitation"),
  N_("No torture; children deprived of liberty"),
  N_("Children in war and armed conflict"),
  N_("Rehabilitation after harm"),
  N_("Children suspected of crime"),
  N_("Better national rules come first"),
  N_("Making the convention known"),
  N_("The UN committee and its tasks"),
  N_("Reports from states to the committee"),
  N_("International cooperation and expert help"),
  N_("Signing the convention"),
  N_("Ratifying the convention"),
  N_("Joining the convention later"),
  N_("When the convention comes into force"),
  N_("Changing the convention"),
  N_("Reservations by states"),
  N_("Leaving the convention"),
  N_("Where the convention is kept"),
  N_("Languages of the original texts"),
};

/**
 * barn_sections_get:
 * @paper: a kind of document
 * @n_sections: (out) (optional): how many
 *
 * Gets the sections of a document that are written by hand, in the order of the document.
 *
 * Returns: (array length=n_sections) (transfer none): the sections
 */
const BarnSection *
barn_sections_get (BarnPaper  paper,
                   guint     *n_sections)
{
  guint first = 0;

  g_return_val_if_fail ((guint) paper < BARN_N_PAPERS, NULL);

  for (guint i = 0; i < (guint) paper; i++)
    first += n_of_papers[i];

  if (n_sections != NULL)
    *n_sections = n_of_papers[paper];

  return sections + first;
}

/**
 * barn_sections_get_place:
 * @id: the word of a section
 *
 * Gets what texts of sections are ordered by.
 *
 * Returns: its place among the sections of all documents; the number of sections where there is none of that word
 */
guint
barn_sections_get_place (const char *id)
{
  guint place = 0;

  while (place < G_N_ELEMENTS (sections) && g_strcmp0 (sections[place].id, id) != 0)
    place++;

  return place;
}

/**
 * barn_sections_find:
 * @id: (nullable): the word of a section
 *
 * Finds a section.
 *
 * Returns: (transfer none) (nullable): the section; %NULL: there is none of that word
 */
const BarnSection *
barn_sections_find (const char *id)
{
  guint place = barn_sections_get_place (id);

  return place < G_N_ELEMENTS (sections) ? &sections[place] : NULL;
}

/**
 * barn_section_get_paper:
 * @self: a section that barn_sections_get() or barn_sections_find() gave
 *
 * Gets the kind of document that it belongs to.
 *
 * Returns: the kind of document
 */
BarnPaper
barn_section_get_paper (const BarnSection *self)
{
  guint paper = 0;
  gsize last;

  g_return_val_if_fail (self >= sections && self < sections + G_N_ELEMENTS (sections), BARN_PAPER_BARNBOKSLUT);

  for (last = n_of_papers[0]; (gsize) (self - sections) >= last; last += n_of_papers[paper])
    paper++;

  return (BarnPaper) paper;
}

/**
 * barn_article_get_label:
 * @article: the number of an article of the Convention on the Rights of the Child
 *
 * Gets what the article is about, in a few words, in the language of the desktop.
 *
 * Returns: (transfer none) (nullable): the words; %NULL: there is no such article
 */
const char *
barn_article_get_label (guint article)
{
  if (article < 1 || article > BARN_N_ARTICLES)
    return NULL;

  return _(article_labels[article - 1]);
}
