/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-header"

#include "config.h"

#include "barn-activity-header.h"

#include <glib/gi18n-lib.h>

#include "barn-activity-columns.h"
#include "barn-ui.h"

struct _BarnActivityHeader
{
  GtkWidget          parent_instance;

  GtkWidget         *buttons[BARN_N_ACTIVITY_ORDERS]; /* none for the order of the plan */
  GtkWidget         *arrows[BARN_N_ACTIVITY_ORDERS];
  guint              columns;
};

enum
{
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnActivityHeader, barn_activity_header, GTK_TYPE_WIDGET)

static const char *const names[BARN_N_ACTIVITY_ORDERS] = {
  [BARN_ACTIVITY_ORDER_STATUS] = N_("Status"),
  [BARN_ACTIVITY_ORDER_TITLE] = N_("Activity"),
  [BARN_ACTIVITY_ORDER_RESPONSIBLE] = N_("Responsible"),
  [BARN_ACTIVITY_ORDER_ROLES] = N_("Roles"),
  [BARN_ACTIVITY_ORDER_SHIFTS] = N_("Shift"),
  [BARN_ACTIVITY_ORDER_ARTICLES] = N_("Articles"),
  [BARN_ACTIVITY_ORDER_START] = N_("Start"),
  [BARN_ACTIVITY_ORDER_DUE] = N_("Due"),
  [BARN_ACTIVITY_ORDER_FIRST_DUE] = N_("First due"),
  [BARN_ACTIVITY_ORDER_FOLLOW_UP] = N_("Followed up"),
};

static const char *const sort_names[BARN_N_ACTIVITY_ORDERS] = {
  [BARN_ACTIVITY_ORDER_STATUS] = N_("Sort by status"),
  [BARN_ACTIVITY_ORDER_TITLE] = N_("Sort by title"),
  [BARN_ACTIVITY_ORDER_RESPONSIBLE] = N_("Sort by responsible"),
  [BARN_ACTIVITY_ORDER_ROLES] = N_("Sort by role"),
  [BARN_ACTIVITY_ORDER_SHIFTS] = N_("Sort by shift"),
  [BARN_ACTIVITY_ORDER_ARTICLES] = N_("Sort by article"),
  [BARN_ACTIVITY_ORDER_START] = N_("Sort by start date"),
  [BARN_ACTIVITY_ORDER_DUE] = N_("Sort by due date"),
  [BARN_ACTIVITY_ORDER_FIRST_DUE] = N_("Sort by first due date"),
  [BARN_ACTIVITY_ORDER_FOLLOW_UP] = N_("Sort by last follow-up"),
};

static void
on_clicked (GtkWidget          *button,
            BarnActivityHeader *self)
{
  for (guint i = BARN_ACTIVITY_ORDER_STATUS; i < BARN_N_ACTIVITY_ORDERS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[CLICKED], 0, i);
}

static int
get_height (BarnActivityHeader *self)
{
  int height = 0;

  for (guint i = BARN_ACTIVITY_ORDER_STATUS; i < BARN_N_ACTIVITY_ORDERS; i++)
    {
      int natural;

      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

static GtkSizeRequestMode
barn_activity_header_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
barn_activity_header_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  BarnActivityColumns columns;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = 600;
      return;
    }

  /* It is gone where rows are narrow. As GTK holds that what is wider never is higher, it insists on nothing and is given what it likes. */
  *minimum = 0;
  *natural = get_height (BARN_ACTIVITY_HEADER (widget));
  if (for_size < 0)
    return;

  barn_activity_columns_compute (&columns, widget, BARN_ACTIVITY_HEADER (widget)->columns, for_size);
  if (columns.narrow)
    *natural = 0;
}

static void
barn_activity_header_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  BarnActivityHeader *self = BARN_ACTIVITY_HEADER (widget);
  BarnActivityColumns columns;

  barn_activity_columns_compute (&columns, widget, self->columns, width);
  for (guint i = BARN_ACTIVITY_ORDER_STATUS; i < BARN_N_ACTIVITY_ORDERS; i++)
    {
      gboolean shown = !columns.narrow && columns.width[i] > 0;
      int minimum;

      gtk_widget_set_child_visible (self->buttons[i], shown);
      if (!shown)
        continue;
      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->buttons[i],
                                &(GtkAllocation) { columns.x[i], 0, MAX (columns.width[i], minimum), height }, -1);
    }
}

static void
barn_activity_header_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (barn_activity_header_parent_class)->dispose (object);
}

static void
barn_activity_header_class_init (BarnActivityHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_activity_header_dispose;
  widget_class->get_request_mode = barn_activity_header_get_request_mode;
  widget_class->measure = barn_activity_header_measure;
  widget_class->size_allocate = barn_activity_header_size_allocate;

  signals[CLICKED] =
    g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "activityheader");
}

static void
barn_activity_header_init (BarnActivityHeader *self)
{
  for (guint i = BARN_ACTIVITY_ORDER_STATUS; i < BARN_N_ACTIVITY_ORDERS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
      GtkWidget *label = gtk_label_new (_(names[i]));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      self->arrows[i] = gtk_image_new ();
      self->buttons[i] = gtk_button_new ();
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), self->arrows[i]);
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), box);
      gtk_widget_add_css_class (self->buttons[i], "flat");
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
      g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (on_clicked), self);
    }
  self->columns = BARN_ACTIVITY_COLUMNS_USUAL;
  barn_activity_header_set_order (self, BARN_ACTIVITY_ORDER_PLAN, FALSE);
}

/**
 * barn_activity_header_set_columns:
 * @self: the header
 * @columns: which columns to name, see barn-activity-columns.h
 */
void
barn_activity_header_set_columns (BarnActivityHeader *self,
                                  guint               columns)
{
  g_return_if_fail (BARN_IS_ACTIVITY_HEADER (self));

  self->columns = columns;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * barn_activity_header_set_order:
 * @self: the header
 * @order: what the rows are ordered by
 * @descending: whether the last comes first
 */
void
barn_activity_header_set_order (BarnActivityHeader *self,
                                BarnActivityOrder   order,
                                gboolean            descending)
{
  g_return_if_fail (BARN_IS_ACTIVITY_HEADER (self));

  for (guint i = BARN_ACTIVITY_ORDER_STATUS; i < BARN_N_ACTIVITY_ORDERS; i++)
    {
      const char *direction = descending ? _("Sorted, the last first") : _("Sorted, the first first");

      gtk_widget_set_visible (self->arrows[i], i == order);
      gtk_image_set_from_icon_name (GTK_IMAGE (self->arrows[i]), descending ? "pan-down-symbolic" : "pan-up-symbolic");
      barn_ui_set_name (self->buttons[i], _(sort_names[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, i == order ? direction : "",
                                      -1);
    }
}
