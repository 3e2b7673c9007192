/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BarnPaper:
 * @BARN_PAPER_HANDLINGSPLAN: the plan of a year
 * @BARN_PAPER_BARNBOKSLUT: the account of it to the nämnd
 * @BARN_PAPER_LAGESRAPPORT: one page to förvaltningens ledning on how far the work has come
 * @BARN_PAPER_HALVARSRAPPORT: half-yearly report to the nämnd
 * @BARN_PAPER_TJANSTESKRIVELSE: the matter in which the barnbokslut reaches the nämnd, with what it is asked to decide
 * @BARN_PAPER_BARNVERSION: the barnbokslut as children can read it
 *
 * The kinds of documents that are made of a plan file.
 */
typedef enum
{
  BARN_PAPER_HANDLINGSPLAN,
  BARN_PAPER_BARNBOKSLUT,
  BARN_PAPER_LAGESRAPPORT,
  BARN_PAPER_HALVARSRAPPORT,
  BARN_PAPER_TJANSTESKRIVELSE,
  BARN_PAPER_BARNVERSION,
} BarnPaper;

#define BARN_N_PAPERS 6

/* The word on the command line and of its group in a profile: handlingsplan barnbokslut lagesrapport halvarsrapport tjansteskrivelse
   barnversion */
const char *barn_paper_to_nick   (BarnPaper   self);
gboolean    barn_paper_from_nick (const char *nick,
                                  BarnPaper  *paper);

/* What a person calls it, and what it is for in a sentence, in the language of the desktop */
const char *barn_paper_get_label (BarnPaper   self);
const char *barn_paper_get_purpose (BarnPaper self);

G_END_DECLS
