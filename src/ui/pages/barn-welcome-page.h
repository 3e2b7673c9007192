/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BarnWelcomePage:
 *
 * What stands in the window as long as no plan file is open: the ways to one.
 */
#define BARN_TYPE_WELCOME_PAGE (barn_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (BarnWelcomePage, barn_welcome_page, BARN, WELCOME_PAGE, AdwBin)

/* @uris: the plan files that were open lately, the last one first; those that are gone are left out */
void barn_welcome_page_set_recent (BarnWelcomePage   *self,
                                   const char *const *uris);

G_END_DECLS
