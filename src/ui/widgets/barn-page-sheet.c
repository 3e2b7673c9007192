/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-page-sheet"

#include "config.h"

#include "barn-page-sheet.h"

#include <math.h>

struct _BarnPageSheet
{
  GtkWidget  parent_instance;

  BarnPages *pages;   /* not owned */
  guint      page;
  int        width;   /* 0: as wide as there is room */
  gboolean   wanted;
};

G_DEFINE_FINAL_TYPE (BarnPageSheet, barn_page_sheet, GTK_TYPE_WIDGET)

/* Where it takes what room there is, it insists on so much */
#define MIN_WIDTH 120

static GtkSizeRequestMode
barn_page_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_height (int width)
{
  return (int) ceil (width * BARN_PAGES_HEIGHT / BARN_PAGES_WIDTH);
}

static void
barn_page_sheet_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  BarnPageSheet *self = BARN_PAGE_SHEET (widget);
  int least = self->width > 0 ? self->width : MIN_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = least;
  else
    *minimum = *natural = get_height (MAX (for_size, least));
}

static void
barn_page_sheet_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BarnPageSheet *self = BARN_PAGE_SHEET (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr;

  /* Paper is white, whatever the desktop's colours */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  if (!self->wanted || self->pages == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, width / BARN_PAGES_WIDTH, width / BARN_PAGES_WIDTH);
  barn_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
barn_page_sheet_class_init (BarnPageSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = barn_page_sheet_get_request_mode;
  widget_class->measure = barn_page_sheet_measure;
  widget_class->snapshot = barn_page_sheet_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "pagesheet");
}

static void
barn_page_sheet_init (BarnPageSheet *self)
{
}

/**
 * barn_page_sheet_new:
 *
 * Returns: (transfer full): a blank sheet, floating
 */
GtkWidget *
barn_page_sheet_new (void)
{
  return g_object_new (BARN_TYPE_PAGE_SHEET, NULL);
}

/**
 * barn_page_sheet_set_page:
 * @self: a sheet
 * @pages: (nullable): pages, which the caller holds as long as the sheet shows one of them
 * @page: which, from 0
 */
void
barn_page_sheet_set_page (BarnPageSheet *self,
                          BarnPages     *pages,
                          guint          page)
{
  g_return_if_fail (BARN_IS_PAGE_SHEET (self));
  g_return_if_fail (pages == NULL || page < barn_pages_get_n_pages (pages));

  self->pages = pages;
  self->page = page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * barn_page_sheet_set_width:
 * @self: a sheet
 * @width: in pixels; 0: as wide as there is room
 */
void
barn_page_sheet_set_width (BarnPageSheet *self,
                           int            width)
{
  g_return_if_fail (BARN_IS_PAGE_SHEET (self));
  g_return_if_fail (width >= 0);

  if (self->width == width)
    return;

  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * barn_page_sheet_set_wanted:
 * @self: a sheet
 * @wanted: whether it is seen, or will be in a moment
 */
void
barn_page_sheet_set_wanted (BarnPageSheet *self,
                            gboolean       wanted)
{
  g_return_if_fail (BARN_IS_PAGE_SHEET (self));

  if (self->wanted == wanted)
    return;

  self->wanted = wanted;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
