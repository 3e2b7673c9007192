/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-sections"

#include "config.h"

#include "barn-sections.h"

#include <glib/gi18n-lib.h>

const guint barn_basic_articles[4] = { 2, 3, 6, 12 };

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
};

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
 * @n_sections: (out) (optional): how many
 *
 * Gets the sections of a barnbokslut that are written by hand, in the order of the document.
 *
 * Returns: (array length=n_sections) (transfer none): the sections
 */
const BarnSection *
barn_sections_get (guint *n_sections)
{
  if (n_sections != NULL)
    *n_sections = G_N_ELEMENTS (sections);

  return sections;
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
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (g_strcmp0 (sections[i].id, id) == 0)
        return &sections[i];
    }

  return NULL;
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
