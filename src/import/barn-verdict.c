/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-verdict"

#include "config.h"

#include "barn-verdict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-text.h"

/* What a document calls itself stands before this paragraph, or in a heading */
#define FRONT 12

/**
 * Kind:
 *
 * What a document can be instead. PLAN stands for what is none of the others.
 */
typedef enum
{
  KIND_PLAN,
  KIND_BARNBOKSLUT,
  KIND_OPINION,
  KIND_INTERIM_REPORT,
  KIND_REPORT,
  KIND_MINUTES,
  N_KINDS
} Kind;

/* Words that begin a heading, folded, and how much they weigh: what weighs WEIGHT_SURE or more together settles it */
#define WEIGHT_SURE 3

static const struct
{
  Kind        kind;
  guint       weight;
  const char *words;
} signs[] = {
  { KIND_PLAN, 3, "handlingsplan" },
  { KIND_PLAN, 3, "handlingsprogram" },
  { KIND_PLAN, 3, "åtgärdsplan" },
  { KIND_PLAN, 3, "aktivitetsplan" },
  { KIND_BARNBOKSLUT, 3, "barnbokslut" },
  { KIND_BARNBOKSLUT, 1, "nulägesanalys" },
  { KIND_BARNBOKSLUT, 2, "uppföljning av föregående års" },
  { KIND_OPINION, 3, "tjänsteutlåtande" },
  { KIND_OPINION, 3, "tjänsteskrivelse" },
  { KIND_OPINION, 2, "ärendet" },
  { KIND_OPINION, 2, "ärendets beredning" },
  { KIND_OPINION, 2, "förvaltningens synpunkter" },
  { KIND_OPINION, 2, "förvaltningens förslag" },
  { KIND_OPINION, 2, "förslag till beslut" },
  { KIND_OPINION, 1, "jämställdhetsanalys" },
  { KIND_INTERIM_REPORT, 3, "delredovisning" },
  { KIND_INTERIM_REPORT, 3, "delrapport" },
  { KIND_INTERIM_REPORT, 2, "genomförande och resultat" },
  { KIND_REPORT, 3, "rapport" },
  { KIND_REPORT, 3, "slutrapport" },
  { KIND_REPORT, 3, "årsredovisning" },
  { KIND_REPORT, 3, "utvärderingsrapport" },
  { KIND_REPORT, 2, "slutsatser" },
  { KIND_REPORT, 2, "slutsats" },
  { KIND_REPORT, 2, "diskussion" },
  { KIND_REPORT, 1, "resultat" },
  { KIND_REPORT, 1, "metod" },
  { KIND_REPORT, 1, "sammanfattning" },
  { KIND_MINUTES, 3, "protokoll" },
  { KIND_MINUTES, 3, "sammanträdesprotokoll" },
  { KIND_MINUTES, 3, "minnesanteckningar" },
};

/* The words of a heading without the number before them */
static char *
fold_heading (const char *text)
{
  text += strspn (text, "0123456789. ");

  return barn_fold (text);
}

static gboolean
begins_with (const char *folded,
             const char *words)
{
  gsize n = strlen (words);

  return strncmp (folded, words, n) == 0 && !g_unichar_isalpha (g_utf8_get_char (folded + n));
}

/* Each sign counts once, however often its heading comes again */
static void
weigh_heading (const char *text,
               guint       weights[N_KINDS],
               gboolean    seen[G_N_ELEMENTS (signs)])
{
  g_autofree char *folded = fold_heading (text);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (!seen[i] && begins_with (folded, signs[i].words))
      {
        seen[i] = TRUE;
        weights[signs[i].kind] += signs[i].weight;
      }
}

/* A report speaks of itself in its text */
static gboolean
speaks_of_report (const char *text)
{
  return strstr (text, " rapporten ") != NULL || strstr (text, "enna rapport ") != NULL;
}

/* A title names its kind anywhere: "Förvaltningens handlingsplan för barnrätt", "Plan för barnets rättigheter" */
static gboolean
names_plan (const char *text)
{
  g_autofree char *folded = NULL;

  if (strlen (text) > 200)
    return FALSE;
  folded = barn_fold (text);

  return strstr (folded, "handlingsplan") != NULL || strstr (folded, "åtgärdsplan") != NULL ||
         strstr (folded, "aktivitetsplan") != NULL || strstr (folded, "barnrättsplan") != NULL ||
         strstr (folded, "verksamhetsplan") != NULL || g_str_has_prefix (folded, "plan ");
}

static void
weigh (const BarnOutline *outline,
       BarnDocument      *document,
       guint              weights[N_KINDS])
{
  gboolean seen[G_N_ELEMENTS (signs)] = { FALSE };
  const char *title = barn_document_get_title (document);
  guint reports = 0;

  if (title != NULL && names_plan (title))
    weights[KIND_PLAN] += WEIGHT_SURE;
  for (guint i = 0; i < outline->paragraphs->len; i++)
    {
      const BarnFlowLine *line = barn_outline_get (outline, i);

      reports += speaks_of_report (barn_flow_line_get_text (line));
      if (line->form > BARN_MARK_NONE && line->form < BARN_MARK_DECIMAL)
        continue;
      if (!barn_outline_looks_like_heading (outline, i))
        continue;
      weigh_heading (barn_flow_line_get_text (line), weights, seen);
      if (i < FRONT && line->taken == BARN_TAKEN_TITLE && names_plan (barn_flow_line_get_text (line)))
        weights[KIND_PLAN] += WEIGHT_SURE;
    }

  if (reports > 1)
    weights[KIND_REPORT] += WEIGHT_SURE;

  /* What stands at the foot of each page names the document too */
  for (guint i = 0; i < outline->flow->lines->len; i++)
    {
      const BarnFlowLine *line = barn_flow_get (outline->flow, i);

      if (line->taken == BARN_TAKEN_FURNITURE && line->decided)
        weigh_heading (line->text, weights, seen);
    }
}

static guint
count_taken (const BarnOutline *outline,
             BarnTaken          taken)
{
  guint n = 0;

  for (guint i = 0; i < outline->paragraphs->len; i++)
    n += barn_outline_get (outline, i)->taken == taken;

  return n;
}

/* What else of a plan there is beside activities */
static guint
count_parts (const BarnOutline *outline)
{
  static const BarnPart parts[] = { BARN_PART_SHIFTS, BARN_PART_LONG_TERM, BARN_PART_DIRECTION, BARN_PART_STRATEGY };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    n += barn_outline_has_part (outline, parts[i]);

  return n;
}

static Kind
find_other_kind (const guint weights[N_KINDS])
{
  Kind kind = KIND_PLAN;

  for (Kind i = KIND_BARNBOKSLUT; i < N_KINDS; i++)
    if (weights[i] >= WEIGHT_SURE && (kind == KIND_PLAN || weights[i] > weights[kind]))
      kind = i;

  return kind;
}

static const char *
get_sentence (Kind     kind,
              gboolean activities)
{
  switch (kind)
    {
    case KIND_BARNBOKSLUT:
      return _("This looks like a barnbokslut, not a handlingsplan: its headings are those of an account of the year. "
               "Choose the handlingsplan of the year instead.");
    case KIND_OPINION:
      return _("This looks like a paper to a nämnd (tjänsteutlåtande), not a handlingsplan: it tells of a matter and how it was prepared. "
               "If the plan is its appendix, choose that document.");
    case KIND_INTERIM_REPORT:
      return _("This looks like an interim report (delredovisning), not a handlingsplan: it tells what was done, not what is to be done.");
    case KIND_REPORT:
      return _("This looks like a report, not a handlingsplan: it tells what was done or found, not what is to be done.");
    case KIND_MINUTES:
      return _("This looks like the minutes of a meeting, not a handlingsplan. Choose the document with the plan itself.");
    case KIND_PLAN:
    case N_KINDS:
    default:
      break;
    }
  if (activities)
    return _("There are lists in this document that could be activities, but nothing else in it is that of a handlingsplan: "
             "no title that says so, no roles, no shifts.");

  return _("No handlingsplan was found in this document: there is no part about activities (aktiviteter, åtgärder or insatser), and there "
           "are no roles with activities below them.");
}

/**
 * barn_verdict_check:
 * @outline: a document whose paragraphs were recognised
 * @document: the document
 * @error: return location for an error
 *
 * Decides whether a document is a handlingsplan at all. There must be activities, and either it calls itself a plan, or it has other
 * parts of one and does not look like something else.
 *
 * Returns: whether it is; @error is %BARN_IMPORT_ERROR_NO_PLAN and says what it looks like where it is not
 */
gboolean
barn_verdict_check (const BarnOutline  *outline,
                    BarnDocument       *document,
                    GError            **error)
{
  guint weights[N_KINDS] = { 0 };
  guint activities = count_taken (outline, BARN_TAKEN_ACTIVITY);
  guint roles = count_taken (outline, BARN_TAKEN_ROLE);
  Kind other;

  weigh (outline, document, weights);
  other = find_other_kind (weights);
  if (activities > 0 && weights[KIND_PLAN] >= WEIGHT_SURE && weights[KIND_PLAN] >= weights[other])
    return TRUE;
  if (activities > 1 && other == KIND_PLAN && (roles > 1 || count_parts (outline) > 0))
    return TRUE;

  g_set_error_literal (error, BARN_IMPORT_ERROR, BARN_IMPORT_ERROR_NO_PLAN, get_sentence (other, activities > 0));

  return FALSE;
}
