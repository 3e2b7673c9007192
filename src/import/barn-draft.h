/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document.h"
#include "barn-model.h"

G_BEGIN_DECLS

#define BARN_IMPORT_ERROR (barn_import_error_quark ())

/**
 * BarnImportError:
 * @BARN_IMPORT_ERROR_NO_PLAN: a sound document in which there is no handlingsplan
 */
typedef enum
{
  BARN_IMPORT_ERROR_NO_PLAN,
} BarnImportError;

GQuark barn_import_error_quark (void);

/**
 * BarnTaken:
 *
 * What a line of a document was taken for. Kept lines become part of the plan, joined ones continue the line before, dropped ones
 * are not stored.
 */
typedef enum
{
  /* kept */
  BARN_TAKEN_TITLE,
  BARN_TAKEN_BACKGROUND,
  BARN_TAKEN_DIRECTION,
  BARN_TAKEN_DIRECTION_ARTICLE,
  BARN_TAKEN_STRATEGY,
  BARN_TAKEN_STRATEGY_PART,   /* the heading of a part of the strategy */
  BARN_TAKEN_SHIFT,
  BARN_TAKEN_PURPOSE,         /* of the shift before it */
  BARN_TAKEN_ROLE,
  BARN_TAKEN_ACTIVITY,        /* of the role before it */
  BARN_TAKEN_DESCRIPTION,     /* of the activity before it */
  BARN_TAKEN_LONG_TERM,
  BARN_TAKEN_APPROVAL,
  /* joined */
  BARN_TAKEN_CONTINUATION,
  /* dropped */
  BARN_TAKEN_HEADING,         /* says what follows; is not stored itself */
  BARN_TAKEN_FURNITURE,       /* page heads and feet */
  BARN_TAKEN_NOTHING,         /* nothing that a plan has */
} BarnTaken;

#define BARN_N_TAKEN 17

#define BARN_TYPE_TAKEN (barn_taken_get_type ())
GType       barn_taken_get_type   (void) G_GNUC_CONST;
const char *barn_taken_to_nick    (BarnTaken self);   /* "shift", "long_term": for --dry-run */
const char *barn_taken_get_label  (BarnTaken self);   /* "Förflyttning", in the language of the desktop */

/**
 * BarnFate:
 *
 * What becomes of a line.
 */
typedef enum
{
  BARN_FATE_KEPT,
  BARN_FATE_JOINED,
  BARN_FATE_DROPPED,
} BarnFate;

BarnFate    barn_taken_get_fate   (BarnTaken self);
const char *barn_fate_get_label   (BarnFate  self);

/**
 * BarnDraftLine:
 *
 * A line or paragraph of the document, and what it was taken for. Properties: text, label (what stood before it: "•", "2."), taken, fate,
 * reason (a sentence in the language of the desktop: why), corrected (a person chose it), heading-level (0: none), number (its place, from 1).
 */
#define BARN_TYPE_DRAFT_LINE (barn_draft_line_get_type ())
G_DECLARE_FINAL_TYPE (BarnDraftLine, barn_draft_line, BARN, DRAFT_LINE, GObject)

const char *barn_draft_line_get_text          (BarnDraftLine *self);
const char *barn_draft_line_get_label         (BarnDraftLine *self);
BarnTaken   barn_draft_line_get_taken         (BarnDraftLine *self);
const char *barn_draft_line_get_reason        (BarnDraftLine *self);
gboolean    barn_draft_line_get_corrected     (BarnDraftLine *self);
guint       barn_draft_line_get_heading_level (BarnDraftLine *self);

/**
 * BarnDraft:
 *
 * A plan as it was recognised in a document, line by line, to be corrected before it is stored. Is a #GListModel of #BarnDraftLine.
 * Properties: year, title, n-shifts, n-activities, n-long-terms, n-roles, notified when a correction changes them.
 */
#define BARN_TYPE_DRAFT (barn_draft_get_type ())
G_DECLARE_FINAL_TYPE (BarnDraft, barn_draft, BARN, DRAFT, GObject)

/* Never NULL without @error: BARN_IMPORT_ERROR_NO_PLAN says in a sentence why there is none. */
BarnDraft  *barn_draft_recognise       (BarnDocument  *document,
                                        GCancellable  *cancellable,
                                        GError       **error);
guint       barn_draft_get_year        (BarnDraft     *self); /* 0: the document names none */
void        barn_draft_set_year        (BarnDraft     *self,
                                        guint          year);
/* A person says what a line is. The reason becomes "Valt av dig", what follows from it is told by the properties. */
void        barn_draft_correct         (BarnDraft     *self,
                                        guint          line,
                                        BarnTaken      taken);

/**
 * barn_draft_build:
 *
 * Makes the items of a plan of what the lines were taken for, in a model of its own: one plan with texts, shifts, roles, activities (one of
 * the same words under two roles becomes one with both), long-term items and the approval. Roles that @existing has by the same
 * name (whatever their case) keep their ids.
 *
 * Returns: (transfer full) (element-type BarnItem): in an order in which they can be stored
 */
GPtrArray  *barn_draft_build           (BarnDraft     *self,
                                        BarnModel     *existing); /* (nullable) */

G_END_DECLS
