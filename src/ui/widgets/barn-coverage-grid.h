/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "barn-plan-file.h"

G_BEGIN_DECLS

/**
 * BarnCoverageGrid:
 *
 * Articles by roles: how many activities each role has for an article, and where there are none. A gap is told by a word and a pattern. Each
 * cell leads to its activities; the arrow keys go from cell to cell, Tab leaves the grid.
 */
#define BARN_TYPE_COVERAGE_GRID (barn_coverage_grid_get_type ())
G_DECLARE_FINAL_TYPE (BarnCoverageGrid, barn_coverage_grid, BARN, COVERAGE_GRID, AdwBin)

void barn_coverage_grid_show (BarnCoverageGrid *self,
                              BarnModel        *model,
                              BarnPlan         *plan);

G_END_DECLS
