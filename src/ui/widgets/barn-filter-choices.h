/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-filter.h"
#include "barn-set-editor.h"

G_BEGIN_DECLS

/**
 * BarnFilterAbout:
 *
 * What a person can ask for in a filter, question by question; those with several answers come first.
 */
typedef enum
{
  BARN_FILTER_ABOUT_STATUS,
  BARN_FILTER_ABOUT_ROLE,
  BARN_FILTER_ABOUT_SHIFT,
  BARN_FILTER_ABOUT_ARTICLE,
  BARN_FILTER_ABOUT_RESPONSIBLE,
  BARN_FILTER_ABOUT_OVERDUE,
  BARN_FILTER_ABOUT_WITHOUT_FOLLOW_UP,
  BARN_FILTER_ABOUT_RAISED,
} BarnFilterAbout;

#define BARN_N_FILTER_ABOUTS 8

const char *barn_filter_about_get_label (BarnFilterAbout  about);

/* Whether the filter asks for this answer, or for any about it */
gboolean    barn_filter_is_chosen       (BarnFilter      *filter,
                                         BarnFilterAbout  about,
                                         const char      *id);
gboolean    barn_filter_is_any_chosen   (BarnFilter      *filter,
                                         BarnFilterAbout  about);
void        barn_filter_choose          (BarnFilter      *filter,
                                         BarnFilterAbout  about,
                                         const char      *id,
                                         gboolean         chosen);
/* The answers there are to choose from. (element-type BarnSetOption) (transfer full) */
GPtrArray  *barn_filter_list_options    (BarnFilter      *filter,
                                         BarnFilterAbout  about,
                                         BarnModel       *model,
                                         BarnPlan        *plan);

/* As vardict: status, role, shift, article, responsible (each s or as), overdue, without-follow-up, raised (b).
   Keys that are not known are left alone. */
void        barn_filter_save            (BarnFilter      *filter,
                                         GVariantDict    *state);
void        barn_filter_load            (BarnFilter      *filter,
                                         GVariantDict    *state);

G_END_DECLS
