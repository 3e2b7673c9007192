/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What has no partner */
#define BARN_DIFF_NONE G_MAXUINT

void barn_diff (const guint *before,
                guint        n_before,
                const guint *after,
                guint        n_after,
                guint        n_symbols,
                guint       *partners);

G_END_DECLS
