/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "barn-document-private.h"
#include "barn-grid.h"
#include "barn-pages.h"

G_BEGIN_DECLS

/* From a tree to pages in three steps: boxes are built of the blocks (barn-pages-build.c), taken line by line onto pages (barn-pages-flow.c,
   barn-pages-table.c), and the items that then stand on the pages are drawn (barn-pages.c). Beside them grows the tree of elements that
   tells a screen reader what each item is part of. All in points. */

#define BARN_PAGES_MARGIN 70.85
#define BARN_PAGES_TEXT_WIDTH (BARN_PAGES_WIDTH - 2 * BARN_PAGES_MARGIN)
#define BARN_PAGES_TEXT_HEIGHT (BARN_PAGES_HEIGHT - 2 * BARN_PAGES_MARGIN)

typedef struct
{
  double red, green, blue;
} BarnColor;

extern const BarnColor barn_color_text;
extern const BarnColor barn_color_ink;
extern const BarnColor barn_color_quiet;
extern const BarnColor barn_color_line;
extern const BarnColor barn_color_fill;
extern const BarnColor barn_color_link;

typedef struct _BarnElement BarnElement;

/* What stands in an element: another one, marked content of a page, or a link's place on a page */
typedef struct
{
  BarnElement *element;    /* (nullable) */
  int          page;       /* of content */
  int          mcid;
  int          link;       /* index in links, -1 for none */
} BarnKid;

/* An element of the structure tree, as PDF names them */
struct _BarnElement
{
  const char *type;
  GArray     *kids;      /* (element-type BarnKid) */
  gboolean    placed;    /* stands in its parent */
  char       *alt;
  const char *scope;     /* (nullable): of a header cell */
  guint       columns;
  guint       rows;
};

typedef enum
{
  BARN_ITEM_TEXT,
  BARN_ITEM_FIGURE,
  BARN_ITEM_FILL,
  BARN_ITEM_DOTS,
} BarnItemKind;

/* Something that stands on a page. Text begins at @x on the baseline @y. */
typedef struct
{
  BarnItemKind     kind;
  BarnElement     *element;   /* (nullable): NULL for what is no content: rules, numbers of pages */
  int              mcid;      /* items with the same one follow each other; -1 where there is no element */
  double           x, y, width, height;
  const BarnColor *color;
  PangoLayoutLine *line;      /* of a layout that the pages hold */
  guint            first_run;
  guint            n_runs;
  gboolean         underline;
  gboolean         ends_line; /* and the text goes on on the next */
  BarnFigure      *figure;
} BarnItem;

typedef struct
{
  GArray *items;   /* (element-type BarnItem) */
  int     n_mcids;
} BarnPage;

typedef struct
{
  guint        page;
  double       x, y, width, height;
  const char  *href;
  BarnElement *element;
} BarnPageLink;

typedef struct
{
  char  *text;
  guint  level;   /* from 1, without gaps */
  guint  page;
  double y;
} BarnPageHeading;

typedef struct
{
  guint  page;
  double y;
} BarnPageTarget;

struct _BarnPages
{
  BarnDocument *document;
  PangoContext *context;
  GCancellable *cancellable;
  GPtrArray    *pages;      /* (element-type BarnPage) */
  GPtrArray    *elements;   /* (element-type BarnElement): owns them */
  GPtrArray    *layouts;    /* (element-type PangoLayout): owns them */
  GPtrArray    *figures;    /* (element-type BarnFigure): owns them */
  GPtrArray    *hrefs;      /* owns them */
  GArray       *links;      /* (element-type BarnPageLink) */
  GArray       *headings;   /* (element-type BarnPageHeading) */
  GHashTable   *targets;    /* id → BarnPageTarget */
  BarnElement  *root;
  char         *title;      /* of the file: that of the document, else its first heading */
};

/* A part of a text that leads somewhere */
typedef struct
{
  guint        start, end;  /* bytes */
  const char  *href;
  BarnElement *element;     /* made when it is placed */
  gboolean     contents;    /* of a table of contents */
} BarnBoxLink;

typedef struct
{
  double y, bottom, baseline, x;
} BarnBoxLine;

typedef enum
{
  BARN_BOX_TEXT,
  BARN_BOX_FIGURE,
  BARN_BOX_TABLE,
  BARN_BOX_BREAK,
} BarnBoxKind;

typedef struct _BarnBoxFlow BarnBoxFlow;
typedef struct _BarnTableBox BarnTableBox;

/* A block on its way to the pages */
typedef struct
{
  BarnBoxKind      kind;
  double           x;          /* from the left side of its flow */
  double           before, after;
  gboolean         keep_next;  /* on the page of what follows */
  BarnElement     *element;
  const BarnColor *color;

  PangoLayout     *layout;     /* not owned */
  GArray          *lines;      /* (element-type BarnBoxLine) */
  GArray          *links;      /* (element-type BarnBoxLink) */
  guint            line;       /* the next to be placed */
  PangoLayout     *label;      /* (nullable): before the first line */
  BarnElement     *label_element;
  double           label_x;
  char            *id;         /* (nullable) */
  int              heading;    /* index in headings, -1 for none */
  PangoLayout     *number;     /* (nullable): at the right end of the last line, as in a table of contents */
  double           width;

  BarnFigure      *figure;     /* not owned */
  BarnTableBox    *table;
} BarnBox;

/* Boxes under each other, and how far they are placed */
struct _BarnBoxFlow
{
  GPtrArray *boxes;  /* (element-type BarnBox) */
  guint      next;
  double     gap;    /* below what was placed last */
};

/* Where items go */
typedef struct
{
  BarnPages *pages;
  guint      page;
  double     x, y;
  gboolean   again;   /* what stands here stands on an earlier page too, and is no content */
} BarnPlace;

/* A line of a table of contents, for the formats that have no pages of their own */
typedef struct
{
  BarnNode *heading;
  guint     number;   /* of all headings in the body, from 1 */
  guint     page;     /* from 0 */
} BarnPageEntry;

GArray      *barn_pages_list_contents (BarnDocument   *document,
                                       BarnNode       *contents,
                                       GCancellable   *cancellable);

/* Elements */
BarnElement *barn_pages_new_element  (BarnPages       *self,
                                      const char      *type,
                                      BarnElement     *parent);
void         barn_element_add        (BarnElement     *self,
                                      BarnElement     *child);

/* Boxes of a tree */
BarnBoxFlow    *barn_pages_build        (BarnPages       *self,
                                      GArray          *numbers);  /* (nullable): pages of the headings, for the table of contents */
PangoLayout *barn_pages_new_layout   (BarnPages       *self,
                                      double           size,
                                      double           width);
BarnBoxFlow    *barn_pages_build_cell   (BarnPages       *self,
                                      BarnNode        *cell,
                                      double           width,
                                      gboolean         heading,
                                      BarnElement     *element);
BarnTableBox *barn_table_box_new     (BarnPages       *self,
                                      BarnNode        *table,
                                      double           width,
                                      BarnElement     *element);
void         barn_table_box_free     (BarnTableBox    *self);

/* From boxes to items. Each takes what fits in @available, at least something where @force is set, and returns the height that it took */
BarnBoxFlow    *barn_box_flow_new           (void);
void         barn_box_flow_free          (BarnBoxFlow        *self);
double       barn_box_flow_take          (BarnBoxFlow        *self,
                                      const BarnPlace *place,
                                      double           available,
                                      gboolean         force);
gboolean     barn_box_flow_is_done       (BarnBoxFlow        *self);
double       barn_box_flow_measure       (BarnBoxFlow        *self);   /* height of what is left */
double       barn_box_flow_measure_first (BarnBoxFlow        *self);   /* of the least that may stand alone */
double       barn_table_box_take     (BarnTableBox    *self,
                                      const BarnPlace *place,
                                      double           available,
                                      gboolean         force);
gboolean     barn_table_box_is_done  (BarnTableBox    *self);
double       barn_table_box_measure  (BarnTableBox    *self);
double       barn_table_box_measure_first (BarnTableBox *self);

void         barn_place_add          (const BarnPlace *self,
                                      BarnItem         item);
void         barn_place_add_line     (const BarnPlace *self,
                                      PangoLayout     *layout,
                                      guint            line,
                                      double           x,
                                      double           baseline,
                                      const BarnColor *color,
                                      BarnElement     *element,
                                      GArray          *links);

void         barn_pages_draw_items   (BarnPages       *self,
                                      guint            page,
                                      cairo_t         *cr,
                                      gboolean         tagged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnBoxFlow, barn_box_flow_free)

G_END_DECLS
