/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-pages-view"

#include "config.h"

#include "barn-pages-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "barn-page-sheet.h"
#include "barn-tab-stop.h"
#include "barn-ui.h"

struct _BarnPagesView
{
  AdwBin             parent_instance;

  GtkScrolledWindow *scroller;
  AdwClamp          *clamp;
  GtkBox            *sheets;
  GtkLabel          *place;
  GtkWidget         *fit;

  BarnPages         *pages;
  double             zoom;         /* 1: as large as on paper; 0: as wide as there is room */
  guint              page;         /* the one that is read */
  guint              words_source;
};

enum
{
  PROP_PAGE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnPagesView, barn_pages_view, ADW_TYPE_BIN)

/* A sheet as large as on paper, on a screen of 96 dots an inch */
#define FULL_WIDTH (BARN_PAGES_WIDTH * 96 / 72)
/* Letters larger than this are read no better: the rest of a wide window stays empty */
#define MAX_FIT 1.25
#define MARGIN 12

static const double zooms[] = { 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };

static GtkAdjustment *
get_vadjustment (BarnPagesView *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

static GtkWidget *
get_sheet (BarnPagesView *self,
           guint          page)
{
  GtkWidget *sheet = gtk_widget_get_first_child (GTK_WIDGET (self->sheets));

  while (sheet != NULL && page-- > 0)
    sheet = gtk_widget_get_next_sibling (sheet);

  return sheet;
}

/* How large the pages are just now, whoever decided it */
static double
find_zoom (BarnPagesView *self)
{
  GtkWidget *sheet = get_sheet (self, 0);

  if (self->zoom > 0)
    return self->zoom;

  return sheet != NULL && gtk_widget_get_width (sheet) > 0 ? gtk_widget_get_width (sheet) / FULL_WIDTH : 1;
}

static double
find_step (BarnPagesView *self,
           int            step)
{
  const double zoom = find_zoom (self);

  if (step > 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
        if (zooms[i] > zoom + 0.01)
          return zooms[i];
    }
  else
    {
      for (guint i = G_N_ELEMENTS (zooms); i > 0; i--)
        if (zooms[i - 1] < zoom - 0.01)
          return zooms[i - 1];
    }

  return 0;
}

/* ---- Where one reads ---- */

/* Tab comes to the page that is read, and to no other. One that has the keyboard keeps it as long as it wants. */
static void
update_focusable (BarnPagesView *self)
{
  guint page = 0;

  for (GtkWidget *sheet = get_sheet (self, 0); sheet != NULL; sheet = gtk_widget_get_next_sibling (sheet))
    {
      gtk_widget_set_focusable (sheet, page == self->page || gtk_widget_has_focus (sheet));
      page++;
    }
}

static void
show_words (BarnPagesView *self)
{
  guint n_pages = barn_pages_view_get_n_pages (self);
  g_autofree char *place = n_pages > 0 ? g_strdup_printf (_("Page %u of %u"), self->page + 1, n_pages) : g_strdup ("");
  /* Translators: how large the pages are, in per cent of their size on paper */
  g_autofree char *zoom = g_strdup_printf (_("%.0f %%"), find_zoom (self) * 100);
  g_autofree char *name = g_strdup_printf (_("As wide as there is room, now %s"), zoom);

  g_clear_handle_id (&self->words_source, g_source_remove);
  update_focusable (self);
  gtk_label_set_label (self->place, place);
  gtk_button_set_label (GTK_BUTTON (self->fit), zoom);
  barn_ui_set_name (self->fit, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.zoom-in", n_pages > 0 && find_step (self, 1) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.zoom-out", n_pages > 0 && find_step (self, -1) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.zoom-fit", n_pages > 0 && self->zoom > 0);
}

static gboolean
on_words (gpointer user_data)
{
  BarnPagesView *self = user_data;

  self->words_source = 0;
  show_words (self);

  return G_SOURCE_REMOVE;
}

static void
set_page (BarnPagesView *self,
          guint          page)
{
  if (self->page == page)
    return;

  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* Which page is read (the one in the middle of the window), and which are drawn: those that are seen, and a window's height more to each side.
   Sheets are all of one height. */
static void
update_place (BarnPagesView *self)
{
  GtkAdjustment *adjustment = get_vadjustment (self);
  const double top = gtk_adjustment_get_value (adjustment);
  const double height = gtk_adjustment_get_page_size (adjustment);
  GtkWidget *first = get_sheet (self, 0);
  const double step = first != NULL ? gtk_widget_get_height (first) + gtk_box_get_spacing (self->sheets) : 0;
  guint page = 0;

  if (step <= 0 || height <= 0)
    return;

  for (GtkWidget *sheet = first; sheet != NULL; sheet = gtk_widget_get_next_sibling (sheet), page++)
    {
      const double begin = MARGIN + page * step;

      barn_page_sheet_set_wanted (BARN_PAGE_SHEET (sheet), begin < top + 2 * height && begin + step > top - height);
    }

  set_page (self, (guint) CLAMP ((top + height / 2 - MARGIN) / step, 0, page > 0 ? page - 1 : 0));
  /* Words change sizes, and this may be while sizes are given */
  if (self->words_source == 0)
    self->words_source = g_idle_add (on_words, self);
}

static void
scroll_to_page (BarnPagesView *self,
                guint          page)
{
  GtkWidget *first = get_sheet (self, 0);
  GtkAdjustment *adjustment = get_vadjustment (self);

  if (first == NULL)
    return;

  gtk_adjustment_set_value (adjustment, page * (gtk_widget_get_height (first) + gtk_box_get_spacing (self->sheets)));
  /* The last pages may share the window: the one that was asked for is the one that is read */
  set_page (self, page);
  update_focusable (self);
}

static void
go_to_page (BarnPagesView *self,
            guint          page)
{
  gboolean focus = (gtk_widget_get_state_flags (GTK_WIDGET (self->sheets)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  scroll_to_page (self, page);
  if (focus)
    gtk_widget_grab_focus (get_sheet (self, page));
  update_focusable (self);
}

/* ---- Keys ---- */

static gboolean
on_page_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  BarnPagesView *self = BARN_PAGES_VIEW (gtk_widget_get_ancestor (widget, BARN_TYPE_PAGES_VIEW));
  guint n_pages = barn_pages_view_get_n_pages (self);
  int step = g_variant_get_int32 (args);

  if (n_pages == 0)
    return FALSE;

  if (step == G_MININT32)
    go_to_page (self, 0);
  else if (step == G_MAXINT32)
    go_to_page (self, n_pages - 1);
  else
    go_to_page (self, (guint) CLAMP ((int) self->page + step, 0, (int) n_pages - 1));

  return TRUE;
}

static gboolean
on_line_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  BarnPagesView *self = BARN_PAGES_VIEW (widget);
  GtkAdjustment *vertical = get_vadjustment (self);
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);
  int x, y;

  g_variant_get (args, "(ii)", &x, &y);
  gtk_adjustment_set_value (vertical, gtk_adjustment_get_value (vertical) + y * gtk_adjustment_get_step_increment (vertical));
  gtk_adjustment_set_value (horizontal, gtk_adjustment_get_value (horizontal) + x * gtk_adjustment_get_step_increment (horizontal));

  return TRUE;
}

static void
zoom_in (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  BarnPagesView *self = BARN_PAGES_VIEW (widget);
  double zoom = find_step (self, 1);

  if (zoom > 0)
    barn_pages_view_set_zoom (self, zoom);
}

static void
zoom_out (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  BarnPagesView *self = BARN_PAGES_VIEW (widget);
  double zoom = find_step (self, -1);

  if (zoom > 0)
    barn_pages_view_set_zoom (self, zoom);
}

static void
zoom_fit (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  barn_pages_view_set_zoom (BARN_PAGES_VIEW (widget), 0);
}

static gboolean
on_scroll (BarnPagesView            *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), dy < 0 ? "pages.zoom-in" : "pages.zoom-out", NULL);
  return TRUE;
}

/* ---- The widget ---- */

static void
apply_zoom (BarnPagesView *self)
{
  int width = self->zoom > 0 ? (int) round (FULL_WIDTH * self->zoom) : 0;

  for (GtkWidget *sheet = get_sheet (self, 0); sheet != NULL; sheet = gtk_widget_get_next_sibling (sheet))
    barn_page_sheet_set_width (BARN_PAGE_SHEET (sheet), width);

  adw_clamp_set_maximum_size (self->clamp, width > 0 ? width + 2 * MARGIN : (int) (FULL_WIDTH * MAX_FIT) + 2 * MARGIN);
  adw_clamp_set_tightening_threshold (self->clamp, adw_clamp_get_maximum_size (self->clamp));
  gtk_scrolled_window_set_policy (self->scroller, width > 0 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
}

static void
barn_pages_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BarnPagesView *self = BARN_PAGES_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
barn_pages_view_grab_focus (GtkWidget *widget)
{
  BarnPagesView *self = BARN_PAGES_VIEW (widget);
  GtkWidget *sheet = get_sheet (self, self->page);

  return sheet != NULL && gtk_widget_grab_focus (sheet);
}

static void
barn_pages_view_dispose (GObject *object)
{
  BarnPagesView *self = BARN_PAGES_VIEW (object);

  /* The scroller tells of its end too */
  if (adw_bin_get_child (ADW_BIN (self)) != NULL)
    g_signal_handlers_disconnect_by_func (get_vadjustment (self), update_place, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_handle_id (&self->words_source, g_source_remove);
  g_clear_pointer (&self->pages, barn_pages_free);

  G_OBJECT_CLASS (barn_pages_view_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int   x, y;
  } line_keys[] = {
    { GDK_KEY_Down, 0, 1 },
    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_Left, -1, 0 },
  };
  static const struct
  {
    guint       key;
    const char *action;
  } zoom_keys[] = {
    { GDK_KEY_plus, "pages.zoom-in" },
    { GDK_KEY_KP_Add, "pages.zoom-in" },
    { GDK_KEY_equal, "pages.zoom-in" },
    { GDK_KEY_minus, "pages.zoom-out" },
    { GDK_KEY_KP_Subtract, "pages.zoom-out" },
    { GDK_KEY_0, "pages.zoom-fit" },
    { GDK_KEY_KP_0, "pages.zoom-fit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (line_keys); i++)
    gtk_widget_class_add_binding (klass, line_keys[i].key, 0, on_line_key, "(ii)", line_keys[i].x, line_keys[i].y);
  for (guint i = 0; i < G_N_ELEMENTS (zoom_keys); i++)
    gtk_widget_class_add_binding_action (klass, zoom_keys[i].key, GDK_CONTROL_MASK, zoom_keys[i].action, NULL);
}

/* The scroller has keys of its own, which know nothing of pages: these come before them */
static void
add_page_keys (BarnPagesView *self)
{
  static const struct
  {
    guint key;
    int   step;
  } page_keys[] = {
    { GDK_KEY_Page_Down, 1 },
    { GDK_KEY_KP_Page_Down, 1 },
    { GDK_KEY_space, 1 },
    { GDK_KEY_Page_Up, -1 },
    { GDK_KEY_KP_Page_Up, -1 },
    { GDK_KEY_Home, G_MININT32 },
    { GDK_KEY_KP_Home, G_MININT32 },
    { GDK_KEY_End, G_MAXINT32 },
    { GDK_KEY_KP_End, G_MAXINT32 },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (page_keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (page_keys[i].key, 0),
                                                gtk_callback_action_new (on_page_key, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (page_keys[i].step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), keys);
}

static void
barn_pages_view_class_init (BarnPagesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_pages_view_dispose;
  object_class->get_property = barn_pages_view_get_property;
  widget_class->grab_focus = barn_pages_view_grab_focus;

  properties[PROP_PAGE] =
    g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BARN_TYPE_TAB_STOP);

  gtk_widget_class_install_action (widget_class, "pages.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "pages.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "pages.zoom-fit", NULL, zoom_fit);
  add_keys (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-pages-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnPagesView, scroller);
  gtk_widget_class_bind_template_child (widget_class, BarnPagesView, clamp);
  gtk_widget_class_bind_template_child (widget_class, BarnPagesView, sheets);
  gtk_widget_class_bind_template_child (widget_class, BarnPagesView, place);
  gtk_widget_class_bind_template_child (widget_class, BarnPagesView, fit);
}

static void
barn_pages_view_init (BarnPagesView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                                                GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
  add_page_keys (self);

  g_signal_connect_object (get_vadjustment (self), "value-changed", G_CALLBACK (update_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_vadjustment (self), "changed", G_CALLBACK (update_place), self, G_CONNECT_SWAPPED);
  apply_zoom (self);
  show_words (self);
}

/**
 * barn_pages_view_set_pages:
 * @self: a view
 * @pages: (nullable) (transfer full): what to show
 *
 * Shows other pages. The place where one reads stays, as far as there are pages there.
 */
void
barn_pages_view_set_pages (BarnPagesView *self,
                           BarnPages     *pages)
{
  guint n_pages = pages != NULL ? barn_pages_get_n_pages (pages) : 0;
  GtkWidget *sheet;

  g_return_if_fail (BARN_IS_PAGES_VIEW (self));

  while ((sheet = get_sheet (self, n_pages)) != NULL)
    gtk_box_remove (self->sheets, sheet);
  for (guint i = barn_pages_view_get_n_pages (self); i < n_pages; i++)
    gtk_box_append (self->sheets, barn_page_sheet_new ());

  sheet = get_sheet (self, 0);
  for (guint i = 0; i < n_pages; i++, sheet = gtk_widget_get_next_sibling (sheet))
    {
      g_autofree char *name = g_strdup_printf (_("Page %u of %u"), i + 1, n_pages);

      barn_page_sheet_set_page (BARN_PAGE_SHEET (sheet), pages, i);
      barn_ui_set_name (sheet, name);
    }

  g_clear_pointer (&self->pages, barn_pages_free);
  self->pages = pages;
  apply_zoom (self);
  if (self->page >= n_pages)
    set_page (self, n_pages > 0 ? n_pages - 1 : 0);
  update_place (self);
  show_words (self);
}

/**
 * barn_pages_view_get_n_pages:
 * @self: a view
 *
 * Returns: how many pages it shows
 */
guint
barn_pages_view_get_n_pages (BarnPagesView *self)
{
  g_return_val_if_fail (BARN_IS_PAGES_VIEW (self), 0);

  return self->pages != NULL ? barn_pages_get_n_pages (self->pages) : 0;
}

/**
 * barn_pages_view_get_page:
 * @self: a view
 *
 * Returns: the page that is read, from 0
 */
guint
barn_pages_view_get_page (BarnPagesView *self)
{
  g_return_val_if_fail (BARN_IS_PAGES_VIEW (self), 0);

  return self->page;
}

/**
 * barn_pages_view_show_page:
 * @self: a view
 * @page: a page, from 0
 *
 * Scrolls to the top of a page; to the last one where there are fewer.
 */
void
barn_pages_view_show_page (BarnPagesView *self,
                           guint          page)
{
  guint n_pages = barn_pages_view_get_n_pages (self);

  g_return_if_fail (BARN_IS_PAGES_VIEW (self));

  if (n_pages > 0)
    scroll_to_page (self, MIN (page, n_pages - 1));
}

/**
 * barn_pages_view_get_zoom:
 * @self: a view
 *
 * Returns: how large the pages are: 1 as on paper; 0: as wide as there is room
 */
double
barn_pages_view_get_zoom (BarnPagesView *self)
{
  g_return_val_if_fail (BARN_IS_PAGES_VIEW (self), 0);

  return self->zoom;
}

/**
 * barn_pages_view_set_zoom:
 * @self: a view
 * @zoom: how large the pages shall be: 1 as on paper; 0: as wide as there is room
 *
 * Makes the pages larger or smaller. What stands at the top of the window stays there.
 */
void
barn_pages_view_set_zoom (BarnPagesView *self,
                          double         zoom)
{
  GtkAdjustment *adjustment = get_vadjustment (self);
  double share;

  g_return_if_fail (BARN_IS_PAGES_VIEW (self));

  zoom = zoom > 0 ? CLAMP (zoom, zooms[0], zooms[G_N_ELEMENTS (zooms) - 1]) : 0;
  if (self->zoom == zoom)
    return;

  share = find_zoom (self);
  self->zoom = zoom;
  apply_zoom (self);
  /* The room comes with the next frame; the place is asked for in it */
  if (zoom > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      const double value = gtk_adjustment_get_value (adjustment) * zoom / share;

      gtk_adjustment_set_upper (adjustment, MAX (gtk_adjustment_get_upper (adjustment), value + gtk_adjustment_get_page_size (adjustment)));
      gtk_adjustment_set_value (adjustment, value);
    }
  show_words (self);
}
