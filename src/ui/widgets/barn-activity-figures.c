/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-figures"

#include "config.h"

#include "barn-activity-figures.h"

#include <glib/gi18n-lib.h>

#include "barn-status-icon.h"
#include "barn-ui.h"
#include "barn-wrap-layout.h"

/* The figures: all, the statuses, overdue, without follow-up */
#define N_FIGURES (BARN_N_STATUSES + 3)
#define FIGURE_ALL 0
#define FIGURE_STATUS 1
#define FIGURE_OVERDUE (BARN_N_STATUSES + 1)
#define FIGURE_WITHOUT_FOLLOW_UP (BARN_N_STATUSES + 2)

struct _BarnActivityFigures
{
  AdwBin           parent_instance;

  GtkToggleButton *toggles[N_FIGURES];
  BarnFilter      *filter; /* (nullable): unowned */
  BarnTally        tally;
  gboolean         filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnActivityFigures, barn_activity_figures, ADW_TYPE_BIN)

static void
show_figure (BarnActivityFigures *self,
             guint                figure,
             const char          *word,
             guint                count,
             gboolean             active)
{
  GtkToggleButton *toggle = self->toggles[figure];
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (toggle));
  /* Translators: a status and how many activities have it, as in "Ongoing 6" */
  g_autofree char *words = g_strdup_printf (_("%s %u"), word, count);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), words);
  barn_ui_set_name (GTK_WIDGET (toggle), words);
  gtk_toggle_button_set_active (toggle, active);
  /* One that has the keyboard stays where it is, whatever it counts */
  gtk_widget_set_visible (GTK_WIDGET (toggle),
                          figure == FIGURE_ALL || count > 0 || active || gtk_widget_has_focus (GTK_WIDGET (toggle)));
}

static void
show_figures (BarnActivityFigures *self)
{
  const BarnFilter *filter = self->filter;
  const BarnTally *tally = &self->tally;

  if (filter == NULL)
    return;

  self->filling = TRUE;
  show_figure (self, FIGURE_ALL, _("All"), tally->total,
               filter->statuses == 0 && !filter->overdue && !filter->without_follow_up);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    show_figure (self, FIGURE_STATUS + i, barn_status_get_label ((BarnStatus) i), tally->by_status[i],
                 (filter->statuses & (1u << i)) != 0);
  show_figure (self, FIGURE_OVERDUE, _("Overdue"), tally->overdue, filter->overdue);
  show_figure (self, FIGURE_WITHOUT_FOLLOW_UP, _("Without follow-up"), tally->without_follow_up, filter->without_follow_up);
  self->filling = FALSE;
}

static void
on_toggled (GtkToggleButton     *toggle,
            BarnActivityFigures *self)
{
  gboolean active = gtk_toggle_button_get_active (toggle);
  guint figure = 0;

  if (self->filling || self->filter == NULL)
    return;

  while (self->toggles[figure] != toggle)
    figure++;

  if (figure == FIGURE_ALL)
    {
      self->filter->statuses = 0;
      self->filter->overdue = FALSE;
      self->filter->without_follow_up = FALSE;
    }
  else if (figure == FIGURE_OVERDUE)
    self->filter->overdue = active;
  else if (figure == FIGURE_WITHOUT_FOLLOW_UP)
    self->filter->without_follow_up = active;
  else
    self->filter->statuses ^= 1u << (figure - FIGURE_STATUS);

  show_figures (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_icon (guint figure)
{
  const char *name = NULL;
  const char *style = NULL;
  GtkWidget *icon;

  if (figure >= FIGURE_STATUS && figure < FIGURE_OVERDUE)
    {
      name = barn_status_get_icon ((BarnStatus) (figure - FIGURE_STATUS));
      style = barn_status_get_style_class ((BarnStatus) (figure - FIGURE_STATUS));
    }
  else if (figure == FIGURE_OVERDUE)
    {
      name = "barn-overdue-symbolic";
      style = "overdue";
    }
  else if (figure == FIGURE_WITHOUT_FOLLOW_UP)
    name = "barn-without-follow-up-symbolic";

  if (name == NULL)
    return NULL;

  icon = gtk_image_new_from_icon_name (name);
  if (style != NULL)
    gtk_widget_add_css_class (icon, style);

  return icon;
}

static GtkToggleButton *
create_toggle (BarnActivityFigures *self,
               guint                figure)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = create_icon (figure);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "figure-toggle");
  g_signal_connect (toggle, "toggled", G_CALLBACK (on_toggled), self);

  return GTK_TOGGLE_BUTTON (toggle);
}

static void
barn_activity_figures_class_init (BarnActivityFiguresClass *klass)
{
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
barn_activity_figures_init (BarnActivityFigures *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (BARN_TYPE_WRAP_LAYOUT, "spacing", 3, "steady", TRUE, NULL));
  barn_ui_set_name (box, _("How many activities have which status"));
  for (guint i = 0; i < N_FIGURES; i++)
    {
      self->toggles[i] = create_toggle (self, i);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toggles[i]));
    }
  adw_bin_set_child (ADW_BIN (self), box);
}

void
barn_activity_figures_set_filter (BarnActivityFigures *self,
                                  BarnFilter          *filter)
{
  g_return_if_fail (BARN_IS_ACTIVITY_FIGURES (self));

  self->filter = filter;
  show_figures (self);
}

void
barn_activity_figures_set_tally (BarnActivityFigures *self,
                                 const BarnTally     *tally)
{
  g_return_if_fail (BARN_IS_ACTIVITY_FIGURES (self));
  g_return_if_fail (tally != NULL);

  self->tally = *tally;
  show_figures (self);
}
