/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-outline.h"

G_BEGIN_DECLS

void barn_recogniser_run             (BarnOutline       *outline);
/* Activities are a matter of their own */
void barn_recogniser_read_activities (BarnOutline       *outline,
                                      const BarnStretch *stretch);
gboolean barn_recogniser_is_nested   (const BarnFlowLine *line,
                                      const BarnFlowLine *first);

G_END_DECLS
