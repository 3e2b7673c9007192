/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-draft.h"

G_BEGIN_DECLS

BarnDocument *barn_test_read_document   (const char   *text,
                                         const char   *name);
BarnDraft    *barn_test_recognise       (const char   *text,
                                         const char   *name);
char         *barn_test_describe_lines  (BarnDraft    *draft);
char         *barn_test_describe_plan   (BarnDraft    *draft);
void          barn_test_assert_plan     (const char   *text,
                                         const char   *name,
                                         const char   *expected);

G_END_DECLS
