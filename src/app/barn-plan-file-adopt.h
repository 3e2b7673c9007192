/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-comparison.h"
#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnAdoption:
 * @paper: which kind of document
 * @year: of the plan
 * @format: how its file is kept
 * @as_of: the day whose figures it tells; %BARN_DAY_NONE: that of the decision
 * @adopted_on: the day of the decision, which is not one to come
 * @instance: who decided: Socialnämnden
 * @decision: (nullable): the paragraph: § 12
 * @registry_number: (nullable): diarienummer
 *
 * What is to be said when a document is adopted.
 */
typedef struct
{
  BarnPaper   paper;
  guint       year;
  BarnFormat  format;
  BarnDay     as_of;
  BarnDay     adopted_on;
  const char *instance;
  const char *decision;
  const char *registry_number;
} BarnAdoption;

/* The longest that an instance, a paragraph or a number may be, in characters */
#define BARN_ADOPTION_LONGEST 200

/* Fastställ: the document as an export of this moment makes it is kept byte for byte, with its SHA-256, in one change. @profile: (nullable).
   (transfer none) */
void         barn_plan_file_adopt_async   (BarnPlanFile         *self,
                                           const BarnAdoption   *adoption,
                                           BarnProfile          *profile,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
BarnAdopted *barn_plan_file_adopt_finish  (BarnPlanFile         *self,
                                           GAsyncResult         *result,
                                           GError              **error);
BarnAdopted *barn_plan_file_adopt         (BarnPlanFile         *self,
                                           const BarnAdoption   *adoption,
                                           BarnProfile          *profile,
                                           GCancellable         *cancellable,
                                           GError              **error);
/* Whether it may be said so, before anything is made; FALSE with a sentence */
gboolean     barn_adoption_check          (const BarnAdoption   *self,
                                           GError              **error);
/* What was said of it is put right; its bytes stay */
gboolean     barn_plan_file_correct_adopted (BarnPlanFile       *self,
                                           BarnAdopted          *adopted,
                                           BarnDay               adopted_on,
                                           const char           *instance,
                                           const char           *decision,
                                           const char           *registry_number,
                                           GError              **error);

/* DOCUMENT on the command line: an id, or the beginning of a SHA-256 that fits exactly one. (transfer none) */
BarnAdopted *barn_plan_file_find_adopted  (BarnPlanFile         *self,
                                           const char           *text,
                                           GError              **error);

/* Byte for byte, or not at all: BARN_PLAN_FILE_ERROR_DAMAGED where they are not those that were adopted. (transfer full) */
GBytes      *barn_plan_file_read_adopted  (BarnPlanFile         *self,
                                           BarnAdopted          *adopted,
                                           GError              **error);
gboolean     barn_plan_file_save_adopted  (BarnPlanFile         *self,
                                           BarnAdopted          *adopted,
                                           GFile                *output,
                                           GCancellable         *cancellable,
                                           GError              **error);
/* Its file for another program to show: write-protected, under the user's cache folder. (transfer full) */
GFile       *barn_plan_file_show_adopted  (BarnPlanFile         *self,
                                           BarnAdopted          *adopted,
                                           GError              **error);
/* How its file is called: "Barnbokslut 2026.docx"; (transfer full) */
char        *barn_adopted_dup_file_name   (BarnAdopted          *adopted);
/* "Barnbokslut": what kind of document it is, in the language of the desktop. (transfer none) */
const char  *barn_adopted_get_paper_label (BarnAdopted          *adopted);

/* What became of each paragraph from @before to @after, which are of the same kind: (element-type BarnComparedBlock) (transfer full) */
GPtrArray   *barn_plan_file_compare_adopted (BarnPlanFile       *self,
                                           BarnAdopted          *before,
                                           BarnAdopted          *after,
                                           GCancellable         *cancellable,
                                           GError              **error);
void         barn_plan_file_compare_adopted_async (BarnPlanFile *self,
                                           BarnAdopted          *before,
                                           BarnAdopted          *after,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray   *barn_plan_file_compare_adopted_finish (BarnPlanFile *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
