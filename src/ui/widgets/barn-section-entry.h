/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"
#include "barn-paper.h"
#include "barn-profile.h"

G_BEGIN_DECLS

/**
 * BarnEntryKind:
 * @BARN_ENTRY_TEXT: a section that is written by hand
 * @BARN_ENTRY_FOLLOWUP: last year's areas, with status and comment
 * @BARN_ENTRY_RESULTS: what this year's plan brought: put together by the program
 * @BARN_ENTRY_AREAS: next year's areas
 * @BARN_ENTRY_ADD: no section, but the way to one more article
 *
 * What a row of the list of sections leads to.
 */
typedef enum
{
  BARN_ENTRY_TEXT,
  BARN_ENTRY_FOLLOWUP,
  BARN_ENTRY_RESULTS,
  BARN_ENTRY_AREAS,
  BARN_ENTRY_ADD,
} BarnEntryKind;

/**
 * BarnEntryState:
 *
 * How far a section has come. Where nothing is written but the document has a text of its own to put there, it is @BARN_ENTRY_STANDARD;
 * what the program puts together is @BARN_ENTRY_AUTOMATIC.
 */
typedef enum
{
  BARN_ENTRY_EMPTY,
  BARN_ENTRY_STANDARD,
  BARN_ENTRY_DRAFT,
  BARN_ENTRY_READY,
  BARN_ENTRY_AUTOMATIC,
} BarnEntryState;

/**
 * BarnSectionEntry:
 *
 * A section of a document as the window lists it, by the words that stand in the document. Emits "changed" when its state became another.
 */
#define BARN_TYPE_SECTION_ENTRY (barn_section_entry_get_type ())
G_DECLARE_FINAL_TYPE (BarnSectionEntry, barn_section_entry, BARN, SECTION_ENTRY, GObject)

GListStore     *barn_section_entries_new       (void);
void            barn_section_entries_update    (GListStore       *entries,
                                                BarnModel        *model,
                                                BarnPlan         *plan,
                                                BarnProfile      *profile,
                                                BarnPaper         paper,
                                                GHashTable       *extra);

BarnEntryKind   barn_section_entry_get_kind    (BarnSectionEntry *self);
const char     *barn_section_entry_get_section (BarnSectionEntry *self);
guint           barn_section_entry_get_article (BarnSectionEntry *self);
BarnEntryState  barn_section_entry_get_state   (BarnSectionEntry *self);
const char     *barn_section_entry_get_group   (BarnSectionEntry *self);
const char     *barn_section_entry_get_hint    (BarnSectionEntry *self);
char           *barn_section_entry_dup_label   (BarnSectionEntry *self);
char           *barn_section_entry_dup_heading (BarnSectionEntry *self);

const char     *barn_entry_state_get_label     (BarnEntryState    state);
const char     *barn_entry_state_get_icon      (BarnEntryState    state);

G_END_DECLS
