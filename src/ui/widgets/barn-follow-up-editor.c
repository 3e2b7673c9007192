/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-follow-up-editor"

#include "config.h"

#include "barn-follow-up-editor.h"

#include <glib/gi18n-lib.h>

#include "barn-date-entry.h"
#include "barn-field-binding.h"
#include "barn-status-toggles.h"
#include "barn-text.h"
#include "barn-ui.h"

/* The two texts of a follow-up. Each is saved by its own binding, which knows nothing of the other. */
typedef struct
{
  BarnFollowUpEditor *editor; /* unowned */
  BarnFieldBinding   *binding;
  const char         *field;
} Text;

struct _BarnFollowUpEditor
{
  AdwBin             parent_instance;

  BarnStatusToggles *toggles;
  BarnDateEntry     *day;
  GtkTextView       *comment;
  GtkTextView       *effect;
  GtkWidget         *save;

  BarnPlanFile      *file;
  BarnActivity      *activity;
  BarnPlan          *plan;      /* with @occasion */
  BarnOccasion      *occasion;  /* NULL: for none */
  BarnFollowUp      *current;
  char              *run;
  Text               texts[2];
  gulong             status_handler;
  gulong             list_handler;
};

enum
{
  PROP_CURRENT = 1,
  N_PROPS
};

enum
{
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnFollowUpEditor, barn_follow_up_editor, ADW_TYPE_BIN)

static gboolean
is_blank (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  return gtk_text_buffer_get_char_count (buffer) == 0;
}

static void
update_save (BarnFollowUpEditor *self)
{
  gtk_widget_set_sensitive (self->save,
                            self->current != NULL || !is_blank (self->comment) || !is_blank (self->effect));
}

static void
set_current (BarnFollowUpEditor *self,
             BarnFollowUp       *current)
{
  if (g_set_object (&self->current, current))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
  update_save (self);
}

static void
show_status (BarnFollowUpEditor *self)
{
  BarnFollowUp *entry = self->current;
  BarnStatus status = BARN_STATUS_NOT_STARTED;

  if (entry == NULL && self->occasion != NULL)
    entry = barn_occasion_get_entry (self->occasion, self->plan, self->activity);

  if (entry != NULL)
    status = barn_follow_up_get_status (entry);
  else if (self->activity != NULL && self->occasion == NULL)
    status = barn_activity_get_status (self->activity, barn_clock_get_today ());

  barn_status_toggles_set_status (self->toggles, status);
}

/* What was begun for the occasion and can be written on */
static BarnFollowUp *
find_begun (BarnFollowUpEditor *self)
{
  BarnFollowUp *begun;

  if (self->occasion == NULL || barn_occasion_get_closed_on (self->occasion) != BARN_DAY_NONE)
    return NULL;

  begun = barn_occasion_find_follow_up (self->occasion, self->plan, self->activity);

  return begun != NULL && !barn_follow_up_get_unchanged (begun) ? begun : NULL;
}

/* Makes the follow-up of this sitting with what there is of it */
static gboolean
create_current (BarnFollowUpEditor  *self,
                const char          *comment,
                const char          *effect,
                GError             **error)
{
  BarnStatus status = barn_status_toggles_get_status (self->toggles);
  BarnFollowUp *follow_up;

  if (self->occasion != NULL)
    follow_up = barn_plan_file_follow_up_for (self->file, self->occasion, self->activity, status, comment, effect, self->run,
                                              error);
  else
    follow_up = barn_plan_file_begin_follow_up (self->file, self->activity, status, barn_date_entry_get_day (self->day),
                                                comment, effect, self->run, error);
  if (follow_up == NULL)
    return FALSE;
  set_current (self, follow_up);

  return TRUE;
}

static char *
load_text (gpointer user_data)
{
  Text *text = user_data;
  char *value = NULL;

  if (text->editor->current != NULL)
    g_object_get (text->editor->current, text->field, &value, NULL);

  return value != NULL ? value : g_strdup ("");
}

static gboolean
save_text (const char  *before,
           const char  *value,
           const char  *run,
           gpointer     user_data,
           GError     **error)
{
  Text *text = user_data;
  BarnFollowUpEditor *self = text->editor;
  gboolean is_comment = text == &self->texts[0];

  if (self->current != NULL)
    return barn_plan_file_set_text (self->file, BARN_ITEM (self->current), text->field, before, value, self->run, error);
  if (barn_text_is_blank (value))
    return TRUE;

  return create_current (self, is_comment ? value : "", is_comment ? "" : value, error);
}

static void
bind_texts (BarnFollowUpEditor *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    {
      g_autofree char *place = NULL;

      if (self->activity == NULL)
        {
          barn_field_binding_set_item (self->texts[i].binding, NULL, NULL, NULL);
          continue;
        }
      place = g_strdup_printf ("%s follow-up %s", barn_item_get_id (BARN_ITEM (self->activity)), self->texts[i].field);
      barn_field_binding_set_custom (self->texts[i].binding, self->file, place, load_text, save_text, &self->texts[i], NULL);
    }
}

static void
save_texts (BarnFollowUpEditor *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    if (self->texts[i].binding != NULL)
      barn_field_binding_save (self->texts[i].binding);
}

static void
start_sitting (BarnFollowUpEditor *self)
{
  set_current (self, find_begun (self));
  g_free (self->run);
  self->run = g_uuid_string_random ();
  barn_date_entry_set_day (self->day, barn_clock_get_today ());
  show_status (self);
  bind_texts (self);
}

static void
on_status_chosen (BarnFollowUpEditor *self,
                  BarnStatus          status)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  save_texts (self);
  if (self->current == NULL)
    {
      if (!create_current (self, "", "", &error))
        barn_ui_report_error (GTK_WIDGET (self), error);
    }
  else
    {
      g_value_init (&value, BARN_TYPE_STATUS);
      g_value_set_enum (&value, (int) status);
      if (!barn_plan_file_set (self->file, BARN_ITEM (self->current), "status", NULL, &value, self->run, &error))
        barn_ui_report_error (GTK_WIDGET (self), error);
    }
  show_status (self);
}

static void
on_day_edited (BarnFollowUpEditor *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (self->current == NULL)
    return;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, barn_date_entry_get_day (self->day));
  if (!barn_plan_file_set (self->file, BARN_ITEM (self->current), "day", NULL, &value, self->run, &error))
    {
      barn_date_entry_set_day (self->day, barn_follow_up_get_day (self->current));
      barn_ui_report_error (GTK_WIDGET (self), error);
    }
}

static void
on_save_clicked (BarnFollowUpEditor *self)
{
  barn_follow_up_editor_finish (self);
}

static void
on_buffer_changed (BarnFollowUpEditor *self)
{
  update_save (self);
}

/* Undo took the follow-up of this sitting away: the form begins anew */
static void
on_follow_ups_changed (BarnFollowUpEditor *self,
                       guint               position,
                       guint               removed,
                       guint               added,
                       GListModel         *follow_ups)
{
  for (guint i = 0; self->current != NULL && i < g_list_model_get_n_items (follow_ups); i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i);

      if (follow_up == self->current)
        return;
    }

  if (self->current != NULL)
    start_sitting (self);
}

static void
drop_activity (BarnFollowUpEditor *self)
{
  if (self->activity != NULL)
    {
      g_clear_signal_handler (&self->status_handler, self->activity);
      g_clear_signal_handler (&self->list_handler, barn_activity_get_follow_ups (self->activity));
    }
  g_clear_object (&self->activity);
  g_clear_object (&self->occasion);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);
}

static void
finish_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  barn_follow_up_editor_finish (BARN_FOLLOW_UP_EDITOR (widget));
}

static void
barn_follow_up_editor_dispose (GObject *object)
{
  BarnFollowUpEditor *self = BARN_FOLLOW_UP_EDITOR (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_clear_object (&self->texts[i].binding);
  drop_activity (self);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (barn_follow_up_editor_parent_class)->dispose (object);
}

static void
barn_follow_up_editor_finalize (GObject *object)
{
  g_free (BARN_FOLLOW_UP_EDITOR (object)->run);

  G_OBJECT_CLASS (barn_follow_up_editor_parent_class)->finalize (object);
}

static void
barn_follow_up_editor_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT:
      g_value_set_object (value, BARN_FOLLOW_UP_EDITOR (object)->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
barn_follow_up_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BARN_FOLLOW_UP_EDITOR (widget)->comment));
}

static void
barn_follow_up_editor_class_init (BarnFollowUpEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_follow_up_editor_dispose;
  object_class->finalize = barn_follow_up_editor_finalize;
  object_class->get_property = barn_follow_up_editor_get_property;
  widget_class->grab_focus = barn_follow_up_editor_grab_focus;

  properties[PROP_CURRENT] =
    g_param_spec_object ("current", NULL, NULL, BARN_TYPE_FOLLOW_UP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FINISHED] =
    g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "follow-up.save", NULL, finish_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-follow-up-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpEditor, toggles);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpEditor, day);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpEditor, comment);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpEditor, effect);
  gtk_widget_class_bind_template_child (widget_class, BarnFollowUpEditor, save);
  gtk_widget_class_bind_template_callback (widget_class, on_status_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_day_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

/* Before the text views: to them Ctrl+Enter is a line break */
static void
add_keys (BarnFollowUpEditor *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Ctrl>Return|<Ctrl>KP_Enter"),
                                                          gtk_named_action_new ("follow-up.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
barn_follow_up_editor_init (BarnFollowUpEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);

  self->texts[0] = (Text) { self, barn_field_binding_new_buffer (self->comment), "comment" };
  self->texts[1] = (Text) { self, barn_field_binding_new_buffer (self->effect), "effect" };
  g_signal_connect_object (gtk_text_view_get_buffer (self->comment), "changed",
                           G_CALLBACK (on_buffer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->effect), "changed",
                           G_CALLBACK (on_buffer_changed), self, G_CONNECT_SWAPPED);
  start_sitting (self);
}

static void
take_activity (BarnFollowUpEditor *self,
               BarnPlanFile       *file,
               BarnPlan           *plan,
               BarnOccasion       *occasion,
               BarnActivity       *activity)
{
  if (self->activity == activity && self->occasion == occasion)
    return;

  barn_date_entry_commit (self->day);
  save_texts (self);
  drop_activity (self);
  if (activity != NULL)
    {
      self->file = g_object_ref (file);
      self->activity = g_object_ref (activity);
      g_set_object (&self->occasion, occasion);
      g_set_object (&self->plan, plan);
      self->status_handler =
        g_signal_connect_swapped (activity, "notify::status", G_CALLBACK (show_status), self);
      self->list_handler =
        g_signal_connect_swapped (barn_activity_get_follow_ups (activity), "items-changed",
                                  G_CALLBACK (on_follow_ups_changed), self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->day), occasion == NULL);
  gtk_button_set_label (GTK_BUTTON (self->save), occasion == NULL ? _("_Save Follow-up") : _("_Save and Go On"));
  gtk_widget_set_tooltip_text (self->save,
                               occasion == NULL ? _("Save and begin a new one (Ctrl+Enter)")
                                                : _("Save and go on to the next (Ctrl+Enter)"));
  start_sitting (self);
}

/**
 * barn_follow_up_editor_set_activity:
 * @self: the form
 * @file: (nullable): the plan file
 * @activity: (nullable): what is followed up
 *
 * Saves what was written about the activity before, and begins with an empty form.
 */
void
barn_follow_up_editor_set_activity (BarnFollowUpEditor *self,
                                    BarnPlanFile       *file,
                                    BarnActivity       *activity)
{
  g_return_if_fail (BARN_IS_FOLLOW_UP_EDITOR (self));
  g_return_if_fail (activity == NULL || BARN_IS_PLAN_FILE (file));

  take_activity (self, file, NULL, NULL, activity);
}

/**
 * barn_follow_up_editor_follow_up_for:
 * @self: the form
 * @file: the plan file
 * @plan: one of its plans
 * @occasion: an occasion of @plan
 * @activity: an activity of @plan
 *
 * Saves what was written before, and shows what was begun of the activity for the occasion.
 */
void
barn_follow_up_editor_follow_up_for (BarnFollowUpEditor *self,
                                     BarnPlanFile       *file,
                                     BarnPlan           *plan,
                                     BarnOccasion       *occasion,
                                     BarnActivity       *activity)
{
  g_return_if_fail (BARN_IS_FOLLOW_UP_EDITOR (self));
  g_return_if_fail (BARN_IS_PLAN_FILE (file));
  g_return_if_fail (BARN_IS_PLAN (plan));
  g_return_if_fail (BARN_IS_OCCASION (occasion));
  g_return_if_fail (BARN_IS_ACTIVITY (activity));

  take_activity (self, file, plan, occasion, activity);
}

/**
 * barn_follow_up_editor_choose_status:
 * @self: the form
 * @status: a status
 *
 * Chooses a status as pressing its toggle does.
 */
void
barn_follow_up_editor_choose_status (BarnFollowUpEditor *self,
                                     BarnStatus          status)
{
  g_return_if_fail (BARN_IS_FOLLOW_UP_EDITOR (self));

  barn_status_toggles_choose (self->toggles, status);
}

/**
 * barn_follow_up_editor_get_current:
 * @self: the form
 *
 * Returns: (transfer none) (nullable): the follow-up of this sitting
 */
BarnFollowUp *
barn_follow_up_editor_get_current (BarnFollowUpEditor *self)
{
  g_return_val_if_fail (BARN_IS_FOLLOW_UP_EDITOR (self), NULL);

  return self->current;
}

/**
 * barn_follow_up_editor_finish:
 * @self: the form
 *
 * Saves what is left and empties the form for the next follow-up; for an occasion, tells that it is finished.
 */
void
barn_follow_up_editor_finish (BarnFollowUpEditor *self)
{
  g_return_if_fail (BARN_IS_FOLLOW_UP_EDITOR (self));

  if (!barn_date_entry_commit (self->day))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    if (!barn_field_binding_save (self->texts[i].binding))
      return;

  if (self->occasion != NULL)
    {
      g_signal_emit (self, signals[FINISHED], 0);
      return;
    }

  start_sitting (self);
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->comment));
}
