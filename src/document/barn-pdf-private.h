/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-pages-private.h"

G_BEGIN_DECLS

GBytes *barn_pdf_complete  (BarnPages   *pages,
                            GBytes      *drawn,
                            GError     **error);
void    barn_pdf_set_error (GError     **error,
                            const char  *reason);

G_END_DECLS
