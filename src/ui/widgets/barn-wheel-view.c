/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel-view"

#include "config.h"

#include "barn-wheel-view.h"

#include <adwaita.h>
#include <math.h>

#include "barn-ui.h"

#define LEAST_SIZE 240
#define USUAL_SIZE 560
#define TEXT_SHARE 0.84       /* of the font of the window */
#define MOST_TEXT 30.0        /* sizes of the text that it is wide and high at least */
#define MARGIN 6

/* Stands for a part of the wheel; it draws nothing */
#define BARN_TYPE_WHEEL_SPOT (barn_wheel_spot_get_type ())
G_DECLARE_FINAL_TYPE (BarnWheelSpot, barn_wheel_spot, BARN, WHEEL_SPOT, GtkWidget)

struct _BarnWheelSpot
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BarnWheelSpot, barn_wheel_spot, GTK_TYPE_WIDGET)

static void
barn_wheel_spot_class_init (BarnWheelSpotClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "wheelspot");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
barn_wheel_spot_init (BarnWheelSpot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

struct _BarnWheelView
{
  GtkWidget        parent_instance;

  BarnWheel       *wheel;
  BarnWheelLayout *layout;
  GdkTexture      *picture;     /* the wheel as it was drawn last; NULL: it must be drawn */
  int              picture_scale;
  GPtrArray       *spots;       /* of BarnWheelSpot: one a part */
  char            *marked;
  int              hovered;     /* the part under the pointer; -1: none */
  guint            reached;     /* where the keyboard was last */
};

enum
{
  OPENED,
  REACHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnWheelView, barn_wheel_view, GTK_TYPE_WIDGET)

/* As large as the texts around it, in whatever scale the desktop has */
static double
get_text_size (BarnWheelView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) > 0 ? pango_cairo_context_get_resolution (context) / 72 : 96.0 / 72;

  return size * TEXT_SHARE;
}

static BarnWheelTheme
get_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? BARN_WHEEL_HIGH_CONTRAST_DARK : BARN_WHEEL_HIGH_CONTRAST;

  return dark ? BARN_WHEEL_DARK : BARN_WHEEL_LIGHT;
}

static void
drop_picture (BarnWheelView *self)
{
  g_clear_object (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Drawn once, and again when something is another: what moves over it (focus, pointer) costs nothing then */
static GdkTexture *
draw_picture (BarnWheelView *self,
              int            width,
              int            height,
              int            scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *picture;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, MARGIN, MARGIN);
  barn_wheel_layout_draw (self->layout, cr, get_theme ());
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) (height * scale),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  picture = gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));

  return picture;
}

static int
find_focused (BarnWheelView *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->spots, i)))
      return (int) i;

  return -1;
}

static void
stroke_part (BarnWheelView *self,
             cairo_t       *cr,
             guint          part,
             double         line_width,
             const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  barn_wheel_layout_trace (self->layout, part, cr);
  cairo_stroke (cr);
}

/* Two lines, light and dark: one of them stands out from whatever is below */
static void
draw_outlines (BarnWheelView *self,
               GtkSnapshot   *snapshot,
               int            width,
               int            height)
{
  const int focused = find_focused (self);
  GdkRGBA text, ground = { 1, 1, 1, 1 };
  cairo_t *cr;

  if (focused < 0 && self->hovered < 0 && self->marked == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  if (text.red + text.green + text.blue > 1.5)
    ground = (GdkRGBA) { 0, 0, 0, 1 };

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_translate (cr, MARGIN, MARGIN);
  for (guint i = 0; self->marked != NULL && i < self->spots->len; i++)
    if (strcmp (barn_wheel_get_part (self->wheel, i)->id, self->marked) == 0)
      stroke_part (self, cr, i, 2, &text);
  if (self->hovered >= 0)
    stroke_part (self, cr, (guint) self->hovered, 1.5, &text);
  if (focused >= 0)
    {
      stroke_part (self, cr, (guint) focused, 5, &ground);
      stroke_part (self, cr, (guint) focused, 3, &text);
    }
  cairo_destroy (cr);
}

static void
on_spot_focus (BarnWheelView *self)
{
  int focused = find_focused (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (focused >= 0)
    {
      self->reached = (guint) focused;
      g_signal_emit (self, signals[REACHED], 0, self->reached);
    }
}

static GtkWidget *
add_spot (BarnWheelView *self)
{
  GtkWidget *spot = g_object_new (BARN_TYPE_WHEEL_SPOT, NULL);

  g_signal_connect_object (spot, "notify::has-focus", G_CALLBACK (on_spot_focus), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (spot, GTK_WIDGET (self));
  g_ptr_array_add (self->spots, spot);

  return spot;
}

static void
update_spots (BarnWheelView *self)
{
  guint n_parts = self->wheel != NULL ? barn_wheel_get_n_parts (self->wheel) : 0;

  while (self->spots->len > n_parts)
    {
      GtkWidget *spot = g_ptr_array_steal_index (self->spots, self->spots->len - 1);

      g_signal_handlers_disconnect_by_data (spot, self);
      gtk_widget_unparent (spot);
    }
  for (guint i = 0; i < n_parts; i++)
    {
      GtkWidget *spot = i < self->spots->len ? g_ptr_array_index (self->spots, i) : add_spot (self);
      g_autofree char *name = barn_wheel_dup_part_text (self->wheel, i);

      barn_ui_set_name (spot, name);
    }
}

static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BarnWheelView *self = BARN_WHEEL_VIEW (widget);
  int focused = find_focused (self);

  if (focused >= 0)
    gtk_widget_grab_focus (barn_wheel_view_get_spot (self, barn_wheel_step (self->wheel, (guint) focused,
                                                                            (BarnWheelStep) g_variant_get_int32 (parameter))));
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BarnWheelView *self = BARN_WHEEL_VIEW (widget);
  int focused = find_focused (self);

  if (focused >= 0)
    g_signal_emit (self, signals[OPENED], 0, (guint) focused);
}

static void
set_hovered (BarnWheelView *self,
             int            part)
{
  if (self->hovered == part)
    return;

  self->hovered = part;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), part >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
find_part (BarnWheelView *self,
           double         x,
           double         y)
{
  guint part;

  return self->layout != NULL && barn_wheel_layout_find (self->layout, x - MARGIN, y - MARGIN, &part) ? (int) part : -1;
}

static void
on_motion (BarnWheelView *self,
           double         x,
           double         y)
{
  set_hovered (self, find_part (self, x, y));
}

static void
on_leave (BarnWheelView *self)
{
  set_hovered (self, -1);
}

static void
on_released (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             BarnWheelView   *self)
{
  int part = find_part (self, x, y);

  if (part < 0)
    return;

  gtk_widget_grab_focus (barn_wheel_view_get_spot (self, (guint) part));
  g_signal_emit (self, signals[OPENED], 0, (guint) part);
}

static gboolean
barn_wheel_view_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  BarnWheelView *self = BARN_WHEEL_VIEW (widget);
  int part = keyboard ? find_focused (self) : find_part (self, x, y);
  g_autofree char *text = NULL;
  double left, top, width, height;

  if (part < 0 || self->layout == NULL)
    return FALSE;

  text = barn_wheel_dup_part_text (self->wheel, (guint) part);
  barn_wheel_layout_get_bounds (self->layout, (guint) part, &left, &top, &width, &height);
  gtk_tooltip_set_text (tooltip, text);
  /* Below the pointer, not below the whole arc; another arc is another tooltip */
  gtk_tooltip_set_tip_area (tooltip, keyboard ? &(GdkRectangle) { (int) left + MARGIN, (int) top + MARGIN, (int) width, (int) height }
                                              : &(GdkRectangle) { x - 8, y - 8, 16, 16 });

  return TRUE;
}

static void
barn_wheel_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = LEAST_SIZE;
  *natural = USUAL_SIZE;
}

static void
place_spot (BarnWheelView *self,
            guint          part)
{
  double x, y, width, height;

  barn_wheel_layout_get_bounds (self->layout, part, &x, &y, &width, &height);
  gtk_widget_size_allocate (g_ptr_array_index (self->spots, part),
                            &(GtkAllocation) { (int) floor (x) + MARGIN, (int) floor (y) + MARGIN,
                                               MAX ((int) ceil (width), 1), MAX ((int) ceil (height), 1) }, -1);
}

static void
barn_wheel_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  BarnWheelView *self = BARN_WHEEL_VIEW (widget);

  g_clear_pointer (&self->layout, barn_wheel_layout_free);
  drop_picture (self);
  if (self->wheel == NULL || width <= 2 * MARGIN || height <= 2 * MARGIN)
    return;

  /* Where there is little room, the wheel goes before large texts: the list beside it has them */
  self->layout = barn_wheel_layout_new (self->wheel, width - 2 * MARGIN, height - 2 * MARGIN, MIN (get_text_size (self), MIN (width, height) / MOST_TEXT));
  for (guint i = 0; i < self->spots->len; i++)
    {
      /* GTK wants it measured before it is given room */
      gtk_widget_measure (g_ptr_array_index (self->spots, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      place_spot (self, i);
    }
}

static void
barn_wheel_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BarnWheelView *self = BARN_WHEEL_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const int scale = gtk_widget_get_scale_factor (widget);

  if (self->layout == NULL)
    return;

  if (self->picture == NULL || self->picture_scale != scale)
    {
      g_clear_object (&self->picture);
      self->picture = draw_picture (self, width, height, scale);
      self->picture_scale = scale;
    }

  gtk_snapshot_append_texture (snapshot, self->picture, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_outlines (self, snapshot, width, height);
}

static void
barn_wheel_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (barn_wheel_view_parent_class)->css_changed (widget, change);

  /* Another size of text needs another place for everything */
  gtk_widget_queue_allocate (widget);
}

/* Tab comes to where the keyboard was, and leaves in one step */
static gboolean
barn_wheel_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  BarnWheelView *self = BARN_WHEEL_VIEW (widget);

  if (find_focused (self) >= 0 || self->spots->len == 0)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
barn_wheel_view_grab_focus (GtkWidget *widget)
{
  BarnWheelView *self = BARN_WHEEL_VIEW (widget);

  return self->spots->len > 0 && gtk_widget_grab_focus (barn_wheel_view_get_spot (self, MIN (self->reached, self->spots->len - 1)));
}

static void
barn_wheel_view_dispose (GObject *object)
{
  BarnWheelView *self = BARN_WHEEL_VIEW (object);

  g_clear_pointer (&self->layout, barn_wheel_layout_free);
  g_clear_pointer (&self->wheel, barn_wheel_unref);
  g_clear_object (&self->picture);
  update_spots (self);

  G_OBJECT_CLASS (barn_wheel_view_parent_class)->dispose (object);
}

static void
barn_wheel_view_finalize (GObject *object)
{
  BarnWheelView *self = BARN_WHEEL_VIEW (object);

  g_ptr_array_unref (self->spots);
  g_free (self->marked);

  G_OBJECT_CLASS (barn_wheel_view_parent_class)->finalize (object);
}

static void
add_step_key (GtkWidgetClass *klass,
              guint           key,
              guint           keypad_key,
              BarnWheelStep   step)
{
  gtk_widget_class_add_binding_action (klass, key, 0, "wheel.step", "i", (int) step);
  gtk_widget_class_add_binding_action (klass, keypad_key, 0, "wheel.step", "i", (int) step);
}

static void
barn_wheel_view_class_init (BarnWheelViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint open_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  object_class->dispose = barn_wheel_view_dispose;
  object_class->finalize = barn_wheel_view_finalize;
  widget_class->measure = barn_wheel_view_measure;
  widget_class->size_allocate = barn_wheel_view_size_allocate;
  widget_class->snapshot = barn_wheel_view_snapshot;
  widget_class->css_changed = barn_wheel_view_css_changed;
  widget_class->focus = barn_wheel_view_focus;
  widget_class->grab_focus = barn_wheel_view_grab_focus;
  widget_class->query_tooltip = barn_wheel_view_query_tooltip;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REACHED] = g_signal_new ("reached", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "wheel.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "wheel.open", NULL, open_action);
  add_step_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, BARN_WHEEL_NEXT);
  add_step_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, BARN_WHEEL_PREVIOUS);
  add_step_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, BARN_WHEEL_FIRST);
  add_step_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, BARN_WHEEL_LAST);
  add_step_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, BARN_WHEEL_OUT);
  add_step_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, BARN_WHEEL_IN);
  for (guint i = 0; i < G_N_ELEMENTS (open_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, open_keys[i], 0, "wheel.open", NULL);

  gtk_widget_class_set_css_name (widget_class, "wheel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
barn_wheel_view_init (BarnWheelView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->spots = g_ptr_array_new ();
  self->hovered = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (drop_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (drop_picture), self, G_CONNECT_SWAPPED);
}

/* Where the thing that was at @part before is now; the ring tells which of two arcs of the same activity */
static guint
find_same (BarnWheel           *wheel,
           const BarnWheelPart *part,
           guint                place)
{
  guint found = MIN (place, barn_wheel_get_n_parts (wheel) - 1);

  for (guint i = 0; i < barn_wheel_get_n_parts (wheel); i++)
    {
      const BarnWheelPart *other = barn_wheel_get_part (wheel, i);

      if (other->type != part->type || strcmp (other->id, part->id) != 0)
        continue;
      if (other->ring == part->ring && (part->type != BARN_WHEEL_BUNDLE || other->first == part->first))
        return i;
      if (part->type != BARN_WHEEL_BUNDLE)
        found = i;
    }

  return found;
}

/**
 * barn_wheel_view_set_wheel:
 * @self: a view
 * @wheel: (nullable): what it shows
 *
 * Shows another wheel. The keyboard stays on what it was on.
 */
void
barn_wheel_view_set_wheel (BarnWheelView *self,
                           BarnWheel     *wheel)
{
  g_autoptr (BarnWheel) before = NULL;
  int focused;

  g_return_if_fail (BARN_IS_WHEEL_VIEW (self));

  if (self->wheel == wheel)
    return;

  focused = find_focused (self);
  before = g_steal_pointer (&self->wheel);
  self->wheel = wheel != NULL ? barn_wheel_ref (wheel) : NULL;
  self->hovered = -1;
  if (before != NULL && wheel != NULL && self->reached < barn_wheel_get_n_parts (before) && barn_wheel_get_n_parts (wheel) > 0)
    self->reached = find_same (wheel, barn_wheel_get_part (before, self->reached), self->reached);
  else
    self->reached = 0;

  g_clear_pointer (&self->layout, barn_wheel_layout_free);
  update_spots (self);
  drop_picture (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (focused >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * barn_wheel_view_set_marked:
 * @self: a view
 * @id: (nullable): the id of an activity, an occasion or a mark
 *
 * Marks what is chosen elsewhere, in each ring that it is in.
 */
void
barn_wheel_view_set_marked (BarnWheelView *self,
                            const char    *id)
{
  g_return_if_fail (BARN_IS_WHEEL_VIEW (self));

  if (g_strcmp0 (self->marked, id) == 0)
    return;

  g_free (self->marked);
  self->marked = g_strdup (id);
  for (guint i = 0; i < self->spots->len; i++)
    if (id != NULL && strcmp (barn_wheel_get_part (self->wheel, i)->id, id) == 0)
      self->reached = i;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * barn_wheel_view_get_spot:
 * @self: a view
 * @part: a part of its wheel
 *
 * Returns: (transfer none) (nullable): what stands for it, for the keyboard and screen readers
 */
GtkWidget *
barn_wheel_view_get_spot (BarnWheelView *self,
                          guint          part)
{
  g_return_val_if_fail (BARN_IS_WHEEL_VIEW (self), NULL);

  return part < self->spots->len ? g_ptr_array_index (self->spots, part) : NULL;
}
