/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-page.h"

G_BEGIN_DECLS

/**
 * BarnHistoryPage:
 *
 * Every change of the plan file, newest first: who, what and when, and for the one selected what stood there before. Enter leads to the thing
 * that was changed. From here everything after a change can be undone, as one new change.
 */
#define BARN_TYPE_HISTORY_PAGE (barn_history_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnHistoryPage, barn_history_page, BARN, HISTORY_PAGE, BarnPage)

G_END_DECLS
