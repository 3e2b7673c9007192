/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-notice"

#include "config.h"

#include "barn-notice.h"

#include "barn-ui.h"

struct _BarnNotice
{
  GtkWidget    parent_instance;

  GtkRevealer *revealer;
  GtkWidget   *bar;
  GtkLabel    *label;
  GtkButton   *button;
  GtkWidget   *close_button;
};

G_DEFINE_FINAL_TYPE (BarnNotice, barn_notice, GTK_TYPE_WIDGET)

static void
on_close (BarnNotice *self)
{
  barn_notice_hide (self);
}

static void
barn_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BARN_TYPE_NOTICE);

  G_OBJECT_CLASS (barn_notice_parent_class)->dispose (object);
}

static void
barn_notice_class_init (BarnNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_notice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, BarnNotice, bar);
  gtk_widget_class_bind_template_child (widget_class, BarnNotice, label);
  gtk_widget_class_bind_template_child (widget_class, BarnNotice, button);
  gtk_widget_class_bind_template_child (widget_class, BarnNotice, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
barn_notice_init (BarnNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_notice_show:
 * @self: a notice
 * @sentence: what to say
 * @button: (nullable): the label of a button
 * @action: (nullable): the action that the button activates
 * @closable: whether a person can put the notice away
 */
void
barn_notice_show (BarnNotice *self,
                  const char *sentence,
                  const char *button,
                  const char *action,
                  gboolean    closable)
{
  g_return_if_fail (BARN_IS_NOTICE (self));
  g_return_if_fail (sentence != NULL);
  g_return_if_fail ((button == NULL) == (action == NULL));

  gtk_label_set_label (self->label, sentence);
  barn_ui_set_name (self->bar, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (self->button, button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  gtk_widget_set_visible (self->close_button, closable);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * barn_notice_hide:
 * @self: a notice
 */
void
barn_notice_hide (BarnNotice *self)
{
  g_return_if_fail (BARN_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * barn_notice_is_shown:
 * @self: a notice
 *
 * Returns: whether it says something
 */
gboolean
barn_notice_is_shown (BarnNotice *self)
{
  g_return_val_if_fail (BARN_IS_NOTICE (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}
