/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-paper.h"

G_BEGIN_DECLS

/**
 * BarnSection:
 * @id: the word in the file. Of the barnbokslut: "background", "concepts", "articles", "followup_intro", "conditions", "strengths",
 *   "challenges", "results_intro", "remains", "areas_intro"; of the other documents the document's nick stands first:
 *   "tjansteskrivelse_economy"
 * @by_article: written once an article
 * @required: without it the document is not finished
 *
 * The sections of a document that are written by hand, in the order of the document (the barnbokslut: Göteborg, barnbokslut 2024; the
 * tjänsteskrivelse: Stockholm, tjänsteutlåtande 2021). What is written is kept as #BarnSectionText of the plan of the year. Their headings
 * are wording: they come from the profile, see barn_report_dup_heading().
 */
typedef struct
{
  const char *id;
  gboolean    by_article;
  gboolean    required;
} BarnSection;

const BarnSection *barn_sections_get      (BarnPaper           paper,
                                           guint              *n_sections);
const BarnSection *barn_sections_find     (const char         *id);
BarnPaper          barn_section_get_paper (const BarnSection  *self);
guint              barn_sections_get_place (const char        *id);   /* its place among all sections; unknown ones come last */

/* The four basic principles: 2, 3, 6, 12 */
extern const guint barn_basic_articles[4];
#define BARN_N_ARTICLES 54
/* What the article is about, in a few words, in the language of the desktop; NULL: no such article */
const char        *barn_article_get_label (guint               article);

G_END_DECLS
