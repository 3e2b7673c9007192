/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-outline.h"

G_BEGIN_DECLS

gboolean barn_verdict_check (const BarnOutline  *outline,
                             BarnDocument       *document,
                             GError            **error);

G_END_DECLS
