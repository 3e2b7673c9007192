/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-field-bar"

#include "config.h"

#include "barn-field-bar.h"

#include "barn-ui.h"

struct _BarnFieldBar
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkLabel  *label;
  GtkWidget *answers;   /* NULL until there is one */
};

G_DEFINE_FINAL_TYPE (BarnFieldBar, barn_field_bar, GTK_TYPE_WIDGET)

static gboolean
is_vertical_box (GtkWidget *widget)
{
  return GTK_IS_BOX (widget) &&
         gtk_orientable_get_orientation (GTK_ORIENTABLE (widget)) == GTK_ORIENTATION_VERTICAL;
}

static void
barn_field_bar_dispose (GObject *object)
{
  BarnFieldBar *self = BARN_FIELD_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (barn_field_bar_parent_class)->dispose (object);
}

static void
barn_field_bar_class_init (BarnFieldBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_field_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
barn_field_bar_init (BarnFieldBar *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "xalign", 0.0f,
                              NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * barn_field_bar_new:
 * @sentence: what is to be said
 *
 * Returns: (transfer full): a new bar, floating
 */
GtkWidget *
barn_field_bar_new (const char *sentence)
{
  BarnFieldBar *self;

  g_return_val_if_fail (sentence != NULL, NULL);

  self = g_object_new (BARN_TYPE_FIELD_BAR, NULL);
  gtk_label_set_label (self->label, sentence);
  barn_ui_set_name (GTK_WIDGET (self), sentence);

  return GTK_WIDGET (self);
}

/**
 * barn_field_bar_get_sentence:
 * @self: a bar
 *
 * Returns: (transfer none): what it says
 */
const char *
barn_field_bar_get_sentence (BarnFieldBar *self)
{
  g_return_val_if_fail (BARN_IS_FIELD_BAR (self), NULL);

  return gtk_label_get_label (self->label);
}

/**
 * barn_field_bar_add_answer:
 * @self: a bar
 * @label: the words of the button
 * @answer: (scope notified): called when it is pressed
 * @object: passed to @answer
 */
void
barn_field_bar_add_answer (BarnFieldBar *self,
                           const char   *label,
                           GCallback     answer,
                           gpointer      object)
{
  GtkWidget *button;

  g_return_if_fail (BARN_IS_FIELD_BAR (self));
  g_return_if_fail (label != NULL && answer != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  if (self->answers == NULL)
    {
      self->answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (self->box), self->answers);
    }

  button = gtk_button_new_with_label (label);
  g_signal_connect_object (button, "clicked", answer, object, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->answers), button);
}

/**
 * barn_field_bar_put_under:
 * @self: a bar
 * @field: the field that it is about
 *
 * Puts the bar after the field in the nearest vertical box above it.
 *
 * Returns: whether there is such a box
 */
gboolean
barn_field_bar_put_under (BarnFieldBar *self,
                          GtkWidget    *field)
{
  GtkWidget *child = field;
  GtkWidget *parent;

  g_return_val_if_fail (BARN_IS_FIELD_BAR (self), FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (field), FALSE);

  for (parent = gtk_widget_get_parent (child); parent != NULL && !is_vertical_box (parent);
       parent = gtk_widget_get_parent (parent))
    child = parent;

  if (parent == NULL)
    return FALSE;

  gtk_box_insert_child_after (GTK_BOX (parent), GTK_WIDGET (self), child);
  return TRUE;
}

/**
 * barn_field_bar_take_away:
 * @self: a bar
 */
void
barn_field_bar_take_away (BarnFieldBar *self)
{
  GtkWidget *parent;

  g_return_if_fail (BARN_IS_FIELD_BAR (self));

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (parent != NULL)
    gtk_box_remove (GTK_BOX (parent), GTK_WIDGET (self));
}
