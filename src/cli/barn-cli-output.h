/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "barn-day.h"

G_BEGIN_DECLS

typedef enum
{
  BARN_CLI_TABLE,
  BARN_CLI_JSON,
  BARN_CLI_CSV,
} BarnCliFormat;

/**
 * BarnCliTable:
 *
 * Rows of text with a heading, for people to read and for spreadsheets to open.
 */
typedef struct _BarnCliTable BarnCliTable;

BarnCliTable *barn_cli_table_new    (const char *const *headings); /* NULL at the end */
void          barn_cli_table_add    (BarnCliTable      *self,
                                     ...) G_GNUC_NULL_TERMINATED;  /* a text for each column; "" for none */
/* Takes a GStrv with a text for each column */
void          barn_cli_table_take_row (BarnCliTable    *self,
                                     char             **row);
void          barn_cli_table_free   (BarnCliTable      *self);
/* In columns; @width: of the screen, 0: as wide as it wants to be */
char         *barn_cli_table_format (BarnCliTable      *self,
                                     guint              width);
/* For a Swedish spreadsheet: BOM, semicolons, CRLF, nothing that it would compute */
char         *barn_cli_table_to_csv (BarnCliTable      *self);
/* On the standard output */
void          barn_cli_table_print  (BarnCliTable      *self,
                                     BarnCliFormat      format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnCliTable, barn_cli_table_free)

/* How many columns of a screen a text takes */
guint         barn_cli_get_width    (const char        *text);

/* JSON on the standard output */
void          barn_cli_print_json   (JsonBuilder       *builder);
void          barn_cli_json_text    (JsonBuilder       *builder,
                                     const char        *name,
                                     const char        *text);
void          barn_cli_json_number  (JsonBuilder       *builder,
                                     const char        *name,
                                     gint64             number);
void          barn_cli_json_boolean (JsonBuilder       *builder,
                                     const char        *name,
                                     gboolean           value);
void          barn_cli_json_day     (JsonBuilder       *builder,
                                     const char        *name,
                                     BarnDay            day); /* null where there is none */

/* "" where there is none */
char         *barn_cli_dup_day      (BarnDay            day);

G_END_DECLS
