/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-figures.h"
#include "barn-report.h"

/* A small year: one activity under two roles, one overdue, one told, and last year's area */
typedef struct
{
  BarnModel *model;
  BarnPlan  *plan;
  BarnDay    as_of;
} Fixture;

void  fixture_set_up    (Fixture       *self,
                         gconstpointer  data);
void  fixture_tear_down (Fixture       *self,
                         gconstpointer  data);

/* One item more among those that are to be merged */
BarnItem *add_item      (GPtrArray     *items,
                         BarnKind       kind,
                         const char    *id,
                         const char    *first,
                         ...) G_GNUC_NULL_TERMINATED;
/* What somebody wrote in a section of the plan "p" */
void  put_section       (Fixture       *self,
                         const char    *section,
                         const char    *body);

/* A document as lines: "2 2.1 Heading", "p text", "l text", "f a figure's text", "| cell | cell |" */
char *dump_document     (BarnDocument  *document);
char *dump_paper        (Fixture       *self,
                         BarnPaper      paper,
                         BarnDay        as_of);
guint count             (const char    *text,
                         const char    *part);

#define assert_has(text, part) \
  G_STMT_START { if (strstr (text, part) == NULL) g_error ("“%s” is not in:\n%s", part, text); } G_STMT_END
#define assert_lacks(text, part) \
  G_STMT_START { if (strstr (text, part) != NULL) g_error ("“%s” is in:\n%s", part, text); } G_STMT_END
