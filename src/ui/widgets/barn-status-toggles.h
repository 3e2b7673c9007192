/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-status.h"

G_BEGIN_DECLS

/**
 * BarnStatusToggles:
 *
 * The five statuses as toggles with icon and word, of which one is down.
 *
 * Properties: status. Signals: chosen (BarnStatus), when a person pressed one that was not down, or its key.
 */
#define BARN_TYPE_STATUS_TOGGLES (barn_status_toggles_get_type ())
G_DECLARE_FINAL_TYPE (BarnStatusToggles, barn_status_toggles, BARN, STATUS_TOGGLES, AdwBin)

BarnStatus  barn_status_toggles_get_status (BarnStatusToggles *self);
void        barn_status_toggles_set_status (BarnStatusToggles *self,
                                            BarnStatus         status);
/* As a person presses it */
void        barn_status_toggles_choose     (BarnStatusToggles *self,
                                            BarnStatus         status);

G_END_DECLS
