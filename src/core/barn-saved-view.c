/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-saved-view"

#include "config.h"

#include "barn-saved-view.h"

#include "barn-item-private.h"

static const BarnField barn_saved_view_fields[] = {
  [BARN_SAVED_VIEW_NAME] = { "name", BARN_FIELD_TEXT },
  [BARN_SAVED_VIEW_FILTER] = { "filter", BARN_FIELD_TEXT },
  [BARN_SAVED_VIEW_GROUPING] = { "grouping", BARN_FIELD_TEXT },
  [BARN_SAVED_VIEW_SORTING] = { "sorting", BARN_FIELD_TEXT },
  [BARN_SAVED_VIEW_COLUMNS] = { "columns", BARN_FIELD_TEXT },
  [BARN_SAVED_VIEW_POSITION] = { "position", BARN_FIELD_REAL },
};

BARN_DEFINE_KIND (BarnSavedView, barn_saved_view, SAVED_VIEW)

BARN_DEFINE_GETTER (BarnSavedView, barn_saved_view, SAVED_VIEW, const char *, name, NAME, text)
BARN_DEFINE_GETTER (BarnSavedView, barn_saved_view, SAVED_VIEW, const char *, filter, FILTER, text)
BARN_DEFINE_GETTER (BarnSavedView, barn_saved_view, SAVED_VIEW, const char *, grouping, GROUPING, text)
BARN_DEFINE_GETTER (BarnSavedView, barn_saved_view, SAVED_VIEW, const char *, sorting, SORTING, text)
BARN_DEFINE_GETTER (BarnSavedView, barn_saved_view, SAVED_VIEW, const char *, columns, COLUMNS, text)
