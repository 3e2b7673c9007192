/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-status-icon"

#include "config.h"

#include "barn-status-icon.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

struct _BarnStatusIcon
{
  GtkWidget  parent_instance;

  GtkWidget *icon;
  GtkWidget *word;
  GtkWidget *overdue_icon;
  GtkWidget *overdue_word;

  BarnStatus status;
  gboolean   overdue;
  gboolean   compact;
};

enum
{
  PROP_STATUS = 1,
  PROP_OVERDUE,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnStatusIcon, barn_status_icon, GTK_TYPE_WIDGET)

static const char *const style_classes[] = {
  [BARN_STATUS_NOT_STARTED] = "status-not-started",
  [BARN_STATUS_ONGOING] = "status-ongoing",
  [BARN_STATUS_DONE] = "status-done",
  [BARN_STATUS_PAUSED] = "status-paused",
  [BARN_STATUS_CANCELLED] = "status-cancelled",
};

G_STATIC_ASSERT (G_N_ELEMENTS (style_classes) == BARN_N_STATUSES);

static void
update (BarnStatusIcon *self)
{
  g_autofree char *words = barn_status_dup_words (self->status, self->overdue);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), barn_status_get_icon (self->status));
  gtk_label_set_label (GTK_LABEL (self->word), barn_status_get_label (self->status));
  gtk_widget_set_visible (self->word, !self->compact);
  gtk_widget_set_visible (self->overdue_icon, self->overdue);
  gtk_widget_set_visible (self->overdue_word, self->overdue && !self->compact);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), self->compact);
  barn_ui_set_name (GTK_WIDGET (self), words);
}

static void
update_style (BarnStatusIcon *self,
              BarnStatus      before)
{
  gtk_widget_remove_css_class (self->icon, style_classes[before]);
  gtk_widget_add_css_class (self->icon, style_classes[self->status]);
}

/* A tooltip's text that is set beforehand asks the screen where the pointer is, once for each icon of a page */
static gboolean
barn_status_icon_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  BarnStatusIcon *self = BARN_STATUS_ICON (widget);
  g_autofree char *words = barn_status_dup_words (self->status, self->overdue);

  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

static void
barn_status_icon_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (barn_status_icon_parent_class)->dispose (object);
}

static void
barn_status_icon_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BarnStatusIcon *self = BARN_STATUS_ICON (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_enum (value, (int) self->status);
      break;
    case PROP_OVERDUE:
      g_value_set_boolean (value, self->overdue);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_status_icon_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  BarnStatusIcon *self = BARN_STATUS_ICON (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      barn_status_icon_set_status (self, (BarnStatus) g_value_get_enum (value));
      break;
    case PROP_OVERDUE:
      barn_status_icon_set_overdue (self, g_value_get_boolean (value));
      break;
    case PROP_COMPACT:
      barn_status_icon_set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_status_icon_class_init (BarnStatusIconClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_status_icon_dispose;
  object_class->get_property = barn_status_icon_get_property;
  object_class->set_property = barn_status_icon_set_property;
  widget_class->query_tooltip = barn_status_icon_query_tooltip;

  properties[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, BARN_TYPE_STATUS, BARN_STATUS_NOT_STARTED,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OVERDUE] =
    g_param_spec_boolean ("overdue", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statusicon");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_word (BarnStatusIcon *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "xalign", 0.0f,
                                   NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static GtkWidget *
add_icon (BarnStatusIcon *self)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  gtk_widget_set_parent (image, GTK_WIDGET (self));
  return image;
}

static void
barn_status_icon_init (BarnStatusIcon *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->icon = add_icon (self);
  self->word = add_word (self);
  self->overdue_icon = add_icon (self);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->overdue_icon), "barn-overdue-symbolic");
  gtk_widget_add_css_class (self->overdue_icon, "overdue");
  gtk_widget_set_margin_start (self->overdue_icon, 6);
  self->overdue_word = add_word (self);
  gtk_label_set_label (GTK_LABEL (self->overdue_word), _("Overdue"));
  gtk_widget_add_css_class (self->overdue_word, "overdue");

  update_style (self, self->status);
  update (self);
}

/**
 * barn_status_icon_new:
 *
 * Returns: (transfer full): "Not started", floating
 */
GtkWidget *
barn_status_icon_new (void)
{
  return g_object_new (BARN_TYPE_STATUS_ICON, NULL);
}

/**
 * barn_status_icon_get_status:
 * @self: a status icon
 *
 * Returns: the status shown
 */
BarnStatus
barn_status_icon_get_status (BarnStatusIcon *self)
{
  g_return_val_if_fail (BARN_IS_STATUS_ICON (self), BARN_STATUS_NOT_STARTED);

  return self->status;
}

/**
 * barn_status_icon_set_status:
 * @self: a status icon
 * @status: the status to show
 */
void
barn_status_icon_set_status (BarnStatusIcon *self,
                             BarnStatus      status)
{
  BarnStatus before;

  g_return_if_fail (BARN_IS_STATUS_ICON (self));
  g_return_if_fail (status < BARN_N_STATUSES);

  if (self->status == status)
    return;

  before = self->status;
  self->status = status;
  update_style (self, before);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/**
 * barn_status_icon_get_overdue:
 * @self: a status icon
 *
 * Returns: whether overdue stands beside the status
 */
gboolean
barn_status_icon_get_overdue (BarnStatusIcon *self)
{
  g_return_val_if_fail (BARN_IS_STATUS_ICON (self), FALSE);

  return self->overdue;
}

/**
 * barn_status_icon_set_overdue:
 * @self: a status icon
 * @overdue: whether overdue stands beside the status
 */
void
barn_status_icon_set_overdue (BarnStatusIcon *self,
                              gboolean        overdue)
{
  g_return_if_fail (BARN_IS_STATUS_ICON (self));

  overdue = !!overdue;
  if (self->overdue == overdue)
    return;

  self->overdue = overdue;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OVERDUE]);
}

/**
 * barn_status_icon_get_compact:
 * @self: a status icon
 *
 * Returns: whether the words are only in the tooltip
 */
gboolean
barn_status_icon_get_compact (BarnStatusIcon *self)
{
  g_return_val_if_fail (BARN_IS_STATUS_ICON (self), FALSE);

  return self->compact;
}

/**
 * barn_status_icon_set_compact:
 * @self: a status icon
 * @compact: whether the words are only in the tooltip, where there is no room for them
 */
void
barn_status_icon_set_compact (BarnStatusIcon *self,
                              gboolean        compact)
{
  g_return_if_fail (BARN_IS_STATUS_ICON (self));

  compact = !!compact;
  if (self->compact == compact)
    return;

  self->compact = compact;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

/**
 * barn_status_get_style_class:
 * @status: a status
 *
 * Returns: (transfer none): the style class that bears the status's colour
 */
const char *
barn_status_get_style_class (BarnStatus status)
{
  g_return_val_if_fail (status < BARN_N_STATUSES, NULL);

  return style_classes[status];
}

/**
 * barn_status_dup_words:
 * @status: a status
 * @overdue: whether it is overdue
 *
 * Returns: (transfer full): both in words
 */
char *
barn_status_dup_words (BarnStatus status,
                       gboolean   overdue)
{
  g_return_val_if_fail (status < BARN_N_STATUSES, NULL);

  if (!overdue)
    return g_strdup (barn_status_get_label (status));

  /* Translators: a status, with that it is overdue beside it */
  return g_strdup_printf (_("%s, overdue"), barn_status_get_label (status));
}
