/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-cli.h"
#include "barn-cli-output.h"
#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnCliCommand:
 * @name: the word after the program's name
 * @synopsis: what it takes besides options
 * @summary: what it does, for its help; untranslated
 * @run: does it; gets the arguments with the command's name first
 */
typedef struct
{
  const char  *name;
  const char  *synopsis;
  const char  *summary;
  BarnCliExit (*run) (const char *const *arguments);
} BarnCliCommand;

extern const BarnCliCommand barn_cli_new;
extern const BarnCliCommand barn_cli_import;
extern const BarnCliCommand barn_cli_list;
extern const BarnCliCommand barn_cli_status;
extern const BarnCliCommand barn_cli_summary;
extern const BarnCliCommand barn_cli_export;
extern const BarnCliCommand barn_cli_profile;
extern const BarnCliCommand barn_cli_adopt;
extern const BarnCliCommand barn_cli_compare;
extern const BarnCliCommand barn_cli_undo;
extern const BarnCliCommand barn_cli_redo;
extern const BarnCliCommand barn_cli_verify;
extern const BarnCliCommand barn_cli_backup;
extern const BarnCliCommand barn_cli_restore;

/* Says a sentence on the standard error and gives the status to end with */
BarnCliExit   barn_cli_refuse       (const char           *sentence);
BarnCliExit   barn_cli_misuse       (const BarnCliCommand *command,
                                     const char           *sentence); /* (nullable) @command */
BarnCliExit   barn_cli_fail         (GError               *error); /* takes it */

/* Takes the options away and leaves what stands free in @words: between @min and @max of them, else FALSE, said */
gboolean      barn_cli_parse        (const BarnCliCommand *command,
                                     const char *const    *arguments,
                                     const GOptionEntry   *entries,
                                     guint                 min,
                                     guint                 max,
                                     char               ***words);

/* What options mean; FALSE where it cannot be understood, said */
gboolean      barn_cli_parse_year   (const BarnCliCommand *command,
                                     const char           *text,
                                     guint                *year);   /* 0 where @text is NULL */
gboolean      barn_cli_parse_day    (const BarnCliCommand *command,
                                     const char           *text,
                                     BarnDay              *day);    /* today where @text is NULL */
gboolean      barn_cli_parse_status (const BarnCliCommand *command,
                                     const char           *text,
                                     BarnStatus           *status);
gboolean      barn_cli_parse_format (const BarnCliCommand *command,
                                     const char           *text,
                                     BarnCliFormat        *format); /* a table where @text is NULL */

/* (transfer full) (nullable): the plan file at a path, which is in the encoding of file names */
BarnPlanFile *barn_cli_open         (const char           *path,
                                     gboolean              read_only,
                                     BarnCliExit          *status);
/* (transfer none) (nullable): the plan of the year; 0: the latest begun that has something in it, else the latest begun, else the
   latest */
BarnPlan     *barn_cli_find_plan    (BarnPlanFile         *file,
                                     guint                 year,
                                     BarnCliExit          *status);

/* (transfer full) (nullable): the wording at a path; %NULL: the one that an export has by itself, also where that of the path cannot be used,
   which is said */
BarnProfile  *barn_cli_read_profile (const char           *path);
/* An adopted document into a file, byte for byte */
BarnCliExit   barn_cli_export_adopted (const char         *path,
                                     const char           *document,
                                     const char           *output_path);

/* (transfer none) (nullable): the occasion of that title, cut-off date or id */
BarnOccasion *barn_cli_find_occasion (BarnPlan            *plan,
                                     const char           *text,
                                     BarnCliExit          *status);
/* The figures of an occasion beside those of the one before */
void          barn_cli_print_occasion (BarnModel          *model,
                                     BarnPlan             *plan,
                                     BarnOccasion         *occasion,
                                     BarnCliFormat         format);

G_END_DECLS
