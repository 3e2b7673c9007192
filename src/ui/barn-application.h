/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BarnApplication:
 *
 * The window program: one window a plan file.
 */
#define BARN_TYPE_APPLICATION (barn_application_get_type ())
G_DECLARE_FINAL_TYPE (BarnApplication, barn_application, BARN, APPLICATION, AdwApplication)

BarnApplication *barn_application_new (void);

G_END_DECLS
