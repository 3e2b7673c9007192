/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-flow.h"

G_BEGIN_DECLS

void barn_wrap_append (GString    *text,
                       const char *next);
void barn_wrap_join   (BarnFlow   *flow);

G_END_DECLS
