/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-window-file"

#include "config.h"

#include "barn-window-private.h"

#include <glib/gi18n-lib.h>

#include "barn-field-binding.h"
#include "barn-reminders.h"

#define N_RECENT 8

/* Puts the file at the head of those that the welcome page offers */
static void
remember_file (BarnWindow *self,
               GFile      *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;
  guint n = 1;

  g_strv_builder_add (builder, uri);
  for (char **old = before; *old != NULL && n < N_RECENT; old++)
    {
      if (strcmp (*old, uri) == 0)
        continue;
      g_strv_builder_add (builder, *old);
      n++;
    }

  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-files", (const char *const *) after);
  g_settings_set_string (self->settings, "last-file", uri);
  g_settings_set_boolean (self->settings, "last-file-viewed", barn_plan_file_get_read_only (self->file));
}

/* The year to begin with: the one on show last time, else the one that is followed up now */
static BarnPlan *
choose_plan (BarnWindow *self)
{
  BarnModel *model = barn_plan_file_get_model (self->file);
  BarnPlan *plan = barn_model_find_plan (model, g_settings_get_uint (self->settings, "year"));

  return plan != NULL ? plan : barn_plan_find_current (barn_model_get_plans (model));
}

static gboolean
has_plan (GListModel *plans,
          BarnPlan   *plan)
{
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (BarnPlan) other = g_list_model_get_item (plans, i);

      if (other == plan)
        return TRUE;
    }

  return FALSE;
}

static void
on_plans_changed (BarnWindow *self)
{
  barn_window_update_years (self);

  /* The year on show may have been undone or deleted; the first one may have come */
  if (!has_plan (barn_model_get_plans (barn_plan_file_get_model (self->file)), self->plan))
    barn_window_set_plan (self, choose_plan (self));
}

static void
on_file_changed (BarnWindow *self,
                 BarnChange *change,
                 gboolean    is_own)
{
  /* A change that went well is the answer to what went wrong before it */
  if (is_own)
    barn_notice_hide (self->error_notice);

  barn_window_say_change (self, change, is_own);
}

static void
watch_file (BarnWindow *self)
{
  BarnModel *model = barn_plan_file_get_model (self->file);

  g_signal_connect_object (self->file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "notify::can-undo", G_CALLBACK (barn_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "notify::can-redo", G_CALLBACK (barn_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "notify::undo-summary", G_CALLBACK (barn_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "notify::redo-summary", G_CALLBACK (barn_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "notify::read-only", G_CALLBACK (barn_window_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (barn_model_get_organisation (model), "notify::name", G_CALLBACK (barn_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (barn_model_get_organisation (model), "notify::profile", G_CALLBACK (barn_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (barn_model_get_plans (model), "items-changed", G_CALLBACK (on_plans_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
unwatch_file (BarnWindow *self)
{
  BarnModel *model = barn_plan_file_get_model (self->file);

  g_signal_handlers_disconnect_by_data (self->file, self);
  g_signal_handlers_disconnect_by_data (barn_model_get_organisation (model), self);
  g_signal_handlers_disconnect_by_data (barn_model_get_plans (model), self);
}

/* "name 2.barnratt" */
static GFile *
get_sibling (GFile *wanted,
             guint  number)
{
  g_autoptr (GFile) folder = g_file_get_parent (wanted);
  g_autofree char *name = g_file_get_basename (wanted);
  g_autofree char *other = NULL;

  if (g_str_has_suffix (name, ".barnratt"))
    name[strlen (name) - strlen (".barnratt")] = '\0';
  other = g_strdup_printf ("%s %u.barnratt", name, number);

  return g_file_get_child (folder, other);
}

static void
make_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  /* If it cannot be made, making the file says so better */
  g_file_make_directory_with_parents (folder, NULL, NULL);
}

/* The ways to a plan file, with those that were open lately */
void
barn_window_show_welcome (BarnWindow *self)
{
  g_auto (GStrv) recent = g_settings_get_strv (self->settings, "recent-files");

  barn_welcome_page_set_recent (self->welcome, (const char *const *) recent);
  gtk_stack_set_visible_child_name (self->places, "welcome");
  barn_window_update_actions (self);
}

/* Through the desktop, at most once a day */
void
barn_window_remind (BarnWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GNotification) reminder = NULL;

  if (application == NULL || self->file == NULL)
    return;

  reminder = barn_reminders_take (self->settings, self->file, barn_clock_get_today ());
  if (reminder != NULL)
    g_application_send_notification (application, "reminder", reminder);
}

/**
 * barn_window_show_reminder:
 * @self: a window
 *
 * Shows the list that the reminder of the day is about: what is overdue, what is left to follow up, or what is due soon.
 */
void
barn_window_show_reminder (BarnWindow *self)
{
  const char *place;

  g_return_if_fail (BARN_IS_WINDOW (self));

  self->reminder_waits = barn_window_is_opening (self);
  if (self->file == NULL || self->reminder_waits)
    return;

  place = barn_reminders_find_place (self->file, barn_clock_get_today ());
  if (g_str_equal (place, "overdue"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-activities", "@a{sv}", g_variant_new_parsed ("{'overdue': <true>}"));
  else
    barn_window_show_page (self, place);
}

/* Takes the file on show; NULL: none, the welcome page */
void
barn_window_take_file (BarnWindow   *self,
                       BarnPlanFile *file)
{
  g_autoptr (BarnPlanFile) before = NULL;

  if (self->file != NULL)
    {
      barn_window_save_states (self);
      barn_field_binding_save_all (self->file);
      unwatch_file (self);
    }

  before = g_steal_pointer (&self->file);
  g_set_object (&self->file, file);
  barn_window_stop_opening (self);
  g_clear_object (&self->trouble_file);
  barn_notice_hide (self->error_notice);

  if (file == NULL)
    {
      barn_window_set_plan (self, NULL);
      barn_window_update_years (self);
      barn_window_show_welcome (self);
      barn_window_update (self);
      return;
    }

  watch_file (self);
  remember_file (self, barn_plan_file_get_file (file));
  barn_window_update_years (self);
  gtk_stack_set_visible_child_name (self->places, "plan");
  barn_window_set_plan (self, choose_plan (self));
  barn_window_restore_states (self);
  barn_window_remind (self);
  if (self->reminder_waits)
    barn_window_show_reminder (self);
}

static gboolean
create_file (BarnWindow  *self,
             GFile       *file,
             guint        year,
             const char  *organisation,
             const char  *board,
             GError     **error)
{
  g_autoptr (BarnPlanFile) created = barn_plan_file_create (file, year, organisation, board, error);

  if (created == NULL)
    return FALSE;

  barn_window_take_file (self, created);
  return TRUE;
}

/* A new plan file, and the plan of @year in it. What stands in the way is told where the person is. */
gboolean
barn_window_create (BarnWindow *self,
                    GFile      *file,
                    guint       year,
                    const char *organisation,
                    const char *board)
{
  g_autoptr (GError) error = NULL;

  make_folder (file);
  if (create_file (self, file, year, organisation, board, &error))
    return TRUE;

  barn_window_report (self, error);
  return FALSE;
}

/* An empty file of that name, or of "name 2" if there is one already */
static gboolean
create_at_free_place (BarnWindow *self,
                      GFile      *wanted)
{
  g_autoptr (GError) error = NULL;
  gboolean created;

  make_folder (wanted);
  created = create_file (self, wanted, 0, NULL, NULL, &error);
  for (guint i = 2; g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_EXISTS); i++)
    {
      g_autoptr (GFile) place = get_sibling (wanted, i);

      g_clear_error (&error);
      created = create_file (self, place, 0, NULL, NULL, &error);
    }

  if (!created)
    barn_window_report (self, error);

  return created;
}

static void
open_example (BarnWindow *self,
              gpointer    data)
{
  g_autoptr (GFile) standard = barn_plan_file_get_default_location ();
  g_autoptr (GFile) folder = g_file_get_parent (standard);
  /* Translators: the name of the file with the example plan, without spaces */
  g_autofree char *name = g_strconcat (_("example"), ".barnratt", NULL);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (BarnPlanFile) example = NULL;
  g_autoptr (GError) error = NULL;

  make_folder (file);
  example = barn_plan_file_create_example (file, &error);
  if (g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_EXISTS))
    {
      g_clear_error (&error);
      example = barn_plan_file_open (file, FALSE, &error);
    }

  if (example != NULL)
    barn_window_take_file (self, example);
  else
    barn_window_show_trouble (self, file, error);
}

/* The example plan, made anew where it is not there yet */
void
barn_window_open_example (BarnWindow *self)
{
  barn_window_leave_file (self, open_example, NULL, NULL);
}

/* A file that was made for a plan that did not come into it after all */
static void
drop_made_file (BarnWindow *self)
{
  g_autoptr (GFile) made = g_object_ref (barn_plan_file_get_file (self->file));

  barn_window_take_file (self, NULL);
  g_settings_reset (self->settings, "last-file");
  g_file_delete (made, NULL, NULL);
}

/* The recognised plan into the open file, or into a new one at the default place. FALSE: it was not stored, and the window says why. */
gboolean
barn_window_store_draft (BarnWindow *self,
                         BarnDraft  *draft)
{
  g_autoptr (GError) error = NULL;
  gboolean made = self->file == NULL;
  BarnPlan *plan;

  if (made)
    {
      g_autoptr (GFile) standard = barn_plan_file_get_default_location ();

      if (!create_at_free_place (self, standard))
        return FALSE;
    }

  plan = barn_plan_file_import (self->file, draft, &error);
  if (plan == NULL)
    {
      if (made)
        drop_made_file (self);
      barn_window_show_page (self, "import");
      barn_window_report (self, error);
      return FALSE;
    }

  barn_window_set_plan (self, plan);
  barn_window_show_page (self, "activities");

  return TRUE;
}
