/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-occasions-dialog"

#include "config.h"

#include "barn-occasions-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-field-binding.h"
#include "barn-text.h"
#include "barn-ui.h"

/* What is typed in a row is saved by its bindings */
typedef struct
{
  BarnOccasionsDialog *dialog;    /* unowned */
  BarnOccasion        *occasion;
  BarnFieldBinding    *title;
  GtkEditable         *cut_off;
  GtkLabel            *complaint;
} Row;

struct _BarnOccasionsDialog
{
  AdwWindow     parent_instance;

  GtkWidget    *patterns_box;
  GtkWidget    *own_group;
  AdwEntryRow  *own;
  GtkLabel     *own_complaint;
  GtkLabel     *outcome;
  GtkWidget    *arrange_button;
  GtkWidget    *occasions_heading;
  GtkBox       *occasions;

  GtkWidget    *toggles[BARN_N_PATTERNS];
  BarnPlanFile *file;
  BarnPlan     *plan;
  GPtrArray    *rows;
  guint         update_source;
};

G_DEFINE_FINAL_TYPE (BarnOccasionsDialog, barn_occasions_dialog, ADW_TYPE_WINDOW)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->title);
  g_object_unref (row->occasion);
  g_free (row);
}

static BarnPattern
get_pattern (BarnOccasionsDialog *self)
{
  for (guint i = 0; i < BARN_N_PATTERNS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->toggles[i])))
      return (BarnPattern) i;

  return BARN_PATTERN_TERTIAL;
}

static void
complain (GtkLabel   *label,
          GtkWidget  *field,
          const char *complaint)
{
  gtk_label_set_label (label, complaint != NULL ? complaint : "");
  gtk_widget_set_visible (GTK_WIDGET (label), complaint != NULL);
  if (complaint != NULL)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               complaint != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The days typed, with commas between them; NULL: one of them is no date, and the field says which */
static GArray *
parse_own (BarnOccasionsDialog *self)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (BarnDay));
  g_auto (GStrv) words = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->own)), ",;", -1);
  BarnDay reference = barn_day_new (barn_plan_get_year (self->plan), 1, 1);

  for (char **word = words; *word != NULL; word++)
    {
      BarnDay day = barn_day_parse (g_strstrip (*word), reference);

      if (**word == '\0')
        continue;
      if (day == BARN_DAY_NONE)
        {
          g_autofree char *complaint = g_strdup_printf (_("“%s” is no date. Write the dates as 31/3, 30/6, with commas between."), *word);

          complain (self->own_complaint, GTK_WIDGET (self->own), complaint);
          return NULL;
        }
      g_array_append_val (days, day);
    }

  complain (self->own_complaint, GTK_WIDGET (self->own), NULL);

  return g_steal_pointer (&days);
}

static char *
dup_titles (GPtrArray *occasions)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < occasions->len; i++)
    {
      BarnOccasion *occasion = g_ptr_array_index (occasions, i);
      g_autofree char *day = barn_ui_format_day (barn_occasion_get_cut_off (occasion));

      g_string_append_printf (titles, "%s%s (%s)", i > 0 ? ", " : "", barn_occasion_get_title (occasion), day);
    }

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
add_sentence (GString    *words,
              const char *format,
              GPtrArray  *occasions)
{
  g_autofree char *titles = dup_titles (occasions);
  g_auto (GStrv) parts = NULL;

  if (occasions->len == 0)
    return;

  parts = g_strsplit (format, "%s", 2);
  g_string_append_printf (words, "%s%s%s%s", words->len > 0 ? "\n" : "", parts[0], titles, parts[1]);
}

/* Those of the plan that a change leaves */
static GPtrArray *
list_staying (BarnOccasionsDialog *self,
              GPtrArray           *away)
{
  GListModel *occasions = barn_plan_get_occasions (self->plan);
  GPtrArray *staying = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      g_autoptr (BarnOccasion) occasion = g_list_model_get_item (occasions, i);

      if (!g_ptr_array_find (away, occasion, NULL))
        g_ptr_array_add (staying, g_object_ref (occasion));
    }

  return staying;
}

/* What the chosen pattern would do, in words, before it is done */
static void
update_outcome (BarnOccasionsDialog *self)
{
  g_autoptr (GArray) own = NULL;
  g_autoptr (GPtrArray) add = NULL;
  g_autoptr (GPtrArray) away = NULL;
  g_autoptr (GPtrArray) staying = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  BarnPattern pattern = get_pattern (self);

  gtk_widget_set_visible (self->own_group, pattern == BARN_PATTERN_OWN);
  own = parse_own (self);
  if (pattern == BARN_PATTERN_OWN && (own == NULL || own->len == 0))
    {
      gtk_label_set_label (self->outcome, "");
      gtk_widget_set_sensitive (self->arrange_button, FALSE);
      return;
    }

  barn_occasions_arrange (self->plan, pattern, own != NULL ? (const BarnDay *) own->data : NULL, own != NULL ? own->len : 0,
                          &add, &away);
  staying = list_staying (self, away);
  add_sentence (words, _("Added: %s."), add);
  add_sentence (words, _("Taken away: %s."), away);
  add_sentence (words, _("Stays: %s. An occasion that is closed or has follow-ups always stays."), staying);
  if (add->len == 0 && away->len == 0)
    g_string_assign (words, _("The occasions are like this already."));

  gtk_label_set_label (self->outcome, words->str);
  gtk_widget_set_sensitive (self->arrange_button,
                            (add->len > 0 || away->len > 0) && !barn_plan_file_get_read_only (self->file));
}

static void
on_arrange_clicked (BarnOccasionsDialog *self)
{
  g_autoptr (GArray) own = parse_own (self);
  g_autoptr (GError) error = NULL;
  BarnPattern pattern = get_pattern (self);

  if (pattern == BARN_PATTERN_OWN && own == NULL)
    return;

  if (!barn_plan_file_arrange_occasions (self->file, self->plan, pattern,
                                         pattern == BARN_PATTERN_OWN ? (const BarnDay *) own->data : NULL,
                                         pattern == BARN_PATTERN_OWN ? own->len : 0, &error))
    complain (self->own_complaint, GTK_WIDGET (self->own), error->message);
}

static void
on_arrange_activated (BarnOccasionsDialog *self)
{
  if (gtk_widget_get_sensitive (self->arrange_button))
    on_arrange_clicked (self);
}

static void
show_cut_off (Row *row)
{
  g_autofree char *day = barn_day_format (barn_occasion_get_cut_off (row->occasion), BARN_DAY_LONG, barn_ui_get_language (),
                                          BARN_DAY_NONE);

  gtk_editable_set_text (row->cut_off, day);
}

/* A date that will not do stays in the field, with a sentence under it */
static gboolean
commit_cut_off (Row *row)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  const char *text = gtk_editable_get_text (row->cut_off);
  BarnDay day = barn_day_parse (text, barn_occasion_get_cut_off (row->occasion));

  if (day == BARN_DAY_NONE)
    {
      complain (row->complaint, GTK_WIDGET (row->cut_off), _("This is no date. Write it as 2026-06-30, 30/6, 30 June or w 27."));
      return FALSE;
    }

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, day);
  if (day != barn_occasion_get_cut_off (row->occasion) &&
      !barn_plan_file_set (row->dialog->file, BARN_ITEM (row->occasion), "cut-off", NULL, &value, NULL, &error))
    {
      complain (row->complaint, GTK_WIDGET (row->cut_off), error->message);
      return FALSE;
    }

  complain (row->complaint, GTK_WIDGET (row->cut_off), NULL);
  show_cut_off (row);

  return TRUE;
}

static void
on_cut_off_left (Row *row)
{
  commit_cut_off (row);
}

static gboolean
on_cut_off_key (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                Row                   *row)
{
  if (keyval != GDK_KEY_Escape || !gtk_widget_has_css_class (GTK_WIDGET (row->cut_off), "error"))
    return GDK_EVENT_PROPAGATE;

  show_cut_off (row);
  complain (row->complaint, GTK_WIDGET (row->cut_off), NULL);

  return GDK_EVENT_STOP;
}

static char *
dup_state_words (BarnOccasionsDialog *self,
                 BarnOccasion        *occasion)
{
  BarnOccasionState state = barn_occasion_get_state (occasion, self->plan, BARN_DAY_NONE);
  g_autofree char *day = NULL;

  if (state != BARN_OCCASION_CLOSED)
    return g_strdup (barn_occasion_state_get_label (state));

  day = barn_ui_format_day (barn_occasion_get_closed_on (occasion));

  return g_strdup_printf (_("Closed on %s"), day);
}

static void
add_row (BarnOccasionsDialog *self,
         BarnOccasion        *occasion)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = adw_entry_row_new ();
  GtkWidget *cut_off = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *state = dup_state_words (self, occasion);
  g_autofree char *cut_off_title = g_strdup_printf (_("Cut-off date · %s"), state);

  row->dialog = self;
  row->occasion = g_object_ref (occasion);
  row->cut_off = GTK_EDITABLE (cut_off);
  row->complaint = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "visible", FALSE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (row->complaint), "error");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (title), _("Title"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (cut_off), cut_off_title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), cut_off);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->complaint));
  gtk_box_append (self->occasions, box);

  row->title = barn_field_binding_new_editable (GTK_EDITABLE (title));
  barn_field_binding_set_item (row->title, self->file, BARN_ITEM (occasion), "title");
  show_cut_off (row);
  gtk_widget_set_sensitive (cut_off, !barn_plan_file_get_read_only (self->file));
  g_signal_connect_swapped (cut_off, "entry-activated", G_CALLBACK (on_cut_off_left), row);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_cut_off_left), row);
  gtk_widget_add_controller (cut_off, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_cut_off_key), row);
  gtk_widget_add_controller (cut_off, keys);

  g_ptr_array_add (self->rows, row);
}

static gboolean
rows_are_shown (BarnOccasionsDialog *self)
{
  GListModel *occasions = barn_plan_get_occasions (self->plan);

  if (self->rows->len != g_list_model_get_n_items (occasions))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (BarnOccasion) occasion = g_list_model_get_item (occasions, i);
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->occasion != occasion)
        return FALSE;
    }

  return TRUE;
}

static void
clear_rows (BarnOccasionsDialog *self)
{
  GtkWidget *child;

  /* The widgets first: their signals know the rows */
  while (self->occasions != NULL && (child = gtk_widget_get_first_child (GTK_WIDGET (self->occasions))) != NULL)
    gtk_box_remove (self->occasions, child);
  g_ptr_array_set_size (self->rows, 0);
}

/* What was changed from outside shows where nobody is writing */
static void
refresh_rows (BarnOccasionsDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if ((gtk_widget_get_state_flags (GTK_WIDGET (row->cut_off)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0 &&
          !gtk_widget_has_css_class (GTK_WIDGET (row->cut_off), "error"))
        show_cut_off (row);
    }
}

static void
update (BarnOccasionsDialog *self)
{
  GListModel *occasions = barn_plan_get_occasions (self->plan);

  if (rows_are_shown (self))
    refresh_rows (self);
  else
    {
      clear_rows (self);
      for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
        {
          g_autoptr (BarnOccasion) occasion = g_list_model_get_item (occasions, i);

          add_row (self, occasion);
        }
    }
  gtk_widget_set_visible (self->occasions_heading, g_list_model_get_n_items (occasions) > 0);
  update_outcome (self);
}

static gboolean
on_update (gpointer user_data)
{
  BarnOccasionsDialog *self = user_data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Later: a row that has just changed its date must not be taken away under its own hands */
static void
queue_update (BarnOccasionsDialog *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (on_update, self);
}

/* What a binding has to say, with this dialog before the window */
static void
on_report_error (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  gtk_label_set_label (BARN_OCCASIONS_DIALOG (widget)->outcome, g_variant_get_string (parameter, NULL));
}

static gboolean
barn_occasions_dialog_close_request (GtkWindow *window)
{
  BarnOccasionsDialog *self = BARN_OCCASIONS_DIALOG (window);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (!barn_plan_file_get_read_only (self->file) && !commit_cut_off (row))
        return GDK_EVENT_STOP;
      if (!barn_field_binding_save (row->title) && barn_field_binding_is_dirty (row->title))
        return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (barn_occasions_dialog_parent_class)->close_request (window);
}

static void
barn_occasions_dialog_dispose (GObject *object)
{
  BarnOccasionsDialog *self = BARN_OCCASIONS_DIALOG (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->rows != NULL)
    clear_rows (self);
  self->occasions = NULL;
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->file);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (barn_occasions_dialog_parent_class)->dispose (object);
}

static void
barn_occasions_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (BARN_OCCASIONS_DIALOG (object)->rows);

  G_OBJECT_CLASS (barn_occasions_dialog_parent_class)->finalize (object);
}

static void
barn_occasions_dialog_class_init (BarnOccasionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_occasions_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = barn_occasions_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = barn_occasions_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-occasions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionsDialog, patterns_box);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionsDialog, own_group);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionsDialog, own);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionsDialog, own_complaint);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionsDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionsDialog, arrange_button);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionsDialog, occasions_heading);
  gtk_widget_class_bind_template_child (widget_class, BarnOccasionsDialog, occasions);
  gtk_widget_class_bind_template_callback (widget_class, on_arrange_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_arrange_activated);
  gtk_widget_class_bind_template_callback (widget_class, update_outcome);

  gtk_widget_class_install_action (widget_class, "win.report-error", "s", on_report_error);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
barn_occasions_dialog_init (BarnOccasionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < BARN_N_PATTERNS; i++)
    {
      self->toggles[i] = gtk_check_button_new_with_label (barn_pattern_get_label ((BarnPattern) i));
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->toggles[i]), GTK_CHECK_BUTTON (self->toggles[0]));
      gtk_box_append (GTK_BOX (self->patterns_box), self->toggles[i]);
    }
}

/* Own dates begin with those that there are, to be changed */
static void
fill_own (BarnOccasionsDialog *self)
{
  GListModel *occasions = barn_plan_get_occasions (self->plan);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      g_autoptr (BarnOccasion) occasion = g_list_model_get_item (occasions, i);
      g_autofree char *day = barn_day_to_iso (barn_occasion_get_cut_off (occasion));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", day);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->own), text->str);
}

/**
 * barn_occasions_dialog_new:
 * @parent: the window to stand before
 * @file: the open plan file
 * @plan: the plan that is followed up
 *
 * Returns: (transfer none): a new dialog, owned by GTK until it is closed
 */
GtkWidget *
barn_occasions_dialog_new (GtkWindow    *parent,
                           BarnPlanFile *file,
                           BarnPlan     *plan)
{
  BarnOccasionsDialog *self;
  BarnPattern pattern;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  self = g_object_new (BARN_TYPE_OCCASIONS_DIALOG, "transient-for", parent, NULL);
  g_set_object (&self->file, file);
  g_set_object (&self->plan, plan);
  fill_own (self);
  pattern = g_list_model_get_n_items (barn_plan_get_occasions (plan)) > 0 ? barn_pattern_of_plan (plan) : BARN_PATTERN_TERTIAL;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->toggles[pattern]), TRUE);
  for (guint i = 0; i < BARN_N_PATTERNS; i++)
    g_signal_connect_swapped (self->toggles[i], "toggled", G_CALLBACK (update_outcome), self);
  g_signal_connect_object (file, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
