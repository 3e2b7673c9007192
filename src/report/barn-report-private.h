/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"
#include "barn-figures.h"
#include "barn-report.h"

G_BEGIN_DECLS

/* A numbered heading of the barnbokslut; @key as in barn_report_dup_heading() */
void  barn_report_append_heading      (BarnNode     *parent,
                                       BarnProfile  *profile,
                                       guint         year,
                                       const char   *key);

/* Text as a person typed it, as nodes: paragraphs are parted by an empty line, lines that begin with "- " are a list */
void  barn_report_append_text         (BarnNode     *parent,
                                       const char   *text);
/* One paragraph, or a list where there are several. @titles: (element-type utf8) */
void  barn_report_append_titles       (BarnNode     *parent,
                                       GPtrArray    *titles);
BarnNode *barn_report_append_header   (BarnNode     *table,
                                       ...) G_GNUC_NULL_TERMINATED;
BarnNode *barn_report_append_cell     (BarnNode     *row,
                                       const char   *text);

/* The figures in words and as tables; all numbers come from core */
char *barn_report_dup_figures         (BarnPlan     *plan,
                                       BarnProfile  *profile,
                                       BarnDay       as_of);
void  barn_report_append_by_role      (BarnNode     *parent,
                                       BarnModel    *model,
                                       BarnPlan     *plan,
                                       BarnProfile  *profile,
                                       BarnDay       as_of);
void  barn_report_append_by_shift     (BarnNode     *parent,
                                       BarnPlan     *plan,
                                       BarnProfile  *profile,
                                       BarnDay       as_of);

G_END_DECLS
