/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-detail-pane"

#include "config.h"

#include "barn-detail-pane.h"

#include <glib/gi18n-lib.h>

#include "barn-activity-detail.h"
#include "barn-assessment-detail.h"
#include "barn-long-term-detail.h"
#include "barn-shift-detail.h"

struct _BarnDetailPane
{
  AdwBin                parent_instance;

  GtkLabel             *kind;
  GtkScrolledWindow    *scroller;
  GtkStack             *stack;
  BarnActivityDetail   *activity;
  BarnShiftDetail      *shift;
  BarnLongTermDetail   *long_term;
  BarnAssessmentDetail *assessment;

  BarnItem             *item;
  guint                 tick_id;
  guint                 n_ticks;
};

enum
{
  PROP_ITEM = 1,
  N_PROPS
};

enum
{
  CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnDetailPane, barn_detail_pane, ADW_TYPE_BIN)

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
barn_detail_pane_dispose (GObject *object)
{
  g_clear_object (&BARN_DETAIL_PANE (object)->item);

  G_OBJECT_CLASS (barn_detail_pane_parent_class)->dispose (object);
}

static void
barn_detail_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, BARN_DETAIL_PANE (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
barn_detail_pane_grab_focus (GtkWidget *widget)
{
  barn_detail_pane_focus (BARN_DETAIL_PANE (widget));

  return TRUE;
}

static void
remeasure_texts (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_widget_queue_resize (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    remeasure_texts (child);
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  BarnDetailPane *self = BARN_DETAIL_PANE (widget);

  if (++self->n_ticks < 3)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  remeasure_texts (widget);

  return G_SOURCE_REMOVE;
}

/* A text view is as high as its text was at the width that it had before: once it has its width it is asked again, as GTK forgets to */
static void
remeasure_soon (BarnDetailPane *self)
{
  self->n_ticks = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
barn_detail_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (barn_detail_pane_parent_class)->map (widget);
  remeasure_soon (BARN_DETAIL_PANE (widget));
}

static void
barn_detail_pane_class_init (BarnDetailPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_detail_pane_dispose;
  object_class->get_property = barn_detail_pane_get_property;
  widget_class->grab_focus = barn_detail_pane_grab_focus;
  widget_class->map = barn_detail_pane_map;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, BARN_TYPE_ITEM, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "detail.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "detail.close", NULL);

  g_type_ensure (BARN_TYPE_ACTIVITY_DETAIL);
  g_type_ensure (BARN_TYPE_ASSESSMENT_DETAIL);
  g_type_ensure (BARN_TYPE_LONG_TERM_DETAIL);
  g_type_ensure (BARN_TYPE_SHIFT_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnDetailPane, kind);
  gtk_widget_class_bind_template_child (widget_class, BarnDetailPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, BarnDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnDetailPane, activity);
  gtk_widget_class_bind_template_child (widget_class, BarnDetailPane, shift);
  gtk_widget_class_bind_template_child (widget_class, BarnDetailPane, long_term);
  gtk_widget_class_bind_template_child (widget_class, BarnDetailPane, assessment);
}

static void
barn_detail_pane_init (BarnDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_detail_pane_set_item:
 * @self: the pane
 * @file: (nullable): the plan file
 * @plan: (nullable): the plan of the year on show
 * @item: (nullable): an activity, a shift, a long-term item or a line of the register of barnkonsekvensanalyser
 *
 * Shows another item. What was typed about the one before is saved first.
 */
void
barn_detail_pane_set_item (BarnDetailPane *self,
                           BarnPlanFile   *file,
                           BarnPlan       *plan,
                           BarnItem       *item)
{
  g_return_if_fail (BARN_IS_DETAIL_PANE (self));
  g_return_if_fail (item == NULL || BARN_IS_PLAN_FILE (file));

  if (self->item == item)
    return;

  g_set_object (&self->item, item);

  /* Before it is filled: a text view that is filled out of sight keeps the height of one line */
  if (BARN_IS_ACTIVITY (item))
    {
      gtk_label_set_label (self->kind, _("Activity"));
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->activity));
    }
  else if (BARN_IS_SHIFT (item))
    {
      gtk_label_set_label (self->kind, _("Shift"));
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->shift));
    }
  else if (BARN_IS_LONG_TERM (item))
    {
      gtk_label_set_label (self->kind, _("Long Term"));
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->long_term));
    }
  else if (BARN_IS_ASSESSMENT (item))
    {
      gtk_label_set_label (self->kind, _("Child impact assessment"));
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->assessment));
    }

  barn_activity_detail_set_activity (self->activity, file, BARN_IS_ACTIVITY (item) ? BARN_ACTIVITY (item) : NULL);
  barn_shift_detail_set_shift (self->shift, file, plan, BARN_IS_SHIFT (item) ? BARN_SHIFT (item) : NULL);
  barn_long_term_detail_set_item (self->long_term, file, plan, BARN_IS_LONG_TERM (item) ? BARN_LONG_TERM (item) : NULL);
  barn_assessment_detail_set_assessment (self->assessment, file, BARN_IS_ASSESSMENT (item) ? BARN_ASSESSMENT (item) : NULL);

  remeasure_soon (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * barn_detail_pane_get_item:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): what it shows
 */
BarnItem *
barn_detail_pane_get_item (BarnDetailPane *self)
{
  g_return_val_if_fail (BARN_IS_DETAIL_PANE (self), NULL);

  return self->item;
}

/**
 * barn_detail_pane_focus:
 * @self: the pane
 *
 * Gives the keyboard to what is done most: the follow-up of an activity, the title of anything else.
 */
void
barn_detail_pane_focus (BarnDetailPane *self)
{
  g_return_if_fail (BARN_IS_DETAIL_PANE (self));

  if (BARN_IS_ACTIVITY (self->item))
    gtk_widget_grab_focus (GTK_WIDGET (self->activity));
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/**
 * barn_detail_pane_edit_title:
 * @self: the pane
 *
 * Gives the keyboard to the title, ready to be typed over: for something new.
 */
void
barn_detail_pane_edit_title (BarnDetailPane *self)
{
  g_return_if_fail (BARN_IS_DETAIL_PANE (self));

  if (BARN_IS_ACTIVITY (self->item))
    barn_activity_detail_edit_title (self->activity);
  else if (BARN_IS_SHIFT (self->item))
    barn_shift_detail_edit_title (self->shift);
  else if (BARN_IS_LONG_TERM (self->item))
    barn_long_term_detail_edit_title (self->long_term);
  else if (BARN_IS_ASSESSMENT (self->item))
    barn_assessment_detail_edit_title (self->assessment);
}
