/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-page.h"

G_BEGIN_DECLS

/**
 * BarnFollowUpPage:
 *
 * Following up for an occasion: what is left, one activity at a time; what a closed occasion reported.
 */
#define BARN_TYPE_FOLLOW_UP_PAGE (barn_follow_up_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnFollowUpPage, barn_follow_up_page, BARN, FOLLOW_UP_PAGE, BarnPage)

G_END_DECLS
