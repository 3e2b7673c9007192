/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"
#include "barn-figures.h"
#include "barn-report.h"
#include "barn-sections.h"

G_BEGIN_DECLS

/**
 * BarnReport:
 * @group: the group of the profile that words the document: its nick
 * @body: where the next part goes
 *
 * What a builder carries with it through a document.
 */
typedef struct
{
  BarnModel   *model;
  BarnPlan    *plan;
  BarnProfile *profile;
  BarnDay      as_of;
  const char  *group;
  BarnNode    *body;
  char        *year;
  char        *last_year;
  char        *next_year;
  char        *date;
} BarnReport;

/**
 * BarnReportPart:
 * @name: the word in the profile's list of parts
 * @append: puts the part last in the document
 *
 * A part of a kind of document. The profile says which there are and in which order.
 */
typedef struct
{
  const char *name;
  void      (*append) (BarnReport *self);
} BarnReportPart;

/* Ended by an empty one; in the order of a profile that says none */
extern const BarnReportPart barn_report_handlingsplan[];
extern const BarnReportPart barn_report_barnbokslut[];
extern const BarnReportPart barn_report_lagesrapport[];
extern const BarnReportPart barn_report_halvarsrapport[];
extern const BarnReportPart barn_report_tjansteskrivelse[];
extern const BarnReportPart barn_report_barnversion[];

/* Words of the profile, with what every document knows filled in */
char     *barn_report_fill            (BarnReport  *self,
                                       const char  *group,
                                       const char  *key);
char     *barn_report_dup_count       (BarnReport  *self,
                                       const char  *one,
                                       const char  *many,
                                       guint        n);

/* The names of an activity's roles as the profile has them, in the roles' order: "Chefer, Medarbetare" */
char     *barn_report_dup_roles       (BarnReport   *self,
                                       BarnActivity *activity);
/* The last that was said of an activity, which need not be in its last follow-up; "" */
char     *barn_report_dup_last_comment (BarnReport   *self,
                                       BarnActivity *activity);

/* Nodes, put last in the body */
BarnNode *barn_report_append_heading  (BarnReport  *self,
                                       guint        level,
                                       const char  *key,
                                       const char  *id);
/* A heading of the barnbokslut; @key as in barn_report_dup_heading() */
void      barn_report_append_outlined (BarnReport  *self,
                                       const char  *key);
void      barn_report_append_paragraph (BarnReport *self,
                                       const char  *text);
void      barn_report_append_filled   (BarnReport  *self,
                                       const char  *key);
gboolean  barn_report_append_section  (BarnReport  *self,
                                       const char  *section,
                                       guint        article);
/* The same on a document that is to stay short: the beginning, and the words of @more where that is not all. @most: letters */
void      barn_report_append_section_beginning (BarnReport *self,
                                       const char  *section,
                                       guint        most,
                                       const char  *more);
BarnNode *barn_report_append_table    (BarnReport  *self,
                                       const char  *caption,
                                       const guint *widths,
                                       guint        n_columns,
                                       const char  *const *columns);
/* What was said of the activities, by shift: headings from @level */
void      barn_report_append_told     (BarnReport  *self,
                                       guint        level);
/* Under the title: whose it is, to whom it goes, its number in the register, and until when its figures hold */
void      barn_report_append_front    (BarnReport  *self);
void      barn_report_append_front_with (BarnReport *self,
                                       const char  *officer);

/* Text as a person typed it, as nodes: paragraphs are parted by an empty line, lines that begin with "- " are a list */
void      barn_report_append_text     (BarnNode    *parent,
                                       const char  *text);
/* The beginning of a title on one line, up to the end of a word; "…" where that is not all. @most: letters */
char     *barn_report_dup_beginning   (const char  *text,
                                       glong        most);
/* What stands behind the sign of an item: "- ", "2. " */
const char *barn_report_skip_label    (const char  *line);
/* One paragraph, or a list where there are several. @titles: (element-type utf8) */
void      barn_report_append_titles   (BarnNode    *parent,
                                       GPtrArray   *titles);
BarnNode *barn_report_append_header   (BarnNode    *table,
                                       ...) G_GNUC_NULL_TERMINATED;
BarnNode *barn_report_append_cell     (BarnNode    *row,
                                       const char  *text);

/* The figures in words and as tables; all numbers come from core */
char     *barn_report_dup_figures     (BarnPlan    *plan,
                                       BarnProfile *profile,
                                       BarnDay      as_of);
char     *barn_report_dup_statuses    (const BarnTally *tally,
                                       BarnProfile *profile); /* "påbörjad 1 och genomförd 2" */
void      barn_report_append_by_role  (BarnReport  *self);
void      barn_report_append_by_shift (BarnReport  *self);
void      barn_report_append_bars     (BarnReport  *self);
/* How many are done, on their way and left, in large numbers; @text: says the same */
void      barn_report_append_counts   (BarnReport  *self,
                                       const char  *text);
void      barn_report_append_curve    (BarnReport  *self);
/* The årshjul as it is on @day */
void      barn_report_append_wheel    (BarnReport  *self,
                                       BarnDay      day);
/* The place of a table of contents */
void      barn_report_append_contents (BarnReport  *self);

G_END_DECLS
