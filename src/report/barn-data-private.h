/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-data.h"

G_BEGIN_DECLS

/**
 * BarnCellKind:
 * @BARN_CELL_TEXT: words
 * @BARN_CELL_NUMBER: a number
 * @BARN_CELL_DAY: a day
 *
 * What a cell of a sheet holds. One without anything is text "".
 */
typedef enum
{
  BARN_CELL_TEXT,
  BARN_CELL_NUMBER,
  BARN_CELL_DAY,
} BarnCellKind;

typedef struct
{
  BarnCellKind  kind;
  BarnDay       day;
  const char   *text;
  char         *own;    /* @text, where it is the cell's */
  double        number;
} BarnCell;

/**
 * BarnSheet:
 * @name: what the sheet is called
 * @columns: (element-type utf8): headings
 * @widths: of the columns, in characters
 * @cells: (element-type BarnCell): row by row
 * @status_column: the column of statuses, -1: none
 * @statuses: what they are called
 * @yes: what stands where something is so
 *
 * A sheet of a workbook.
 */
typedef struct
{
  char      *name;
  GPtrArray *columns;
  GArray    *widths;
  GArray    *cells;
  int        status_column;
  char      *statuses[BARN_N_STATUSES];
  char      *yes;
} BarnSheet;

BarnSheet      *barn_sheet_new        (BarnProfile     *profile,
                                       const char      *name,
                                       ...) G_GNUC_NULL_TERMINATED; /* keys of columns and guint widths by turns */
void            barn_sheet_add_column (BarnSheet       *self,
                                       BarnProfile     *profile,
                                       const char      *key,
                                       guint            width);
void            barn_sheet_free       (BarnSheet       *self);
guint           barn_sheet_get_n_rows (const BarnSheet *self);
const BarnCell *barn_sheet_get_cell   (const BarnSheet *self,
                                       guint            row,
                                       guint            column);
void            barn_sheet_add_text   (BarnSheet       *self,
                                       const char      *text);
void            barn_sheet_take_text  (BarnSheet       *self,
                                       char            *text);
void            barn_sheet_add_number (BarnSheet       *self,
                                       double           number); /* NaN: an empty cell */
void            barn_sheet_add_day    (BarnSheet       *self,
                                       BarnDay          day);
void            barn_sheet_add_status (BarnSheet       *self,
                                       BarnStatus       status);
void            barn_sheet_add_yes    (BarnSheet       *self,
                                       gboolean         yes); /* no: an empty cell */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnSheet, barn_sheet_free)

/* The sheets: activities first. (element-type BarnSheet) (transfer full) */
GPtrArray      *barn_data_dup_sheets  (BarnModel       *model,
                                       BarnProfile     *profile,
                                       BarnDay          as_of);
/* One more for each kind of thing that has none among those. @sheets: (element-type BarnSheet) */
void            barn_data_append_kinds (GPtrArray      *sheets,
                                       BarnModel       *model,
                                       BarnProfile     *profile,
                                       BarnDay          as_of);
/* The figures of a plan, a row a role */
BarnSheet      *barn_data_dup_figures (BarnModel       *model,
                                       BarnPlan        *plan,
                                       BarnProfile     *profile,
                                       BarnDay          as_of);
BarnSheet      *barn_data_dup_activities (BarnModel    *model,
                                       BarnProfile     *profile,
                                       BarnDay          as_of);

GBytes         *barn_csv_write        (const BarnSheet *sheet);
char           *barn_json_write       (BarnModel       *model);
GBytes         *barn_workbook_write   (BarnModel       *model,
                                       BarnPlan        *plan,
                                       BarnProfile     *profile,
                                       BarnDay          as_of,
                                       GError         **error);

G_END_DECLS
