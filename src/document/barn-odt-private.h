/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-document-private.h"
#include "barn-xml.h"

G_BEGIN_DECLS

#define BARN_ODT_LEVELS 10
/* The style of a table's caption, which LibreOffice keeps nowhere else */
#define BARN_ODT_CAPTION_NAME "Table Caption"
#define BARN_ODT_LETTERHEAD_NAME "Plan Letterhead"

/**
 * BarnOdtFormat:
 *
 * What a style says along its chain of parents.
 */
typedef struct
{
  gboolean bold;
  gboolean italic;
  gboolean hidden;
  gboolean page_break;  /* said by an automatic style, so of this paragraph alone */
  double   size;        /* points, 0 unknown */
  double   indent;      /* points */
  guint    outline;     /* 0 none */
} BarnOdtFormat;

/**
 * BarnOdtCounter:
 *
 * How far a list has been counted.
 */
typedef struct
{
  int       numbers[BARN_ODT_LEVELS];
  gboolean  counting[BARN_ODT_LEVELS];
  BarnNode *list;    /* (nullable): the last list of the first level, for comparing only: it may be gone */
} BarnOdtCounter;

/**
 * BarnOdtStyles:
 *
 * The styles of an OpenDocument text: those of styles.xml and the automatic ones of content.xml.
 */
typedef struct _BarnOdtStyles BarnOdtStyles;

BarnOdtStyles *barn_odt_styles_new            (xmlNode        *styles_root,  /* (nullable) */
                                               xmlNode        *content_root);
void           barn_odt_styles_free           (BarnOdtStyles  *self);
/* @family: "paragraph" or "text" */
BarnOdtFormat  barn_odt_styles_get_format     (BarnOdtStyles  *self,
                                               const char     *family,
                                               const char     *name);
/* The name that a person sees of the nearest style that is not automatic; (nullable) */
const char    *barn_odt_styles_get_name       (BarnOdtStyles  *self,
                                               const char     *name);

/* Of a column */
guint          barn_odt_styles_get_share      (BarnOdtStyles  *self,
                                               const char     *name);

/* Lists. @list: name of a list style, or NULL for that of headings. @level: from 0 */
BarnListStyle  barn_odt_styles_get_list_style (BarnOdtStyles  *self,
                                               const char     *list,
                                               guint           level);
double         barn_odt_styles_get_indent     (BarnOdtStyles  *self,
                                               const char     *list,
                                               guint           level);
/* Counts one item on, from @start where it is not -1, and gives its label: (transfer full) */
char          *barn_odt_styles_next_label     (BarnOdtStyles  *self,
                                               const char     *list,
                                               guint           level,
                                               int             start,
                                               BarnOdtCounter *counter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnOdtStyles, barn_odt_styles_free)

G_END_DECLS
