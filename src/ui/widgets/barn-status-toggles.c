/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-status-toggles"

#include "config.h"

#include "barn-status-toggles.h"

#include <glib/gi18n-lib.h>

#include "barn-status-icon.h"
#include "barn-ui.h"
#include "barn-wrap-layout.h"

struct _BarnStatusToggles
{
  AdwBin           parent_instance;

  GtkToggleButton *toggles[BARN_N_STATUSES];
  BarnStatus       status;
};

enum
{
  PROP_STATUS = 1,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnStatusToggles, barn_status_toggles, ADW_TYPE_BIN)

static void
on_toggled (GtkToggleButton   *toggle,
            BarnStatusToggles *self)
{
  if (!gtk_toggle_button_get_active (toggle))
    return;

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      if (self->toggles[i] != toggle || self->status == (BarnStatus) i)
        continue;
      self->status = (BarnStatus) i;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
      g_signal_emit (self, signals[CHOSEN], 0, self->status);
    }
}

static GtkToggleButton *
create_toggle (BarnStatusToggles *self,
               BarnStatus         status)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (barn_status_get_icon (status));

  gtk_widget_add_css_class (icon, barn_status_get_style_class (status));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (barn_status_get_label (status)));
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "status-toggle");
  barn_ui_set_name (toggle, barn_status_get_label (status));
  g_signal_connect (toggle, "toggled", G_CALLBACK (on_toggled), self);

  return GTK_TOGGLE_BUTTON (toggle);
}

static void
barn_status_toggles_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_enum (value, (int) BARN_STATUS_TOGGLES (object)->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_status_toggles_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_STATUS:
      barn_status_toggles_set_status (BARN_STATUS_TOGGLES (object), (BarnStatus) g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_status_toggles_class_init (BarnStatusTogglesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = barn_status_toggles_get_property;
  object_class->set_property = barn_status_toggles_set_property;

  properties[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, BARN_TYPE_STATUS, BARN_STATUS_NOT_STARTED,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, BARN_TYPE_STATUS);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
barn_status_toggles_init (BarnStatusToggles *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, barn_wrap_layout_new (6));
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      self->toggles[i] = create_toggle (self, (BarnStatus) i);
      if (i > 0)
        gtk_toggle_button_set_group (self->toggles[i], self->toggles[0]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toggles[i]));
    }
  gtk_toggle_button_set_active (self->toggles[0], TRUE);
  adw_bin_set_child (ADW_BIN (self), box);
  barn_ui_set_name (GTK_WIDGET (self), _("Status"));
}

BarnStatus
barn_status_toggles_get_status (BarnStatusToggles *self)
{
  g_return_val_if_fail (BARN_IS_STATUS_TOGGLES (self), BARN_STATUS_NOT_STARTED);

  return self->status;
}

/**
 * barn_status_toggles_set_status:
 * @self: the toggles
 * @status: the one to put down
 *
 * Nobody chose it: chosen is not emitted.
 */
void
barn_status_toggles_set_status (BarnStatusToggles *self,
                                BarnStatus         status)
{
  g_return_if_fail (BARN_IS_STATUS_TOGGLES (self));
  g_return_if_fail (status < BARN_N_STATUSES);

  if (self->status == status)
    return;

  self->status = status;
  gtk_toggle_button_set_active (self->toggles[status], TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/**
 * barn_status_toggles_choose:
 * @self: the toggles
 * @status: the one to put down
 *
 * Puts a toggle down as a person does. One that is down already is chosen too: that it is still so has been said.
 */
void
barn_status_toggles_choose (BarnStatusToggles *self,
                            BarnStatus         status)
{
  g_return_if_fail (BARN_IS_STATUS_TOGGLES (self));
  g_return_if_fail (status < BARN_N_STATUSES);

  gtk_widget_grab_focus (GTK_WIDGET (self->toggles[status]));
  if (self->status == status)
    g_signal_emit (self, signals[CHOSEN], 0, status);
  else
    gtk_toggle_button_set_active (self->toggles[status], TRUE);
}
