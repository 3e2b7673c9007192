/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BarnCliExit:
 * @BARN_CLI_DONE: done
 * @BARN_CLI_REFUSED: the request can't be met; nothing was changed
 * @BARN_CLI_USAGE: asked for in a way that cannot be understood
 * @BARN_CLI_DAMAGED: the file is damaged or not a plan file
 *
 * What the program ends with.
 */
typedef enum
{
  BARN_CLI_DONE    = 0,
  BARN_CLI_REFUSED = 1,
  BARN_CLI_USAGE   = 2,
  BARN_CLI_DAMAGED = 3,
} BarnCliExit;

/* @arguments: the program's own name first, in UTF-8 or the encoding of the locale */
BarnCliExit barn_cli_run          (const char *const *arguments);
/* Before the program ends: tells where not all could be printed */
void        barn_cli_close_output (void);

G_END_DECLS
