/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-status-bar"

#include "config.h"

#include "barn-status-bar.h"

#include <glib/gi18n-lib.h>

#include "barn-drawing.h"
#include "barn-ui.h"

#define BAR_HEIGHT 10
#define BAR_WIDTH 60

struct _BarnStatusBar
{
  GtkWidget parent_instance;

  BarnTally tally;
};

G_DEFINE_FINAL_TYPE (BarnStatusBar, barn_status_bar, GTK_TYPE_WIDGET)

static void
barn_status_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH : BAR_HEIGHT;
  *natural = *minimum;
}

static void
barn_status_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BarnStatusBar *self = BARN_STATUS_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  BarnSegment segments[BARN_N_STATUSES];
  guint n;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);

  n = barn_drawing_split (&self->tally, width, segments);
  for (guint i = 0; i < n; i++)
    {
      float wide = (float) (segments[i].until - segments[i].from);
      float from = rtl ? width - (float) segments[i].until : (float) segments[i].from;
      GdkRGBA color;

      barn_status_get_color (widget, segments[i].status, &color);
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (from, 0, wide, height));
    }

  gtk_snapshot_pop (snapshot);
}

static void
barn_status_bar_class_init (BarnStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = barn_status_bar_measure;
  widget_class->snapshot = barn_status_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "statusstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
barn_status_bar_init (BarnStatusBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  barn_ui_set_name (GTK_WIDGET (self), _("No activities"));
}

/**
 * barn_status_bar_new:
 *
 * Returns: (transfer full): an empty bar, floating
 */
GtkWidget *
barn_status_bar_new (void)
{
  return g_object_new (BARN_TYPE_STATUS_BAR, NULL);
}

/**
 * barn_status_bar_set_tally:
 * @self: a bar
 * @tally: the figures to show
 */
void
barn_status_bar_set_tally (BarnStatusBar   *self,
                           const BarnTally *tally)
{
  g_autofree char *words = NULL;

  g_return_if_fail (BARN_IS_STATUS_BAR (self));
  g_return_if_fail (tally != NULL);

  if (memcmp (&self->tally, tally, sizeof *tally) == 0)
    return;

  self->tally = *tally;
  words = barn_tally_dup_words (tally);
  barn_ui_set_name (GTK_WIDGET (self), *words != '\0' ? words : _("No activities"));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * barn_tally_dup_words:
 * @tally: figures
 *
 * Returns: (transfer full): them in words, those that are not zero: "2 done · 1 ongoing"
 */
char *
barn_tally_dup_words (const BarnTally *tally)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (tally != NULL, NULL);

  for (gsize i = 0; i < BARN_N_STATUSES; i++)
    {
      guint number = tally->by_status[barn_drawing_order[i]];

      if (number == 0)
        continue;
      if (words->len > 0)
        g_string_append (words, " · ");
      /* Translators: a status, and how many have it */
      g_string_append_printf (words, _("%s %u"), barn_status_get_label (barn_drawing_order[i]), number);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * barn_status_get_color:
 * @widget: where it is drawn
 * @status: a status
 * @color: (out): its colour in the theme: light, dark or high contrast
 */
void
barn_status_get_color (GtkWidget  *widget,
                       BarnStatus  status,
                       GdkRGBA    *color)
{
  static const char *const names[] = {
    [BARN_STATUS_NOT_STARTED] = "status_not_started",
    [BARN_STATUS_ONGOING] = "status_ongoing",
    [BARN_STATUS_DONE] = "status_done",
    [BARN_STATUS_PAUSED] = "status_paused",
    [BARN_STATUS_CANCELLED] = "status_cancelled",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == BARN_N_STATUSES);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (status < BARN_N_STATUSES);
  g_return_if_fail (color != NULL);

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), names[status], color))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
}
