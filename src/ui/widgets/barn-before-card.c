/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-before-card"

#include "config.h"

#include "barn-before-card.h"

#include <glib/gi18n-lib.h>

#include "barn-status-icon.h"
#include "barn-ui.h"

struct _BarnBeforeCard
{
  AdwBin          parent_instance;

  GtkWidget      *none;
  BarnStatusIcon *status;
  GtkLabel       *day;
  GtkLabel       *comment;
  GtkWidget      *effect_heading;
  GtkLabel       *effect;
  GtkLabel       *already;
};

G_DEFINE_FINAL_TYPE (BarnBeforeCard, barn_before_card, ADW_TYPE_BIN)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* "26 February, Eva Ek", "No change · 26 February, Eva Ek" */
static char *
dup_when (BarnFollowUp *entry)
{
  g_autofree char *day = barn_ui_format_day (barn_follow_up_get_day (entry));
  const char *author = barn_follow_up_get_author (entry);
  g_autofree char *when = *author != '\0' ? g_strdup_printf ("%s, %s", day, author) : g_strdup (day);

  if (barn_follow_up_get_unchanged (entry))
    return g_strdup_printf ("%s · %s", _("No change"), when);

  return g_steal_pointer (&when);
}

static void
barn_before_card_class_init (BarnBeforeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-before-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnBeforeCard, none);
  gtk_widget_class_bind_template_child (widget_class, BarnBeforeCard, status);
  gtk_widget_class_bind_template_child (widget_class, BarnBeforeCard, day);
  gtk_widget_class_bind_template_child (widget_class, BarnBeforeCard, comment);
  gtk_widget_class_bind_template_child (widget_class, BarnBeforeCard, effect_heading);
  gtk_widget_class_bind_template_child (widget_class, BarnBeforeCard, effect);
  gtk_widget_class_bind_template_child (widget_class, BarnBeforeCard, already);
}

static void
barn_before_card_init (BarnBeforeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_before_card_show:
 * @self: the card
 * @plan: a plan
 * @occasion: one of its occasions
 * @activity: one of its activities
 * @shown: (nullable): a follow-up for the occasion that is shown elsewhere
 */
void
barn_before_card_show (BarnBeforeCard *self,
                       BarnPlan       *plan,
                       BarnOccasion   *occasion,
                       BarnActivity   *activity,
                       BarnFollowUp   *shown)
{
  BarnFollowUp *before;
  BarnFollowUp *made;
  const char *effect;
  g_autofree char *when = NULL;
  g_autofree char *already = NULL;

  g_return_if_fail (BARN_IS_BEFORE_CARD (self));
  g_return_if_fail (BARN_IS_PLAN (plan));
  g_return_if_fail (BARN_IS_OCCASION (occasion));
  g_return_if_fail (BARN_IS_ACTIVITY (activity));

  before = barn_occasion_find_previous_follow_up (occasion, plan, activity);
  made = barn_occasion_find_follow_up (occasion, plan, activity);
  effect = before != NULL ? barn_follow_up_get_effect (before) : "";
  when = before != NULL ? dup_when (before) : g_strdup ("");

  gtk_widget_set_visible (self->none, before == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->status), before != NULL);
  if (before != NULL)
    barn_status_icon_set_status (self->status, barn_follow_up_get_status (before));
  show_text (self->day, when);
  show_text (self->comment, before != NULL ? barn_follow_up_get_comment (before) : "");
  gtk_widget_set_visible (self->effect_heading, *effect != '\0');
  show_text (self->effect, effect);

  if (made != NULL && made != shown)
    {
      g_autofree char *made_when = dup_when (made);

      already = g_strdup_printf (_("For this occasion: %s, %s"), barn_status_get_label (barn_follow_up_get_status (made)),
                                 made_when);
    }
  show_text (self->already, already != NULL ? already : "");
}
