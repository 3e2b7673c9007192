/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-cli-private.h"
#include "barn-filter.h"
#include "barn-plan-file-year.h"

G_BEGIN_DECLS

/**
 * BarnCliList:
 * @model: of the plan file
 * @plan: whose things are listed; %NULL where they are of no plan
 * @year: as it was asked for; 0: not
 * @as_of: as it was on that day
 * @filter: of activities
 * @history: of changes
 * @occasion: the occasion whose activities are listed; %NULL: none was asked for
 * @format: how it is told
 *
 * What is to be listed, and how.
 */
typedef struct
{
  BarnModel         *model;
  BarnPlan          *plan;
  guint              year;
  BarnDay            as_of;
  BarnFilter        *filter;
  BarnHistoryFilter  history;
  BarnOccasion      *occasion;
  BarnCliFormat      format;
} BarnCliList;

void        barn_cli_list_print_activities (const BarnCliList  *list);
BarnCliExit barn_cli_list_print_history    (const BarnCliList  *list,
                                            BarnPlanFile       *file,
                                            const char         *author); /* (nullable): as it was asked for */

void        barn_cli_list_print_occasions  (const BarnCliList  *list);
void        barn_cli_list_print_reported   (const BarnCliList  *list);
void        barn_cli_list_print_indicators (const BarnCliList  *list);
void        barn_cli_list_print_adopted    (const BarnCliList  *list);

/* One of them, as the format asks */
void        barn_cli_list_print            (const BarnCliList  *list,
                                            BarnCliTable       *table,
                                            JsonBuilder        *builder);
/* The member "articles": numbers */
void        barn_cli_list_json_articles    (JsonBuilder        *builder,
                                            const char *const  *articles);

G_END_DECLS
