/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-follow-up-page"

#include "config.h"

#include "barn-follow-up-page.h"

#include <glib/gi18n-lib.h>

#include "barn-before-card.h"
#include "barn-close-dialog.h"
#include "barn-field-binding.h"
#include "barn-follow-up-editor.h"
#include "barn-follow-up-steps.h"
#include "barn-follow-up-subject.h"
#include "barn-occasion-choice.h"
#include "barn-occasion-report.h"
#include "barn-occasions-dialog.h"
#include "barn-reported-dialog.h"
#include "barn-ui.h"

struct _BarnFollowUpPage
{
  BarnPage             parent_instance;

  GtkStack            *stack;             /* "none", "no-activities", "no-occasions", "occasion" */
  GtkWidget           *tools;
  BarnOccasionChoice  *choice;
  GtkWidget           *close_button;
  GtkWidget           *progress;
  GtkLabel            *progress_label;
  GtkLabel            *period_label;
  GtkProgressBar      *progress_bar;
  GtkStack            *view;              /* "work", "finished", "closed" */
  GtkScrolledWindow   *scroller;
  GtkWidget           *correction;
  BarnFollowUpSubject *subject;
  BarnFollowUpEditor  *editor;
  GtkLabel            *hint;
  BarnBeforeCard      *before;
  AdwStatusPage       *finished;
  GtkWidget           *finished_all;
  GtkWidget           *finished_close;
  GtkWidget           *finished_previous;
  BarnOccasionReport  *report;

  BarnPlanFile        *watched;
  BarnActivity        *activity;          /* the one on show; NULL: none is left */
  char                *wanted;            /* the id of the one to show when it is there, or NULL */
  gboolean             correcting;        /* what a closed occasion reported */
  guint                update_source;
};

G_DEFINE_FINAL_TYPE (BarnFollowUpPage, barn_follow_up_page, BARN_TYPE_PAGE)

static BarnPlan *
get_plan (BarnFollowUpPage *self)
{
  return barn_page_get_plan (BARN_PAGE (self));
}

static BarnPlanFile *
get_file (BarnFollowUpPage *self)
{
  return barn_page_get_file (BARN_PAGE (self));
}

static BarnOccasion *
get_occasion (BarnFollowUpPage *self)
{
  return get_plan (self) != NULL ? barn_occasion_choice_get_occasion (self->choice) : NULL;
}

static gboolean
is_closed (BarnFollowUpPage *self)
{
  BarnOccasion *occasion = get_occasion (self);

  return occasion != NULL && barn_occasion_get_closed_on (occasion) != BARN_DAY_NONE;
}

static gboolean
is_at_work (BarnFollowUpPage *self)
{
  return self->activity != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->view), "work") == 0;
}

static BarnFollowUpSteps
get_steps (BarnFollowUpPage *self)
{
  return (BarnFollowUpSteps) {
    get_plan (self), get_occasion (self), barn_occasion_choice_get_role (self->choice), barn_occasion_choice_get_unit (self->choice)
  };
}

static BarnActivity *
find_next (BarnFollowUpPage *self)
{
  BarnFollowUpSteps steps = get_steps (self);

  return barn_follow_up_steps_find_next (&steps, self->activity);
}

static BarnActivity *
find_previous (BarnFollowUpPage *self)
{
  BarnFollowUpSteps steps = get_steps (self);

  return barn_follow_up_steps_find_previous (&steps, self->activity);
}

static gboolean
is_of_part (BarnFollowUpPage *self,
            BarnActivity     *activity)
{
  BarnFollowUpSteps steps = get_steps (self);

  return barn_follow_up_steps_has (&steps, activity);
}

static void
say_hint (BarnFollowUpPage *self,
          const char       *hint)
{
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

static void
update_actions (BarnFollowUpPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  BarnOccasion *occasion = get_occasion (self);
  gboolean can_edit = barn_page_can_edit (BARN_PAGE (self));
  gboolean at_work = is_at_work (self);
  gboolean closed = is_closed (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->editor), can_edit);
  gtk_widget_action_set_enabled (widget, "follow-up.unchanged", can_edit && at_work && !closed);
  gtk_widget_action_set_enabled (widget, "follow-up.skip", at_work && !closed && find_next (self) != NULL);
  gtk_widget_action_set_enabled (widget, "follow-up.previous", occasion != NULL && !closed && find_previous (self) != NULL);
  gtk_widget_action_set_enabled (widget, "follow-up.show-activity", at_work);
  gtk_widget_action_set_enabled (widget, "follow-up.close-occasion", can_edit && occasion != NULL && !closed);
  gtk_widget_action_set_enabled (widget, "follow-up.reopen", can_edit && closed);
  gtk_widget_action_set_enabled (widget, "follow-up.reported", closed);
  gtk_widget_action_set_enabled (widget, "follow-up.tertial", can_edit);
  gtk_widget_action_set_enabled (widget, "follow-up.occasions", can_edit);
}

static char *
dup_period (BarnFollowUpPage *self,
            BarnOccasion     *occasion)
{
  BarnDay cut_off = barn_occasion_get_cut_off (occasion);
  BarnDay first_day = barn_occasion_get_first_day (occasion, get_plan (self));
  g_autofree char *last = barn_ui_format_day (cut_off);
  g_autofree char *first = barn_ui_format_day (first_day);

  if (barn_occasion_get_state (occasion, get_plan (self), BARN_DAY_NONE) == BARN_OCCASION_COMING)
    return g_strdup_printf (_("The period begins on %s"), first);
  if (cut_off < barn_clock_get_today ())
    return g_strdup_printf (_("The cut-off date was %s"), last);

  return g_strdup_printf (_("The cut-off date is %s"), last);
}

static void
show_progress (BarnFollowUpPage *self,
               BarnOccasion     *occasion)
{
  guint n_asked;
  g_autoptr (GPtrArray) left =
    barn_occasion_list_left (occasion, get_plan (self), barn_occasion_choice_get_unit (self->choice),
                             barn_occasion_choice_get_role (self->choice), &n_asked);
  g_autofree char *period = dup_period (self, occasion);
  g_autofree char *words = NULL;

  /* Translators: activities followed up, of how many, and how many are left */
  words = g_strdup_printf (_("%u of %u followed up · %u left"), n_asked - left->len, n_asked, left->len);
  gtk_label_set_label (self->progress_label, words);
  gtk_label_set_label (self->period_label, period);
  gtk_progress_bar_set_fraction (self->progress_bar, n_asked > 0 ? (double) (n_asked - left->len) / n_asked : 1);
  barn_ui_set_name (GTK_WIDGET (self->progress_bar), words);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), n_asked > 0);
  gtk_widget_set_visible (self->finished_previous, n_asked > 0);
}

static void
show_finished (BarnFollowUpPage *self,
               BarnOccasion     *occasion)
{
  gboolean is_part = *barn_occasion_choice_get_part (self->choice) != '\0';
  g_autoptr (GPtrArray) left = barn_occasion_list_left (occasion, get_plan (self), NULL, NULL, NULL);
  g_autofree char *description = NULL;

  if (left->len > 0)
    description = g_strdup_printf (ngettext ("In the rest of the plan %u activity is left.",
                                             "In the rest of the plan %u activities are left.", left->len), left->len);
  else
    description = g_strdup_printf (_("Everything in “%s” is followed up. It can be closed: then it is kept as it was reported."),
                                   barn_occasion_get_title (occasion));

  adw_status_page_set_title (self->finished, is_part ? _("This Part Is Followed Up") : _("All Is Followed Up"));
  adw_status_page_set_description (self->finished, description);
  gtk_widget_set_visible (self->finished_all, is_part && left->len > 0);
  gtk_widget_set_visible (self->finished_close, left->len == 0);
}

static void
show_activity (BarnFollowUpPage *self)
{
  barn_follow_up_editor_follow_up_for (self->editor, get_file (self), get_plan (self), get_occasion (self), self->activity);
  barn_follow_up_subject_show (self->subject, barn_page_get_model (BARN_PAGE (self)), self->activity);
  barn_before_card_show (self->before, get_plan (self), get_occasion (self), self->activity,
                         barn_follow_up_editor_get_current (self->editor));
  gtk_widget_set_visible (self->correction, is_closed (self));
}

/* The one to show: the one asked for, the one on show while it is there, else the first that is left */
static void
choose_activity (BarnFollowUpPage *self)
{
  BarnModel *model = barn_page_get_model (BARN_PAGE (self));
  g_autofree char *wanted = g_steal_pointer (&self->wanted);
  BarnItem *item = wanted != NULL ? barn_model_lookup (model, wanted) : NULL;

  if (item != NULL && BARN_IS_ACTIVITY (item))
    g_set_object (&self->activity, BARN_ACTIVITY (item));

  if (self->activity != NULL && !self->correcting && !is_of_part (self, self->activity))
    g_clear_object (&self->activity);
  if (self->activity != NULL && barn_model_lookup (model, barn_item_get_id (BARN_ITEM (self->activity))) == NULL)
    g_clear_object (&self->activity);
  if (self->activity == NULL && !self->correcting)
    g_set_object (&self->activity, find_next (self));
}

static const char *
choose_view (BarnFollowUpPage *self)
{
  if (is_closed (self) && !(self->correcting && self->activity != NULL))
    return "closed";

  return self->activity != NULL ? "work" : "finished";
}

static void
show_occasion (BarnFollowUpPage *self,
               BarnOccasion     *occasion)
{
  const char *view;

  self->correcting = self->correcting && is_closed (self);
  choose_activity (self);
  view = choose_view (self);

  show_progress (self, occasion);
  gtk_widget_set_visible (self->progress, !is_closed (self));
  gtk_widget_set_visible (self->close_button, !is_closed (self));
  if (strcmp (view, "work") == 0)
    show_activity (self);
  else
    barn_follow_up_editor_set_activity (self->editor, NULL, NULL);
  if (strcmp (view, "finished") == 0)
    show_finished (self, occasion);
  if (strcmp (view, "closed") == 0)
    barn_occasion_report_show (self->report, get_file (self), get_plan (self), occasion);
  gtk_stack_set_visible_child_name (self->view, view);
}

static const char *
choose_page (BarnFollowUpPage *self)
{
  BarnPlan *plan = get_plan (self);

  if (plan == NULL)
    return "none";
  if (g_list_model_get_n_items (barn_plan_get_occasions (plan)) > 0)
    return "occasion";
  if (g_list_model_get_n_items (barn_plan_get_activities (plan)) == 0)
    return "no-activities";

  return "no-occasions";
}

static void
update_now (BarnFollowUpPage *self)
{
  const char *page = choose_page (self);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (strcmp (page, "occasion") == 0)
    {
      barn_occasion_choice_update (self->choice, barn_page_get_model (BARN_PAGE (self)), get_plan (self));
      show_occasion (self, get_occasion (self));
    }
  else
    {
      g_clear_object (&self->activity);
      barn_follow_up_editor_set_activity (self->editor, NULL, NULL);
    }
  gtk_stack_set_visible_child_name (self->stack, page);
  update_actions (self);
}

static gboolean
on_update (gpointer user_data)
{
  BarnFollowUpPage *self = user_data;

  self->update_source = 0;
  update_now (self);

  return G_SOURCE_REMOVE;
}

/* Nobody reads it while it is not on the screen */
static void
queue_update (BarnFollowUpPage *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (on_update, self);
}

static gboolean
focus_view (BarnFollowUpPage *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (page, "occasion") != 0)
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  if (is_at_work (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->subject));

  if (gtk_widget_get_visible (self->finished_close) && gtk_widget_grab_focus (self->finished_close))
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* Shows another activity, or what there is where none is left, and gives it the keyboard */
static void
go_to (BarnFollowUpPage *self,
       BarnActivity     *activity)
{
  say_hint (self, NULL);
  g_set_object (&self->activity, activity);
  update_now (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  focus_view (self);
}

static void
on_finished (BarnFollowUpPage *self)
{
  if (barn_follow_up_editor_get_current (self->editor) == NULL)
    {
      say_hint (self, _("Nothing is written yet. Choose the status or write what happened, or say “No change” (F7)."));
      return;
    }

  if (self->correcting)
    {
      self->correcting = FALSE;
      go_to (self, NULL);
      return;
    }

  go_to (self, find_next (self));
}

static void
on_choice_changed (BarnFollowUpPage *self)
{
  self->correcting = FALSE;
  g_clear_object (&self->activity);
  say_hint (self, NULL);
  update_now (self);
}

/* A correction of what a closed occasion says of an activity */
static void
correct (BarnFollowUpPage *self,
         BarnActivity     *activity)
{
  self->correcting = TRUE;
  go_to (self, activity);
}

static void
on_correct (BarnFollowUpPage *self,
            BarnActivity     *activity)
{
  correct (self, activity);
}

/* What is missing is mended here, but for who is responsible */
static void
on_gap_followed (BarnFollowUpPage *self,
                 BarnActivity     *activity,
                 gboolean          here)
{
  if (!here)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-item", "s", barn_item_get_id (BARN_ITEM (activity)));
      return;
    }

  if (!is_of_part (self, activity))
    barn_occasion_choice_set_part (self->choice, "");
  go_to (self, activity);
}

static void
unchanged_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (!barn_field_binding_save_all (get_file (self)))
    return;
  if (barn_follow_up_editor_get_current (self->editor) != NULL)
    {
      say_hint (self, _("Something is written here already. Save it and go on with Ctrl+Enter."));
      return;
    }

  g_ptr_array_add (one, self->activity);
  if (!barn_plan_file_say_unchanged (get_file (self), get_occasion (self), one, &error))
    barn_ui_report_error (widget, error);
  else
    go_to (self, find_next (self));
}

static void
skip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);

  go_to (self, find_next (self));
}

static void
previous_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);

  go_to (self, find_previous (self));
}

static void
show_activity_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-item", "s",
                              barn_item_get_id (BARN_ITEM (BARN_FOLLOW_UP_PAGE (widget)->activity)));
}

static void
close_occasion_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);
  GtkWidget *dialog;

  if (!barn_field_binding_save_all (get_file (self)))
    return;

  dialog = barn_close_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), get_file (self), get_plan (self),
                                  get_occasion (self));
  g_signal_connect_object (dialog, "followed", G_CALLBACK (on_gap_followed), self, G_CONNECT_SWAPPED);
  /* The one that was closed is the one to look at, not the next to work with */
  barn_occasion_choice_set_occasion (self->choice, barn_item_get_id (BARN_ITEM (get_occasion (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
reopen_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!barn_plan_file_reopen_occasion (get_file (self), get_occasion (self), &error))
    barn_ui_report_error (widget, error);
  else
    go_to (self, NULL);
}

static void
reported_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);
  GtkWidget *dialog = barn_reported_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), get_file (self), get_occasion (self));

  g_signal_connect_object (dialog, "correct", G_CALLBACK (on_correct), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
end_correction_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);

  self->correcting = FALSE;
  go_to (self, NULL);
}

static void
occasions_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);

  gtk_window_present (GTK_WINDOW (barn_occasions_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), get_file (self),
                                                             get_plan (self))));
}

static void
tertial_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!barn_plan_file_arrange_occasions (get_file (self), get_plan (self), BARN_PATTERN_TERTIAL, NULL, 0, &error))
    barn_ui_report_error (widget, error);
  else
    go_to (self, NULL);
}

static void
all_parts_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (widget);

  barn_occasion_choice_set_part (self->choice, "");
  go_to (self, NULL);
}

/* A number sets the status, but where something is being written */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                BarnFollowUpPage      *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint number = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_5 ? keyval - GDK_KEY_KP_1 : keyval - GDK_KEY_1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || number >= BARN_N_STATUSES ||
      GTK_IS_TEXT_VIEW (focus) || GTK_IS_EDITABLE (focus) || !is_at_work (self) || !barn_page_can_edit (BARN_PAGE (self)))
    return GDK_EVENT_PROPAGATE;

  say_hint (self, NULL);
  barn_follow_up_editor_choose_status (self->editor, (BarnStatus) number);

  return GDK_EVENT_STOP;
}

static void
barn_follow_up_page_map (GtkWidget *widget)
{
  update_now (BARN_FOLLOW_UP_PAGE (widget));

  GTK_WIDGET_CLASS (barn_follow_up_page_parent_class)->map (widget);
}

static gboolean
barn_follow_up_page_grab_focus (GtkWidget *widget)
{
  return focus_view (BARN_FOLLOW_UP_PAGE (widget));
}

static void
barn_follow_up_page_plan_changed (BarnPage *page)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (page);
  BarnPlanFile *file = barn_page_get_file (page);

  /* What was written is saved in the file that it was written in */
  barn_follow_up_editor_set_activity (self->editor, NULL, NULL);
  g_clear_object (&self->activity);
  self->correcting = FALSE;

  if (self->watched != file)
    {
      if (self->watched != NULL)
        g_signal_handlers_disconnect_by_data (self->watched, self);
      g_set_object (&self->watched, file);
      if (file != NULL)
        {
          g_signal_connect_object (file, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (file, "notify::read-only", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
        }
    }

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_now (self);
}

static char *
barn_follow_up_page_dup_title (BarnPage *page)
{
  return g_strdup (_("Follow-up"));
}

static guint
barn_follow_up_page_list_parts (BarnPage     *page,
                                BarnPagePart *parts)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "occasion") != 0)
    {
      parts[0] = (BarnPagePart) { GTK_WIDGET (self->stack), GTK_WIDGET (self) };
      return 1;
    }

  parts[0] = (BarnPagePart) { self->tools, self->tools };
  parts[1] = (BarnPagePart) { GTK_WIDGET (self->view), GTK_WIDGET (self) };

  return 2;
}

static void
barn_follow_up_page_save_state (BarnPage     *page,
                                GVariantDict *state)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (page);
  BarnOccasion *occasion = get_occasion (self);

  g_variant_dict_insert (state, "part", "s", barn_occasion_choice_get_part (self->choice));
  /* One that is closed was looked at; the day after there is another to work with */
  if (occasion != NULL && !is_closed (self))
    {
      g_variant_dict_insert (state, "occasion", "s", barn_item_get_id (BARN_ITEM (occasion)));
      if (self->activity != NULL)
        g_variant_dict_insert (state, "activity", "s", barn_item_get_id (BARN_ITEM (self->activity)));
    }
}

static void
barn_follow_up_page_restore_state (BarnPage     *page,
                                   GVariantDict *state)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (page);
  const char *part = "";
  const char *occasion = NULL;
  const char *activity = NULL;

  g_variant_dict_lookup (state, "part", "&s", &part);
  g_variant_dict_lookup (state, "occasion", "&s", &occasion);
  g_variant_dict_lookup (state, "activity", "&s", &activity);
  barn_occasion_choice_set_part (self->choice, part);
  barn_occasion_choice_set_occasion (self->choice, occasion);
  g_free (self->wanted);
  self->wanted = g_strdup (activity);
  queue_update (self);
}

static void
barn_follow_up_page_dispose (GObject *object)
{
  BarnFollowUpPage *self = BARN_FOLLOW_UP_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->watched != NULL)
    g_signal_handlers_disconnect_by_data (self->watched, self);
  g_clear_object (&self->watched);
  g_clear_object (&self->activity);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (barn_follow_up_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-follow-up-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, tools);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, choice);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, progress);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, period_label);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, view);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, correction);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, subject);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, editor);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, hint);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, before);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, finished);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, finished_all);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, finished_close);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, finished_previous);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpPage, report);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_correct);
  gtk_widget_class_bind_template_callback (widget_class, on_finished);
}

static void
barn_follow_up_page_class_init (BarnFollowUpPageClass *klass)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "follow-up.unchanged", unchanged_action },
    { "follow-up.skip", skip_action },
    { "follow-up.previous", previous_action },
    { "follow-up.show-activity", show_activity_action },
    { "follow-up.close-occasion", close_occasion_action },
    { "follow-up.reopen", reopen_action },
    { "follow-up.reported", reported_action },
    { "follow-up.end-correction", end_correction_action },
    { "follow-up.occasions", occasions_action },
    { "follow-up.tertial", tertial_action },
    { "follow-up.all-parts", all_parts_action },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_follow_up_page_dispose;
  widget_class->map = barn_follow_up_page_map;
  widget_class->grab_focus = barn_follow_up_page_grab_focus;
  page_class->plan_changed = barn_follow_up_page_plan_changed;
  page_class->dup_title = barn_follow_up_page_dup_title;
  page_class->list_parts = barn_follow_up_page_list_parts;
  page_class->save_state = barn_follow_up_page_save_state;
  page_class->restore_state = barn_follow_up_page_restore_state;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  bind_template (widget_class);
}

/* Before the text views, which know what Ctrl+Page Down means to them */
static void
add_keys (BarnFollowUpPage *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "F7", "follow-up.unchanged" },
    { "<Control>Page_Down", "follow-up.skip" },
    { "<Control>Page_Up", "follow-up.previous" },
  };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkEventController *numbers = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);

  gtk_event_controller_set_propagation_phase (numbers, GTK_PHASE_CAPTURE);
  g_signal_connect (numbers, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), numbers);
}

static void
barn_follow_up_page_init (BarnFollowUpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}
