/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-flow.h"

G_BEGIN_DECLS

void barn_furniture_mark (BarnFlow *flow);

G_END_DECLS
